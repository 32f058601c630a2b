"""Small pictures for a hand that scrubs: read from the cache on a thread that does nothing else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from studio.core.errors import StudioError
from studio.core.kept import Kept
from studio.media.film import Film
from studio.media.thumbs import STRIP_WIDTH, has_thumbnail, thumbnails

_BYTES_KEPT = 16_000_000
_Wish = tuple[Film, int]


class _Thread:
    """Outlives the object that it reads for, so that it can be ended when that is gone."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(1, thread_name_prefix="scrubbing")

    def close(self, *_: object) -> None:
        """Read nothing more."""
        self.pool.shutdown(wait=False, cancel_futures=True)


class Scrubbing(QObject):
    """The newest wish counts. Jobs would wait behind longer ones, and a hand does not."""

    arrived = Signal(object)
    """The QImage that was wished for last."""
    _read = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = _Thread()
        self._wish: _Wish | None = None
        self._kept: Kept[tuple[str, int], QImage] = Kept(_BYTES_KEPT, QImage.sizeInBytes)
        self._read.connect(self._keep)
        self.destroyed.connect(self._thread.close)

    def picture(self, film: Film, pts: int) -> QImage | None:
        """The picture of a frame, at once where it was read before; else `arrived` brings it."""
        there = self._kept.get((film.sha256, pts))
        if there is None:
            self._wish = (film, pts)
            self._thread.pool.submit(self._look, self._wish)
        return there

    def _look(self, wish: _Wish) -> None:
        """On the thread. What is not in the cache is not made: the exact frame is under way."""
        film, pts = wish
        if wish is not self._wish or not has_thumbnail(film, pts):
            return
        try:
            (data,) = thumbnails(film, (pts,), STRIP_WIDTH)
        except (StudioError, OSError):
            # A picture that cannot be read does not stand in; the exact frame says what is wrong.
            return
        if isValid(self):
            self._read.emit(wish, QImage.fromData(data))

    def _keep(self, wish: _Wish, image: QImage) -> None:
        film, pts = wish
        self._kept.put((film.sha256, pts), image)
        if wish is self._wish:
            self.arrived.emit(image)
