"""Redirects from earlier addresses of documents: a small page that sends its reader on (HTML, no script).

Which old addresses may be kept is decided before (`protect`, `link`): one that holds a name is never among them.
"""

from __future__ import annotations

from proefpraktijk.model.knowledge import BacklinkKind, Moved
from proefpraktijk.model.paths import DocPath, SiteUrl, Slug, ThemeId
from proefpraktijk.render import addresses
from proefpraktijk.render.addresses import Token, relative
from proefpraktijk.render.coordinate_names import Words
from proefpraktijk.render.format_templates import WebAddress, file_of, web_address
from proefpraktijk.render.planned_page import Planner


def plan_redirects(planner: Planner) -> None:
    """Plan a page at each old address, unless another page has taken its place."""
    for old, new in map(_addresses, planner.parts.kb.moved):
        if addresses.doc_path(old) not in planner.pages:
            planner.add_file(DocPath(f"{old}index.html"), _stub(old, new, planner.home, planner.words))


def _addresses(moved: Moved) -> tuple[SiteUrl, SiteUrl]:
    """Return where a document was, and where it is."""
    if moved.kind is BacklinkKind.THEME:
        return addresses.theme(ThemeId(moved.old)), addresses.theme(ThemeId(moved.key))
    of = {
        BacklinkKind.REPORT: addresses.report,
        BacklinkKind.FINDING: addresses.finding,
        BacklinkKind.PAGE: addresses.page,
    }
    return of[moved.kind](moved.old), of[moved.kind](Slug(moved.key))


def _stub(old: SiteUrl, new: SiteUrl, home: str, words: Words) -> bytes:
    """Return the page at `old`. Search engines take the address in its `canonical`, and leave it itself out."""
    way = WebAddress(relative(old, new))
    return file_of(
        "redirect.html",
        language=Token(words.language),
        title=words.t("This page has moved"),
        onward=words.t("Go to the new address"),
        canonical=web_address(home, new) if home else way,
        way=way,
    )
