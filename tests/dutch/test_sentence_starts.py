"""Where sentences begin: after what, and through what."""

from __future__ import annotations

import pytest

from proefpraktijk.dutch.sentence_starts import BREAK, begins_sentence


@pytest.mark.parametrize(
    "text",
    [
        "|Zo",
        "Klaar. |Zo",
        "Klaar! |Zo",
        "Klaar? |Zo",
        "Klaar… |Zo",
        f"Klaar{BREAK}|Zo",
        "cel | |Zo",
        "Hij zei: “|Zo",
        "Hij zei: '|Zo",
        "Klaar. **_|Zo",
        "Klaar. (|Zo",
        "Klaar. [|Zo",
        "Klaar. → |Zo",
        "Klaar. \U0001f600 |Zo",
        "Klaar. – |Zo",
        "“|Zo",
        "\n# |Zo",
        "Klaar. 's |Ochtends",
        "Klaar. ’t |Was",
        "'s |Ochtends",
        "1. |Zo",
        "12. |Zo",
        "a. |Zo",
        "a) |Zo",
        "12) |Zo",
        f"Klaar{BREAK}3) |Zo",
        f"Klaar{BREAK}3. |Zo",
        "In groep A. |Zo",
        "Van leerling B. |Zo",
        "Blz. 3 t/m A. |Zo",
        "Hij las het voor aan de zee. |Zo",
        "Dat was in 2024. |Zo",
        "Een heel lang woord: onderwijsassistenten. |Zo",
        "Het was " + "*" * 36 + "." + " |Zo",
    ],
)
def test_a_sentence_begins(text: str) -> None:
    """At a block, after a stop, in a quotation after a colon, behind a label; marks and pictures are looked through."""
    at = text.rindex("|")
    assert begins_sentence(text[:at] + text[at + 1 :], at)


@pytest.mark.parametrize(
    "text",
    [
        "Toen |Zo",
        "Toen, |Zo",
        "Let op: |Zo",
        "Toen: (|Zo",
        "Bijv. |Zo",
        "Zie o.a. |Zo",
        "Toen zei J. |Zo",
        "Toen zei J.P. |Zo",
        "Toen (zo) |Zo",
        "Toen zei hij a) |Zo",
        "Uitslag 0:13 -- 4. |Zo",
        "Toen 's |Ochtends",
        "Klaar. Toen “|Zo",
        "Vaak's |Ochtends",
        "Klaar." + " " * 50 + "|Zo",
        "x234) |Zo",
        f"Klaar{BREAK}1234) |Zo",
        f"Klaar{BREAK}ab) |Zo",
        "Toen; |Zo",
        "Toen \U0001f600 |Zo",
    ],
)
def test_no_sentence_begins(text: str) -> None:
    """After a word, a comma, a colon alone, an abbreviation, an initial, or too far to see."""
    at = text.rindex("|")
    assert not begins_sentence(text[:at] + text[at + 1 :], at)
