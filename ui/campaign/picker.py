"""The language picker: type any name of a language, arrows choose, Enter takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.campaign.tongues import Tongue, found, other_name
from ui.settings import Settings
from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import tr
from ui.widgets.rings import paint_focus

Index = QModelIndex | QPersistentModelIndex
RECENT = 6
_KEY = "recent-languages"
_ROW = 40
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TONGUE = Qt.ItemDataRole.UserRole


def recent_languages(settings: Settings) -> tuple[str, ...]:
    """Tags taken lately, newest first."""
    kept = settings.get(_KEY, [])
    return tuple(str(one) for one in kept if isinstance(one, str))[:RECENT]


class _Model(QAbstractListModel):
    """The languages that answer to what was typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.tongues: tuple[Tongue, ...] = ()

    def show_all(self, tongues: Sequence[Tongue]) -> None:
        self.beginResetModel()
        self.tongues = tuple(tongues)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """One for each language."""
        return 0 if parent.isValid() else len(self.tongues)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """All names as text, for who reads the screen; the language itself for painting."""
        one = self.tongues[index.row()]
        if role == _TONGUE:
            return one
        return f"{one.own}, {other_name(one.tag)}, {one.tag}" if role == _DISPLAY else None


class _Row(QStyledItemDelegate):
    """Own name, below it the name in the window's language, at the right the tag."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Tongue = index.data(_TONGUE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.SELECTED if chosen else t.HOVER))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), t.CORNER, t.CORNER)
        box = option.rect.adjusted(t.SPACE[2], 4, -t.SPACE[2], -4)
        _write(painter, box, one.own, t.TEXT, t.BODY)
        low = QRect(box.left(), box.top() + 17, box.width() - 120, box.height() - 17)
        _write(painter, low, other_name(one.tag), t.QUIET, t.SMALL)
        painter.setPen(QColor(t.QUIET))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, right, one.tag)
        painter.restore()
        paint_focus(painter, option.rect.adjusted(2, 1, -2, -1), option.state)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        return QSize(200, _ROW)


def _write(painter: QPainter, box: QRect, text: str, colour: str, size: int) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)


class LanguagePicker(Dialog):
    """`tag` is the language taken once it was accepted. Those `taken` already are left out.

    `likely` ones stand before those taken lately; `text` says what the language is for.
    """

    def __init__(
        self,
        settings: Settings,
        parent: QWidget | None = None,
        taken: Sequence[str] = (),
        likely: Sequence[str] = (),
        text: str = "",
    ) -> None:
        super().__init__(tr("Choose a language"), parent, text)
        self._settings = settings
        self._taken, self._likely = frozenset(taken), tuple(likely)
        self.tag = ""
        self.field = QLineEdit()
        self.field.setObjectName("language-search")
        self.field.setPlaceholderText(tr("Name in any language, or a tag such as zh-Hant"))
        self.field.setAccessibleName(tr("Find a language"))
        self.field.installEventFilter(self)
        self._model = _Model(self)
        self.list = QListView()
        self.list.setObjectName("language-list")
        self.list.setAccessibleName(tr("Languages"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.doubleClicked.connect(self._take)
        self.field.textChanged.connect(self._find)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list, 1)
        self.add_cancel()
        self._done = self.add_button(tr("Choose"), self._take, primary=True)
        self.setMinimumSize(440, 480)
        self._find()
        self.field.setFocus()

    def _find(self) -> None:
        typed = self.field.text()
        first = dict.fromkeys((*self._likely, *recent_languages(self._settings)))
        shown = found(typed, tuple(first))
        self._model.show_all([one for one in shown if one.tag not in self._taken])
        there = self._model.rowCount() > 0
        self._done.setEnabled(there)
        self.set_fault("" if there else tr("No language is called so."))
        if there:
            self.list.setCurrentIndex(self._model.index(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field move in the list."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in keys
        ):
            page = 8 if event.key() in keys[2:] else 1
            step = -page if event.key() in (keys[0], keys[2]) else page
            last = self._model.rowCount() - 1
            row = max(0, min(last, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self._model.index(row))
            return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        chosen: Tongue = index.data(_TONGUE)
        self.tag = chosen.tag
        before = [one for one in recent_languages(self._settings) if one != self.tag]
        self._settings.set(_KEY, [self.tag, *before][:RECENT])
        self.accept()


def pick_language(
    settings: Settings,
    parent: QWidget,
    taken: Sequence[str] = (),
    likely: Sequence[str] = (),
    text: str = "",
) -> str:
    """Ask for a language as LanguagePicker does; its tag, empty when none was chosen."""
    dialog = LanguagePicker(settings, parent, taken, likely, text)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.exec()
    tag = dialog.tag
    dialog.deleteLater()
    return tag
