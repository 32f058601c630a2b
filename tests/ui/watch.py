"""Watches the event loop: how long each turn holds it, and what Python was doing meanwhile."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

_PAUSE = 0.004
_LOOK = 0.01
_SUSPECT = 0.04
_WAITS = ("threading.py", "subprocess.py", "connection.py", "queue.py", "_base.py", "selectors.py")
"""Where Python stands while it waits for somebody else."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the loop, in seconds: by the clock, and as computed by the window's thread.

    A busy machine makes the first longer, not the second. `stack`: where the thread was seen most,
    the innermost call last; told of turns that were long by the clock.
    """

    wall: float
    computed: float
    stack: str = ""

    @property
    def waited(self) -> bool:
        """Whether the thread mostly stood waiting for another thread or process."""
        last = self.stack.rstrip().rpartition('  File "')[2].partition('"')[0]
        return last.endswith(_WAITS)


class Watch(QObject):
    """Lets a heart beat in the loop between `begin` and `end`; made on the window's thread.

    A thread asks for a beat every few milliseconds; how long the loop takes to give it is how long
    it was held. `limit` in seconds is what our own code may hold it for.
    """

    _beat = Signal(float)

    def __init__(self, limit: float = 0.1) -> None:
        super().__init__()
        self.limit = limit
        self.turns: list[Turn] = []
        self._own = threading.get_ident()
        self._seen: list[str] = []
        self._given, self._over = threading.Event(), threading.Event()
        self._looker = threading.Thread(target=self._ask, name="watch", daemon=True)
        self._computed = time.thread_time()
        self._beat.connect(self._give, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """From now on."""
        self._looker.start()

    def end(self) -> None:
        """No more."""
        self._over.set()
        self._given.set()
        self._looker.join()
        self._beat.disconnect(self._give)

    @property
    def stalls(self) -> list[Turn]:
        """The turns in which our own code held the loop for longer than the limit, worst first."""
        found = [
            turn
            for turn in self.turns
            if turn.wall >= self.limit and (turn.computed >= self.limit or turn.waited)
        ]
        return sorted(found, key=lambda turn: -turn.wall)

    def longest(self, share: float = 1.0) -> float:
        """By the clock: no more than 1 - `share` of all turns are longer than this."""
        took = sorted(turn.wall for turn in self.turns)
        return took[min(len(took) - 1, int(share * len(took)))] if took else 0.0

    def _give(self, asked: float) -> None:
        computed = time.thread_time()
        stack = ""
        if self._seen:
            stack, self._seen = Counter(self._seen).most_common(1)[0][0], []
        self.turns.append(Turn(time.perf_counter() - asked, computed - self._computed, stack))
        self._computed = computed
        self._given.set()

    def _ask(self) -> None:
        while not self._over.wait(_PAUSE):
            self._given.clear()
            asked = time.perf_counter()
            self._beat.emit(asked)
            while not self._given.wait(_LOOK) and not self._over.is_set():
                frame = sys._current_frames().get(self._own)
                if time.perf_counter() - asked > _SUSPECT and frame is not None:
                    self._seen.append("".join(traceback.format_stack(frame)[-12:]))
