"""Stand-off codings beside a document."""

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
    """Codings stand beside their document."""
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


def test_prefix_and_suffix_tell_which(codebook: Codebook) -> None:
    """Of two the same, what stands around it decides."""
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
    """A stretch may belong to several passages, marked ones too."""
    codes = "- {exact: een twee drie, themes: veiligheid}\n- {exact: drie vier, themes: vertrouwen}\n"
    report, problems = coded("nul een ==twee drie=={.samen-leren} vier", codes, codebook)
    assert problems == []
    assert passages(report) == ["twee drie", "een twee drie", "drie vier"]


def test_a_quote_over_two_blocks_becomes_two_passages(codebook: Codebook) -> None:
    """Each passage stands in one block."""
    report, problems = coded("Eerst dit.\n\nDan dat.", "- {exact: 'dit. Dan', themes: veiligheid}\n", codebook)
    assert problems == []
    assert passages(report) == ["dit.", "Dan"]


def test_a_part_of_an_entity_takes_it_whole(codebook: Codebook) -> None:
    """A run that stands for a longer piece of source is never cut."""
    report, problems = coded("a &amp; b", "- {exact: '&', themes: veiligheid}\n", codebook)
    assert problems == []
    assert passages(report) == ["&"]


def test_every_mistake_in_codings_is_told(codebook: Codebook) -> None:
    """Unknown themes, keys and quotes are problems of the file with the codings; the report is refused."""
    codes = "- {exact: weg, themes: veiligheid}\n- {exact: een, themes: veiligeid}\n- {exat: een, themes: veiligheid}\n- los\n"
    report, problems = coded("een", codes, codebook)
    assert report is None
    assert {problem.place.path for problem in problems} == {"content/reports/a.codes.yml"}
    assert [problem.rule for problem in problems] == ["PP411", "PP301", "PP206", "PP204"]
