"""A browser that counts what a page costs: bytes by way of the server, requests to others, shifts of what is seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath

from playwright.sync_api import Browser, Page, Request, sync_playwright

from reader_server import Sent, Served
from reader_table import Row

PHONE, LAPTOP = (390, 844), (1280, 800)
_ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip

_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifted += shift.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What the first visit to a page costs: bytes as they travelled, and how far things moved; `elsewhere` are addresses."""

    html: int
    scripts: int
    whole: int
    shift: float
    elsewhere: tuple[str, ...]
    missing: tuple[str, ...]


@contextmanager
def browser(chromium: str) -> Iterator[Browser]:
    """Give a headless Chromium that asks nothing of the network by itself."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(_ARGUMENTS))
        yield started
        started.close()


@contextmanager
def visit(browser: Browser, size: tuple[int, int] = PHONE) -> Iterator[tuple[Page, list[str]]]:
    """Give a page of a browser that has never been here, and the list of addresses it asks elsewhere."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    elsewhere: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            elsewhere.append(request.url)

    page.on("request", asked)
    yield page, elsewhere
    context.close()


def costs(browser: Browser, served: Served, pages: Mapping[str, str]) -> dict[str, Cost]:
    """Visit the `pages` (addresses by kind), each for the first time, scroll to their ends, and return what each cost."""
    return {kind: _cost(browser, served, address) for kind, address in pages.items()}


def _cost(browser: Browser, served: Served, address: str) -> Cost:
    with visit(browser) as (page, elsewhere):
        page.add_init_script(_SHIFTS)
        before = len(served.sent)
        page.goto(served.url + address, wait_until="networkidle")
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        sent = served.sent[before:]
        shift = float(page.evaluate("window.shifted"))
    return Cost(
        html=sent[0].size,
        scripts=size_of_scripts(sent),
        whole=sum(one.size for one in sent),
        shift=shift,
        elsewhere=tuple(elsewhere),
        missing=tuple(one.address for one in sent if one.status != 200 and one.address != address),
    )


def size_of_scripts(sent: list[Sent]) -> int:
    """Return the bytes of JavaScript among what was sent."""
    return sum(one.size for one in sent if PurePosixPath(one.address).suffix in {".js", ".mjs"})


def rows(found: Mapping[str, Cost]) -> list[Row]:
    """Return the targets of all kinds of pages together: the worst of them."""
    heavy, kind = max((cost.whole, kind) for kind, cost in found.items())
    scripts, scripted = max((cost.scripts, kind) for kind, cost in found.items())
    shift, moved = max((cost.shift, kind) for kind, cost in found.items())
    elsewhere = sorted({address for cost in found.values() for address in cost.elsewhere})
    missing = sorted({address for cost in found.values() for address in cost.missing})
    return [
        Row("heaviest page, all it loads, compressed", 300_000, "kB", heavy, kind),
        Row("most JavaScript on a page, compressed", 100_000, "kB", scripts, scripted),
        Row("largest layout shift on a phone", 0.05, "", round(shift, 4), moved),
        Row("requests to other hosts", 0, "", len(elsewhere), ", ".join(elsewhere)),
        Row("requests for what is not there", 0, "", len(missing), ", ".join(missing)),
    ]
