"""The sample campaign by one click: drawn into a folder of the person's, with progress in place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.core.later import named
from studio.core.progress import Progress
from studio.core.said import said
from studio.core.words import duration_words
from ui.jobs import Job, Jobs
from ui.settings import Settings
from ui.start.cards import SIZE, short
from ui.widgets import tokens as t
from ui.widgets.icons import icon, lead
from ui.widgets.language import tr

if TYPE_CHECKING:
    from studio.sample.write import write_sample
else:
    # All that draws and sounds a film: not wanted until somebody asks for the sample.
    write_sample = named("studio.sample.write", "write_sample")

_KEY = "sample folder"
_WIDEST = 420
"""px for the folder's name."""


def default_folder() -> Path:
    """Where the sample goes unless the person says otherwise."""
    where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(where or Path.home()) / "Lobbycard" / "Small Lights"


def _write(folder: Path, progress: Progress) -> Path:
    return write_sample(folder, progress=progress)


class SampleBox(QWidget):
    """The button, the folder it will lie in, and while it is drawn how far that is."""

    drawn = Signal(object)
    """The campaign's Path."""
    failed = Signal(object)

    def __init__(self, settings: Settings, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setMinimumWidth(SIZE.width())
        self._settings = settings
        self._jobs = jobs
        self._job: Job | None = None
        self.button = QPushButton(lead("film"), tr("Open the sample"))
        self.button.setObjectName("start-sample")
        self.button.clicked.connect(self.begin)
        self._folder = QToolButton()
        self._folder.setProperty("role", "flat")
        self._folder.setObjectName("start-sample-folder")
        self._folder.setStyleSheet(f"color: {t.QUIET}; padding: 2px 4px 2px 10px;")
        self._folder.clicked.connect(self._ask)
        self._working = self._progress()
        # One takes the other's place: nothing else shall move then.
        self._folder.setMinimumHeight(self._working.sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.SPACE[0])
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._working)
        self._refresh()

    def _progress(self) -> QWidget:
        box = QWidget()
        box.setProperty("role", "ground")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Drawing the sample film"))
        self._figures = QLabel()
        self._figures.setProperty("role", "quiet")
        stop = QToolButton()
        stop.setIcon(icon("close"))
        stop.setProperty("role", "flat")
        stop.setToolTip(tr("Stop"))
        stop.setAccessibleName(tr("Stop drawing the sample film"))
        stop.clicked.connect(self._stop)
        row = QHBoxLayout(box)
        row.setContentsMargins(t.SPACE[0], 0, 0, 0)
        row.addWidget(self._bar, 1)
        row.addWidget(self._figures)
        row.addWidget(stop)
        return box

    @property
    def folder(self) -> Path:
        """Where it will be drawn."""
        return Path(self._settings.get(_KEY, str(default_folder())))

    def begin(self) -> None:
        """Draw what is not there yet, then say so by `drawn`."""
        if self._job is not None:
            return
        self._job = self._jobs.start(
            said("Drawing the sample film"), _write, self.folder, quiet=True
        )
        self._job.advanced.connect(self._advanced)
        self._job.done.connect(self.drawn)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self._ended)
        self._advanced(0.0, "")
        self._refresh()

    def _advanced(self, fraction: float, _: str) -> None:
        self._bar.setValue(round(1000 * fraction))
        left = self._job.seconds_left if self._job is not None else None
        words = "" if left is None else tr("{time} left", time=duration_words(left))
        self._figures.setText(f"{fraction:.0%}   {words}".rstrip())

    def _ended(self) -> None:
        self._job = None
        self._refresh()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _ask(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self.window(), tr("Where shall the sample go?"), str(self.folder.parent)
        )
        if name:
            self._settings.set(_KEY, str(Path(name) / "Small Lights"))
            self._refresh()

    def _refresh(self) -> None:
        whole = short(self.folder)
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, _WIDEST)
        self._folder.setText(tr("in {folder}", folder=shown))
        self._folder.setToolTip(tr("Choose another folder for the sample"))
        self._folder.setVisible(self._job is None)
        self._working.setVisible(self._job is not None)
        self.button.setEnabled(self._job is None)
