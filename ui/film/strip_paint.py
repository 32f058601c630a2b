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
from ui.film.span import Span, ruler_step
from ui.widgets import tokens as t
from ui.widgets.icons import pixmap

PAD = 8
SHOTS = QRectF(0, PAD, 0, 64)
CURVE = QRectF(0, SHOTS.bottom() + 4, 0, 48)
RULER = QRectF(0, CURVE.bottom() + 4, 0, 20)
HEIGHT = int(RULER.bottom())
_GAP = 2.0
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


@dataclass(frozen=True, slots=True)
class Tile:
    """A place of the strip and the frame that stands for it."""

    left: float
    width: float
    pts: int


def tiles(strip: Strip, span: Span) -> tuple[Tile, ...]:
    """The pictures of all shots that are seen; a long shot has several, one after the other."""
    size = strip.film.video.display
    wide = max(_NARROWEST_PICTURE, SHOTS.height() * size.width / size.height)
    made: list[Tile] = []
    for shot in strip.detection.shots:
        left, right = span.x(strip.seconds(shot.start)), span.x(strip.seconds(shot.end))
        if right < 0 or left > span.width or right - left < _NARROWEST_PICTURE:
            continue
        count = max(1, round((right - left) / wide))
        width = (right - left) / count
        for number in range(count):
            at = left + number * width
            if at + width >= 0 and at <= span.width:
                middle = shot.start + (shot.end - shot.start) * (2 * number + 1) // (2 * count)
                pts = int(strip.analysis.pts[strip.analysis.index_of(middle)])
                made.append(Tile(at, width, pts))
    return tuple(made)


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
    room = QRectF(0, SHOTS.y(), span.width, SHOTS.height())
    painter.fillRect(room, QColor(t.RAISED))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for tile in tiles(strip, span):
        found = picture(tile.pts)
        if found is not None and not found.isNull():
            _paint_picture(painter, QRectF(tile.left, SHOTS.y(), tile.width, SHOTS.height()), found)
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
            painter.drawLine(QPointF(x, CURVE.y() + 12), QPointF(x, CURVE.bottom()))
            painter.drawPixmap(QPointF(x - _STAR / 2, CURVE.y() - 2), star)
