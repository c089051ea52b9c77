// In which order what remains is shown.

import { has } from "./bits.js";

/** @typedef {"passend" | "nieuw" | "titel"} Order */

/** @type {Order[]} */
export const ORDERS = ["passend", "nieuw", "titel"];

/**
 * Returns the numbers of a set: best match first, newest first (that is how items are numbered) or by title.
 * @param {Uint32Array} remaining
 * @param {Order} order
 * @param {number[]} titles all items in the order of their titles; none when they are not sorted that way
 * @param {number[] | null} best the items in which the words were found, best first; null without words
 */
export function inOrder(remaining, order, titles, best) {
  if (order === "titel" && titles.length) return titles.filter((number) => has(remaining, number));
  if (order === "passend" && best) return best.filter((number) => has(remaining, number));
  return Array.from({ length: remaining.length * 32 }, (_, number) => number).filter((number) => has(remaining, number));
}

/**
 * Returns the order that is usual: with words the best match, else the newest.
 * @param {string} words
 * @returns {Order}
 */
export function usualOrder(words) {
  return words ? "passend" : "nieuw";
}
