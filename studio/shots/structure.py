"""How alike two frames are in structure, whatever their brightness and contrast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.shots.looking import Bytes

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]

# Luma deviation (of 255) under which a picture counts as flat: noise has no structure.
_FLAT = 3.0
# A place that moves by less than this over the whole film is a letterbox bar or a watermark.
_STATIC_RANGE = 8
_LEAST_ACTIVE = 0.2
_CHUNK = 8192
_PAIRS = 64
# A flash: luma (of 255) by which it differs at least from before and after, and how much of that
# these may differ from each other.
_FLASH_STEP = 6.0
_FLASH_SHARE = 0.5
# The share of a frame that says whether it is flat: the rest may be a logo or a line of type.
_LIKE = 0.85
# Tiles (height, width) that are looked for in another frame, how far around their place, and the
# luma deviation (of 255) below which they have nothing to be known by, and from which it is enough.
_TILE = (6, 8)
_REACH = 3
_PLAIN = 1.5
# Tiles with more than this share of places that are black in both frames do not count.
_BLACK = 8
_BLACK_SHARE = 0.2
_STRONG = 20.0
# Correlation of a tile with its best place: no better than chance, and surely the same.
_CHANCE, _SAME = 0.5, 0.9


class Structure:
    """The thumbs of a film, weighted so that bars and watermarks do not count.

    `active` is the share of the picture that ever changes, 1 where nearly nothing does.
    """

    def __init__(self, thumbs: Bytes, moving: NDArray[np.bool_] | None = None) -> None:
        """`moving`: which places count, where that is known already."""
        self._thumbs = thumbs
        flat = thumbs.reshape(len(thumbs), -1)
        if moving is None:
            moving = (flat.max(axis=0).astype(int) - flat.min(axis=0)) > _STATIC_RANGE
            if moving.mean() < _LEAST_ACTIVE:
                moving[:] = True
        self._moving = moving
        self.active = float(moving.mean())
        # Where all places count they are not held twice: of two hours that is 100 MB.
        self._pixels = flat if moving.all() else np.ascontiguousarray(flat[:, moving])
        self._size = int(moving.sum())

    def __len__(self) -> int:
        return len(self._pixels)

    def tone(self) -> tuple[Floats, Floats]:
        """(n,) each: the level of a frame's luma and its deviation, but for the most unlike places.

        A logo or a line of type on a black frame leaves it black.
        """
        levels, spreads = [], []
        kept = max(1, round(self._size * _LIKE))
        for at in range(0, len(self), _CHUNK):
            rows = self._pixels[at : at + _CHUNK].astype(np.float32)
            level = np.median(rows, axis=1)
            away = np.partition(np.abs(rows - level[:, None]), kept - 1, axis=1)[:, :kept]
            levels.append(level)
            spreads.append(np.sqrt(np.square(away).mean(axis=1)))
        return np.concatenate(levels), np.concatenate(spreads)

    def part(self, start: int, stop: int) -> Structure:
        """Frames `start` to `stop` by themselves, with the places that count in the whole film."""
        return Structure(self._thumbs[start:stop], self._moving)

    def without_flashes(self, most: int) -> Structure:
        """The same film with frames that differ for up to `most` frames painted over.

        They become mixes of the frames before and after, if those are far more like each other.
        """
        thumbs = self._thumbs.copy()
        for length in range(1, most + 1):
            for at in range(0, len(self), _CHUNK):
                _paint_over(thumbs[at : at + _CHUNK + length + 1], length)
        return Structure(thumbs, self._moving)

    def edges(self) -> Floats:
        """(n,): how much each frame's neighbouring places differ, on average (luma of 255)."""
        parts = []
        for at in range(0, len(self), _CHUNK):
            wide = self._thumbs[at : at + _CHUNK].astype(np.int16)
            across = np.abs(np.diff(wide, axis=2)).mean(axis=(1, 2), dtype=np.float32)
            down = np.abs(np.diff(wide, axis=1)).mean(axis=(1, 2), dtype=np.float32)
            parts.append(across + down)
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def same(self, first: Whole, second: Whole) -> Floats:
        """The share (0 to 1) of either frame's textured places that the other has nearby, pairwise.

        Indexes beyond the film count as its first and last frame.
        """
        found = np.zeros(len(first), np.float32)
        for at in range(0, len(first), _PAIRS):
            one, other = (
                self._thumbs[np.clip(rows[at : at + _PAIRS], 0, len(self) - 1)]
                for rows in (first, second)
            )
            found[at : at + _PAIRS] = np.maximum(_known(one, other), _known(other, one))
        return found

    def moved(self, first: int, second: int) -> tuple[float, float]:
        """The correlation (-1 to 1) of two frames' inner parts in place, and after the best shift.

        A shift goes to a sixth of the picture; where no shift is better both are the same.
        """
        old, new = self._thumbs[first], self._thumbs[second]
        down, across = old.shape[0] // 6, old.shape[1] // 6
        inner = np.ascontiguousarray(old[down:-down, across:-across])
        found = cv2.matchTemplate(new, inner, cv2.TM_CCOEFF_NORMED)
        return float(found[down, across]), float(found.max())

    def tiles(self, at: Whole) -> Floats:
        """(k, tiles, places) luma of the frames `at`; places that do not count are 0."""
        return _tiled(self._counting(at))

    def left(self, tiles: Floats, at: Whole, reach: int) -> Floats:
        """(k, tiles): the least squares that are left of `tiles` once frames `at` were moved."""
        best = np.full(tiles.shape[:2], np.inf, np.float32)
        for moved in self._shifted(at, reach):
            best = np.minimum(best, np.square(tiles - moved).sum(axis=2))
        return best

    def mixed_left(
        self, tiles: Floats, ends: tuple[Whole, Whole], share: Floats, reach: int
    ) -> Floats:
        """As `left`, of the frames `ends` mixed by `share` (k,), each moved by itself."""
        best = np.full(tiles.shape[:2], np.inf, np.float32)
        part = share[:, None, None]
        later = [one * part for one in self._shifted(ends[1], reach)]
        for early in self._shifted(ends[0], reach):
            rest = tiles - early * (1 - part)
            for late in later:
                best = np.minimum(best, np.square(rest - late).sum(axis=2))
        return best

    def _shifted(self, at: Whole, reach: int) -> Iterator[Floats]:
        """The tiles of frames moved by every step up to `reach` places, both ways."""
        pictures = self._counting(at)
        height, width = pictures.shape[1:]
        wide = np.pad(pictures, ((0, 0), (reach, reach), (reach, reach)), mode="edge")
        for down in range(2 * reach + 1):
            for across in range(2 * reach + 1):
                yield _tiled(wide[:, down : down + height, across : across + width])

    def _counting(self, at: Whole) -> Floats:
        pictures = self._thumbs[np.clip(at, 0, len(self) - 1)].astype(np.float32)
        return pictures * self._moving.reshape(pictures.shape[1:])

    def rows(self, at: Whole) -> Floats:
        """Float luma of the active places of the frames `at`."""
        return self._pixels[np.clip(at, 0, len(self) - 1)].astype(np.float32)

    def distance(self, first: Whole, second: Whole) -> Floats:
        """1 − normalised correlation of frames by index, pairwise: 0 alike, 1 unlike, at most 2.

        Indexes beyond the film count as its first and last frame.
        """
        parts = [
            self._distance(first[at : at + _CHUNK], second[at : at + _CHUNK])
            for at in range(0, len(first), _CHUNK)
        ]
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def _distance(self, first: Whole, second: Whole) -> Floats:
        a, b = self.rows(first), self.rows(second)
        a -= a.mean(axis=1, keepdims=True)
        b -= b.mean(axis=1, keepdims=True)
        power_a = np.einsum("ij,ij->i", a, a) / self._size
        power_b = np.einsum("ij,ij->i", b, b) / self._size
        shared = np.einsum("ij,ij->i", a, b) / self._size
        ground = _FLAT * _FLAT
        alike = (shared + ground) / np.sqrt((power_a + ground) * (power_b + ground))
        return np.asarray(1.0 - alike, np.float32)


def _paint_over(thumbs: Bytes, length: int) -> None:
    """Mend, in place, every run of exactly `length` frames that the picture comes back after."""
    if len(thumbs) < length + 2:
        return
    rows = thumbs.reshape(len(thumbs), -1).astype(np.float32)
    before, after = rows[: -length - 1], rows[length + 1 :]
    back = _apart(before, after)
    away = np.full(len(back), np.inf, np.float32)
    for number in range(1, length + 1):
        lit = rows[number : number + len(back)]
        away = np.minimum(away, np.minimum(_apart(before, lit), _apart(lit, after)))
    for at in np.flatnonzero((away > _FLASH_STEP) & (back < _FLASH_SHARE * away)).tolist():
        for number in range(1, length + 1):
            share = number / (length + 1)
            mixed = rows[at] * (1 - share) + rows[at + length + 1] * share
            thumbs[at + number] = np.rint(mixed).reshape(thumbs.shape[1:]).astype(np.uint8)


def _apart(first: Floats, second: Floats) -> Floats:
    """Root mean square of the differences of luma, row by row."""
    return np.asarray(np.sqrt(np.square(first - second).mean(axis=1)), np.float32)


def _known(pictures: Bytes, others: Bytes) -> Floats:
    """How much of each picture (k, h, w), tile by tile and by texture, lies about its place."""
    reach, count = _REACH, len(pictures)
    tiles = _tiled(pictures.astype(np.float32))
    tiles -= tiles.mean(axis=2, keepdims=True)
    power = np.einsum("kts,kts->kt", tiles, tiles)
    wide = np.pad(others, ((0, 0), (reach, reach), (reach, reach)), mode="edge")
    wide = wide.astype(np.float32)
    height, width = pictures.shape[1:]
    best = np.full(power.shape, -1.0, np.float32)
    for down in range(2 * reach + 1):
        for across in range(2 * reach + 1):
            there = _tiled(wide[:, down : down + height, across : across + width])
            shared = np.einsum("kts,kts->kt", tiles, there)
            own = np.einsum("kts,kts->kt", there, there)
            own -= there.shape[2] * np.square(there.mean(axis=2))
            likeness = shared / np.sqrt(np.maximum(power * own, 1.0))
            best = np.maximum(best, likeness)
    texture = np.sqrt(power / tiles.shape[2])
    # The edge of a letterbox bar would be found again in any picture.
    bars = _tiled(np.maximum(pictures, others) < _BLACK).mean(axis=2) > _BLACK_SHARE
    weight = np.where((texture >= _PLAIN) & ~bars, np.minimum(texture, _STRONG), 0.0)
    found = np.clip((best - _CHANCE) / (_SAME - _CHANCE), 0, 1)
    whole = np.maximum(weight.sum(axis=1), 1e-6)
    share = (weight * found).sum(axis=1) / whole
    return np.asarray(share, np.float32).reshape(count)


def _tiled(pictures: NDArray[Any]) -> Floats:
    """(k, tiles, places) of (k, h, w)."""
    count, height, width = pictures.shape
    high, wide = _TILE if width >= height else _TILE[::-1]
    rows, columns = height // high, width // wide
    cut = pictures[:, : rows * high, : columns * wide]
    parts = cut.reshape(count, rows, high, columns, wide).transpose(0, 1, 3, 2, 4)
    return np.array(parts, np.float32).reshape(count, rows * columns, high * wide)
