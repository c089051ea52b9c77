// Searching the texts of the site. Nothing is loaded before the first search.

/**
 * A text that was found.
 * @typedef {object} Hit
 * @property {string} id
 * @property {number} score
 * @property {number | undefined} number its place in the order of Discover: reports, then findings, then sessions; no other page has one
 * @property {() => Promise<Found>} data reads what was found
 */

/**
 * What is shown of a hit.
 * @typedef {object} Found
 * @property {string} url the page, and the nearest heading, handle or passage before the match
 * @property {string} path the page's address from the root of the site
 * @property {string} title
 * @property {Piece[]} excerpt the text around the match
 */

/**
 * A stretch of text, and whether it matched.
 * @typedef {[text: string, marked: boolean]} Piece
 */

/**
 * What Pagefind keeps of a text. Locations count words of `content`.
 * @typedef {object} Fragment
 * @property {string} raw_url
 * @property {string} content
 * @property {{title: string}} meta
 * @property {{id: string, location: number, text: string, element: string}[]} anchors
 * @property {{location: number, balanced_score: number}[]} weighted_locations
 */

/**
 * @typedef {object} Pagefind
 * @property {(options: object) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {(text: string) => Promise<{results: {id: string, score: number, data: () => Promise<Fragment>}[]}>} search
 */

/** The root of the site: this file is `assets/js/search.js`. */
export const ROOT = new URL("../../", import.meta.url);

const FOLDER = new URL("pagefind/", ROOT);
const WORDS_BEFORE = 10;
const WORDS_SHOWN = 30;
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 3;

/** How much a word counts that is in the title, and one that only leads to the text (see `publish/search.py`). */
const META_WEIGHTS = { title: 5, words: 0.3 };

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

/** Loads the groups of words that mean the same, such as the names of a theme. */
const synonyms = once(async () => /** @type {string[][]} */ (await json("words.json")));

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
 * Finds all texts that match, best first.
 * @param {string} text
 * @returns {Promise<Hit[]>}
 */
export async function find(text) {
  const { results } = await (await open()).search(text);
  return results.map(({ id, score, data }) => ({
    id,
    score,
    number: undefined,
    data: async () => {
      const fragment = await data();
      const located = fragment.weighted_locations.length > 0;
      return shown(fragment, text, located ? [] : await synonyms());
    },
  }));
}

/**
 * Returns what is shown of a text that was found.
 * @param {Fragment} fragment
 * @param {string} text what was looked for
 * @param {string[][]} groups words that mean the same
 * @returns {Found}
 */
export function shown(fragment, text, groups) {
  const words = fragment.content.split(/\s+/);
  const matches = matching(words, fragment, text, groups);
  const anchor = matches.length ? anchorBefore(fragment, best(matches, fragment)) : "";
  const path = fragment.raw_url.replace(/^\//, "");
  return {
    url: new URL(path + (anchor && `#${anchor}`), ROOT).href,
    path,
    title: fragment.meta.title,
    excerpt: excerpt(words, matches, matches.length ? best(matches, fragment) : firstWord(fragment)),
  };
}

/**
 * Returns the places of the words that match: those the index tells, else words that contain what was looked for, else
 * words that mean the same.
 * @param {string[]} words
 * @param {Fragment} fragment
 * @param {string} text
 * @param {string[][]} groups
 */
function matching(words, fragment, text, groups) {
  if (fragment.weighted_locations.length) return fragment.weighted_locations.map((one) => one.location);
  const folded = words.map(fold);
  const sought = text.split(/\s+/).map(fold).filter(Boolean);
  const within = sought.flatMap((term) => containing(folded, term));
  if (within.length) return within;
  const phrase = sought.join(" ");
  const alike = groups.map((group) => group.map(folding)).filter((group) => group.includes(phrase)).flat();
  return alike.flatMap((form) => places(folded, form.split(" ")));
}

/**
 * Returns where a term is part of a word, the term without its ending if need be.
 * @param {string[]} folded
 * @param {string} term
 */
function containing(folded, term) {
  for (let cut = 0; cut <= LONGEST_ENDING && term.length - cut >= SHORTEST_STEM; cut += 1) {
    const stem = term.slice(0, term.length - cut);
    const found = folded.flatMap((word, place) => (word.includes(stem) ? [place] : []));
    if (found.length) return found;
  }
  return [];
}

/**
 * Returns the places of all words of a phrase, wherever it stands; its last word may have an ending.
 * @param {string[]} folded
 * @param {string[]} phrase
 */
function places(folded, phrase) {
  const last = phrase.length - 1;
  return folded.flatMap((_, start) =>
    phrase.every((word, at) => (at === last ? folded[start + at]?.startsWith(word) : folded[start + at] === word))
      ? phrase.map((_word, at) => start + at)
      : [],
  );
}

/**
 * Returns a word as it is compared: no capitals, accents or signs.
 * @param {string} word
 */
export function fold(word) {
  return word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
}

/**
 * Returns a phrase as it is compared.
 * @param {string} phrase
 */
export function folding(phrase) {
  return phrase.split(/\s+/).map(fold).filter(Boolean).join(" ");
}

/**
 * Returns the place that tells most: the first of those with the highest score.
 * @param {number[]} matches
 * @param {Fragment} fragment
 */
function best(matches, fragment) {
  const [first, ...rest] = fragment.weighted_locations;
  if (!first) return matches[0] ?? 0;
  return rest.reduce((top, one) => (one.balanced_score > top.balanced_score ? one : top), first).location;
}

/**
 * Returns the id of the last heading, handle or passage that begins at or before a place.
 * @param {Fragment} fragment
 * @param {number} place
 */
function anchorBefore(fragment, place) {
  const before = fragment.anchors.filter((anchor) => anchor.location <= place);
  const nearest = Math.max(...before.map((anchor) => anchor.location));
  return before.filter((anchor) => anchor.location === nearest).at(-1)?.id ?? "";
}

/**
 * Returns where the text begins, its first heading passed over.
 * @param {Fragment} fragment
 */
function firstWord(fragment) {
  const heading = fragment.anchors.find((anchor) => anchor.location === 0 && /^h\d$/.test(anchor.element));
  return heading ? heading.text.trim().split(/\s+/).length : 0;
}

/**
 * Returns the text around a place, from the beginning of its sentence when that is near.
 * @param {string[]} words
 * @param {number[]} matches
 * @param {number} place
 * @returns {Piece[]}
 */
function excerpt(words, matches, place) {
  const earliest = Math.max(0, place - WORDS_BEFORE);
  let start = place;
  while (start > earliest && !/[.!?:…]["”’)]?$/.test(words[start - 1] ?? "")) start -= 1;
  const cut = start > 0 && start === earliest;
  const end = Math.min(words.length, start + WORDS_SHOWN);
  const marked = new Set(matches);
  /** @type {Piece[]} */
  const pieces = cut ? [["… ", false]] : [];
  for (let at = start; at < end; at += 1) {
    const word = words[at] ?? "";
    const space = at + 1 < end ? " " : "";
    if (!marked.has(at)) {
      pieces.push([word + space, false]);
      continue;
    }
    const [, before = "", core = word, after = ""] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
    pieces.push([before, false], [core, true], [after + space, false]);
  }
  if (end < words.length) pieces.push([" …", false]);
  return joined(pieces);
}

/**
 * Joins neighbours of one kind; a space between two marked words is marked.
 * @param {Piece[]} pieces
 */
function joined(pieces) {
  /** @type {Piece[]} */
  const out = [];
  for (const [text, marked] of pieces) {
    const last = out.at(-1);
    const before = out.at(-2);
    if (!text) continue;
    if (last && last[1] === marked) last[0] += text;
    else if (marked && last?.[0] === " " && before?.[1]) {
      before[0] += ` ${text}`;
      out.pop();
    } else out.push([text, marked]);
  }
  return out;
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
