"""Dissolves: stretches whose frames are mixes of the pictures before and after.

Every stretch of frames is measured quickly (`traits.QUICK`), those that a logistic model over these
and their squares does not think hopeless closely too (`traits.CLOSE`), and a small ensemble of
decision trees says how likely each is. Both were fitted by `benchmarks.fit_dissolves` on films that
were glued and drawn for it (tests/glued/varied.py) from shots of Big Buck Bunny, Tears of Steel and
Popeye, and on these films themselves, which hold none within their shots. The numbers lie in
resources/models/dissolves.json.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

import numpy as np

from studio.core.places import resources_folder
from studio.shots.stretches import Stretches, best, joined, possible
from studio.shots.structure import Floats, Structure
from studio.shots.traits import CLOSE, QUICK, close
from studio.shots.trees import Trees, trees_of

# Flashes up to this long (seconds) are left out of the picture first.
_FLASH = 0.1
# The quick model's log odds from which a stretch is looked at closely.
_WORTH_A_LOOK = -2.0
# The most doubt (1 - the model's probability) with which anything is kept at all.
MOST_DOUBT = 0.9
# With no more doubt than this it surely is one.
SURE = 0.03
# A picture is followed outwards from a dissolve's ends over steps that are no cuts.
_JUMP = 0.35
# Nothing shorter (seconds) is a dissolve to the eye, and no frame of one takes more of its way:
# one that jumps by more than half is a cut, but a quick thing may cross what is mixed.
_SHORTEST = 0.2
_LARGEST_STEP = 0.55


@dataclass(frozen=True, slots=True)
class Dissolve:
    """Frames `start` to `stop` (not included); `residue` 0 (surely one) to MOST_DOUBT."""

    start: int
    stop: int
    residue: float


@dataclass(frozen=True, slots=True)
class Model:
    """The quick model's `weights` float32 (2 * QUICK, of traits and of their squares), and `base`;
    and the trees over QUICK and CLOSE.
    """

    weights: Floats
    base: float
    trees: Trees

    def quick(self, traits: Floats) -> Floats:
        """(k,) log odds by QUICK (names, k) alone."""
        half = len(QUICK)
        sums = self.weights[:half] @ traits + self.weights[half:] @ np.square(traits)
        return np.asarray(sums + self.base, np.float32)


def dissolves(structure: Structure, rate: float) -> tuple[Dissolve, ...]:
    """Everything that could be a dissolve, in order, none overlapping; thresholds come later."""
    structure = without_flashes(structure, rate)
    found = looked_at(structure, rate, _model())
    sums = _model().trees.sums(found.traits)
    least = float(np.log(1.0 / MOST_DOUBT - 1.0))
    shortest = max(4, round(_SHORTEST * rate))
    kept: list[Dissolve] = []
    for at in np.lexsort((found.last, found.first, -sums)).tolist():
        if sums[at] <= least:
            break
        first, last = int(found.first[at]), int(found.last[at])
        if not _free(kept, first + 1, last):
            continue
        start, stop = _fitted(structure, first, last)
        fits = stop - start >= shortest and _free(kept, start, stop)
        if fits and _is_gradual(structure, start, stop):
            doubt = round(1.0 / (1.0 + float(np.exp(sums[at]))), 4)
            kept.append(Dissolve(start, stop, doubt))
    return tuple(sorted(kept, key=lambda one: one.start))


def without_flashes(structure: Structure, rate: float) -> Structure:
    """As it is measured: what a photo flash lights does not count."""
    return structure.without_flashes(max(2, round(_FLASH * rate)))


def looked_at(structure: Structure, rate: float, model: Model) -> Stretches:
    """The stretches that are worth it, with QUICK and CLOSE."""
    likely, sums = [], []
    # Part by part, for of two hours all traits of all stretches are too much to hold.
    for part in possible(structure, rate):
        odds = model.quick(part.traits)
        likely.append(part.where(odds > _WORTH_A_LOOK))
        sums.append(odds[odds > _WORTH_A_LOOK])
    found = best(joined(likely), np.concatenate([*sums, np.zeros(0, np.float32)]))
    whole = np.concatenate([found.traits, close(structure, found.first, found.last)])
    return Stretches(found.first, found.last, whole)


@cache
def _model() -> Model:
    path = resources_folder() / "models" / "dissolves.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    weights = [*(held["quick"][name] for name in QUICK), *(held["squares"][name] for name in QUICK)]
    trees = trees_of(held, (*QUICK, *CLOSE))
    return Model(np.array(weights, np.float32), float(held["quick base"]), trees)


def _free(kept: list[Dissolve], start: int, stop: int) -> bool:
    return all(stop <= one.start or one.stop <= start for one in kept)


def _fitted(structure: Structure, first: int, last: int) -> tuple[int, int]:
    """The mixed frames (start, stop): where the way along best follows an even ramp."""
    half = (last - first) // 2
    low, high = _reached(structure, first, -half), _reached(structure, last, half)
    ends = structure.rows(np.array([first, last]))
    way = ends[1] - ends[0]
    share = (structure.rows(np.arange(low, high + 1)) - ends[0]) @ way
    middle = (first + last) // 2
    begins, stops = np.arange(low, middle), np.arange(middle + 1, high + 1)
    at = np.arange(low, high + 1, dtype=np.float32)
    ramp = (at - begins[:, None, None]) / (stops[:, None] - begins[:, None, None])
    ramp = np.clip(ramp, 0, 1)
    ramp -= ramp.mean(axis=2, keepdims=True)
    power = np.sqrt(np.einsum("ijk,ijk->ij", ramp, ramp)) + 1e-6
    alike = ramp @ (share - share.mean()) / power
    begin, stop = np.unravel_index(int(np.argmax(alike)), alike.shape)
    return int(begins[begin]) + 1, int(stops[stop])


def _is_gradual(structure: Structure, start: int, stop: int) -> bool:
    """Whether no step of the way is so large that it is a cut."""
    frames = structure.rows(np.arange(start - 1, stop + 1))
    way = frames[-1] - frames[0]
    share = (frames - frames[0]) @ way / max(float(way @ way), 1e-6)
    return bool(np.diff(share).max() < _LARGEST_STEP)


def _reached(structure: Structure, end: int, most: int) -> int:
    """How far from a window's `end` its shot goes on, at most `most` frames (negative: back)."""
    step = 1 if most > 0 else -1
    frames = np.clip(end + step * np.arange(abs(most) + 1), 0, len(structure) - 1)
    jumps = np.flatnonzero(structure.distance(frames[:-1], frames[1:]) > _JUMP)
    return int(frames[jumps[0]] if len(jumps) else frames[-1])
