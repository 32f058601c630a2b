"""Which stretches of a clip tree are film under captions only, so that they need no RGB.

The tree is MoviePy's own: frame functions of ours under clips of theirs. A stretch that is a
FilmClip, cut or not, under any number of BurnIn and Stamped is lowered: it is encoded from the
film's planes. What we draw ourselves, hold, or mix of both is made in these planes too. Everything
else is asked of MoviePy by `get_frame`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from studio.burn.captions.cues import Captions
from studio.burn.captions.moments import exact
from studio.burn.edit.burnin import BurnedFrames
from studio.burn.edit.clip import FilmFrames
from studio.burn.edit.engine import CompositeVideoClip, VideoClip
from studio.burn.edit.mixing import Drawn, HeldFrames, MixedFrames, Ramp, SplicedFrames
from studio.burn.edit.source import FilmSource
from studio.burn.edit.stamp import Stamp, StampedFrames
from studio.burn.picture.form import Form
from studio.core.geometry import Size
from studio.core.time import FrameRate

Fits = Callable[[FilmSource], bool]
_ROUNDING = Fraction(1, 1000)


@dataclass(frozen=True, slots=True)
class Lowered:
    """A stretch of film: `since` is the film's time at its start.

    `captions` and over them `stamps` are drawn in this order, each with its own time at the start.
    """

    source: FilmSource
    since: Fraction
    captions: tuple[tuple[Captions, Fraction], ...] = ()
    stamps: tuple[tuple[Stamp, Fraction], ...] = ()

    def later(self, by: Fraction) -> Lowered:
        """The same begun `by` seconds later."""
        captions = tuple((captions, since + by) for captions, since in self.captions)
        stamps = tuple((stamp, since + by) for stamp, since in self.stamps)
        return Lowered(self.source, self.since + by, captions, stamps)


@dataclass(frozen=True, slots=True)
class Held:
    """The first picture of `side`, standing still."""

    side: Known

    def later(self, by: Fraction) -> Held:
        """Itself: it never changes."""
        return self


@dataclass(frozen=True, slots=True)
class Mixed:
    """`one` going over into `other`; `since` is the ramp's time at the start."""

    one: Known
    other: Known
    ramp: Ramp
    since: Fraction

    def later(self, by: Fraction) -> Mixed:
        """The same begun `by` seconds later."""
        return Mixed(self.one.later(by), self.other.later(by), self.ramp, self.since + by)


Made = Held | Mixed | Drawn
Known = Lowered | Made
"""What can be had in the delivered planes."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `stop` seconds of the clip: film alone, or `made` of what is known.

    Without either it is asked of MoviePy.
    """

    start: Fraction
    stop: Fraction
    lowered: Lowered | None
    made: Made | None = None

    @property
    def side(self) -> Known | None:
        """Whichever it is."""
        return self.lowered if self.made is None else self.made

    def of(self, side: Known | None) -> Stretch:
        """The same time with something else in it."""
        if side is None or isinstance(side, Lowered):
            return replace(self, lowered=side, made=None)
        return replace(self, lowered=None, made=side)


def lowered(clip: VideoClip) -> Lowered | None:
    """What `clip` is from its own beginning, when it is film under captions; else None."""
    found = side_of(clip)
    return found if isinstance(found, Lowered) else None


def side_of(clip: VideoClip) -> Known | None:
    """What `clip` is from its own beginning, when it can be had in the delivered planes."""
    if clip.mask is not None or clip.duration is None:
        return None
    function: object = getattr(clip, "frame_function", None)
    return _side(function, Size(*clip.size), exact(clip.duration))


def _side(function: object, size: Size, seconds: Fraction) -> Known | None:
    """What a frame function is for so many `seconds`, shown at `size`."""
    if isinstance(function, HeldFrames):
        inner = _side(function.inner, size, Fraction(0))
        return None if inner is None else Held(inner)
    if isinstance(function, MixedFrames):
        one = _side(function.one, size, seconds)
        other = _side(function.other, size, seconds)
        if one is None or other is None:
            return None
        return Mixed(one, other, function.ramp, function.since)
    if isinstance(function, Drawn):
        return function
    return _film(function, size, seconds)


def _film(function: object, size: Size, seconds: Fraction) -> Lowered | None:
    captions: list[tuple[Captions, Fraction]] = []
    stamps: list[tuple[Stamp, Fraction]] = []
    while isinstance(function, BurnedFrames | StampedFrames):
        if isinstance(function, StampedFrames):
            if captions:
                # It lies under them; we draw all marks over all captions.
                return None
            stamps.insert(0, (function.stamp, function.since))
        else:
            captions.insert(0, (function.captions, function.since))
        function = function.inner
    if not isinstance(function, FilmFrames):
        return None
    form = function.source.form
    viewed = form is not None and form.view is not None
    if size != (form.display if form and viewed else function.source.film.video.display):
        return None
    if function.since + seconds > function.source.film.duration + Fraction(1, 1000):
        return None
    return Lowered(function.source, function.since, tuple(captions), tuple(stamps))


def films_of(side: Known | None) -> tuple[Lowered, ...]:
    """The stretches of film in it."""
    match side:
        case Lowered():
            return (side,)
        case Held():
            return films_of(side.side)
        case Mixed():
            return (*films_of(side.one), *films_of(side.other))
    return ()


def stretches(clip: VideoClip, stop: Fraction, fits: Fits) -> tuple[Stretch, ...]:
    """The stretches of `clip` from 0 to `stop`; only sources that `fits` accepts are lowered."""
    found = side_of(clip)
    if found is not None:
        return (_fitting(Stretch(Fraction(0), stop, None), found, fits),)
    function: object = getattr(clip, "frame_function", None)
    if isinstance(function, SplicedFrames) and clip.mask is None:
        return _joined(_spliced(function, Size(*clip.size), stop, fits))
    # An effect leaves a composition its class and puts a function of its own before it.
    if not isinstance(clip, CompositeVideoClip) or "frame_function" in vars(clip):
        return (Stretch(Fraction(0), stop, None),)
    borders = {Fraction(0), stop}
    for part in clip.clips:
        borders.add(exact(part.start))
        if part.end is not None:
            borders.add(exact(part.end))
    inside = sorted(border for border in borders if 0 <= border <= stop)
    pairs = pairwise(inside)
    return _joined([_alone(clip, a, b, fits) for a, b in pairs])


def _fitting(stretch: Stretch, side: Known | None, fits: Fits) -> Stretch:
    """The stretch with `side` in it, when all films of it fit."""
    return stretch.of(side if all(fits(one.source) for one in films_of(side)) else None)


def _spliced(frames: SplicedFrames, size: Size, stop: Fraction, fits: Fits) -> list[Stretch]:
    """The parts of a row, each from its beginning or from where the row was begun."""
    found: list[Stretch] = []
    for part in frames.parts:
        start, end = part.start - frames.since, min(stop, part.stop - frames.since)
        if end <= start or end <= 0:
            continue
        side = _side(part.function, size, end - start)
        if side is not None and start < 0:
            side = side.later(-start)
        found.append(_fitting(Stretch(max(start, Fraction(0)), end, None), side, fits))
    last = found[-1].stop if found else Fraction(0)
    # The clip's own length was a float.
    return [*found, Stretch(last, stop, None)] if stop - last > _ROUNDING else found


def on_frames(parts: tuple[Stretch, ...], rate: FrameRate) -> tuple[Stretch, ...]:
    """The stretches with their borders on frames; what is known begins with its first frame."""
    found: list[Stretch] = []
    for part in parts:
        start = rate.seconds(rate.nearest_frame(part.start))
        stop = rate.seconds(rate.nearest_frame(part.stop))
        if start < stop:
            moved = part.side.later(start - part.start) if part.side is not None else None
            found.append(Stretch(start, stop, None).of(moved))
    return tuple(found)


def _alone(clip: CompositeVideoClip, a: Fraction, b: Fraction, fits: Fits) -> Stretch:
    """Between two borders of a composition: what stands alone there and covers everything."""
    stretch = Stretch(a, b, None)
    middle = float((a + b) / 2)
    playing = [
        part
        for part in clip.clips
        if part.start <= middle and (part.end is None or middle < part.end)
    ]
    if len(playing) != 1 or tuple(playing[0].size) != tuple(clip.size):
        return stretch
    place = playing[0].pos(middle)
    covers = place == "center" or tuple(place) in ((0, 0), ("center", "center"))
    found = side_of(playing[0]) if covers else None
    if found is None:
        return stretch
    return _fitting(stretch, found.later(a - exact(playing[0].start)), fits)


def _joined(parts: list[Stretch]) -> tuple[Stretch, ...]:
    """Neighbours that MoviePy gives anyway are one stretch."""
    found: list[Stretch] = []
    for part in parts:
        if found and found[-1].side is None and part.side is None:
            found[-1] = Stretch(found[-1].start, part.stop, None)
        else:
            found.append(part)
    return tuple(found)


def same_form(one: Form, other: Form) -> bool:
    """Whether two forms differ at most in their times."""
    return replace(one, rate=other.rate, time_base=other.time_base) == other
