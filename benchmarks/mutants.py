"""Put small faults into the program, one at a time, and see whether a test notices.

    python benchmarks/mutants.py --budget 600 protect/leak_check link/suppression

A fault in a function is put in by giving the function other code, in a fork of a process in which everything has been
imported and every test collected; a fault in what runs at import gets a process in which nothing of ours was imported yet.
Only the tests that run the changed lines are run, the fastest first, until one fails.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from types import FunctionType
from typing import TypeVar

import pytest

from mutants_children import outcomes, set_alarm
from mutants_report import Outcome, read_reasons, report, survivors, table, unmatched
from mutants_source import Module, Mutant, Users, functions, mutants_of, serve
from mutants_tests import Session, Tests

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "proefpraktijk"
REASONS = Path(__file__).with_name("mutants_reasons.yml")
NAMED = (
    "protect",
    "dutch",
    "link/suppression",
    "link/related",
    "read/front_matter",
    "render/environment",
    "publish/site/verify",
    "publish/site/atomic_swap",
    "publish/push",
    "publish/staging/stage",
    "pipeline/read_protect_link",
    "pipeline/read_stage",
    "pipeline/protect_stage",
    "pipeline/link_stage",
    "pipeline/report_stage",
)
TESTS = ("dutch", "protect", "link", "read", "render", "runtime", "publish", "pipeline")
UNWANTED = ("browser", "demo_root", "demo_site", "demo_url", "scaffold", "attacked")
"""Tests that ask for one of these take too long: a browser, a whole site."""
LIBRARIES = (
    "playwright.sync_api",
    "pydantic",
    "jinja2",
    "yaml",
    "mkdocs.config",
    "babel.messages",
    "filelock",
    "PIL.Image",
)
PLAIN = (
    "-o",
    "addopts=",
    "--import-mode=importlib",
    "--capture=sys",
    "-p",
    "no:cacheprovider",
    "-q",
    "--no-header",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)
SURVIVED, INVALID = "survived", "invalid"
AT_IMPORT = 0.35
"""So much of the budget is for faults in what runs at import: each takes a second or two."""
LIMIT = 400
"""So many tests at most are run for a fault at import."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run as many mutants as the budget allows; print what survived, and write the report when one is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "modules",
        nargs="*",
        help="paths below the package: a module or a folder; all that are named in the report by default",
    )
    parser.add_argument("--budget", type=float, default=600, help="seconds, without the one run of all tests")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="*", default=TESTS, help="folders or files below tests/")
    parser.add_argument("--output", type=Path, help="write the report here")
    options = parser.parse_args(arguments)
    made = [mutant for path in _files(options.modules or NAMED) for mutant in mutants_of(Module.read(PACKAGE, path))]
    start = time.monotonic()
    found = run(_in_turn(made, random.Random(options.seed)), options.tests, options.budget, options.jobs)
    how = f"Seed {options.seed}, {options.jobs} processes, {time.monotonic() - start:.0f} s, of which {options.budget:.0f} s at most for mutants.\n"
    reasons = read_reasons(REASONS)
    print(survivors(made, found, reasons))
    print(table(made, found, reasons))
    for reason in unmatched(reasons, made):
        print(f"a reason that matches nothing any more: {reason.key}")
    if options.output:
        options.output.write_text(report(made, found, reasons, how), encoding="utf-8")
    return 0


def _files(names: Iterable[str]) -> list[Path]:
    """Return the files of the modules and folders of these names."""
    found = []
    for name in names:
        path = PACKAGE / name
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    if missing := [file for file in found if not file.exists()]:
        raise SystemExit(f"no module {missing[0]}")
    return list(dict.fromkeys(found))


def _in_turn(mutants: Sequence[Mutant], chance: random.Random) -> list[Mutant]:
    """Return the mutants of each module in a random order, the modules taking turns."""
    by_module: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        by_module[mutant.module.name].append(mutant)
    for of_one in by_module.values():
        chance.shuffle(of_one)
    return [mutant for turn in zip_longest(*by_module.values()) for mutant in turn if mutant]


def run(mutants: Sequence[Mutant], tests: Sequence[str], budget: float, jobs: int) -> dict[Mutant, Outcome]:
    """Run mutants in their order until the budget is used; return the outcome of each that was run."""
    arguments = [*PLAIN, f"--rootdir={ROOT}", "-c", str(ROOT / "pyproject.toml")]
    paths = [str(ROOT / "tests" / name) for name in tests]
    for name in LIBRARIES:
        __import__(name)
    functions_first = FunctionRun(mutants, [*arguments, *paths], budget * (1 - AT_IMPORT), jobs)
    ((_, answer),) = outcomes([(None, functions_first)], 1, confined=False)
    if not isinstance(answer, FunctionResults):
        raise SystemExit("the tests could not be collected")
    end = time.monotonic() + budget - answer.spent
    work = (
        (number, functools.partial(_at_import, mutants[number], [*arguments, *_files_of(tests)], tests, answer.seconds))
        for number, tests in _until(end, answer.later.items())
    )
    for number, outcome in outcomes(work, jobs):
        answer.found[number] = _outcome(outcome)
    return {mutants[number]: outcome for number, outcome in answer.found.items() if outcome.ending != INVALID}


def _until(end: float, work: Iterable[T]) -> Iterator[T]:
    """Give what there is to do until it is late."""
    for each in work:
        if time.monotonic() > end:
            return
        yield each


@dataclass
class FunctionResults:
    """What the first of the two processes hands over; mutants are known by their number."""

    found: dict[int, Outcome] = field(default_factory=dict)
    later: dict[int, list[str]] = field(default_factory=dict)
    """The mutants that run at import, and the tests for each."""
    seconds: dict[str, float] = field(default_factory=dict)
    spent: float = 0.0


class FunctionRun:
    """The run of all mutants in functions, in a process in which everything has been imported."""

    def __init__(self, mutants: Sequence[Mutant], arguments: Sequence[str], budget: float, jobs: int) -> None:
        self._mutants = mutants
        self._arguments = arguments
        self._budget = budget
        self._jobs = jobs
        self._results = FunctionResults()

    def __call__(self, folder: Path) -> FunctionResults:
        """Collect the tests and run the mutants."""
        pytest.main(
            [*self._arguments, f"--basetemp={folder / 'tests'}"], plugins=[Session(PACKAGE, self._work, UNWANTED)]
        )
        return self._results

    def _work(self, tests: Tests) -> None:
        tests.remember()
        tests.prepare(self._jobs, ROOT / ".cache" / "mutants", _key())
        self._results.seconds = tests.seconds
        start = time.monotonic()
        for number, outcome in outcomes(_until(start + self._budget, self._children(tests)), self._jobs):
            self._results.found[number] = _outcome(outcome)
            mutant = self._mutants[number]
            if self._results.found[number].ending == SURVIVED and mutant.place in tests.at_import:
                self._results.later[number] = _tests_of(mutant, tests)
        self._results.spent = time.monotonic() - start

    def _children(self, tests: Tests) -> Iterator[tuple[int, Callable[[Path], Outcome]]]:
        """Give a child for each mutant in a function; set aside those that run at import and those without a test."""
        live = functions(PACKAGE)
        users = Users([Module.read(PACKAGE, file) for file in PACKAGE.rglob("*.py")])
        for number, mutant in enumerate(self._mutants):
            owners = live.get(mutant.place, []) if mutant.place else []
            chosen = _tests_of(mutant, tests) if owners else _tests_at_import(mutant, tests, users)
            if not chosen:
                self._results.found[number] = Outcome("no test")
            elif not owners:
                self._results.later[number] = chosen
            else:
                yield number, functools.partial(_in_function, mutant, owners, chosen, tests)


def _tests_of(mutant: Mutant, tests: Tests) -> list[str]:
    """Return the tests that run the changed expression, or its statement where the lines of that are all that is known."""
    path = str(mutant.module.path)
    first, last = mutant.edit.lines
    begin, end = mutant.edit.statement
    return tests.of(path, range(first, last + 1)) or tests.of(path, range(begin, end + 1))


def _tests_at_import(mutant: Mutant, tests: Tests, users: Users) -> list[str]:
    """Return the tests that run a function that uses what the changed statement binds."""
    if mutant.edit.owner:
        return _tests_of(mutant, tests)
    found = {test for path, lines in users.of(mutant.edit.names) for test in tests.of(path, lines)}
    return sorted(found, key=lambda test: (tests.seconds[test], test))[:LIMIT]


def _in_function(
    mutant: Mutant, owners: Sequence[FunctionType], chosen: Sequence[str], tests: Tests, folder: Path
) -> Outcome:
    """In a child: give the function its other code, and run the tests."""
    try:
        code = mutant.code
    except SyntaxError:
        return Outcome(INVALID)
    for function in owners:
        function.__code__ = code
    assert mutant.place
    tests.forget(mutant.place)
    failed = tests.fail(chosen, folder)
    return Outcome("a test failed", failed) if failed else Outcome(SURVIVED)


def _at_import(
    mutant: Mutant, arguments: Sequence[str], chosen: Sequence[str], seconds: Mapping[str, float], folder: Path
) -> Outcome:
    """In a child where nothing of ours has been imported: serve the changed source, and run the tests."""
    try:
        compile(mutant.source, "mutant", "exec")
    except SyntaxError:
        return Outcome(INVALID)
    serve(mutant.module.path, mutant.source)
    outcome = Outcome("a test failed", "while it was imported")

    def work(tests: Tests) -> None:
        nonlocal outcome
        tests.seconds = dict(seconds)
        failed = tests.fail([test for test in chosen if test in tests.items], folder)
        outcome = Outcome("a test failed", failed) if failed else Outcome(SURVIVED)

    set_alarm(60, 300)
    pytest.main([*arguments, f"--basetemp={folder / 'tests'}"], plugins=[Session(PACKAGE, work, UNWANTED)])
    return outcome


def _outcome(answer: object) -> Outcome:
    """Return the outcome of a mutant from what its child answered."""
    if isinstance(answer, Outcome):
        return answer
    return Outcome("timed out" if answer is None else "crashed")


def _files_of(tests: Iterable[str]) -> list[str]:
    return sorted({str(ROOT / test.partition("::")[0]) for test in tests})


def _key() -> str:
    """Return a digest of everything but test files on which it rests which test runs which line."""
    digest = hashlib.blake2b(digest_size=16)
    support = [file for file in (ROOT / "tests").rglob("*") if not file.name.startswith("test_")]
    for file in sorted([*PACKAGE.rglob("*"), *support, *Path(__file__).parent.glob("mutants*.py")]):
        if file.is_file() and file.suffix not in {".pyc", ".mo"}:
            digest.update(str(file).encode() + file.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
