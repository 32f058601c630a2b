"""How one track's times become another's: an offset and a speed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

STEADY = 40
"""Milliseconds: a smaller offset is how people set cues, not a shift."""


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

    @property
    def settled(self) -> Tempo:
        """`SAME` where the offset is too small to be meant."""
        return SAME if self.speed == 1 and abs(self.offset) <= STEADY else self


SAME = Tempo(0, Fraction(1))
