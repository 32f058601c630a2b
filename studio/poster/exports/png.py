"""PNG: 8 bit, sRGB, the source in its text chunks."""

from __future__ import annotations

from typing import BinaryIO

import numpy as np

from studio.core.progress import Progress
from studio.poster.exports.base import EXPORTS, Lossless, Meta
from studio.poster.exports.png_file import AVERAGE, CLOSE, QUICK, UP, head, packed, tail
from studio.poster.make import Made


class Png(Lossless):
    """Loses nothing, so a size limit can only be reported; it is packed closely to keep one."""

    def write(
        self, made: Made, stream: BinaryIO, meta: Meta, quality: int, progress: Progress
    ) -> None:
        form = made.layout.form
        _put(made, stream, meta, QUICK, progress)
        if form.max_bytes is not None and stream.tell() > form.max_bytes:
            stream.seek(0)
            stream.truncate()
            _put(made, stream, meta, CLOSE, progress)
        progress.report(1.0)


EXPORTS.add("png")(Png())


def _put(made: Made, stream: BinaryIO, meta: Meta, level: int, progress: Progress) -> None:
    # Grain is noise: two neighbours foretell a pixel better than one.
    how = AVERAGE if made.layout.template.treatment.grain > 0 else UP
    stream.write(head(made.layout.form, 8, meta))
    stream.writelines(packed(np.asarray(made.image), how, level, progress))
    stream.write(tail())
