"""Finding themes in a text."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from link.writing import theme
from proefpraktijk.link import Vocabulary

THEMES = (
    theme("veiligheid", "Veiligheid in de groep", ["veiligheid"]),
    theme("groepsplan"),
    theme("gesprek", "Gesprek met de leerling", ["kindgesprek"]),
    theme("lezen-en-taal"),
    theme("lezen", "Lezen"),
    theme("plannen"),
    theme("hgw-cyclus", "HGW-cyclus"),
    theme("collegas", "Collega's op school", ["collega"]),
    theme("in-de-klas", "In de klas"),
)
VOCABULARY = Vocabulary(THEMES)


def found(text, vocabulary=VOCABULARY):
    """Return what is found, as (theme, text)."""
    return [(hit.theme, text[hit.start : hit.end]) for hit in vocabulary.find(text)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("De veiligheid telt.", [("veiligheid", "veiligheid")]),
        ("VEILIGHEID IN DE GROEP!", [("veiligheid", "VEILIGHEID IN DE GROEP")]),
        ("Onveiligheid en veiligheidsgevoel.", []),
        ("veiligheids-app, sociale-veiligheid", []),
        ("(veiligheid) 'veiligheid' veiligheid- en", [("veiligheid", "veiligheid")] * 3),
        ("gesprek met de\nleerling", [("gesprek", "gesprek met de\nleerling")]),
        ("Lezen en taal, lezen en taalspel", [("lezen-en-taal", "Lezen en taal"), ("lezen", "lezen")]),
        ("groepsplannen of de plannen", [("groepsplan", "groepsplannen"), ("plannen", "plannen")]),
        ("de hgw cyclus en de HGW-cyclus", [("hgw-cyclus", "hgw cyclus"), ("hgw-cyclus", "HGW-cyclus")]),
        ("[veiligheid van leerling A] en veiligheid", [("veiligheid", "veiligheid")]),
        ("mijn collega’s", [("collegas", "collega’s")]),
        ("Bij ons in de klas", []),
        ("İ veiligheid", [("veiligheid", "veiligheid")]),
    ],
)
def test_find(text, hits):
    """Whole words, the longest form, in any case, across hyphens and line breaks, never in a descriptor."""
    assert found(text) == hits


def test_a_label_comes_before_an_inflected_form():
    """`plannen` is the theme of that name, not the plural of `plan`."""
    vocabulary = Vocabulary((theme("een-plan", "Plan"), theme("plannen")))
    assert found("plan plannen", vocabulary) == [("een-plan", "plan"), ("plannen", "plannen")]


def test_ambiguous_words_are_known():
    """Two themes with one alias: the first by id has it, and the other is named."""
    vocabulary = Vocabulary((theme("b", "Beta", ["samen"]), theme("a", "Alfa", ["samen"])))
    assert [(loser.id, word, winner) for loser, word, winner in vocabulary.ambiguous] == [("b", "samen", "a")]
    assert found("samen", vocabulary) == [("a", "samen")]


def test_fingerprint_depends_on_the_themes_only():
    """The same themes in another order or process give the same fingerprint; another alias does not."""
    assert Vocabulary(reversed(THEMES)).fingerprint == VOCABULARY.fingerprint
    assert pickle.loads(pickle.dumps(VOCABULARY)).fingerprint == VOCABULARY.fingerprint
    assert Vocabulary((*THEMES, theme("steun"))).fingerprint != VOCABULARY.fingerprint


@given(st.lists(st.sampled_from([*VOCABULARY.forms, "x", "-", "\n", ".", "[", "]", "İ", "Veiligheid"]), max_size=12))
def test_every_hit_is_a_form_of_its_theme(words):
    """Each range found is exactly a form of its theme, in order and without overlap."""
    text = " ".join(words)
    at = 0
    for hit in VOCABULARY.find(text):
        form = " ".join(text[hit.start : hit.end].lower().replace("-", " ").replace("\n", " ").split(" "))
        assert VOCABULARY.forms[form] == hit.theme
        assert hit.start >= at
        at = hit.end
