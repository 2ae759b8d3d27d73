"""Files that call themselves pictures and mean harm, made here."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO

from PIL import Image

EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n(/tmp/x) (w) file\n%%EOF\n"


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, data: bytes, *more: bytes) -> bytes:
    """Return a PNG of 8-bit RGB whose size is what it says, whatever it holds."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (chunk(b"IHDR", header), *more, chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def saved(form: str, size: tuple[int, int] = (64, 48), **options: object) -> bytes:
    """Return a sound picture."""
    buffer = BytesIO()
    Image.new("RGB", size, "teal").save(buffer, form, **options)
    return buffer.getvalue()


def endless_scans() -> bytes:
    """Return a progressive JPEG that goes over its pixels thousands of times."""
    data = saved("JPEG", (3000, 3000), progressive=True)
    start = data.rindex(b"\xff\xda")
    return data[:start] + data[start:-2] * 3000 + data[-2:]


@cache
def hostile() -> Mapping[str, bytes]:
    """Return names and contents of files; none may be drawn, or do anything."""
    return dict(_hostile())


def _hostile() -> Iterator[tuple[str, bytes]]:
    rows = zlib.compress(bytes(10))
    yield "a PNG that says it has 50,000 × 50,000 pixels", png(50_000, 50_000, rows)
    yield "a PNG of 2 billion columns", png(2_000_000_000, 1, rows)
    yield "a PNG of 63 megapixels, all of zeros", png(9000, 7000, zlib.compress(bytes(1 << 20)))
    yield "a PNG without a pixel", png(0, 0, rows)
    yield "a PNG whose data end early", png(64, 64, rows)[:60]
    yield "a PNG with a wrong checksum", png(64, 64, rows).replace(b"IDAT", b"IDAU", 1)
    text = chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(80 << 20)))
    yield "a PNG with a text of 80 MB", png(64, 48, zlib.compress(bytes(48 * (64 * 3 + 1))), text)
    yield "an EPS that is called .png", EPS
    yield "an EPS behind the signature of a PNG", b"\x89PNG\r\n\x1a\n" + EPS
    yield "a GIF", saved("GIF")
    yield "a TIFF", saved("TIFF")
    yield "an SVG", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    yield "a JPEG of nothing but its beginning", saved("JPEG")[:20]
    yield (
        "a JPEG of 65,500 × 65,500 pixels",
        saved("JPEG").replace(struct.pack(">HH", 48, 64), struct.pack(">HH", 65_500, 65_500)),
    )
    yield "a JPEG of thousands of scans", endless_scans()
    yield "a WEBP cut short", saved("WEBP")[:30]
    yield "a WEBP that says it is huge", saved("WEBP", lossless=True).replace(b"VP8L", b"VP8X", 1)
    yield "an empty file", b""
    yield "a text", "Lễ ký".encode() * 100
    yield "zeros", bytes(1 << 20)
