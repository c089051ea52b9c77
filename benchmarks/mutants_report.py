"""The outcome of each mutant, the reasons why some cannot matter, and the table of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from leaks_intervals import share
from mutants_edits import __doc__ as not_made
from mutants_source import Mutant

KILLED = ("a test failed", "timed out", "crashed")
METHOD = """\
A mutant is the program with one small fault: a condition turned round or dropped, `and` for `or`, another comparison, a
constant one more or one less, an empty string, an element of a list left out, a `not` dropped, another answer returned, a
call, an assignment to a part, a `continue`, a `break`, a `raise` or an early `return` taken out, two arguments swapped, one
side of an operator left out, an edge or a number of times in a regular expression loosened. It is *killed* when a test
fails, does not end, or the process does; else it *survived*. *Excused*: in `mutants_reasons.yml` stands why it cannot matter;
the score is killed / (run - excused), with its 95 % interval by Wilson's formula where a sample was run. Tests that need a
browser or a whole built site are not used, nor any that takes longer than four seconds; Hypothesis tries 25 examples.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became clear about a mutant."""

    ending: str
    """One of `KILLED`, `survived`, or `no test` when none runs the changed lines."""
    test: str = ""
    """The test that failed."""

    @property
    def survived(self) -> bool:
        """Whether nothing noticed the fault."""
        return self.ending not in KILLED


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a mutant that survives cannot matter. Known by what stands in the source, so that other lines may move."""

    module: str
    function: str
    line: str
    change: str
    why: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What it is known by."""
        return self.module, self.function, self.line, self.change


def key_of(mutant: Mutant) -> tuple[str, str, str, str]:
    """Return what a mutant is known by in the list of reasons."""
    return mutant.module.name, mutant.edit.owner, mutant.line, mutant.change


def read_reasons(file: Path) -> list[Reason]:
    """Read the list of reasons: a mapping of module, function, line and change to the reason."""
    if not file.exists():
        return []
    return [
        Reason(module, function or "", entry["line"], entry["change"], entry["why"])
        for module, by_function in (yaml.safe_load(file.read_text(encoding="utf-8")) or {}).items()
        for function, entries in by_function.items()
        for entry in entries
    ]


def unmatched(reasons: Collection[Reason], made: Collection[Mutant]) -> list[Reason]:
    """Return the reasons about a module that was mutated, and no mutant in it."""
    keys = {key_of(mutant) for mutant in made}
    modules = {mutant.module.name for mutant in made}
    return [reason for reason in reasons if reason.module in modules and reason.key not in keys]


@dataclass(slots=True)
class Count:
    """The figures of one module, or of all."""

    made: int = 0
    run: int = 0
    killed: int = 0
    excused: int = 0

    @property
    def survived(self) -> int:
        """Neither killed nor excused."""
        return self.run - self.killed - self.excused

    def row(self, name: str) -> str:
        """Return the figures as a row of the table."""
        score = share(self.killed, self.run - self.excused)
        shown = "–" if not self.run - self.excused else f"{score.value:.1%}"
        if self.run < self.made and self.run:
            shown += f" ({score.low:.1%}–{score.high:.1%})"
        return f"| {name} | {self.made} | {self.run} | {self.killed} | {self.excused} | {self.survived} | {shown} |"


def counts(
    made: Sequence[Mutant], found: Mapping[Mutant, Outcome], reasons: Collection[Reason]
) -> tuple[dict[str, Count], Count]:
    """Return the figures of each module, and of all together."""
    excused = {reason.key for reason in reasons}
    by_module: dict[str, Count] = defaultdict(Count)
    total = Count()
    for mutant in made:
        for count in (by_module[mutant.module.name], total):
            count.made += 1
            if (outcome := found.get(mutant)) is not None:
                count.run += 1
                count.killed += not outcome.survived
                count.excused += outcome.survived and key_of(mutant) in excused
    return by_module, total


def table(made: Sequence[Mutant], found: Mapping[Mutant, Outcome], reasons: Collection[Reason]) -> str:
    """Return the figures as a table in Markdown."""
    by_module, total = counts(made, found, reasons)
    head = (
        "| module | made | run | killed | excused | survived | score |\n| :-- | --: | --: | --: | --: | --: | --: |\n"
    )
    rows = [count.row(name) for name, count in sorted(by_module.items())]
    return head + "\n".join([*rows, total.row("**all**")]) + "\n"


def survivors(made: Sequence[Mutant], found: Mapping[Mutant, Outcome], reasons: Collection[Reason]) -> str:
    """Return what survived and has no reason, in the form in which the list of reasons is written."""
    excused = {reason.key for reason in reasons}
    grouped: dict[str, dict[str, dict[tuple[str, str], str]]] = defaultdict(lambda: defaultdict(dict))
    for mutant in made:
        outcome = found.get(mutant)
        if outcome and outcome.survived and key_of(mutant) not in excused:
            why = f"{outcome.ending}, line {mutant.edit.lines[0]}"
            grouped[mutant.module.name][mutant.edit.owner][mutant.line, mutant.change] = why
    entries = {
        module: {
            function: [{"line": line, "change": change, "why": why} for (line, change), why in changes.items()]
            for function, changes in sorted(by_function.items())
        }
        for module, by_function in sorted(grouped.items())
    }
    return yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=1000) if entries else ""


def report(
    made: Sequence[Mutant],
    found: Mapping[Mutant, Outcome],
    reasons: Collection[Reason],
    how: str,
) -> str:
    """Return the whole report in Markdown; `how` says how the figures came about."""
    parts = ["# Results of `benchmarks/mutants.py`\n", METHOD, _said(not_made), how, table(made, found, reasons)]
    if left := survivors(made, found, reasons):
        parts.append(f"## Survived, without a reason\n\n```yaml\n{left}```\n")
    if lost := unmatched(reasons, made):
        parts.append("## Reasons that match nothing any more\n")
        parts.append(
            "".join(f"- {reason.module} {reason.function}: `{reason.line}`: {reason.change}\n" for reason in lost)
        )
    return "\n".join(parts)


def _said(docstring: str | None) -> str:
    """Return the part of the docstring of `mutants_edits` that says what is not made."""
    return (docstring or "").partition("\n\n")[2]
