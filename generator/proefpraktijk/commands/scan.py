"""`proefpraktijk scan`: show what the airlock would replace or hold in any text file, with or without a site around it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from proefpraktijk.model.corpus import Roster
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.model.scan import ScanText
from proefpraktijk.problem_formats import rows
from proefpraktijk.protect import Airlock, ReaderError, Span
from proefpraktijk.read import read_corpus, scan_views
from proefpraktijk.roster_file import airlock_for, read_roster
from proefpraktijk.shown_paths import shown_paths
from proefpraktijk.wording import Wording, msg

from .console import UserOutput, user_output
from .help_texts import command, option
from .site_folder import enclosing_site


@command(
    msg(
        "Tell what the airlock would replace and what it would hold, by place and reason; the text itself is never "
        "shown. Inside a site its roster and decisions count. Ends with 1 when something is held or cannot be read."
    ),
    "proefpraktijk scan verslag.md",
    "proefpraktijk scan --plain --roster mensen.yml --format json notities.txt",
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@option("--plain", is_flag=True, help=msg("Take the files as plain text, not as Markdown or YAML."))
@option(
    "--roster",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=msg("The people and places to know, in the form of content/roster.yml; the site's are then not used."),
)
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help=msg("text for people; json gives one object a file, with code points from 0, the end exclusive."),
)
def scan(files: Sequence[Path], form: str, roster: Path | None, *, plain: bool) -> None:
    """Scan the files."""
    to_user = user_output()
    airlock = _airlock(roster)
    if not isinstance(airlock, Airlock):
        _refuse(to_user, airlock)
        sys.exit(1)
    shown = shown_paths(enclosing_site(Path.cwd()) or Path())
    clean = True
    for file in files:
        try:
            data = file.read_bytes()
        except OSError:
            _refuse(to_user, [_unreadable(file)])
            clean = False
            continue
        text = scan_views(str(file), data, plain)
        try:
            spans = airlock.scan(text.blocks)
        except ReaderError as error:
            _refuse(to_user, [error.problem])
            sys.exit(1)
        clean = clean and all(span.action == "replace" for span in spans)
        if form == "json":
            to_user.write(_json(shown(text.path), spans))
        else:
            _show(to_user, shown(text.path), text, spans)
    sys.exit(not clean)


def _airlock(roster: Path | None) -> Airlock | Sequence[Problem]:
    """Return an airlock with the roster given, else with what the site around us knows, else with nothing."""
    site = None if roster else enclosing_site(Path.cwd())
    if site:
        corpus, problems = read_corpus(site)
        return Airlock(corpus.community, corpus.roster, corpus.decisions) if corpus else problems
    known = read_roster(roster) if roster else Roster()
    return airlock_for(known) if isinstance(known, Roster) else known


def _unreadable(file: Path) -> Problem:
    return Problem("PP111", Place(ContentPath(str(file))), Message("This file cannot be read."))


def _refuse(to_user: UserOutput, problems: Sequence[Problem]) -> None:
    shown = shown_paths(enclosing_site(Path.cwd()) or Path())
    for row in rows(problems, (), to_user.wording, shown):
        to_user.write_error(str(row))


def _json(path: str, spans: Sequence[Span]) -> str:
    listed = [
        {"start": s.start, "end": s.end, "action": s.action, "kind": s.kind.value, "layer": s.layer} for s in spans
    ]
    return json.dumps({"path": path, "spans": listed}, ensure_ascii=False)


def _show(to_user: UserOutput, path: str, text: ScanText, spans: Sequence[Span]) -> None:
    words = to_user.wording
    kinds = _kinds(words)
    for span in spans:
        line = text.text.count("\n", 0, span.start) + 1
        column = span.start - (text.text.rfind("\n", 0, span.start) + 1) + 1
        what = words.t("would be replaced") if span.action == "replace" else words.t("would be held")
        to_user.write(f"{path}:{line}:{column}: {kinds[span.kind]} {what} ({span.layer})")
    held = sum(span.action == "hold" for span in spans)
    to_user.write_error(
        f"{path}: "
        + words.n("{count} replacement", "{count} replacements", len(spans) - held)
        + ", "
        + words.n("{count} hold", "{count} holds", held)
    )


def _kinds(words: Wording) -> dict[HoldKind, str]:
    return {
        HoldKind.PERSON: words.t("a person"),
        HoldKind.SCHOOL: words.t("a school"),
        HoldKind.PLACE: words.t("a place"),
        HoldKind.DATE: words.t("a date"),
        HoldKind.CONTACT: words.t("an address or number"),
        HoldKind.NUMBER: words.t("a number"),
        HoldKind.CAPITAL: words.t("a capital"),
        HoldKind.UNKNOWN: words.t("an unknown word"),
    }
