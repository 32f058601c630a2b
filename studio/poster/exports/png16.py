"""PNG of 16 bits: composed anew with them, sRGB, the source in its text chunks."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import numpy as np

from studio.core.progress import Progress, Span
from studio.media.picture_files import SIGNATURE, chunk, filtered
from studio.poster.deep import painted_deep
from studio.poster.exports.base import EXPORTS, Lossless, Meta
from studio.poster.make import Made
from studio.poster.profiles import profile
from studio.poster.still import Deep

#: Three channels of two bytes.
_PIXEL = 6
_LEVEL = 5
_BAND = 256
_INCH = 0.0254


class Png16(Lossless):
    """Loses nothing, so a size limit can only be reported."""

    def write(
        self, made: Made, stream: BinaryIO, meta: Meta, quality: int, progress: Progress
    ) -> None:
        form = made.layout.form
        canvas = painted_deep(made.layout, made.still, Span(progress, 0.0, 0.7))
        stream.write(SIGNATURE)
        stream.write(
            chunk(b"IHDR", struct.pack(">IIBBBBB", form.width, form.height, 16, 2, 0, 0, 0))
        )
        stream.write(chunk(b"iCCP", b"sRGB\0\0" + zlib.compress(profile(form.icc), 9)))
        each_metre = round(form.dpi / _INCH)
        stream.write(chunk(b"pHYs", struct.pack(">IIB", each_metre, each_metre, 1)))
        bits = "16" if made.still.deep is not None else "8"
        told = {**meta, "SourceBits": bits}
        for key in sorted(told):
            stream.write(chunk(b"iTXt", _words(key, told[key])))
        for data in _packed(canvas, Span(progress, 0.7, 1.0)):
            stream.write(chunk(b"IDAT", data))
        stream.write(chunk(b"IEND", b""))
        progress.report(1.0)


EXPORTS.add("png16")(Png16())


def _words(key: str, text: str) -> bytes:
    """An iTXt chunk's data: keyword, not packed, no language, no other keyword, UTF-8."""
    return key.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")


def _packed(canvas: Deep, progress: Progress) -> Iterator[bytes]:
    """Band by band: a one-sheet is never held twice."""
    packing = zlib.compressobj(_LEVEL)
    above = None
    height, width = canvas.shape[:2]
    for top in range(0, height, _BAND):
        progress.report(top / height)
        part = canvas[top : top + _BAND].astype(">u2")
        rows = np.frombuffer(part.tobytes(), np.uint8).reshape(-1, width * _PIXEL)
        if data := packing.compress(filtered(rows, _PIXEL, above)):
            yield data
        above = rows[-1]
    yield packing.flush()
