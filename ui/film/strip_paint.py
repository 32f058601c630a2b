"""How the strip is drawn: shots as pictures, the curve with its threshold, stars on the time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from studio.core.time import timecode
from studio.media.film import Film
from studio.shots.analyse import Analysis
from studio.shots.detect import Detection, threshold
from studio.shots.shot import Shot
from ui.film.span import Span, ruler_step
from ui.widgets import tokens as t
from ui.widgets.icons import pixmap

PAD = 8
SHOTS = QRectF(0, PAD, 0, 64)
CURVE = QRectF(0, SHOTS.bottom() + 4, 0, 48)
RULER = QRectF(0, CURVE.bottom() + 4, 0, 20)
HEIGHT = int(RULER.bottom())
_GAP = 1.0
_NARROWEST_PICTURE = 14
_STAR = 14


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """What a strip shows of a film; `times` are the seconds of the analysis' frames."""

    film: Film
    analysis: Analysis
    detection: Detection
    sensitivity: float
    stars: tuple[int, ...]
    times: npt.NDArray[np.float64]

    def seconds(self, pts: int) -> float:
        """When a frame is shown."""
        return float(self.film.time_of(pts))


def times_of(film: Film, analysis: Analysis) -> npt.NDArray[np.float64]:
    """The seconds of every frame that was analysed."""
    base = float(film.video.time_base)
    return np.asarray((analysis.pts - film.video.first_pts) * base, np.float64)


def picture_pts(analysis: Analysis, shot: Shot) -> int:
    """The frame that stands for a shot: the one in its middle."""
    return int(analysis.pts[analysis.index_of((shot.start + shot.end) // 2)])


def height_of(share: float) -> float:
    """Where a height of the curve (0 to 1) lies on the strip."""
    return CURVE.bottom() - share * (CURVE.height() - 2)


def share_at(y: float) -> float:
    """The height of the curve at a place of the strip, not held in bounds."""
    return (CURVE.bottom() - y) / (CURVE.height() - 2)


def sensitivity_at(height: float) -> float:
    """The sensitivity, 0 to 1, whose threshold lies at a height of the curve."""
    low, high = 0.0, 1.0
    for _ in range(16):
        middle = (low + high) / 2
        if threshold(middle) > height:
            low = middle
        else:
            high = middle
    return round(low, 3)


def columns(strip: Strip, span: Span, width: int) -> npt.NDArray[np.float32]:
    """The curve's highest value under each of `width` pixels."""
    edges = span.start + np.arange(width + 1) * span.per_pixel
    places = np.searchsorted(strip.times, edges)
    made = np.zeros(width, np.float32)
    filled = np.flatnonzero(places[1:] > places[:-1])
    if len(filled):
        last = places[filled[-1] + 1]
        made[filled] = np.maximum.reduceat(strip.analysis.curve[:last], places[filled])
    return made


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
    _paint_threshold(painter, strip, span)
    painter.setFont(font)
    _paint_ruler(painter, strip, span)
    _paint_stars(painter, strip, span)


def _paint_shots(
    painter: QPainter, strip: Strip, span: Span, picture: Callable[[int], QImage | None]
) -> None:
    for shot in strip.detection.shots:
        left, right = span.x(strip.seconds(shot.start)), span.x(strip.seconds(shot.end))
        if right < 0 or left > span.width:
            continue
        box = QRectF(left, SHOTS.y(), max(1.0, right - left - _GAP), SHOTS.height())
        painter.fillRect(box, QColor(t.RAISED))
        if box.width() < _NARROWEST_PICTURE:
            continue
        found = picture(picture_pts(strip.analysis, shot))
        if found is not None and not found.isNull():
            _paint_picture(painter, box, found)


def _paint_picture(painter: QPainter, box: QRectF, picture: QImage) -> None:
    """Filled to the height; a long shot shows its picture once, in its middle, and the ground."""
    scale = box.height() / picture.height()
    width = picture.width() * scale
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if width <= box.width():
        place = QRectF(box.center().x() - width / 2, box.y(), width, box.height())
        painter.drawImage(place, picture, QRectF(picture.rect()))
    else:
        part = box.width() / scale
        left = (picture.width() - part) / 2
        painter.drawImage(box, picture, QRectF(left, 0, part, picture.height()))


def _paint_curve(painter: QPainter, strip: Strip, span: Span) -> None:
    room = QRectF(0, CURVE.y(), span.width, CURVE.height())
    painter.fillRect(room, QColor(t.FIELD))
    shade = QColor(t.ACCENT)
    shade.setAlpha(60)
    for one in strip.detection.transitions:
        left, right = span.x(strip.seconds(one.start)), span.x(strip.seconds(one.end))
        painter.fillRect(QRectF(left, SHOTS.y(), max(2.0, right - left), SHOTS.height()), shade)
        painter.fillRect(QRectF(left, CURVE.y(), max(2.0, right - left), CURVE.height()), shade)
    ratio = painter.device().devicePixelRatioF()
    width = max(1, round(span.width * ratio))
    values = columns(strip, span.resized(width), width)
    least = threshold(strip.sensitivity)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, wanted in ((t.FAINT, values <= least), (t.TEXT, values > least)):
        brush = QColor(colour)
        for column in np.flatnonzero(wanted & (values > 0.01)).tolist():
            top = height_of(min(1.0, float(values[column])))
            painter.fillRect(QRectF(column / ratio, top, 1 / ratio, CURVE.bottom() - top), brush)


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
            painter.drawLine(QPointF(x, CURVE.y()), QPointF(x, CURVE.bottom()))
            ground = QRectF(x - _STAR / 2 - 1, RULER.y(), _STAR + 2, _STAR)
            painter.fillRect(ground, QColor(t.PANEL))
            painter.drawPixmap(QPointF(x - _STAR / 2, RULER.y()), star)
