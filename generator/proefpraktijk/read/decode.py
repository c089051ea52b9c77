"""From bytes to text: encodings, line ends and byte order marks, and files that are no text at all."""

from __future__ import annotations

import re

from .problems import Problems

MOST_BYTES = 2_000_000
"""A report is some kilobytes; anything this large is a mistake."""

_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\r\f"})
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MAGIC = (b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"RIFF")
_SAVE_AS = "open the file in a text editor and save it as UTF-8"
_SAMPLE = 4096


def decode(data: bytes, problems: Problems) -> str | None:
    """Return the text, without byte order mark and with line ends folded to line feeds; None when it is no text.

    The text is also given to `problems`, so that they have places.
    """
    if len(data) > MOST_BYTES:
        problems.add(
            "PP108", -1, "This file is larger than 2 MB.", "split the text, and put pictures in content/media/"
        )
        return None
    if not data.strip():
        problems.add("PP107", -1, "This file is empty.", "write the document, or remove the file")
        return None
    if _is_utf16(data):
        problems.add("PP104", -1, "This file is written in UTF-16.", _SAVE_AS)
        return None
    if _is_binary(data):
        problems.add("PP106", -1, "This file holds no text but binary data.", "is this a picture or a Word file?")
        return None
    text = _text_of(data.removeprefix(_BOM), problems)
    problems.text = text if text is not None else ""
    return text


def _text_of(data: bytes, problems: Problems) -> str | None:
    if len(data.translate(None, _CONTROLS)) != len(data):
        found = _CONTROL.search(data)
        before = _fold_ends(data[: found.start() if found else 0].decode(errors="replace"))
        problems.text = before + "\0"
        problems.add("PP105", len(before), "This file holds a control character.", "type this line again")
        return None
    try:
        return _fold_ends(data.decode())
    except UnicodeDecodeError as wrong:
        before = _fold_ends(data[: wrong.start].decode(errors="replace"))
        problems.text = before + "\0"
        problems.add("PP103", len(before), "This file is not written in UTF-8.", _SAVE_AS)
        return None


def _fold_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _is_utf16(data: bytes) -> bool:
    """Return whether there is its byte order mark, or a zero in every other place, as western text has in UTF-16."""
    if data.startswith(_UTF16_BOMS):
        return True
    head = data[:_SAMPLE]
    if not head.count(0):
        return False
    even, odd = head[::2], head[1::2]
    most, least = max(even.count(0), odd.count(0)), min(even.count(0), odd.count(0))
    return most > 0.6 * len(odd) and least < 0.1 * len(odd)


def _is_binary(data: bytes) -> bool:
    """Return whether there is the signature of a well-known format, or more than a tenth of control characters."""
    head = data[:_SAMPLE]
    return data.startswith(_MAGIC) or len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 10


def decode_as_read(data: bytes) -> str:
    """Return any file's text unchanged, for `scan`: nothing folded or removed, and never a refusal.

    UTF-8 first; then UTF-16 when the bytes look like it; else Windows-1252, unknown bytes replaced.
    """
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("utf-16" if _is_utf16(data) else "cp1252", errors="replace")
