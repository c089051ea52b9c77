"""A community of few teachers: what its pages tell of where reports come from fits at least three people."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from endtoend.running import built, run
from endtoend.trees import tree

COMMUNITY = "naam: Vereniging De Leerkring\nk: 3\n"
SCHOOLS = "schools:\n  - {naam: De Linde}\n  - {naam: De Eik}\n  - {naam: De Wilg}\npeople:\n"
NAMES = (
    "Brechtje Quispel",
    "Dagmar Quispel",
    "Evelien Quispel",
    "Geertrui Quispel",
    "Hadewych Quispel",
    "Ottokar Quispel",
)
SESSION = "---\ntitel: Kijken naar {what}\nnummer: {number}\nschooljaar: 2025-2026\ndatum: 2025-{month}-01\n---\n\nWe keken naar {what}.\n"
REPORT = """---
titel: {title}
jaargroep: {group}
bijeenkomst: 2025-2026-{session}
kwadrant: {quadrant}
auteurs: [{author}]
membercheck: 2025-12-{day}
---

Het ging goed.

## Handvatten

- Kijk morgen eens wie er het eerst begint.
"""
REPORTS = {
    "rekenen met blokken": ("3", 1, "socialiseren", 0),
    "tellen met blokken": ("4", 1, "socialiseren", 1),
    "meten met blokken": ("5", 1, "socialiseren", 2),
    "schrijven met een stift": ("7", 1, "internaliseren", 3),
    "tekenen met een stift": ("7", 2, "internaliseren", 4),
    "lezen met een stift": ("7", 2, "internaliseren", 5),
}
"""Title → year group, session, quadrant, and which of the six people wrote it."""


def community(root: Path, reports: dict[str, tuple[str, int, str, int]], people: int = 6) -> Path:
    """Lay down a site with these reports, its roster without year groups."""
    assert run("init", root).code == 0
    content = root / "content"
    for file in sorted(content.rglob("*")):
        if file.is_file() and file.parent.name != "pages":
            file.unlink()
    (content / "community.yml").write_text(COMMUNITY, encoding="utf-8")
    known = "".join(f"  - {{naam: {name}, rol: leerkracht}}\n" for name in NAMES[:people])
    (content / "roster.yml").write_text(SCHOOLS + known, encoding="utf-8")
    for number, what, month in ((1, "blokken", "09"), (2, "stiften", "11")):
        text = SESSION.format(number=number, what=what, month=month)
        (content / "sessions" / f"2025-2026-{number}.md").write_text(text, encoding="utf-8")
    for title, (group, session, quadrant, author) in reports.items():
        text = REPORT.format(
            title=title.capitalize(), group=group, session=session, quadrant=quadrant, author=NAMES[author], day=10 + author
        )  # fmt: skip
        (content / "reports" / f"{title.replace(' ', '-')}.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of a community of six people, each with one report."""
    root = community(tmp_path_factory.mktemp("klein") / "site", REPORTS)
    built(root)
    return {path: data.decode() for path, data in tree(root / "site").items() if path.endswith(".html")}


def main_of(page: str) -> str:
    """Return what a page says between its header and footer."""
    return page[page.index('<div class="pp ') : page.index("</main>")]


def test_year_groups_become_a_band(site: dict[str, str]) -> None:
    """Three people of groups 3, 4 and 5: each report says middenbouw, and links to it; no group, no date, no empty chip."""
    for title in ("rekenen", "tellen", "meten"):
        page = main_of(site[f"site/verslagen/{title}-met-blokken/index.html"])
        assert ">middenbouw</a>" in page
        assert "bijeenkomst 1" in page
        assert not re.search(r"groep \d|december|<a (?!class=\"self)[^>]*></a>", page)
    for group in (3, 4, 5):
        page = main_of(site[f"site/jaargroepen/groep-{group}/index.html"])
        assert "blokken" not in page
        assert "0 verslagen" in page
    assert main_of(site["site/bouwen/middenbouw/index.html"]).count("met blokken</a>") == 3


def test_sessions_become_a_school_year(site: dict[str, str]) -> None:
    """Three people of group 7 over two sessions keep their year group; the sessions do not list them."""
    for title in ("schrijven", "tekenen", "lezen"):
        page = main_of(site[f"site/verslagen/{title}-met-een-stift/index.html"])
        assert ">groep 7</a>" in page
        assert ">schooljaar 2025-2026</a>" in page
        assert not re.search(r"bijeenkomst \d|2025-2026-\d", page)
    assert main_of(site["site/jaargroepen/groep-7/index.html"]).count("een stift</a>") == 3
    assert "een stift" not in main_of(site["site/bijeenkomsten/2025-2026-2/index.html"])


def test_neighbours_tell_no_more(site: dict[str, str]) -> None:
    """No "same session" among reports that do not name theirs, no "same year group" among those of a band."""
    assert "zelfde bijeenkomst" not in main_of(site["site/verslagen/tekenen-met-een-stift/index.html"])
    assert "zelfde jaargroep" not in main_of(site["site/verslagen/tellen-met-blokken/index.html"])


@pytest.mark.parametrize(
    ("reports", "people"),
    [
        ({"rekenen met blokken": ("3", 1, "socialiseren", 0)}, 6),
        ({title: (*facts[:3], 0) for title, facts in REPORTS.items()}, 6),
        ({title: (*facts[:3], 0) for title, facts in REPORTS.items()}, 0),
        ({}, 0),
    ],
    ids=["one report", "all by one person", "an empty roster", "no reports"],
)
def test_too_few_people_still_make_a_site(
    tmp_path: Path, reports: dict[str, tuple[str, int, str, int]], people: int
) -> None:
    """Nothing is told of where the reports come from, in any list or on any page; the reports are there."""
    root = community(tmp_path / "site", reports, people)
    assert run("build", "--root", root).code == 0
    pages = {path: data.decode() for path, data in tree(root / "site").items() if path.endswith(".html")}
    for title in reports:
        page = main_of(pages[f"site/verslagen/{title.replace(' ', '-')}/index.html"])
        assert not re.search(
            r"groep \d|bouw<|bijeenkomst|schooljaar|socialiseren|internaliseren|2025|<a (?!class=\"self)[^>]*></a>",
            page,
        )
    for path, page in pages.items():
        if path.startswith(("site/jaargroepen/", "site/bouwen/", "site/bijeenkomsten/2", "site/kwadranten/")):
            assert not re.search(r'href="[^"]*verslagen/\w', main_of(page))
    told = run("check", "--risk", "--root", root, "--format", "json")
    assert told.code == bool(reports)
    assert json.loads(told.text)["holds"] == (not reports)


def test_combination_groups(tmp_path: Path) -> None:
    """A combination group over two bands becomes both of them."""
    reports = {f"werken aan {what}": (group, 1, "socialiseren", n) for n, (what, group) in enumerate(
        {"rekenen": "5/6", "taal": "4 en 7", "lezen": "3-8"}.items())}  # fmt: skip
    root = community(tmp_path / "site", reports)
    told = json.loads(run("check", "--risk", "--root", root, "--format", "json").text)
    assert told["holds"]
    assert {tuple(group["bands"]) for group in told["reports"]["smallest_groups"]} == {("middenbouw", "bovenbouw")}


@pytest.mark.parametrize("reports", [{}, REPORTS], ids=["no reports", "six"])
def test_discover(tmp_path: Path, browser: Browser, reports: dict[str, tuple[str, int, str, int]]) -> None:
    """What is there can be found; what no report tells, nor any has, is no choice."""
    root = community(tmp_path / "site", reports)
    built(root)
    page = browser.new_page()

    def answer(route: Route) -> None:
        file = root / "site" / route.request.url.removeprefix("https://klein.example/").partition("?")[0]
        route.fulfill(path=file / "index.html" if file.is_dir() else file)

    page.route("https://klein.example/**", answer)
    page.goto("https://klein.example/ontdek/")
    expect(page.locator("[data-total]")).to_have_text(f"{len(reports) + 2} resultaten")
    values = page.eval_on_selector_all(
        "button[data-facet]", "all => all.map(b => b.dataset.facet + '=' + b.dataset.value)"
    )
    told = {f"groep={value}" for value in ("middenbouw", "bovenbouw", *range(3, 9))} | {
        "kwadrant=socialiseren", "kwadrant=internaliseren", "soort=verslag", "handvat=ja"
    }  # fmt: skip
    always = {"soort=bijeenkomst", "bijeenkomst=2025-2026-1", "bijeenkomst=2025-2026-2"}
    assert set(values) == always | (told if reports else set())
    page.close()
