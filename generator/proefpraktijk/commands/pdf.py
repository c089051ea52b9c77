"""`proefpraktijk pdf`: print a handout for a team meeting, handles to cut out, or a poster."""

from __future__ import annotations

import gettext
import sys
from pathlib import Path

import click

from proefpraktijk.pipeline.handouts import print_handout
from proefpraktijk.problem_formats import rows
from proefpraktijk.render.handouts import HandoutKind
from proefpraktijk.shown_paths import shown_paths
from proefpraktijk.wording import msg

from .console import user_output
from .help_texts import TranslatedCommand, TranslatedGroup, TranslatedOption
from .site_folder import root_option

_KINDS = {
    HandoutKind.THEME: (
        msg("A theme, for a team meeting (A4): handles to tick, voices of colleagues, questions to talk about."),
        "proefpraktijk pdf theme onrust-en-overgangen",
    ),
    HandoutKind.SESSION: (
        msg("A session (A4): what the expert brought, the assignment, what the subgroups made of it."),
        "proefpraktijk pdf session 2025-2026-3",
    ),
    HandoutKind.FINDING: (
        msg("A finding (A4): the question, the short answer, and the words it rests on."),
        "proefpraktijk pdf finding samen-leren-gaat-niet-vanzelf",
    ),
    HandoutKind.HANDLES: (
        msg("The handles of a theme or a band as cards, to cut out or hang up (A4)."),
        "proefpraktijk pdf handles middenbouw",
    ),
    HandoutKind.POSTER: (
        msg("One theme's handles as a poster (A3), to be read from two metres."),
        "proefpraktijk pdf poster rustig-starten --output lerarenkamer.pdf",
    ),
}


def _print(kind: HandoutKind, key: str, root: Path, output: Path | None) -> None:
    """Write one handout."""
    to_user = user_output()
    with to_user.progress() as watch:
        printed = print_handout(root, kind, key, output, watch)
    to_user.write_rows(rows(printed.problems, (), to_user.wording, shown_paths(root)))
    if printed.file is None:
        sys.exit(1)
    to_user.write_heading(
        to_user.wording.n("{count} page: {file}", "{count} pages: {file}", printed.pages, file=str(printed.file))
    )


def _named(_ctx: click.Context, _option: click.Parameter, value: Path | None) -> Path | None:
    """Refuse what is no name of a file; `Path("")` is the current folder."""
    if value is not None and str(value) in {"-", "."}:
        raise click.BadParameter(gettext.gettext(msg("Give the name of a file, such as handout.pdf.")))
    return value


def _command(kind: HandoutKind, says: str, example: str) -> TranslatedCommand:
    def make(key: str, root: Path, output: Path | None) -> None:
        _print(kind, key, root, output)

    made = TranslatedCommand(
        kind.value,
        callback=make,
        params=[
            click.Argument(["key"], metavar="ID"),
            TranslatedOption(
                ["--output"],
                type=click.Path(dir_okay=False, path_type=Path),
                callback=_named,
                metavar="FILE",
                help=msg("Where to write it. Without it: a name of its own in this folder."),
            ),
        ],
        help=says,
        short_help=says,
        examples=(example,),
    )
    root_option()(made)
    return made


pdf = TranslatedGroup(
    "pdf",
    [_command(kind, says, example) for kind, (says, example) in _KINDS.items()],
    help=msg(
        "Make a PDF to print, of what is published: a handout for a team meeting, cards, or a poster. It is searched "
        "for names before it is written. The ID of a theme, session or finding is the last part of its address on the site."
    ),
    examples=tuple(example for _, example in _KINDS.values()),
)
