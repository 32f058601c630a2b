"""Watches the event loop: how long each turn holds it, and what Python was doing meanwhile."""

from __future__ import annotations

import faulthandler
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

_PAUSE = 0.004
_LOOK = 0.01
_SUSPECT = 0.04
_DEEP = 12
_WAITS = ("threading.py", "subprocess.py", "connection.py", "queue.py", "_base.py", "selectors.py")
"""Where Python stands while it waits for somebody else."""
_WAITING = ("wait", "join", "_wait_for_tstate_lock", "_try_wait", "get", "_poll", "select", "_recv")
_BESIDE = "  beside:"


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the loop, in seconds: by the clock, and as computed by the window's thread.

    A busy machine makes the first longer, not the second. `starved`: how long the thread was ready
    and no processor was free for it; told by Linux, else 0. `stack`: where the thread was seen
    most, the innermost call last, and where other threads were then that did not wait; told of
    turns that were long by the clock.
    """

    wall: float
    computed: float
    stack: str = ""
    starved: float = 0.0

    @property
    def held(self) -> float:
        """By the clock, without the time in which other programs had the processors."""
        return max(0.0, self.wall - self.starved)

    @property
    def waited(self) -> bool:
        """Whether the thread mostly stood waiting for another thread or process."""
        here = self.stack.partition(_BESIDE)[0].rstrip()
        return _last_file(here).endswith(_WAITS) and here.rpartition(" in ")[2] in _WAITING


def stalls(turns: Iterable[Turn], limit: float = 0.1) -> list[Turn]:
    """Those in which our own code held the loop for `limit` seconds or more, worst first."""
    found = [
        turn for turn in turns if turn.held >= limit and (turn.computed >= limit or turn.waited)
    ]
    return sorted(found, key=lambda turn: -turn.wall)


class Watch(QObject):
    """Lets a heart beat in the loop between `begin` and `end`; made on the window's thread.

    A thread asks for a beat every few milliseconds; how long the loop takes to give it is how long
    it was held.
    """

    _beat = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[tuple[float, float, str, float]] = []
        """What `Turn` is made of: hundreds of thousands of those would be walked through by each
        search for garbage, plain tuples are not."""
        self._own = threading.get_ident()
        self._seen: list[str] = []
        self._given, self._over = threading.Event(), threading.Event()
        self._looker = threading.Thread(target=self._ask, name="watch", daemon=True)
        self._computed = time.thread_time()
        self._waits = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._starved = self._ready()
        self._beat.connect(self._give, Qt.ConnectionType.QueuedConnection)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """All until now."""
        return tuple(Turn(*one) for one in self.noted)

    def begin(self) -> None:
        """From now on."""
        self._looker.start()

    def end(self) -> None:
        """No more."""
        self._over.set()
        self._given.set()
        self._looker.join()
        self._beat.disconnect(self._give)

    def _give(self, asked: float) -> None:
        computed = time.thread_time()
        stack = ""
        if self._seen:
            stack, self._seen = Counter(self._seen).most_common(1)[0][0], []
        wall, starved = time.perf_counter() - asked, self._ready()
        self.noted.append((wall, computed - self._computed, stack, starved - self._starved))
        self._computed, self._starved = computed, starved
        self._given.set()

    def _ready(self) -> float:
        """Seconds that the window's thread could have computed and had no processor."""
        try:
            return int(self._waits.read_text(encoding="ascii").split()[1]) / 1e9
        except OSError:
            return 0.0

    def _ask(self) -> None:
        while not self._over.wait(_PAUSE):
            self._given.clear()
            asked = time.perf_counter()
            self._beat.emit(asked)
            while not self._given.wait(_LOOK) and not self._over.is_set():
                if time.perf_counter() - asked > _SUSPECT:
                    self._seen.append(_stacks(self._own))


def _stacks(own: int) -> str:
    """Where the thread `own` stands, and each other one that does not wait.

    Not by `sys._current_frames`: who holds a frame may be the last to hold a widget in it, which
    would then be destroyed on this thread while the window's own is at work.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
        faulthandler.dump_traceback(file, all_threads=True)
        file.seek(0)
        parts = file.read().split("\n\n")
    here, beside = "", []
    for part in parts:
        head, *calls = part.strip().splitlines()
        if f"0x{own:016x}" in head:
            here = "\n".join(reversed(calls[:_DEEP])) + "\n"
        elif calls and not head.startswith("Current") and not _last_file(calls[0]).endswith(_WAITS):
            beside.append(f"{_BESIDE}{calls[0]}\n")
    return here + "".join(beside)


def _last_file(stack: str) -> str:
    return stack.rstrip().rpartition('  File "')[2].partition('"')[0]
