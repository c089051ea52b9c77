"""The rules of docs/architecture.md, so that nobody has to remember them."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from proefpraktijk.model.text import SafeText, UiText, join_safe

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "proefpraktijk"
HOUSES = ("model", "dutch", "runtime", "read", "protect", "link", "render", "publish", "pipeline")


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        yield file.relative_to(PACKAGE).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


def _imports(tree: ast.Module) -> Iterator[str]:
    """Yield every module and every name a module imports, as dotted text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_imports_go_one_way() -> None:
    """The contracts in pyproject.toml hold (import-linter)."""
    program = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


SEALING = frozenset(("SEAL", "Seal", "_restore"))
"""What makes safe text out of any text."""
MAY_SEAL = ("model/text.py", "protect/sealing/")


def _seals(tree: ast.Module) -> bool:
    """Return whether a module gets hold of what seals: by import, by attribute, by its name as a text, or around it."""
    return any(map(_takes_the_seal, ast.walk(tree)))


def _takes_the_seal(node: ast.AST) -> bool:
    match node:
        case ast.ImportFrom(module=str(module), names=names) if module.endswith("text"):
            return any(alias.name in SEALING or alias.name == "*" for alias in names)
        case ast.Name(id=str(name)) | ast.Attribute(attr=str(name)) | ast.Constant(value=str(name)):
            return name in SEALING
        case ast.Call(
            func=ast.Attribute(attr="__new__"), args=[ast.Name(id="SafeText") | ast.Attribute(attr="SafeText"), *_]
        ):
            return True
        case _:
            return False


def test_only_sealing_may_seal_text() -> None:
    """The right to call a text safe is in the hands of one room, which only the airlock calls."""
    users = {name for name, tree in _modules() if _seals(tree)}
    assert users >= {"model/text.py", "protect/sealing/bodies.py"}
    assert not {name for name in users if not name.startswith(MAY_SEAL)}
    callers = {
        name
        for name, tree in _modules()
        if any(found.startswith("proefpraktijk.protect.sealing") for found in _imports(tree))
    }
    assert not {name for name in callers if not name.startswith("protect/")}


@pytest.mark.parametrize(
    "planted",
    [
        "from proefpraktijk.model.text import SEAL",
        "from proefpraktijk.model.text import SafeText, SEAL as s",
        "from .model.text import _restore",
        "from proefpraktijk.model.text import *",
        "import proefpraktijk.model.text as m\nsafe = m.SafeText('x', m.SEAL)",
        "from proefpraktijk.model import text\nsafe = text.SafeText('x', text.SEAL)",
        "from proefpraktijk.model import text\nsafe = text._restore('x')",
        "from proefpraktijk.model import text\nseal = getattr(text, 'SEAL')",
        "from proefpraktijk.model import text\nseal = vars(text)['SEAL']",
        "from proefpraktijk.model.text import SafeText\nsafe = str.__new__(SafeText, 'x')",
        "from proefpraktijk.model import text\nsafe = str.__new__(text.SafeText, 'x')",
    ],
)
def test_every_way_to_the_seal_is_noticed(planted: str) -> None:
    """A module that takes the seal in any of these ways would be found by the test above."""
    assert _seals(ast.parse(planted))


def test_naming_the_type_of_safe_text_is_no_way_to_the_seal() -> None:
    """Whoever only handles safe text, or writes of seals, takes nothing."""
    assert not _seals(
        ast.parse('"""The SEAL of model.text."""\nfrom proefpraktijk.model.text import SafeText\nx = SafeText')
    )


def _names(tree: ast.Module) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def test_markup_is_made_in_one_module() -> None:
    """`SafeMarkup` is made by `render/markup.py`, and of a whole rendered template by `render/planned_page.py`."""
    makers = {
        name
        for name, tree in _modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"SafeMarkup", "Markup"}
    }
    assert makers <= {"render/markup.py", "render/planned_page.py"}


def test_nothing_prints_or_logs() -> None:
    """Only the command line speaks; a log line is where names leak.

    The logs of the engines and of WeasyPrint are heard, never written, Deduce's is shut out, and Pillow's warnings are errors.
    """
    loud = {
        name
        for name, tree in _modules()
        if "print" in _names(tree) or any(found.split(".")[0] in {"logging", "warnings"} for found in _imports(tree))
    }
    assert loud <= {
        "protect/finders/second_readers/deduce.py",
        "publish/engines/shard.py",
        "publish/pdf_typesetting.py",
        "publish/staging/pictures.py",
    }


@pytest.mark.parametrize("house", HOUSES)
def test_every_house_has_a_facade(house: str) -> None:
    """Each house says what it is for."""
    assert ast.get_docstring(ast.parse((PACKAGE / house / "__init__.py").read_text(encoding="utf-8")))


@pytest.mark.parametrize("house", HOUSES)
def test_a_facade_exports_what_it_imports_and_nothing_else(house: str) -> None:
    """`__all__` is true: sorted, without doubles, and each name is one that the facade itself takes in."""
    tree = ast.parse((PACKAGE / house / "__init__.py").read_text(encoding="utf-8"))
    taken = [
        alias.asname or alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    exported = getattr(importlib.import_module(f"proefpraktijk.{house}"), "__all__", [])
    assert sorted(exported) == sorted(set(taken) - {"annotations"})


def test_every_module_says_what_it_is() -> None:
    """A module is one idea, which its docstring tells, and stays small enough to be one."""
    for name, tree in _modules():
        assert ast.get_docstring(tree), name
        assert len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) <= 300, name


def test_folders_are_as_documented() -> None:
    """Every folder at the top, and every house, is named in the README's table or the architecture page."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    top = {path.split("/")[0] for path in listed if "/" in path}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not {folder for folder in top if f"`{folder}/`" not in readme}
    architecture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    houses = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert not {house for house in houses if f"`{house}/`" not in architecture}


@pytest.mark.parametrize("make", [
    lambda raw: SafeText.cut(raw, 0, 3), SafeText.trim, lambda raw: join_safe([raw]),
])  # fmt: skip
@pytest.mark.parametrize("raw", ["naam", UiText("naam")])
def test_only_safe_text_gives_safe_text(make: Callable[[Any], object], raw: object) -> None:
    """The ways that make safe text of safe text refuse any other string, whatever a type checker was told."""
    with pytest.raises(TypeError):
        make(raw)
