"""Lengths of stretches of one text, without shaping each of them."""

from __future__ import annotations

from studio.typeset.cells import Cell, Cells
from studio.typeset.spacing import between
from studio.typeset.style import TypeStyle


class Ruler:
    """Measures stretches of one text in em without shaping each anew.

    Exact but for kerning across the ends; what is trimmed at line ends is trimmed here.
    """

    def __init__(self, text: str, found: Cells, style: TypeStyle) -> None:
        row = sorted(found.cells, key=lambda one: one.start)
        self._text = text
        self._before = [0.0] * (len(text) + 1)
        self._first: list[Cell | None] = [None] * (len(text) + 1)
        self._ends: list[tuple[float, float]] = [(0.0, 0.0)] * (len(text) + 1)
        pen = 0.0
        starts = {}
        for place, cell in enumerate(row):
            starts[cell.start] = (pen, cell)
            pen += cell.advance
            extra = between(cell, row[place + 1], style) if place + 1 < len(row) else 0.0
            starts[cell.start] = (pen - cell.advance, cell)
            self._ends[cell.stop] = (pen, cell.after)
            pen += extra
        self._fill(starts)

    def _fill(self, starts: dict[int, tuple[float, Cell]]) -> None:
        reached = (0.0, 0.0)
        for place in range(len(self._text) + 1):
            reached = max(reached, self._ends[place])
            self._ends[place] = reached
        for place in range(len(self._text), -1, -1):
            if place in starts:
                self._before[place], self._first[place] = starts[place]
            elif place < len(self._text):
                self._before[place] = self._before[place + 1]
                self._first[place] = self._first[place + 1]

    def trim(self, start: int, stop: int) -> tuple[int, int]:
        """The span without spaces at its ends."""
        while start < stop and self._text[start].isspace():
            start += 1
        while stop > start and self._text[stop - 1].isspace():
            stop -= 1
        return start, stop

    def width(self, start: int, stop: int) -> float:
        """The em that the characters from `start` to `stop` take on a line of their own."""
        start, stop = self.trim(start, stop)
        first = self._first[start]
        if start >= stop or first is None:
            return 0.0
        end, after = self._ends[stop]
        return max(0.0, end - after - self._before[start] - first.before)
