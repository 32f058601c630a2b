"""The bars of the Deliver page: filters above, how all stands below, and the word while empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.core.words import counted
from ui.deliver.states import ALL, FILTERS, IN_WORK, READING, TO_MAKE, Cell, in_words
from ui.widgets import tokens as t
from ui.widgets.icons import icon, lead
from ui.widgets.language import heard, tr
from ui.widgets.states import EmptyState
from ui.widgets.theme import tabular
from ui.widgets.words import Elided, words

Run = Callable[[], object]


class Head(QWidget):
    """Filters with their counts, a field to type into, pictures or signs, markets and formats."""

    chosen = Signal(str)
    """The name of a filter."""
    typed = Signal(str)
    pictured = Signal(bool)
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filters: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[3], t.SPACE[1], t.SPACE[3], t.SPACE[1])
        row.setSpacing(t.SPACE[0])
        for name, title in FILTERS.items():
            row.addWidget(self._filter(name, heard(title)))
        self._filters[ALL].setChecked(True)
        self._group.buttonClicked.connect(self._clicked)
        row.addSpacing(t.SPACE[1])
        self._field = self._search()
        row.addWidget(self._field)
        row.addStretch(1)
        self._pictures = self._toggle()
        row.addWidget(self._pictures)
        row.addSpacing(t.SPACE[0])
        asks = QPushButton(lead("grid"), tr("Markets and formats…"))
        asks.setObjectName("deliver-asks")
        asks.setToolTip(f"{tr('Markets and formats')}  F2")
        asks.clicked.connect(self.asked)
        row.addWidget(asks)

    def _filter(self, name: str, title: str) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(f"deliver-filter-{name}")
        button.setProperty("title", title)
        button.setProperty("filter", name)
        button.setCheckable(True)
        button.setProperty("role", "flat")
        button.setFont(tabular(button.font()))
        self._group.addButton(button)
        self._filters[name] = button
        return button

    def _search(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("deliver-search")
        field.setPlaceholderText(tr("Film, market or format"))
        field.setAccessibleName(tr("Show only outputs whose names have these words"))
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(200)
        field.setMaximumWidth(240)
        field.textChanged.connect(self.typed)
        # The sign of Qt itself would be black on black.
        for action in field.findChildren(QAction):
            if action.objectName() == "_q_qlineeditclearaction":
                action.setIcon(icon("close"))
        return field

    def _toggle(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("deliver-pictures")
        button.setIcon(icon("poster"))
        button.setCheckable(True)
        button.setProperty("role", "flat")
        button.setToolTip(tr("Pictures of the outputs"))
        button.setAccessibleName(tr("Pictures of the outputs"))
        button.setChecked(True)
        button.toggled.connect(self.pictured)
        return button

    def _clicked(self, button: QWidget) -> None:
        self.chosen.emit(str(button.property("filter")))

    def go_to_search(self) -> None:
        """Give the field the keyboard."""
        self._field.setFocus()
        self._field.selectAll()

    def restore(self, name: str, typed: str, *, pictures: bool) -> None:
        """Show what was set before."""
        self._filters.get(name, self._filters[ALL]).setChecked(True)
        self._field.setText(typed)
        self._pictures.setChecked(pictures)

    def show_counts(self, found: Mapping[str, int]) -> None:
        """How many outputs each filter would show."""
        for name, button in self._filters.items():
            number = found.get(name, 0)
            button.setText(f"{button.property('title')}  {number:,}")
            button.setEnabled(bool(number) or button.isChecked() or name == ALL)


class Foot(QWidget):
    """How all of it stands, in words, and the one button that goes on from there."""

    def __init__(self, *, make: Run, folder: Run, report: Run) -> None:
        super().__init__()
        self._said = words("", wraps=False)
        self._said.setFont(tabular(self._said.font()))
        self._place = Elided("", "faint", Qt.TextElideMode.ElideMiddle)
        self._place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._folder = _button(tr("Open folder"), "folder", folder, "deliver-folder")
        self._report = _button(tr("Report"), "info", report, "deliver-report")
        self._make = QPushButton(tr("Make what is missing"))
        self._make.setObjectName("deliver-make")
        self._make.setProperty("role", "primary")
        self._make.setToolTip(f"{tr('Make what is missing')}  Ctrl+Return")
        self._make.clicked.connect(make)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._said)
        lines.addWidget(self._place)
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[3], t.SPACE[1], t.SPACE[3], t.SPACE[1])
        row.setSpacing(t.SPACE[1])
        row.addLayout(lines, 1)
        for button in (self._report, self._folder, self._make):
            row.addWidget(button)

    def show_state(self, cells: Sequence[Cell], out: Path, *, planning: bool) -> None:
        """Say how the cells stand and offer what can be done."""
        to_make = sum(cell.state in TO_MAKE and not cell.is_refused for cell in cells)
        working = any(cell.state in IN_WORK for cell in cells)
        self._said.setText(in_words(cells))
        self._place.show_text(str(out))
        self._make.setText(_offer(to_make, cells, planning=planning, working=working))
        self._make.setEnabled(not planning and to_make > 0)
        self._folder.setEnabled(out.is_dir())
        self._report.setEnabled((out / "report.html").is_file())


def _offer(to_make: int, cells: Sequence[Cell], *, planning: bool, working: bool) -> str:
    if planning:
        return tr("Looking at what is there")
    if to_make:
        return tr("Make {outputs}", outputs=counted(to_make, "output"))
    if working:
        return tr("Being made")
    if any(cell.state == READING for cell in cells):
        return tr("Reading the films")
    refused = any(cell.is_refused for cell in cells)
    return tr("Nothing can be made yet") if refused else tr("All is ready")


class Empty(EmptyState):
    """Shown while there is no output: what will be here, and the button that begins it."""

    def __init__(self) -> None:
        super().__init__("deliver", "", tr("Choose markets and formats…"))
        self.button.setObjectName("deliver-choose")
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_state(self, *, asked: bool, posters: bool) -> None:
        """`asked`: markets and formats are chosen; `posters`: there is one to deliver."""
        if not asked:
            self.show_text(tr("Every output stands here, by film and market."))
        elif not posters:
            self.show_text(tr("Make a poster first, or ask for a film delivery."))
        else:
            self.show_text(tr("Looking at what is there…"))
        self.button.setVisible(not asked or not posters)


def _button(text: str, sign: str, run: Run, name: str) -> QPushButton:
    button = QPushButton(lead(sign), text)
    button.setObjectName(name)
    button.clicked.connect(run)
    return button
