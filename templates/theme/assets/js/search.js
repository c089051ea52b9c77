// Searching the texts of the site. Nothing is loaded before the first search.

import { folding, formsOf, isMeant, says, telling } from "./search-meant.js";
import { shown } from "./search-shown.js";

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

/** @typedef {{id: string, score: number, data: () => Promise<Fragment>}} Raw what Pagefind tells of a text */

/**
 * @typedef {object} Pagefind
 * @property {(options: object) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {(text: string) => Promise<{results: Raw[]}>} search
 */

/** The root of the site: this file is `assets/js/search.js`. */
export const ROOT = new URL("../../", import.meta.url);

const FOLDER = new URL("pagefind/", ROOT);

/** How much a word counts in a title, as the end of a compound, and as another name (see `publish/search.py`). */
const META_WEIGHTS = { title: 5, endings: 2, names: 0.5 };

/** How many of the first texts are asked whether they are what was meant, and how many when one of those is not. */
const ASKED = 8;
const MOST_ASKED = 40;

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
 * Finds all texts that match, best first: those that say the phrase or what means the same, then those with its words.
 * What only the stemmer takes for it is left out.
 * @param {string} text
 * @returns {Promise<Hit[]>}
 */
export async function find(text) {
  const [pagefind, known] = await Promise.all([open(), words()]);
  const wanted = telling(text);
  const { results } = await pagefind.search(wanted);
  const forms = folding(text).includes(" ") ? formsOf(text, known) : [];
  let asked = ASKED;
  let ranks = await ranked(results.slice(0, asked), wanted, forms);
  if (ranks.some((rank) => rank !== 0)) {
    ranks = await ranked(results.slice(0, (asked = MOST_ASKED)), wanted, forms);
  }
  const meant = [0, 1].flatMap((rank) => results.slice(0, asked).filter((_, place) => ranks[place] === rank));
  if (!meant.length) return [];
  return [...meant, ...results.slice(asked)].map(({ id, score, data }) => ({
    id,
    score,
    number: undefined,
    data: async () => {
      const found = shown(await data(), wanted === text || forms.length ? text : wanted, known);
      return { ...found, url: new URL(found.path + (found.anchor && `#${found.anchor}`), ROOT).href };
    },
  }));
}

/**
 * Tells of each text whether it is what was meant: 0 when it is, 1 when it has the words only, 2 when it is not.
 * @param {Raw[]} results
 * @param {string} text
 * @param {string[]} forms phrases that mean the same; none when any text with the words is meant
 */
async function ranked(results, text, forms) {
  const fragments = await Promise.all(results.map((one) => one.data()));
  return fragments.map((one) => {
    if (forms.length && says(one, forms)) return 0;
    return isMeant(one, text) ? Math.min(forms.length, 1) : 2;
  });
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
