"""One export from the window: saved first, run as a job, its stills taken into the document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from studio.batch.export import Exported, Order, default_out, export
from studio.batch.job import Outcome
from studio.batch.plan import Only
from studio.campaign.asking import with_chosen_stills
from studio.campaign.document import Campaign
from studio.campaign.file import load_campaign
from studio.core.errors import StudioError
from studio.core.words import counted, duration_words
from ui.jobs import Job, Jobs
from ui.notices import Notices
from ui.session import Session


class Making(QObject):
    """Runs at most one export at a time. It works on what is on disk, in child processes."""

    began = Signal()
    heard = Signal(object)
    """An Outcome, on the window's thread."""
    ended = Signal()

    def __init__(
        self, session: Session, jobs: Jobs, notices: Notices, save: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._session, self._jobs, self._notices = session, jobs, notices
        self._save = save
        self._job: Job | None = None
        self._path: Path | None = None

    @property
    def running(self) -> bool:
        """Whether an export is under way."""
        return self._job is not None

    @property
    def out(self) -> Path:
        """Where the outputs of the open campaign lie."""
        path = self._session.path
        return default_out(path) if path else (self._session.folder or Path()) / "out"

    def start(self, only: Only | None, asker: QWidget) -> bool:
        """Export all, or `only` some; asks to save first. Whether it began: one runs at a time."""
        if self._job is not None or not self._session.is_open or not self._settled(asker):
            return False
        path = self._session.path
        if path is None:
            return False
        campaign = self._session.project.campaign
        self._path = path
        job = self._jobs.start(
            f"Exporting {campaign.name}",
            export,
            path,
            campaign,
            Order(self.out, only),
            self._tell,
        )
        self._job = job
        job.done.connect(self._done)
        job.failed.connect(self._notices.failed)
        job.stopped.connect(lambda: self._notices.say("Stopped. What is finished stays."))
        job.ended.connect(self._ended)
        self.began.emit()
        return True

    def stop(self) -> None:
        """Ask the export to stop; `ended` tells when it has."""
        if self._job is not None:
            self._job.cancel()

    def _tell(self, outcome: Outcome) -> None:
        """Called on the job's thread: the signal crosses over."""
        self.heard.emit(outcome)

    def _settled(self, asker: QWidget) -> bool:
        """Whether the document is on disk: an export runs on what is there."""
        if not self._session.unsaved:
            return True
        if self._session.path is None:
            return self._save()
        box = QMessageBox(asker)
        box.setWindowTitle("Save first")
        box.setText("An export is made of what is saved.")
        box.setInformativeText("Save the changes and go on?")
        go = box.addButton("Save and export", QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(go)
        box.exec()
        return box.clickedButton() is go and self._save()

    def _done(self, done: Exported) -> None:
        failed = sum(one.state == "failed" for one in done.outcomes)
        word = f", {failed} failed" if failed else ""
        total = counted(len(done.outcomes), "output")
        self._notices.say(f"{total}{word}, in {duration_words(done.seconds)}")

    def _ended(self) -> None:
        self._job = None
        self._take_stills()
        self.ended.emit()

    def _take_stills(self) -> None:
        """The stills that were chosen are on disk already; the document takes them in."""
        path = self._path
        if path is None or path != self._session.path:
            return
        try:
            chosen = load_campaign(path, outside=True)
        except (StudioError, OSError) as error:
            self._notices.failed(error)
            return
        before = self._session.project.campaign
        if with_chosen_stills(before, chosen) is before:
            return
        was_saved = not self._session.unsaved
        self._session.apply("Choose stills", lambda p: p.with_campaign(_chosen(p.campaign, chosen)))
        if was_saved:
            self._keep()

    def _keep(self) -> None:
        try:
            self._session.save()
        except (StudioError, OSError) as error:
            self._notices.failed(error)


def _chosen(campaign: Campaign, chosen: Campaign) -> Campaign:
    return with_chosen_stills(campaign, chosen)
