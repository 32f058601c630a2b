"""TIFF: LZW, sRGB or CMYK with its profile."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, TiffImagePlugin

from studio.poster.exports.base import EXPORTS, Meta, told
from studio.poster.exports.profiles import profile, separated
from studio.poster.format import Format

_DESCRIPTION, _SOFTWARE, _PREDICTOR = 270, 305, 317


class Tiff:
    """Loses nothing, so a size limit can only be reported."""

    floor: int | None = None

    def encoded(self, image: Image.Image, form: Format, meta: Meta, quality: int) -> bytes:
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags[_DESCRIPTION] = told(meta).encode("utf-8")
        tags[_SOFTWARE] = "Lobbycard"
        tags[_PREDICTOR] = 2
        made = BytesIO()
        ready = image if form.icc == "sRGB" else separated(image, form.icc)
        ready.save(
            made,
            "TIFF",
            compression="tiff_lzw",
            dpi=(form.dpi, form.dpi),
            icc_profile=profile(form.icc),
            tiffinfo=tags,
        )
        return made.getvalue()


EXPORTS.add("tiff")(Tiff())
