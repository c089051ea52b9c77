"""The figures of the detector: gold is read as it was marked, and counted as it is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaks_counting import figures, judge
from leaks_gold import Entity, Gold, GoldError, blocks_of, read_gold
from leaks_intervals import rate, share
from leaks_joining import join
from leaks_layers import by_layer
from proefpraktijk.model.corpus import Roster
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.protect import Span
from proefpraktijk.protect.detector import Detector
from proefpraktijk.roster_file import airlock_for

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "leaks.py"

JOINED = {
    'Nee , zei ze : " ja " .': 'Nee, zei ze: "ja".',
    'Hij riep " kom ! " " Nee " , zei zij .': 'Hij riep "kom!" "Nee", zei zij.',
    "Ze las ' De Hoogte ' ( deel 2 ) voor .": "Ze las 'De Hoogte' (deel 2) voor.",
    "Hij kwam 's avonds bij Anna 's tante .": "Hij kwam 's avonds bij Anna's tante.",
    "Daar zat ' t meisje uit de jaren ' 80 .": "Daar zat 't meisje uit de jaren '80.",
    "Het was 2 - 1 voor Bo - echt - en 50 % van € 5 .": "Het was 2-1 voor Bo - echt - en 50% van €5.",
    "Een jas / trui van de pre- en middenbouw ...": "Een jas/trui van de pre- en middenbouw...",
}

TAGGED = {
    "IOB1": "O I-PER I-PER B-PER I-LOC O",
    "IOB2": "O B-PER I-PER B-PER B-LOC O",
    "BIOES": "O B-PER E-PER S-PER S-LOC O",
    "BILOU": "O B-PER L-PER U-PER U-LOC O",
}


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a gold file."""
    file = folder / "gold.conll"
    file.write_bytes(text.encode(encoding))
    return file


def columns(tokens: str, tags: str) -> str:
    """Return CoNLL lines of tokens and their tags."""
    return "".join(f"{token} {tag}\n" for token, tag in zip(tokens.split(), tags.split(), strict=True))


@pytest.mark.parametrize(("tokens", "text"), JOINED.items())
def test_punctuation_is_put_back(tokens: str, text: str) -> None:
    """Tokens become text as a Dutch writer would have it."""
    assert join(tokens.split())[0] == text


@given(st.lists(st.text(st.sampled_from("Aa'\"-.,(/€1s"), min_size=1), max_size=30))
def test_joining_keeps_every_token_at_its_place(tokens: list[str]) -> None:
    """Nothing is lost or added but single spaces, and each token stands where it is said to stand."""
    text, starts = join(tokens)
    assert [text[start : start + len(token)] for start, token in zip(starts, tokens, strict=True)] == tokens
    assert text.replace(" ", "") == "".join(tokens)
    assert "  " not in text


@pytest.mark.parametrize("tags", TAGGED.values(), ids=TAGGED.keys())
def test_all_ways_of_tagging_say_the_same(tmp_path: Path, tags: str) -> None:
    """Two people beside each other and a place are three entities in every scheme."""
    (gold,) = read_gold(write(tmp_path, columns("Daar Jan Vos Anna Gent .", tags)), "conll")
    assert [(gold.text[e.start : e.end], e.label) for e in gold.entities] == [
        ("Jan Vos", "PER"),
        ("Anna", "PER"),
        ("Gent", "LOC"),
    ]


def test_sentence_breaks_leave_no_trace(tmp_path: Path) -> None:
    """Sentences of a document follow each other with one space; a document begins at its mark."""
    text = "-DOCSTART- -DOCSTART- O\n\nJa N O\n\nAnna\tN\tB-PER\nkomt V O\n. P O\n\n-DOCSTART- O\nNee N O\n"
    first, second = read_gold(write(tmp_path, text), "conll")
    assert (first.text, second.text) == ("Ja Anna komt.", "Nee")
    assert first.id != second.id


def test_a_file_without_documents_is_cut_at_a_blank_line(tmp_path: Path) -> None:
    """A document is at least 300 tokens, and never ends within a sentence."""
    golds = read_gold(write(tmp_path, ("ja O\n" * 70 + "\n") * 11), "conll")
    assert [len(gold.text.split()) for gold in golds] == [350, 350, 70]


def test_comments_are_no_tokens(tmp_path: Path) -> None:
    """A line of CoNLL-U that tells about a sentence is passed over; a number sign with a tag is a token."""
    (gold,) = read_gold(write(tmp_path, "# text = Ja\nJa O\n# O\n1 O\n"), "conll")
    assert gold.text == "Ja #1"


def test_latin_1_is_read(tmp_path: Path) -> None:
    """The older corpora are not written in UTF-8."""
    (gold,) = read_gold(write(tmp_path, "Zoë B-PER\n", "latin-1"), "conll")
    assert gold.text == "Zoë"


@pytest.mark.parametrize("line", ["Anna", "Anna PER", '{"id": 1}', '{"id": 1, "text": "Ja", "spans": [{"start": 0}]}'])
def test_what_is_no_gold_is_told_by_its_line(tmp_path: Path, line: str) -> None:
    """The message names the line, not what stands in it."""
    with pytest.raises(GoldError, match="line 1") as error:
        read_gold(write(tmp_path, line), "jsonl" if line.startswith("{") else "conll")
    assert "Anna" not in str(error.value)


def test_a_span_outside_its_text_is_refused(tmp_path: Path) -> None:
    """Offsets that were counted in bytes do not pass for code points."""
    row = {"id": "a", "text": "Zoë", "spans": [{"start": 0, "end": 4, "label": "PER"}]}
    with pytest.raises(GoldError, match="outside"):
        read_gold(write(tmp_path, json.dumps(row)), "jsonl")


def test_lines_items_and_cells_are_blocks() -> None:
    """As reading a report gives them, each with its place in the text."""
    text = "- Eerst dit\nKop\n\n- een ding\n- nog een\nNaam | Plaats | \nzo|niet"
    blocks = [raw for (raw,) in blocks_of(text)]
    assert [raw.value for raw in blocks] == ["Eerst dit", "Kop", "een ding", "nog een", "Naam", "Plaats", "zo|niet"]
    assert all(text[raw.start : raw.end] == raw.value for raw in blocks)


def spans(*stretches: tuple[int, int, str]) -> list[Span]:
    """Return spans as the airlock gives them."""
    return [Span(start, end, action, HoldKind.PERSON, "layer") for start, end, action in stretches]  # type: ignore[arg-type]


GOLD = Gold("a", "Jan van Dam zag Bo en Ans in Ee, ja.", (
    Entity(0, 11, "PER", roster=True), Entity(16, 18, "PER"), Entity(22, 25, "PER"), Entity(29, 31, "LOC"),
))  # fmt: skip


def test_a_name_is_let_through_when_any_part_of_it_is() -> None:
    """Spaces and punctuation may go; one bare letter is a leak."""
    found = judge(GOLD, spans((0, 3, "replace"), (8, 11, "replace"), (16, 18, "hold"), (22, 25, "replace")))
    assert [fate.leaked for fate in found.fates] == [True, False, False, True]
    assert [fate.whole for fate in found.fates] == [False, False, False, True]
    counted = figures([found]).classes["PER"]
    assert (counted.some.found, counted.all.found, counted.held.found, counted.replaced.found) == (1, 0, 1, 1)


def test_what_touches_no_name_is_wrong() -> None:
    """A span that holds a name and more is right; words beside the name are counted by themselves."""
    found = judge(GOLD, spans((12, 18, "hold"), (33, 35, "hold"), (26, 28, "replace")))
    assert (found.holds, found.wrongly("hold"), found.wrongly("replace"), found.words_outside) == (2, 1, 1, 3)
    assert found.words == 10


def test_the_roster_is_counted_by_itself() -> None:
    """Of four entities one is on the roster."""
    counted = figures([judge(GOLD, ())])
    assert {label: kept.some.number for label, kept in counted.roster.items()} == {"PER": 1}


def test_intervals_of_shares_are_wilsons() -> None:
    """Values from Newcombe (Statistics in Medicine 17, 1998), table I: 81/263, 15/148, 0/20, 1/29."""
    told = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
    for found, number, low, high in told:
        counted = share(found, number)
        assert (round(counted.low, 4), round(counted.high, 4)) == (low, high)


def test_intervals_of_rates_hold_the_rate_and_stay_the_same() -> None:
    """A fixed seed; nothing found still leaves room for 3.7 in the whole."""
    counts, words = [3, 0, 1, 2, 0, 5], [300, 250, 310, 290, 400, 350]
    found = rate(counts, words)
    assert found.low < found.value < found.high
    assert found == rate(counts, words)
    assert rate([0, 0], [500, 500]).high == pytest.approx(3.689)


def test_layer_upon_layer_is_the_whole_detection() -> None:
    """After the last layer the figures are those of the airlock."""
    text = "Daar kwam juf Wietske uit Oudega. Bel 06-12345678, zei wietske."
    gold = Gold("a", text, (Entity(14, 21, "PER"), Entity(26, 32, "LOC"), Entity(38, 49, "CONTACT")))
    layers = by_layer(Detector(Roster(), (), ()), [gold])
    assert list(layers.so_far.values())[-1] == figures([judge(gold, airlock_for(Roster()).scan(blocks_of(gold.text)))])


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program."""
    command = [sys.executable, PROGRAM, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_program_prints_figures_and_no_names(tmp_path: Path) -> None:
    """Tables on the screen and in files; the text itself only when it is asked for."""
    gold = write(tmp_path, columns("Daar kwam tegenstribbelend Anna .", "O O B-PER B-PER O"))
    done = run(gold, "--format", "conll", "--by-layer", "--json", tmp_path / "f.json", "--output", tmp_path / "f.md")
    assert done.returncode == 0, done.stderr
    assert "1: 50.00%" in done.stdout
    assert "Anna" not in done.stdout
    assert "stribbel" not in done.stdout
    assert (tmp_path / "f.md").read_text(encoding="utf-8") + "\n" == done.stdout
    found = json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))
    assert found["parts"]["gold.conll"]["classes"]["PER"]["some"]["found"] == 1
    assert "[[tegenstribbelend]]" in run(gold, "--format", "conll", "--show", "leaks").stdout


def test_the_program_fails_when_the_roster_is_let_through(tmp_path: Path) -> None:
    """Whatever is marked as of the roster must be covered."""
    row = {"id": "a", "text": "De kast.", "spans": [{"start": 3, "end": 7, "label": "PER", "roster": True}]}
    assert run(write(tmp_path, json.dumps(row)), "--format", "jsonl").returncode == 1


def test_the_program_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    """No gold, no file, no roster: one line each, and no traceback."""
    bad, good = tmp_path / "bad", tmp_path / "good"
    bad.write_text("- Anna\n", encoding="utf-8")
    good.write_text("Ja O\n", encoding="utf-8")
    (tmp_path / "empty").touch()
    for arguments in ([bad], [tmp_path / "none"], [tmp_path / "empty"], [good, "--roster", bad]):
        done = run(*arguments, "--format", "conll")
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert "Anna" not in done.stderr
