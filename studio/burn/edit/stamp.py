"""A mark over a film, such as a logo in its corner: `clip.with_effects([Stamped(stamp)])`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from studio.burn.captions.moments import exact
from studio.burn.edit.burnin import is_plain
from studio.burn.edit.engine import Effect, Pixels, VideoClip, require_moviepy
from studio.burn.edit.mixing import later
from studio.burn.picture.planes import blend_rgb
from studio.captions.layer import CaptionLayer
from studio.core.time import FrameRate

Rgba = npt.NDArray[np.uint8]
OPAQUE = 255


@dataclass(frozen=True)
class Stamp:
    """`rgba` (h, w, 4; straight alpha, sRGB) at `place` (x, y) of the upright picture.

    It stands from `start` to `stop` seconds and comes and goes within `fade` seconds, in even
    steps from frame to frame of `rate`.
    """

    rgba: Rgba = field(repr=False)
    place: tuple[int, int]
    start: Fraction
    stop: Fraction
    fade: Fraction
    rate: FrameRate

    @property
    def told(self) -> str:
        """All that it shows, in words."""
        pixels = hashlib.sha256(np.ascontiguousarray(self.rgba).tobytes()).hexdigest()
        times = f"{self.start} {self.stop} {self.fade} {self.rate}"
        return f"stamp {pixels} {self.rgba.shape} {self.place} {times}"

    def opacity(self, seconds: Fraction) -> int:
        """At `seconds`, 0 to OPAQUE, by which its alpha is multiplied."""
        middle = seconds + Fraction(1, 2) / self.rate.value
        if not self.start < middle < self.stop:
            return 0
        if not self.fade:
            return OPAQUE
        share = min(middle - self.start, self.stop - middle) / self.fade
        return min(OPAQUE, round(OPAQUE * share))

    def layer(self, opacity: int) -> CaptionLayer:
        """Its pixels with so much of their alpha."""
        rgba = self.rgba
        if opacity < OPAQUE:
            rgba = rgba.copy()
            rgba[..., 3] = (rgba[..., 3].astype(np.uint16) * opacity + 127) // 255
        return CaptionLayer(rgba, self.place[0], self.place[1], ())


class StampedFrames:
    """Another frame function's pictures under a stamp; `since` is the stamp's time at its start."""

    def __init__(
        self, inner: Callable[[Any], Pixels], stamp: Stamp, since: Fraction = Fraction(0)
    ) -> None:
        self.inner = inner
        self.stamp = stamp
        self.since = since

    def __call__(self, t: Any) -> Pixels:
        picture = self.inner(t)
        opacity = self.stamp.opacity(self.since + exact(t))
        if not opacity:
            return picture
        return blend_rgb(picture, self.stamp.layer(opacity).rgba, self.stamp.place)

    def later(self, by: Fraction) -> StampedFrames:
        """The same begun `by` seconds later."""
        return StampedFrames(later(self.inner, by), self.stamp, self.since + by)


@dataclass
class Stamped(Effect):
    """Lays a stamp over a clip; on a FilmClip the result is encoded in the film's own planes."""

    stamp: Stamp

    def apply(self, clip: VideoClip) -> Any:
        """`clip` under the stamp; sound and mask stay. Raises Missing without MoviePy."""
        require_moviepy()
        frames = clip.frame_function if is_plain(clip) else clip.get_frame
        stamped = StampedFrames(frames, self.stamp)
        if is_plain(clip):
            return clip.with_updated_frame_function(stamped)
        made: Any = VideoClip()
        vars(made).update(vars(clip.copy()), frame_function=stamped)
        return made
