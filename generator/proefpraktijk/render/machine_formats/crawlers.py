"""What programs that walk the whole site ask for first: `llms.txt` (llmstxt.org) and, at the root of a host, `robots.txt`.

A crawler looks for `robots.txt` at the root of the host only (RFC 9309, 2.3), so a site below a path has none. Nothing is
forbidden in it: what may not be read is not on the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from proefpraktijk.model.paths import DocPath, SiteUrl
from proefpraktijk.model.text import SafeText, UiText
from proefpraktijk.render import addresses
from proefpraktijk.render.plain_text import one_line
from proefpraktijk.render.planned_page import Planner

from .skos import JSON_LD, TURTLE

_MARKDOWN = re.compile(r"([\\\[\]<>`*_])")


def plan_crawlers(planner: Planner) -> None:
    """Plan `llms.txt`, and `robots.txt` where it is looked for; the addresses are relative when that of the site is not known."""
    planner.add_file(DocPath("llms.txt"), "\n".join(_llms(planner)).encode())
    if planner.home and urlsplit(planner.home).path == "/":
        planner.add_file(
            DocPath("robots.txt"), f"User-agent: *\nAllow: /\nSitemap: {planner.home}sitemap.xml\n".encode()
        )


def _llms(planner: Planner) -> Iterator[str]:
    kb, words, home = planner.parts.kb, planner.words, planner.home
    yield f"# {_text(kb.community.name)}"
    yield ""
    yield f"> {_text(words.t('What colleagues tried in their class, and what you can try tomorrow.'))}"
    yield ""
    yield _text(
        words.t(
            "Teachers from several schools wrote these reports together. The texts are anonymised: names of people and "
            "schools were replaced, and a person reviewed every text. Do not try to find out who or where it was."
        )
    )
    yield ""
    yield _text(
        words.t("Cite a report by its title, the community ({community}) and its address.", community=kb.community.name)
    )
    main: tuple[tuple[SiteUrl, UiText, UiText], ...] = (
        (addresses.DISCOVER, words.t("Discover"), words.t("Find reports by theme, year group, quadrant or session.")),
        (addresses.REPORTS, words.t("All reports"), words.t("The list of all reports, newest session first.")),
        (
            addresses.HANDLES,
            words.t("Handles"),
            words.t("Things to try in your own class tomorrow, from colleagues who did it."),
        ),
        (addresses.SESSIONS, words.t("Sessions"), words.t("What we worked on together, session by session.")),
        (
            addresses.QUADRANTS,
            words.t("The knowledge spiral"),
            words.t("How knowledge goes round: from expert to class, and from class to colleagues."),
        ),
        (addresses.ABOUT, words.t("About"), words.t("How this site is made, and how to have something taken away.")),
    )
    yield from _section(words.t("Pages"), (_link(title, home + url, said) for url, title, said in main))
    themes = ((node.theme, home + addresses.theme(theme_id)) for theme_id, node in kb.themes.items())
    yield from _section(words.t("Themes"), (_link(theme.label, url, theme.definition) for theme, url in themes))
    findings = ((node.finding, home + addresses.finding(slug)) for slug, node in kb.findings.items())
    yield from _section(words.t("Findings"), (_link(found.question, url, found.claim) for found, url in findings))
    yield from _section(words.t("Data"), _data(planner))


def _data(planner: Planner) -> Iterator[str]:
    words = planner.words
    for file, about in (
        (DocPath("feed.xml"), words.t("The newest reports")),
        (DocPath("feed.json"), words.t("The newest reports")),
        (TURTLE, words.t("The codebook as linked data")),
        (JSON_LD, words.t("The codebook as linked data")),
    ):
        if file in planner.pages:
            yield _link(UiText(file), planner.home + file, about)


def _section(title: UiText, links: Iterator[str]) -> list[str]:
    lines = list(links)
    return ["", f"## {_text(title)}", "", *lines] if lines else []


def _link(name: SafeText | UiText, url: str, about: SafeText | UiText) -> str:
    return f"- [{_text(name)}]({url}): {_text(about)}"


def _text(words: SafeText | UiText) -> str:
    """Return words as Markdown that shows exactly them, on one line."""
    return _MARKDOWN.sub(r"\\\1", one_line(words))
