"""How far a burned film is from its master where no caption stands."""

from __future__ import annotations

import math
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

# Captions of two languages stay in the lowest part of the picture.
_ABOVE = 0.6
_STEP = 5


def psnr(master: Path, burned: Path) -> float:
    """Decibels of luma above the captions, every fifth picture, errors summed over the film.

    Raises ValueError where the films differ in the number of pictures.
    """
    total, count = 0.0, 0
    with av.open(str(master)) as one, av.open(str(burned)) as other:
        one.streams.video[0].thread_type = other.streams.video[0].thread_type = "AUTO"
        pairs = zip(one.decode(video=0), other.decode(video=0), strict=True)
        for number, (left, right) in enumerate(pairs):
            if number % _STEP == 0:
                apart = _luma(left) - _luma(right)
                total += float(np.square(apart).sum())
                count += apart.size
    return 10 * math.log10(255 * 255 * count / total) if total else math.inf


def _luma(frame: av.VideoFrame) -> NDArray[np.float32]:
    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)
    return np.asarray(rows[: int(plane.height * _ABOVE), : plane.width], np.float32)
