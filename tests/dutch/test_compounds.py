"""Compounds and inflections that no dictionary lists, judged by a lexicon of a few words."""

from __future__ import annotations

import pytest

from proefpraktijk.dutch.compounds import SHORT_PARTS, Compounds, stems
from proefpraktijk.dutch.lexicon import lexicon

ENTRIES = frozenset("reken drempel weektaak blad kleef brief school boek werken kast groep plein papier".split())  # noqa: SIM905


def knows(word: str) -> bool:
    """Return whether a word is known by these entries alone."""
    return Compounds(ENTRIES.__contains__).knows(word)


@pytest.mark.parametrize(
    "word",
    [
        "rekendrempel", "weektaakblad", "kleefbriefjes",  # with nothing between, and an inflected end
        "schoolsboek", "schooleboek", "schoolenboek", "schoolnboek", "school-boek", "schools-boek",  # every link
        "werkboek",  # the stem of a verb
        "taalboek", "schooltaal",  # a short part that is listed, at either end
        "taalschoolboek", "taalschoolboekkast",  # three parts and four
        "rekenles",  # three letters at the end
        "schoolloos", "schoolachtige", "herwerken", "boeken", "drempeltje",  # one entry, inflected
        "boekboek",
    ],
)  # fmt: skip
def test_a_word_of_entries_is_known(word: str) -> None:
    """Two to four parts, each an entry, with a linking letter or none; or one entry, inflected."""
    assert knows(word)


@pytest.mark.parametrize(
    "word",
    [
        "taalschoolboekkastgroep",  # five parts
        "schooloboek", "schooltboek",  # no linking letter
        "schoolop", "kamerop",  # two letters end no compound
        "hoekstra", "bos", "boekxyz", "xyzboek", "schoolsen",
        "reken" * 10,  # longer than any word
        "", "les",
    ],
)  # fmt: skip
def test_what_is_no_row_of_entries_is_unknown(word: str) -> None:
    """A part that is no entry, too many parts, a link that Dutch does not have."""
    assert not knows(word)


def test_a_word_of_four_letters_may_be_an_inflection() -> None:
    """Shorter words are listed, or unknown."""
    assert Compounds(frozenset(("zij",)).__contains__).knows("zijtje")
    assert Compounds(frozenset(("a", "ab", "abc")).__contains__).knows("abc") is False


@pytest.mark.parametrize("length", [48, 49])
def test_the_longest_word_is_of_48_letters(length: int) -> None:
    """A longer one is not looked into."""
    entry = "a" * (length - 4)
    assert Compounds({entry, "boek"}.__contains__).knows(entry + "boek") is (length == 48)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("zeveld", True),  # short
        ("zeveld".ljust(7, "x"), True),
        ("xxxxxxxx", False),
        ("groeneveld", True),
        ("onderwijsveld", True),
        ("onderwijsxveld", True),  # fourteen letters
        ("onderwijsxxveld", False),  # fifteen
        ("weektaakblad", False),
    ],
)
def test_words_that_look_like_surnames(word: str, expected: bool) -> None:  # noqa: FBT001
    """Fewer than eight letters, or fewer than fifteen with the ending of a place."""
    assert Compounds.like_surname(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("mannetje", {"mann", "man", "mannetj"}),
        ("briefjes", {"brief", "briefje"}),
        ("boompje", {"boom", "boompj"}),
        ("koninkje", {"konin", "koninkj"}),
        ("zoontjes", {"zoon", "zoontje"}),
        ("eitje", {"eitj"}),
        ("waardeloos", {"waarde", "waardeen", "waardeloo"}),
        ("boekachtige", {"boekachtig", "boek", "boeken"}),
        ("werkers", {"werk", "werken", "werker"}),
        ("herwerken", {"werken", "herwerk"}),
        ("niet-lezer", {"niet-lez", "niet-lezen", "lezer"}),
        ("collega's", {"collega", "collega'"}),
        ("onder", set()),
        ("boeken", {"boek"}),
        ("boeks", {"boek"}),
        ("anjes", {"anje"}),
    ],
)
def test_what_a_word_may_be_a_form_of(word: str, expected: set[str]) -> None:
    """Diminutives, derivations, prefixes, plurals: at least three or four letters are left of it."""
    assert set(stems(word)) == expected


@pytest.mark.parametrize(
    ("word", "known"), [("rekendrempel", True), ("weektaakblad", True), ("hoekstra", False), ("wierstra", False)]
)
def test_the_lexicon_of_dutch_knows_compounds_and_no_surnames(word: str, known: bool) -> None:  # noqa: FBT001
    """The minimum lengths keep short names from falling apart into words."""
    assert lexicon().knows(word) is known


@pytest.mark.parametrize("short", sorted(SHORT_PARTS))
def test_short_parts(short: str) -> None:
    """Each short word begins a compound, and ends one when it has three letters."""
    assert knows(f"{short}school")
    assert knows(f"school{short}") or len(short) == 2
    assert not knows("zzzschool")


@pytest.mark.parametrize(
    "suffix",
    ["loos", "loze", "achtig", "achtige", "baar", "bare", "heid", "heden", "matig", "matige", "vormig", "vormige",
     "gewijs", "waarts", "wijs", "sgewijs", "er", "ers", "ing", "ingen", "end", "ende"],
)  # fmt: skip
def test_derived(suffix: str) -> None:
    """Each suffix is undone behind four letters, not behind three; a verb gets its ending back."""
    assert {"werk", "werken"} <= set(stems(f"werk{suffix}"))
    assert "wer" not in set(stems(f"wer{suffix}"))


@pytest.mark.parametrize("ending", ["etjes", "etje", "tjes", "tje", "pjes", "pje", "kjes", "kje", "jes", "je"])
def test_diminutives(ending: str) -> None:
    """Each ending of a diminutive is undone behind three letters, a doubled one written once; not behind two."""
    assert list(stems(f"ball{ending}"))[:2] == ["ball", "bal"]
    assert next(stems(f"bal{ending}")) == "bal"
    assert "ba" not in list(stems(f"ba{ending}"))


@pytest.mark.parametrize("prefix", ["her", "on", "mede", "niet-", "non-", "oud-", "ex-", "mini", "super", "anti"])
def test_prefixes(prefix: str) -> None:
    """Each prefix is undone before four letters, not before three."""
    assert "toets" in list(stems(f"{prefix}toets"))
    assert "taak" in list(stems(f"{prefix}taak"))
    assert "les" not in list(stems(f"{prefix}les"))


@pytest.mark.parametrize("ending", ["'s", "'tje", "'tjes", "s", "e", "en"])
def test_plurals(ending: str) -> None:
    """Each ending goes behind four letters, not behind three."""
    assert "boek" in list(stems(f"boek{ending}"))
    assert "boe" not in list(stems(f"boe{ending}"))


@pytest.mark.parametrize(
    "tail",
    ["veld", "velden", "huis", "huizen", "huijs", "man", "mans", "berg", "bergen", "dijk", "dijck", "hof", "hoff", "kamp",
     "hout", "horst", "brink", "bosch", "bos", "burg", "stein", "wijk", "broek", "beek", "meer", "molen", "maker", "boer",
     "bakker", "smid", "meijer", "steen", "poort", "donk", "heide", "land", "drecht", "voort", "woud", "haar", "daal",
     "dalen", "schot", "vliet", "water", "zand", "horn", "oord", "aard", "kerk", "bruggen", "kens", "ink", "stra", "sma", "inga"],
)  # fmt: skip
def test_words_that_end_as_surnames_do(tail: str) -> None:
    """Up to fourteen letters a word with such an end may be a surname, a longer one is not."""
    assert Compounds.like_surname(tail.rjust(8, "o"))
    assert Compounds.like_surname(tail.rjust(14, "o"))
    assert not Compounds.like_surname(tail.rjust(15, "o"))


def test_an_entry_of_three_letters_is_a_part_only_when_it_is_listed() -> None:
    """Short entries would cut names into words."""
    assert not Compounds({"hok", "boek"}.__contains__).knows("hokboek")
    assert Compounds({"boek"}.__contains__).knows("lesboek")
