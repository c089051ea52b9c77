"""Frog as a second reader: following what it prints, and running it, with a small program in its place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proefpraktijk.dutch.sentence_starts import BREAK
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect import Airlock, ReaderError
from proefpraktijk.protect.finders.second_readers import frog
from proefpraktijk.protect.finders.second_readers.frog_lines import follow, lines_of
from protect.support import airlock, decision, report, roster, state

TEXT = (
    f"Les zeven {BREAK} Juf Marloes en Jelle Visser waren in Deventer (bij De Kersenhof). Dhr. Smit niet! 12 {BREAK} *"
)

PRINTED = """\
1\tLes\t\t\tN(soort,ev)\t0.98\tO\t\t\t
2\tzeven\t\t\tTW(hoofd)\t0.99\tO\t\t\t

1\tJuf\t\t\tN(soort,ev)\t0.91\tO\t\t\t
2\tMarloes\t\t\tSPEC(deeleigen)\t0.97\tB-PER\t\t\t
3\ten\t\t\tVG(neven)\t0.99\tO\t\t\t
4\tJelle\t\t\tSPEC(deeleigen)\t0.99\tB-PER\t\t\t
5\tVisser\t\t\tSPEC(deeleigen)\t0.99\tI-PER\t\t\t
6\twaren\t\t\tWW(pv)\t0.99\tO\t\t\t
7\tin\t\t\tVZ(init)\t0.99\tO\t\t\t
8\tDeventer\t\t\tSPEC(deeleigen)\t0.99\tB-LOC\t\t\t
9\t(\t\t\tLET()\t1.00\tO\t\t\t
10\tbij\t\t\tVZ(init)\t0.99\tO\t\t\t
11\tDe\t\t\tLID(bep)\t0.99\tB-ORG\t\t\t
12\tKersenhof\t\t\tSPEC(deeleigen)\t0.99\tI-ORG\t\t\t
13\t)\t\t\tLET()\t1.00\tO\t\t\t
14\t.\t\t\tLET()\t1.00\tO\t\t\t

1\tDhr.\t\t\tN(soort,ev)\t0.99\tO\t\t\t
2\tSmit\t\t\tSPEC(deeleigen)\t0.99\tB-PER\t\t\t
3\tniet\t\t\tBW()\t0.99\tO\t\t\t
4\t!\t\t\tLET()\t1.00\tO\t\t\t

"""


def followed(text: str, output: str) -> list[tuple[str, HoldKind]]:
    """Return what of `text` is tagged when Frog prints `output`."""
    return [(text[start:end], kind) for tags in follow(list(lines_of(text)), output) for start, end, kind in tags]


def test_sentences_are_those_with_letters() -> None:
    """A block is never crossed, an abbreviation ends nothing, signs alone are not sent."""
    assert [line.text for line in lines_of(TEXT)] == [
        "Les zeven",
        "Juf Marloes en Jelle Visser waren in Deventer (bij De Kersenhof).",
        "Dhr. Smit niet!",
    ]


def test_entities_are_found_where_they_stand() -> None:
    """Persons, places and organisations with their words, in the offsets of the text."""
    assert followed(TEXT, PRINTED) == [
        ("Marloes", HoldKind.PERSON),
        ("Jelle Visser", HoldKind.PERSON),
        ("Deventer", HoldKind.PLACE),
        ("De Kersenhof", HoldKind.SCHOOL),
        ("Smit", HoldKind.PERSON),
    ]


def test_a_sentence_that_cannot_be_followed_is_held_and_the_next_is_found_again() -> None:
    """A word Frog writes otherwise spoils its own sentence only."""
    assert followed(TEXT, PRINTED.replace("Deventer", "Dventer")) == [
        ("Juf Marloes en Jelle Visser waren in Deventer (bij De Kersenhof).", HoldKind.UNKNOWN),
        ("Smit", HoldKind.PERSON),
    ]


@pytest.mark.parametrize("output", ["", "\n\n", "frog: fatal error\n", PRINTED[:200], "1\t\n", "1\t\t\n\n2\tx\n"])
def test_what_is_missing_is_held(output: str) -> None:
    """When Frog stops halfway or prints something else, every sentence it did not read is held."""
    held = [words for words, kind in followed(TEXT, output) if kind is HoldKind.UNKNOWN]
    assert held[-1] == "Dhr. Smit niet!"


@given(st.text("aB .!\n" + BREAK, max_size=80), st.text("aB.!\t\nOI-PER1", max_size=80))
def test_every_letter_is_read_or_held(text: str, output: str) -> None:
    """Whatever is printed: tags lie within the text, and a line that was not read to its end is held as a whole."""
    lines = list(lines_of(text))
    for line, tags in zip(lines, follow(lines, output), strict=True):
        assert all(line.spots[0] <= start < end <= line.spots[-1] + 1 for start, end, _ in tags)


@given(st.text("abC .!?\n" + BREAK, max_size=120))
def test_what_is_printed_word_by_word_is_followed(text: str) -> None:
    """Words split at spaces, and sentences split again, are always found: nothing is held in vain."""
    lines = list(lines_of(text))
    output = "".join(f"1\t{word}\t\t\tN\t1\tB-PER\n\n" for line in lines for word in line.text.split())
    assert [len(tags) for tags in follow(lines, output)] == [len(line.text.split()) for line in lines]


FAKE = """\
#!{python}
import pathlib, re, sys
here = pathlib.Path(__file__).parent
if sys.argv[1:] == ["--version"]:
    print("frog 0.0, a small one", file=sys.stderr)
    print("It cleans up.", file=sys.stderr)
    sys.exit()
runs = here / "runs"
lines = pathlib.Path("in.txt").read_text(encoding="utf-8").splitlines()
with runs.open("a") as log:
    log.write(f"{{len(lines)}}\\n")
print("Taartjes", file=sys.stderr)
print("Taartjes")
pathlib.Path("frog.1.debug").write_text("Taartjes")
if (here / "broken").exists():
    sys.exit(1)
with open("out.txt", "w", encoding="utf-8") as out:
    for line in lines:
        for number, word in enumerate(re.findall(r"\\w+|\\S", line), 1):
            print(number, word, "", "", "N()", "1.0", "B-PER" if word == "Taartjes" else "O", sep="\\t", file=out)
        print(file=out)
"""


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a `frog` that takes every "Taartjes" for a person before all others; it notes each run."""
    program = tmp_path / "frog"
    program.write_text(FAKE.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return tmp_path


def runs(folder: Path) -> list[int]:
    """Return how many sentences each run was given."""
    log = folder / "runs"
    return [int(line) for line in log.read_text().split()] if log.exists() else []


def lock() -> Airlock:
    """Return an airlock with Frog after it."""
    return airlock(roster(), decision("clear", "Kamphof"), second_readers="frog")


def test_it_can_add_a_hold_to_what_our_own_layers_let_pass(fake: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What Frog alone takes for a person is held, and nothing Frog prints is shown."""
    text = "Taartjes en een bui. De taartjes waren koud, zei Kamphof."
    (hold,) = lock().report(report(text)).holds
    assert (hold.layer, hold.kind, text[hold.start : hold.end]) == ("frog", HoldKind.PERSON, "Taartjes")
    assert capfd.readouterr() == ("", "")
    assert runs(fake) == [3]


def test_another_version_reads_anew(fake: Path) -> None:
    """What an older Frog said is not what this one says."""
    readings: dict[str, tuple[frog.Tag, ...]] = {}
    old = frog.FrogLayer(readings)
    assert old.version == "frog 0.0, a small one"
    program = fake / "frog"
    program.write_text(program.read_text(encoding="utf-8").replace("0.0", "0.1"), encoding="utf-8")
    for layer in (old, old, frog.FrogLayer(readings)):
        assert list(layer.find(state("Daar zijn Taartjes.")))
    assert runs(fake) == [1, 1]


def test_texts_are_read_together_and_once(fake: Path) -> None:
    """Read ahead, many reports take one run for each 300 sentences; what was read is not read again."""
    readings: dict[str, tuple[frog.Tag, ...]] = {}
    own = lock()
    airlock_ = Airlock(own.community, roster(), (), readings)
    reports = [report(f"Taartjes telt {number} keer.\n\nZo gaat dat.") for number in range(120)]
    airlock_.second_readers.read_ahead(lambda: [airlock_.report(entry) for entry in reports])
    assert runs(fake) == [300, 60]
    assert all(len(airlock_.report(entry).holds) == 1 for entry in reports)
    again = Airlock(own.community, roster(), (), readings)
    again.second_readers.read_ahead(lambda: [again.report(entry) for entry in reports])
    assert len(again.report(reports[0]).holds) == 1
    assert runs(fake) == [300, 60]


def test_what_is_asked_for_and_absent_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Frog on this machine there is one problem, before anything is read."""
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = lock().problems
    assert problem.rule == "PP515"


def test_what_fails_stops_everything(fake: Path) -> None:
    """A Frog that starts but cannot read (its data is missing) raises; no text passes unread."""
    (fake / "broken").touch()
    with pytest.raises(ReaderError) as caught:
        lock().report(report("Taartjes en een bui."))
    assert caught.value.problem.rule == "PP515"


def test_what_takes_too_long_fails(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Frog that hangs is ended."""
    own = lock()
    monkeypatch.setattr(frog, "_TO_START", -100)
    with pytest.raises(ReaderError):
        own.report(report("Taartjes en een bui."))
