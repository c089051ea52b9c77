"""`proefpraktijk check`: show everything that is wrong or doubtful, without building anything."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from proefpraktijk.model.problem import Problem
from proefpraktijk.pipeline.read_protect_link import run_pipeline
from proefpraktijk.problem_formats import FORMATS, ProblemRow, failing, rows
from proefpraktijk.publish import names_in_settings
from proefpraktijk.publish.engines import read_settings
from proefpraktijk.read import json_schemas
from proefpraktijk.shown_paths import shown_paths
from proefpraktijk.wording import msg

from .console import UserOutput, user_output
from .help_texts import command, option
from .risk_report import RiskReport
from .site_folder import CONFIGURATION, root_option

_ALL_KINDS = "all"


@command(
    msg(
        "Read every document, take it through the airlock, and tell all that is wrong or doubtful with its place and "
        "how to mend it. Nothing is built. Ends with 1 when there is a problem or a hold."
    ),
    "proefpraktijk check",
    "proefpraktijk check --format github",
    "proefpraktijk check --risk",
    "proefpraktijk check --schema report",
)
@root_option()
@option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help=msg("text for people, json, github for annotations in a workflow, sarif for code scanning."),
)
@option("--strict", is_flag=True, help=msg("Warnings count as problems too."))
@option(
    "--schema",
    is_flag=False,
    flag_value=_ALL_KINDS,
    metavar="[KIND]",
    help=msg("Print the JSON Schema of the front matter (of one kind, or of all) and stop."),
)
@option(
    "--risk",
    is_flag=True,
    help=msg("Tell how small the published groups are, what was made more general, and why, and stop."),
)
def check(root: Path, form: str, *, strict: bool, schema: str | None, risk: bool) -> None:
    """Check the site below `root`."""
    to_user = user_output()
    if schema is not None:
        to_user.write(_schema(schema))
        return
    if risk:
        _show_risk(to_user, root, form)
        return
    with to_user.progress() as watch:
        content = run_pipeline(root, drafts=True, watch=watch)
    settings = read_settings(root / CONFIGURATION)
    named = names_in_settings(root / CONFIGURATION, content.search_terms.search)
    problems = (*content.problems, *named, *([settings] if isinstance(settings, Problem) else []))
    said = rows(problems, content.holds, to_user.wording, shown_paths(root), content.notices)
    if form == "text":
        to_user.write_rows(said)
        _sum_up(to_user, said, len(content.publications))
    else:
        to_user.write(FORMATS[form](said))
    sys.exit(failing(said, strict=strict))


def _show_risk(to_user: UserOutput, root: Path, form: str) -> None:
    """Show the small groups in what would be published; end with 1 when k-anonymity cannot be kept."""
    if form not in ("text", "json"):
        raise click.BadParameter("text, json", param_hint="--format")
    with to_user.progress() as watch:
        content = run_pipeline(root, watch=watch)
    shown = shown_paths(root)
    if content.linked is None:
        to_user.write_rows(rows(content.problems, content.holds, to_user.wording, shown))
        sys.exit(1)
    risk = RiskReport(content.linked.knowledge.community.k, content.linked.generalisations)
    if form == "json":
        to_user.write(risk.as_json(shown))
    else:
        risk.show(to_user, shown)
    sys.exit(not risk.holds)


def _schema(kind: str) -> str:
    schemas = json_schemas()
    if kind != _ALL_KINDS and kind not in schemas:
        raise click.BadParameter(", ".join(schemas), param_hint="--schema")
    return json.dumps(schemas if kind == _ALL_KINDS else schemas[kind], ensure_ascii=False, indent=2)


def _sum_up(to_user: UserOutput, said: list[ProblemRow], reports: int) -> None:
    n = to_user.wording.n
    if not said:
        to_user.write_error(n("All is well: {count} report read.", "All is well: {count} reports read.", reports))
        return
    holds = sum(row.rule.startswith("HOLD") for row in said)
    warnings = sum(row.severity == "warning" for row in said)
    problems = len(said) - holds - warnings
    to_user.write_error(
        ", ".join(
            (
                n("{count} problem", "{count} problems", problems),
                n("{count} hold", "{count} holds", holds),
                n("{count} warning", "{count} warnings", warnings),
            )
        )
    )
