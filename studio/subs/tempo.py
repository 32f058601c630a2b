"""Whether one track is a shifted or faster version of another's times: offset and speed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from studio.subs.cue import Track

Signal = npt.NDArray[np.float64]

# Film played as PAL and back, NTSC pulled down and back, and the two together.
SPEEDS = tuple(
    map(Fraction, ("1", "25/24", "24/25", "1001/1000", "1000/1001", "1001/960", "960/1001"))
)
_STEP = 50  # ms: the grid on which the tracks are laid over each other
_LONGEST = 6 * 3600 * 1000  # ms looked at; later cues follow the same offset
_FEWEST = 6
_BETTER = 1.25
_NEAR = 600  # ms: starts that near to each other belong together when the offset is refined
_LONG_ENOUGH = 120_000  # ms of film below which no line is laid through the times
_SNAP = 0.0006  # how near a measured speed must come to a known one
_STEADY = 60  # ms: a smaller offset is how people set cues, not a shift


@dataclass(frozen=True, slots=True)
class Tempo:
    """A time of one track lies at `time × speed + offset` (milliseconds) in the other."""

    offset: int
    speed: Fraction

    def moved(self, ms: int) -> int:
        """A time carried over, in whole milliseconds."""
        if self.speed == 1:
            return ms + self.offset
        return round(ms * self.speed) + self.offset


SAME = Tempo(0, Fraction(1))


def tempo_between(a: Track, b: Track) -> Tempo:
    """How b's times become a's. `SAME` unless another offset and speed fit clearly better."""
    ours, theirs = _edges(a), _edges(b)
    if min(len(a.cues), len(b.cues)) < _FEWEST or not len(ours) or not len(theirs):
        return SAME
    same_score = _score(ours, theirs, SAME)
    best, best_score = SAME, same_score
    reference = _laid(ours)
    for speed in SPEEDS:
        for offset in _likely_offsets(reference, theirs * float(speed)):
            tempo = _refined(ours, theirs, Tempo(offset, speed))
            score = _score(ours, theirs, tempo)
            if score > best_score + 1e-9:
                best, best_score = tempo, score
    if best_score < max(0.35, _BETTER * same_score):
        return _settled(ours, theirs)
    return best


def fitted(rough: Tempo, of_a: list[int], of_b: list[int]) -> Tempo:
    """The tempo that the matching times of two tracks (ms) agree on, near a rough one.

    The speed is the known one nearest to the straight line through them, else the rough one's.
    """
    if len(of_a) < 2 * _FEWEST:
        return rough
    x, y = np.array(of_b, dtype=np.float64), np.array(of_a, dtype=np.float64)
    away = y - x * float(rough.speed)
    close = np.abs(away - np.median(away)) < _NEAR * 2
    x, y = x[close], y[close]
    speed = rough.speed
    if len(x) >= 2 * _FEWEST and np.ptp(x) > _LONG_ENOUGH:
        slope = float(np.polyfit(x - x.mean(), y, 1)[0])
        nearest = min(SPEEDS, key=lambda known: abs(float(known) - slope))
        speed = nearest if abs(float(nearest) - slope) < _SNAP else speed
    away = y - x * float(speed)
    middle = float(np.median(away))
    offset = round(float(np.mean(away[np.abs(away - middle) < _NEAR])))
    return SAME if speed == 1 and abs(offset) < _STEADY else Tempo(offset, speed)


def _settled(ours: Signal, theirs: Signal) -> Tempo:
    """No shift, or a small one where all cues agree on it."""
    refined = _refined(ours, theirs, SAME)
    small = abs(refined.offset) < _STEADY
    better = _score(ours, theirs, refined) > _BETTER * _score(ours, theirs, SAME)
    return SAME if small or not better else refined


def _edges(track: Track) -> Signal:
    """Starts and ends in milliseconds, in order, each once."""
    times = {ms for cue in track.cues if cue.end >= cue.start for ms in (cue.start, cue.end)}
    return np.array(sorted(ms for ms in times if abs(ms) < _LONGEST), dtype=np.float64)


def _laid(edges: Signal) -> Signal:
    """The edges as soft bumps on a grid of `_STEP`, from the time 0."""
    size = int(_LONGEST // _STEP) + 8
    used = edges[(edges >= 0) & (edges < _LONGEST)]
    grid = np.zeros(min(size, int(used.max(initial=0) // _STEP) + 8))
    np.add.at(grid, np.rint(used / _STEP).astype(np.int64) + 2, 1.0)
    kernel = np.array([0.25, 0.7, 1.0, 0.7, 0.25])
    return np.convolve(grid, kernel, mode="same")


def _likely_offsets(reference: Signal, edges: Signal) -> list[int]:
    """The offsets (ms) at which most edges fall together, best three of them."""
    other = _laid(edges)
    size = 1 << (len(reference) + len(other)).bit_length()
    product = np.fft.rfft(reference, size) * np.conj(np.fft.rfft(other, size))
    matches = np.fft.irfft(product, size)
    found: list[int] = []
    for _ in range(3):
        peak = int(np.argmax(matches))
        found.append((peak if peak < len(reference) else peak - size) * _STEP)
        for place in range(peak - 6, peak + 7):
            matches[place % size] = 0.0
    return found


def _nearest(ours: Signal, moved: Signal) -> Signal:
    """For each moved edge the signed distance (ms) to the nearest of ours."""
    place = np.clip(np.searchsorted(ours, moved), 1, len(ours) - 1) if len(ours) > 1 else None
    if place is None:
        alone: Signal = ours[0] - moved
        return alone
    before, after = ours[place - 1] - moved, ours[place] - moved
    nearest: Signal = np.where(np.abs(before) < np.abs(after), before, after)
    return nearest


def _refined(ours: Signal, theirs: Signal, tempo: Tempo) -> Tempo:
    """The offset set to where the matching edges agree, twice, closing in."""
    offset = tempo.offset
    for reach in (_NEAR, _NEAR / 2):
        away = _nearest(ours, theirs * float(tempo.speed) + offset)
        close = away[np.abs(away) <= reach]
        if not len(close):
            break
        offset += round(float(np.median(close)))
    return Tempo(int(offset), tempo.speed)


def _score(ours: Signal, theirs: Signal, tempo: Tempo) -> float:
    """0 to 1: how many edges of the shorter track meet one of the longer, and how closely."""
    moved = theirs * float(tempo.speed) + tempo.offset
    few, many = (moved, ours) if len(moved) <= len(ours) else (ours, moved)
    away = np.abs(_nearest(many, few))
    return float(np.mean(np.clip(1.0 - away / 400.0, 0.0, 1.0)))
