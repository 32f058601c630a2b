"""What both PDFs of a poster share: its size in points, its type as paths, its picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image

from studio.core.errors import BadValue
from studio.core.said import said
from studio.poster.exports.pdf_file import PdfFile, numbers
from studio.poster.format import Format
from studio.poster.make import Made
from studio.poster.paint import ground, shadowed
from studio.poster.still import Picture
from studio.typeset.outline import Contour

Bytes = npt.NDArray[np.uint8]

POINTS = 72.0
#: The longest page that every reader shows (ISO 32000-1, annex C): 200 inches.
MOST_POINTS = 14_400
#: Tried first: the picture is packed without loss; below, as JPEG of that quality.
LOSSLESS = 101
_BAND = 512


def points(form: Format, pixels: float) -> float:
    """Pixels of the file in points of the page."""
    return pixels / form.dpi * POINTS


def check_page(form: Format, margin: float = 0.0) -> None:
    """Raises BadValue when the page, with `margin` pixels on each side, would be too large."""
    longest = points(form, max(form.width, form.height) + 2 * margin)
    if longest > MOST_POINTS:
        raise BadValue(
            said(
                "The page would be {inches:.0f} inches long; PDF ends at 200.",
                inches=longest / POINTS,
            ),
            hint=said("Export it at a smaller scale, such as 1:10."),
        )


def beneath(made: Made) -> Picture:
    """All that lies under the type: the picture with its scrims and the shadows of the type."""
    canvas = ground(made.layout, made.still)
    shadowed(canvas, made.layout)
    return canvas


def path(contours: tuple[Contour, ...]) -> str:
    """The operators of closed contours, in pixels."""
    parts = []
    for contour in contours:
        parts.append(f"{numbers(contour[0])} m")
        parts += [f"{numbers(step)} {'l' if len(step) == 2 else 'c'}" for step in contour[1:]]
        parts.append("h")
    return "\n".join(parts)


def upright(form: Format, left: float = 0.0, low: float = 0.0) -> str:
    """The matrix from pixels of the file, y downwards, to a page with the poster at left, low."""
    scale = POINTS / form.dpi
    return numbers((scale, 0, 0, -scale, left, low + form.height * scale), 6)


def placed(form: Format, left: float = 0.0, low: float = 0.0) -> str:
    """The matrix that spreads a picture over the poster."""
    size = (points(form, form.width), points(form, form.height))
    return numbers((size[0], 0, 0, size[1], left, low), 4)


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture: `rows(from, to)` gives uint8 (h, width, channels), `space` is its colour space.

    `mask` is the number of the object that says where it is seen, 0 without one.
    """

    width: int
    height: int
    channels: int
    space: str
    rows: Callable[[int, int], Bytes]
    mask: int = 0


def pixels_of(array: Bytes, space: str, mask: int = 0) -> Pixels:
    """A picture that is there as a whole, (h, w, channels)."""
    height, width, channels = array.shape
    return Pixels(width, height, channels, space, lambda top, low: array[top:low], mask)


def image(file: PdfFile, picture: Pixels, quality: int) -> int:
    """The number of the picture's object: LOSSLESS, or JPEG of that quality."""
    width, height, channels = picture.width, picture.height, picture.channels
    said_of = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 "
        f"/ColorSpace {picture.space}" + (f" /SMask {picture.mask} 0 R" if picture.mask else "")
    )
    if quality >= LOSSLESS:
        how = f"/DecodeParms << /Predictor 2 /Colors {channels} /Columns {width} >>"
        rows = (picture.rows(top, min(height, top + _BAND)) for top in range(0, height, _BAND))
        return file.stream((_differences(part) for part in rows), f"{said_of} {how}")
    mode = {1: "L", 3: "RGB", 4: "CMYK"}[channels]
    data = BytesIO()
    whole = np.ascontiguousarray(picture.rows(0, height))
    made = Image.frombuffer(mode, (width, height), whole, "raw", mode, 0, 1)
    made.save(data, "JPEG", quality=min(quality, 100), subsampling="4:4:4")
    # Programs store the inks of a JPEG the other way round.
    turned = " /Decode [1 0 1 0 1 0 1 0]" if mode == "CMYK" else ""
    return file.stream([data.getvalue()], f"{said_of} /Filter /DCTDecode{turned}", packed=False)


def _differences(part: Bytes) -> bytes:
    """Each pixel as its difference from the one before, which packs better."""
    made = part.copy()
    made[:, 1:] -= part[:, :-1]
    return made.tobytes()
