"""Decisions of reviewers: which are followed, which are told, which have lapsed, and what may stand in the site."""

from __future__ import annotations

import pytest

from endtoend.work import work_of
from proefpraktijk.model.corpus import Entry
from proefpraktijk.model.document import Block, BlockKind, Document, Run, Target, TargetKind
from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Place, Severity
from proefpraktijk.model.safe import Publication
from proefpraktijk.model.text import RawText
from proefpraktijk.protect import ByteSearch, DecisionEffects
from protect.support import PATH, airlock, decision, entry, report, roster, shown

DECISIONS = ContentPath("content/decisions.yml")
HERE = {"scope": PATH}


@pytest.mark.parametrize(
    ("first", "second", "rule", "expected"),
    [
        (("clear", "Sprinkels", {}), ("redact", "sprinkels", {}), "PP502", "[weggelaten]"),
        (("redact", "Sprinkels", {}), ("clear", "Sprinkels", HERE), "PP502", "[weggelaten]"),
        (("redact", "Sprinkels", HERE), ("clear", "Sprinkels", HERE), "PP502", "[weggelaten]"),
        (
            ("redact", "Sprinkels", {"replacement": "een zaak"}),
            ("redact", "Sprinkels", {"replacement": "iets"}),
            "PP511",
            "[een zaak]",
        ),
        (("clear", "Sprinkels", {}), ("redact", "Sprinkels", HERE), None, "[weggelaten]"),
        (
            ("redact", "Sprinkels", {"replacement": "een zaak"}),
            ("redact", "Sprinkels", {"replacement": "iets"} | HERE),
            None,
            "[iets]",
        ),
        (("redact", "Sprinkels", {}), ("redact", "SPRINKELS", {}), None, "[weggelaten]"),
    ],
)
def test_decisions_that_contradict_each_other(
    first: tuple[str, str, dict[str, str]],
    second: tuple[str, str, dict[str, str]],
    rule: str | None,
    expected: str,
) -> None:
    """A redaction wins, of two the first; it is told at the decision that is not followed, and stops nothing."""
    both = [
        decision(action, text, **more).placed(Place(DECISIONS, line, 3))
        for line, (action, text, more) in enumerate((first, second), start=1)
    ]
    lock = airlock(roster(), *both)
    assert [(p.rule, p.severity) for p in lock.problems] == ([(rule, Severity.WARNING)] if rule else [])
    assert all(p.place.line == (1 if first[0] == "clear" else 2) for p in lock.problems)
    passed = lock.report(report("We speelden Sprinkels."))
    assert passed.safe is not None
    assert shown(passed.safe.body) == f"We speelden {expected}."


def test_what_is_wrong_is_told_where_the_decision_stands() -> None:
    """Line and column of the entry."""
    lock = airlock(roster("Daan Smit"), decision("clear", "Daan").placed(Place(DECISIONS, 7, 3)))
    assert [p.place for p in lock.problems] == [(DECISIONS, 7, 3)]


@pytest.mark.parametrize("around", [{"before": "de bloem"}, {"after": ", zei hij"}])
def test_a_bare_name_is_cleared_only_between_words(around: dict[str, str]) -> None:
    """Punctuation alone does not bind a name to its place."""
    assert not airlock(roster("Roos Smit"), decision("clear", "Roos", **around)).problems
    (problem,) = airlock(roster("Roos Smit"), decision("clear", "Roos", before=".", after="!")).problems
    assert problem.rule == "PP501"


PEOPLE = roster(
    "Marit de Boer", "Ingrid Swart", "Sem Bakker", "Jan van Dam", "Roos Verhoeven", schools=[{"name": "De Hazelaar"}]
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "M. de Boer", "juf Marit", "Marit de B.", "en Marit", "Marit de Boer en Sem", "Ma-rit.", "IngridSwart", "JvD",
        "J. v. D.", "Hazelaarteam", "M a r i t", "Brunhilde IngridSwart", "Marti", "https://x.example.test/IngridSwart",
    ],
)  # fmt: skip
def test_a_name_in_any_form_is_not_cleared_everywhere(text: str) -> None:
    """Shortened, with a title, beside another name or in disguise: it is bare all the same."""
    assert [p.rule for p in airlock(PEOPLE, decision("clear", text)).problems] == ["PP501"]
    assert not airlock(PEOPLE, decision("clear", text, before="zo heet een")).problems


@pytest.mark.parametrize(
    "text",
    [
        "Marit las voor", "een roos in bloei", "Sprinkels", "Brunhilde", "de Boerderij", "MT",
        "https://x.example.test/caf%C3%A9-ca%C3%B1a", "https://x.example.test/Leesplein",
    ],
)  # fmt: skip
def test_a_phrase_and_what_is_no_name_are_cleared_everywhere(text: str) -> None:
    """Words around a name make it a phrase; what is not on the roster is for a reviewer to judge."""
    assert not airlock(PEOPLE, decision("clear", text)).problems


@pytest.mark.parametrize(
    "replacement",
    [
        "juf Sandra de Wit uit Lutjebroek, 06-12345678", "de zus van Brunhilde", "de zus van brunhilde", "IngridSwart",
        "M a r i t", "Hazelaarteam", "J. v. D.", "JvD", "iemand uit Lutjebroek", "een zaak " * 10,
    ],
)  # fmt: skip
def test_a_replacement_says_nothing_that_would_be_held_in_a_report(replacement: str) -> None:
    """It goes out as it is written, and so is looked at like a report; longer than a description it is a story."""
    made = decision("redact", "Brunhilde", replacement=replacement)
    problems = airlock(PEOPLE, made).problems
    assert [p.rule for p in problems] == ["PP504"]
    assert "Brunhilde" not in repr(problems)


@pytest.mark.parametrize(
    "replacement", ["een club", "Een club", "iets", "[leerling]", "leerling A", "care coordinator", "zijn oma", "[ ]"]
)
def test_a_description_is_a_replacement(replacement: str) -> None:
    """Descriptors in both languages, and plain words."""
    assert not airlock(PEOPLE, decision("redact", "Brunhilde", replacement=replacement)).problems


def test_the_redacted_words_are_no_replacement() -> None:
    """Not even when they are ordinary: a descriptor of the same word says no more than the descriptor."""
    (problem,) = airlock(PEOPLE, decision("redact", "de manege", replacement="bij De Manege")).problems
    assert problem.rule == "PP504"
    assert not airlock(PEOPLE, decision("redact", "collega", replacement="collega")).problems


LAPSES = [
    ({"action": "clear", "text": "Wereldspel", "before": "We lazen"}, "We speelden Wereldspel.", "PP512"),
    ({"action": "clear", "text": "Wereldspel", "before": "We lazen"}, "We lazen Wereldspel.", None),
    ({"action": "clear", "text": "Wereldspel"}, "We lazen voor.", "PP513"),
    ({"action": "clear", "text": "het Wereldspel"}, "We lazen het wereldspel.", "PP513"),
    ({"action": "redact", "text": "de manege", "before": "naar"}, "Hij kwam van de manege.", "PP512"),
    ({"action": "redact", "text": "de manege"}, "Hij kwam van huis.", "PP513"),
    ({"action": "redact", "text": "de manege"}, "Hij kwam van de manege.", None),
    ({"action": "seen", "text": "de manege", "before": "naar"}, "Hij kwam van de manege.", "PP512"),
]


@pytest.mark.parametrize(("made", "text", "rule"), LAPSES)
@pytest.mark.parametrize("scope", ["all", PATH])
def test_a_decision_lapses_with_the_text_it_was_made_on(
    made: dict[str, str], text: str, rule: str | None, scope: str
) -> None:
    """Told as a warning at its own place, as changed or as gone."""
    lock = airlock(roster(), decision(**made, scope=scope).placed(Place(DECISIONS, 4, 3)))
    effects = lock.report(report(text)).effects
    told = list(lock.lapsed(effects, {PATH}, complete=True))
    assert [(p.rule, p.place.line, p.severity) for p in told] == ([(rule, 4, Severity.WARNING)] if rule else [])
    assert not any(made["text"] in repr(p) for p in told)


def test_of_what_was_not_read_nothing_is_said() -> None:
    """A report that is refused, or left out, may still hold the text."""
    one, all_ = decision("clear", "Wereldspel", scope=PATH), decision("clear", "Sprinkels")
    lock = airlock(roster(), one, all_)
    assert [p.rule for p in lock.lapsed(DecisionEffects(), {PATH}, complete=False)] == ["PP513"]
    assert not list(lock.lapsed(DecisionEffects(), set(), complete=False))


def test_a_decision_on_a_hidden_text_is_not_gone() -> None:
    """A comment is text of the document."""
    lock = airlock(roster(), decision("redact", "Sprinkels"))
    made = report("Ze las.")
    hidden = Entry(made.matter, made.body, made.source, made.offsets, (RawText("over Sprinkels"),))
    assert not list(lock.lapsed(lock.report(hidden).effects, {PATH}, complete=True))


def test_decisions_for_one_document_change_only_what_is_remembered_of_it() -> None:
    """So that a review does not make a build walk all reports anew."""
    before, after = airlock(roster()), airlock(roster(), decision("clear", "Wereldspel", scope=PATH))
    other = ContentPath("content/reports/2025-2026-1/ander.md")
    assert before.fingerprint == after.fingerprint
    assert before.decided_in(PATH) != after.decided_in(PATH)
    assert before.decided_in(other) == after.decided_in(other)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Daan is een ezelsbrug.", None, "is een ezelsbrug"),
        ("Dat heet een Daan, zo zei men.", "heet een", ", zo zei men"),
    ],
)
def test_a_name_cleared_where_it_stands_is_still_searched_for(text: str, before: str | None, after: str | None) -> None:
    """The site may hold it between those words and nowhere else."""
    around = {name: words for name, words in (("before", before), ("after", after)) if words}
    lock = airlock(roster("Daan Smit"), decision("clear", "Daan", scope=PATH, **around))
    passed = lock.report(report(text))
    assert passed.publication is Publication.PUBLISHED
    assert "Daan" not in lock.masks
    search = ByteSearch(lock.secrets, lock.masks | passed.effects.masks)
    assert not search.hits("a.html", f"<p>{text.replace(',', '</em>,')}</p>".encode())
    assert search.hits("a.html", b"<p>Daan lachte.</p>")


def test_a_replaced_neighbour_is_no_part_of_a_mask() -> None:
    """It does not stand in the site."""
    lock = airlock(roster("Daan Smit", "Saar Bos"), decision("clear", "Daan", after="Saar zei iets"))
    passed = lock.report(report("Zo heet Daan Saar zei iets."))
    assert passed.effects.masks == {"heet Daan"}


def _linking(address: str) -> Entry:  # type: ignore[type-arg]
    link = Target(TargetKind.WEB, RawText(address))
    return entry(Document((Block(BlockKind.PARAGRAPH, (Run(RawText("Kijk hier."), link=link),)),)), "Kijk hier.")


ADDRESS = "https://hobbyclub.example.test/sjoukje"


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], "held"),
        ([decision("clear", ADDRESS)], ADDRESS),
        ([decision("clear", ADDRESS, scope=PATH)], ADDRESS),
        ([decision("clear", ADDRESS, scope="reports/ander.md")], "held"),
        ([decision("redact", ADDRESS)], None),
        ([decision("clear", ADDRESS), decision("redact", ADDRESS, scope=PATH)], None),
        ([decision("seen", ADDRESS)], "held"),
    ],
)
def test_the_address_of_a_link_is_decided_on_by_its_text(decisions: list, expected: str | None) -> None:  # type: ignore[type-arg]
    """Cleared it stays; redacted the link goes and its words stay."""
    lock = airlock(roster(), *decisions)
    passed = lock.report(_linking(ADDRESS))
    if expected == "held":
        assert [hold.layer for hold in passed.holds] == ["links"]
        return
    assert passed.safe is not None
    (run,) = passed.safe.body.blocks[0].runs
    assert (run.link.target if run.link else None) == expected
    told = [p.rule for p in lock.lapsed(passed.effects, {PATH}, complete=True)]
    assert told == (["PP513"] if len(decisions) > 1 else [])


def test_thousands_of_decisions_are_work_in_proportion() -> None:
    """Twice as many are twice as much work, also when all are on one word; a report costs what it costs with a few."""
    people = roster(*(f"Voornaam{i} van Achternaam{i}" for i in range(100)))
    text = report("Daar kwam Wereldspel weer, en Wereldspel, en Wereldspel. " * 20)

    def work(number: int) -> tuple[int, int]:
        same = [decision("clear", "Wereldspel", scope=f"reports/v{i}.md", before=f"woord{i}") for i in range(number)]
        own = [decision("clear", f"Woordx{i}", scope=f"reports/v{i}.md") for i in range(number)]
        locks = []
        making = work_of(lambda: locks.append(airlock(people, *same, *own)))
        (lock,) = locks
        assert not lock.problems
        lock.report(text)  # what is remembered between reports is there from now on
        return making, work_of(lambda: lock.report(text))

    few, some, many = work(5), work(600), work(1_200)
    assert many[0] < 2.5 * some[0]
    assert many[1] < 1.5 * few[1]
