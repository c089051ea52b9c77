// What came of a choice, on a page with a finder: how much, what was chosen, the results, and ways out of nothing.

import { size } from "./bits.js";
import { remaining, toggled } from "./facets.js";
import { part } from "./part.js";

/** @typedef {import("./facets.js").Facets} Facets */
/** @typedef {import("./address.js").State} State */
/** @typedef {import("./pieces.js").Item} Item */
/** @typedef {import("./search.js").Found} Found */

/**
 * An item in which the words were found; `data` tells where, null when that is all there is to tell.
 * @typedef {object} Hit
 * @property {number | undefined} number
 * @property {() => Promise<Found | null>} data
 */

/**
 * A result: the item, and where the words were found in it.
 * @typedef {object} Result
 * @property {number} number
 * @property {Item} item
 * @property {Found | null} found
 */

/**
 * What the page brings: a template, its words, and what the values of a facet are called.
 * @typedef {object} Page
 * @property {HTMLTemplateElement} template
 * @property {URL} root
 * @property {(name: string, values?: Record<string, string>) => string} say
 * @property {(facet: string, value: string) => string} label
 */

/** How many results are added at a time. */
export const AT_A_TIME = 20;

/**
 * What is to be shown.
 * @typedef {object} Outcome
 * @property {State} state
 * @property {number[]} numbers the items that remain, in order
 * @property {Hit[] | null} hits what the words were found in
 * @property {Uint32Array | null} among the same as a set
 */

export class OutcomeView {
  /**
   * @param {HTMLElement} finder
   * @param {import("./finder.js").Ways["shown"]} shown makes what is shown of a result
   * @param {Facets} facets
   * @param {(numbers: number[]) => Promise<Item[]>} items
   * @param {(facet: string, value: string) => string} label what a value is called
   * @param {{ remove: (facet: string, value: string) => void, removeWords: () => void, clear: () => void }} on
   */
  constructor(finder, shown, facets, items, label, on) {
    this.shownAs = shown;
    this.facets = facets;
    this.items = items;
    this.label = label;
    this.on = on;
    this.finder = finder;
    this.whole = part(finder, "[data-outcome]");
    this.heading = part(finder, "h2");
    this.total = part(finder, "[data-total]");
    this.notice = part(finder, "[data-notice]");
    this.chosen = part(finder, "[data-chosen]");
    this.list = part(finder, "[data-results]");
    this.empty = part(finder, "[data-empty]");
    this.ways = part(finder, "[data-ways]");
    this.more = part(finder, "[data-more-button]");
    this.page = {
      template: /** @type {HTMLTemplateElement} */ (part(finder, "[data-result]")),
      root: new URL(finder.dataset.root ?? "", document.baseURI),
      say: this.say.bind(this),
      label,
    };
    /** How often something else was shown: what comes in late is not shown any more. */
    this.turn = 0;
    /** @type {Outcome | null} */
    this.outcome = null;
    this.shown = 0;
    this.more.addEventListener("click", () => this.showMore());
  }

  /**
   * Returns a sentence of the page, its `{named}` places filled.
   * @param {string} name
   * @param {Record<string, string | number>} [values]
   */
  say(name, values = {}) {
    return (this.finder.dataset[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
  }

  /** @param {string} text what the reader must know, "" for nothing */
  tell(text) {
    this.notice.textContent = text;
    this.notice.hidden = !text;
  }

  /** Says that something is coming; what is there so far is not it. */
  wait() {
    this.whole.setAttribute("aria-busy", "true");
    this.total.textContent = this.say("searching");
  }

  /**
   * Shows an outcome, of the results the first `upTo`.
   * @param {Outcome} outcome
   * @param {number} upTo
   */
  show(outcome, upTo) {
    this.outcome = outcome;
    const count = outcome.numbers.length;
    this.showChosen(outcome.state);
    this.empty.hidden = count > 0;
    this.ways.replaceChildren(...(count ? [] : this.waysOut(outcome)));
    return this.showResults(0, upTo);
  }

  async showMore() {
    const first = this.shown;
    await this.showResults(first, first + AT_A_TIME);
    history.replaceState({ ...history.state, shown: this.shown }, "");
    const link = this.list.children[first]?.querySelector("a");
    if (link instanceof HTMLElement) link.focus();
  }

  /**
   * @param {number} from
   * @param {number} upTo
   */
  async showResults(from, upTo) {
    const turn = ++this.turn;
    const outcome = this.outcome;
    if (!outcome) return;
    if (from === 0) this.wait();
    this.whole.setAttribute("aria-busy", "true");
    const count = outcome.numbers.length;
    const numbers = outcome.numbers.slice(from, upTo);
    try {
      const [items, found] = await Promise.all([this.items(numbers), this.found(outcome, numbers)]);
      if (turn !== this.turn) return;
      const entries = items.map((item, at) =>
        this.shownAs(this.page, this.facets, outcome.state.choice, { number: numbers[at] ?? 0, item, found: found[at] ?? null }),
      );
      if (from === 0) this.list.replaceChildren(...entries);
      else this.list.append(...entries);
      this.shown = from + numbers.length;
      if (this.notice.textContent === this.say("unfetched")) this.tell("");
    } catch {
      if (turn !== this.turn) return;
      this.tell(this.say("unfetched"));
      if (from === 0) this.list.replaceChildren();
    }
    this.total.textContent = count === 1 ? this.say("one") : this.say("many", { count });
    const rest = Math.min(AT_A_TIME, count - this.shown);
    this.more.hidden = rest <= 0;
    this.more.textContent = this.say("more", { count: rest });
    this.whole.setAttribute("aria-busy", "false");
  }

  /**
   * Returns for each item where the words were found in it; null when that cannot be had.
   * @param {Outcome} outcome
   * @param {number[]} numbers
   */
  found({ hits }, numbers) {
    const byNumber = new Map((hits ?? []).map((hit) => [hit.number, hit]));
    return Promise.all(numbers.map((number) => byNumber.get(number)?.data().catch(() => null) ?? null));
  }

  /** @param {State} state */
  showChosen({ choice, words }) {
    const entries = [...choice.values].flatMap(([facet, values]) =>
      values.map((value) => this.removable(this.label(facet, value), () => this.on.remove(facet, value))),
    );
    if (words) entries.push(this.removable(`“${words}”`, () => this.on.removeWords()));
    if (entries.length > 1) entries.push(this.entry("[data-clear]", () => this.on.clear()));
    const had = [...this.chosen.children].findIndex((one) => one.contains(document.activeElement));
    this.chosen.replaceChildren(...entries);
    if (had >= 0) this.focusNear(had);
  }

  /**
   * Keeps the focus where it was when something before it was taken away.
   * @param {number} place
   */
  focusNear(place) {
    const near = this.chosen.children[Math.min(place, this.chosen.children.length - 1)]?.querySelector("button");
    (near ?? this.heading).focus();
  }

  /**
   * @param {string} name
   * @param {() => void} remove
   */
  removable(name, remove) {
    const entry = this.entry("[data-removable]", remove);
    const button = part(entry, "button");
    part(button, "span").textContent = name;
    button.setAttribute("aria-label", this.say("remove", { name }));
    return entry;
  }

  /**
   * @param {string} template
   * @param {() => void} onClick
   */
  entry(template, onClick) {
    const whole = /** @type {DocumentFragment} */ (
      /** @type {HTMLTemplateElement} */ (part(this.finder, template)).content.cloneNode(true)
    );
    const entry = part(whole, "li");
    part(entry, "button").addEventListener("click", onClick);
    return entry;
  }

  /**
   * Returns what can be taken away so that something remains.
   * @param {Outcome} outcome
   */
  waysOut({ state: { choice, words }, among }) {
    const ways = [...choice.values].flatMap(([facet, values]) =>
      values.flatMap((value) => {
        const count = size(remaining(this.facets, toggled(choice, facet, value), among));
        const text = this.say("without", { name: this.label(facet, value), count });
        return count ? [this.way(text, () => this.on.remove(facet, value))] : [];
      }),
    );
    const count = words ? size(remaining(this.facets, choice, null)) : 0;
    return count ? [...ways, this.way(this.say("instead", { count }), () => this.on.removeWords())] : ways;
  }

  /**
   * @param {string} text
   * @param {() => void} onClick
   */
  way(text, onClick) {
    const entry = this.entry("[data-way]", () => {
      onClick();
      this.heading.focus();
    });
    part(entry, "button").textContent = text;
    return entry;
  }
}
