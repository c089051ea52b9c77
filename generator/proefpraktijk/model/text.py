"""Text on either side of the airlock.

`RawText` is what a person wrote; it never prints itself. `SafeText` is what may go out; only `protect` can seal it.
Both are measured in Unicode code points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NoReturn, Self, final


@final
@dataclass(frozen=True, slots=True)
class RawText:
    """Secret text, with the half-open range `start`..`end` it takes in its source file (-1, -1: unknown).

    When `end - start == len(value)` each character is at `start + index`; otherwise (an entity, a folded YAML
    scalar) the range as a whole gives the value as a whole.
    """

    value: str = field(repr=False)
    start: int = -1
    end: int = -1

    def __str__(self) -> NoReturn:
        """Refuse: secret text must not slip into a log line or a page by way of formatting."""
        raise TypeError("RawText does not print; send it through the airlock")

    def __format__(self, spec: str) -> NoReturn:
        """Refuse, as `__str__` does."""
        raise TypeError("RawText does not print; send it through the airlock")


class Seal:
    """The right to make `SafeText`. One instance exists, `SEAL`; `tests/test_architecture.py` sees who imports it."""

    __slots__ = ()


SEAL = Seal()


class SafeText(str):
    """Text that has passed the airlock. Every `str` operation gives a plain `str`, which templates refuse."""

    __slots__ = ()

    def __new__(cls, value: str, seal: Seal) -> Self:
        """Seal `value`; raise TypeError unless the caller holds the seal."""
        if seal is not SEAL:
            raise TypeError("only the airlock may seal text")
        return super().__new__(cls, value)

    def cut(self, start: int, end: int) -> SafeText:
        """Return the part from code point `start` up to `end`: a part of safe text is safe."""
        return SafeText(_checked(self)[start:end], SEAL)

    def trim(self) -> SafeText:
        """Return the text without surrounding white space."""
        return SafeText(_checked(self).strip(), SEAL)

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the secret build cache keep safe text."""
        return (_restore, (str(self),))


def _restore(value: str) -> SafeText:
    return str.__new__(SafeText, value)


def join_safe(parts: list[SafeText] | tuple[SafeText, ...]) -> SafeText:
    """Return the parts of one block, one after the other, as one safe text.

    Raises:
        TypeError: a part is no safe text.
    """
    return SafeText("".join(map(_checked, parts)), SEAL)


def _checked(text: object) -> SafeText:
    if type(text) is not SafeText:
        raise TypeError("only safe text gives safe text")
    return text


class UiText(str):
    """A string of our own interface (a catalogue entry, a template's words); never a person's text."""

    __slots__ = ()
