"""Who names or links what, turned round: the backlinks of themes, reports, sessions and findings."""

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
class Source:
    """A page with the themes it names and the links its writer made. `ref` is its public key."""

    kind: BacklinkKind
    ref: str
    mentions: tuple[Mention, ...]
    links: tuple[WrittenLink, ...]


class Backlinks:
    """Backlinks by the page they lead to, each in the order of the sources."""

    def __init__(self, sources: Iterable[Source], public: Mapping[ContentPath, str]) -> None:
        """Turn the links of `sources` round. A source counts once for each page, with its first sentence about it.

        `public` gives the public key of each document by its ContentPath, which is how writers' links name it.
        """
        self._public = public
        self._found: dict[tuple[str, str], list[Backlink]] = {}
        for source in sources:
            self._turn_round(source)

    def _turn_round(self, source: Source) -> None:
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
        """Return the backlinks of a report, as far as they tell no more of where it comes from than it does itself.

        What the community shares may say which session or year group a report is of: of a report that does not tell
        its session no session is listed, and of one that leaves out anything no shared sentence about it.
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


def shared_sources(corpus: SafeCorpus, vocabulary: Vocabulary) -> list[Source]:
    """Return the shared documents as sources: themes, sessions, findings, pages, in their order in `corpus`."""

    def read(kind: BacklinkKind, ref: str, body: Document[SafeText], but: ThemeId | None = None) -> Source:
        blocks = read_blocks(body, vocabulary)
        return Source(kind, ref, mentions(blocks, body.passages, but), written_links(blocks))

    return [
        *(read(BacklinkKind.THEME, theme.id, theme.body, theme.id) for theme in corpus.themes),
        *(read(BacklinkKind.SESSION, str(session.id), session.body) for session in corpus.sessions),
        *(read(BacklinkKind.FINDING, finding.slug, finding.body) for finding in corpus.findings),
        *(read(BacklinkKind.PAGE, page.slug, page.body) for page in corpus.pages),
    ]


def report_sources(reports: Sequence[Outline]) -> Iterable[Source]:
    """Yield the reports as sources."""
    return (Source(BacklinkKind.REPORT, report.slug, report.mentions, report.links) for report in reports)


def mentions_by(sources: Iterable[Source]) -> Callable[[BacklinkKind, str], tuple[Mention, ...]]:
    """Return a look-up from a page to the themes it names."""
    found = {(source.kind, source.ref): source.mentions for source in sources}
    return lambda kind, ref: found[kind, ref]
