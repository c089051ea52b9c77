"""What becomes of whole documents: publication, titles, slugs, links, pictures, front matter, shared documents."""

from __future__ import annotations

import datetime as dt
import logging
import pickle

import pytest

from endtoend.work import ends_within_budget
from proefpraktijk.model.corpus import (
    Codebook,
    CommunityMatter,
    Corpus,
    Entry,
    FindingMatter,
    InterviewMatter,
    PageMatter,
    ReportMatter,
    Roster,
    SessionMatter,
    Source,
    ThemeMatter,
)
from proefpraktijk.model.document import Block, BlockKind, Coding, Document, Run, Target, TargetKind
from proefpraktijk.model.paths import ContentPath, ThemeId
from proefpraktijk.model.safe import HoldKind, Publication
from proefpraktijk.model.text import RawText, SafeText
from proefpraktijk.protect import Airlock, pass_corpus
from proefpraktijk.read.front_matter.field_names import ALIASES
from proefpraktijk.read.front_matter.forms import from_values
from protect.support import airlock, decision, demo_roster, entry, report, roster, shown

EMPTY: Document[RawText] = Document()


def _paragraph(*runs: Run[RawText]) -> Document[RawText]:
    return Document((Block(BlockKind.PARAGRAPH, runs),))


def _raw(text: str, at: int = -1) -> RawText:
    return RawText(text, at, at + len(text) if at >= 0 else -1)


def test_a_report_without_member_check_is_a_draft() -> None:
    """It is made safe, and marked."""
    passed = airlock(demo_roster()).report(report("Daan las.", member_check=None))
    assert passed.publication is Publication.DRAFT
    assert passed.safe is not None
    assert passed.safe.draft


def test_a_withdrawn_report_gives_nothing() -> None:
    """Not even holds: nobody needs to look at it."""
    passed = airlock(demo_roster()).report(report("Sanne en Daan.", withdrawn=True))
    assert (passed.publication, passed.safe, passed.holds) == (Publication.WITHDRAWN, None, ())


def test_a_held_report_says_where_and_why_but_not_what() -> None:
    """Line, column and source offsets of the doubt; the text is in no representation of it."""
    passed = airlock(demo_roster()).report(report("Rustig begin.\n\nDaarna kwam Sjoukje binnen."))
    (hold,) = passed.holds
    assert passed.safe is None
    assert (hold.place.line, hold.place.column, hold.kind) == (3, 13, HoldKind.CAPITAL)
    assert "Sjoukje" not in repr(passed)


def test_the_title_and_the_slug_are_safe() -> None:
    """A name in the title becomes a descriptor there, and words of it in the slug."""
    passed = airlock(demo_roster()).report(report("Daan las.", title="Lezen met Daan én Saar: wat hielp?"))
    assert passed.safe is not None
    assert passed.safe.title == "Lezen met [leerling A] én [leerling B]: wat hielp?"
    assert passed.safe.slug == "lezen-met-leerling-a-en-leerling-b-wat-hielp"


def test_a_clean_slug_is_kept_and_another_is_made_from_the_title() -> None:
    """A slug with a name in it is silently replaced."""
    lock = airlock(demo_roster())
    kept = lock.report(report("Ze las.", slug=RawText("rustig-lezen")))
    made = lock.report(report("Ze las.", slug=RawText("lezen-met-daan")))
    assert kept.safe is not None
    assert made.safe is not None
    assert (kept.safe.slug, made.safe.slug) == ("rustig-lezen", "een-les")


@pytest.mark.parametrize("title", ["…", "?!", "[]"])
def test_a_slug_is_never_empty(title: str) -> None:
    """A title without letters gives the kind of document."""
    passed = airlock(demo_roster()).report(report("Ze las.", title=title))
    assert passed.safe is not None
    assert passed.safe.slug == "verslag"


def test_a_long_title_gives_a_slug_cut_between_words() -> None:
    """At most eighty characters."""
    passed = airlock(demo_roster()).report(report("Ze las.", title="rustig lezen " * 20))
    assert passed.safe is not None
    assert len(passed.safe.slug) <= 80
    assert passed.safe.slug.endswith(("rustig", "lezen"))


def test_a_name_across_runs_is_written_once_and_passages_stay() -> None:
    """The descriptor stands in the first run; marks and the second run's other text are untouched."""
    text = "Toen las Daan Wesselink voor."
    body = Document(
        (
            Block(
                BlockKind.PARAGRAPH,
                (
                    Run(_raw("Toen las Da", 0), passages=(0,)),
                    Run(_raw("an Wess", 11), strong=True, passages=(0,)),
                    Run(_raw("elink voor.", 18)),
                ),
            ),
        ),
        (Coding((ThemeId("lezen"),)),),
    )
    passed = airlock(demo_roster()).report(entry(body, text))
    assert passed.safe is not None
    runs = passed.safe.body.blocks[0].runs
    assert [(str(run.text), run.strong, run.passages) for run in runs] == [
        ("Toen las [leerling A]", False, (0,)),
        (" voor.", False, ()),
    ]
    assert passed.safe.body.passages == body.passages


@pytest.mark.parametrize(("path", "stays"), [("content/media/daan.JPG", True), ("content/media/daan.svg", False)])
def test_a_picture_keeps_its_document_and_gets_a_safe_alt_text(path: str, stays: bool) -> None:  # noqa: FBT001
    """Its file is known by a plain string no template accepts; of another kind of file only the alt text stays."""
    picture = Run(_raw("Daan bij het bord"), picture=Target(TargetKind.MEDIA, _raw(path)))
    passed = airlock(demo_roster()).report(entry(_paragraph(picture), ""))
    assert passed.safe is not None
    (run,) = passed.safe.body.blocks[0].runs
    assert run.text == "[Leerling A] bij het bord"
    assert (run.picture is not None) is stays
    assert not (run.picture and isinstance(run.picture.target, SafeText))


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("https://www.slo.nl/thema/lezen", True),
        ("https://example.org/x1/", True),
        ("javascript:alert(1)", False),
        ("mailto:iemand@school.nl", False),
        ("mailto:redactie@leerkring.example", True),
        ("ftp://slo.nl/bestand", False),
    ],
)
def test_links_out(address: str, stays: bool) -> None:  # noqa: FBT001
    """Only http and https, and the community's own address; other links lose their target and keep their text."""
    lock = airlock(demo_roster(), contact="redactie@leerkring.example")
    body = _paragraph(Run(_raw("lees hier"), link=Target(TargetKind.WEB, _raw(address))))
    passed = lock.report(entry(body, ""))
    assert passed.safe is not None
    assert (passed.safe.body.blocks[0].runs[0].link is not None) is stays


@pytest.mark.parametrize(
    "address",
    ["https://www.slo.nl/anouk-terpstra", "https://linkedin.com/in/abc", "https://sjoukje.nl", "https://a:b@slo.nl/"],
)
def test_a_link_that_may_lead_to_a_person_holds_the_report(address: str) -> None:
    """Names, sites of profiles, unknown words on unknown hosts, credentials."""
    body = _paragraph(Run(_raw("lees hier"), link=Target(TargetKind.WEB, _raw(address, 3))))
    passed = airlock(demo_roster()).report(entry(body, " " * 80))
    assert passed.publication is Publication.HELD
    assert passed.holds[0].kind is HoldKind.CONTACT


def test_internal_links_keep_their_document() -> None:
    """As a plain string that no template accepts, to be resolved later."""
    path = ContentPath("content/reports/2025-2026-1/ander.md")
    body = _paragraph(Run(_raw("lees hier"), link=Target(TargetKind.REPORT, _raw(path))))
    passed = airlock(demo_roster()).report(entry(body, ""))
    assert passed.safe is not None
    link = passed.safe.body.blocks[0].runs[0].link
    assert link is not None
    assert link.target == path
    assert not isinstance(link.target, SafeText)


def test_the_text_of_a_link_begins_a_sentence_for_the_gate_only() -> None:
    """A known word with a capital passes there; a descriptor in mid-sentence gets no capital."""
    body = _paragraph(
        Run(_raw("zie ")), Run(_raw("Rustig begin"), link=Target(TargetKind.ANCHOR, _raw("begin"))),
        Run(_raw(" en ")), Run(_raw("Daan"), link=Target(TargetKind.ANCHOR, _raw("begin"))),
    )  # fmt: skip
    passed = airlock(demo_roster()).report(entry(body, ""))
    assert passed.safe is not None
    assert shown(passed.safe.body) == "zie Rustig begin en [leerling A]"


def test_strangers_of_the_front_matter_are_secrets() -> None:
    """Their names must not be anywhere in the site; ordinary words of a name are none."""
    passed = airlock(roster()).report(report("Ze las.", authors=["Sjoukje Wierstra"], facilitator=["Jan Bakker"]))
    assert {"Sjoukje", "Wierstra", "Sjoukje Wierstra"} <= passed.secrets
    assert "Bakker" not in passed.secrets


def test_what_is_hidden_in_the_file_is_searched_for_and_holds_nothing() -> None:
    """An e-mail address in a comment becomes a secret string."""
    made = report("Ze las.")
    hidden = Entry(made.matter, made.body, made.source, made.offsets, (RawText("mail x@sjoukje.nl of Sjoukje"),))
    passed = airlock(roster()).report(hidden)
    assert passed.publication is Publication.PUBLISHED
    assert passed.secrets == {"x@sjoukje.nl"}


@pytest.mark.parametrize(
    ("decisions", "rule"),
    [
        ([("clear", "Roos")], "PP501"),
        ([("clear", "Roos Verhoeven")], "PP501"),
        ([("clear", "Daantje")], "PP501"),
        ([("clear", "Sprinkels"), ("redact", "sprinkels")], "PP502"),
        ([("clear", "!?")], "PP503"),
    ],
)
def test_decisions_that_cannot_be_followed_are_problems(decisions: list[tuple[str, str]], rule: str) -> None:
    """Each with its rule, in decisions.yml, without the text."""
    problems = airlock(demo_roster(), *(decision(action, text) for action, text in decisions)).problems
    assert [(p.rule, p.place.path) for p in problems] == [(rule, "content/decisions.yml")]
    assert not any(text in repr(problems) for _, text in decisions if text != "!?")


def test_a_replacement_with_a_name_in_it_is_a_problem() -> None:
    """Else the redaction would put a name in."""
    problems = airlock(demo_roster(), decision("redact", "die jongen", replacement="Daan")).problems
    assert [p.rule for p in problems] == ["PP504"]


def test_the_fingerprint_changes_with_roster_decisions_and_community() -> None:
    """And with nothing else: two airlocks made alike have one."""
    base = airlock(roster("Daan Smit"))
    assert base.fingerprint == airlock(roster("Daan Smit")).fingerprint
    others = [
        airlock(roster("Saar Smit")),
        airlock(roster("Daan Smit"), decision("clear", "Sprinkels")),
        airlock(roster("Daan Smit"), language="en"),
    ]
    assert len({base.fingerprint, *(other.fingerprint for other in others)}) == 4


def test_the_arguments_of_an_airlock_travel_by_pickle() -> None:
    """A worker process makes its own airlock of them."""
    people, decided = demo_roster(), (decision("clear", "Sprinkels"),)
    assert pickle.loads(pickle.dumps((people, decided))) == (people, decided)


def _corpus(people: Roster, **documents: tuple[Entry, ...]) -> Corpus:  # type: ignore[type-arg]
    lock = airlock(people)
    nothing: dict[str, tuple[Entry, ...]] = dict.fromkeys(("sessions", "themes", "findings", "pages", "interviews"), ())  # type: ignore[type-arg]
    paths = frozenset({ContentPath("content/media/b.png"), ContentPath("content/media/a.jpg")})
    book = Codebook(frozenset(), {}, (), (), (), paths)
    return Corpus(lock.community, people, (), book, reports=(), **(nothing | documents))


def _document(matter: object, path: str) -> Entry:  # type: ignore[type-arg]
    return Entry(matter, EMPTY, Source(ContentPath(path), ""))  # type: ignore[type-var]


def test_a_session_names_only_a_public_expert() -> None:
    """Somebody else is a descriptor, and a secret string."""
    fields = {"title": "Kijken in de klas", "number": 1, "school_year": "2025-2026", "date": dt.date(2025, 9, 24)}
    experts = ("Evert Lindenberg", "Sjoukje Wierstra")
    sessions = tuple(
        _document(from_values(SessionMatter, fields | {"expert": name}), f"content/sessions/{n}.md")
        for n, name in enumerate(experts)
    )
    passed = pass_corpus(airlock(demo_roster()), _corpus(demo_roster(), sessions=sessions))
    safe, holds, secrets = passed.safe, passed.holds, passed.secrets
    assert [session.expert for session in safe.sessions] == ["Evert Lindenberg", "[expert]"]
    assert holds == ()
    assert "Sjoukje Wierstra" in secrets


def test_a_document_whose_file_name_holds_a_name_is_held() -> None:
    """Themes, findings and pages get their address from the file's name."""
    corpus = _corpus(
        demo_roster(),
        themes=(
            _document(
                ThemeMatter(label=RawText("Lezen"), definition=RawText("Lezen leren.")), "content/themes/daan.md"
            ),
        ),
        findings=(
            _document(
                FindingMatter(question=RawText("Wat helpt?"), claim=RawText("Rust.")), "content/findings/rust.md"
            ),
        ),
        pages=(_document(PageMatter(title=RawText("Over Daan")), "content/pages/over.md"),),
    )
    passed = pass_corpus(airlock(demo_roster()), corpus)
    safe, holds = passed.safe, passed.holds
    assert (len(safe.themes), len(safe.findings), safe.pages[0].title) == (0, 1, "Over [leerling A]")
    assert [hold.place.path for hold in holds] == ["content/themes/daan.md"]


def test_interviews_know_their_respondent() -> None:
    """The respondent's name is secret and known within the interview."""
    made = report("Wierstra vertelde dat het stil was.")
    fields = {name: getattr(made.matter, name) for name in ALIASES[ReportMatter] if name != "slug"}
    matter = from_values(InterviewMatter, fields | {"respondent": RawText("Sjoukje Wierstra")})
    interview = Entry(matter, made.body, Source(ContentPath("content/interviews/een.md"), made.source.text))
    passed = pass_corpus(airlock(roster()), _corpus(roster(), interviews=(interview,)))
    safe, holds = passed.safe, passed.holds
    assert holds == ()
    assert shown(safe.interviews[0].body) == "[Leerkracht] vertelde dat het stil was."


@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "Daan " * 20_000, '"' * 100_000, "A. " * 33_000, "x@" * 50_000, "1 " * 50_000, "(" * 99_999 + "Daan",
     "de " * 33_000, "juf " * 25_000, "-".join(["Jan"] * 25_000), "[" * 100_000, "3 maart " * 12_000, "www." * 25_000,
     "rekenles" * 12_000, "'s " * 33_000, "Van der " * 12_000, "é\u0301" * 50_000, "week 1" * 16_000, "0" * 100_000],
)  # fmt: skip
def test_a_long_line_takes_linear_time(text: str) -> None:
    """A hundred thousand characters of anything are done with long before the square of their number would be."""
    lock = airlock(demo_roster())
    assert ends_within_budget(lambda: lock.scan(((RawText(text, 0, len(text)),),)))


def test_a_large_or_strange_roster_does_no_harm() -> None:
    """Five thousand people, doubles, one letter, everyday words, no letters at all."""
    people = [{"name": f"Wij{chr(97 + n % 26)}ske Boe{n:05}kstra"} for n in range(5_000)]
    strange = [{"name": name} for name in ("De", "An", "Wil", "X", "Roos Bos", "Roos Bos", "123", "'", "van der")]
    lock = airlock(roster(*people, *strange))
    assert [problem.rule for problem in lock.problems] == ["PP505", "PP505", "PP505"]
    passed = lock.report(report("de groep wil een appel, daarna kwam Roos Bos."))
    assert passed.safe is not None
    assert shown(passed.safe.body).endswith("daarna kwam [leerkracht].")


def test_nothing_is_printed_or_logged(capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> None:
    """Whatever happens to a document, names stay inside."""
    with caplog.at_level(logging.DEBUG):
        lock = airlock(demo_roster(), decision("clear", "Roos"))
        lock.report(report("Daan en Sjoukje en juf Sandra, 06-12345678."))
    assert capfd.readouterr() == ("", "")
    assert caplog.text == ""


@pytest.mark.parametrize("field", ["contact", "bands"])
def test_the_community_names_nobody(field: str) -> None:
    """Its contact address and the names of its bands are published as they are: a name in them stops everything."""
    said = {"contact": RawText("daan@leerkring.example")} if field == "contact" else {"bands": {"saar": "1-8"}}
    community = from_values(CommunityMatter, {"name": RawText("De Leerkring"), **said})
    problems = Airlock(community, demo_roster(), ()).problems
    assert [(problem.rule, problem.place.path) for problem in problems if problem.rule != "PP505"] == [
        ("PP506", "content/community.yml")
    ]
