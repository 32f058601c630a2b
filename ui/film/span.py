"""Which part of the film's time a strip shows, and where its moments lie on it."""

from __future__ import annotations

from dataclasses import dataclass

_CLOSEST = 1.0
"""Seconds across the whole width at the most."""


@dataclass(frozen=True, slots=True)
class Span:
    """`start` to `stop` seconds of a film of `length` seconds, over `width` pixels."""

    length: float
    start: float
    stop: float
    width: float

    @classmethod
    def whole(cls, length: float, width: float) -> Span:
        """All of a film."""
        return cls(length, 0.0, max(length, 1e-3), max(1.0, width))

    @property
    def per_pixel(self) -> float:
        """Seconds that a pixel takes."""
        return (self.stop - self.start) / self.width

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.start <= 0 and self.stop >= self.length

    def x(self, seconds: float) -> float:
        """Where a moment lies; outside of 0 to `width` it is not seen."""
        return (seconds - self.start) / self.per_pixel

    def seconds(self, x: float) -> float:
        """The moment at a place, held inside the film."""
        return min(max(0.0, self.start + x * self.per_pixel), self.length)

    def zoomed(self, factor: float, x: float) -> Span:
        """`factor` times as near, with the moment under `x` where it is."""
        here = self.start + x * self.per_pixel
        least = min(_CLOSEST, self.length)
        shown = min(max(least, (self.stop - self.start) / factor), max(self.length, least))
        return self._at(here - shown * x / self.width, shown)

    def moved(self, pixels: float) -> Span:
        """Further on by so many pixels, no further than the film's ends."""
        return self._at(self.start + pixels * self.per_pixel, self.stop - self.start)

    def holding(self, seconds: float) -> Span:
        """Moved as a page is turned, if need be, so that the moment is seen."""
        if self.start <= seconds <= self.stop:
            return self
        shown = self.stop - self.start
        return self._at(seconds - shown * 0.1, shown)

    def resized(self, width: float) -> Span:
        """The same part over another width."""
        return Span(self.length, self.start, self.stop, max(1.0, width))

    def _at(self, start: float, shown: float) -> Span:
        begin = min(max(0.0, start), max(0.0, self.length - shown))
        return Span(self.length, begin, begin + shown, self.width)


def ruler_step(per_pixel: float, room: float = 96.0) -> float:
    """Seconds between two labelled ticks: a round number that leaves each label its `room`."""
    least = per_pixel * room
    steps = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
    return float(next((step for step in steps if step >= least), 7200))
