"""A first idea of another track's offset and speed, from where starts and ends fall together."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from studio.core.progress import SILENT, Progress
from studio.subs.aligning.clues import Clues
from studio.subs.aligning.fitting import SPEEDS
from studio.subs.tempo import SAME, Tempo

Floats = npt.NDArray[np.float64]

_LONGEST = 6 * 3600 * 1000.0  # ms looked at; later cues follow the same offset
_FINE, _COARSE = 50.0, 100.0  # ms: the grid on which the tracks are laid over each other
_LONG = 5_400_000.0  # ms from which the coarse grid does
_SOFT = 250.0  # ms: the spread of an edge, so that jittered ones still meet
_AROUND = 20_000.0  # ms about an offset, whose mean is what chance gives
_PEAKS = 3
_FREE = 0.1  # how far from 1 a speed of no known kind is looked for
_PART = 600_000.0  # ms of a track that tell it
_DRIFT = 350.0  # ms by which the ends of that part may miss


def likely_tempos(a: Clues, b: Clues, most: int) -> list[Tempo]:
    """The offsets at which the known speeds let most edges fall together, best first."""
    grid = _Grid(a, max(_reach(a), _reach(b) * float(max(SPEEDS))))
    tried = [one for speed in SPEEDS for one in grid.peaks(b, speed)]
    return _different(tried, b, most)


def free_tempos(a: Clues, b: Clues, most: int, progress: Progress = SILENT) -> list[Tempo]:
    """As `likely_tempos`, with any speed within a tenth of 1, told by ten minutes of b."""
    part = _part(b)
    grid = _Grid(a, max(_reach(a), _reach(part) * (1 + _FREE)))
    length = max(1.0, float(part.ends.max() - part.starts.min()))
    step = max(2 * _DRIFT / length, 2 * _FREE / 400)
    tried: list[tuple[float, Tempo]] = []
    for number, speed in enumerate(np.arange(1 - _FREE, 1 + _FREE, step)):
        if number % 20 == 0:
            progress.report(number * step / (2 * _FREE))
        tried += grid.peaks(part, Fraction(float(speed)).limit_denominator(100_000))
    return _different(tried, part, most)


def part_of(clues: Clues, first: int, last: int) -> Clues:
    """The cues at places `first:last`."""
    return Clues(
        clues.ids[first:last],
        clues.starts[first:last],
        clues.ends[first:last],
        clues.lengths[first:last],
        clues.marks[:, first:last],
        clues.words[first:last],
        clues.foreign[first:last],
    )


def _part(clues: Clues) -> Clues:
    """Ten minutes from the middle of a track."""
    middle = float(np.median(clues.starts))
    first, last = np.searchsorted(clues.starts, [middle - _PART / 2, middle + _PART / 2])
    return part_of(clues, int(first), max(int(last), int(first) + 1))


def _reach(clues: Clues) -> float:
    used = clues.ends[(clues.ends > 0) & (clues.ends < _LONGEST)]
    return float(used.max(initial=1000.0))


def _different(tried: list[tuple[float, Tempo]], b: Clues, most: int) -> list[Tempo]:
    """The best of those that put the cues at clearly different times."""
    ends = np.array([b.starts.min(), b.ends.max()])
    found: list[Tempo] = []
    for _, tempo in sorted(tried, key=lambda one: (-one[0], abs(one[1].offset))):
        here = ends * float(tempo.speed) + tempo.offset
        if all(np.abs(here - ends * float(x.speed) - x.offset).max() > 700.0 for x in found):
            found.append(tempo)
    found = found[:most]
    return found if SAME in found else [*found, SAME]


class _Grid:
    """One track's starts and ends as soft bumps on a grid of time, ready to be laid over."""

    def __init__(self, a: Clues, reach: float) -> None:
        self._step = _FINE if reach < _LONG else _COARSE
        self._length = int(min(reach, _LONGEST * 1.1) / self._step) + 32
        self._size = 1 << (2 * self._length).bit_length()
        width = np.arange(-4 * _SOFT, 4 * _SOFT + 1, self._step)
        self._bump = np.exp(-((width / _SOFT) ** 2) / 2)
        self._sides = [
            np.fft.rfft(np.convolve(self._laid(times), self._bump, "same"), self._size)
            for times in (a.starts, a.ends)
        ]

    def _laid(self, times: Floats) -> Floats:
        used = times[(times >= 0) & (times < self._length * self._step - self._step)]
        return np.bincount(
            np.rint(used / self._step).astype(np.int64), minlength=self._length
        ).astype(np.float64)

    def peaks(self, b: Clues, speed: Fraction) -> Iterator[tuple[float, Tempo]]:
        """How many edges meet beyond chance at the best offsets (ms) for one speed."""
        spectrum = np.zeros(self._size // 2 + 1, dtype=np.complex128)
        for side, times in zip(self._sides, (b.starts, b.ends), strict=True):
            spectrum += side * np.conj(np.fft.rfft(self._laid(times * float(speed)), self._size))
        matches = np.fft.irfft(spectrum, self._size)
        matches -= self._by_chance(matches)
        around = int(2 * _SOFT / self._step)
        for _ in range(_PEAKS):
            peak = int(np.argmax(matches))
            offset = (peak if peak < self._size // 2 else peak - self._size) * self._step
            yield float(matches[peak]), Tempo(round(offset), speed)
            matches[np.arange(peak - around, peak + around + 1) % self._size] = -np.inf

    def _by_chance(self, matches: Floats) -> Floats:
        """The mean about each offset, the ends joined."""
        half = min(int(_AROUND / self._step), self._size // 4)
        ring = np.concatenate((matches[-half:], matches, matches[:half]))
        summed = np.concatenate(([0.0], np.cumsum(ring)))
        mean: Floats = (summed[2 * half + 1 :] - summed[: -2 * half - 1]) / (2 * half + 1)
        return mean
