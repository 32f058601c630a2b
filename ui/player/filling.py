"""Sound read ahead of its time, at any speed and backwards, on a thread of its own."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from studio.core.errors import StudioError
from studio.media.film import Film
from studio.media.sound import SoundReader
from ui.player.speaker import FRAME_BYTES, RATE
from ui.player.stretch import Stretch

_FORWARD = Fraction(1, 10)
# Backwards each read is a jump in the file: fewer, longer ones.
_BACKWARD = Fraction(1, 2)
_AHEAD_BYTES = RATE * FRAME_BYTES


@dataclass(frozen=True, slots=True)
class _Order:
    """What to read: from `at` seconds on at `speed`, backwards where that is negative."""

    at: Fraction
    speed: int


class _Run:
    """One run through the film at one speed."""

    def __init__(self, film: Film, order: _Order) -> None:
        self._film, self._speed = film, order.speed
        self._stretch = Stretch(abs(order.speed))
        self.at = order.at

    @property
    def is_over(self) -> bool:
        """Whether there is nothing further on."""
        return self.at >= self._film.duration if self._speed > 0 else self.at <= 0

    def read(self, reader: SoundReader) -> bytes:
        """The next piece as float32 stereo."""
        if self._speed > 0:
            stop = self.at + _FORWARD * self._speed
            samples = reader.read(self.at, stop)
            self.at = stop
        else:
            start = max(Fraction(0), self.at + _BACKWARD * self._speed)
            samples = np.ascontiguousarray(reader.read(start, self.at)[::-1])
            self.at = start
        return self._stretch.take(samples).tobytes()


class Filling:
    """Reads on from where it was told, at most a second ahead of what is heard."""

    def __init__(self, film: Film, failed: Callable[[object], None]) -> None:
        self._film, self._failed = film, failed
        self._lock = threading.Condition()
        self._order: _Order | None = None
        self._pieces: deque[bytes] = deque()
        self._ready = 0
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=f"sound {film.path.name}")

    def read_from(self, at: Fraction, speed: int) -> None:
        """Read from there on, in place of what was asked for before."""
        if self._thread.ident is None:
            self._thread.start()
        self._ask(_Order(at, speed))

    def stop(self) -> None:
        """Read nothing more."""
        self._ask(None)

    def pull(self, most: int) -> bytes:
        """Up to `most` bytes of what is ready."""
        with self._lock:
            found: list[bytes] = []
            room = most
            while self._pieces and room:
                piece = self._pieces.popleft()
                if len(piece) > room:
                    self._pieces.appendleft(piece[room:])
                found.append(piece[:room])
                room -= len(found[-1])
            self._ready -= most - room
            self._lock.notify()
            return b"".join(found)

    def close(self) -> None:
        """End the thread and wait for it."""
        with self._lock:
            self._closed = True
            self._lock.notify()
        if self._thread.ident is not None:
            self._thread.join()

    def _ask(self, order: _Order | None) -> None:
        with self._lock:
            self._order = order
            self._pieces.clear()
            self._ready = 0
            self._lock.notify()

    def _run(self) -> None:
        try:
            with SoundReader(self._film, RATE) as reader:
                self._serve(reader)
        except (StudioError, OSError) as error:
            self._failed(error)

    def _serve(self, reader: SoundReader) -> None:
        order: _Order | None = None
        run: _Run | None = None
        while True:
            with self._lock:
                while not self._closed and not self._is_wanted(order, run):
                    self._lock.wait()
                if self._closed:
                    return
                if self._order is not order or run is None:
                    order = self._order
                    assert order is not None
                    run = _Run(self._film, order)
            piece = run.read(reader) if not run.is_over else b""
            with self._lock:
                if self._order is order and piece:
                    self._pieces.append(piece)
                    self._ready += len(piece)

    def _is_wanted(self, order: _Order | None, run: _Run | None) -> bool:
        if self._order is None:
            return False
        if self._order is not order or run is None:
            return True
        return not run.is_over and self._ready < _AHEAD_BYTES
