"""How thin the thinnest strokes of a block's glyphs are."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from studio.typeset.block import Block
from studio.typeset.mask import lines_mask
from studio.typeset.shape import Line

#: Glyphs are measured at so many pixels an em, and never more of them than this.
_EM, _LINES = 200.0, 3
#: The share of the middles of strokes, in per cent, that may be thinner: the ends of tapers.
_TAPERS = 10


def thinnest(block: Block) -> float:
    """In em; 0 where nothing is inked.

    By the distance transform: the middles of strokes are where the way to the nearest ground is
    longest, and that way is half the stroke.
    """
    by = _EM / block.size
    lines = tuple(line.scaled(by) for line in block.lines[:_LINES])
    return _thinnest(lines, tuple((x * by, y * by) for x, y in block.origins[:_LINES]))


@lru_cache(maxsize=128)
def _thinnest(lines: tuple[Line, ...], origins: tuple[tuple[float, float], ...]) -> float:
    ink = lines_mask(lines, list(origins))
    if not ink.alpha.any():
        return 0.0
    away = cv2.distanceTransform((ink.alpha >= 128).astype(np.uint8), cv2.DIST_L2, 5)
    middles = (away >= cv2.dilate(away, np.ones((3, 3), np.uint8))) & (away >= 1)
    if not middles.any():
        return 0.0
    # Between the middles of pixels: half a pixel too much on average.
    half = float(np.percentile(away[middles], _TAPERS))
    return round((2 * half - 0.5) / _EM, 4)
