"""What two edits of a film are compared by: a perceptual hash and the times of each frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.media.film import Film
from studio.shots.analyse import Analysis
from studio.shots.structure import Floats, Whole

Times = NDArray[np.float64]
Hashes = NDArray[np.uint64]
Bits = NDArray[np.uint8]

# Below this share of the range between its dark and its light a picture has no structure that a
# hash could tell: black, white, a fog.
_FAINT = 0.02
# Above this share the grade can be told from a frame.
_PLENTY = 0.2
_FIVES = np.uint64(0x5555555555555555)
_THREES = np.uint64(0x3333333333333333)
_FIFTEENS = np.uint64(0x0F0F0F0F0F0F0F0F)
_ONES = np.uint64(0x0101010101010101)


@dataclass(frozen=True, slots=True)
class Prints:
    """The frames of one edit, in order; all arrays have n entries but `starts`, which has n + 1.

    `starts` are seconds from the first frame, the last entry is where the film ends; `middles`
    the middle of each frame. `plain`: frames that show nothing to be recognised by. `loud`
    float32 (n,): how loud the sound is while the frame is shown, 0 to 1; empty without sound.
    `contrast` float32 (n,): the range between dark and light, 0 to 1: it tells where in a fade a
    frame stands; `level` the same as the new edit shows it, 0 throughout until that is known.
    """

    hashes: Hashes
    starts: Times
    middles: Times
    plain: NDArray[np.bool_]
    loud: Floats
    contrast: Floats
    level: Floats

    def __len__(self) -> int:
        return len(self.hashes)

    @property
    def step(self) -> float:
        """The usual length of a frame in seconds."""
        return float(np.median(np.diff(self.starts)))

    def unlevelled(self) -> Prints:
        """Before anything is known of the grade."""
        return replace(self, level=np.zeros_like(self.contrast))

    def at(self, seconds: Times) -> NDArray[np.int64]:
        """The number of the frame shown at each time; -1 before the first and after the last."""
        found = np.searchsorted(self.starts, seconds, side="right") - 1
        return np.where(found < len(self), found, -1)


def prints(film: Film, analysis: Analysis, peaks: Floats) -> Prints:
    """What `analysis` knows of `film`.

    `peaks` as `studio.media.sound.peaks` gives them, (0, 2) without sound.
    """
    base = float(film.video.time_base)
    first = film.video.first_pts
    starts = (np.append(analysis.pts, analysis.stop) - first).astype(np.float64) * base
    poor = (analysis.measures["flat"] > 0) | (analysis.measures["contrast"] < _FAINT)
    contrast = np.asarray(analysis.measures["contrast"], np.float32)
    return Prints(
        analysis.hashes,
        starts,
        (starts[:-1] + starts[1:]) / 2,
        np.asarray(poor, np.bool_),
        _loudness(peaks, starts, float(film.duration)),
        contrast,
        np.zeros_like(contrast),
    )


def levelled(old: Prints, new: Prints, was: Whole, now: Whole) -> tuple[Prints, Prints]:
    """Both with their levels: by how much the grade changed, the alike frames `was`, `now` say."""
    ratio = new.contrast[now] / np.maximum(old.contrast[was], _FAINT)
    telling = old.contrast[was] > _PLENTY
    gain = float(np.median(ratio[telling]).round(3)) if telling.any() else 1.0
    level = np.asarray(np.minimum(old.contrast * gain, 1.0), np.float32)
    return replace(old, level=level), replace(new, level=new.contrast)


def _loudness(peaks: Floats, starts: Times, duration: float) -> Floats:
    """The square root of the largest peak within each frame: quiet sound tells as loud does."""
    if not len(peaks):
        return np.zeros(0, np.float32)
    height = np.sqrt(np.abs(peaks).max(axis=1))
    per_second = len(peaks) / max(duration, 1e-6)
    rows = np.clip((starts[:-1] * per_second).astype(np.int64), 0, len(peaks) - 1)
    beyond = np.clip(np.ceil(starts[1:] * per_second).astype(np.int64), rows + 1, len(peaks))
    highest = height[rows].copy()
    for step in range(1, int((beyond - rows).max())):
        highest = np.maximum(highest, height[np.minimum(rows + step, beyond - 1)])
    return np.asarray(highest, np.float32)


def signs(hashes: Hashes) -> Floats:
    """(n, 64) of -1 and 1: the product of two rows is 64 less twice the bits that differ."""
    bits = np.unpackbits(hashes.astype(">u8").view(np.uint8).reshape(-1, 8), axis=1)
    return bits.astype(np.float32) * 2 - 1


def differing(first: NDArray[Any], second: NDArray[Any]) -> Bits:
    """How many of 64 bits differ, element by element."""
    bits = np.bitwise_xor(first, second)
    bits = bits - ((bits >> np.uint64(1)) & _FIVES)
    bits = (bits & _THREES) + ((bits >> np.uint64(2)) & _THREES)
    bits = (bits + (bits >> np.uint64(4))) & _FIFTEENS
    return np.asarray((bits * _ONES) >> np.uint64(56), np.uint8)
