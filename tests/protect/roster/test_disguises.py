"""Names in disguise: looking for them is no more work than there is text."""

import subprocess
import sys

import pytest

from proefpraktijk.protect.roster.disguises import hidden_in, is_unreadable, may_hide

_FIGURES = """
import sys
from proefpraktijk.protect.roster.disguises import _FIGURED
for row in (sys.argv[1] * 300_000, "a" + sys.argv[1] * 300_000):
    assert "".join(_FIGURED.findall(row)) == row.strip(sys.argv[1])
"""
_PATIENCE = 300
"""Seconds. It takes less than one; when every figure of a row is tried, it takes far longer."""


@pytest.mark.parametrize("figure", ["@", "$"])
def test_a_row_of_figures_is_tried_once(figure: str) -> None:
    """A row of figures that stand for letters comes to an end while somebody waits."""
    subprocess.run([sys.executable, "-c", _FIGURES, figure], timeout=_PATIENCE, check=True)


@pytest.mark.parametrize(
    ("stretch", "expected"),
    [
        ("Daan", False),
        ("(Daan)", False),
        ("“Daan!”", False),
        ("Da-an", True),
        ("d4an", True),
        ("12", True),
        ("", True),
        ("Daan’s", True),
    ],
)
def test_what_may_hide_a_name(stretch: str, expected: bool) -> None:  # noqa: FBT001
    """More than letters with punctuation around them."""
    assert may_hide(stretch) is expected


@pytest.mark.parametrize(
    ("stretch", "expected"),
    [
        ("a" * 300, False),
        ("a" * 301, True),
        ("1" * 301, False),
        ("\u24d3\u24d0", True),
        ("\u24d3aan", False),
        ("\u2801\u2803", True),
        ("\u2800\u2800", False),
        ("\U0001f130\U0001f131", True),
        ("\U0001f1f3\U0001f1f1", False),
        ("\U0001f1f3\U0001f1f1\U0001f1e7", True),
        ("%44%61", True),
        ("%44aan", False),
        ("%20%20", False),
        ("%c3%a9%c3%a9", True),
        (r"\u0064\u0061", True),
        (r"\x64\x61", True),
        (r"\x24\x21", False),
        ("&#100;&#x61;", True),
        ("&#1;&#2;", False),
        ("&amp;&lt;", False),
        ("Daan", False),
    ],
)
def test_what_nobody_can_read(stretch: str, expected: bool) -> None:  # noqa: FBT001
    """Two letters or more as pictures or as codes, or a stretch longer than any word."""
    assert is_unreadable(stretch) is expected


@pytest.mark.parametrize(
    ("stretch", "certain", "maybe"),
    [
        ("d-a-a-n", {"daan", "daa", "aan"}, set()),
        ("da-an", set(), {"daan"}),
        ("d-aan", set(), {"daan"}),
        ("da-an-ja", {"daanja"}, {"daan", "anja"}),
        ("%44aan", {"daan"}, set()),
        (r"\u0064aan", {"daan"}, set()),
        (r"\x64aan", {"daan"}, set()),
        ("&#100;aan", {"daan"}, set()),
        ("\u24d3aan", {"daan"}, set()),
        ("\U0001f1e9aan", {"daan"}, set()),
        ("d4an", set(), {"daan", "dan"}),
        ("d@an", set(), {"daan", "dan"}),
        ("5aar", set(), {"saar"}),
        ("l1s", set(), {"lis", "lls"}),
        ("$aar!", set(), {"saar"}),
        ("$$aar", set(), {"ssaar"}),
        ("a@$b", set(), {"aasb"}),
        ("d44a", set(), {"daaa"}),
        ("d444", set(), set()),
        ("1234", set(), set()),
        ("Daan", set(), set()),
        ("a-b", set(), set()),
        ("a" * 299 + "-b", set(), set()),
        ("a" * 20 + "-" + "b" * 20, set(), {"a" * 20 + "b" * 20}),
        ("a" * 20 + "-" + "b" * 21, set(), set()),
        ("da-an" + "." * 295, set(), {"daan"}),
        ("da-an" + "." * 296, set(), set()),
    ],
)
def test_what_a_stretch_may_stand_for(stretch: str, certain: set[str], maybe: set[str]) -> None:
    """Pieces put together, codes and pictures undone, figures as letters; spelled out or in code it is certain."""
    found = list(hidden_in(stretch))
    assert {row for row, sure in found if sure} == certain
    assert {row for row, sure in found if not sure} == maybe
