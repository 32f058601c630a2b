"""What is measured of stretches that could be dissolves: quickly of all, closely of a few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.shots.mixing import Products, Way
from studio.shots.structure import Floats, Structure, Whole

# Where on the way from the first picture to the last frames are looked at.
_STATIONS = 6
# A step that is taken back within so many frames is none.
_TAKEN_BACK = 2
# Luma (of 255) and a variance below which differences are noise.
_FLAT_EDGES = 0.3
_FLAT_PLACES = 4.0
_STRUCTURE_GROUND = 9.0
# Luma by which a picture that stands still changes from frame to frame.
_STILL = 0.2
# How far (places of the small picture) a tile is looked for in another frame, and how far in two
# that may be mixed in it.
_REACH = 3
_MIXED_REACH = 1
_CHUNK = 64

# In the order in which `quick` gives them.
QUICK = (
    "off",  # how far the middle lies off the straight way, in its lengths
    "most off",
    "uneven",  # how unevenly the way is gone
    "largest share",  # of the way between two stations
    "least share",
    "flatness",  # the middle's deviation against that of the ends
    "quarters",  # the same for the quarters, against the middle's
    "softness",  # the middle's edges against those of the ends
    "unmixed",  # what mixing does not explain of the middle's deviation
    "path",  # all steps against the way
    "jump",  # the largest of them
    "unlike",  # 1 - the correlation of the ends
    "nearer end",  # the better correlation of the middle with an end
    "farther end",
    "turn",  # cosine of the way's halves
    "inner turn",  # and of its inner quarters
    "before",  # what moves before the first frame, in lengths of the way
    "after",
    "begun",  # how much of the way the frame before the first has gone
    "ended",
    "pace",  # log of the steps within against those outside
    "contrast",  # log of the flatter end's deviation
    "distance",  # log of the way, luma of 255
    "length",  # log of the half, seconds
)
# In the order in which `close` gives them.
CLOSE = (
    "even",  # how evenly the change is spread over places
    "spread",  # and over tiles
    "unalike",  # how much tiles differ in how far they have gone, at the middle and the quarters
    "unalike early",
    "unalike late",
    "tiles off",  # the quartiles of how far off their ways tiles are
    "half off",
    "best off",
    "outside",  # what lies beyond both ends, place by place
    "winding",  # all quarters' changes against the whole, place by place
    "moved",  # log of what mixing leaves against what moving either end leaves
    "moved near",  # the same of the quarters
    "mixed moved",  # the same where both ends may move
    "same",  # what the ends share, moved or not
    "same first",  # what the middle shares with the first, and with the last
    "same last",
    "same quarters",
    "shifted",  # correlation around the middle once shifted, and what the shift takes away
    "shift gain",
    "shift far",
    "ends shifted",
    "ends gain",
)


def beside(half: int) -> int:
    """How far (frames) around a stretch of a half-length what is shown there is looked at."""
    return max(2, half // 2)


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of all frames of a part: inner products over two and a half half-lengths.

    `edges`, `steps` (n,): how much neighbouring places differ, and how far each frame is from the
    one before it (but for what is taken back).
    """

    products: Products
    edges: Floats
    steps: Floats


def course(structure: Structure, half: int) -> Course:
    """Of a part of a film, for stretches up to a half-length."""
    rows = structure.rows(np.arange(len(structure)))
    products = Products(rows, 2 * half + beside(half))
    return Course(products, structure.edges(), products.steps(_TAKEN_BACK))


def quick(known: Course, first: Whole, half: int, rate: float) -> Floats:
    """QUICK by (k,): of stretches of a half-length after frames `first`, from `course` alone."""
    products, steps = known.products, known.steps
    way = Way(products, first, first + 2 * half)
    rows = [
        *_pace(way, first, half),
        *_mixture(products, known.edges, way, half),
        *_path(way, steps, half),
        *_likeness(products, way, half),
        *_turns(products, first + half, half),
        *_around(products, way, steps, half),
        np.full(len(first), np.log(half / rate)),
    ]
    return np.stack(rows).astype(np.float32)


def _pace(way: Way, first: Whole, half: int) -> list[Floats]:
    looks = [
        way.along(first + round(2 * half * number / _STATIONS)) for number in range(1, _STATIONS)
    ]
    share = np.stack([one[0] for one in looks])
    off = np.stack([one[1] for one in looks])
    ends = np.zeros((1, len(first)), np.float32)
    gone = np.diff(np.concatenate([ends, share, ends + 1]), axis=0)
    even = np.arange(1, _STATIONS)[:, None] / _STATIONS
    uneven = np.abs(share - even).mean(axis=0)
    found = (off[2], off.max(axis=0), uneven, gone.max(axis=0), gone.min(axis=0))
    return [np.clip(one, -2, 2) for one in found]


def _mixture(products: Products, edges: Floats, way: Way, half: int) -> list[Floats]:
    first, last = way.first, way.last
    middle = first + half
    before, within, after, early, late = (
        products.shared(at, at) for at in (first, middle, last, first + half // 2, last - half // 2)
    )
    share = np.clip(way.along(middle)[0], 0, 1)
    ideal = (1 - share) ** 2 * before + share**2 * after
    ideal += 2 * share * (1 - share) * products.shared(first, last)
    softness = (edges[middle] + _FLAT_EDGES) / ((edges[first] + edges[last]) / 2 + _FLAT_EDGES)
    return [
        np.minimum(_quotient(within, (before + after) / 2), 1.5),
        np.minimum(_quotient((early + late) / 2, within), 2.0),
        np.minimum(softness, 1.5),
        np.clip(np.log(_quotient(within, ideal)), -0.8, 0.8),
    ]


def _path(way: Way, steps: Floats, half: int) -> list[Floats]:
    path = np.cumsum(steps)
    largest = np.lib.stride_tricks.sliding_window_view(steps, 2 * half)[way.first + 1].max(axis=1)
    return [
        np.minimum((path[way.last] - path[way.first]) / way.length, 5.0),
        np.minimum(largest / way.length, 2.0),
    ]


def _likeness(products: Products, way: Way, half: int) -> list[Floats]:
    near = [_alike(products, end, way.first + half) for end in (way.first, way.last)]
    apart = 1 - _alike(products, way.first, way.last)
    return [apart, np.maximum(*near), np.minimum(*near)]


def _turns(products: Products, middle: Whole, half: int) -> list[Floats]:
    found = []
    for step in (half, max(2, half // 2)):
        low, high = middle - step, middle + step
        there = products.of(middle, middle) + products.of(low, low) - 2 * products.of(low, middle)
        on = products.of(middle, middle) + products.of(high, high) - 2 * products.of(middle, high)
        both = products.of(middle, high) - products.of(low, high)
        both += products.of(low, middle) - products.of(middle, middle)
        found.append(both / np.sqrt(np.maximum(there, 1) * np.maximum(on, 1)))
    return found


def _around(products: Products, way: Way, steps: Floats, half: int) -> list[Floats]:
    first, last = way.first, way.last
    outer = (
        np.maximum(first - beside(half), 0),
        np.minimum(last + beside(half), len(steps) - 1),
    )
    rows = [
        np.minimum(products.apart(one, other) / way.length, 2.0)
        for one, other in ((outer[0], first), (last, outer[1]))
    ]
    rows += [np.clip(way.along(at)[0], -2, 3) for at in outer]
    path = np.cumsum(steps)
    outside = path[first] - path[outer[0]] + path[outer[1]] - path[last]
    outside = outside / np.maximum(first - outer[0] + outer[1] - last, 1)
    within = (path[last] - path[first]) / (2 * half)
    ground = np.sqrt(products.places) * _STILL
    rows.append(np.clip(np.log((within + ground) / (outside + ground)), -3, 3))
    flatter = np.minimum(products.shared(first, first), products.shared(last, last))
    rows.append(np.log(np.maximum(flatter, 0) + _FLAT_PLACES) / 2)
    rows.append(np.log(way.length / np.sqrt(products.places) + 0.5))
    return rows


def _alike(products: Products, one: Whole, other: Whole) -> Floats:
    """The correlation of frames, pairwise; flat ones are alike."""
    ground = _STRUCTURE_GROUND
    powers = (products.shared(one, one) + ground) * (products.shared(other, other) + ground)
    shared = (products.shared(one, other) + ground) / np.sqrt(np.maximum(powers, 1e-6))
    return np.asarray(shared, np.float32)


def _quotient(above: NDArray[Any], below: NDArray[Any]) -> Floats:
    """Of two variances, as deviations."""
    ground = _FLAT_PLACES
    quotient = (np.maximum(above, 0) + ground) / (np.maximum(below, 0) + ground)
    return np.asarray(np.sqrt(quotient), np.float32)


def close(structure: Structure, first: Whole, last: Whole) -> Floats:
    """CLOSE by (k,): what only the pictures themselves tell, of any stretches."""
    parts = [
        _close(structure, first[at : at + _CHUNK], last[at : at + _CHUNK])
        for at in range(0, len(first), _CHUNK)
    ]
    return np.concatenate(parts, axis=1) if parts else np.zeros((len(CLOSE), 0), np.float32)


def _close(structure: Structure, first: Whole, last: Whole) -> Floats:
    middle = (first + last) // 2
    quarter = np.maximum((last - first) // 4, 1)
    at = (first, first + quarter, middle, last - quarter, last)
    tiles = [structure.tiles(one) for one in at]
    rows = [
        *_spread(tiles),
        *_unalike(tiles),
        *_winding(tiles),
        *_moving(structure, at, tiles),
        structure.same(first, last),
        structure.same(first, middle),
        structure.same(middle, last),
        structure.same(at[1], at[3]),
        *_shifted(structure, at),
    ]
    return np.stack(rows).astype(np.float32)


def _spread(tiles: list[Floats]) -> list[Floats]:
    way = np.abs(tiles[4] - tiles[0])
    square = np.square(way).sum(axis=2)
    whole = np.maximum(square.sum(axis=1), 1.0)
    places = way.shape[1] * way.shape[2]
    even = np.square(way.sum(axis=(1, 2))) / (whole * places)
    spread = np.square(square.sum(axis=1)) / np.maximum(np.square(square).sum(axis=1), 1.0)
    return [even, spread / way.shape[1]]


def _unalike(tiles: list[Floats]) -> list[Floats]:
    """How much tiles differ in their shares of the way, and how far off it they are."""
    way = tiles[4] - tiles[0]
    square = np.square(way).sum(axis=2) + _FLAT_PLACES * way.shape[2]
    weight = square / square.sum(axis=1, keepdims=True)
    found = []
    off = np.zeros_like(square)
    for number in (2, 1, 3):
        gone = tiles[number] - tiles[0]
        share = (gone * way).sum(axis=2) / square
        usual = (share * weight).sum(axis=1, keepdims=True)
        found.append(np.sqrt((np.square(share - usual) * weight).sum(axis=1)))
        if number == 2:
            left = np.square(gone - usual[:, :, None] * way).sum(axis=2)
            off = np.sqrt(left / square)
    ranked = np.sort(off, axis=1)
    count = ranked.shape[1]
    found += [ranked[:, place] for place in (count * 3 // 4, count // 2, count // 4)]
    return [np.minimum(one, 2.0) for one in found]


def _winding(tiles: list[Floats]) -> list[Floats]:
    low, high = np.minimum(tiles[0], tiles[4]), np.maximum(tiles[0], tiles[4])
    whole = (high - low).sum(axis=(1, 2)) + low.shape[1] * low.shape[2]
    beyond = np.maximum(tiles[2] - high, 0) + np.maximum(low - tiles[2], 0)
    gone = sum(np.abs(tiles[n + 1] - tiles[n]).sum(axis=(1, 2)) for n in range(4))
    return [beyond.sum(axis=(1, 2)) / whole, np.minimum(gone / whole, 5.0)]


def _moving(structure: Structure, at: tuple[Whole, ...], tiles: list[Floats]) -> list[Floats]:
    """Whether the middle is rather told by mixing two frames or by moving one of them."""
    shared = [_share(tiles[0], tiles[2], tiles[4]), np.full(len(at[0]), 0.5, np.float32)]
    ground = _FLAT_PLACES * tiles[0].shape[1] * tiles[0].shape[2]
    rows = []
    for (one, other), share in zip(((0, 4), (1, 3)), shared, strict=True):
        part = share[:, None, None]
        mixed = np.square(tiles[2] - tiles[one] * (1 - part) - tiles[other] * part).sum(axis=(1, 2))
        least = np.minimum(
            structure.left(tiles[2], at[one], _REACH), structure.left(tiles[2], at[other], _REACH)
        ).sum(axis=1)
        rows.append(np.log((mixed + ground) / (least + ground)))
        if one == 0:
            ends = (at[one], at[other])
            both = structure.mixed_left(tiles[2], ends, share, _MIXED_REACH).sum(axis=1)
            rows.append(np.log((both + ground) / (least + ground)))
    return [rows[0], rows[2], rows[1]]


def _share(begin: Floats, middle: Floats, end: Floats) -> Floats:
    way = end - begin
    square = np.maximum(np.square(way).sum(axis=(1, 2)), 1.0)
    share = ((middle - begin) * way).sum(axis=(1, 2)) / square
    return np.asarray(np.clip(share, 0, 1), np.float32)


def _shifted(structure: Structure, at: tuple[Whole, ...]) -> list[Floats]:
    rows = []
    for first, middle, last in zip(at[0], at[2], at[4], strict=True):
        near = structure.moved(int(middle) - 1, int(middle) + 1)
        far = structure.moved(int(middle) - 2, int(middle) + 2)
        ends = structure.moved(int(first), int(last))
        rows.append((near[1], _gain(*near), far[1], ends[1], _gain(*ends)))
    return list(np.array(rows, np.float32).reshape(-1, 5).T)


def _gain(still: float, moved: float) -> float:
    """The share of the difference that a shift takes away."""
    return (moved - still) / max(1 - still, 0.02)
