"""An empty window that tells how long the turns of its loop took: what the machine alone does.

python -m tests.ui.hollow

A process of its own. Told "on" and "off" by lines on its stdin it watches in between; at the end of
its stdin it prints the turns of its loop and how slowly it computed, as JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.watch import Turn, Watch

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60.0
_PIECE, _FIRST, _COMPUTES_MS = 20_000, 40, 500
"""A piece of Python of some 1 ms, now and then; several at first, to see how fast it can be."""


@dataclass(frozen=True, slots=True)
class Empty:
    """An empty window beside the same work: the turns of its loop.

    `slowness`: the processor time of one and the same piece of Python, half of the times against
    the least of all; above 1 where others crowd the caches and the cores.
    """

    turns: tuple[Turn, ...]
    slowness: float


class Hollow:
    """The empty window, from outside."""

    def __init__(self) -> None:
        """Start it, and wait until it stands."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.hollow"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "there\n"

    def say(self, word: str) -> None:
        """Let it begin ("on") or cease ("off") to watch."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()

    def end(self) -> Empty:
        """What it found; then it is gone."""
        said, _ = self._process.communicate(timeout=_PATIENCE)
        turns, slowness = json.loads(said)
        return Empty(tuple(Turn(wall, 0.0, "", starved) for wall, starved in turns), slowness)

    def leave(self) -> None:
        """Whatever it does, it is gone afterwards."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate(timeout=_PATIENCE)


class _Listener(QObject):
    """Hears the lines on a thread of its own and obeys on the window's."""

    heard = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._turns: list[tuple[float, float]] = []
        self._watch: Watch | None = None
        self._took = [_computed() for _ in range(_FIRST)]
        self._clock = QTimer(self)
        self._clock.setInterval(_COMPUTES_MS)
        self._clock.timeout.connect(lambda: self._took.append(_computed()))
        self.heard.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.heard.emit(line.strip())
        self.heard.emit("end")

    def _obey(self, word: str) -> None:
        if self._watch is not None:
            self._watch.end()
            self._turns += [(turn.wall, turn.starved) for turn in self._watch.turns]
            self._watch = None
            self._clock.stop()
        if word == "on":
            self._watch = Watch()
            self._watch.begin()
            self._clock.start()
        elif word == "end":
            slowness = statistics.median(self._took[_FIRST:] or [1]) / min(self._took)
            _say(json.dumps((self._turns, slowness)))
            QApplication.exit()


def _computed() -> float:
    began = time.thread_time()
    sum(number % 7 for number in range(_PIECE))
    return time.thread_time() - began


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Returns the exit code."""
    app = QApplication(["hollow"])
    window = QWidget()
    window.resize(1440, 900)
    window.show()
    listener = _Listener()
    _say("there")
    code = app.exec()
    listener.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main())
