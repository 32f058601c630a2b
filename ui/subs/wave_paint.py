"""Paints the waveform: ruler, sound, cuts, and the cues of both languages in lanes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from studio.core.time import clock
from studio.subs.cue import Cue
from ui.subs.timeline import Lane, Window
from ui.subs.view import goes_left
from ui.widgets import tokens as t

RULER, LANE, GAP = 20, 26, 4
Peaks = npt.NDArray[np.float32]
_STEPS = (100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000)
_TICK_ROOM = 88
_FLOOR = 1.0
_TINT = 150


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that stands still while the film plays."""

    window: Window = field(default_factory=Window)
    peaks: Peaks | None = None
    per_second: int = 50
    cuts: tuple[int, ...] = ()
    lanes: tuple[Lane, ...] = ()
    current: tuple[int, int] = (-1, -1)
    flagged: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())

    def with_current_in_view(self) -> Scene:
        """The same, or moved so that the cue of the current row is seen whole."""
        lanes = zip(self.lanes, self.current, strict=False)
        cue = next((one for lane, name in lanes for one in lane.cues if one.id == name), None)
        if cue is None:
            return self
        return replace(self, window=self.window.holding(cue.start, cue.end))


def lane_box(side: int, lanes: int, width: float, height: float) -> QRectF:
    """Where the cues of a side stand; the lanes lie at the foot."""
    top = height - (lanes - side) * (LANE + GAP)
    return QRectF(0, top, width, LANE)


def sound_box(lanes: int, width: float, height: float) -> QRectF:
    """Where the sound stands: between the ruler and the lanes."""
    foot = height - max(1, lanes) * (LANE + GAP) - GAP
    return QRectF(0, RULER + GAP, width, max(8.0, foot - RULER - GAP))


def cue_box(cue: Cue, window: Window, lane: QRectF) -> QRectF:
    """Where a cue stands in its lane."""
    left, right = window.x(cue.start), window.x(cue.end)
    # A pixel is left between neighbours, so that two that touch are seen as two.
    return QRectF(left + 0.5, lane.y() + 0.5, max(2.0, right - left - 1), lane.height() - 1)


def ground_key(scene: Scene) -> tuple[object, ...]:
    """What the ground shows: the same key, the same picture."""
    peaks = id(scene.peaks) if scene.peaks is not None else 0
    lanes = len(scene.lanes)
    return scene.window, peaks, scene.cuts, lanes, tuple(_current_spans(scene))


def paint_ground(painter: QPainter, scene: Scene, height: int) -> None:
    """Ruler, sound and cuts on a ground of `height` pixels."""
    width = scene.window.width
    painter.fillRect(QRectF(0, 0, width, height), QColor(t.FIELD))
    _paint_ruler(painter, scene.window)
    _paint_sound(painter, scene, sound_box(len(scene.lanes), width, height))
    _paint_cuts(painter, scene, height)
    for side in range(len(scene.lanes)):
        box = lane_box(side, len(scene.lanes), width, height)
        painter.fillRect(box, QColor(255, 255, 255, 6))


def paint_cues(painter: QPainter, scene: Scene, height: int) -> None:
    """The cues of all languages over the ground."""
    window = scene.window
    for side, lane in enumerate(scene.lanes):
        box = lane_box(side, len(scene.lanes), window.width, height)
        left = goes_left(lane.language) if lane.language else False
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if left else Qt.LayoutDirection.LeftToRight
        )
        for cue in lane.between(window.start, window.stop):
            _paint_cue(painter, scene, side, cue, box)
        _paint_language(painter, lane.language, box)


def paint_value(painter: QPainter, text: str, window: Window, ms: int, foot: float) -> None:
    """The value of a drag in a small box above `foot`, at the time it is about."""
    painter.setFont(small(painter.font()))
    width = painter.fontMetrics().horizontalAdvance(text) + 2 * t.SPACE[1]
    x = min(max(0.0, window.x(ms) - width / 2), window.width - width)
    box = QRectF(round(x), foot - 24, width, 20)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(t.LINE), 1))
    painter.setBrush(QColor(t.RAISED))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(QColor(t.TEXT))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def small(font: QFont) -> QFont:
    """The font of the ruler."""
    made = QFont(font)
    made.setPixelSize(t.SMALL)
    return made


def _paint_ruler(painter: QPainter, window: Window) -> None:
    painter.fillRect(QRectF(0, 0, window.width, RULER), QColor(t.PANEL))
    least = window.pixels(_TICK_ROOM)
    step = next((one for one in _STEPS if one >= least), _STEPS[-1])
    font = painter.font()
    painter.setFont(small(font))
    first = window.start // step
    for number in range(first, window.stop // step + 1):
        x = round(window.x(number * step)) + 0.5
        painter.setPen(QPen(QColor(t.LINE), 1))
        painter.drawLine(QPointF(x, RULER - 6), QPointF(x, RULER - 1))
        painter.setPen(QColor(t.QUIET))
        text = clock(Fraction(number * step, 1000), 1 if step < 1000 else 0)
        painter.drawText(QPointF(x + 4, RULER - 6), text.removeprefix("00:"))
    painter.setFont(font)


def _paint_sound(painter: QPainter, scene: Scene, box: QRectF) -> None:
    middle = box.center().y()
    if scene.peaks is None or not len(scene.peaks):
        painter.setPen(QPen(QColor(t.LINE), 1))
        painter.drawLine(QPointF(0, middle), QPointF(box.width(), middle))
        return
    # A mono mix may go beyond 1; the strip may not.
    low, high = (np.clip(one, -1, 1) for one in _columns(scene, scene.peaks))
    half = box.height() / 2
    top = middle - np.maximum(high * half, _FLOOR / 2)
    foot = middle - np.minimum(low * half, -_FLOOR / 2)
    outline = [QPointF(x, y) for x, y in enumerate(top.tolist())]
    outline += [QPointF(x, y) for x, y in reversed(list(enumerate(foot.tolist())))]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.FAINT))
    painter.drawPolygon(QPolygonF(outline))
    tint = QColor(t.ACCENT)
    tint.setAlpha(_TINT)
    painter.setBrush(tint)
    painter.save()
    for left, right in _current_spans(scene):
        painter.setClipRect(QRectF(left, box.y(), right - left, box.height()))
        painter.drawPolygon(QPolygonF(outline))
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _current_spans(scene: Scene) -> list[tuple[float, float]]:
    window = scene.window
    return [
        (window.x(cue.start), window.x(cue.end))
        for side, lane in enumerate(scene.lanes)
        for cue in lane.between(window.start, window.stop)
        if cue.id == scene.current[side]
    ]


def _columns(scene: Scene, peaks: Peaks) -> tuple[Peaks, Peaks]:
    """Lowest and highest sample of each pixel column."""
    window = scene.window
    edges = window.start + np.arange(window.width + 1) * (window.span / window.width)
    places = edges * scene.per_second / 1000
    count = len(peaks)
    if window.span * scene.per_second < 1000 * window.width:
        # Closer than the peaks: between two of them the line goes straight.
        at = places[:-1] - 0.5
        known = np.arange(count)
        outside = at > count
        low, high = (np.where(outside, 0, np.interp(at, known, peaks[:, n])) for n in (0, 1))
        return low.astype(np.float32), high.astype(np.float32)
    starts = places[:-1].astype(np.int64)
    inside = starts < count
    low, high = np.zeros(window.width, np.float32), np.zeros(window.width, np.float32)
    if inside.any():
        last = min(count, int(places[-1]) + 1)
        shown = starts[inside]
        low[inside] = np.minimum.reduceat(peaks[:last, 0], shown)
        high[inside] = np.maximum.reduceat(peaks[:last, 1], shown)
    return low, high


def _paint_cuts(painter: QPainter, scene: Scene, height: int) -> None:
    window = scene.window
    colour = QColor(t.WARN)
    colour.setAlpha(150)
    painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
    for cut in scene.cuts:
        if window.start <= cut <= window.stop:
            x = round(window.x(cut)) + 0.5
            painter.drawLine(QPointF(x, RULER), QPointF(x, height))


def _paint_cue(painter: QPainter, scene: Scene, side: int, cue: Cue, lane: QRectF) -> None:
    box = cue_box(cue, scene.window, lane)
    current = cue.id == scene.current[side]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(t.ACCENT if current else "#4a4a4a"), 1))
    painter.setBrush(QColor(t.SELECTED if current else t.RAISED))
    painter.drawRoundedRect(box, 3, 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if cue.id in scene.flagged[side]:
        painter.fillRect(box.adjusted(3, box.height() - 2, -3, 0), QColor(t.WARN))
    # What has begun before the view is still named in it.
    inner = box.adjusted(6, 0, -6, 0)
    inner.setLeft(max(inner.left(), 6.0))
    if inner.width() > 16:
        shown = painter.fontMetrics().elidedText(
            cue.text.replace("\n", "  "), Qt.TextElideMode.ElideRight, int(inner.width())
        )
        painter.setPen(QColor(t.TEXT if current else t.QUIET))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_language(painter: QPainter, language: str, lane: QRectF) -> None:
    font = painter.font()
    painter.setFont(small(font))
    width = painter.fontMetrics().horizontalAdvance(language) + 10
    box = QRectF(lane.right() - width - 4, lane.y() + 4, width, lane.height() - 8)
    ground = QColor(t.FIELD)
    ground.setAlpha(215)
    painter.fillRect(box, ground)
    painter.setPen(QColor(t.QUIET))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, language)
    painter.setFont(font)


def paint_now(painter: QPainter, window: Window, ms: int, height: int) -> None:
    """The playhead: a line across all, with a head on the ruler."""
    x = round(window.x(ms)) + 0.5
    painter.setPen(QPen(QColor(t.TEXT), 1))
    painter.drawLine(QPointF(x, 4), QPointF(x, height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.TEXT))
    painter.drawPolygon(QPolygonF((QPointF(x - 5, 2), QPointF(x + 5, 2), QPointF(x, 9))))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
