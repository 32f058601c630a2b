"""Decoding on a thread of its own, so that the window never waits for a picture."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from studio.core.errors import StudioError
from studio.core.progress import Cancelled
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader
from ui.player.clock import Clock
from ui.player.desk import Desk, Task, Wish
from ui.player.nearby import Nearby
from ui.player.picture import picture_of

# So late (seconds of a viewer) it is better to jump than to decode what no one will see.
_VERY_LATE = 0.5
# More steps than these are a jump, where the rate says where to.
_FEW = 4
# So long (seconds) the window waits for a thread that was told to end.
_PATIENCE = 0.02


class Reading(QObject):
    """Reads one film for one desk until it is closed."""

    arrived = Signal()
    """The desk has a new picture, or playing came to its end."""
    failed = Signal(object)
    """The film cannot be read (any more): a StudioError or OSError."""

    def __init__(
        self, film: Film, desk: Desk, clock: Clock, held: Nearby, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._film, self._desk, self._clock, self._held = film, desk, clock, held
        self._task: Task | None = None
        self._thread = threading.Thread(target=self._run, name=f"reading {film.path.name}")

    def start(self) -> None:
        """Begin, once somebody listens."""
        self._thread.start()

    def close(self) -> None:
        """End the thread; the window does not wait for the picture that is being made.

        What is not over within `_PATIENCE` lives on by itself till it is: nobody hears it.
        """
        self._desk.close()
        self._thread.join(_PATIENCE)
        if self._thread.is_alive():
            self.setParent(None)
            _leaving.append(self)
        # On the window's thread, where Qt's objects have to go.
        _leaving[:] = [one for one in _leaving if one.is_at_work]

    @property
    def is_at_work(self) -> bool:
        """Whether the thread has not come to its end."""
        return self._thread.is_alive()

    def _run(self) -> None:
        try:
            with FrameReader(self._film, self._is_past) as reader:
                hands = _Hands(reader, self._desk, self._clock, self._held)
                while (task := self._desk.next_task()) is not None:
                    self._task = task
                    self._do(hands, task)
        except (StudioError, OSError) as error:
            self.failed.emit(error)

    def _do(self, hands: _Hands, task: Task) -> None:
        try:
            if hands.do(task):
                self.arrived.emit()
        except Cancelled:
            # The pointer is elsewhere by now: what was read so far may lie on the way there.
            return

    def _is_past(self) -> bool:
        return self._task is not None and self._desk.is_past(self._task)


# Readings whose threads are still ending.
_leaving: list[Reading] = []


class _Hands:
    """What the thread does with the reader."""

    def __init__(self, reader: FrameReader, desk: Desk, clock: Clock, held: Nearby) -> None:
        self._reader, self._desk, self._clock, self._held = reader, desk, clock, held
        self._film = reader.film
        self._pts = self._film.video.first_pts
        self._walk: Iterator[Frame] = iter(())
        self._shown = 0
        self._flow = 1

    def do(self, task: Task) -> bool:
        """Whether there is something new on the desk."""
        if task.wish is not None:
            self._still(task, task.wish)
            return True
        if task.fills:
            self._fill(task)
            return False
        if task.start is not None:
            self._begin(task, task.start)
        return self._forward(task) if task.speed > 0 else self._back(task)

    # -- stills ---------------------------------------------------------------------------

    def _still(self, task: Task, wish: Wish) -> None:
        if wish.goal is not None:
            frame = self._at(wish.goal)
        else:
            frame = self._reader.at_pts(self._pts if wish.base is None else wish.base)
        frame = self._stepped(frame, wish.steps)
        self._pts = frame.pts
        self._desk.put_still(task, picture_of(frame, task.look))

    def _at(self, seconds: Fraction) -> Frame:
        return self._reader.at(max(Fraction(0), seconds))

    def _stepped(self, frame: Frame, steps: int) -> Frame:
        video = self._film.video
        if abs(steps) > _FEW and video.constant_rate:
            # The middle of a frame's time: a PTS may be rounded to either side of its place.
            place = Fraction(2 * max(0, frame.index + steps) + 1, 2)
            return self._at(place / video.rate.value)
        if steps > 0:
            for number, found in enumerate(self._reader.walk(frame.pts)):
                frame = found
                if number == steps:
                    break
        for _ in range(-steps):
            if frame.pts <= self._film.video.first_pts:
                break
            # One tick before a frame starts, the frame before it is on screen.
            frame = self._reader.at(self._film.time_of(frame.pts - 1))
        return frame

    def _fill(self, task: Task) -> None:
        """One neighbour more of the frame that stands, where it costs no going back."""
        turn = self._held.turn
        row = self._held.row()
        before, after = self._held.lacks()
        found: Frame | None = None
        if row and before and self._reader.is_at_hand(row[0] - 1):
            found = self._reader.at(self._film.time_of(row[0] - 1))
        elif row and after:
            found = next(self._reader.walk(row[-1] + 1), None)
            if found is None:
                self._held.end(turn, last=True)
        if found is None or not self._held.add(turn, picture_of(found, task.look)):
            self._desk.filled(task)

    # -- playing --------------------------------------------------------------------------

    def _begin(self, task: Task, pts: int) -> None:
        self._pts = self._reader.at_pts(pts).pts
        self._flow = 1
        if task.speed > 0:
            self._walk = self._reader.walk(pts)
            self._shown = next(self._walk).index

    def _forward(self, task: Task) -> bool:
        frame = next(self._walk, None)
        if frame is None:
            self._desk.end(task)
            return True
        self._pts = frame.pts
        behind = self._behind(frame)
        if behind > _VERY_LATE * task.speed:
            self._jump(task, frame)
            return False
        if behind > 0:
            self._desk.lose(task, 1)
            self._flow = 2
            return False
        if frame.index - self._shown < task.speed:
            return False
        self._hand_over(task, frame)
        return True

    def _behind(self, frame: Frame) -> float:
        """How many film seconds ago the frame's time was over; negative while it is not."""
        if not self._clock.runs:
            return -1.0
        return self._clock.seconds() - float(frame.seconds + 1 / self._film.video.rate.value)

    def _jump(self, task: Task, frame: Frame) -> None:
        """Go on where the clock will soon be."""
        there = self._at(Fraction(self._clock.seconds()) + Fraction(task.speed, 5))
        if there.pts <= frame.pts:
            return
        self._desk.lose(task, there.index - frame.index)
        self._walk = self._reader.walk(there.pts)
        self._shown = there.index - task.speed
        self._flow = 2

    def _back(self, task: Task) -> bool:
        if self._pts <= self._film.video.first_pts:
            self._desk.end(task)
            return True
        # The frame before, or several before when the speed or a slow machine asks for it.
        goal = self._film.time_of(self._pts) + task.speed / self._film.video.rate.value
        goal = min(goal, self._film.time_of(self._pts - 1))
        if self._clock.runs:
            goal = min(goal, Fraction(self._clock.seconds()))
        self._hand_over(task, self._at(goal))
        return True

    def _hand_over(self, task: Task, frame: Frame) -> None:
        self._pts, self._shown = frame.pts, frame.index
        self._desk.put_ahead(task, picture_of(frame, task.look, flow=self._flow))
