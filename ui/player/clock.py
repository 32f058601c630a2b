"""The film's time while it plays; several threads may ask it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

# Off by more than this (seconds) the clock jumps; below, it glides there unnoticed.
_JUMP = 0.12
_GLIDE = 0.1


@dataclass(frozen=True, slots=True)
class _Run:
    began: float
    at: float
    speed: int


class Clock:
    """Counts film seconds at a whole-number speed, backwards where that is negative."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._run: _Run | None = None

    @property
    def runs(self) -> bool:
        """Whether time passes."""
        return self._run is not None

    @property
    def speed(self) -> int:
        """Film seconds a second; 0 while stopped."""
        run = self._run
        return run.speed if run is not None else 0

    def start(self, at: float, speed: int) -> None:
        """Let time pass from `at` seconds of the film on."""
        self._run = _Run(self._now(), at, speed)

    def stop(self) -> None:
        """Let it stand."""
        self._run = None

    def seconds(self) -> float:
        """The film's time now; 0 while stopped."""
        run = self._run
        return 0.0 if run is None else run.at + (self._now() - run.began) * run.speed

    def heard(self, at: float) -> None:
        """The sound is at `at` seconds of the film: picture follows sound."""
        run = self._run
        if run is None:
            return
        now = self._now()
        own = run.at + (now - run.began) * run.speed
        off = at - own
        if abs(off) > _JUMP * abs(run.speed):
            self._run = _Run(now, at, run.speed)
        else:
            self._run = _Run(now, own + off * _GLIDE, run.speed)
