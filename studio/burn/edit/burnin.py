"""Captions as a MoviePy effect: `clip.with_effects([BurnIn(tracks, style, rate)])`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from studio.burn.captions.cues import Captions, Span
from studio.burn.captions.moments import exact
from studio.burn.edit.clip import Lowerable
from studio.burn.edit.engine import Effect, Pixels, VideoClip, require_moviepy
from studio.burn.picture.planes import blend_rgb
from studio.captions.style import CaptionStyle
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.subs.cue import Track


class BurnedFrames:
    """A frame function: another one's pictures with captions over them.

    `since` is the time of the captions at the clip's beginning.
    """

    def __init__(self, inner: Callable[[Any], Pixels], captions: Captions, since: Fraction) -> None:
        self.inner = inner
        self.captions = captions
        self.since = since

    def __call__(self, t: float) -> Pixels:
        picture = self.inner(t)
        texts = self.captions.texts(self.since + exact(t))
        if not texts:
            return picture
        layer = self.captions.layer(texts, Size(picture.shape[1], picture.shape[0]))
        return blend_rgb(picture, layer.rgba, (layer.x, layer.y))

    def later(self, by: Fraction) -> BurnedFrames:
        """The same begun `by` seconds later."""
        inner = self.inner
        if isinstance(inner, Lowerable):
            return BurnedFrames(inner.later(by), self.captions, self.since + by)
        shift = float(by)
        return BurnedFrames(lambda t: inner(t + shift), self.captions, self.since + by)


@dataclass
class BurnIn(Effect):
    """Burns the cues of one or two tracks into a clip; cue times count from the clip's start.

    `rate` is the rate of the delivered film, by which cues find their frames; None for a variable
    rate; `plates` where those plates stand that stand only where they are needed. Works on any
    MoviePy clip; on a FilmClip the result is encoded in the film's own planes.
    """

    tracks: tuple[Track, ...]
    style: CaptionStyle
    rate: FrameRate | None = None
    plates: tuple[Span, ...] = ()

    def apply(self, clip: VideoClip) -> Any:
        """`clip` with the captions; sound and mask stay. Raises Missing without MoviePy."""
        require_moviepy()
        frames = clip.frame_function if is_plain(clip) else clip.get_frame
        captions = Captions(self.tracks, self.style, self.rate, self.plates)
        burned = BurnedFrames(frames, captions, Fraction(0))
        if is_plain(clip):
            # MoviePy's own way would read the film's first picture to learn a size that is known.
            plain = clip.copy()
            plain.frame_function = burned
            return plain
        # Some of MoviePy's classes know of their pictures that they never change.
        made: Any = VideoClip()
        vars(made).update(vars(clip.copy()), frame_function=burned)
        return made


def is_plain(clip: VideoClip) -> bool:
    """Whether the clip's pictures are just what its frame function gives, and that is ours."""
    return isinstance(getattr(clip, "frame_function", None), Lowerable)
