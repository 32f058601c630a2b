"""What both kinds of PNG write alike: the head with profile and words, and the rows, packed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from studio.core.progress import SILENT, Progress
from studio.media.picture_files import SIGNATURE, chunk
from studio.poster.exports.base import Meta
from studio.poster.format import Format
from studio.poster.profiles import profile

Bytes = npt.NDArray[np.uint8]
Pixels = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]

#: The filters of PNG that are used here, by their numbers.
UP, AVERAGE = 2, 3
#: Levels of zlib. With a filter that fits, the fourth packs a poster within three hundredths of
#: what the fifth does, in half its time; the lower half of 16 bits is noise, in which nothing is
#: found anyway, and the third does as well.
QUICK, CLOSE, DEEP = 4, 9, 3
_MEMORY = 9
_BAND = 256
_INCH = 0.0254


def head(form: Format, bits: int, meta: Meta) -> bytes:
    """All of an RGB file of `bits` a channel that comes before its pixels."""
    each_metre = round(form.dpi / _INCH)
    icc = zlib.compress(profile(form.icc), CLOSE)
    parts = (
        chunk(b"IHDR", struct.pack(">IIBBBBB", form.width, form.height, bits, 2, 0, 0, 0)),
        chunk(b"iCCP", b"ICC Profile\0\0" + icc),
        chunk(b"pHYs", struct.pack(">IIB", each_metre, each_metre, 1)),
        *(chunk(b"iTXt", _words(key, meta[key])) for key in sorted(meta)),
    )
    return SIGNATURE + b"".join(parts)


def tail() -> bytes:
    """What comes after them."""
    return chunk(b"IEND", b"")


def packed(picture: Pixels, how: int, level: int, progress: Progress = SILENT) -> Iterator[bytes]:
    """The chunks of (h, w, 3) of 8 or 16 bits, every row through the filter `how`: UP or AVERAGE.

    Band by band, so that a one-sheet is never held twice. May raise Cancelled.
    """
    packing = zlib.compressobj(level, zlib.DEFLATED, zlib.MAX_WBITS, _MEMORY)
    height, width = picture.shape[:2]
    step = 3 * picture.dtype.itemsize
    above: Bytes = np.zeros((1, width * step), np.uint8)
    for top in range(0, height, _BAND):
        progress.report(top / height)
        rows = _bytes(picture[top : top + _BAND])
        made = _filtered(rows, np.concatenate([above, rows[:-1]]), how, step)
        if data := packing.compress(made.data):
            yield chunk(b"IDAT", data)
        above = rows[-1:]
    yield chunk(b"IDAT", packing.flush())


def _bytes(band: Pixels) -> Bytes:
    """Rows as PNG has them: of two bytes the higher one comes first."""
    whole = np.ascontiguousarray(band.astype(">u2") if band.dtype == np.uint16 else band)
    return whole.view(np.uint8).reshape(len(band), -1)


def _filtered(rows: Bytes, up: Bytes, how: int, step: int) -> Bytes:
    """The rows less what is foretold of them by the pixel above, or by its mean with the left."""
    made = np.empty((len(rows), rows.shape[1] + 1), np.uint8)
    made[:, 0] = how
    if how == AVERAGE:
        # The mean rounded down, without leaving the byte: where both have a bit, and half of
        # where they differ; the first pixel has nothing at its left.
        left = np.zeros_like(rows)
        left[:, step:] = rows[:, :-step]
        up = (left & up) + ((left ^ up) >> 1)
    np.subtract(rows, up, out=made[:, 1:])
    return made


def _words(key: str, text: str) -> bytes:
    """An iTXt chunk's data: keyword, not packed, no language, no other keyword, UTF-8."""
    return key.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")
