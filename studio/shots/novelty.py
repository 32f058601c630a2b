"""How much of a frame cannot be found anywhere near its place in the frame before.

A camera or a thing that moves shows the same picture elsewhere; a cut shows another one.
"""

from __future__ import annotations

import cv2
import numpy as np

from studio.shots.looking import DETAIL, Look, Plane, area_scaled

# Tiles of the 64×36 picture, and how far (in its pixels, a tenth of the width) each may have moved.
_TILE = (9, 8)
_REACH = 6
# Luma deviation (of 255) below which a tile has nothing to be recognised by.
_PLAIN = 2.0
_STRONG = 20.0
# Tiles with more than this share of places that are black before and after do not count: they are
# the edges of letterbox bars, or a night that has nothing to tell.
_BLACK = 8
_BLACK_SHARE = 0.2
# Correlation of a tile with its best place: surely the same, and no better than chance.
_SAME, _CHANCE = 0.92, 0.60


def novelty(before: Look, after: Look) -> float:
    """The share (0 to 1) of the textured picture of `after` that is not in `before`."""
    height, width = after.luma.shape
    size = DETAIL if width >= height else DETAIL[::-1]
    tile = _TILE if width >= height else _TILE[::-1]
    new = area_scaled(after.luma, size)
    old = area_scaled(before.luma, size)
    black = cv2.max(new, old) < _BLACK
    old = cv2.copyMakeBorder(old, _REACH, _REACH, _REACH, _REACH, cv2.BORDER_REPLICATE)
    found = weight = 0.0
    for y in range(0, size[1] - tile[0] + 1, tile[0]):
        for x in range(0, size[0] - tile[1] + 1, tile[1]):
            if black[y : y + tile[0], x : x + tile[1]].mean() > _BLACK_SHARE:
                continue
            piece = new[y : y + tile[0], x : x + tile[1]]
            around = old[y : y + tile[0] + 2 * _REACH, x : x + tile[1] + 2 * _REACH]
            share = min(float(piece.std()), _STRONG)
            if share > _PLAIN:
                weight += share
                found += share * _known(around, piece)
    return 1.0 - found / weight if weight else 0.0


def _known(around: Plane, piece: Plane) -> float:
    best = float(cv2.minMaxLoc(cv2.matchTemplate(around, piece, cv2.TM_CCOEFF_NORMED))[1])
    return float(np.clip((best - _CHANCE) / (_SAME - _CHANCE), 0.0, 1.0))
