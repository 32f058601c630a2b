"""Pictures as the bytes of PNG, JPEG and TIFF files, with a profile and words about them."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image

Pixels = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
_JPEG_QUALITY = 95
_LEVEL = 6
SIGNATURE = b"\x89PNG\r\n\x1a\n"
"""With which every PNG begins."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a file says of its picture: ICC profile, XMP packet, and one line of ASCII."""

    profile: bytes
    xmp: bytes
    line: str


def png(rgb: Pixels, words: Words) -> bytes:
    """(h, w, 3) of 8 or 16 bits as PNG, lossless; Pillow writes no RGB of 16 bits."""
    height, width = rgb.shape[:2]
    bits = rgb.dtype.itemsize * 8
    head = struct.pack(">IIBBBBB", width, height, bits, 2, 0, 0, 0)
    data = rgb.astype(">u2" if bits == 16 else np.uint8).tobytes()
    rows = np.frombuffer(data, np.uint8).reshape(height, -1)
    packet = b"XML:com.adobe.xmp\0\0\0\0\0" + words.xmp
    return SIGNATURE + b"".join(
        (
            chunk(b"IHDR", head),
            chunk(b"iCCP", b"sRGB\0\0" + zlib.compress(words.profile, 9)),
            chunk(b"tEXt", b"Source\0" + words.line.encode("ascii")),
            chunk(b"iTXt", packet),
            chunk(b"IDAT", zlib.compress(filtered(rows, 3 * bits // 8), _LEVEL)),
            chunk(b"IEND", b""),
        )
    )


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG with its length and its check."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def filtered(
    rows: npt.NDArray[np.uint8], step: int, above: npt.NDArray[np.uint8] | None = None
) -> bytes:
    """Each row by the filter of PNG (Sub, Up or Average) that leaves the least, and its number.

    `rows` are (h, bytes), `step` bytes a pixel; `above`: the row before the first, if there is one.
    """
    left = np.zeros_like(rows)
    left[:, step:] = rows[:, :-step]
    up = np.zeros_like(rows)
    up[1:] = rows[:-1]
    if above is not None:
        up[0] = above
    mean = ((left.astype(np.uint16) + up) >> 1).astype(np.uint8)
    made = np.stack([rows - left, rows - up, rows - mean])
    # As libpng weighs them: the sum of the bytes as signed numbers.
    weights = np.abs(made.view(np.int8).astype(np.int16)).sum(axis=2)
    best = np.argmin(weights, axis=0)
    out = np.empty((len(rows), rows.shape[1] + 1), np.uint8)
    out[:, 0] = best + 1
    out[:, 1:] = made[best, np.arange(len(rows))]
    return out.tobytes()


def jpeg(rgb: npt.NDArray[np.uint8], words: Words) -> bytes:
    """(h, w, 3) of 8 bits as JPEG of quality 95, 4:4:4."""
    stream = BytesIO()
    Image.fromarray(rgb).save(
        stream,
        "JPEG",
        quality=_JPEG_QUALITY,
        subsampling=0,
        comment=words.line,
        icc_profile=words.profile,
        xmp=words.xmp,
    )
    return stream.getvalue()


def tiff(rgb: npt.NDArray[np.uint16], words: Words) -> bytes:
    """(h, w, 3) of 16 bits as TIFF 6.0, little-endian, one Deflate strip."""
    height, width = rgb.shape[:2]
    # Horizontal differences (predictor 2) halve the size of a photograph.
    steps = rgb.copy()
    steps[:, 1:] -= rgb[:, :-1]
    strip = zlib.compress(steps.astype("<u2").tobytes(), _LEVEL)
    text = words.line.encode("ascii") + b"\0"
    entries: list[tuple[int, int, int, bytes]] = [
        (256, 4, 1, struct.pack("<I", width)),
        (257, 4, 1, struct.pack("<I", height)),
        (258, 3, 3, struct.pack("<3H", 16, 16, 16)),
        (259, 3, 1, struct.pack("<H", 8)),  # Deflate
        (262, 3, 1, struct.pack("<H", 2)),  # RGB
        (270, 2, len(text), text),
        (273, 4, 1, b""),  # where the strip lies: filled in below
        (277, 3, 1, struct.pack("<H", 3)),
        (278, 4, 1, struct.pack("<I", height)),
        (279, 4, 1, struct.pack("<I", len(strip))),
        (317, 3, 1, struct.pack("<H", 2)),
        (700, 1, len(words.xmp), words.xmp),
        (34675, 7, len(words.profile), words.profile),
    ]
    place = 8 + 2 + 12 * len(entries) + 4
    table, rest = b"", b""
    sizes = sum(len(value) + len(value) % 2 for *_, value in entries if len(value) > 4)
    for tag, kind, count, value in entries:
        if tag == 273:
            value = struct.pack("<I", place + sizes)
        if len(value) > 4:
            table += struct.pack("<HHII", tag, kind, count, place + len(rest))
            rest += value + b"\0" * (len(value) % 2)
        else:
            table += struct.pack("<HHI", tag, kind, count) + value.ljust(4, b"\0")
    head = struct.pack("<2sHI", b"II", 42, 8) + struct.pack("<H", len(entries))
    return head + table + struct.pack("<I", 0) + rest + strip
