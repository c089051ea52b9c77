"""Which strings the finished site is searched for: names, addresses and numbers, and nothing that is ordinary Dutch."""

from __future__ import annotations

import pytest

from proefpraktijk.model.corpus import Entry
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.model.text import RawText
from proefpraktijk.protect import ByteSearch
from proefpraktijk.protect.leak_check.secret_strings import written_forms
from protect.support import PATH, airlock, decision, report, roster


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Haar burgerservicenummer is 123456782.", "123456782"),
        ("Haar BSN is 1234.56.782.", "1234.56.782"),
        ("Bel 06-12345678 of mail haar.", "06-12345678"),
        ("Bel +31 6 12345678 maar.", "+31 6 12345678"),
        ("Maak het over naar NL91 ABNA 0417 1643 00.", "NL91 ABNA 0417 1643 00"),
        ("Mail naar k.nowak@zonnesteen.nl als het kan.", "k.nowak@zonnesteen.nl"),
        ("Zij heet daar @juf_kaat op het net.", "@juf_kaat"),
    ],
)
def test_numbers_and_addresses_of_a_document_are_searched_for(text: str, secret: str) -> None:
    """Citizen service, telephone and bank numbers, mail addresses and accounts, as they were written."""
    passed = airlock(roster()).report(report(text))
    assert secret in passed.secrets
    assert ByteSearch(passed.secrets).hits("a.html", f"<p>{text}</p>".encode())
    assert ByteSearch(passed.secrets).hits("bundle.js", f'"{secret}"'.encode())


@pytest.mark.parametrize("text", ["Op 3 maart lazen we.", "Het is aan de Dorpsstraat 12.", "Ze zat in groep 5b."])
def test_dates_and_streets_are_no_secret_by_themselves(text: str) -> None:
    """The page of a session holds its date."""
    assert airlock(roster()).report(report(text)).secrets == frozenset()


def test_every_name_and_alias_of_a_private_person_is_searched_for() -> None:
    """In the forms in which it may be written, each with its own accents."""
    people = roster({"name": "Ayşe van der Yıldırım", "role": "leerling", "aliases": ["Ayşegül"]})
    assert airlock(people).secrets == {
        "Ayşe van der Yıldırım", "Ayşe Yıldırım", "Ayşe", "van der Yıldırım", "der Yıldırım", "Yıldırım", "Ayşegül",
    }  # fmt: skip


def test_a_name_written_decomposed_is_searched_for_composed() -> None:
    """The search spells it in both ways."""
    assert set(written_forms("Ays\u0327e", HoldKind.PERSON)) == {"Ayşe"}


def test_schools_their_aliases_and_places_are_searched_for() -> None:
    """With and without article, and without the kind of school."""
    school = {"name": "obs De Zwirbel", "place": "Zwirbeldam", "aliases": ["Zwirbelhof"]}
    assert airlock(roster(schools=[school])).secrets == {"De Zwirbel", "Zwirbel", "Zwirbelhof", "Zwirbeldam"}
    assert {"het Zwirbel", "t Zwirbel"} <= airlock(roster(schools=[{"name": "'t Zwirbel"}])).secrets


def test_nobody_who_is_public_is_searched_for() -> None:
    """Their names are masks: they may stand in the site, and so may names within them."""
    people = roster({"name": "Femke Terpstra", "role": "expert", "public": True, "aliases": ["Femke T."]}, "Femke Bos")
    lock = airlock(people)
    assert lock.secrets == {"Femke Bos", "Femke", "Bos"}
    assert {"Femke Terpstra", "Femke T.", "Vereniging De Leerkring"} <= lock.masks


@pytest.mark.parametrize(
    ("made", "is_secret"),
    [
        (decision("redact", "de Zwirbel"), True),
        (decision("redact", "de brand"), False),
        (decision("redact", "x y z"), False),
        (decision("redact", "de Zwirbel", scope=PATH), False),
        (decision("clear", "de Zwirbel"), False),
        (decision("seen", "de Zwirbel"), False),
    ],
)
def test_what_is_redacted_everywhere_is_searched_for(made, is_secret: bool) -> None:  # type: ignore[no-untyped-def] # noqa: FBT001
    """When a word of it is no ordinary Dutch: not for one document alone, nor what was cleared or seen."""
    assert airlock(roster(), made).secrets == (frozenset(("de Zwirbel",)) if is_secret else frozenset())


@pytest.mark.parametrize(
    ("made", "is_mask"),
    [
        (decision("clear", "de Zwirbel"), True),
        (decision("clear", "de Zwirbel", before="zo heet"), False),
        (decision("clear", "de Zwirbel", after="is een spel"), False),
        (decision("redact", "de Zwirbel"), False),
        (decision("seen", "de Zwirbel"), False),
    ],
)
def test_what_is_cleared_everywhere_is_a_mask(made, is_mask: bool) -> None:  # type: ignore[no-untyped-def] # noqa: FBT001
    """Not when it is bound to the words around it: then each document gives its own."""
    assert ("de Zwirbel" in airlock(roster(), made).masks) is is_mask


def test_strangers_with_unknown_names_are_searched_for() -> None:
    """Of the front matter, or called by a title; not the parts that are ordinary words."""
    named = airlock(roster()).report(report("Ze las.", authors=["Sjoukje Bakker"], participants=["Wil Zwart"]))
    assert {"Sjoukje Bakker", "Sjoukje"} <= named.secrets
    assert not {"Bakker", "Wil", "Zwart", "Wil Zwart"} & named.secrets
    titled = airlock(roster()).report(report("Daar kwam juf Sjoukje. Ze las."))
    assert titled.secrets == {"Sjoukje"}


def test_what_is_hidden_in_a_file_is_searched_for() -> None:
    """Numbers in a comment too."""
    made = report("Ze las.")
    hidden = Entry(made.matter, made.body, made.source, made.offsets, (RawText("haar BSN is 123456782"),))
    assert airlock(roster()).report(hidden).secrets == {"123456782"}


@pytest.mark.parametrize("matter", [{"withdrawn": True}, {"member_check": None}])
def test_what_is_not_published_is_searched_for(matter: dict[str, object]) -> None:
    """A report that is withdrawn or a draft gives its secrets to the search all the same."""
    text = "Mail naar k.nowak@zonnesteen.nl als het kan."
    assert airlock(roster()).report(report(text, **matter)).secrets == {"k.nowak@zonnesteen.nl"}


def test_what_is_held_is_searched_for() -> None:
    """Its secrets are no less secret."""
    passed = airlock(roster()).report(report("Mail naar k.nowak@zonnesteen.nl als Sprinkels kan."))
    assert passed.safe is None
    assert passed.secrets == {"k.nowak@zonnesteen.nl"}
