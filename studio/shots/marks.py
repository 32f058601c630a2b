"""Cuts that a person added or took away, applied to what was detected."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from studio.shots.detect import Detection
from studio.shots.shot import Shot, Transition
from studio.shots.structure import Floats, Whole


def marked(
    detection: Detection, added: Iterable[int], removed: Iterable[int], slack: int = 0
) -> Detection:
    """The detection with cuts at the PTS `added` and without those at `removed`.

    Detected cuts up to `slack` PTS away from a removed one go too, since a cut may be found a frame
    off at another sensitivity; so do those as near to an added one, which stands exactly. Marks at
    the film's start or outside of it change nothing.
    """
    if not detection.shots:
        return detection
    first, stop = detection.shots[0].start, detection.shots[-1].end
    own = {pts for pts in added if first < pts < stop}
    gone = {pts for pts in removed if pts > first} - own
    kinds = {
        shot.start: shot.kind
        for shot in detection.shots
        if shot.start == first or not _near(shot.start, own | gone, slack)
    }
    for pts in own:
        kinds[pts] = _kind_at(detection, pts)
    starts = sorted(kinds)
    ends = [*starts[1:], stop]
    shots = tuple(Shot(start, end, kinds[start]) for start, end in zip(starts, ends, strict=True))
    lost = [shot.start for shot in detection.shots if shot.start not in kinds]
    kept = tuple(one for one in detection.transitions if not _about(one, lost, starts))
    return replace(detection, shots=shots, transitions=kept)


def cut_before(detection: Detection, pts: int) -> int | None:
    """The PTS of the cut that begins the shot at `pts`; None in the first shot."""
    starts = [shot.start for shot in detection.shots[1:] if shot.start <= pts]
    return starts[-1] if starts else None


def cuts_within(detection: Detection, first: int, last: int) -> tuple[int, ...]:
    """The cuts between the shots that show `first` and `last`: without them these are one shot.

    The cuts around them stand, so that the joined shot begins and ends as its outer ones did.
    """
    low, high = sorted((shot_at(detection, first), shot_at(detection, last)))
    return tuple(shot.start for shot in detection.shots[low + 1 : high + 1])


def weaker_cut(detection: Detection, pts: Whole, curve: Floats, number: int) -> int | None:
    """Of the two cuts around shot `number` the one to take away, so that the stronger stays.

    `pts` and `curve` are the analysis': the height of the curve is a cut's strength; fades,
    dissolves and wipes are stronger than any cut. At the film's ends there is one cut only; None
    where the film is one shot. Of two equal ones the first goes.
    """
    shots = detection.shots
    around = [shots[at] for at in (number, number + 1) if 0 < at < len(shots)]
    if not around:
        return None

    def strength(shot: Shot) -> float:
        if shot.kind != "cut":
            return math.inf
        at = int(np.searchsorted(pts, shot.start, side="right")) - 1
        return round(float(curve[max(0, at)]), 4)

    return min(around, key=strength).start


def shot_at(detection: Detection, pts: int) -> int:
    """The number of the shot that shows `pts`; the first or last one outside of the film."""
    found = [number for number, shot in enumerate(detection.shots) if shot.start <= pts]
    return found[-1] if found else 0


def _near(pts: int, others: Iterable[int], slack: int) -> bool:
    return any(abs(pts - other) <= slack for other in others)


def _kind_at(detection: Detection, pts: int) -> str:
    """A cut that a person sets where one was found keeps its kind."""
    return next((shot.kind for shot in detection.shots if shot.start == pts), "cut")


def _about(one: Transition, lost: Iterable[int], kept: Iterable[int]) -> bool:
    """Whether a transition belonged to a cut that is gone."""

    def holds(pts: int) -> bool:
        return one.start <= pts <= one.end

    return any(holds(pts) for pts in lost) and not any(holds(pts) for pts in kept)
