// Comforts only: everything on the site works without this file.
(function () {
  "use strict";
  var root = document.documentElement;

  function isDark() {
    var chosen = root.getAttribute("data-licht");
    return chosen ? chosen === "donker" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  document.querySelectorAll("[data-licht-knop]").forEach(function (button) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", function () {
      var next = isDark() ? "licht" : "donker";
      root.setAttribute("data-licht", next);
      button.setAttribute("aria-pressed", String(next === "donker"));
      try { localStorage.setItem("licht", next); } catch (error) { /* a private window keeps nothing */ }
    });
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  if (navigator.clipboard) {
    document.querySelectorAll("[data-copy]").forEach(function (button) {
      var source = document.getElementById(button.getAttribute("data-copy"));
      if (!source) { return; }
      source.append(" " + location.href.split("#")[0]);
      button.hidden = false;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(source.textContent.trim()).then(function () { button.classList.add("done"); });
      });
    });
  }

  document.addEventListener("keydown", function (event) {
    var open = document.querySelector("details.fold[open]");
    if (open && event.key === "Escape") {
      open.open = false;
      open.querySelector("summary").focus();
    }
  });
})();
