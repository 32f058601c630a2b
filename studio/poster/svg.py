"""A logo in SVG as pixels, finely enough for the largest poster."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.errors import CannotRead
from studio.core.said import said
from studio.poster.svg_file import Drawing, Shape, drawn, read_svg

#: Pixels of the longer side: what a logo takes at most on a one-sheet at 300 dpi.
LONG_SIDE = 2400
#: Shapes are filled so many times finer, and averaged.
_FINE = 4
#: cv2 takes corners in parts of a pixel, of so many bits.
_PARTS = 6
#: The longest side to the shortest that is still a logo.
_SLIMMEST = 40

Pixels = npt.NDArray[np.uint8]
Ring = npt.NDArray[np.float64]


def rendered(data: bytes, path: str) -> Pixels:
    """The file's bytes as straight RGBA, uint8 (h, w, 4), its longer side LONG_SIDE.

    Raises CannotRead for what is no SVG, or holds more than plain filled shapes.
    """
    drawing = read_svg(data, path)
    if not 1 / _SLIMMEST <= drawing.width / drawing.height <= _SLIMMEST:
        raise CannotRead(said("The logo {path} is too slim to be seen.", path=path))
    scale = LONG_SIDE / max(drawing.width, drawing.height)
    width, height = (max(1, round(side * scale)) for side in (drawing.width, drawing.height))
    canvas = np.zeros((height, width, 4), np.float32)
    try:
        for shape in drawing.shapes:
            _filled(canvas, shape, _rings(drawing, shape, scale))
    except (ValueError, OverflowError) as error:
        raise CannotRead(
            said("The logo {path} is no SVG that can be read: {error}.", path=path, error=error),
            hint=said("Export it as PNG with transparency."),
        ) from error
    canvas[..., :3] /= np.maximum(canvas[..., 3:], 1e-6)
    canvas[..., 3] *= 255
    return np.clip(np.rint(canvas), 0, 255).astype(np.uint8)


def _rings(drawing: Drawing, shape: Shape, scale: float) -> tuple[Ring, ...]:
    """The shape's closed lines in pixels of the canvas."""
    pen = _Tracer(drawing, shape.matrix, scale)
    drawn(shape, pen)
    return tuple(ring for ring in pen.rings() if len(ring) > 2)


class _Tracer:
    """A pen that follows curves in small straight steps."""

    def __init__(self, drawing: Drawing, matrix: Sequence[float], scale: float) -> None:
        a, b, c, d, e, f = matrix
        turn = np.array([[a, c], [b, d]]) * scale
        move = np.array([e - drawing.x, f - drawing.y]) * scale
        self._turn, self._move = turn, move
        self._lines: list[list[Ring]] = []

    def rings(self) -> tuple[Ring, ...]:
        """What was drawn so far, (n, 2) each."""
        return tuple(np.concatenate(parts) for parts in self._lines)

    def _at(self, *points: tuple[float, float]) -> Ring:
        found = np.asarray(points, np.float64) @ self._turn.T + self._move
        if not np.isfinite(found).all() or np.abs(found).max(initial=0) > 1e6:
            raise ValueError("numbers")
        return np.asarray(found)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._lines.append([self._at(point)])

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._lines[-1].append(self._at(point))

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        one, two, last = self._at(*points)
        self._curve(one, two, last)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        first = self._lines[-1][-1][-1]
        handle, last = self._at(*points)
        self._curve(first + (handle - first) * 2 / 3, last + (handle - last) * 2 / 3, last)

    def _curve(self, one: Ring, two: Ring, last: Ring) -> None:
        first = self._lines[-1][-1][-1]
        length = sum(math.hypot(*part) for part in (one - first, two - one, last - two)) * _FINE
        # A quarter of a circle then strays a third of a fine pixel at most.
        steps = min(400, max(4, math.ceil(math.sqrt(length) * 1.2)))
        t = (np.arange(1, steps + 1) / steps)[:, None]
        s = 1 - t
        curve = s**3 * first + 3 * s * s * t * one + 3 * s * t * t * two + t**3 * last
        self._lines[-1].append(np.asarray(curve))

    def closePath(self) -> None:  # noqa: N802
        """What is filled is closed."""

    def endPath(self) -> None:  # noqa: N802
        """What is filled is closed."""


def _filled(canvas: npt.NDArray[np.float32], shape: Shape, rings: Sequence[Ring]) -> None:
    """Lay the shape over the canvas, whose colours are multiplied by its opacity."""
    if not rings:
        return
    height, width = canvas.shape[:2]
    every = np.concatenate(rings)
    left, top = (max(0, int(low)) for low in np.floor(every.min(axis=0)) - 1)
    right, low = (min(most, math.ceil(one) + 1) for most, one in
                  zip((width, height), every.max(axis=0), strict=True))  # fmt: skip
    if right <= left or low <= top:
        return
    inside = _inside(shape, rings, (left, top, right, low))
    cover = cv2.resize(inside, (right - left, low - top), interpolation=cv2.INTER_AREA)
    alpha = np.asarray(cover, np.float32)[..., None] * np.float32(shape.opacity / 255)
    part = canvas[top:low, left:right]
    ink = np.array([*shape.ink, 1], np.float32)
    part[...] = part * (1 - alpha) + ink * alpha


def _inside(shape: Shape, rings: Sequence[Ring], box: tuple[int, int, int, int]) -> Pixels:
    """255 where the shape is, in pixels `_FINE` times as fine."""
    left, top, right, low = box
    size = ((low - top) * _FINE, (right - left) * _FINE)
    # The middle of a pixel is a whole number to cv2.
    moved = [(ring - (left, top)) * _FINE - 0.5 for ring in rings]
    corners = [np.rint(ring * (1 << _PARTS)).astype(np.int32)[:, None] for ring in moved]
    if shape.even_odd or len(corners) == 1:
        whole = np.zeros(size, np.uint8)
        cv2.fillPoly(whole, corners, 255, shift=_PARTS)
        return whole
    wound = np.zeros(size, np.int16)
    for ring, fine in zip(corners, moved, strict=True):
        _wind(wound, ring, fine)
    return np.where(wound != 0, 255, 0).astype(np.uint8)


def _wind(wound: npt.NDArray[np.int16], ring: npt.NDArray[np.int32], fine: Ring) -> None:
    """Count one line more around what it encloses, or one less where it runs the other way."""
    height, width = wound.shape
    left, top = (max(0, int(low)) for low in np.floor(fine.min(axis=0)) - 1)
    right, low = (min(most, math.ceil(one) + 2) for most, one in
                  zip((width, height), fine.max(axis=0), strict=True))  # fmt: skip
    if right <= left or low <= top:
        return
    part = np.zeros((low - top, right - left), np.uint8)
    shift = np.array([left, top], np.int32) << _PARTS
    cv2.fillPoly(part, [ring - shift], 1, shift=_PARTS)
    xs, ys = fine[:, 0], fine[:, 1]
    area = float(np.sum(xs * np.roll(ys, -1) - ys * np.roll(xs, -1)))
    wound[top:low, left:right] += part.astype(np.int16) * (1 if area > 0 else -1)
