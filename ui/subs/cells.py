"""How the cells of the grid are painted: lines as they break, figures in columns, braces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studio.subs.cue import Cue
from ui.subs.model import NUMBER, SPEEDS, TEXTS, CueModel, Index, side_of
from ui.subs.rows import Row
from ui.subs.signs import ROOM, paint
from ui.subs.view import goes_left
from ui.widgets import tokens as t

PAD = t.SPACE[1]
LINE = 19
"""Pixels from one line of a cue to the next."""
_BRACE = 10.0
_CLOSING = frozenset(".,;:!?…。，、；：！？”’）》」』)]")
_Flag = Qt.AlignmentFlag
Looks = tuple[str, Sequence[tuple[int, int]]]
"""A text's language, and which of its characters are marked."""


def row_height(lines: int) -> int:
    """The height of a row whose longest cue has so many lines: room for two, more if needed."""
    return max(2, lines) * LINE + PAD


class CellPainter(QStyledItemDelegate):
    """Paints every cell of a CueModel itself; `playing` is the row under the playhead."""

    playing = -1
    marks: Mapping[tuple[int, int], Sequence[tuple[int, int]]] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        model = index.model()
        row = model.row(index.row()) if isinstance(model, CueModel) else None
        if row is None or not isinstance(model, CueModel):
            return
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(t.SELECTED if chosen else t.FIELD))
        if row.last:
            # A quiet line between the links, none within one.
            painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), QColor(t.PANEL))
        painter.setFont(option.font)
        column = index.column()
        if column == NUMBER:
            self._paint_number(painter, rect, model, index.row(), chosen)
        elif column in SPEEDS:
            _paint_speed(painter, rect, model, index.row(), side_of(column))
        elif column in TEXTS:
            side = side_of(column)
            _paint_text(painter, _beside_sign(painter, rect, model, row, side), row.cue(side),
                        self._looks(row, side, model))  # fmt: skip
            if model.is_flagged(index.row(), side):
                painter.fillRect(
                    QRect(rect.x(), rect.y() + 6, 2, rect.height() - 13), QColor(t.WARN)
                )
        else:
            painter.setPen(QColor(t.TEXT if chosen else t.QUIET))
            painter.drawText(_inner(rect), _Flag.AlignVCenter, str(index.data()))
        if state & QStyle.StateFlag.State_HasFocus and column not in SPEEDS and column != NUMBER:
            painter.setPen(QPen(QColor(t.ACCENT), 1))
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -2.5), 3, 3)
        painter.restore()

    def _looks(self, row: Row, side: int, model: CueModel) -> Looks:
        cue = row.cue(side)
        marked = self.marks.get((side, cue.id), ()) if cue is not None else ()
        return model.view.languages[side], marked

    def _paint_number(
        self, painter: QPainter, rect: QRect, model: CueModel, number: int, chosen: bool
    ) -> None:
        row = model.row(number)
        told = model.cue_number(number)
        if row is None or told is None:
            return
        if number == self.playing:
            _paint_playing(painter, rect)
        if row.joined:
            _paint_brace(painter, rect, row)
        side, cue_number = told
        if side:
            # Only the second language: its number would look like one of the first.
            return
        flagged = row.doubtful or any(model.is_flagged(number, one) for one in (0, 1))
        painter.setPen(QColor(t.WARN if flagged else t.TEXT if chosen else t.QUIET))
        text = f"{cue_number}?" if row.doubtful else str(cue_number)
        painter.drawText(_inner(rect), _Flag.AlignVCenter | _Flag.AlignRight, text)


def _beside_sign(painter: QPainter, rect: QRect, model: CueModel, row: Row, side: int) -> QRect:
    """Paint how far a cue is; the room beside that."""
    signs, cue = model.signs(side), row.cue(side)
    if not signs or cue is None:
        return rect
    left = goes_left(model.view.languages[side])
    if cue.id in signs:
        paint(painter, rect, signs[cue.id], at_left=left)
    return rect.adjusted(ROOM if left else 0, 0, 0 if left else -ROOM, 0)


def _inner(rect: QRect) -> QRect:
    return rect.adjusted(PAD, 0, -PAD, -1)


def _paint_playing(painter: QPainter, rect: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.ACCENT))
    x, y = rect.x() + 2.0, rect.center().y() + 0.5
    painter.drawPolygon(QPolygonF([QPointF(x, y - 4), QPointF(x + 5, y), QPointF(x, y + 4)]))


def _paint_brace(painter: QPainter, rect: QRect, row: Row) -> None:
    """Rows of one link hang together by a line at their left."""
    painter.setPen(QPen(QColor(t.FAINT), 1.5))
    x, half = rect.x() + _BRACE, rect.center().y()
    top = half - 8 if row.first else rect.top()
    foot = half + 8 if row.last else rect.bottom()
    painter.drawLine(QPointF(x, top), QPointF(x, foot))
    for there, y in ((row.first, top), (row.last, foot)):
        if there:
            painter.drawLine(QPointF(x, y), QPointF(x + 4, y))


def _paint_speed(painter: QPainter, rect: QRect, model: CueModel, number: int, side: int) -> None:
    speed = model.speed(number, side)
    if speed is None:
        return
    measured, limit = speed
    inner = _inner(rect)
    fast = measured > limit
    painter.setPen(QColor(t.WARN if fast else t.QUIET))
    painter.drawText(inner, _Flag.AlignVCenter | _Flag.AlignRight, f"{measured:.1f}")
    if fast:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.WARN))
        x, y = rect.x() + 6.0, inner.center().y() + 0.5
        painter.drawPolygon(
            QPolygonF([QPointF(x, y + 4), QPointF(x + 8, y + 4), QPointF(x + 4, y - 4)])
        )


def _paint_text(painter: QPainter, rect: QRect, cue: Cue | None, looks: Looks) -> None:
    language, marked = looks
    inner = _inner(rect)
    if cue is None:
        painter.setPen(QColor(t.FAINT))
        painter.drawText(inner, _Flag.AlignVCenter, "–")
        return
    painter.setPen(QColor(t.TEXT))
    metrics = painter.fontMetrics()
    lines = laid_out(cue.text, metrics, inner.width(), inner.height() // LINE)
    flags = _Flag.AlignVCenter
    left = goes_left(language)
    if left:
        flags |= _Flag.AlignRight | _Flag.AlignAbsolute
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    top = inner.y() + (inner.height() - len(lines) * LINE) // 2
    spans = _on_lines(cue.text, lines, marked) if marked and not left else ()
    for place, start, stop in spans:
        x, end = (metrics.horizontalAdvance(lines[place][:one]) for one in (start, stop))
        mark = QRectF(inner.x() + x - 1, top + place * LINE, end - x + 2, LINE)
        painter.fillRect(mark, QColor(t.FOUND))
    for place, line in enumerate(lines):
        painter.drawText(QRect(inner.x(), top + place * LINE, inner.width(), LINE), flags, line)


def _on_lines(
    text: str, lines: Sequence[str], marked: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """(line, from, to) of marked characters in the lines as they are painted."""
    begin = 0
    for place, line in enumerate(lines):
        # One that has no room ends in an ellipsis of its own.
        length = len(line)
        while length and text.find(line[:length], begin) < 0:
            length -= 1
        begin = max(begin, text.find(line[:length], begin))
        for start, stop in marked:
            first, last = max(start, begin) - begin, min(stop, begin + length) - begin
            if first < last:
                yield place, first, last
        begin += length


def laid_out(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The lines to paint: those of the cue; one that is too long flows on where there is room,
    else it ends in an ellipsis."""
    lines = text.split("\n")
    room = most - len(lines)
    found: list[str] = []
    for line in lines:
        rest = line
        while room > 0 and metrics.horizontalAdvance(rest) > width:
            cut = _fitting(rest, metrics, width)
            found.append(rest[:cut].rstrip())
            rest = rest[cut:].lstrip()
            room -= 1
        found.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return found[: max(1, most)]


def _fitting(line: str, metrics: QFontMetrics, width: int) -> int:
    """How many characters of a line fit, at least one; whole words where there are spaces."""
    low, high = 1, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(line[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    space = line.rfind(" ", 0, low + 1)
    if space > low // 2:
        return space
    # No line begins with what belongs to the character before it.
    while low > 1 and line[low] in _CLOSING:
        low -= 1
    return low
