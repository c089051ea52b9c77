"""What the gold texts promise about themselves; what is found in them is measured elsewhere."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from proefpraktijk.model.corpus import Roster
from proefpraktijk.read.front_matter.forms import from_values

GOLD = Path(__file__).parents[1] / "data" / "gold"
PARTS = ("tune-with", "tune-without", "report-with", "report-without")
LABELS = {"PER", "ORG", "LOC", "DATE", "CONTACT", "NUM"}
# A full stop, a question mark or an exclamation mark, perhaps a closing quote, and then a beginning.
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'’”)]*\s+(?=[\"'‘“(]?[A-ZÀ-Þ])")
DIMINUTIVE = re.compile(r"(?:[mnlr]?etje|[tp]?je|')$")


@cache
def documents(part: str) -> tuple[dict[str, Any], ...]:
    """Return the documents of one part."""
    lines = (GOLD / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def texts(part: str) -> list[str]:
    """Return the texts of one part."""
    return [document["text"] for document in documents(part)]


def spans(part: str) -> list[tuple[str, dict[str, Any]]]:
    """Return each identifier of one part, as its words and its span."""
    return [
        (document["text"][span["start"] : span["end"]], span)
        for document in documents(part)
        for span in document["spans"]
    ]


def sentences(text: str) -> list[str]:
    """Return the sentences of at least three words, counted low: a heading of two words is none."""
    pieces = (piece for line in text.split("\n") for piece in SENTENCE_END.split(line))
    return [piece for piece in pieces if len(piece.split()) >= 3]


def folded(text: str) -> str:
    """Return the text in lower case, without accents."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("ł", "l").replace("ı", "i"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def words(text: str) -> list[str]:
    """Return the folded words of a name."""
    return re.findall(r"\w+", folded(text))


def one_mistake_apart(left: str, right: str) -> bool:
    """Tell whether one letter added, left out, changed or swapped with the next makes one word the other."""
    if len(left) > len(right):
        left, right = right, left
    changed = any(left[:at] + right[at : at + 1] + left[at + 1 :] == right for at in range(len(left)))
    added = any(right[:at] + right[at + 1 :] == left for at in range(len(right)))
    pairs = (left[:at] + left[at + 1 : at + 2] + left[at] + left[at + 2 :] for at in range(len(left)))
    return changed or added or right in pairs


def is_form_of(word: str, known: str) -> bool:
    """Tell whether a word is a name in full, its initial, its diminutive, or the name with one mistake in it."""
    bare = DIMINUTIVE.sub("", word)
    return known in (word, bare) or word == known[0] or (len(known) > 3 and one_mistake_apart(word, known))


def is_on_roster(text: str, names: tuple[str, ...]) -> bool:
    """Tell whether every word of a span is a form of a word in one of the names."""
    return any(
        bool(words(text)) and all(any(is_form_of(word, known) for known in words(name)) for word in words(text))
        for name in names
    )


@cache
def names(label: str) -> tuple[str, ...]:
    """Return what the roster knows for a label: people, schools, or their places."""
    roster = yaml.safe_load((GOLD / "roster.yml").read_text(encoding="utf-8"))
    entries = roster["people"] if label == "PER" else roster["schools"]
    if label == "LOC":
        return tuple(entry["place"] for entry in entries)
    return tuple(" ".join([entry["name"], *entry.get("aliases", ())]) for entry in entries)


def test_there_is_enough_prose_with_identifiers() -> None:
    """At least 400 sentences hold at least 700 identifiers."""
    parts = ("tune-with", "report-with")
    assert sum(len(sentences(text)) for part in parts for text in texts(part)) >= 400
    assert sum(len(spans(part)) for part in parts) >= 700


def test_there_is_enough_prose_without_identifiers() -> None:
    """At least 400 sentences hold none."""
    parts = ("tune-without", "report-without")
    assert sum(len(sentences(text)) for part in parts for text in texts(part)) >= 400
    assert not [marked for part in parts for marked, _ in spans(part)]


@pytest.mark.parametrize("kind", ["with", "without"])
def test_both_halves_weigh_the_same(kind: str) -> None:
    """What is reported is as much as what is tuned on, within a tenth."""
    tune, report = (sum(len(sentences(text)) for text in texts(f"{half}-{kind}")) for half in ("tune", "report"))
    assert abs(tune - report) <= 0.1 * max(tune, report)


@pytest.mark.parametrize("part", PARTS)
def test_spans_are_well_formed(part: str) -> None:
    """Spans lie inside their text, begin and end with what is named, do not overlap, and carry a known label."""
    for document in documents(part):
        end = 0
        for span in document["spans"]:
            assert set(span) == {"start", "end", "label", "roster"}, document["id"]
            assert end <= span["start"] < span["end"] <= len(document["text"]), document["id"]
            assert span["label"] in LABELS, document["id"]
            marked = document["text"][span["start"] : span["end"]]
            assert marked == marked.strip(), document["id"]
            end = span["end"]


@pytest.mark.parametrize("part", PARTS)
def test_documents_are_small(part: str) -> None:
    """A document has four to ten sentences, and some short lines around them."""
    for document in documents(part):
        assert 4 <= len(sentences(document["text"])) <= 14, document["id"]


def test_no_document_is_in_two_parts() -> None:
    """No id, text or long sentence is in two documents."""
    ids = [document["id"] for part in PARTS for document in documents(part)]
    assert len(ids) == len(set(ids))
    long = [one for part in PARTS for text in texts(part) for one in sentences(text) if len(one.split()) > 6]
    assert len(long) == len(set(long))


def test_the_roster_reads() -> None:
    """The roster of the gold is a roster as a community writes it."""
    roster = from_values(Roster, yaml.safe_load((GOLD / "roster.yml").read_text(encoding="utf-8")))
    assert len(roster.people) >= 60
    assert len(roster.schools) == 6


def test_the_roster_is_not_that_of_the_demo(repository: Path) -> None:
    """Nobody on it is in the demo community."""
    demo = yaml.safe_load((repository / "content" / "roster.yml").read_text(encoding="utf-8"))
    for kind in ("people", "schools"):
        known = {folded(entry["name"]) for entry in demo[kind]}
        gold = yaml.safe_load((GOLD / "roster.yml").read_text(encoding="utf-8"))
        assert not known & {folded(entry["name"]) for entry in gold[kind]}


@pytest.mark.parametrize("part", ["tune-with", "report-with"])
def test_a_span_on_the_roster_is_a_form_of_a_name_on_it(part: str) -> None:
    """Each word of it is a word of one entry, an initial, a diminutive, or has one mistake."""
    for text, span in spans(part):
        if span["roster"]:
            assert is_on_roster(text, names(span["label"])), (part, span)


@pytest.mark.parametrize("part", ["tune-with", "report-with"])
def test_people_are_mostly_on_the_roster(part: str) -> None:
    """Between half and seven tenths of the people in the texts are on the roster."""
    people = [span["roster"] for _, span in spans(part) if span["label"] == "PER"]
    assert 0.5 <= sum(people) / len(people) <= 0.7
