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
    return ByteSearch(lock.secrets | {"k.nowak@zonnesteen.nl", "06-1234 5678"}, lock.masks)


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


def offsets(secrets: set[str], text: bytes, masks: set[str] | None = None, name: str = "index.html") -> list[int]:
    """Return where the secrets are found in a file."""
    return [hit.offset for hit in ByteSearch(secrets, masks or set()).hits(name, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"Karim Visscher-Hamdi zag Karim", [25]),
        (b"Karim zag Karim Visscher-Hamdi", [0]),
        (b"Karim Visscher-Hamdi zag Karim, Karim Visscher-Hamdi", [25]),
        (b"Karim Visscher-Hamdi, Karim Visscher-Hamdi", []),
        (b"Karim Visscher", [0]),
        (b"Karim Visscher-Hamdis", [0]),
    ],
)
def test_a_mask_hides_only_what_is_within_it(text: bytes, expected: list[int]) -> None:
    """Not what comes before it or after it, nor where only a part of it stands."""
    assert offsets({"Karim"}, text, {"Karim Visscher-Hamdi"}) == expected


def test_a_mask_within_a_longer_name_hides_nothing_of_it() -> None:
    """A public "Kleine Veer" does not let "Het Kleine Veer" out, and one around it does."""
    assert offsets({"Het Kleine Veer"}, b"op Het Kleine Veer", {"Kleine Veer"}) == [14]
    assert offsets({"Het Kleine Veer"}, b"op Het Kleine Veer", {"op Het Kleine Veer"}) == []


LONG = "Veer Kleine Grote Nieuwe Oude Lange Kinderen Kleine Grote Nieuwe Oude Lange Kinderen".split()  # noqa: SIM905


@pytest.mark.parametrize("words", [LONG, LONG[::-1]])
def test_a_long_form_of_everyday_words_is_found_as_a_whole(words: list[str]) -> None:
    """Whatever joins them, and wherever in it the word stands that is looked for first."""
    found = "&nbsp;".join(words).encode()
    assert len(found) > 100
    assert offsets({" ".join(words)}, b"<p>op " + found + b".</p>") == [6 + found.index(b"Veer")]
    assert offsets({" ".join(words)}, b"<p>op " + found.replace(b"Lange", b"Korte") + b".</p>") == []


@pytest.mark.parametrize("words", [["Roos", *LONG[1:]], [*LONG[:0:-1], "Roos"]])
def test_a_long_mask_hides_what_is_within_it(words: list[str]) -> None:
    """From its first word to its last."""
    assert offsets({"Roos"}, " ".join(words).encode()) != []
    assert offsets({"Roos"}, " ".join(words).encode(), {" ".join(words)}) == []


@pytest.mark.parametrize("disguised", ["&#68;aan", "%44aan", "\\u0044aan", "&amp;#68;aan", "D\u0430an", "Da\u200ban"])
@pytest.mark.parametrize("name", ["index.html", "search.json", "bundle.js", "main.css", "bundle.js.map"])
def test_disguises_are_undone_in_texts_and_scripts(disguised: str, name: str) -> None:
    """Whatever kind of text a file is; `test_disguised_letters` knows every disguise."""
    assert ByteSearch({"Daan"}).hits(name, f'"over {disguised} en"'.encode())


def test_a_disguise_in_a_picture_is_chance() -> None:
    """Its bytes are no text."""
    assert not ByteSearch({"Daantje Terpstra"}).hits("beeld.png", b"&#84;erpstra")
    assert ByteSearch({"Daantje Terpstra"}).hits("beeld.png", b"Terpstra")


CODE = [".js", ".mjs", ".css", ".map", ".JS"]
BINARY = [
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".wasm", ".pdf",
    ".pf_index", ".pf_meta", ".pf_filter", ".pagefind", ".PNG",
]  # fmt: skip
PROSE = [".html", ".json", ".xml", ".svg", ".txt", ".csv", ".pf_fragment", ""]


@pytest.mark.parametrize("suffix", [*CODE, *BINARY, *PROSE])
def test_what_is_searched_in_a_kind_of_file(suffix: str) -> None:
    """A word that is Dutch or short in prose, an unknown word of four letters in scripts too, of six in pictures too."""
    found = {
        word
        for word in ("Roos", "Xiu", "Daan", "Joris", "Sietse")
        if offsets({word}, f" {word} ".encode(), name=f"x{suffix}")
    }
    in_binary, in_code = {"Sietse"}, {"Daan", "Joris", "Sietse"}
    expected = in_code if suffix in CODE else in_binary if suffix in BINARY else in_code | {"Roos", "Xiu"}
    assert found == expected


def test_a_file_with_a_zero_near_its_beginning_is_a_picture() -> None:
    """Whatever it is called; further on a zero says nothing."""
    assert offsets({"Daan"}, b"\x01\0 Daan", name="vreemd") == []
    assert offsets({"Daan"}, b"x" * 4095 + b"\0 Daan", name="vreemd") == []
    assert offsets({"Daan"}, b"x" * 4096 + b"\0 Daan", name="vreemd") == [4098]


def test_a_word_of_three_letters_and_a_dutch_one_need_their_capital() -> None:
    """And nothing after it; a word of two letters or an everyday word is never searched for by itself."""
    assert offsets({"Xiu", "Roos"}, b"Xiu, Roos; XIU: ROOS") == [0, 5, 11, 16]
    assert offsets({"Xiu", "Roos"}, b"xiu, roos; Xius, Roosje, Rooster") == []
    assert offsets({"Yi", "Wil", "Kleine"}, b"Yi Wil Kleine") == []


@pytest.mark.parametrize(
    "ending", ["", "s", "je", "jes", "tje", "tjes", "pje", "pjes", "kje", "kjes", "etje", "etjes", "ie", "ies"]
)
def test_dutch_endings_are_searched_too(ending: str) -> None:
    """Of a word that no dictionary knows, in any case."""
    assert offsets({"Femke"}, f"Femke{ending}. FEMKE{ending.upper()}".encode()) == [0, 7 + len(ending)]


@pytest.mark.parametrize(
    "text",
    ["xFemke", "Femkex", "Femkesdag", "éFemke", "Femkeé", "Femkejeé", "Femkeя", "яFemke", "afemke"],
)
def test_letters_around_a_word_make_it_another(text: str) -> None:
    """ASCII or not."""
    assert offsets({"Femke"}, text.encode()) == []


@pytest.mark.parametrize(
    "before",
    [
        "",
        " ",
        "1",
        "_",
        "-",
        "–",
        "’",
        "€",
        "\\n",
        "\\t",
        "\\r",
        "\\f",
        "\\b",
        "\\v",
        "%20",
        "%2F",
        "%3a",
        "\\u2019",
        "\\u00ab",
    ],
)
def test_a_word_begins_after_anything_but_a_letter(before: str) -> None:
    """A code for a space, a quotation mark or a line end is no letter, though it ends in one."""
    assert offsets({"Femke"}, f"{before}Femke".encode()) == [len(before.encode())]
    assert offsets({"Femke"}, f"zin{before}Femke".encode()) == ([3 + len(before.encode())] if before else [])


@pytest.mark.parametrize("before", ["n", "\\x", "%", "2F"])
def test_half_a_code_is_letters(before: str) -> None:
    """A letter before a word that belongs to no code is one."""
    assert offsets({"Femke"}, f"a{before}aFemke".encode()) == []


@pytest.mark.parametrize("after", ["", " ", "1", "_", "–", "’", "€", "<"])
def test_a_word_ends_before_anything_but_a_letter(after: str) -> None:
    """With an ending or without."""
    assert offsets({"Femke"}, f"Femke{after}".encode()) == [0]
    assert offsets({"Roos"}, f"Roos{after}".encode()) == [0]


@pytest.mark.parametrize(
    ("secret", "found"),
    [
        ("06-1234 5678", ["06-1234 5678", "0612345678", "06-1234%205678"]),
        ("+31 6 12345678", ["+31 6 12345678", "+31612345678", "%2B31612345678", "%2b31%206%2012345678"]),
        ("(020) 555.12.12", ["(020) 555.12.12", "0205551212"]),
        ("NL91 ABNA 0417 1643 00", ["NL91 ABNA 0417 1643 00", "nl91%20abna%200417%201643%2000"]),
        ("123456782", ["123456782"]),
        ("1234.56.782", ["1234.56.782", "123456782"]),
        ("k.nowak@zonnesteen.nl", ["K.Nowak@Zonnesteen.nl", "k.nowak%40zonnesteen.nl"]),
        ("@juf_kaat", ["@juf_kaat", "%40juf_kaat"]),
    ],
)
def test_addresses_and_numbers_are_found_as_written_and_without_spaces(secret: str, found: list[str]) -> None:
    """In every kind of file."""
    for text in found:
        for name in ("index.html", "bundle.js", "beeld.png"):
            assert offsets({secret}, f"({text})".encode(), name=name) == [1], (text, name)


def test_a_number_of_three_figures_is_never_searched_for() -> None:
    """It is on every page; one of four is."""
    assert offsets({"112", "1-1-2"}, b"bel 112, of 1-1") == []
    assert offsets({"1-1-2"}, b"bel 1-1-2") == [4]
    assert offsets({"1123"}, b"bel 1123") == [4]


def test_a_surname_with_particles_is_its_one_word() -> None:
    """And a row of particles is nothing."""
    assert offsets({"van der Terpstra"}, b"bij Terpstra thuis") == [4]
    assert offsets({"van der", "", "!"}, b"van der !") == []


def test_the_unknown_words_of_a_form_are_searched_each() -> None:
    """One of three letters only with its capital; a form whose only unknown word is that short is searched as a whole."""
    assert offsets({"Femke Wim Terpstra"}, b"femke, Wim, terpstra") == [0, 12]
    assert offsets({"Femke Xiu"}, b"femke, xiu, Xiu") == [0, 12]
    assert offsets({"Roos Xiu"}, b"Roos, Xiu, Roos; xiu") == []
    assert offsets({"Roos Xiu"}, b"een roos xiu") == [9]
    assert offsets({"Roos Vos"}, b"een roos vos, een Roos vos") == [18]


def test_a_hit_is_counted_once_and_hits_are_in_order() -> None:
    """However many secrets hold the word, and however it is packed."""
    assert offsets({"Femke", "Femke Terpstra", "Terpstra", "Femke de Wit"}, b"Terpstra, Femke") == [0, 10]


def test_the_rule_of_a_hit_is_its_kind() -> None:
    """A name, a form as a whole, or an address or number."""
    search = ByteSearch({"Femke", "Het Kleine Veer", "k.nowak@zonnesteen.nl"})
    hits = search.hits("a.html", b"k.nowak@zonnesteen.nl, Het Kleine Veer, Femke")
    assert [hit.rule for hit in hits] == ["contact", "phrase", "name"]


def test_without_secrets_nothing_is_found() -> None:
    """Not even a disguise."""
    assert ByteSearch(()).hits("a.html", b"&#68;aan") == ()


def test_a_mask_without_words_hides_nothing() -> None:
    """Marks are no mask."""
    assert offsets({"Femke"}, b"Femke!?", {"!?", ""}) == [0]


def test_thousands_of_secrets_are_found_like_few() -> None:
    """Also by the automaton that takes less memory."""
    many = {f"Naam{chr(97 + a)}{chr(97 + b)}{chr(97 + c)}stra" for a in range(16) for b in range(16) for c in range(13)}
    assert len(many) > 3_000
    search = ByteSearch(many | {"Femke"})
    assert [hit.offset for hit in search.hits("a.html", b"Femke, naamaaastra, D&#65; en Naampppstra")] == [0, 7]


def test_a_redacted_ordinary_word_is_no_secret() -> None:
    """A forced redaction of ordinary words must not fail every build; one with an unknown word is searched for."""
    lock = airlock(demo_roster(), decision("redact", "de brand"), decision("redact", "de Zwirbel"))
    assert "de brand" not in lock.secrets
    assert "de Zwirbel" in lock.secrets


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
