"""Two tracks laid beside each other: tempo and links help to find each other, in rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from studio.core.progress import SILENT, Progress, Span
from studio.subs.aligning.band import Times, band_of
from studio.subs.aligning.clues import Clues, shared_words
from studio.subs.aligning.doubts import doubted
from studio.subs.aligning.fitting import fit
from studio.subs.aligning.seeking import free_tempos, likely_tempos, part_of
from studio.subs.aligning.ways import Step, best_way, best_worth, plain_way
from studio.subs.aligning.weights import ALL, LONE, SIMPLE, Habits, Sides, learned, worths_of
from studio.subs.tempo import SAME, Tempo

Floats = npt.NDArray[np.float64]

_FEWEST = 6
_FEWEST_FREE = 20  # cues from which a speed of no known kind is looked for
_REACHES = (4000.0, 2500.0)  # ms: how far two cues may lie apart and still be looked at together
_TRIED, _TRIED_FREE = 5, 12
_SAMPLE = 300  # cues of b by which tempos are compared
_BEYOND = 10_000.0  # ms about them in which their partners are looked for
_ALIKE = 0.3  # share of the cues of the shorter track whose times are also the other's
_BETTER = 0.1  # gain by which a tempo must beat the times as they are
# From where a tempo is believed: real tracks of one film gain 7.7 to 9 a cue and link nearly all
# at the right one, 3 to 5.5 at wrong ones; tracks of two films link up to 0.76.
_GAIN, _LINKED = 6.5, 0.8
_ANEW = 120  # ms: a fit that moves times farther than this links once more


@dataclass(frozen=True, slots=True)
class Course:
    """The steps from the tracks' beginnings to their ends, and b's tempo in a."""

    steps: tuple[Step, ...]
    tempo: Tempo


def sought(a: Clues, b: Clues, progress: Progress = SILENT) -> Tempo | None:
    """A rough tempo: the one under which cues find their partners; None where there is none.

    Very short tracks, tracks that have nothing to do with each other, and tracks with the very
    same times have none.
    """
    progress.report(0.0)
    if min(len(a), len(b)) < _FEWEST or _cut_alike(a, b):
        return None
    known = _best_of(a, b, likely_tempos(a, b, _TRIED))
    if known.believed or min(len(a), len(b)) < _FEWEST_FREE:
        return known.tempo if known.believed else None
    free = _best_of(a, b, free_tempos(a, b, _TRIED_FREE, progress))
    return free.tempo if free.believed else None


def _cut_alike(a: Clues, b: Clues) -> bool:
    """Whether many cues have the same times to the millisecond, which is no accident."""
    ours = set(zip(a.starts.tolist(), a.ends.tolist(), strict=True))
    theirs = set(zip(b.starts.tolist(), b.ends.tolist(), strict=True))
    fewer = min(len(ours), len(theirs))
    return len(ours & theirs) >= max(min(3, fewer), _ALIKE * fewer)


@dataclass(frozen=True, slots=True)
class _Trial:
    """A tempo fitted to a stretch, the log likelihood it gains over no links at all, by cue of
    the shorter side, and the share of those cues that find a partner."""

    tempo: Tempo
    gain: float
    linked: float

    @property
    def believed(self) -> bool:
        return self.gain >= _GAIN and self.linked >= _LINKED


def _best_of(a: Clues, b: Clues, tempos: Sequence[Tempo]) -> _Trial:
    """The best of some tempos; the times as they are, unless another is clearly better."""
    ordered = sorted(tempos, key=lambda one: one != SAME)
    best = _tried(a, b, ordered[0])
    better = _BETTER if ordered[0] == SAME else 0.0
    for tempo in ordered[1:]:
        other = _tried(a, b, tempo)
        if other.gain > best.gain + better:
            best, better = other, 0.0
    return best


def _tried(a: Clues, b: Clues, tempo: Tempo) -> _Trial:
    """A tempo fitted to a stretch of the tracks, and what it is worth there."""
    first = max(0, (len(b) - _SAMPLE) // 2)
    some = part_of(b, first, first + _SAMPLE)
    span = some.starts[[0, -1]] * float(tempo.speed) + tempo.offset
    low = np.searchsorted(a.starts, span[0] - _BEYOND)
    high = np.searchsorted(a.starts, span[1] + _BEYOND)
    beside = part_of(a, int(low), min(int(high), int(low) + 2 * _SAMPLE))
    if not len(beside):
        return _Trial(tempo, 0.0, 0.0)
    for _ in range(2):
        sides = _sides(beside, some, tempo, _REACHES[0], words=False)
        steps = plain_way(sides.band, worths_of(sides, Habits(), SIMPLE))
        tempo = _fitted(beside, some, steps, tempo)
    sides = _sides(beside, some, tempo, _REACHES[0], words=False)
    worth = best_worth(sides.band, worths_of(sides, Habits(), SIMPLE))
    alone = LONE * (len(some) + len(beside))
    # Cues of a beyond the stretch are nobody's fault.
    fewer = min(len(some), len(beside))
    of = [one for one in steps if one.high_a > one.low_a and one.high_b > one.low_b]
    linked = max(
        sum(one.high_a - one.low_a for one in of) / len(beside),
        sum(one.high_b - one.low_b for one in of) / len(some),
    )
    return _Trial(tempo, (worth - alone) / fewer, linked)


def aligned(a: Clues, b: Clues, rough: Tempo | None, progress: Progress = SILENT) -> Course:
    """The best way to cut both tracks into links, and the tempo that their edges agree on.

    Without a rough tempo the times are taken as they are.
    """
    fitting = _fitted if rough is not None else _kept
    tempo, habits = rough or SAME, Habits()
    if len(a) and len(b):
        for reach in _REACHES:
            progress.report(0.0)
            sides = _sides(a, b, tempo, reach, words=reach == _REACHES[-1])
            steps = plain_way(sides.band, worths_of(sides, habits, SIMPLE))
            habits = learned(sides, _one_to_one(steps))
            tempo = fitting(a, b, steps, tempo)
    for last in (False, True):
        sides = _sides(a, b, tempo, _REACHES[-1], words=True)
        part = Span(progress, 0.5 if last else 0.1, 1.0 if last else 0.5, "")
        steps = best_way(sides.band, worths_of(sides, habits, ALL), part)
        fitted = fitting(a, b, steps, tempo)
        if _apart(b, tempo, fitted) < _ANEW:
            tempo = fitted
            break
        tempo = fitted
    return Course(tuple(doubted(sides, steps)), tempo)


def _apart(b: Clues, one: Tempo, other: Tempo) -> float:
    """How far (ms) two tempos put a cue of b apart at most."""
    if not len(b):
        return 0.0
    ends = np.array([b.starts.min(), b.ends.max()])
    away = ends * float(one.speed - other.speed) + (one.offset - other.offset)
    return float(np.abs(away).max())


def _sides(a: Clues, b: Clues, tempo: Tempo, reach: float, *, words: bool) -> Sides:
    speed = float(tempo.speed)
    moved = Times(b.starts * speed + tempo.offset, b.ends * speed + tempo.offset)
    band = band_of(Times(a.starts, a.ends), moved, reach)
    shared = shared_words(a, b, band) if words else np.zeros(band.size)
    return Sides(a, b, moved, band, shared)


def _one_to_one(steps: Sequence[Step]) -> list[tuple[int, int]]:
    return [
        (one.low_a, one.low_b)
        for one in steps
        if one.high_a - one.low_a == 1 and one.high_b - one.low_b == 1
    ]


def _fitted(a: Clues, b: Clues, steps: Sequence[Step], rough: Tempo) -> Tempo:
    """The tempo that the links' own starts and ends agree on."""
    of = [one for one in steps if one.high_a > one.low_a and one.high_b > one.low_b]
    if not of:
        return rough
    starts = np.array([(one.low_a, one.low_b) for one in of]).T
    ends = np.array([(one.high_a - 1, one.high_b - 1) for one in of]).T
    found = fit(
        np.concatenate((a.starts[starts[0]], a.ends[ends[0]])),
        np.concatenate((b.starts[starts[1]], b.ends[ends[1]])),
        rough.speed,
    )
    return rough if found is None else Tempo(round(found.offset), found.speed).settled


def _kept(a: Clues, b: Clues, steps: Sequence[Step], rough: Tempo) -> Tempo:
    """The tempo as it is."""
    return rough
