"""Handouts as PDF: what they hold, how they are tagged, and what keeps one from being written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from endtoend.names import NaiveSearch, roster_of
from endtoend.paper import Pdf
from endtoend.running import finished, run
from proefpraktijk.model.document import BlockKind, Document, Run, Target, TargetKind
from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.spiral import Quadrant
from proefpraktijk.publish.pdf_typesetting import can_be_searched, texts, typeset
from proefpraktijk.render.addresses import web
from proefpraktijk.render.handouts import HandoutKind, PaperSettings, ids_of, make_handout
from proefpraktijk.wording import Wording
from render.factory import STORIES, Block, Story, knowledge, safe

A4, A3 = (210, 297), (297, 420)
OF_THE_DEMO = {
    "theme": "onrust-en-overgangen",
    "session": "2025-2026-3",
    "finding": "herkenning-alleen-geeft-geen-handvatten",
    "handles": "middenbouw",
    "poster": "veiligheid",
}


@pytest.fixture(scope="module")
def printed(demo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pdf]:
    """Return one PDF of each kind, of the demo."""
    folder = tmp_path_factory.mktemp("papier")
    for kind, key in OF_THE_DEMO.items():
        said = run("pdf", kind, key, "--root", demo_root, "--output", folder / f"{kind}.pdf")
        assert said.code == 0, said.text
    return {kind: Pdf.at(folder / f"{kind}.pdf") for kind in OF_THE_DEMO}


@pytest.mark.parametrize("kind", OF_THE_DEMO)
def test_a_pdf_can_be_read_by_everyone(printed: dict[str, Pdf], kind: str) -> None:
    """It is tagged PDF/UA-1 with a language and a title, on the paper asked for; headings and lists are tagged as such."""
    pdf = printed[kind]
    assert pdf.catalog["/MarkInfo"]["/Marked"]
    assert pdf.catalog["/Lang"] == "nl"
    assert pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in pdf.catalog["/Metadata"].get_data()
    assert pdf.size == {A3 if kind == "poster" else A4}
    tags = [element["/S"] for element in pdf.tags()]
    assert tags.count("/H1") == 1
    assert {"/L", "/LI", "/P"} <= set(tags)
    assert tags.index("/H1") < tags.index("/L")


def test_each_fits_the_paper_it_is_handed_out_on(printed: dict[str, Pdf]) -> None:
    """A handout is one sheet, printed on both sides; a poster is one page."""
    assert {kind: printed[kind].pages for kind in ("theme", "session", "finding", "poster")} == {
        "theme": 2,
        "session": 2,
        "finding": 2,
        "poster": 1,
    }


def test_what_there_is_to_read(printed: dict[str, Pdf]) -> None:
    """Handles, passages, questions, and where to read on: in the words of the reports, in the order of use."""
    theme, session, finding = (printed[kind].text for kind in ("theme", "session", "finding"))
    in_turn = ("Onrust en overgangen", "Morgen proberen", "In de woorden", "Om samen over te praten", "Wat ik ga doen")
    places = [theme.index(part) for part in (*in_turn, "example.org/kennisbank/themas/onrust-en-overgangen")]
    assert places == sorted(places)
    assert "Doe de lampen uit voordat de klas uit de pauze komt" in theme
    for part in ("Nieuw van de expert", "De praktijkopdracht", "Wat de subgroepen ermee deden", "Ga naast een kleuter"):
        assert part in session
    assert "Helpt het om te horen dat een ander hetzelfde meemaakt?" in finding
    assert "Herkenning lucht op en opent het gesprek" in finding
    assert "Knip langs de lijnen" in printed["handles"].text
    assert "Sluit bij een gesprek over twijfels je schrift" in printed["poster"].text


def test_its_links_lead_to_the_site(printed: dict[str, Pdf]) -> None:
    """Every link is whole, so that it works from a mail; none leads to a place of this computer."""
    for pdf in printed.values():
        assert pdf.links
        assert all(link.startswith("https://example.org/kennisbank/") for link in pdf.links)


def test_nobody_is_named_in_it(printed: dict[str, Pdf], repository: Path) -> None:
    """No name of the roster is in the pages, the bookmarks, the metadata or any other string."""
    search = NaiveSearch(roster_of(repository / "content"))
    for pdf in printed.values():
        assert not search.in_text(" | ".join((pdf.text, *texts(pdf.data))))


def test_metadata_tells_no_more_than_title_and_program(printed: dict[str, Pdf]) -> None:
    """No author, no date, no computer."""
    for kind, pdf in printed.items():
        found = dict(pdf.reader.metadata or {})
        assert found.pop("/Producer").startswith("WeasyPrint ")
        assert found.pop("/Creator") == "proefpraktijk"
        assert found.pop("/Title")
        assert not found, kind
        assert b"/tmp" not in pdf.data


def test_only_our_own_fonts(printed: dict[str, Pdf]) -> None:
    """Dutch text is set in the fonts of the site, and these travel in the file."""
    for pdf in printed.values():
        fonts = {
            font.get_object()["/BaseFont"] for page in pdf.reader.pages for font in page["/Resources"]["/Font"].values()
        }
        assert {font.partition("+")[2].partition("-")[0] for font in fonts} == {"Figtree", "Fraunces"}


def test_the_same_input_gives_the_same_bytes(printed: dict[str, Pdf], demo_root: Path, tmp_path: Path) -> None:
    """Another process, at another moment, writes the same file."""
    finished(
        "pdf", "theme", OF_THE_DEMO["theme"], "--root", demo_root, "--output", tmp_path / "later.pdf",
        PYTHONHASHSEED="7", TZ="Pacific/Auckland",
    )  # fmt: skip
    assert (tmp_path / "later.pdf").read_bytes() == printed["theme"].data


SETTINGS = PaperSettings(Wording("nl"), web("https://example.org/kennisbank/"))


def made(kb: KnowledgeBase, kind: HandoutKind, key: str, settings: PaperSettings = SETTINGS) -> Pdf:
    """Print a handout of a knowledge base."""
    handout = make_handout(kb, kind, key, settings)
    assert handout is not None
    return Pdf(typeset(handout, {}).pdf)


def _with(*stories: Story) -> KnowledgeBase:
    return knowledge((*STORIES, *stories))


def _story(handles: Sequence[str], title: str = "Veel tegelijk") -> Story:
    themes = ("onrust-en-overgangen",)
    return Story(
        "veel-tegelijk", title, (5,), 3, Quadrant.SOCIALISEREN, themes, (("Situatie", "Zo was het."),), tuple(handles)
    )


def test_hundreds_of_handles_are_a_few_with_the_way_to_all() -> None:
    """Cards stop at eight sheets and say how many there are; handout and poster take what fits."""
    kb = _with(_story([f"Doe morgen proef nummer {number}." for number in range(400)]))
    cards = made(kb, HandoutKind.HANDLES, "onrust-en-overgangen")
    assert cards.text.count("nummer") <= 64
    assert "Dit zijn er 64 van de 401. De andere: example.org/kennisbank/handvatten/thema/" in cards.text
    assert cards.pages <= 10
    assert "Er zijn er in totaal 401" in made(kb, HandoutKind.THEME, "onrust-en-overgangen").text
    assert made(kb, HandoutKind.POSTER, "onrust-en-overgangen").pages == 1


def test_without_handles() -> None:
    """A handout has no empty box and asks nothing about handles; there is no poster and there are no cards."""
    kb = knowledge(STORIES[:1])
    handout = made(kb, HandoutKind.THEME, "groepsplan").text
    assert "Kort plan" in handout or "kort plan" in handout
    assert "Morgen proberen" not in handout
    assert "Welk handvat" not in handout
    for kind in (HandoutKind.HANDLES, HandoutKind.POSTER):
        assert make_handout(kb, kind, "groepsplan", SETTINGS) is None
    assert make_handout(kb, HandoutKind.HANDLES, "onderbouw", SETTINGS) is None


STRANGE = {
    "right to left": "שאל כל בוקר שאלה אחת",
    "emoji": "Begin met een 🎈 en eindig met een 🧑‍🏫.",
    "a word of 1,200 letters": "Lang" * 300,
    "1,440 letters": "Vraag elk kind wat het nodig heeft. " * 40,
    "signs": "\u202eomgekeerd\u202c <b>&amp; {{ x }} ` ~",
}


@pytest.mark.parametrize("handle", STRANGE.values(), ids=STRANGE)
def test_strange_text_is_just_text_on_a_poster(handle: str) -> None:
    """It is printed, on the paper asked for, and every word of it comes back."""
    kb = knowledge((_story([handle], title=handle[:300]),))
    handout = make_handout(kb, HandoutKind.POSTER, "onrust-en-overgangen", SETTINGS)
    assert handout is not None
    printed = typeset(handout, {})
    assert Pdf(printed.pdf).size == {A3}
    assert can_be_searched(printed)


@pytest.mark.parametrize("kind", [HandoutKind.THEME, HandoutKind.HANDLES])
def test_strange_text_is_just_text(kind: HandoutKind) -> None:
    """It is printed among the others, on the paper asked for, also when it is the title of a report."""
    stories = [replace(_story([text], title=text[:300]), slug=f"v-{n}") for n, text in enumerate(STRANGE.values())]
    pdf = made(knowledge(stories), kind, "onrust-en-overgangen")
    assert pdf.size == {A4}
    assert "<b>&amp; {{ x }}" in pdf.text
    assert "Begin met een" in pdf.text


def test_a_label_of_300_letters_fits_on_a_poster() -> None:
    """The sheet stays one sheet."""
    kb = knowledge()
    theme = ThemeId("onrust-en-overgangen")
    node = kb.themes[theme]
    long = replace(node, theme=replace(node.theme, label=safe("Onrust bij elke overgang " * 12)))
    assert made(replace(kb, themes={**kb.themes, theme: long}), HandoutKind.POSTER, theme).pages == 1


@pytest.mark.parametrize(
    ("kind", "key"), [("theme", "veiligheid"), ("handles", "veiligheid"), ("handles", "samen-leren")]
)
def test_on_safety_no_subgroup_is_told(kind: str, key: str) -> None:
    """Neither a handle nor a passage states which year group or session it comes from."""
    text = made(knowledge(), HandoutKind(kind), key).text
    assert "uit: Vertellen wat er niet lukte" in text
    assert "groep 4" not in text
    assert "groep 5" not in text
    assert "bijeenkomst 2" not in text


def test_a_site_that_is_nowhere_yet() -> None:
    """Without an address there are no links and none is printed, also of the cards that do not fit."""
    kb = _with(_story([f"Doe morgen proef nummer {number}." for number in range(70)]))
    nowhere = PaperSettings(Wording("nl"))
    for kind in (HandoutKind.THEME, HandoutKind.HANDLES, HandoutKind.POSTER):
        pdf = made(kb, kind, "onrust-en-overgangen", nowhere)
        assert not pdf.links
        assert "invalid" not in pdf.text


def test_pictures_and_outside_links(repository: Path) -> None:
    """A picture is embedded with its alternative text; an outside link shows its address on paper."""
    kb = knowledge()
    session, node = next(iter(kb.sessions.items()))
    picture = Run(safe("Een dagritme op het bord"), picture=Target(TargetKind.MEDIA, safe("content/media/x.png")))
    link = Run(safe("een artikel"), link=Target(TargetKind.WEB, safe("https://voorbeeld.nl/artikel")))
    body = Document((Block(BlockKind.PICTURE, (picture,)), Block(BlockKind.PARAGRAPH, (link,))))
    changed = replace(node, session=replace(node.session, body=body))
    settings = replace(SETTINGS, pictures={"content/media/x.png": "beeld-1.png"})
    handout = make_handout(replace(kb, sessions={session: changed}), HandoutKind.SESSION, str(session), settings)
    assert handout is not None
    data = (repository / "content/media/dagritme-op-het-bord.png").read_bytes()
    pdf = Pdf(typeset(handout, {"media/beeld-1.png": data}).pdf)
    figures = [element for element in pdf.tags() if element["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == ["Een dagritme op het bord"]
    assert [image for page in pdf.reader.pages for image in page.images]
    assert "https://voorbeeld.nl/artikel" in pdf.text.replace(" ", "")


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """A picture or font that was not handed over is left out, wherever it is: on the disk or on the web."""
    (tmp_path / "geheim.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    handout = make_handout(knowledge(), HandoutKind.POSTER, "onrust-en-overgangen", SETTINGS)
    assert handout is not None
    picture = f'<img src="{(tmp_path / "geheim.svg").as_uri()}" alt="niet te zien">'
    pdf = Pdf(typeset(replace(handout, html=handout.html.replace("</main>", f"{picture}</main>")), {}).pdf)
    assert "niet te zien" in pdf.text  # the alternative text stands where a picture is missing


def test_ids_are_those_of_what_is_published() -> None:
    """A handout can be asked for each theme, session, finding and band, and for no report."""
    kb = knowledge()
    assert "veiligheid" in ids_of(kb, HandoutKind.THEME)
    assert ids_of(kb, HandoutKind.SESSION) == ("2025-2026-3", "2025-2026-2", "2025-2026-1")
    assert {"onderbouw", "middenbouw", "bovenbouw"} <= set(ids_of(kb, HandoutKind.HANDLES))
    assert not set(kb.reports) & set(ids_of(kb, HandoutKind.FINDING))
