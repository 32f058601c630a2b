"""Looks at how every output stands: off the window's thread, soon after something changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from studio.batch.job import Outcome
from studio.batch.prepare import with_kit
from studio.batch.sources import Sources
from studio.campaign.project import Project
from studio.core.errors import Notice
from studio.core.said import said
from ui.deliver.queue import ExportQueue
from ui.deliver.states import Cell, Known, after, in_queue, look
from ui.films import Films
from ui.jobs import Job, Jobs
from ui.notices import Notices
from ui.session import Session

_LOOK_AFTER_MS = 350


class Looking(QObject):
    """`cells` is what was seen last, with what the queue works on; `looked` tells of news.

    It looks while it is `watched`; what changes meanwhile is looked at when it is watched again.
    """

    looked = Signal()

    def __init__(
        self,
        session: Session,
        films: Films,
        jobs: Jobs,
        notices: Notices,
        queue: ExportQueue,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._films, self._jobs = session, films, jobs
        self._notices, self._queue = notices, queue
        self._cells: tuple[Cell, ...] = ()
        self._unreadable: dict[str, str] = {}
        self._job: Job | None = None
        self._of: Project | None = None
        self._old = True
        self._watched = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_AFTER_MS)
        self._timer.timeout.connect(self._look)
        session.replaced.connect(self._start_over)
        session.changed.connect(self._project_changed)
        films.probed.connect(self._film_read)
        films.failed.connect(self._film_failed)
        queue.heard.connect(self._take_outcome)
        queue.finished.connect(self.look_later)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every output, with those in the queue."""
        return in_queue(self._cells, self._queue.rows)

    def watch(self, *, watched: bool) -> None:
        """Whether anybody sees it."""
        self._watched = watched
        if watched and self._old:
            self._timer.start(0)

    def look_later(self) -> None:
        """Something changed."""
        self._old = True
        if self._watched:
            self._timer.start(_LOOK_AFTER_MS)

    def _start_over(self) -> None:
        self._cells, self._unreadable = (), {}
        self.look_later()
        self.looked.emit()

    def _project_changed(self, before: Project, now: Project) -> None:
        if before.campaign is not now.campaign or before.tracks is not now.tracks:
            self.look_later()

    def _film_read(self, film: str) -> None:
        self._unreadable.pop(film, None)
        self.look_later()

    def _film_failed(self, film: str, notice: Notice) -> None:
        if self._films.film(film) is None:
            self._unreadable[film] = said("{message} {hint}", message=notice.text, hint=notice.hint)
            self.look_later()

    def _take_outcome(self, outcome: Outcome) -> None:
        self._cells = after(self._cells, outcome)

    def _look(self) -> None:
        if self._job is not None or not self._session.is_open:
            return
        self._old = False
        project = self._session.project
        films, reading = {}, set()
        for entry in project.campaign.films:
            film = self._films.film(entry.id)
            if film is not None:
                films[entry.id] = film
            elif entry.id not in self._unreadable:
                reading.add(entry.id)
        waiting = said("The film is being read.")
        sources = Sources(
            films, project.tracks, {**dict.fromkeys(reading, waiting), **self._unreadable}
        )
        folder = self._session.folder or Path()
        known = Known(frozenset(reading), dict(self._queue.failures))
        self._of = project
        self._job = self._jobs.start(
            said("Looking at the outputs"),
            look,
            project.campaign,
            with_kit(sources, project.campaign, folder),
            self._queue.out,
            known,
            quiet=True,
        )
        self._job.done.connect(self._take)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)

    def _take(self, cells: tuple[Cell, ...]) -> None:
        if self._session.project is self._of:
            self._cells = cells
            self.looked.emit()

    def _failed(self, error: BaseException) -> None:
        self._notices.failed(error)

    def _ended(self) -> None:
        self._job = None
        if self._old:
            self.look_later()
