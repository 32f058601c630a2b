"""The side of the matrix: one output with its picture, how it stands, and what was found."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.batch.perform import thumb_path
from ui.deliver.states import FAILED, READY, WORDS, Cell
from ui.widgets import tokens as t
from ui.widgets.icons import icon

_PICTURE = QSize(288, 200)


class Details(QWidget):
    """Shows the marked output; `make` asks for it alone."""

    make = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(320)
        self._cell: Cell | None = None
        self._out = Path()
        self._picture = QLabel()
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("role", "ground")
        self._name = QLabel()
        self._name.setProperty("role", "heading")
        self._name.setWordWrap(True)
        self._state = QLabel()
        self._path = QLabel()
        self._path.setProperty("role", "faint")
        self._path.setWordWrap(True)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes = QLabel()
        self._notes.setWordWrap(True)
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        self._make = QPushButton(icon("refresh"), "Make this one")
        self._make.clicked.connect(lambda: self.make.emit(self._cell))
        self._open = QPushButton(icon("open"), "Open")
        self._open.clicked.connect(self._open_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[3], t.SPACE[3], t.SPACE[3], t.SPACE[3])
        column.setSpacing(t.SPACE[1])
        for widget in (self._picture, self._name, self._state, self._path, self._notes):
            column.addWidget(widget)
        column.addLayout(self._buttons())
        column.addStretch(1)
        self.show_cell(None, Path())

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.addWidget(self._make)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        return buttons

    def show_cell(self, cell: Cell | None, out: Path) -> None:
        """Show an output of the folder `out`, or the word that none is marked."""
        self._cell, self._out = cell, out
        for widget in (self._picture, self._state, self._path, self._notes, self._make, self._open):
            widget.setVisible(cell is not None)
        if cell is None:
            self._name.setText("Click a sign to see its output.")
            return
        self._name.setText(f"{cell.job.film} · {cell.name}")
        role = {READY: "good", FAILED: "bad"}.get(cell.state, "quiet")
        self._state.setProperty("role", role)
        self._state.style().polish(self._state)
        spoken = " + ".join(cell.job.languages)
        self._state.setText(f"{WORDS[cell.state]}   {cell.job.market}   {spoken}")
        self._path.setText(cell.job.output)
        self._notes.setText("\n".join(f"• {note}" for note in cell.notes))
        self._open.setEnabled((out / cell.job.output).is_file())
        self._show_picture(cell)

    def _show_picture(self, cell: Cell) -> None:
        picture = QPixmap(str(thumb_path(self._out, cell.job.key)))
        if picture.isNull():
            self._picture.setText("No picture yet")
            return
        self._picture.setPixmap(
            picture.scaled(
                _PICTURE,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )

    def _open_file(self) -> None:
        if self._cell is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._out / self._cell.job.output)))
