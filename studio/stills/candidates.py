"""Which frames may become stills, and the best few of each shot."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.shots.analyse import Analysis
from studio.shots.detect import Detection
from studio.shots.structure import Floats

# Frames kept away from a transition, and from a hard cut (whose neighbours are sometimes blended).
_FROM_TRANSITION = 3
_FROM_CUT = 3
# The ends of a dissolve are hard to see, and found too far within: so much of its length more.
_MORE = 0.2
# With no more doubt than this a dissolve counts here also where a cut or a fade outranked it.
_SURE = 0.3
# A shot shorter than this gives its middle frame.
_SHORT = 8
# A shot with fewer frames that were looked at closely offers all of them.
_FEW = 6
# Hashes that differ in fewer bits show the same look; within a shot, where a small move already
# turns some bits, the same picture.
SAME_LOOK = 14
_SAME_PICTURE = 22
# Below this fullness a frame is a line of lettering on nothing.
_EMPTY = 0.06


def usable(analysis: Analysis, detection: Detection) -> NDArray[np.bool_]:
    """Which frames are neither flat nor in or beside a transition or a cut.

    Those that were not looked at closely in the pass are left out where their shot has enough that
    were, and nearly empty ones where the film has others.
    """
    good = _clear(analysis, detection)
    close = good & analysis.measured
    shots = shots_of(analysis, detection)
    few = np.bincount(shots[close], minlength=len(detection.shots)) < _FEW
    good &= analysis.measured | few[shots]
    full = good & (analysis.measures["fullness"] >= _EMPTY)
    return full if full.any() else good


def _clear(analysis: Analysis, detection: Detection) -> NDArray[np.bool_]:
    good = analysis.measures["flat"] < 0.5
    for shot in detection.shots:
        first, stop = _frames(analysis, shot.start, shot.end)
        if stop - first < _SHORT:
            middle = (first + stop) // 2
            good[first:middle] = False
            good[middle + 1 : stop] = False
            continue
        good[first : first + (_FROM_CUT if first else 0)] = False
        good[stop - _FROM_CUT : stop] = False
    changes = [
        (*_frames(analysis, one.start, one.end), _MORE if one.kind == "dissolve" else 0.0)
        for one in detection.transitions
    ]
    changes += [(one.start, one.stop, _MORE) for one in analysis.dissolves if one.residue <= _SURE]
    for first, stop, more in changes:
        away = max(_FROM_TRANSITION, round(more * (stop - first)))
        good[max(0, first - away) : stop + away] = False
    return np.asarray(good)


def shots_of(analysis: Analysis, detection: Detection) -> NDArray[np.int64]:
    """The number of the shot that each frame is in."""
    starts = np.array([shot.start for shot in detection.shots], np.int64)
    return np.searchsorted(starts, analysis.pts, side="right") - 1


def candidates(
    analysis: Analysis, detection: Detection, score: Floats, per_shot: int
) -> tuple[int, ...]:
    """Frame numbers, best first: up to `per_shot` of each shot that differ in look."""
    good = usable(analysis, detection)
    shots = shots_of(analysis, detection)
    # Ties go to the earlier frame, so that the order never hangs on the sort.
    order = np.lexsort((np.arange(len(score)), -score.astype(np.float64)))
    taken: dict[int, list[int]] = {}
    found = []
    for at in order[good[order]].tolist():
        mates = taken.setdefault(int(shots[at]), [])
        if len(mates) >= per_shot:
            continue
        if not any(same_look(analysis, at, mate, one_shot=True) for mate in mates):
            mates.append(at)
            found.append(at)
    return tuple(found)


def same_look(analysis: Analysis, first: int, second: int, *, one_shot: bool) -> bool:
    """Whether two frames are too alike to stand beside each other."""
    least = _SAME_PICTURE if one_shot else SAME_LOOK
    return bits_between(analysis, first, second) < least


def bits_between(analysis: Analysis, first: int, second: int) -> int:
    """In how many of 64 bits the perceptual hashes of two frames differ."""
    return (int(analysis.hashes[first]) ^ int(analysis.hashes[second])).bit_count()


def _frames(analysis: Analysis, start: int, end: int) -> tuple[int, int]:
    first, stop = np.searchsorted(analysis.pts, (start, end))
    return int(first), int(stop)
