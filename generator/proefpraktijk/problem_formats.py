"""Problems, holds and notices as text, JSON, GitHub annotations or SARIF 2.1.0.

A hold is shown as an error with the rule `HOLD-` and its kind, a notice as a warning. What was found in a text is never
shown, only where and why.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote

from . import __version__
from .model.notice import Notice
from .model.paths import ContentPath
from .model.problem import Message, Place, Problem, Severity
from .model.safe import Hold
from .rule_book import ALL_RULES
from .wording import Wording

_LOOK = Message("look at it with proefpraktijk review: it may stay, or you change the text")


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A problem, hold or notice as it is shown, in one language. `severity` is `error` or `warning`."""

    place: Place
    rule: str
    severity: str
    text: str
    hint: str | None

    def __str__(self) -> str:
        """Return `path:line:column: RULE message (hint)`."""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.rule} {self.text}{hint}"


def rows(
    problems: Iterable[Problem],
    holds: Iterable[Hold],
    wording: Wording,
    shown: Callable[[str], str] = str,
    notices: Iterable[Notice] = (),
) -> list[ProblemRow]:
    """Return everything that is to be shown, each thing once, sorted by place, then rule.

    `shown` takes a path, or a text value of a message, and returns it as it may be shown.
    """

    def say(message: Message) -> str:
        values = {name: shown(value) if isinstance(value, str) else value for name, value in message.values.items()}
        return wording.say(replace(message, values=values))

    def row(place: Place, rule: str, severity: str, message: Message, hint: Message | None) -> ProblemRow:
        return ProblemRow(
            place._replace(path=ContentPath(shown(place.path))),
            rule,
            severity,
            say(message),
            say(hint) if hint else None,
        )

    reported = {row(p.place, p.rule, p.severity.value, p.message, p.hint) for p in problems}
    reported |= {row(h.place, f"HOLD-{h.kind.value}", "error", h.message, None) for h in holds}
    reported |= {row(n.place, n.rule, Severity.WARNING.value, n.message, _LOOK) for n in notices}
    return sorted(reported, key=lambda row: (row.place, row.rule, row.text))


def _text(reported: Sequence[ProblemRow]) -> str:
    return "\n".join(map(str, reported))


def _json(reported: Sequence[ProblemRow]) -> str:
    listed = [
        {
            "path": row.place.path,
            "line": row.place.line,
            "column": row.place.column,
            "rule": row.rule,
            "severity": row.severity,
            "message": row.text,
            "hint": row.hint,
        }
        for row in reported
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def _github(reported: Sequence[ProblemRow]) -> str:
    """Return workflow commands; the escapes are those of the Actions toolkit (`%`, line ends, `:` and `,` in values)."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def value(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    return "\n".join(
        f"::{row.severity} file={value(row.place.path)},line={max(row.place.line, 1)},col={max(row.place.column, 1)},"
        f"title={value(row.rule)}::{data(row.text)}{data(f' ({row.hint})') if row.hint else ''}"
        for row in reported
    )


def _sarif(reported: Sequence[ProblemRow]) -> str:
    """Return a SARIF 2.1.0 log (OASIS, 2020) with one run."""
    results: list[dict[str, Any]] = [
        {
            "ruleId": row.rule,
            "level": row.severity,
            "message": {"text": f"{row.text} ({row.hint})" if row.hint else row.text},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(row.place.path)},
                        "region": {"startLine": max(row.place.line, 1), "startColumn": max(row.place.column, 1)},
                    }
                }
            ],
        }
        for row in reported
    ]
    driver = {
        "name": "proefpraktijk",
        "version": __version__,
        "rules": [
            {"id": rule, "shortDescription": {"text": ALL_RULES[rule].description}}
            for rule in sorted({r.rule for r in reported})
        ],
    }
    log = {
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[ProblemRow]], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}


def failing(reported: Iterable[ProblemRow], *, strict: bool = False) -> bool:
    """Return whether there is any error (with `strict`: anything at all)."""
    return any(strict or row.severity != Severity.WARNING for row in reported)
