"""What a template may show: nothing but what has passed the airlock, and our own words."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError, nodes
from jinja2.meta import find_undeclared_variables
from yaml import safe_load

from proefpraktijk.model.knowledge import KnowledgeBase
from proefpraktijk.model.text import RawText, UiText
from proefpraktijk.render import RenderSettings, plan
from proefpraktijk.render.addresses import Address, Href, Token
from proefpraktijk.render.environment import environment, stamp, templates
from proefpraktijk.render.markup import SafeMarkup, fill, yaml_string
from proefpraktijk.wording import Wording
from render.factory import bodies_of, safe


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


@pytest.mark.parametrize(
    "source",
    [
        "{% if naam %}x{% endif %}",
        "{% if v.naam %}x{% endif %}",
        "{% if not v.naam %}x{% endif %}",
        "{% for x in naam %}x{% endfor %}",
        "{{ v.naam|list|length }}",
        "{% if naam == v %}x{% endif %}",
    ],
)
def test_what_is_missing_raises_where_it_is_only_asked_about(source: str, english: Wording) -> None:
    """A condition or a loop over a name that no view has is a mistake too: else a renamed field drops its part of the page."""
    with pytest.raises(UndefinedError):
        environment(english).from_string(source).render(v=safe("tekst"))


@pytest.mark.parametrize(
    ("kind", "given"),
    [("pages", {"head", "view", "described", "cited", "home", "feeds"}), ("print", {"paper", "view"})],
)
def test_templates_use_no_name_that_nobody_gives_them(kind: str, given: set[str], english: Wording) -> None:
    """Of every template, branches that no test renders included."""
    made = environment(english, kind)
    made.filters["card"] = str  # the one filter that the planner of pages adds
    names = made.list_templates(extensions=["j2"])
    assert len(names) > 5
    for name in names:
        source = (templates() / kind / name).read_text(encoding="utf-8")
        tree = made.parse(source)
        imported = {found.target for found in tree.find_all(nodes.Import)}
        assert find_undeclared_variables(tree) <= given | imported | made.globals.keys(), name


class Changed(Wording):
    """English in which one sentence, or one plural form of it, is another one; notes which sentences it was asked for."""

    def __init__(self, sentence: str = "", form: int = 0) -> None:
        """Change `sentence`; with `form`, of a counted one the form for 1 or for more (2)."""
        super().__init__("en")
        self.changed = (sentence, form)
        self.asked: set[str] = set()

    def t(self, msgid: str, /, **values: str | int) -> UiText:
        """Return the sentence."""
        self.asked.add(msgid)
        return UiText(super().t(msgid, **values) + "!" * (self.changed == (msgid, 0)))

    def n(self, singular: str, plural: str, count: int, /, **values: str | int) -> UiText:
        """Return the sentence in the form that fits `count`."""
        self.asked.add(singular)
        form = 1 if count == 1 else 2
        return UiText(super().n(singular, plural, count, **values) + "!" * (self.changed == (singular, form)))


def _sentences_of_templates() -> list[tuple[str, int]]:
    sources = [file.read_text(encoding="utf-8") for file in (templates() / "pages").glob("*.j2")]
    said = {(found, 0) for source in sources for found in re.findall(r'\bt\("([^"]+)"', source)}
    counted = {
        (found, form) for source in sources for found in re.findall(r'\bn\("([^"]+)"', source) for form in (1, 2)
    }
    return sorted(said | counted)


def test_the_stamp_changes_with_every_sentence_of_a_template() -> None:
    """In the singular and in the plural: all pages are made again when the words of one template are other ones."""
    sentences = _sentences_of_templates()
    assert {form for _, form in sentences} == {0, 1, 2}
    before = stamp(Changed())
    assert not [sentence for sentence in sentences if stamp(Changed(*sentence)) == before]


def test_the_stamp_changes_with_the_language(english: Wording) -> None:
    """A page says its language even where no sentence of ours stands on it."""
    named = Changed()
    named.language = "nl"
    assert stamp(named) != stamp(english)


@pytest.mark.parametrize("change", ["source", "name", "more"])
def test_the_stamp_changes_with_every_template(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what stands in one, with what it is called, and with a further one."""
    shutil.copytree(templates() / "pages", tmp_path / "pages")
    monkeypatch.setattr("proefpraktijk.render.environment.templates", lambda: tmp_path)
    before = stamp(Changed())
    file = tmp_path / "pages" / "report.md.j2"
    if change == "source":
        file.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8")
    elif change == "name":
        file.rename(file.with_name("other.md.j2"))
    else:
        file.with_name("other.md.j2").write_text("", encoding="utf-8")
    assert stamp(Changed()) != before


def test_making_a_page_asks_for_no_sentence_outside_the_templates(kb: KnowledgeBase) -> None:
    """What code says is said when a page is planned, so it is in the digest: else a page keeps old words."""
    words = Changed()
    pages = plan(kb, bodies_of(kb), RenderSettings(words, {}, "https://example.org/"))
    words.asked.clear()
    for page in pages.values():
        page.make()
    assert words.asked - {sentence for sentence, _ in _sentences_of_templates()} == set()


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
