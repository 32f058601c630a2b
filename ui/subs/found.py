"""The panel of findings: what the checks say of both languages, to walk through."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from studio.core.words import counted
from ui.subs.checking import Place, Places
from ui.subs.model import Index, shown_time
from ui.subs.view import View, isolated
from ui.widgets import tokens as t
from ui.widgets.icons import pixmap
from ui.widgets.language import heard, tr
from ui.widgets.rings import paint_focus
from ui.widgets.theme import tabular
from ui.widgets.words import words

_SIGNS = {"error": ("error", t.BAD), "warning": ("warning", t.WARN), "hint": ("info", t.QUIET)}
_HEIGHT, _LINE, _SIGN = 48, 18, 16
_Flag = Qt.AlignmentFlag


class FoundModel(QAbstractListModel):
    """The findings in order of time."""

    def __init__(self) -> None:
        super().__init__()
        self.places = Places()
        self.view = View()

    def show_places(self, places: Places, view: View) -> None:
        """List these."""
        self.beginResetModel()
        self.places, self.view = places, view
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each finding."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What was found; why it matters as a tool tip."""
        if not index.isValid():
            return None
        finding = self.places[index.row()].finding
        if role == Qt.ItemDataRole.DisplayRole:
            return heard(finding.message)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{heard(finding.message)}\n{heard(finding.source)}"
        return None

    def where(self, number: int) -> str:
        """Where a finding is, in words."""
        place = self.places[number]
        time = shown_time(place.finding.start, self.view.rate)
        return f"{place.number}   {isolated(self.view.titles[place.side])}   {time}"


class _FoundPainter(QStyledItemDelegate):
    """Sign, message, and below it quietly where."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All the same, so that a long list opens at once."""
        return QSize(0, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One finding."""
        model = index.model()
        if not isinstance(model, FoundModel):
            return
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(rect, QColor(t.SELECTED if chosen else t.RAISED if hovered else t.PANEL))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), QColor(t.RAISED))
        sign, colour = _SIGNS[model.places[index.row()].finding.severity]
        ratio = painter.device().devicePixelRatioF()
        top = rect.y() + (_HEIGHT - 2 * _LINE) // 2
        painter.drawPixmap(
            rect.x() + t.SPACE[2], top + 1, pixmap(sign, colour, size=_SIGN, scale=ratio)
        )
        painter.setFont(option.font)
        text = rect.adjusted(t.SPACE[2] + _SIGN + t.SPACE[1], 0, -t.SPACE[2], 0)
        for place, (line_text, ink) in enumerate(
            ((str(index.data()), t.TEXT), (model.where(index.row()), t.QUIET))
        ):
            line = QRect(text.x(), top + place * _LINE, text.width(), _LINE)
            shown = painter.fontMetrics().elidedText(
                line_text, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.setPen(QColor(ink))
            painter.drawText(line, _Flag.AlignVCenter, shown)
        painter.restore()
        paint_focus(painter, rect, state)


class FoundPanel(QWidget):
    """A list; choosing an entry goes to its cue."""

    chosen = Signal(object)
    """A Place."""
    mend_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setProperty("role", "section")
        keys = QLabel(tr("F8 next   Shift+F8 before"))
        keys.setProperty("role", "faint")
        head = QHBoxLayout()
        head.setContentsMargins(t.SPACE[2], t.SPACE[1], t.SPACE[2], t.SPACE[1])
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(keys)
        self._keys = keys
        self._mend = QPushButton(tr("Fix…"))
        self._mend.setObjectName("subs-mend-button")
        self._mend.setProperty("role", "flat")
        self._mend.setToolTip(f"{tr('Fix findings…')}  Ctrl+F8")
        self._mend.clicked.connect(self.mend_wanted)
        head.addWidget(self._mend)
        self._model = FoundModel()
        self._list = QListView()
        self._dress_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self._below = QStackedLayout()
        self._below.addWidget(self._list)
        self._below.addWidget(self._empty())
        column.addLayout(self._below, 1)
        self.show_waiting()

    def _dress_list(self) -> None:
        self._list.setAccessibleName(tr("Findings"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(_FoundPainter(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setStyleSheet(f"background: {t.PANEL};")
        self._list.setFont(tabular(self.font()))
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.activated.connect(self._choose)
        self._list.clicked.connect(self._choose)

    def _empty(self) -> QWidget:
        """In place of the list while nothing is found."""
        self._words = words("", "quiet")
        self._words.setAlignment(_Flag.AlignCenter)
        made = QWidget()
        inner = QVBoxLayout(made)
        inner.setContentsMargins(t.SPACE[3], 0, t.SPACE[3], t.SPACE[4])
        inner.addWidget(self._words)
        return made

    @property
    def places(self) -> Places:
        """What is listed."""
        return self._model.places

    @property
    def title(self) -> str:
        """The line above the list."""
        return self._title.text()

    @property
    def says(self) -> str:
        """What stands in place of the list; empty where there is one."""
        return self._words.text()

    @property
    def current(self) -> Place | None:
        """The entry that is marked."""
        row = self._list.currentIndex().row()
        return self.places[row] if 0 <= row < len(self.places) else None

    def show_waiting(self) -> None:
        """The checks are under way for the first time."""
        self._model.show_places(Places(), View())
        self._title.setText(tr("Findings"))
        self._show_words(tr("Checking…"))
        self._keys.hide()
        self._mend.hide()

    def _show_words(self, text: str) -> None:
        """Say this in place of the list; empty: show the list."""
        self._words.setText(text)
        self._below.setCurrentIndex(1 if text else 0)

    def show_places(self, places: Places, view: View) -> None:
        """List these; the one that was current stays so if it is still there."""
        before = self.current
        bar = self._list.verticalScrollBar().value()
        self._model.show_places(places, view)
        self._list.verticalScrollBar().setValue(bar)
        if before is not None:
            self._mark(places.index_of(before.side, before.cue_id, before.finding.check))
        self._title.setText(heard(counted(len(places), "finding")) if places else tr("Findings"))
        self._show_words("" if places else tr("Every cue passes the checks."))
        self._keys.setVisible(bool(places))
        self._mend.setVisible(places.can_be_mended)

    def step(self, by: int, at: int, here: tuple[int, int]) -> None:
        """Go to the next (1) or last (-1) finding, seen from the cues with the ids `here` of
        each side, whose row begins at `at` ms. After the last comes the first."""
        count = len(self.places)
        if not count:
            return
        current = self.current
        if current is not None and here[current.side] == current.cue_id:
            row = self._list.currentIndex().row() + by
        else:
            starts = self.places.starts
            row = bisect_left(starts, at) if by > 0 else bisect_right(starts, at) - 1
        self._mark(row % count)
        self.chosen.emit(self.places[row % count])

    def _mark(self, row: int) -> None:
        if row >= 0:
            index = self._model.index(row)
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.places[index.row()])
