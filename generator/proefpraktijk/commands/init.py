"""`proefpraktijk init`: write a new site with an example of every kind of document."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from proefpraktijk.wording import msg

from .console import user_output
from .help_texts import command, option

_PLACES = {"gitignore": ".gitignore"}
"""Files with another name in the package, where git would obey one with its real name."""

_CHECKING = "controle.yml"
_PUBLISHING = {"pages": "pages.yml", "repository": "naar-openbaar.yml", "none": None}
"""Ways to publish, and the workflow of each."""


@command(
    msg(
        "Lay down a new site in the folder DIR: mkdocs.yml, a small content/ with one example of every kind of document, "
        "workflows that check and publish it, and a .gitignore. Nothing that is there already is overwritten."
    ),
    "proefpraktijk init kennisbank",
)
@click.argument("directory", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@option(
    "--publish",
    type=click.Choice(list(_PUBLISHING)),
    default="pages",
    help=msg(
        "The workflow that publishes: pages (an artefact of this repository), repository (to a public one), none."
    ),
)
def init(directory: Path, publish: str) -> None:
    """Write a new site in `directory`."""
    to_user, words = user_output(), user_output().wording
    laid = dict(_scaffold(_PUBLISHING[publish]))
    in_the_way = [path for path in laid if (directory / path).exists() or (directory / path).is_symlink()]
    if in_the_way:
        to_user.write_error(words.t("These files are in the way, so nothing was written:"))
        for path in in_the_way:
            to_user.write_error(f"  {directory / path}")
        sys.exit(1)
    for path, data in laid.items():
        target = directory / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(data)
    (directory / "content" / "media").mkdir(exist_ok=True)
    to_user.write_heading(words.n("{count} file written.", "{count} files written.", len(laid)))
    to_user.write(words.t("Next: {command}", command=f"proefpraktijk serve --root {directory}"))
    to_user.write(words.t("Then put your own people in content/roster.yml before you write the first report."))


def _scaffold(publishing: str | None) -> Iterator[tuple[str, bytes]]:
    """Yield each file of a new site: its path below the folder, and its bytes; sorted by path."""
    scaffold = files("proefpraktijk") / "scaffold"
    found = dict(_below(scaffold / "start", ""))
    for workflow in (_CHECKING, publishing):
        if workflow:
            found[f".github/workflows/{workflow}"] = (scaffold / "github" / workflow).read_bytes()
    yield from sorted(found.items())


def _below(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + _PLACES.get(entry.name, entry.name), entry.read_bytes()
