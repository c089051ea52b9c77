"""The command line: all commands by name, in the language of the user; a mistake of ours ends in one line."""

from __future__ import annotations

import gettext
import importlib
import os
import sys
import traceback
from collections.abc import Iterator
from typing import Any

import click

from . import __version__
from .commands.help_texts import TranslatedGroup, TranslatedOption
from .wording import msg, preferred_language, use_language

_COMMANDS = {
    "init": msg("Lay down a new site with an example of every kind of document."),
    "new": msg("Begin a report, a session, a theme or a finding."),
    "check": msg("Tell everything that is wrong or doubtful."),
    "review": msg("Decide on what is doubtful, one by one."),
    "scan": msg("Tell what would be replaced or held in any text file."),
    "build": msg("Build the site from what may be published."),
    "serve": msg("Show the site on this computer and follow every edit."),
    "pdf": msg("Make a handout, cards or a poster to print."),
    "publish": msg("Push the verified site to a git repository."),
    "stats": msg("Count what there is, without naming anyone."),
}
"""Each command, in the order of a first use. Its module in `commands/` is loaded when it is used."""

_OUR_FAULT = 70
"""EX_SOFTWARE of sysexits.h."""


class CommandLine(TranslatedGroup):
    """The group of all commands, in the user's language; it shows a mistake of ours in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load one command."""
        if cmd_name not in _COMMANDS:
            return None
        found: click.Command = getattr(importlib.import_module(f"proefpraktijk.commands.{cmd_name}"), cmd_name)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for.

        Raises:
            click.exceptions.NoSuchCommand: there is none; it suggests the command that may be meant.
        """
        if args[0].isalpha() and args[0] not in _COMMANDS:
            raise click.exceptions.NoSuchCommand(args[0], possibilities=list(_COMMANDS), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table of commands without loading them."""
        with formatter.section(gettext.gettext("Commands")):
            formatter.write_dl([(name, gettext.gettext(summary)) for name, summary in _COMMANDS.items()])

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run a command; exit 0 clean, 1 problems or holds, 2 usage, 70 a mistake of ours."""
        use_language(preferred_language())
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        if os.environ.get("NO_COLOR"):
            settings["color"] = False
        try:
            return super().main(*args, **settings)
        except OSError as error:
            click.echo(_refused(error), err=True)
            sys.exit(1)
        except Exception as error:  # noqa: BLE001 - whatever it is, its text may hold what a teacher wrote
            click.echo(_mistake(error), err=True)
            sys.exit(_OUR_FAULT)


def _refused(error: OSError) -> str:
    """Return the reason that the operating system gave, without the file name, which may be someone's name."""
    reason = error.strerror or type(error).__name__
    return gettext.gettext(msg("The computer refused to read or write a file: {reason}")).format(reason=reason)


def _mistake(error: BaseException) -> str:
    """Return a line on a mistake of ours; with PROEFPRAKTIJK_DEBUG=1 also where, but never the values involved."""
    sentence = msg(
        "Something went wrong that is not your doing ({kind}). Please report it; "
        "with PROEFPRAKTIJK_DEBUG=1 it says where."
    )
    line = gettext.gettext(sentence).format(kind=type(error).__name__)
    return "\n".join([line, *_frames(error)]) if os.environ.get("PROEFPRAKTIJK_DEBUG") == "1" else line


def _frames(error: BaseException | None) -> Iterator[str]:
    """Yield the stack of an error and of its causes, without their messages: these may quote what was read."""
    while error is not None:
        yield f"{type(error).__module__}.{type(error).__qualname__}"
        yield from (f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__))
        error = error.__cause__ or error.__context__


def _show_version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's signature
    if asked:
        click.echo(f"proefpraktijk {__version__}")
        ctx.exit()


main = CommandLine(
    name="proefpraktijk",
    help=msg(
        "Turn what teachers learn from each other into a public knowledge base in which nobody is named. "
        "Everything in content/ is secret; only what has passed the airlock goes out."
    ),
    examples=("proefpraktijk init kennisbank", "proefpraktijk build --root kennisbank"),
    params=[
        TranslatedOption(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            help=msg("Show the version and exit."),
            callback=_show_version,
        )
    ],
)
