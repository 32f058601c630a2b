"""How alike two frames are in structure, whatever their brightness and contrast."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.shots.looking import Bytes

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]

# Luma deviation (of 255) under which a picture counts as flat: noise has no structure.
_FLAT = 3.0
# A place that moves by less than this over the whole film is a letterbox bar or a watermark.
_STATIC_RANGE = 8
_LEAST_ACTIVE = 0.2
_CHUNK = 8192


class Structure:
    """The thumbs of a film, weighted so that bars and watermarks do not count.

    `active` is the share of the picture that ever changes, 1 where nearly nothing does.
    """

    def __init__(self, thumbs: Bytes) -> None:
        self._thumbs = thumbs
        flat = thumbs.reshape(len(thumbs), -1)
        moving = (flat.max(axis=0).astype(int) - flat.min(axis=0)) > _STATIC_RANGE
        if moving.mean() < _LEAST_ACTIVE:
            moving[:] = True
        self.active = float(moving.mean())
        self._pixels = np.ascontiguousarray(flat[:, moving])
        self._size = int(moving.sum())

    def __len__(self) -> int:
        return len(self._pixels)

    def rows(self, at: Whole) -> Floats:
        """Float luma of the active places of the frames `at`."""
        return self._pixels[np.clip(at, 0, len(self) - 1)].astype(np.float32)

    def distance(self, first: Whole, second: Whole) -> Floats:
        """1 − normalised correlation of frames by index, pairwise: 0 alike, 1 unlike, at most 2.

        Indexes beyond the film count as its first and last frame.
        """
        parts = [
            self._distance(first[at : at + _CHUNK], second[at : at + _CHUNK])
            for at in range(0, len(first), _CHUNK)
        ]
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def distance_moved(self, first: int, second: int) -> float:
        """The distance of two frames after the best shift by up to a sixth of the picture."""
        old, new = self._thumbs[first], self._thumbs[second]
        down, across = old.shape[0] // 6, old.shape[1] // 6
        inner = (slice(down, -down), slice(across, -across))
        there = cv2.minMaxLoc(cv2.matchTemplate(new, old[inner], cv2.TM_CCOEFF_NORMED))[1]
        back = cv2.minMaxLoc(cv2.matchTemplate(old, new[inner], cv2.TM_CCOEFF_NORMED))[1]
        return 1.0 - max(float(there), float(back))

    def _distance(self, first: Whole, second: Whole) -> Floats:
        a, b = self.rows(first), self.rows(second)
        a -= a.mean(axis=1, keepdims=True)
        b -= b.mean(axis=1, keepdims=True)
        power_a = np.einsum("ij,ij->i", a, a) / self._size
        power_b = np.einsum("ij,ij->i", b, b) / self._size
        shared = np.einsum("ij,ij->i", a, b) / self._size
        ground = _FLAT * _FLAT
        alike = (shared + ground) / np.sqrt((power_a + ground) * (power_b + ground))
        return np.asarray(1.0 - alike, np.float32)
