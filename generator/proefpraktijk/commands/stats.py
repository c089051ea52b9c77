"""`proefpraktijk stats`: count what there is, without naming anyone."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from proefpraktijk.model.safe import Publication
from proefpraktijk.model.spiral import Quadrant
from proefpraktijk.pipeline.link_stage import LinkedContent
from proefpraktijk.pipeline.protect_stage import ProtectedContent
from proefpraktijk.pipeline.read_protect_link import run_pipeline
from proefpraktijk.problem_formats import rows
from proefpraktijk.shown_paths import shown_paths
from proefpraktijk.wording import Wording, msg

from .console import UserOutput, user_output
from .help_texts import command, option
from .site_folder import root_option


@command(
    msg(
        "Count the documents by state, session, quadrant and year group, the themes without reports, the reports "
        "without handvatten, and what the airlock replaced or held. For the community itself: small numbers are not hidden."
    ),
    "proefpraktijk stats",
    "proefpraktijk stats --format json",
)
@root_option()
@option("--format", "form", type=click.Choice(["text", "json"]), default="text", help=msg("text for people, or json."))
def stats(root: Path, form: str) -> None:
    """Count what is in the site below `root`."""
    to_user = user_output()
    with to_user.progress() as watch:
        content = run_pipeline(root, watch=watch)
    if content.protected is None or content.linked is None:
        to_user.write_rows(rows(content.problems, content.holds, to_user.wording, shown_paths(root)))
        sys.exit(1)
    counted = _counted(content.protected, content.linked)
    if form == "json":
        to_user.write(json.dumps(counted, ensure_ascii=False, indent=2))
    else:
        _show(to_user, counted)


def _counted(protected: ProtectedContent, linked: LinkedContent) -> dict[str, Any]:
    """Return the counts; every key and value is ours or public."""
    kb = linked.knowledge
    shown = kb.reports.values()
    return {
        "reports": {state.value: n for state, n in _all(Publication, linked.publications.values()).items()},
        "documents": {
            "sessions": len(kb.sessions),
            "themes": len(kb.themes),
            "findings": len(kb.findings),
            "interviews": len(kb.interviews),
            "pages": len(kb.pages),
        },
        "sessions": {str(session): len(node.reports) for session, node in kb.sessions.items()},
        "quadrants": {quadrant.value: n for quadrant, n in _all(Quadrant, (r.quadrant for r in shown)).items()},
        "year_groups": dict(sorted(Counter(str(group) for r in shown for group in r.year_groups).items())),
        "themes_without_reports": [theme for theme, node in kb.themes.items() if not node.reports],
        "reports_without_handvatten": sum(not report.takeaways for report in shown),
        "replaced": protected.replaced,
        "holds": dict(sorted(Counter(hold.kind.value for hold in protected.holds).items())),
    }


def _all(kinds: Iterable[Any], found: Iterable[Any]) -> dict[Any, int]:
    """Return how often each kind occurs, also when never."""
    counted = Counter(found)
    return {kind: counted[kind] for kind in kinds}


def _show(to_user: UserOutput, counted: Mapping[str, Any]) -> None:
    words = to_user.wording
    for key, heading in _headings(words).items():
        value = counted[key]
        if isinstance(value, dict):
            to_user.write_heading(heading)
            named = {words.t(_NAMES[name]) if name in _NAMES else name: number for name, number in value.items()}
            width = max(map(len, named), default=0)
            for name, number in named.items():
                to_user.write(f"  {name:{width}}  {number}")
        else:
            to_user.write_heading(
                f"{heading}: {', '.join(value) or 0}" if isinstance(value, list) else f"{heading}: {value}"
            )


_NAMES = {
    "published": msg("published"),
    "draft": msg("draft"),
    "withdrawn": msg("withdrawn"),
    "held": msg("held for review"),
    "refused": msg("refused"),
    "sessions": msg("sessions"),
    "themes": msg("themes"),
    "findings": msg("findings"),
    "interviews": msg("interviews"),
    "pages": msg("pages"),
    "person": msg("people"),
    "school": msg("schools"),
    "place": msg("places"),
    "date": msg("dates"),
    "contact": msg("addresses and numbers of people"),
    "number": msg("numbers"),
    "capital": msg("capitals nobody explains"),
    "unknown": msg("words no dictionary knows"),
}
"""The keys of the counts in words, for people."""


def _headings(words: Wording) -> dict[str, str]:
    return {
        "reports": words.t("Reports"),
        "documents": words.t("Other documents"),
        "sessions": words.t("Published reports by session"),
        "quadrants": words.t("Published reports by quadrant"),
        "year_groups": words.t("Published reports by year group"),
        "themes_without_reports": words.t("Themes without reports"),
        "reports_without_handvatten": words.t("Published reports without handvatten"),
        "replaced": words.t("Stretches of text replaced"),
        "holds": words.t("Held stretches of text by kind"),
    }
