"""What the waveform shows and where: times to pixels, cues in view, what a time snaps to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import Qt

from studio.subs.cue import Cue
from ui.widgets.language import tr

LEAST_MS, MOST_MS = 1_500, 180_000
_ZOOMS = {
    Qt.Key.Key_Plus: 0.8,
    Qt.Key.Key_Equal: 0.8,
    Qt.Key.Key_Minus: 1.25,
}
_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


@dataclass(frozen=True, slots=True)
class Lane:
    """The cues of one language in order of time; finds those in view among many thousands."""

    language: str = ""
    cues: tuple[Cue, ...] = ()
    given: tuple[Cue, ...] = field(init=False, repr=False, compare=False)
    """The cues as the track has them; the same object means the same lane."""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        cues = tuple(sorted(self.cues, key=lambda cue: cue.start))
        object.__setattr__(self, "given", self.cues)
        object.__setattr__(self, "cues", cues)
        object.__setattr__(self, "_starts", tuple(cue.start for cue in cues))
        # The latest end so far: a long cue far back may still be in view.
        object.__setattr__(self, "_ends", tuple(accumulate((cue.end for cue in cues), max)))

    def with_track(self, given: tuple[Cue, ...], changed: Sequence[Cue]) -> Lane:
        """The cues of `given`, of which only `changed` are other values than before: quick where
        only their texts differ."""
        cues = list(self.cues)
        for cue in changed:
            place = bisect_left(self._starts, cue.start)
            while place < len(cues) and cues[place].start == cue.start and cues[place].id != cue.id:
                place += 1
            found = place < len(cues) and cues[place].id == cue.id
            if not found or cues[place].end != cue.end:
                return Lane(self.language, given)
            cues[place] = cue
        made = object.__new__(Lane)
        for name, value in (
            ("language", self.language),
            ("cues", tuple(cues)),
            ("given", given),
            ("_starts", self._starts),
            ("_ends", self._ends),
        ):
            object.__setattr__(made, name, value)
        return made

    def between(self, start: int, stop: int) -> Iterator[Cue]:
        """Cues that touch a span of time, in milliseconds."""
        first, last = bisect_left(self._ends, start), bisect_right(self._starts, stop)
        return (cue for cue in self.cues[first:last] if cue.end >= start)


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the film in view: `start` and `span` in ms, on `width` pixels."""

    start: int = 0
    span: int = 12_000
    length: int = 1
    width: int = 1

    @property
    def stop(self) -> int:
        """The last moment in view."""
        return self.start + self.span

    def x(self, ms: float) -> float:
        """Where a time stands."""
        return (ms - self.start) / self.span * self.width

    def ms(self, x: float) -> int:
        """The time at a place, within the film."""
        return max(0, min(self.length, round(self.start + x / self.width * self.span)))

    def pixels(self, count: float) -> int:
        """How many milliseconds so many pixels are."""
        return round(count / self.width * self.span)

    def at(self, start: int, span: int | None = None) -> Window:
        """Another part of the same film, within its bounds."""
        known = self.length > 1
        most = max(LEAST_MS, min(MOST_MS, self.length)) if known else MOST_MS
        wide = max(LEAST_MS, min(most, self.span if span is None else span))
        return Window(max(0, min(start, self.length - wide)), wide, self.length, self.width)

    def zoomed(self, x: float, factor: float) -> Window:
        """Wider (factor above 1) or closer; the time at `x` stays there."""
        held = self.start + x / self.width * self.span
        wide = self.at(self.start, round(self.span * factor)).span
        return self.at(round(held - x / self.width * wide), wide)

    def showing(self, ms: int) -> Window:
        """The same, or moved so that a time is in view."""
        return self if self.start <= ms <= self.stop else self.at(ms - self.span // 8)

    def holding(self, start: int, stop: int) -> Window:
        """The same, or moved so that a span of time is in view as a whole, or its beginning."""
        if self.start <= start and stop <= self.stop:
            return self
        return self.at(start - self.span // (4 if stop - start < self.span // 2 else 16))


def keyed(window: Window, key: Qt.Key, now: int) -> Window | None:
    """The part of the film that a key asks for: closer or wider at `now`, a step along; or None."""
    if key in _ZOOMS:
        return window.showing(now).zoomed(window.showing(now).x(now), _ZOOMS[key])
    if key in _STEPS:
        return window.at(window.start + _STEPS[key] * window.span * 3 // 4)
    return None


@dataclass(frozen=True, slots=True)
class Mark:
    """A time that others snap to, and what it is."""

    ms: int
    name: str


def marks_in(
    window: Window, cuts: Sequence[int], lanes: Sequence[Lane], held: tuple[int, int]
) -> list[Mark]:
    """The cuts in view, and the edges of all cues in view but the one that is held, which is
    (side, id)."""
    marks = [Mark(cut, "cut") for cut in cuts if window.start <= cut <= window.stop]
    for side, lane in enumerate(lanes):
        name = lane.language if side != held[0] else tr("cue beside")
        for cue in lane.between(window.start, window.stop):
            if (side, cue.id) != held:
                marks += [Mark(cue.start, name), Mark(cue.end, name)]
    return marks


def snapped(ms: int, marks: Sequence[Mark], reach: int) -> Mark | None:
    """The nearest mark within reach."""
    near = min(marks, key=lambda mark: abs(mark.ms - ms), default=None)
    return near if near is not None and abs(near.ms - ms) <= reach else None
