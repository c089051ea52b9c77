"""Where front matter is, and its YAML as nodes: every scalar as it was written, at its place."""

import frontmatter
import pytest
import yaml

from proefpraktijk.read.front_matter.handler import HANDLER, PLAIN, QUOTED, FrontMatterSpan


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("---\na: 1\n---\nTekst.", FrontMatterSpan(3, 9, 12)),
        ("---\na: 1\n---", FrontMatterSpan(3, 9, 12)),
        ("\n\n ---  \na: 1\n-----\t\nTekst.", None),
        ("\n\n---  \na: 1\n-----\t\nTekst.", FrontMatterSpan(7, 13, 19)),
        ("---\n---\nTekst.", FrontMatterSpan(3, 4, 7)),
        ("---\n\n---\n\n\nTekst.", FrontMatterSpan(3, 5, 8)),
        ("---\na: 1\n--\nTekst.", None),
        ("--- a\n---\n", None),
        ("Tekst.\n---\na: 1\n---\n", None),
        ("---\na: --- b\n --- \n---\nTekst.", FrontMatterSpan(3, 19, 22)),
    ],
)
def test_front_matter_stands_between_two_lines_of_hyphens(text: str, span: FrontMatterSpan | None) -> None:
    """Three hyphens or more alone on a line, white space after them; blank lines may come first."""
    assert HANDLER.span(text) == span


@pytest.mark.parametrize("text", ["---\na: 1\n---\nTekst.", "\n-----\na: 1\n---\t\n\nTekst.", "---\n---\nTekst."])
def test_the_library_sees_the_same_front_matter(text: str) -> None:
    """Whoever reads these files with python-frontmatter itself gets what we read."""
    span = HANDLER.span(text)
    assert span is not None
    metadata, content = frontmatter.parse(text)
    assert yaml.safe_load(text[span.start : span.end]) or metadata == {}
    assert text[span.body :].strip() == content


def scalars(node: yaml.Node | None) -> list[tuple[str, str, int, int]]:
    """Return value, tag and range of each scalar below a node."""
    if isinstance(node, yaml.ScalarNode):
        return [(node.value, node.tag, node.start_mark.index, node.end_mark.index)]
    children = node.value if node is not None else []
    return [
        found
        for child in children
        for part in (child if isinstance(child, tuple) else (child,))
        for found in scalars(part)
    ]


def test_nothing_is_made_of_a_scalar() -> None:
    """No boolean, date or number: the text as it was written, whether it had quotes, and its range in code points."""
    assert scalars(HANDLER.load("é: nee\nb: [1:30, 12-11-2025, '5']\nc: \"x\"\n")) == [
        ("é", PLAIN, 0, 1),
        ("nee", PLAIN, 3, 6),
        ("b", PLAIN, 7, 8),
        ("1:30", PLAIN, 11, 15),
        ("12-11-2025", PLAIN, 17, 27),
        ("5", QUOTED, 29, 32),
        ("c", PLAIN, 34, 35),
        ("x", QUOTED, 37, 40),
    ]


def test_a_key_given_twice_is_there_twice() -> None:
    """A dictionary would hold the second only."""
    assert [value for value, *_ in scalars(HANDLER.load("a: 1\na: 2\n"))] == ["a", "1", "a", "2"]


def test_nothing_is_no_node() -> None:
    """Front matter of comments and white space holds nothing."""
    assert HANDLER.load("\n# later\n") is None


def test_depth_ends() -> None:
    """Twelve levels are read, a scalar in them included; one more is refused before any stack is exhausted."""
    assert scalars(HANDLER.load("[" * 11 + "a" + "]" * 11)) == [("a", PLAIN, 11, 12)]
    for depth in (12, 100_000):
        with pytest.raises(yaml.YAMLError, match="nested too deeply"):
            HANDLER.load("[" * depth + "a" + "]" * depth)


def test_depth_is_that_of_one_value_not_of_the_document() -> None:
    """Many values beside each other are not deep."""
    assert len(scalars(HANDLER.load("- [[[a]]]\n" * 100))) == 100
