"""Makes the pictures before a standing frame ready, on a thread and with a reader of its own."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from studio.core.errors import StudioError
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader
from ui.player.nearby import Nearby
from ui.player.picture import Look, picture_of

_PATIENCE = 0.02
"""Seconds that the window waits for the thread's end."""
_LINGERS = 5.0
"""Seconds after which a reader that nobody needs lets its file and memory go."""


class Gathering:
    """Works only after `look`; what it gathers is in `nearby`. `failed` is called on its thread."""

    def __init__(self, film: Film, nearby: Nearby, failed: Callable[[object], None]) -> None:
        self._film, self._nearby, self._failed = film, nearby, failed
        self._lock = threading.Condition()
        self._look: Look | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=f"gathering {film.path.name}")

    def look(self, look: Look) -> None:
        """There may be something to do: the film stands elsewhere, or pictures look otherwise."""
        with self._lock:
            self._look = look
            if self._thread.ident is None:
                self._thread.start()
            self._lock.notify()

    def close(self) -> None:
        """End the thread; it lives on by itself till the picture it is at is made."""
        with self._lock:
            self._closed = True
            self._lock.notify()
        if self._thread.ident is not None:
            self._thread.join(_PATIENCE)

    # -- the thread -----------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while self._wait(None):
                with FrameReader(self._film) as reader:
                    while self._wait(_LINGERS):
                        self._gather(reader)
        except (StudioError, OSError) as error:
            with self._lock:
                # Who would hear it may be gone by the time the film is closed.
                if not self._closed:
                    self._failed(error)

    def _wait(self, seconds: float | None) -> bool:
        """Until something is lacking; False when closed, or after so many seconds of rest."""
        with self._lock:
            self._lock.wait_for(lambda: self._closed or self._nearby.lacks()[0] > 0, seconds)
            return not self._closed and self._nearby.lacks()[0] > 0

    def _gather(self, reader: FrameReader) -> None:
        turn, look = self._nearby.turn, self._look
        row = self._nearby.row()
        if look is not None and row and turn == self._nearby.turn:
            self._sweep(reader, turn, look, row)

    def _sweep(self, reader: FrameReader, turn: int, look: Look, row: tuple[int, ...]) -> None:
        """From the key picture before the row up to it: the last ones are kept, nearest first."""
        first = self._film.video.first_pts
        if row[0] <= first:
            self._nearby.end(turn, last=False)
            return
        kept: deque[Frame] = deque(maxlen=self._nearby.lacks()[0])
        start = reader.key_at(self._film.time_of(row[0] - 1)).pts
        for frame in reader.walk(start, row[0]):
            if not self._goes_on(turn):
                return
            kept.append(frame)
        if not kept:
            # Nothing shows before the row though its PTS is not the first: it is the beginning.
            self._nearby.end(turn, last=False)
        for frame in reversed(kept):
            if not self._goes_on(turn) or not self._add(turn, look, frame):
                return
            if frame.pts <= first:
                self._nearby.end(turn, last=False)

    def _add(self, turn: int, look: Look, frame: Frame) -> bool:
        return self._nearby.add(turn, picture_of(frame, look))

    def _goes_on(self, turn: int) -> bool:
        return not self._closed and turn == self._nearby.turn
