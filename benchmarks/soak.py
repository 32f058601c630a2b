"""The long soak: random trials with seeds until the time is up; exit code 1 when any failed.

python -m benchmarks.soak --minutes 10|--trials 50 [--seed S] [--part window]
                          [--only TRIAL --number N]
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.measuring import workplace
from benchmarks.soaking import (
    cuts,
    documents,
    exports,
    films,
    killed,
    odd_files,
    passes,
    pieces,
    readers,
    sheets,
    subtitles,
    type,
    window,
)
from benchmarks.soaking.trial import Failed

Trial = Callable[[random.Random, Path], str]
# How often each comes up: what is slow comes seldom, yet takes most of the time.
TRIALS: dict[str, tuple[Trial, float]] = {
    "subtitles": (subtitles.mangled, 60),
    "round-trip": (subtitles.kept, 30),
    "odd-files": (odd_files.odd_files, 10),
    "reader-texts": (readers.texts, 10),
    "reader-bytes": (readers.data, 10),
    "track-edits": (documents.track_edits, 30),
    "type": (type.lines, 5),
    "sheets": (sheets.sheets, 2),
    "killed-edits": (killed.killed_edits, 1),
    "campaign-edits": (documents.campaign_edits, 30),
    "films": (films.mangled, 3),
    "seeks": (films.seeks, 5),
    "glued": (cuts.glued, 1),
    "real-seeks": (films.real_seeks, 0.5),
    "killed-pass": (passes.killed, 2),
    "long-film": (passes.long, 0.02),
    "killed-piece": (pieces.killed, 1),
    "killed-burn": (exports.killed_burn, 1),
    "killed-export": (exports.killed_export, 1),
    "monkey": (window.monkey, 2),
    "loop": (window.loop, 0.2),
}
PARTS = {
    "window": ("monkey", "loop"),
    "readers": ("reader-texts", "reader-bytes", "subtitles", "round-trip"),
    "reading": ("reader-texts", "reader-bytes"),
    "odd": ("odd-files",),
    "kills": ("killed-edits",),
    "burns": ("killed-piece",),
    "all": tuple(TRIALS),
}
# Kept for looking at: more than this says nothing new.
_SHOWN = 20


def soak(
    minutes: float, seed: str, folder: Path, names: Sequence[str], trials: int = 0
) -> tuple[Counter[str], list[str]]:
    """Trials in a random order of `seed`; counts of what happened and the failures in words.

    So many `trials` where that is given, whatever time they take.
    """
    order, counts, failures = random.Random(seed), Counter[str](), []
    weights = [TRIALS[name][1] for name in names]
    until = time.monotonic() + minutes * 60
    number = 0
    while number < trials if trials else time.monotonic() < until:
        name = order.choices(names, weights)[0]
        said = one(name, seed, number, folder)
        counts[f"{name}: {said.partition(chr(10))[0]}" if said.startswith("FAILED") else said] += 1
        if said.startswith("FAILED"):
            failures.append(f"--seed {seed} --only {name} --number {number}\n{said}")
            print(failures[-1], flush=True)
        number += 1
    return counts, failures


def one(name: str, seed: str, number: int, folder: Path) -> str:
    """One trial: what came of it, or FAILED with the reason."""
    chance = random.Random(f"{seed}/{name}/{number}")
    try:
        return f"{name}: {TRIALS[name][0](chance, folder)}"
    except Failed as failed:
        return f"FAILED {failed}"
    except Exception:  # noqa: BLE001 - whatever a trial raises is what it was to find
        return f"FAILED {traceback.format_exc(limit=-6)}"


def main() -> int:
    """Soak, then say what was tried and what failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", default=str(int(time.time())))
    parser.add_argument("--part", choices=tuple(PARTS), default="all")
    parser.add_argument("--only", choices=tuple(TRIALS))
    parser.add_argument("--number", type=int, default=0)
    parser.add_argument("--trials", type=int, default=0, help="so many, instead of --minutes")
    asked = parser.parse_args()
    with workplace() as folder:
        if asked.only:
            said = one(asked.only, asked.seed, asked.number, folder)
            print(said)
            return int(said.startswith("FAILED"))
        length = f"{asked.trials} trials" if asked.trials else f"{asked.minutes:g} minutes"
        print(f"seed {asked.seed}, {length}", flush=True)
        names = PARTS[asked.part]
        counts, failures = soak(asked.minutes, asked.seed, folder, names, asked.trials)
    for what, count in sorted(counts.items()):
        print(f"{count:6} {what}")
    print(f"{len(failures)} failures in {counts.total()} trials")
    for failure in failures[:_SHOWN]:
        print(failure)
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())
