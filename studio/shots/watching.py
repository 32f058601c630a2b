"""Looks at a film's frames in order and gathers what they show, part by part.

Parts end at fixed frame numbers, so whoever makes one makes the same; to begin one, no more is
needed than the part and the frame before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

from studio.media.developing import Developer
from studio.media.film import Film
from studio.media.frames import Frame
from studio.media.thumbs import keep_thumbnail
from studio.shots.looking import Bytes, Close, Look, close_look, look
from studio.shots.maps import Maps, maps
from studio.shots.steps import SCALARS, Walker, thumb
from studio.shots.structure import Floats, Whole

# So many times a second one frame, the stillest of those around, is looked at closely.
_CLOSE_LOOKS = 4
_LONGEST_WINDOW = 16
# Every so many windows the strip gets a picture; after a change of this share of the blocks sooner.
_A_PICTURE = 4
_AFTER_A_CHANGE = 2
_CHANGED = 0.5
# A part holds frames of so many pixels in all, about a second's decoding; the first ones a share of
# it, so that there is something to see at once.
_PART_PIXELS = 400_000_000
_FIRST_SHARES = (8, 4, 2)
_STEP, _BLOCKS = SCALARS.index("luma_step"), SCALARS.index("blocks")

Native = tuple[int, av.VideoFrame]
"""PTS and decoded frame."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the frames from number `start` on show: an entry each of `pts`, `table` and `thumbs`.

    `table` float32 (n, len(SCALARS)); `thumbs` uint8 (n, 18, 32), (n, 32, 18) when portrait.
    `measured` int64: the numbers of those that were looked at closely, a row each of `maps` (the
    fields of studio.shots.maps.Maps). `pictures` int64: PTS of its pictures for the strip; since
    the last of all there were `windows`, and `changed` tells whether there was a strong change.
    """

    start: int
    pts: Whole
    table: Floats
    thumbs: Bytes
    measured: Whole
    maps: Mapping[str, NDArray[Any]]
    pictures: Whole
    windows: int
    changed: bool

    @property
    def stop(self) -> int:
        """The number of the first frame after it."""
        return self.start + len(self.pts)


def window_of(film: Film) -> int:
    """How many frames share one close look."""
    return max(1, min(_LONGEST_WINDOW, round(film.video.rate.value / _CLOSE_LOOKS)))


def borders(film: Film) -> Iterator[int]:
    """The frame numbers at which parts end, without an end: whole windows, the same each time."""
    window = window_of(film)
    whole = max(1, round(_PART_PIXELS / film.video.coded.pixels / window))
    at = 0
    for share in _FIRST_SHARES:
        at += max(1, whole // share) * window
        yield at
    while True:
        at += whole * window
        yield at


@dataclass(frozen=True, slots=True)
class _Seen:
    """A frame that may yet be the stillest of its window; `step` is how far it moved."""

    number: int
    pts: int
    native: av.VideoFrame
    look: Look
    step: float


class Watcher:
    """Takes the frames after `last` (None: from the first on) in order and gives parts."""

    def __init__(self, film: Film, last: Part | None = None) -> None:
        self._film, self._video = film, film.video
        self._developer = Developer(film)
        self._walker = Walker()
        self._window = window_of(film)
        self._start = self._number = last.stop if last else 0
        self._borders = (at for at in borders(film) if at > self._number)
        self._border = next(self._borders)
        self._windows = last.windows if last else _A_PICTURE
        self._changed = last.changed if last else False
        self._held: _Seen | None = None
        self._best: _Seen | None = None
        self._gather()

    def begin_after(self, native: av.VideoFrame) -> Bytes:
        """The thumb of the frame before the first, which the first step needs."""
        seen = look(native, self._video)
        self._walker.row(seen)
        return thumb(seen)

    def watch(self, frames: Iterable[Native]) -> Iterator[Part]:
        """The parts that the next frames complete."""
        for pts, native in frames:
            self._see(pts, native)
            if self._number == self._border:
                yield self._part()
                self._border = next(self._borders)

    def finish(self) -> Part | None:
        """The last part, None where the film ended with the one before."""
        if not self._pts:
            return None
        if self._held is not None:
            self._close()
        return self._part()

    def _gather(self) -> None:
        self._pts: list[int] = []
        self._rows: list[tuple[float, ...]] = []
        self._thumbs: list[Bytes] = []
        self._measured: list[int] = []
        self._closes: list[Close] = []
        self._pictures: list[int] = []

    def _see(self, pts: int, native: av.VideoFrame) -> None:
        seen = look(native, self._video)
        row = self._walker.row(seen)
        self._pts.append(pts)
        self._rows.append(row)
        self._thumbs.append(thumb(seen))
        self._settle(row[_STEP])
        self._held = _Seen(self._number, pts, native, seen, row[_STEP])
        self._number += 1
        if self._number % self._window == 0:
            self._close()

    def _settle(self, step: float) -> None:
        """What moves by `step` after the frame before tells how still that one was."""
        held = self._held
        if held is not None and (self._best is None or max(held.step, step) < self._best.step):
            still = max(held.step, step)
            self._best = _Seen(held.number, held.pts, held.native, held.look, still)

    def _close(self) -> None:
        """End a window: its stillest frame is looked at closely."""
        chosen = self._best or self._held
        assert chosen is not None
        self._measured.append(chosen.number)
        self._closes.append(close_look(chosen.native, self._video, chosen.look))
        waited = _AFTER_A_CHANGE if self._changed else _A_PICTURE
        if self._windows >= waited:
            frame = Frame(self._film, chosen.pts, chosen.native, self._developer)
            keep_thumbnail(frame)
            self._pictures.append(chosen.pts)
            self._windows, self._changed = 0, False
        self._windows += 1
        moved = [row[_BLOCKS] for row in self._rows[-self._window :]]
        self._changed = self._changed or max(moved) > _CHANGED
        self._held = self._best = None

    def _part(self) -> Part:
        seen = maps(self._closes)
        part = Part(
            start=self._start,
            pts=np.array(self._pts, np.int64),
            table=np.array(self._rows, np.float32),
            thumbs=np.stack(self._thumbs),
            measured=np.array(self._measured, np.int64),
            maps={one.name: getattr(seen, one.name) for one in fields(Maps)},
            pictures=np.array(self._pictures, np.int64),
            windows=self._windows,
            changed=self._changed,
        )
        self._start = self._number
        self._gather()
        return part
