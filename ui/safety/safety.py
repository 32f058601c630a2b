"""What keeps the work safe, put together: journal, recovery, history, versions, faults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from studio.core.said import said
from ui.actions import Action
from ui.documents.above import above
from ui.documents.documents import Documents
from ui.documents.recents import Recents
from ui.jobs import Jobs
from ui.notices import Notices
from ui.safety.crash import Crashes
from ui.safety.history import HistoryPanel
from ui.safety.keeping import Keeping
from ui.safety.recovery import Recovery
from ui.safety.versions import VersionsDialog
from ui.session import Session


class Safety(QObject):
    """Outlives windows. `begin` is for a real run; without it nothing of the process is touched."""

    def __init__(
        self, session: Session, documents: Documents, jobs: Jobs, notices: Notices
    ) -> None:
        super().__init__()
        self._session = session
        self._documents = documents
        self._jobs = jobs
        self.recents: Recents | None = None
        """Where else to look for what was left behind."""
        self.keeping = Keeping(session, notices)
        self.recovery = Recovery(session, documents, self.keeping, jobs, notices)
        self.crashes = Crashes(session, self.keeping, notices, jobs)

    def begin(self, app: QApplication, leave: Callable[[], object]) -> None:
        """Stand behind everything from now on; `leave` closes the window."""
        self.crashes.install()
        self.crashes.quit_wanted.connect(leave)
        app.commitDataRequest.connect(self._documents.session_ends)

    @Slot()
    def look(self) -> None:
        """Once the window stands: offer what an earlier run left behind when it did not save."""
        listed = self.recents.listed() if self.recents is not None else ()
        self.recovery.look(Path(one.path) for one in listed if one.is_there)

    def close(self) -> None:
        """At the end of the run, after the session was closed."""
        self.keeping.close()
        self.crashes.close()

    # -- commands -------------------------------------------------------------------------

    def commands(self) -> tuple[Action, ...]:
        """History and versions."""
        return (
            Action(
                "history",
                said("History…"),
                self.show_history,
                "Edit",
                ("Ctrl+Shift+H",),
                "history",
                said("Every step by its name; go back to any of them"),
                self._is_open,
            ),
            Action(
                "versions",
                said("Versions…"),
                self.show_versions,
                "File",
                (),
                "",
                said("Look at what saves replaced, and bring one back"),
                self._has_file,
                "save",
            ),
        )

    def _is_open(self) -> bool:
        return self._session.is_open

    def _has_file(self) -> bool:
        return self._session.path is not None

    def show_history(self) -> HistoryPanel:
        """Open the history over the window."""
        panel = HistoryPanel(self._session, above())
        panel.finished.connect(panel.deleteLater)
        panel.show()
        return panel

    def show_versions(self) -> VersionsDialog | None:
        """Open the versions of the campaign; None while it has no file."""
        path = self._session.path
        if path is None:
            return None
        dialog = VersionsDialog(self._session, self._jobs, path, above())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
