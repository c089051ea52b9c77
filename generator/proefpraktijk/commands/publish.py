"""`proefpraktijk publish`: exactly the verified bytes, to a git repository."""

from __future__ import annotations

import sys
from pathlib import Path

from proefpraktijk.problem_formats import rows
from proefpraktijk.publish import push_site
from proefpraktijk.wording import msg

from .console import user_output
from .help_texts import command, option
from .site_folder import root_option


@command(
    msg(
        "Push site/ as one commit without history and without an author's name, so that what was withdrawn does not "
        "stay behind. Refuses when these are not the bytes that the last build searched and found clean."
    ),
    "proefpraktijk publish --remote git@github.com:vereniging/kennisbank.git",
    "proefpraktijk publish --remote kennisbank --branch gh-pages",
)
@root_option()
@option("--remote", required=True, metavar="URL|NAME", help=msg("The repository to push to, or a remote's name."))
@option("--branch", default="gh-pages", help=msg("The branch that becomes the site; all that stood on it is replaced."))
def publish(root: Path, remote: str, branch: str) -> None:
    """Publish the site below `root`."""
    to_user = user_output()
    problems = push_site(root, remote, branch)
    to_user.write_rows(rows(problems, (), to_user.wording))
    if not problems:
        to_user.write_heading(to_user.wording.t("Published on branch {branch}.", branch=branch))
    sys.exit(bool(problems))
