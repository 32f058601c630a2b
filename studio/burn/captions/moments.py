"""Times as MoviePy has them (floats) and as the engine has them (exact), and one from the other."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from studio.core.time import FrameRate
from studio.media.film import Film

_MICRO = 1_000_000
# What rounding to microseconds can be off, and a little more.
_ROUNDING = Fraction(2, _MICRO)


@dataclass(frozen=True, slots=True)
class Cut:
    """From `start` to `stop` seconds of the film, shown from `at` seconds of the delivery on."""

    start: Fraction
    stop: Fraction
    at: Fraction = Fraction(0)


def exact(seconds: float) -> Fraction:
    """The time meant by a float: to the microsecond, where MoviePy's sums of floats still agree."""
    return Fraction(round(seconds * _MICRO), _MICRO)


def frame_at(seconds: Fraction, rate: FrameRate) -> int:
    """The frame on screen at `seconds`, which may be a hair early from having been a float."""
    return rate.frame_at(seconds + _ROUNDING)


def slack(film: Film) -> Fraction:
    """How early a time may be for a picture that is meant to stand on it.

    Containers round PTS to their ticks (Matroska: 1 ms), so a frame can start a tick after its
    place on the grid; never as much as half a frame.
    """
    half = Fraction(1, 2) / film.video.rate.value
    return min(max(film.video.time_base, _ROUNDING), half)
