"""Forms of Dutch labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proefpraktijk.dutch.label_forms import adjectives, plurals, split, variants, verbs


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


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("blad", ["bladen", "bladeren"]),
        ("slag", ["slagen"]),
        ("dag", ["dagen"]),
        ("gebrek", ["gebreken"]),
        ("kind", ["kinderen"]),
        ("lid", ["leden"]),
        ("lied", ["liederen"]),
        ("spel", ["spelen", "spellen"]),
        ("stad", ["steden"]),
        ("weg", ["wegen"]),
        ("veiligheid", ["veiligheden"]),
        ("theorie", ["theories", "theorieën", "theoriën"]),
        ("idee", ["idees", "ideeën", "ideën"]),
        ("methode", ["methoden", "methodes"]),
        ("café", ["cafés"]),
        ("niveau", ["niveaus"]),
        ("thema", ["thema's"]),
        ("taxi", ["taxi's"]),
        ("school", ["scholen", "schools"]),
        ("taak", ["taaks", "taken"]),
        ("bom", ["bommen", "boms"]),
        ("middel", ["middelen", "middellen", "middels"]),
        ("probleem", ["probleems", "problemen"]),
        ("examen", ["examenen", "examennen", "examens"]),
        ("botsing", ["botsingen", "botsings"]),
        ("monitor", ["monitoren", "monitorren", "monitors"]),
        ("musicus", ["musicussen"]),
        ("bezem", ["bezemen", "bezemmen", "bezems"]),
        ("perzik", ["perziken", "perzikken", "perziks"]),
        ("huis", ["huisen", "huizen"]),
        ("wens", ["wensen", "wenzen"]),
        ("brief", ["briefen", "briefs", "brieven"]),
        ("doos", ["dosen", "dozen"]),
        ("box", ["boxen"]),
        ("show", ["showen", "shows"]),
        ("quiz", ["quizzen"]),
        ("proef", ["proefen", "proefs", "proeven"]),
        ("uur", ["uren", "uurs"]),
        ("schoen", ["schoenen", "schoens"]),
    ],
)  # fmt: skip
def test_all_plurals(word, forms):
    """By its ending: irregular, in -heden, -ën, -n, -s, 's, or -en in its spelling; no other."""
    assert plurals(word) == set(forms)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("zinvol", ["zinvolle"]),
        ("kwetsbaar", ["kwetsbare"]),
        ("zorgzaam", ["zorgzame"]),
        ("individueel", ["individuele"]),
        ("kansloos", ["kansloze"]),
        ("actief", ["actieve"]),
        ("rustig", ["rustige"]),
        ("logisch", ["logische"]),
        ("mogelijk", ["mogelijke"]),
        ("doelgericht", ["doelgerichte"]),
        ("school", []),
        ("gerichte", []),
    ],
)  # fmt: skip
def test_all_adjectives(word, forms):
    """Only what its ending shows to be an adjective has a form with -e."""
    assert adjectives(word) == set(forms)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("evalueren", ["evalueer", "evalueerde", "evalueerden", "evalueert", "geëvalueerd", "geëvalueerde"]),
        ("uitproberen", ["geüitprobeerd", "geüitprobeerde", "uit te proberen", "uitgeprobeerd", "uitgeprobeerde", "uitprobeer", "uitprobeerde", "uitprobeerden", "uitprobeert"]),
        ("studeren", ["gestudeerd", "gestudeerde", "studeer", "studeerde", "studeerden", "studeert"]),
        ("leren", ["geleerd", "geleerde", "leer", "leerde", "leerden", "leert"]),
        ("werken", []),
        ("urineren", ["geürineerd", "geürineerde", "urineer", "urineerde", "urineerden", "urineert"]),
        ("toeeren", []),
        ("samenformuleren", ["gesamenformuleerd", "gesamenformuleerde", "samen te formuleren", "samenformuleer", "samenformuleerde", "samenformuleerden", "samenformuleert", "samengeformuleerd", "samengeformuleerde"]),
    ],
)  # fmt: skip
def test_all_verbs(word, forms):
    """Only verbs in -eren; a separable one also with its parts together and with te between them."""
    assert verbs(word) == set(forms)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("Gesprek met de leerling", ["gesprek met de leerling", "gesprekken met de leerling", "gespreks met de leerling"]),
        ("Lezen en taal", ["lezen en taal"]),
        ("In de klas", []),
        ("In de school op", ["in de scholen op", "in de school op", "in de schools op"]),
        ("Op een school", []),
        ("De juf", ["de juf"]),
        ("Het plan", ["het plan"]),
        ("Een plan", ["een plan"]),
        ("Steun bij taak", ["steun bij taak", "steunen bij taak", "steuns bij taak"]),
        ("Taak", ["taak", "taaks", "taken"]),
        ("HGW-cyclus", ["hgw cyclus", "hgw cyclussen"]),
        ("Met school", ["met scholen", "met school", "met schools"]),
        ("!?", []),
        ("Zinvol", ["zinvol", "zinvolle", "zinvollen", "zinvols"]),
        ("Zinvol werk", ["zinvol werk", "zinvol werken", "zinvol werks"]),
        ("Leren", ["geleerd", "geleerde", "leer", "leerde", "leerden", "leert", "leren", "lerenen", "lerennen", "lerens"]),
    ],
)  # fmt: skip
def test_all_variants(word, forms):
    """Its head inflects, unless it joins words or begins with an article; an everyday phrase has no forms."""
    assert variants(word) == set(forms)


def test_the_words_of_a_label():
    """Hyphens and spaces separate, apostrophes do not."""
    assert split("De HGW-cyclus: foto’s en ouders' dag") == ["de", "hgw", "cyclus", "foto's", "en", "ouders'", "dag"]


@pytest.mark.parametrize(
    "particle",
    ["aan", "achter", "af", "bij", "door", "in", "mee", "na", "om", "onder", "op", "over", "samen", "terug", "toe", "uit",
     "voor", "weg"],
)  # fmt: skip
def test_particles_stand_apart_with_te(particle: str) -> None:
    """Every particle of a separable verb is known."""
    assert {f"{particle} te proberen", f"{particle}geprobeerd"} <= verbs(f"{particle}proberen")


@pytest.mark.parametrize("preposition", ["aan", "bij", "binnen", "buiten", "door", "in", "met", "na", "naar", "om", "onder",
                         "op", "over", "te", "tegen", "tot", "tussen", "uit", "van", "voor"])  # fmt: skip
def test_the_head_stands_before_a_preposition(preposition: str) -> None:
    """Every preposition ends the head."""
    assert f"taken {preposition} school" in variants(f"Taak {preposition} school")
