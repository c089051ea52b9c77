"""All that any command says, logs or leaves behind, in a process of its own with every log and warning turned on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from attack.planting import Plant
from attack.search import Search
from endtoend.trees import tree

_LOUD = """
import logging, runpy, sys, warnings
logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
logging.raiseExceptions = True
warnings.simplefilter("always")
sys.argv[0] = "proefpraktijk"
runpy.run_module("proefpraktijk", run_name="__main__")
"""
_PATIENCE = 120


class Shell:
    """Runs commands in a home of their own and remembers all that they said."""

    def __init__(self, home: Path, root: Path) -> None:
        """Begin with silence."""
        self.home, self.root, self.said = home, root, dict[str, str]()
        home.mkdir()

    def start(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        """Start a command with everything turned on."""
        ours = {
            "HOME": self.home,
            "TMPDIR": self.home,
            "PROEFPRAKTIJK_LANG": "nl",
            "PYTHONPATH": os.pathsep.join(str(Path(place).resolve()) for place in sys.path if place),
            "COLUMNS": "400",
        }
        return subprocess.Popen(
            [sys.executable, "-c", _LOUD, *map(str, arguments)],
            cwd=self.root,
            env={**os.environ, **{key: str(value) for key, value in ours.items()}},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def run(self, *arguments: str | Path) -> int:
        """Run a command to its end."""
        process = self.start(*arguments)
        output, _ = process.communicate(timeout=_PATIENCE)
        self.said[" ".join(map(str, arguments[:4]))] = output.decode("utf-8", "replace")
        return process.returncode

    @property
    def last(self) -> str:
        """The end of what was said last."""
        return [*self.said.values()][-1][-2_000:]

    def serve(self) -> None:
        """Serve the site until it says where it is, then end it with Ctrl+C."""
        with self.start("serve", "--port", "0", "--drafts") as process:
            assert process.stdout
            heard = []
            for line in process.stdout:
                heard.append(line)
                if b"http://" in line:
                    process.send_signal(signal.SIGINT)
                    break
            heard.append(process.stdout.read())
        self.said["serve"] = b"".join(heard).decode("utf-8", "replace")


@pytest.fixture
def shell(handful: tuple[Path, tuple[Plant, ...]], tmp_path: Path) -> Shell:
    """Give a shell in a site in which names stand everywhere."""
    return Shell(tmp_path / "thuis", handful[0])


def _git(folder: Path, *arguments: str) -> str:
    told = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=True)
    return told.stdout.decode("utf-8", "replace")


def test_no_command_tells_a_name(handful: tuple[Path, tuple[Plant, ...]], shell: Shell, tmp_path: Path) -> None:
    """Output, logs, warnings, files in the home folder, and every object of what is published hold no planted name."""
    root, plants = handful
    remote = tmp_path / "openbaar.git"
    subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)
    for form in ("text", "json", "github", "sarif"):
        assert shell.run("check", "--format", form) == 1, shell.last
    shell.run("check", "--risk")
    assert shell.run("review", "--list") == 1
    assert shell.run("build", "--timings") == 0, shell.last
    assert shell.run("publish", "--remote", remote) == 0, shell.last
    shell.run("stats")
    shell.run("stats", "--format", "json")
    files = sorted(path.relative_to(root) for path in (root / "content").rglob("*.*") if path.is_file())
    shell.run("scan", *files)
    shell.run("scan", "--format", "json", "--plain", *files)
    shell.run("new", "report", "--title", "Een rustige dag")
    shell.run("init", tmp_path / "andere")
    shell.serve()

    search = Search({plant.called: plant.secrets for plant in plants})
    assert len(shell.said) > 12
    assert all("proef-" in shell.said[f"check --format {form}"] for form in ("text", "json", "github", "sarif"))
    assert not {what: found for what, said in shell.said.items() if (found := search.in_text(said))}
    assert not [what for what, said in shell.said.items() if "Traceback" in said or "Warning" in said]
    assert not {path for path, data in tree(shell.home).items() if search.in_bytes(data) | search.in_text(path)}

    objects = _git(remote, "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)").splitlines()
    kinds = [one.split() for one in objects]
    assert sum(kind == "commit" for _name, kind in kinds) == 1
    shown = "\n".join(_git(remote, "cat-file", "-p", name) for name, kind in kinds if kind != "blob")
    assert not search.in_text(shown)
    published = tmp_path / "opgehaald"
    subprocess.run(["git", "clone", "--quiet", "--branch", "gh-pages", remote, published], check=True)
    assert not search.in_folder(published)
