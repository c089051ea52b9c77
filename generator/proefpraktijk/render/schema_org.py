"""What a page is, in the words of schema.org, as JSON-LD in its head: where it stands, and what it holds. No persons.

Addresses are absolute when `site_url` is known (search engines ask for that) and relative to the page otherwise.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from proefpraktijk.model.paths import SiteUrl
from proefpraktijk.model.text import SafeText

from . import addresses
from .addresses import Address, at, relative
from .coordinate_names import Words
from .markup import SafeMarkup, trusted
from .plain_text import one_line
from .views import PageHead

_MOST_SUBJECTS = 5
_ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_IN_A_SCRIPT = str.maketrans(_ESCAPED)
"""What could end a script element or begin a comment in it, and line ends that only JSON allows."""


@dataclass(frozen=True, slots=True)
class Describer:
    """Describes the pages of one site; `site` is the absolute address of its home page, empty when it is not known."""

    site: str
    community: SafeText
    words: Words

    def describe(self, url: SiteUrl, head: PageHead) -> SafeMarkup:
        """Return the JSON-LD of the page at `url`, fit to stand in a script element."""
        graph = [self._node(url, head)]
        if url != addresses.HOME:
            graph.insert(0, self._crumbs(url, head))
        said = {"@context": "https://schema.org", "@graph": graph}
        return trusted(json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(_IN_A_SCRIPT))

    def _at(self, url: SiteUrl, to: SiteUrl | Address) -> str:
        return self.site + to if self.site else str(relative(url, to))

    def _crumbs(self, url: SiteUrl, head: PageHead) -> dict[str, Any]:
        """Return the way from home to this page (BreadcrumbList); the last one is the page itself, without address."""
        above = [(self.words.t("Home"), at(addresses.HOME)), *((crumb.text, crumb.to) for crumb in head.crumbs)]
        steps = [{"name": one_line(text), "item": self._at(url, to)} for text, to in above]
        steps.append({"name": one_line(head.title)})
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, **step} for position, step in enumerate(steps, 1)
            ],
        }

    def _node(self, url: SiteUrl, head: PageHead) -> dict[str, Any]:
        node: dict[str, Any] = {"@type": _kind(url, head), "@id": self._at(url, url), "name": one_line(head.title)}
        if head.description and head.kind != "verslag":  # a report's is in the head already, thousands of times
            node["description"] = one_line(head.description)
        if head.kind == "thema":
            if head.synonyms:
                node["alternateName"] = [one_line(synonym) for synonym in head.synonyms]
            return {**node, "inDefinedTermSet": {"@id": self._at(url, addresses.THEMES)}}
        node["inLanguage"] = self.words.language
        if url == addresses.HOME:
            return {**node, "publisher": {"@type": "Organization", "name": one_line(self.community)}}
        if head.level:
            node["educationalLevel"] = one_line(head.level)
        if head.subjects:
            node["about"] = [{"@id": self._at(url, subject.to)} for subject in head.subjects[:_MOST_SUBJECTS]]
        return {**node, "isPartOf": {"@id": self._at(url, addresses.HOME)}}


def _kind(url: SiteUrl, head: PageHead) -> str:
    if url == addresses.HOME:
        return "WebSite"
    if url == addresses.THEMES:
        return "DefinedTermSet"
    if head.kind == "thema":
        return "DefinedTerm"
    if head.kind == "verslag" or url.startswith(addresses.HANDLES):
        return "LearningResource"
    return "CollectionPage" if head.kind == "lijst" else "WebPage"
