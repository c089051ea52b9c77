// The page of all handles: choosing among them, and finding them by words.

import { begin } from "./finder.js";
import { search } from "./handle-words.js";
import { hasDelicate } from "./facets.js";
import { part } from "./part.js";

/** @type {import("./finder.js").Ways["shown"]} */
function shown(page, facets, choice, { item }) {
  const whole = /** @type {DocumentFragment} */ (page.template.content.cloneNode(true));
  const link = part(whole, "a");
  link.textContent = item.title;
  link.setAttribute("href", new URL(item.to, page.root).href);
  part(whole, "[data-source]").textContent = item.gist ?? "";
  // Of what is said on a delicate theme the subgroup is not told.
  const groups = hasDelicate(facets, choice) ? "" : (item.facts ?? "");
  if (groups) part(whole, "[data-groups]").textContent = `${groups}\u00a0· `;
  part(whole, ".why").textContent = (item.themes ?? []).map((theme) => page.label("thema", theme)).join(", ");
  return whole;
}

begin({ search, shown });
