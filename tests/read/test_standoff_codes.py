"""Stand-off codings beside a document."""

import pytest

from proefpraktijk.model.corpus import Codebook, Report
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Problem
from proefpraktijk.read import codes_path, parse_report

PATH = ContentPath("content/reports/a.md")
FRONT = "---\ntitle: Een\nyear_group: 5\nsession: 2025-2026-1\nquadrant: socialiseren\n---\n"


def coded(body: str, codes: str, codebook: Codebook) -> tuple[Report | None, list[Problem]]:
    """Read a report with this body and these codings."""
    text = FRONT + body + "\n\n## Handvatten\n\n- Tel tot tien.\n"
    return parse_report(PATH, text.encode(), codebook, codes.encode())


def passages(report: Report | None) -> list[str]:
    """Return the text of each passage."""
    assert report is not None
    runs = [run for block in report.body.blocks for run in block.runs]
    return [
        "".join(run.text.value for run in runs if index in run.passages) for index in range(len(report.body.passages))
    ]


def test_the_file_of_the_codings() -> None:
    """Codings are beside their document."""
    assert codes_path(PATH) == "content/reports/a.codes.yml"


def test_a_quote_is_found_through_markdown_and_line_ends(codebook: Codebook) -> None:
    """The quote is that of the text as read: emphasis and wrapped lines do not matter."""
    report, problems = coded(
        "Zij *durfde* het\nniet te zeggen.",
        "- {exact: durfde het niet, themes: [veiligheid], effect: belemmerend}\n",
        codebook,
    )
    assert problems == []
    assert passages(report) == ["durfde het\nniet"]
    assert report is not None
    assert [coding.effect for coding in report.body.passages] == ["belemmerend"]


def test_prefix_and_suffix_decide_which(codebook: Codebook) -> None:
    """Of two the same, the words around decide."""
    codes = (
        "- {exact: stil, prefix: eerst, themes: veiligheid}\n- {exact: stil, suffix: ' en blij', themes: vertrouwen}\n"
    )
    report, problems = coded("Zij was eerst stil, later stil en blij.", codes, codebook)
    assert problems == []
    assert report is not None
    runs = [(run.text.start, run.passages) for run in report.body.blocks[0].runs if run.passages]
    assert [passage for _start, passage in runs] == [(0,), (1,)]
    assert runs[0][0] < runs[1][0]


def test_codings_may_overlap(codebook: Codebook) -> None:
    """A piece of text may belong to several passages, marked ones too."""
    codes = "- {exact: een twee drie, themes: veiligheid}\n- {exact: drie vier, themes: vertrouwen}\n"
    report, problems = coded("nul een ==twee drie=={.samen-leren} vier", codes, codebook)
    assert problems == []
    assert passages(report) == ["twee drie", "een twee drie", "drie vier"]


def test_a_quote_over_two_blocks_becomes_two_passages(codebook: Codebook) -> None:
    """Each passage is in one block."""
    report, problems = coded("Eerst dit.\n\nDan dat.", "- {exact: 'dit. Dan', themes: veiligheid}\n", codebook)
    assert problems == []
    assert passages(report) == ["dit.", "Dan"]


def test_a_part_of_an_entity_takes_it_whole(codebook: Codebook) -> None:
    """A run that stands for a longer piece of source is never cut."""
    report, problems = coded("a &amp; b", "- {exact: '&', themes: veiligheid}\n", codebook)
    assert problems == []
    assert passages(report) == ["&"]


def test_every_mistake_in_codings_is_reported(codebook: Codebook) -> None:
    """Unknown themes, keys and quotes are problems of the file with the codings; the report is refused."""
    codes = "- {exact: weg, themes: veiligheid}\n- {exact: een, themes: veiligeid}\n- {exat: een, themes: veiligheid}\n- los\n"
    report, problems = coded("een", codes, codebook)
    assert report is None
    assert {problem.place.path for problem in problems} == {"content/reports/a.codes.yml"}
    assert [problem.rule for problem in problems] == ["PP411", "PP301", "PP206", "PP204"]


@pytest.mark.parametrize("codes", ["los\n", "exact: een\nthemes: veiligheid\n", "# later\n"])
def test_codings_are_a_list(codes: str, codebook: Codebook) -> None:
    """Anything else is one problem, and no coding is made of it."""
    report, problems = coded("een", codes, codebook)
    assert report is None
    assert [(str(problem.place), problem.rule) for problem in problems] == [
        ("content/reports/a.codes.yml:1:1", "PP204")
    ]


@pytest.mark.parametrize(("codes", "rule"), [("- {exact: een\0}\n", "PP105"), ("", "PP107"), ("- [een\n", "PP203")])
def test_codings_that_cannot_be_read_are_one_problem(codes: str, rule: str, codebook: Codebook) -> None:
    """What is no text or no YAML is not blamed a second time for what is in it."""
    report, problems = coded("een", codes, codebook)
    assert (report, [problem.rule for problem in problems]) == (None, [rule])


def test_an_unknown_theme_is_reported_at_its_name(codebook: Codebook) -> None:
    """Of several themes the one that does not exist; one that stands alone too."""
    codes = "- {exact: een, themes: [veiligheid, nergens]}\n- {exact: een, themes: nergens}\n"
    _report, problems = coded("een", codes, codebook)
    assert [str(problem.place).rpartition("codes.yml:")[2] for problem in problems] == ["1:37", "2:24"]


def test_a_character_of_a_longer_entity_takes_it_whole(codebook: Codebook) -> None:
    """`&NotEqualTilde;` is two characters: the passage is both, with the range of the whole entity."""
    report, problems = coded("a &NotEqualTilde; b", "- {exact: '\u2242', themes: veiligheid}\n", codebook)
    assert problems == []
    assert report is not None
    (run,) = [run for run in report.body.blocks[0].runs if run.passages]
    assert run.text.value == "\u2242\u0338"
    assert run.text.end - run.text.start == len("&NotEqualTilde;")


def test_gaps_of_any_length_are_one_gap(codebook: Codebook) -> None:
    """Two spaces in the text, a line break in the quote; a picture without words before it all."""
    body = '![](../media/plein.jpg "decoratief")\n\nZij durfde  het niet.'
    report, problems = coded(body, '- {exact: "durfde\\n\\n  het", themes: veiligheid}\n', codebook)
    assert problems == []
    assert passages(report) == ["durfde  het"]


def test_runs_are_cut_where_the_quote_begins_and_ends(codebook: Codebook) -> None:
    """No part is empty or lost, and each is in the source at its place."""
    report, problems = coded(
        "een twee drie", "- {exact: een, themes: veiligheid}\n- {exact: drie, themes: veiligheid}\n", codebook
    )
    assert problems == []
    assert report is not None
    runs = report.body.blocks[0].runs
    assert [(run.text.value, run.passages) for run in runs] == [("een", (0,)), (" twee ", ()), ("drie", (1,))]
    assert [report.source.text[run.text.start : run.text.end] for run in runs] == ["een", " twee ", "drie"]


@pytest.mark.parametrize(
    ("around", "count"), [("prefix: zeer", 1), ("suffix: lawaai", 1), ("prefix: nooit", 0), ("suffix: om", 2)]
)
def test_the_words_around_decide_how_often_a_quote_occurs(around: str, count: int, codebook: Codebook) -> None:
    """Once is a passage; never and more than once are two different mistakes, at the quote."""
    body = "Zij was stil om dit, en zeer stil om dat, later niet meer stil lawaai."
    report, problems = coded(body, f"- {{exact: stil, {around}, themes: veiligheid}}\n", codebook)
    rules = {0: ["PP411"], 1: [], 2: ["PP412"]}[count]
    assert [problem.rule for problem in problems] == rules
    assert (report is None) == bool(rules)
    assert {str(problem.place) for problem in problems} <= {"content/reports/a.codes.yml:1:11"}
