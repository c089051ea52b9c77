"""`proefpraktijk serve`: show the site in a browser on this computer, rebuilt after every edit."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from proefpraktijk.pipeline.serve import serve as serve_site
from proefpraktijk.publish.engines import ENGINES
from proefpraktijk.wording import msg

from .console import user_output
from .help_texts import command, option
from .site_folder import root_option


@command(
    msg(
        "Show the site in a browser on this computer; an edit in content/ shows by itself. Stop with Ctrl+C. What you "
        "see here is never published."
    ),
    "proefpraktijk serve",
    "proefpraktijk serve --drafts --port 8080",
)
@root_option()
@option("--drafts", is_flag=True, help=msg("Show reports without a member check too."))
@option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    default=next(iter(ENGINES)),
    help=msg("The program that makes web pages of the staged documents."),
)
@option("--host", default="127.0.0.1", help=msg("The address to listen on; others can look when it is not 127.0.0.1."))
@option("--port", type=click.IntRange(0, 65535), default=8000, help=msg("The port to listen on; 0 takes a free one."))
def serve(root: Path, engine: str, host: str, port: int, *, drafts: bool) -> None:
    """Serve the site below `root`."""
    sys.exit(serve_site(root, drafts=drafts, engine=ENGINES[engine], host=host, port=port, write=user_output().write))
