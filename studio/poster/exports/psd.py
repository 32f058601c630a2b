"""PSD: picture, scrims, copy by language, logo and guides as layers, RGB or the press's CMYK."""

from __future__ import annotations

import struct
import uuid
from io import BytesIO
from typing import BinaryIO

import numpy as np

from studio.core.progress import Progress, Span
from studio.poster.exports.base import EXPORTS, Lossless, Meta, told
from studio.poster.exports.guides import positions
from studio.poster.exports.psd_file import Document, check_side, write_psd
from studio.poster.exports.psd_layers import Inks, records
from studio.poster.exports.xmp import packet
from studio.poster.format import Format
from studio.poster.make import Made
from studio.poster.profiles import profile

_RESOLUTION, _GUIDES, _THUMBNAIL, _ICC, _VERSION, _XMP = 1005, 1032, 1036, 1039, 1057, 1060
_THUMB = 160
_PER_INCH, _CENTIMETRES = 1, 2
#: Guides stand at so many parts of a pixel.
_FINE = 32


class Psd(Lossless):
    """Loses nothing, so a size limit can only be reported.

    Groups, the lowest first: BACKGROUND, SCRIM, COPY for each language, LEGAL, LOGO, GUIDES
    (hidden). With COPY and LEGAL switched off it is the poster without text. The picture in
    BACKGROUND is worked out so that all layers together give the poster, in CMYK too, where a scrim
    over separated colours is not the separation of both; only the edges of type and soft shadows
    are blended in inks there.
    """

    def write(
        self, made: Made, stream: BinaryIO, meta: Meta, quality: int, progress: Progress
    ) -> None:
        form = made.layout.form
        check_side(form.pixels)
        inks = Inks(form.icc)
        found = records(made, inks, Span(progress, 0.0, 0.6))
        picture = np.asarray(made.image)
        merged = inks.planes(lambda top, low: inks.of(picture[top:low]), form.height)
        progress.report(0.9)
        mode = "CMYK" if inks.press else "RGB"
        write_psd(stream, Document(form.pixels, mode, _resources(made, meta), found, merged))
        progress.report(1.0)


def _resources(made: Made, meta: Meta) -> tuple[tuple[int, bytes], ...]:
    form = made.layout.form
    identity = uuid.uuid5(uuid.NAMESPACE_URL, told(meta))
    return (
        (_RESOLUTION, _resolution(form.dpi)),
        (_GUIDES, _guides(form)),
        (_THUMBNAIL, _thumbnail(made)),
        (_ICC, profile(form.icc)),
        (_VERSION, _version()),
        (_XMP, packet(meta, "image/vnd.adobe.photoshop", str(identity), {})),
    )


def _resolution(dpi: float) -> bytes:
    one = struct.pack(">IHH", round(dpi * 65536), _PER_INCH, _CENTIMETRES)
    return one + one


def _guides(form: Format) -> bytes:
    across, down = positions(form)
    placed = [(side, 0) for side in across] + [(side, 1) for side in down]
    # The grid of the first lines is what Photoshop writes when nobody has set one.
    head = struct.pack(">IIII", 1, 576, 576, len(placed))
    return head + b"".join(struct.pack(">IB", round(at * _FINE), way) for at, way in placed)


def _thumbnail(made: Made) -> bytes:
    small = made.image.copy() if max(made.image.size) <= _THUMB else made.image.reduce(
        max(1, min(made.image.size) // _THUMB)
    )  # fmt: skip
    small.thumbnail((_THUMB, _THUMB))
    data = BytesIO()
    small.save(data, "JPEG", quality=85)
    width, height = small.size
    row = (width * 3 + 3) // 4 * 4
    head = struct.pack(">IIIIIIHH", 1, width, height, row, row * height, data.tell(), 24, 1)
    return head + data.getvalue()


def _version() -> bytes:
    """That the merged picture is there, and who wrote it."""
    name = "Lobbycard"
    text = struct.pack(">I", len(name)) + name.encode("utf-16-be")
    return struct.pack(">IB", 1, 1) + text + text + struct.pack(">I", 1)


EXPORTS.add("psd")(Psd())
