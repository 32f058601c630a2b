"""From the cached curve to shots and transitions, at any sensitivity and at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from studio.core.errors import BadValue
from studio.core.said import said
from studio.shots.dissolves import MOST_DOUBT, SURE, Dissolve
from studio.shots.fades import Fade
from studio.shots.shot import Shot, Transition
from studio.shots.structure import Floats, Whole

# The curve's threshold at the middle sensitivity, and by what it divides from 0.5 to 1.
_THRESHOLD = 0.33
_RANGE = 2.0
# The doubt a dissolve may be left with at the sensitivities 0, 0.5 and 1. What is accepted at all
# of them outranks cuts within it, jolts in a picture that is being mixed, but for plain ones.
_DOUBT = (SURE, 0.2, MOST_DOUBT)
_PLAIN = 0.55
# A shot of fewer frames is called short: kept, and left to a person to judge.
_SHORT = 8
# Of two steps this near to each other (frames) only the stronger is a cut.
_NEIGHBOURS = 2
# The outer share of a dissolve that a plain cut takes away: what it was seen over is the movement
# of the next shot, up to where that is cut. A cut further in says that nothing was mixed.
_OUTER = 0.25


@dataclass(frozen=True, slots=True)
class Detection:
    """The shots cover the film without gaps; the transitions are the gradual changes in it.

    `short_under`: a shot of less PTS than this has but a few frames; 0 when no shot is called so.
    """

    shots: tuple[Shot, ...]
    transitions: tuple[Transition, ...]
    short_under: int = 0

    def is_short(self, shot: Shot) -> bool:
        """Whether a shot has so few frames that a person had better look at it."""
        return shot.end - shot.start < self.short_under


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the pass over a film found, by frame number; thresholds have not been applied yet.

    `pts` has one entry more than there are frames: where the last one ends.
    """

    pts: Whole
    curve: Floats
    fades: tuple[Fade, ...]
    dissolves: tuple[Dissolve, ...]


def threshold(sensitivity: float) -> float:
    """The height of the curve that counts as a cut at `sensitivity` 0 to 1. Raises BadValue."""
    if not 0 <= sensitivity <= 1:
        raise BadValue(
            said("A sensitivity of {sensitivity} is out of bounds.", sensitivity=sensitivity),
            hint=said("Use 0 (few cuts) to 1 (many)."),
        )
    return float(_THRESHOLD * _RANGE ** (1 - 2 * sensitivity))


def detect(evidence: Evidence, sensitivity: float = 0.5) -> Detection:
    """The shots and transitions at `sensitivity` 0 to 1. Raises BadValue for any other."""
    least = threshold(sensitivity)
    doubt = float(np.interp(sensitivity, (0.0, 0.5, 1.0), _DOUBT))
    fades = evidence.fades
    outside = [
        cut
        for cut in _cuts(evidence.curve, min(least, _PLAIN))
        if not any(one.start < cut <= one.stop for one in fades)
    ]
    plain = [cut for cut in outside if evidence.curve[cut] > _PLAIN]
    within = [_between(one, plain) for one in evidence.dissolves]
    apart = [one for one in within if _stands(one, plain, fades)]
    sure = [one for one in apart if one.residue <= _DOUBT[0]]
    cuts = [
        cut
        for cut in outside
        if evidence.curve[cut] > least
        and (evidence.curve[cut] > _PLAIN or not any(_holds(one, cut) for one in sure))
    ]
    dissolves = [
        one for one in apart if one.residue <= doubt and not any(_holds(one, cut) for cut in cuts)
    ]
    dissolves = _merged(dissolves)
    count = len(evidence.curve)
    begins = {0: "first"}
    begins |= dict.fromkeys(cuts, "cut")
    begins |= {(one.start + one.stop) // 2: "dissolve" for one in dissolves}
    begins |= {at: kind for one in fades for at, kind in _borders(one, count)}
    return _detection(evidence.pts, begins, fades, dissolves)


def _cuts(curve: Floats, least: float) -> list[int]:
    found = []
    for at in np.flatnonzero(curve > least).tolist():
        around = curve[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
        # Of equals the first one counts.
        if at - max(0, at - _NEIGHBOURS) == int(np.argmax(around)):
            found.append(at)
    return found


def _between(one: Dissolve, plain: Sequence[int]) -> Dissolve:
    """A dissolve without its outer frames that lie at or beyond a plain cut."""
    start, stop = one.start, one.stop
    outer = _OUTER * (stop - start)
    for cut in (cut for cut in plain if _holds(one, cut)):
        if cut >= one.stop - outer:
            stop = min(stop, cut - _NEIGHBOURS - 1)
        elif cut <= one.start + outer:
            start = max(start, cut + _NEIGHBOURS + 1)
    # Of a short one too little is left to be one.
    return replace(one, start=start, stop=stop) if stop - start > 2 * outer else one


def _stands(one: Dissolve, plain: Sequence[int], fades: Sequence[Fade]) -> bool:
    """Whether neither a plain cut nor a fade speaks against a dissolve."""
    if any(fade.start < one.stop and one.start < fade.stop for fade in fades):
        return False
    return not any(_holds(one, cut) for cut in plain)


def _holds(one: Dissolve, cut: int) -> bool:
    return one.start - _NEIGHBOURS <= cut <= one.stop + _NEIGHBOURS


def _merged(found: Sequence[Dissolve]) -> list[Dissolve]:
    """Pieces that all but touch are one dissolve: a long one was seen in parts."""
    merged: list[Dissolve] = []
    for one in found:
        if merged and one.start - merged[-1].stop <= _NEIGHBOURS:
            last = merged.pop()
            stop = max(last.stop, one.stop)
            merged.append(Dissolve(last.start, stop, max(last.residue, one.residue)))
        else:
            merged.append(one)
    return merged


def _borders(fade: Fade, count: int) -> list[tuple[int, str]]:
    """Where a new shot begins in a fade, and how; none at either end of the film."""
    if fade.flat == 0 or fade.flat_stop >= count:
        return []
    if fade.start < fade.flat and fade.flat_stop < fade.stop:
        return [((fade.flat + fade.flat_stop) // 2, "fade")]
    if fade.start < fade.flat:
        return [(fade.flat_stop, "cut")]
    return [(fade.flat, "fade")]


def _detection(
    pts: Whole, begins: dict[int, str], fades: Sequence[Fade], dissolves: Sequence[Dissolve]
) -> Detection:
    count = len(pts) - 1
    starts = sorted(at for at in begins if at < count)
    stops = [*starts[1:], count]
    shots = tuple(
        Shot(int(pts[start]), int(pts[stop]), begins[start])
        for start, stop in zip(starts, stops, strict=True)
    )
    spans = [(one.start, one.stop, "fade") for one in fades]
    spans += [(one.start, one.stop, "dissolve") for one in dissolves]
    transitions = tuple(
        Transition(int(pts[start]), int(pts[min(stop, count)]), kind)
        for start, stop, kind in sorted(spans)
    )
    step = int(np.median(np.diff(pts))) if count else 0
    return Detection(shots, transitions, _SHORT * step)
