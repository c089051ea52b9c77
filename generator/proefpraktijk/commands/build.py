"""`proefpraktijk build`: build the site, or show why there is none."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.safe import Publication
from proefpraktijk.pipeline.build import Built
from proefpraktijk.pipeline.build import build as build_site
from proefpraktijk.problem_formats import rows
from proefpraktijk.publish.engines import ENGINES
from proefpraktijk.shown_paths import shown_paths
from proefpraktijk.wording import Wording, msg

from .console import UserOutput, user_output
from .help_texts import command, option
from .site_folder import root_option


@command(
    msg(
        "Build site/ from all that may be published. Held, draft, withdrawn and refused reports stay out and are listed. "
        "The old site stays in place until the new one is whole and every byte of it is searched. Ends with 0 when a "
        "site was written."
    ),
    "proefpraktijk build",
    "proefpraktijk build --engine zensical --timings",
)
@root_option()
@option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    default=next(iter(ENGINES)),
    help=msg("The program that makes web pages of the staged documents."),
)
@option("--timings", is_flag=True, help=msg("Write how long each stage took, as JSON, to standard error."))
def build(root: Path, engine: str, *, timings: bool) -> None:
    """Build the site below `root`."""
    to_user = user_output()
    with to_user.progress() as watch:
        built = build_site(root, engine=ENGINES[engine], watch=watch)
    shown = shown_paths(root)
    to_user.write_rows(rows(built.problems, built.content.holds, to_user.wording, shown))
    _list_left_out(to_user, built.content.publications, shown)
    _sum_up(to_user, root, built)
    if timings:
        to_user.write_error(json.dumps({"stages": {name: round(spent, 4) for name, spent in watch.seconds.items()}}))
    sys.exit(built.site is None)


def _list_left_out(
    to_user: UserOutput, publications: Mapping[ContentPath, Publication], shown: Callable[[str], str]
) -> None:
    for state, heading in _left_out(to_user.wording).items():
        paths = sorted(shown(path) for path, found in publications.items() if found is state)
        if paths:
            to_user.write_heading(heading)
            for path in paths:
                to_user.write(f"  {path}")


def _left_out(wording: Wording) -> dict[Publication, str]:
    return {
        Publication.HELD: wording.t("Held: a reviewer must look first"),
        Publication.REFUSED: wording.t("Refused: there are mistakes to mend"),
        Publication.DRAFT: wording.t("Draft: no member check yet"),
        Publication.WITHDRAWN: wording.t("Withdrawn"),
    }


def _sum_up(to_user: UserOutput, root: Path, built: Built) -> None:
    words = to_user.wording
    published = sum(state is Publication.PUBLISHED for state in built.content.publications.values())
    if built.site is None:
        to_user.write_heading(words.t("No site was written; the one that was there, if any, is untouched."))
        return
    to_user.write_heading(
        words.n("{count} report published.", "{count} reports published.", published)
        + " "
        + words.n("{count} page in {folder}.", "{count} pages in {folder}.", built.pages, folder=str(built.site))
    )
    where = "" if root == Path() else f" --root {root}"
    to_user.write(words.t("Look at it with: {command}", command=f"proefpraktijk serve{where}"))
