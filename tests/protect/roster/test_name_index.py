"""Looking a word up among the forms of all names: which form, by which word of it, and where it stands in a text."""

from __future__ import annotations

import pytest

from proefpraktijk.dutch.lexicon import Rarity
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect.roster.name_forms import NameForm, Part
from proefpraktijk.protect.roster.name_index import Entity, NameIndex, Use, atom_after, atom_before

CERTAIN, RARE, COMMON = Use("replace", "replace"), Use("hold", "replace"), Use("pass", "hold")
_WORDS = {"roos": Rarity.WORD, "kamp": Rarity.WORD, "bakker": Rarity.WORD, "wil": Rarity.EVERYDAY, "van": Rarity.EVERYDAY,
          "der": Rarity.EVERYDAY, "op": Rarity.EVERYDAY, "hof": Rarity.WORD, "veld": Rarity.WORD, "jong": Rarity.EVERYDAY}  # fmt: skip


def rarity(word: str) -> Rarity:
    """Return how ordinary these words are; every other is a name."""
    return _WORDS.get(word, Rarity.UNIQUE)


def index(*forms: NameForm) -> NameIndex:
    """Return an index of forms, all of one person."""
    return NameIndex(forms, (Entity(HoldKind.PERSON, "leerling"),), rarity)


def form(row: str, part: Part, *, archaic: bool = False) -> NameForm:
    """Return a form of entity 0."""
    return NameForm(tuple(row.split()), 0, part, archaic)


@pytest.mark.parametrize(
    ("row", "anchor"),
    [
        ("daan smit", "smit|daan"),
        ("van der heijden", "heijden"),
        ("roos verhoeven", "verhoeven"),
        ("verhoeven roos", "verhoeven"),
        ("wil roos", "roos"),
        ("xi ying", "ying"),
        ("van der", "van|der"),
    ],
)
def test_the_anchor_is_the_most_distinctive_word(row: str, anchor: str) -> None:
    """No particle, then the rarest, then the longest."""
    (found,) = index(form(row, Part.FULL)).atoms
    assert found in anchor.split("|")


@pytest.mark.parametrize(
    ("made", "use"),
    [
        (form("daan", Part.FIRST), CERTAIN),
        (form("roos", Part.FIRST), RARE),
        (form("wil", Part.FIRST), COMMON),
        (form("kamp", Part.LAST), COMMON),
        (form("hof", Part.SCHOOL), RARE),
        (form("wil", Part.SCHOOL), COMMON),
        (form("veld", Part.PLACE), COMMON),
        (form("roos bakker", Part.FULL), RARE),
        (form("wil jong", Part.FULL), RARE),
        (form("roos wil", Part.FIRST), RARE),
        (form("op der kamp", Part.LAST, archaic=True), RARE),
        (form("bakker kamp", Part.LAST), RARE),
        (form("van bakker", Part.LAST), RARE),
        (form("van der kamp", Part.LAST), COMMON),
        (form("op kamp", Part.LAST), COMMON),
        (form("van jong", Part.LAST), COMMON),
        (form("daan bakker", Part.FULL), CERTAIN),
        (form("van smit", Part.LAST), CERTAIN),
    ],
)
def test_what_a_form_proves_in_lower_case(made: NameForm, use: Use) -> None:
    """A name that is no word is certain; a word is held, and an everyday word passes but where a sentence begins."""
    made_of = index(made)
    (anchor,) = made_of.atoms
    assert [match.use for match in made_of.lookup(anchor, anchor)] == [use]


def test_the_word_as_it_is_written_counts_too() -> None:
    """A word such as "Róos" folds to a name, and if what is written is a word, it proves less."""
    made = index(form("daan", Part.FIRST))
    assert made.lookup("daan", "roos")[0].use == RARE
    assert made.lookup("daan", "wil")[0].use == COMMON


@pytest.mark.parametrize(
    ("row", "part", "word", "genitive"),
    [
        ("daan", Part.FIRST, "daan", False),
        ("daan", Part.FIRST, "daans", True),
        ("daan", Part.FIRST, "daantje", False),
        ("daan", Part.FIRST, "daantjes", True),
        ("jo smit", Part.FULL, "smits", True),
        ("smit", Part.LAST, "smits", True),
        ("smit", Part.LAST, "smitje", None),
        ("vinkhof", Part.SCHOOL, "vinkhofs", True),
        ("vinkhof", Part.SCHOOL, "vinkhofje", None),
        ("hellendoorn", Part.PLACE, "hellendoorntje", None),
        ("daan", Part.FIRST, "daa", None),
    ],
)
def test_inflections_are_undone(row: str, part: Part, word: str, genitive: bool | None) -> None:  # noqa: FBT001
    """A genitive of any name, a diminutive of a first name only."""
    found = index(form(row, part)).lookup(word, word)
    assert [match.genitive for match in found] == ([] if genitive is None else [genitive])


def test_only_the_last_word_of_a_name_is_inflected() -> None:
    """What is written "Verhoevens Roos" is not "Verhoeven Roos"."""
    made = index(form("verhoeven roos", Part.FULL))
    assert made.lookup("verhoeven", "verhoeven")
    assert not made.lookup("verhoevens", "verhoevens")


@pytest.mark.parametrize(
    ("row", "text", "stands"),
    [
        ("marloes van der heijden", "Zo Marloes van der Heijden zei", ("Marloes van der Heijden", False)),
        ("marloes van der heijden", "Zo Marloes van - der\nHeijdens zei", ("Marloes van - der\nHeijdens", True)),
        ("marloes van der heijden", "Zo Marloes  van-der Heijden zei", ("Marloes  van-der Heijden", False)),
        ("marloes van der heijden", "Zo van der Heijden zei", None),
        ("marloes van der heijden", "Marloes, van der Heijden", None),
        ("marloes van der heijden", "Marloes     van der Heijden", None),
        ("sjoukje bakker", "Sjoukje Bakker.", ("Sjoukje Bakker", False)),
        ("sjoukje bakker", "Sjoukje Bakkers les", ("Sjoukje Bakkers", True)),
        ("sjoukje bakker", "Sjoukje Bakkerij", None),
        ("sjoukje bakker", "Sjoukje", None),
        ("sjoukje bakker", "Sjoukje 12 Bakker", None),
        ("sjoukje bakker jong", "Sjoukje Bakkers Jong", None),
        ("sjoukje bakker jong", "Sjoukje Bákker Jong", ("Sjoukje Bákker Jong", False)),
        ("jo verhoeven", "Bo Verhoeven", None),
        ("jo verhoeven", "Verhoeven", None),
        ("jo verhoeven", "Jo Verhoeven", ("Jo Verhoeven", False)),
        ("jo van verhoeven", "Jo van Verhoeven", ("Jo van Verhoeven", False)),
        ("t hart", "in 't Hart", ("'t Hart", False)),
        ("t hart", "in t Hart", ("t Hart", False)),
        ("t hart", "\u2019t Hart", ("\u2019t Hart", False)),
        ("sjoukje hart", "'Sjoukje Hart", ("Sjoukje Hart", False)),
    ],
)
def test_where_a_form_stands(row: str, text: str, stands: tuple[str, bool] | None) -> None:
    """All its words, with only joiners between; the last may be a genitive, and a clitic takes its mark along."""
    made = index(form(row, Part.FULL))
    (anchor,) = made.atoms
    start = text.lower().find(anchor)
    if start < 0:
        assert stands is None
        return
    placed = NameIndex.place(text, start, start + len(anchor), made.lookup(anchor, anchor)[0])
    assert (placed and (text[placed[0] : placed[1]], placed[2])) == stands


def test_the_genitive_of_the_anchor_is_kept() -> None:
    """It says how the descriptor is to be written."""
    (match,) = index(form("daan", Part.FIRST)).lookup("daans", "daans")
    assert NameIndex.place("Daans les", 0, 5, match) == (0, 5, True)


def test_an_index_of_nothing() -> None:
    """Forms without words and of a single letter are not looked for."""
    empty = index(form("", Part.FULL), form("x", Part.FIRST))
    assert not empty
    assert not list(empty.atoms)
    assert index(form("xi", Part.FIRST))
    assert index(form("x y", Part.FULL))


def test_equal_forms_are_one() -> None:
    """A word is found once, however often its form was given."""
    made = index(form("daan", Part.FIRST), form("daan", Part.FIRST))
    assert len(made.lookup("daan", "daan")) == 1
    assert made.identify(("daan",)) == {0}
    assert made.identify(("saar",)) == frozenset()


def test_what_is_concealed_in_a_longer_word() -> None:
    """Only a name that is no word: "roos" stands in many."""
    made = index(form("daan", Part.FIRST), form("roos", Part.FIRST))
    assert [word for word in ("daan", "roos", "saar") if made.conceals(word)] == ["daan"]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("een |x| twee", "een", "twee"),
        ("een    |x|    twee", "een", "twee"),
        ("een     |x|     twee", None, None),
        ("een,|x|,twee", None, None),
        ("een|x|twee", None, None),
        ("een-|x|'twee", "een", "twee"),
        ("|x|", None, None),
        (" |x| ", None, None),
        ("1 |x| 2", None, None),
        ("drie2een |x| twee3", "een", "twee"),
    ],
)
def test_the_words_beside_a_word(text: str, before: str | None, after: str | None) -> None:
    """With one to four joiners between, and nothing else."""
    left, word, right = text.split("|")
    text, start, end = left + word + right, len(left), len(left + word)
    found = atom_before(text, start), atom_after(text, end)
    assert tuple(span and text[span[0] : span[1]] for span in found) == (before, after)
