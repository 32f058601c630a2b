"""The palette: every command, and everything that has a name, found by typing a few letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.keys.fuzzy import Match, match
from ui.keys.goals import Goal
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import tr

_GOAL = Qt.ItemDataRole.UserRole
_LETTERS = Qt.ItemDataRole.UserRole + 1
_SHOWN = 60
_ALSO = 2.0
"""A match by another name counts so much less."""
_WIDTH, _HEIGHT, _ROW = 640, 440, 34


def ranked(
    goals: Sequence[Goal], typed: str, recent: Sequence[str] = ()
) -> list[tuple[Goal, tuple[int, ...]]]:
    """What matches, best first, with the letters to be marked; lately used ones before others."""
    late = {name: len(recent) - place for place, name in enumerate(recent)}
    if not typed.strip():
        order = sorted(goals, key=lambda one: -late.get(one.id, 0))
        return [(one, ()) for one in order]
    found = []
    for place, goal in enumerate(goals):
        best = _best(goal, typed)
        if best is not None:
            score = best.score + min(late.get(goal.id, 0), 8) * 0.5
            found.append((-score, place, goal, best.letters))
    return [(goal, letters) for _, _, goal, letters in sorted(found, key=lambda one: one[:2])]


def _best(goal: Goal, typed: str) -> Match | None:
    own = match(goal.text, typed)
    others = [one for one in (match(name, typed) for name in goal.also) if one is not None]
    whole = f"{goal.text} {goal.path}".casefold()
    if own is None and not others and all(word in whole for word in typed.casefold().split()):
        # “film next” names the menu and the command at once.
        return Match(0.0, ())
    other = max((one.score for one in others), default=None)
    if own is not None and (other is None or own.score >= other - _ALSO):
        return own
    return None if other is None else Match(other - _ALSO, ())


class Palette(QDialog):
    """Opens over the window; Enter runs the marked line, Escape leaves.

    `more` gives goals that depend on what is typed; `used` hears what was run.
    """

    def __init__(
        self,
        goals: Sequence[Goal],
        parent: QWidget,
        recent: Sequence[str] = (),
        more: Callable[[str], Sequence[Goal]] = lambda _: (),
        used: Callable[[str], None] = lambda _: None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(tr("Find a command"))
        self._goals, self._recent, self._more, self._used = tuple(goals), recent, more, used
        self._field = QLineEdit()
        self._field.setPlaceholderText(tr("Find a command, a film, a poster, “cue 42”"))
        self._field.setAccessibleName(tr("Find a command"))
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._list = self._listed()
        self._none = QLabel(tr("Nothing is called so"))
        self._none.setProperty("role", "quiet")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(t.SPACE[1], t.SPACE[1], t.SPACE[1], t.SPACE[1])
        column.setSpacing(t.SPACE[1])
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._none, 1)
        self._stand(parent)
        self._fill("")
        # A popup gives its keys to what has its focus; nothing has unless it is said.
        self._field.setFocus()

    def _listed(self) -> QListWidget:
        listed = QListWidget()
        listed.setAccessibleName(tr("Commands found"))
        listed.setItemDelegate(_Line(listed))
        listed.setUniformItemSizes(True)
        listed.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        listed.itemActivated.connect(self._run)
        listed.itemClicked.connect(self._run)
        return listed

    def _stand(self, parent: QWidget) -> None:
        width = min(_WIDTH, parent.width() - 2 * t.SPACE[4])
        self.resize(width, min(_HEIGHT, parent.height() - 2 * t.SPACE[5]))
        middle = parent.mapToGlobal(parent.rect().center())
        above = parent.mapToGlobal(parent.rect().topLeft()).y() + parent.height() // 8
        self.move(middle.x() - width // 2, above)

    def _fill(self, typed: str) -> None:
        self._list.clear()
        more = [(goal, ()) for goal in self._more(typed)]
        for goal, letters in [*more, *ranked(self._goals, typed, self._recent)][:_SHOWN]:
            item = QListWidgetItem(goal.text)
            item.setData(_GOAL, goal)
            item.setData(_LETTERS, letters)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{goal.text} {goal.keys}".strip())
            if goal.icon:
                item.setIcon(icon(goal.icon))
            item.setToolTip(f"<p>{escape(goal.path)}</p>" if len(goal.path) > 40 else "")
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(self._list.count() > 0)
        self._none.setVisible(self._list.count() == 0)

    def _run(self, item: QListWidgetItem) -> None:
        goal: Goal = item.data(_GOAL)
        self.accept()
        self._used(goal.id)
        goal.run()

    def _move(self, step: int) -> None:
        count = self._list.count()
        if count:
            self._list.setCurrentRow((self._list.currentRow() + step) % count)

    @property
    def found(self) -> tuple[str, ...]:
        """What is listed."""
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down, the page keys and Enter in the field move and run in the list."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
            current = self._list.currentItem()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
                self._run(current)
                return True
        return super().eventFilter(watched, event)


_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class _Line(QStyledItemDelegate):
    """A line: sign, name with the typed letters marked, where it stands, its keys."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All lines are of one height."""
        return QSize(100, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a line."""
        goal: Goal = index.data(_GOAL)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.SELECTED if chosen else t.HOVER))
            painter.drawRoundedRect(box, t.CORNER, t.CORNER)
        inner = box.adjusted(t.SPACE[1], 0, -t.SPACE[2], 0)
        if goal.icon:
            sign = QRect(inner.x(), inner.center().y() - 7, 16, 16)
            icon(goal.icon).paint(painter, sign)
        inner.setLeft(inner.left() + 28)
        inner.setRight(inner.right() - _right(painter, inner, goal.keys, t.QUIET))
        name = inner.adjusted(0, 0, -min(inner.width() // 3, 220) if goal.path else 0, 0)
        end = _name(painter, name, goal.text, frozenset(index.data(_LETTERS) or ()))
        inner.setLeft(max(end + t.SPACE[3], inner.left()))
        _right(painter, inner, goal.path, t.QUIET, small=True)
        painter.restore()


def _right(painter: QPainter, box: QRect, text: str, colour: str, *, small: bool = False) -> int:
    """Draw at the right of a box; returns the width that it took."""
    if not text or box.width() < 24:
        return 0
    font = QFont(QApplication.font())
    if small:
        font.setPixelSize(t.SMALL + 1)
    painter.setFont(font)
    painter.setPen(QPen(QColor(colour)))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)
    return QFontMetrics(font).horizontalAdvance(shown) + t.SPACE[2]


def _name(painter: QPainter, box: QRect, text: str, marked: frozenset[int]) -> int:
    """Draw a name with marked letters in runs; returns where it ends."""
    plain = QFont(QApplication.font())
    shown = QFontMetrics(plain).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    x, start = box.left(), 0
    while start < len(shown):
        stop = start + 1
        while stop < len(shown) and (stop in marked) == (start in marked):
            stop += 1
        run = shown[start:stop]
        painter.setFont(plain)
        painter.setPen(QPen(QColor(t.ACCENT_HOVER if start in marked else t.TEXT)))
        width = QFontMetrics(plain).horizontalAdvance(run)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        line = QRect(x, box.y(), width + 2, box.height())
        painter.drawText(line, flags, run)
        if start in marked:
            # Colour is never the only sign.
            below = box.center().y() + QFontMetrics(plain).ascent() // 2 + 3
            painter.drawLine(x, below, x + width - 1, below)
        x, start = x + width, stop
    return x
