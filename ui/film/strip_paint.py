"""How the strip is drawn: shots as pictures, the curve with its threshold, stars on the time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from studio.core.time import timecode
from studio.core.words import counted
from studio.shots.detect import threshold
from ui.film.span import Span, ruler_step
from ui.film.strip_parts import CURVE, RULER, SHOTS, Strip, columns, height_of, tiles
from ui.player.marks import Marks
from ui.widgets import tokens as t
from ui.widgets.icons import pixmap
from ui.widgets.language import heard

_GAP = 2.0
_CUT = 2.0
_NOTHING = 0.01
_VEIL, _SHADE = 150, 110
_PLATE = 4
_STAR = 14


def paint(
    painter: QPainter,
    strip: Strip,
    span: Span,
    picture: Callable[[int], QImage | None],
    font: QFont,
) -> None:
    """All but the line of where the film stands."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    _paint_shots(painter, strip, span, picture)
    _paint_curve(painter, strip, span)
    painter.setFont(font)
    _paint_unseen(painter, strip, span)
    _paint_threshold(painter, strip, span)
    if len(strip.times):
        _paint_count(painter, strip, span, heard(counted(len(strip.detection.shots), "shot")))
    _paint_ruler(painter, strip, span)
    _paint_stars(painter, strip, span)


def _paint_shots(
    painter: QPainter, strip: Strip, span: Span, picture: Callable[[int], QImage | None]
) -> None:
    room = QRectF(0, SHOTS.y(), span.width, SHOTS.height())
    painter.fillRect(room, QColor(t.RAISED))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for tile in tiles(strip, span):
        found = picture(tile.pts)
        if found is None and tile.near is not None:
            found = picture(tile.near)
        if found is not None and not found.isNull():
            _paint_picture(painter, QRectF(tile.left, SHOTS.y(), tile.width, SHOTS.height()), found)
    for shot in filter(strip.detection.is_short, strip.detection.shots):
        left, right = span.x(strip.seconds(shot.start)), span.x(strip.seconds(shot.end))
        # What is too narrow for a picture is still seen.
        wide = max(3.0, right - left)
        painter.fillRect(QRectF(left, SHOTS.bottom() - 3, wide, 3), QColor(t.WARN))
    for shot in strip.detection.shots[1:]:
        x = round(span.x(strip.seconds(shot.start)))
        painter.fillRect(QRectF(x - 1, SHOTS.y(), _GAP, SHOTS.height()), QColor(t.PANEL))


def _paint_picture(painter: QPainter, box: QRectF, picture: QImage) -> None:
    """Filled; what does not fit is cut evenly."""
    scale = max(box.width() / picture.width(), box.height() / picture.height())
    width, height = box.width() / scale, box.height() / scale
    part = QRectF((picture.width() - width) / 2, (picture.height() - height) / 2, width, height)
    painter.drawImage(box, picture, part)


def _paint_curve(painter: QPainter, strip: Strip, span: Span) -> None:
    room = QRectF(0, CURVE.y(), span.width, CURVE.height())
    painter.fillRect(room, QColor(t.FIELD))
    shade = QColor(t.ACCENT)
    shade.setAlpha(40)
    for one in strip.detection.transitions:
        left, right = span.x(strip.seconds(one.start)), span.x(strip.seconds(one.end))
        width = max(2.0, right - left)
        painter.fillRect(QRectF(left, CURVE.y(), width, CURVE.height()), shade)
        painter.fillRect(QRectF(left, SHOTS.bottom(), width, 2), QColor(t.ACCENT))
    ratio = painter.device().devicePixelRatioF()
    width = max(1, round(span.width * ratio))
    values = columns(strip, span.resized(width), width)
    least = threshold(strip.sensitivity)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, wanted, wide in (
        (t.FAINT, values <= least, 1 / ratio),
        (t.TEXT, values > least, max(_CUT, 1 / ratio)),
    ):
        brush = QColor(colour)
        for column in np.flatnonzero(wanted & (values > _NOTHING)).tolist():
            top = height_of(min(1.0, float(values[column])))
            painter.fillRect(QRectF(column / ratio, top, wide, CURVE.bottom() - top), brush)


def _paint_unseen(painter: QPainter, strip: Strip, span: Span) -> None:
    """What the pass has yet to look at lies under a veil."""
    left = max(0.0, span.x(strip.seen))
    if strip.found.is_done or left >= span.width:
        return
    veil = QColor(t.PANEL)
    veil.setAlpha(_VEIL)
    painter.fillRect(QRectF(left, SHOTS.y(), span.width - left, SHOTS.height()), veil)
    painter.fillRect(QRectF(left, SHOTS.y(), 1, CURVE.bottom() - SHOTS.y()), QColor(t.FAINT))


def paint_marks(painter: QPainter, strip: Strip, span: Span, marks: Marks) -> None:
    """In and out: what lies outside of them steps back, and each has its sign on the ruler."""
    start, stop = marks
    if start is None and stop is None:
        return
    left = span.x(float(start)) if start is not None else 0.0
    right = span.x(float(stop)) if stop is not None else span.width
    veil = QColor(t.PANEL)
    veil.setAlpha(_SHADE)
    for begin, end in ((0.0, left), (right, span.width)):
        if end > begin:
            painter.fillRect(QRectF(begin, SHOTS.y(), end - begin, SHOTS.height()), veil)
    painter.fillRect(QRectF(left, RULER.y(), right - left, 2), QColor(t.TEXT))
    for x, way, there in ((left, 1, start), (right, -1, stop)):
        if there is not None and 0 <= x <= span.width:
            painter.fillRect(QRectF(x - 1, SHOTS.y(), 2, RULER.y() + 6 - SHOTS.y()), QColor(t.TEXT))
            painter.fillRect(QRectF(min(x, x + way * 6), RULER.y() + 4, 6, 2), QColor(t.TEXT))


def paint_cut(painter: QPainter, x: float) -> None:
    """Where a cut that is dragged would come to stand."""
    painter.fillRect(QRectF(x - 1, SHOTS.y(), 2, CURVE.bottom() - SHOTS.y()), QColor(t.ACCENT))


def _paint_threshold(painter: QPainter, strip: Strip, span: Span) -> None:
    y = height_of(threshold(strip.sensitivity))
    pen = QPen(QColor(t.ACCENT), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4, 4])
    painter.setPen(pen)
    painter.drawLine(QPointF(0, y), QPointF(span.width, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.ACCENT))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A grip at either end says that the line can be taken.
    painter.drawPolygon(QPolygonF([QPointF(0, y - 5), QPointF(6, y), QPointF(0, y + 5)]))
    end = span.width
    painter.drawPolygon(QPolygonF([QPointF(end, y - 5), QPointF(end - 6, y), QPointF(end, y + 5)]))


def _paint_count(painter: QPainter, strip: Strip, span: Span, words: str) -> None:
    """How many shots the threshold makes, on a plate over the line's end."""
    metrics = painter.fontMetrics()
    wide = metrics.horizontalAdvance(words) + 2 * _PLATE
    y = height_of(threshold(strip.sensitivity))
    top = min(max(CURVE.y() + 1, y - metrics.height() - 3), CURVE.bottom() - metrics.height())
    box = QRectF(span.width - wide - 10, top, wide, metrics.height())
    plate = QColor(t.FIELD)
    plate.setAlpha(210)
    painter.fillRect(box, plate)
    painter.setPen(QColor(t.QUIET))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _paint_ruler(painter: QPainter, strip: Strip, span: Span) -> None:
    step = ruler_step(span.per_pixel)
    rate = strip.film.video.rate
    at = step * -(-span.start // step)
    while at <= span.stop:
        x = round(span.x(at)) + 0.5
        painter.setPen(QColor(t.LINE))
        painter.drawLine(QPointF(x, RULER.y()), QPointF(x, RULER.y() + 6))
        painter.setPen(QColor(t.QUIET))
        place = QRectF(x + 4, RULER.y(), 92, RULER.height() - 4)
        text = timecode(round(at * float(rate.value)), rate)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if place.right() <= span.width + 12:
            painter.drawText(place, flags, text)
        at += step


def _paint_stars(painter: QPainter, strip: Strip, span: Span) -> None:
    ratio = painter.device().devicePixelRatioF()
    star = pixmap("star-full", t.WARN, _STAR, ratio)
    for pts in strip.stars:
        x = span.x(strip.seconds(pts))
        if -_STAR < x < span.width + _STAR:
            painter.setPen(QPen(QColor(t.WARN), 1))
            painter.drawLine(QPointF(x, CURVE.y() + 12), QPointF(x, CURVE.bottom()))
            painter.drawPixmap(QPointF(x - _STAR / 2, CURVE.y() - 2), star)
