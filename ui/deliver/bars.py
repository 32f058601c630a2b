"""The bars of the Deliver page: filters above, what to do below, and the word while it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studio.core.words import counted
from ui.deliver.states import ALL, FILTERS, READING, TO_MAKE, WAITING, Cell, in_words, passes
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.theme import tabular

Run = Callable[[], object]


class Head(QWidget):
    """Filters with their counts, and the way to markets and formats."""

    def __init__(self, choose: Callable[[str], None], ask: Run) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._filters: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[3], t.SPACE[1], t.SPACE[3], t.SPACE[1])
        row.setSpacing(t.SPACE[0])
        for name in FILTERS:
            button = QPushButton(name)
            button.setCheckable(True)
            button.setProperty("role", "flat")
            button.setFont(tabular(button.font()))
            button.clicked.connect(lambda _=False, name=name: choose(name))
            self._group.addButton(button)
            self._filters[name] = button
            row.addWidget(button)
        self._filters[ALL].setChecked(True)
        asks = QPushButton(icon("grid"), "Markets and formats…")
        asks.setObjectName("deliver-asks")
        asks.setToolTip("Markets and formats  F2")
        asks.clicked.connect(ask)
        row.addStretch(1)
        row.addWidget(asks)

    def show_cells(self, cells: Sequence[Cell]) -> None:
        """Count anew."""
        for name, button in self._filters.items():
            number = sum(passes(cell, name) for cell in cells)
            button.setText(f"{name}  {number:,}")
            button.setEnabled(bool(number) or button.isChecked())


class Foot(QWidget):
    """How all of it stands, in words, and the one button that goes on from there."""

    def __init__(self, *, make: Run, stop: Run, folder: Run, report: Run) -> None:
        super().__init__()
        self._said = QLabel()
        self._place = QLabel()
        self._place.setProperty("role", "faint")
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._folder = _button("Open folder", "folder", folder, "deliver-folder")
        self._report = _button("Report", "info", report, "deliver-report")
        self._stop = _button("Stop", "stop", stop, "deliver-stop")
        self._make = QPushButton("Make what is missing")
        self._make.setObjectName("deliver-make")
        self._make.setProperty("role", "primary")
        self._make.setToolTip("Make what is missing  Ctrl+Return")
        self._make.clicked.connect(make)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._said)
        words.addWidget(self._place)
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[3], t.SPACE[1], t.SPACE[3], t.SPACE[1])
        row.setSpacing(t.SPACE[1])
        row.addLayout(words, 1)
        for button in (self._report, self._folder, self._stop, self._make):
            row.addWidget(button)

    def show_state(self, cells: Sequence[Cell], out: Path, *, running: bool) -> None:
        """Say how the cells stand and offer what can be done."""
        to_make = sum(cell.state in TO_MAKE for cell in cells)
        left = sum(cell.state == WAITING for cell in cells)
        self._said.setText(in_words(cells))
        self._place.setText(str(out))
        self._place.setToolTip(str(out))
        self._make.setText(_offer(to_make, left, cells, running=running))
        self._make.setEnabled(not running and to_make > 0)
        self._stop.setVisible(running)
        self._folder.setEnabled(out.is_dir())
        self._report.setEnabled((out / "report.html").is_file())


def _offer(to_make: int, left: int, cells: Sequence[Cell], *, running: bool) -> str:
    if running:
        return f"{counted(left, 'output')} to go" if left else "Finishing"
    if to_make:
        return f"Make {counted(to_make, 'output')}"
    reading = any(cell.state == READING for cell in cells)
    return "Reading the films" if reading else "All is ready"


class Empty(QWidget):
    """Shown while there is no output: what will be here, and the button that begins it."""

    def __init__(self, ask: Run) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._word = QLabel()
        self._word.setProperty("role", "quiet")
        self._word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton("Choose markets and formats…")
        self._button.setObjectName("deliver-choose")
        self._button.setProperty("role", "primary")
        self._button.clicked.connect(ask)
        column = QVBoxLayout(self)
        column.setSpacing(t.SPACE[3])
        column.addStretch(2)
        column.addWidget(self._word)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_state(self, *, asked: bool, posters: bool) -> None:
        """`asked`: markets and formats are chosen; `posters`: there is one to deliver."""
        if not asked:
            self._word.setText("Every output stands here, by film and market.")
        elif not posters:
            self._word.setText("Make a poster first, or ask for a film delivery.")
        else:
            self._word.setText("Looking at what is there…")
        self._button.setVisible(not asked or not posters)


def _button(text: str, sign: str, run: Run, name: str) -> QPushButton:
    button = QPushButton(icon(sign), text)
    button.setObjectName(name)
    button.clicked.connect(run)
    return button
