"""What is packed in a file of the site is opened, within bounds, and damage hides nothing that can be read."""

from __future__ import annotations

import gzip
import io
import zipfile
from itertools import repeat

import pytest

from proefpraktijk.protect.leak_check import unpacking
from proefpraktijk.protect.leak_check.unpacking import unpacked

TEXT = b"over Daan"


def zipped(**members: bytes) -> bytes:
    """Return an archive of these members."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def contents(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """Return everything in a file but the file itself, which is always first."""
    first, *rest = unpacked(name, data)
    assert first == (name, data)
    return rest


def test_a_plain_file_is_itself() -> None:
    """Nothing else comes out of it."""
    assert contents("index.html", TEXT) == []
    assert contents("leeg", b"") == []


def test_a_gzip_stream_is_opened_under_the_name_without_its_ending() -> None:
    """So that its kind is known; one with another name keeps it."""
    assert contents("index.json.gz", gzip.compress(TEXT)) == [("index.json", TEXT)]
    assert contents("index.bin", gzip.compress(TEXT)) == [("index.bin", TEXT)]


def test_gzip_streams_one_after_the_other_are_one_file() -> None:
    """As gunzip reads them, also when something else follows."""
    assert contents("a.gz", gzip.compress(b"over ") + gzip.compress(b"Daan")) == [("a", TEXT)]
    assert contents("a.gz", gzip.compress(TEXT) + b"rest") == [("a", TEXT)]


def test_a_damaged_gzip_stream_gives_what_was_read_before() -> None:
    """A stream cut short gives its beginning, an empty or broken one nothing."""
    long = b"over Daan en nog meer. " * 40
    (cut,) = contents("a.gz", gzip.compress(long, 0)[:60])
    assert cut == ("a", long[: len(cut[1])])
    assert len(cut[1]) > 20
    assert contents("a.gz", b"\x1f\x8b geen gzip") == []
    assert contents("a.gz", gzip.compress(TEXT) + b"\x1f\x8b geen gzip") == [("a", TEXT)]
    assert contents("a.gz", gzip.compress(b"")) == []


def test_members_of_a_zip_come_with_their_names() -> None:
    """The name of each is searched as a text of its own."""
    assert contents("boek.qdpx", zipped(**{"daan.txt": TEXT, "map/x.js": b"1"})) == [
        ("", b"daan.txt"), ("daan.txt", TEXT), ("", b"map/x.js"), ("map/x.js", b"1"),
    ]  # fmt: skip


def test_what_is_packed_in_what_is_packed_is_opened_three_deep() -> None:
    """Deeper than that nobody looks, but the packed bytes are there."""
    one = gzip.compress(TEXT)
    two, three = zipped(**{"a.gz": one}), gzip.compress(zipped(**{"a.gz": one}))
    assert TEXT in [content for _, content in unpacked("x", one)]
    assert TEXT in [content for _, content in unpacked("x", two)]
    assert TEXT in [content for _, content in unpacked("x", three)]
    four = [content for _, content in unpacked("x", gzip.compress(three))]
    assert TEXT not in four
    assert one in four


def test_a_damaged_zip_gives_the_members_before_the_damage() -> None:
    """And what is no archive at all gives nothing."""
    whole = zipped(**{"een.txt": TEXT, "twee.txt": bytes(range(256)) * 9})
    at = whole.index(b"twee.txt") + len(b"twee.txt")
    broken = whole[:at] + b"\xff" * 9 + whole[at + 9 :]
    assert ("een.txt", TEXT) in contents("boek.zip", broken)
    assert contents("boek.zip", b"PK\x03\x04 geen zip") == []


def test_an_encrypted_member_is_passed_over() -> None:
    """Nobody can read it; its name and the other members are searched."""
    made = bytearray(zipped(**{"geheim.txt": b"x", "open.txt": TEXT}))
    made[made.index(b"PK\x01\x02") + 8] |= 1
    assert contents("boek.zip", bytes(made)) == [("", b"geheim.txt"), ("", b"open.txt"), ("open.txt", TEXT)]


def test_more_than_the_bound_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream gives as much as fits, a member that is too large is passed over, one that just fits is not."""
    monkeypatch.setattr(unpacking, "_LARGEST", 100)
    assert contents("a.gz", gzip.compress(b"x" * 1000)) == [("a", b"x" * 100)]
    assert contents("a.gz", b"".join(repeat(gzip.compress(b"y" * 60), 3))) == [("a", b"y" * 100)]
    packed = zipped(groot=b"x" * 101, past=b"x" * 100)
    assert contents("a.zip", packed) == [("", b"groot"), ("", b"past"), ("past", b"x" * 100)]


def test_words_of_the_search_index_stand_apart() -> None:
    """The byte before a text of CBOR, which is a letter, is set apart from the text itself."""
    words = b"pagefind_dcd\x82ddaan\x81\x01lvoorbeelden\x02wjaar"
    ((name, plain),) = contents("nl.pf_index", gzip.compress(words))
    assert name == "nl.pf_index"
    assert plain.endswith(b"\x82d daan\x81\x01l voorbeelden\x02w jaar")


def test_another_part_of_the_search_index_is_opened_as_text() -> None:
    """What is not CBOR is JSON, whose letters are all its own."""
    text = b'pagefind_dcd{"content": "ddaan"}'
    assert contents("nl.pf_fragment", gzip.compress(text)) == [("nl.pf_fragment", text)]
