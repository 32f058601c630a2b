"""A plain plate behind copy that nothing gentler makes readable, where a design allows one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from studio.core.colour import Colour
from studio.core.geometry import Rect
from studio.poster.still import FINER, Deep, Picture


@dataclass(frozen=True, slots=True)
class Plate:
    """`box` in pixels of the file, its corners rounded by `radius`; `opacity` 0 to 1."""

    box: Rect
    radius: float
    colour: Colour
    opacity: float

    def scaled(self, by: float) -> Plate:
        """For a file `by` times as large."""
        return replace(self, box=self.box.scaled(by, by), radius=self.radius * by)


def plated(canvas: Picture | Deep, plates: Sequence[Plate]) -> None:
    """Lay the plates over `canvas` (h, w, 3) of 8 or 16 bits, in place; what leaves it is cut."""
    for plate in plates:
        if plate.opacity > 0:
            _laid(canvas, plate)


def _laid(canvas: Picture | Deep, plate: Plate) -> None:
    height, width = canvas.shape[:2]
    near = plate.box.grown(1.0).meet(Rect(0, 0, width, height))
    left, top, right, low = int(near.x), int(near.y), int(near.right), int(near.bottom)
    if right <= left or low <= top:
        return
    share = round(plate.opacity * 256)
    xs = np.arange(left, right, dtype=np.float64)[None, :] + 0.5
    ys = np.arange(top, low, dtype=np.float64)[:, None] + 0.5
    inside = np.clip(0.5 - _distance(plate, xs, ys), 0, 1)
    alpha = (np.round(inside * 255).astype(np.uint32) * share)[..., None]
    most = 255 * 256
    part = canvas[top:low, left:right]
    solid = np.array(plate.colour.rgb, np.uint32) * (FINER if canvas.dtype == np.uint16 else 1)
    part[...] = (part.astype(np.uint32) * (most - alpha) + solid * alpha + most // 2) // most


def _distance(
    plate: Plate, xs: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    ys: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:  # fmt: skip
    """Pixels outside the rounded box; negative inside."""
    radius = min(plate.radius, plate.box.width / 2, plate.box.height / 2)
    cx, cy = plate.box.centre
    across = np.abs(xs - cx) - (plate.box.width / 2 - radius)
    down = np.abs(ys - cy) - (plate.box.height / 2 - radius)
    outer = np.hypot(np.maximum(across, 0), np.maximum(down, 0))
    return np.asarray(outer + np.minimum(np.maximum(across, down), 0) - radius)
