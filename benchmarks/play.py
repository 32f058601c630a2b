"""Plays a 1080p film in a real window and says how smoothly.

python -m benchmarks.play [FILM] [--seconds N] [--size WxH] [--speed S] [--json]
under a display, for instance that of xvfb-run, or with QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from benchmarks.material import film_of
from benchmarks.measuring import heading, table, workplace
from studio.media.probe import probe
from ui.player.deck import Deck
from ui.player.player import Player
from ui.player.screen import Screen
from ui.widgets.theme import apply_theme

_LATE_MS = 8.0


class Watch:
    """Notes when each picture was shown, how long the window's thread was busy with it."""

    def __init__(self) -> None:
        self.shown: list[tuple[float, float]] = []
        """(moment, the film's seconds)"""
        self.busy: list[float] = []
        """Milliseconds of the window's thread for a frame: choosing, telling, painting."""
        self.late: list[float] = []
        """Milliseconds between the film's clock and the frame's own time when it was shown."""
        self.cpu: list[float] = []
        """The same as time of the processor, without what other programs took."""
        self._ms = self._own = 0.0

    def install(self) -> None:
        """Measure the player's own methods."""
        self._time(Deck, "_play_on")
        self._time(Screen, "paintEvent")

    def _time(self, owner: type, name: str) -> None:
        inner = getattr(owner, name)

        def timed(one: object, *args: QPaintEvent) -> None:
            began, own = time.perf_counter(), time.thread_time()
            inner(one, *args)
            self._ms += (time.perf_counter() - began) * 1000
            self._own += (time.thread_time() - own) * 1000
            if name == "paintEvent":
                self.busy.append(self._ms)
                self.cpu.append(self._own)
                self._ms = self._own = 0.0

        setattr(owner, name, timed)


def wait(milliseconds: int) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def share(values: list[float], part: float) -> float:
    """The value that `part` of all lie below."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))] if values else 0.0


def play(path: Path, size: tuple[int, int], speed: int, seconds: float) -> dict[str, float]:
    """Play and count."""
    watch = Watch()
    watch.install()
    player = Player()
    player.resize(*size)
    player.show()
    film = probe(path)
    lost = [0]
    player.set_film(film)
    while player.pts is None:
        wait(50)
    deck = player._deck
    assert deck is not None
    deck.loops = True
    deck.lost_changed.connect(lambda count: lost.__setitem__(0, count))

    def moved(at: Fraction) -> None:
        watch.shown.append((time.perf_counter(), float(at)))
        if deck._clock.runs:
            watch.late.append((deck._clock.seconds() - float(at)) * 1000 / speed)

    wait(500)
    player.moved.connect(moved)
    began, cpu = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    deck.play(speed)
    wait(round(seconds * 1000))
    player.pause()
    spent = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_SELF)
    used = after.ru_utime + after.ru_stime - cpu.ru_utime - cpu.ru_stime
    player.set_film(None)
    asked = round(min(seconds, spent) * float(film.video.rate.value))
    return figures(watch, asked, lost[0]) | {"CPU of 2 cores": used / spent / 2}


def figures(watch: Watch, asked: int, lost: int) -> dict[str, float]:
    """What was seen, by name."""
    gaps = [
        (b[0] - a[0]) * 1000 for a, b in zip(watch.shown, watch.shown[1:], strict=False) if b > a
    ]
    return {
        "asked for": asked,
        "shown": len(watch.shown),
        "dropped": lost,
        "late ms, half": share(watch.late, 0.5),
        "late ms, 95 of 100": share(watch.late, 0.95),
        "late ms, 99 of 100": share(watch.late, 0.99),
        "gap ms, half": share(gaps, 0.5),
        "gap ms, 99 of 100": share(gaps, 0.99),
        "window ms a frame, half": share(watch.busy, 0.5),
        "window ms a frame, 99 of 100": share(watch.busy, 0.99),
        "window ms a frame, most": max(watch.busy, default=0.0),
        f"frames over {_LATE_MS:g} ms": sum(one > _LATE_MS for one in watch.busy),
        "window CPU ms a frame, half": share(watch.cpu, 0.5),
        "window CPU ms a frame, 99 of 100": share(watch.cpu, 0.99),
        "window CPU ms a frame, most": max(watch.cpu, default=0.0),
    }


def main() -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", type=Path, nargs="?")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--speed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    width, height = map(int, asked.size.split("x"))
    with workplace() as folder, tempfile.TemporaryDirectory() as own:
        os.environ.setdefault("LOBBYCARD_CONFIG", own)
        path = asked.film or film_of(folder, 1080, 12)
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        apply_theme(app)
        found = play(path, (width, height), asked.speed, asked.seconds)
    if asked.json:
        print(json.dumps(found))
        return 0
    heading("play", f"{path.name} at {asked.size}, speed {asked.speed}, {asked.seconds:g} s")
    print(table(["what", "measured"], [[name, f"{value:.4g}"] for name, value in found.items()]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
