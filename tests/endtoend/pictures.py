"""Pictures that tell more than they show: a name in all that cameras and programs write beside the pixels."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable

from PIL import Image, PngImagePlugin


def exif(name: str) -> bytes:
    """Return EXIF data with an owner, a place and a camera turned on its side."""
    data = Image.Exif()
    data[0x013B] = name
    data[0x0112] = 6
    data.get_ifd(0x8825)[2] = (52.0, 5.0, 12.0)
    return data.tobytes()


def xmp(name: str) -> bytes:
    """Return XMP data with a maker."""
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{name}</dc:creator></x:xmpmeta>'.encode()


def painted(mode: str = "RGB", colour: str = "navy") -> Image.Image:
    """Return a white picture of 60 × 40 with a corner in some colour."""
    picture = Image.new("RGB", (60, 40), "white")
    picture.paste(colour, (0, 0, 30, 20))
    return picture.convert(mode)


def jpeg(name: str, colour: str = "navy") -> bytes:
    """Return a photograph with EXIF, XMP, IPTC, a comment, a colour profile and bytes after its end."""
    out = io.BytesIO()
    painted(colour=colour).save(
        out, "JPEG", exif=exif(name), comment=name, xmp=xmp(name), icc_profile=name.encode() * 20, quality=95
    )
    said = name.encode()
    record = b"\x1c\x02\x50" + struct.pack(">H", len(said)) + said
    resource = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(record)) + record
    iptc = b"\xff\xed" + struct.pack(">H", len(resource) + 2) + resource
    data = out.getvalue()
    return data[:2] + iptc + data[2:] + b"\n" + said


def png(name: str, colour: str = "navy") -> bytes:
    """Return a drawing with texts, packed texts, XMP, EXIF, a chunk of nobody's and bytes after its end."""
    out, notes = io.BytesIO(), PngImagePlugin.PngInfo()
    notes.add_text("Author", name.encode("latin-1", "replace").decode("latin-1"))
    notes.add_text("Comment", name.encode("latin-1", "replace").decode("latin-1"), zip=True)
    notes.add_itxt("XML:com.adobe.xmp", xmp(name).decode())
    notes.add(b"prVt", name.encode())
    painted("RGBA", colour).save(out, "PNG", pnginfo=notes, exif=exif(name))
    return out.getvalue() + name.encode()


def webp(name: str, colour: str = "navy") -> bytes:
    """Return a photograph with EXIF and XMP."""
    out = io.BytesIO()
    painted(colour=colour).save(out, "WEBP", exif=exif(name), xmp=xmp(name))
    return out.getvalue()


def gif(name: str, colour: str = "navy") -> bytes:
    """Return a moving picture with a comment."""
    out = io.BytesIO()
    first = painted("P", colour)
    first.save(out, "GIF", comment=name.encode(), save_all=True, append_images=[first.rotate(180)])
    return out.getvalue()


MAKERS: dict[str, Callable[[str, str], bytes]] = {"jpg": jpeg, "png": png, "webp": webp, "gif": gif}
"""By the ending of the file."""
