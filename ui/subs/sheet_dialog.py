"""The dialog that shows what a sheet that came back would change, before anything is taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from studio.campaign.cue_sheet import CueDifference
from ui.campaign.ticks import tick_style
from ui.subs.sheet_model import (
    AFTER,
    BEFORE,
    CELL,
    CUE,
    KINDS,
    LANGUAGE,
    WHAT,
    CueDifferences,
    Index,
)
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.states import EmptyState
from ui.widgets.theme import tabular
from ui.widgets.words import words

_WIDTHS = {CUE: 84, LANGUAGE: 104, WHAT: 148, CELL: 64}
_SIZE = (1040, 600)
_LEAST, _HIGHEST = 32, 120
_BESIDE = 24
_MEASURED = 500
"""Rows; of more not each can be measured without a wait."""


class SheetDialog(Dialog):
    """`chosen` are the differences to be taken once it was accepted."""

    def __init__(
        self,
        name: str,
        differences: Sequence[CueDifference],
        numbers: Mapping[tuple[str, int], int],
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("What {file} would change", file=name), parent, _summary(differences))
        self._model = CueDifferences(differences, numbers, self)
        self._model.dataChanged.connect(self._refresh)
        for note in notes:
            self.body.addWidget(words(heard(note), "faint"))
        self.add_cancel(tr("Cancel") if differences else tr("Close"))
        self._take = self.add_button(tr("Take"), self.accept, primary=True)
        self._take.setObjectName("sheet-take")
        if differences:
            self.body.addWidget(_table(self._model), 1)
            self._add_emptying()
        else:
            text = tr("Every text of the sheet is as the tracks have it.")
            self.body.addWidget(EmptyState("check", text), 1)
        self.resize(*_SIZE)
        self._refresh()

    @property
    def chosen(self) -> tuple[CueDifference, ...]:
        """What is ticked."""
        return self._model.chosen

    def _add_emptying(self) -> None:
        emptied = sum(one.kind == "emptied" for one in self._model.rows)
        if emptied:
            tick = QCheckBox(
                tr("Take away the {n} texts that are empty in the sheet", n=emptied)
                if emptied > 1
                else tr("Take away the text that is empty in the sheet")
            )
            tick.setObjectName("sheet-empty")
            tick.toggled.connect(self._model.tick_emptied)
            self.body.addWidget(tick)

    def _refresh(self) -> None:
        count = len(self.chosen)
        self._take.setText(tr("Take {n:,} texts", n=count) if count != 1 else tr("Take 1 text"))
        self._take.setEnabled(count > 0)


def _table(model: CueDifferences) -> QTableView:
    table = _Table()
    table.setObjectName("sheet-table")
    table.setAccessibleName(tr("What differs"))
    table.setModel(model)
    table.setItemDelegate(_Padded(table))
    table.setFont(tabular(table.font()))
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
        + "QTableView::item { padding: 6px 8px; } QHeaderView::section { padding-left: 12px; }"
    )
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    for column, width in _WIDTHS.items():
        table.setColumnWidth(column, width)
    for column in (BEFORE, AFTER):
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table


class _Padded(QStyledItemDelegate):
    """Leaves out of a text's width what the style sheet keeps free around it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """For the room that the text has."""
        narrow = QStyleOptionViewItem(option)
        narrow.rect = option.rect.adjusted(0, 0, -_BESIDE, 0)
        return super().sizeHint(narrow, index)


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


def _summary(differences: Sequence[CueDifference]) -> str:
    counts = Counter(one.kind for one in differences)
    told = [tr("{n} {kind}", n=counts[kind], kind=KINDS[kind][0]) for kind in KINDS if counts[kind]]  # type: ignore[index]
    return " · ".join(told)
