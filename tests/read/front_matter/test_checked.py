"""Front matter: every mistake is reported once, at its own place, and nothing that was refused is used."""

import pytest

from proefpraktijk.model.corpus import Codebook, CommunityMatter, PageMatter, ReportMatter
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.read import parse_decisions, parse_report
from proefpraktijk.read.front_matter.checked import Checked, checked_values, front_matter_span, read_front_matter
from proefpraktijk.read.front_matter.handler import FrontMatterSpan
from proefpraktijk.read.front_matter.yaml_text import load_yaml
from proefpraktijk.read.problems import Problems

PATH = ContentPath("content/reports/a.md")
SOUND = {"title": "Een", "year_group": "5", "session": "2025-2026-1", "quadrant": "socialiseren"}


def problems_of(codebook: Codebook, *lines: str, **changes: str | None) -> list[str]:
    """Return `line:column: RULE` of each problem of a report with these lines before the sound ones (None: left out)."""
    kept = {key: value for key, value in (SOUND | changes).items() if value is not None}
    text = "\n".join(["---", *lines, *(f"{key}: {value}" for key, value in kept.items()), "---", "", "## Handvatten"])
    found = parse_report(PATH, f"{text}\n\nProbeer dit.\n".encode(), codebook)[1]
    return [f"{problem.place.line}:{problem.place.column}: {problem.rule}" for problem in found]


def read(model: type[PageMatter], text: str) -> tuple[Checked[PageMatter], list[str]]:
    """Return YAML checked as the front matter of a page, and the rules it breaks."""
    problems = Problems(PATH, text)
    return read_front_matter(model, FrontMatterSpan(0, len(text), len(text)), problems), [
        problem.rule for problem in problems.found
    ]


def test_a_sound_report_has_no_problems(codebook: Codebook) -> None:
    """What the cases below change has nothing wrong with it."""
    assert problems_of(codebook) == []


@pytest.mark.parametrize(
    ("lines", "changes", "expected"),
    [
        pytest.param(["date: gisteren"], {"session": "3"}, ["2:7: PP214"], id="a session number whose date is refused"),
        pytest.param(["titl: Een"], {"title": None}, ["2:1: PP206"], id="a required key that is misspelt"),
        pytest.param(["titl: Een"], {}, ["2:1: PP206"], id="a misspelt key beside the right one"),
        pytest.param(["title: [een"], {"title": None}, ["2:8: PP203"], id="what is missing when the YAML is broken"),
        pytest.param(["title: &x Een"], {"title": None}, ["2:8: PP205"], id="what is missing when YAML is refused"),
        pytest.param(["themes: nergens"], {"year_group": "9"}, ["4:13: PP210", "2:9: PP301"], id="two of their own"),
    ],
)
def test_only_the_first_mistake_is_reported(
    lines: list[str], changes: dict[str, str | None], expected: list[str], codebook: Codebook
) -> None:
    """What follows from another mistake is no mistake of its own."""
    assert problems_of(codebook, *lines, **changes) == expected


def test_a_list_has_the_wrong_shape_and_no_missing_keys() -> None:
    """Front matter that is no mapping is one problem, not one for each required key."""
    found, rules = read(PageMatter, "\n- title\n- slug\n")
    assert (found, rules) == (Checked(None, None, {}), ["PP204"])


def test_nothing_between_the_lines_lacks_every_required_key(codebook: Codebook) -> None:
    """Front matter without a line is no mistake of YAML: each required key is missing."""
    assert problems_of(codebook, **dict.fromkeys(SOUND)) == ["1:1: PP208"] * 4


@pytest.mark.parametrize("second", ["title: Een", "TITEL: Een", "title:"])
def test_a_key_is_given_twice_also_when_the_first_is_empty(second: str, codebook: Codebook) -> None:
    """The empty one is not filled in, and the other one is the second: neither is passed over."""
    assert problems_of(codebook, "titel:", second, title=None) == ["3:1: PP207", "2:1: PP208"]


def test_a_key_is_given_twice_in_two_languages(codebook: Codebook) -> None:
    """The second is reported where it stands, under its Dutch name too, and the first is kept."""
    assert problems_of(codebook, "titel: Een", "jaargroep: 5", year_group=None) == ["4:1: PP207"]
    text = "titel: Een\ntitle: Twee\n"
    problems = Problems(PATH, text)
    found = checked_values(PageMatter, load_yaml(0, len(text), problems), problems)
    assert found.values == {"title": "Een"}
    assert [problem.message.values for problem in problems.found] == [{"key": "title", "dutch": "titel"}]


def test_an_empty_key_may_come_after_a_full_one() -> None:
    """A key without a value after the same key with one is given twice as well."""
    assert read(PageMatter, "title: Een\ntitel:\n")[1] == ["PP207"]


@pytest.mark.parametrize("extra", ["onbekend: x\n", "titel: Nog een\n"])
def test_front_matter_with_a_problem_is_not_used(extra: str) -> None:
    """Also when everything the model asks for is there: what was meant is not known."""
    found, rules = read(PageMatter, f"title: Een\n{extra}")
    assert rules
    assert found.matter is None
    assert found.partial is not None
    assert found.partial.title.value == "Een"


def test_front_matter_is_used_although_another_document_has_problems() -> None:
    """Only its own problems count: the problems of a file of many entries do not refuse the sound ones."""
    text = "title: Een\n"
    problems = Problems(PATH, text)
    problems.add("PP206", 0, "This key is not known here.")
    assert checked_values(PageMatter, load_yaml(0, len(text), problems), problems).matter is not None


def test_a_decision_with_a_problem_decides_nothing() -> None:
    """A decision with a key that is not known is left out; the one after it stands."""
    entry = "- {action: clear, text: Daan, reason: x, by: y, date: 2026-01-01"
    decisions, problems = parse_decisions(f"{entry}, waarom: z}}\n{entry}}}\n".encode())
    assert [str(problem.place) for problem in problems] == ["content/decisions.yml:1:67"]
    assert [decision.place.line for decision in decisions] == [2]


def test_what_is_right_is_kept_beside_what_is_refused() -> None:
    """The partial front matter holds the values that were not refused; the others are None."""
    text = "title: Een\nyear_group: 9\nsession: 2025-2026-1\nquadrant: nergens\n"
    problems = Problems(PATH, text)
    found = checked_values(ReportMatter, load_yaml(0, len(text), problems), problems)
    assert found.matter is None
    assert found.partial is not None
    assert found.partial.title.value == "Een"
    assert str(found.partial.session) == "2025-2026-1"
    assert (found.partial.year_group, found.partial.quadrant) == (None, None)


def test_a_band_given_twice_refuses_the_bands() -> None:
    """The keys of a mapping of free names are unique too."""
    text = "name: Een\nbands:\n  onderbouw: 1-4\n  onderbouw: 5-8\n"
    problems = Problems(PATH, text)
    assert checked_values(CommunityMatter, load_yaml(0, len(text), problems), problems).matter is None
    assert [(problem.rule, problem.place.line) for problem in problems.found] == [("PP207", 4)]


def test_what_is_missing_of_the_two_lines_is_reported() -> None:
    """Front matter that does not begin is another mistake than front matter that does not end."""
    for text, expected in (("Tekst.", ["1:1: PP201"]), ("\n---\na: 1\n", ["2:1: PP202"])):
        problems = Problems(PATH, text)
        assert front_matter_span(problems) is None
        assert [f"{p.place.line}:{p.place.column}: {p.rule}" for p in problems.found] == expected
