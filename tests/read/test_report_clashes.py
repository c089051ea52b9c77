"""What two reports may not share: the first by path keeps it, each later one gets a problem where it wrote the same."""

from proefpraktijk.model.corpus import Codebook
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Severity
from proefpraktijk.read import ReportIdentity, clashes, parse_report, report_identity


def identity(path: str, title: str, slug: str, codebook: Codebook) -> ReportIdentity:
    """Return what is compared of a report with this title and slug."""
    front = f"---\nyear_group: 5\nsession: 2025-2026-1\nquadrant: combineren\ntitel: {title}\n{slug and f'slug: {slug}'}\n---\n"
    report, problems = parse_report(ContentPath(path), f"{front}Tekst.\n\n## Handvatten\n\n- Dit.\n".encode(), codebook)
    assert report is not None, problems
    return report_identity(report)


def found(*compared: ReportIdentity) -> list[str]:
    """Return place, rule and weight of each clash."""
    return [f"{problem.place}: {problem.rule} {problem.severity}" for problem in clashes(compared)]


def test_the_first_by_path_keeps_it_in_whatever_order_they_come(codebook: Codebook) -> None:
    """Three with one title and one slug: two problems each for the second and the third."""
    a, b, c = (identity(f"content/reports/{name}.md", "Één keer", "een", codebook) for name in "abc")
    expected = [
        f"content/reports/{name}.md:{where}" for name in "bc" for where in ("5:8: PP314 warning", "6:7: PP313 error")
    ]
    assert found(a, b, c) == found(c, a, b) == expected


def test_titles_differ_in_more_than_capitals_and_accents(codebook: Codebook) -> None:
    """`Één keer` and `een Keer` are one title, `Een keer 2` is another; a slug of another's title is no clash."""
    assert found(
        identity("content/reports/a.md", "Één keer", "", codebook),
        identity("content/reports/b.md", "een Keer", "een-keer", codebook),
        identity("content/reports/c.md", "Een keer 2", "", codebook),
    ) == ["content/reports/b.md:5:8: PP314 warning"]


def test_reports_without_a_slug_share_none(codebook: Codebook) -> None:
    """Nothing written is not the same thing written."""
    one, other = (identity(f"content/reports/{name}.md", name, "", codebook) for name in "ab")
    assert (one.slug, other.slug, found(one, other)) == (None, None, [])


def test_an_identity_does_not_show_what_it_holds(codebook: Codebook) -> None:
    """Title and slug are secret until they have passed the airlock."""
    shown = repr(identity("content/reports/a.md", "Zuzanna", "zuzanna", codebook))
    assert "zuzanna" not in shown.lower()


def test_a_slug_twice_is_an_error_and_a_title_twice_a_warning(codebook: Codebook) -> None:
    """Only the slug leaves a report out."""
    one, other = (identity(f"content/reports/{name}.md", "Een", "een", codebook) for name in "ab")
    weights = {problem.rule: problem.severity for problem in clashes([one, other])}
    assert weights == {"PP313": Severity.ERROR, "PP314": Severity.WARNING}
