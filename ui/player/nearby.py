"""Pictures made ready around the frame a film stands at, so that a step shows one at once."""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right, insort

from studio.core.kept import enlist
from ui.player.picture import Picture

_BYTES = 192 * 1024 * 1024
_MOST = 45
"""So many each way are enough: a key that is held repeats no faster than they are refilled."""


class Nearby:
    """Neighbours in a row without a gap, by PTS, bounded in bytes; used by two threads.

    `turn` counts how often it was emptied: who makes pictures for an older turn may stop.
    """

    def __init__(self, most: int = _BYTES) -> None:
        self._lock = threading.Lock()
        self._bytes = most
        self._held: dict[int, Picture] = {}
        self._row: list[int] = []
        self._centre = 0
        self._ends: list[int | None] = [None, None]
        self.turn = 0
        enlist(self)

    @property
    def held(self) -> int:
        """Bytes."""
        with self._lock:
            return sum(one.image.sizeInBytes() for one in self._held.values())

    def begin(self, picture: Picture) -> int:
        """Forget all but this one, where the film stands; returns the turn."""
        with self._lock:
            self.turn += 1
            self._held, self._row = {picture.pts: picture}, [picture.pts]
            self._centre, self._ends = picture.pts, [None, None]
            return self.turn

    def follow(self, pts: int) -> bool:
        """The film stands there by a step that found nothing: what comes is wanted around it.

        False where that is not near the row.
        """
        with self._lock:
            if not self._row:
                return False
            self._centre = pts
            return True

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self.turn += 1
            self._held, self._row = {}, []
            self._ends = [None, None]

    def add(self, turn: int, picture: Picture) -> bool:
        """Put the next one at either end of the row; False where it is not wanted any more."""
        with self._lock:
            if turn != self.turn:
                return False
            if picture.pts not in self._held:
                self._held[picture.pts] = picture
                insort(self._row, picture.pts)
                self._shed()
            return picture.pts in self._held

    def end(self, turn: int, *, last: bool) -> None:
        """The row's first picture is the film's first, or its last one the film's last."""
        with self._lock:
            if turn == self.turn and self._row:
                self._ends[1 if last else 0] = self._row[-1 if last else 0]

    def step(self, pts: int, frames: int) -> Picture | None:
        """The picture so many frames on or back from `pts`, which becomes the centre; else None.

        Beyond the film's ends it is the first, or the last.
        """
        with self._lock:
            if pts not in self._held:
                return None
            place = bisect_left(self._row, pts) + frames
            if place < 0 and self._ends[0] == self._row[0]:
                place = 0
            if place >= len(self._row) and self._ends[1] == self._row[-1]:
                place = len(self._row) - 1
            if not 0 <= place < len(self._row):
                return None
            self._centre = self._row[place]
            return self._held[self._centre]

    def lacks(self) -> tuple[int, int]:
        """How many pictures are wanted before the row and after it; (0, 0) while it is empty."""
        with self._lock:
            if not self._row:
                return 0, 0
            place, wanted = bisect_left(self._row, self._centre), self._wanted()
            before = 0 if self._ends[0] == self._row[0] else max(0, wanted - place)
            there = len(self._row) - 1 - place
            after = 0 if self._ends[1] == self._row[-1] else max(0, wanted - there)
            # By whole chunks: each one behind may cost the decoding of a group of pictures.
            least = wanted // 3
            return before * (before > least), after * (after > least)

    def row(self) -> tuple[int, ...]:
        """The PTS that are held, in order."""
        with self._lock:
            return tuple(self._row)

    def _wanted(self) -> int:
        size = max(1, self._held[self._row[0]].image.sizeInBytes())
        return min(_MOST, max(2, self._bytes // size // 2))

    def _shed(self) -> None:
        while len(self._row) > 2 * self._wanted() + 1:
            place = bisect_right(self._row, self._centre) - 1
            gone = -1 if len(self._row) - 1 - place >= place else 0
            del self._held[self._row.pop(gone)]
