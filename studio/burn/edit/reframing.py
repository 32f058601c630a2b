"""A film's pictures in another shape: a window that follows, or all of it on a blurred ground."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

import av
import numpy as np
import numpy.typing as npt

from studio.burn.edit.following import Framing, framing_of
from studio.burn.picture.form import Form, View, sdr_form
from studio.burn.picture.ground import Corners, Ground, small_size
from studio.burn.picture.planes import Layout, plane_array
from studio.burn.picture.shaping import Graphs, Shaper, seen_steps
from studio.burn.picture.windows import cut
from studio.core.geometry import Rect, Size, fit
from studio.core.progress import SILENT, Progress
from studio.media.film import Film
from studio.media.frames import Frame
from studio.media.tone import needs_tone


class Shapes(Protocol):
    """Makes pictures of one film into those of a form."""

    def shaped(self, frame: Frame) -> av.VideoFrame:
        """`frame` in the form's size, pixel format and colour. Raises ToolFailed."""
        ...

    def rgb(self, frame: Frame) -> npt.NDArray[np.uint8]:
        """The form's view of `frame` in RGB (h, w, 3)."""
        ...


def framing_for(film: Film, form: Form, progress: Progress = SILENT) -> Framing | None:
    """The window's way over the film where the form follows; None elsewhere. Raises CannotRead."""
    view = form.view
    if view is None or view.way != "follow":
        return None
    return framing_of(film, view, progress)


def shaper_of(film: Film, form: Form, framing: Framing | None) -> Shapes:
    """What makes the film's pictures into those of `form`."""
    if framing is not None:
        return FollowShaper(film, form, framing)
    if form.view is not None and form.view.way == "pad":
        return PadShaper(film, form)
    return Shaper(film, form)


class FollowShaper:
    """Shows the window of `framing`."""

    def __init__(self, film: Film, form: Form, framing: Framing) -> None:
        self._film = film
        self._form = form
        self._framing = framing
        self._whole = _whole_form(film, form)
        self._shaper = Shaper(film, self._whole)
        self._seen: FollowShaper | None = None
        self._graphs = Graphs()

    def shaped(self, frame: Frame) -> av.VideoFrame:
        """`frame` in the form's size, pixel format and colour. Raises ToolFailed."""
        whole, display = self._whole.size, self._film.video.display
        window = self._framing.at(frame.pts)
        # Pixels that are not square are brought to squares on the way to the delivered size.
        window = window.scaled(_per(whole.width, display.width), _per(whole.height, display.height))
        full = self._shaper.shaped(frame)
        return cut(full, self._form.layout, window, self._form.size)

    def rgb(self, frame: Frame) -> npt.NDArray[np.uint8]:
        """The form's view of `frame` in RGB (h, w, 3)."""
        if needs_tone(self._form.colour):
            if self._seen is None:
                self._seen = FollowShaper(self._film, sdr_form(self._form), self._framing)
            return self._seen.rgb(frame)
        return _rgb(self._graphs, self.shaped(frame), self._form)


class PadShaper:
    """Shows all of the picture in the middle of a blurred, darkened enlargement of itself."""

    def __init__(self, film: Film, form: Form) -> None:
        assert form.view is not None
        self._film = film
        self._form = form
        self._seen: PadShaper | None = None
        self._graphs = Graphs()
        layout, box = form.layout, form.size
        area = form.view.window
        shown = fit(Size(int(area.width), int(area.height)), box)
        # Whole samples of chroma, at an even place.
        inner = Size(max(2, shown.width // 2 * 2), max(2, shown.height // 2 * 2))
        self._at = (box.width - inner.width) // 4 * 2, (box.height - inner.height) // 4 * 2
        self._inner = inner
        self._shaper = Shaper(film, _sized(form, View(area, inner), layout))
        self._ground = Ground(box, layout, form.colour)
        filled = _filled(area, box)
        self._small = Shaper(
            film, _sized(form, View(filled, small_size(box)), Layout(layout.bits, 1, 1))
        )

    def shaped(self, frame: Frame) -> av.VideoFrame:
        """`frame` in the form's size, pixel format and colour. Raises ToolFailed."""
        layout, size = self._form.layout, self._form.size
        inner, small = self._shaper.shaped(frame), self._small.shaped(frame)
        made = av.VideoFrame(size.width, size.height, layout.name)
        for place, target in enumerate(made.planes):
            across, down = (layout.across, layout.down) if place else (1, 1)
            into = plane_array(target, layout.bits)
            left, top = self._at[0] // across, self._at[1] // down
            picture = plane_array(inner.planes[place], layout.bits)
            right, bottom = left + picture.shape[1], top + picture.shape[0]
            into[top:bottom, left:right] = picture
            low = plane_array(small.planes[place], layout.bits)
            for corners in _around((left, top, right, bottom), into.shape):
                x, y, ends, foot = corners
                into[y:foot, x:ends] = self._ground.plane(low, corners, chroma=place > 0)
        return made

    def rgb(self, frame: Frame) -> npt.NDArray[np.uint8]:
        """The form's view of `frame` in RGB (h, w, 3)."""
        if needs_tone(self._form.colour):
            if self._seen is None:
                self._seen = PadShaper(self._film, sdr_form(self._form))
            return self._seen.rgb(frame)
        return _rgb(self._graphs, self.shaped(frame), self._form)


def _rgb(graphs: Graphs, picture: av.VideoFrame, form: Form) -> npt.NDArray[np.uint8]:
    seen = graphs.through(picture, form.colour, seen_steps(form), "rgb")
    return np.asarray(seen.to_ndarray(), dtype=np.uint8)


def _per(length: int, other: int) -> float:
    return length / other


def _sized(form: Form, view: View, layout: Layout) -> Form:
    """`form` for a part of its picture."""
    return replace(form, view=view, size=view.size, display=view.size, layout=layout)


def _whole_form(film: Film, form: Form) -> Form:
    """The whole upright picture in the form's layout and colour, with as many pixels as it has."""
    video = film.video
    turned = video.rotation in (90, 270)
    coded = video.coded
    wide, high = (coded.height, coded.width) if turned else (coded.width, coded.height)
    size = Size(max(2, wide // 2 * 2), max(2, high // 2 * 2))
    display = video.display
    # What is left over of an odd side is cut, not squeezed.
    window = Rect(0, 0, display.width * size.width / wide, display.height * size.height / high)
    return _sized(form, View(window, size), form.layout)


def _filled(area: Rect, box: Size) -> Rect:
    """The largest window of the box's shape in the middle of `area`."""
    if area.width * box.height > area.height * box.width:
        wide = max(1, round(area.height * box.width / box.height))
        return Rect(area.x + (area.width - wide) // 2, area.y, wide, area.height)
    high = max(1, round(area.width * box.height / box.width))
    return Rect(area.x, area.y + (area.height - high) // 2, area.width, high)


def _around(inner: Corners, shape: tuple[int, ...]) -> list[Corners]:
    """What lies around the inner part of a plane of `shape`, in up to four parts."""
    left, top, right, bottom = inner
    high, wide = shape
    parts = [
        (0, 0, wide, top),
        (0, bottom, wide, high),
        (0, top, left, bottom),
        (right, top, wide, bottom),
    ]
    return [one for one in parts if one[0] < one[2] and one[1] < one[3]]
