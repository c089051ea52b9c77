"""Pictures on their way out: painted anew, so that nothing but pixels goes along.

Saving a picture again keeps what its writer put beside the pixels (EXIF, XMP, comments, bytes after the end); pasting
it on a new image does not. Public names come from the pixels, never from the file's own name.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from proefpraktijk.model.paths import ContentPath
from proefpraktijk.model.problem import Message, Place, Problem

_LONGEST_SIDE = 1600
"""Pixels: sharp on a large screen, small enough for a phone."""
_MOST_PIXELS = 50_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


@dataclass(frozen=True, slots=True)
class Picture:
    """A rebuilt picture: its neutral public name and its bytes."""

    name: str
    data: bytes


def rebuild_pictures(root: Path, paths: Iterable[ContentPath]) -> tuple[dict[ContentPath, Picture], list[Problem]]:
    """Rebuild the pictures at `paths` (below `root`); one that cannot be read becomes a Problem."""
    pictures: dict[ContentPath, Picture] = {}
    problems: list[Problem] = []
    for path in sorted(set(paths)):
        try:
            pictures[path] = repaint((root / path).read_bytes())
        except Exception:  # noqa: BLE001 - whatever Pillow says of it: the file is at fault, and not all are OSErrors
            problems.append(
                Problem(
                    "PP806",
                    Place(path),
                    Message("This picture cannot be read."),
                    Message("save it anew as JPG, PNG, WebP or GIF, at most 50 million pixels"),
                )
            )
    return pictures, problems


def repaint(data: bytes) -> Picture:
    """Return the picture upright, at most 1,600 pixels on its longest side, with nothing in it but pixels.

    Photographs become JPEG, pictures with transparency or few colours PNG; of a moving picture the first image stays.

    Raises:
        Exception: whatever Pillow raises for bytes that are no picture; ValueError for a picture that is too large.
    """
    from PIL import Image, ImageFile, ImageOps  # noqa: PLC0415 - many builds have no picture, and it takes long to load

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, when it was here before, wants halves of pictures too
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise ValueError("too many pixels")
            photograph = opened.format in {"JPEG", "WEBP", "AVIF"} and "A" not in opened.getbands()
            upright = ImageOps.exif_transpose(opened).convert("RGB" if photograph else "RGBA")
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    fresh = Image.new(upright.mode, upright.size)
    fresh.paste(upright)
    target = io.BytesIO()
    if photograph:
        fresh.save(target, "JPEG", quality=82, optimize=True)
    else:
        fresh.save(target, "PNG", optimize=True)
    out = target.getvalue()
    name = f"beeld-{blake2b(out, digest_size=6).hexdigest()}.{'jpg' if photograph else 'png'}"
    return Picture(name, out)
