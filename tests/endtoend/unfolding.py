"""A page with all that can be opened on it opened: tables below pictures, the citation, the choices of Discover."""

from __future__ import annotations

from playwright.sync_api import Page

_UNFOLD = """() => {
  if (document.querySelector("[data-outcome][aria-busy=true]")) return false;
  for (const one of document.querySelectorAll("main details")) one.open = true;
  const choices = document.querySelector("[data-unfold][aria-expanded=false]");
  if (choices?.checkVisibility()) choices.click();
  return true;
}"""


def unfold(page: Page) -> None:
    """Open everything in the page's main part, when all that it fetches is there; one question to the browser."""
    page.wait_for_function(_UNFOLD)
