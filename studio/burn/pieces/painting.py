"""The delivered pictures one by one: the film's own or MoviePy's, with their captions on."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from fractions import Fraction
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from studio.burn.captions.contrast import ENOUGH, Ground, Weak
from studio.burn.captions.cues import Captions, Texts, opaque
from studio.burn.captions.moments import slack
from studio.burn.edit.engine import Pixels, VideoClip
from studio.burn.edit.lowering import Held, Known, Lowered, Mixed
from studio.burn.edit.mixing import WHOLE
from studio.burn.edit.reframing import Shapes, shaper_of
from studio.burn.edit.source import FilmSource
from studio.burn.edit.stamp import Stamp
from studio.burn.picture.form import Form
from studio.burn.picture.lifting import rgb_shaper
from studio.burn.picture.placing import placed
from studio.burn.picture.planes import PlanePatch, mix_planes, plane_patch
from studio.burn.picture.shaping import Graphs
from studio.captions.layer import CaptionLayer
from studio.core.errors import ToolFailed
from studio.core.kept import Kept
from studio.core.said import said
from studio.media.film import Film
from studio.media.frames import Frame

# Captions of one moment in two places and a logo over them cover less of a picture than this. What
# was shown before is hardly ever wanted again: a film is read forward.
_COVERED = Fraction(1, 3)
# Borders in MoviePy are sums of floats and may come out a hair after the frame they stand on.
_HAIR = 1e-6


class Tools:
    """What the painters of one form share who work by turns in one thread.

    FFmpeg's filters keep the memory of as many pictures as ever waited: together they need it once.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.graphs = Graphs()
        self._shapers: dict[Film, Shapes] = {}
        self._shaping: tuple[FilmSource, Shapes] | None = None
        room = int(form.size.pixels * form.layout.patch_bytes * _COVERED)
        self._patches: Kept[Hashable, PlanePatch] = Kept(room, lambda patch: patch.nbytes)

    def shaped(self, source: FilmSource, frame: Frame) -> av.VideoFrame:
        """`frame` in the form, without captions; it may share the decoder's memory."""
        # A film is known by all that is in it: that is not compared picture by picture.
        if self._shaping is None or self._shaping[0] is not source:
            if source.film not in self._shapers:
                self._shapers[source.film] = shaper_of(source.film, self.form, source.framing)
            self._shaping = source, self._shapers[source.film]
        return self._shaping[1].shaped(frame)

    def patch(self, key: Hashable, layer: Callable[[], CaptionLayer]) -> PlanePatch:
        """A layer ready to be blended; made anew where `key` is not known any more."""
        return self._patches.made(key, lambda: self._ready(layer()))

    def _ready(self, layer: CaptionLayer) -> PlanePatch:
        rgba, place = placed(layer, self.form)
        form = self.form
        return plane_patch(rgba, place, form.size, form.layout, form.colour, form.white)


class Painter:
    """Paints pictures of one form; keeps what neighbouring pictures share.

    With `tools` it works beside others of that form, in the same thread.
    """

    def __init__(self, form: Form, tools: Tools | None = None) -> None:
        self.form = form
        self._tools = tools or Tools(form)
        self._rgb = rgb_shaper(form)
        self._drawn: tuple[object, av.VideoFrame | None] = (None, None)
        self._ground: Ground | None = None
        self._seen: tuple[int, Texts] | None = None
        self._weak: dict[tuple[int, Texts], Weak] = {}

    def at(self, stretch: Lowered, seconds: Fraction) -> av.VideoFrame:
        """The picture `seconds` after the stretch's start."""
        frame = stretch.source.moment(stretch.since + seconds, doubled=self.form.doubled)
        return self._painted(stretch, frame, seconds)

    def shown(self, side: Known, seconds: Fraction) -> av.VideoFrame:
        """The picture `seconds` after the start of whatever is known; to be read only."""
        match side:
            case Lowered():
                return self.at(side, seconds)
            case Held():
                return self.shown(side.side, Fraction(0))
            case Mixed():
                return self._mixed(side, seconds)
        return self._from_rgb(side(float(seconds)), seconds)

    def _mixed(self, side: Mixed, seconds: Fraction) -> av.VideoFrame:
        one, other = self.shown(side.one, seconds), self.shown(side.other, seconds)
        # Its memory may be kept for pictures to come: here, or by the film's decoder.
        one.make_writable()
        weight = side.ramp.weight(side.since + seconds)
        mix_planes(one, other, weight, WHOLE, self.form.layout.bits)
        return one

    def walk(
        self, stretch: Lowered, start: Fraction, stop: Fraction
    ) -> Iterator[tuple[Fraction, av.VideoFrame]]:
        """All pictures of the film from `start` on and before `stop`, with their times."""
        for seconds, frame in walked(stretch, start, stop):
            yield seconds, self._painted(stretch, frame, seconds)

    def asked(self, clip: VideoClip, seconds: Fraction) -> av.VideoFrame:
        """The picture that MoviePy gives. Raises ToolFailed when it is no picture of that size."""
        return self._from_rgb(np.asarray(clip.get_frame(float(seconds) + _HAIR)), seconds)

    def _from_rgb(self, picture: npt.NDArray[Any], seconds: Fraction) -> av.VideoFrame:
        """A picture in the form's planes; the last one again where it is the very same."""
        known, made = self._drawn
        if made is None or known is not picture or picture.flags.writeable:
            made = self._rgb.shaped(self._checked(picture, seconds))
            self._drawn = picture, made
        # Another frame over the same memory: the one before may still wait for its encoder.
        return self._tools.graphs.again(made, self.form.colour)

    def _checked(self, picture: npt.NDArray[Any], seconds: Fraction) -> Pixels:
        if picture.dtype != np.uint8:
            picture = np.clip(picture, 0, 255).astype(np.uint8)
        if picture.ndim != 3 or picture.shape[2] != 3:
            raise ToolFailed(
                said(
                    "MoviePy gave a picture of shape {picture} at {seconds} s.",
                    picture=picture.shape,
                    seconds=seconds,
                )
            )
        return np.asarray(picture, dtype=np.uint8)

    def captioned(
        self, stretch: Lowered, picture: av.VideoFrame, seconds: Fraction, *, owned: bool = False
    ) -> av.VideoFrame:
        """`picture`, shaped, with what stands on it `seconds` after the stretch's start.

        Unless it is `owned`, nothing else referring to its memory, it is copied before it is drawn
        on.
        """
        patches: list[PlanePatch] = []
        for captions, since in stretch.captions:
            texts = captions.texts(since + seconds)
            if texts:
                self._look(captions, texts, picture, seconds)
                patches.append(self._patch(captions, texts))
        for stamp, since in stretch.stamps:
            opacity = stamp.opacity(since + seconds)
            if opacity:
                patches.append(self._stamp_patch(stamp, opacity))
        if patches and not owned:
            # The decoder still refers to these planes for the pictures to come.
            picture = self._tools.graphs.own(picture, self.form.colour)
        for patch in patches:
            patch.blend(picture)
        return picture

    def _painted(self, stretch: Lowered, frame: Frame, seconds: Fraction) -> av.VideoFrame:
        return self.captioned(stretch, self._tools.shaped(stretch.source, frame), seconds)

    def _look(
        self, captions: Captions, texts: Texts, picture: av.VideoFrame, seconds: Fraction
    ) -> None:
        """Measure how a caption stands out while it is whole, wherever it looks fainter."""
        if opaque(texts) != texts:
            return
        key = (id(captions), texts)
        if key != self._seen or self._ground is None:
            self._ground = Ground(captions, texts, self.form)
        self._seen = key
        if not self._ground.looks_fainter(picture):
            return
        ratio = self._ground.ratio(picture)
        if ratio < ENOUGH and (key not in self._weak or ratio < self._weak[key].ratio):
            self._weak[key] = Weak(ratio, seconds, " / ".join(one.text for one in texts))

    def weak(self) -> tuple[Weak, ...]:
        """Captions that did not stand out enough since this was asked last, each at its worst."""
        found = tuple(self._weak.values())
        self._weak.clear()
        self._seen = self._ground = None
        return found

    def _patch(self, captions: Captions, texts: Texts) -> PlanePatch:
        key = (id(captions), texts)
        return self._tools.patch(key, lambda: captions.layer(texts, self.form.display))

    def _stamp_patch(self, stamp: Stamp, opacity: int) -> PlanePatch:
        return self._tools.patch((id(stamp), opacity), lambda: stamp.layer(opacity))


def walked(stretch: Lowered, start: Fraction, stop: Fraction) -> Iterator[tuple[Fraction, Frame]]:
    """All frames of the film from `start` on and before `stop`, with their times in the stretch."""
    film = stretch.source.film
    early = slack(film) / 2
    first = film.pts_of(stretch.since + start - early) + 1
    last = film.pts_of(stretch.since + stop - early) + 1
    for frame in stretch.source.reader.walk(max(first, film.video.first_pts), last):
        yield frame.seconds - stretch.since, frame
