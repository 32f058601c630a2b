"""The edit of the sample film: which shot stands where, its dissolve and its two fades."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from studio.sample.brush import Floats
from studio.sample.develop import Darkroom
from studio.sample.scenes.boat import Boat
from studio.sample.scenes.bus import LastBus
from studio.sample.scenes.dawn import Dawn
from studio.sample.scenes.kite import Kite
from studio.sample.scenes.lighthouse import Lighthouse
from studio.sample.scenes.stall import NightStall
from studio.sample.scenes.window import WorkshopWindow

RATE = 24  # frames a second
_AHEAD = 6  # frames that may wait for the encoder
_WORKERS = 2


class Scene(Protocol):
    """A shot as its painter: built once, then asked for any of its moments."""

    def paint(self, t: float) -> Floats:
        """Linear light at `t` seconds into the shot."""


@dataclass(frozen=True, slots=True)
class Take:
    """A shot of the edit: `frames` long, its first `dissolve` frames over the end of the last."""

    name: str
    scene: Callable[[], Scene]
    frames: int
    dissolve: int = 0


TAKES: tuple[Take, ...] = (
    Take("night stall", NightStall, 108),
    Take("last bus", LastBus, 96),
    Take("workshop window", WorkshopWindow, 96),
    Take("lighthouse", Lighthouse, 108, dissolve=18),
    Take("boat", Boat, 78),
    Take("kite", Kite, 96),
    Take("dawn", Dawn, 120),
)
STARTS: tuple[int, ...] = tuple(
    sum(take.frames for take in TAKES[:k]) - sum(take.dissolve for take in TAKES[: k + 1])
    for k in range(len(TAKES))
)
FRAMES = STARTS[-1] + TAKES[-1].frames
_FADE_IN, _FADE_OUT = 24, 34


def takes_at(number: int) -> tuple[int, ...]:
    """Which takes frame `number` shows: one, or two in a dissolve, the older first."""
    return tuple(k for k, take in enumerate(TAKES) if STARTS[k] <= number < STARTS[k] + take.frames)


def fade(number: int) -> float:
    """How much light frame `number` keeps, 0 to 1: black at both ends of the film."""
    share = min(1.0, number / _FADE_IN, (FRAMES - 1 - number) / _FADE_OUT)
    return share * share * (3 - 2 * share)


def painted(number: int, scenes: dict[int, Scene], darkroom: Darkroom) -> NDArray[np.uint8]:
    """The planes of frame `number` from the prepared scenes that it shows."""
    shown: Floats | None = None
    for k in takes_at(number):
        time = (number - STARTS[k]) / RATE
        light = scenes[k].paint(time) * np.float32(fade(number))
        picture = darkroom.print_light(light)
        if shown is None:
            shown = picture
        else:
            share = np.float32((number - STARTS[k] + 1) / (TAKES[k].dissolve + 1))
            shown = shown + share * (picture - shown)
    if shown is None:
        raise IndexError(f"The film has {FRAMES} frames, not {number}.")
    return darkroom.planes(shown, number)


class _Studio:
    """Paints frames on two threads, and the next scene's canvas while this one is on."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._darkroom = Darkroom()
        self._scenes: dict[int, Future[Scene]] = {}

    def order(self, number: int) -> Future[NDArray[np.uint8]]:
        """Have frame `number` painted; numbers come in rising order."""
        on = takes_at(number)
        for k in (*on, *takes_at(min(number + RATE, FRAMES - 1))):
            if k not in self._scenes:
                self._scenes[k] = self._pool.submit(TAKES[k].scene)
        wanted = {k: self._scenes[k] for k in on}
        self._scenes = {k: scene for k, scene in self._scenes.items() if k >= on[0]}
        return self._pool.submit(self._paint, number, wanted)

    def _paint(self, number: int, wanted: dict[int, Future[Scene]]) -> NDArray[np.uint8]:
        # A scene is always queued before its frames, so waiting for it here cannot lock up.
        scenes = {k: scene.result() for k, scene in wanted.items()}
        return painted(number, scenes, self._darkroom)


@contextmanager
def frames(start: int = 0, stop: int = FRAMES) -> Iterator[Iterator[NDArray[np.uint8]]]:
    """The planes (see `Darkroom.planes`) of frames `start` up to `stop`, in order.

    Every frame depends on its number alone; threads only change how soon it is there. Leaving
    early drops what was not yet begun.
    """
    pool = ThreadPoolExecutor(_WORKERS, thread_name_prefix="sample-film")
    try:
        yield _in_order(_Studio(pool), start, stop)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(studio: _Studio, start: int, stop: int) -> Iterator[NDArray[np.uint8]]:
    waiting = [studio.order(n) for n in range(start, min(start + _AHEAD, stop))]
    for number in range(start, stop):
        if number + _AHEAD < stop:
            waiting.append(studio.order(number + _AHEAD))
        yield waiting.pop(0).result()
