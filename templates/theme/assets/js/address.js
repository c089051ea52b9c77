// What is chosen, as it stands in the address: `?thema=rekenen&groep=5&q=tafels`. A value more is a name more.

import { isBarred, NOTHING, THEME, toggled } from "./facets.js";
import { ORDERS, usualOrder } from "./order.js";

/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {import("./facets.js").Choice} Choice */
/** @typedef {import("./order.js").Order} Order */

/**
 * All that decides what is shown.
 * @typedef {object} State
 * @property {Choice} choice
 * @property {string} words
 * @property {Order} order
 */

const LONGEST = 200;
const QUOTED = 40;
const MOST_QUOTED = 4;
const STICKERS = /^(utm_.*|.*clid)$/; // what mail programs and social media put behind an address

/**
 * Reads an address. `unknown` holds what it asks for that is not there, as it is written but never long; `barred` tells
 * that it asks for a delicate theme and a subgroup together: then the subgroup is left out.
 * @param {string} query
 * @param {Facets} facets
 * @returns {{ state: State, unknown: string[], barred: boolean }}
 */
export function read(query, facets) {
  const given = new URLSearchParams(query);
  const words = (given.get("q") ?? "").trim().slice(0, LONGEST);
  const wanted = /** @type {Order} */ (given.get("volgorde"));
  const order = ORDERS.includes(wanted) && (words || wanted !== "passend") ? wanted : usualOrder(words);
  let choice = { ...NOTHING, every: given.get("alle") === "ja" };
  /** @type {Set<string>} */
  const unknown = new Set();
  let barred = false;
  for (const [name, written] of themesFirst(given)) {
    const value = written.trim().toLowerCase();
    if (name === "q" || !value || STICKERS.test(name)) continue;
    if (name === "alle" ? value === "ja" : name === "volgorde" && ORDERS.includes(wanted)) continue;
    if (!facets.values.get(name)?.has(value)) unknown.add(`${name}=${written}`.slice(0, QUOTED));
    else if (isBarred(facets, choice, name, value)) barred = true;
    else if (!choice.values.get(name)?.includes(value)) choice = toggled(choice, name, value);
  }
  return { state: { choice, words, order }, unknown: [...unknown].slice(0, MOST_QUOTED), barred };
}

/**
 * Of a delicate theme and a subgroup the theme is kept, so themes are read first.
 * @param {URLSearchParams} given
 */
function themesFirst(given) {
  return [...given].sort(([one], [other]) => Number(other === THEME) - Number(one === THEME));
}

/**
 * Returns the query for a state, "" when nothing is chosen: `read` gives the same state back.
 * @param {State} state
 */
export function written({ choice, words, order }) {
  const query = new URLSearchParams();
  for (const [facet, values] of choice.values) for (const value of values) query.append(facet, value);
  if (choice.every) query.set("alle", "ja");
  if (words) query.set("q", words);
  if (order !== usualOrder(words)) query.set("volgorde", order);
  const text = query.toString();
  return text && `?${text}`;
}
