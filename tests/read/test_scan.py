"""A file on its own, for `scan`."""

import pytest

from proefpraktijk.model.scan import ScanText
from proefpraktijk.read import scan_views


def texts(view: ScanText) -> list[str]:
    """Return the text of each block."""
    return ["".join(piece.value for piece in block) for block in view.blocks]


def test_everything_people_wrote_is_there() -> None:
    """Values, blocks, comments, addresses, titles, alt texts and unknown keys; coordinates are left out."""
    text = (
        "---\ntitel: Juf Roos begint # van Jan\nauteurs: [Piet, 'Joris']\ndatum: 2025-10-01\njaargroep: 5\n"
        "kwadrant: socialiseren\nthema's: [veiligheid]\nZuzanna: ja\n---\n"
        '## Kop\n\n- een *twee*\n\n![alt](../media/saar.jpg "met Mees")\n\n<!-- Wil -->\n\n[x]: https://example.org/bas\n'
    )
    assert texts(scan_views("a.md", text.encode(), plain=False)) == [
        "Juf Roos begint",
        "Piet",
        "Joris",
        "Zuzanna",
        "ja",
        "# van Jan",
        "Kop",
        "een twee",
        "alt",
        "../media/saar.jpg",
        '"met Mees")',
        "<!-- Wil -->",
        "[x]: https://example.org/bas",
    ]


def test_a_date_that_is_none_is_text() -> None:
    """A value that has not the form of its key is looked at."""
    assert texts(scan_views("a.md", b"---\ndatum: bij Roos\nsession: met Jan\n---\n", plain=False)) == [
        "bij Roos",
        "met Jan",
    ]


def test_broken_front_matter_is_taken_line_by_line() -> None:
    """What YAML cannot read is still looked at."""
    assert texts(scan_views("a.md", b"---\na: b: Roos\nc\n---\nTekst\n", plain=False)) == ["a: b: Roos", "c", "Tekst"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_fit_the_file_as_it_stands(end: str, mark: str) -> None:
    """Line ends and a byte order mark count as they stand in the file."""
    text = mark + end.join(["---", "titel: Roos", "---", "Saar was", "*er* ook.", ""])
    view = scan_views("a.md", text.encode(), plain=False)
    assert view.text == text
    found = [piece for block in view.blocks for piece in block if piece.value.strip()]
    assert [text[piece.start : piece.end].strip() for piece in found] == ["Roos", "Saar was", "er", "ook."]


def test_folded_values_keep_their_places() -> None:
    """A value over several lines is given line by line, as it stands."""
    view = scan_views("a.md", b"---\ndefinition: >\n  Roos zei\n  dat.\n---\n", plain=False)
    assert [piece.value for piece in view.blocks[0]] == ["Roos zei\n", "dat.\n"]


def test_plain_text_in_paragraphs() -> None:
    """Lines wrapped by hand belong together; a file with long lines has a paragraph on every line."""
    assert texts(scan_views("a.txt", b"Een zin\ndie doorgaat.\n\n# Twee", plain=True)) == [
        "Een zin\ndie doorgaat.",
        "# Twee",
    ]
    long = "Dit is een lange regel. " * 8
    assert texts(scan_views("a.txt", f"{long}\nTwee\n".encode(), plain=True)) == [long, "Twee"]


def test_other_encodings_are_taken_as_they_come() -> None:
    """Scanning refuses nothing."""
    assert scan_views("a.txt", "één".encode("cp1252"), plain=True).text == "één"
    assert scan_views("a.txt", "één".encode("utf-16"), plain=True).text == "één"


def test_yaml_files_are_read_as_values() -> None:
    """Scanning a roster or codings looks at their values."""
    assert texts(scan_views("a.yml", b"- exact: Roos zei\n  themes: [veiligheid]\n", plain=False)) == ["Roos zei"]
