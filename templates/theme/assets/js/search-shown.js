// What is shown of a text that was found: the words that matched, the place they stand in, the text around them.

import { fold, folding, formsOf, stemmed } from "./search-meant.js";

/**
 * @typedef {object} Shown
 * @property {string} path the page's address from the root of the site
 * @property {string} anchor the nearest heading, handle or passage before the match
 * @property {string} title
 * @property {Piece[]} excerpt the text around the match
 * @property {string | undefined} theme what led to it, when no word of the text did
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
 * @property {{title: string, names?: string, endings?: string}} meta
 * @property {{id: string, location: number, text: string, element: string}[]} anchors
 * @property {{location: number, balanced_score: number}[]} weighted_locations
 */

/**
 * What lies beside the index: where each theme lives and what it is called, and what schools say in short and in full.
 * @typedef {object} Words
 * @property {[path: string, names: string[]][]} themes
 * @property {string[][]} abbreviations
 */

const WORDS_BEFORE = 10;
const WORDS_SHOWN = 30;
const SHORTEST_STEM = 4;
const SHORTEST_BEGINNING = 3;
const LONGEST_ENDING = 3;

/**
 * Returns what is shown of a text that was found.
 * @param {Fragment} fragment
 * @param {string} text what was looked for
 * @param {Words} [known] words that mean the same
 * @returns {Shown}
 */
export function shown(fragment, text, known) {
  const said = fragment.content.split(/\s+/);
  const phrases = sayings(said, text, known);
  const located = [...fragment.weighted_locations].sort((a, b) => b.balanced_score - a.balanced_score);
  const literal = literally(said, text);
  const places = located.map((one) => one.location);
  const byWord = [...places.filter((place) => literal.includes(place)), ...literal, ...places];
  const isPhrase = phrases.length > 0 && folding(text).includes(" "); // whole, it is no match of its words one by one
  const matches = isPhrase ? phrases : byWord.length ? byWord : [...otherwise(said, text), ...phrases];
  const inTitle = folding(fragment.meta.title).includes(folding(text));
  return {
    path: fragment.raw_url.replace(/^\/|\.html$/g, "") + "/",
    anchor: matches.length ? anchorBefore(fragment, matches[0] ?? 0) : "",
    title: fragment.meta.title,
    excerpt: excerpt(said, matches, matches[0] ?? firstWord(fragment)),
    theme: matches.length || inTitle ? undefined : themeOf(fragment, text, known),
  };
}

/**
 * Returns the places of the words in which a word that was looked for stands as it is, also as a part of a compound.
 * @param {string[]} said
 * @param {string} text
 */
function literally(said, text) {
  const sought = text.split(/\s+/).map(fold).filter((term) => term.length >= SHORTEST_STEM);
  const isIn = (/** @type {string} */ word) => sought.some((term) => word.includes(term));
  return said.flatMap((word, place) => (isIn(fold(word)) ? [place] : []));
}

/**
 * Returns the places of words that hold another form of what was looked for.
 * @param {string[]} said
 * @param {string} text
 */
function otherwise(said, text) {
  const stems = said.map(stemmed);
  return text.split(/\s+/).flatMap((term) => containing(stems, stemmed(term)));
}

/**
 * Returns the places of words that mean the same as all that was looked for, as it was said first.
 * @param {string[]} said
 * @param {string} text
 * @param {Words} [known]
 */
function sayings(said, text, known) {
  const folded = said.map(fold);
  const forms = known ? formsOf(text, known) : [];
  return [folding(text), ...forms].flatMap((form) => (forms.includes(form) ? places(folded, form.split(" ")) : []));
}

/**
 * Returns the label of the theme of this text that goes by what was looked for.
 * @param {Fragment} fragment
 * @param {string} text
 * @param {Words} [known]
 */
function themeOf(fragment, text, known) {
  const carried = ` ${folding(fragment.meta.names ?? "")} `;
  const phrase = folding(text);
  const led = known?.themes.find(([, names]) => {
    const forms = names.map(folding);
    return carried.includes(` ${forms.join(" ")} `) && forms.some((form) => ` ${form}`.includes(` ${phrase}`));
  });
  return led?.[1][0];
}

/**
 * Returns where a term is part of a word, or the end of it; the term without its ending if need be.
 * @param {string[]} stems
 * @param {string} term
 */
function containing(stems, term) {
  for (let cut = 0; cut <= LONGEST_ENDING && term.length - cut >= SHORTEST_BEGINNING; cut += 1) {
    const stem = term.slice(0, term.length - cut);
    const isIn = (/** @type {string} */ word) => (stem.length < SHORTEST_STEM ? word.endsWith(stem) : word.includes(stem));
    const found = stems.flatMap((word, place) => (isIn(word) ? [place] : []));
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
 * @param {string[]} said
 * @param {number[]} matches
 * @param {number} place
 * @returns {Piece[]}
 */
function excerpt(said, matches, place) {
  const earliest = Math.max(0, place - WORDS_BEFORE);
  let start = place;
  while (start > earliest && !/[.!?:…]["”’)]?$/.test(said[start - 1] ?? "")) start -= 1;
  const cut = start > 0 && start === earliest;
  const end = Math.min(said.length, start + WORDS_SHOWN);
  const marked = new Set(matches);
  /** @type {Piece[]} */
  const pieces = cut ? [["… ", false]] : [];
  for (let at = start; at < end; at += 1) {
    const word = said[at] ?? "";
    const space = at + 1 < end ? " " : "";
    if (!marked.has(at)) {
      pieces.push([word + space, false]);
      continue;
    }
    const [, before = "", core = word, after = ""] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word) ?? [];
    pieces.push([before, false], [core, true], [after + space, false]);
  }
  if (end < said.length) pieces.push([" …", false]);
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
