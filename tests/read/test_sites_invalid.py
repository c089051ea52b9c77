"""Sites with one kind of mistake each: `expected.txt` holds the problems that reading finds, one a line."""

from pathlib import Path

import pytest

from proefpraktijk.model.corpus import Corpus
from proefpraktijk.model.problem import Problem
from proefpraktijk.read import (
    clashes,
    codes_path,
    load_bytes,
    parse_report,
    read_corpus,
    report_identity,
    sort_problems,
)

SITES = Path(__file__).parent.parent / "sites_invalid"
CASES = sorted(path.parent for path in SITES.glob("*/expected.txt"))


def read_all(root: Path) -> tuple[Corpus | None, list[Problem]]:
    """Read a whole site, its reports too, as a build does."""
    corpus, problems = read_corpus(root)
    heads = []
    for path in corpus.reports if corpus else ():
        data, failed = load_bytes(root, path)
        codes = codes_path(path)
        beside = load_bytes(root, codes)[0] if corpus and codes in corpus.codebook.paths else None
        report, found = parse_report(path, data, corpus.codebook, beside)
        problems += [*failed, *found]
        heads += [report_identity(report)] if report else []
    return corpus, sort_problems([*problems, *clashes(heads)])


def lines_of(problems: list[Problem]) -> list[str]:
    """Return the problems as `path:line:column: RULE`."""
    return [f"{problem.place}: {problem.rule}" for problem in problems]


@pytest.mark.parametrize("site", CASES, ids=lambda site: site.name)
def test_invalid_site(site: Path) -> None:
    """Each mistake is reported at its place, and nothing else is."""
    _corpus, problems = read_all(site)
    assert lines_of(problems) == (site / "expected.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("site", CASES, ids=lambda site: site.name)
def test_words_of_problems(site: Path) -> None:
    """Every message and hint can be filled in from its values."""
    for problem in read_all(site)[1]:
        for words in filter(None, (problem.message, problem.hint)):
            assert "{" not in words.template.format(**words.values).replace("=={", "")


def test_the_small_site_is_sound() -> None:
    """The site that every case damages has nothing wrong with it."""
    corpus, problems = read_all(SITES.parent / "sites" / "small")
    assert corpus is not None
    assert problems == []
