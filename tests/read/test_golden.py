"""Bodies of reports, one file a case: Markdown, a line `=====`, and what it came to."""

from pathlib import Path

import pytest

from proefpraktijk.model.corpus import Codebook
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.read.markdown.body import read_body
from proefpraktijk.read.problems import Problems
from read.dump import dump

CASES = sorted((Path(__file__).parent / "golden").glob("*.md"))


def read_golden(markdown: str, codebook: Codebook) -> str:
    """Return the dump of a body that stands in the report `content/reports/a.md` titled `Rustig starten`."""
    problems = Problems(ContentPath("content/reports/a.md"), markdown)
    body = read_body(problems, 0, problems.path, codebook, "Rustig starten")
    return dump(body.document, body.hidden, problems.found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_body(case: Path, codebook: Codebook) -> None:
    """Each body gives exactly the blocks, hidden text and problems of its file."""
    markdown, expected = case.read_text(encoding="utf-8").split("=====\n")
    assert read_golden(markdown, codebook) == expected.lstrip("\n")
