"""`proefpraktijk review`: ask a reviewer about everything doubtful, and keep each decision."""

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
from proefpraktijk.problem_formats import ProblemRow, rows
from proefpraktijk.protect import ReaderError
from proefpraktijk.shown_paths import shown_paths
from proefpraktijk.wording import Wording, msg

from .console import UserOutput, user_output
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
    to_user = user_output()
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
            sys.exit(_ask_everything(opened, by, to_user, root))
        sys.exit(_take(opened, answers, by, to_user, root))
    except ReaderError as error:
        _refuse(to_user, root, [error.problem])
        sys.exit(1)


def _refuse(to_user: UserOutput, root: Path, problems: Sequence[Problem]) -> None:
    to_user.write_rows(rows(problems, (), to_user.wording, shown_paths(root)))


def _ask_everything(opened: Review, by: str | None, to_user: UserOutput, root: Path) -> bool:
    """Ask about everything in the terminal; return whether something still waits."""
    reviewer = Reviewer(opened, to_user, by)
    problems = reviewer.ask_everything()
    if problems:
        _refuse(to_user, root, problems)
    if opened.waiting:
        to_user.write_error(to_user.wording.n("{count} decision kept.", "{count} decisions kept.", reviewer.kept))
    if reviewer.is_done:
        to_user.write_error(to_user.wording.t("Nothing waits for a reviewer."))
    return not reviewer.is_done


def _take(opened: Review, answers: IO[str], by: str | None, to_user: UserOutput, root: Path) -> bool:
    """Keep all answers of a JSON file, or none when one is refused; return whether any was not kept."""
    taken = decided_elsewhere(opened, answers, by, to_user.wording)
    problems = opened.keep(taken.decisions) if taken.decisions and not taken.refusals else []
    for refusal in taken.refusals:
        to_user.write_error(refusal)
    if problems:
        _refuse(to_user, root, problems)
    if taken.refusals or problems:
        to_user.write_error(to_user.wording.t("Nothing was written."))
        return True
    n = to_user.wording.n
    to_user.write_error(n("{count} decision kept.", "{count} decisions kept.", len(taken.decisions)))
    if taken.late:
        late = n(
            "{count} answer was about something that no longer waits.",
            "{count} answers were about something that no longer waits.",
            taken.late,
        )
        to_user.write_error(late)
    return bool(taken.late)


def _list(opened: Review, form: str, to_user: UserOutput, root: Path) -> bool:
    """List everything that waits; return whether there is a hold among it."""
    items = [item for path in opened.waiting for item in opened.items(path)]
    if form == "json":
        to_user.write(json.dumps([_fields(item, to_user.wording) for item in items], ensure_ascii=False, indent=2))
    else:
        shown = shown_paths(root)
        to_user.write_rows(_row(item, to_user.wording, shown(item.place.path)) for item in items)
        to_user.write_error(to_user.wording.n("{count} hold", "{count} holds", sum(item.holds for item in items)))
    return any(item.holds for item in items)


def _row(item: ReviewItem, wording: Wording, path: str) -> ProblemRow:
    hint = wording.say(item.instead) if item.instead else None
    rule, severity = (f"HOLD-{item.kind}", "error") if item.holds else (item.rule, "warning")
    return ProblemRow(item.place._replace(path=path), rule, severity, wording.say(item.why), hint)  # type: ignore[arg-type] # as shown


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
