"""The side of the matrix: one output with its picture and what was found, or what signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from studio.batch.job import Job
from studio.batch.made import thumb_path
from ui.deliver.signs import sign_picture
from ui.deliver.states import FAILED, READY, STALE, TO_MAKE, WORDS, Cell, counts
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.theme import tabular

_WIDTH = 320
_PICTURE = QSize(_WIDTH - 2 * t.SPACE[3], 192)
_ROLES = {READY: "good", FAILED: "bad", STALE: "warn"}


class Details(QWidget):
    """Shows the marked output; `make` and `open` ask for what their buttons say."""

    make = Signal(object)
    open = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self._cell: Cell | None = None
        self._one = _One()
        self._legend = Legend()
        self._one.make.clicked.connect(lambda: self.make.emit(self._cell))
        self._one.open.clicked.connect(lambda: self.open.emit(self._cell))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._legend)
        self._stack.addWidget(self._one)

    def show_cell(self, cell: Cell | None, out: Path, *, idle: bool) -> None:
        """Show an output of the folder `out`, or what the signs mean; `idle`: it can be made."""
        self._cell = cell
        self._stack.setCurrentIndex(0 if cell is None else 1)
        if cell is not None:
            self._one.show_cell(cell, out, idle=idle)

    def show_counts(self, cells: Sequence[Cell]) -> None:
        """How many stand how, beside the signs that tell it."""
        self._legend.show_counts(cells)


class Legend(QWidget):
    """What the signs mean, and how many of each there are."""

    def __init__(self) -> None:
        super().__init__()
        title = QLabel("Outputs")
        title.setProperty("role", "section")
        self._numbers: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(t.SPACE[2])
        grid.setVerticalSpacing(t.SPACE[1])
        grid.setColumnStretch(1, 1)
        for row, (state, word) in enumerate(WORDS.items()):
            sign = QLabel()
            sign.setFixedSize(24, 24)
            sign.setPixmap(sign_picture(Cell(_sample("poster"), state, (), 1.0), 24, self))
            number = QLabel()
            number.setFont(tabular(number.font()))
            self._numbers[state] = number
            grid.addWidget(sign, row, 0)
            grid.addWidget(QLabel(word.capitalize()), row, 1)
            grid.addWidget(number, row, 2, Qt.AlignmentFlag.AlignRight)
        self._add_marks(grid)
        hint = QLabel("Click a sign to see its output. Arrow keys walk from sign to sign.")
        hint.setProperty("role", "faint")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[3], t.SPACE[2], t.SPACE[3], t.SPACE[3])
        column.setSpacing(t.SPACE[2])
        column.addWidget(title)
        column.addLayout(grid)
        column.addStretch(1)
        column.addWidget(hint)

    def _add_marks(self, grid: QGridLayout) -> None:
        """The two marks that are no states."""
        noted = Cell(_sample("poster"), READY, ("note",), 1.0)
        film = Cell(_sample(""), READY)
        for cell, word in ((noted, "Ready, with notes"), (film, "A film, not a poster")):
            sign = QLabel()
            sign.setFixedSize(24, 24)
            sign.setPixmap(sign_picture(cell, 24, self))
            row = grid.rowCount()
            text = QLabel(word)
            text.setProperty("role", "quiet")
            grid.addWidget(sign, row, 0)
            grid.addWidget(text, row, 1, 1, 2)

    def show_counts(self, cells: Sequence[Cell]) -> None:
        """The numbers."""
        for state, number in counts(cells).items():
            self._numbers[state].setText(f"{number:,}" if number else "–")


def _sample(poster: str) -> Job:
    return Job("", "", "", poster, "", "", (), "", "")


class _One(QWidget):
    """One output."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QLabel()
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setStyleSheet(f"background: {t.GROUND};")
        self._name = _wrapped("heading")
        self._state = _wrapped("quiet")
        self._facts = _wrapped("quiet")
        self._path = _wrapped("faint")
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes = _wrapped("")
        self._notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.make = QPushButton(icon("refresh"), "Make this one")
        self.make.setObjectName("deliver-make-one")
        self.open = QPushButton(icon("open"), "Open")
        self.open.setObjectName("deliver-open-one")
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[3], t.SPACE[2], t.SPACE[3], t.SPACE[3])
        column.setSpacing(t.SPACE[1])
        for widget in (self._picture, self._name, self._state, self._facts, self._path):
            column.addWidget(widget)
        column.addSpacing(t.SPACE[1])
        column.addLayout(self._buttons())
        column.addSpacing(t.SPACE[1])
        column.addWidget(self._scrolled(), 1)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._notes)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return scroll

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(t.SPACE[1])
        buttons.addWidget(self.make)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        return buttons

    def show_cell(self, cell: Cell, out: Path, *, idle: bool) -> None:
        """Fill in."""
        job = cell.job
        self._name.setText(cell.name)
        self._state.setProperty("role", _ROLES.get(cell.state, "quiet"))
        self._state.style().polish(self._state)
        noted = ", with notes" if cell.state == READY and cell.notes else ""
        self._state.setText(f"{WORDS[cell.state]}{noted}".capitalize())
        spoken = " + ".join(job.languages) or "no captions"
        self._facts.setText(f"{job.film}  ·  {job.market}  ·  {spoken}")
        self._path.setText(job.output.replace("/", "/\u200b").replace("-", "-\u200b"))
        self._notes.setText("\n\n".join(cell.notes))
        self.make.setText("Try again" if cell.state == FAILED else "Make this one")
        self.make.setEnabled(idle and cell.state in TO_MAKE)
        self.open.setEnabled((out / job.output).is_file())
        self._show_picture(thumb_path(out, job.key) if job.key else None)

    def _show_picture(self, path: Path | None) -> None:
        picture = QPixmap(str(path)) if path is not None and path.is_file() else QPixmap()
        if picture.isNull():
            self._picture.setText("No picture yet")
            return
        scale = self.devicePixelRatioF()
        fitted = picture.scaled(
            _PICTURE * scale,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(scale)
        self._picture.setPixmap(fitted)


def _wrapped(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label
