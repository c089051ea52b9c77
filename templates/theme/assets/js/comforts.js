// Comforts only: everything on the site works without this file.

import { keep, shown } from "./shown.js";
import "./search-door.js";
import "./share.js";

const root = document.documentElement;

/** Tells whether the page is dark now. */
function isDark() {
  const chosen = root.getAttribute("data-licht");
  return chosen ? chosen === "donker" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}

for (const button of shown("data-licht-knop")) {
  button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const next = isDark() ? "licht" : "donker";
    keep("licht", next);
    button.setAttribute("aria-pressed", String(next === "donker"));
  });
}

for (const button of shown("data-print")) button.addEventListener("click", () => window.print());

for (const box of document.querySelectorAll("[data-markering]")) {
  if (!(box instanceof HTMLInputElement)) continue;
  box.checked = root.getAttribute("data-markering") !== "uit";
  box.addEventListener("change", () => keep("markering", box.checked ? "aan" : "uit"));
  try {
    localStorage.setItem("uitleg", "gezien"); // from the next page on the marks need no explanation
  } catch {
    // a private window keeps nothing
  }
}

document.addEventListener("keydown", (event) => {
  const open = document.querySelector("details.fold[open]");
  if (open instanceof HTMLDetailsElement && event.key === "Escape") {
    open.open = false;
    open.querySelector("summary")?.focus();
  }
});
