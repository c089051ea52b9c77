"""The program as a user runs it, on a site of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from proefpraktijk.cli import main

ROW = re.compile(r"^(?P<path>\S.*?):(?P<line>\d+):(?P<column>\d+): (?P<rule>PP\d{3}|HOLD-[a-z]+) (?P<text>\S.*)$")
"""A problem or a hold as it is told."""


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said on both streams."""

    code: int
    text: str

    @property
    def rows(self) -> list[re.Match[str]]:
        """Return its problems and holds."""
        return [row for line in self.text.splitlines() if (row := ROW.match(line))]

    @property
    def rules(self) -> list[str]:
        """Return `path:line:column: RULE` of each problem and hold."""
        return [f"{row['path']}:{row['line']}:{row['column']}: {row['rule']}" for row in self.rows]


def run(*arguments: str | Path, language: str = "en") -> Said:
    """Run a command in this process; an exception that escapes it ends with 1 and shows its kind, so tests see it."""
    environment = {"PROEFPRAKTIJK_LANG": language, "PROEFPRAKTIJK_DEBUG": "", "NO_COLOR": "1"}
    result = CliRunner().invoke(main, [*map(str, arguments)], env=environment, prog_name="proefpraktijk")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(int(result.exit_code), result.output)


def build(root: Path, *options: str) -> Said:
    """Build the site below `root`."""
    return run("build", "--root", root, *options)


def built(root: Path, *options: str) -> Path:
    """Build the site below `root` and return its folder; fail when none was written."""
    said = build(root, *options)
    assert said.code == 0, said.text
    return root / "site"


def start(*arguments: str | Path, **environment: str) -> subprocess.Popen[bytes]:
    """Start a command as a process of its own, at the head of a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "proefpraktijk", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **environment},
        start_new_session=True,
    )


def finished(*arguments: str | Path, **environment: str) -> None:
    """Run a command as a process of its own; fail when it fails."""
    with start(*arguments, **environment) as process:
        output, _ = process.communicate()
    assert process.returncode == 0, output.decode()


def change(file: Path, old: str, new: str) -> None:
    """Replace the first `old` in a file by `new`; fail when it is not there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} does not hold what the test wants to change"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
