"""Public names of pages."""

import pytest

from proefpraktijk.model.text import SEAL, SafeText
from proefpraktijk.protect.document.slugs import is_slug, page_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Een rustig begin", "een-rustig-begin"),
        ("!?", "verslag"),
        ("a" * 80, "a" * 80),
        ("a" * 81, "a" * 80),
        ("a" * 79 + " b", "a" * 79),
        ("a" * 80 + " b", "a" * 80),
        ("een " * 30, "-".join(["een"] * 20)),
    ],
)
def test_slugs_of_titles(title: str, slug: str) -> None:
    """At most eighty characters, cut between words; the fallback when nothing is left."""
    assert page_slug(SafeText(title, SEAL), "verslag") == slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a", True), ("a-1", True), ("a--b", False), ("-a", False), ("a-", False), ("A", False), ("", False), ("a b", False),
     ("a\n", False), ("a" * 80, True), ("a" * 81, False), ("é", False)],
)  # fmt: skip
def test_slugs_that_somebody_wrote(text: str, expected: bool) -> None:  # noqa: FBT001
    """Small letters, figures and single hyphens, eighty characters at most."""
    assert is_slug(text) is expected
