"""Whatever a roster, a decision or a text holds: no traceback, no name, and never more work than there is text."""

from __future__ import annotations

import json
import random
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
from attack.search import Search, letters
from endtoend.running import change, run
from proefpraktijk.model.safe import Publication
from protect.support import airlock, decision, report, roster, shown

ROSTERS: dict[str, list[str]] = {
    "twice the same": ["Quirijn Zeldenthuis", "Quirijn Zeldenthuis", "quirijn zeldenthuis"],
    "one letter": ["Q", "Q. Z.", "X Zeldenthuis"],
    "common words": ["De", "Wil", "An", "Door Bos", "Van De", "Een Boek", "Juf Zeldenthuis", "En"],
    "no letters": ["1234", "???", "☺", "Quirijn 2", "007"],
    "only particles": ["van der", "de", "'t", "van", "Quirijn van der"],
    "of other scripts": ["Наташа", "محمد علي", "李明", "ქეთევან", "Ελένη Παππά", "नीना", "Nguyễn Thị Quỳnh"],
    "with signs": [
        "O'Neill",
        "Anne-Fleur",
        "J.P. Zeldenthuis",
        "Zeldenthuis, Quirijn",
        "Quirijn (Q) Zeldenthuis",
        "a/b",
    ],
    "of hundreds of letters": ["Q" + "a" * 500, " ".join(["Zeldenthuis"] * 60), "-".join("abcdefgh" * 20)],
    "with invisible letters": ["Qui\u200brijn Zel\u00addenthuis", "Q\u0301uirijn", "Ｑｕｉｒｉｊｎ"],
}
STORY = (
    "Toen kwam {n} binnen. {n} wil de groep zien, en {l} ook. De juf van {n}s klas, een vrouw van 40, las een boek. "
    "An en Wil keken door het raam; 李明 en محمد waren er niet. [Leerling A] lachte. {u}!"
)


@pytest.mark.parametrize("names", ROSTERS.values(), ids=ROSTERS)
def test_any_roster(names: list[str]) -> None:
    """It is taken as it is: a name of five letters or more that is no ordinary word is never published."""
    lock = airlock(roster(*names))
    for name in names:
        passed = lock.report(report(STORY.format(n=name, l=name.lower(), u=name.upper())))
        if passed.safe is not None:
            words = [word for word in name.split() if len(letters(word)) > 4 and not letters(word).isascii()]
            words += [word for word in name.split() if "eldenthuis" in word or "rijn" in word]
            assert not words or not Search({name: words}).in_text(shown(passed.safe.body))


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


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_any_writing(form: str, language: str) -> None:
    """The names go or the text is held, in whatever writing and language."""
    lock = airlock(roster("Quirène Zeldömbeek"))
    passed = lock.report(report(WRITTEN[form](LANGUAGES[language])))
    if passed.safe is not None:
        assert not Search({"name": ("Quirène", "Zeldömbeek", "enèriuQ")}).in_text(shown(passed.safe.body))


DECISIONS = [
    decision("clear", "een tekst die nergens staat"),
    decision("clear", "Zeldömbeek"),
    decision("clear", "Quirène Zeldömbeek"),
    decision("redact", "Zeldömbeek"),
    decision("clear", "de groep"),
    decision("redact", "de groep"),
    decision("clear", "???"),
    decision("clear", "a"),
    decision("redact", "binnen", replacement="Quirène"),
    decision("clear", "x" * 10_000),
    decision("clear", "Quirène\u200b Zeld\u00adömbeek"),
]


def test_decisions_of_every_kind() -> None:
    """Gone, contradictory, empty or naming somebody: they are told, and none lets a name through."""
    lock = airlock(roster("Quirène Zeldömbeek"), *DECISIONS)
    assert len(lock.problems) >= 5
    passed = lock.report(report(LANGUAGES["Dutch"]))
    search = Search({"name": ("Quirène", "Zeldömbeek")})
    assert passed.safe is None or not search.in_text(shown(passed.safe.body))
    assert not search.in_text(repr(lock.problems))


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
from proefpraktijk.model.corpus import Roster
from proefpraktijk.read import scan_views
from proefpraktijk.roster_file import airlock_for
lock = airlock_for(Roster.model_validate({"people": [{"name": "Daan van der Heijden", "role": "leerling"}]}))
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
