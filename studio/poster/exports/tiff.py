"""TIFF: LZW, RGB or CMYK with its profile."""

from __future__ import annotations

from typing import BinaryIO

from PIL import TiffImagePlugin

from studio.core.progress import Progress
from studio.poster.exports.base import EXPORTS, Lossless, Meta, told
from studio.poster.make import Made
from studio.poster.profiles import converted, profile

_DESCRIPTION, _SOFTWARE, _PREDICTOR = 270, 305, 317


class Tiff(Lossless):
    """Loses nothing, so a size limit can only be reported."""

    def write(
        self, made: Made, stream: BinaryIO, meta: Meta, quality: int, progress: Progress
    ) -> None:
        form = made.layout.form
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags[_DESCRIPTION] = told(meta).encode("utf-8")
        tags[_SOFTWARE] = "Lobbycard"
        tags[_PREDICTOR] = 2
        ready = converted(made.image, form.icc)
        progress.report(0.5)
        ready.save(
            stream,
            "TIFF",
            compression="tiff_lzw",
            dpi=(form.dpi, form.dpi),
            icc_profile=profile(form.icc),
            tiffinfo=tags,
        )
        progress.report(1.0)


EXPORTS.add("tiff")(Tiff())
