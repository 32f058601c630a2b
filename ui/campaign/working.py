"""A dialog that does its work while it stays open: a bar shows how far, Escape stops it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QProgressBar, QWidget

from studio.core.errors import explain
from studio.core.said import said
from ui.jobs import Job, Jobs
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard
from ui.widgets.words import Elided


class WorkDialog(Dialog):
    """Put `bar` and `note` where they shall stand; `work_changed` is called around the work."""

    def __init__(self, jobs: Jobs, title: str, parent: QWidget | None, text: str = "") -> None:
        super().__init__(title, parent, text)
        self._jobs = jobs
        self._job: Job | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(title)
        self.note = Elided("", "faint")
        for part in (self.bar, self.note):
            part.hide()

    @property
    def is_working(self) -> bool:
        """Whether a task runs."""
        return self._job is not None

    def work(
        self, title: str, task: Callable[..., Any], *args: Any, done: Callable[[Any], None]
    ) -> None:
        """Run a task; `done`, a method of this dialog, gets its result. Errors are said here."""
        if self._job is not None:
            return
        self.set_fault("")
        self._job = self._jobs.start(title, task, *args, quiet=True)
        self._job.advanced.connect(self._advanced)
        self._job.ended.connect(self._ended)
        self._job.done.connect(done)
        self._job.failed.connect(self.show_error)
        self.bar.setValue(0)
        self.note.show_text("")
        self._show_work(True)

    def _show_work(self, works: bool) -> None:
        for part in (self.bar, self.note):
            part.setVisible(works)
        self.work_changed()

    def work_changed(self) -> None:
        """For who makes a dialog of it: what can be pressed now."""

    def _advanced(self, fraction: float, note: str) -> None:
        self.bar.setValue(round(fraction * 1000))
        self.note.show_text(heard(note))

    def _ended(self) -> None:
        self._job = None
        self._show_work(False)

    def show_error(self, error: BaseException) -> None:
        """Say beside the buttons what went wrong and what to do."""
        notice = explain(error)
        whole = said("{message} {hint}", message=notice.text, hint=notice.hint)
        self.set_fault(heard(whole if notice.hint else notice.text))

    def reject(self) -> None:
        """Escape stops the work first, and then leaves."""
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()
