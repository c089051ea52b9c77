// Passing a page on: sharing it, citing it, and copying the link of one handle or passage.

import { shown } from "./shown.js";

/**
 * Copies a text, and says so.
 * @param {string} text
 */
async function copy(text) {
  await navigator.clipboard.writeText(text);
  const said = document.querySelector("[data-copied]");
  if (said) said.textContent = said.getAttribute("data-copied");
  setTimeout(() => said?.replaceChildren(), 4000);
}

const device = typeof navigator.share === "function";

if (device || navigator.clipboard) {
  for (const button of shown("data-share")) {
    button.addEventListener("click", () => {
      const page = { title: document.title, url: location.href };
      // whoever shuts the device's own menu again has shared nothing, and needs no word about it
      if (device) navigator.share(page).catch(() => {});
      else copy(page.url);
    });
  }
}

if (navigator.clipboard) {
  for (const button of shown("data-copy")) {
    const source = document.getElementById(button.dataset.copy ?? "");
    if (source && !document.querySelector("link[rel=canonical]")) source.append(` ${location.href.split("#")[0]}`);
    button.addEventListener("click", () => copy(source?.textContent?.trim() ?? ""));
  }
  for (const link of document.querySelectorAll("a.self")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    link.addEventListener("click", () => copy(link.href));
  }
}
