"""What holds for any text: places are true, nothing written is lost, and nothing makes the reader stumble."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from laws import examples
from proefpraktijk.model.corpus import Entry, ReportMatter
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Severity
from proefpraktijk.model.text import RawText
from proefpraktijk.read import RULES, json_schemas, parse_report, scan_views
from proefpraktijk.read.front_matter.field_names import ALIASES
from proefpraktijk.read.markdown.body import read_body
from proefpraktijk.read.problems import Problems
from read.conftest import make_codebook

CODEBOOK = make_codebook()
PATH = ContentPath("content/reports/a.md")
FRONT = "---\ntitle: Een\nyear_group: 5\nsession: 2025-2026-1\nquadrant: socialiseren\n---\n"

SCRAPS = st.sampled_from(
    ["een", "Jan", " ", "  ", "\n", "\n\n", "*", "**", "_", "`", "```", "~~", "==", "=={.veiligheid}", "[", "](", "]", ")", "![",
     "<b>", "<!--", "-->", "<div>\n", "&amp;", "&eacute;", "&#0;", "\\", "- ", "1. ", "> ", "# ", "### ", "| a | b |\n|---|---|\n",
     "|", "---\n", "é", "😀", "’", "\t", "[x]: y 'z'\n", "<https://a.nl>", "{{", "\u00a0", "\u0301", "    "]
)  # fmt: skip
MARKDOWN = st.lists(SCRAPS, max_size=40).map("".join)
SETTINGS = settings(max_examples=examples(100))


def pieces_of(markdown: str) -> tuple[str, list[RawText], tuple[RawText, ...], list[tuple[int, int]]]:
    """Return the text, all runs and addresses, the hidden text, and the ranges seen, of a body behind front matter."""
    text = FRONT + markdown
    body = read_body(Problems(PATH, text), len(FRONT), PATH, CODEBOOK)
    runs = [run for block in body.document.blocks for run in block.runs]
    targets = [target.target for run in runs for target in (run.link, run.picture) if target]
    return text, [*(run.text for run in runs), *targets], body.hidden, list(body.seen)


@SETTINGS
@given(MARKDOWN)
@example("a &lt; b\n> `c\n> d`")
@example("\tx\n\n>\ty")
def test_a_place_of_the_same_length_is_exact(markdown: str) -> None:
    """Where a range is as long as its text, the source holds that text there; every range lies in the source."""
    text, pieces, hidden, _seen = pieces_of(markdown)
    for piece in (*pieces, *hidden):
        assert 0 <= piece.start <= piece.end <= len(text)
        if piece.end - piece.start == len(piece.value):
            assert text[piece.start : piece.end] == piece.value


@SETTINGS
@given(MARKDOWN)
def test_every_letter_is_seen_or_hidden(markdown: str) -> None:
    """No letter of a body escapes the airlock: it is in a run, in an address, in a mark, or in the hidden text."""
    text, _pieces, hidden, seen = pieces_of(markdown)
    covered = {at for start, end in seen for at in range(start, end)}
    covered |= {at for piece in hidden for at in range(piece.start, piece.end)}
    assert [at for at in range(len(FRONT), len(text)) if text[at].isalpha() and at not in covered] == []


@SETTINGS
@given(MARKDOWN)
def test_what_was_seen_is_in_a_run(markdown: str) -> None:
    """The word Jan comes out in runs, alt texts, addresses and hidden text at least as often as it was written."""
    _text, pieces, hidden, _seen = pieces_of(markdown)
    assert sum(piece.value.count("Jan") for piece in (*pieces, *hidden)) >= markdown.count("Jan")


@SETTINGS
@given(st.binary(max_size=400) | MARKDOWN.map(str.encode) | MARKDOWN.map(lambda text: (FRONT + text).encode()))
@example(b"---\n- - - - - - - - - - - - - - - - - - - - - - - - - a\n---\n")
@example(b"---\n" + b"[" * 5000 + b"\n---\n")
@example(b"---\na: &x [*x]\n---\n")
@example(b"---\n? [a]\n: b\n---\n")
def test_any_bytes_give_a_report_or_an_error(data: bytes) -> None:
    """Reading never raises; without a report there is an error that says why, and every rule is in the register."""
    report, problems = parse_report(PATH, data, CODEBOOK)
    assert {problem.rule for problem in problems} <= set(RULES)
    assert (report is None) == any(problem.severity is Severity.ERROR for problem in problems)
    assert report is None or isinstance(report, Entry)


VALUES = st.recursive(
    st.sampled_from(["5", "9", "x", "", "'", '"', "2025-2026-1", "2025-13-45", "ja", "~", "&a", "*a", "!b", "@", "- a", "a: b", "[5, 6]", "{a: b}", "|", ">", "%"])
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
    max_leaves=4,
)  # fmt: skip
KEYS = st.sampled_from([*ALIASES[ReportMatter], "titel", "Thema's", "JAARGROEP", "onbekend"])


@SETTINGS
@given(st.lists(st.tuples(KEYS, VALUES), max_size=8))
def test_any_front_matter_gives_a_report_or_an_error(lines: list[tuple[str, str]]) -> None:
    """Whatever stands behind a key, the reader answers with problems that have a place in the file."""
    text = "---\n" + "".join(f"{key}: {value}\n" for key, value in lines) + "---\nTekst.\n"
    report, problems = parse_report(PATH, text.encode("utf-8", "replace"), CODEBOOK)
    assert (report is None) == any(problem.severity is Severity.ERROR for problem in problems)
    assert all(problem.place.line <= text.count("\n") + text.count("\r") + 1 for problem in problems)


@SETTINGS
@given(
    data=st.binary(max_size=300) | MARKDOWN.map(str.encode) | MARKDOWN.map(lambda text: (FRONT + text).encode()),
    plain=st.booleans(),
)
@example(data=b"\xef\xbb\xbf---\r\ntitle: Jan\r\n---\r\nPiet\r\n", plain=False)
def test_scan_places_are_those_of_the_file(data: bytes, *, plain: bool) -> None:
    """Pieces of the same length stand in the file as they are, but for the kind of white space."""
    view = scan_views("a.md", data, plain)
    for piece in (piece for block in view.blocks for piece in block):
        assert 0 <= piece.start <= piece.end <= len(view.text)
        if piece.end - piece.start == len(piece.value):
            source = view.text[piece.start : piece.end]
            assert [a for a, b in zip(source, piece.value, strict=True) if a != b and a.isprintable()] == []


@given(st.lists(st.sampled_from(["één", "twee", "Jan", "😀", "\n", "\n\n"]), max_size=30).map(" ".join))
def test_scan_of_plain_text_leaves_nothing_out(text: str) -> None:
    """Plain text comes back whole, but for white space between its paragraphs."""
    view = scan_views("a.txt", text.encode(), plain=True)
    assert "".join(piece.value for block in view.blocks for piece in block).split() == text.split()


def test_schemas_are_made_for_every_kind() -> None:
    """Each kind of document has a schema that knows its Dutch keys."""
    schemas = json_schemas()
    assert {"report", "session", "theme", "finding", "interview", "page", "community", "roster"} <= set(schemas)
    assert "thema's" in schemas["report"]["properties"]
