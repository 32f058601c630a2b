"""What a pass over a film has found so far, kept in the cache: it can be shown, and gone on from.

Each part is kept under the frame number it begins with. As parts end at fixed frames and hold the
same whoever made them, two passes over one film may keep theirs in the same places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from studio.media.cache import default_cache, key_of
from studio.media.film import Film
from studio.shots.looking import Bytes
from studio.shots.packing import FOREIGN, pack, unpack
from studio.shots.structure import Floats, Whole
from studio.shots.watching import Part, borders

Kept = TypeVar("Kept")
Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a window shows of the frames from `start` to `stop`: `pts` int64, `pictures` int64.

    `curve` float32 begins with frame `since`, a little before `start`: there it says better what
    the part before could not yet know.
    """

    start: int
    stop: int
    pts: Whole
    pictures: Whole
    since: int
    curve: Floats


@dataclass(frozen=True, slots=True)
class First:
    """PTS (int64) of pictures from all over the film; `whole` once these are all."""

    pictures: Whole
    whole: bool


class Parts:
    """The parts of one film that passes of `version` keep. A damaged or foreign one is absent."""

    def __init__(self, film: Film, version: int) -> None:
        self._film, self._version = film, version
        self._cache = default_cache()

    def keep(self, part: Part, shown: Shown) -> None:
        """Keep a part: first what goes on needs of it, then what is shown."""
        facts = {"start": part.start, "windows": part.windows, "changed": part.changed}
        arrays = {name: getattr(part, name) for name in _PLAIN}
        arrays |= {f"map {name}": one for name, one in part.maps.items()}
        self._cache.put(self._key("part", part.start), pack(facts, arrays))
        facts = {"start": shown.start, "stop": shown.stop, "since": shown.since}
        arrays = {"pts": shown.pts, "pictures": shown.pictures, "curve": shown.curve}
        self._cache.put(self._key("shown", part.start), pack(facts, arrays))

    def kept(self) -> Iterator[Part]:
        """The parts from the first frame on, up to the first that is not there."""
        at = 0
        while (part := self._read("part", at, _part)) is not None:
            yield part
            at = part.stop

    def shown(self, start: int) -> Iterator[Shown]:
        """What is shown of those from frame `start` on."""
        while (shown := self._read("shown", start, _shown)) is not None:
            yield shown
            start = shown.stop

    def keep_first(self, pictures: Sequence[int], *, whole: bool) -> None:
        """Keep the PTS of the pictures that stand in the strip before the pass has got there."""
        arrays = {"pictures": np.array(pictures, np.int64)}
        self._cache.put(self._key("first", 0), pack({"start": 0, "whole": whole}, arrays))

    def first(self) -> First | None:
        """What `keep_first` kept."""
        return self._read("first", 0, _first)

    def forget(self, count: int) -> None:
        """Let all go of a film of `count` frames: the whole is kept now."""
        self._cache.drop(self._key("first", 0))
        for start in (0, *takewhile(lambda border: border < count, borders(self._film))):
            self._cache.drop(self._key("part", start))
            self._cache.drop(self._key("shown", start))

    def _read(
        self, kind: str, start: int, made: Callable[[dict[str, Any], Arrays], Kept]
    ) -> Kept | None:
        data = self._cache.get(self._key(kind, start))
        if data is None:
            return None
        try:
            facts, arrays = unpack(data)
            if facts["start"] != start:
                return None
            return made(facts, arrays)
        except FOREIGN:
            return None

    def _key(self, kind: str, start: int) -> str:
        film = self._film
        return key_of("pass", kind, self._version, film.sha256, film.video, start)


_PLAIN = ("pts", "table", "thumbs", "measured", "pictures")


def _part(facts: dict[str, Any], arrays: Arrays) -> Part:
    part = Part(
        start=facts["start"],
        pts=_checked(arrays["pts"], np.int64, 1),
        table=_checked(arrays["table"], np.float32, 2),
        thumbs=_thumbs(arrays["thumbs"]),
        measured=_checked(arrays["measured"], np.int64, 1),
        maps={
            name.removeprefix("map "): array
            for name, array in arrays.items()
            if name.startswith("map ")
        },
        pictures=_checked(arrays["pictures"], np.int64, 1),
        windows=int(facts["windows"]),
        changed=bool(facts["changed"]),
    )
    if not len(part.pts) == len(part.table) == len(part.thumbs) > 0:
        raise ValueError("a part whose arrays differ in length")
    return part


def _shown(facts: dict[str, Any], arrays: Arrays) -> Shown:
    shown = Shown(
        start=facts["start"],
        stop=int(facts["stop"]),
        pts=_checked(arrays["pts"], np.int64, 1),
        pictures=_checked(arrays["pictures"], np.int64, 1),
        since=int(facts["since"]),
        curve=_checked(arrays["curve"], np.float32, 1),
    )
    if not 0 <= shown.since <= shown.start < shown.stop == shown.since + len(shown.curve):
        raise ValueError("a part whose frames do not follow")
    if len(shown.pts) != shown.stop - shown.start:
        raise ValueError("a part whose arrays differ in length")
    return shown


def _first(facts: dict[str, Any], arrays: Arrays) -> First:
    return First(_checked(arrays["pictures"], np.int64, 1), bool(facts["whole"]))


def _thumbs(array: NDArray[Any]) -> Bytes:
    return _checked(array, np.uint8, 3)


def _checked(array: NDArray[Any], kind: type[Any], dimensions: int) -> NDArray[Any]:
    if array.dtype != kind or array.ndim != dimensions:
        raise ValueError(f"{array.dtype} in {array.ndim} dimensions")
    return array
