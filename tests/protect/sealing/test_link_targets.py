"""Where links and pictures may lead once a text has passed."""

from __future__ import annotations

import pytest

from proefpraktijk.model.corpus import Decision
from proefpraktijk.model.document import Block, BlockKind, Document, Run, Target, TargetKind
from proefpraktijk.model.text import RawText, SafeText
from proefpraktijk.protect.decisions.applied import identity
from proefpraktijk.protect.detector import Detector
from proefpraktijk.protect.sealing.link_targets import MEDIA_TYPES, LinkTargets, Unclear
from protect.support import decision, roster

ADDRESS = "https://sjoukje.nl/wierstra"
BOOK = Detector(roster("Daan Smit", "Anouk van Dam"), (), ()).book


def targets(*decisions: Decision, contact: str = " Redactie@leerkring.example ") -> LinkTargets:
    """Return the rules with decisions on addresses."""
    return LinkTargets(BOOK, contact, {made.text.value: made for made in decisions})


def passed(
    kind: TargetKind, value: str, *decisions: Decision, contact: str = "redactie@leerkring.example"
) -> str | None:
    """Return where a target leads once it has passed."""
    found = targets(*decisions, contact=contact).passed(Target(kind, RawText(value)))
    assert found is None or found.kind is kind
    return None if found is None else str(found.target)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("mailto:redactie@leerkring.example", "mailto:redactie@leerkring.example"),
        ("MAILTO: Redactie@Leerkring.example?subject=Daan", "mailto:redactie@leerkring.example"),
        ("mailto:iemand@leerkring.example", None),
        ("mailto:", None),
        ("mailto:?to=iemand@leerkring.example", None),
        ("tel:0612345678", None),
        ("ftp://www.slo.nl/", None),
        ("//www.slo.nl/thema", None),
        ("www.slo.nl", None),
        ("", None),
        ("https://www.slo.nl/thema/lezen", "https://www.slo.nl/thema/lezen"),
        ("HTTP://www.slo.nl/thema/lezen", "HTTP://www.slo.nl/thema/lezen"),
    ],
)
def test_addresses_of_the_web(value: str, expected: str | None) -> None:
    """Http and https, and the community's own address without what is asked with it; nothing else."""
    assert passed(TargetKind.WEB, value) == expected


def test_without_an_address_of_the_community_no_mail_passes() -> None:
    """An empty address is nobody's."""
    assert passed(TargetKind.WEB, "mailto:", contact="") is None
    assert passed(TargetKind.WEB, "mailto:?subject=x", contact=" ") is None


def test_the_address_of_the_community_is_compared_without_case_and_spaces() -> None:
    """As people write it in a form."""
    found = targets().passed(Target(TargetKind.WEB, RawText("mailto:redactie@leerkring.example")))
    assert found is not None
    assert isinstance(found.target, SafeText)


def test_an_unclear_address_is_decided_on() -> None:
    """Undecided it is unclear, cleared it passes, redacted it is dropped; even one that is clear by itself."""
    with pytest.raises(Unclear):
        passed(TargetKind.WEB, ADDRESS)
    assert passed(TargetKind.WEB, ADDRESS, decision("clear", ADDRESS)) == ADDRESS
    assert passed(TargetKind.WEB, ADDRESS, decision("redact", ADDRESS)) is None
    assert passed(TargetKind.WEB, "https://www.slo.nl/x", decision("redact", "https://www.slo.nl/x")) is None
    with pytest.raises(Unclear):
        passed(TargetKind.WEB, ADDRESS, decision("clear", "https://sjoukje.nl"))


@pytest.mark.parametrize("ending", sorted(MEDIA_TYPES))
def test_pictures_of_known_kinds_pass(ending: str) -> None:
    """In small letters and capitals, as a plain string that no template accepts."""
    for value in (f"content/media/daan{ending}", f"content/media/daan{ending.upper()}"):
        found = targets().passed(Target(TargetKind.MEDIA, RawText(value)))
        assert found == Target(TargetKind.MEDIA, value)
        assert type(found.target) is str


@pytest.mark.parametrize(
    "value", ["content/media/a.svg", "content/media/a.pdf", "content/media/jpg", "content/a.png/b"]
)
def test_other_files_are_no_pictures(value: str) -> None:
    """They may hold text, or programs."""
    assert passed(TargetKind.MEDIA, value) is None


def test_the_kinds_of_pictures() -> None:
    """Each is one that browsers show and from which what is hidden can be taken out."""
    assert {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"} == MEDIA_TYPES


@pytest.mark.parametrize(
    ("value", "expected"),
    [("begin", "begin"), ("wat-we-zagen", "wat-we-zagen"), ("daan", None), ("wat-daan-zag", None), ("d-a-a-n", "d-a-a-n"),
     ("overdaanx-zo", "overdaanx-zo"), ("anouk", None)],
)  # fmt: skip
def test_an_anchor_that_names_somebody_is_dropped(value: str, expected: str | None) -> None:
    """An anchor is made of a heading, and stands in the page as it is."""
    assert passed(TargetKind.ANCHOR, value) == expected


@pytest.mark.parametrize(
    "kind", [k for k in TargetKind if k not in (TargetKind.WEB, TargetKind.MEDIA, TargetKind.ANCHOR)]
)
def test_documents_keep_their_path(kind: TargetKind) -> None:
    """As a plain string, to be resolved to an address later."""
    found = targets().passed(Target(kind, RawText("content/reports/2025-2026-1/daan.md")))
    assert found is not None
    assert found.target == "content/reports/2025-2026-1/daan.md"
    assert type(found.target) is str


def test_the_decisions_that_a_body_uses() -> None:
    """Those on the web addresses it links to, and no other."""
    used, unused = decision("clear", ADDRESS), decision("clear", "https://elders.nl/x")
    path = decision("clear", "content/pages/x.md")

    def run(kind: TargetKind | None, value: str) -> Run[RawText]:
        return Run(RawText("hier"), link=Target(kind, RawText(value)) if kind else None)

    runs = (run(None, ""), run(TargetKind.WEB, ADDRESS), run(TargetKind.WEB, "https://www.slo.nl/"),
            run(TargetKind.REPORT, "content/pages/x.md"))  # fmt: skip
    body = Document((Block(BlockKind.PARAGRAPH, runs[:1]), Block(BlockKind.PARAGRAPH, runs[1:])))
    assert targets(used, unused, path).decided(body) == {identity(used)}
    assert targets().decided(body) == frozenset()
