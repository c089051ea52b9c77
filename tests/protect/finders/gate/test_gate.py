"""The gate: which words are held, as what, and which reason a reviewer reads."""

from __future__ import annotations

import pytest

from proefpraktijk.protect.detector import Detector
from protect.support import holds_in, roster

REASONS = {
    "middle": "A capital in the middle of a sentence: this may be a name.",
    "start": "This word begins a sentence and may be a name.",
    "unknown": "No dictionary knows this word: it may be a name.",
    "near": "This word differs by one letter from a name on the roster.",
    "hidden": "A name on the roster is hidden in this word.",
    "script": "This word is written in another script: it cannot be checked.",
    "again": "Elsewhere in this document this word looks like a name.",
    "letter": "A single letter here may stand for a name.",
}


def held(text: str, *people: str) -> list[tuple[str, str, str]]:
    """Return what is held in `text`: the words, the kind, and the key of the reason."""
    keys = {reason: key for key, reason in REASONS.items()}
    return [(words, kind, keys[reason]) for words, kind, reason in holds_in(text, *people)]


def test_what_nobody_has_explained() -> None:
    """A capital within a sentence or at its start, a word no dictionary knows: each with a reason of its own."""
    assert held("Hij zag Zanvoort daar. Zanvoort kwam. Hij zanvoortte.") == [
        ("Zanvoort", "capital", "middle"), ("Zanvoort", "capital", "start"), ("zanvoortte", "unknown", "unknown"),
    ]  # fmt: skip


def test_what_looks_like_a_name_of_the_roster() -> None:
    """One letter off, or hidden in a word: held as a person, wherever the word stands."""
    assert held("Ze las met Hazelar. Hazelaer was er.", "Bo Hazelaar") == [
        ("Hazelar", "person", "near"), ("Hazelaer", "person", "near"),
    ]  # fmt: skip
    assert held("De wilgenhofteam kwam, ook xwilgenhof.", "Bo Wilgenhof") == [
        ("wilgenhofteam", "person", "hidden"), ("xwilgenhof", "person", "hidden"),
    ]  # fmt: skip
    assert held("De Bas-Hazelar kwam.", "Bo Hazelaar") == [("De Bas-Hazelar", "person", "near")]


def test_another_script_cannot_be_checked() -> None:
    """Also a single letter, and a word with one letter in it that only looks Latin."""
    assert held("Hij zag D\u0430an. Hij zag \u0414. Toen \u0434\u0430 ook.") == [
        ("D\u0430an", "person", "script"), ("\u0414", "person", "script"), ("\u0434\u0430", "person", "script"),
    ]  # fmt: skip


def test_a_letter_that_may_be_an_initial() -> None:
    """A single letter is held as a person."""
    assert held("Toen kwam K binnen.") == [("K", "person", "letter")]


def test_a_word_that_looks_like_a_name_elsewhere() -> None:
    """Its place explains the capital at the start of a sentence, until the same word has one within a sentence."""
    assert held("Bloei was er. Bloei bleef.") == []
    assert held("Bloei was er, hij zag Bloei. Bloei's jas.")[:2] == [
        ("Bloei", "capital", "again"), ("Bloei", "capital", "middle"),
    ]  # fmt: skip
    assert held("Bij mij was hij, ik zag Bij Korf.")[0] == ("Bij Korf", "capital", "middle")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dat was een ROT dag.", ["ROT"]),
        ("Dat was een BOOM.", ["BOOM"]),
        ("Toen kwam TAFEL.", []),
        ("GUM kwam.", ["GUM"]),
        ("ZEEP kwam.", []),
        ("Toen kwam ZEEP.", ["ZEEP"]),
        ("Toen kwam MOOIE ZEEP.", []),
        ("Toen kwam GUM, ZEEP.", []),
        ("Toen kwam GUM of ZEEP. GUM.", ["GUM of ZEEP", "GUM"]),
        ("Toen kwam ZEEP; MOOI.", ["ZEEP"]),
        ("Toen kwam ZEEP\nMOOI.", []),
    ],
)
def test_words_in_capitals(text: str, words: list[str]) -> None:
    """Emphasis explains everyday words; another word only beside a second one in capitals, or, if long, at the start."""
    assert [each[0] for each in held(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("IJs was op.", []),
        ("IJsberen kwamen.", []),
        ("HuIs was dicht.", ["HuIs"]),
        ("IJsBeren kwamen.", ["IJsBeren"]),
        ("TaFel was er.", ["TaFel"]),
        ("Tafel was er.", []),
        ("Dat was de eBoek en de mAil.", ["eBoek", "mAil"]),
    ],
)
def test_capitals_within_a_word(text: str, words: list[str]) -> None:
    """Nothing explains one but the Dutch letter IJ."""
    assert [each[0] for each in held(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hij zag níet dat, zág dat; één, tóch.", []),
        ("Hij zag zórp.", ["zórp"]),
        ("Hij zag zorp.", ["zorp"]),
        ("Hij at páprika met Sánne.", ["Sánne"]),
    ],
)
def test_accents_of_emphasis(text: str, words: list[str]) -> None:
    """A word in lower case is Dutch when it is without them."""
    assert [each[0] for each in held(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Toen kwam Door.", ["Door"]),
        ("Toen kwam Wil.", ["Wil"]),
        ("Toen kwam Van.", []),
        ("Toen kwam Met.", []),
        ("Toen kwam DOOR die dag.", []),
        ("Door kwam het.", []),
    ],
)
def test_everyday_words_with_a_capital(text: str, words: list[str]) -> None:
    """Within a sentence only a word that is a name too is held; particles of names and words in capitals are not."""
    assert [each[0] for each in held(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Het is van ons (MR).", ["MR"]),
        ("Het is van ons (GMR).", []),
        ("Het is van de MR, zei hij.", []),
        ("Het is van ons (IB) en ons (ib).", ["IB"]),
    ],
)
def test_signatures(text: str, words: list[str]) -> None:
    """A term of two capitals may be initials right before a closing bracket, and nowhere else."""
    assert [each[0] for each in held(text)] == words


def test_the_gate_alone_decides_on_words_that_nothing_took() -> None:
    """Of a word that is found by half the other half is held; what is found as a whole is not held again."""
    assert held("Daar liep Jan-Willem.", "Jan Bos") == [("Willem", "capital", "middle")]
    assert held("Daar liep Jan Bos.", "Jan Bos") == []
    assert [layer.name for layer in Detector(roster(), (), ()).layers][-1] == "gate"
