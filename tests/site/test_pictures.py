"""Nothing but pixels leaves with a picture: what cameras and programs write beside them stays inside."""

from __future__ import annotations

import shutil
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from endtoend.pictures import MAKERS
from endtoend.running import build, built, change
from endtoend.trees import differing, tree

NAME = "Brunhilde Quispel"
PICTURES = {"foto": "jpg", "tekening": "png", "plaat": "webp", "film": "gif"}


@pytest.fixture(scope="module")
def site(scaffold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a built site that shows one picture of every kind."""
    root = tmp_path_factory.mktemp("beelden") / "kennisbank"
    shutil.copytree(scaffold, root)
    for name, ending in PICTURES.items():
        data = MAKERS[ending](NAME, "navy")
        assert b"Quispel" in data
        (root / f"content/media/{name}.{ending}").write_bytes(data)
    shown = "\n\n".join(f"![Een blauw vlak op wit](../media/{name}.{ending})" for name, ending in PICTURES.items())
    (root / "content/pages/beelden.md").write_text(f"---\ntitel: Beelden\n---\n\n{shown}\n", encoding="utf-8")
    return built(root)


def _png_chunks(data: bytes) -> list[bytes]:
    chunks, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        chunks.append(data[at + 4 : at + 8])
        at += 12 + length
    assert at == len(data)
    return chunks


def _jpeg_markers(data: bytes) -> list[int]:
    markers, at = [], 2
    while data[at + 1] != 0xDA:
        markers.append(data[at + 1])
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    assert data.endswith(b"\xff\xd9")
    return markers


def test_only_pixels_go_out(site: Path) -> None:
    """Each picture is JPEG or PNG with the segments that pixels need, and no more."""
    pictures = sorted((site / "media").iterdir())
    assert len(pictures) == len(PICTURES)
    for picture in pictures:
        data = picture.read_bytes()
        if picture.suffix == ".png":
            assert set(_png_chunks(data)) <= {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
        else:
            assert set(_jpeg_markers(data)) <= {0xE0, 0xDB, 0xC0, 0xC2, 0xC4}
        with Image.open(picture) as opened:
            assert set(opened.info) <= {
                "jfif",
                "jfif_version",
                "jfif_unit",
                "jfif_density",
                "progressive",
                "progression",
                "transparency",
            }


def test_no_name_beside_the_pixels(site: Path) -> None:
    """Not as it stands, and not packed."""
    for picture in (site / "media").iterdir():
        data = picture.read_bytes()
        opened = [data]
        for at in (n for n in range(len(data) - 1) if data[n] == 0x78 and data[n + 1] in {0x01, 0x5E, 0x9C, 0xDA}):
            stream = zlib.decompressobj()
            try:
                opened.append(stream.decompress(data[at:]))
            except zlib.error:
                continue
        assert not [one for one in opened if b"Quispel" in one or b"adobe" in one]


def test_a_picture_stands_upright(site: Path) -> None:
    """What the camera noted about its own position is done, since the note is gone: 60 × 40 on its side is 40 × 60."""
    for picture in (site / "media").glob("*.jpg"):
        with Image.open(picture) as opened:
            assert opened.size == (40, 60)


def test_names_of_pictures_are_their_pixels(site: Path) -> None:
    """A public file name tells nothing of the private one, and nothing of the others."""
    names = [picture.name for picture in (site / "media").iterdir()]
    assert all(name.startswith("beeld-") for name in names)
    assert not [name for name in names for private in PICTURES if private in name]


UNREADABLE = {
    "nothing": b"",
    "text": b"geen beeld",
    "half a photograph": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "an empty drawing": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    "a drawing with a script": b"<svg onload='x()'/>",
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_a_picture_that_cannot_be_read(site: Path, tmp_path: Path, data: bytes) -> None:
    """It is told with its place, and no new site is made; the old one stays."""
    root = tmp_path / "kennisbank"
    shutil.copytree(site.parent, root)
    (root / "content/media/foto.jpg").write_bytes(data)
    old = tree(root / "site")
    said = build(root)
    assert said.code == 1
    assert said.rules == ["content/media/foto.jpg:0:0: PP806"]
    assert not differing(old, tree(root / "site"))
    change(root / "content/pages/beelden.md", "![Een blauw vlak op wit](../media/foto.jpg)", "")
    assert build(root).code == 0
