// What remains of all items under a choice, and what each further choice would leave. No page, no network.
//
// Or within a facet, and between facets; `every` asks for all chosen themes at once. A theme takes in its narrower ones.
// The delicate themes and the subgroup facets are never crossed (render/facet_file.py tells why): with a subgroup chosen
// a broader theme leaves its delicate ones out.

import { everything, fromGaps, keepOnly, overlap, unite } from "./bits.js";

/**
 * The facet file as it comes: lists of numbers as the gaps between them, 0 being the very next.
 * @typedef {object} FacetFile
 * @property {number} version
 * @property {number} count
 * @property {number} per items in one piece
 * @property {string[]} pieces file names
 * @property {Record<string, Record<string, number[]>>} facets facet, value, items; of a theme without its narrower ones
 * @property {Record<string, string>} broader theme, the theme above it
 * @property {string[]} apart the delicate themes
 * @property {number[]} titles all items in the order of their titles
 * @property {import("./handle-words.js").WordFiles} [words] of handles only
 */

/**
 * @typedef {object} Facets
 * @property {number} count
 * @property {Map<string, Map<string, Uint32Array>>} values facet, value, items
 * @property {Map<string, Uint32Array>} crossed the same for themes, without what is there for a delicate theme only
 * @property {Record<string, string>} broader theme, the theme above it
 * @property {Set<string>} delicate
 * @property {number[]} titles
 */

/**
 * What is chosen: values by facet, in the order of choosing.
 * @typedef {object} Choice
 * @property {Map<string, string[]>} values
 * @property {boolean} every all chosen themes at once
 */

export const THEME = "thema";

/** Nothing is chosen. @type {Choice} */
export const NOTHING = { values: new Map(), every: false };

const VERSION = 1;
const SUBGROUPS = ["groep", "bijeenkomst"];

/**
 * Returns the facets of a file; throws when it is not one that can be read.
 * @param {FacetFile} file
 * @returns {Facets}
 */
export function facetsOf(file) {
  if (file.version !== VERSION) throw new Error("another version of the facet file");
  const values = new Map(
    Object.entries(file.facets).map(([facet, found]) => [
      facet,
      new Map(Object.entries(found).map(([value, gaps]) => [value, fromGaps(gaps, file.count)])),
    ]),
  );
  const own = values.get(THEME) ?? new Map();
  const delicate = new Set(file.apart);
  values.set(THEME, withNarrower(own, file.broader, () => true));
  const crossed = withNarrower(own, file.broader, (theme) => !delicate.has(theme));
  return { count: file.count, values, crossed, broader: file.broader, delicate, titles: file.titles };
}

/**
 * Returns for each theme the items that carry it or a narrower one that `counts`.
 * @param {Map<string, Uint32Array>} own
 * @param {Record<string, string>} broader
 * @param {(theme: string) => boolean} counts
 */
function withNarrower(own, broader, counts) {
  const found = new Map([...own].map(([theme, bits]) => [theme, new Uint32Array(bits.length)]));
  for (const [theme, bits] of own) {
    if (!counts(theme)) continue;
    const seen = new Set();
    for (let above = /** @type {string | undefined} */ (theme); above && !seen.has(above); above = broader[above]) {
      seen.add(above);
      const all = found.get(above);
      if (all) unite(all, bits);
    }
  }
  return found;
}

/**
 * Tells whether a value cannot be chosen now, because a delicate theme and a subgroup are not told together.
 * @param {Facets} facets
 * @param {Choice} choice
 * @param {string} facet
 * @param {string} value
 */
export function isBarred(facets, choice, facet, value) {
  if (facet === THEME) return facets.delicate.has(value) && hasSubgroup(choice);
  return SUBGROUPS.includes(facet) && hasDelicate(facets, choice);
}

/**
 * Tells whether a delicate theme is among what is chosen.
 * @param {Facets} facets
 * @param {Choice} choice
 */
export function hasDelicate(facets, choice) {
  return (choice.values.get(THEME) ?? []).some((theme) => facets.delicate.has(theme));
}

/** @param {Choice} choice */
export function hasSubgroup(choice) {
  return SUBGROUPS.some((facet) => (choice.values.get(facet) ?? []).length > 0);
}

/**
 * Returns the items under a choice; `among` are those in which the words were found, null without words.
 * @param {Facets} facets
 * @param {Choice} choice
 * @param {Uint32Array | null} among
 */
export function remaining(facets, choice, among) {
  return under(facets, choice, among, "");
}

/**
 * Returns for each value how many items that remain have it: of its own facet, only for themes with `every`, what else is
 * chosen counts too. Null for a value that is barred.
 * @param {Facets} facets
 * @param {Choice} choice
 * @param {Uint32Array | null} among
 * @returns {Map<string, Map<string, number | null>>}
 */
export function countsOf(facets, choice, among) {
  /** @type {Map<string, Map<string, number | null>>} */
  const counts = new Map();
  for (const [facet, values] of facets.values) {
    const rest = under(facets, choice, among, facet === THEME && choice.every ? "" : facet);
    // Themes may be crossed with a subgroup that is only looked at: then, too, without what is there for a delicate one.
    const crossing = SUBGROUPS.includes(facet) ? under(facets, choice, among, facet, facets.crossed) : rest;
    const themes = hasSubgroup(choice) ? facets.crossed : values;
    const found = new Map();
    for (const [value, bits] of values) {
      const held = facet === THEME ? (themes.get(value) ?? bits) : bits;
      found.set(value, isBarred(facets, choice, facet, value) ? null : overlap(held, crossing));
    }
    counts.set(facet, found);
  }
  return counts;
}

/**
 * Returns the choice with a value added, or taken out when it was chosen.
 * @param {Choice} choice
 * @param {string} facet
 * @param {string} value
 * @returns {Choice}
 */
export function toggled(choice, facet, value) {
  const before = choice.values.get(facet) ?? [];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  const values = new Map(choice.values);
  if (after.length) values.set(facet, after);
  else values.delete(facet);
  return { ...choice, values };
}

/**
 * Returns the items under the chosen values of all facets but one.
 * @param {Facets} facets
 * @param {Choice} choice
 * @param {Uint32Array | null} among
 * @param {string} but
 * @param {Map<string, Uint32Array>} [themes] how far each theme reaches
 */
function under(facets, choice, among, but, themes) {
  const left = among ? among.slice() : everything(facets.count);
  for (const [facet, chosen] of choice.values) {
    if (facet === but || !chosen.length) continue;
    const reach = facet === THEME ? (themes ?? themesUnder(facets, choice)) : facets.values.get(facet);
    const sets = chosen.map((value) => reach?.get(value) ?? new Uint32Array(left.length));
    if (facet === THEME && choice.every) for (const bits of sets) keepOnly(left, bits);
    else keepOnly(left, sets.reduce((all, bits) => unite(all, bits), new Uint32Array(left.length)));
  }
  return left;
}

/**
 * @param {Facets} facets
 * @param {Choice} choice
 */
function themesUnder(facets, choice) {
  return hasSubgroup(choice) ? facets.crossed : facets.values.get(THEME);
}
