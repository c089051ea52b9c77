// Comforts only: everything on the site works without this file.

const root = document.documentElement;

/** Tells whether the page is dark now. */
function isDark() {
  const chosen = root.getAttribute("data-licht");
  return chosen ? chosen === "donker" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}

/**
 * Returns all elements with an attribute that exist for whoever has scripts, and shows them.
 * @param {string} attribute
 */
function shown(attribute) {
  const found = [...document.querySelectorAll(`[${attribute}]`)].filter((one) => one instanceof HTMLElement);
  for (const one of found) one.hidden = false;
  return found;
}

for (const button of shown("data-licht-knop")) {
  button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    const next = isDark() ? "licht" : "donker";
    root.setAttribute("data-licht", next);
    button.setAttribute("aria-pressed", String(next === "donker"));
    try {
      localStorage.setItem("licht", next);
    } catch {
      // a private window keeps nothing
    }
  });
}

for (const button of shown("data-print")) button.addEventListener("click", () => window.print());

if (navigator.clipboard) {
  for (const button of shown("data-copy")) {
    const source = document.getElementById(button.getAttribute("data-copy") ?? "");
    source?.append(` ${location.href.split("#")[0]}`);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source?.textContent?.trim() ?? "");
      button.classList.add("done");
    });
  }
}
