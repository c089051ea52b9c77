"""A page with all that can be opened on it opened: tables below pictures, the citation, the choices of Discover."""

from __future__ import annotations

from playwright.sync_api import Page


def unfold(page: Page) -> None:
    """Open everything in the page's main part, when all that it fetches is there."""
    page.wait_for_function("!document.querySelector('[data-outcome][aria-busy=true]')")
    page.evaluate("() => { for (const one of document.querySelectorAll('main details')) one.open = true; }")
    choices = page.locator("[data-unfold][aria-expanded=false]")
    if choices.is_visible():
        choices.click()
