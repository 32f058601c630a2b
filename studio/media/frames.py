"""A film's exact pictures, found by their PTS."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from types import TracebackType
from typing import TypeVar

import av
import numpy as np
import numpy.typing as npt
from av.container import InputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from studio.core.errors import CannotRead
from studio.core.geometry import Size
from studio.core.progress import Cancelled
from studio.core.said import said
from studio.media.decoding import Pictures, decoder_of
from studio.media.developing import Developer
from studio.media.film import Film
from studio.media.identity import check_unchanged
from studio.media.opening import open_media

# Decoded pictures kept, so that stepping back within a group of pictures is quick: bytes and count.
_KEEP_BYTES = 192 * 1024 * 1024
_KEEP_COUNT, _KEEP_LEAST = 64, 3
# So many frames ahead decoding on costs less than seeking: with a key frame in between, without
# knowing of any.
_NEAR = 12
# Codecs whose decoders leave out exactly what no other picture refers to, and how many frames
# before the one that is sought are wanted all the same: for steps back.
_HURRIED = frozenset(("h264", "hevc", "mpeg2video"))
_WHOLE = 8
_FAR = 100
# Asked for a frame so close before the oldest that is kept, somebody steps or plays backwards.
_BACK = 12
_HAIR = 1e-3

Pixel = TypeVar("Pixel", np.uint8, np.uint16)


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a film. `native` holds the decoder's planes, not upright; never write to it.

    `index` is the film's frame number, `seconds` count from the first frame.
    """

    film: Film
    pts: int
    native: av.VideoFrame
    developer: Developer

    @property
    def index(self) -> int:
        """The frame number as the film counts."""
        return self.film.index_of(self.pts)

    @property
    def seconds(self) -> Fraction:
        """When it is shown, from the first frame."""
        return self.film.time_of(self.pts)

    def rgb(self, size: Size | None = None) -> npt.NDArray[np.uint8]:
        """(h, w, 3), 0 to 255: upright, square pixels; the display size unless `size` is given."""
        return self.developer.rgb(self.native, size)

    def rgb16(self, size: Size | None = None) -> npt.NDArray[np.uint16]:
        """The same at 16 bits, 0 to 65535, for films of more than 8 bits."""
        return self.developer.rgb16(self.native, size)

    def still(self) -> npt.NDArray[np.uint8]:
        """As `rgb()`, but only the active part where the film has one: what posters show."""
        return self._cut(self.rgb())

    def still16(self) -> npt.NDArray[np.uint16]:
        """The same at 16 bits."""
        return self._cut(self.rgb16())

    @property
    def part(self) -> tuple[int, int, int, int] | None:
        """Left, top, width and height of the active part in pixels of the upright picture.

        These pixels lie wholly within it; at least one. None where the film has none.
        """
        active, display = self.film.active, self.film.video.display
        if active is None:
            return None
        # A hair of slack: 1/3 of 600 columns must not lose one to rounding.
        left = math.ceil(active.x * display.width - _HAIR)
        top = math.ceil(active.y * display.height - _HAIR)
        right = math.floor(active.right * display.width + _HAIR)
        bottom = math.floor(active.bottom * display.height + _HAIR)
        return left, top, max(1, right - left), max(1, bottom - top)

    def _cut(self, picture: npt.NDArray[Pixel]) -> npt.NDArray[Pixel]:
        if self.part is None:
            return picture
        left, top, width, height = self.part
        return np.ascontiguousarray(picture[top : top + height, left : left + width])

    def screen(self, size: Size, *, flow: int = 0) -> npt.NDArray[np.uint8]:
        """(h, w, 4) BGRX for a screen: upright, square pixels; `flow` as Developer.screen says."""
        return self.developer.screen(self.native, size, flow)

    def small(self, width: int) -> npt.NDArray[np.uint8]:
        """(h, `width`, 3) BGR for seeing: quick, area-scaled, upright; colours within 4 of 255."""
        return self.developer.small(self.native, width)


class FrameReader:
    """Reads the pictures of one film in any order; use it in one thread, in a `with` block.

    Random access gives the very pictures that reading from the start gives. Raises CannotRead when
    the file is gone, changed or holds no picture that can be decoded.

    `given_up` is asked between pictures: where the one that is read for is no longer wanted, and
    not near, Cancelled is raised. The next read goes on from there where that is its way.
    Pictures of up to `keep` bytes are kept, at least 3, for steps back.
    """

    def __init__(
        self,
        film: Film,
        given_up: Callable[[], bool] | None = None,
        *,
        keep: int | None = None,
    ) -> None:
        check_unchanged(film)
        self.film = film
        self._keep = _KEEP_BYTES if keep is None else keep
        self._given_up = given_up
        self._developer = Developer(film)
        self._damaged = 0
        self._stamps: deque[int] = deque()
        self._kept: deque[av.VideoFrame] = deque()
        self._ended = False
        self._whole_from: int | None = None
        self._hurried = False
        self._near = self._span(_NEAR)
        self._container, self._stream, self._decoder = self._open()
        self._pictures = Pictures(self._container, self._stream, self._decoder)
        self._source = iter(self._pictures)

    def __enter__(self) -> FrameReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file and the kept pictures go."""
        self._forget()
        self._container.close()

    @property
    def damaged(self) -> int:
        """How many packets or pictures were met that could not be decoded whole."""
        return self._damaged + self._pictures.damaged

    def at(self, seconds: Fraction) -> Frame:
        """The picture that is on screen at `seconds` from the first frame.

        Before the first frame that is the first, after the last the last.
        """
        return self._frame(self._find(max(self.film.pts_of(seconds), self.film.video.first_pts)))

    def at_pts(self, pts: int) -> Frame:
        """The picture with exactly this PTS. Raises CannotRead when there is none."""
        place = self._find(pts)
        if self._stamps[place] != pts:
            raise CannotRead(
                said("{film} has no picture with the PTS {pts}.", film=self.film.path, pts=pts),
                hint=said("Pick the still again; the film may be another cut."),
            )
        return self._frame(place)

    def is_at_hand(self, pts: int) -> bool:
        """Whether the picture on screen at `pts` has been decoded and is kept: it comes at once."""
        if not self._stamps or not self._stamps[0] <= pts <= self._stamps[-1]:
            return False
        left_out = self._whole_from is not None or bool(self._pictures.damaged)
        return not (self._hurried and left_out)

    def key_at(self, seconds: Fraction) -> Frame:
        """A key picture at or before `seconds`, quick to reach: for looking, not for exactness.

        Where the file has no index, whatever picture lies there at which reading can begin.
        """
        pts = max(self.film.pts_of(seconds), self.film.video.first_pts)
        self._seek(pts, None)
        self._reach(self.film.video.first_pts - 1)
        return self._frame(0)

    def walk(self, start_pts: int | None = None, stop_pts: int | None = None) -> Iterator[Frame]:
        """The pictures in order of time, from `start_pts` on and before `stop_pts`.

        Other reads may come in between; the walk finds its place again.
        """
        start = self.film.video.first_pts if start_pts is None else start_pts
        place: int | None = self._find(start)
        if self._stamps[self._find(start)] < start:
            place = self._next(start)
        while place is not None:
            stamp = self._stamps[place]
            if stop_pts is not None and stamp >= stop_pts:
                return
            yield self._frame(place)
            place = self._next(stamp)

    def _frame(self, place: int) -> Frame:
        return Frame(self.film, self._stamps[place], self._kept[place], self._developer)

    def _next(self, pts: int) -> int | None:
        """The place of the first picture after `pts`, None at the end."""
        self._find(pts)
        place = bisect_right(self._stamps, pts)
        if place < len(self._stamps):
            return place
        return len(self._stamps) - 1 if self._advance() else None

    def _find(self, pts: int) -> int:
        """The place among the kept ones of the last picture at or before `pts`, else the first."""
        if not self._is_near(pts):
            self._seek(pts, self._whole(pts, self._behind(pts)))
        elif self._stamps[-1] < (whole := self._whole(pts) or self._stamps[-1]):
            self._pictures.hurry = self._whole_from = whole
            self._hurried = True
        self._reach(pts)
        gap = self._whole_from is not None or self._stamps[0] > pts
        if self._hurried and (gap or self._pictures.damaged):
            # What was left out may be what is wanted; and damage spreads otherwise without it.
            self._seek(pts, None)
            self._reach(pts)
        return max(0, bisect_right(self._stamps, pts) - 1)

    def _reach(self, pts: int) -> None:
        """Read on until the picture at `pts` is kept. Raises Cancelled when nobody wants it."""
        near = pts - self._near
        while not self._stamps or (self._stamps[-1] <= pts and not self._ended):
            if self._given_up and self._stamps and self._stamps[-1] < near and self._given_up():
                raise Cancelled
            if not self._advance() and not self._stamps:
                raise CannotRead(
                    said("{film} holds no picture that can be decoded.", film=self.film.path),
                    hint=said("The film may be damaged; export it again."),
                )

    def _is_near(self, pts: int) -> bool:
        """Whether going on from here reaches `pts` at least as soon as a seek would."""
        if not self._stamps:
            return False
        if pts < self._stamps[0]:
            return self._stamps[0] <= self.film.video.first_pts
        if pts <= self._stamps[-1] or self._ended:
            return True
        if pts - self._stamps[-1] <= self._near:
            return True
        ahead = self.film.index_of(pts) - self.film.index_of(self._stamps[-1])
        entries = self._stream.index_entries
        place = entries.search_timestamp(pts, backward=True)
        if len(entries) < 2 or place < 0:
            return ahead <= _FAR
        return entries[place].timestamp <= self._stamps[-1]

    def _advance(self) -> bool:
        """Decode one picture more; False at the end."""
        try:
            stamp, native = next(self._source)
        except StopIteration:
            self._ended = True
            return False
        if self._whole_from is not None and stamp >= self._whole_from:
            # Among those before, some were left out: none of them may be taken for the last one.
            self._forget()
            self._whole_from = None
        self._stamps.append(stamp)
        self._kept.append(native)
        while len(self._kept) > _KEEP_LEAST and len(self._kept) > self._room(native):
            self._kept.popleft()
            self._stamps.popleft()
        return True

    def _room(self, native: av.VideoFrame) -> int:
        """How many pictures like this one are kept."""
        size = max(1, sum(plane.buffer_size for plane in native.planes))
        return min(_KEEP_COUNT, max(_KEEP_LEAST, self._keep // size))

    def _behind(self, pts: int) -> int:
        """How many frames before `pts` are likely to be wanted next: all that fit, going back."""
        if not self._stamps or pts >= self._stamps[0]:
            return _WHOLE
        steps = self.film.index_of(self._stamps[0]) - self.film.index_of(pts)
        return max(_WHOLE, self._room(self._kept[0]) - 2) if steps <= _BACK else _WHOLE

    def _whole(self, pts: int, behind: int = _WHOLE) -> int | None:
        """From where on all pictures are wanted to see the one at `pts`; None: from anywhere."""
        video = self.film.video
        steady = video.constant_rate and not video.interlaced
        if self.damaged or not steady or video.codec not in _HURRIED:
            return None
        return pts - self._span(behind)

    def _span(self, frames: int) -> int:
        """About how many ticks so many frames last."""
        video = self.film.video
        return round(frames / video.rate.value / video.time_base)

    def _seek(self, pts: int, whole: int | None) -> None:
        """Stand so that the next pictures are whole and the first is at or before `pts`.

        Before `whole` those that nothing refers to are left out.
        """
        first = self.film.video.first_pts
        step = max(1, round(1 / self.film.video.time_base))
        goal = pts
        while goal > first:
            if self._starts_at(goal, whole) and self._stamps[0] <= pts:
                return
            goal -= step
            step *= 2
        self._restart()

    def _starts_at(self, goal: int, whole: int | None) -> bool:
        self._forget()
        try:
            self._container.seek(goal, stream=self._stream)
        except av.error.FFmpegError:
            return False
        self._decoder.flush_buffers()
        self._read_on(after_seek=True, whole=whole)
        return self._advance()

    def _restart(self) -> None:
        """Read from the start, as if just opened."""
        self._forget()
        self._container.close()
        self._container, self._stream, self._decoder = self._open()
        self._read_on(after_seek=False)

    def _read_on(self, *, after_seek: bool, whole: int | None = None) -> None:
        self._damaged += self._pictures.damaged
        if self._pictures.hurry is not None:
            self._decoder.skip_frame = "DEFAULT"
        self._whole_from, self._hurried = whole, whole is not None
        self._pictures = Pictures(
            self._container, self._stream, self._decoder, after_seek, hurry=whole
        )
        self._source = iter(self._pictures)
        self._ended = False

    def _forget(self) -> None:
        self._stamps.clear()
        self._kept.clear()

    def _open(self) -> tuple[InputContainer, VideoStream, VideoCodecContext]:
        container = open_media(self.film.path)
        stream = container.streams[self.film.video.index]
        if not isinstance(stream, VideoStream):
            container.close()
            raise CannotRead(
                said("{film} has changed.", film=self.film.path), hint=said("Open the film again.")
            )
        return container, stream, decoder_of(stream)


def frame_image(film: Film, seconds: Fraction) -> Frame:
    """The picture that is on screen at `seconds` from the first frame. Raises CannotRead."""
    with FrameReader(film) as reader:
        return reader.at(seconds)
