// Searching the texts of the site. Nothing is loaded before the first search.

import { isMeant, shown } from "./search-shown.js";

/**
 * A text that was found.
 * @typedef {object} Hit
 * @property {string} id
 * @property {number} score
 * @property {number | undefined} number its place in the order of Discover: reports, then findings, then sessions; no other page has one
 * @property {() => Promise<Found>} data reads what was found
 */

/**
 * What is shown of a hit: its `url` is the page, and on it the nearest place before the match.
 * @typedef {import("./search-shown.js").Shown & {url: string}} Found
 */

/** @typedef {import("./search-shown.js").Fragment} Fragment */
/** @typedef {import("./search-shown.js").Piece} Piece */
/** @typedef {import("./search-shown.js").Words} Words */

/**
 * @typedef {object} Pagefind
 * @property {(options: object) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {(text: string) => Promise<{results: {id: string, score: number, data: () => Promise<Fragment>}[]}>} search
 */

/** The root of the site: this file is `assets/js/search.js`. */
export const ROOT = new URL("../../", import.meta.url);

const FOLDER = new URL("pagefind/", ROOT);

/** How much a word counts in a title, as the end of a compound, and as another name (see `publish/search.py`). */
const META_WEIGHTS = { title: 5, endings: 2, names: 0.5 };

/** How many of the first texts are asked whether they are what was meant. */
const ASKED = 8;

/**
 * Returns what `make` gives, made once; a failure is not kept.
 * @template T
 * @param {() => Promise<T>} make
 * @returns {() => Promise<T>}
 */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => {
    made ??= make().catch((failure) => {
      made = undefined;
      throw failure;
    });
    return made;
  };
}

/** Loads the search program and its index; rejects when they are not there. */
export const open = once(async () => {
  /** @type {Pagefind} */
  const pagefind = await import(new URL("pagefind.js", FOLDER).href);
  await pagefind.options({ noWorker: true, ranking: { metaWeights: META_WEIGHTS } });
  await pagefind.init();
  return pagefind;
});

/** Loads the words that mean the same. */
export const words = once(async () => /** @type {Words} */ (await json("words.json")));

/** Loads the numbers of the texts that Discover shows. */
const numbers = once(async () => {
  const ids = /** @type {string[]} */ (await json("numbers.json"));
  return new Map(ids.map((id, number) => [id, number]));
});

/** @param {string} name */
async function json(name) {
  const answer = await fetch(new URL(name, FOLDER), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

/**
 * Finds all texts that match, best first, each with its number for Discover.
 * @param {string} text
 * @returns {Promise<Hit[]>}
 */
export async function search(text) {
  const [hits, known] = await Promise.all([find(text), numbers()]);
  return hits.map((hit) => ({ ...hit, number: known.get(hit.id) }));
}

/**
 * Finds all texts that match, best first; at the top, what was meant comes before what the stemmer takes for it.
 * @param {string} text
 * @returns {Promise<Hit[]>}
 */
export async function find(text) {
  const { results } = await (await open()).search(text);
  const first = await Promise.all(results.slice(0, ASKED).map((one) => one.data()));
  const meant = results.slice(0, ASKED).filter((_, place) => isMeant(/** @type {Fragment} */ (first[place]), text));
  if (!meant.length) return [];
  return [...new Set([...meant, ...results])].map(({ id, score, data }) => ({
    id,
    score,
    number: undefined,
    data: async () => {
      const fragment = await data();
      const located = fragment.weighted_locations.length > 0;
      const found = shown(fragment, text, located ? undefined : await words());
      return { ...found, url: new URL(found.path + (found.anchor && `#${found.anchor}`), ROOT).href };
    },
  }));
}

/**
 * Returns an excerpt for the page.
 * @param {Piece[]} pieces
 */
export function marked(pieces) {
  const all = document.createDocumentFragment();
  for (const [text, isMatch] of pieces) {
    if (!isMatch) all.append(text);
    else all.append(Object.assign(document.createElement("mark"), { textContent: text }));
  }
  return all;
}
