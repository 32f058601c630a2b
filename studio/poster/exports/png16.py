"""PNG of 16 bits: composed anew with them, sRGB, the source in its text chunks."""

from __future__ import annotations

from typing import BinaryIO

from studio.core.progress import Progress, Span
from studio.poster.deep import painted_deep
from studio.poster.exports.base import EXPORTS, Lossless, Meta
from studio.poster.exports.png_file import DEEP, UP, head, packed, tail
from studio.poster.make import Made


class Png16(Lossless):
    """Loses nothing, so a size limit can only be reported."""

    def write(
        self, made: Made, stream: BinaryIO, meta: Meta, quality: int, progress: Progress
    ) -> None:
        canvas = painted_deep(made.layout, made.still, Span(progress, 0.0, 0.7))
        bits = "16" if made.still.deep is not None else "8"
        stream.write(head(made.layout.form, 16, {**meta, "SourceBits": bits}))
        stream.writelines(packed(canvas, UP, DEEP, Span(progress, 0.7, 1.0)))
        stream.write(tail())
        progress.report(1.0)


EXPORTS.add("png16")(Png16())
