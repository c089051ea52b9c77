"""What is changed: one small fault at a time, as an edit of a module's source text.

Not made, because no test need notice them: docstrings, annotations, decorators, `__all__` and `__slots__`, assertions, what
only `TYPE_CHECKING` sees, sentences for people (`Message`, `msg`, `t`, `n`, a raised error's text), and the arguments
`repr`, `strict`, `encoding`, `stacklevel` and `help`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPPOSITES: dict[type[ast.cmpop], tuple[str, ...]] = {
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.Lt: ("<=", ">="),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<="),
    ast.GtE: (">", "<"),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
}
_EMPTY = {
    "str": '""',
    "tuple": "()",
    "list": "[]",
    "dict": "{}",
    "set": "set()",
    "frozenset": "frozenset()",
    "int": "0",
    "Iterator": "iter(())",
    "Sequence": "()",
    "Mapping": "{}",
}
_SAME_TYPE_METHODS = frozenset({"casefold", "lower", "upper", "strip", "lstrip", "rstrip", "resolve", "absolute"})
_SAME_TYPE_FUNCTIONS = frozenset({"sorted", "reversed", "fold", "slug_of", "phrase_key", "abs"})
_SENTENCES = frozenset({"Message", "msg", "t", "n", "_", "echo", "NewType", "TypeVar", "cast", "Problem"})
_SYMMETRIC = _SENTENCES | {"min", "max"}
_UNTESTED_ARGUMENTS = frozenset({"repr", "strict", "encoding", "stacklevel", "help"})
_UNTESTED_NAMES = frozenset({"__all__", "__slots__", "__version__"})
_REGEX_PIECES = re.compile(r"\\b|\(\?<?[=!](?:[^()\\]|\\.|\([^()]*\))*\)|(?<!\\)[$^](?![^\[]*\])|\{(\d+),?(\d*)\}")
_ELEMENTS = 3
"""So many elements of one literal are left out, one at a time: the first, the middle one and the last."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A fault: the bytes from `start` to `end` of the source are replaced with `new`."""

    start: int
    end: int
    new: str
    owner: str
    """The qualified name of the outermost function it is in; empty when it runs at import."""
    lines: tuple[int, int]
    """First and last line of the changed expression or statement."""
    statement: tuple[int, int]
    """First and last line of the innermost statement around it; of a compound one without its body."""
    names: frozenset[str]
    """At import: the names that the statement of the module binds."""

    def applied(self, source: bytes) -> bytes:
        """Return `source` with the fault in it."""
        return source[: self.start] + self.new.encode() + source[self.end :]


def edits(source: bytes) -> list[Edit]:
    """Return every fault that can be put into the source of a module, in the order of their places."""
    finder = _Finder(source)
    finder.module(ast.parse(source))
    different = [
        edit for edit in finder.found if source[edit.start : edit.end].decode().strip("()") != edit.new.strip("()")
    ]
    unique = {(edit.start, edit.end, edit.new): edit for edit in different}
    return sorted(unique.values(), key=lambda edit: (edit.start, edit.end, edit.new))


class _Finder:
    def __init__(self, source: bytes) -> None:
        self.found: list[Edit] = []
        self._source = source
        self._starts = [0, *(match.end() for match in re.finditer(rb"\n", source))]
        self._path: list[str] = []
        self._function: ast.FunctionDef | ast.AsyncFunctionDef | None = None
        self._owner = ""
        self._names: frozenset[str] = frozenset()
        self._statement: ast.stmt | None = None

    def module(self, tree: ast.Module) -> None:
        for statement in tree.body:
            self._names = frozenset(bound(statement))
            self._visit(statement)

    # Places

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._starts[node.lineno - 1] + node.col_offset, self._starts[node.end_lineno - 1] + node.end_col_offset

    def _text(self, node: ast.expr | ast.stmt) -> str:
        start, end = self._span(node)
        return self._source[start:end].decode()

    def _replace(self, node: ast.expr | ast.stmt, new: str) -> None:
        self._edit(node, *self._span(node), new)

    def _edit(self, node: ast.expr | ast.stmt, start: int, end: int, new: str) -> None:
        statement = self._statement or node
        assert isinstance(statement, ast.stmt)
        body = getattr(statement, "body", None)
        last = max(statement.lineno, body[0].lineno - 1) if body else statement.end_lineno
        lines = (node.lineno, node.end_lineno or node.lineno) if isinstance(node, ast.expr) else (node.lineno,) * 2
        self.found.append(
            Edit(start, end, new, self._owner, lines, (statement.lineno, last or statement.lineno), self._names)
        )

    # The tree

    def _visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.stmt):
            if _untested(node):
                return
            outer, self._statement = self._statement, node
            self._visit_statement(node)
            self._statement = outer
        else:
            if isinstance(node, ast.expr):
                self._expression(node)
            self._visit_children(node)

    def _visit_statement(self, node: ast.stmt) -> None:
        if isinstance(node, ast.ClassDef):
            self._path.append(node.name)
            for child in [*node.keywords, *node.body]:
                self._visit(child)
            self._path.pop()
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for default in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
                self._visit(default)
            self._visit_function(node)
        else:
            self._removal(node)
            self._visit_children(node)

    def _visit_function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        outer, owner = self._function, self._owner
        self._function = node
        self._owner = owner or ".".join([*self._path, node.name])
        for child in node.body:
            self._visit(child)
        self._function, self._owner = outer, owner

    def _visit_children(self, node: ast.AST) -> None:
        for name, value in ast.iter_fields(node):
            if name in {"annotation", "returns", "format_spec", "type_params"}:
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not _is_for_people(node, child):
                    self._visit(child)

    # Statements

    def _removal(self, node: ast.stmt) -> None:
        if isinstance(node, ast.Return):
            self._return(node)
        elif (
            isinstance(node, ast.AugAssign | ast.Continue | ast.Break | ast.Raise | ast.Delete)
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom | ast.Await))
            or (isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute | ast.Subscript))
        ):
            self._replace(node, "pass")
        elif isinstance(node, ast.If | ast.While):
            self._negation(node.test)

    def _return(self, node: ast.Return) -> None:
        assert self._function
        if node is not self._function.body[-1]:
            self._replace(node, "pass")
        if node.value is None:
            return
        wanted = ast.unparse(self._function.returns) if self._function.returns else ""
        if wanted == "bool":
            for other in ("True", "False"):
                self._replace(node.value, other)
        else:
            self._replace(node.value, _EMPTY.get(wanted.partition("[")[0], "None"))
        given = [a for a in self._function.args.args if a.arg not in {"self", "cls"}]
        if given and given[0].annotation and ast.unparse(given[0].annotation) == wanted != "bool":
            self._replace(node.value, given[0].arg)

    # Expressions

    def _negation(self, test: ast.expr) -> None:
        """Turn a condition round, where no other fault does."""
        if not (isinstance(test, ast.Compare) and len(test.ops) == 1) and not isinstance(test, ast.UnaryOp):
            self._replace(test, f"not ({self._text(test)})")

    def _expression(self, node: ast.expr) -> None:  # noqa: C901, PLR0912 - one case for each kind of expression
        match node:
            case ast.IfExp():
                self._negation(node.test)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                for condition in (test for generator in node.generators for test in generator.ifs):
                    self._negation(condition)
                    self._replace(condition, "True")
            case ast.BoolOp():
                self._bool(node)
            case ast.UnaryOp(op=ast.Not() | ast.USub()):
                self._replace(node, f"({self._text(node.operand)})")
            case ast.Compare():
                self._compare(node)
            case ast.BinOp(op=ast.Add() | ast.BitOr() | ast.BitAnd()):
                self._replace(node, f"({self._text(node.left)})")
                self._replace(node, f"({self._text(node.right)})")
            case ast.BinOp():
                self._replace(node, f"({self._text(node.left)})")
            case ast.Constant():
                self._constant(node)
            case ast.List() | ast.Set() | ast.Tuple(ctx=ast.Load()) | ast.Dict():
                self._elements(node)
            case ast.Call():
                self._call(node)
            case ast.Slice(lower=lower, upper=upper):
                for bound in filter(None, (lower, upper)):
                    if not isinstance(bound, ast.Constant):
                        self._replace(bound, "")
            case _:
                pass

    def _bool(self, node: ast.BoolOp) -> None:
        texts = [f"({self._text(value)})" for value in node.values]
        word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        self._replace(node, f"({f' {other} '.join(texts)})")
        for number in range(len(texts)):
            self._replace(node, f"({f' {word} '.join(texts[:number] + texts[number + 1 :])})")

    def _compare(self, node: ast.Compare) -> None:
        sides = [node.left, *node.comparators]
        for number, operator in enumerate(node.ops):
            start, end = self._span(sides[number])[1], self._span(sides[number + 1])[0]
            between = self._source[start:end].decode()
            for other in _OPPOSITES[type(operator)]:
                changed = re.sub(r"(is\s+not|not\s+in|is|in|[=!<>]=?)(?=[\s(\[]*$)", other, between, count=1)
                self._edit(node, start, end, changed)

    def _constant(self, node: ast.Constant) -> None:
        match node.value:
            case bool():
                self._replace(node, str(not node.value))
            case int():
                self._replace(node, str(node.value + 1))
                if node.value:
                    self._replace(node, f"{node.value - 1}")
            case float():
                self._replace(node, repr(node.value * 2 or 1.0))
            case str() if self._source[self._span(node)[0] : self._span(node)[0] + 1] in (b'"', b"'", b"r", b"R"):
                self._replace(node, '""' if node.value else '"mutated"')
                self._regex(node)
            case bytes():
                self._replace(node, 'b""' if node.value else 'b"mutated"')
            case _:
                pass

    def _regex(self, node: ast.Constant) -> None:
        """Loosen a regular expression: an edge, a look around, a number of times. Only where it is one by its looks."""
        text = self._text(node)
        if not text.startswith(("r", "R")):
            return
        start, _ = self._span(node)
        for piece in _REGEX_PIECES.finditer(text, 2):
            low, high = piece.group(1), piece.group(2)
            if low is None:
                new = [""]
            elif high:
                new = [f"{{{low},{int(high) + 1}}}", f"{{{int(low) + 1},{high}}}"]
            else:
                new = [piece.group().replace(low, str(int(low) + 1))]
            for one in new:
                if _valid(node.value, text[: piece.start()] + one + text[piece.end() :]):
                    at = start + len(text[: piece.start()].encode())
                    self._edit(node, at, at + len(piece.group().encode()), one)

    def _elements(self, node: ast.List | ast.Set | ast.Tuple | ast.Dict) -> None:
        pairs: list[str] = []
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                pairs.append(f"{self._text(key)}: {self._text(value)}" if key else f"**{self._text(value)}")
        elif self._source[self._span(node)[0] : self._span(node)[0] + 1] in (b"(", b"[", b"{"):
            pairs = [self._text(element) for element in node.elts]
        if isinstance(self._statement, ast.Return) and isinstance(node, ast.Tuple):
            return  # another shape, which the caller would trip over
        count = len(pairs)
        for number in sorted({0, count // 2, count - 1})[:_ELEMENTS] if count else ():
            rest = ", ".join(pairs[:number] + pairs[number + 1 :])
            match node:
                case ast.Tuple():
                    new = f"({rest},)" if rest else "()"
                case ast.List():
                    new = f"[{rest}]"
                case ast.Set():
                    new = f"{{{rest}}}" if rest else "set()"
                case _:
                    new = f"{{{rest}}}"
            self._replace(node, new)

    def _call(self, node: ast.Call) -> None:
        positional = [argument for argument in node.args if not isinstance(argument, ast.Starred)]
        if len(positional) == len(node.args) == 1 and isinstance(node.func, ast.Name) and not node.keywords:
            if node.func.id in _SAME_TYPE_FUNCTIONS:
                self._replace(node, f"({self._text(positional[0])})")
        elif not node.args and isinstance(node.func, ast.Attribute) and node.func.attr in _SAME_TYPE_METHODS:
            self._replace(node, self._text(node.func.value))
        elif len(node.args) >= 2 and len(positional) == len(node.args) and _name_of(node.func) not in _SYMMETRIC:
            one, other = self._text(positional[0]), self._text(positional[1])
            start, end = self._span(positional[0])[0], self._span(positional[1])[1]
            between = self._source[self._span(positional[0])[1] : self._span(positional[1])[0]].decode()
            self._edit(node, start, end, f"{other}{between}{one}")


def bound(statement: ast.stmt) -> Iterator[str]:
    """Give the names that a statement of a module binds: of a class its own, and its constants and members."""
    if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        yield statement.name
        for inner in statement.body if isinstance(statement, ast.ClassDef) else ():
            if not isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield from (name for name in bound(inner) if name.isupper() or name.startswith("_"))
    else:
        yield from (
            node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        )


def _untested(node: ast.stmt) -> bool:
    match node:
        case ast.Assert() | ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return name in _UNTESTED_NAMES
        case ast.If(test=test):
            return ast.unparse(test) in {"TYPE_CHECKING", "__name__ == '__main__'"}
        case _:
            return False


def _is_for_people(parent: ast.AST, child: ast.AST) -> bool:
    """Return whether `child` is a sentence that is shown, or one of the arguments that change nothing to be seen."""
    match parent:
        case ast.Raise():
            return True
        case ast.Call(func=function) if _name_of(function) in _SENTENCES:
            return isinstance(child, ast.Constant | ast.JoinedStr)
        case ast.Call():
            return isinstance(child, ast.keyword) and child.arg in _UNTESTED_ARGUMENTS
        case ast.JoinedStr():
            return isinstance(child, ast.Constant)
        case _:
            return False


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _valid(before: object, after: str) -> bool:
    """Return whether a text and a literal are regular expressions; a half of one that is joined to another is not."""
    try:
        return isinstance(before, str) and bool(re.compile(before)) and bool(re.compile(ast.literal_eval(f"({after})")))
    except (re.error, SyntaxError):
        return False
