"""Trials of the window, each in a process of its own: random events, and a session with exports."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from benchmarks.measuring import ROOT
from benchmarks.soaking.trial import Failed, require
from tests.drawn import draw_film
from tests.ui.monkeys import run_monkey
from tests.ui.scenes import write_scenes

_SECONDS, _MINUTES = 12.0, 1.0
MOST_GROWTH = 50_000_000
"""Bytes of memory that a session of random events may grow by."""


def monkey(chance: random.Random, folder: Path) -> str:
    """Random events do no harm, and memory does not grow."""
    seed = chance.randrange(10**6)
    place = folder / f"monkey-{seed}"
    ended = run_monkey(write_scenes(place, _film(folder)), seed, _SECONDS)
    if ended.problems:
        raise Failed("\n".join([f"seed {seed}", *ended.problems, ended.log]))
    require(ended.grown < MOST_GROWTH, f"seed {seed}: {ended.grown / 1e6:.0f} MB more")
    return "nothing happened"


def loop(_chance: random.Random, _folder: Path) -> str:
    """Our window answers as an empty one does while an export runs."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.window", "loop", "--minutes", str(_MINUTES)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=_MINUTES * 300 + 240,
        check=False,
    )
    require(run.returncode == 0, f"{run.stdout[-2500:]}{run.stderr[-1000:]}")
    return "as calm as an empty window"


def _film(folder: Path) -> Path:
    film = folder / "window-film.mp4"
    return film if film.exists() else draw_film(film, frames=96, cuts=(24, 60))
