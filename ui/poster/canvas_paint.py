"""How the canvas draws: ground, poster, guides, and the words over them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen

from studio.core.geometry import Rect
from ui.widgets import tokens as t

_CROSS = 9
_AIR = 14
"""Between a tag and what it is about."""


class Held(Protocol):
    """A block in the hand, in pixels of the file."""

    @property
    def ink(self) -> Rect:
        """Where it goes."""

    @property
    def across(self) -> float | None:
        """The upright line it lies on."""

    @property
    def down(self) -> float | None:
        """The level one."""

    @property
    def words(self) -> str:
        """What is said of it."""


class Marked(Protocol):
    """Letters that are worked on, in pixels of the file."""

    @property
    def caret(self) -> Rect | None:
        """A line without breadth."""

    @property
    def boxes(self) -> tuple[Rect, ...]:
        """The ink of those that are selected."""

    @property
    def words(self) -> str:
        """What is said of them."""

    @property
    def vertical(self) -> bool:
        """Whether they stand in a column."""


class Guided(Protocol):
    """What guides are drawn from, in pixels of the file."""

    @property
    def safe(self) -> Rect:
        """Where copy may stand."""

    @property
    def zones(self) -> tuple[Rect, ...]:
        """Where none may."""

    @property
    def trim(self) -> Rect | None:
        """Where it is cut."""


def ground(painter: QPainter, rect: QRect) -> None:
    """The neutral surround."""
    painter.fillRect(rect, QColor(t.GROUND))


def word(painter: QPainter, rect: QRect, text: str, hint: str) -> None:
    """A line in the middle, and below it a quieter one."""
    box = QRectF(rect).adjusted(t.SPACE[4], 0, -t.SPACE[4], 0)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    font = _font(painter, t.LARGE)
    painter.setFont(font)
    painter.setPen(QColor(t.TEXT))
    middle = box.center().y()
    first = painter.boundingRect(box, flags, text)
    first.moveBottom(middle - 2)
    painter.drawText(first, flags, text)
    painter.setFont(_font(painter, t.BODY))
    painter.setPen(QColor(t.QUIET))
    painter.drawText(QRectF(box.x(), middle + 4, box.width(), box.height() / 2 - 4), flags, hint)


def poster(painter: QPainter, box: QRectF, image: QImage, ratio: float) -> None:
    """The painted picture; pixel for pixel where it was painted for this size."""
    same = abs(box.width() * ratio - image.width()) < 0.5
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not same)
    painter.drawImage(box, image)


def guides(painter: QPainter, box: QRectF, scale: float, sheet: Guided) -> None:
    """Safe area, trim, and zones where no copy may stand; legible on any picture."""
    for zone in sheet.zones:
        area = placed(zone, box, scale)
        painter.fillRect(area, QColor(0, 0, 0, 90))
        painter.fillRect(area, QBrush(QColor(t.BAD), Qt.BrushStyle.BDiagPattern))
    if sheet.trim is not None:
        _bleed(painter, box, placed(sheet.trim, box, scale))
        _framed(painter, placed(sheet.trim, box, scale), QColor(t.WARN), Qt.PenStyle.SolidLine)
    _framed(painter, placed(sheet.safe, box, scale), QColor(t.ACCENT), Qt.PenStyle.DashLine)


def _bleed(painter: QPainter, box: QRectF, trim: QRectF) -> None:
    """What is cut off is seen through a veil."""
    away = QPainterPath()
    away.setFillRule(Qt.FillRule.OddEvenFill)
    away.addRect(box)
    away.addRect(trim)
    veil = QColor(t.GROUND)
    veil.setAlpha(150)
    painter.fillPath(away, veil)


def lit(painter: QPainter, area: QRectF) -> None:
    """The block under the pointer."""
    _framed(painter, area.adjusted(-4, -4, 4, 4), QColor(t.ACCENT), Qt.PenStyle.SolidLine)


def ghost(painter: QPainter, box: QRectF, scale: float, block: Held) -> None:
    """Where a block in the hand goes, the lines it lies on, and in words to what it snapped."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    area = placed(block.ink, box, scale)
    _framed(painter, area.adjusted(-4, -4, 4, 4), QColor(t.ACCENT), Qt.PenStyle.SolidLine)
    lines = []
    if block.across is not None:
        x = round(box.x() + block.across * scale) + 0.5
        lines.append(QLineF(x, box.top(), x, box.bottom()))
    if block.down is not None:
        y = round(box.y() + block.down * scale) + 0.5
        lines.append(QLineF(box.left(), y, box.right(), y))
    for line in lines:
        painter.setPen(QPen(QColor(0, 0, 0, 140), 3))
        painter.drawLine(line)
        painter.setPen(QPen(QColor(t.ACCENT), 1))
        painter.drawLine(line)
    _beside(painter, box, area, block.words)


def lettering(painter: QPainter, box: QRectF, scale: float, letters: Marked) -> None:
    """The caret between two letters, or a veil over those selected, and how they are set."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    area = QRectF()
    veil = QColor(t.ACCENT)
    veil.setAlpha(70)
    for one in letters.boxes:
        ink = placed(one, box, scale).adjusted(-1, -1, 1, 1)
        painter.fillRect(ink, veil)
        area = area.united(ink)
    for ink in (placed(one, box, scale) for one in letters.boxes):
        painter.setPen(QPen(QColor(t.ACCENT), 1))
        painter.drawRect(ink.adjusted(-1, -1, 1, 1))
    if letters.caret is not None:
        area = placed(letters.caret, box, scale)
        line = QLineF(area.topLeft(), area.bottomRight())
        for colour, width in ((QColor(0, 0, 0, 160), 4), (QColor(t.ACCENT), 2)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(line)
    if letters.words:
        _beside(painter, box, area, letters.words, aside=letters.vertical)


def _beside(
    painter: QPainter, box: QRectF, area: QRectF, words: str, *, aside: bool = False
) -> None:
    """A tag above what it is about, or below where there is no room, within the poster.

    `aside`: right of it, or left, for what stands in a column.
    """
    painter.setFont(_font(painter, t.SMALL))
    size = painter.fontMetrics().size(0, words)
    tag = QRectF(0, 0, size.width() + 16, size.height() + 8)
    tag.moveCenter(area.center())
    if aside:
        right = area.right() + _AIR
        there = right + tag.width() < box.right()
        tag.moveLeft(right if there else area.left() - _AIR - tag.width())
    else:
        above = area.top() - _AIR - tag.height()
        tag.moveTop(above if above > box.top() else area.bottom() + _AIR)
    tag.moveLeft(max(box.left() + 4, min(tag.left(), box.right() - tag.width() - 4)))
    _tag(painter, tag, words)


def foot(painter: QPainter, rect: QRect, text: str) -> None:
    """How the picture is seen, at the foot of the canvas."""
    painter.setFont(_font(painter, t.SMALL))
    size = painter.fontMetrics().size(0, text)
    box = QRectF(0, 0, size.width() + 2 * t.SPACE[2], size.height() + t.SPACE[1])
    box.moveCenter(QPointF(QRectF(rect).center().x(), 0))
    box.moveBottom(rect.bottom() - 2)
    _tag(painter, box, text)


def _framed(painter: QPainter, area: QRectF, colour: QColor, style: Qt.PenStyle) -> None:
    under = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(QColor(0, 0, 0, 140), 1))
    painter.drawRect(under)
    painter.setPen(QPen(colour, 1, style))
    painter.drawRect(under)


def point(painter: QPainter, at: QPointF, words: str) -> None:
    """A cross at the point of interest with its value."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width in ((QColor(0, 0, 0, 150), 3.5), (QColor(t.TEXT), 1.5)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(at - QPointF(_CROSS, 0), at + QPointF(_CROSS, 0))
        painter.drawLine(at - QPointF(0, _CROSS), at + QPointF(0, _CROSS))
    painter.setFont(_font(painter, t.SMALL))
    size = painter.fontMetrics().size(0, words)
    _tag(painter, QRectF(at + QPointF(14, 10), QSizeF(size.width() + 16, size.height() + 8)), words)


def note(painter: QPainter, rect: QRect, top: float, text: str) -> None:
    """A calm word over the poster, below `top`: at the foot the title may stand."""
    painter.setFont(_font(painter, t.BODY))
    size = painter.fontMetrics().size(0, text)
    box = QRectF(0, 0, size.width() + 2 * t.SPACE[3], size.height() + 2 * t.SPACE[1])
    box.moveCenter(QPointF(QRectF(rect).center().x(), max(0.0, top) + 40))
    _tag(painter, box, text)


def _tag(painter: QPainter, box: QRectF, words: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(t.LINE), 1))
    ground_colour = QColor(t.PANEL)
    ground_colour.setAlpha(235)
    painter.setBrush(ground_colour)
    painter.drawRoundedRect(box, t.CORNER, t.CORNER)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(t.TEXT))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def focus_ring(painter: QPainter, rect: QRect) -> None:
    """Keys go to the canvas."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(t.ACCENT), 1))
    painter.drawRect(rect.adjusted(0, 0, -1, -1))


def placed(rect: Rect, box: QRectF, scale: float) -> QRectF:
    """Where a part of the file is seen that stands at `box`."""
    return QRectF(
        box.x() + rect.x * scale, box.y() + rect.y * scale, rect.width * scale, rect.height * scale
    )


def _font(painter: QPainter, size: int) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(size)
    return font
