"""Decisions found in a text: whole words only, between the words they are bound to, and the identity of each."""

from __future__ import annotations

import pytest

from proefpraktijk.model.corpus import Decision
from proefpraktijk.protect.decisions.applied import (
    DESCRIBED,
    DecidedAddresses,
    identity,
    is_around,
    is_bound,
    is_descriptor,
    key_of,
    replacement_of,
)
from protect.support import PATH, airlock, decision, report, roster, shown

HERE = {"scope": PATH}


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (decision("clear", "sprinkels"), True),
        (decision("clear", " Sprin\u00adkels "), True),
        (decision("clear", "Sprinkels", by="iemand anders", reason="anders", date="2026-02-02"), True),
        (decision("redact", "Sprinkels"), False),
        (decision("seen", "Sprinkels"), False),
        (decision("clear", "Sprinkel"), False),
        (decision("clear", "Sprinkels", **HERE), False),
        (decision("clear", "Sprinkels", before="zo"), False),
        (decision("clear", "Sprinkels", after="zo"), False),
    ],
)
def test_what_identifies_a_decision(other: Decision, same: bool) -> None:  # noqa: FBT001
    """What is decided on what text, where, and between what words; not who decided it, when and why."""
    assert (identity(other) == identity(decision("clear", "Sprinkels"))) is same


def test_what_binds_is_compared_as_one_line() -> None:
    """Line ends and kinds of space make no other decision; the side does."""
    made = identity(decision("clear", "Sprinkels", before="een\n twee"))
    assert made == identity(decision("clear", "Sprinkels", before="een twee"))
    assert made != identity(decision("clear", "Sprinkels", after="een twee"))


@pytest.mark.parametrize(
    ("written", "key"),
    [(" De Manege ", "de manege"), ("\u0130s", "\u0130s"), ("\u2019T Huis", "'t huis"), ("A\u00a0B", "a b")],
)
def test_the_key_of_a_text(written: str, key: str) -> None:
    """In lower case, as long as before: a capital whose small letter is two characters stays."""
    assert key_of(decision("clear", written)) == key


@pytest.mark.parametrize(
    ("written", "words"),
    [("[een club]", "een club"), (" een club ", "een club"), ("[ ]", ""), ("", ""), ("een [x] club", "een [x] club")],
)
def test_the_words_of_a_replacement(written: str, words: str) -> None:
    """Without the brackets around them."""
    assert replacement_of(decision("redact", "x", replacement=written)) == words
    assert replacement_of(decision("redact", "x")) == ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [("", True), ("leerling", True), ("Pupil", True), ("IB'er", True), ("een club", False), ("leerlingenraad", False)],
)
def test_descriptors(words: str, expected: bool) -> None:  # noqa: FBT001
    """In Dutch or English, in any case; no words at all are one too."""
    assert is_descriptor(words) is expected


@pytest.mark.parametrize(("around", "expected"), [({}, False), ({"before": "x"}, True), ({"after": "x"}, True)])
def test_decisions_that_are_bound(around: dict[str, str], expected: bool) -> None:  # noqa: FBT001
    """To one side or to both."""
    assert is_bound(decision("clear", "Sprinkels", **around)) is expected


@pytest.mark.parametrize(
    ("around", "text", "expected"),
    [
        ({}, "x |Sprinkels| y", True),
        ({"before": "heet een"}, "Dat heet een |Sprinkels| zo", True),
        ({"before": "heet een"}, "Dat heet\n een |Sprinkels| zo", True),
        ({"before": "heet een"}, "Dat geheet een |Sprinkels| zo", False),
        ({"before": "heet een"}, "heet een |Sprinkels| zo", True),
        ({"before": "heet een"}, "Dat heet geen |Sprinkels| zo", False),
        ({"before": "heet een"}, "een |Sprinkels| zo", False),
        ({"after": "zo zei"}, "Dat |Sprinkels| zo zei men", True),
        ({"after": "zo zei"}, "Dat |Sprinkels| zo zeiden", False),
        ({"after": "zo zei"}, "Dat |Sprinkels| zo zei", True),
        ({"after": "zo zei"}, "Dat |Sprinkels| en zo zei", False),
        ({"before": "heet", "after": "zo"}, "Dat heet |Sprinkels| zo", True),
        ({"before": "heet", "after": "zo"}, "Dat heet |Sprinkels| niet", False),
        ({"before": "heet", "after": "zo"}, "Dat was |Sprinkels| zo", False),
        ({"before": "heet:"}, "Dat heet: |Sprinkels|", True),
        ({"after": ", zo"}, "Dat |Sprinkels|, zo", True),
    ],
)
def test_what_stands_around_a_text(around: dict[str, str], text: str, expected: bool) -> None:  # noqa: FBT001
    """Exactly the words it is bound to, and whole ones."""
    before, found, after = text.split("|")
    made = decision("clear", "Sprinkels", **around)
    assert is_around(made, before + found + after, len(before), len(before + found)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We zagen de manege.", "We zagen [weggelaten]."),
        ("We zagen De Manege!", "We zagen [weggelaten]!"),
        ("Een zijde manege.", "Een zijde manege."),
        ("De maneges.", "De maneges."),
        ("De manege2.", "De manege2."),
        ("(de manege)", "([Weggelaten])"),
        ("de manege de manege", "[Weggelaten] [weggelaten]"),
        ("de\u00a0manege", "[Weggelaten]"),
    ],
)
def test_only_whole_words_are_decided_on(text: str, expected: str) -> None:
    """A word that sticks out on either side is another word."""
    passed = airlock(roster(), decision("redact", "de manege")).report(report(text))
    held = [text[hold.start : hold.end] for hold in passed.holds]
    assert passed.safe is not None, held
    assert shown(passed.safe.body) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("leerling", "[Leerling A] kwam. [Leerling A] ging."), ("pupil", "[Leerling A] kwam. [Leerling A] ging."),
     ("school", "[School] kwam. [School] ging."), ("plaats", "[Plaats] kwam. [Plaats] ging."),
     ("een club", "[Een club] kwam. [Een club] ging."), ("", "[Weggelaten] kwam. [Weggelaten] ging.")],
)  # fmt: skip
def test_a_redaction_as_somebody_gets_a_letter(noun: str, expected: str) -> None:
    """The same at each place; a place, or a reviewer's own words, get none."""
    made = decision("redact", "Brunhilde", replacement=noun)
    passed = airlock(roster(), made).report(report("Brunhilde kwam. Brunhilde ging."))
    assert passed.safe is not None
    assert shown(passed.safe.body) == expected


def test_who_gets_a_letter() -> None:
    """Each descriptor of somebody, and of a school."""
    assert all(is_descriptor(noun) for noun in DESCRIBED)
    assert len(set(DESCRIBED)) == 10


def test_a_public_person_that_is_redacted_is_somebody_else() -> None:
    """The letter is not that of the person who may be named, nor that of whoever has another role."""
    people = roster(
        {"name": "Evert Lindenberg", "role": "expert", "public": True}, {"name": "Saar Bos", "role": "leerkracht"}
    )
    made = decision("redact", "Saar", replacement="leerling")
    passed = airlock(people, made).report(report("Saar las. Toen las Saar Bos."))
    assert passed.safe is not None
    assert shown(passed.safe.body).startswith("[Leerling A] las.")


def test_decisions_on_addresses() -> None:
    """By address; those for a document go before those for all, the first of two is followed, seen is no decision."""
    address, other = "https://x.example.test/a", "https://x.example.test/b"
    all_, here = decision("clear", f" {address} "), decision("redact", address, **HERE)
    second = decision("redact", address)
    seen, words = decision("seen", other), decision("clear", "Sprinkels")
    decided = DecidedAddresses((all_, second, here, seen, words))
    assert dict(decided.within(PATH)) == {address: here}
    assert dict(decided.within("content/elders.md")) == {address: all_}
    assert dict(DecidedAddresses(()).within(PATH)) == {}


@pytest.mark.parametrize(
    ("made", "text", "holds"),
    [
        (decision("clear", "Het Wereldspel"), "We speelden het Wereldspel.", []),
        (decision("clear", "het Wereldspel"), "We speelden het wereldSpel.", ["wereldSpel"]),
        (decision("clear", "Wereldspel"), "We speelden WERELDSPEL.", []),
        (decision("clear", "Sprinkels", scope="content/elders.md"), "We speelden Sprinkels.", ["Sprinkels"]),
        (decision("clear", "Sprinkels", scope=PATH), "We speelden Sprinkels.", []),
    ],
)
def test_words_and_phrases_that_are_cleared(made: Decision, text: str, holds: list[str]) -> None:
    """A word in any case; a phrase as written but for its first letter; and only where the decision holds."""
    passed = airlock(roster(), made).report(report(text))
    assert [text[hold.start : hold.end] for hold in passed.holds] == holds


def test_the_name_of_the_community_stands() -> None:
    """Nobody has to decide on it, and it is no decision that could lapse."""
    passed = airlock(roster()).report(report("Wij van Vereniging De Leerkring lazen."))
    assert passed.safe is not None
    assert passed.effects.decided == frozenset()


@pytest.mark.parametrize("noun", DESCRIBED)
def test_two_that_are_redacted_alike_are_told_apart(noun: str) -> None:
    """Each descriptor of somebody gets a letter as soon as there are two."""
    both = [decision("redact", name, replacement=noun) for name in ("Brunhilde", "Wierstra")]
    passed = airlock(roster(), *both).report(report("Zo zag Brunhilde dat Wierstra kwam."))
    assert passed.safe is not None
    assert shown(passed.safe.body) == f"Zo zag [{noun} A] dat [{noun} B] kwam."
