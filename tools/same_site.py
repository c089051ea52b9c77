"""Build the demo with another revision of the program and with this one, and tell whether the sites are the same bytes.

    python tools/same_site.py REVISION

Both build this tree's `content/`, `mkdocs.yml` and nothing else, each in a folder of its own and from nothing, so what
differs comes from `generator/` and `templates/`. Prints each file that differs or is only on one side; the exit status
is 1 when there is one, 2 when a build fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]


def main(revision: str) -> int:
    """Compare the site of `revision` with that of this working tree; return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        before, program, after = Path(folder, "before"), Path(folder, "program"), Path(folder, "after")
        _git("worktree", "add", "--detach", "--quiet", str(program), revision)
        try:
            if not _build(program, before) or not _build(ROOT, after):
                return 2
        finally:
            _git("worktree", "remove", "--force", str(program))
        differing = sorted(_differing(before / "site", after / "site"))
        pages = sum(1 for _ in (after / "site").rglob("index.html"))
    for path in differing:
        print(path)  # noqa: T201 - a program for the command line
    print(f"{len(differing)} of {pages} pages and their files differ from {revision}")  # noqa: T201
    return bool(differing)


def _build(program: Path, folder: Path) -> bool:
    """Build this tree's content with the `generator/` of `program`, in `folder`; tell whether that went well."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    catalogue = program / "generator/proefpraktijk/locale/nl.po"
    compiled = catalogue.with_suffix("") / "LC_MESSAGES/proefpraktijk.mo"
    compiled.parent.mkdir(parents=True, exist_ok=True)
    with catalogue.open("rb") as source, compiled.open("wb") as target:
        write_mo(target, read_po(source, locale="nl"))
    command = [sys.executable, "-P", "-m", "proefpraktijk", "build", "--root", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(program / "generator")}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        print(done.stdout + done.stderr)  # noqa: T201
    return done.returncode == 0


def _differing(one: Path, other: Path) -> set[str]:
    """Return the paths of the files that are not the same bytes in both folders."""
    sites = [
        {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()}
        for site in (one, other)
    ]
    return {path for path in sites[0].keys() | sites[1].keys() if sites[0].get(path) != sites[1].get(path)}


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=ROOT, check=True)  # noqa: S603, S607


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program's name and one argument
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
