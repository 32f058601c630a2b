"""The rows of the export queue as a list: painted in one line each, moved by drag and by keys."""

from __future__ import annotations

import time

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QDropEvent, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.deliver.called import Called
from ui.deliver.queue import ExportQueue
from ui.deliver.row import AT_WORK, FAILED, MADE, STOPPED, WAITING, Row
from ui.deliver.words import left_words, spoken_of, taken_words
from ui.widgets import tokens as t
from ui.widgets.icons import pixmap
from ui.widgets.language import tr
from ui.widgets.theme import tabular

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 28
_BAR = 120
_TIME = 108
_DISPLAY = Qt.ItemDataRole.DisplayRole
ROW = Qt.ItemDataRole.UserRole
_ICONS = {
    AT_WORK: ("play", t.ACCENT),
    WAITING: ("more", t.FAINT),
    MADE: ("check", t.GOOD),
    FAILED: ("error", t.BAD),
    STOPPED: ("stop", t.QUIET),
}


def state_of(row: Row) -> str:
    """How a row stands, in a word."""
    return {
        AT_WORK: tr("Being made"),
        WAITING: tr("Waiting"),
        MADE: tr("Made"),
        FAILED: tr("Failed"),
        STOPPED: tr("Stopped"),
    }[row.state]


class Rows(QAbstractListModel):
    """The rows as they stood when they were last asked for."""

    def __init__(self, queue: ExportQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self.rows: tuple[Row, ...] = ()
        self.called = Called()
        """What everything is called."""

    def renew(self) -> None:
        """Ask again; the list is built anew only when rows came, went or moved."""
        rows = self._queue.rows
        if [row.output for row in rows] == [row.output for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Words for screen readers, the row itself for who paints it."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, _DISPLAY):
            return spoken_of(row.job, state_of(row), self.called)
        if role == Qt.ItemDataRole.ToolTipRole and row.state == FAILED:
            return "\n".join(self.called.words(one.message) for one in row.problems)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What waits can be dragged."""
        flag = Qt.ItemFlag
        base = flag.ItemIsEnabled | flag.ItemIsSelectable
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return base | flag.ItemIsDragEnabled if self.rows[index.row()].state == WAITING else base

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Rows are moved."""
        return Qt.DropAction.MoveAction


class _Painter(QStyledItemDelegate):
    """Sign, name, where it belongs, how far it is, how long yet."""

    def __init__(self, queue: ExportQueue, model: Rows, parent: QObject) -> None:
        super().__init__(parent)
        self._queue, self._model = queue, model
        self._signs = {state: pixmap(*look, 16, 2) for state, look in _ICONS.items()}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        row: Row = index.data(ROW)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(t.SELECTED))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(t.RAISED))
        painter.drawPixmap(box.left() + t.SPACE[3], box.center().y() - 7, self._signs[row.state])
        self._words(painter, box, row)
        if row.state == AT_WORK:
            _bar(painter, box, row.fraction)
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, row: Row) -> None:
        font = QFont(painter.font())
        font.setPixelSize(t.BODY)
        painter.setFont(tabular(font))
        left = box.left() + t.SPACE[3] + 24
        room = box.right() - left - _BAR - _TIME - 3 * t.SPACE[2]
        name = QRect(left, box.top(), int(room * 0.5), box.height())
        place = QRect(name.right() + t.SPACE[2], box.top(), int(room * 0.5), box.height())
        dim = row.state in (MADE, STOPPED)
        _text(painter, name, self._model.called.output(row.job), t.QUIET if dim else t.TEXT)
        _text(painter, place, self._model.called.place(row.job), t.QUIET)
        time = QRect(box.right() - _TIME - t.SPACE[2], box.top(), _TIME, box.height())
        colour = t.BAD if row.state == FAILED else t.QUIET
        _text(painter, time, self._time(row), colour, Qt.AlignmentFlag.AlignRight)

    def _time(self, row: Row) -> str:
        if row.state == AT_WORK:
            return left_words(self._queue.remaining.rest_of(row.output, time.monotonic()))
        if row.state == MADE and row.seconds:
            return taken_words(row.seconds)
        return "" if row.state == WAITING else state_of(row)


def _text(
    painter: QPainter,
    box: QRect,
    text: str,
    colour: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


def _bar(painter: QPainter, box: QRect, fraction: float) -> None:
    left = box.right() - _TIME - _BAR - 2 * t.SPACE[2]
    groove = QRectF(left, box.center().y() - 1, _BAR, 4)
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(t.LINE))
    painter.drawRoundedRect(groove, 2, 2)
    done = QRectF(groove)
    done.setWidth(max(4.0, _BAR * min(1.0, fraction)))
    painter.setBrush(QColor(t.ACCENT))
    painter.drawRoundedRect(done, 2, 2)


class RowsView(QListView):
    """Drag or Alt with an arrow moves what waits; Delete takes it out."""

    picked = Signal(str)
    """The output of the current row."""

    def __init__(self, queue: ExportQueue) -> None:
        super().__init__()
        self._queue = queue
        self._model = Rows(queue, self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(queue, self._model, self))
        self.setAccessibleName(tr("Export queue"))
        self.setToolTip(tr("Drag what waits, or press Alt with an arrow key, to change the order"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def renew(self) -> None:
        """Show the queue as it stands; the selected rows stay so."""
        chosen = {index.data(ROW).output for index in self.selectedIndexes()}
        before = self._model.rows
        self._model.renew()
        if before and chosen and len(before) != len(self.selectedIndexes()):
            self._choose(chosen)

    def _choose(self, outputs: set[str]) -> None:
        selection = self.selectionModel()
        flag = selection.SelectionFlag.Select
        for number, row in enumerate(self._model.rows):
            if row.output in outputs:
                selection.select(self._model.index(number), flag)

    def show_names(self, called: Called) -> None:
        """Call everything so."""
        if called != self._model.called:
            self._model.called = called
            self.viewport().update()

    def tick(self) -> None:
        """Times and bars went on."""
        self._model.renew()

    def _current_changed(self, index: QModelIndex) -> None:
        row = index.data(ROW) if index.isValid() else None
        if row is not None and self.hasFocus():
            self.picked.emit(row.output)

    def _chosen(self) -> list[str]:
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return [self._model.rows[number].output for number in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the selected rows, Delete takes them out."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        chosen = self._chosen()
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and chosen:
            up = key == Qt.Key.Key_Up
            for output in chosen if up else reversed(chosen):
                self._queue.move(output, -1 if up else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and chosen:
            self._queue.remove(chosen)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the dragged rows where they were dropped, among those that wait."""
        moved = self._chosen()
        at = self.indexAt(event.position().toPoint())
        names = [row.output for row in self._model.rows if row.state == WAITING]
        target = self._model.rows[at.row()].output if at.isValid() else ""
        below = at.isValid() and event.position().y() > self.visualRect(at).center().y()
        left = [name for name in names if name not in moved]
        if target in left:
            place = left.index(target) + int(below)
        else:
            place = 0 if at.isValid() and target not in moved else len(left)
        # Not the model's own move: the queue says what stands where.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._queue.arrange([*left[:place], *(n for n in moved if n in names), *left[place:]])
