"""Inflected names and words undone."""

import pytest

from proefpraktijk.dutch.inflection import inflections


@pytest.mark.parametrize(
    ("word", "name", "plural"),
    [
        ("ans", "an", True),
        ("daans", "daan", True),
        ("fatimas", "fatima", True),
        ("daantje", "daan", False),
        ("brammetje", "bram", False),
        ("basje", "bas", False),
        ("keesie", "kees", False),
        ("evietje", "evi", False),
        ("jantjes", "jan", True),
        ("joppie", "jop", False),
        ("keesies", "kees", True),
    ],
)
def test_names_found_in_their_forms(word: str, name: str, *, plural: bool) -> None:
    """Each ending, and whether the form is a genitive or plural."""
    assert (name, plural) in list(inflections(word))


@pytest.mark.parametrize(
    ("word", "bases"),
    [
        ("daans", [("daans", False), ("daan", True)]),
        ("daantje", [("daantje", False), ("daan", False), ("daant", False)]),
        ("brammetje", [("brammetje", False), ("bramm", False), ("bram", False), ("bramme", False), ("brammet", False)]),
        ("basje", [("basje", False), ("bas", False)]),
        ("keesie", [("keesie", False), ("kees", False)]),
        ("evietje", [("evietje", False), ("evi", False), ("evie", False), ("evi", False), ("eviet", False)]),
        ("es", [("es", False)]),
        ("as", [("as", False)]),
        ("jantjes", [("jantjes", False), ("jantje", True), ("jan", True), ("jant", True)]),
        ("keesies", [("keesies", False), ("keesie", True), ("kees", True), ("kees", True)]),
        ("joppie", [("joppie", False), ("jopp", False), ("jop", False), ("jop", False)]),
        ("fatimas", [("fatimas", False), ("fatima", True)]),
        ("koentje", [("koentje", False), ("koen", False), ("koent", False)]),
        ("annetje", [("annetje", False), ("ann", False), ("an", False), ("anne", False), ("annet", False)]),
        ("bo", [("bo", False)]),
        ("boompje", [("boompje", False), ("boom", False), ("boomp", False)]),
        ("koninkje", [("koninkje", False), ("konin", False), ("konink", False)]),
        ("joetje", [("joetje", False), ("jo", False), ("joe", False), ("joet", False)]),
        ("ajie", [("ajie", False), ("aj", False)]),
        ("eetje", [("eetje", False), ("ee", False), ("eet", False)]),
        ("roosjes", [("roosjes", False), ("roosje", True), ("roos", True)]),
    ],
)
def test_all_that_a_word_may_be_a_form_of(word: str, bases: list[tuple[str, bool]]) -> None:
    """The word first, then each ending undone; too little is left of short words."""
    assert list(inflections(word)) == bases


@pytest.mark.parametrize("word", ["daantje", "keesie", "jantjes", "keesies", "daans"])
def test_of_other_names_than_persons_only_the_s_goes(word: str) -> None:
    """A place or a school has no diminutive."""
    assert list(inflections(word, person=False)) == [(word, False)] + [(word[:-1], True)] * word.endswith("s")
