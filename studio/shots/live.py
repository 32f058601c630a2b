"""The part of a frame that shows something: without letterbox and pillarbox bars."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from studio.core.geometry import Rect

#: Luma up to here is a bar; broadcast black is 16 before it is expanded, coding noise a few more.
_BLACK = 14
#: So much of the first row inside must be lighter, or it is a dark picture and no bar.
_LIVE = 0.3
_STEP = 3


def live_area(picture: npt.NDArray[np.uint8]) -> Rect:
    """Of a uint8 (h, w, 3) picture: without letterbox and pillarbox bars, in whole pixels.

    Bars are black, come in pairs of about the same width, and end at a row that is mostly lit:
    the dark surround of a night scene is no bar.
    """
    height, width = picture.shape[:2]
    luma = np.maximum(np.maximum(picture[..., 0], picture[..., 1]), picture[..., 2])
    top, bottom = _pair(luma)
    left, right = _pair(luma[top : height - bottom].T)
    return Rect(left, top, width - left - right, height - top - bottom)


def _pair(luma: npt.NDArray[np.uint8]) -> tuple[int, int]:
    """The rows of black above and below, both 0 where they are no bars."""
    dark = np.percentile(luma, 98, axis=1) <= _BLACK
    if dark.all():
        return 0, 0
    rows = len(dark)
    first, last = int(np.argmin(dark)), int(np.argmin(dark[::-1]))
    if not first or not last or abs(first - last) > max(3, rows // 40) or first + last > rows // 2:
        return 0, 0
    for bar, inside in (
        (luma[:first], luma[first : first + 4]),
        (luma[rows - last :], luma[rows - last - 4 : rows - last]),
    ):
        # Against the bar itself, not against a level: night scenes are hardly lighter.
        if (inside > int(np.median(bar)) + _STEP).mean() < _LIVE:
            return 0, 0
    # Two more: the edge rows are often half black from scaling.
    return first + 2, last + 2
