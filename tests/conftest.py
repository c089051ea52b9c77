"""What tests of several houses share: a browser, and the demo site, built once."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from endtoend.serving import serving
from ensure_programs import browser as browser_program
from laws import register

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

# A run in the background of a script ignores Ctrl-C, and so would the programs that tests send it to.
signal.signal(signal.SIGINT, signal.default_int_handler)


register()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the folders that take long, so that the workers, who take a file at a time, end together."""
    items.sort(key=lambda item: _LONG.index(found) if (found := item.path.parent.name) in _LONG else len(_LONG))


_LONG = ("site", "attack")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the root of this repository."""
    return ROOT


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a headless Chromium that asks nothing of the network by itself."""
    program = browser_program()
    assert program, "run: python tests/ensure_programs.py"
    arguments = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=arguments)
        yield started
        started.close()


@pytest.fixture(scope="session")
def demo_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the demo has been built once for all workers: `content`, `site`, `build`, `.cache`.

    It is shared: whoever wants to change something copies it first.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root, done = shared / "demo", shared / "demo.done"
    with FileLock(shared / "demo.lock"):
        if not done.exists():
            shutil.rmtree(root, ignore_errors=True)
            shutil.copytree(ROOT / "content", root / "content")
            shutil.copy(ROOT / "mkdocs.yml", root)
            run = subprocess.run(
                [sys.executable, "-m", "proefpraktijk", "build", "--root", root],
                capture_output=True,
                text=True,
                check=False,
            )
            assert run.returncode == 0, run.stdout + run.stderr
            done.touch()
    return root


@pytest.fixture(scope="session")
def demo_site(demo_root: Path) -> Path:
    """Return the folder of the demo's built site; not to be changed."""
    return demo_root / "site"


@pytest.fixture(scope="session")
def demo_url(demo_site: Path) -> Iterator[str]:
    """Serve the demo under /kennisbank/, as a project page is served; give its address."""
    with serving(demo_site) as url:
        yield url


@pytest.fixture(scope="session", autouse=True)
def dutch(tmp_path_factory: pytest.TempPathFactory) -> None:
    """See that the compiled catalogue is the one in the sources, as an installation would make it."""
    source = ROOT / "generator" / "proefpraktijk" / "locale" / "nl.po"
    compiled = source.with_suffix("") / "LC_MESSAGES" / "proefpraktijk.mo"
    compiled.parent.mkdir(parents=True, exist_ok=True)
    partial_file = compiled.with_name(f"{tmp_path_factory.getbasetemp().name}.mo")
    with source.open("rb") as catalogue, partial_file.open("wb") as target:
        write_mo(target, read_po(catalogue, locale="nl"))
    partial_file.replace(compiled)
