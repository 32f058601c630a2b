"""The side of the matrix: one output with all that is known of it, several, or what signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from studio.batch.made import thumb_path
from ui.deliver.called import Called
from ui.deliver.findings import Findings
from ui.deliver.legend import Legend
from ui.deliver.row import Row
from ui.deliver.states import FAILED, IN_WORK, READY, STALE, TO_MAKE, Cell, in_words
from ui.deliver.words import state_words
from ui.widgets import tokens as t
from ui.widgets.icons import icon, lead
from ui.widgets.language import tr
from ui.widgets.names import name_of
from ui.widgets.scrolled import Scrolled
from ui.widgets.words import Elided, restyle, words

WIDTH = 304
_PICTURE = QSize(WIDTH - 2 * t.SPACE[3], 176)
_FOLDER = 36
_ROLES = {READY: "good", FAILED: "bad", STALE: "warn"}


class Details(QWidget):
    """Shows what is selected; `make`, `open` and `folder` ask for what their buttons say."""

    make = Signal(object)
    """The outputs to be made, as a frozenset."""
    open = Signal(object)
    folder = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self.called = Called()
        """What everything is called; set before something is shown."""
        self._one, self._many, self._legend = _One(), _Many(), Legend()
        self._one.make.clicked.connect(self._make_one)
        self._one.open.clicked.connect(self._open)
        self._one.folder.clicked.connect(self._open_folder)
        self._many.make.clicked.connect(self._make_many)
        self._stack = QStackedLayout(self)
        for widget in (self._legend, self._one, self._many):
            self._stack.addWidget(widget)

    def show_cells(
        self, cell: Cell | None, selected: Sequence[Cell], out: Path, row: Row | None
    ) -> None:
        """Show the current output of the folder `out`, or the selected ones, or the legend."""
        if len(selected) > 1:
            self._many.show_cells(selected, self.called)
            self._stack.setCurrentIndex(2)
        elif cell is None:
            self._stack.setCurrentIndex(0)
        else:
            self._one.show_cell(cell, out, row, self.called)
            self._stack.setCurrentIndex(1)

    def show_counts(self, cells: Sequence[Cell]) -> None:
        """How many stand how, beside the signs that tell it."""
        self._legend.show_counts(cells)

    def take_focus(self) -> None:
        """Give the first button that can be pressed the keyboard."""
        for button in (self._one.make, self._one.open, self._many.make):
            if button.isVisible() and button.isEnabled():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _make_one(self) -> None:
        if self._one.cell is not None:
            self.make.emit(frozenset({self._one.cell.output}))

    def _make_many(self) -> None:
        self.make.emit(self._many.outputs)

    def _open(self) -> None:
        self.open.emit(self._one.cell)

    def _open_folder(self) -> None:
        self.folder.emit(self._one.cell)


class _Many(QWidget):
    """Several outputs."""

    def __init__(self) -> None:
        super().__init__()
        self.outputs: frozenset[str] = frozenset()
        self._title = words("", "heading")
        self._stand = words("", "quiet")
        self.make = QPushButton(lead("refresh"), "")
        self.make.setObjectName("deliver-make-selected")
        self._findings = Findings()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(t.SPACE[3], t.SPACE[2], t.SPACE[3], t.SPACE[3])
        column.setSpacing(t.SPACE[1])
        column.addWidget(self._title)
        column.addWidget(self._stand)
        column.addSpacing(t.SPACE[0])
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(t.SPACE[1])
        column.addWidget(self._findings)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(_scrolled(inner))

    def show_cells(self, cells: Sequence[Cell], called: Called) -> None:
        """Fill in."""
        self.outputs = frozenset(cell.output for cell in cells if cell.state in TO_MAKE)
        self._title.setText(tr("{n:,} outputs selected", n=len(cells)))
        self._stand.setText(in_words(cells))
        self.make.setText(tr("Make {n:,} of them", n=len(self.outputs)))
        self.make.setVisible(bool(self.outputs))
        self._findings.show_many(cells, called)


class _One(QWidget):
    """One output."""

    def __init__(self) -> None:
        super().__init__()
        self.cell: Cell | None = None
        self._shown: tuple[str, int] = ("", 0)
        self._picture = QLabel()
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("role", "ground")
        self._name = words("", "heading")
        self._state = words("", "quiet")
        self._facts = words("", "quiet")
        self._path = Elided("", "faint", Qt.TextElideMode.ElideMiddle)
        self._findings = Findings()
        self.make = QPushButton(lead("refresh"), tr("Make this one"))
        self.make.setObjectName("deliver-make-one")
        self.open = QPushButton(lead("open"), tr("Open"))
        self.open.setObjectName("deliver-open-one")
        self.folder = QPushButton(icon("folder"), "")
        self.folder.setObjectName("deliver-folder-one")
        # A sign alone: with the air of a word the row would be wider than the panel.
        self.folder.setFixedWidth(_FOLDER)
        self.folder.setToolTip(tr("Open the folder of this output"))
        self.folder.setAccessibleName(tr("Open the folder of this output"))
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(t.SPACE[3], t.SPACE[2], t.SPACE[3], t.SPACE[3])
        column.setSpacing(t.SPACE[1])
        for widget in (self._picture, self._name, self._state, self._facts, self._path):
            column.addWidget(widget)
        column.addLayout(self._buttons())
        column.addSpacing(t.SPACE[0])
        column.addWidget(self._findings)
        column.addStretch(1)
        # All of it moves where the window is low: nothing is laid over anything.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(_scrolled(inner))

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(t.SPACE[1])
        for button in (self.make, self.open, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def show_cell(self, cell: Cell, out: Path, row: Row | None, called: Called) -> None:
        """Fill in; `row` is its row in the queue."""
        self.cell = cell
        job = cell.job
        self._name.setText(called.output(job))
        restyle(
            self._state, "role", "warn" if cell.has_warning else _ROLES.get(cell.state, "quiet")
        )
        self._state.setText(state_words(cell))
        spoken = " + ".join(map(name_of, job.languages)) or tr("no captions")
        facts = [called.place(job), spoken]
        if job.poster_work is not None and job.poster_work.icc:
            facts.append(job.poster_work.icc)
        self._facts.setText("  ·  ".join(facts))
        self._path.show_text(job.output)
        self._findings.show_one(cell, row, called)
        self.make.setText(tr("Try again") if cell.state == FAILED else tr("Make this one"))
        self.make.setVisible(cell.state in TO_MAKE and not cell.is_refused)
        self.make.setEnabled(cell.state not in IN_WORK)
        self.open.setEnabled((out / job.output).is_file())
        self.folder.setEnabled((out / job.output).parent.is_dir())
        self._show_picture(thumb_path(out, cell.made_by) if cell.made_by else None)

    def _show_picture(self, path: Path | None) -> None:
        there = path is not None and path.is_file()
        shown = (str(path), path.stat().st_mtime_ns) if path is not None and there else ("", 0)
        if shown == self._shown and shown[0]:
            return
        self._shown = shown
        picture = QPixmap(shown[0]) if shown[0] else QPixmap()
        if picture.isNull():
            self._picture.setPixmap(QPixmap())
            self._picture.setText(tr("No picture yet"))
            return
        scale = self.devicePixelRatioF()
        fitted = picture.scaled(
            _PICTURE * scale,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(scale)
        self._picture.setPixmap(fitted)


def _scrolled(inner: QWidget) -> Scrolled:
    scroll = Scrolled()
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
