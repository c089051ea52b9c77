"""The modules that are mutated: their source, their functions in this process, and who uses what they bind."""

from __future__ import annotations

import ast
import gc
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType

from mutants_edits import Edit, bound, edits

Place = tuple[str, str, int]
"""What a function is known by: path of its module, qualified name, first line (of its decorators, if any)."""


@dataclass(frozen=True, eq=False)
class Module:
    """A module below the package's folder."""

    name: str
    path: Path
    source: bytes = field(repr=False)

    @classmethod
    def read(cls, package: Path, path: Path) -> Module:
        """Read a module of the package; its name is its path below it."""
        return cls(str(path.relative_to(package).with_suffix("")), path, path.read_bytes())

    @cached_property
    def code(self) -> CodeType:
        """The module, compiled."""
        return compile(self.source, str(self.path), "exec", dont_inherit=True)


@dataclass(frozen=True, eq=False)
class Mutant:
    """One fault in one module."""

    module: Module
    edit: Edit

    @cached_property
    def before(self) -> str:
        """What stood there, on one line."""
        return " ".join(self.module.source[self.edit.start : self.edit.end].decode().split())

    @property
    def change(self) -> str:
        """What is changed, on one line."""
        return f"{self.before} → {' '.join(self.edit.new.split())}"

    @property
    def line(self) -> str:
        """The line of the source on which the change begins."""
        return self.module.source.decode().split("\n")[self.module.source[: self.edit.start].count(b"\n")].strip()

    @property
    def source(self) -> bytes:
        """The module with the fault in it."""
        return self.edit.applied(self.module.source)

    @property
    def place(self) -> Place | None:
        """The function that has the fault, as it is known while the program runs; None for what runs at import."""
        found = _codes(self.module.code).get(self.edit.owner, ())
        inside = [code for code in found if code.co_firstlineno <= self.edit.lines[0]]
        return placed(inside[-1]) if self.edit.owner and inside else None

    @property
    def code(self) -> CodeType:
        """The code of that function with the fault in it. May raise SyntaxError."""
        place = self.place
        assert place
        changed = _codes(compile(self.source, str(self.module.path), "exec", dont_inherit=True))
        return next(code for code in changed[self.edit.owner] if code.co_firstlineno == place[2])


def mutants_of(module: Module) -> list[Mutant]:
    """Return every mutant of a module."""
    return [Mutant(module, edit) for edit in edits(module.source)]


def placed(code: CodeType) -> Place:
    """Return what the function with this code is known by."""
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _codes(code: CodeType) -> Mapping[str, list[CodeType]]:
    """Return the code of every function and class in a module, by qualified name, in the order of their lines."""
    found: dict[str, list[CodeType]] = defaultdict(list)
    todo = [code]
    while todo:
        for inner in todo.pop().co_consts:
            if isinstance(inner, CodeType):
                found[inner.co_qualname].append(inner)
                todo.append(inner)
    for codes in found.values():
        codes.sort(key=lambda code: code.co_firstlineno)
    return found


def functions(package: Path) -> Mapping[Place, list[FunctionType]]:
    """Return every function of the package in this process, also those below a decorator, a property or a cache."""
    found: dict[Place, list[FunctionType]] = defaultdict(list)
    for thing in gc.get_objects():
        if type(thing) is FunctionType and thing.__code__.co_filename.startswith(f"{package}/"):
            found[placed(thing.__code__)].append(thing)
    return found


def serve(path: Path, source: bytes) -> None:
    """See that importing the module at `path` gives `source` from now on, in this process."""
    original = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        if Path(loader.path) == path:
            return compile(source, str(path), "exec", dont_inherit=True)
        return original(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign, assignment]


class Users:
    """Which lines of functions use a name that a module binds, directly or by way of another such name."""

    def __init__(self, modules: Collection[Module]) -> None:
        self._bindings: list[tuple[frozenset[str], frozenset[str]]] = []
        self._functions: list[tuple[str, range, frozenset[str]]] = []
        for module in modules:
            for statement in ast.parse(module.source).body:
                self._read(module, statement, frozenset())

    def _read(self, module: Module, statement: ast.stmt, around: frozenset[str]) -> None:
        mentioned = frozenset(_mentioned(statement)) | around
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = range(statement.body[0].lineno, (statement.end_lineno or 0) + 1)
            self._functions.append((str(module.path), lines, mentioned))
        elif isinstance(statement, ast.ClassDef):
            for inner in statement.body:
                self._read(module, inner, frozenset({statement.name}))
        else:
            self._bindings.append((frozenset(bound(statement)) | around, mentioned))

    def of(self, names: frozenset[str]) -> Iterator[tuple[str, range]]:
        """Give the path and the lines of every function that uses one of these names."""
        before: frozenset[str] = frozenset()
        while names != before:
            before = names
            names = names.union(*(bound for bound, mentioned in self._bindings if mentioned & before))
        return ((path, lines) for path, lines, mentioned in self._functions if mentioned & names)


def _mentioned(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
