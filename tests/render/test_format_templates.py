"""Templates of machine-readable formats: what they may show, and how it is escaped."""

import datetime as dt

import pytest
from jinja2 import UndefinedError

from proefpraktijk.model.paths import SiteUrl
from proefpraktijk.model.text import RawText, UiText
from proefpraktijk.render.addresses import Token
from proefpraktijk.render.format_templates import WebAddress, file_of, web_address, written
from render.factory import safe

ENTRY = {
    "title": safe("<b> & \"x\" 'y'\n z"),
    "url": web_address("https://example.org/kb/", SiteUrl("verslagen/a/")),
    "date": dt.date(2026, 2, 3),
    "gist": UiText("a ]]> b"),
    "labels": [(Token("rust"), safe('zegt "ho" & <stop>'))],
    "scheme": WebAddress("https://example.org/kb/themas/?a=1&b=2"),
}


def test_words_are_one_line_and_escaped() -> None:
    """As text without quotes, as an attribute with them."""
    entry = written("feed_entry.xml", **ENTRY)
    assert "<title>&lt;b&gt; &amp; \"x\" 'y' z</title>" in entry
    assert "<summary>a ]]&gt; b</summary>" in entry
    assert 'label="zegt &quot;ho&quot; &amp; &lt;stop&gt;"' in entry
    assert 'scheme="https://example.org/kb/themas/?a=1&amp;b=2"' in entry
    assert "<updated>2026-02-03T12:00:00Z</updated>" in entry
    assert entry.endswith("</entry>")


@pytest.mark.parametrize("name", ["title", "url", "date", "gist", "scheme"])
@pytest.mark.parametrize("value", ["tekst", RawText("geheim"), 3, None, dt.datetime(2026, 1, 1, tzinfo=dt.UTC)])
def test_other_types_are_refused(name: str, value: object) -> None:
    """A plain string, a raw text, a number, nothing or a moment cannot be shown, in text or in an attribute."""
    with pytest.raises(TypeError):
        written("feed_entry.xml", **(ENTRY | {name: value}))


def test_a_label_in_an_attribute_is_looked_at_too() -> None:
    """The filter for attributes refuses what text refuses."""
    with pytest.raises(TypeError):
        written("feed_entry.xml", **(ENTRY | {"labels": [(Token("rust"), "tekst")]}))


def test_what_is_missing_raises() -> None:
    """A value that was not given is a mistake, not an empty place."""
    with pytest.raises((TypeError, UndefinedError)):
        written("feed_entry.xml", **{name: value for name, value in ENTRY.items() if name != "gist"})


def test_a_part_that_was_written_is_not_escaped_again() -> None:
    """An entry goes into the feeds of the site and of its themes as it is; a file ends with one line end."""
    entry = written("feed_entry.xml", **ENTRY)
    feed = {"theme": None, "about": UiText("Over"), "entries": [{"atom": entry}]}
    home = WebAddress("https://example.org/")
    data = file_of(
        "feed.xml", feed=feed, language=Token("nl"), author=safe("De Kring"), home=home, own=home, updated=ENTRY["date"]
    )
    assert entry.encode() in data
    assert data.endswith(b"</feed>\n")


def test_a_part_written_elsewhere_is_refused() -> None:
    """Only what a template of ours wrote goes in unescaped; a string that looks like it does not."""
    feed = {"theme": None, "about": UiText("Over"), "entries": [{"atom": "<entry/>"}]}
    home = WebAddress("https://example.org/")
    with pytest.raises(TypeError):
        file_of(
            "feed.xml",
            feed=feed,
            language=Token("nl"),
            author=safe("K"),
            home=home,
            own=home,
            updated=dt.date(2026, 1, 1),
        )
