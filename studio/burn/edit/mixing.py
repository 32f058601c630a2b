"""Frame functions that make one picture of others: cross-fades, pictures held, parts in a row.

They work in any MoviePy script; the encoder takes them apart, so that films in them keep their
own planes (`burn.lowering`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

import numpy as np

from studio.burn.captions.moments import exact
from studio.burn.edit.engine import Pixels
from studio.core.time import FrameRate, round_half_up

Function = Callable[[Any], Pixels]
WHOLE = 1 << 14
"""The weight of a picture that stands alone."""
# What a time may be early by for having been a float.
_EARLY = Fraction(2, 1_000_000)


@runtime_checkable
class Drawn(Protocol):
    """A frame function whose pictures we draw: `told` is all that they show, from its start on."""

    @property
    def told(self) -> str:
        """The same words mean the same pictures at the same times."""

    def __call__(self, t: Any) -> Pixels:
        """The picture at `t` seconds."""

    def later(self, by: Fraction) -> Drawn:
        """The same begun `by` seconds later."""


def later(function: Function, by: Fraction) -> Function:
    """Any frame function begun `by` seconds later."""
    own = getattr(function, "later", None)
    if own is not None:
        moved: Function = own(by)
        return moved
    shift = float(by)
    return lambda t: function(t + shift)


@dataclass(frozen=True, slots=True)
class Plain:
    """A picture of one colour: black before and after a film."""

    width: int
    height: int
    colour: tuple[int, int, int] = (0, 0, 0)

    @property
    def told(self) -> str:
        """Its colour; every size has a key of its own anyway."""
        return f"plain {self.colour}"

    def __call__(self, t: Any) -> Pixels:
        return _filled(self.width, self.height, self.colour)

    def later(self, by: Fraction) -> Plain:
        """Itself: it never changes."""
        return self


_last: dict[tuple[int, int, tuple[int, int, int]], Pixels] = {}


def _filled(width: int, height: int, colour: tuple[int, int, int]) -> Pixels:
    """The same picture again and again, so that whoever converts it sees that it is."""
    key = width, height, colour
    if key not in _last:
        _last.clear()
        picture = np.empty((height, width, 3), np.uint8)
        picture[:] = colour
        picture.flags.writeable = False
        _last[key] = picture
    return _last[key]


@dataclass(frozen=True, slots=True)
class Ramp:
    """How one picture goes over into another within `length` seconds at `rate`.

    Even steps in code values, as editing programs dissolve: with n frames the k-th shows
    (2 k + 1) / 2 n of the new picture, so that the first and the last are alike.
    """

    length: Fraction
    rate: FrameRate

    def weight(self, seconds: Fraction) -> int:
        """Of the new picture, 0 to WHOLE."""
        middle = seconds + Fraction(1, 2) / self.rate.value
        return max(0, min(WHOLE, round_half_up(WHOLE * middle / self.length)))


class MixedFrames:
    """`one` going over into `other`, both from the ramp's beginning on."""

    def __init__(
        self, one: Function, other: Function, ramp: Ramp, since: Fraction = Fraction(0)
    ) -> None:
        self.one = one
        self.other = other
        self.ramp = ramp
        self.since = since

    def __call__(self, t: Any) -> Pixels:
        weight = self.ramp.weight(self.since + exact(t))
        mixed = self.one(t).astype(np.uint32) * np.uint32(WHOLE - weight)
        mixed += self.other(t).astype(np.uint32) * np.uint32(weight) + np.uint32(WHOLE // 2)
        return (mixed // np.uint32(WHOLE)).astype(np.uint8)

    def later(self, by: Fraction) -> MixedFrames:
        """The same begun `by` seconds later."""
        return MixedFrames(later(self.one, by), later(self.other, by), self.ramp, self.since + by)


class HeldFrames:
    """The first picture of `inner`, standing still."""

    def __init__(self, inner: Function) -> None:
        self.inner = inner

    def __call__(self, t: Any) -> Pixels:
        return self.inner(0.0)

    def later(self, by: Fraction) -> HeldFrames:
        """Itself: it never changes."""
        return self


@dataclass(frozen=True, slots=True)
class Spliced:
    """One of the parts in a row: `function` from `start` to before `stop`, from its own start."""

    start: Fraction
    stop: Fraction
    function: Function


class SplicedFrames:
    """Parts one behind the other; after the last one its last moment."""

    def __init__(self, parts: tuple[Spliced, ...], since: Fraction = Fraction(0)) -> None:
        self.parts = parts
        self.since = since
        self._starts = [part.start for part in parts]

    def __call__(self, t: Any) -> Pixels:
        seconds = self.since + exact(t)
        place = max(0, bisect_right(self._starts, seconds + _EARLY) - 1)
        part = self.parts[place]
        return part.function(float(max(Fraction(0), seconds - part.start)))

    def later(self, by: Fraction) -> SplicedFrames:
        """The same begun `by` seconds later."""
        return SplicedFrames(self.parts, self.since + by)
