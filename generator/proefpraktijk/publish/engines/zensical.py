"""Zensical, the successor of Material for MkDocs.

It takes no other folders than those in its configuration file, wants them beside that file, keeps its cache there
too, and a cache can hold text that was withdrawn. So each build gets a project folder of its own with hard links to
the staged documents, and the whole folder goes afterwards.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from proefpraktijk.model.problem import Problem, Severity
from proefpraktijk.runtime.file_trees import link, listing

from .engine import Job, complaint, engine_environment, installed, make_theme_folders

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Zensical:
    """The engine Zensical; it always builds everything."""

    name: str = "zensical"
    partial: bool = False

    def versions(self) -> str | Problem:
        """Return all versions its output depends on, or the Problem that it is not installed."""
        return installed(self.name, ("Markdown", "pymdown-extensions", "Pygments"))

    def build(self, job: Job) -> tuple[Problem, ...]:
        """Build the site in a project folder of its own."""
        project = Path(os.path.realpath(job.work)) / "zensical"
        link(job.docs, project / "docs", [path for path, _ in listing(job.docs)])
        config = project / "mkdocs.yml"
        config.write_text(_configuration(job), encoding="utf-8")
        run = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-P", "-m", "zensical", "build", "--clean", "--config-file", os.fspath(config)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=engine_environment(),
            cwd=project,
            check=False,
        )
        output = _COLOUR.sub("", run.stdout.decode("utf-8", "replace")).strip()
        if run.returncode != 0 or not (project / "site").is_dir():
            return (complaint(self.name, _readable(output) or "stopped without saying why", Severity.ERROR),)
        (project / "site").replace(job.out)
        return _warnings(self.name, output)


def _configuration(job: Job) -> str:
    """Return a configuration that takes over the site's own (JSON is YAML) and only moves its folders."""
    make_theme_folders(job)
    moved: dict[str, object] = {"INHERIT": os.path.abspath(job.config_file), "docs_dir": "docs", "site_dir": "site"}  # noqa: PTH100
    if job.settings.own_theme:
        moved["theme"] = {"custom_dir": os.path.abspath(job.theme)}  # noqa: PTH100
    return json.dumps(moved)


def _readable(output: str) -> str:
    """Return its output without its progress lines and without the frames of a traceback."""
    lines = [
        line for line in output.splitlines() if line.strip() and not line.startswith(("Build ", "  ", "Traceback"))
    ]
    return " ".join(line for line in lines if line != "No issues found")


def _warnings(engine: str, output: str) -> tuple[Problem, ...]:
    """Return its warnings: a line with the message, then a drawing that begins with the place."""
    found = re.findall(r"^Warning: (.+)\n.*\[ ?(\S+?) ?\]", output, flags=re.MULTILINE)
    return tuple(complaint(engine, f"{place}: {message}", Severity.WARNING) for message, place in dict.fromkeys(found))
