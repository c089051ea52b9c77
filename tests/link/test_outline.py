"""One report read for the rest of the site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from link.writing import report, safe, theme
from proefpraktijk.link import Vocabulary, outline
from proefpraktijk.model.document import Block, BlockKind, Coding, Document, Run
from proefpraktijk.model.spiral import Effect

VOCABULARY = Vocabulary(
    (
        theme("veiligheid", "Veiligheid in de groep", ["veiligheid"]),
        theme("vertrouwen"),
        theme("groepsplan"),
        theme("gesprek", "Gesprek met de leerling"),
    )
)


def read(markup, themes=(), **facts):
    """Return the outline of a report."""
    return outline(report(markup=markup, themes=themes, **facts), VOCABULARY)


def mentioned(markup, **facts):
    """Return the mentions as (theme, block, text)."""
    made = report(markup=markup, **facts)
    texts = ["".join(run.text for run in block.runs) for block in made.body.blocks]
    return [(m.theme, m.block, texts[m.block][m.start : m.end]) for m in outline(made, VOCABULARY).mentions]


def test_first_mention_per_section():
    """A theme is linked once in each section, and again in the next."""
    markup = "## Situatie\n\nVeiligheid en veiligheid.\n\nVeiligheid.\n\n## Aanpak\n\nDe veiligheid, het vertrouwen."
    assert mentioned(markup) == [
        ("veiligheid", 1, "Veiligheid"),
        ("veiligheid", 4, "veiligheid"),
        ("vertrouwen", 4, "vertrouwen"),
    ]


def test_sub_headings_open_no_section():
    """Below a heading of level 3 the section goes on."""
    assert mentioned("## Aanpak\n\nVeiligheid.\n\n### Later\n\nVeiligheid.") == [("veiligheid", 1, "Veiligheid")]


@pytest.mark.parametrize(
    "markup",
    [
        "## Veiligheid",
        "[veiligheid](web:https://example.org)",
        "`veiligheid`",
        "De [veiligheid A] van het kind.",
        "==Onze veiligheid groeide.=={.veiligheid}",
        "**gesprek met** de leerling",
        "gesprek ==met de leerling=={.vertrouwen}",
    ],
)
def test_never_linked(markup):
    """Not in headings, links, code or descriptors, in a passage that links there, or across a change of style."""
    assert mentioned(markup) == []


def test_linked_in_a_passage_of_another_theme():
    """A passage links to the themes it is coded with; others in it may be linked."""
    assert mentioned("==Veiligheid kost tijd.=={.vertrouwen}") == [("veiligheid", 0, "Veiligheid")]


def test_linked_across_a_line_break():
    """A line break is a run of its own, and does not stand in the way."""
    assert mentioned("Een gesprek met de\nleerling.") == [("gesprek", 0, "gesprek met de\nleerling")]


def test_mention_has_its_sentence():
    """The sentence around a mention comes with it."""
    assert [m.sentence for m in read("Eerst dit. Toen kwam het vertrouwen. Klaar.").mentions] == [
        "Toen kwam het vertrouwen."
    ]


def test_passages():
    """A passage has its text, the sentences around it, where it stands in them, and its codes."""
    first, second = read(
        "Kort. Het was ==eerst stil. Toen niet=={.veiligheid .bevorderend} meer. Klaar.\n\n==Alles.=={.vertrouwen}"
    ).passages
    assert (first.anchor, first.text, first.themes, first.effect) == (
        "p1",
        "eerst stil. Toen niet",
        ("veiligheid",),
        Effect.BEVORDEREND,
    )
    assert first.context == "Het was eerst stil. Toen niet meer."
    assert first.context[first.start : first.end] == first.text
    assert first.sentences == 0
    assert (second.anchor, second.context, second.sentences) == ("p2", "Alles.", 1)


def test_nested_passages():
    """A passage in several runs, with another inside it, is one passage."""
    body = Document(
        (
            Block(
                BlockKind.PARAGRAPH,
                (
                    Run(safe("Een "), passages=(0,)),
                    Run(safe("hele"), strong=True, passages=(0, 1)),
                    Run(safe(" zin."), passages=(0,)),
                ),
            ),
        ),
        (Coding(("veiligheid",)), Coding(("vertrouwen",))),
    )
    assert [p.text for p in outline(report(body=body), VOCABULARY).passages] == ["Een hele zin.", "hele"]


def test_unknown_themes_drop_out():
    """A theme that is held or gone leaves the report's themes and passages; a passage without theme goes."""
    made = read("==Een.=={.weg .veiligheid} ==Twee.=={.weg}", ["weg", "groepsplan"])
    assert made.themes == ("groepsplan", "veiligheid")
    assert [(p.anchor, p.themes) for p in made.passages] == [("p1", ("veiligheid",))]


def test_themes_most_telling_first():
    """Declared and coded, then declared, then coded only."""
    made = read("==Een.=={.vertrouwen} ==Twee.=={.gesprek}", ["groepsplan", "vertrouwen"])
    assert made.themes == ("vertrouwen", "groepsplan", "gesprek")
    assert made.coded == {"vertrouwen", "gesprek"}


def test_takeaways():
    """Items of the handles section, with the items below them and the themes coded or named in them."""
    made = read(
        "## Aanpak\n\n- Geen handvat.\n\n## Handvatten\n\n"
        "- Bespreek de veiligheid.\n  - In de kring.\n  - Met het groepsplan.\n- Neem tijd.",
        ["vertrouwen"],
    )
    assert [(t.anchor, t.text, t.themes, t.details) for t in made.takeaways] == [
        ("h1", "Bespreek de veiligheid.", ("veiligheid", "groepsplan"), ("In de kring.", "Met het groepsplan.")),
        ("h2", "Neem tijd.", ("vertrouwen",), ()),
    ]


@pytest.mark.parametrize(
    ("markup", "gist"),
    [
        ("## Situatie\n\nEen zin. Twee zinnen. Drie.", "Een zin. Twee zinnen."),
        (f"Kort. {'Lang ' * 50}.", "Kort."),
        (f"{'Lang ' * 50}.\n\nDeze past wel.", "Deze past wel."),
        ("a" * 300, "a" * 200),
        ("- Alleen een lijst.", "Alleen een lijst."),
        ("", "Een verslag"),
    ],
)
def test_gist(markup, gist):
    """The first sentence or two that fit; never more than 200 code points."""
    assert read(markup).gist == gist


def test_long_first_sentence_is_cut_between_words():
    """When no sentence fits, the gist ends with a whole word."""
    gist = read("lang " * 60).gist
    assert len(gist) <= 200
    assert gist.endswith("lang")


def test_links():
    """Links to other documents with their sentence, the first to each; not those to the web."""
    made = read("Eerst. Zie [dit](report:ander) ook. En [nog eens](report:ander), [hier](web:https://example.org).")
    assert made.links == (("REPORT", "ander", "Zie dit ook."),)


def test_words():
    """Words of the text, headings included."""
    assert read("## Aanpak\n\nEen twee drie.\n\n- Vier.").words == 5


PIECES = ["veiligheid", "Vertrouwen", "gesprek met de leerling", "het", ".", "\n", "[leerling A]", "`veiligheid`"]
PIECES += ["[vertrouwen](theme:vertrouwen)", "==de veiligheid=={.vertrouwen}", "\n\n", "\n\n## Aanpak\n\n", "\n\n- "]


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_mentions_are_exact_and_once_per_section(pieces):
    """Every mention's range is exactly a form of its theme, and no theme has two in one section."""
    made = report(markup=" ".join(pieces).replace(" \n", "\n").replace("\n ", "\n"))
    texts = ["".join(run.text for run in block.runs) for block in made.body.blocks]
    seen = set()
    for mention in outline(made, VOCABULARY).mentions:
        form = " ".join(texts[mention.block][mention.start : mention.end].lower().split())
        assert VOCABULARY.forms[form] == mention.theme
        assert texts[mention.block][mention.start : mention.end] in mention.sentence
        section = sum(b.kind is BlockKind.HEADING for b in made.body.blocks[: mention.block])
        assert (section, mention.theme) not in seen
        seen.add((section, mention.theme))
