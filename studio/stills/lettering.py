"""Lettering that is part of the picture: titles, credits, burnt-in subtitles."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.core.geometry import Rect

Table = NDArray[np.int64]

# Sizes are in pixels of a picture this wide.
_WIDTH = 640
_KERNEL = 17
# A stroke stands out from what is within the kernel around it by this much luma.
_STANDS_OUT = 70
_HEIGHTS = (4, 44)
# A line is so many pieces of like height on one base line, not far apart, of one brightness.
_PIECES = 7
_LIKE_HEIGHT = 0.30
_BASE_SHIFT = 0.22
_GAP = 1.8
_BRIGHTNESS = 14.0
# Pieces that are looked at: a picture with more is foliage or grain.
_MOST = 1500


def lettering(bgr: NDArray[np.uint8]) -> tuple[Rect, ...]:
    """Lines of lettering in a (h, w, 3) BGR picture, as parts (0 to 1) of it, from the top.

    Finds level lines of light or dark strokes; large display titles and slanted lines it misses.
    """
    grey = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), np.uint8)
    height = max(1, round(grey.shape[0] * _WIDTH / grey.shape[1]))
    grey = np.asarray(cv2.resize(grey, (_WIDTH, height), interpolation=cv2.INTER_AREA), np.uint8)
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (_KERNEL, _KERNEL))
    found: list[Rect] = []
    for operation in (cv2.MORPH_TOPHAT, cv2.MORPH_BLACKHAT):
        stands = np.asarray(cv2.morphologyEx(grey, operation, kernel), np.uint8)
        for box in _lines(*_pieces(stands, grey)):
            x, y, right, bottom = (int(value) for value in box)
            found.append(Rect(x / _WIDTH, y / height, (right - x) / _WIDTH, (bottom - y) / height))
    return tuple(sorted(found, key=lambda line: (line.y, line.x)))


def _pieces(stands: NDArray[np.uint8], grey: NDArray[np.uint8]) -> tuple[Table, Table]:
    """Boxes (x, y, right, bottom) of stroke-like pieces, left to right, and their brightness."""
    marks = (stands > _STANDS_OUT).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
    table = np.asarray(stats, np.int64)
    total = np.bincount(labels.ravel(), grey.ravel(), minlength=count)
    x, y, width, height, area = table.T
    good = (height >= _HEIGHTS[0]) & (height <= _HEIGHTS[1]) & (width <= 3 * height)
    good[0] = False
    if good.sum() > _MOST:
        good[:] = False
    order = np.flatnonzero(good)
    order = order[np.lexsort((y[order], x[order]))]
    boxes = np.stack([x, y, x + width, y + height], axis=1)[order]
    return boxes, (total[order] / area[order]).astype(np.int64)


def _lines(boxes: Table, brightness: Table) -> list[Table]:
    """The bounds of each line that the pieces make; a piece stands in one line only."""
    lines = []
    free = np.ones(len(boxes), bool)
    for first in range(len(boxes)):
        if not free[first]:
            continue
        members = _line_from(first, boxes, brightness, free)
        if len(members) >= _PIECES:
            free[members] = False
            part = boxes[members]
            lines.append(np.concatenate([part[:, :2].min(axis=0), part[:, 2:].max(axis=0)]))
    return lines


def _line_from(first: int, boxes: Table, brightness: Table, free: NDArray[np.bool_]) -> list[int]:
    """The pieces that go on to the right from `first`."""
    members = [first]
    tall = int(boxes[first, 3] - boxes[first, 1])
    like = free & (np.abs(boxes[:, 3] - boxes[:, 1] - tall) <= max(1.0, _LIKE_HEIGHT * tall))
    like &= np.abs(boxes[:, 3] - boxes[first, 3]) <= max(1.0, _BASE_SHIFT * tall)
    like &= np.abs(brightness - brightness[first]) <= _BRIGHTNESS
    for at in np.flatnonzero(like).tolist():
        gap = boxes[at, 0] - boxes[members[-1], 2]
        if at > first and gap >= -1:
            if gap > _GAP * tall:
                break
            members.append(at)
    return members
