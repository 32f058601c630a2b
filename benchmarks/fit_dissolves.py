"""Fits resources/models/dissolves.json, on films that are glued and drawn for it.

python -m benchmarks.fit_dissolves FOLDER [--check]

FOLDER keeps what is made on the way (3 GB, half an hour); what is there already is not made again.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np

from benchmarks.boosting import Doubles, Samples, Terms, boosted, logistic
from benchmarks.material import media
from benchmarks.measuring import ROOT, table
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.shots.dissolves import Model, looked_at, without_flashes
from studio.shots.looking import Bytes, alone, look
from studio.shots.steps import thumb
from studio.shots.stretches import Stretches, joined, possible
from studio.shots.structure import Structure, Whole
from studio.shots.traits import CLOSE, QUICK
from studio.shots.trees import Trees
from tests.glued.footage import ROWS, WIDTH, Footage, fitted, taken
from tests.glued.glue import glue
from tests.glued.plan import SHOTS, TUNING, Piece, Plan
from tests.glued.varied import swept, varied

_BUNNY, _TEARS, _POPEYE = TUNING
# First words of seeds, the films, how many glued films, and how they are planned.
_SETS: tuple[tuple[str, tuple[str, ...], int, Callable[[str, Sequence[str]], Plan]], ...] = (
    ("fitb", (_BUNNY,), 36, varied),
    ("fitt", (_TEARS,), 36, varied),
    ("fitp", (_POPEYE,), 24, varied),
    ("fitm", TUNING, 48, varied),
    ("sweptb", (_BUNNY,), 6, swept),
    ("sweptt", (_TEARS,), 6, swept),
    ("sweptp", (_POPEYE,), 4, swept),
    ("sweptm", TUNING, 12, swept),
)
# A stretch is a dissolve where it and a true one are so much of both together, and none where no
# more than this of the shorter one is common to them; what lies between is not shown to a model.
_RIGHT, _WRONG = 0.6, 0.2
# What all stretches of one dissolve count together, what each that is none counts, and how many of
# these a film gives to the quick model at most.
_COUNTS = {"quick": (8.0, 0.1), "close": (3.0, 0.35)}
_MOST = {True: 2500, False: 60000}


@dataclass(frozen=True, slots=True)
class Shown:
    """A film's small pictures; `changes` (start, stop, kind), and `sure` where it is one shot."""

    name: str
    structure: Structure
    rate: float
    changes: tuple[tuple[int, int, str], ...] = ()
    sure: tuple[tuple[int, int], ...] = ()


class _Kept(Footage):
    """Whole films, as they are fitted to the glued film's size, in one file for each way."""

    def __init__(self, films: Path, folder: Path) -> None:
        super().__init__(films, folder)

    def keep(self, name: str) -> Shown:
        """Reads a film once."""
        paths = [self._folder / f"{name}.{fill}.raw" for fill in (0, 1)]
        small = self._folder / f"{name}.thumbs.npy"
        film = probe(self._films / name)
        if not small.exists():
            with paths[0].open("wb") as barred, paths[1].open("wb") as filled:
                np.save(small, _small(film, (barred, filled)))
        structure = Structure(np.load(small))
        return Shown(name, structure, float(film.video.rate.value), sure=tuple(SHOTS[name]))

    def piece(self, piece: Piece, *, fill: bool) -> np.ndarray:
        path = self._folder / f"{piece.source}.{int(fill)}.raw"
        whole = np.memmap(path, np.uint8, "r").reshape(-1, ROWS, WIDTH)
        return np.array(whole[piece.start : piece.start + taken(piece)])


def _small(film: Film, files: Sequence[BinaryIO] = ()) -> Bytes:
    """The thumbs of all frames; their pictures are written into `files`, with bars and filled."""
    made = []
    with alone(), FrameReader(film) as reader:
        for frame in reader.walk():
            made.append(thumb(look(frame.native, film.video)))
            if files:
                picture = frame.small(WIDTH)
                for fill, file in enumerate(files):
                    file.write(fitted(picture, fill=bool(fill)).tobytes())
    return np.stack(made)


def _shown(films: Path, folder: Path) -> Iterator[Shown]:
    """The tuning films as they are, then the glued ones."""
    footage = _Kept(films, folder)
    yield from [footage.keep(name) for name in TUNING]
    for word, names, count, planned in _SETS:
        for number in range(count):
            plan = planned(f"{word}-{number}", names)
            small = folder / f"{plan.seed}.npy"
            if not small.exists():
                path = glue(plan, footage, folder / f"{plan.seed}.mp4")
                np.save(small, _small(probe(path)))
                path.unlink()
            changes = tuple((one.start, one.stop, one.kind) for one in plan.changes())
            yield Shown(plan.seed, Structure(np.load(small)), float(plan.rate), changes)


def _labels(found: Stretches, film: Shown) -> Whole:
    """(k,): which change a stretch is, -1 for none, -2 for neither one thing nor the other."""
    start, stop = found.first + 1, found.last
    label = np.full(len(start), -1)
    gradual = [(number, one) for number, one in enumerate(film.changes) if one[0] < one[1]]
    for number, (begin, end, kind) in gradual:
        both = np.minimum(stop, end) - np.maximum(start, begin)
        shorter = np.minimum(stop - start, end - begin)
        whole = np.maximum(stop, end) - np.minimum(start, begin)
        if kind == "dissolve":
            label[both >= _RIGHT * whole] = number
        label[(both > _WRONG * shorter) & (label == -1)] = -2
    if film.sure:
        sure = np.zeros(len(film.structure) + 1, np.int64)
        for begin, end in film.sure:
            sure[begin + 1 : end + 1] = 1
        known = np.cumsum(sure)
        within = np.minimum(stop + 1, len(film.structure))
        label[known[within] - known[found.first] < within - found.first] = -2
    return label


def _samples(found: Stretches, film: Shown, stage: str) -> Samples:
    label = _labels(found, film)
    each, none = _COUNTS[stage]
    right, wrong = np.flatnonzero(label >= 0), np.flatnonzero(label == -1)
    counts = np.bincount(label[right]) if len(right) else np.ones(1)
    weight = np.full(len(wrong), none)
    most = _MOST[bool(film.changes)]
    if stage == "quick" and len(wrong) > most:
        weight = np.full(most, none * len(wrong) / most)
        wrong = np.sort(np.random.default_rng(0).choice(wrong, most, replace=False))
    return Samples(
        np.nan_to_num(found.traits[:, np.concatenate([right, wrong])].T),
        np.concatenate([np.ones(len(right)), np.zeros(len(wrong))]),
        np.concatenate([each / counts[label[right]], weight]),
    )


def _joined(parts: Iterable[Samples]) -> Samples:
    held = list(parts)
    return Samples(
        np.concatenate([one.traits for one in held]),
        np.concatenate([one.true for one in held]),
        np.concatenate([one.weight for one in held]),
    )


def _quick(films: Iterable[Shown]) -> Doubles:
    parts = []
    for film in films:
        calm = without_flashes(film.structure, film.rate)
        found = joined(tuple(possible(calm, film.rate)))
        squared = np.concatenate([found.traits, np.square(found.traits)])
        parts.append(_samples(Stretches(found.first, found.last, squared), film, "quick"))
    return logistic(_joined(parts))


def _rounded(value: float) -> float:
    return float(f"{value:.6g}")


def _plain(weights: Doubles, trees: Trees) -> dict[str, object]:
    """As `studio.shots.dissolves` reads it."""
    count = len(QUICK)
    limits = [[_rounded(x) if np.isfinite(x) else None for x in row] for row in trees.limits]
    return {
        "about": "fitted by benchmarks/fit_dissolves.py; which stretches of frames are dissolves",
        "quick": {name: _rounded(x) for name, x in zip(QUICK, weights[:count], strict=True)},
        "squares": {name: _rounded(x) for name, x in zip(QUICK, weights[count:-1], strict=True)},
        "quick base": _rounded(weights[-1]),
        "traits": [*QUICK, *CLOSE],
        "base": _rounded(trees.base),
        "asked": trees.asked.tolist(),
        "limits": limits,
        "leaves": [[_rounded(x) for x in row] for row in trees.leaves],
    }


def _written(held: dict[str, object]) -> str:
    """JSON with a line for each tree, so that changes can be read."""
    lines = []
    for name, value in held.items():
        if name in ("asked", "limits", "leaves") and isinstance(value, list):
            rows = ",\n".join("  " + json.dumps(row) for row in value)
            lines.append(f" {json.dumps(name)}: [\n{rows}\n ]")
        else:
            lines.append(f" {json.dumps(name)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _checked(samples: dict[str, Samples]) -> None:
    """What trees find in one film that were fitted on the others."""
    rows = []
    for name, word in zip(TUNING, ("b", "t", "p"), strict=True):
        own = (name, f"fit{word}", f"swept{word}")
        mixed = ("fitm", "sweptm")
        rest = _joined(one for key, one in samples.items() if not key.startswith(own + mixed))
        unseen = _joined(one for key, one in samples.items() if key.startswith(own))
        sums = boosted(rest, Terms()).sums(unseen.traits.T)
        order = np.argsort(-sums)
        right = np.cumsum((unseen.weight * unseen.true)[order])
        wrong = np.cumsum((unseen.weight * (1 - unseen.true))[order]) / right[-1]
        found = [right[np.searchsorted(wrong, share)] / right[-1] for share in (0.02, 0.05, 0.1)]
        rows.append([name, *(f"{one:.3f}" for one in found)])
    print(table(["not fitted on", "found at 2 % false", "at 5 %", "at 10 %"], rows))


def main() -> None:
    """Glue, measure, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="by films that were left out; no file")
    asked = parser.parse_args()
    root = media()
    if root is None:
        parser.exit(2, "LOBBYCARD_MEDIA names no real films to glue.\n")
    asked.folder.mkdir(parents=True, exist_ok=True)
    films = root / "media" / "film"
    weights = _quick(_shown(films, asked.folder))
    nothing = Trees(0.0, *(np.zeros((0, 1), kind) for kind in (np.int16, np.float32, np.float32)))
    model = Model(weights[:-1].astype(np.float32), float(weights[-1]), nothing)
    samples = {}
    for film in _shown(films, asked.folder):
        found = looked_at(without_flashes(film.structure, film.rate), film.rate, model)
        samples[film.name] = _samples(found, film, "close")
    if asked.check:
        _checked(samples)
        return
    trees = boosted(_joined(samples.values()), Terms())
    path = ROOT / "resources" / "models" / "dissolves.json"
    path.write_text(_written(_plain(weights, trees)), encoding="utf-8")
    print(f"{path.name}: {len(samples)} films, {sum(len(x.true) for x in samples.values())} rows")


if __name__ == "__main__":
    main()
