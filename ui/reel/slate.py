"""Rows of the slate that a person writes: a label and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from studio.reel.limits import MOST_LETTERS, MOST_ROWS
from ui.widgets import tokens as t
from ui.widgets.language import tr
from ui.widgets.parts import Section
from ui.widgets.words import words

_SEEN = 4


class SlateFields(Section):
    """`rows` are those with a label, in their order; `fault` says what is wrong."""

    edited = Signal()

    def __init__(self, rows: Mapping[str, str]) -> None:
        super().__init__(tr("Slate"))
        self.table = QTableWidget(MOST_ROWS, 2)
        self.table.setObjectName("reel-slate")
        self.table.setAccessibleName(tr("Rows of the slate"))
        self.table.setHorizontalHeaderLabels([tr("Label"), tr("Text")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        # Tab leaves it; while a cell is edited it goes on to the next.
        self.table.setTabKeyNavigation(False)
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 130)
        shown = [*rows.items(), *([("", "")] * (MOST_ROWS - len(rows)))]
        for row, pair in enumerate(shown[:MOST_ROWS]):
            for column, text in enumerate(pair):
                self.table.setItem(row, column, QTableWidgetItem(text))
        high = self.table.verticalHeader().defaultSectionSize() * _SEEN
        self.table.setFixedHeight(high + head.sizeHint().height() + t.SPACE[0])
        self.table.itemChanged.connect(lambda _: self.edited.emit())
        self.column.addWidget(self.table)
        told = tr("Before the slate's own rows, where a delivery has a slate. No date is added.")
        self.column.addWidget(words(told, "faint"))

    @property
    def rows(self) -> dict[str, str]:
        """What is typed, by its label."""
        return {label: text for label, text in self._typed() if label}

    @property
    def fault(self) -> str:
        """What is wrong; empty when nothing is."""
        typed = self._typed()
        labels = [label for label, _ in typed if label]
        if any(text and not label for label, text in typed):
            return tr("A row of the slate has no label.")
        if len(set(labels)) < len(labels):
            return tr("Two rows of the slate have the same label.")
        if any(len(part) > MOST_LETTERS for pair in typed for part in pair):
            return tr("A row of the slate is longer than {n} letters.", n=MOST_LETTERS)
        return ""

    def clear(self) -> None:
        """No rows."""
        self.table.clearContents()
        self.edited.emit()

    def _typed(self) -> list[tuple[str, str]]:
        return [(self._cell(row, 0), self._cell(row, 1)) for row in range(MOST_ROWS)]

    def _cell(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""
