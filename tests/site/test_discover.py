"""Discover in real Chromium: what each choice leaves is what Python counts, and the address says it all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from endtoend.axe import objections, with_axe
from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.pipeline.read_protect_link import run_pipeline

SUBGROUPS = {"groep", "bijeenkomst"}
Chosen = Mapping[str, Sequence[str]]


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> KnowledgeBase:
    """Return what the demo holds, read anew."""
    root = tmp_path_factory.mktemp("ontdek")
    shutil.copytree(repository / "content", root / "content")
    linked = run_pipeline(root).linked
    assert linked
    return linked.knowledge


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a browser window of a laptop that has axe."""
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    with_axe(opened)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Give an empty page; an error in a script fails the test."""
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    opened.close()
    assert not errors


class Discover:
    """The page, as a reader handles it."""

    def __init__(self, page: Page, url: str) -> None:
        """Take a browser page and where the site is."""
        self.page = page
        self.url = f"{url}ontdek/"

    def open(self, query: str = "") -> Discover:
        """Go to an address and wait for the results."""
        self.page.goto(self.url + query)
        return self.ready()

    def ready(self) -> Discover:
        """Wait until all is shown."""
        expect(self.page.locator("[data-outcome]")).to_have_attribute("aria-busy", "false")
        return self

    def pick(self, facet: str, value: str) -> Any:
        """Return the button of a value, what it is folded in opened."""
        button = self.page.locator(f'button[data-facet="{facet}"][data-value="{value}"]')
        button.evaluate("one => { const fold = one.closest('details'); if (fold) fold.open = true; }")
        return button

    def choose(self, facet: str, value: str) -> Discover:
        """Click a value."""
        self.pick(facet, value).click()
        return self.ready()

    @property
    def query(self) -> dict[str, list[str]]:
        """What the address asks for."""
        asked: dict[str, list[str]] = {}
        for name, value in parse_qsl(urlsplit(self.page.url).query):
            asked.setdefault(name, []).append(value)
        return asked

    @property
    def total(self) -> int:
        """How many results the page says there are."""
        found = re.search(r"\d+", self.page.locator("[data-total]").inner_text())
        assert found
        return int(found[0])

    @property
    def titles(self) -> list[str]:
        """The titles of the results that are shown."""
        return self.page.locator("[data-results] h3").all_inner_texts()

    def counts(self) -> dict[tuple[str, str], str]:
        """Return what every choice says it would leave."""
        found: list[list[str]] = self.page.eval_on_selector_all(
            "button[data-facet]",
            "all => all.map(b => [b.dataset.facet, b.dataset.value, b.querySelector('b').textContent])",
        )
        return {(facet, value): text for facet, value, text in found}


@pytest.fixture
def discover(page: Page, demo_url: str) -> Discover:
    """Return the page of the demo."""
    return Discover(page, demo_url)


class Oracle:
    """Counts from the knowledge base what the page should say, item by item and without any bits."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Note for each item its values, of themes its own."""
        self.kb = kb
        self.items: list[tuple[str, dict[str, set[str]]]] = []
        for outline in kb.reports.values():
            groups = {str(group) for group in outline.year_groups}
            groups |= {band.id for band in kb.community.bands if outline.within(band)}
            values = {
                "thema": set(outline.themes),
                "groep": groups,
                "kwadrant": {outline.quadrant.value} if outline.quadrant else set(),
                "bijeenkomst": {str(outline.session)} if outline.session else set(),
                "soort": {"verslag"},
                "handvat": {"ja"} if outline.takeaways else set(),
            }
            self.items.append((outline.title, values))
        for finding in kb.findings.values():
            self.items.append(
                (finding.finding.question, {"thema": set(finding.finding.themes), "soort": {"bevinding"}})
            )
        for session_id, session in kb.sessions.items():
            values = {"thema": set(session.session.themes), "soort": {"bijeenkomst"}, "bijeenkomst": {str(session_id)}}
            self.items.append((session.session.title, values))

    def left(self, chosen: Chosen, *, every: bool = False) -> list[str]:
        """Return the titles of what remains, in order."""
        crossed = bool(SUBGROUPS & {facet for facet, values in chosen.items() if values})
        return [title for title, item in self.items if self._fits(item, chosen, crossed=crossed, every=every)]

    def _fits(self, item: Mapping[str, set[str]], chosen: Chosen, *, crossed: bool, every: bool) -> bool:
        for facet, values in chosen.items():
            has = item.get(facet, set())
            if facet == "thema":
                has = {theme for theme in has if not (crossed and theme in self.kb.delicate)}
                has |= {above for theme in has for above in self.kb.themes[theme].ancestors}  # type: ignore[index]
            enough = all if every and facet == "thema" else any
            if values and not enough(value in has for value in values):
                return False
        return True

    def count(self, chosen: Chosen, facet: str, value: str, *, every: bool = False) -> str:
        """Return what the choice should say: a number, `geen` for zero, `apart` for what is never crossed."""
        delicate = any(theme in self.kb.delicate for theme in chosen.get("thema", ()))
        if facet in SUBGROUPS and delicate:
            return "apart"
        if facet == "thema" and value in self.kb.delicate and SUBGROUPS & chosen.keys():
            return "apart"
        others = {name: values for name, values in chosen.items() if name != facet or (every and facet == "thema")}
        after = {**others, facet: [*others.get(facet, ()), value]}
        return str(len(self.left(after, every=every)) or "geen")


@pytest.fixture(scope="module")
def oracle(kb: KnowledgeBase) -> Oracle:
    """Return what should be counted."""
    return Oracle(kb)


CHOICES: dict[str, tuple[dict[str, list[str]], bool]] = {
    "nothing": ({}, False),
    "a band and a year group": ({"groep": ["onderbouw", "5"]}, False),
    "two themes": ({"thema": ["rekenen", "onrust-en-overgangen"]}, False),
    "two themes at once": ({"thema": ["samen-leren", "handelingsgericht-werken"]}, True),
    "three facets": ({"thema": ["in-de-klas"], "groep": ["middenbouw"], "kwadrant": ["socialiseren"]}, False),
    "a broad theme with a subgroup": ({"thema": ["samen-leren"], "bijeenkomst": ["2025-2026-2", "2025-2026-3"]}, False),
    "a delicate theme": ({"thema": ["veiligheid", "rekenen"], "kwadrant": ["internaliseren"]}, False),
    "findings": ({"soort": ["bevinding"]}, False),
    "handles": ({"handvat": ["ja"], "groep": ["8"]}, True),
}


@pytest.mark.parametrize("case", CHOICES)
def test_lists_and_counts_are_what_python_counts(discover: Discover, oracle: Oracle, case: str) -> None:
    """For every value of every facet, whatever is chosen already; and the results are those of the knowledge base."""
    chosen, every = CHOICES[case]
    asked = [(facet, value) for facet, values in chosen.items() for value in values]
    discover.open(f"?{urlencode([*asked, ('alle', 'ja')] if every else asked)}")
    expected = oracle.left(chosen, every=every)
    assert discover.total == len(expected)
    assert discover.titles == expected[:20]
    counts = discover.counts()
    assert counts == {(f, v): oracle.count(chosen, f, v, every=every) for f, v in counts}
    assert len(counts) > 60


def test_choosing_with_the_mouse(discover: Discover, oracle: Oracle) -> None:
    """Each click narrows down or widens, and says so in the address; clicking again takes it back."""
    discover.open().choose("groep", "5")
    assert discover.query == {"groep": ["5"]}
    discover.choose("groep", "6").choose("kwadrant", "socialiseren")
    chosen = {"groep": ["5", "6"], "kwadrant": ["socialiseren"]}
    assert discover.query == chosen
    assert discover.titles == oracle.left(chosen)[:20]
    expect(discover.pick("groep", "5")).to_have_attribute("aria-pressed", "true")
    discover.choose("groep", "5")
    assert discover.titles == oracle.left({"groep": ["6"], "kwadrant": ["socialiseren"]})[:20]


def test_the_switch_for_themes(discover: Discover, oracle: Oracle) -> None:
    """The switch asks for all themes at once, stands in the address, and comes back with it."""
    themes = ["rekenen", "groepsplan"]
    discover.open("?thema=rekenen&thema=groepsplan")
    either = discover.total
    discover.page.get_by_label("over alle gekozen thema’s tegelijk").check()
    discover.ready()
    assert discover.query["alle"] == ["ja"]
    assert discover.total == len(oracle.left({"thema": themes}, every=True)) < either
    discover.page.reload()
    discover.ready()
    assert discover.page.get_by_label("over alle gekozen thema’s tegelijk").is_checked()


def test_back_forward_and_reload(discover: Discover) -> None:
    """Each choice is a step back; what one types in one go is one step."""
    discover.open().choose("groep", "5").choose("thema", "rekenen")
    narrow = discover.titles
    field = discover.page.get_by_role("searchbox")
    field.press_sequentially("tafels", delay=20)
    expect(discover.page).to_have_url(re.compile("q=tafels"))
    discover.ready().page.go_back()
    discover.ready()
    assert discover.query == {"groep": ["5"], "thema": ["rekenen"]}
    assert discover.titles == narrow
    expect(field).to_have_value("")
    discover.page.go_back()
    discover.ready()
    assert discover.query == {"groep": ["5"]}
    discover.page.go_forward()
    discover.ready()
    assert discover.titles == narrow
    discover.page.reload()
    assert discover.ready().titles == narrow
    expect(discover.pick("thema", "rekenen")).to_have_attribute("aria-pressed", "true")


def test_a_report_and_back_again(discover: Discover) -> None:
    """Whoever looks at a report and comes back finds the choice, and as many results as were shown."""
    discover.open("?soort=verslag")
    discover.page.get_by_role("button", name="Toon er nog 20").click()
    discover.ready()
    titles = discover.titles
    assert len(titles) == 40
    expect(discover.page.locator("[data-results] > li:nth-child(21) a")).to_be_focused()
    discover.page.locator("[data-results] > li:nth-child(30) a").click()
    expect(discover.page.get_by_role("heading", level=1)).to_have_text(titles[29])
    discover.page.go_back()
    assert discover.ready().titles == titles


def test_words_and_choices_together(discover: Discover, oracle: Oracle) -> None:
    """What is found by words is narrowed down like all else; the passage shows the words; the counts follow."""
    discover.open("?q=rekenen")
    found = discover.total
    assert 0 < found < len(oracle.items)
    expect(discover.page.locator("[data-results] mark").first).to_be_visible()
    assert discover.page.locator("[data-order]").input_value() == "passend"
    promised = discover.counts()["groep", "5"]
    discover.choose("groep", "5")
    assert str(discover.total) == promised
    assert set(discover.titles) <= set(oracle.left({"groep": ["5"]}))
    link = discover.page.locator("[data-results] h3 a").first
    assert urlsplit(str(link.get_attribute("href"))).path.startswith("/kennisbank/verslagen/")
    discover.page.get_by_role("button", name="Haal weg: “rekenen”").click()
    assert discover.ready().query == {"groep": ["5"]}
    assert discover.titles == oracle.left({"groep": ["5"]})[:20]


def test_words_that_were_just_typed_count_at_the_next_click(discover: Discover) -> None:
    """A reader who types and chooses at once loses nothing: both are in the address."""
    discover.open()
    discover.page.evaluate(
        "document.querySelector('input[type=search]').value = 'rekenen';"
        "document.querySelector('button[data-value=\"5\"]').click()"
    )
    assert discover.ready().query == {"groep": ["5"], "q": ["rekenen"]}
    expect(discover.page.get_by_role("searchbox")).to_have_value("rekenen")


def test_orders(discover: Discover, oracle: Oracle) -> None:
    """By title the titles are in order; newest is the usual one and not in the address."""
    discover.open("?soort=verslag&groep=5")
    newest = discover.titles
    assert newest == oracle.left({"soort": ["verslag"], "groep": ["5"]})
    order = discover.page.get_by_label("Volgorde")
    order.select_option("titel")
    assert discover.ready().query["volgorde"] == ["titel"]
    assert discover.titles == sorted(newest, key=str.casefold)
    order.select_option("nieuw")
    assert "volgorde" not in discover.ready().query
    assert discover.titles == newest


def test_an_address_edited_by_hand(discover: Discover, oracle: Oracle) -> None:
    """What is not there is left out with a sentence that quotes it as text; the rest counts."""
    discover.open("?groep=5&thema=telefoon&jaar=2025&soort=<b>boek</b>")
    assert discover.titles == oracle.left({"groep": ["5"]})[:20]
    notice = discover.page.locator("[data-notice]")
    expect(notice).to_contain_text("thema=telefoon, jaar=2025, soort=<b>boek</b>")
    discover.choose("groep", "6")
    expect(notice).to_be_hidden()
    assert discover.query == {"groep": ["5", "6"]}


def test_safety_is_never_told_by_subgroup(discover: Discover, oracle: Oracle, kb: KnowledgeBase) -> None:
    """Neither by clicking nor by an address: no list, no count, no facts; one sentence says why."""
    discover.open("?thema=veiligheid&groep=5&bijeenkomst=2025-2026-2")
    assert discover.titles == oracle.left({"thema": ["veiligheid"]})
    expect(discover.page.locator("[data-notice]")).to_contain_text("zonder groep of bijeenkomst")
    facts = " ".join(discover.page.locator("[data-results] .facts").all_inner_texts())
    assert not re.search(r"groep \d|bouw|bijeenkomst \d|2025", facts)
    group = discover.pick("groep", "5")
    expect(group).to_have_attribute("aria-disabled", "true")
    expect(group).to_have_accessible_description(re.compile("vrijuit"))
    group.click(force=True)
    assert discover.ready().query["groep"] == ["5"]  # the address is the one that was typed
    expect(group).to_have_attribute("aria-pressed", "false")
    discover.open().choose("groep", "5")
    assert {text for (_, value), text in discover.counts().items() if value in kb.delicate} == {"apart"}
    shown = " ".join(discover.page.locator("[data-results] .fits").all_inner_texts())
    assert not [theme for theme in kb.delicate if kb.themes[theme].theme.label in shown]


def test_what_gives_nothing_says_so(discover: Discover) -> None:
    """In words, and to whoever does not see it; it keeps its place for the keyboard, and does nothing."""
    discover.open("?thema=kleuters-en-spel")
    nothing = discover.pick("groep", "8")
    expect(nothing).to_have_accessible_name(re.compile(r"groep 8\s*:\s*geen"))
    expect(nothing).to_have_attribute("aria-disabled", "true")
    nothing.focus()
    expect(nothing).to_be_focused()
    nothing.press("Enter")
    assert discover.ready().query == {"thema": ["kleuters-en-spel"]}


def test_a_way_out_of_nothing(discover: Discover, oracle: Oracle) -> None:
    """When nothing fits, the page offers what to take away and how much that would give."""
    discover.open("?thema=kleuters-en-spel&groep=8")
    assert discover.total == 0
    left = len(oracle.left({"thema": ["kleuters-en-spel"]}))
    discover.page.get_by_role("button", name=f"zonder ‘groep 8’: {left}").click()
    assert discover.ready().total == left
    expect(discover.page.get_by_role("heading", name="Gevonden")).to_be_focused()


def test_removing_and_clearing(discover: Discover) -> None:
    """Each chosen value has a button that takes it away; the focus stays near; one button clears all."""
    discover.open("?groep=5&groep=6&thema=rekenen")
    discover.page.get_by_role("button", name="Haal weg: groep 5").click()
    assert discover.ready().query == {"groep": ["6"], "thema": ["rekenen"]}
    expect(discover.page.get_by_role("button", name="Haal weg: groep 6")).to_be_focused()
    discover.page.get_by_role("button", name="Wis alles").click()
    assert discover.ready().query == {}
    expect(discover.page.get_by_role("heading", name="Gevonden")).to_be_focused()


def test_by_keyboard_alone(discover: Discover) -> None:
    """Tab reaches the field, the choices and the results; the space bar chooses; Enter opens a report."""
    discover.open()
    for _ in range(30):
        discover.page.keyboard.press("Tab")
        if discover.page.evaluate("document.activeElement.dataset.facet") == "groep":
            break
    assert discover.page.evaluate("document.activeElement.matches(':focus-visible')")
    value = discover.page.evaluate("document.activeElement.dataset.value")
    discover.page.keyboard.press("Space")
    assert discover.ready().query == {"groep": [value]}
    assert discover.page.evaluate("document.activeElement.dataset.value") == value
    for _ in range(120):
        discover.page.keyboard.press("Tab")
        if discover.page.evaluate("!!document.activeElement.closest('[data-results]')"):
            break
    title = discover.titles[0]
    discover.page.keyboard.press("Enter")
    expect(discover.page.get_by_role("heading", level=1)).to_have_text(title)


def test_on_a_phone_the_choices_fold_away(context: BrowserContext, page: Page, demo_url: str) -> None:
    """Results are near the top; the choices open and close by a button; nothing is wider than 320 pixels."""
    page.set_viewport_size({"width": 320, "height": 640})
    discover = Discover(page, demo_url).open("?q=rekenen&groep=5")
    expect(page.locator("[data-filters]")).to_be_hidden()
    unfold = page.get_by_role("button", name="Kies stap voor stap")
    expect(unfold).to_have_attribute("aria-expanded", "false")
    unfold.click()
    expect(page.locator("[data-filters]")).to_be_visible()
    discover.choose("groep", "6")
    wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert page.evaluate(wide)
    page.get_by_role("button", name=f"Toon {discover.total} resultaten").click()
    expect(page.locator("[data-filters]")).to_be_hidden()
    expect(page.get_by_role("heading", name="Gevonden")).to_be_focused()
    assert page.evaluate(wide)


@pytest.mark.parametrize("pattern", ["**/keuze-*.json", "**/assets/js/facets.js"], ids=["data", "script"])
def test_when_something_does_not_load(page: Page, demo_url: str, pattern: str) -> None:
    """The links take the place of the choices; when the data failed a plain sentence says so."""

    def fail(route: Route) -> None:
        route.abort()

    page.route(pattern, fail)
    page.goto(f"{demo_url}ontdek/?groep=5")
    expect(page.get_by_role("heading", name="Op thema")).to_be_visible()
    expect(page.locator("[data-finder]")).to_be_hidden()
    if "keuze" in pattern:
        expect(page.get_by_role("status").filter(has_text="De lijsten hieronder werken wel")).to_be_visible()


def test_when_the_search_index_does_not_load(page: Page, demo_url: str, oracle: Oracle) -> None:
    """Choosing goes on; a sentence says that words are not looked for."""

    def fail(route: Route) -> None:
        route.abort()

    page.route("**/pagefind/**", fail)
    discover = Discover(page, demo_url).open("?q=rekenen&groep=5")
    assert discover.titles == oracle.left({"groep": ["5"]})[:20]
    expect(page.locator("[data-notice]")).to_contain_text("Kiezen werkt wel")
    discover.choose("groep", "6")
    assert discover.titles == oracle.left({"groep": ["5", "6"]})[:20]
    expect(page.locator("[data-notice]")).to_contain_text("Kiezen werkt wel")


def test_searching_again_when_the_network_is_back(page: Page, demo_url: str) -> None:
    """The same words are looked for again when the reader asks for it."""

    def fail(route: Route) -> None:
        route.abort()

    page.route("**/pagefind/**", fail)
    discover = Discover(page, demo_url).open("?q=rekenen")
    expect(page.locator("[data-notice]")).to_contain_text("Kiezen werkt wel")
    everything = discover.total
    page.unroute_all()
    page.locator("[data-ask] button").click()
    expect(page.locator("[data-notice]")).to_be_hidden()
    expect(page.locator("[data-results] mark").first).to_be_visible()
    assert 0 < discover.ready().total < everything


def test_showing_more_when_the_network_is_back(page: Page, demo_url: str) -> None:
    """The sentence that results cannot be fetched goes when they are."""
    asked: list[str] = []

    def once(route: Route) -> None:
        asked.append(route.request.url)
        if asked.count(asked[-1]) > 1 or asked[-1] == asked[0]:
            route.continue_()
        else:
            route.abort()

    page.route("**/ontdek/stuk-*.json", once)
    discover = Discover(page, demo_url).open()
    notice, more = page.locator("[data-notice]"), page.locator("[data-more-button]")
    while not notice.is_visible():
        more.click()
        discover.ready()
    had = len(discover.titles)
    more.click()
    expect(notice).to_be_hidden()
    assert len(discover.ready().titles) > had


def test_what_is_old_is_dimmed_and_not_counted(page: Page, demo_url: str) -> None:
    """As long as results are on their way, no count stands above none, nor above those of before."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(re.compile(r"/ontdek/(?!keuze-)[^/]+\.json"), hold)
    page.goto(f"{demo_url}ontdek/")
    total = page.locator("[data-total]")
    expect(page.locator("[data-filters]")).not_to_have_attribute("inert", "")
    expect(total).to_have_text("Even zoeken …")
    expect(page.locator("[data-results]")).to_have_css("opacity", "0.45")
    for route in waiting:
        route.continue_()
    expect(total).to_have_text(re.compile(r"^\d+ resultaten$"))
    expect(page.locator("[data-results]")).to_have_css("opacity", "1")


@pytest.mark.parametrize("folder", ["ontdek", "handvatten"])
def test_all_modules_are_asked_for_at_once(demo_site: Path, folder: str) -> None:
    """The page tells beforehand which modules its script imports, and which those import: all, and no others."""
    text = (demo_site / folder / "index.html").read_text(encoding="utf-8")
    told = re.findall(r'<link rel="modulepreload" href="\.\./assets/js/([\w-]+\.js)"', text)
    needed = {"discover.js" if folder == "ontdek" else "handles.js"}
    while more := {name for one in needed for name in _imported(demo_site / "assets/js" / one)} - needed:
        needed |= more
    assert sorted(told) == sorted(needed)


def _imported(module: Path) -> list[str]:
    return re.findall(r'^import .* from "\./([\w-]+\.js)";$', module.read_text(encoding="utf-8"), re.MULTILINE)


def test_without_scripts_the_links_are_there(browser: Browser, demo_url: str, kb: KnowledgeBase) -> None:
    """Every year group, session, quadrant and theme with reports has a link; there is nothing to choose."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo_url}ontdek/?groep=5")
    expect(page.locator("[data-finder]")).to_be_hidden()
    expect(page.locator("[data-ask]")).to_be_hidden()
    for address in [
        *(f"../jaargroepen/groep-{group}/" for group in kb.by_year_group),
        *(f"../bijeenkomsten/{session}/" for session in kb.sessions),
        *(f"../themas/{theme}/" for theme, node in kb.themes.items() if node.reports),
    ]:
        expect(page.locator(f'main a[href="{address}"]').first).to_be_visible()
    context.close()


def test_nothing_jumps(context: BrowserContext, demo_url: str) -> None:
    """From the first paint to the last result nothing moves that was already there (CLS at most 0.05)."""
    for width, query in ((1280, ""), (390, "?groep=5&thema=samen-leren&q=rekenen")):
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => { for (const one of list.getEntries())"
            " if (!one.hadRecentInput) window.moved += one.value; }).observe({type: 'layout-shift', buffered: true})"
        )
        Discover(page, demo_url).open(query)
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert page.evaluate("window.moved") <= 0.05
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_choosing(page: Page, demo_url: str, scheme: Any) -> None:
    """With values chosen, values that give nothing, values that are barred, a notice, and everything unfolded."""
    page.emulate_media(color_scheme=scheme)
    discover = Discover(page, demo_url)
    for query in ("?groep=5&thema=rekenen&thema=foo&q=rekenen", "?thema=veiligheid", "?thema=kleuters-en-spel&groep=8"):
        discover.open(query)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert objections(page) == []
