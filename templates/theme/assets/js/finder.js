// Choosing step by step, on the pages that have a finder. The page works by its links until this has all it needs, and
// again when it fails.

import { read, written } from "./address.js";
import { setOf, size } from "./bits.js";
import { picksIn, tell, unfoldChosen } from "./choices.js";
import { countsOf, facetsOf, isBarred, NOTHING, remaining, toggled } from "./facets.js";
import { inOrder, usualOrder } from "./order.js";
import { AT_A_TIME, OutcomeView } from "./outcome.js";
import { piecesOf } from "./pieces.js";
import { part } from "./part.js";

/** @typedef {import("./address.js").State} State */
/** @typedef {import("./facets.js").FacetFile} FacetFile */
/** @typedef {import("./order.js").Order} Order */
/** @typedef {import("./outcome.js").Hit} Hit */
/** @typedef {import("./outcome.js").Result} Result */

/**
 * What one page does its own way.
 * @typedef {object} Ways
 * @property {(words: string, file: FacetFile, load: (name: string) => Promise<unknown>) => Promise<Hit[]>} search
 * @property {(page: import("./outcome.js").Page, facets: import("./facets.js").Facets, choice: import("./facets.js").Choice, result: Result) => DocumentFragment} shown
 */

const PAUSE = 250; // milliseconds without a key before words are looked for

class Finder {
  /**
   * @param {HTMLElement} finder
   * @param {FacetFile} file
   * @param {URL} base where the file and its pieces are
   * @param {Ways} ways
   */
  constructor(finder, file, base, ways) {
    this.finder = finder;
    /** @param {string} name */
    const load = (name) => json(new URL(name, base));
    /** @param {string} words */
    this.search = (words) => ways.search(words, file, load);
    this.facets = facetsOf(file);
    this.form = part(document, "[data-ask]");
    this.field = /** @type {HTMLInputElement} */ (part(this.form, "input"));
    this.filters = part(finder, "[data-filters]");
    this.every = /** @type {HTMLInputElement | null} */ (finder.querySelector("[data-every]"));
    this.order = /** @type {HTMLSelectElement} */ (part(finder, "[data-order]"));
    this.unfold = part(finder, "[data-unfold]");
    this.fold = part(finder, "[data-fold]");
    this.picks = picksIn(this.filters);
    this.view = new OutcomeView(finder, ways.shown, this.facets, piecesOf(file, load), (facet, value) => this.label(facet, value), {
      remove: (facet, value) => this.change({ choice: toggled(this.state.choice, facet, value) }),
      removeWords: () => this.change({ words: "" }),
      clear: () => this.change({ choice: NOTHING, words: "", order: usualOrder("") }),
    });
    this.state = read("", this.facets).state;
    /** What the words `sought` were found in; null without words, or when nothing can be found by words now. */
    this.hits = /** @type {Hit[] | null} */ (null);
    this.sought = "";
    this.turn = 0;
    this.pausing = 0;
  }

  begin() {
    this.filters.addEventListener("click", (event) => this.onPick(event));
    this.every?.addEventListener("change", () => {
      this.change({ choice: { ...this.state.choice, every: this.every?.checked ?? false } });
    });
    this.order.addEventListener("change", () => this.change({ order: /** @type {Order} */ (this.order.value) }));
    this.field.addEventListener("input", () => {
      clearTimeout(this.pausing);
      this.pausing = window.setTimeout(() => this.seek(), PAUSE);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.seek(true);
      this.view.heading.focus();
    });
    this.unfold.addEventListener("click", () => this.setOpen(!this.finder.classList.contains("open")));
    this.fold.addEventListener("click", () => {
      this.setOpen(false);
      this.view.heading.focus();
    });
    window.addEventListener("popstate", () => this.arrive());
    this.filters.inert = false;
    return this.arrive();
  }

  /** Takes the state from the address. */
  async arrive() {
    clearTimeout(this.pausing);
    const { state, unknown, barred } = read(location.search, this.facets);
    this.state = state;
    const lost = unknown.length ? this.view.say("unknown", { what: unknown.join(", ") }) : "";
    this.view.tell([lost, barred ? this.apart() : ""].filter(Boolean).join(" "));
    await this.refresh(Number(history.state?.shown) || AT_A_TIME);
    unfoldChosen(this.picks);
  }

  /**
   * Goes on to another state, and puts it in the address. What is typed in one go is one step back; what stands in the
   * field counts at every step. With words the best match comes first, until the reader says otherwise.
   * @param {Partial<State>} changes
   * @param {boolean} [typed]
   */
  change(changes, typed = false) {
    clearTimeout(this.pausing);
    const { choice, order } = this.state;
    const words = changes.words ?? this.field.value.trim();
    const usual = Boolean(words) === Boolean(this.state.words) ? order : usualOrder(words);
    this.state = { choice, order: usual, words, ...changes };
    const address = location.pathname + written(this.state);
    if (typed && history.state?.typed) history.replaceState({ typed }, "", address);
    else history.pushState({ typed }, "", address);
    this.view.tell("");
    this.refresh(AT_A_TIME);
  }

  /**
   * Looks for the words in the field; for the same words only when that is asked for.
   * @param {boolean} [again]
   */
  seek(again = false) {
    clearTimeout(this.pausing);
    const words = this.field.value.trim();
    if (words !== this.state.words) this.change({ words }, true);
    else if (again) {
      this.view.tell("");
      this.refresh(Math.max(this.view.shown, AT_A_TIME));
    }
  }

  /** @param {Event} event */
  onPick(event) {
    const button = event.target instanceof Element && event.target.closest("button[data-facet]");
    const pick = this.picks.find((one) => one.button === button);
    if (!pick) return;
    const { choice } = this.state;
    if (isBarred(this.facets, choice, pick.facet, pick.value)) this.view.tell(this.apart());
    else if (pick.button.getAttribute("aria-disabled") !== "true") {
      this.change({ choice: toggled(choice, pick.facet, pick.value) });
    }
  }

  /**
   * Shows the state: what each choice would leave, and the first results.
   * @param {number} upTo
   */
  async refresh(upTo) {
    const turn = ++this.turn;
    this.showState();
    if (this.state.words !== this.sought || (this.sought && !this.hits)) {
      this.view.wait();
      const hits = await this.lookFor(this.state.words);
      if (turn !== this.turn) return;
      this.hits = hits;
      this.sought = this.state.words;
    }
    if (this.sought && !this.hits) this.view.tell(this.view.say("unsearched"));
    const { choice, order } = this.state;
    const best = this.hits && this.hits.flatMap(({ number }) => (number === undefined ? [] : [number]));
    const among = best && setOf(best, this.facets.count);
    const left = remaining(this.facets, choice, among);
    const words = { none: this.view.say("none"), apart: this.view.say("apart") };
    tell(this.picks, this.facets, choice, countsOf(this.facets, choice, among), words);
    const count = size(left);
    this.fold.textContent = count === 1 ? this.view.say("showOne") : this.view.say("show", { count });
    const numbers = inOrder(left, order, this.facets.titles, best);
    await this.view.show({ state: this.state, numbers, hits: this.hits, among }, upTo);
  }

  /** Shows in the fields what is chosen. */
  showState() {
    const { choice, words, order } = this.state;
    if (this.field.value.trim() !== words) this.field.value = words;
    if (this.every) this.every.checked = choice.every;
    for (const option of this.order.options) option.hidden = option.disabled = option.value === "passend" && !words;
    this.order.value = order;
    const chosen = [...choice.values.values()].flat().length;
    part(this.unfold, "[data-chosen-count]").textContent = chosen ? ` (${chosen})` : "";
  }

  /**
   * Returns where the words are found, best first; null without words, or when that cannot be told.
   * @param {string} words
   */
  async lookFor(words) {
    return words ? this.search(words).catch(() => null) : null;
  }

  /** @param {boolean} open */
  setOpen(open) {
    this.finder.classList.toggle("open", open);
    this.unfold.setAttribute("aria-expanded", String(open));
  }

  /**
   * Returns what a value is called.
   * @param {string} facet
   * @param {string} value
   */
  label(facet, value) {
    return this.picks.find((pick) => pick.facet === facet && pick.value === value)?.label ?? "";
  }

  /** Returns why a delicate theme and a subgroup do not go together. */
  apart() {
    return document.getElementById("v-apart")?.textContent ?? "";
  }
}

/** @param {URL} address */
async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  return answer.json();
}

/**
 * @param {HTMLElement} finder
 * @param {Ways} ways
 */
async function start(finder, ways) {
  const base = new URL(finder.dataset.file ?? "", document.baseURI);
  const file = /** @type {FacetFile} */ (await json(base));
  await new Finder(finder, file, base, ways).begin();
}

/** Gives way to the links. */
function giveUp() {
  document.documentElement.classList.add("links");
  part(document, "[data-failed]").hidden = false;
}

/**
 * Lets the reader choose, when the page has a finder.
 * @param {Ways} ways
 */
export function begin(ways) {
  const finder = document.querySelector("[data-finder]");
  if (finder instanceof HTMLElement) start(finder, ways).catch(giveUp);
}
