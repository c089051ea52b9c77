// The choices on the page of Discover: buttons that say what each would leave. They are never built anew, only told.

import { isBarred } from "./facets.js";

/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {import("./facets.js").Choice} Choice */

/**
 * @typedef {object} Pick
 * @property {HTMLElement} button
 * @property {HTMLElement} count
 * @property {string} facet
 * @property {string} value
 * @property {string} label
 */

/**
 * Returns all choices below an element.
 * @param {HTMLElement} among
 * @returns {Pick[]}
 */
export function picksIn(among) {
  return [...among.querySelectorAll("button[data-facet]")].flatMap((button) => {
    const count = button.querySelector("b");
    if (!(button instanceof HTMLElement) || !count) return [];
    const label = button.querySelector("[data-label]")?.textContent ?? "";
    return [{ button, count, facet: button.dataset.facet ?? "", value: button.dataset.value ?? "", label }];
  });
}

/**
 * Shows what is chosen, and what each choice would leave.
 * @param {Pick[]} picks
 * @param {Facets} facets
 * @param {Choice} choice
 * @param {Map<string, Map<string, number | null>>} counts
 * @param {{ none: string, apart: string }} words what stands there instead of a number
 */
export function tell(picks, facets, choice, counts, words) {
  for (const { button, count, facet, value } of picks) {
    const chosen = choice.values.get(facet)?.includes(value) ?? false;
    const left = counts.get(facet)?.get(value) ?? 0;
    const barred = isBarred(facets, choice, facet, value);
    const text = barred ? words.apart : left ? String(left) : words.none;
    if (count.textContent !== text) count.textContent = text;
    put(button, "aria-pressed", String(chosen));
    put(button, "aria-disabled", !chosen && (barred || !left) ? "true" : null);
    put(button, "aria-describedby", barred ? "v-apart" : null);
  }
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string | null} value
 */
function put(element, name, value) {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * Opens what is folded around what is chosen.
 * @param {Pick[]} picks
 */
export function unfoldChosen(picks) {
  for (const { button } of picks) {
    const fold = button.closest("details");
    if (fold && button.getAttribute("aria-pressed") === "true") fold.open = true;
  }
}
