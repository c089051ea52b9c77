"""`proefpraktijk new`: write the beginning of a report, a session, a theme or a finding."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

from proefpraktijk.dutch.folding import slug_of
from proefpraktijk.model.corpus import Corpus, FindingMatter, Matter, ReportMatter, SessionMatter, ThemeMatter
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem, Severity
from proefpraktijk.model.spiral import school_year_of
from proefpraktijk.problem_formats import rows
from proefpraktijk.read import parse_report, read_corpus
from proefpraktijk.read.front_matter.field_names import aliases_of
from proefpraktijk.read.front_matter.forms import from_values
from proefpraktijk.read.values.dates import parse_date
from proefpraktijk.shown_paths import shown_paths
from proefpraktijk.wording import msg

from .console import UserOutput, user_output
from .help_texts import TranslatedCommand, TranslatedGroup, TranslatedOption
from .new_document_facts import Fact, FrontMatterForm
from .site_folder import root_option

_THEMES = Fact(
    "themes", "--themes", msg("Themes, by their id, with commas between."), msg("Themes (ids, with commas between)")
)

_REPORT = FrontMatterForm(
    ReportMatter,
    (
        Fact("title", "--title", msg("What it is about; no names."), msg("Title"), "Nieuw verslag"),
        Fact("school", "--school", msg("One school or more, as on the roster.")),
        Fact("year_group", "--year-group", msg("5, or 5/6 for a combination group."), msg("Year group")),
        Fact("date", "--date", msg("The day the subgroup met, as 2025-11-12."), msg("Date (2025-11-12, or nothing)")),
        Fact("session", "--session", msg("The session it belongs to, as 2025-2026-3."), msg("Session")),
        Fact(
            "quadrant",
            "--quadrant",
            msg("combineren, internaliseren, socialiseren or externaliseren."),
            msg("Quadrant"),
            "socialiseren",
        ),
        _THEMES,
        Fact("authors", "--authors", msg("Who wrote it; their names stay inside.")),
        Fact("participants", "--participants", msg("How many took part, or who; names stay inside.")),
        Fact("facilitator", "--facilitator", msg("Who led the subgroup; the name stays inside.")),
    ),
)
_SESSION = FrontMatterForm(
    SessionMatter,
    (
        Fact("title", "--title", msg("What it is about; no names."), msg("Title"), "Nieuwe bijeenkomst"),
        Fact("date", "--date", msg("The day of the session, as 2025-11-12."), msg("Date")),
        Fact("school_year", "--school-year", msg("The school year, as 2025-2026.")),
        Fact("number", "--number", msg("Its number in the school year."), msg("Number")),
        Fact("expert", "--expert", msg("Who brought something in; named on the site only when public on the roster.")),
        _THEMES,
        Fact("assignment", "--assignment", msg("What everybody tries in class afterwards."), msg("Assignment")),
    ),
)
_THEME = FrontMatterForm(
    ThemeMatter,
    (
        Fact("label", "--label", msg("What the theme is called."), msg("Label"), "Nieuw thema"),
        Fact("aliases", "--aliases", msg("Other words for it, with commas between.")),
        Fact(
            "definition",
            "--definition",
            msg("What it is, in one plain sentence."),
            msg("Definition"),
            "Hier komt in één zin wat dit thema is.",
        ),
        Fact("broader", "--broader", msg("The id of the theme above it.")),
        Fact("related", "--related", msg("Ids of related themes, with commas between.")),
    ),
)
_FINDING = FrontMatterForm(
    FindingMatter,
    (
        Fact("question", "--question", msg("The question it answers."), msg("Question"), "Wat is de vraag?"),
        Fact("claim", "--claim", msg("The answer in a sentence or two."), msg("Answer"), "Hier komt het antwoord."),
        _THEMES,
        Fact("evidence", "--evidence", msg("Passages it rests on: reports/NAME.md#theme, with commas between.")),
        Fact("effect", "--effect", msg("bevorderend, belemmerend or beide.")),
        Fact("method", "--method", msg("How the passages were chosen.")),
    ),
)


def _usual_report(corpus: Corpus, _written: Mapping[str, str]) -> dict[str, str]:
    """Return the defaults of a report: the newest session, and the community's first year group."""
    sessions = corpus.codebook.sessions
    usual = {"year_group": str(corpus.community.year_groups[0])}
    return usual | ({"session": str(max(sessions, key=lambda known: (sessions[known], known)))} if sessions else {})


def _usual_session(corpus: Corpus, written: Mapping[str, str]) -> dict[str, str]:
    """Return the defaults of a session: today, the school year of its date, and the next number in that year."""
    today = dt.datetime.now().astimezone().date()
    year = school_year_of(parse_date(written["date"]) if "date" in written else today)
    numbers = [known.number for known in corpus.codebook.sessions if known.year == year]
    return {"date": today.isoformat(), "school_year": str(year), "number": str(max(numbers, default=0) + 1)}


def _stem(title: str) -> str:
    return slug_of(title)[:60].strip("-") or "nieuw"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document that can be begun: its facts, their defaults, and the path of its file below `content/`."""

    form: FrontMatterForm
    help: str
    example: str
    usual: Callable[[Corpus, Mapping[str, str]], Mapping[str, str]]
    file: Callable[[Mapping[str, str]], str]


_KINDS = {
    "report": Kind(
        _REPORT,
        msg("Begin the report of a subgroup: a draft until its member check has a date."),
        'proefpraktijk new report --title "Stil lezen" --year-group 3/4 --themes herkenning',
        _usual_report,
        lambda facts: f"reports/{from_values(ReportMatter, facts).session}/{_stem(facts['title'])}",
    ),
    "session": Kind(
        _SESSION,
        msg("Begin the page of a plenary session."),
        'proefpraktijk new session --title "Het gesprek met de leerling" --date 2025-12-10',
        _usual_session,
        lambda facts: f"sessions/{from_values(SessionMatter, facts).id}",
    ),
    "theme": Kind(
        _THEME,
        msg("Begin a theme of the codebook; its id is made of its label."),
        'proefpraktijk new theme --label "Buiten leren" --broader in-de-klas',
        lambda _corpus, _written: {},
        lambda facts: f"themes/{_stem(facts['label'])}",
    ),
    "finding": Kind(
        _FINDING,
        msg("Begin a finding: a question, its answer, and the passages it rests on."),
        'proefpraktijk new finding --question "Wat helpt om rustig te beginnen?" --themes herkenning',
        lambda _corpus, _written: {},
        lambda facts: f"findings/{_stem(facts['question'])}",
    ),
}


def _begin(name: str, root: Path, given: Mapping[str, str | None]) -> None:
    """Write a new document; remove it again when reading it gives an error."""
    to_user, kind = user_output(), _KINDS[name]
    corpus, problems = read_corpus(root)
    if corpus is None:
        _refuse(to_user, root, problems)
        sys.exit(1)
    facts = kind.form.filled(given, partial(kind.usual, corpus), to_user)
    path = ContentPath(f"content/{kind.file(facts)}.md")
    file = root / path
    if file.exists():
        to_user.write_error(to_user.wording.t("{path} is there already; nothing was written.", path=path))
        sys.exit(1)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as target:
        target.write(_text(name, kind.form.model, facts, to_user.wording.language))
    wrong = _wrong(root, path, problems)
    if wrong:
        file.unlink()
        _refuse(to_user, root, wrong)
        sys.exit(1)
    to_user.write(str(file))


def _text(name: str, model: type[Matter], facts: Mapping[str, str], language: str) -> str:
    body = (files("proefpraktijk") / "scaffold" / "new" / f"{name}.md").read_text(encoding="utf-8")
    lines = [f"{_key(model, key, language)}: {_yaml(value)}" for key, value in facts.items()]
    return "\n".join(["---", *lines, "---", body])


def _key(model: type[Matter], key: str, language: str) -> str:
    return next(iter(aliases_of(model, key)), key) if language == "nl" else key


def _yaml(value: str) -> str:
    """Return the value as a YAML scalar; a JSON string is one."""
    return value if re.fullmatch(r"\w[\w ./-]*(?<! )", value) else json.dumps(value, ensure_ascii=False)


def _wrong(root: Path, path: ContentPath, before: list[Problem]) -> list[Problem]:
    """Return the errors that were not there before the new document was."""
    corpus, problems = read_corpus(root)
    if corpus is not None and path in corpus.reports:
        problems += parse_report(path, (root / path).read_bytes(), corpus.codebook)[1]
    return [found for found in problems if found.severity is Severity.ERROR and found not in before]


def _refuse(to_user: UserOutput, root: Path, problems: list[Problem]) -> None:
    to_user.write_rows(rows(problems, (), to_user.wording, shown_paths(root)))
    to_user.write_error(to_user.wording.t("Nothing was written."))


def _command(name: str, kind: Kind) -> TranslatedCommand:
    options = [TranslatedOption([fact.flag, fact.key], help=fact.help) for fact in kind.form.facts]

    def begin(root: Path, **given: str | None) -> None:
        _begin(name, root, given)

    made = TranslatedCommand(
        name, callback=begin, params=options, help=kind.help, short_help=kind.help, examples=(kind.example,)
    )
    root_option()(made)
    return made


new = TranslatedGroup(
    "new",
    [_command(name, kind) for name, kind in _KINDS.items()],
    help=msg(
        "Begin a document: its facts as options, or asked for on a terminal. Prints the path of the new file; an "
        "existing file is never overwritten."
    ),
    examples=tuple(kind.example for kind in _KINDS.values()),
)
