"""Which stretches of a clip tree are film under captions only, so that they need no RGB.

The tree is MoviePy's own: frame functions of ours under clips of theirs. A stretch that is a
FilmClip, cut or not, under any number of BurnIn is lowered: it is encoded from the film's planes.
Everything else is asked of MoviePy by `get_frame`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from studio.burn.burnin import BurnedFrames
from studio.burn.clip import FilmFrames
from studio.burn.cues import Captions
from studio.burn.engine import CompositeVideoClip, VideoClip
from studio.burn.form import Form
from studio.burn.moments import exact
from studio.burn.source import FilmSource
from studio.core.time import FrameRate

Fits = Callable[[FilmSource], bool]


@dataclass(frozen=True, slots=True)
class Lowered:
    """A stretch of film: `since` is the film's time at its start.

    `captions` are drawn in this order, each with its own time at the start.
    """

    source: FilmSource
    since: Fraction
    captions: tuple[tuple[Captions, Fraction], ...] = ()

    def later(self, by: Fraction) -> Lowered:
        """The same begun `by` seconds later."""
        moved = tuple((captions, since + by) for captions, since in self.captions)
        return Lowered(self.source, self.since + by, moved)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `stop` seconds of the clip; `lowered` None means by MoviePy."""

    start: Fraction
    stop: Fraction
    lowered: Lowered | None


def lowered(clip: VideoClip) -> Lowered | None:
    """What `clip` is from its own beginning, when it is film under captions; else None."""
    function: object = getattr(clip, "frame_function", None)
    captions: list[tuple[Captions, Fraction]] = []
    while isinstance(function, BurnedFrames):
        captions.insert(0, (function.captions, function.since))
        function = function.inner
    if not isinstance(function, FilmFrames) or clip.mask is not None:
        return None
    form = function.source.form
    viewed = form is not None and form.view is not None
    size = form.display if form and viewed else function.source.film.video.display
    if tuple(clip.size) != (size.width, size.height):
        return None
    end = function.since + exact(clip.duration or 0)
    if clip.duration is None or end > function.source.film.duration + Fraction(1, 1000):
        return None
    return Lowered(function.source, function.since, tuple(captions))


def stretches(clip: VideoClip, stop: Fraction, fits: Fits) -> tuple[Stretch, ...]:
    """The stretches of `clip` from 0 to `stop`; only sources that `fits` accepts are lowered."""
    found = lowered(clip)
    if found is not None:
        return (Stretch(Fraction(0), stop, found if fits(found.source) else None),)
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
    return _joined([Stretch(a, b, _alone(clip, a, b, fits)) for a, b in pairs])


def on_frames(parts: tuple[Stretch, ...], rate: FrameRate) -> tuple[Stretch, ...]:
    """The stretches with their borders on frames; a lowered one begins with its first frame."""
    found: list[Stretch] = []
    for part in parts:
        start = rate.seconds(rate.nearest_frame(part.start))
        stop = rate.seconds(rate.nearest_frame(part.stop))
        if start < stop:
            moved = part.lowered.later(start - part.start) if part.lowered else None
            found.append(replace(part, start=start, stop=stop, lowered=moved))
    return tuple(found)


def _alone(clip: CompositeVideoClip, a: Fraction, b: Fraction, fits: Fits) -> Lowered | None:
    """What stands alone and covers everything between two borders of a composition."""
    middle = float((a + b) / 2)
    playing = [
        part
        for part in clip.clips
        if part.start <= middle and (part.end is None or middle < part.end)
    ]
    if len(playing) != 1 or tuple(playing[0].size) != tuple(clip.size):
        return None
    place = playing[0].pos(middle)
    covers = place == "center" or tuple(place) in ((0, 0), ("center", "center"))
    found = lowered(playing[0]) if covers else None
    if found is None or not fits(found.source):
        return None
    return found.later(a - exact(playing[0].start))


def _joined(parts: list[Stretch]) -> tuple[Stretch, ...]:
    """Neighbours that MoviePy gives anyway are one stretch."""
    found: list[Stretch] = []
    for part in parts:
        if found and found[-1].lowered is None and part.lowered is None:
            found[-1] = Stretch(found[-1].start, part.stop, None)
        else:
            found.append(part)
    return tuple(found)


def same_form(one: Form, other: Form) -> bool:
    """Whether two forms differ at most in their times."""
    return replace(one, rate=other.rate, time_base=other.time_base) == other
