"""Whether the disk has room for a film: estimated before the start, watched while it is written."""

from __future__ import annotations

import shutil
from pathlib import Path

from studio.burn.pieces.encoder import Encoding
from studio.core.errors import CannotWrite
from studio.core.said import said
from studio.core.words import size_words

# Bits a pixel. ProRes: Apple ProRes White Paper (2022), target data rates at 1920 × 1080 and 29.97
# pictures a second. x264 and x265 at CRF 20, 6 of which double it: our own films at medium.
_PRORES = {"proxy": 0.72, "lt": 1.64, "standard": 2.37, "hq": 3.54, "4444": 5.31}
_AT_20 = {"libx264": 0.11, "libx265": 0.07}
# A still film may take so much less than is usual; ProRes keeps to its figure.
_LEAST_CRF, _LEAST_PRORES = 0.15, 0.5
# From this share of the film on what was written says how much more there will be.
_TELLING = 0.05
# What other programs of the same disk need to live.
RESERVE = 64 * 1000**2


def free_at(place: Path) -> int:
    """Free bytes on the disk of `place`, which need not exist yet."""
    while not place.exists() and place != place.parent:
        place = place.parent
    return shutil.disk_usage(place).free


def likely_bytes(encoding: Encoding, seconds: float, sound_bits: int) -> int:
    """What `seconds` of film usually take, with sound of `sound_bits` a second."""
    options = dict(encoding.options)
    if encoding.codec in _AT_20:
        pixel = _AT_20[encoding.codec] * 2 ** ((20 - float(options["crf"])) / 6)
    else:
        pixel = _PRORES[options["profile"]]
    bits = pixel * encoding.size.pixels * float(encoding.rate) + sound_bits
    return round(bits * seconds / 8)


class Room:
    """The room for `count` films alike in `folder`, while pieces of them are kept in `store`.

    `likely` bytes are what one of them takes.
    """

    def __init__(
        self, folder: Path, store: Path, encoding: Encoding, likely: int, count: int = 1
    ) -> None:
        likely *= count
        self._count = count
        self._folder = folder
        self._store = store
        self._left = likely
        exact = encoding.codec not in _AT_20
        self._least = round(likely * (_LEAST_PRORES if exact else _LEAST_CRF))
        self._likely = likely

    def check(self) -> None:
        """Raises CannotWrite when the disk is too small for it, before anything is made."""
        free = free_at(self._folder)
        if free < self._least + RESERVE:
            raise _full(self._folder, free, self._likely + RESERVE)

    def watch(self, share: float, written: int) -> None:
        """`share` of one film is written in `written` bytes: raises CannotWrite as soon as it is
        clear that the rest of all will not fit, and not an hour later."""
        self._left = round(self._likely * (1 - share))
        if share < _TELLING:
            return
        self._left = round(written / share * (1 - share)) * self._count
        free = free_at(self._folder)
        if free < self._left:
            raise _full(self._folder, free, self._left)

    def may_keep(self, size: int) -> bool:
        """Whether a piece of `size` bytes may be kept without taking the film's room away."""
        return free_at(self._store) > size + RESERVE + (self._left if self._same_disk() else 0)

    def _same_disk(self) -> bool:
        def device(place: Path) -> int:
            while not place.exists() and place != place.parent:
                place = place.parent
            return place.stat().st_dev

        return device(self._folder) == device(self._store)


def _full(folder: Path, free: int, needed: int) -> CannotWrite:
    return CannotWrite(
        said(
            "The disk of {folder} has room for {free}; the film needs about {needed}.",
            folder=folder,
            free=size_words(free),
            needed=size_words(needed),
        ),
        hint=said("Make room on that disk, or write to another one."),
    )
