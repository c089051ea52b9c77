"""The last look at the bytes: every spelling found, nothing ordinary, never the string itself."""

from __future__ import annotations

import gzip
import html
import io
import json
import unicodedata
import zipfile
from urllib.parse import quote, quote_plus

import pytest

from endtoend.work import work_of
from proefpraktijk.protect import ByteSearch
from protect.support import airlock, decision, demo_roster

NAME = "Ayşe Yıldırım"


def _entities(text: str, form: str) -> str:
    return "".join(c if c.isascii() else form.format(ord(c)) for c in text)


SPELLINGS = {
    "UTF-8 composed": NAME.encode(),
    "UTF-8 decomposed": unicodedata.normalize("NFD", NAME).encode(),
    "capitals": "AYŞE YILDIRIM".encode(),
    "lower case": "ayşe yıldırım".encode(),
    "without accents": b"ayse yildirim",
    "decimal entities": _entities(NAME, "&#{};").encode(),
    "hexadecimal entities": _entities(NAME, "&#x{:X};").encode(),
    "named entities": html.escape("Gülsüm").replace("ü", "&uuml;").encode(),
    "percent": quote(NAME).encode(),
    "percent, lower case": quote(NAME).lower().encode(),
    "form encoding": quote_plus(NAME).encode(),
    "JSON escapes": json.dumps(NAME).encode(),
    "slug": b"/verslagen/ayse-yildirim/",
    "file name": b"media/ayse_yildirim.jpg",
    "non-breaking space": b"Ayse&nbsp;Yildirim",
    "ASCII letters as entities": "".join(f"&#{ord(c)};" for c in "Daan").encode(),
    "ASCII letters as percent": "".join(f"%{ord(c):02X}" for c in "Daan").encode(),
    "ASCII letters as JSON escapes": "".join(f"\\u{ord(c):04x}" for c in "Daan").encode(),
    "genitive": b"Daans werkboek",
    "diminutive": b"een Daantje erbij",
    "after a JSON line end": b'{"text": "einde\\nDaan"}',
    "after an escaped slash": b"pad%2Fdaan",
    "gzip": gzip.compress(b"tekst met Daan"),
    "e-mail address": b"mailto:k.nowak@zonnesteen.nl",
    "telephone number without spaces": b"tel:0612345678",
}


def _search() -> ByteSearch:
    lock = airlock(demo_roster())
    return ByteSearch(lock.needles | {"k.nowak@zonnesteen.nl", "06-1234 5678"}, lock.masks)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_is_found(spelling: str) -> None:
    """A name is found however it is encoded, between other bytes."""
    assert _search().hits(
        "index.html", b"<p>" + SPELLINGS[spelling] + b" x</p>" if spelling != "gzip" else SPELLINGS[spelling]
    )


def test_members_of_a_zip_are_searched_by_content_and_name() -> None:
    """What is packed is opened."""
    for name, content in (("tekst.txt", b"over Daan"), ("daan.txt", b"leeg")):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        assert _search().hits("codeboek.qdpx", packed.getvalue())


def test_pictures_are_searched_raw_and_as_two_byte_text() -> None:
    """An author in the metadata of a picture is found in UTF-8 and in UTF-16."""
    search = _search()
    assert search.hits("beeld-1.jpg", b"\xff\xd8\xff\xe1Artist\x00Terpstra\x00\xff\xd9")
    assert search.hits("beeld-1.jpg", b"\xff\xd8\xff\xe1" + "Terpstra".encode("utf-16-le") + b"\xff\xd9")


@pytest.mark.parametrize(
    "text",
    [
        "In de wijk is een veld, een roos, een merel en een kamp.",
        "Hij wil door de gang. Wil je mee? Een rooster, een basisschool, wisselgeld en daantjesdag bestaat niet.".replace(
            "daantjesdag bestaat niet", "meer"
        ),
        "function vos(a){var mo=1,Roos=2}",
    ],
)
def test_ordinary_words_are_no_hits(text: str) -> None:
    """Words that are Dutch in lower case, everyday words and parts of words do not fail a build."""
    name = "bundle.js" if text.startswith("function") else "index.html"
    assert not _search().hits(name, text.encode())


def test_a_word_of_html_is_found_with_a_capital_only() -> None:
    """Somebody called Meta does not stop every build, and is found in a text."""
    search = ByteSearch({"Meta", "Georgia"})
    assert not search.hits("index.html", b'<meta name="viewport"><p style="font-family: georgia">Goed.</p>')
    assert not search.hits("print.css", b"font-family: Georgia, serif")
    assert search.hits("index.html", b'<meta name="viewport"><p>Toen kwam Meta.</p>')
    assert search.hits("index.html", b"<p>de klas van Georgia</p>")


def test_a_word_that_is_also_dutch_is_found_with_a_capital() -> None:
    """Roos with a capital is a name in prose."""
    assert _search().hits("index.html", b"<p>Toen kwam Roos.</p>")


def test_a_form_of_everyday_words_is_found_as_a_whole() -> None:
    """Het Kleine Veer has no word that could be searched by itself, but "Veer" with "Kleine" before it."""
    search = ByteSearch({"Het Kleine Veer"})
    assert search.hits("index.html", b"op Het Kleine&nbsp;Veer")
    assert search.hits("index.html", b"op het kleine-Veer")
    assert not search.hits("index.html", b"Veer kracht: het kleine veer, een Kleine")


def test_masks_hide_what_may_be_there() -> None:
    """A public expert and a cleared phrase are no hits; the same word elsewhere is."""
    search = ByteSearch({"Karim", "Roos"}, {"Karim Visscher-Hamdi", "Roos in de knop"})
    assert not search.hits("index.html", b"Karim Visscher-Hamdi sprak over een Roos in de knop")
    assert not search.hits("index.html", b"karim-visscher-hamdi")
    assert len(search.hits("index.html", b"Karim sprak met Roos")) == 2


def test_a_redacted_ordinary_word_is_no_needle() -> None:
    """A forced redaction of ordinary words must not fail every build; one with an unknown word is searched for."""
    lock = airlock(demo_roster(), decision("redact", "de brand"), decision("redact", "de Zwirbel"))
    assert "de brand" not in lock.needles
    assert "de Zwirbel" in lock.needles


def test_a_hit_never_tells_the_string() -> None:
    """A hit holds an offset and a rule."""
    hits = _search().hits("index.html", b"over Daan")
    assert [(hit.offset, hit.rule) for hit in hits] == [(5, "name")]
    assert "Daan" not in repr(hits)


def test_the_search_is_work_in_proportion() -> None:
    """Python looks at few bytes only, three steps for ten of them at most; twice the bytes are twice the work."""
    search = _search()
    page = ("<p>Vandaag las de groep over rekenen, roosters en de regels van het spel.</p>" * 6_000).encode()[:400_000]
    assert not search.hits("index.html", page)
    whole, half = (
        work_of(lambda: search.hits("index.html", page)),
        work_of(lambda: search.hits("index.html", page[:200_000])),
    )
    assert whole < 0.3 * len(page)
    assert whole < 2.5 * half
