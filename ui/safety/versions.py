"""The versions of a campaign: look at what each would change, and bring one back as a step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from studio.campaign.differences import differences
from studio.campaign.journal import read_journal, set_aside_of
from studio.campaign.project import Project
from studio.campaign.project_file import open_version
from studio.campaign.versions import FOLDER, Version, versions
from studio.core.errors import StudioError, explain, in_full
from studio.core.progress import Progress
from studio.core.said import said
from studio.core.words import counted
from ui.jobs import Job, Jobs
from ui.safety.recovery_dialog import moment
from ui.session import Session
from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.opening import open_path
from ui.widgets.words import words


@dataclass(frozen=True, slots=True)
class _Row:
    written: float
    text: str
    read: Callable[[], Project]


class VersionsDialog(Dialog):
    """Of a campaign that has a file."""

    def __init__(self, session: Session, jobs: Jobs, path: Path, parent: QWidget | None) -> None:
        text = tr("What each save replaced is kept here, the last twenty of them.")
        super().__init__(tr("Versions"), parent, text)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(720, 460)
        self._session, self._jobs, self._path = session, jobs, path
        self._rows = _rows(path)
        self._found: Project | None = None
        self._reading: Job | None = None
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Versions, newest first"))
        self._told = QPlainTextEdit()
        self._told.setReadOnly(True)
        self._told.setAccessibleName(tr("What this version would change"))
        self._add_lists()
        self.add_button(tr("Open folder"), self._open_folder, aside=True)
        self.add_cancel(tr("Close"))
        self.bring_button = self.add_button(tr("Bring back"), self._bring_back, primary=True)
        self.bring_button.setEnabled(False)
        self._list.addItems([f"{moment(one.written)}   {heard(one.text)}" for one in self._rows])
        self._list.currentRowChanged.connect(self._look)
        if self._rows:
            self._list.setCurrentRow(0)
            self._list.setFocus()
        else:
            self._told.setPlainText(
                tr("There are no versions yet: each save keeps the one before it.")
            )

    def _add_lists(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[3])
        for title, shown in ((tr("Saved"), self._list), (tr("It would change"), self._told)):
            column = QVBoxLayout()
            column.setSpacing(t.SPACE[1])
            column.addWidget(words(title, "section"))
            column.addWidget(shown, 1)
            row.addLayout(column, 1)
        self.body.addLayout(row, 1)

    @property
    def told(self) -> tuple[str, ...]:
        """What is said of the chosen version."""
        return tuple(self._told.toPlainText().split("\n"))

    @Slot(int)
    def _look(self, row: int) -> None:
        self._found = None
        self.bring_button.setEnabled(False)
        self._told.clear()
        if self._reading is not None:
            self._reading.cancel()
        self._told.setPlainText(tr("Reading…"))
        title = said("Reading a version")
        read = self._rows[row].read
        self._reading = self._jobs.start(title, _read, read, self._session.project, row, quiet=True)
        self._reading.done.connect(self._show)
        self._reading.failed.connect(self._say)

    @Slot(object)
    def _show(self, read: tuple[int, Project, tuple[str, ...]]) -> None:
        row, project, told = read
        if row != self._list.currentRow():
            return
        self._found = project
        lines = [heard(one) for one in told] or [tr("Nothing: it is as now.")]
        self._told.setPlainText("\n".join(lines))
        self.bring_button.setEnabled(bool(told))

    @Slot(object)
    def _say(self, error: BaseException) -> None:
        text = in_full(error) if isinstance(error, StudioError) else explain(error).text
        self._told.setPlainText(heard(text))

    def _bring_back(self) -> None:
        project, row = self._found, self._list.currentRow()
        if project is None:
            return
        when = moment(self._rows[row].written)
        self._session.apply(said("Bring back the version of {when}", when=when), lambda _: project)
        self.accept()

    def _open_folder(self) -> None:
        open_path(self._path.parent / FOLDER, self.set_fault)


def _rows(path: Path) -> list[_Row]:
    rows = [
        _Row(
            one.written,
            counted(len(one.replaced) + len(one.made), "file"),
            partial(_version, path, one),
        )
        for one in versions(path)
    ]
    rows += [
        _Row(
            account.written,
            said("unsaved work"),
            partial(_unsaved, place, path.parent),
        )
        for place, account in set_aside_of(path)
    ]
    return sorted(rows, key=lambda row: row.written, reverse=True)


def _version(path: Path, version: Version) -> Project:
    return open_version(path, version).project


def _unsaved(place: Path, folder: Path) -> Project:
    return read_journal(place, folder).project


def _read(
    read: Callable[[], Project], now: Project, row: int, progress: Progress
) -> tuple[int, Project, tuple[str, ...]]:
    project = read()
    progress.report(0.5)
    return row, project, differences(now, project)
