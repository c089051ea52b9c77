"""`review` as a reviewer uses it: over a pipe, in a terminal, stopped half-way, and by way of other programs."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from commands.terminal import in_terminal

HOLD = "Toen kwam Brunhilde binnen met een bal."


@pytest.fixture
def held(site: Path, report: Callable[..., Path]) -> Path:
    """Return a site with three holds in two reports, one of them on a word that both hold."""
    report("bal.md", f"{HOLD} We speelden Sprinkelstein.", "Een bal in de klas")
    report("spel.md", "Zij speelden Sprinkelstein ook.", "Een spel in de klas")
    return site


def _decisions(root: Path) -> list[dict[str, str]]:
    found = yaml.safe_load((root / "content/decisions.yml").read_text(encoding="utf-8"))
    return [{key: str(value) for key, value in entry.items()} for entry in found]


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def test_a_whole_review(run, held: Path) -> None:
    """Every answer is kept; what is cleared everywhere is asked once; then nothing waits and the reports are built."""
    before = (held / "content/decisions.yml").read_bytes()
    began = _today()
    said = run("review", "--root", held, stdin="1\nleerling\nib'er\n\n3\neen spel\n")
    assert said.exit_code == 0, said.output
    assert said.stdout.count("Uw keuze") == 2
    assert "»Brunhilde«" in said.stdout
    assert "Toen kwam [leerling A] binnen met een bal." in said.stdout
    assert "ook op 1 andere plaats" in said.stdout
    assert "2 besluiten bewaard" in said.stderr
    assert (held / "content/decisions.yml").read_bytes().startswith(before)
    replaced, cleared = _decisions(held)[-2:]
    assert replaced == {
        "besluit": "wissen",
        "tekst": "Brunhilde",
        "geldt voor": "content/reports/2025-2026-1/bal.md",
        "vervanging": "leerling",
        "reden": "kan naar iemand leiden",
        "door": "ib'er",
        "datum": replaced["datum"],
    }
    assert (cleared["tekst"], cleared["geldt voor"], cleared["reden"]) == ("Sprinkelstein", "alles", "een spel")
    assert began <= dt.date.fromisoformat(replaced["datum"]) <= _today()
    assert run("check", "--root", held).exit_code == 0
    again = run("review", "--root", held)
    assert (again.exit_code, again.stdout) == (0, "")


def test_clearing_here_binds_to_the_words_around(run, held: Path) -> None:
    """When they change the hold is back, and the decision is reported to have lapsed, at its own line."""
    said = run("review", "--root", held, "--by", "directeur", stdin="2\n\n2\n\n2\n\n")
    assert said.exit_code == 0, said.output
    first = _decisions(held)[-3]
    assert (first["ervoor"], first["erna"]) == ("Toen kwam", "binnen met een bal. We")
    assert run("check", "--root", held).exit_code == 0
    file = held / "content/reports/2025-2026-1/bal.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Toen kwam", "Daar zat"), encoding="utf-8")
    checked = run("check", "--root", held)
    assert checked.exit_code == 1
    lines = (held / "content/decisions.yml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if "tekst: Brunhilde" in text) - 1
    assert f"content/decisions.yml:{line}:3: PP512" in checked.stdout
    assert "HOLD-capital" in checked.stdout
    assert "Brunhilde" not in checked.output
    file.unlink()
    assert "PP315" in run("check", "--root", held).stdout


def test_own_words_and_going_back(run, held: Path) -> None:
    """Nothing typed goes back to the choice; a name of the roster is refused as replacement and as role."""
    answers = ["9", "1", "", "4", "", "4", "iets van Marit", "Marit", "ouder", "", "4", "[een kind]", "", "q"]
    said = run("review", "--root", held, stdin="\n".join(answers) + "\n")
    assert said.exit_code == 1
    assert "Geef een rol, geen naam." in said.stdout
    assert "In de vervanging van dit besluit staat een naam" in said.stdout
    assert _decisions(held)[-1]["vervanging"] == "een kind"
    assert _decisions(held)[-1]["door"] == "ouder"


def test_a_bare_name_is_not_cleared_everywhere(run, held: Path) -> None:
    """The reason is shown, and nothing is written."""
    with (held / "content/roster.yml").open("a", encoding="utf-8") as roster:
        roster.write("  - {naam: Wil Pol, rol: leerling}\n")
    file = held / "content/reports/2025-2026-1/bal.md"
    file.write_text(file.read_text(encoding="utf-8").replace(HOLD, "Wil is een deugd."), encoding="utf-8")
    before = (held / "content/decisions.yml").read_bytes()
    said = run("review", "--root", held, "--by", "ib'er", stdin="3\nq\n")
    assert said.stdout.count("kale naam van de namenlijst") == 2
    assert (held / "content/decisions.yml").read_bytes() == before


def test_the_role_is_never_a_name(run, held: Path) -> None:
    """As an option it is a mistake in the command."""
    said = run("review", "--root", held, "--by", "Marit")
    assert said.exit_code == 2
    assert "Marit" not in said.output


@pytest.mark.parametrize(
    "answers", ["", "s\ns\ns\n", "q\n", "1\n"], ids=["nothing", "skipped", "stopped", "broken off"]
)
def test_what_is_not_answered_still_waits(run, held: Path, answers: str) -> None:
    """Nothing is written, nothing goes wrong, and the status says so."""
    before = (held / "content/decisions.yml").read_bytes()
    said = run("review", "--root", held, stdin=answers)
    assert said.exit_code == 1, said.output
    assert "0 besluiten bewaard" in said.stderr
    assert (held / "content/decisions.yml").read_bytes() == before


def _begun(root: Path) -> subprocess.Popen[str]:
    """Return a review that has kept one answer and waits for the next."""
    command = [sys.executable, "-m", "proefpraktijk", "review", "--root", str(root), "--by", "ib'er"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, text=True, env={**os.environ, "PROEFPRAKTIJK_LANG": "nl"}, **pipes)  # type: ignore[call-overload]
    process.stdin.write("2\n\n")
    process.stdin.flush()
    while "»Sprinkelstein«" not in process.stdout.readline():
        assert process.poll() is None
    return process  # type: ignore[no-any-return]


def test_a_killed_review_loses_nothing(held: Path) -> None:
    """What was answered is in the file, whole, before the next question is asked."""
    process = _begun(held)
    process.kill()
    process.communicate()
    assert _decisions(held)[-1]["tekst"] == "Brunhilde"
    assert not [path for path in (held / "content").iterdir() if path.name.startswith(".")]


def test_an_interrupted_review_ends_politely(held: Path) -> None:
    """One line says what was kept, no traceback."""
    process = _begun(held)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 1
    assert said.strip() == "1 besluit bewaard."


def test_in_a_terminal(held: Path) -> None:
    """The doubtful stretch stands out; without colour it still has its signs."""
    status, shown = in_terminal("review", "--root", str(held), typed="q\n", NO_COLOR="")
    assert status == 1
    assert "\x1b[1m\x1b[7m»Brunhilde«" in shown
    status, shown = in_terminal("review", "--root", str(held), typed="q\n", NO_COLOR="1")
    assert "»Brunhilde«" in shown
    assert "\x1b[7m" not in shown


def test_raw_text_does_not_steer_the_terminal(run, held: Path) -> None:
    """Control signs that stand in a report are not written to the screen."""
    file = held / "content/reports/2025-2026-1/bal.md"
    file.write_text(file.read_text(encoding="utf-8").replace("binnen", "bin\u009b31mnen"), encoding="utf-8")
    assert "\u009b" not in run("review", "--root", held, stdin="q\n").stdout


def test_the_file_of_decisions_is_made_when_it_is_missing(run, held: Path) -> None:
    """In the community's language, and readable for who may read the rest."""
    file = held / "content/decisions.yml"
    mode = file.stat().st_mode
    file.unlink()
    assert run("review", "--root", held, "--by", "ib'er", stdin="2\n\nq\n").exit_code == 1
    assert file.read_text(encoding="utf-8").startswith("- besluit: vrijgeven\n  tekst: Brunhilde\n")
    assert file.stat().st_mode == mode


def test_english_keys_stay_english(run, held: Path) -> None:
    """The comments too, the line ends and who may read the file."""
    file = held / "content/decisions.yml"
    text = (
        "# ours\r\ndecisions:\r\n- {action: clear, text: bal, reason: x, by: y, date: 2026-01-01}\r\n# more to come\r\n"
    )
    file.write_bytes(text.encode())
    file.chmod(0o640)
    run("review", "--root", held, "--by", "head teacher", stdin="1\n1\n\nq\n", language="en")
    written = file.read_bytes().decode()
    assert written.startswith(text)
    assert "\r\n- action: redact\r\n  text: Brunhilde\r\n" in written
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("broken", ["- besluit: [", "- besluit: misschien\n  tekst: a\n", "wij: hier", ""])
def test_a_broken_file_is_told_and_left_alone(run, held: Path, broken: str) -> None:
    """The problem comes before any question."""
    (held / "content/decisions.yml").write_text(broken, encoding="utf-8")
    said = run("review", "--root", held, "--by", "ib'er", stdin="2\n\n")
    assert said.exit_code == 1
    assert "content/decisions.yml:" in said.stdout
    assert "Brunhilde" not in said.output
    assert (held / "content/decisions.yml").read_text(encoding="utf-8") == broken


def test_what_breaks_the_file_meanwhile_is_told(run, held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What somebody writes in it during the review is never overwritten."""
    file = held / "content/decisions.yml"
    keep = "proefpraktijk.commands.terminal_reviewer.today"

    def meddles():  # type: ignore[no-untyped-def]
        file.write_text("- besluit: [", encoding="utf-8")
        return dt.date(2026, 1, 1)

    monkeypatch.setattr(keep, meddles)
    said = run("review", "--root", held, "--by", "ib'er", stdin="2\n\n")
    assert said.exit_code == 1
    assert "PP203" in said.stdout
    assert file.read_text(encoding="utf-8") == "- besluit: ["


def test_a_file_that_cannot_be_written(run, held: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, without a name."""

    def refuses(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied", "content/decisions.yml")

    monkeypatch.setattr("proefpraktijk.pipeline.reviewing.write_atomically", refuses)
    said = run("review", "--root", held, "--by", "ib'er", stdin="2\n\n")
    assert said.exit_code == 1
    assert "Permission denied" in said.stderr


def test_a_mistake_in_a_shared_document_comes_first(run, held: Path) -> None:
    """Nothing can be asked before it is mended."""
    (held / "content/roster.yml").write_text("people: [Marit", encoding="utf-8")
    said = run("review", "--root", held)
    assert said.exit_code == 1
    assert "content/roster.yml:" in said.stdout


def test_the_list_in_text_holds_no_text(run, held: Path) -> None:
    """Places and reasons, as `check` reports them."""
    said = run("review", "--root", held, "--list")
    assert said.exit_code == 1
    assert len(said.stdout.splitlines()) == 3
    assert "content/reports/2025-2026-1/bal.md:11:11: HOLD-capital" in said.stdout
    assert "Brunhilde" not in said.output


def _listed(run, root: Path) -> list[dict]:  # type: ignore[no-untyped-def,type-arg]
    return json.loads(run("review", "--root", root, "--list", "--format", "json").stdout)  # type: ignore[no-any-return]


def test_json_is_for_the_list(run, held: Path) -> None:
    """Asking in JSON is nothing."""
    assert run("review", "--root", held, "--format", "json").exit_code == 2


def test_the_list_in_json(run, held: Path) -> None:
    """All that another program needs to ask the same."""
    first, *_rest = _listed(run, held)
    assert (first["path"], first["line"], first["column"]) == ("content/reports/2025-2026-1/bal.md", 11, 11)
    text = (held / first["path"]).read_text(encoding="utf-8")
    assert text[first["start"] : first["end"]] == "Brunhilde"
    sentence = first["sentence"]
    assert sentence["text"][sentence["start"] : sentence["end"]] == "Brunhilde"
    options = {option["id"]: option["as_reader_sees"] for option in first["options"]}
    assert options["replace:leerling"] == "Toen kwam [leerling A] binnen met een bal."
    assert {"clear-here", "clear-all", "redact"} <= options.keys()
    assert [item["id"] for item in _listed(run, held)] == [item["id"] for item in (first, *_rest)]


def test_answers_given_elsewhere(run, held: Path) -> None:
    """All are written at once; then nothing waits."""
    brunhilde, game, same = _listed(run, held)
    answers = [
        {"id": brunhilde["id"], "option": "replace:leerkracht", "reason": "een invaller", "by": "directeur"},
        {"id": game["id"], "option": "clear-here"},
        {"id": same["id"], "option": "redact", "replacement": "[een spel]"},
    ]
    said = run("review", "--root", held, "--decide", "-", "--by", "ib'er", stdin=json.dumps(answers))
    assert said.exit_code == 0, said.output
    assert [entry["door"] for entry in _decisions(held)[-3:]] == ["directeur", "ib'er", "ib'er"]
    assert _listed(run, held) == []
    again = run("review", "--root", held, "--decide", "-", "--by", "ib'er", stdin=json.dumps(answers))
    assert again.exit_code == 1
    assert "3 antwoorden" in again.stderr


@pytest.mark.parametrize("clearing", ["clear-here", "clear-all"])
@pytest.mark.parametrize("first", [True, False])
def test_of_two_answers_about_one_thing_the_redaction_is_followed(
    run, held: Path, clearing: str, *, first: bool
) -> None:
    """Whatever comes first in the list; the other is passed over, and that is reported."""
    one, *_ = _listed(run, held)
    answers = [{"id": one["id"], "option": clearing}, {"id": one["id"], "option": "replace:leerkracht"}]
    said = run(
        "review", "--root", held, "--decide", "-", "--by", "ib'er", stdin=json.dumps(answers[:: 1 if first else -1])
    )
    assert said.exit_code == 1
    assert "1 besluit bewaard" in said.stderr
    assert "1 antwoord " in said.stderr
    assert _decisions(held)[-1]["besluit"] == "wissen"


def test_answers_in_a_file_that_begins_with_a_byte_order_mark(run, held: Path) -> None:
    """As some editors save it."""
    file = held / "antwoorden.json"
    file.write_text(json.dumps([{"id": _listed(run, held)[0]["id"], "option": "clear-here"}]), encoding="utf-8-sig")
    said = run("review", "--root", held, "--decide", file, "--by", "ib'er")
    assert said.exit_code == 0, said.output


def test_the_menu_refuses_a_disguised_name_everywhere_and_telling_words(run, held: Path) -> None:
    """With the reason that is given for a decision written by hand."""
    file = held / "content/reports/2025-2026-1/bal.md"
    file.write_text(file.read_text(encoding="utf-8").replace("Brunhilde", "Ma-rit"), encoding="utf-8")
    item = _listed(run, held)[0]
    refused = {option["id"]: option["refused"] for option in item["options"]}
    assert "kale naam" in refused["clear-all"]
    words = {"id": item["id"], "option": "redact", "replacement": "juf Sandra uit Lutjebroek", "by": "ib'er"}
    said = run("review", "--root", held, "--decide", "-", stdin=json.dumps([words]))
    assert said.exit_code == 1
    assert "naar iemand leiden" in said.stderr


def test_what_is_typed_and_is_no_text_is_asked_again(held: Path) -> None:
    """Reported in a line, in whatever encoding Python takes the terminal to be."""
    command = [sys.executable, "-m", "proefpraktijk", "review", "--root", str(held)]
    spoken = {**os.environ, "PROEFPRAKTIJK_LANG": "nl", "PYTHONIOENCODING": "utf-8:surrogateescape"}
    said = subprocess.run(command, input=b"\xff\xfe\nq\n", capture_output=True, env=spoken, check=False)
    assert said.returncode == 1
    assert "niet als tekst te lezen" in said.stdout.decode()
    assert b"Traceback" not in said.stderr
    strict = {**spoken, "PYTHONIOENCODING": "utf-8:strict"}
    said = subprocess.run(command, input=b"\xff\xfe\nq\n", capture_output=True, env=strict, check=False)
    assert said.returncode == 1
    assert "niet als tekst te lezen" in said.stdout.decode()
    assert b"Traceback" not in said.stderr


def test_an_answer_that_comes_too_late_is_passed_over(run, held: Path) -> None:
    """Somebody else may have decided meanwhile; the other answers are kept."""
    one, two, _ = _listed(run, held)
    answers = [
        {"id": one["id"], "option": "clear-here"},
        {"id": "0", "option": "clear-here"},
        {"id": two["id"], "option": "clear-here"},
    ]
    said = run("review", "--root", held, "--decide", "-", "--by", "ib'er", stdin=json.dumps(answers))
    assert said.exit_code == 1
    assert "2 besluiten bewaard" in said.stderr
    assert "1 antwoord " in said.stderr


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"option": "wissen"}, "deze optie"),
        ({"option": "redact"}, "eigen woorden"),
        ({"option": "redact", "replacement": "Marit"}, "namenlijst"),
        ({"by": ""}, "wie besliste"),
        ({"by": "Marit"}, "geen naam"),
        ({"door": "ib'er"}, "sleutels"),
        ({"id": 3}, "sleutels"),
    ],
)
def test_an_answer_that_cannot_be_followed_writes_nothing(run, held: Path, change: dict, reason: str) -> None:  # type: ignore[type-arg]
    """Not the other answers either; each refusal has its number."""
    before = (held / "content/decisions.yml").read_bytes()
    one, two, _ = _listed(run, held)
    answers = [{"id": item["id"], "option": "clear-here", "by": "ib'er"} for item in (one, two)]
    file = held / "antwoorden.json"
    file.write_text(json.dumps([answers[0], answers[1] | change]), encoding="utf-8")
    said = run("review", "--root", held, "--decide", file)
    assert said.exit_code == 1
    assert "Antwoord 2: " in said.stderr
    assert reason in said.stderr
    assert "Marit" not in said.output
    assert (held / "content/decisions.yml").read_bytes() == before


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"id": "x"}', "null"])
def test_answers_that_are_no_list_of_answers(run, held: Path, text: str) -> None:
    """Refused in one line."""
    said = run("review", "--root", held, "--decide", "-", stdin=text)
    assert said.exit_code == 1
    assert len(said.stderr.splitlines()) == 2


def test_thousands_of_decisions(run, held: Path) -> None:
    """An answer is kept in a moment, however many went before."""
    entry = "- {{besluit: vrijgeven, tekst: Woordx{0}, reden: a, door: b, datum: 2026-01-01}}\n"
    many = "".join(entry.format(number) for number in range(5_000))
    (held / "content/decisions.yml").write_text(many, encoding="utf-8")
    said = run("review", "--root", held, "--by", "ib'er", stdin="2\n\nq\n")
    assert said.exit_code == 1, said.output
    assert _decisions(held)[-1]["tekst"] == "Brunhilde"
