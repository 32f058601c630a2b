"""PNG: 8 bit, sRGB, the source in its text chunks."""

from __future__ import annotations

from typing import BinaryIO

from PIL.PngImagePlugin import PngInfo

from studio.core.progress import Progress
from studio.poster.exports.base import EXPORTS, Lossless, Meta
from studio.poster.make import Made
from studio.poster.profiles import profile


class Png(Lossless):
    """Loses nothing, so a size limit can only be reported."""

    def write(
        self, made: Made, stream: BinaryIO, meta: Meta, quality: int, progress: Progress
    ) -> None:
        form = made.layout.form
        info = PngInfo()
        for key in sorted(meta):
            info.add_itxt(key, meta[key])
        made.image.save(
            stream,
            "PNG",
            compress_level=5,
            dpi=(form.dpi, form.dpi),
            icc_profile=profile(form.icc),
            pnginfo=info,
        )
        progress.report(1.0)


EXPORTS.add("png")(Png())
