"""`proefpraktijk review`: what waits for a person, one by one, and what is decided on it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import click

from proefpraktijk.model.problem import Problem
from proefpraktijk.model.review import ReviewItem
from proefpraktijk.pipeline.reviewing import Review, open_review
from proefpraktijk.problem_formats import Row, rows
from proefpraktijk.protect import ReaderError
from proefpraktijk.shown_paths import shown_paths
from proefpraktijk.wording import Wording, msg

from .console import Speech, speech
from .decisions_from_json import decided_elsewhere
from .help_texts import command, option
from .site_folder import root_option
from .terminal_reviewer import Reviewer


@command(
    msg(
        "Ask of everything doubtful what becomes of it, show what the reader would see, and keep each answer at once in "
        "content/decisions.yml. What it shows is raw text, for reviewers only. Ends with 1 when something still waits."
    ),
    "proefpraktijk review",
    "proefpraktijk review --list --format json",
    "proefpraktijk review --decide besluiten.json",
)
@root_option()
@option("--by", metavar="ROLE", help=msg("Who decides: a role, never a name. Asked for when it is not given."))
@option("--list", "listing", is_flag=True, help=msg("Ask nothing: tell what waits."))
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=msg("With --list: text tells places and reasons only; json holds the raw text too, for other programs."),
)
@option(
    "--decide",
    "answers",
    metavar="FILE",
    type=click.File(encoding="utf-8-sig"),
    help=msg(
        "Take the answers from a JSON file (-: standard input), a list of id, option, replacement, reason and by."
    ),
)
def review(root: Path, by: str | None, form: str, answers: IO[str] | None, *, listing: bool) -> None:
    """Review the site below `root`."""
    to_user = speech()
    try:
        with to_user.progress() as watch:
            opened = open_review(root, watch)
        if not isinstance(opened, Review):
            _refuse(to_user, root, opened)
            sys.exit(1)
        if by and opened.airlock.rules.names_somebody(by):
            raise click.BadParameter(to_user.wording.t("Give a role, not a name."), param_hint="--by")
        if form == "json" and not listing:
            raise click.UsageError(to_user.wording.t("Give --format json together with --list."))
        if listing:
            sys.exit(_list(opened, form, to_user, root))
        if answers is None:
            sys.exit(_walk(opened, by, to_user, root))
        sys.exit(_take(opened, answers, by, to_user, root))
    except ReaderError as error:
        _refuse(to_user, root, [error.problem])
        sys.exit(1)


def _refuse(to_user: Speech, root: Path, problems: Sequence[Problem]) -> None:
    to_user.list_rows(rows(problems, (), to_user.wording, shown_paths(root)))


def _walk(opened: Review, by: str | None, to_user: Speech, root: Path) -> bool:
    """Ask everything; return whether something still waits."""
    reviewer = Reviewer(opened, to_user, by)
    problems = reviewer.walk()
    if problems:
        _refuse(to_user, root, problems)
    if opened.waiting:
        to_user.tell(to_user.wording.n("{count} decision kept.", "{count} decisions kept.", reviewer.kept))
    if reviewer.is_done:
        to_user.tell(to_user.wording.t("Nothing waits for a reviewer."))
    return not reviewer.is_done


def _take(opened: Review, answers: IO[str], by: str | None, to_user: Speech, root: Path) -> bool:
    """Take all answers that were given elsewhere, or none when one is refused; return whether one was not taken."""
    taken = decided_elsewhere(opened, answers, by, to_user.wording)
    problems = opened.keep(taken.decisions) if taken.decisions and not taken.refusals else []
    for refusal in taken.refusals:
        to_user.tell(refusal)
    if problems:
        _refuse(to_user, root, problems)
    if taken.refusals or problems:
        to_user.tell(to_user.wording.t("Nothing was written."))
        return True
    n = to_user.wording.n
    to_user.tell(n("{count} decision kept.", "{count} decisions kept.", len(taken.decisions)))
    if taken.late:
        late = n(
            "{count} answer was about something that no longer waits.",
            "{count} answers were about something that no longer waits.",
            taken.late,
        )
        to_user.tell(late)
    return bool(taken.late)


def _list(opened: Review, form: str, to_user: Speech, root: Path) -> bool:
    """Tell everything that waits; return whether there is anything."""
    items = [item for path in opened.waiting for item in opened.items(path)]
    if form == "json":
        to_user.say(json.dumps([_fields(item, to_user.wording) for item in items], ensure_ascii=False, indent=2))
    else:
        shown = shown_paths(root)
        to_user.list_rows(_row(item, to_user.wording, shown(item.place.path)) for item in items)
        to_user.tell(to_user.wording.n("{count} hold", "{count} holds", sum(item.holds for item in items)))
    return any(item.holds for item in items)


def _row(item: ReviewItem, wording: Wording, path: str) -> Row:
    hint = wording.say(item.instead) if item.instead else None
    rule, severity = (f"HOLD-{item.kind}", "error") if item.holds else (item.rule, "warning")
    return Row(item.place._replace(path=path), rule, severity, wording.say(item.why), hint)  # type: ignore[arg-type] # as shown


def _fields(item: ReviewItem, wording: Wording) -> dict[str, Any]:
    """Return an item for other programs; offsets are code points from 0, the end exclusive."""
    return {
        "id": item.id,
        "path": item.place.path,
        "line": item.place.line,
        "column": item.place.column,
        "start": item.source[0],
        "end": item.source[1],
        "kind": item.kind,
        "holds": item.holds,
        "layer": item.layer,
        "why": wording.say(item.why),
        "instead": wording.say(item.instead) if item.instead else None,
        "text": item.text,
        "sentence": {"text": item.sentence, "start": item.start, "end": item.end},
        "options": [
            {
                "id": option.id,
                "as_reader_sees": option.reader_sees,
                "refused": wording.say(option.refused) if option.refused else None,
            }
            for option in item.options
        ],
    }
