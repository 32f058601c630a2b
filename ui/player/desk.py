"""What the window wishes and what the decoding thread has ready, handed over between the two."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, replace
from fractions import Fraction

from ui.player.picture import Look, Picture

AHEAD = 6
"""Pictures made ready before their time while playing."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A still picture: at `goal`, else at the PTS `base`, else where the thread stands.

    From there it is `steps` frames on or back.
    """

    goal: Fraction | None = None
    steps: int = 0
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What to do next: a still for `wish`, else the next picture at `speed`.

    `start` is the PTS to play from when that is new; `turn` tells playing before a wish from
    playing after it. `fills`: there is time for a neighbour of the picture that stands.
    """

    turn: int
    look: Look
    wish: Wish | None = None
    speed: int = 0
    start: int | None = None
    fills: bool = False


class Desk:
    """The newest wish wins; pictures read ahead are bounded in number and go with a new wish."""

    def __init__(self, look: Look) -> None:
        self._lock = threading.Condition()
        self._look = look
        self._wish: Wish | None = Wish(Fraction(0))
        self._speed = 0
        self._start: int | None = None
        self._turn = 0
        self._still: tuple[Picture, bool] | None = None
        self._ahead: deque[Picture] = deque()
        self._over = False
        self._closed = False
        self._lost = 0
        self._base: int | None = None
        self._open = True
        self._fills = False

    # -- the window's side ----------------------------------------------------------------

    def seek(self, seconds: Fraction) -> None:
        """Wish for the frame at `seconds` in place of every wish before."""
        with self._lock:
            self._new_turn(Wish(seconds), 0)

    def step(self, frames: int) -> None:
        """Wish for the frame so many further on (or back) than the last one wished for."""
        with self._lock:
            before = self._wish or Wish(base=self._base)
            self._new_turn(replace(before, steps=before.steps + frames), 0)

    def stand(self, pts: int) -> None:
        """The window shows the frame at `pts` by itself: the next steps count from there."""
        with self._lock:
            self._new_turn(None, 0)
            self._base, self._still = pts, None

    @property
    def is_settled(self) -> bool:
        """Whether the still that was last wished for has been taken."""
        with self._lock:
            return not self._open

    def dress(self, look: Look) -> None:
        """Wish for another size or other captions from now on."""
        with self._lock:
            if look != self._look:
                self._look = look
                if self._speed == 0 and self._wish is None:
                    self._wish = Wish(base=self._base)
                self._lock.notify()

    def fill(self) -> None:
        """Make neighbours of the picture that stands, as long as nothing else is wished for."""
        with self._lock:
            self._fills = True
            self._lock.notify()

    def play(self, speed: int, pts: int) -> None:
        """Wish for pictures from the frame at `pts` on, or back where `speed` is negative."""
        with self._lock:
            self._new_turn(None, speed)
            self._start = pts

    def halt(self) -> None:
        """Wish for nothing more."""
        with self._lock:
            self._new_turn(self._wish, 0)

    def close(self) -> None:
        """Let the thread end."""
        with self._lock:
            self._closed = True
            self._lock.notify()

    def take(self) -> tuple[Picture, bool] | None:
        """The newest still, once, and whether it is the one last wished for."""
        with self._lock:
            still, self._still = self._still, None
            if still is not None and still[1]:
                self._open = False
            return still

    def due(self, now: float) -> tuple[Picture | None, int]:
        """While playing: the picture for `now` (film seconds), and how many were lost till then."""
        with self._lock:
            found: Picture | None = None
            lost, self._lost = self._lost, 0
            while self._ahead and self._is_due(self._ahead[0], now):
                lost += found is not None
                found = self._ahead.popleft()
            self._lock.notify()
            return found, lost if self._speed == 1 else 0

    @property
    def primed(self) -> bool:
        """Whether enough was read ahead to begin."""
        with self._lock:
            return self._over or len(self._ahead) >= AHEAD // 2

    @property
    def done(self) -> bool:
        """Whether playing has come to the end and all of it was shown."""
        with self._lock:
            return self._over and not self._ahead

    def next_at(self) -> float | None:
        """The time of the next picture that is ready, in film seconds."""
        with self._lock:
            return float(self._ahead[0].seconds) if self._ahead else None

    def _is_due(self, picture: Picture, now: float) -> bool:
        seconds = float(picture.seconds)
        return seconds <= now if self._speed > 0 else seconds >= now

    def _new_turn(self, wish: Wish | None, speed: int) -> None:
        self._turn += 1
        self._wish, self._speed = wish, speed
        self._base, self._open = None, wish is not None
        self._fills = False
        self._start, self._over, self._lost = None, False, 0
        self._ahead.clear()
        self._lock.notify()

    # -- the thread's side ----------------------------------------------------------------

    def next_task(self) -> Task | None:
        """Waits for something to do; None when the thread should end."""
        with self._lock:
            while not (self._closed or self._wish or self._wants_more() or self._fills):
                self._lock.wait()
            if self._closed:
                return None
            wish, self._wish = self._wish, None
            start, self._start = (None, self._start) if wish else (self._start, None)
            fills = self._fills and wish is None and not self._speed
            return Task(self._turn, self._look, wish, self._speed, start, fills)

    def is_past(self, task: Task) -> bool:
        """Whether nobody waits for the task any more, nor counts steps from where it leads."""
        with self._lock:
            if self._closed or task.turn == self._turn:
                return self._closed
            wish = self._wish
            if wish is None:
                return bool(self._speed) or self._base is not None
            return wish.goal is not None or wish.base is not None

    def put_still(self, task: Task, picture: Picture) -> None:
        """A still is ready; an older wish's too, so that scrubbing is seen while it goes on."""
        with self._lock:
            newest = task.turn == self._turn
            if newest or self._open:
                self._still = (picture, newest)

    def filled(self, task: Task) -> None:
        """No more neighbours are to be had."""
        with self._lock:
            if task.turn == self._turn:
                self._fills = False

    def put_ahead(self, task: Task, picture: Picture) -> None:
        """A picture to play is ready; it goes when playing has changed since."""
        with self._lock:
            if task.turn == self._turn:
                self._ahead.append(picture)

    def lose(self, task: Task, count: int) -> None:
        """So many pictures came too late to be made."""
        with self._lock:
            if task.turn == self._turn:
                self._lost += count

    def end(self, task: Task) -> None:
        """There is nothing further to play."""
        with self._lock:
            if task.turn == self._turn:
                self._over = True

    def _wants_more(self) -> bool:
        return self._speed != 0 and not self._over and len(self._ahead) < AHEAD
