"""What a search finds although it does not stand in the text: endings of compounds, and abbreviations in full."""

from __future__ import annotations

import pytest

from proefpraktijk.dutch.search_forms import SCHOOL_ABBREVIATIONS, endings, in_full


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het Telefoonbeleid.", {"beleid"}),
        ("onderwijsbehoefte", {"behoefte"}),
        ("leerkrachtengesprek", {"gesprek"}),
        ("beleid", set()),  # no compound
        ("leesboek", {"boek"}),  # eight letters
        ("verschillen", set()),  # derived, not "vers" + "chillen"
        ("samenwerken", set()),  # a verb with its particle
        ("voordat", set()),  # everyday
        ("kwetsbaarheid", set()),  # a suffix
        ("xyzxyzbeleid", set()),  # begins with no word
        ("telefoonxyzxyz", set()),
        ("weektaakblad", {"blad"}),
        ("leerlingenraad", {"raad"}),
        ("groepsplan", {"plan"}),
        ("telefoonbeleid en telefoonbeleid", {"beleid"}),
        ("", set()),
    ],
)
def test_endings_of_compounds(text: str, expected: set[str]) -> None:
    """The word a compound ends with, where both halves are Dutch words of four letters or more."""
    assert endings(text) == expected


@pytest.mark.parametrize("forms", SCHOOL_ABBREVIATIONS, ids=lambda forms: forms[0])
def test_abbreviations_lead_to_all_their_forms(forms: tuple[str, ...]) -> None:
    """Short or in full, in capitals, with a curly apostrophe; not inside a longer word."""
    for form in forms:
        assert in_full(f"Over {form.upper().replace(chr(39), '’')}.") >= set(forms)
        assert in_full(f"Over x{form}x.") == set()


def test_without_an_abbreviation_nothing_is_written_in_full() -> None:
    """A text may hold several, or none."""
    assert in_full("Een les over rekenen.") == set()
    assert in_full("De mr en het swv.") == {"mr", "medezeggenschapsraad", "swv", "samenwerkingsverband"}
