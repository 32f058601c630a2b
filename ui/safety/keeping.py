"""Keeps the journal of the open campaign: soon after each edit, at once when something fails."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from studio.campaign.journal import Journal, open_elsewhere
from studio.campaign.project import Project
from studio.core.errors import Notice, StudioError, explain
from studio.core.said import said
from ui.notices import Notices
from ui.session import Session

PAUSE_MS = 400
"""The least time between two writes; the first edit after a rest is written at once."""
RETRY_MS = 5000
"""After a write that failed."""


class Keeping(QObject):
    """One for the whole run. Writing is done on a thread of its own, from the frozen project."""

    written = Signal()
    """The journal holds the state that was the present one a moment ago."""
    _done = Signal(object)
    """What went wrong, or None."""

    def __init__(self, session: Session, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._journal: Journal | None = None
        self._place: tuple[Path | None, Path | None] = (None, None)
        self._kept: Project | None = None
        self._under_way: Project | None = None
        self._is_writing = False
        self._is_failing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._write_soon)
        session.replaced.connect(self._begin)
        session.saved.connect(self._state_changed)
        self._done.connect(self._end_write)

    @property
    def journal(self) -> Journal | None:
        """That of the open campaign; None while there is none, or none can be made."""
        return self._journal

    @property
    def is_up_to_date(self) -> bool:
        """Whether a stop of the machine now would lose nothing."""
        return not self._session.unsaved or self._kept is self._session.project

    # -- following the session ------------------------------------------------------------

    @Slot()
    def _begin(self) -> None:
        """Another campaign is open, or none: the journal of the one before was settled."""
        own = self._journal.place if self._journal is not None else None
        self._end()
        session = self._session
        self._place = session.path, session.folder
        if session.folder is None:
            return
        # Its own journal may still be on its way out, where the same campaign is opened again.
        if session.path is not None and open_elsewhere(session.path, own):
            self._notices.post(
                Notice(
                    said("Open twice"),
                    said("This campaign is open in another window of Lobbycard."),
                    said("Work in one of them: the one that saves last is asked first."),
                    severity="warning",
                )
            )
        try:
            self._journal = Journal(session.path, session.folder)
        except StudioError as error:
            self._notices.failed(error)
        self._state_changed()

    def _end(self) -> None:
        self._pause.stop()
        journal, self._journal = self._journal, None
        self._kept, self._under_way = None, None
        if journal is not None:
            self._writer.submit(journal.close)

    @Slot()
    def _state_changed(self) -> None:
        session = self._session
        if self._journal is None or not session.is_open:
            return
        if (session.path, session.folder) != self._place:
            # Saved under another name: the journal moves along.
            self._begin()
            return
        if not session.unsaved:
            self._kept, self._under_way = None, None
            self._pause.stop()
            self._writer.submit(self._journal.clear)
        elif not self._pause.isActive() and not self._is_writing:
            self._write_soon()

    @Slot()
    def _write_soon(self) -> None:
        project = self._session.project
        if self._journal is None or self.is_up_to_date or self._is_writing:
            return
        self._is_writing, self._under_way = True, project
        self._pause.start(PAUSE_MS)
        task = self._writer.submit(self._journal.write, project, self._labels())
        task.add_done_callback(self._ended)

    def _ended(self, task: Future[None]) -> None:
        """On the writer's thread."""
        self._done.emit(task.exception())

    @Slot(object)
    def _end_write(self, error: BaseException | None) -> None:
        project, self._under_way, self._is_writing = self._under_way, None, False
        if error is not None:
            self._say(error)
            self._pause.start(RETRY_MS)
            return
        self._is_failing = False
        # None when it was cleared, or another campaign opened, while it was being written.
        self._kept = project
        if self.is_up_to_date:
            self.written.emit()
        elif not self._pause.isActive():
            self._write_soon()

    def _say(self, error: BaseException) -> None:
        if self._is_failing:
            return
        self._is_failing = True
        notice = explain(error)
        hint = said("What you do now is not kept against a crash: save soon.")
        self._notices.post(Notice(notice.title, notice.text, hint, notice.details))

    def _labels(self) -> tuple[str, ...]:
        history = self._session.history
        if history is None:
            return ()
        since = history.saved_position
        steps = history.steps[1 if since is None else since + 1 : history.position + 1]
        return tuple(step.label for step in steps if step.label)

    # -- at once --------------------------------------------------------------------------

    def flush(self) -> bool:
        """Keep the present state now; whether it is kept. Never raises but for a fault of ours."""
        if self._journal is None or not self._session.unsaved:
            return not self._session.unsaved
        try:
            self._journal.write(self._session.project, self._labels())
        except StudioError:
            return False
        self._kept = self._session.project
        return True

    def close(self) -> None:
        """At the end of the run: the gate has been passed, so nothing is left behind."""
        self._end()
        self._writer.shutdown(wait=True)
