"""Pages of a contact sheet as pixels."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import numpy as np
from PIL import Image, ImageDraw

from studio.core.geometry import Size
from studio.stills.sheet_layout import GOLD, Page, Words
from studio.typeset.mask import lines_mask

#: Pixels a point: 216 to the inch.
SCALE = 3
# Stars are drawn this much larger and averaged: the drawing itself has hard edges.
_FINE = 4
_PAPER = (255, 255, 255)
_HAIRLINE = (199, 199, 199)


def png(page: Page, picture: Callable[[int, Size], Image.Image], profile: bytes) -> bytes:
    """The page as PNG with `profile`; `picture` is asked for an entry's picture of a size."""
    size = (round(page.width * SCALE), round(page.height * SCALE))
    canvas = Image.new("RGB", size, _PAPER)
    draw = ImageDraw.Draw(canvas)
    for at, box in page.pictures:
        left, top = round(box.x * SCALE), round(box.y * SCALE)
        wanted = Size(max(1, round(box.width * SCALE)), max(1, round(box.height * SCALE)))
        canvas.paste(picture(at, wanted), (left, top))
        edge = (left, top, left + wanted.width - 1, top + wanted.height - 1)
        draw.rectangle(edge, outline=_HAIRLINE)
    for words in page.words:
        _write(canvas, words)
    for star in page.stars:
        _star(canvas, star)
    stream = BytesIO()
    dots = (72 * SCALE, 72 * SCALE)
    canvas.save(stream, "PNG", icc_profile=profile, dpi=dots, compress_level=6)
    return stream.getvalue()


def _write(canvas: Image.Image, words: Words) -> None:
    line = words.line.scaled(SCALE)
    mask = lines_mask((line,), [(words.x * SCALE, words.y * SCALE)])
    if mask.alpha.size:
        canvas.paste(
            words.colour, (mask.x, mask.y), Image.fromarray(np.ascontiguousarray(mask.alpha))
        )


def _star(canvas: Image.Image, star: tuple[tuple[float, float], ...]) -> None:
    left = round(min(x for x, _ in star) * SCALE) - 1
    top = round(min(y for _, y in star) * SCALE) - 1
    right = round(max(x for x, _ in star) * SCALE) + 2
    bottom = round(max(y for _, y in star) * SCALE) + 2
    mask = Image.new("L", ((right - left) * _FINE, (bottom - top) * _FINE), 0)
    corners = [((x * SCALE - left) * _FINE, (y * SCALE - top) * _FINE) for x, y in star]
    ImageDraw.Draw(mask).polygon(corners, fill=255)
    small = mask.resize((right - left, bottom - top), Image.Resampling.BOX)
    canvas.paste(GOLD, (left, top), small)
