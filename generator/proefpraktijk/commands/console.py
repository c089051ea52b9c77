"""The output of commands: plain lines for a pipe, colour and progress on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from proefpraktijk.problem_formats import ProblemRow
from proefpraktijk.runtime.stopwatch import Stopwatch
from proefpraktijk.wording import Wording, msg, preferred_language


@dataclass(frozen=True, slots=True)
class UserOutput:
    """Writes a command's output, in one language."""

    wording: Wording

    def write(self, text: str = "") -> None:
        """Write a line to standard output."""
        click.echo(text)

    def write_error(self, text: str) -> None:
        """Write a line to standard error."""
        click.echo(text, err=True)

    def write_heading(self, text: str) -> None:
        """Write a line to standard output, in bold on a terminal."""
        click.secho(text, bold=True)

    def write_rows(self, rows: Iterable[ProblemRow]) -> None:
        """Write one line for each problem or hold, coloured on a terminal."""
        for row in rows:
            colour = "yellow" if row.severity == "warning" else "red"
            hint = click.style(f" ({row.hint})", dim=True) if row.hint else ""
            place = click.style(f"{row.place}:", fg="cyan")
            click.echo(f"{place} {click.style(row.rule, fg=colour, bold=True)} {row.text}{hint}")

    @contextmanager
    def progress(self) -> Iterator[Stopwatch]:
        """Yield a stopwatch that shows the current stage on a terminal, and nothing elsewhere."""
        if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
            yield Stopwatch()
            return
        from rich.console import Console  # noqa: PLC0415 - takes 0.1 s that a pipe need not wait for
        from rich.live import Live  # noqa: PLC0415

        # No refreshing thread: the pipeline forks its workers, which is safe only while there is one thread.
        with Live(console=Console(stderr=True), auto_refresh=False, transient=True) as live:
            yield _ShownStopwatch(lambda stage: live.update(f"… {self._stage(stage)}", refresh=True))

    def _stage(self, name: str) -> str:
        stages = {
            "shared": msg("reading the shared documents"),
            "reports": msg("reading and protecting the reports"),
            "weave": msg("linking"),
            "render": msg("planning the pages"),
            "stage": msg("writing the pages"),
            "engine": msg("building the site"),
            "site": msg("building the site"),
            "paper": msg("laying out the PDF"),
            "verify": msg("searching every byte of the site"),
        }
        return self.wording.t(stages[name]) if name in stages else name


class _ShownStopwatch(Stopwatch):
    def __init__(self, show: Callable[[str], None]) -> None:
        super().__init__()
        self._show = show

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self._show(name)
        with super().stage(name):
            yield


def user_output() -> UserOutput:
    """Return the output for whoever runs this command, in their language."""
    return UserOutput(Wording(preferred_language()))
