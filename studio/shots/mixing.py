"""Inner products of neighbouring frames: all that is needed to tell how near one is to a mix."""

from __future__ import annotations

import numpy as np

from studio.shots.structure import Floats, Whole

_BLOCK = 128


class Products:
    """Every row of `rows` (n, places; float32) by each of the `reach` rows after it, and itself."""

    def __init__(self, rows: Floats, reach: int) -> None:
        self._mean = rows.mean(axis=1)
        self.places = rows.shape[1]
        count = len(rows)
        self._band = np.zeros((count, reach + 1), np.float32)
        for start in range(0, count, _BLOCK):
            stop = min(start + _BLOCK, count)
            last = min(stop + reach, count)
            whole = rows[start:stop] @ rows[start:last].T
            own = np.arange(stop - start)
            for lag in range(reach + 1):
                near = own[own + lag < last - start]
                self._band[start + near, lag] = whole[near, near + lag]

    def of(self, first: Whole, second: Whole) -> Floats:
        """(k,): the inner products of rows by index, pairwise, at most `reach` apart."""
        found = self._band[np.minimum(first, second), np.abs(first - second)]
        return np.asarray(found, np.float32)

    def shared(self, first: Whole, second: Whole) -> Floats:
        """(k,): the covariances of rows by index, pairwise."""
        mean = self._mean[first] * self._mean[second]
        return np.asarray(self.of(first, second) / self.places - mean, np.float32)

    def steps(self, lasting: int) -> Floats:
        """(n,): how far each row is from the one before it; 0 for the first.

        Of that, what `lasting` rows before and after do not take back: a flash is taken back.
        """
        count = len(self._band)
        at = np.arange(1, count)
        least = np.full(count - 1, np.inf, np.float32)
        for lag in range(lasting + 1):
            for first, last in ((at - 1, at + lag), (at - 1 - lag, at)):
                squares = self._apart(np.maximum(first, 0), np.minimum(last, count - 1))
                inside = (first >= 0) & (last < count)
                least = np.where(inside, np.minimum(least, squares), least)
        return np.concatenate([[0.0], np.sqrt(np.maximum(least, 0.0))]).astype(np.float32)

    def apart(self, first: Whole, last: Whole) -> Floats:
        """(k,): how far rows by index are from each other, pairwise."""
        return np.asarray(np.sqrt(np.maximum(self._apart(first, last), 0.0)), np.float32)

    def _apart(self, first: Whole, last: Whole) -> Floats:
        own = self.of(first, first) + self.of(last, last)
        return np.asarray(own - 2 * self.of(first, last), np.float32)


class Way:
    """The straight ways from frames `first` to frames `last` (k,), for what lies between."""

    def __init__(self, products: Products, first: Whole, last: Whole) -> None:
        self._products = products
        self.first, self.last = first, last
        self._begin = products.of(first, first)
        self._both = products.of(first, last)
        whole = self._begin + products.of(last, last) - 2 * self._both
        self._square = np.maximum(whole, 1e-3)
        self.length = np.sqrt(self._square)

    def along(self, frames: Whole) -> tuple[Floats, Floats]:
        """How far along its way each frame lies (0 the first, 1 the last), and how far off it.

        What is off is in lengths of the way; it is 0 for a perfect mix.
        """
        begun = self._products.of(self.first, frames)
        share = self._products.of(frames, self.last) - begun - self._both + self._begin
        share = share / self._square
        away = self._products.of(frames, frames) + self._begin - 2 * begun
        off = away / self._square - share * share
        return share, np.sqrt(np.maximum(off, 0.0))
