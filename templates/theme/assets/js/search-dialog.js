// The search dialog. Its sentences stand in attributes of the dialog.

import { ROOT, find, marked, words } from "./search.js";
import { near } from "./search-near.js";

const SHOWN = 8;
const SHORTEST = 2;
const PAUSE = 150;
const LAST = "gezocht";
const LONGEST_REPEATED = 60;

/** @typedef {import("./search.js").Found} Found */

/** @type {WeakSet<HTMLDialogElement>} */
const started = new WeakSet();

/**
 * Makes the dialog work; with every opening, the last search stands ready to be typed over.
 * @param {HTMLDialogElement} dialog
 */
export function start(dialog) {
  const parts = partsOf(dialog);
  if (!started.has(dialog)) {
    started.add(dialog);
    listen(dialog, parts);
    parts.input.value ||= lastSearch();
    if (parts.input.value) answer(dialog, parts);
  }
  parts.input.select();
}

/**
 * @typedef {object} Parts
 * @property {HTMLInputElement} input
 * @property {HTMLElement} status
 * @property {HTMLElement} list
 * @property {HTMLElement} themes
 * @property {HTMLAnchorElement} discover
 */

/**
 * @param {HTMLDialogElement} dialog
 * @returns {Parts}
 */
function partsOf(dialog) {
  const one = (/** @type {string} */ selector) => /** @type {any} */ (dialog.querySelector(selector));
  return { input: one("input"), status: one("[role=status]"), list: one("ol"), themes: one("section"), discover: one("[data-on]") };
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {Parts} parts
 */
function listen(dialog, parts) {
  let waiting = 0;
  parts.input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => answer(dialog, parts), PAUSE);
  });
  dialog.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target === dialog || target?.closest("[data-close]")) dialog.close();
    else if (target?.closest("a")) closeOnSamePage(dialog, target.closest("a"));
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [parts.input, ...dialog.querySelectorAll("ol a, section a")];
    const next = stops[stops.indexOf(/** @type {Element} */ (document.activeElement)) + step];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  });
}

/**
 * Closes the dialog when a link leads to another place on this page.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLAnchorElement | null} link
 */
function closeOnSamePage(dialog, link) {
  if (link?.pathname === location.pathname && link.hash) dialog.close();
}

let latest = 0;

/**
 * Searches and shows what was found; an answer that comes after a newer question is not shown.
 * @param {HTMLDialogElement} dialog
 * @param {Parts} parts
 */
async function answer(dialog, parts) {
  const said = dialog.dataset;
  const text = parts.input.value.trim();
  const number = ++latest;
  const target = new URL(parts.discover.href);
  target.search = text ? `?${new URLSearchParams({ q: text })}` : "";
  parts.discover.href = target.href;
  keepSearch(text);
  if (text.length < SHORTEST) {
    show(parts, "", [], []);
    return;
  }
  if (!parts.list.children.length) parts.status.textContent = said.busy ?? "";
  try {
    const hits = await find(text);
    const found = await Promise.all(hits.slice(0, SHOWN).map((hit) => hit.data()));
    const missed = hits.length ? [] : await nearThemes(text);
    if (number !== latest) return;
    const count = hits.length === 1 ? said.one : said.many?.replace("{count}", String(hits.length));
    const status = hits.length ? count : said.none?.replace("{text}", () => shortened(text));
    show(parts, status ?? "", found.map((one) => item(dialog, one)), missed);
  } catch {
    if (number === latest) show(parts, said.broken ?? "", [], []);
  }
}

/**
 * Returns as much of a text as is repeated in a sentence.
 * @param {string} text
 */
function shortened(text) {
  const letters = [...text];
  return letters.length > LONGEST_REPEATED ? `${letters.slice(0, LONGEST_REPEATED - 1).join("").trimEnd()}…` : text;
}

/** Returns what was looked for last, on this page or one before. */
function lastSearch() {
  try {
    return sessionStorage.getItem(LAST) ?? "";
  } catch {
    return ""; // a private window keeps nothing
  }
}

/** @param {string} text */
function keepSearch(text) {
  try {
    sessionStorage.setItem(LAST, text);
  } catch {
    // a private window keeps nothing
  }
}

/**
 * @param {Parts} parts
 * @param {string} status
 * @param {HTMLElement[]} items
 * @param {HTMLElement[]} themes
 */
function show(parts, status, items, themes) {
  parts.status.textContent = status;
  parts.list.replaceChildren(...items);
  parts.themes.querySelector("ul")?.replaceChildren(...themes);
  parts.themes.hidden = themes.length === 0;
}

/**
 * Returns one result: its kind, its title as a link, the text around the match.
 * @param {HTMLDialogElement} dialog
 * @param {Found} found
 */
function item(dialog, found) {
  const one = element("li", {});
  const kind = dialog.dataset[found.path.split("/")[0] ?? ""];
  const text = element("p", {});
  text.append(marked(found.excerpt));
  const why = found.theme && `${dialog.dataset.themas}: ${found.theme}`;
  one.append(element("p", { className: "kicker", textContent: [kind, why].filter(Boolean).join(" · ") }));
  one.append(element("a", { href: found.url, textContent: found.title }), text);
  return one;
}

/**
 * Returns links to the themes that are nearest to what was looked for.
 * @param {string} text
 */
async function nearThemes(text) {
  const { themes } = await words();
  return near(text, themes.map(([, names]) => names)).flatMap((place) => {
    const [path, names] = themes[place] ?? ["", []];
    const one = element("li", {});
    one.append(element("a", { href: new URL(path, ROOT).href, textContent: names[0] ?? "", className: "chip i theme" }));
    return [one];
  });
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 */
function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
