"""The text of a PDF comes back as it was put in, whatever fonts this computer has; one that does not is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from proefpraktijk.pipeline import handouts
from proefpraktijk.publish import pdf_typesetting
from proefpraktijk.publish.pdf_typesetting import TypesetHandout, can_be_searched, texts, typeset
from proefpraktijk.render.handouts import Handout, HandoutKind, PaperSettings, make_handout
from proefpraktijk.wording import Wording
from publish.sites import Search
from render.factory import knowledge

NO_FONT_HAS_IT = "\u0378"
"""A code that Unicode gives to no character."""


def handout_with(text: str) -> Handout:
    """Return a handout with a paragraph of this text."""
    handout = make_handout(knowledge(), HandoutKind.POSTER, "onrust-en-overgangen", PaperSettings(Wording("nl")))
    assert handout is not None
    return replace(handout, html=handout.html.replace("</main>", f"<p>{text}</p></main>"))


def text_of(printed: TypesetHandout) -> str:
    """Return all that can be read in a PDF, with single spaces."""
    return " ".join(" ".join(texts(printed.pdf)).split())


BESIDE = {
    "an emoji after it": "Roel 🎈",
    "an emoji before it": "🎈Roel",
    "an emoji of many codes": "👩‍👩‍👧‍👦 Roel 👋🏽 🧑‍🏫",
    "a flag and a key cap": "🇳🇱 Roel 2️⃣",
    "private use": "Roel \ue000",
    "a code of no character": f"Roel {NO_FONT_HAS_IT}",
    "Hebrew": "שאל Roel כל בוקר",
    "Arabic": "اسأل Roel كل صباح",
    "Chinese": "漢字 Roel 漢字",
    "Tibetan": "ཀཁ Roel",
    "Devanagari": "नमस्ते Roel",
    "Cyrillic and Greek": "Чехов Roel Λόγος",
    "a heap of accents": "z̵̡a̶ Roel l̷g̸o̵",
}


@pytest.mark.parametrize("text", BESIDE.values(), ids=BESIDE)
def test_a_name_beside_anything_is_found_in_the_pdf(text: str) -> None:
    """With or without a font for what stands beside it."""
    printed = typeset(handout_with(text), {})
    assert "Roel" in text_of(printed)
    assert "Morgen proberen" in text_of(printed)
    assert can_be_searched(printed)


_WITHOUT_FONTS = """
import sys
from publish.test_pdf_typesetting import BESIDE, can_be_searched, handout_with, text_of, typeset
for text in BESIDE.values():
    printed = typeset(handout_with(text), {})
    assert "Roel" in text_of(printed), text
    assert can_be_searched(printed), text
print(text_of(typeset(handout_with("Een 🎈🧑‍🏫 en שאל voor Roel"), {})))
"""


def test_a_computer_with_no_fonts_at_all_prints_what_ours_can_draw(tmp_path: Path) -> None:
    """What they cannot is printed as one mark for each run of it."""
    settings = tmp_path / "fonts.conf"
    settings.write_text("<fontconfig/>", encoding="utf-8")
    tests = Path(__file__).parents[1]
    environment = {**os.environ, "FONTCONFIG_FILE": str(settings), "PYTHONPATH": str(tests)}
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_FONTS], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Een [?] en [?] voor Roel" in done.stdout


def test_what_is_printed_from_the_other_side_is_read_from_the_front() -> None:
    """A code that turns the letters of a name around on paper hides it from nobody."""
    printed = typeset(handout_with("\u202eRoel\u202c en \u202dEva\u202c"), {})
    assert "Roel" in text_of(printed)
    assert can_be_searched(printed)


@contextmanager
def _nothing_replaced(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr(pdf_typesetting, "_without", lambda _undrawn, html: html)
        yield


def test_a_pdf_whose_text_does_not_come_back_cannot_be_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is when a character without a glyph is left in: the check does not trust the replacing."""
    with _nothing_replaced(monkeypatch):
        printed = typeset(handout_with(f"Roel {NO_FONT_HAS_IT}"), {})
    assert not can_be_searched(printed)


@pytest.mark.parametrize(("added", "searchable"), [("<p>ontbreekt</p>", False), ("<p> . \u00ad! </p>", True)])
def test_every_word_that_was_put_in_must_come_back(added: str, *, searchable: bool) -> None:
    """A word of the HTML that the PDF lacks is one that no search finds; signs between words do not matter."""
    printed = typeset(handout_with("Roel"), {})
    assert can_be_searched(replace(printed, html=printed.html.replace("</main>", f"{added}</main>"))) is searchable


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\ufffd", "\ue000", "\U000f0000", "\u0378"])
def test_what_has_no_place_in_a_text(sign: str) -> None:
    """Control codes, private use, codes of no character, and the sign for what could not be decoded."""
    assert pdf_typesetting._is_no_text(sign)


@pytest.mark.parametrize("sign", [*"a1é \t\n\r\xa0", "\u200d", "漢", "🎈"])
def test_what_has_a_place_in_a_text(sign: str) -> None:
    """Letters of any script, signs, and white space."""
    assert not pdf_typesetting._is_no_text(sign)


def test_a_pdf_that_cannot_be_searched_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Although the search finds nothing in it; one with a hit is refused for the hit."""
    handout = handout_with(f"Roel {NO_FONT_HAS_IT}")
    with _nothing_replaced(monkeypatch):
        printed = typeset(handout, {})
    for search, rule in ((Search(), "PP844"), (Search({b"Roel": "namenlijst"}), "PP820")):
        with pytest.raises(handouts._RefusedError) as refused:
            handouts._verify(search, handout, printed, pdf_typesetting)  # type: ignore[arg-type]
        assert [problem.rule for problem in refused.value.problems] == [rule]
    handouts._verify(Search(), handout, typeset(handout, {}), pdf_typesetting)  # type: ignore[arg-type]


def test_nobody_is_warned_of_what_is_replaced(caplog: pytest.LogCaptureFixture) -> None:
    """The page shows it; WeasyPrint's own words are for whoever writes style sheets."""
    typeset(handout_with(f"Roel {NO_FONT_HAS_IT}"), {})
    assert not caplog.records
