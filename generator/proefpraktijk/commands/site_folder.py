"""The option `--root`: which folder holds the site that a command works on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from proefpraktijk.wording import msg

from .help_texts import F, option

CONTENT = "content"
CONFIGURATION = "mkdocs.yml"


def enclosing_site(start: Path) -> Path | None:
    """Return `start` or the nearest folder above it that holds both `mkdocs.yml` and `content/`; None: there is none."""
    return next((p for p in (start, *start.parents) if (p / CONFIGURATION).is_file() and (p / CONTENT).is_dir()), None)


def _chosen(_ctx: click.Context, _option: click.Parameter, value: Path | None) -> Path:
    return value or enclosing_site(Path.cwd()) or Path()


def root_option() -> Callable[[F], F]:
    """Declare `--root`: the folder given, else the site around the current folder, else the current folder."""
    return option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=_chosen,
        metavar="DIR",
        help=msg("The folder of the site. Without it: this folder, or the nearest one above it that holds a site."),
    )
