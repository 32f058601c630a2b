"""Which cues of two tracks are looked at together: a band along the time, bounded in cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]

_MOST_CELLS, _WIDEST = 100_000, 32


@dataclass(frozen=True, slots=True)
class Band:
    """Cell (i, j): i cues of a and j of b are taken. Row i holds j from `lows[i]` to `highs[i]`.

    Cells lie one row after the other; row i begins at `begins[i]`; `size` is how many there are.
    `rows` and `columns` are each cell's i and j, shape (size,).
    """

    lows: tuple[int, ...]
    highs: tuple[int, ...]
    begins: tuple[int, ...]
    rows: Places
    columns: Places

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.rows)

    def at(self, i: int, j: int) -> int:
        """The place of a cell, -1 outside the band."""
        if i < 0 or not self.lows[i] <= j <= self.highs[i]:
            return -1
        return self.begins[i] + j - self.lows[i]


@dataclass(frozen=True, slots=True)
class Times:
    """Starts and ends (ms) of the cues of one side, in order of start, in a's time."""

    starts: Floats
    ends: Floats


def band_of(a: Times, b: Times, reach: float) -> Band:
    """The band of cells whose cues lie within `reach` ms of each other.

    Taking cues by their start never leaves it, so a way from corner to corner always exists.
    """
    n, m = len(a.starts), len(b.starts)
    latest = np.maximum.accumulate(b.ends) if m else b.ends
    lows = np.zeros(n + 1, dtype=np.int64)
    highs = np.full(n + 1, m, dtype=np.int64)
    if n:
        lows[1:] = np.searchsorted(latest, a.starts - reach)
        highs[:-1] = np.searchsorted(b.starts, np.maximum.accumulate(a.ends) + reach)
    lows = np.maximum.accumulate(lows)
    lows[-1] = min(int(lows[-1]), m)
    highs = np.maximum(np.maximum.accumulate(highs), lows)
    return _limited(lows, highs, m)


def _limited(lows: Places, highs: Places, most: int) -> Band:
    """The band cut to a bearable number of cells, still one piece from corner to corner."""
    widest = max(_WIDEST, _MOST_CELLS // len(lows))
    following = np.append(lows[1:], most)
    highs = np.maximum.accumulate(np.maximum(np.minimum(highs, lows + widest), following))
    highs[-1] = most
    widths = highs - lows + 1
    begins = np.concatenate(([0], np.cumsum(widths)))
    rows = np.repeat(np.arange(len(lows)), widths)
    columns = np.arange(begins[-1]) - begins[rows] + lows[rows]
    return Band(tuple(lows.tolist()), tuple(highs.tolist()), tuple(begins.tolist()), rows, columns)
