"""Search: how many bytes travel from opening the dialog to the first results, for someone who was never here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as TooLong

from reader_browser import visit
from reader_server import Served
from reader_table import Row

QUERIES = ("onrust", "samen leren", "ib'er", "groepsplan", "gesprek met ouders")
"""Words of teachers: a common one, a theme of two words, a short form, a compound, a phrase."""

_RESULT = "dialog[open] ol a"
_LONGEST = 15_000


@dataclass(frozen=True, slots=True)
class Answer:
    """The first answer to one query: bytes and requests from opening the dialog, and milliseconds from the last key."""

    query: str
    size: int
    requests: int
    milliseconds: float


def answers(browser: Browser, served: Served) -> list[Answer]:
    """Ask each query in a browser of its own; a query without results in time is left out."""
    found = (_answer(browser, served, query) for query in QUERIES)
    return [answer for answer in found if answer]


def _answer(browser: Browser, served: Served, query: str) -> Answer | None:
    with visit(browser) as (page, _elsewhere):
        page.goto(served.url, wait_until="networkidle")
        before = len(served.sent)
        page.keyboard.press("/")
        try:
            page.wait_for_selector("dialog[open] input", timeout=_LONGEST)
            page.keyboard.type(query)
            start = page.evaluate("performance.now()")
            page.wait_for_selector(_RESULT, timeout=_LONGEST)
        except TooLong:
            return None
        took = page.evaluate("performance.now()") - start
        page.wait_for_load_state("networkidle")
        sent = served.sent[before:]
    return Answer(query, sum(one.size for one in sent), len(sent), took)


def rows(found: Sequence[Answer]) -> list[Row]:
    """Return the target of search: the largest first answer counts."""
    if not found:
        return [Row("first search answer, all in all", 330_000, "kB", None)]
    most = max(found, key=lambda answer: answer.size)
    missed = [query for query in QUERIES if query not in {answer.query for answer in found}]
    told = f"“{most.query}”, {most.requests} requests" + (f"; no results for {', '.join(missed)}" if missed else "")
    return [Row("first search answer, all in all", 330_000, "kB", most.size, told)]
