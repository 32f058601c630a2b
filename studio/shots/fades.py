"""Fades to and from black or white: runs of flat frames with the ramps beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.shots.structure import Floats

# Luma (of 255) of a flat frame: its deviation is under the first, its mean outside the others.
_FLAT = 6.0
_BLACK, _WHITE = 20.0, 235.0
# Without its most unlike places (a logo, a line of type) it is under this.
_BARE = 3.0
# One with a ramp on one side only is under this at its flattest: it comes to no picture at all. A
# night or a bright sky that a dissolve leads to stays above it. Two ramps may meet before that, and
# a film may begin or end on the way.
_BAREST = 1.0
# What comes to hardly any picture (above this at its flattest) and is surely mixed once is a
# dissolve to or from a night. Of 78 fades in the glued films we tuned on all come below it.
_MIXED = 0.65
# A ramp has at least so many frames, is at most so long (seconds), and no step of it takes more
# than this share of the way: a single step that does is a cut to black.
_LEAST_RAMP = 3
_LONGEST = 4.0
_LARGEST_STEP = 0.5
# Luma by which a ramp may stand still or go back (noise, a repeated frame).
_SLACK = 0.4


@dataclass(frozen=True, slots=True)
class Fade:
    """Frames `start` to `stop` (not included); `flat` and `flat_stop` bound the flat run inside.

    A ramp is missing where the picture is cut to or from the flat run: then the bounds coincide.
    """

    start: int
    flat: int
    flat_stop: int
    stop: int


def is_flat(mean: Floats, spread: Floats) -> NDArray[np.bool_]:
    """Which frames are black or white and nothing else."""
    return np.asarray((spread < _FLAT) & ((mean < _BLACK) | (mean > _WHITE)))


def fades(mean: Floats, spread: Floats, rate: float) -> tuple[Fade, ...]:
    """All fades of a film, in order, none overlapping.

    From each frame's level of luma and its deviation but for the most unlike places, as
    `Structure.tone` gives them: a watermark does not hide a fade.
    """
    found: list[Fade] = []
    longest = max(_LEAST_RAMP, round(_LONGEST * rate))
    for start, stop in runs(is_flat(mean, spread) & (spread < _BARE)):
        level = float(np.median(mean[start:stop]))
        away = np.abs(mean - level) + spread
        before = _ramp(away[max(0, start - longest) : start + 1][::-1])
        after = _ramp(away[stop - 1 : stop + longest])
        first = start - before
        if found and first < found[-1].stop:
            first = min(start, found[-1].stop)
        ends = start == 0 or stop == len(spread)
        bare = spread[start:stop].min() < _BAREST
        if (before and after) or ((before or after) and (ends or bare)):
            found.append(Fade(first, start, stop, stop + after))
    return tuple(found)


def without_mixed(
    found: tuple[Fade, ...], mixed: Sequence[tuple[int, int]], spread: Floats
) -> tuple[Fade, ...]:
    """The fades but for those that are one dissolve, of the sure ones `mixed` (start, stop).

    What is led to black and from it again is two.
    """
    kept = []
    for fade in found:
        within = [one for one in mixed if fade.start < one[1] and one[0] < fade.stop]
        bare = spread[fade.flat : fade.flat_stop].min() < _MIXED
        if bare or len(within) != 1:
            kept.append(fade)
    return tuple(kept)


def runs(marks: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """(start, stop) of each unbroken run of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], marks, [False]]).astype(np.int8)))
    for start, stop in edges.reshape(-1, 2):
        yield int(start), int(stop)


def _ramp(away: Floats) -> int:
    """How many frames after the first of `away` rise steadily from it; 0 where there is no ramp."""
    if len(away) < 2:
        return 0
    rise = np.diff(away)
    held = np.flatnonzero(rise < _SLACK)
    # One frame may stand still in a ramp; two in a row, or a real fall, end it.
    length = len(rise)
    for at in held:
        if rise[at] < -_SLACK or at + 1 >= len(rise) or rise[at + 1] < _SLACK:
            length = int(at)
            break
    if length < _LEAST_RAMP:
        return 0
    way = float(away[length] - away[0])
    if way <= _FLAT or float(rise[:length].max()) > _LARGEST_STEP * way:
        return 0
    return length
