"""The search for faults that no test notices, on a tiny package of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import mutants_children
from mutants_children import outcomes, set_alarm
from mutants_edits import edits
from mutants_report import Outcome, Reason, survivors, table, unmatched
from mutants_source import Module, Users, mutants_of

_TINY = '''\
"""A tiny module."""
from functools import cache

LIMIT = 3


class Scale:
    STEP = 2

    @property
    def doubled(self) -> int:
        return self.STEP * 2


@cache
def few(number: int) -> bool:
    """Whether it is few."""
    return number < LIMIT


def loud(text: str) -> str:
    if not text:
        return "!"
    return text + "!"


def halvings(number: int) -> int:
    count = 0
    while number > 1:
        number //= 2
        count += 1
    return count


def positive(number: int) -> bool:
    return number > 0
'''
_TESTS = """\
from proefpraktijk.tiny import Scale, few, halvings, loud, positive


def test_few():
    assert few(2) and not few(3)


def test_loud():
    assert loud("a") == "a!"


def test_scale():
    assert Scale().doubled == 4


def test_halvings():
    assert halvings(8) == 3


def test_positive():
    assert positive(5)
"""
_RUN = """\
import sys
from pathlib import Path
import mutants
from mutants_report import key_of
from mutants_source import Module, mutants_of

at_import = mutants._at_import
mutants._at_import = lambda *arguments: mutants.Outcome("at import: " + at_import(*arguments).ending)
mutants.ROOT = Path(sys.argv[1])
mutants.PACKAGE = mutants.ROOT / "proefpraktijk"
made = mutants_of(Module.read(mutants.PACKAGE, mutants.PACKAGE / "tiny.py"))
for mutant, outcome in mutants.run(made, ["test_tiny.py"], 300, 2).items():
    print("\\t".join((mutant.edit.owner, mutant.change, outcome.ending)))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """Give the ending of every mutant of the tiny module: by function and change."""
    root = tmp_path_factory.mktemp("tiny")
    (root / "tests").mkdir()
    (root / "proefpraktijk").mkdir()
    (root / "pyproject.toml").write_text("[tool.pytest.ini_options]\npythonpath = ['.']\n")
    (root / "proefpraktijk/__init__.py").touch()
    (root / "proefpraktijk/tiny.py").write_text(_TINY)
    (root / "tests/test_tiny.py").write_text(_TESTS)
    benchmarks = Path(__file__).resolve().parents[2] / "benchmarks"
    done = subprocess.run(
        [sys.executable, "-c", _RUN, root],
        env={"PYTHONPATH": f"{benchmarks}:{root}"},
        capture_output=True,
        text=True,
        check=False,
    )
    rows = [line.split("\t") for line in done.stdout.splitlines() if line.count("\t") == 2]
    assert rows, done.stdout + done.stderr
    return {(owner, change): ending for owner, change, ending in rows}


@pytest.mark.parametrize(
    ("function", "change", "ending"),
    [
        pytest.param("few", "< → <=", "a test failed", id="below a cache"),
        pytest.param("Scale.doubled", "self.STEP * 2 → (self.STEP)", "a test failed", id="below a property"),
        pytest.param("loud", "not text → (text)", "a test failed", id="in a function"),
        pytest.param("", "3 → 4", "at import: a test failed", id="a constant of the module"),
        pytest.param("", "2 → 1", "at import: a test failed", id="a constant of a class"),
        pytest.param("loud", 'text + "!" → (text)', "a test failed", id="a side of an operator"),
        pytest.param("halvings", "number //= 2 → pass", "timed out", id="without end"),
        pytest.param("loud", 'return "!" → pass', "no test", id="a line that no test runs"),
        pytest.param("positive", "> → >=", "survived", id="an edge that no test looks at"),
    ],
)
def test_the_ending_of_each(found: dict[tuple[str, str], str], function: str, change: str, ending: str) -> None:
    """A fault is noticed where a test looks at it, wherever it stands, and one that goes on for ever is ended."""
    shown = {key: value for key, value in found.items() if key[0] == function}
    assert {key[1].replace("  ", " ").strip(): value for key, value in shown.items()}.get(change) == ending, shown


def test_only_what_runs_at_import_takes_a_process_of_its_own(found: dict[tuple[str, str], str]) -> None:
    """A function gets other code where everything has been imported: that is what makes it fast."""
    assert {function for (function, _), ending in found.items() if ending.startswith("at import")} == {""}


def _changes(source: str) -> set[str]:
    return {mutant.change.strip() for mutant in mutants_of(Module("m", Path("m.py"), source.encode()))}


def test_what_no_test_need_notice_is_not_changed() -> None:
    """Docstrings, annotations, decorators, slots, sentences for people, the text of an error, the type checker's part."""
    source = '''"""A module."""
from typing import TYPE_CHECKING
__all__ = ["a"]
if TYPE_CHECKING:
    import b
@d(frozen=True)
class A:
    """A class."""
    __slots__ = ("x",)
    x: "int | None"
def f(x: "str" = None) -> "str":
    """A function."""
    Message("A sentence")
    raise ValueError("no " + "more")
'''
    assert _changes(source) == {
        'Message("A sentence") → pass',
        'raise ValueError("no " + "more") → pass',
    }


@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("x = a and b", "a and b → ((a) or (b))"),
        ("x = a and b", "a and b → ((b))"),
        ("x = not a", "not a → (a)"),
        ("x = a is not b", "is not → is"),
        ("x = a not in b", "not in → in"),
        ("x = [1, 2]", "[1, 2] → [2]"),
        ("x = f(a, b)", "a, b → b, a"),
        ("x = a[b:]", "b →"),
        ("x = [i for i in a if b]", "b → True"),
        ("for x in a:\n    continue", "continue → pass"),
        ("x = a.casefold()", "a.casefold() → a"),
        (r're.compile(r"\ba{2,3}$")', r"\b →"),
        (r're.compile(r"\ba{2,3}$")', "{2,3} → {2,4}"),
        (r're.compile(r"(?<!a)b")', "(?<!a) →"),
        ('re.compile(\n    r"a"\n    r"b$"\n)', "$ →"),
        ("def f(x: str) -> str:\n    return g(x)", "g(x) → x"),
        ("def f() -> bool:\n    return g()", "g() → True"),
    ],
)
def test_the_kinds_of_faults(source: str, change: str) -> None:
    """Each kind is made where it can be."""
    assert change in _changes(source)


def test_every_fault_is_another_text() -> None:
    """No mutant is the program itself, and none stands twice in the list."""
    source = _TINY.encode()
    changed = [edit.applied(source) for edit in edits(source)]
    assert source not in changed
    assert len(changed) == len(set(changed))


def test_a_name_is_followed_through_the_module() -> None:
    """Who uses a constant by way of another one uses it too."""
    users = Users([Module("m", Path("m.py"), b"A = 1\nB = [A]\n\ndef f():\n    return B\n\ndef g():\n    return 2\n")])
    assert [(path, list(lines)) for path, lines in users.of(frozenset({"A"}))] == [("m.py", [5])]


def test_a_child_changes_nothing_outside_its_folder(tmp_path: Path) -> None:
    """A fault in a path must not cost anybody's files."""
    kept = tmp_path / "kept"
    kept.write_text("here")

    def remove(folder: Path) -> str:
        (folder / "own").write_text("allowed")
        try:
            kept.unlink()
        except PermissionError:
            return "refused"
        return "removed"

    assert list(outcomes([("one", remove)], 1)) == [("one", "refused")]
    assert kept.exists()


def test_a_child_that_goes_on_is_ended() -> None:
    """None says that the alarm ended it."""

    def forever(_: Path) -> None:
        set_alarm(0.1, 60)
        while True:
            pass

    assert list(outcomes([("one", forever)], 1)) == [("one", None)]


WITH_A_CHILD = """
import os, sys, time
from mutants_children import outcomes

def work(folder):
    print(os.getpid(), flush=True)
    time.sleep(600)

list(outcomes([("one", work)], 1, confined=False))
"""


def test_a_run_that_is_ended_leaves_no_child() -> None:
    """Whatever ends the run, its children end with it: their end of the pipe closes."""
    benchmarks = str(Path(mutants_children.__file__).parent)
    environment = {**os.environ, "PYTHONPATH": benchmarks}
    with subprocess.Popen([sys.executable, "-c", WITH_A_CHILD], stdout=subprocess.PIPE, env=environment) as run:
        assert run.stdout
        assert run.stdout.readline().strip().isdigit()
        run.kill()
        assert run.stdout.read() == b""


def test_a_reason_excuses_its_fault_and_no_other() -> None:
    """Reasons are known by what stands in the source; they are listed as they are written."""
    made = mutants_of(Module("m", Path("m.py"), b"def f(a):\n    return a < 1\n"))
    found = dict.fromkeys(made, Outcome("survived"))
    (listed,) = yaml.safe_load(survivors(made, found, []))["m"].values()
    reasons = [Reason("m", "f", entry["line"], entry["change"], "x") for entry in listed]
    assert len(reasons) == len(made) == 5
    assert survivors(made, found, reasons) == ""
    assert "| m | 5 | 5 | 0 | 5 | 0 | – |" in table(made, found, reasons)
    assert "| m | 5 | 5 | 0 | 1 | 4 | 0.0% |" in table(made, found, reasons[:1])


def test_a_reason_that_matches_nothing_is_reported() -> None:
    """When the line it speaks of has changed; not when its module was left out this time."""
    made = mutants_of(Module("m", Path("m.py"), b"def f(a):\n    return a < 1\n"))
    still, gone = (Reason("m", "f", f"return a {sign} 1", f"{sign} → {sign}=", "x") for sign in "<>")
    elsewhere = Reason("other", "f", "return a > 1", "> → >=", "x")
    assert unmatched([still, gone, elsewhere], made) == [gone]
