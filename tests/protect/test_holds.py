"""From what the layers doubt to what a reviewer is told: the place, the kind and the layer, and no text."""

from __future__ import annotations

from proefpraktijk.model.corpus import Source
from proefpraktijk.model.document import Block, BlockKind, Document, Run, Target, TargetKind
from proefpraktijk.model.safe import HoldKind
from proefpraktijk.model.text import RawText
from proefpraktijk.protect.holds import file_hold, link_hold
from protect.support import PATH, airlock, entry, report, roster

TEXT = "We lazen.\n\nToen kwam Wierstra, en\nmet Brunhilde."


def test_a_hold_for_each_doubt_in_order() -> None:
    """With line and column of its first character, where it is in the file, and why."""
    passed = airlock(roster()).report(report(TEXT))
    assert [(TEXT[hold.start : hold.end], hold.place) for hold in passed.holds] == [
        ("Wierstra", (PATH, 3, 11)),
        ("Brunhilde", (PATH, 4, 5)),
    ]
    assert all(hold.message.template for hold in passed.holds)
    assert "Wierstra" not in repr(passed.holds)


def test_holds_of_links_stand_among_the_others() -> None:
    """In the order of the file."""
    text = "hier dan daar Wierstra"
    runs = (
        Run(RawText("hier", 0, 4), link=Target(TargetKind.WEB, RawText("https://sjoukje.nl/a", 30, 50))),
        Run(RawText(" dan ", 4, 9)),
        Run(RawText("daar", 9, 13), link=Target(TargetKind.WEB, RawText("https://sjoukje.nl/b", 5, 25))),
        Run(RawText(" Wierstra", 13, 22)),
    )
    passed = airlock(roster()).report(entry(Document((Block(BlockKind.PARAGRAPH, runs),)), text + " " * 40))
    assert [(hold.start, hold.end, hold.layer == "links") for hold in passed.holds] == [
        (5, 25, True),
        (14, 22, False),
        (30, 50, True),
    ]


def test_the_hold_of_a_link() -> None:
    """Its own place, as a contact."""
    hold = link_hold(RawText("https://sjoukje.nl", 5, 23), Source(PATH, "abc\nhttps://sjoukje.nl"))
    assert (hold.place, hold.kind, hold.layer, hold.start, hold.end) == ((PATH, 2, 2), HoldKind.CONTACT, "links", 5, 23)


def test_the_hold_of_a_file() -> None:
    """The file as a whole, as a person."""
    hold = file_hold(Source(PATH, "abc"))
    assert (hold.place.path, hold.place.line, hold.kind, hold.layer) == (PATH, 0, HoldKind.PERSON, "roster")
