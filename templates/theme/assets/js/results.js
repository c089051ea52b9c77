// The results on the page of Discover, made from a template in the page.

import { hasDelicate } from "./facets.js";
import { fitsOf } from "./fits.js";
import { part } from "./part.js";
import { marked } from "./search.js";
import { has } from "./bits.js";

/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {import("./facets.js").Choice} Choice */
/** @typedef {import("./pieces.js").Item} Item */
/** @typedef {import("./outcome.js").Page} Page */
/** @typedef {import("./outcome.js").Result} Result */

/** The pictogram of each kind. */
const ICONS = new Map([["verslag", "report"], ["bevinding", "finding"], ["bijeenkomst", "session"]]);

/**
 * Returns a result as it is shown.
 * @param {Page} page
 * @param {Facets} facets
 * @param {Choice} choice
 * @param {Result} result
 */
export function shown(page, facets, choice, { number, item, found }) {
  const whole = /** @type {DocumentFragment} */ (page.template.content.cloneNode(true));
  const entry = part(whole, ".found");
  const kind = valueOf(facets, "soort", number);
  const quadrant = valueOf(facets, "kwadrant", number);
  if (quadrant) entry.classList.add(quadrant);
  part(entry, ".kind .ic").classList.add(ICONS.get(kind) ?? "report");
  part(entry, ".kind span").textContent = [page.say(kind), item.draft ? page.say("draft") : ""].filter(Boolean).join(" · ");
  const link = part(entry, "h3 a");
  link.textContent = item.title;
  link.setAttribute("href", found?.url ?? new URL(item.to, page.root).href);
  if (found) part(entry, ".text").append(marked(found.excerpt));
  else part(entry, ".text").textContent = item.gist ?? "";
  // Of what is said on a delicate theme the subgroup is not told.
  const facts = hasDelicate(facets, choice) ? page.label("kwadrant", quadrant) : item.facts;
  part(entry, ".facts span").textContent = facts ?? "";
  part(entry, ".facts b").textContent = item.handles ?? "";
  part(entry, ".fits").append(...fitsOf(facets, choice, number, item.themes ?? []).map((fit) => shownFit(page, fit)));
  for (const empty of [...entry.querySelectorAll(".text, .facts > *, .fits")]) if (!empty.hasChildNodes()) empty.remove();
  return whole;
}

/**
 * @param {Page} page
 * @param {import("./fits.js").Fit} fit
 */
function shownFit(page, { facet, value, chosen, under }) {
  const entry = document.createElement("li");
  const name = page.label(facet, value);
  entry.textContent = under ? page.say("below", { name, broader: page.label(facet, under) }) : name;
  if (chosen) entry.className = "chosen";
  return entry;
}

/**
 * Returns the one value an item has of a facet of which it has no more than one, "" when it has none.
 * @param {Facets} facets
 * @param {string} facet
 * @param {number} number
 */
function valueOf(facets, facet, number) {
  return [...(facets.values.get(facet) ?? [])].find(([, bits]) => has(bits, number))?.[0] ?? "";
}
