"""What front matter refers to: each reference to something that does not exist is reported where it was written."""

import dataclasses

import pytest

from proefpraktijk.model.corpus import Codebook, FindingMatter, Matter, ReportMatter, SessionMatter, ThemeMatter
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem
from proefpraktijk.model.text import RawText
from proefpraktijk.read.front_matter.checked import checked_values
from proefpraktijk.read.front_matter.references import checked_references
from proefpraktijk.read.front_matter.yaml_text import load_yaml
from proefpraktijk.read.problems import Problems

REPORT = {"title": "Een", "year_group": "5", "session": "2025-2026-1", "quadrant": "combineren"}
SESSION = {"title": "Een", "number": "1", "school_year": "2025-2026", "date": "2025-09-24"}
FINDING = {"question": "Wat?", "claim": "Dat."}
THEME = {"label": "Een", "definition": "Dat."}


def look_up(kind: type[Matter], codebook: Codebook, lines: dict[str, str]) -> tuple[Matter | None, list[Problem]]:
    """Return front matter with its references looked up, and all its problems; the file is a finding's."""
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    problems = Problems(ContentPath("content/findings/f.md"), text)
    checked = checked_values(kind, load_yaml(0, len(text), problems), problems)
    assert checked.partial is not None
    return checked_references(checked.partial, checked.values, codebook, problems), problems.found


def rules(found: list[Problem]) -> list[str]:
    """Return `line:column: RULE` of each problem."""
    return [f"{problem.place.line}:{problem.place.column}: {problem.rule}" for problem in found]


@pytest.mark.parametrize(
    ("kind", "sound", "written", "expected"),
    [
        (ThemeMatter, THEME, {"broader": "nergens"}, ["3:10: PP301"]),
        (ThemeMatter, THEME, {"related": "[veiligheid, nergens]"}, ["3:23: PP301"]),
        (ThemeMatter, THEME, {"broader": "Samen leren", "related": "VERTROUWEN"}, []),
        (FindingMatter, FINDING, {"themes": "vertrouwen, nergens"}, ["3:21: PP301"]),
        (ReportMatter, REPORT, {"session": "2025-2026-9"}, ["3:10: PP303"]),
        (ReportMatter, REPORT, {"session": "2025-2027-1", "themes": "nergens"}, ["3:10: PP211", "5:9: PP301"]),
        (ReportMatter, REPORT, {"year_group": "9", "school": "Nergens"}, ["2:13: PP210", "5:9: PP302"]),
        (ReportMatter, REPORT, {"school": "de wilgenhof, ’t Startblok, Nergens"}, ["5:37: PP302"]),
        (ReportMatter, REPORT, {"themes": "[[veiligheid]]"}, ["5:11: PP215"]),
        (SessionMatter, SESSION, {"date": "2026-08-01"}, ["4:7: PP224"]),
        (SessionMatter, SESSION, {"date": "2026-07-31"}, []),
        (SessionMatter, SESSION, {"date": "gisteren"}, ["4:7: PP214"]),
        (SessionMatter, SESSION, {"school_year": "2025"}, ["3:14: PP211"]),
        (FindingMatter, FINDING, {"evidence": "[]", "effect": "x"}, ["4:9: PP219"]),
        (FindingMatter, FINDING, {"evidence": "[[x]]"}, ["3:13: PP215"]),
    ],
)
def test_references(
    kind: type[Matter], sound: dict[str, str], written: dict[str, str], expected: list[str], codebook: Codebook
) -> None:
    """One problem for each; what was refused before is not looked up, what was not is all the same."""
    assert rules(look_up(kind, codebook, sound | written)[1]) == expected


def test_a_year_group_of_another_community(codebook: Codebook) -> None:
    """The group that does not belong is named, once for each."""
    small = dataclasses.replace(codebook, year_groups=(1, 2, 5))
    found = look_up(ReportMatter, small, REPORT | {"year_group": "4 t/m 6"})[1]
    assert rules(found) == ["2:13: PP310", "2:13: PP310"]
    assert [problem.message.values for problem in found] == [{"group": 4}, {"group": 6}]


def test_any_school_will_do_when_the_roster_lists_none(codebook: Codebook) -> None:
    """A community without schools on its roster is not asked for them."""
    without = dataclasses.replace(codebook, schools=(), school_lines=())
    assert look_up(ReportMatter, without, REPORT | {"school": "Nergens"})[1] == []


@pytest.mark.parametrize(
    ("school", "hint", "values"),
    [
        ("Wilgenhof", "one that looks like it stands on line {line} of content/roster.yml", {"line": 2}),
        ("Startblok", "one that looks like it stands on line {line} of content/roster.yml", {"line": 3}),
        ("Zzz", "add it to content/roster.yml under schools", {}),
    ],
)
def test_a_school_like_one_of_the_roster_is_pointed_at_by_its_line(
    school: str, hint: str, values: dict[str, int], codebook: Codebook
) -> None:
    """The hint holds a line of the roster, never the name of a school."""
    (problem,) = look_up(ReportMatter, codebook, REPORT | {"school": school})[1]
    assert problem.hint is not None
    assert (problem.hint.template, dict(problem.hint.values)) == (hint, values)


@pytest.mark.parametrize(("session", "guess"), [("2025-2026-9", "2025-2026-2"), ("1999-2000-7", None)])
def test_a_session_like_one_there_is(session: str, guess: str | None, codebook: Codebook) -> None:
    """The most similar session is offered; without one the place to look."""
    (problem,) = look_up(ReportMatter, codebook, REPORT | {"session": session})[1]
    assert problem.hint is not None
    assert problem.hint.values.get("guess") == guess
    assert ("{guess}" in problem.hint.template) == (guess is not None)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("reports/a.md", "content/reports/a.md"),
        ("content/reports/a.md", "content/reports/a.md"),
        ("../reports/a.md", "content/reports/a.md"),
        ("interviews/i.md", "content/interviews/i.md"),
        ("reports/a.md#Samen leren", "content/reports/a.md#samen-leren"),
        ("content/reports/a.md#vertrouwen", "content/reports/a.md#vertrouwen"),
    ],
)
def test_evidence_is_a_content_path_however_it_was_written(written: str, path: str, codebook: Codebook) -> None:
    """From the folder of the finding, from content/, or in full; the theme becomes its id."""
    matter, found = look_up(FindingMatter, codebook, FINDING | {"evidence": f'["{written}"]'})
    assert found == []
    assert isinstance(matter, FindingMatter)
    start = 39
    end = start + len(written) if written == path else start
    assert matter.evidence == (RawText(path, start, end),)


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("reports/weg.md", "PP312"),
        ("findings/f.md", "PP312"),
        ("pages/over.md", "PP312"),
        ("reports/a.md#nergens", "PP301"),
        ("nergens#nergens", "PP312"),
    ],
)
def test_evidence_that_does_not_exist_is_left_out(written: str, rule: str, codebook: Codebook) -> None:
    """Only reports and interviews lend passages, and only with themes of the codebook."""
    matter, found = look_up(FindingMatter, codebook, FINDING | {"evidence": f'["reports/a.md", "{written}"]'})
    assert rules(found) == [f"3:29: {rule}"]
    assert isinstance(matter, FindingMatter)
    assert [one.value for one in matter.evidence] == ["content/reports/a.md"]
