"""Commands, options and groups whose help is translated when it is shown, and ends with examples.

Help texts are message ids. `wording.use_language` has set the language and the catalogue of gettext.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from proefpraktijk.wording import msg

F = TypeVar("F", bound=Callable[..., Any] | click.Command)


class TranslatedCommand(click.Command):
    """A command with translated help, and examples."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **settings: Any) -> None:
        """Take the example lines beside all that click takes."""
        super().__init__(*args, **settings)
        self.examples = examples

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` in the language of this run."""
        return _in_this_language(super().get_help_option(ctx))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write what the command does."""
        _write_help(self, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the examples."""
        _write_examples(self.examples, formatter)

    def get_short_help_str(self, limit: int = 100) -> str:
        """Return the translated line in a list of commands."""
        return gettext.gettext(self.short_help) if self.short_help else super().get_short_help_str(limit)


class TranslatedGroup(click.Group):
    """A group of commands with translated help, and examples."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **settings: Any) -> None:
        """Take the example lines beside all that click takes."""
        super().__init__(*args, **settings)
        self.examples = examples

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` in the language of this run."""
        return _in_this_language(super().get_help_option(ctx))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write what the commands are for."""
        _write_help(self, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the examples."""
        _write_examples(self.examples, formatter)


class TranslatedOption(click.Option):
    """An option with translated help."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return its names and its translated help."""
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        return record[0], record[1].replace(self.help, gettext.gettext(self.help))


def command(help: str, *examples: str) -> Callable[[Callable[..., Any]], click.Command]:  # noqa: A002 - click's word
    """Declare a command, named after its function; `help` is a message id, `examples` are whole lines."""
    return click.command(cls=TranslatedCommand, help=help, examples=examples)


def option(*names: str, help: str, **settings: Any) -> Callable[[F], F]:  # noqa: A002 - click's word
    """Declare an option; `help` is a message id."""
    return click.option(*names, cls=TranslatedOption, help=help, **settings)


def _in_this_language(option: click.Option | None) -> click.Option | None:
    """Return click's own `--help`, which click makes once in a process, in the current language."""
    if option is not None:
        option.help = gettext.gettext("Show this message and exit.")
    return option


def _write_help(described: click.Command, formatter: click.HelpFormatter) -> None:
    if described.help:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(gettext.gettext(described.help))


def _write_examples(examples: Sequence[str], formatter: click.HelpFormatter) -> None:
    """Write the example lines verbatim."""
    if examples:
        heading = msg("Example") if len(examples) == 1 else msg("Examples")
        with formatter.section(gettext.gettext(heading)):
            formatter.write_text("\b\n" + "\n".join(examples))
