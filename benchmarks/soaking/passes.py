"""Trials of the pass over a film: killed ten times it ends in the same; a long film fits."""

from __future__ import annotations

import os
import random
import resource
import shutil
import time
from fractions import Fraction
from pathlib import Path

from benchmarks.material import looped
from benchmarks.soaking.trial import require
from studio.core.children import in_child
from studio.core.errors import ToolFailed
from studio.core.geometry import Size
from studio.core.progress import SILENT, Cancelled, Progress
from studio.media.film import Film
from studio.media.probe import probe
from studio.media.sound import peaks
from studio.shots.analyse import analyse
from tests.drawn import draw_film
from tests.studio.shots.passes import POINTS, entries, in_small_parts, killed_at

_KILLS = 10
# A film of two hours at 24 frames a second, small, so that decoding does not take the day.
_HOURS, _RATE = 2, 24
_MOST = 1 << 30


def killed(chance: random.Random, folder: Path) -> str:
    """Ten times killed, at named points and at any moment, a pass leaves what one leaves whole."""
    places = {name: folder / f"pass-{name}" for name in ("whole", "killed")}
    path = draw_film(
        folder / "killed.mp4",
        size=Size(320, 180),
        rate=chance.choice((Fraction(25), Fraction(24000, 1001), Fraction(50))),
        frames=chance.randint(400, 700),
        cuts=tuple(sorted(chance.sample(range(10, 390), 4))),
        gop=chance.choice((12, 50, 250)),
        sound=chance.choice(("", "aac")),
    )
    found, deaths = {}, 0
    before = os.environ["LOBBYCARD_CACHE"]
    try:
        for name, place in places.items():
            shutil.rmtree(place, ignore_errors=True)
            os.environ["LOBBYCARD_CACHE"] = str(place)
            film = probe(path)
            deaths += _kill(chance, film) if name == "killed" else 0
            in_small_parts(film)
            peaks(film)
            found[name] = entries(place)
    finally:
        os.environ["LOBBYCARD_CACHE"] = before
    require(found["whole"] == found["killed"], f"after {deaths} deaths the cache holds other bytes")
    return "ended in the same after ten kills and stops"


def _kill(chance: random.Random, film: Film) -> int:
    deaths = 0
    for _ in range(_KILLS):
        point, count = chance.choice(sorted(POINTS)), chance.randint(1, 6)
        try:
            if chance.random() < 0.5:
                in_child(killed_at, film, point, count)
            else:
                in_child(in_small_parts, film, progress=_Until(chance.uniform(0, 1.5)))
        except (ToolFailed, Cancelled):
            deaths += 1
    return deaths


class _Until:
    """Stops a child, which is ended at whatever it does, after some seconds."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def report(self, fraction: float, note: str = "") -> None:
        if time.monotonic() > self._end:
            raise Cancelled


def long(chance: random.Random, folder: Path) -> str:
    """A film of two hours takes less than a gigabyte, counted at its most."""
    once = draw_film(
        folder / "once.mp4",
        size=Size(192, 108),
        rate=Fraction(_RATE),
        frames=1200,
        cuts=tuple(sorted(chance.sample(range(10, 1190), 20))),
        gop=48,
    )
    film = probe(looped(once, folder / "long.mp4", _HOURS * 3600))
    most, frames = in_child(_weighed, film)
    require(frames >= _HOURS * 3600 * _RATE, f"{frames} frames were seen")
    require(most < _MOST, f"{most >> 20} MB were held")
    return "two hours fit in a gigabyte"


def _weighed(film: Film, progress: Progress = SILENT) -> tuple[int, int]:
    """(most bytes that were resident, frames) of a pass; in a child of its own."""
    found = analyse(film, progress)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, len(found.pts)
