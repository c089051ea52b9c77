"""Forms of Dutch labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proefpraktijk.dutch.label_forms import variants


@pytest.mark.parametrize(
    ("label", "forms"),
    [
        ("Thema", ["thema", "thema's"]),
        ("Collega", ["collega's"]),
        ("Groepsplan", ["groepsplan", "groepsplannen"]),
        ("School", ["scholen"]),
        ("Taak", ["taken"]),
        ("Gesprek met de leerling", ["gesprek met de leerling", "gesprekken met de leerling"]),
        ("Verschil", ["verschillen"]),
        ("Handvat", ["handvatten"]),
        ("Proef", ["proeven"]),
        ("Huis", ["huizen"]),
        ("Prijs", ["prijzen"]),
        ("Wens", ["wensen"]),
        ("Brief", ["brieven"]),
        ("Les", ["lessen"]),
        ("Middel", ["middelen"]),
        ("Begeleider", ["begeleiders"]),
        ("Mentor", ["mentoren", "mentors"]),
        ("Leerkracht", ["leerkrachten"]),
        ("Onderwijsbehoefte", ["onderwijsbehoeften", "onderwijsbehoeftes"]),
        ("Methode", ["methoden", "methodes"]),
        ("Idee", ["ideeën"]),
        ("Theorie", ["theorieën", "theories"]),
        ("Niveau", ["niveaus"]),
        ("Veiligheid", ["veiligheden"]),
        ("Schoolleiding", ["schoolleidingen"]),
        ("Verslag", ["verslagen"]),
        ("Schoolkind", ["schoolkinderen"]),
        ("Zinvol", ["zinvolle"]),
        ("Kwetsbaar", ["kwetsbare"]),
        ("Constructief", ["constructieve"]),
        ("Doelgericht", ["doelgerichte"]),
        ("Evalueren", ["evalueert", "evalueerden", "geëvalueerd"]),
        ("Internaliseren", ["geïnternaliseerd", "internaliseert"]),
        ("Uitproberen", ["uitgeprobeerd", "uit te proberen", "uitprobeerde"]),
        ("HGW-cyclus", ["hgw cyclus"]),
    ],
)
def test_forms(label, forms):
    """A label takes these forms, and its own."""
    assert set(forms) <= variants(label)


@pytest.mark.parametrize(
    ("label", "not_forms"),
    [
        ("Bom", ["bomen"]),
        ("Plan", ["planen"]),
        ("Veiligheid", ["veiligheiden"]),
        ("Lezen en taal", ["lezen en talen"]),
        ("Steun in de eigen school", ["steun in de eigen scholen"]),
        ("In de klas", ["in de klas"]),
    ],
)
def test_no_forms(label, not_forms):
    """These are other words, or no terms."""
    assert variants(label).isdisjoint(not_forms)


@given(st.text(max_size=20))
def test_every_label_is_a_form_of_itself(label):
    """Whatever a label is, its own words are among its forms, or it has none."""
    forms = variants(label)
    assert not forms or any(form == form.lower() for form in forms)
