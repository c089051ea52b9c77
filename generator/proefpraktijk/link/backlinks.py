"""Backlinks of themes, reports, sessions and findings: which pages mention or link to each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from proefpraktijk.model.document import Document
from proefpraktijk.model.knowledge import Backlink, BacklinkKind, Mention, Outline
from proefpraktijk.model.paths import ContentPath, ThemeId
from proefpraktijk.model.safe import SafeCorpus
from proefpraktijk.model.text import SafeText

from .mentions import WrittenLink, mentions, written_links
from .read_blocks import read_blocks
from .theme_vocabulary import Vocabulary

_THEME = BacklinkKind.THEME.name


@dataclass(frozen=True, slots=True)
class LinkSource:
    """A page, by its public key `ref`, with the themes it mentions and the links its writer made."""

    kind: BacklinkKind
    ref: str
    mentions: tuple[Mention, ...]
    links: tuple[WrittenLink, ...]


class Backlinks:
    """Backlinks by the page they lead to, each in the order of the sources."""

    def __init__(self, sources: Iterable[LinkSource], public: Mapping[ContentPath, str]) -> None:
        """Invert the links of `sources`. A source counts once for each page, with its first sentence about it.

        `public` gives the public key of each document by its ContentPath, which is how writers' links name it.
        """
        self._public = public
        self._found: dict[tuple[str, str], list[Backlink]] = {}
        for source in sources:
            self._invert(source)

    def _invert(self, source: LinkSource) -> None:
        kind, ref = source.kind, source.ref
        seen = {(kind.name, ref)}
        for target, sentence in (
            *(((_THEME, str(mention.theme)), mention.sentence) for mention in source.mentions),
            *(
                ((to, self._public[ContentPath(path)]), sentence)
                for to, path, sentence in source.links
                if path in self._public
            ),
        ):
            if target not in seen:
                seen.add(target)
                self._found.setdefault(target, []).append(Backlink(kind, ref, sentence))

    def of(self, kind: BacklinkKind, ref: str) -> tuple[Backlink, ...]:
        """Return the backlinks of the page `ref`."""
        return tuple(self._found.get((kind.name, ref), ()))

    def of_report(self, report: Outline) -> tuple[Backlink, ...]:
        """Return the backlinks of a report, without what would disclose more of its coordinates than it publishes itself.

        Shared documents may say which session or year group a report is of. So a report without its session gets no
        backlinks of sessions, and one without any of its coordinates gets backlinks of shared documents without a sentence.
        """
        found = self.of(BacklinkKind.REPORT, report.slug)
        if report.session is None:
            found = tuple(backlink for backlink in found if backlink.kind is not BacklinkKind.SESSION)
        if report.session and report.year_groups and report.quadrant:
            return found
        return tuple(
            backlink
            if backlink.kind is BacklinkKind.REPORT
            else backlink._replace(sentence=backlink.sentence.cut(0, 0))
            for backlink in found
        )


def shared_sources(corpus: SafeCorpus, vocabulary: Vocabulary) -> list[LinkSource]:
    """Return the shared documents as sources: themes, sessions, findings and pages, in their order in `corpus`."""

    def read(kind: BacklinkKind, ref: str, body: Document[SafeText], but: ThemeId | None = None) -> LinkSource:
        blocks = read_blocks(body, vocabulary)
        return LinkSource(kind, ref, mentions(blocks, body.passages, but), written_links(blocks))

    return [
        *(read(BacklinkKind.THEME, theme.id, theme.body, theme.id) for theme in corpus.themes),
        *(read(BacklinkKind.SESSION, str(session.id), session.body) for session in corpus.sessions),
        *(read(BacklinkKind.FINDING, finding.slug, finding.body) for finding in corpus.findings),
        *(read(BacklinkKind.PAGE, page.slug, page.body) for page in corpus.pages),
    ]


def report_sources(reports: Sequence[Outline]) -> Iterable[LinkSource]:
    """Yield the reports as sources."""
    return (LinkSource(BacklinkKind.REPORT, report.slug, report.mentions, report.links) for report in reports)


def mentions_by(sources: Iterable[LinkSource]) -> Callable[[BacklinkKind, str], tuple[Mention, ...]]:
    """Return a look-up from the kind and public key of a page to the themes it mentions."""
    found = {(source.kind, source.ref): source.mentions for source in sources}
    return lambda kind, ref: found[kind, ref]
