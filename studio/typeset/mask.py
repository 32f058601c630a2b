"""Glyphs as coverage: exact sub-pixel masks, and the outlines and shadows made from them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import uharfbuzz as hb
from numpy.typing import NDArray

from studio.core.geometry import Rect
from studio.core.kept import Kept
from studio.typeset.block import Block
from studio.typeset.face import UNITS, Setting, font
from studio.typeset.shape import Glyph, Line, extents

Alpha = NDArray[np.uint8]

#: Glyphs smaller than this many pixels an em are drawn at twice the size and averaged: where
#: contours of variable fonts overlap, one pass counts the edge twice (53 levels of 255 at worst
#: instead of 96, 3 instead of 7 on average).
FINE_BELOW = 400.0
#: Places of a glyph within a pixel, each way.
_QUARTERS = 4
#: The largest side of a glyph that is kept.
_KEPT = 320


@dataclass(frozen=True, slots=True)
class Mask:
    """Coverage 0 to 255, shape (h, w), whose first pixel lies at (x, y); `drawn` glyphs."""

    alpha: Alpha
    x: int
    y: int
    drawn: int = 0

    @property
    def rect(self) -> Rect:
        """What the mask covers, in pixels."""
        height, width = self.alpha.shape
        return Rect(self.x, self.y, width, height)


def mask(block: Block, at: tuple[float, float] = (0.0, 0.0)) -> Mask:
    """The ink of `block` with its box's corner moved by `at`: to the quarter of a pixel.

    The mask is as large as the ink, and its edge is always empty. Shaped glyphs are all drawn,
    spaces included: `drawn` equals `block.glyphs`.
    """
    return lines_mask(block.lines, [(x + at[0], y + at[1]) for x, y in block.origins])


def lines_mask(lines: tuple[Line, ...], origins: list[tuple[float, float]], scale: int = 1) -> Mask:
    """The ink of lines at their places, `scale` times as large as they are."""
    placed = [
        (glyph, x, y) for line, (x, y) in zip(lines, origins, strict=True) for glyph in line.glyphs
    ]
    room = _room(lines, origins, scale)
    alpha = np.zeros((int(room.height), int(room.width)), np.uint8)
    drawn = 0
    for glyph, x, y in placed:
        drawn += _draw(alpha, room, glyph, ((x + glyph.x) * scale, (y + glyph.y) * scale), scale)
    return Mask(alpha, int(room.x), int(room.y), drawn)


def _room(lines: tuple[Line, ...], origins: list[tuple[float, float]], scale: int) -> Rect:
    """Whole pixels around the ink, with one more on each side for the quarter-pixel rounding."""
    inked = [
        line.ink.moved(x, y)
        for line, (x, y) in zip(lines, origins, strict=True)
        if line.ink.width and line.ink.height
    ]
    if not inked:
        return Rect(0, 0, 0, 0)
    whole = inked[0]
    for one in inked[1:]:
        whole = whole.join(one)
    whole = whole.scaled(scale, scale)
    left, top = math.floor(whole.x) - 1, math.floor(whole.y) - 1
    right, bottom = math.ceil(whole.right) + 1, math.ceil(whole.bottom) + 1
    return Rect(left, top, right - left, bottom - top)


def _draw(alpha: Alpha, room: Rect, glyph: Glyph, place: tuple[float, float], scale: int) -> int:
    """Adds one glyph; returns how many were drawn, 1 for a space too."""
    if extents(glyph.setting, glyph.id) is None:
        return 1
    quarters = [math.floor(part * _QUARTERS + 0.5) for part in place]
    whole = [part // _QUARTERS for part in quarters]
    shift = (quarters[0] % _QUARTERS, quarters[1] % _QUARTERS)
    size = glyph.size * scale
    # What is drawn larger than it is will be averaged anyway.
    fine = 2 if scale == 1 and size < FINE_BELOW else 1
    look = Look(glyph.setting, glyph.id, size, shift, glyph.turned, fine)
    tile = _tile(look) if look.size <= _KEPT else _drawn(look)
    if tile is None:
        return 0
    height, width = tile.alpha.shape
    x, y = whole[0] + tile.x - int(room.x), whole[1] + tile.y - int(room.y)
    left, top = max(0, -x), max(0, -y)
    window = alpha[max(0, y) : y + height, max(0, x) : x + width]
    part = tile.alpha[top : top + window.shape[0], left : left + window.shape[1]]
    # Coverages add up: strokes that abut, as those of a long dash, leave no seam.
    cv2.add(window, part, dst=window)
    return 1


@dataclass(frozen=True, slots=True)
class Look:
    """All that a glyph's pixels depend on.

    `shift` is in quarters of a pixel, y downwards; it is drawn `fine` times as large and averaged.
    """

    setting: Setting
    glyph: int
    size: float
    shift: tuple[int, int]
    turned: bool
    fine: int


_tiles: Kept[Look, Mask | None] = Kept(
    32_000_000, lambda mask: _HEAD + (mask.alpha.nbytes if mask is not None else 0)
)
_HEAD = 400
"""What a glyph takes besides its pixels."""


def _tile(look: Look) -> Mask | None:
    return _tiles.made(look, lambda: _drawn(look))


def _drawn(look: Look) -> Mask | None:
    """One glyph with its origin at the shift; None where the face has no outline for it."""
    box = font(look.setting).get_glyph_extents(look.glyph)
    if box is None:
        return None
    scale = look.size / UNITS
    left, bottom = box.x_bearing * scale, (box.y_bearing + box.height) * scale
    right, top = left + box.width * scale, box.y_bearing * scale
    if look.turned:
        left, bottom, right, top = bottom, -right, top, -left
    dx, dy = look.shift[0] / _QUARTERS, -look.shift[1] / _QUARTERS
    x0, x1 = math.floor(left + dx), math.ceil(right + dx)
    y0, y1 = math.floor(bottom + dy), math.ceil(top + dy)
    pixels = _rendered(look, (x0, y0, max(1, x1 - x0), max(1, y1 - y0)), (dx, dy))
    return None if pixels is None else Mask(pixels, x0, -y1, 1)


def _rendered(
    look: Look, room: tuple[int, int, int, int], shift: tuple[float, float]
) -> Alpha | None:
    # The extents are always given: left to itself the rasteriser stops at 4096 pixels.
    raster = hb.RasterDraw()
    fine = look.fine
    scale = look.size / UNITS * fine
    dx, dy = shift[0] * fine, shift[1] * fine
    raster.transform = (
        (0, -scale, scale, 0, dx, dy) if look.turned else (scale, 0, 0, scale, dx, dy)
    )
    x, y, width, height = (part * fine for part in room)
    raster.extents = hb.RasterExtents(x, y, width, height, 0)
    if not raster.draw_glyph_or_fail(font(look.setting), look.glyph):
        return None
    image = raster.render()
    stride = image.extents.stride
    rows = np.frombuffer(bytes(image.buffer), np.uint8).reshape(height, stride)[::-1, :width]
    return halved(rows) if fine == 2 else np.ascontiguousarray(rows)


def halved(alpha: Alpha) -> Alpha:
    """Each two by two pixels as one, rounded; both sides must be even."""
    height, width = alpha.shape
    smaller = cv2.resize(
        np.ascontiguousarray(alpha), (width // 2, height // 2), interpolation=cv2.INTER_AREA
    )
    return np.asarray(smaller, np.uint8)


def framed(one: Mask, by: int) -> Mask:
    """The mask with `by` empty pixels more on each side."""
    alpha = cv2.copyMakeBorder(one.alpha, by, by, by, by, cv2.BORDER_CONSTANT, value=0)
    return Mask(np.asarray(alpha, np.uint8), one.x - by, one.y - by, one.drawn)


def spread(one: Mask, radius: float) -> Mask:
    """The mask grown by `radius` pixels all round, with smooth edges: an outline's shape.

    What lies within the radius of ink is inked. Below 8 pixels this is worked out at twice the
    size. Integer and exact arithmetic only: the same on every processor.
    """
    if radius <= 0 or one.alpha.size == 0:
        return one
    if radius >= 8:
        return grown(one, radius)
    height, width = one.alpha.shape
    double = cv2.resize(one.alpha, (2 * width, 2 * height), interpolation=cv2.INTER_LINEAR_EXACT)
    fine = grown(Mask(np.asarray(double, np.uint8), 2 * one.x, 2 * one.y, one.drawn), 2 * radius)
    return halved_mask(fine)


def halved_mask(fine: Mask) -> Mask:
    """A mask drawn at twice the size brought down, padded so that its pixels pair up."""
    height, width = fine.alpha.shape
    if not fine.alpha.size:
        return Mask(fine.alpha, fine.x // 2, fine.y // 2, fine.drawn)
    left, top = fine.x % 2, fine.y % 2
    right, bottom = (left + width) % 2, (top + height) % 2
    alpha = fine.alpha
    if left or top or right or bottom:
        alpha = np.asarray(
            cv2.copyMakeBorder(alpha, top, bottom, left, right, cv2.BORDER_CONSTANT, value=0),
            np.uint8,
        )
    return Mask(halved(alpha), (fine.x - left) // 2, (fine.y - top) // 2, fine.drawn)


def grown(one: Mask, radius: float) -> Mask:
    """Row by row: each row of the disc widens the ink sideways, then is laid above and below.

    Widths between whole pixels are mixed in sixteenths, which floating point holds exactly.
    """
    reach = math.ceil(radius)
    source = framed(one, reach + 1)
    base = source.alpha
    out = base.copy()
    height = base.shape[0]
    for down in range(math.floor(radius) + 1):
        row = _widened(base, math.sqrt(radius * radius - down * down))
        cv2.max(out[down:], row[: height - down], dst=out[down:])
        if down:
            cv2.max(out[: height - down], row[down:], dst=out[: height - down])
    share = round((radius - math.floor(radius)) * 16) / 16
    if share:
        # The last, partly reached row.
        faint = cv2.convertScaleAbs(base, alpha=share)
        cv2.max(out[reach:], faint[: height - reach], dst=out[reach:])
        cv2.max(out[: height - reach], faint[reach:], dst=out[: height - reach])
    return Mask(out, source.x, source.y, one.drawn)


def _widened(alpha: Alpha, by: float) -> Alpha:
    steps = round(by * 16)
    whole, share = steps // 16, steps % 16
    near = _dilated(alpha, whole)
    if not share:
        return near
    far = _dilated(alpha, whole + 1)
    return np.asarray(cv2.addWeighted(near, 1 - share / 16, far, share / 16, 0), np.uint8)


def _dilated(alpha: Alpha, by: int) -> Alpha:
    if by == 0:
        return alpha
    return np.asarray(cv2.dilate(alpha, np.ones((1, 2 * by + 1), np.uint8)), np.uint8)


def blurred(one: Mask, sigma: float) -> Mask:
    """The mask through a Gaussian of `sigma` pixels, grown by three of them; fixed-point."""
    if sigma <= 0 or one.alpha.size == 0:
        return one
    source = framed(one, math.ceil(3 * sigma))
    size = 2 * math.ceil(3 * sigma) + 1
    soft = cv2.GaussianBlur(
        source.alpha,
        (size, size),
        sigma,
        borderType=cv2.BORDER_CONSTANT,
        hint=cv2.ALGO_HINT_ACCURATE,
    )
    return Mask(np.asarray(soft, np.uint8), source.x, source.y, one.drawn)
