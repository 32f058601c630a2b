"""Whether two pictures show the same, wherever the camera has moved to between them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Plane = npt.NDArray[np.float32]

# The long side of what is compared; the part of one picture that is looked for in the other, as a
# share of its sides; and how much larger or smaller it may have become.
_SIDE = 48
_PART = 0.62
_ZOOMS = (1.0, 0.8, 1.25)
# Hue counts beside brightness: the same set-up by day and by night is not the same picture.
_COLOUR = 1.5
_SMALLEST = 4
# How many shades of brightness and of either colour a palette tells apart; from which common share
# on it speaks for the same set-up, and how much.
_SHADES = (8, 12, 12)
_RANGES = (0.0, 256.0, 90.0, 294.0, 90.0, 294.0)
_COMMON, _SPEAKS = 0.5, 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """What is kept of a picture for comparing: float32 (h, w, 3) of about 48 on the long side, and
    which share of it is of which colour.
    """

    small: Plane
    palette: Plane


def print_of(bgr: npt.NDArray[np.uint8]) -> Print:
    """Of a uint8 (h, w, 3) picture."""
    height, width = bgr.shape[:2]
    scale = _SIDE / max(height, width)
    size = (max(2 * _SMALLEST, round(width * scale)), max(2 * _SMALLEST, round(height * scale)))
    small = cv2.resize(bgr, size, interpolation=cv2.INTER_AREA)
    lab = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2Lab), np.float32)
    lab[..., 1:] *= _COLOUR
    count = cv2.calcHist([lab], [0, 1, 2], None, list(_SHADES), list(_RANGES))
    return Print(lab, np.asarray(count / lab[..., 0].size, np.float32))


def likeness(first: Print, second: Print) -> float:
    """-1 to 1.25: how well the middle of one is found in the other, moved or zoomed, and more where
    they are of the same colours.

    From about 0.85 on they are the same picture to whoever looks through a list, below about 0.55
    they have nothing to do with each other.
    """
    pattern = max(_found(first.small, second.small), _found(second.small, first.small))
    common = float(np.minimum(first.palette, second.palette).sum())
    return round(pattern + _SPEAKS * max(0.0, common - _COMMON), 3)


def _found(part_of: Plane, whole: Plane) -> float:
    height, width = part_of.shape[:2]
    high, wide = round(height * _PART), round(width * _PART)
    top, left = (height - high) // 2, (width - wide) // 2
    middle = part_of[top : top + high, left : left + wide]
    best = -1.0
    for zoom in _ZOOMS:
        size = (max(_SMALLEST, round(wide * zoom)), max(_SMALLEST, round(high * zoom)))
        if size[0] > whole.shape[1] or size[1] > whole.shape[0]:
            continue
        sought = middle if zoom == 1.0 else cv2.resize(middle, size, interpolation=cv2.INTER_LINEAR)
        match = cv2.matchTemplate(whole, sought, cv2.TM_CCOEFF_NORMED)
        # A flat part has no pattern to compare; OpenCV then gives 1 or infinity.
        if float(sought.std(axis=(0, 1)).max()) >= 1.0:
            best = max(best, float(np.clip(match, -1.0, 1.0).max()))
    return best
