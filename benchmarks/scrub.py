"""The Film page's player under a hand: steps, scrubbing, what stands in; from key to paint.

python -m benchmarks.scrub [FILM] [--seeks N]
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.material import film_of
from benchmarks.measuring import heading, table, workplace
from benchmarks.seek import long_gops
from studio.media.probe import probe
from studio.media.spread import spread
from studio.media.thumbs import keep_thumbnail
from ui.film.scrubbing import Scrubbing
from ui.player.player import Player
from ui.widgets.theme import apply_theme

_ROOM = (960, 640)
_STEPS = 40
_KEY_MS = 33
"""A key that is held repeats about thirty times a second."""
_GLIDE_SECONDS, _MOVE_MS = 0.5, 16
"""How long a hand takes along the strip, and how often it is heard meanwhile."""
_REST_MS = 3000
_LONGEST_MS = 20_000
_PICTURES = 24


def wait(ms: int) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def shown(player: Player, act: Callable[[], None], frame: int) -> float:
    """Milliseconds from the act to the painted frame. Raises TimeoutError."""
    loop = QEventLoop()

    def look() -> None:
        if player.pts is not None and player.frame_index == frame:
            loop.quit()

    player.moved.connect(look)
    began = time.perf_counter()
    act()
    if player.pts is None or player.frame_index != frame:
        QTimer.singleShot(_LONGEST_MS, loop.quit)
        loop.exec()
    player.moved.disconnect(look)
    if player.frame_index != frame:
        raise TimeoutError(f"frame {frame} did not come")
    player.repaint()
    return (time.perf_counter() - began) * 1000


def steps(player: Player, way: int, start: int) -> list[float]:
    """A held arrow key from a frame that was rested on."""
    film = player.film
    assert film is not None
    shown(player, lambda: player.seek(film.video.rate.seconds(start)), start)
    wait(_REST_MS)
    spent = []
    for number in range(1, _STEPS + 1):
        took = shown(player, lambda: player.step(way), start + way * number)
        spent.append(took)
        wait(max(1, round(_KEY_MS - took)))
    return spent


def seeks(player: Player, count: int) -> list[float]:
    """The pointer rests at a new place each time."""
    film = player.film
    assert film is not None
    spent = []
    for frame in random.Random(5).sample(range(film.video.frames), count):
        seconds = film.video.rate.seconds(frame) + Fraction(1, 1000)
        spent.append(shown(player, lambda at=seconds: player.seek(at), frame))
    return spent


def glides(player: Player, count: int) -> list[float]:
    """The pointer glides to each new place as a hand does, and rests there."""
    film = player.film
    assert film is not None
    spent, last = [], 0
    for frame in random.Random(7).sample(range(film.video.frames), count):
        began = time.perf_counter()
        while (share := (time.perf_counter() - began) / _GLIDE_SECONDS) < 1:
            # A hand's way from rest to rest (Flash and Hogan 1985: least jerk).
            gone = share**3 * (10 - 15 * share + 6 * share**2)
            player.seek(film.video.rate.seconds(round(last + (frame - last) * gone)))
            wait(_MOVE_MS)
        seconds = film.video.rate.seconds(frame) + Fraction(1, 1000)
        spent.append(shown(player, lambda at=seconds: player.seek(at), frame))
        last = frame
    return spent


def stand_ins(player: Player, count: int) -> list[float]:
    """From the act to the small picture, which is read from the cache for each of the seeks."""
    film = player.film
    assert film is not None
    at_hand = []
    for frame in spread(film, _PICTURES):
        keep_thumbnail(frame)
        at_hand.append(frame.pts)
    reading = Scrubbing()
    reading.arrived.connect(player.offer_stand_in)
    player.set_stand_in(lambda at: reading.picture(film, _nearest(at_hand, film.pts_of(at))))
    spent = []
    for frame_index in random.Random(6).sample(range(film.video.frames), count):
        began = time.perf_counter()
        player.seek(film.video.rate.seconds(frame_index) + Fraction(1, 1000))
        loop = QEventLoop()
        look = QTimer()
        look.setTimerType(Qt.TimerType.PreciseTimer)
        look.timeout.connect(partial(_end, player, frame_index, loop))
        look.start(1)
        QTimer.singleShot(_LONGEST_MS, loop.quit)
        loop.exec()
        player.repaint()
        spent.append((time.perf_counter() - began) * 1000)
        shown(player, lambda: None, frame_index)
    return spent


def _end(player: Player, frame: int, loop: QEventLoop) -> None:
    """The small picture is there, or the exact one was quicker."""
    if player.shows_stand_in or player.frame_index == frame:
        loop.quit()


def _nearest(at_hand: list[int], pts: int) -> int:
    return min(at_hand, key=lambda one: abs(one - pts))


def row(name: str, spent: list[float]) -> list[str]:
    """A line of the table."""
    ordered = sorted(spent)
    return [
        name,
        f"{statistics.median(spent):.0f} ms",
        f"{ordered[int(len(ordered) * 0.95)]:.0f} ms",
        f"{ordered[-1]:.0f} ms",
    ]


def main() -> None:
    """Step and scrub, and say how long it took to be seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", type=Path, nargs="?")
    parser.add_argument("--seeks", type=int, default=40)
    asked = parser.parse_args()
    app = QApplication([])
    apply_theme(app)
    with workplace() as folder:
        path = asked.film or long_gops(film_of(folder, 1080, 36), folder / "long.mp4")
        film = probe(path)
        player = Player()
        player.keep_near()
        player.resize(*_ROOM)
        player.show()
        shown(player, lambda: player.set_film(film), 0)
        middle = film.video.frames // 2
        heading("scrub", f"{path.name}: {film.video.frames} frames; from the act to the paint")
        rows = [
            row("steps on, key held", steps(player, 1, middle)),
            row("steps back, key held", steps(player, -1, middle)),
            row("exact frame after a jump", seeks(player, asked.seeks)),
            row("exact frame, the pointer rests after a glide", glides(player, asked.seeks)),
        ]
        rows.insert(2, row("small picture after a seek", stand_ins(player, asked.seeks)))
        player.set_film(None)
        print(table(["", "median", "95 of 100 below", "longest"], rows))


if __name__ == "__main__":
    main()
