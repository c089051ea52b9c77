"""Which decisions can be followed: the borders of each rule."""

from __future__ import annotations

import pytest

from proefpraktijk.model.corpus import Decision
from proefpraktijk.model.problem import Severity
from protect.support import PATH, airlock, decision, roster

PEOPLE = roster("Daan Smit", {"name": "Evert Lindenberg", "role": "expert", "public": True}, "Anouk van Dam")


def faults(*decisions: Decision) -> list[tuple[str, Severity, str]]:
    """Return rule, severity and message of what is wrong with decisions."""
    return [(p.rule, p.severity, p.message.template) for p in airlock(PEOPLE, *decisions).problems]


@pytest.mark.parametrize(
    ("made", "rule", "says"),
    [
        (decision("clear", "!?"), "PP503", "no text"),
        (decision("seen", "12"), "PP503", "no text"),
        (decision("redact", "..."), "PP503", "no text"),
        (decision("clear", "Daan"), "PP501", "bare name"),
        (decision("redact", "x-groep", replacement="Daan"), "PP504", "holds a name of the roster"),
        (decision("redact", "x-groep", replacement="een Dam"), "PP504", "holds a name of the roster"),
        (decision("redact", "x-groep", replacement="een " * 20 + "x"), "PP504", "longer than"),
        (decision("redact", "een groep", replacement="dit is een groep"), "PP504", "may lead to somebody"),
        (decision("redact", "x-groep", replacement="bij Wierstra"), "PP504", "may lead to somebody"),
    ],
)
def test_each_fault_of_a_decision(made: Decision, rule: str, says: str) -> None:
    """An error, with a message that says which it is."""
    ((found, severity, message),) = faults(made)
    assert (found, severity) == (rule, Severity.ERROR)
    assert says in message


@pytest.mark.parametrize(
    "made",
    [
        decision("seen", "Daan"),
        decision("clear", "Daan", before="de knecht"),
        decision("clear", "Daan", after="de knecht"),
        decision("clear", "van"),
        decision("redact", "Daan"),
        decision("redact", "Daan", replacement="leerling"),
        decision("redact", "x-groep", replacement=("een " * 20).strip()),
        decision("redact", "x-groep", replacement="een groep van kinderen"),
    ],
)
def test_decisions_without_a_fault(made: Decision) -> None:
    """Seen, bound, no name; a replacement of eighty characters at most that leads to nobody."""
    assert faults(made) == []


@pytest.mark.parametrize(
    ("first", "second", "rules"),
    [
        (decision("redact", "zaak", replacement="Iets"), decision("redact", "zaak", replacement="[iets]"), []),
        (decision("redact", "zaak", replacement="iets"), decision("redact", "zaak"), ["PP511"]),
        (decision("redact", "zaak"), decision("seen", "zaak"), []),
        (decision("redact", "zaak", scope="content/elders.md"), decision("clear", "zaak", scope=PATH), []),
        (decision("redact", "zaak", scope=PATH), decision("clear", "zaak"), []),
        (decision("redact", "zaak", scope=PATH), decision("clear", "zaak", scope=PATH), ["PP502"]),
        (decision("redact", "zaak"), decision("clear", "zaken"), []),
    ],
)
def test_decisions_beside_each_other(first: Decision, second: Decision, rules: list[str]) -> None:
    """They contradict each other only on the same text in the same documents; what differs in case is the same."""
    assert [rule for rule, severity, _ in faults(first, second) if severity is Severity.WARNING] == rules
    assert len(faults(first, second)) == len(rules)
