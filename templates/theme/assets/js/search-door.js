// Opens the search dialog: by the button in the bar, by "/" and by Ctrl-K or Cmd-K. The rest is loaded only then.

const door = document.querySelector("[data-search]");
const dialog = document.getElementById("zoeken");

/**
 * Tells whether somebody is typing there.
 * @param {EventTarget | null} target
 */
function isField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

if (door instanceof HTMLAnchorElement && dialog instanceof HTMLDialogElement) {
  const open = async () => {
    if (dialog.open) return;
    dialog.showModal();
    try {
      (await import("./search-dialog.js")).start(dialog);
    } catch {
      location.assign(door.href); // without our script, Discover is the way to search
    }
  };

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
    const wanted = withControl ? event.key.toLowerCase() === "k" : event.key === "/" && !event.altKey;
    if (!wanted || isField(event.target)) return;
    event.preventDefault();
    open();
  });
}
