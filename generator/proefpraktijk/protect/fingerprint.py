"""What the airlock's answers depend on, as one short text: the key under which its work may be remembered.

A digest over everything at once, kept in the secret cache only; no name can be recognised in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from proefpraktijk.model.text import RawText


def fingerprint_of(*inputs: object) -> str:
    """Return a digest of `inputs` (models, texts, numbers, tuples of them) and of the code and data of `protect` and `dutch`."""
    digest = hashlib.blake2b(_code_and_data(), digest_size=20)
    for part in _parts(inputs):
        digest.update(part.encode() + b"\x00")
    return digest.hexdigest()


@cache
def _code_and_data() -> bytes:
    digest = hashlib.blake2b(digest_size=20)
    package = Path(__file__).parents[1]
    for file in sorted(file for name in ("dutch", "protect") for file in (package / name).rglob("*")):
        if file.suffix in (".py", ".txt", ".gz"):
            digest.update(f"{file.relative_to(package)}\x00".encode() + file.read_bytes())
    return digest.digest()


def _parts(value: object) -> Iterator[str]:
    if isinstance(value, RawText):
        yield value.value
    elif is_dataclass(value):
        for name in (field.name for field in fields(value) if field.compare):
            yield name
            yield from _parts(getattr(value, name))
    elif isinstance(value, Enum):
        yield str(value.value)
    elif isinstance(value, Mapping):
        yield from _parts(sorted(value.items()))
    elif isinstance(value, list | tuple | frozenset | set):
        yield f"{len(value)}"
        for item in sorted(value, key=repr) if isinstance(value, frozenset | set) else value:
            yield from _parts(item)
    else:
        yield repr(value)
