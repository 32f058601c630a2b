"""Small pictures of frames, made in the background and kept while the window lives."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from studio.core.kept import Kept
from studio.core.progress import Progress
from studio.core.said import said
from studio.media.film import Film
from studio.media.thumbs import thumbnails
from ui.jobs import Job, Jobs

_BATCH = 6
_BYTES_KEPT = 48_000_000
Made = tuple[tuple[int, QImage], ...]


def _made(film: Film, pts: Sequence[int], width: int, progress: Progress) -> Made:
    pictures = thumbnails(film, pts, width, progress)
    images = (QImage.fromData(data) for data in pictures)
    return tuple(zip(pts, images, strict=True))


class Thumbs(QObject):
    """Ask with `want`, look with `picture`; `arrived` says that it is worth looking again."""

    arrived = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, width: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._width = width
        self._kept: Kept[tuple[str, int], QImage] = Kept(_BYTES_KEPT, QImage.sizeInBytes)
        self._film: Film | None = None
        self._wanted: list[int] = []
        self._job: Job | None = None
        self._under_way = ""

    def picture(self, film: Film, pts: int) -> QImage | None:
        """What there is of a frame."""
        return self._kept.get((film.sha256, pts))

    def want(self, film: Film, pts: Sequence[int]) -> None:
        """Make these next, in this order; what another film or a former view wanted is dropped."""
        if self._film is not None and self._film.sha256 != film.sha256 and self._job is not None:
            self._job.cancel()
        self._film = film
        self._wanted = [one for one in pts if (film.sha256, one) not in self._kept]
        self._next()

    def _next(self) -> None:
        if self._job is not None or not self._wanted or self._film is None:
            return
        film, batch = self._film, tuple(self._wanted[:_BATCH])
        job = self._jobs.start(said("Small pictures"), _made, film, batch, self._width, quiet=True)
        self._job, self._under_way = job, film.sha256
        job.done.connect(self._keep)
        job.failed.connect(self._give_up)
        job.ended.connect(self._ended)

    def _keep(self, made: Made) -> None:
        sha256 = self._under_way
        for pts, image in made:
            self._kept.put((sha256, pts), image)
        done = {pts for pts, _ in made}
        if self._film is not None and self._film.sha256 == sha256:
            self._wanted = [one for one in self._wanted if one not in done]
        self.arrived.emit()

    def _give_up(self, error: object) -> None:
        self._wanted = []
        self.failed.emit(error)

    def _ended(self) -> None:
        self._job = None
        self._next()
