"""Paints the matrix: only what is seen of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from ui.deliver.arrange import HEAD, Arrangement, Sign, Word
from ui.deliver.selection import Selection
from ui.deliver.signs import card, frame, paint_sign
from ui.deliver.states import Cell
from ui.widgets import tokens as t
from ui.widgets.theme import tabular

_CHOSEN = "#33485a"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be painted: `top` is the first px row in sight, `picture` None for signs."""

    laid: Arrangement
    selection: Selection
    under: str
    band: QRectF
    top: float
    picture: Callable[[Cell], QPixmap | None] | None
    has_focus: bool


def paint_matrix(painter: QPainter, part: QRectF, whole: QRectF, shown: Shown) -> None:
    """Paint the `part` of the `whole` widget."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(part, QColor(t.FIELD))
    laid = shown.laid
    _lines(painter, whole, laid)
    names, small = _fonts(painter.font())
    for word in laid.words:
        if word.box.intersects(part):
            colour = t.TEXT if word.strong else t.QUIET
            _word(painter, word, names if word.strong else small, colour)
    for sign in laid.signs:
        if sign.box.bottom() >= part.top() and sign.box.top() <= part.bottom():
            _sign(painter, sign, shown)
    if shown.has_focus and not shown.selection.current and laid.signs:
        # Where the arrow keys begin.
        _ring(painter, laid.signs[0].box, t.ACCENT)
    _heads(painter, whole, shown, names)
    if not shown.band.isNull():
        painter.setPen(QPen(QColor(t.ACCENT), 1))
        shade = QColor(t.ACCENT)
        shade.setAlpha(40)
        painter.setBrush(shade)
        painter.drawRect(shown.band)


def _fonts(base: QFont) -> tuple[QFont, QFont]:
    names, small = QFont(base), QFont(base)
    names.setPixelSize(t.BODY)
    small.setPixelSize(t.SMALL)
    return tabular(names), tabular(small)


def _sign(painter: QPainter, sign: Sign, shown: Shown) -> None:
    output = sign.cell.output
    if output in shown.selection.chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_CHOSEN))
        painter.drawRoundedRect(sign.box.adjusted(-1, -1, 1, 1), 4, 4)
    picture = shown.picture(sign.cell) if shown.picture is not None else None
    box = sign.box
    paint_sign(painter, box, sign.cell, picture)
    if output == shown.selection.current:
        _ring(painter, box, t.ACCENT if shown.has_focus else t.TEXT)
    elif output == shown.under:
        place = card(box, sign.cell.aspect) if picture is None else frame(box, sign.cell.aspect)
        _ring(painter, place.adjusted(-2, -2, 2, 2), t.QUIET)


def _ring(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)


def _lines(painter: QPainter, whole: QRectF, laid: Arrangement) -> None:
    painter.setPen(QColor(t.RAISED))
    for x in laid.columns:
        painter.drawLine(QPointF(x + 0.5, HEAD), QPointF(x + 0.5, laid.height))
    painter.setPen(QColor(t.RAISED))
    for y in (*laid.lines[1:], laid.height):
        painter.drawLine(QPointF(0, y + 0.5), QPointF(whole.width(), y + 0.5))


def _heads(painter: QPainter, whole: QRectF, shown: Shown, font: QFont) -> None:
    """The names of the markets stay at the top of what is seen."""
    bar = QRectF(0, shown.top, whole.width(), HEAD)
    painter.fillRect(bar, QColor(t.PANEL))
    painter.setPen(QColor(t.LINE))
    low = bar.bottom() - 0.5
    painter.drawLine(QPointF(0, low), QPointF(whole.width(), low))
    for number, word in enumerate(shown.laid.heads):
        _word(painter, word, font, t.TEXT if number else t.QUIET, shown.top)


def _word(painter: QPainter, word: Word, font: QFont, colour: str, down: float = 0.0) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(
        word.text, Qt.TextElideMode.ElideRight, int(word.box.width())
    )
    painter.drawText(word.box.translated(0, down), Qt.AlignmentFlag.AlignVCenter, shown)
