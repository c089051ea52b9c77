"""The HTML of the demo is what the standard says it should be (`test_engines.py` asks the same of the other engines)."""

from __future__ import annotations

from pathlib import Path

from endtoend.pages import html_files
from endtoend.validity import complaints


def test_the_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    """Of a page with a mistake it names the mistake: silence elsewhere means something."""
    wrong = tmp_path / "site" / "fout.html"
    wrong.parent.mkdir()
    wrong.write_text("<!doctype html><html lang=nl><title>Fout</title><ul><p>Geen punt</p></ul>", encoding="utf-8")
    (found,) = complaints(wrong.parent)
    assert found.startswith("fout.html:1: Element “p” not allowed as child of element “ul”")


def test_only_a_page_that_is_the_same_is_passed_over(tmp_path: Path) -> None:
    """A page of which one byte differs from the one that was checked is checked."""
    page = "<!doctype html><html lang=nl><title>Fout</title><ul><p>Geen punt</p></ul>"
    for site, text in (("een", page), ("ander", page + " ")):
        (tmp_path / site / "site").mkdir(parents=True)
        (tmp_path / site / "site/fout.html").write_text(text, encoding="utf-8")
    one, other = tmp_path / "een/site", tmp_path / "ander/site"
    assert complaints(one, checked=other)
    (other / "fout.html").write_text(page, encoding="utf-8")
    assert not complaints(one, checked=other)


def test_every_page_is_valid(demo_site: Path) -> None:
    """No error and no warning on any page."""
    assert len(html_files(demo_site)) > 200
    assert not complaints(demo_site)
