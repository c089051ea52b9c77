"""Whatever a roster, a decision or a text holds: no traceback, no name, and never more work than there is text."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest

from attack.base import lay_out
from attack.forms import Person, people
from attack.planting import Planter
from attack.search import Search
from endtoend.running import change, run
from proefpraktijk.model.corpus import Decision
from proefpraktijk.model.safe import Publication
from proefpraktijk.protect.airlock import Airlock
from protect.support import airlock, decision, report, roster, shown

ROSTERS: dict[str, list[tuple[str, str]]] = {
    "twice the same": [("Quirijn Zeldenthuis", "rrr"), ("Quirijn Zeldenthuis", "rrr"), ("quirijn zeldenthuis", "rrr")],
    "one letter": [("Q", "hsh"), ("Q. Z.", "rhr"), ("X Zeldenthuis", "rrr")],
    "common words": [
        *((word, "hhh") for word in ("De", "Wil", "An", "Door Bos", "Van De", "Juf Zeldenthuis", "En")),
        ("Een Boek", "rhr"),
    ],
    "no letters": [("1234", "rrr"), ("???", "rrr"), ("☺", "rrr"), ("Quirijn 2", "rrr"), ("007", "rrr")],
    "only particles": [("van der", "hhr"), ("de", "ssh"), ("'t", "ssh"), ("van", "ssh"), ("Quirijn van der", "rrr")],
    "of other scripts": [
        *((name, "rrr") for name in ("محمد علي", "李明", "ქეთევან", "Nguyễn Thị Quỳnh")),
        ("Наташа", "rhr"),
        ("Ελένη Παππά", "rhh"),
        ("नीना", "hhh"),
    ],
    "with signs": [
        *((name, "rrr") for name in ("O'Neill", "Anne-Fleur", "J.P. Zeldenthuis", "Zeldenthuis, Quirijn")),
        ("Quirijn (Q) Zeldenthuis", "hsh"),
        ("a/b", "ssh"),
    ],
    "of hundreds of letters": [
        *((name, "rrr") for name in ("Q" + "a" * 500, " ".join(["Zeldenthuis"] * 60), "-".join("abcdefgh" * 20))),
    ],
    "with invisible letters": [
        *((name, "rrr") for name in ("Qui\u200brijn Zel\u00addenthuis", "Q\u0301uirijn", "Ｑｕｉｒｉｊｎ")),
    ],
}
"""Names of a roster, and what happens to each in a sentence, as it is, in lower case and in capitals.

r: no letter of it is left; h: the report is held; s: it stands, since only a word or a single letter is left of it.
"""
STORY = (
    "Toen kwam {n} binnen. {n} wil de groep zien, en {l} ook. De juf van {n}s klas, een vrouw van 40, las een boek. "
    "An en Wil keken door het raam; 李明 en محمد waren er niet. [Leerling A] lachte. {u}!"
)


def _outcome(lock: Airlock, name: str) -> str:
    """Return what happens to a name in a sentence that is published but for it: r, h or s (see `ROSTERS`)."""
    passed = lock.report(report(f"Toen kwam {name} binnen."))
    if passed.safe is None:
        return "h"
    sentence = re.fullmatch(r"Toen kwam (.+) binnen\.", shown(passed.safe.body))
    assert sentence
    left = re.sub(r"\[leerling [A-Z]\]", "", sentence[1])
    assert "eldenthuis" not in left.lower()
    assert "uirijn" not in left.lower()
    return "s" if any(map(str.isalpha, left)) else "r"


@pytest.mark.parametrize("names", ROSTERS.values(), ids=ROSTERS)
def test_any_roster(names: list[tuple[str, str]]) -> None:
    """It is taken as it is: a name is replaced or holds the report, unless it is no more than a word or a letter."""
    lock = airlock(roster(*(name for name, _outcomes in names)))
    for name, outcomes in names:
        assert (name, "".join(_outcome(lock, form) for form in (name, name.lower(), name.upper()))) == (name, outcomes)
        assert lock.report(report(STORY.format(n=name, l=name.lower(), u=name.upper()))).safe is None


@pytest.fixture(scope="module")
def crowd() -> list[str]:
    """Give the names of 5,000 people, many of whom share a first or a last name."""
    draw, known = random.Random(5), list(people())
    pairs = ((draw.choice(known), draw.choice(known)) for _ in range(5_000))
    return [Person(one.first, one.particle, other.last).name for one, other in pairs]


class _Counted:
    """Counts the calls of functions while it is open, ours and Python's own: work that no clock has to measure."""

    def __enter__(self) -> Self:
        self.calls = 0
        sys.setprofile(self._count)
        return self

    def _count(self, _frame: object, event: str, _argument: object) -> None:
        self.calls += event in {"call", "c_call"}

    def __exit__(self, *_error: object) -> None:
        sys.setprofile(None)


def test_five_thousand_people(crowd: list[str]) -> None:
    """A report costs as much work as with five people, and to know twice as many costs twice as much."""
    lock, few = airlock(roster(*crowd)), airlock(roster(*crowd[:5]))
    text = "Toen kwam iedereen binnen, en de groep las een boek over dieren in het bos. " * 20
    for one in (lock, few):
        one.report(report(text))
    with _Counted() as many:
        lock.report(report(f"{text} En nog wat."))
    with _Counted() as some:
        few.report(report(f"{text} En nog wat."))
    assert many.calls < 1.5 * some.calls + 500
    with _Counted() as a_fifth:
        airlock(roster(*crowd[:1_000]))
    with _Counted() as a_tenth:
        airlock(roster(*crowd[:500]))
    assert a_fifth.calls < 2.5 * a_tenth.calls


def test_ten_thousand_names_in_a_report(crowd: list[str]) -> None:
    """All of them are replaced, and twice as many names are twice as much work."""
    lock = airlock(roster(*crowd))
    sentences = [f"Toen kwam {name} binnen." for name in crowd + crowd[::-1]]
    passed = lock.report(report("\n\n".join(sentences)))
    assert (passed.publication, passed.replaced) == (Publication.PUBLISHED, 10_000)
    with _Counted() as half:
        lock.report(report("\n\n".join(sentences[:500])))
    with _Counted() as whole:
        lock.report(report("\n\n".join(sentences[:1_000])))
    assert whole.calls < 2.5 * half.calls


WRITTEN: dict[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "without capitals": str.lower,
    "every word with a capital": str.title,
    "with emoji": lambda text: text.replace(" ", " 😀 ").replace("a", "a👩‍🏫"),
    "with zero-width characters": "\u200b".join,
    "with homoglyphs": lambda text: text.translate(str.maketrans("aeo", "аео")),
    "with soft hyphens": "\u00ad".join,
    "with combining accents": lambda text: "".join(f"{char}\u0323" if char.isalpha() else char for char in text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "in wide letters": lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "from right to left": lambda text: f"\u202e{text[::-1]}\u202c",
    "without spaces": lambda text: text.replace(" ", ""),
    "on lines of one word": lambda text: text.replace(" ", "\n"),
    "with hard spaces": lambda text: text.replace(" ", "\u00a0"),
}
LANGUAGES = {
    "Dutch": "Toen kwam Quirène Zeldömbeek binnen, en juf Zeldömbeek lachte. Quirènes boek lag daar.",
    "English": "Then Quirène Zeldömbeek came in, and Ms Zeldömbeek laughed. Quirène's book was there.",
    "Turkish": "Sonra Quirène Zeldömbeek geldi ve güldü. Quirène'nin kitabı oradaydı.",
}


READABLE = frozenset(
    {
        "in capitals",
        "without capitals",
        "with zero-width characters",
        "with soft hyphens",
        "decomposed",
        "in wide letters",
        "on lines of one word",
        "with hard spaces",
    }
)
"""Writings in which Dutch words are known, so that the text is published; any other is held."""


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_writing(form: str, language: str) -> None:
    """The names are replaced where the words around them are known; else the text is held, in any language."""
    lock, text = airlock(roster("Quirène Zeldömbeek")), WRITTEN[form](LANGUAGES[language])
    passed = lock.report(report(text))
    if language == "Dutch" and form in READABLE:
        assert passed.safe is not None
        published = shown(passed.safe.body)
        assert not Search({"name": ("Quirène", "Zeldömbeek", "enèriuQ")}).in_text(published)
        assert published.lower().count("[leerling a]") == 2
    else:
        assert (passed.safe, bool(passed.holds)) == (None, True)


REPLACED = "Toen kwam [leerling A] binnen, en [leerkracht] lachte. [Leerling A]'s boek lag daar."
DECISIONS: list[tuple[Decision, list[str], str | None]] = [
    (decision("clear", "een tekst die nergens staat"), [], REPLACED),
    (decision("clear", "Zeldömbeek"), ["PP501"], REPLACED),
    (decision("clear", "Quirène Zeldömbeek"), ["PP501"], REPLACED),
    (decision("redact", "Zeldömbeek"), [], None),
    (decision("clear", "de groep"), [], REPLACED),
    (decision("redact", "de groep"), [], REPLACED),
    (decision("clear", "???"), ["PP503"], REPLACED),
    (decision("clear", "a"), [], REPLACED),
    (decision("redact", "binnen", replacement="Quirène"), ["PP504"], REPLACED),
    (decision("clear", "x" * 10_000), [], REPLACED),
    (decision("clear", "Quirène\u200b Zeld\u00adömbeek"), ["PP501"], REPLACED),
]
"""A decision, the rules it breaks, and what is published then (None: the report is held)."""


@pytest.mark.parametrize(("made", "rules", "published"), DECISIONS)
def test_decisions_of_every_kind(made: Decision, rules: list[str], published: str | None) -> None:
    """Gone, empty or naming somebody: it is reported, and lets no name through."""
    lock = airlock(roster("Quirène Zeldömbeek"), made)
    assert [problem.rule for problem in lock.problems] == rules
    passed = lock.report(report(LANGUAGES["Dutch"]))
    assert (None if passed.safe is None else shown(passed.safe.body)) == published


def test_decisions_that_contradict_each_other() -> None:
    """Together they hold the text; what is wrong with each is reported, without a name."""
    lock = airlock(roster("Quirène Zeldömbeek"), *(made for made, _rules, _published in DECISIONS))
    assert [problem.rule for problem in lock.problems] == ["PP501", "PP501", "PP502", "PP503", "PP504", "PP501"]
    assert not Search({"name": ("Quirène", "Zeldömbeek")}).in_text(repr(lock.problems))
    assert lock.report(report(LANGUAGES["Dutch"])).safe is None


ENCODINGS = {
    "Windows": lambda text: text.encode("cp1252", "replace"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "old Mac": lambda text: text.encode("mac-roman", "replace"),
    "zero bytes": lambda text: text.encode() + b"\0",
    "nothing": lambda _text: b"",
    "half a character": lambda text: text.encode()[:-1] + b"\xc3",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("file", ["roster.yml", "decisions.yml", "community.yml", "reports/2025-2026-1/eerste.md"])
def test_any_encoding(tmp_path: Path, encoding: str, file: str) -> None:
    """A file that is not read as it was meant is told, and stops what it must; nothing goes out by mistake."""
    root = tmp_path / "kennisbank"
    lay_out(root, Planter())
    (root / "content/roster.yml").write_text(
        "people:\n  - {naam: Quirène Zeldömbeek, rol: leerkracht}\n", encoding="utf-8"
    )
    change(root / "content/reports/2025-2026-1/eerste.md", "Toen werd het", "Toen werd Quirène Zeldömbeek")
    place = root / "content" / file
    place.write_bytes(ENCODINGS[encoding](place.read_text(encoding="utf-8") + "# é\n"))
    checked = run("check", "--root", root)
    assert not Search({"name": ("Quirène", "Zeldömbeek")}).in_text(checked.text)
    assert (checked.code == 0) == (encoding == "UTF-8 with a mark"), checked.text


_LINES = """a|a-|a.|A.|a_|a |Daan|daan-|van der |De Wilgenhof |@|a@|http://|www.|.nl|0|06 |1-|12 |1 maart |
+31|NL91 ABNA |%41|&#65;|Ⓓ|🇩|D\u200b|a\u0301|\u0301|a\u00ad|juf |juf Xyz |'|’s|(|[|[leerling A] |KOE |Xyz |
😀|李|م|aap\u00a0|...|a!|a$|a4|4a |Aa|rekenles|groep 5 |*a* |**a**|<b>|<!--|![a](b) |[a](|>|# |- |&amp;|\\|week 3 |
Aapstraat 1 |v.d. |K. v.d. |mevr. |zie:|=|/|~~|==a=={.b} |]: |[^1] |:a: |$x$ |{{ |%"""
LINES = [kind for kind in _LINES.replace("\n", "").split("|") if kind]
_SCAN = """
import json, sys
from proefpraktijk.read.front_matter.forms import from_values
from proefpraktijk.model.corpus import Roster
from proefpraktijk.read import scan_views
from proefpraktijk.roster_file import airlock_for
lock = airlock_for(from_values(Roster, {"people": [{"name": "Daan van der Heijden", "role": "leerling"}]}))
for kind in json.load(sys.stdin):
    line = (kind * 100_000)[:100_000]
    lock.scan(scan_views("regel.md", line.encode(), False).blocks)
    print(json.dumps(kind))
"""
_PATIENCE = 300
"""Seconds. It takes some ten; anything quadratic takes minutes for a single line."""


def test_lines_of_a_hundred_thousand_characters() -> None:
    """Whatever a line repeats, looking at it comes to an end while somebody waits."""
    done = subprocess.run(
        [sys.executable, "-c", _SCAN],
        input=json.dumps(LINES),
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(LINES)


@pytest.mark.parametrize(
    "words", ["check --root {0}", "build --root {0}", "scan {0}/a.txt --roster {0}/content/roster.yml"]
)
def test_a_name_of_two_hundred_thousand_letters(words: str, tmp_path: Path) -> None:
    """A name too long to be looked for stops the site, and its place is told, not the name."""
    root = tmp_path / "site"
    assert run("init", root).code == 0
    name = "Q" + "a" * 200_000
    (root / "content/roster.yml").write_text(f"people:\n  - name: {name}\n", encoding="utf-8")
    (root / "a.txt").write_text("Het regende.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "proefpraktijk", *(word.format(root) for word in words.split())],
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "content/roster.yml:2:11: PP116" in said
    assert name[:9] not in said
