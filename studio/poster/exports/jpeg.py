"""JPEG: baseline, sRGB, full colour resolution at high quality."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from studio.poster.exports.base import EXPORTS, Meta, told
from studio.poster.exports.profiles import profile
from studio.poster.format import Format

#: Below this the eye does not miss halved colour.
_FULL_COLOUR = 88


class Jpeg:
    """Quality 55 is the least: below it gradients break into blocks."""

    floor: int | None = 55

    def encoded(self, image: Image.Image, form: Format, meta: Meta, quality: int) -> bytes:
        made = BytesIO()
        image.save(
            made,
            "JPEG",
            quality=quality,
            subsampling="4:4:4" if quality >= _FULL_COLOUR else "4:2:0",
            dpi=(round(form.dpi), round(form.dpi)),
            icc_profile=profile(form.icc),
            comment=told(meta).encode("utf-8"),
        )
        return made.getvalue()


EXPORTS.add("jpeg")(Jpeg())
