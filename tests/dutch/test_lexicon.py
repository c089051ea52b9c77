"""What the lexicon says of a word: ordinary Dutch, a name, or both."""

from __future__ import annotations

import pytest

from proefpraktijk.dutch.lexicon import Rarity, lexicon


@pytest.mark.parametrize(
    ("word", "rarity", "knows", "opens", "may_be_name"),
    [
        ("het", Rarity.EVERYDAY, True, True, False),
        ("roos", Rarity.WORD, True, False, True),
        ("mees", Rarity.WORD, True, False, True),
        ("vergadering", None, True, True, False),
        ("sjoukje", Rarity.UNIQUE, None, False, None),
        ("rekendrempel", Rarity.UNIQUE, True, True, False),
        ("groeneveld", None, None, False, None),
        ("xyzq", Rarity.UNIQUE, False, False, False),
        ("", Rarity.UNIQUE, False, False, False),
    ],
)
def test_words(word: str, rarity: Rarity | None, knows: bool | None, opens: bool, may_be_name: bool | None) -> None:  # noqa: FBT001
    """How ordinary, whether it is Dutch, whether it may begin a sentence unasked, and whether it is a name too."""
    words = lexicon()
    assert rarity is None or words.rarity(word) is rarity
    assert knows is None or words.knows(word) is knows
    assert words.opens_sentence(word) is opens
    assert may_be_name is None or words.may_be_name(word) is may_be_name


def test_the_one_lexicon() -> None:
    """It is read once a process, and the order of rarity is that of its members."""
    assert lexicon() is lexicon()
    assert Rarity.UNIQUE < Rarity.WORD < Rarity.EVERYDAY
    assert not Rarity.UNIQUE
