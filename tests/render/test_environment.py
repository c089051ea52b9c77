"""What a template may show: nothing but what has passed the airlock, and our own words."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from yaml import safe_load

from proefpraktijk.model.text import RawText, UiText
from proefpraktijk.render.addresses import Address, Href, Token
from proefpraktijk.render.environment import environment, templates
from proefpraktijk.render.markup import SafeMarkup, fill, yaml_string
from proefpraktijk.wording import Wording
from render.factory import safe


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (safe("<b> & {{ x }}"), "&lt;b&gt; &amp; &#123;&#123; x &#125;&#125;"),
        (UiText("a `b`"), "a &#96;b&#96;"),
        (SafeMarkup("<b>x</b>"), "<b>x</b>"),
        (Href("../a/"), "../a/"),
        (Token("groep-5"), "groep-5"),
        (7, "7"),
    ],
)
def test_what_may_go_out_is_shown(value: object, expected: str, english: Wording) -> None:
    """Safe text and our words are escaped; markup, addresses, tokens and numbers stand as they are."""
    assert environment(english).from_string("{{ v }}").render(v=value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "tekst",
        safe("tekst").upper(),
        Address("over/"),
        None,
        True,
        1.5,
        date(2025, 1, 1),
        b"x",
        ["x"],
        RawText("geheim"),
    ],
)
def test_anything_else_raises(value: object, english: Wording) -> None:
    """A plain string above all: so a field that nobody routed through the airlock breaks the build, not the promise."""
    with pytest.raises(TypeError):
        environment(english).from_string("{{ v }}").render(v=value)


def test_what_is_missing_raises(english: Wording) -> None:
    """A name that no view has is a mistake, not an empty place."""
    with pytest.raises((TypeError, UndefinedError)):
        environment(english).from_string("{{ v.naam }}").render(v=object())


@pytest.mark.parametrize("name", ["safe", "e", "escape", "forceescape", "tojson", "xmlattr", "urlize", "striptags"])
def test_no_filter_makes_markup(name: str, english: Wording) -> None:
    """Jinja's own ways around escaping do not exist here."""
    assert name not in environment(english).filters


def test_no_template_switches_escaping_off() -> None:
    """Nor can a template do it by itself."""
    sources = [file.read_text(encoding="utf-8") for file in (templates() / "pages").iterdir()]
    assert len(sources) > 15
    assert not [source for source in sources if "autoescape" in source or "|safe" in source.replace(" ", "")]


def test_fill_escapes_what_it_fills_in() -> None:
    """A name in a sentence of ours is text, whatever it looks like; a place without a value stays."""
    assert fill(UiText("met {expert}, {b}"), expert=safe("<i>{x}</i>")) == (
        "met &lt;i&gt;&#123;x&#125;&lt;/i&gt;, &#123;b&#125;"
    )


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=80))
def test_front_matter_holds_any_title(text: str) -> None:
    """YAML reads back the title that was written, its white space folded, whatever characters it has."""
    assert safe_load(f"title: {yaml_string(safe(text))}")["title"] == " ".join(text.split())


def test_every_sentence_in_a_template_is_one_literal() -> None:
    """The stamp of the templates and the catalogue both find the sentences by their form."""
    for file in (templates() / "pages").iterdir():
        source = file.read_text(encoding="utf-8")
        assert len(re.findall(r"\bt\(", source)) == len(re.findall(r'\bt\("[^"]+"\)', source)), file.name
        assert len(re.findall(r"\bn\(", source)) == len(re.findall(r'\bn\("[^"]+", "[^"]+", [\w.]+\)', source)), (
            file.name
        )
