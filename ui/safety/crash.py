"""What nobody caught: the work is kept first, then a report is written, then the person is told."""

from __future__ import annotations

import contextlib
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QThread,
    QTimer,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from studio.core.errors import Notice, StudioError
from studio.core.said import said
from ui.documents.above import above
from ui.jobs import Jobs
from ui.notices import Notices
from ui.safety.crash_dialog import CrashDialog
from ui.safety.keeping import Keeping
from ui.safety.reports import (
    Sentinel,
    Trail,
    crashes_before,
    log,
    report_text,
    write_report,
)
from ui.session import Session
from ui.widgets.language import tr

_TOLD = "_lobbycard_told"


class Crashes(QObject):
    """Stands behind everything. The same fault again is only counted."""

    quit_wanted = Signal()
    """The person had enough."""
    _heard = Signal(object)

    def __init__(self, session: Session, keeping: Keeping, notices: Notices, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._keeping = keeping
        self._notices = notices
        self._counts: dict[tuple[str, ...], int] = {}
        self._shown: tuple[str, ...] = ()
        self._is_telling = False
        self._sentinel: Sentinel | None = None
        self.trail = Trail()
        self.dialog: CrashDialog | None = None
        """The one that is shown."""
        self._jobs = jobs
        self._heard.connect(self._tell)
        session.changed.connect(self._note)

    @Slot(object, object)
    def _note(self, *_: object) -> None:
        history = self._session.history
        if history is not None:
            self.trail.note(history.undo_label or said("Back at the beginning"))

    # -- standing behind ------------------------------------------------------------------

    def install(self) -> None:
        """Hear of everything from now on; tells of crashes of the run before."""
        self._notices.somebody_catches = True
        self._notices.unexpected.connect(self._tell)
        self._jobs.crashed.connect(self._tell)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        qInstallMessageHandler(_qt_said)
        found = crashes_before()
        try:
            self._sentinel = Sentinel()
        except StudioError as error:
            self._notices.failed(error)
        if found:
            self._notices.post(
                Notice(
                    said("Lobbycard ended unexpectedly"),
                    said("Lobbycard ended unexpectedly the last time."),
                    said("A report of it lies in {path}.", path=found[-1]),
                    severity="warning",
                )
            )

    def close(self) -> None:
        """At the end of the run."""
        self._notices.somebody_catches = False
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        qInstallMessageHandler(None)
        if self._sentinel is not None:
            self._sentinel.close()
            self._sentinel = None

    def _uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            # An interrupt in the midst of a slot: Qt has swallowed it, the person still means it.
            sys.__excepthook__(kind, error, trace)
            QTimer.singleShot(0, self, self.quit_wanted.emit)
        elif threading.current_thread() is not threading.main_thread():
            self._heard.emit(error.with_traceback(trace))
        elif QThread.currentThread().loopLevel() > 0:
            self._tell(error.with_traceback(trace))
        else:
            # The window is not there yet, or not any more: the process ends with this.
            self._keeping.flush()
            with contextlib.suppress(StudioError):
                write_report(report_text(error, self.trail, self._session.project), kind.__name__)
            sys.__excepthook__(kind, error, trace)

    def _uncaught_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if isinstance(told.exc_value, Exception):
            self._heard.emit(told.exc_value)

    # -- telling --------------------------------------------------------------------------

    @Slot(object)
    def _tell(self, error: BaseException) -> None:
        told = vars(error)
        if _TOLD in told:
            # A job and the page that began it both speak of it.
            return
        if self._is_telling:
            # A fault in here: what is left is the terminal.
            sys.__excepthook__(type(error), error, error.__traceback__)
            return
        told[_TOLD] = self._is_telling = True
        try:
            self._keep_and_show(error)
        finally:
            self._is_telling = False

    def _keep_and_show(self, error: BaseException) -> None:
        safe = self._keeping.flush()
        place = _place(error)
        self._counts[place] = self._counts.get(place, 0) + 1
        if self._counts[place] > 1:
            if self.dialog is not None and self._shown == place:
                self.dialog.count(self._counts[place])
            return
        text = report_text(error, self.trail, self._session.project)
        report = None
        with contextlib.suppress(StudioError):
            report = write_report(text, type(error).__name__)
        if self.dialog is not None:
            # One at a time; the report of this one lies beside the other.
            return
        self._shown = place
        happened = tr(
            "A fault in Lobbycard stopped what it was about to do ({kind}).",
            kind=type(error).__name__,
        )
        parent = above()
        self.dialog = CrashDialog(happened, text, safe=safe, report=report, parent=parent)
        self.dialog.finished.connect(self._closed)
        self.dialog.quit_wanted.connect(self.quit_wanted)
        self.dialog.open()

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _place(error: BaseException) -> tuple[str, ...]:
    """What makes two faults the same: their kind and the way to where they happened."""
    frames = traceback.extract_tb(error.__traceback__)
    return (type(error).__name__, *(f"{one.filename}:{one.lineno}" for one in frames[-4:]))


def _qt_said(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
    """What Qt says goes to a file, not to the terminal."""
    if kind != QtMsgType.QtDebugMsg:
        log(f"{kind.name.removeprefix('Qt').removesuffix('Msg')}: {text}")
