"""Trials of detection: glued films of any seed, whose every boundary is known."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

from benchmarks.material import media
from benchmarks.soaking.trial import require
from studio.media.probe import probe
from studio.shots.analyse import analyse
from tests.glued.footage import Footage
from tests.glued.glue import glue
from tests.glued.judge import judge, truth
from tests.glued.plan import HELD_OUT, plan

# One film has but fourteen boundaries; what is promised on average may fail in one by so much.
_LEAST_F1 = 0.6
_AT_FLASHES = 3


def glued(chance: random.Random, folder: Path) -> str:
    """Boundaries are found, flashes are not, shots have no gaps, sensitivity loses no cut."""
    root = media()
    if root is None:
        return "no real films to glue"
    made = plan(f"soak-{chance.randrange(1 << 30)}", HELD_OUT)
    footage = Footage(root / "media" / "film", folder / "footage")
    footage.gather([made])
    path = glue(made, footage, folder / "glued.mp4")
    film = probe(path)
    analysis = analyse(film)
    found = analysis.detect()
    boundaries, flashes = truth(made, film)
    points = [float(film.time_of(shot.start)) for shot in found.shots[1:]]
    score = judge(boundaries, flashes, points)
    require(score.f1 >= _LEAST_F1, f"{made.seed}: F1 {score.f1:.2f}, {score}")
    require(score.at_flashes <= _AT_FLASHES, f"{made.seed}: {score.at_flashes} cuts at flashes")
    gaps = [one for one, after in pairwise(found.shots) if one.end != after.start]
    require(not gaps, f"{made.seed}: gaps after {gaps}")
    before: set[int] = set()
    for step in range(11):
        cuts = {shot.start for shot in analysis.detect(step / 10).shots if shot.kind == "cut"}
        require(before <= cuts, f"{made.seed}: sensitivity {step / 10} lost {before - cuts}")
        before = cuts
    return "found"
