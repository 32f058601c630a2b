"""A delivery before its first picture: its form, its pieces, and the room that it will need."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from studio.burn.edit.reel import Reel
from studio.burn.pieces.encoder import encoding_of
from studio.burn.pieces.maker import Side
from studio.burn.pieces.room import Room, likely_bytes
from studio.burn.pieces.segments import segments, store

# Two channels of 24 bits at 48 kHz.
_PCM_BITS = 2_304_000


class Planned:
    """What is to be made of `reel` in `folder`, as one of `count` that are made together.

    `pieces` follow one another from its beginning to its end. Raises BadValue for what cannot be.
    """

    def __init__(self, reel: Reel, folder: Path, count: int, *, lower: bool) -> None:
        self.reel = reel
        self.form, stretches = reel.plan(lower=lower)
        self.encoding = encoding_of(self.form, reel.preset, reel.film)
        self.pieces = segments(stretches, self.form, self.encoding)
        self.room = self._room(folder, count)
        self.side = Side(reel.clip, self.room)

    @property
    def kind(self) -> object:
        """What it has in common with those that can be made together with it."""
        borders = tuple((one.start, one.stop) for one in self.pieces)
        return self.form, self.encoding, borders

    def _room(self, folder: Path, count: int) -> Room:
        film, settings = self.reel.film, self.reel.preset.sound
        tracks = len(film.audio) if film is not None and settings.all_tracks else 1
        bits = settings.bit_rate if settings.codec == "aac" else _PCM_BITS
        likely = likely_bytes(self.encoding, float(self.reel.seconds), bits * max(1, tracks))
        return Room(folder, store().folder, self.encoding, likely, count)


def alike(plans: Iterable[Planned]) -> tuple[tuple[Planned, ...], ...]:
    """Those together that can be made together, in the order of the first of each."""
    found: dict[object, list[Planned]] = {}
    for one in plans:
        found.setdefault(one.kind, []).append(one)
    return tuple(map(tuple, found.values()))
