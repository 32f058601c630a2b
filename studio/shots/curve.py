"""The cut curve: for each frame, how surely a new picture begins with it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from studio.shots.structure import Floats, Structure, Whole

# Weights of structure, changed blocks, colour histogram and novelty in the change of one step.
_WEIGHTS = (0.30, 0.15, 0.20, 0.35)
# A histogram rarely changes by more than two thirds even at a cut.
_HISTOGRAM_GAIN = 1.5
# A flash, a light or an exposure step gives the same structure back; below the first value of the
# structure that stays changed it is one, above the second it is none.
_RETURNS = (0.04, 0.20)
# How long (seconds) a flash may last, and how far around a step its neighbours are looked at.
_FLASH = 0.125
_AROUND = 0.25
# Steps below this are repeated frames (animation on twos, pulldown) and say nothing of motion; but
# where fewer than this share of the neighbours move, these are cuts and flashes, not motion.
_REPEATED = 0.02
_MOVING_SHARE = 0.25
_MOTION = 0.9
# Where the curve is as high as this it is asked whether the picture comes back after a flash that
# a moving camera did not wait for: surely not and surely so, and what such a height is worth less.
_SUSPICIOUS = 0.15
_COMES_BACK = (0.75, 0.95)
_DOUBTED = 0.4


def cut_curve(steps: Mapping[str, Floats], structure: Structure, rate: float) -> Floats:
    """(n,) float32, 0 to 1, rounded to 4 places; 0 for the first frame.

    `steps` holds blocks, histogram and novelty for each frame against the one before; `rate` is
    frames a second.
    """
    count = len(structure)
    at = np.arange(count)
    change = structure.distance(at - 1, at)
    lasting = _lasting(structure, at, max(2, round(_FLASH * rate)))
    share = structure.active
    blocks = np.minimum(1.0, steps["blocks"] / share)
    histogram = np.minimum(1.0, steps["histogram"] / share * _HISTOGRAM_GAIN)
    novelty = steps["novelty"]
    parts = (np.clip(np.minimum(change, lasting), 0, 1), blocks, histogram, novelty)
    step = np.zeros(count, np.float32)
    for weight, part in zip(_WEIGHTS, parts, strict=True):
        step += weight * part
    # What changes only in a part of the picture is a thing that moves.
    step = step * (0.6 + 0.4 * np.maximum(blocks, novelty))
    low, high = _RETURNS
    step = step * np.clip((lasting - low) / (high - low), 0, 1)
    usual = _usual(step, max(4, round(_AROUND * rate)))
    curve = np.maximum(0.0, step - _MOTION * usual)
    curve[:1] = 0.0
    reach = max(2, round(_FLASH * rate))
    curve *= _unless_it_returns(curve, structure, reach)
    return np.asarray(np.round(curve, 4), np.float32)


def _unless_it_returns(curve: Floats, structure: Structure, reach: int) -> Floats:
    """1, and less where the picture of before comes back within `reach` frames, moved or not."""
    factor = np.ones(len(curve), np.float32)
    at = np.flatnonzero(curve > _SUSPICIOUS)
    if len(at):
        pairs = [structure.same(at - 1, at + lag) for lag in range(1, reach + 1)]
        pairs += [structure.same(at - 1 - lag, at) for lag in range(1, reach + 1)]
        low, high = _COMES_BACK
        back = np.clip((np.max(pairs, axis=0) - low) / (high - low), 0, 1)
        factor[at] = 1.0 - _DOUBTED * back
    return factor


def _lasting(structure: Structure, at: Whole, reach: int) -> Floats:
    """The least change that is left between either side of a step and up to `reach` beyond."""
    ahead = [structure.distance(at - 1, at + lag) for lag in range(1, reach + 1)]
    behind = [structure.distance(at - 1 - lag, at) for lag in range(1, reach + 1)]
    return np.asarray(np.min(ahead + behind, axis=0), np.float32)


def _usual(step: Floats, reach: int) -> Floats:
    """The median of the neighbours' steps: how much moves here anyway, 0 where little does."""
    padded = np.pad(step.astype(np.float64), reach, constant_values=np.nan)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).copy()
    around[:, reach] = np.nan
    around[around < _REPEATED] = np.nan
    counted = np.sum(~np.isnan(around), axis=1)
    # NaN sorts to the end, so the median of the rest stands at half of their number.
    around.sort(axis=1)
    middle = np.maximum(counted - 1, 0)
    rows = np.arange(len(around))
    median = (around[rows, middle // 2] + around[rows, (middle + 1) // 2]) / 2
    return np.asarray(np.where(counted >= _MOVING_SHARE * 2 * reach, median, 0.0), np.float32)
