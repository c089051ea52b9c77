"""Feeds: valid by their own rules, and dated by nothing that is not published."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import xml.etree.ElementTree as ET

import pytest

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import DocPath
from proefpraktijk.model.safe import Coordinates
from proefpraktijk.model.spiral import SchoolYear, SessionId
from proefpraktijk.render import RenderSettings, dates_of_pages, plan
from proefpraktijk.render.machine_formats.feeds import NEWEST, NEWEST_OF_THEME
from proefpraktijk.render.machine_formats.publication_dates import Dates
from proefpraktijk.wording import Wording
from render.factory import STORIES, bodies_of, empty, knowledge
from render.machine_formats.reading import ATOM, HOME, feeds, files, generalised_to, linked_data, made


def test_an_atom_feed_has_what_rfc_4287_asks(tree: dict[DocPath, bytes]) -> None:
    """Each feed and each entry has one id, title and updated; an author; absolute addresses; entries newest first."""
    found = feeds(tree, "feed.xml")
    assert "" in found
    assert "themas/zelfstandig-werken/" in found
    for page, data in found.items():
        feed = ET.fromstring(data)
        entries = feed.findall(f"{ATOM}entry")
        assert feed.tag == f"{ATOM}feed"
        assert [a.findtext(f"{ATOM}name") for a in feed.findall(f"{ATOM}author")] == ["Vereniging De Leerkring"]
        for part in (feed, *entries):
            for name in ("id", "title", "updated"):
                assert len(part.findall(f"{ATOM}{name}")) == 1
            assert part.findtext(f"{ATOM}id", "").startswith(HOME)
            assert dt.datetime.fromisoformat(part.findtext(f"{ATOM}updated", "")).tzinfo
        (own,) = (link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self")
        assert own == f"{HOME}{page}feed.xml"
        dates = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
        assert dates == sorted(dates, reverse=True)
        assert feed.findtext(f"{ATOM}updated") == dates[0]
        for entry in entries:
            assert entry.findtext(f"{ATOM}summary")
            link = entry.find(f"{ATOM}link")
            assert link is not None
            assert DocPath(f"{link.get('href', '').removeprefix(HOME)}index.md") in tree
            assert all(c.get("term") and c.get("label") for c in entry.findall(f"{ATOM}category"))
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(ids) == len(set(ids))


def test_no_feed_discloses_when_it_was_about_safety(tree: dict[DocPath, bytes], kb: KnowledgeBase) -> None:
    """Dates are sessions: a theme of safety has no feed, and no entry of another names it."""
    for file, data in tree.items():
        if file.endswith(("feed.xml", "feed.json")):
            assert not any(file.startswith(f"themas/{theme}/") for theme in kb.delicate)
            assert not any(f'"{kb.themes[theme].theme.label}"' in data.decode() for theme in kb.delicate), file


def test_a_json_feed_says_the_same(tree: dict[DocPath, bytes]) -> None:
    """Version 1.1 with its required members, and the entries of the Atom feed in the same order."""
    atom = feeds(tree, "feed.xml")
    found = feeds(tree, "feed.json")
    assert found.keys() == atom.keys()
    for page, data in found.items():
        feed = json.loads(data)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == f"{HOME}{page}feed.json"
        assert feed["home_page_url"] == HOME + page
        assert all(set(author) == {"name"} for author in feed["authors"])
        assert [item["id"] for item in feed["items"]] == [
            entry.findtext(f"{ATOM}id") for entry in ET.fromstring(atom[page]).findall(f"{ATOM}entry")
        ]
        for item in feed["items"]:
            assert item["content_text"]
            assert item["title"]
            assert dt.datetime.fromisoformat(item["date_published"]).tzinfo


def test_a_feed_of_a_theme_holds_its_reports(kb: KnowledgeBase, tree: dict[DocPath, bytes]) -> None:
    """All of them and no others; a theme without reports or of safety has none, and its page leads to none."""
    for theme, node in kb.themes.items():
        if theme in kb.delicate:
            continue
        page = tree[DocPath(f"themas/{theme}/index.md")].decode()
        found = feeds(tree, "feed.json").get(f"themas/{theme}/")
        held = {item["id"].split("/")[-2] for item in json.loads(found)["items"]} if found else set()
        assert held == set(node.reports)
        assert (f'feeds: ["", "themas/{theme}/"]' in page) == bool(node.reports)


def test_feeds_are_no_longer_than_they_should_be(english: Wording) -> None:
    """The newest stand in it."""
    stories = [dataclasses.replace(STORIES[0], slug=f"s-{n}", title=f"Titel {n}") for n in range(70)]
    kb = knowledge(stories)
    planned = plan(kb, bodies_of(kb, stories), RenderSettings(english, {}, HOME))
    sizes = [
        len(json.loads(planned[DocPath(f"{page}feed.json")].make())["items"])
        for page in ("", f"themas/{STORIES[0].themes[0]}/")
    ]
    assert sizes == [NEWEST, NEWEST_OF_THEME]


@pytest.mark.parametrize("home", ["", HOME])
def test_without_addresses_or_reports_there_are_no_feeds(home: str, english: Wording, kb: KnowledgeBase) -> None:
    """A feed needs absolute addresses and a date; then nothing leads to it either."""
    tree = made(empty() if home else kb, english, home)
    assert not feeds(tree, "feed.xml")
    assert not feeds(tree, "feed.json")
    assert b"feeds: []" in tree[DocPath("index.md")]


def test_a_draft_is_in_no_feed(kb: KnowledgeBase, english: Wording) -> None:
    """It may be seen on the writer's own machine only."""
    drafts = dataclasses.replace(kb, reports={s: o._replace(draft=True) for s, o in kb.reports.items()})
    assert not feeds(files(drafts, english), "feed.xml")


def test_a_report_is_dated_by_what_it_publishes(kb: KnowledgeBase) -> None:
    """Its own date, else its session's, else 1 August of its school year, else of the first year on the site."""
    dates, year = Dates(kb), SchoolYear(2026)
    outline = next(iter(kb.reports.values()))._replace(
        date=dt.date(2025, 10, 7), session=SessionId(SchoolYear(2025), 2)
    )
    assert dates.of(outline) == dt.date(2025, 10, 7)
    assert dates.of(outline._replace(date=None)) == kb.sessions[SessionId(SchoolYear(2025), 2)].session.date
    assert dates.of(outline._replace(date=None, session=None, school_year=year)) == dt.date(2026, 8, 1)
    assert dates.of(outline._replace(date=None, session=SessionId(year, 9))) == dt.date(2026, 8, 1)
    assert dates.of(outline._replace(date=None, session=None)) == dt.date(2025, 8, 1)
    assert Dates(empty()).of(outline.at(Coordinates())) is None


def test_what_is_not_published_is_in_no_machine_format(kb: KnowledgeBase, english: Wording) -> None:
    """Reports that publish nothing of where they come from disclose nothing in machine-readable formats either."""
    tree = made(generalised_to(kb, Coordinates()), english)
    for data in feeds(tree, "feed.json").values():
        assert {item["date_published"] for item in json.loads(data)["items"]} == {"2025-08-01T12:00:00Z"}
    for slug in kb.reports:
        assert "educationalLevel" not in str(linked_data(tree[DocPath(f"verslagen/{slug}/index.md")]))
    assert not dates_of_pages(generalised_to(kb, Coordinates()))


def test_the_sitemap_holds_only_published_dates(kb: KnowledgeBase) -> None:
    """The later of a report's date and member check."""
    slug, outline = next(iter(kb.reports.items()))
    assert outline.member_check
    assert dates_of_pages(kb)[DocPath(f"verslagen/{slug}/index.md")] == outline.member_check.isoformat()
