"""What the eye goes to in a picture: the spectral residual of Hou and Zhang (CVPR 2007)."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.geometry import Rect, Size

#: The method looks at pictures of this size.
_SIDE = 64

Map = npt.NDArray[np.float32]


def salience(picture: npt.NDArray[np.uint8]) -> Map:
    """(64, 64), 0 to 1: how much each part of an RGB picture stands out."""
    small = cv2.resize(picture, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    planes = cv2.cvtColor(small, cv2.COLOR_RGB2Lab).astype(np.float32)
    total = np.zeros((_SIDE, _SIDE), np.float32)
    for plane in cv2.split(planes):
        total += _residual(np.asarray(plane, np.float32))
    soft = np.asarray(cv2.GaussianBlur(total, (0, 0), 2.5), np.float32)
    top = float(np.percentile(soft, 99))
    return np.clip(soft / top, 0, 1).astype(np.float32) if top > 1e-6 else np.zeros_like(soft)


def _residual(plane: Map) -> Map:
    if float(plane.std()) < 0.5:
        return np.zeros_like(plane)
    wave = np.fft.fft2(plane - plane.mean())
    log = np.log(np.abs(wave) + 1e-6).astype(np.float32)
    rest = log - cv2.blur(log, (3, 3))
    back = np.fft.ifft2(np.exp(rest + 1j * np.angle(wave)))
    return np.asarray(np.abs(back) ** 2 * float(plane.std()), np.float32)


def seen_in(found: Map, box: Rect, size: Size) -> float:
    """What stands out most in a box of pixels of a picture of `size`: the 95th percentile."""
    part = box.scaled(_SIDE / size.width, _SIDE / size.height)
    x, y = max(0, int(part.x)), max(0, int(part.y))
    inside = found[y : max(y + 1, round(part.bottom)), x : max(x + 1, round(part.right))]
    return round(float(np.percentile(inside, 95)), 3) if inside.size else 0.0
