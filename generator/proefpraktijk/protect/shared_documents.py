"""The shared documents on their way through: sessions, themes, findings, pages, interviews and the community itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple, TypeVar

from proefpraktijk.model.corpus import (
    Corpus,
    Entry,
    Finding,
    FindingMatter,
    Matter,
    Page,
    PageMatter,
    Session,
    Theme,
    ThemeMatter,
)
from proefpraktijk.model.notice import Notice
from proefpraktijk.model.paths import ContentPath, Slug, ThemeId
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.safe import (
    Evidence,
    Hold,
    Publication,
    SafeCorpus,
    SafeFinding,
    SafePage,
    SafeReport,
    SafeSession,
    SafeTheme,
)
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.document.published_fields import (
    FindingFields,
    PageFields,
    RawFields,
    SessionFields,
    ThemeFields,
)
from proefpraktijk.protect.k_anonymity.contributors import Provenance
from proefpraktijk.protect.k_anonymity.generalisation_steps import INTERVIEWS
from proefpraktijk.protect.k_anonymity.generalise import PublishedCoordinates
from proefpraktijk.protect.leak_check.decision_effects import DecisionEffects
from proefpraktijk.protect.sealing.public_by_choice import expert_shown, safe_community

from .airlock import Airlock
from .holds import file_hold
from .outcomes import ClearedDocument

M = TypeVar("M", bound=Matter)
F = TypeVar("F")
S = TypeVar("S")


class _Gate:
    """Takes documents through one airlock and keeps what was held and what must be searched for."""

    def __init__(self, airlock: Airlock) -> None:
        self.airlock = airlock
        self.holds: list[Hold] = []
        self.notices: list[Notice] = []
        self.secrets: set[str] = set()
        self.effects: list[DecisionEffects] = []
        self.problems: list[Problem] = []

    def open(self, entry: Entry[M], fields_of: Callable[[M], RawFields[F]]) -> ClearedDocument[F] | None:
        """Return the document made safe; None when it is held."""
        clearance = self.airlock.clear(entry, fields_of)
        self.secrets |= clearance.secrets
        self.effects.append(clearance.effects)
        self.holds.extend(clearance.holds)
        self.problems.extend(clearance.problems)
        return clearance.cleared

    def has_public_name(self, entry: Entry[Any]) -> bool:
        """Return whether the file's name may become an address; hold the document otherwise."""
        if not doubts_name_of(self.airlock, entry):
            return True
        self.holds.append(file_hold(entry.source))
        return False


def doubts_name_of(airlock: Airlock, entry: Entry[Any]) -> bool:
    """Return whether the file's stem leaves a doubt, where it becomes an address.

    An address cannot be replaced the way a text is, so what would be replaced is a doubt too.
    """
    if not isinstance(entry.matter, ThemeMatter | FindingMatter | PageMatter):
        return False
    stem = PurePosixPath(entry.path).stem.replace("-", " ").replace("_", " ")
    return bool(airlock.scan(((RawText(stem),),)))


class PassedCorpus(NamedTuple):
    """What passes of the shared documents, the holds of what does not, all secret strings, and what is published of the interviews.

    `notices` are of the interviews too.
    """

    safe: SafeCorpus
    holds: tuple[Hold, ...]
    secrets: frozenset[str]
    generalised: Mapping[ContentPath, PublishedCoordinates]
    effects: DecisionEffects
    notices: tuple[Notice, ...]
    problems: tuple[Problem, ...]


def pass_corpus(airlock: Airlock, corpus: Corpus) -> PassedCorpus:
    """Take the shared documents through the airlock."""
    gate = _Gate(airlock)
    interviews, generalised = _interviews(gate, corpus)
    public = {person.name.value for person in corpus.roster.people if person.public}
    safe = SafeCorpus(
        community=safe_community(corpus.community),
        sessions=_kept(_session(gate, entry, public) for entry in corpus.sessions),
        themes=_kept(_theme(gate, entry) for entry in corpus.themes),
        findings=_kept(_finding(gate, entry) for entry in corpus.findings),
        pages=_kept(_page(gate, entry) for entry in corpus.pages),
        interviews=interviews,
    )
    effects = DecisionEffects.of(gate.effects)
    return PassedCorpus(
        safe,
        tuple(gate.holds),
        frozenset(gate.secrets),
        generalised,
        effects,
        tuple(gate.notices),
        tuple(gate.problems),
    )


def _kept(found: Iterable[S | None]) -> tuple[S, ...]:
    return tuple(entry for entry in found if entry is not None)


def _session(gate: _Gate, entry: Session, public: Collection[str]) -> SafeSession | None:
    matter = entry.matter
    opened = gate.open(entry, SessionFields.of)
    if opened is None:
        return None
    expert = None
    if matter.expert is not None:
        expert = expert_shown(matter.expert, public)
        if expert != matter.expert.value:
            gate.secrets.add(matter.expert.value)
    return SafeSession(
        key=entry.path,
        id=matter.id,
        title=opened.fields.title,
        date=matter.date,
        expert=expert,
        themes=matter.themes,
        assignment=opened.fields.assignment,
        body=opened.body,
    )


def _theme(gate: _Gate, entry: Theme) -> SafeTheme | None:
    matter = entry.matter
    opened = gate.open(entry, ThemeFields.of)
    if opened is None or not gate.has_public_name(entry):
        return None
    fields = opened.fields
    return SafeTheme(
        key=entry.path,
        id=ThemeId(PurePosixPath(entry.path).stem),
        label=fields.label,
        aliases=fields.aliases,
        definition=fields.definition,
        broader=matter.broader,
        related=matter.related,
        use_when=fields.use_when,
        not_when=fields.not_when,
        scheme=fields.scheme,
        body=opened.body,
        earlier=opened.earlier,
    )


def _finding(gate: _Gate, entry: Finding) -> SafeFinding | None:
    matter = entry.matter
    opened = gate.open(entry, FindingFields.of)
    if opened is None or not gate.has_public_name(entry):
        return None
    return SafeFinding(
        key=entry.path,
        slug=Slug(PurePosixPath(entry.path).stem),
        question=opened.fields.question,
        claim=opened.fields.claim,
        themes=matter.themes,
        evidence=tuple(_evidence(raw.value) for raw in matter.evidence),
        effect=matter.effect,
        method=opened.fields.method,
        body=opened.body,
        earlier=opened.earlier,
    )


def _evidence(written: str) -> Evidence:
    path, _, theme = written.partition("#")
    return Evidence(ContentPath(path.strip()), ThemeId(theme.strip()) if theme.strip() else None)


def _page(gate: _Gate, entry: Page) -> SafePage | None:
    opened = gate.open(entry, PageFields.of)
    if opened is None or not gate.has_public_name(entry):
        return None
    return SafePage(entry.path, Slug(PurePosixPath(entry.path).stem), opened.fields.title, opened.body, opened.earlier)


def _interviews(
    gate: _Gate, corpus: Corpus
) -> tuple[tuple[SafeReport, ...], Mapping[ContentPath, PublishedCoordinates]]:
    """Return the interviews that pass, with as much of their coordinates as may be published, of those that lend a passage."""
    safe: list[SafeReport] = []
    provenances: dict[ContentPath, Provenance] = {}
    for entry in corpus.interviews:
        passed = gate.airlock.interview(entry)
        gate.secrets |= passed.secrets
        gate.effects.append(passed.effects)
        gate.holds.extend(passed.holds)
        gate.notices.extend(passed.notices)
        if passed.safe is not None and passed.provenance is not None and passed.publication is Publication.PUBLISHED:
            safe.append(passed.safe)
            if passed.safe.body.passages:
                provenances[entry.path] = passed.provenance
    generalised = gate.airlock.small.generalise(provenances, INTERVIEWS)
    return tuple(_told(report, provenances, generalised) for report in safe), generalised


def _told(
    interview: SafeReport,
    provenances: Mapping[ContentPath, Provenance],
    generalised: Mapping[ContentPath, PublishedCoordinates],
) -> SafeReport:
    """Return the interview with what may be published of it; all who are not on the roster might be one and the same."""
    if interview.key not in generalised:
        return interview
    voices = provenances[interview.key].people or frozenset((-1,))
    return replace(interview, coordinates=generalised[interview.key].coordinates, voices=voices)
