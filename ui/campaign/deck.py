"""The dialog that shows what a copy deck would change, before anything is changed."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHeaderView, QTableView, QWidget

from studio.campaign.deck import Compared, Difference
from ui.campaign.deck_model import KINDS, Differences
from ui.campaign.ticks import tick_style
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.states import EmptyState
from ui.widgets.words import words

_WIDTHS = (76, 180, 110, 140, 240)
_LEAST, _HIGHEST = 32, 120
_MEASURED = 500
"""Rows; of more not each can be measured without a wait."""


class DeckDialog(Dialog):
    """`chosen` are the differences to be applied once it was accepted."""

    def __init__(self, compared: Compared, name: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("What {file} would change", file=name), parent, _summary(compared))
        self._model = Differences(compared.differences, self)
        self._model.dataChanged.connect(self._refresh)
        for note in compared.notes:
            self.body.addWidget(words(heard(note), "faint"))
        self.add_cancel(tr("Cancel") if compared.differences else tr("Close"))
        self._apply = self.add_button(tr("Apply"), self.accept, primary=True)
        self._apply.setObjectName("deck-apply")
        if compared.differences:
            self.body.addWidget(self._table(), 1)
            self._add_clearing()
        else:
            text = tr("Every text of the deck is as the campaign has it.")
            self.body.addWidget(EmptyState("check", text), 1)
        self.resize(1040, 600)
        self._refresh()

    @property
    def chosen(self) -> tuple[Difference, ...]:
        """What is ticked."""
        return self._model.chosen

    def _add_clearing(self) -> None:
        emptied = sum(one.kind == "emptied" for one in self._model.rows)
        if emptied:
            tick = QCheckBox(
                tr("Take away the {n} texts that are empty in the deck", n=emptied)
                if emptied > 1
                else tr("Take away the text that is empty in the deck")
            )
            tick.setObjectName("deck-clear")
            tick.toggled.connect(self._clear)
            self.body.addWidget(tick)

    def _clear(self, on: bool) -> None:
        self._model.tick_all("emptied", on=on)

    def _table(self) -> QTableView:
        table = _Table()
        table.setObjectName("deck-table")
        table.setAccessibleName(tr("What differs"))
        table.setModel(self._model)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.setCornerButtonEnabled(False)
        side = table.verticalHeader()
        side.hide()
        side.setMaximumSectionSize(_HIGHEST)
        side.setMinimumSectionSize(_LEAST)
        table.setStyleSheet(
            tick_style("QTableView")
            + "QTableView::item { padding: 4px 8px; } QHeaderView::section { padding-left: 12px; }"
        )
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        head.setSectionResizeMode(len(_WIDTHS), QHeaderView.ResizeMode.Stretch)
        return table

    def _refresh(self) -> None:
        count = len(self.chosen)
        self._apply.setText(
            tr("Apply {n} changes", n=count) if count != 1 else tr("Apply 1 change")
        )
        self._apply.setEnabled(count > 0)


class _Table(QTableView):
    """Space ticks the chosen rows; these are as high as their texts need."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts break elsewhere now."""
        super().resizeEvent(event)
        model = self.model()
        if model is not None and model.rowCount() <= _MEASURED:
            self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        rows = self.selectionModel().selectedRows() if self.selectionModel() else []
        if event.key() == Qt.Key.Key_Space and rows:
            self._tick(rows)
            return
        super().keyPressEvent(event)

    def _tick(self, rows: list[QModelIndex]) -> None:
        tick = Qt.ItemDataRole.CheckStateRole
        on = any(index.data(tick) == Qt.CheckState.Unchecked for index in rows)
        for index in rows:
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            self.model().setData(index, state, tick)


def _summary(compared: Compared) -> str:
    counts = Counter(one.kind for one in compared.differences)
    told = [tr("{n} {kind}", n=counts[kind], kind=KINDS[kind][0]) for kind in KINDS if counts[kind]]
    same = tr("{n} as before", n=compared.same)
    return " · ".join([*told, same])
