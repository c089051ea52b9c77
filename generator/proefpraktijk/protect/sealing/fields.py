"""The published fields of the front matter, made safe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from proefpraktijk.model.text import SEAL, SafeText
from proefpraktijk.protect.document.published_fields import RawFields

F = TypeVar("F")


def sealed_fields(fields: RawFields[F], texts: Iterator[str]) -> F:
    """Return `fields` with the next of `texts`, which have passed all layers, in the place of each that is given."""
    return fields.each(lambda _: SafeText(next(texts), SEAL))
