// Finding handles by words: of the words that begin with what was typed, the files they are in (render/handle_file.py).

import { fromGaps, has, keepOnly, unite } from "./bits.js";

/**
 * Where the words are: the first word of each file, in the order of code points.
 * @typedef {object} WordFiles
 * @property {string[]} from
 * @property {string[]} pieces file names
 */

/** Shorter words are looked for as they are: half the alphabet begins with "de". */
const SHORTEST_BEGINNING = 3;

/**
 * Returns the words of a text as they are looked for: small letters without accents.
 * @param {string} text
 */
export function wordsOf(text) {
  const bare = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Returns the files in which words with this beginning are.
 * @param {WordFiles} files
 * @param {string} word
 */
export function filesFor({ from, pieces }, word) {
  const last = word.length < SHORTEST_BEGINNING ? word : `${word}\uffff`;
  return pieces.filter((_, at) => {
    const next = from[at + 1];
    return (from[at] ?? "") <= last && (next === undefined || next > word);
  });
}

/**
 * Returns the handles in which each of the words stands, or one that begins with it; in their own order.
 * @type {import("./finder.js").Ways["search"]}
 */
export async function search(text, file, load) {
  const files = file.words ?? { from: [], pieces: [] };
  const left = new Uint32Array(Math.ceil(file.count / 32)).fill(0xffffffff);
  for (const word of new Set(wordsOf(text))) {
    const found = await Promise.all(filesFor(files, word).map(load));
    const places = new Uint32Array(left.length);
    for (const [known, gaps] of found.flatMap((one) => Object.entries(/** @type {Record<string, number[]>} */ (one)))) {
      const fits = word.length < SHORTEST_BEGINNING ? known === word : known.startsWith(word);
      if (fits) unite(places, fromGaps(gaps, file.count));
    }
    keepOnly(left, places);
  }
  return Array.from({ length: file.count }, (_, number) => number)
    .filter((number) => has(left, number))
    .map((number) => ({ number, data: () => Promise.resolve(null) }));
}
