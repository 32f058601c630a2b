"""How sharp what matters in a picture is, whatever it shows, and whether it is smeared one way."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Plane = npt.NDArray[np.float32]

# An edge is followed over this many pixels of a picture 640 long: wider ones are fully blurred.
_REACH = 5
# The share of the picture's pixels that are judged: its strongest edges, where focus is if any.
_STRONGEST = 0.02
# Luma (of 255) by which an edge rises at least: less is grain and coding.
_LEAST_RISE = 14.0
# Edges along one way that are fewer than this share of the pixels say nothing about it.
_ENOUGH = 0.0015
# Right and down: what moves is nearly never seen moving exactly askew.
_WAYS = ((1, 0), (0, 1))


def focus(luma: Plane, weight: Plane) -> float:
    """Of a float32 (h, w) picture of 0 to 255, where `weight` (h, w), 0 to 1, says what matters.

    0 (edges spread over five pixels and more) to 1 (from one pixel to the next), along the way,
    across or down, on which they are softer: what moved, or was filmed by a camera that did, is
    soft along its way alone. 0 where nothing has an edge. Rounded.
    """
    found = [one for way in _WAYS if (one := _steepness(luma, weight, way)) is not None]
    return round(min(found, default=0.0), 3)


def _steepness(luma: Plane, weight: Plane, way: tuple[int, int]) -> float | None:
    """How much of their whole rise the strongest edges along one way do in one step, 0 to 1."""
    rise = _inner(np.abs(_ahead(luma, way, _REACH) - luma))
    step = np.abs(_ahead(luma, way, 1) - luma)
    steep = _inner(np.maximum.reduce([_ahead(step, way, at) for at in range(_REACH)]))
    there = np.where(rise >= _LEAST_RISE, rise, 0.0)
    strength = there * _inner(_ahead(weight, way, _REACH // 2))
    if int(np.count_nonzero(strength)) < _ENOUGH * luma.size:
        return None
    count = min(strength.size, max(8, int(_STRONGEST * luma.size)))
    least = float(np.partition(strength.ravel(), -count)[-count])
    taken = strength >= max(least, 1e-6)
    share = np.minimum(1.0, steep[taken] / rise[taken])
    mean = float((share * strength[taken]).sum() / strength[taken].sum())
    return max(0.0, (mean * _REACH - 1) / (_REACH - 1))


def _ahead(plane: Plane, way: tuple[int, int], by: int) -> Plane:
    """What lies `by` steps ahead; near the edges it comes from the other side."""
    return np.roll(plane, (-way[1] * by, -way[0] * by), (0, 1))


def _inner(plane: Plane) -> Plane:
    """Without the margin that `_ahead` makes meaningless."""
    return plane[_REACH:-_REACH, _REACH:-_REACH]
