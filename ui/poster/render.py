"""Posters as pictures for the window: the engine's own, painted as jobs, the newest wish only."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from studio.core.geometry import Rect, Size
from studio.core.kept import Kept
from studio.core.progress import Progress
from studio.core.said import said
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.poster.layout import Layout
from studio.poster.preview import preview
from studio.poster.problem import Problem
from studio.poster.still import Still, still_of
from studio.presets import store
from studio.stills.faces import faces
from ui.jobs import Job, Jobs, while_there
from ui.poster.grip import Grip, grip_of
from ui.poster.proof import proofed
from ui.poster.wish import Wish

Picture = npt.NDArray[np.uint8]
Done = Callable[["Painted"], None]

CANVAS, BEFORE = "canvas", "before"
"""The place that is painted before all others, and what is laid over it for a moment."""
_CANVAS_LANE, _TILE_LANES = 0, (1, 2)
_FRAMES_KEPT = 40_000_000
_BYTES_KEPT = 32_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """A painted wish: its picture, the layout of the file, and how its still can be dragged."""

    wish: Wish
    image: QImage
    layout: Layout
    grip: Grip
    problems: tuple[Problem, ...]
    outside: float = 0.0
    """The share of the picture that the press it is proofed for cannot print."""


class _Frames:
    """The frames painted from, with the faces on them; the last few are kept."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: Kept[tuple[Film, Fraction], tuple[Picture, tuple[Rect, ...]]] = Kept(
            _FRAMES_KEPT, lambda frame: frame[0].nbytes
        )
        self._stills: Kept[tuple[object, ...], tuple[Still, Size]] = Kept(
            _FRAMES_KEPT, lambda still: still[0].picture.nbytes
        )

    def still(self, wish: Wish) -> tuple[Still, Size]:
        """What a wish shows, and the size of the whole frame. Raises CannotRead, BadValue."""
        # One at a time: two jobs that want the same frame would both decode it.
        with self._lock:
            key = wish.film, wish.seconds, wish.focus
            found = self._stills.get(key)
            if found is None:
                picture, seen = self._frame(wish.film, wish.seconds)
                size = Size(picture.shape[1], picture.shape[0])
                found = still_of(picture, wish.focus, seen), size
                self._stills.put(key, found)
            return found

    def _frame(self, film: Film, seconds: Fraction) -> tuple[Picture, tuple[Rect, ...]]:
        # The film itself, not its content: it may be read in another way now.
        key = film, seconds
        found = self._kept.get(key)
        if found is None:
            with FrameReader(film) as reader:
                picture = reader.at(seconds).still()
            found = picture, faces(np.ascontiguousarray(picture[..., ::-1]))
            self._kept.put(key, found)
        return found


def paint(wish: Wish, frames: _Frames, progress: Progress) -> Painted:
    """The engine's poster, for the screen. Raises StudioError."""
    progress.report(0.0)
    still, frame = frames.still(wish)
    progress.report(0.3)
    made = preview(
        still,
        store.template(wish.template),
        store.poster_format(wish.format),
        wish.copy,
        wish.limit,
    )
    grip = grip_of(made.layout, still, frame)
    seen, outside = (
        proofed(made.image, wish.proof, marks=wish.warns) if wish.proof else (made.image, 0.0)
    )
    data = np.ascontiguousarray(np.asarray(seen))
    height, width, _ = data.shape
    image = QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    # RGB32 is what the screen takes: converted here, not at each paint.
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return Painted(wish, image, made.layout, grip, (*wish.notes, *made.problems), outside)


class Painter(QObject):
    """Paints wishes for places; a newer wish for a place makes the older one void.

    The canvas has a lane of its own, the others share one, and a second while the canvas rests.
    """

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._frames = _Frames()
        self._wanted: dict[str, tuple[object, ...]] = {}
        self._waiting: OrderedDict[str, tuple[Wish, Done]] = OrderedDict()
        self._open: dict[str, tuple[object, ...]] = {}
        self._running: dict[int, Job] = {}
        self._kept: Kept[tuple[object, ...], Painted] = Kept(
            _BYTES_KEPT, lambda painted: painted.image.sizeInBytes()
        )
        self._fault: Callable[[str, BaseException], None] = lambda place, error: None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._next)

    def on_fault(self, told: Callable[[str, BaseException], None]) -> None:
        """Who hears what could not be painted."""
        self._fault = told

    @property
    def is_idle(self) -> bool:
        """Whether all that was asked for is there."""
        return not self._waiting and not self._running

    def is_making(self, place: str) -> bool:
        """Whether what was asked for a place is not there yet."""
        return place in self._open and self._open[place] == self._wanted.get(place)

    def kept(self, wish: Wish) -> Painted | None:
        """What was painted before for an equal wish."""
        return self._kept.get(wish.key)

    def ask(self, place: str, wish: Wish, done: Done) -> None:
        """Paint `wish` for `place`; what was painted before comes at once."""
        if self._wanted.get(place) == wish.key:
            return
        self._wanted[place] = wish.key
        kept = self._kept.get(wish.key)
        if kept is not None:
            self._waiting.pop(place, None)
            self._open.pop(place, None)
            done(kept)
            return
        self._waiting[place] = (wish, done)
        if place == BEFORE:
            # Somebody holds a key for it: no tile comes first.
            self._waiting.move_to_end(BEFORE, last=False)
        self._open[place] = wish.key
        if place == CANVAS and _CANVAS_LANE in self._running:
            self._running[_CANVAS_LANE].cancel()
        self._turn.start()

    def first(self, places: Sequence[str]) -> None:
        """Paint these before all others that wait, but the canvas."""
        for place in reversed(places):
            if place in self._waiting and place != CANVAS:
                self._waiting.move_to_end(place, last=False)

    def drop(self, place: str) -> None:
        """What was asked for a place is not wanted any more."""
        self._wanted.pop(place, None)
        self._waiting.pop(place, None)
        self._open.pop(place, None)

    def only(self, places: set[str], besides: str = "") -> None:
        """Drop the wishes of all other places: they are not there any more.

        Those that begin with `besides` are another's.
        """
        for place in self._wanted.keys() - places:
            if not besides or not place.startswith(besides):
                self.drop(place)

    def forget(self) -> None:
        """Drop every wish and every picture."""
        self._wanted.clear()
        self._waiting.clear()
        self._open.clear()
        self._kept.clear()

    def _next(self) -> None:
        if CANVAS in self._waiting and _CANVAS_LANE not in self._running:
            self._start(_CANVAS_LANE, CANVAS)
        for lane in _TILE_LANES:
            place = next((one for one in self._waiting if one != CANVAS), "")
            if not place or (lane != _TILE_LANES[0] and _CANVAS_LANE in self._running):
                return
            if lane not in self._running:
                self._start(lane, place)

    def _start(self, lane: int, place: str) -> None:
        wish, done = self._waiting.pop(place)
        job = self._jobs.start(said("Painting"), paint, wish, self._frames, quiet=True)
        self._running[lane] = job

        def painted(result: Painted) -> None:
            self._kept.put(wish.key, result)
            if self._wanted.get(place) == wish.key:
                self._open.pop(place, None)
                done(result)

        def failed(error: BaseException) -> None:
            if self._wanted.get(place) == wish.key:
                self._wanted.pop(place)
                self._open.pop(place, None)
                self._fault(place, error)

        def ended() -> None:
            if self._running.get(lane) is job:
                del self._running[lane]
            self._turn.start()

        job.done.connect(while_there(self, painted))
        job.failed.connect(while_there(self, failed))
        job.ended.connect(while_there(self, ended))
