"""Opening what is packed in a file of the site: gzip streams and zip members, within bounds."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

_INDEX = re.compile(rb"pagefind_dcd[\x80-\xbf]")
"""What the files of the search index begin with that are CBOR: a list or a map. They hold words, one after the other."""

_HEAD = re.compile(rb"(?<![A-Za-z])([`a-w])(?=[a-z\xc3-\xd4])")
"""In CBOR (RFC 8949, 3.1) a text of up to 23 bytes follows a byte that is a letter: it must not pass for a part of it."""

_DEEPEST = 3
_LARGEST = 256 * 1024 * 1024


def unpacked(name: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """Yield the file itself and everything packed in it, each with a name that shows its kind.

    A damaged or oversized archive gives what could be read; the packed bytes themselves are always among the results.
    """
    yield name, data
    if depth == _DEEPEST:
        return
    if data[:2] == b"\x1f\x8b":
        plain = _gunzip(data)
        if _INDEX.match(plain):
            yield name, _HEAD.sub(rb"\1 ", plain)
        elif plain:
            yield from unpacked(name.removesuffix(".gz"), plain, depth + 1)
    elif data[:4] == b"PK\x03\x04":
        yield from _unzipped(data, depth)


def _gunzip(data: bytes) -> bytes:
    parts: list[bytes] = []
    size = 0
    while data[:2] == b"\x1f\x8b" and size < _LARGEST:
        stream = zlib.decompressobj(wbits=31)
        try:
            part = stream.decompress(data, _LARGEST - size)
        except zlib.error:
            break
        parts.append(part)
        size += len(part)
        data = stream.unused_data
    return b"".join(parts)


def _unzipped(data: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                yield "", member.filename.encode()
                if member.file_size > _LARGEST or member.flag_bits & 1:
                    continue
                yield from unpacked(member.filename, archive.read(member), depth + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, ValueError):
        return
