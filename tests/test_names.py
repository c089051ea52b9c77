"""Names a newcomer can rely on: one class of a name, façades that are true, docstrings that name what is there."""

from __future__ import annotations

import ast
import importlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "proefpraktijk"
OF_A_SITE = {
    "mkdocs.yml",
    "community.yml",
    "roster.yml",
    "decisions.yml",
    "robots.txt",
    "llms.txt",
    "index.html",
    "search.html",
}
"""Files of a site, not of this repository."""
PACKAGES = sorted(file.parent for file in PACKAGE.rglob("__init__.py"))


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        if "data" not in file.parts:
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def _dotted(package: Path) -> str:
    return ".".join(("proefpraktijk", *package.relative_to(PACKAGE).parts))


def test_a_public_class_has_a_name_of_its_own() -> None:
    """Whoever reads a class's name knows which one is meant."""
    places: dict[str, list[str]] = defaultdict(list)
    for file, tree in _modules():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(file.relative_to(PACKAGE).as_posix())
    assert not {name: files for name, files in places.items() if len(files) > 1}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.relative_to(PACKAGE).as_posix())
def test_a_package_says_what_it_is_for_and_exports_what_it_holds(package: Path) -> None:
    """A façade has a sentence of its own; `__all__`, if there is one, is sorted and names what can be imported."""
    module = importlib.import_module(_dotted(package))
    purpose = (module.__doc__ or "").strip().splitlines()
    assert purpose
    assert len(purpose[0].split()) >= 3, purpose
    assert purpose[0].endswith("."), purpose
    exported = list(getattr(module, "__all__", ()))
    assert len(exported) == len(set(exported))
    assert [name for name in exported if not hasattr(module, name)] == []
    imported = {
        alias.asname or alias.name
        for node in ast.parse((package / "__init__.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }
    assert imported <= set(exported), "imported into the façade, but not in __all__"


def _docstrings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value  # what is said of a constant or a field


def _files() -> list[str]:
    tops = ("generator", "templates", "tests", "tools", "benchmarks", "docs")
    return [file.relative_to(ROOT).as_posix() for top in tops for file in (ROOT / top).rglob("*.*")]


def test_docstrings_name_files_that_exist() -> None:
    """A file or module in backticks is there: `protect/airlock.py`, `data/terms.txt`, `tests/test_architecture.py`."""
    files = _files()
    missing = [
        (file.relative_to(ROOT).as_posix(), named)
        for file, tree in _modules()
        for docstring in _docstrings(tree)
        for named in re.findall(r"`([a-z_/]+\.(?:py|txt|j2|js|css|html|yml))`", docstring)
        if not named.startswith("content/") and named not in OF_A_SITE
        and not _is_there(named, files)
    ]  # fmt: skip
    assert not missing


def _is_there(named: str, files: Iterable[str]) -> bool:
    return any(known == named or known.endswith(f"/{named}") for known in files)


@pytest.mark.parametrize(
    "page",
    [
        *sorted((ROOT / "docs").glob("*.md")),
        *sorted((ROOT / "docs" / "decisions").glob("*.md")),
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
    ],
    ids=lambda page: page.name,
)
def test_pages_name_files_and_folders_that_exist(page: Path) -> None:
    """A path of ours in backticks is there: `publish/site/verify.py`, `render/handouts/`."""
    files = _files()
    folders = {parent for file in files for parent in (f"{part.as_posix()}/" for part in Path(file).parents)}
    houses = "|".join(
        [
            *sorted({file.parent.name for file in PACKAGE.glob("*/__init__.py")}),
            "generator",
            "tests",
            "templates",
            "tools",
            "benchmarks",
        ]
    )
    named = re.findall(rf"`((?:{houses})/[A-Za-z_./-]*)`", page.read_text(encoding="utf-8"))
    assert not [path for path in named if not _is_there(path, files) and not _is_there(f"{path.rstrip('/')}/", folders)]


def _defined() -> set[str]:
    """Return every name that the program defines: modules, classes, functions, methods, fields and parameters."""
    names: set[str] = set()
    for file, tree in _modules():
        names.add(file.stem)
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names.add(node.target.id)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
    return names


def test_the_glossary_names_what_the_code_calls_it() -> None:
    """Each name in the last column of the glossary is defined somewhere in the program."""
    rows = re.findall(r"^\|.*\|(.*)\|$", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}
    assert len(named) > 30
    assert named - _defined() == set()
