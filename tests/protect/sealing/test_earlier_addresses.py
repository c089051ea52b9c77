"""Earlier addresses: one that leads to somebody is never kept, and who wrote it is told so without the name."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

import pytest

from attack.forms import PLAIN, STRANGE, bare, people
from proefpraktijk.model.problem import Severity
from proefpraktijk.model.text import RawText
from protect.support import airlock, decision, report, roster

SOMEBODY = list(islice(people(), 6))
_SMALL = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡᴢ", "abcdefghijklmnoprtuvwz")
_NEVER = {"initials", "initials without stops", "squared", "flags"}
"""Of these an address holds nothing, or letters that are on every page."""
ORDINARY = ("Roos Vos", "Wil de Boer", "Mees van der Kamp", "Door Blok", "Beer in 't Veld")


def slug(text: str) -> str:
    """Return a text as an address, as a title would become one."""
    plain = bare(unicodedata.normalize("NFKD", text).translate(_SMALL)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def earlier(*slugs: str, text: str = "Ze las een boek.", names: tuple[str, ...] = (), **matter: object) -> list[str]:
    """Return which earlier addresses of a report are kept by an airlock that knows these names."""
    passed = airlock(roster(*names, *(p.name for p in SOMEBODY))).report(
        report(text, earlier_slugs=list(slugs), **matter)
    )
    assert passed.safe is not None
    assert len(passed.safe.earlier) + len(passed.problems) == len(slugs)
    return [old.slug for old in passed.safe.earlier]


def test_an_ordinary_address_is_kept() -> None:
    """Dutch words lead to nobody; the same address twice is kept once."""
    assert earlier("rustig-binnenkomen", "een-taak-op-het-bord-groep-5") == [
        "rustig-binnenkomen",
        "een-taak-op-het-bord-groep-5",
    ]


@pytest.mark.parametrize("form", [*PLAIN, *(form for form in STRANGE if form not in _NEVER)])
def test_a_name_in_any_form_is_not_kept(form: str) -> None:
    """However a name of the roster was made an address, alone and among other words."""
    written = [slug((PLAIN | STRANGE)[form](person)) for person in SOMEBODY]
    tried = [s for name in written if name for s in (name, f"lezen-met-{name}", f"{name}-en-de-klok")]
    assert tried
    assert earlier(*tried) == []


@pytest.mark.parametrize("name", ORDINARY)
@pytest.mark.parametrize("around", ["{}", "het-boek-van-{}", "{}-leest-voor", "de-vraag-van-{}-in-de-kring"])
def test_a_name_of_ordinary_words_is_not_kept(name: str, around: str) -> None:
    """As an address it is in small letters, where a text would let it pass."""
    assert earlier(around.format(slug(name)), names=ORDINARY) == []


@pytest.mark.parametrize("part", ["roos", "vos", "mees", "kamp", "beer", "roosje", "blok"])
def test_a_part_of_a_name_is_not_kept(part: str) -> None:
    """Nor one of its words, inflected or not."""
    assert earlier(f"het-verhaal-van-{part}", names=ORDINARY) == []


def test_a_name_of_the_document_is_not_kept() -> None:
    """Whoever is named in the front matter or the text is not on the roster, and still not named by an address."""
    text = "Juf Iris keek toe. Iris knikte."
    assert earlier("wat-iris-zag", text=text, authors="Iris Bloem") == []
    assert earlier("een-bloem-in-de-klas", text=text, authors="Iris Bloem") == []


def test_what_a_reviewer_redacted_is_not_kept() -> None:
    """Neither in all documents, nor in this one."""
    lock = airlock(roster(), decision("redact", "de gele bus", replacement="een bus"))
    passed = lock.report(report("Daar stond de gele bus.", earlier_slugs=["uitstap-met-de-gele-bus"]))
    assert passed.safe is not None
    assert passed.safe.earlier == ()


def test_the_warning_tells_the_place_and_not_the_name() -> None:
    """It points at the address in the file."""
    name = SOMEBODY[0]
    made = report("Ze las.", earlier_slugs=(RawText("rustig-beginnen"), RawText(slug(name.name), 3, 5)))
    (problem,) = airlock(roster(name.name)).report(made).problems
    assert (problem.place.line, problem.place.column) == (1, 4)
    said = f"{problem.message.template}{problem.message.values}{problem.hint}".lower()
    assert (problem.rule, problem.severity) == ("PP516", Severity.WARNING)
    assert bare(name.first).lower() not in said
    assert bare(name.last).lower() not in said
