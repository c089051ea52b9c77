"""Keep `locale/nl.po` in step with the sentences in the program and its templates.

    python tools/catalogue.py [--merge FILE.po …]

writes the catalogue anew: translations are kept (or taken from FILE), sentences nobody says any more go, new ones come
in untranslated. A sentence is whatever reaches `t`, `n`, `msg` or `Message`, also by way of a variable or of a function
that passes it on; one that cannot be followed is an error, because it could not be translated. In the theme's templates
it stands between double brackets.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "proefpraktijk"
CATALOGUE = PACKAGE / "locale" / "nl.po"

Msgid = str | tuple[str, str]

_HEADER = """# The program's words in Dutch. Kept in step by: python tools/catalogue.py
msgid ""
msgstr ""
"Project-Id-Version: proefpraktijk\\n"
"Language: nl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
"""Only what gettext needs: no dates and no names."""

_SAYING = {"t": (0,), "n": (0, 1), "msg": (0,), "Message": (0,), "refusal": (1, 2)}
"""Functions that say something, and which of their arguments are sentences."""

_ON_BEHALF = ("wording.py", "environment.py", "page_frame.py")
"""Modules that say what others hand them."""

_IN_THE_FRAME = re.compile(r"\[\[(.+?)\]\]")
"""How a sentence stands in the theme's templates (see `publish/staging/page_frame.py`)."""

_RULES = ("read/rules.py", "rule_book.py")
"""Modules in which every sentence of a mapping of rules is shown in `docs/regels.md`."""


class UntranslatableError(Exception):
    """A sentence that cannot be followed to where it is written."""


@dataclass
class Found:
    """Message ids and the files they stand in."""

    places: dict[Msgid, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, msgid: Msgid, file: Path) -> None:
        """Note one."""
        self.places[msgid].add(file.relative_to(ROOT).as_posix())


def sentences() -> dict[Msgid, set[str]]:
    """Return every message id of the program and where it stands."""
    found = Found()
    modules = [_Module(file) for file in sorted(PACKAGE.rglob("*.py"))]
    saying: dict[str, tuple[int, ...]] = dict(_SAYING)
    while True:  # a function that passes a sentence on is a saying function too
        more = {name: at for module in modules for name, at in module.passing_on(saying)}
        if more.items() <= saying.items():
            break
        saying |= more
    for module in modules:
        for msgid in module.said(saying):
            found.add(msgid, module.file)
    for name in _RULES:
        if (PACKAGE / name).exists():
            for sentence in _values(ast.parse((PACKAGE / name).read_text(encoding="utf-8"))):
                found.add(sentence, PACKAGE / name)
    for template, msgid in _in_templates():
        found.add(msgid, template)
    return {msgid: places for msgid, places in found.places.items() if msgid}


def _in_templates() -> Iterator[tuple[Path, Msgid]]:
    """Yield what the templates of pages and of the frame around them say."""
    for template in sorted((ROOT / "templates").rglob("*.j2")):
        tree = Environment(autoescape=True).parse(template.read_text(encoding="utf-8"))
        for _line, _function, text in extract_from_ast(tree, ("t", "n")):
            parts = [part for part in (text if isinstance(text, tuple) else (text,)) if part is not None]
            yield template, (parts[0], parts[1]) if len(parts) > 1 else parts[0]
    for template in sorted((ROOT / "templates" / "theme").rglob("*.htm*")):
        for sentence in _IN_THE_FRAME.findall(template.read_text(encoding="utf-8")):
            yield template, sentence


def _values(tree: ast.AST) -> Iterator[str]:
    """Yield the string values of every dictionary whose keys look like rules."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if (isinstance(key, ast.Constant) and str(key.value).startswith("PP")) or isinstance(
                    key, ast.Attribute
                ):
                    for inner in ast.walk(value):
                        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                            yield inner.value


def _tells_a_rule(call: ast.Call) -> bool:
    """Tell whether a call of `add`, which many things have, notes a broken rule."""
    match call.args[0] if call.args else None:
        case ast.Constant(value=str(rule)):
            return rule.startswith("PP")
        case ast.Name(id=name):
            return name == "rule"
    return False


class _Module:
    """One module's syntax tree."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.tree = ast.parse(file.read_text(encoding="utf-8"))
        self.inside: dict[ast.AST, ast.AST] = {
            child: parent for parent in ast.walk(self.tree) for child in ast.iter_child_nodes(parent)
        }

    def said(self, saying: dict[str, tuple[int, ...]]) -> Iterator[Msgid]:
        """Yield the message ids in this module."""
        for call, name in self._calls(saying):
            if name == "n":
                singular, plural = call.args[:2]
                yield (self._literal(singular), self._literal(plural))
                continue
            for argument in _arguments(call, saying[name]):
                yield from self._texts(argument, argument)

    def passing_on(self, saying: dict[str, tuple[int, ...]]) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield the functions that give a parameter of theirs to a saying function, and which parameters."""
        passed: dict[str, set[int]] = defaultdict(set)
        for call, name in self._calls(saying):
            for argument in _arguments(call, saying[name]):
                if isinstance(argument, ast.Name) and (at := self._parameter(argument)):
                    passed[at[0]].add(at[1])
        for name, positions in passed.items():
            yield name, tuple(sorted(positions | set(saying.get(name, ()))))

    def _calls(self, saying: dict[str, tuple[int, ...]]) -> Iterator[tuple[ast.Call, str]]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
                if name in saying and (name != "add" or _tells_a_rule(node)) and self.file.name not in _ON_BEHALF:
                    yield node, name

    def _functions(self, node: ast.AST) -> Iterator[ast.FunctionDef | ast.Lambda]:
        while (node := self.inside.get(node)) is not None:  # type: ignore[assignment]
            if isinstance(node, ast.FunctionDef | ast.Lambda):
                yield node

    def _parameter(self, name: ast.Name) -> tuple[str, int] | None:
        """Return the enclosing function's name and the position among its arguments, when `name` is one of them."""
        for function in self._functions(name):
            names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
            if name.id in names and isinstance(function, ast.FunctionDef):
                method = names[0] in {"self", "cls"}
                return function.name, names.index(name.id) - method
        return None

    def _texts(self, node: ast.expr, call: ast.AST) -> Iterator[str]:  # noqa: C901 - one case a line
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Constant(value=None):
                return
            case ast.IfExp(body=one, orelse=other):
                yield from self._texts(one, call)
                yield from self._texts(other, call)
            case ast.BoolOp(values=several):
                for part in several:
                    yield from self._texts(part, call)
            case ast.Subscript(value=table):
                yield from self._texts(table, call)
            case ast.Dict(values=several) | ast.Tuple(elts=several) | ast.List(elts=several):
                for part in several:
                    yield from self._texts(part, call)
            case ast.Call() | ast.Attribute() | ast.Starred():
                return  # it was a sentence where it was made
            case ast.Name() if self._parameter(node):
                return
            case ast.Name(id=name):
                yield from self._assigned(name, node, call)
            case _:
                raise UntranslatableError(f"{self.file.name}:{node.lineno}")

    def _assigned(self, name: str, node: ast.Name, call: ast.AST) -> Iterator[str]:
        scopes: list[ast.AST] = [*self._functions(node), self.tree]
        for scope in scopes:
            values = [
                value
                for inner in ast.walk(scope)
                for target, value in self._assignments(inner)
                if isinstance(target, ast.Name) and target.id == name
            ]
            if values:
                for value in values:
                    yield from self._texts(value, call)
                return
        raise UntranslatableError(f"{self.file.name}:{node.lineno}: {name}")

    def _assignments(self, node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
        """Yield the targets of an assignment with their values; of a tuple each part, also when a function gives it."""
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Tuple):
                    for given in self._given(node.value):
                        yield from zip(target.elts, given.elts, strict=False)
                else:
                    yield target, node.value
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value:
            yield node.target, node.value

    def _given(self, value: ast.expr) -> Iterator[ast.Tuple]:
        if isinstance(value, ast.Tuple):
            yield value
        elif isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
            for function in ast.walk(self.tree):
                if isinstance(function, ast.FunctionDef) and function.name == value.func.id:
                    returns = (inner.value for inner in ast.walk(function) if isinstance(inner, ast.Return))
                    yield from (given for given in returns if isinstance(given, ast.Tuple))

    def _literal(self, node: ast.expr) -> str:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        raise UntranslatableError(f"{self.file.name}:{node.lineno}")


def _arguments(call: ast.Call, positions: tuple[int, ...]) -> Iterator[ast.expr]:
    for position in positions:
        if position < len(call.args):
            yield call.args[position]
    for keyword in call.keywords:
        if keyword.arg in {"template", "hint", "message", "msgid"}:
            yield keyword.value


def click_sentences() -> set[Msgid]:
    """Return the message ids of click, which asks the same catalogue: any of them may be translated."""
    spec = find_spec("click")
    found: set[Msgid] = set()
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in Path(folder).glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}:
                    texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                    if texts:
                        found.add((texts[0], texts[1]) if node.func.id == "ngettext" else texts[0])
    return found


def read(file: Path) -> Catalog:
    """Return the catalogue in a file."""
    with file.open("rb") as source:
        return read_po(source, locale="nl")


def renewed(merged: list[Catalog]) -> Catalog:
    """Return a catalogue of every sentence, translated where one of the catalogues (the last one wins) does."""
    known = {
        message.id: message.string for catalogue in merged for message in catalogue if message.id and message.string
    }
    made = Catalog(locale="nl")
    wanted = sentences()
    for msgid in sorted(click_sentences() & known.keys() - wanted.keys(), key=_order):
        wanted[msgid] = {"click"}
    for msgid in sorted(wanted, key=_order):
        locations = [(place, None) for place in sorted(wanted[msgid])]
        made.add(msgid, known.get(msgid), locations=locations)  # type: ignore[arg-type]
    return made


def _order(msgid: Msgid) -> str:
    return (msgid if isinstance(msgid, str) else msgid[0]).casefold()


def main(arguments: list[str]) -> None:
    """Write the catalogue anew."""
    files = [Path(name) for name in arguments if name != "--merge"]
    catalogue = renewed([*([read(CATALOGUE)] if CATALOGUE.exists() else []), *map(read, files)])
    with CATALOGUE.open("wb") as target:
        target.write(_HEADER.encode())
        write_po(target, catalogue, width=120, omit_header=True, include_lineno=False)
    missing = [message for message in catalogue if message.id and not _is_translated(message.string)]
    sys.stdout.write(f"{len(catalogue)} sentences, {len(missing)} not translated\n")


def _is_translated(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(string) and (isinstance(string, str) or all(string or ()))


if __name__ == "__main__":
    main(sys.argv[1:])
