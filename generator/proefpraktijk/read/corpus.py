"""All of `content/`: the shared documents in full, and the reports by name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from proefpraktijk.model.corpus import (
    Codebook,
    CommunityMatter,
    Corpus,
    Decision,
    Entry,
    FindingMatter,
    InterviewMatter,
    Matter,
    PageMatter,
    Roster,
    SessionMatter,
    ThemeMatter,
)
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem, Severity
from proefpraktijk.model.spiral import SchoolYear, SessionId
from proefpraktijk.model.text import RawText
from proefpraktijk.read.front_matter.checked import checked_values
from proefpraktijk.read.front_matter.yaml_text import Pairs, load_yaml

from .cross_checks import check_decisions, check_sessions, check_themes, theme_of
from .decisions import DECISIONS, parse_decisions
from .decode import decode
from .document import OpenedDocument, close_document, open_document, parse_report
from .files import ContentTree, content_tree, is_shared, load_bytes
from .problems import Problems, problem_at
from .roster_checks import check_names
from .standoff_codes import codes_path

M = TypeVar("M", bound=Matter)

COMMUNITY = ContentPath("content/community.yml")
ROSTER = ContentPath("content/roster.yml")


def read_corpus(root: Path) -> tuple[Corpus | None, list[Problem]]:
    """Return everything below `root/content` but the text of the reports, and all problems, sorted.

    The corpus is None when something shared (community, roster, decisions, sessions, themes) has an error; then the
    reports have been read too, so that all there is to mend is reported at once. A page, finding or interview with an
    error is left out.
    """
    tree = content_tree(root)
    if not (root / "content").is_dir():
        return None, tree.problems
    reader = _Reader(tree)
    corpus = reader.read()
    refused = [problem for problem in tree.problems if _is_for_all(problem.place.path)]
    broken = any(problem.severity is Severity.ERROR for problem in (*reader.shared, *refused))
    if broken:
        for path in corpus.reports:
            data = reader.load(path)
            reader.rest += parse_report(path, data, corpus.codebook, reader.codes_of(path))[1]
    problems = sort_problems([*tree.problems, *reader.shared, *reader.rest])
    return (None if broken else corpus), problems


def _is_for_all(path: ContentPath) -> bool:
    """Return whether every page depends on the file: without it no site is made (docs/decisions/0005)."""
    return is_shared(path) or path.startswith(("content/sessions/", "content/themes/"))


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems by place, then by rule."""
    return sorted(problems, key=lambda problem: (problem.place, problem.rule))


class _Reader:
    """Reads the documents of one tree. `shared` are problems with shared documents, `rest` those with others."""

    def __init__(self, tree: ContentTree) -> None:
        self.tree = tree
        self.paths = frozenset(tree.paths)
        self.shared: list[Problem] = []
        self.rest: list[Problem] = []

    def read(self) -> Corpus:
        """Read everything but the reports. What is broken is replaced by something empty; `shared` holds the problems."""
        community = self.community()
        roster, schools = self.roster()
        themes = self.fronts(ThemeMatter, "themes")
        sessions = self.fronts(SessionMatter, "sessions")
        check_themes(themes)
        codebook = Codebook(
            themes=frozenset(theme_of(front.problems.path) for front in themes),
            sessions=_session_dates(sessions),
            schools=tuple(name for name, _line in schools),
            school_lines=tuple(line for _name, line in schools),
            year_groups=community.year_groups,
            paths=self.paths,
        )
        return Corpus(
            community=community,
            roster=roster,
            decisions=self.decisions(),
            codebook=codebook,
            sessions=self.entries(sessions, codebook, self.shared),
            themes=self.entries(themes, codebook, self.shared),
            findings=self.entries(self.fronts(FindingMatter, "findings"), codebook, self.rest),
            pages=self.entries(self.fronts(PageMatter, "pages"), codebook, self.rest),
            interviews=self.entries(self.fronts(InterviewMatter, "interviews"), codebook, self.rest),
            reports=tuple(self.tree.below("reports")),
        )

    def community(self) -> CommunityMatter:
        """Return the community, which every site needs."""
        matter = None
        if COMMUNITY in self.paths:
            problems = Problems(COMMUNITY)
            matter = checked_values(CommunityMatter, self.yaml(problems), problems).matter
            self.shared += problems.found
        else:
            hint = "it needs at least a line name: …"
            self.shared.append(problem_at(COMMUNITY, "PP102", "The file content/community.yml is missing.", hint))
        return matter or CommunityMatter(name=RawText("?"))

    def roster(self) -> tuple[Roster, list[tuple[RawText, int]]]:
        """Return the roster, without which nobody's name is known, and its schools' names and aliases with their lines."""
        if ROSTER not in self.paths:
            hint = (
                "put the people and schools in it, or people: [] when there are none; a site is never built without it"
            )
            if all(problem.place.path != ROSTER for problem in self.tree.problems):
                self.shared.append(problem_at(ROSTER, "PP102", "The file content/roster.yml is missing.", hint))
            return Roster(), []
        problems = Problems(ROSTER)
        matter = checked_values(Roster, self.yaml(problems), problems).matter
        if matter == Roster() and not problems.found:
            hint = "put the people and schools of the reports in it; without them many more words are held for review"
            problems.add("PP115", -1, "The roster is empty, so nobody's name is known.", hint)
        roster = matter or Roster()
        check_names(roster, problems)
        self.shared += problems.found
        names = [name for school in roster.schools for name in (school.name, *school.aliases)]
        return roster, [(name, problems.place(name.start).line) for name in names]

    def decisions(self) -> tuple[Decision, ...]:
        """Return what reviewers decided; empty without a file."""
        if DECISIONS not in self.paths:
            return ()
        decisions, problems = parse_decisions(self.load(DECISIONS))
        self.shared += [*problems, *check_decisions(decisions, self.paths)]
        return decisions

    def yaml(self, problems: Problems) -> Any:
        """Return what a YAML file holds; None when it cannot be read, which is then reported."""
        text = decode(self.load(problems.path), problems)
        if text is None:
            return None
        found = load_yaml(0, len(text), problems)
        return Pairs() if found is None and not problems.found else found

    def fronts(self, model: type[M], folder: str) -> list[OpenedDocument[M]]:
        """Return the documents of a folder, opened."""
        return [open_document(model, path, self.load(path)) for path in self.tree.below(folder)]

    def entries(
        self, fronts: Sequence[OpenedDocument[M]], codebook: Codebook, found: list[Problem]
    ) -> tuple[Entry[M], ...]:
        """Return the documents that have no error, read to the end; their problems are added to `found`."""
        entries = []
        for front in fronts:
            entry, problems = close_document(front, codebook, self.codes_of(front.problems.path))
            found += problems
            if entry is not None:
                entries.append(entry)
        return tuple(entries)

    def load(self, path: ContentPath) -> bytes:
        """Return the bytes of a file."""
        data, problems = load_bytes(self.tree.root, path)
        self.shared += problems
        return data

    def codes_of(self, path: ContentPath) -> bytes | None:
        """Return the bytes of the stand-off codings beside a document, when there are any."""
        codes = codes_path(path)
        return self.load(codes) if codes in self.paths else None


_NAMED_FOR_SESSION = re.compile(r"(\d{4})-\d{4}-(\d{1,2})")


def _session_dates(fronts: Sequence[OpenedDocument[SessionMatter]]) -> dict[SessionId, dt.date]:
    """Return the sessions and their dates. A broken one counts by its file name, so that no report is blamed for it."""
    dates = {known: front.matter.date for known, front in check_sessions(fronts).items() if front.matter}
    for front in fronts:
        named = _NAMED_FOR_SESSION.fullmatch(PurePosixPath(front.problems.path).stem)
        if front.matter is None and named:
            year = SchoolYear(int(named[1]))
            dates.setdefault(SessionId(year, int(named[2])), dt.date(year.start, 8, 1))
    return dates
