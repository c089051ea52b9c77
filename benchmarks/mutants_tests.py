"""Which tests run which lines, how long each takes, and a run of some of them in a child.

All of it happens inside one pytest session that has collected the tests and set up nothing but what is set up once.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import coverage
import hypothesis
import pytest
from _pytest.runner import runtestprotocol

from mutants_children import outcomes, set_alarm
from mutants_source import Place, placed

SLOW = 4.0
"""Seconds of work: a test that takes longer is not used."""
EXAMPLES = 25
"""Hypothesis tries so many examples at most, always the same ones."""
COSTLY = 0.2
"""Seconds: a function without arguments that remembers its answer is called beforehand when it takes longer."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What one test file told when it ran: seconds of each test that passes, and the lines each of them runs."""

    seconds: dict[str, float]
    lines: dict[str, dict[int, frozenset[str]]]
    """For each module, by its path, and each line of it, the ids of the tests."""


@dataclass
class Tests:
    """The collected tests, ready to be run in a child."""

    items: dict[str, pytest.Item]
    root: Path
    """The folder of the modules that are mutated."""
    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[int, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    at_import: set[Place] = field(default_factory=set)
    """Path, qualified name and first line of each function that was called while modules were imported."""
    remembered: dict[Any, set[Place]] = field(default_factory=dict)
    """For each costly answer that is remembered: the functions that made it."""

    def of(self, path: str, lines: Iterable[int]) -> list[str]:
        """Return the tests that run one of these lines of a module, the fastest first."""
        known = self.lines.get(path, {})
        return sorted(
            set().union(*(known.get(line, ()) for line in lines)), key=lambda test: (self.seconds[test], test)
        )

    def fail(self, tests: Sequence[str], folder: Path) -> str | None:
        """Run these tests in this child until one fails, and return that one. Stops the process when one goes on."""
        for report, test in self._reports(tests, folder):
            if report.failed:
                return test
        return None

    def _reports(self, tests: Sequence[str], folder: Path) -> Iterator[tuple[pytest.TestReport, str]]:
        items = [self.items[test] for test in tests]
        if not items:
            return
        items[0].config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]
        items[0].session._setupstate.teardown_exact(items[0])
        for test, item, following in zip(tests, items, [*items[1:], None], strict=True):
            usual = self.seconds.get(test, SLOW)
            set_alarm(1 + 8 * usual, 30 + 60 * usual)
            try:
                reports = runtestprotocol(item, log=False, nextitem=following)
            except BaseException as error:  # noqa: BLE001 - also what pytest lets through
                reports = [pytest.TestReport(test, item.location, {}, "failed", str(error), "call")]
            for report in reports:
                yield report, test

    # Preparing

    def prepare(self, jobs: int, store: Path, key: str) -> None:
        """Learn what each test takes and runs. What a file told before is used again while nothing it rests on changed."""
        by_file: dict[Path, list[str]] = defaultdict(list)
        for test, item in self.items.items():
            by_file[item.path].append(test)
        kept = {file: store / f"{_digest(key, file)}.pickle" for file in by_file}
        new = [
            (file, lambda folder, tests=tests: self._traced(tests, folder))
            for file, tests in by_file.items()
            if not kept[file].exists()
        ]
        store.mkdir(parents=True, exist_ok=True)
        for file, answer in outcomes(new, jobs):
            trace = answer if isinstance(answer, Trace) else Trace({}, {})
            if trace is not answer:
                print(f"not used, because it does not run by itself: {file} ({answer})")
            kept[file].write_bytes(pickle.dumps(trace))
        for file, tests in by_file.items():
            trace = pickle.loads(kept[file].read_bytes())
            if left := [test for test in tests if test not in trace.seconds]:
                print(f"not used, because it fails or takes longer than {SLOW} s: {len(left)} in {file.name}")
            self.seconds |= trace.seconds
            for path, lines in trace.lines.items():
                for line, names in lines.items():
                    self.lines[path][line] |= names & trace.seconds.keys()

    def _traced(self, tests: Sequence[str], folder: Path) -> Trace:
        """Run the tests of one file in this child, once for their lines and once for their time."""
        shared = ""
        caches = [cache for cache in remembering(self.root) if cache not in self.remembered]
        measured = coverage.Coverage(data_file=None, source=[str(self.root)], branch=False, messages=False)
        recorder = _SharedFixtures(measured, shared)
        session = self.items[tests[0]].session
        session.config.pluginmanager.register(recorder)
        measured.start()
        failed = set()
        for number, test in enumerate(tests):
            for cache in caches:
                cache.cache_clear()
            recorder.test = test
            measured.switch_context(test)
            following = tests[number + 1 :]
            failed |= self._failing(test, following[0] if following else None, folder)
        measured.stop()
        session.config.pluginmanager.unregister(recorder)
        with warnings.catch_warnings(action="ignore"):  # a file of which no test runs a line of ours is no fault
            data = measured.get_data()
        lines = {
            path: {
                line: frozenset(tests) if shared in contexts else frozenset(contexts)
                for line, contexts in data.contexts_by_lineno(path).items()
            }
            for path in data.measured_files()
        }
        seconds = {}
        for test in tests:
            start = _worked()
            if test not in failed and not self._failing(test, None, folder):
                seconds[test] = _worked() - start
        return Trace({test: took for test, took in seconds.items() if took <= SLOW}, lines)

    def _failing(self, test: str, following: str | None, folder: Path) -> set[str]:
        item = self.items[test]
        item.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]
        item.session._setupstate.teardown_exact(item)
        set_alarm(60, 600)
        reports = runtestprotocol(item, log=False, nextitem=self.items[following] if following else item.session)
        return {test} if any(report.failed or report.skipped for report in reports) else set()

    def remember(self) -> None:
        """Call what takes long and remembers its answer, and note what made the answer."""
        for cache in remembering(self.root):
            called: set[Place] = set()
            start = _worked()
            with noting_calls(self.root, called):
                try:
                    cache()
                except TypeError:
                    continue
            if _worked() - start > COSTLY:
                self.remembered[cache] = called
            else:
                cache.cache_clear()

    def forget(self, function: Place) -> None:
        """Clear every answer that the function had a part in."""
        for cache in remembering(self.root):
            if function in self.remembered.get(cache, {function}):
                cache.cache_clear()


class _SharedFixtures:
    """A plugin: the lines that a fixture runs for several tests of a file count for every test of that file."""

    def __init__(self, measured: coverage.Coverage, shared: str) -> None:
        self.test = ""
        self._measured = measured
        self._shared = shared

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, object, object]:
        if fixturedef.scope == "function":
            return (yield)
        self._measured.switch_context(self._shared)
        try:
            return (yield)
        finally:
            self._measured.switch_context(self.test)


@contextmanager
def noting_calls(root: Path, called: set[Place]) -> Iterator[None]:
    """Note the functions below `root` that are called inside the block."""
    start = f"{root}{os.sep}"

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(start):
            called.add(placed(frame.f_code))

    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(None)


def remembering(root: Path) -> list[Any]:
    """Return the functions of the modules below `root` that remember their answers."""
    found = {}
    for module in list(sys.modules.values()):
        if str(getattr(module, "__file__", None) or "").startswith(str(root) + os.sep):
            for value in vars(module).values():
                if callable(getattr(value, "cache_clear", None)) and not isinstance(value, type):
                    found[id(value)] = value
    return list(found.values())


class Session:
    """A plugin: pytest collects the tests, and then `work` is done in place of running them."""

    def __init__(self, root: Path, work: Callable[[Tests], None], unwanted: Sequence[str]) -> None:
        self.tests = Tests({}, root)
        self._work = work
        self._unwanted = frozenset(unwanted)

    def pytest_sessionstart(self) -> None:
        """Let Hypothesis try few examples, always the same."""
        hypothesis.settings.register_profile(
            "mutants", database=None, derandomize=True, deadline=None, max_examples=EXAMPLES
        )
        hypothesis.settings.load_profile("mutants")

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Generator[None, object, object]:
        """Note what is called while the tests are imported."""
        with noting_calls(self.tests.root, self.tests.at_import):
            return (yield)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Set up what all tests share, in the way of a test that does nothing; then do the work."""
        items = [item for item in session.items if not self._unwanted & set(getattr(item, "fixturenames", ()))]
        assert items, "no tests"
        for item in items:
            _few_examples(item)
        self.tests.items = {item.nodeid: item for item in items}
        parent = items[0].parent
        nothing = pytest.Function.from_parent(parent, name="nothing", callobj=lambda: None)
        reports = runtestprotocol(nothing, log=False, nextitem=items[0])
        assert all(report.passed for report in reports), reports
        session._setupstate.teardown_exact(session)
        self._work(self.tests)
        return True


def _worked() -> float:
    """Return the seconds of work of this process and those it started; the clock says too much on a busy machine."""
    return sum(os.times()[:4])


def _few_examples(item: pytest.Item) -> None:
    function = getattr(item, "obj", None)
    given = getattr(function, "_hypothesis_internal_use_settings", None)
    if given is not None:
        function = getattr(function, "__func__", function)
        function._hypothesis_internal_use_settings = hypothesis.settings(
            given,
            max_examples=min(given.max_examples, EXAMPLES),
            database=None,
            derandomize=True,
            deadline=None,
            suppress_health_check=list(hypothesis.HealthCheck),
        )


def _digest(key: str, file: Path) -> str:
    return hashlib.blake2b(key.encode() + str(file).encode() + file.read_bytes(), digest_size=16).hexdigest()
