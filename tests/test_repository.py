"""What the repository promises on its front, and the files that must stay in step."""

from __future__ import annotations

import re
import string
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from babel.messages.catalog import Message

import catalogue
import reference
from proefpraktijk.read import RULES
from proefpraktijk.rule_book import ALL_RULES

ROOT = Path(__file__).resolve().parents[1]
MESSAGES = [message for message in catalogue.read(catalogue.CATALOGUE) if message.id]


def _texts(message: Message, side: str) -> list[str]:
    found = getattr(message, side)
    return [found] if isinstance(found, str) else list(found)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_catalogue_is_complete() -> None:
    """Every sentence the program says has its Dutch, and the catalogue holds none that nobody says."""
    said = set(catalogue.sentences())
    translated = {m.id if isinstance(m.id, str) else tuple(m.id) for m in MESSAGES if all(_texts(m, "string"))}
    assert sorted(map(str, said - translated)) == []
    assert sorted(map(str, translated - said - catalogue.click_sentences())) == []
    assert not [message.id for message in MESSAGES if message.fuzzy]


@pytest.mark.parametrize("message", [m for m in MESSAGES if "{" in str(m.id)], ids=lambda m: str(m.id)[:60])
def test_translation_keeps_the_places(message: Message) -> None:
    """A translation fills the places of its sentence; the form for one may leave out the count.

    A message that names a key also gives its Dutch name, for the Dutch sentence.
    """
    sentences, translations = _texts(message, "id"), _texts(message, "string")
    known = set().union(*map(_places, sentences))
    for number, text in enumerate(translations):
        wanted = _places(sentences[min(number, len(sentences) - 1)])
        found = {"key" if name == "dutch" else name for name in _places(text)}
        assert found <= known
        assert wanted - found <= ({"count"} if message.pluralizable and number == 0 else set())


def test_reference_pages_are_in_step() -> None:
    """docs/regels.md and docs/sleutels.md say what the program knows."""
    for path, text in reference.pages().items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, f"run: python tools/reference.py ({path})"


def test_every_rule_is_in_the_book() -> None:
    """Each rule id in the program is described once, no two are one, and no rule is described that does not exist."""
    used = {
        rule
        for file in catalogue.PACKAGE.rglob("*.py")
        if file.name not in {"rules.py", "rule_book.py"}
        for rule in re.findall(r'"(PP\d{3})"', file.read_text(encoding="utf-8"))
    }
    described = {rule for rule in ALL_RULES if rule.startswith("PP")}
    assert used - described == set()
    assert described - used - set(RULES) == set()
    book = (catalogue.PACKAGE / "rule_book.py").read_text(encoding="utf-8")
    assert len(re.findall(r'"PP\d{3}": ', book)) == len(described - set(RULES))


def test_readme_begins_with_two_commands() -> None:
    """A newcomer finds the two commands, and every command of the program."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make site" in readme
    assert "make test" in readme
    for name in ("init", "new", "check", "scan", "build", "serve", "publish", "stats"):
        assert f"proefpraktijk {name}" in readme


def test_documents_link_to_files_that_exist() -> None:
    """Every relative link in the Markdown files of the repository leads somewhere."""
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists() or target.endswith("home.png"), (page.name, target)


def test_version_is_said_once() -> None:
    """pyproject, package and changelog agree."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    package = (ROOT / "generator" / "proefpraktijk" / "__init__.py").read_text(encoding="utf-8")
    assert f'__version__ = "{version}"' in package
    assert f"[{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_scaffold_site_is_configured_like_ours() -> None:
    """A new site's mkdocs.yml is this repository's, but for what its owner is to fill in."""
    own = {"site_name", "site_url", "site_description"}
    ours, scaffold = (
        {key: value for key, value in yaml.safe_load(file.read_text(encoding="utf-8")).items() if key not in own}
        for file in (ROOT / "mkdocs.yml", catalogue.PACKAGE / "scaffold" / "start" / "mkdocs.yml")
    )
    assert scaffold == ours


def test_secrets_are_ignored_by_git() -> None:
    """What is built or secret cannot be committed by accident, here nor in a new site."""
    for folder in ("site", "build", ".cache"):
        assert subprocess.run(["git", "check-ignore", "-q", f"{folder}/x"], cwd=ROOT, check=False).returncode == 0
        lines = (catalogue.PACKAGE / "scaffold" / "start" / "gitignore").read_text(encoding="utf-8").split()
        assert f"/{folder}/" in lines


def test_hooks_name_commands_that_exist() -> None:
    """The hook for users runs `proefpraktijk check`; ours run what `make lint` runs."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"] == "proefpraktijk check"
    (local,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    entries = " ".join(entry["entry"] for entry in local["hooks"])
    assert all(tool in entries for tool in ("ruff check", "ruff format", "mypy", "lint-imports"))
