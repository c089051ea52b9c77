"""What the repository promises on its front, and the files that must stay in step."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
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


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _declared(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9._-]", one, maxsplit=1)[0].lower().replace("_", "-") for one in requirements}


@cache
def _distributions() -> Mapping[str, list[str]]:
    return importlib.metadata.packages_distributions()


def _packages_of(module: str) -> set[str]:
    """Return the packages that bring a module, as pyproject.toml would name them."""
    found = _distributions().get(module, ())
    return {name.lower().replace("_", "-") for name in found}


def _imports(tree: ast.Module) -> Iterator[str]:
    """Yield the first part of the name of every module that is imported from elsewhere."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


SOURCES = {file: ast.parse(file.read_bytes()) for file in sorted((ROOT / "generator").rglob("*.py"))}
OPTIONAL = {extra: _declared(names) for extra, names in PROJECT["optional-dependencies"].items()}


def test_whatever_is_imported_is_declared() -> None:
    """A package that only comes along with another may leave with it; an extra counts where it is declared as one."""
    known = _declared(PROJECT["dependencies"]).union(*OPTIONAL.values())
    ours = {"proefpraktijk", *sys.stdlib_module_names}
    missing = {
        f"{file.relative_to(ROOT)}: {module}"
        for file, tree in SOURCES.items()
        for module in _imports(tree)
        if module not in ours and _packages_of(module).isdisjoint(known)
    }
    assert not missing


def test_whatever_is_declared_is_used() -> None:
    """Imported, or called by its name: engines and themes are found that way."""
    named: set[str] = set()
    for tree in SOURCES.values():
        named.update(_imports(tree))
        named.update(
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
    used = set().union(*map(_packages_of, named))
    assert _declared(PROJECT["dependencies"]).union(*OPTIONAL.values()) - used == set()


def test_an_extra_is_imported_only_where_it_is_asked_for() -> None:
    """Without it the program runs: what needs it at its first line is imported by nobody at theirs."""
    optional = set().union(*OPTIONAL.values()) - _declared(PROJECT["dependencies"])
    needing = {
        file.relative_to(ROOT / "generator").with_suffix("").as_posix().replace("/", ".")
        for file, tree in SOURCES.items()
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in _imports(ast.Module([node], []))
        if not _packages_of(module).isdisjoint(optional)
    }
    importing = {
        f"{file.relative_to(ROOT)}: {node.module}"
        for file, tree in SOURCES.items()
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        and {f"{node.module}", *(f"{node.module}.{alias.name}" for alias in node.names)} & needing
    }
    assert needing
    assert not importing


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_names_packages_and_hashes_alone(name: str) -> None:
    """No index and no host: where packages come from is for whoever installs them to say."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--(?:extra-)?index|--find-links|--trusted", text)
    entries = re.split(r"\n(?=[a-z0-9])", text)
    assert all(re.match(r"[a-z0-9][a-z0-9._-]*(?:\[[a-z,]+\])?==\S+", entry) for entry in entries)
    assert all("--hash=sha256:" in entry for entry in entries)
