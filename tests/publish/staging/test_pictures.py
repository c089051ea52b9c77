"""Pictures that are none, or too many pixels: a problem with the file, never a crash."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.publish.staging.pictures import rebuild_pictures


def png(width: int, height: int, rows: bytes = b"") -> bytes:
    """Return a PNG that says it has this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows or b"\0"))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen plaatje",
        png(60_000, 60_000),
        png(9_000, 9_000),
        png(4, 4),
        b"GIF89a",
        b"\xff\xd8\xff\xe0" + bytes(40),
    ],
    ids=["empty", "text", "a bomb", "too many pixels", "cut short", "gif header", "jpeg header"],
)
def test_what_is_no_picture(tmp_path: Path, data: bytes) -> None:
    """The problem names the file."""
    (tmp_path / "a.png").write_bytes(data)
    pictures, problems = rebuild_pictures(tmp_path, [ContentPath("a.png")])
    assert not pictures
    assert [(problem.rule, str(problem.place)) for problem in problems] == [("PP806", "a.png:0:0")]
