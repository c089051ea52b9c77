// Opens the search dialog: by the button in the bar, by "/" and by Ctrl-K or Cmd-K. The rest is loaded only then.

const door = document.querySelector("[data-search]");

/** @type {Promise<HTMLDialogElement> | undefined} */
let dialog;

/** Fetches the dialog, which is no part of a page before it is wanted; its addresses are as from the root of the site. */
async function fetched() {
  const answer = await fetch(new URL("../zoeken.htm", import.meta.url));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.querySelector("dialog");
  if (!answer.ok || !found) throw new Error("no dialog");
  const root = new URL("../../", import.meta.url);
  for (const link of found.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", root).href;
  for (const form of found.querySelectorAll("form")) form.action = new URL(form.getAttribute("action") ?? "", root).href;
  document.body.append(found);
  return found;
}

/**
 * Tells whether somebody is typing there.
 * @param {EventTarget | null} target
 */
function isField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

if (door instanceof HTMLAnchorElement) {
  const open = async () => {
    try {
      const shown = await (dialog ??= fetched());
      if (shown.open) return;
      shown.showModal();
      (await import("./search-dialog.js")).start(shown);
    } catch {
      location.assign(door.href); // without our script, Discover is the way to search
    }
  };

  // where there are keys, it is there by the time that somebody presses "/" and types on
  if (matchMedia("(hover: hover)").matches) addEventListener("load", () => (dialog ??= fetched()).catch(() => {}));

  door.setAttribute("role", "button");
  door.setAttribute("aria-haspopup", "dialog");
  door.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  door.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const withControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const isSlash = event.key === "/" && !event.altKey && !isField(event.target); // in a field it is a letter
    if (!(withControl ? event.key.toLowerCase() === "k" : isSlash)) return;
    event.preventDefault();
    open();
  });
}
