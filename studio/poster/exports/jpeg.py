"""JPEG: baseline, sRGB, full colour resolution at high quality."""

from __future__ import annotations

from typing import BinaryIO

from studio.core.progress import Progress
from studio.poster.exports.base import EXPORTS, Meta, told
from studio.poster.format import Format
from studio.poster.make import Made
from studio.poster.profiles import profile

#: Below this the eye does not miss halved colour.
_FULL_COLOUR = 88


class Jpeg:
    """Quality 55 is the least: below it gradients break into blocks."""

    floor: int | None = 55

    def first(self, form: Format) -> int:
        return form.quality

    def write(
        self, made: Made, stream: BinaryIO, meta: Meta, quality: int, progress: Progress
    ) -> None:
        form = made.layout.form
        made.image.save(
            stream,
            "JPEG",
            quality=quality,
            subsampling="4:4:4" if quality >= _FULL_COLOUR else "4:2:0",
            dpi=(round(form.dpi), round(form.dpi)),
            icc_profile=profile(form.icc),
            comment=told(meta).encode("utf-8"),
        )
        progress.report(1.0)


EXPORTS.add("jpeg")(Jpeg())
