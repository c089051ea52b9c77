"""A body as HTML: what is shown, what is linked, and that nothing in it is ever interpreted."""

from __future__ import annotations

import pickle
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proefpraktijk.model.document import Block, BlockKind, Coding, Document, Run, SectionKind, Target, TargetKind
from proefpraktijk.model.knowledge import Mention, Passage, Takeaway
from proefpraktijk.model.paths import ThemeId
from proefpraktijk.model.spiral import Effect
from proefpraktijk.model.text import SafeText
from proefpraktijk.render import RenderedBody, render_body
from proefpraktijk.render.bodies.rendered_body import CLOSE, MARKS, OPEN, SELF, TAGS, Placeholder
from render.factory import heading, items, paragraph, run, safe


def shown(body: RenderedBody) -> str:
    """Return the HTML with every link leading to `#KEY`, and labels in brackets."""

    def answer(placeholder: Placeholder) -> str:
        purpose, kind, key = placeholder
        if purpose == OPEN:
            return f'<a href="#{key}">'
        if purpose in (SELF, MARKS):
            return key and f"[#{key}]"
        return "</a>" if purpose == CLOSE else f"[{kind} {key}]" if purpose == TAGS else key

    return str(body.fill(answer).html()).replace("\n", "")


def html(*blocks: Block[SafeText]) -> str:
    """Return the HTML of a document of these blocks."""
    return shown(render_body(Document(blocks)))


def item(text: str, level: int = 1, *, ordered: bool = False, starts: bool = False) -> Block[SafeText]:
    """Return a list item."""
    return Block(BlockKind.ITEM, (run(text),), SectionKind.OTHER, level, ordered=ordered, starts_list=starts)


def cell(text: str, row: int, column: int) -> Block[SafeText]:
    """Return a table cell."""
    return Block(BlockKind.CELL, (run(text),), row=row, column=column, starts_list=row == column == 0)


class Text(HTMLParser):
    """Reads what a browser would show."""

    def __init__(self, source: str) -> None:
        """Read `source`."""
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        """Note the tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.text += data


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([paragraph("Een zin.")], "<p>Een zin.</p>"),
        ([heading("Wat nu?")], '<h2 id="wat-nu">Wat nu?</h2>'),
        ([heading("Wat nu?"), heading("Wat nu?")], '<h2 id="wat-nu">Wat nu?</h2><h2 id="wat-nu_1">Wat nu?</h2>'),
        ([heading("p1"), heading("🙂")], '<h2 id="p1-kop">p1</h2><h2 id="deel">🙂</h2>'),
        ([item("a", starts=True), item("b")], "<ul><li>a</li><li>b</li></ul>"),
        (
            [item("a", starts=True), item("b", 2, ordered=True, starts=True), item("c")],
            "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>",
        ),
        ([item("a", starts=True), item("b", starts=True)], "<ul><li>a</li></ul><ul><li>b</li></ul>"),
        (
            [item("diep", 3, starts=True), item("op", 1)],
            "<ul><li><ul><li><ul><li>diep</li></ul></li></ul></li><li>op</li></ul>",
        ),
        (
            [cell("k", 0, 0), cell("l", 0, 1), cell("1", 1, 0), cell("2", 1, 1)],
            (
                '<div class="table" tabindex="0"><table><thead><tr><th scope="col">k</th><th scope="col">l</th></tr></thead>'
                "<tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>"
            ),
        ),
        (
            [Block(BlockKind.PARAGRAPH, (run("gezegd"),), quoted=True), paragraph("na")],
            "<blockquote><p>gezegd</p></blockquote><p>na</p>",
        ),
        ([Block(BlockKind.CODE, (run("a < b"),))], '<pre tabindex="0"><code>a &lt; b</code></pre>'),
        ([Block(BlockKind.RULE, ())], "<hr>"),
        ([paragraph(run("sterk", strong=True, emphasis=True))], "<p><strong><em>sterk</em></strong></p>"),
        ([paragraph(run("weg", strike=True), run("x", code=True))], "<p><del>weg</del><code>x</code></p>"),
        (
            [paragraph(run("buiten", link=Target(TargetKind.WEB, safe("https://a.nl/?b=1&c"))))],
            '<p><a href="https://a.nl/?b=1&amp;c" rel="noopener">buiten</a></p>',
        ),
        ([paragraph(run("fout", link=Target(TargetKind.WEB, safe("javascript:alert(1)"))))], "<p>fout</p>"),
        (
            [heading("Nu"), paragraph(run("zie", link=Target(TargetKind.ANCHOR, safe("nu"))))],
            '<h2 id="nu">Nu</h2><p><a href="#nu">zie</a></p>',
        ),
        ([paragraph(run("zie", link=Target(TargetKind.ANCHOR, safe("elders"))))], "<p>zie</p>"),
        (
            [Block(BlockKind.PICTURE, (run("een bord", picture=Target(TargetKind.MEDIA, safe("bord.png"))),))],
            '<figure><img src="bord.png" alt="een bord" loading="lazy"></figure>',
        ),
    ],
)
def test_each_kind_of_block_has_its_html(blocks: list[Block[SafeText]], expected: str) -> None:
    """Golden snippets, one for each kind of block and run."""
    assert html(*blocks) == expected


def test_a_mention_becomes_a_link_across_styles() -> None:
    """A theme's name that is half in bold is one link; the style stays."""
    body = Document((paragraph("over ", run("veilig", strong=True), "heid nu"),))
    mention = Mention(ThemeId("veiligheid"), 0, 5, 15, safe("over veiligheid nu"))
    assert shown(render_body(body, [mention])) == '<p>over <a href="#veiligheid"><strong>veilig</strong>heid</a> nu</p>'


def test_a_mention_in_a_link_is_left_alone() -> None:
    """No link stands within a link."""
    body = Document((paragraph(run("veiligheid", link=Target(TargetKind.PAGE, safe("over")))),))
    mention = Mention(ThemeId("veiligheid"), 0, 0, 10, safe("veiligheid"))
    assert shown(render_body(body, [mention])) == '<p><a href="#over">veiligheid</a></p>'


def test_a_passage_has_its_anchor_and_its_labels_once() -> None:
    """A passage of several runs carries its id on the first mark, its labels and its own link behind the last."""
    body = Document(
        (paragraph(run("een ", 0), run("twee", 0, strong=True), " drie"),), (Coding((ThemeId("t"),), Effect.BEIDE),)
    )
    passage = Passage(
        "p1", safe("een twee"), safe("een twee drie"), 0, 8, (ThemeId("t"),), Effect.BEIDE, SectionKind.LEAD
    )
    expected = '<p><mark id="p1" class="beide">een <strong>twee</strong></mark>[beide t][#p1] drie</p>'
    assert shown(render_body(body, passages=[passage])) == expected


def test_labels_stand_behind_the_full_stop() -> None:
    """A sign that follows the passage is not torn off by its label."""
    body = Document((paragraph(run("een", 0), "! Twee."),), (Coding((ThemeId("t"),)),))
    passage = Passage("p1", safe("een"), safe("een! Twee."), 0, 3, (ThemeId("t"),), None, SectionKind.LEAD)
    assert shown(render_body(body, passages=[passage])) == '<p><mark id="p1">een</mark>![ t][#p1] Twee.</p>'


def test_passages_that_overlap_keep_their_own_anchors() -> None:
    """Where two passages begin together both ids can be reached; each is labelled where it ends."""
    codings = (Coding((ThemeId("a"),)), Coding((ThemeId("b"),)))
    body = Document((paragraph(run("samen ", 0, 1), run("verder", 1)),), codings)
    passages = [
        Passage(f"p{n + 1}", safe(""), safe(""), 0, 0, coding.themes, None, SectionKind.LEAD)
        for n, coding in enumerate(codings)
    ]
    expected = '<p><span id="p2"></span><mark id="p1">samen </mark>[ a][#p1]<mark>verder</mark>[ b][#p2]</p>'
    assert shown(render_body(body, passages=passages)) == expected


def test_handles_have_anchors_and_what_is_below_them_has_none() -> None:
    """The outer items of the handles section are the takeaways; items below them belong to one."""
    body = Document(
        (*items("een", "twee"), Block(BlockKind.ITEM, (run("los"),), SectionKind.HANDVATTEN, 2, starts_list=True))
    )
    takeaways = [Takeaway("h1", safe("een"), ()), Takeaway("h2", safe("twee"), (), (safe("los"),))]
    first, second = '<li id="h1" class="handle">een[#h1]</li>', '<li id="h2" class="handle">twee[#h2]'
    expected = f'<section class="tomorrow"><ul>{first}{second}<ul><li>los</li></ul></li></ul></section>'
    assert shown(render_body(body, takeaways=takeaways)) == expected


def test_handles_come_first() -> None:
    """Whoever has two minutes finds what to try before the story; what the marks mean stands between the two."""
    story = [heading("Situatie", SectionKind.SITUATIE), paragraph(run("druk", 0), section=SectionKind.SITUATIE)]
    handles = [heading("Handvatten", SectionKind.HANDVATTEN), *items("een")]
    body = Document((*story, *handles, heading("Vragen", SectionKind.VRAGEN)), (Coding((ThemeId("t"),)),))
    passage = Passage("p1", safe("druk"), safe("druk"), 0, 4, (ThemeId("t"),), None, SectionKind.SITUATIE)
    rendered = render_body(body, passages=[passage], takeaways=[Takeaway("h1", safe("een"), ())])
    assert [placeholder[0] for placeholder in rendered.placeholders][:2] == [SELF, MARKS]
    assert shown(rendered) == (
        '<section class="tomorrow"><h2 id="handvatten">Handvatten</h2>'
        '<ul><li id="h1" class="handle">een[#h1]</li></ul></section>'
        '<h2 id="situatie">Situatie</h2><p><mark id="p1">druk</mark>[ t][#p1]</p><h2 id="vragen">Vragen</h2>'
    )


def test_a_rendered_body_survives_the_cache() -> None:
    """What a worker pickles is what the plan fills; the stamp is the same."""
    body = render_body(Document((paragraph("tekst"),)))
    again = pickle.loads(pickle.dumps(body))
    assert (again.stamp, shown(again)) == (body.stamp, shown(body))


NASTY = st.text(
    st.one_of(
        st.sampled_from("{}%#<>&\"'`~*_[]()!|\\-=+:;$^@ \n"), st.characters(exclude_categories=("Cs", "Cc", "Cn"))
    ),
    max_size=60,
)


@given(NASTY)
def test_text_is_shown_as_written_and_never_interpreted(text: str) -> None:
    """HTML, Jinja, Markdown and snippet signs all come out of Python-Markdown as the letters that were written."""
    body = render_body(Document((paragraph(text or "x"), Block(BlockKind.CODE, (run(text),)))))
    source = f'<div class="pp">\n{shown(body)}\n</div>\n'
    out = markdown.markdown(source, extensions=["tables", "toc", "attr_list"])
    read = Text(out)
    assert read.tags == ["div", "p", "pre", "code"]
    assert " ".join(read.text.split()) == " ".join(f"{text or 'x'} {text}".split()) or read.text.replace("\n", "") == (
        (text or "x") + text
    ).replace("\n", "")
    assert "{" not in source


@given(NASTY, NASTY)
def test_attributes_cannot_be_left(alt: str, key: str) -> None:
    """An alt text or an address cannot close its attribute."""
    picture: Run[SafeText] = run(alt, picture=Target(TargetKind.MEDIA, safe("a.png")))
    link: Run[SafeText] = run("x", link=Target(TargetKind.WEB, safe(f"https://a.nl/{key}")))
    assert set(Text(html(paragraph(picture, link))).tags) <= {"p", "img", "a"}
