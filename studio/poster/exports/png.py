"""PNG: 8 bit, sRGB, the source in its text chunks."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from studio.poster.exports.base import EXPORTS, Meta
from studio.poster.exports.profiles import profile
from studio.poster.format import Format


class Png:
    """Loses nothing, so a size limit can only be reported."""

    floor: int | None = None

    def encoded(self, image: Image.Image, form: Format, meta: Meta, quality: int) -> bytes:
        info = PngInfo()
        for key in sorted(meta):
            info.add_itxt(key, meta[key])
        made = BytesIO()
        image.save(
            made,
            "PNG",
            compress_level=5,
            dpi=(form.dpi, form.dpi),
            icc_profile=profile(form.icc),
            pnginfo=info,
        )
        return made.getvalue()


EXPORTS.add("png")(Png())
