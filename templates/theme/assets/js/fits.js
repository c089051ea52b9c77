// Why something is among the results: what it has of what was chosen, then its other themes.

import { has } from "./bits.js";
import { THEME } from "./facets.js";

/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {import("./facets.js").Choice} Choice */

/**
 * A property of a result: a value, whether it was chosen, and for a narrower theme the chosen one it belongs to.
 * @typedef {object} Fit
 * @property {string} facet
 * @property {string} value
 * @property {boolean} chosen
 * @property {string} [under]
 */

/**
 * Returns the properties of an item to be shown. `themes` are those that may be told of it.
 * @param {Facets} facets
 * @param {Choice} choice
 * @param {number} number
 * @param {string[]} themes
 * @returns {Fit[]}
 */
export function fitsOf(facets, choice, number, themes) {
  const wanted = choice.values.get(THEME) ?? [];
  /** @type {Fit[]} */
  const ofThemes = themes.map((value) => {
    if (wanted.includes(value)) return { facet: THEME, value, chosen: true };
    const under = above(facets, value).find((one) => wanted.includes(one));
    return under ? { facet: THEME, value, chosen: true, under } : { facet: THEME, value, chosen: false };
  });
  const told = new Set(ofThemes.flatMap(({ value, under }) => [value, under]));
  /** @type {Fit[]} */
  const others = [];
  for (const [facet, values] of choice.values) {
    for (const value of values) {
      const carried = facets.values.get(facet)?.get(value);
      if (carried && has(carried, number) && !(facet === THEME && told.has(value))) {
        others.push({ facet, value, chosen: true });
      }
    }
  }
  const fits = [...ofThemes, ...others];
  return [...fits.filter((fit) => fit.chosen), ...fits.filter((fit) => !fit.chosen)];
}

/**
 * Returns the themes above a theme, nearest first.
 * @param {Facets} facets
 * @param {string} theme
 */
function above(facets, theme) {
  /** @type {string[]} */
  const found = [];
  for (let one = facets.broader[theme]; one && !found.includes(one); one = facets.broader[one]) found.push(one);
  return found;
}
