"""Laws of the airlock, for any roster and any text."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from laws import examples
from proefpraktijk.dutch.folding import clean, fold
from proefpraktijk.dutch.lexicon import Rarity, lexicon
from proefpraktijk.model.document import Block, BlockKind, Document, Run
from proefpraktijk.model.safe import Publication
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.document.document_text import DocumentText
from proefpraktijk.protect.finders.found import Found, settle
from proefpraktijk.protect.roster.name_forms import ATOM, person_forms
from protect.support import airlock, demo_roster, entry, report, roster, shown

LAWFUL = settings(max_examples=examples(60))

SYLLABLES = st.sampled_from(
    ["Bra", "Dij", "Fen", "Gül", "Jo", "Kaś", "Łu", "Mie", "Nou", "Ößt", "Pim", "Rox", "Saa", "Şe", "Tjits", "Vla", "Wou"]
)  # fmt: skip
NAMES = st.builds(
    lambda first, rest: first + "".join(part.lower() for part in rest),
    SYLLABLES,
    st.lists(SYLLABLES, min_size=1, max_size=2),
)
PEOPLE = st.builds(
    lambda first, particle, last: f"{first} {particle} {last}".replace("  ", " "),
    NAMES,
    st.sampled_from(["", "van der", "de", "ten", "van 't", "El"]),
    NAMES,
)
WORDS = st.sampled_from(["de", "groep", "las", "een", "boek", "en", "toen", "kwam", "iemand", "die", "rustig", "bij"])
JOINTS = st.sampled_from([" ", ", ", ". ", "\n", " - ", '"', " ("])
FORMS = st.sampled_from([str, str.upper, str.lower, fold, lambda n: n.split()[0] + "s", lambda n: n.split()[-1]])

ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=200)


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[str], str]:
    """Draw people and a text in which they occur in all kinds of forms between Dutch words."""
    people = draw(st.lists(PEOPLE, min_size=1, max_size=4))
    parts = []
    for _ in range(draw(st.integers(1, 8))):
        parts += draw(st.lists(WORDS, max_size=4))
        parts.append(draw(FORMS)(draw(st.sampled_from(people))))
        parts.append(draw(JOINTS))
    return people, " ".join(parts)


@LAWFUL
@given(stories())
def test_no_form_of_a_name_survives(story: tuple[list[str], str]) -> None:
    """Whatever is published holds no part of a name that is not also a Dutch word."""
    people, text = story
    passed = airlock(roster(*people)).report(report(text))
    if passed.safe is None:
        return
    words = {fold(atom) for atom in ATOM.findall(shown(passed.safe.body))}
    for person in people:
        for form in person_forms(person, 0):
            telling = [a for a in form.atoms if len(a) > 2 and lexicon().rarity(a) is Rarity.UNIQUE]
            assert words.isdisjoint(telling)


@LAWFUL
@given(stories())
def test_names_are_replaced_or_held_in_every_position(story: tuple[list[str], str]) -> None:
    """Every atom of a name in the text lies within a span of the scan."""
    people, text = story
    lock = airlock(roster(*people))
    spans = lock.scan(((RawText(text, 0, len(text)),),))
    atoms = {a for person in people for form in person_forms(person, 0) for a in form.atoms if len(a) > 3}
    for atom in ATOM.finditer(text):
        if fold(atom[0]) in atoms and lexicon().rarity(fold(atom[0])) is Rarity.UNIQUE:
            assert any(span.start <= atom.start() and atom.end() <= span.end for span in spans)


@LAWFUL
@given(stories())
def test_protecting_twice_changes_nothing(story: tuple[list[str], str]) -> None:
    """A safe text goes through the airlock unchanged."""
    people, text = story
    lock = airlock(roster(*people))
    passed = lock.report(report(text))
    if passed.safe is None:
        return
    once = shown(passed.safe.body)
    again = lock.report(report(once))
    assert again.publication is Publication.PUBLISHED
    assert again.safe is not None
    assert shown(again.safe.body) == once


@LAWFUL
@given(ANY_TEXT, st.lists(st.integers(0, 200), max_size=4))
def test_scanning_never_fails_and_stays_inside(text: str, cuts: list[int]) -> None:
    """Any text in any runs gives spans in order, inside the text, not empty."""
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    runs = tuple(RawText(text[a:b], a, b) for a, b in pairwise(edges))
    spans = airlock(demo_roster()).scan((runs,))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert list(spans) == sorted(spans, key=lambda span: (span.start, span.end))


@LAWFUL
@given(ANY_TEXT)
def test_cleaning_maps_every_character_back(text: str) -> None:
    """Cleaned text is stable, and each character comes from where its map says, in order."""
    cleaned, origin = clean(text)
    assert len(origin) == len(cleaned) + 1
    assert list(origin) == sorted(origin)
    assert origin[-1] == len(text)
    assert clean(cleaned)[0] == cleaned


@LAWFUL
@given(st.lists(st.lists(ANY_TEXT, max_size=3), max_size=4), st.data())
def test_the_view_maps_invert(blocks: list[list[str]], data: st.DataObject) -> None:
    """A stretch of the view leads to source offsets whose cleaned text is that stretch."""
    at, raws, source = 0, [], ""
    for block in blocks:
        runs = []
        for text in block:
            runs.append(RawText(text, at, at + len(text)))
            source += text + "\n\n"
            at += len(text) + 2
        raws.append(runs)
    view = DocumentText.of(raws)
    for segment in view.segments:
        if not segment.text:
            continue
        left = data.draw(st.integers(0, len(segment.text) - 1))
        right = data.draw(st.integers(left + 1, len(segment.text)))
        start, end = view.source(segment.start + left, segment.start + right)
        assert segment.raw.start <= start < end <= segment.raw.end
        assert view.text[segment.start : segment.start + len(segment.text)] == segment.text
        if segment.origin is None:
            assert source[start:end] == segment.raw.value[left:right]


FINDS = st.builds(
    lambda start, length, action: Found(start, start + length, action, None, "x"),  # type: ignore[arg-type]
    st.integers(0, 30),
    st.integers(1, 8),
    st.sampled_from(["replace", "hold", "keep"]),
)


@LAWFUL
@given(st.lists(st.lists(FINDS, max_size=6), max_size=4))
def test_settled_finds_never_overlap(layers: list[list[Any]]) -> None:
    """Whatever layers find, what is taken is in order and apart, and what an earlier layer replaced stays replaced."""
    taken: list[Found] = []
    for found in layers:
        before = taken
        taken = settle(taken, found)
        assert all(a.end <= b.start for a, b in pairwise(taken))
        assert all(old in taken for old in before if old.action != "keep")


@LAWFUL
@given(st.lists(st.sampled_from(["Da", "an", " ", "Wesselink", "las", ".", "s"]), min_size=1, max_size=8))
def test_names_across_runs_leave_the_runs_whole(parts: list[str]) -> None:
    """However a text is cut in runs, what is shown is the same as for the uncut text."""
    text = "".join(parts)
    at, runs = 0, []
    for part in parts:
        runs.append(Run(RawText(part, at, at + len(part)), strong=len(runs) % 2 == 1))
        at += len(part)
    lock = airlock(demo_roster())
    cut = lock.report(entry(Document((Block(BlockKind.PARAGRAPH, tuple(runs)),)), text))
    whole = lock.report(report(text))
    assert cut.publication == whole.publication
    if cut.safe and whole.safe:
        assert shown(cut.safe.body) == shown(whole.safe.body)
