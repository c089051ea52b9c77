"""The demo: as much as was promised, and nothing said twice."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import pytest

from proefpraktijk.model.corpus import Corpus, Entry
from proefpraktijk.model.document import Block, BlockKind
from proefpraktijk.model.safe import Publication
from proefpraktijk.model.text import RawText
from proefpraktijk.pipeline.read_protect_link import PipelineResult, run_pipeline
from proefpraktijk.read import parse_report, read_corpus

ROOT = Path(__file__).resolve().parents[1]
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+")
_NEARLY = 0.85
"""Share of words two sentences may have in common, in order (difflib ratio): above it one is the other reworded."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Return the shared documents of the demo."""
    found, _ = read_corpus(ROOT)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def entries(corpus: Corpus) -> list[Entry]:
    """Return every document of the demo, read to the end."""
    reports = [parse_report(path, (ROOT / path).read_bytes(), corpus.codebook)[0] for path in corpus.reports]
    assert all(reports)
    return [*reports, *corpus.sessions, *corpus.themes, *corpus.findings, *corpus.pages, *corpus.interviews]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> PipelineResult:
    """Return the demo after a walk down the street, in a folder of its own."""
    root = tmp_path_factory.mktemp("demo")
    (root / "content").symlink_to(ROOT / "content")
    return run_pipeline(root)


def test_no_sentence_twice(entries: list[Entry]) -> None:
    """No sentence occurs twice, also when capitals and punctuation are not counted."""
    places = defaultdict(list)
    for path, sentence in _sentences(entries):
        places[_bare(sentence)].append(path)
    assert not {sentence: where for sentence, where in places.items() if len(where) > 1 and " " in sentence}


def test_no_sentence_reworded(entries: list[Entry]) -> None:
    """No sentence of six words or more is another one with a word or two exchanged."""
    bare = {_bare(sentence): path for path, sentence in _sentences(entries)}
    by_pair: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    long = [words for words in (tuple(sentence.split()) for sentence in bare) if len(words) >= 6]
    for words in long:
        for pair in {*pairwise(words)}:
            by_pair[pair].append(words)
    alike = {
        (" ".join(one), " ".join(other))
        for one in long
        for other in _candidates(one, by_pair)
        if one < other and SequenceMatcher(None, one, other, autojunk=False).ratio() > _NEARLY
    }
    assert not alike


def _candidates(words: tuple[str, ...], by_pair: dict[tuple[str, str], list[tuple[str, ...]]]) -> set[tuple[str, ...]]:
    """Return the sentences that share half of their pairs of neighbouring words with `words`."""
    shared: dict[tuple[str, ...], int] = defaultdict(int)
    for pair in {*pairwise(words)}:
        for other in by_pair[pair]:
            shared[other] += 1
    return {other for other, count in shared.items() if count * 2 >= len(words) - 1}


def _sentences(entries: list[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        for text in (*_front(entry), *map(_text, entry.body.blocks)):
            for sentence in _SENTENCE_END.split(text):
                if len(sentence.split()) > 1 and not _is_heading(text, entry):
                    yield entry.path, sentence


def _front(entry: Entry) -> Iterator[str]:
    for name in ("title", "definition", "use_when", "not_when", "question", "claim", "method", "assignment"):
        value = getattr(entry.matter, name, None)
        if isinstance(value, RawText):
            yield value.value


def _is_heading(text: str, entry: Entry) -> bool:
    return any(block.kind is BlockKind.HEADING and _text(block) == text for block in entry.body.blocks)


def _text(block: Block[RawText]) -> str:
    return "".join(run.text.value for run in block.runs if run.picture is None)


def _bare(sentence: str) -> str:
    plain = unicodedata.normalize("NFC", sentence).casefold()
    return " ".join(re.findall(r"[^\W_]+", plain))


def test_reports(content: PipelineResult, corpus: Corpus) -> None:
    """At least 48 reports are member-checked and published, of 250 to 500 words each."""
    published = [path for path, state in content.publications.items() if state is Publication.PUBLISHED]
    assert len(published) >= 48
    for path in published:
        report, _ = parse_report(path, (ROOT / path).read_bytes(), corpus.codebook)
        assert report is not None
        words = sum(len(_text(block).split()) for block in report.body.blocks)
        assert 250 <= words <= 500, (path, words)


def test_every_state_occurs(content: PipelineResult) -> None:
    """There are drafts, a withdrawn report and one that is held; none is refused."""
    states = set(content.publications.values())
    assert {Publication.DRAFT, Publication.WITHDRAWN, Publication.HELD} <= states
    assert Publication.REFUSED not in states


def test_shared_documents_stand(content: PipelineResult) -> None:
    """Every shared document of the demo is fit to be published: nothing of it is held or refused."""
    assert not [hold.place for hold in content.holds if not hold.place.path.startswith("content/reports/")]
    assert not content.problems


def test_counts(corpus: Corpus) -> None:
    """Themes, findings, sessions, schools, people, year groups: as the demo promises."""
    assert len(corpus.themes) >= 30
    assert all(theme.matter.definition.value.strip() for theme in corpus.themes)
    assert len(corpus.findings) == 6
    assert len(corpus.sessions) == 6
    assert len(corpus.roster.schools) == 8
    assert len([person for person in corpus.roster.people if person.role.value == "leerkracht"]) >= 60
    assert len(corpus.interviews) >= 6


def test_every_year_group_and_combination_groups(content: PipelineResult) -> None:
    """All year groups occur, and combination groups do."""
    assert content.linked is not None
    groups = {report.year_groups for report in content.linked.knowledge.reports.values()}
    assert {group for several in groups for group in several} == set(range(1, 9))
    assert any(len(several) > 1 for several in groups)
