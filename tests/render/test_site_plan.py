"""The planned tree: complete, joined up, deterministic, and honest about what changed."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

import pytest

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath, Slug, ThemeId
from proefpraktijk.model.safe import Coordinates
from proefpraktijk.model.spiral import Quadrant, SchoolYear
from proefpraktijk.render import PlannedPage, RenderSettings, plan, templates
from proefpraktijk.wording import Wording
from render.factory import STORIES, bodies_of, empty, knowledge, safe

REPORT = DocPath("verslagen/rustig-binnenkomen-met-een-taak-op-het-bord/index.md")

Tree = dict[DocPath, bytes]


def planned(kb: KnowledgeBase, words: Wording) -> dict[DocPath, PlannedPage]:
    """Plan a knowledge base of the factory's stories."""
    return plan(kb, bodies_of(kb), RenderSettings(words))


def made(kb: KnowledgeBase, words: Wording) -> Tree:
    """Return the bytes of all pages."""
    return {path: page.make() for path, page in planned(kb, words).items()}


class Page(HTMLParser):
    """The ids and links of a page."""

    def __init__(self, source: str) -> None:
        """Read `source`."""
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.depth = 0
        self.feed(source)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note ids and links."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in ("href", "src") and value is not None:
                self.links.append(value)


def read(tree: Tree) -> dict[str, Page]:
    """Return the pages by their address below `/kennisbank/`."""
    return {
        f"https://a.nl/kennisbank/{path.removesuffix('index.md')}": Page(data.decode().split("---\n", 2)[2])
        for path, data in tree.items()
        if path.endswith(".md")
    }


def test_every_link_lands_on_a_page_and_an_anchor(kb: KnowledgeBase, english: Wording) -> None:
    """Links are in their final form: resolved as a browser would, each finds a planned page and an id on it, or a file."""
    tree = made(kb, english)
    pages = read(tree)
    files = {f"https://a.nl/kennisbank/{path}" for path in tree}
    files |= {f"https://a.nl/kennisbank/assets/js/{file.name}" for file in (templates() / "theme").rglob("*.js")}
    lost = []
    for url, page in pages.items():
        for link in page.links:
            target, anchor = urldefrag(urljoin(url, link.partition("?")[0]))
            if target not in files and (target not in pages or (anchor and anchor not in pages[target].ids)):
                lost.append((url, link))
    assert not lost


def test_ids_are_unique_on_each_page(kb: KnowledgeBase, english: Wording) -> None:
    """An anchor leads to one place."""
    for url, page in read(made(kb, english)).items():
        assert len(page.ids) == len(set(page.ids)), url


def test_every_page_of_the_plan_is_there(kb: KnowledgeBase, english: Wording) -> None:
    """Each kind of page in the design has its address, each in a folder of its own."""
    paths = set(planned(kb, english))
    for url in (
        "", "ontdek/", "verslagen/", "themas/", "handvatten/", "bevindingen/", "bijeenkomsten/", "kwadranten/",
        "jaargroepen/", "over/", "over/privacy/", "over/toegankelijkheid/", "over/meedoen/", "themas/veiligheid/",
        "handvatten/thema/veiligheid/", "handvatten/bouw/bovenbouw/", "bijeenkomsten/2025-2026-3/",
        "kwadranten/socialiseren/", "jaargroepen/groep-5/", "bouwen/bovenbouw/",
        "bevindingen/wanneer-durven-leerkrachten-te-vertellen/",
    ):  # fmt: skip
        assert f"{url}index.md" in paths
    assert all(path.endswith("index.md") for path in paths if path.endswith(".md"))


def test_an_empty_knowledge_base_has_its_pages(english: Wording) -> None:
    """Before the first report there is a site already, without dead ends."""
    tree = made(empty(), english)
    pages = read(tree)
    assert all(urldefrag(urljoin(url, link))[0] in pages for url, page in pages.items() for link in page.links)
    assert b"There are no reports here yet" in tree[DocPath("index.md")]


def test_nothing_says_none(kb: KnowledgeBase, english: Wording) -> None:
    """What is not known leaves no trace."""
    for path, data in {**made(kb, english), **made(empty(), english)}.items():
        assert not re.search(rb"\bNone\b|\bUndefined\b|\{\{|\{%", data), path


def test_planning_twice_gives_the_same(kb: KnowledgeBase, english: Wording) -> None:
    """Same input, same digests, same bytes, in the same order."""
    first, second = planned(kb, english), planned(knowledge(), english)
    assert [(path, page.digest) for path, page in first.items()] == [
        (path, page.digest) for path, page in second.items()
    ]
    assert made(kb, english) == made(knowledge(), english)


def _retitle(kb: KnowledgeBase) -> KnowledgeBase:
    slug = Slug(STORIES[0].slug)
    return dataclasses.replace(
        kb, reports={**kb.reports, slug: kb.reports[slug]._replace(title=safe("Een andere titel"))}
    )


def _relabel(kb: KnowledgeBase) -> KnowledgeBase:
    key = ThemeId("veiligheid")
    node = kb.themes[key]
    theme = dataclasses.replace(node.theme, label=safe("Je veilig voelen"))
    return dataclasses.replace(kb, themes={**kb.themes, key: dataclasses.replace(node, theme=theme)})


def _without_last(kb: KnowledgeBase) -> KnowledgeBase:
    return knowledge(STORIES[:-1])


def _no_backlinks(kb: KnowledgeBase) -> KnowledgeBase:
    return dataclasses.replace(kb, backlinks={})


def _no_related(kb: KnowledgeBase) -> KnowledgeBase:
    return dataclasses.replace(kb, related={})


def _undated(kb: KnowledgeBase) -> KnowledgeBase:
    return dataclasses.replace(kb, reports={slug: o._replace(date=None) for slug, o in kb.reports.items()})


def _less_published(kb: KnowledgeBase) -> KnowledgeBase:
    published = Coordinates(bands=("middenbouw",), school_year=SchoolYear(2025))
    return dataclasses.replace(kb, reports={slug: o.at(published) for slug, o in kb.reports.items()})


def _redefine(kb: KnowledgeBase) -> KnowledgeBase:
    key = ThemeId("vertrouwen")
    node = kb.themes[key]
    theme = dataclasses.replace(node.theme, definition=safe("Een andere omschrijving."))
    return dataclasses.replace(kb, themes={**kb.themes, key: dataclasses.replace(node, theme=theme)})


@pytest.mark.parametrize(
    "change",
    [
        _retitle,
        _relabel,
        _without_last,
        _no_backlinks,
        _no_related,
        _undated,
        _less_published,
        _redefine,
        lambda _: empty(),
    ],
)
def test_a_digest_changes_when_the_bytes_do_and_only_then(
    change: Callable[[KnowledgeBase], KnowledgeBase], kb: KnowledgeBase, english: Wording
) -> None:
    """The digest is what a warm build goes by: too coarse and pages are stale, too fine and it is slow."""
    before, after = planned(kb, english), planned(change(kb), english)
    for path in before.keys() & after.keys():
        same_bytes = before[path].make() == after[path].make()
        assert same_bytes == (before[path].digest == after[path].digest), path


def test_a_link_to_what_is_not_published_becomes_plain_text(kb: KnowledgeBase, english: Wording) -> None:
    """The words stay, the link goes."""
    bodies = bodies_of(kb)
    bare = dataclasses.replace(kb, themes={})
    page = plan(bare, bodies, RenderSettings(english))[REPORT].make().decode()
    assert "onderwijsbehoeften centraal" in page
    assert "themas/onderwijsbehoeften" not in page


@pytest.mark.parametrize(
    "title",
    ["a" * 300, "woord " * 60, "😀 groep 5 👩‍🏫", "مرحبا بكم في الصف", "<script>alert(1)</script>", "{{ 7*7 }} {% raw %}", "a: b # c",
     "--8<-- 'geheim'", "``` `x` ~~~", "\"quoted\" 'enkel' \\"],
)  # fmt: skip
def test_any_title_is_shown_as_it_is(title: str, kb: KnowledgeBase, english: Wording) -> None:
    """Long, right-to-left, emoji or hostile: a title is text on its page, in cards and in the front matter."""
    slug = Slug(STORIES[0].slug)
    reports = {**kb.reports, slug: kb.reports[slug]._replace(title=safe(title))}
    tree = made(dataclasses.replace(kb, reports=reports), english)
    html = tree[REPORT].decode().split("---\n", 2)[2]
    assert "<script>" not in html
    assert not re.search(r"[{}`~]", html)
    assert len(Page(html).ids) == len(Page(made(kb, english)[REPORT].decode().split("---\n", 2)[2]).ids)


def test_the_report_page_begins_with_its_handles(kb: KnowledgeBase, english: Wording) -> None:
    """Golden: facts as links, then what to try, each leading to its place in the text."""
    html = made(kb, english)[REPORT].decode()
    assert html.index('<h2 id="handvatten">') < html.index('<h2 id="situatie">')
    assert '<li id="h1" class="handle">Zet elke ochtend' in html
    assert '<a class="i group" href="../../jaargroepen/groep-5/">group 5</a>' in html
    assert '<mark id="p1" class="bevorderend">Ik merkte' in html
    assert (
        '</mark><span class="codes"><a href="../../themas/onrust-en-overgangen/">Onrust en overgangen</a>'
        '<span class="fx bevorderend">helps</span></span>'
    ) in html
    assert '<p class="why">shares: Veiligheid in de groep, the same quadrant</p>' in html


def test_long_lists_run_over_leaves(english: Wording) -> None:
    """Twenty cards on the first leaf, two hundred lines on every later one; each report is there once."""
    stories = [dataclasses.replace(STORIES[0], slug=f"s-{n}", title=f"Titel {n}") for n in range(230)]
    kb = knowledge(stories)
    pages = plan(kb, bodies_of(kb, stories), RenderSettings(english))
    leaves = [
        pages[DocPath(p)].make().decode()
        for p in ("verslagen/index.md", "verslagen/pagina/2/index.md", "verslagen/pagina/3/index.md")
    ]
    assert [leaf.count('class="card ') for leaf in leaves] == [20, 0, 0]
    assert [len(re.findall(r'<li><a href="../../../verslagen/s-\d+/">Titel', leaf)) for leaf in leaves] == [0, 200, 10]
    assert 'rel="next" href="../verslagen/pagina/2/"' in leaves[0]
    assert 'rel="prev" href="../../../verslagen/"' in leaves[1]
    assert max(page.make().count(b'class="card ') for page in pages.values()) <= 20


def test_an_interview_is_never_named(kb: KnowledgeBase, english: Wording) -> None:
    """A quote from an interview gives its band, no link, no session, no number below k."""
    node = next(iter(kb.findings.values()))
    quote = node.quotes[0]._replace(report=None, bands=("bovenbouw",))
    finding = dataclasses.replace(node, quotes=(quote,), interviews=None)
    page = made(dataclasses.replace(kb, findings={finding.finding.slug: finding}), english)[
        DocPath(f"bevindingen/{finding.finding.slug}/index.md")
    ].decode()
    assert "from an interview&nbsp;· bovenbouw" in page
    assert '<i class="ic interview"></i>interviews</li>' in page
    assert "2 interviews" not in page


def test_what_is_said_on_safety_is_not_published_by_subgroup(kb: KnowledgeBase, english: Wording) -> None:
    """A passage on safety, or on what belongs to it, shows its quadrant only; another one shows all."""
    pages = made(kb, english)
    trust = pages[DocPath("themas/veiligheid/index.md")].decode()
    quotes = re.findall(r"<figure class=\"quote.*?</figure>", trust, re.DOTALL)
    assert quotes
    assert not [quote for quote in quotes if "group" in quote or "session" in quote]
    plan_of_group = pages[DocPath("themas/groepsplan/index.md")].decode()
    assert any(
        "group 7&nbsp;· session 2" in quote.replace("\N{NO-BREAK SPACE}", "&nbsp;")
        for quote in re.findall(r"<figure.*?</figure>", plan_of_group, re.DOTALL)
    )


def test_a_list_of_reports_on_safety_shows_no_subgroup(kb: KnowledgeBase, english: Wording) -> None:
    """The pages of such a theme show of each report its quadrant and no year group or session; other pages show them."""
    pages = {path: data.decode() for path, data in made(kb, english).items() if path.endswith(".md")}
    of_safety = tuple(f"themas/{theme}/" for theme in kb.delicate)
    published = [
        " ".join(re.findall('class="facts[^"]*">(.*?)</p>', page, re.DOTALL))
        for path, page in pages.items()
        if path.startswith(of_safety)
    ]
    assert "socialising" in " ".join(published)
    assert not [facts for facts in published if re.search(r"group \d|session \d", facts)]
    assert re.search(r"group \d.*session \d", pages[DocPath("themas/onrust-en-overgangen/index.md")])


def test_a_handle_on_safety_does_not_show_its_year_group(kb: KnowledgeBase, english: Wording) -> None:
    """Nowhere: not in the list of its theme, and in the list of a band it does not show its theme."""
    pages = made(kb, english)
    found = re.findall(
        r"<li class=.handle-card.*?</li>", pages[DocPath("handvatten/thema/veiligheid/index.md")].decode()
    )
    assert found
    assert not [card for card in found if "group" in card]
    band = pages[DocPath("handvatten/bouw/bovenbouw/index.md")].decode().partition("<main")[0]
    assert 'class="mini" href="../../../themas/' in band
    assert "themas/veiligheid/" not in band


def test_a_report_that_publishes_less(kb: KnowledgeBase, english: Wording) -> None:
    """A band and a school year stand where the year group and the session would; what is not published leaves no trace."""
    slug = Slug("rustig-binnenkomen-met-een-taak-op-het-bord")
    published = Coordinates(bands=("middenbouw",), school_year=SchoolYear(2025), quadrant=Quadrant.SOCIALISEREN)
    less = made(dataclasses.replace(kb, reports={**kb.reports, slug: kb.reports[slug].at(published)}), english)[
        REPORT
    ].decode()
    assert '<a class="i group" href="../../bouwen/middenbouw/">middenbouw</a>' in less
    assert '<a class="i session" href="../../bijeenkomsten/">school year 2025-2026</a>' in less
    assert "(2025-2026). Rustig binnenkomen met een taak op het bord [report of a subgroup, middenbouw]." in less
    assert "The people involved agreed to this text.</p>" in less
    assert "group 5" not in less
    nothing = made(dataclasses.replace(kb, reports={**kb.reports, slug: kb.reports[slug].at(Coordinates())}), english)
    page = nothing[REPORT].decode()
    assert "You are here on the spiral" not in page
    assert "(n.d.). Rustig binnenkomen met een taak op het bord [report of a subgroup]." in page
    assert not re.search(r'<a class="i [^>]*></a>|\(\)|, \.', page)
    assert 'class="facts"></p>' not in page
