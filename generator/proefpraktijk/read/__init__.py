"""From the files below `content/` to a `Corpus`, with a `Problem` for everything its writers can mend.

Takes: `content/`.
Gives: a `Corpus`, reports, problems at `path:line:column`.
"""

from proefpraktijk.read.front_matter.schema import json_schemas

from .corpus import read_corpus, sort_problems
from .decisions import DECISIONS, parse_decisions, with_decisions
from .document import parse_report
from .files import load_bytes
from .report_clashes import ReportIdentity, clashes, report_identity
from .rules import RULES, Rule
from .scan import scan_views
from .standoff_codes import codes_path

__all__ = [
    "DECISIONS",
    "RULES",
    "ReportIdentity",
    "Rule",
    "clashes",
    "codes_path",
    "json_schemas",
    "load_bytes",
    "parse_decisions",
    "parse_report",
    "read_corpus",
    "report_identity",
    "scan_views",
    "sort_problems",
    "with_decisions",
]
