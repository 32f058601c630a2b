"""Layered PSD files, written as Adobe's specification of the format has them.

Big-endian throughout: header, image resources, layers with their channels, merged picture. All
channels are run-length packed row by row, which every reader of PSD understands.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
from PIL import Image, TiffImagePlugin

from studio.core.errors import BadValue
from studio.core.geometry import Size
from studio.core.said import said
from studio.core.words import size_words

Plane = npt.NDArray[np.uint8]

#: The format's own limits; larger files are another format (PSB), which fewer programs read.
MOST_SIDE = 30_000
MOST_BYTES = 2 * 1024**3 - 1
MODES = {"RGB": 3, "CMYK": 4}
#: The channel of a layer's transparency.
ALPHA = -1
_OFFSETS, _LENGTHS = 273, 279
_RLE = 1
_HIDDEN, _PLAIN, _NO_PIXELS = 0x02, 0x08, 0x10
_GROUP, _END = 1, 3


@dataclass(frozen=True, slots=True)
class Packed:
    """A plane as packed rows: how long each is (big-endian, two bytes), and the rows."""

    counts: bytes
    parts: tuple[bytes, ...]

    @property
    def size(self) -> int:
        """In bytes, both together."""
        return len(self.counts) + sum(len(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Record:
    """A layer: its channels by number, ALPHA and 0, 1, … of the mode, and where its corner is.

    `opacity` 0 to 255; `section` 1 begins (at its top) a group, 3 ends it, 0 is a layer.
    """

    name: str
    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0
    channels: tuple[tuple[int, Packed], ...] = ()
    opacity: int = 255
    hidden: bool = False
    section: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: `records` with the lowest first, `merged` a plane for each ink or light."""

    size: Size
    mode: str
    resources: tuple[tuple[int, bytes], ...]
    records: tuple[Record, ...]
    merged: tuple[Packed, ...] = field(default=())


def packed(bands: Iterable[Plane]) -> Packed:
    """PackBits of a plane that comes in bands of whole rows."""
    counts, parts = [], []
    for band in bands:
        lengths, data = _packed_band(np.ascontiguousarray(band))
        counts.append(lengths)
        parts.append(data)
    return Packed(b"".join(counts), tuple(parts))


def _packed_band(band: Plane) -> tuple[bytes, bytes]:
    """By libtiff, whose PackBits strips of one row are just what a PSD holds."""
    made = BytesIO()
    Image.fromarray(band).save(made, "TIFF", compression="packbits", strip_size=1)
    with Image.open(made, formats=("TIFF",)) as image:
        if not isinstance(image, TiffImagePlugin.TiffImageFile):
            raise TypeError("a TIFF was written")
        places, lengths = image.tag_v2[_OFFSETS], image.tag_v2[_LENGTHS]
    whole = made.getbuffer()
    rows = (whole[at : at + long] for at, long in zip(places, lengths, strict=True))
    return np.array(lengths, ">u2").tobytes(), b"".join(rows)


def group(name: str, inside: Sequence[Record], *, hidden: bool = False) -> tuple[Record, ...]:
    """The records of a group around others."""
    return (Record("</Layer group>", section=_END), *inside, Record(name, hidden=hidden, section=1))


def check_side(size: Size) -> None:
    """Raises BadValue when a side is longer than the format can hold."""
    if max(size.width, size.height) > MOST_SIDE:
        raise BadValue(
            said(
                "PSD takes at most {most:,} pixels a side; this poster has {width:,} × {height:,}.",
                most=MOST_SIDE,
                width=size.width,
                height=size.height,
            ),
            hint=said("Write it as TIFF or PDF, or at a smaller scale."),
        )


def write_psd(stream: BinaryIO, document: Document) -> None:
    """Write it. Raises BadValue before anything is written when the format cannot hold it."""
    check_side(document.size)
    whole = _bytes_of(document)
    if whole > MOST_BYTES:
        raise BadValue(
            said("As PSD it would have {size}; the format ends at 2 GB.", size=size_words(whole)),
            hint=said("Write it as TIFF or PDF, or at a smaller scale."),
        )
    for part in _parts(document):
        stream.write(part)


def _bytes_of(document: Document) -> int:
    layers = sum(channel.size + 2 for record in document.records for _, channel in record.channels)
    return layers + sum(one.size for one in document.merged) + 64 * 1024


def _parts(document: Document) -> Iterator[bytes]:
    size, count = document.size, len(document.merged)
    mode = MODES[document.mode]
    yield struct.pack(">4sH6xHIIHH", b"8BPS", 1, count, size.height, size.width, 8, mode)
    yield struct.pack(">I", 0)
    resources = b"".join(_resource(number, data) for number, data in document.resources)
    yield struct.pack(">I", len(resources)) + resources
    yield from _layers(document)
    yield struct.pack(">H", _RLE)
    yield from (one.counts for one in document.merged)
    for one in document.merged:
        yield from one.parts


def _resource(number: int, data: bytes) -> bytes:
    head = struct.pack(">4sHHI", b"8BIM", number, 0, len(data))
    return head + data + b"\0" * (len(data) % 2)


def _layers(document: Document) -> Iterator[bytes]:
    channels = len(document.merged)
    records = b"".join(
        _record(record, number, channels) for number, record in enumerate(document.records, 1)
    )
    pixels = sum(_length(one) for record in document.records for one in _planes(record, channels))
    info = 2 + len(records) + pixels
    odd = info % 2
    yield struct.pack(">I", 4 + info + odd + 4)
    yield struct.pack(">Ih", info + odd, len(document.records))
    yield records
    for record in document.records:
        for _, channel in _planes(record, channels):
            yield struct.pack(">H", _RLE if channel.counts else 0)
            yield channel.counts
            yield from channel.parts
    yield b"\0" * odd
    yield struct.pack(">I", 0)


def _planes(record: Record, channels: int) -> tuple[tuple[int, Packed], ...]:
    """The channels of a record; a group has them all, with nothing in them."""
    nothing = Packed(b"", ())
    return record.channels or tuple((number, nothing) for number in range(ALPHA, channels))


def _length(plane: tuple[int, Packed]) -> int:
    return 2 + plane[1].size


def _record(record: Record, number: int, channels: int) -> bytes:
    planes = _planes(record, channels)
    box = (record.y, record.x, record.y + record.height, record.x + record.width)
    head = struct.pack(">4iH", *box, len(planes))
    head += b"".join(struct.pack(">hI", one[0], _length(one)) for one in planes)
    blend = b"pass" if record.section == _GROUP else b"norm"
    flags = _PLAIN | (_HIDDEN if record.hidden else 0) | (_NO_PIXELS if record.section else 0)
    head += struct.pack(">4s4sBBBx", b"8BIM", blend, record.opacity, 0, flags)
    more = _extras(record, number)
    return head + struct.pack(">I", len(more)) + more


def _extras(record: Record, number: int) -> bytes:
    """No mask, no blending ranges, the name twice, the number, and what a group is."""
    # The old name field knows one byte a letter; all letters are in the Unicode block.
    plain = record.name.encode("ascii", "replace")[:255]
    short = struct.pack(">B", len(plain)) + plain
    made = struct.pack(">II", 0, 0) + short + b"\0" * (-len(short) % 4)
    units = record.name.encode("utf-16-be", "replace")
    text = struct.pack(">I", len(units) // 2) + units
    made += _block(b"luni", text + b"\0" * (-len(text) % 4))
    made += _block(b"lyid", struct.pack(">I", number))
    if record.section:
        blend = b"pass" if record.section == _GROUP else b"norm"
        made += _block(b"lsct", struct.pack(">I4s4s", record.section, b"8BIM", blend))
    return made


def _block(key: bytes, data: bytes) -> bytes:
    return struct.pack(">4s4sI", b"8BIM", key, len(data)) + data
