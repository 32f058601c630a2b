"""How right shots and transitions are: annotated clips and glued films, beside PySceneDetect.

python -m benchmarks.cuts [--films N] [--seed WORD] [--tuning] [--sensitivity X]
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.material import media
from benchmarks.measuring import LONGEST, ROOT, heading, table, workplace
from benchmarks.scenedetect_peer import DETECTORS
from studio.media.film import Film
from studio.media.probe import probe
from studio.shots.analyse import analyse
from tests.glued.footage import Footage
from tests.glued.glue import glue
from tests.glued.judge import Boundary, Score, judge, spans, truth
from tests.glued.plan import HELD_OUT, TUNING, plan

_OURS = "Lobbycard"
# Boundaries of a glued film are fourteen; three hundred are wanted.
_FILMS = 24


@dataclass(frozen=True, slots=True)
class Judged:
    """A film, and what is true of it, in seconds; what is found within `open` does not count."""

    film: Film
    true: tuple[Boundary, ...]
    flashes: tuple[tuple[float, float], ...] = ()
    open: tuple[tuple[float, float], ...] = ()

    def score(self, found: Sequence[float]) -> Score:
        """Judges points."""
        counted = [at for at in found if not any(a <= at <= b for a, b in self.open)]
        return judge(self.true, self.flashes, counted)


def clips(folder: Path) -> dict[str, Judged]:
    """The clips that were annotated by hand."""
    wanted = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return {name: _clip(probe(folder / name), said) for name, said in wanted.items()}


def _clip(film: Film, said: Mapping[str, Any]) -> Judged:
    cuts = [Boundary("cut", at, at) for at in said.get("cuts_sec", ())]
    rate = float(film.video.rate.value)
    # The marked fade is that with which the film begins: no shot lies before it, so that finding
    # it is right, and not finding it too.
    begun = tuple((one["start"] / rate, one["end"] / rate) for one in said.get("gradual", ()))
    return Judged(film, tuple(cuts), open=begun)


def glued(films: Path, folder: Path, names: Sequence[str], seeds: Sequence[str]) -> list[Judged]:
    """A glued film of each seed from the real films `names`."""
    footage = Footage(films, folder / "footage")
    plans = [plan(seed, names) for seed in seeds]
    footage.gather(plans)
    made = []
    for one in plans:
        film = probe(glue(one, footage, folder / f"{one.seed}.mp4"))
        made.append(Judged(film, *truth(one, film)))
    return made


def ours(sensitivity: float) -> Callable[[Judged], Score]:
    """Judges what we find."""

    def score(one: Judged) -> Score:
        found = analyse(one.film).detect(sensitivity)
        points = [float(one.film.time_of(shot.start)) for shot in found.shots[1:]]
        return one.score(points)

    return score


def theirs(program: str, films: Sequence[Judged]) -> dict[str, Callable[[Judged], Score]]:
    """Judges what each usual detector of PySceneDetect finds, all run by its own Python."""
    python = Path(program).resolve().parent / "python"
    peer = ROOT / "benchmarks" / "scenedetect_peer.py"
    command = [str(python), str(peer), *(str(one.film.path) for one in films)]
    said = subprocess.run(command, capture_output=True, check=True, timeout=LONGEST)
    found = json.loads(said.stdout)

    def of(kind: str) -> Callable[[Judged], Score]:
        return lambda one: one.score(found[str(one.film.path)][kind])

    return {f"PySceneDetect {kind}": of(kind) for kind in DETECTORS}


def intervals(films: Sequence[Judged], kind: str, sensitivity: float) -> Score:
    """Our transitions of a kind against the true ones, as intervals."""
    whole = Score()
    for one in films:
        found = analyse(one.film).detect(sensitivity)
        pairs = [
            (float(one.film.time_of(change.start)), float(one.film.time_of(change.end)))
            for change in found.transitions
            if change.kind == kind
        ]
        whole += spans([true for true in one.true if true.kind == kind], pairs)
    return whole


def sides(films: Sequence[Judged], sensitivity: float) -> dict[str, Callable[[Judged], Score]]:
    """Ours, and those of PySceneDetect where it is on the path."""
    found = {_OURS: ours(sensitivity)}
    program = shutil.which("scenedetect")
    if program is None:
        print("PySceneDetect (scenedetect) is not on the path: that side is skipped.\n")
    else:
        found |= theirs(program, films)
    return found


def annotated(folder: Path, sensitivity: float) -> None:
    """A table of the annotated clips: F1 of each side, and its false and missed ones."""
    named = clips(folder)
    rows = []
    for side, score in sides(tuple(named.values()), sensitivity).items():
        scores = [score(one) for one in named.values()]
        cells = [f"{one.f1:.3f} ({one.false} false, {one.missed} missed)" for one in scores]
        rows.append([side, *cells])
    print(table(["side", *named], rows), "\n", flush=True)


def generated(films: Sequence[Judged], sensitivity: float) -> None:
    """A table of glued films, summed, and our gradual ones as intervals."""
    rows = []
    for side, score in sides(films, sensitivity).items():
        whole = sum((score(one) for one in films), Score())
        kinds = ", ".join(f"{kind} {found} of {true}" for kind, found, true in whole.by_kind)
        figures = (whole.f1, whole.precision, whole.recall)
        flashes = f"{whole.flash_rate():.1f}"
        rows.append([side, *(f"{one:.3f}" for one in figures), kinds, whole.false, flashes])
    head = ["side", "F1", "precision", "recall", "found", "false", "false a hundred flashes"]
    print(table(head, rows), "\n", flush=True)
    rows = []
    for kind in ("dissolve", "fade"):
        one = intervals(films, kind, sensitivity)
        rows.append([kind, f"{one.precision:.3f}", f"{one.recall:.3f}"])
    print(table(["our intervals", "precision", "recall"], rows), "\n", flush=True)


def main() -> None:
    """Judge the clips, then glued films of seeds and sources that nothing was tuned on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--films", type=int, default=_FILMS)
    parser.add_argument("--seed", default="held-out", help="the first word of the seeds")
    parser.add_argument("--tuning", action="store_true", help="the films we tuned on instead")
    parser.add_argument("--sensitivity", type=float, default=0.5)
    asked = parser.parse_args()
    root = media()
    if root is None:
        parser.exit(2, "LOBBYCARD_MEDIA names no real films to glue and no annotated clips.\n")
    names = TUNING if asked.tuning else HELD_OUT
    seeds = [f"{asked.seed}-{number}" for number in range(asked.films)]
    with workplace() as folder:
        heading("cuts", "within 50 ms; sensitivity " + str(asked.sensitivity))
        annotated(root / "corpus" / "shots", asked.sensitivity)
        films = glued(root / "media" / "film", folder, names, seeds)
        count = sum(len(one.true) for one in films)
        lit = sum(len(one.flashes) for one in films)
        print(f"Seeds {seeds[0]} to {seeds[-1]}, from: {', '.join(names)}.")
        print(f"{count} boundaries, {lit} flashes.\n", flush=True)
        generated(films, asked.sensitivity)


if __name__ == "__main__":
    main()
