"""Where a frame draws the eye and where it is calm, for batches of frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.shots.looking import GRID, NEAR_TIMES, Bytes, Close, area_scaled

Floats = NDArray[np.float32]

# Mean rise (of 255) at which a region's calmness has fallen to 37 %: lettering over it starts to
# fight with the picture.
_BUSY_EDGE = 8.0
# Added to what rises far, so that a frame with next to nothing counts as soft, not as anything.
_GROUND = 0.3
# Edges along one way that are fewer than this share of those along the other say nothing.
_ENOUGH = 0.2


@dataclass(frozen=True, slots=True)
class Maps:
    """Of n frames. `calm` uint8 (n, 9, 16), 255 is empty and flat; `sharpness` float32 (n,), 0 to
    1: how much of an edge's rise one sample does where the eye is drawn, along the way, across or
    down, on which it is softer; `across`, `down` float32 (n,): the same along either; `fullness`
    float32 (n,), how evenly edges fill the frame: low for a line of lettering on nothing.
    """

    calm: Bytes
    sharpness: Floats
    across: Floats
    down: Floats
    fullness: Floats


def maps(looks: Sequence[Close]) -> Maps:
    """The maps of frames of one film (all of one orientation)."""
    near = np.stack([look.near for look in looks]).astype(np.float32) / NEAR_TIMES
    far = np.stack([look.far for look in looks]).astype(np.float32)
    edge = np.hypot(near[:, 0], near[:, 1])
    small = [area_scaled(look.luma, edge.shape[:0:-1]) for look in looks]
    eye = salience(np.stack(small).astype(np.float32))
    # Of (n, 2, h, w) rises, seen as the eye (n, h, w) sees them.
    rise = (far * eye[:, None]).sum(axis=(2, 3))
    share = (near * eye[:, None]).sum(axis=(2, 3)) / (rise + _GROUND)
    told = rise >= _ENOUGH * rise.max(axis=1, keepdims=True)
    softer = np.where(told, share, np.inf).min(axis=1).astype(np.float32)
    return Maps(_calm(edge, eye), softer, share[:, 0], share[:, 1], _fullness(edge))


def _fullness(edge: Floats) -> Floats:
    power = np.square(edge).mean(axis=(1, 2)) + 1.0
    return np.asarray(np.square(edge.mean(axis=(1, 2))) / power, np.float32)


def salience(luma: Floats) -> Floats:
    """Spectral residual (Hou and Zhang 2007) of (n, h, w) luma, each map summing to 1.

    Weighted gently towards the middle, where films put what matters.
    """
    spectrum = np.fft.rfft2(luma, axes=(1, 2))
    amplitude = np.log(np.abs(spectrum) + 1.0).astype(np.float32)
    residual = amplitude - np.stack([cv2.blur(one, (3, 3)) for one in amplitude])
    phase = spectrum / (np.abs(spectrum) + 1e-6)
    shape = (luma.shape[1], luma.shape[2])
    back = np.fft.irfft2(np.exp(residual) * phase, s=shape, axes=(1, 2)).astype(np.float32)
    power = np.stack([cv2.GaussianBlur(one * one, (0, 0), 2.5) for one in back])
    power *= _middle(shape)
    total = power.sum(axis=(1, 2), keepdims=True)
    return np.asarray(power / np.maximum(total, 1e-12), np.float32)


@cache
def _middle(shape: tuple[int, int]) -> Floats:
    y = np.linspace(-1, 1, shape[0], dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, shape[1], dtype=np.float32)[None, :]
    return np.asarray(np.exp(-(x * x + y * y) / 1.2), np.float32)


def _calm(edge: Floats, eye: Floats) -> Bytes:
    # Salience as a multiple of an even spread; up to the even share it does not disturb.
    drawn = np.clip(eye * (edge.shape[1] * edge.shape[2]) - 1.0, 0.0, 4.0) / 4.0
    calm = np.exp(-edge / _BUSY_EDGE) * (1.0 - 0.6 * drawn)
    size = GRID if edge.shape[2] >= edge.shape[1] else GRID[::-1]
    cells = np.stack([area_scaled(one, size) for one in calm])
    return np.asarray(np.clip(np.rint(cells * 255), 0, 255), np.uint8)
