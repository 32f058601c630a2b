"""How well type stands out from what lies under it: the worst twentieth of the pixels counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import radians, tan

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.colour import Colour
from studio.core.geometry import Rect
from studio.poster.format import Format
from studio.poster.lockup import Piece
from studio.poster.still import Picture
from studio.typeset.mask import blurred, framed

#: WCAG 2.2, 1.4.3: the contrast ratio of text, and of large text.
TEXT_RATIO = 4.5
LARGE_RATIO = 3.0
#: There type is large from 24 CSS pixels on, bold type from 18.66; a CSS pixel is this angle by
#: its own definition, in degrees.
_LARGE_PX, _LARGE_BOLD_PX, _BOLD = 24.0, 18.66, 700
_PIXEL_ANGLE = 0.0213
#: The share of pixels under the glyphs that may be worse, in per cent.
_WORST = 5
#: How far round the glyphs counts as under them, in em.
_AROUND = 0.15
#: A soft shadow's sigma, in em.
SHADOW_SIGMA = 0.15

_LINEAR = np.array(
    [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in np.arange(256) / 255],
    np.float32,
)
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The pixels around the glyphs of one piece, flattened (n, 3) 0 to 255, and where they lie.

    `needed`: the ratio asked for.
    """

    piece: Piece
    pixels: npt.NDArray[np.float32]
    rows: npt.NDArray[np.intp]
    columns: npt.NDArray[np.intp]
    needed: float


@dataclass(frozen=True, slots=True)
class Contrast:
    """Of the worst 5 % of the pixels: the WCAG `ratio`, 1 to 21, and the difference in L*, 0 to
    100; and the ratio that is `needed`.
    """

    ratio: float
    lightness: float
    needed: float

    @property
    def share(self) -> float:
        """Of what is needed; from 1 on it is reached."""
        return self.ratio / self.needed


#: Where there is no type there is nothing to be read.
PERFECT = Contrast(21.0, 100.0, TEXT_RATIO)


def luminance(pixels: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Relative luminance, 0 to 1, of (n, 3) sRGB values 0 to 255."""
    coded = np.rint(pixels).astype(np.uint8)
    return np.asarray(np.take(_LINEAR, coded) @ _WEIGHTS, np.float32)


def ratio_of(pixels: npt.NDArray[np.float32], ink: Colour) -> float:
    """The contrast ratio with `ink` that all but the worst 5 % of (n, 3) pixels reach."""
    if not len(pixels):
        return PERFECT.ratio
    return _worst_ratio(luminance(pixels), ink)


def _worst_ratio(light: npt.NDArray[np.float32], ink: Colour) -> float:
    own = ink.luminance
    ratios = np.where(light > own, (light + 0.05) / (own + 0.05), (own + 0.05) / (light + 0.05))
    return round(_worst(ratios), 2)


def _worst(values: npt.NDArray[np.float32]) -> float:
    """What all but the worst reach; quicker than a percentile, which weighs two of them."""
    place = (len(values) - 1) * _WORST // 100
    return float(np.partition(values, place)[place])


def lightness(light: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """CIE L*, 0 to 100, of relative luminances."""
    root = np.where(light > 216 / 24389, np.cbrt(light), (24389 / 27 * light + 16) / 116)
    return np.asarray(116 * root - 16, np.float32)


def contrast_of(ground: Ground, ink: Colour) -> Contrast:
    """All figures of one piece."""
    if not len(ground.pixels):
        return Contrast(PERFECT.ratio, PERFECT.lightness, ground.needed)
    light = luminance(ground.pixels)
    own = lightness(np.array([ink.luminance], np.float32))[0]
    far = round(_worst(np.abs(lightness(light) - own)), 1)
    return Contrast(_worst_ratio(light, ink), far, ground.needed)


def least(found: Iterable[Contrast]) -> Contrast:
    """That which is furthest from what it needs."""
    return min(found, key=lambda one: one.share, default=PERFECT)


def large_from(form: Format) -> float:
    """From how many pixels of the file an em counts as large, from where the format is seen."""
    if form.is_print and form.viewing_distance_m:
        wanted = tan(radians(_LARGE_PX * _PIXEL_ANGLE)) * form.viewing_distance_m * 1000
        return wanted / form.millimetres(1.0)
    return _LARGE_PX / min(1.0, form.seen_px / form.width)


def needed(piece: Piece, large: float) -> float:
    """The ratio a piece needs; `large`: see large_from."""
    style = piece.block.style
    own = large * _LARGE_BOLD_PX / _LARGE_PX if style.weight >= _BOLD else large
    return LARGE_RATIO if style.size >= own else TEXT_RATIO


def grounds(
    pieces: Sequence[Piece],
    canvas: Picture,
    scale: float,
    large: float,
    corner: tuple[int, int] = (0, 0),
    most: int = 0,
) -> tuple[Ground, ...]:
    """What each piece stands on, in a canvas `scale` times the file; `large`: see large_from.

    `corner`: the x and y in the scaled file of the canvas's first pixel, where it is a part of
    it. `most`: so many pixels of each piece are about enough, evenly spread; 0 takes all.
    """
    found = []
    for piece in pieces:
        if piece.block.lines:
            whole = _ground(piece, canvas, scale, corner, needed(piece, large))
            found.append(_thinned(whole, most))
    return tuple(found)


def _ground(
    piece: Piece, canvas: Picture, scale: float, corner: tuple[int, int], wanted: float
) -> Ground:
    reach = max(1, round(piece.block.size * scale * _AROUND))
    ink = framed(piece.mask(scale), reach + 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    ys, xs = np.nonzero(cv2.dilate(ink.alpha, kernel) >= 64)
    rows, columns = ys + ink.y - corner[1], xs + ink.x - corner[0]
    inside = (rows >= 0) & (rows < canvas.shape[0]) & (columns >= 0) & (columns < canvas.shape[1])
    rows, columns = rows[inside], columns[inside]
    return Ground(piece, canvas[rows, columns].astype(np.float32), rows, columns, wanted)


def _thinned(ground: Ground, most: int) -> Ground:
    count = len(ground.rows)
    if not most or count <= 2 * most:
        return ground
    each = np.s_[:: count // most]
    pixels, rows, columns = ground.pixels[each], ground.rows[each], ground.columns[each]
    return Ground(ground.piece, pixels, rows, columns, ground.needed)


def shade_of(
    ground: Ground, scale: float, corner: tuple[int, int] = (0, 0)
) -> npt.NDArray[np.float32]:
    """How much of a full shadow of its piece falls on each pixel of a ground, 0 to 1."""
    sigma = max(0.6, ground.piece.block.size * scale * SHADOW_SIGMA)
    soft = blurred(ground.piece.mask(scale), sigma)
    rows, columns = ground.rows + corner[1] - soft.y, ground.columns + corner[0] - soft.x
    height, width = soft.alpha.shape
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    shade = np.zeros(len(rows), np.float32)
    shade[inside] = soft.alpha[rows[inside], columns[inside]].astype(np.float32) / 255
    return shade


def box_of(under: Sequence[Ground]) -> Rect:
    """Around all pixels of the grounds, in pixels of the canvas; empty without any."""
    rows = [ground.rows for ground in under if len(ground.rows)]
    columns = [ground.columns for ground in under if len(ground.columns)]
    if not rows:
        return Rect(0, 0, 0, 0)
    top, left = (min(int(part.min()) for part in parts) for parts in (rows, columns))
    low, right = (max(int(part.max()) for part in parts) for parts in (rows, columns))
    return Rect(left, top, right + 1 - left, low + 1 - top)
