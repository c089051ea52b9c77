// Which themes are near to words that nothing was found for.

import { fold, folding } from "./search-meant.js";

const MOST = 6;
const SHORTEST_PART = 4;
const SLIPS_ALLOWED = { from: 4, two: 8 };

/**
 * Returns the places in `themes` of those that are nearest to what was looked for, nearest first.
 * @param {string} text
 * @param {string[][]} themes all that each theme is called
 * @returns {number[]}
 */
export function near(text, themes) {
  const sought = text.split(/\s+/).map(fold).filter((word) => word.length > 2);
  const scored = themes.map((forms, place) => ({ place, score: Math.max(0, ...forms.map((form) => alike(sought, form))) }));
  const close = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.place - b.place);
  return close.slice(0, MOST).map(({ place }) => place);
}

/**
 * Tells how much a name is like the words that were looked for: the sum of what each word is like.
 * @param {string[]} sought
 * @param {string} form
 */
function alike(sought, form) {
  const words = folding(form).split(" ");
  return sought.reduce((sum, word) => sum + Math.max(...words.map((other) => likeness(word, other))), 0);
}

/**
 * Tells how much two words are alike: the same, one the beginning of the other, one a part of the other, a slip or two.
 * @param {string} a
 * @param {string} b
 */
function likeness(a, b) {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long) return 5;
  if (short.length >= SHORTEST_PART && long.startsWith(short)) return 4;
  if (short.length >= SHORTEST_PART && long.endsWith(short)) return 3;
  const slips = short.length < SLIPS_ALLOWED.from ? 0 : short.length < SLIPS_ALLOWED.two ? 1 : 2;
  if (long.length - short.length <= slips && distance(short, long) <= slips) return 2;
  if (short.length >= SHORTEST_PART && long.includes(short)) return 2;
  if (short.length <= SHORTEST_PART) return 0;
  const begin = long.slice(0, short.length);
  return begin.startsWith(short.slice(0, SHORTEST_PART + 1)) || (begin[0] === short[0] && distance(short, begin) <= 1) ? 1 : 0;
}

/**
 * Returns how many letters must be put in, left out, replaced or swapped with their neighbour to turn `a` into `b`.
 * @param {string} a
 * @param {string} b
 */
export function distance(a, b) {
  /** @type {number[][]} */
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (/** @type {number} */ row, /** @type {number} */ column) => rows[row]?.[column] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped));
    }
  }
  return at(a.length, b.length);
}
