"""Dissolves: stretches whose frames are mixes of the pictures before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.shots.mixing import Products, Way
from studio.shots.structure import Floats, Structure, Whole

# Half-lengths tried, in seconds: dissolves of 8 to 48 frames at 24 a second.
_HALVES = tuple(frames / 24 for frames in (4, 5, 6, 8, 10, 12, 15, 18, 21, 24, 27))
# Where on the way from the first picture to the last frames are looked at.
_STATIONS = 6
# Before anything is weighed: the ends differ by so much in structure, the middle lies between them,
# and a first and a last look lie on their own sides of it.
_UNLIKE = 0.25
_MIDDLE = (0.2, 0.8)
# No step within takes more of the way than this and is not taken back within so many frames.
_LARGEST_JUMP = 0.5
_TAKEN_BACK = 2
# Flashes up to this long (seconds) are left out of the picture first.
_FLASH = 0.1
# Luma (of 255) and a variance below which differences are noise.
_FLAT_EDGES = 0.3
_FLAT_PLACES = 4.0
_STRUCTURE_GROUND = 9.0
# What speaks for a dissolve, as weights of a logistic model, in the order of `_evidence`. Fitted on
# glued films and on real ones (the tuning side of tests/glued); the signs say what it is: a mix is
# little off the way, goes along it evenly, is flatter and softer than its ends (as two pictures
# laid over one another are) by what mixing explains, and does not wander; its ends differ
# everywhere and share nothing even when they are shifted; the longer it is the surer.
_WEIGHTS = np.array([-3.85, -3.24, -1.79, -11.81, -8.10, -6.34, -0.42], np.float32)
_LENGTH_WEIGHT = 0.47
_EVEN_WEIGHT = 8.62
_SAME_WEIGHT = -5.80
_BASE = 19.35
# Ends that share more than this are one shot, whatever went on between them.
_MOSTLY_SAME = 0.57
# Unless the way is so near to a perfect mix (off it, uneven, its middle's spread unexplained, its
# length by steps) and so evenly spread that it is no title: then their sameness counts as this at
# the most. Bright skies are all alike.
_STRAIGHT = (0.25, 0.08, 0.06, 2.0)
_STRAIGHT_SAME = 0.4
_STRAIGHT_EVEN = 0.45
# Whatever else: what changes one place of the picture is a title or a thing.
_LEAST_EVEN = 0.38
# The most doubt (1 - the model's probability) with which anything is kept at all.
MOST_DOUBT = 0.9
# A picture is followed outwards from a dissolve's ends over steps that are no cuts.
_JUMP = 0.35
# Nothing shorter (seconds) is a dissolve to the eye, and no frame of one takes more of its way:
# one that jumps by more than half is a cut, but a quick thing may cross what is mixed.
_SHORTEST = 0.2
_LARGEST_STEP = 0.55
# What is refused keeps other windows from its middle (frames to either side), no more: one that
# was too wide and took the pan beside a dissolve for its end must not hide the dissolve.
_REFUSED = 1
# A camera moves over one picture: frames two apart have so much in common once one is shifted, if
# those four apart have this much, or surely; the shift takes away such a share of the difference.
_PANNED = (0.85, 0.93, 0.99)
_PAN_GAIN = 0.5
_CHUNK = 4096


@dataclass(frozen=True, slots=True)
class Dissolve:
    """Frames `start` to `stop` (not included); `residue` 0 (surely one) to MOST_DOUBT."""

    start: int
    stop: int
    residue: float


@dataclass(frozen=True, slots=True)
class _Windows:
    """Candidates: the frames before and after each, and the model's sum but for their sameness.

    `straight`: whether the way is that of a mix and nothing else, so that sameness does not count.
    """

    first: Whole
    last: Whole
    weight: Floats
    straight: NDArray[np.bool_]

    def where(self, marks: NDArray[np.bool_]) -> _Windows:
        rows = (self.first[marks], self.last[marks], self.weight[marks], self.straight[marks])
        return _Windows(*rows)


def dissolves(structure: Structure, rate: float) -> tuple[Dissolve, ...]:
    """Everything that could be a dissolve, in order, none overlapping; thresholds come later."""
    least = max(4, round(_SHORTEST * rate))
    halves = sorted({max(4, round(seconds * rate)) for seconds in _HALVES})
    structure = structure.without_flashes(max(2, round(_FLASH * rate)))
    found: list[tuple[float, int, int, bool]] = []
    for at in range(0, len(structure), _CHUNK):
        stop = min(at + _CHUNK + 2 * halves[-1], len(structure))
        part = structure.part(at, stop)
        found += [
            (w, at + a, at + b, straight) for w, a, b, straight in _weighed(part, halves, rate)
        ]
    kept: list[Dissolve] = []
    refused: list[tuple[int, int]] = []
    for weight, first, last, straight in sorted(found, key=lambda one: (-one[0], one[1:])):
        taken = [(one.start, one.stop) for one in kept] + refused
        if not _free(taken, first + 1, last):
            continue
        start, stop = _fitted(structure, first, last)
        if not straight and _is_one_picture(structure, start, stop):
            # What is no dissolve at its best is none a frame further on.
            middle = (start + stop) // 2
            refused.append((middle - _REFUSED, middle + _REFUSED))
            continue
        fits = stop - start >= least and _free(taken, start, stop)
        if fits and _is_gradual(structure, start, stop):
            doubt = round(1.0 / (1.0 + float(np.exp(weight))), 4)
            kept.append(Dissolve(start, stop, doubt))
    return tuple(sorted(kept, key=lambda one: one.start))


def _free(taken: list[tuple[int, int]], start: int, stop: int) -> bool:
    return all(stop <= begin or end <= start for begin, end in taken)


def _weighed(
    part: Structure, halves: list[int], rate: float
) -> Iterator[tuple[float, int, int, bool]]:
    """(weight, first, last, straight) of the windows of a part that are not hopeless."""
    least = float(np.log(1.0 / MOST_DOUBT - 1.0))
    products = Products(part.rows(np.arange(len(part))), 2 * halves[-1])
    edges = part.edges()
    # A window needs its two ends, and a frame more to see a step that is taken back.
    for half in (one for one in halves if 2 * one + 1 < len(part)):
        windows = _windows(products, edges, half, rate)
        windows = windows.where(windows.weight + _EVEN_WEIGHT > least)
        windows = _with_evenness(windows, part)
        windows = windows.where((windows.weight > least) & _peaks(windows))
        same = part.same(windows.first, windows.last)
        same = np.where(windows.straight, np.minimum(same, _STRAIGHT_SAME), same)
        whole = windows.weight + _SAME_WEIGHT * np.square(same)
        for at in np.flatnonzero((whole > least) & (same < _MOSTLY_SAME)).tolist():
            first, last = int(windows.first[at]), int(windows.last[at])
            yield float(whole[at]), first, last, bool(windows.straight[at])


def _windows(products: Products, edges: Floats, half: int, rate: float) -> _Windows:
    """All windows of a half-length that could be dissolves, with what is quickly told of them."""
    middle = np.arange(half, len(edges) - half)
    first, last = middle - half, middle + half
    evidence, possible = _evidence(products, edges, first, last)
    weight = np.asarray(_WEIGHTS @ evidence + _BASE, np.float32)
    weight += np.float32(_LENGTH_WEIGHT * np.log(half / rate))
    off, _, uneven, _, _, unmixed, path = evidence
    straight = (off < _STRAIGHT[0]) & (uneven < _STRAIGHT[1])
    straight &= (unmixed < _STRAIGHT[2]) & (path < _STRAIGHT[3])
    return _Windows(first, last, weight, straight).where(possible)


def _evidence(
    products: Products, edges: Floats, first: Whole, last: Whole
) -> tuple[Floats, NDArray[np.bool_]]:
    """(len(_WEIGHTS), k) in the order of the weights, and which windows are worth weighing."""
    middle = (first + last) // 2
    half = int(last[0] - first[0]) // 2 if len(first) else 0
    way = Way(products, first, last)
    looks = [
        way.along(first + round(2 * half * number / _STATIONS)) for number in range(1, _STATIONS)
    ]
    share = np.stack([one[0] for one in looks])
    off = np.stack([one[1] for one in looks])
    before, within, after = (products.shared(at, at) for at in (first, middle, last))
    both = products.shared(first, last)
    ground = _STRUCTURE_GROUND
    unlike = 1 - (both + ground) / np.sqrt((before + ground) * (after + ground))
    mixed = np.clip(share[2], 0, 1)
    ideal = (1 - mixed) ** 2 * before + mixed**2 * after + 2 * mixed * (1 - mixed) * both
    softness = (edges[middle] + _FLAT_EDGES) / ((edges[first] + edges[last]) / 2 + _FLAT_EDGES)
    steps = products.steps(_TAKEN_BACK)
    path = np.cumsum(steps)
    inside = np.lib.stride_tricks.sliding_window_view(steps, 2 * half)[first + 1].max(axis=1)
    evidence = (
        off[2],
        np.square(off[2]),
        np.abs(share - np.arange(1, _STATIONS)[:, None] / _STATIONS).mean(axis=0),
        np.minimum(_quotient(within, (before + after) / 2), 1.2),
        np.minimum(softness, 1.3),
        np.minimum(np.abs(np.log(_quotient(within, ideal))), 0.6),
        np.minimum((path[last] - path[first]) / way.length, 4.0),
    )
    possible = (unlike > _UNLIKE) & (share[0] < 0.5) & (share[-1] > 0.5) & (off.max(axis=0) < 1)
    possible &= inside < _LARGEST_JUMP * way.length
    possible &= (share[2] > _MIDDLE[0]) & (share[2] < _MIDDLE[1])
    return np.stack(evidence), possible


def _quotient(above: NDArray[Any], below: NDArray[Any]) -> Floats:
    """Of two variances, as deviations."""
    ground = _FLAT_PLACES
    quotient = (np.maximum(above, 0) + ground) / (np.maximum(below, 0) + ground)
    return np.asarray(np.sqrt(quotient), np.float32)


def _with_evenness(windows: _Windows, part: Structure) -> _Windows:
    """How evenly the change is spread: a title that comes over the same shot changes one place."""
    way = np.abs(part.rows(windows.last) - part.rows(windows.first))
    square = np.maximum(np.einsum("ij,ij->i", way, way) / max(1, way.shape[1]), 1e-6)
    even = way.mean(axis=1) ** 2 / square
    weight = windows.weight + _EVEN_WEIGHT * np.asarray(even, np.float32)
    weight = np.where(even > _LEAST_EVEN, weight, -np.inf)
    return replace(windows, weight=weight, straight=windows.straight & (even > _STRAIGHT_EVEN))


def _peaks(windows: _Windows) -> NDArray[np.bool_]:
    """Which windows weigh most among those that begin within two frames of them."""
    first, weight = windows.first, windows.weight
    best = np.ones(len(first), np.bool_)
    for step in (1, 2):
        near = first[step:] - first[:-step] <= 2
        best[step:] &= ~near | (weight[step:] > weight[:-step])
        best[:-step] &= ~near | (weight[:-step] >= weight[step:])
    return best


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


def _is_one_picture(structure: Structure, start: int, stop: int) -> bool:
    """Whether its ends share too much for two pictures, or a camera moves from one to the other."""
    shared = structure.same(np.array([start - 1]), np.array([stop]))[0]
    return bool(shared >= _MOSTLY_SAME) or _is_panned(structure, (start + stop) // 2)


def _is_panned(structure: Structure, middle: int) -> bool:
    """Whether the very middle is one picture that a camera moves over: of two no shift is both."""
    if not 2 <= middle < len(structure) - 2:
        return False
    still, near = structure.moved(middle - 1, middle + 1)
    if near - still < _PAN_GAIN * (1 - still):
        return False
    far = structure.moved(middle - 2, middle + 2)[1]
    return near > _PANNED[2] or (near > _PANNED[1] and far > _PANNED[0])


def _reached(structure: Structure, end: int, most: int) -> int:
    """How far from a window's `end` its shot goes on, at most `most` frames (negative: back)."""
    step = 1 if most > 0 else -1
    frames = np.clip(end + step * np.arange(abs(most) + 1), 0, len(structure) - 1)
    jumps = np.flatnonzero(structure.distance(frames[:-1], frames[1:]) > _JUMP)
    return int(frames[jumps[0]] if len(jumps) else frames[-1])
