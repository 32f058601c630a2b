"""How good each frame of a film is as a still: ranks within the film, combined."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from studio.core.geometry import Rect
from studio.shots.looking import Bytes
from studio.shots.structure import Floats

# What a still is judged by and how much each counts. Values cannot be compared between films, ranks
# can: the sharpest frame of a soft film is still its sharpest. Room replaces calm where boxes are
# given for the copy.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "sharpness": 0.26,
        "stillness": 0.14,
        "exposure": 0.16,
        "contrast": 0.12,
        "colour": 0.12,
        "fullness": 0.10,
        "calm": 0.10,
        "room": 0.50,
        "face": 0.12,
    }
)
# A frame among the worst of these is spoilt, whatever else it has; from these ranks on it is not.
_NEEDED = {"sharpness": 0.35, "exposure": 0.15, "stillness": 0.30}
# Copy needs a place that is this calm, whatever the film's other frames are like.
_CALM_ENOUGH = 0.8


def ranks(values: Mapping[str, Floats]) -> dict[str, Floats]:
    """For each measure the share (0 to 1) of the film's frames that each frame beats."""
    found = {}
    for name, value in values.items():
        order = np.sort(value)
        beaten = np.searchsorted(order, value, side="left")
        found[name] = np.asarray(np.round(beaten / max(1, len(value)), 4), np.float32)
    return found


def scores(ranked: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    """The score 0 to 1 of each frame, rounded, from the ranks of whichever measures are there."""
    used = [name for name in ranked if weights.get(name, 0) > 0]
    total = sum(weights[name] for name in used)
    count = len(next(iter(ranked.values())))
    score = np.zeros(count, np.float64)
    for name in used:
        score += weights[name] / total * ranked[name]
    for name, least in _NEEDED.items():
        if name in used:
            score *= 0.5 + 0.5 * np.minimum(1.0, ranked[name] / least)
    return np.asarray(np.round(score, 4), np.float32)


def roomy(score: Floats, room: Floats) -> Floats:
    """The scores, down to a quarter of them where the copy has too little `room` (0 to 1)."""
    enough = 0.25 + 0.75 * np.minimum(1.0, room / _CALM_ENOUGH)
    return np.asarray(np.round(score * enough, 4), np.float32)


def room_in(free: Bytes, box: Rect) -> Floats:
    """How calm (0 to 1) `box` (0 to 1 of the picture) is in each frame of `free`."""
    height, width = free.shape[1:]
    down = _overlap(height, box.y, box.bottom)
    across = _overlap(width, box.x, box.right)
    area = float(down.sum() * across.sum())
    if area <= 0:
        return np.zeros(len(free), np.float32)
    part = np.einsum("nhw,h,w->n", free.astype(np.float32), down, across, optimize=True)
    return np.asarray(np.round(part / area / 255, 4), np.float32)


def _overlap(cells: int, low: float, high: float) -> NDArray[np.float32]:
    """How much of each of `cells` equal cells lies between `low` and `high` (0 to 1)."""
    edges = np.linspace(0, 1, cells + 1)
    covered = np.minimum(edges[1:], high) - np.maximum(edges[:-1], low)
    return np.asarray(np.clip(covered * cells, 0, 1), np.float32)
