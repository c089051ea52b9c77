"""axe-core in a page: what it objects to, in words that tell where."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

_PROGRAM = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"

_GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Tags of axe: WCAG 2.2, levels A and AA, and what its makers hold for good practice. No rule is left out."""

_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules whose answer depends on colours: all that can differ between light and dark."""

_PLACES = [*_COLOURS, "scrollable-region-focusable", "target-size"]
"""The rules whose answer depends on where elements are and how large: all that can differ between two widths at which
the same elements are shown in the same way. What lies under a text, and so its contrast, is among it."""

_RUN = """async ({tags, rules}) => {
  const options = rules
    ? {runOnly: {type: "rule", values: rules}}
    : {runOnly: {type: "tag", values: tags}, rules: {"target-size": {enabled: true}}};
  const found = await axe.run(document, {...options, resultTypes: ["violations"]});
  return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(" ")}: ${node.html.slice(0, 120)}`));
}"""


def with_axe(context: BrowserContext) -> None:
    """Have axe in every page that the context opens from now on."""
    context.add_init_script(path=_PROGRAM)


def objections(page: Page) -> list[str]:
    """Return what breaks a rule in the page as it is shown now: the rule, the element, and how it begins."""
    found: list[str] = page.evaluate(_RUN, {"tags": _GUIDELINES, "rules": None})
    return found


def objections_to_colours(page: Page) -> list[str]:
    """Return what breaks a rule on colours; about twice as fast as all rules."""
    found: list[str] = page.evaluate(_RUN, {"tags": None, "rules": _COLOURS})
    return found


def objections_to_places(page: Page) -> list[str]:
    """Return what breaks a rule on colours, places or sizes."""
    found: list[str] = page.evaluate(_RUN, {"tags": None, "rules": _PLACES})
    return found
