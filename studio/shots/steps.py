"""How far each frame is from the one before it, and what each frame measures by itself."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.shots.looking import GRID, THUMB, Bytes, Look, area_scaled, levels
from studio.shots.novelty import novelty

Floats = NDArray[np.float32]

# A block has changed when its mean luma moved by more than this share of the picture's deviation,
# within bounds (of 255): what leaps to the eye in a dark scene is nothing in a bright one.
_BLOCK_SHARE = 0.3
_BLOCK_CHANGE = (4.0, 12.0)
_LUMA_BINS = 8
# The search for moved tiles is the dearest step: only where luma changed by more than this share
# of its spread, and structure, blocks and histogram, by their weights in the cut curve, by so much
# together. Of 200 real cuts none changes less than three times that.
_WORTH_SEARCHING = 0.1
_WEIGHTS = (0.30, 0.15, 0.30)
_LEAST_CHANGE = 0.08
_FLAT = 9.0
_CHROMA_EDGES = (104, 120, 136, 152)

SCALARS = (
    "luma_step",
    "colour_step",
    "blocks",
    "histogram",
    "novelty",
    "mean",
    "spread",
    "low",
    "high",
    "dark_clip",
    "light_clip",
    "chroma",
    "chroma_spread",
)


class Walker:
    """Takes looks in order and gives one row of numbers (named by SCALARS) and one thumb each.

    It remembers the frame before, so it belongs to one pass.
    """

    def __init__(self) -> None:
        self._last: Look | None = None
        self._last_histogram: Floats | None = None
        self._spread = 0.0

    def row(self, look: Look) -> tuple[float, ...]:
        """The numbers of SCALARS; the first frame's steps are 0."""
        histogram = _colour_histogram(look)
        if self._last is None or self._last_histogram is None:
            step: tuple[float, ...] = (0.0,) * 5
        else:
            limit = min(max(_BLOCK_SHARE * self._spread, _BLOCK_CHANGE[0]), _BLOCK_CHANGE[1])
            changed = _differences(self._last, look, limit)
            moved = 1.0 - float(np.minimum(histogram, self._last_histogram).sum())
            worth = changed[0] > _WORTH_SEARCHING * (4.0 + self._spread)
            if worth:
                parts = (_unlike(thumb(self._last), thumb(look)), changed[2], moved)
                worth = sum(w * p for w, p in zip(_WEIGHTS, parts, strict=True)) > _LEAST_CHANGE
            step = (*changed, moved, novelty(self._last, look) if worth else 0.0)
        self._last, self._last_histogram = look, histogram
        tone = _tone(look.luma)
        self._spread = tone[1]
        return (*step, *tone, *_colour(look))


def thumb(look: Look) -> Bytes:
    """A 32×18 luma picture (18×32 when portrait)."""
    height, width = look.luma.shape
    return area_scaled(look.luma, THUMB if width >= height else THUMB[::-1])


def _unlike(before: Bytes, after: Bytes) -> float:
    """1 - the normalised correlation of two small pictures; flat ones are alike."""
    old, new = before.astype(np.float32), after.astype(np.float32)
    old -= old.mean()
    new -= new.mean()
    shared = float(np.vdot(old, new)) / old.size + _FLAT
    powers = [float(np.vdot(one, one)) / one.size + _FLAT for one in (old, new)]
    return 1.0 - shared / float(np.sqrt(powers[0] * powers[1]))


def _differences(before: Look, after: Look, limit: float) -> tuple[float, float, float]:
    changed = cv2.absdiff(before.luma, after.luma)
    height, width = changed.shape
    blocks = area_scaled(changed, GRID if width >= height else GRID[::-1])
    colour = cv2.mean(cv2.absdiff(before.blue, after.blue))[0]
    colour += cv2.mean(cv2.absdiff(before.red, after.red))[0]
    return (
        cv2.mean(changed)[0],
        colour,
        float((blocks > limit).mean()),
    )


@cache
def _bins() -> tuple[Bytes, Bytes, Bytes]:
    """Tables that turn luma, blue and red into the three parts of one bin number."""
    luma = (np.arange(256) * _LUMA_BINS // 256) * 25
    chroma = np.searchsorted(_CHROMA_EDGES, np.arange(256), side="right")
    return luma.astype(np.uint8), (chroma * 5).astype(np.uint8), chroma.astype(np.uint8)


def _colour_histogram(look: Look) -> Floats:
    """200 bins (8 of luma by 5 by 5 of colour), summing to 1."""
    tables = _bins()
    luma = area_scaled(look.luma, (look.blue.shape[1], look.blue.shape[0]))
    number = cv2.add(levels(luma, tables[0]), levels(look.blue, tables[1]))
    number = cv2.add(number, levels(look.red, tables[2]))
    counts = cv2.calcHist([number], [0], None, [200], [0, 200]).ravel()
    return np.asarray(counts / number.size, np.float32)


def _tone(luma: Bytes) -> tuple[float, ...]:
    """Mean and deviation of luma, its 5th and 95th percentile, and the shares clipped."""
    mean, deviation = cv2.meanStdDev(luma)
    counts = cv2.calcHist([luma], [0], None, [256], [0, 256]).ravel()
    below = np.cumsum(counts) / luma.size
    low, high = np.searchsorted(below, (0.05, 0.95))
    return (
        float(mean[0, 0]),
        float(deviation[0, 0]),
        float(low),
        float(high),
        float(below[2]),
        float(1.0 - below[252]),
    )


def _colour(look: Look) -> tuple[float, float]:
    """Mean distance from grey, and how much colours differ within the frame."""
    blue, blue_spread = cv2.meanStdDev(look.blue)
    red, red_spread = cv2.meanStdDev(look.red)
    return (
        float(np.hypot(blue[0, 0] - 128, red[0, 0] - 128)),
        float(np.hypot(blue_spread[0, 0], red_spread[0, 0])),
    )
