"""Discover: how long until the first results are painted, and until a chosen value has changed counts and results."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TooLong

from reader_browser import LAPTOP, visit
from reader_server import Served
from reader_size import compressed_size
from reader_table import Row

ADDRESS = "ontdek/"
VISITS = 5
_LONGEST = 15_000
CHIPS = 40
"""Values that are chosen and let go again, spread over all facets."""

_FIRST_RESULT = """
new MutationObserver((_, watching) => {
  if (!document.querySelector("[data-results] > li")) return;
  watching.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.firstResult = performance.now(); }));
}).observe(document, { childList: true, subtree: true });
"""
"""Tells when a frame with the first result in it has been painted, in milliseconds since the navigation began."""

_CHOOSE = """
async (values) => {
  const finder = document.querySelector("[data-finder]");
  const quiet = 150;
  const waits = [];
  for (const value of values) {
    const button = [...finder.querySelectorAll("button[data-facet]")].find((one) => one.dataset.facet + "=" + one.dataset.value === value);
    if (!button || button.disabled || button.getAttribute("aria-disabled") === "true") continue;
    for (const _ of ["choose", "let go"]) {
      let painted = 0;
      const watching = new MutationObserver(() => {
        requestAnimationFrame(() => setTimeout(() => { painted = performance.now(); }));
      });
      watching.observe(finder, { childList: true, subtree: true, attributes: true, characterData: true });
      const start = performance.now();
      button.click();
      do await new Promise((done) => setTimeout(done, quiet)); while (performance.now() - painted < quiet);
      watching.disconnect();
      waits.push([value, painted - start]);
    }
  }
  return waits;
}
"""
"""Chooses values one by one; for each, milliseconds from the click until the last change it made has been painted."""


@dataclass(frozen=True, slots=True)
class Discover:
    """What was measured: seconds to the first result for each visit, milliseconds for each click, and bytes.

    `thread` is the mean of the main thread's processor time for a click, in milliseconds: it hardly depends on what else
    the machine does.
    """

    first: Sequence[float]
    waits: Sequence[tuple[str, float]]
    thread: float
    facet_file: int
    loaded: int


def discover(browser: Browser, served: Served) -> Discover | None:
    """Measure; None when there is no such page, or no result ever comes."""
    if not (served.site / ADDRESS / "index.html").exists():
        return None
    first: list[float] = []
    loaded = 0
    try:
        for _ in range(VISITS):
            with visit(browser, LAPTOP) as (page, _elsewhere):
                before = len(served.sent)
                page.add_init_script(_FIRST_RESULT)
                page.goto(served.url + ADDRESS)
                page.wait_for_function("window.firstResult", timeout=_LONGEST)
                first.append(page.evaluate("window.firstResult") / 1000)
                loaded = sum(one.size for one in served.sent[before:])
    except TooLong:
        return None
    with visit(browser, LAPTOP) as (page, _elsewhere):
        page.goto(served.url + ADDRESS)
        page.wait_for_selector("[data-results] > li")
        page.wait_for_load_state("networkidle")
        with _thread_time(page) as spent:
            waits = page.evaluate(_CHOOSE, _values(page))
        name = str(page.get_attribute("[data-finder]", "data-file")).rpartition("/")[2]
    size = compressed_size(served.site / ADDRESS / name)
    return Discover(first, [(value, ms) for value, ms in waits], spent[0] / max(1, len(waits)), size, loaded)


@contextmanager
def _thread_time(page: Page) -> Iterator[list[float]]:
    """Give a list that holds, afterwards, the milliseconds of processor time of the page's main thread."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        found = session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(float(one["value"]) for one in found if one["name"] == "TaskDuration")

    before, taken = spent(), []
    yield taken
    taken.append(spent() - before)


def _values(page: Page) -> list[str]:
    """Return values of all facets, evenly spread over those on the page."""
    found = page.eval_on_selector_all(
        "button[data-facet]", "all => all.map(b => b.dataset.facet + '=' + b.dataset.value)"
    )
    values = list(dict.fromkeys(found))
    step = max(1, len(values) // CHIPS)
    return values[::step]


def rows(found: Discover | None) -> list[Row]:
    """Return the targets of Discover; the slowest visit and click count."""
    if found is None:
        return [
            Row("Discover, first paint of results", 1, "s", None),
            Row("Discover, each chip", 50, "ms", None),
            Row("facet file, compressed", 60_000, "kB", None),
        ]
    waits = [ms for _, ms in found.waits]
    worst, slowest = max((ms, value) for value, ms in found.waits)
    first = f"median of {len(found.first)} visits {statistics.median(found.first):.2f} s"
    middle = statistics.median(waits)
    chips = f"{slowest}; median of {len(waits)} clicks {middle:.0f} ms, mean processor time {found.thread:.0f} ms"
    return [
        Row("Discover, first paint of results, slowest visit", 1, "s", max(found.first), first),
        Row("Discover, each chip, slowest click", 50, "ms", worst, chips),
        Row("facet file, compressed", 60_000, "kB", found.facet_file, f"all of Discover: {found.loaded / 1000:.0f} kB"),
    ]
