"""Trials of the window, each in a process of its own: random events, and a session with exports."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.measuring import ROOT
from benchmarks.soaking.trial import Failed, require
from tests.drawn import draw_film
from tests.ui.scenes import write_scenes

_SECONDS, _MINUTES = 12.0, 1.0
_MOST_GROWTH = 50_000_000


def events(campaign: Path, seed: int, seconds: float) -> dict[str, Any]:
    """What a session of random events found; `problems` is empty where all went well."""
    limit = 120 + seconds * 5
    try:
        run = subprocess.run(
            [sys.executable, "-m", "tests.ui.monkey", str(campaign), str(seed), str(seconds)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"problems": [f"no end after {limit:g} s"], "grown": 0, "acts": 0}
    said = run.stdout.strip().splitlines()
    none = {"problems": ["no answer"], "grown": 0, "acts": 0}
    found: dict[str, Any] = json.loads(said[-1]) if said else none
    if run.returncode and not found["problems"]:
        found["problems"].append(f"code {run.returncode}")
    if found["problems"]:
        found["problems"].append(run.stderr[-3000:])
    return found


def monkey(chance: random.Random, folder: Path) -> str:
    """Random events do no harm, and memory does not grow."""
    seed = chance.randrange(10**6)
    place = folder / f"monkey-{seed}"
    found = events(write_scenes(place, _film(folder)), seed, _SECONDS)
    if found["problems"]:
        raise Failed("\n".join([f"seed {seed}", *found["problems"]]))
    require(found["grown"] < _MOST_GROWTH, f"seed {seed}: {found['grown'] / 1e6:.0f} MB more")
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
