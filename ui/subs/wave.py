"""The waveform: sound, cuts and cues on one line of time; edges of cues can be dragged."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyle, QWidget

from studio.core.said import said
from studio.core.time import FrameRate
from studio.subs.cue import Cue, Track
from ui.subs.model import shown_time
from ui.subs.timeline import Lane, Mark, Window, keyed, marks_in, snapped
from ui.subs.wave_paint import (
    GAP,
    LANE,
    RULER,
    Peaks,
    Scene,
    cue_box,
    ground_key,
    lane_box,
    paint_cues,
    paint_ground,
    paint_now,
    paint_value,
)
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.rings import paint_focus
from ui.widgets.theme import tabular

_REACH, _SNAP, _MOVES = 6, 8, 3
SHORTEST = 40
"""No drag makes a cue shorter, in milliseconds."""
_HINT = said(
    "Drag an edge or a cue; with Alt without snapping.\nShift-click sets in, "
    "Ctrl-click sets out. The wheel zooms, with Shift it moves along."
)
Edge = Literal["start", "end", "both"]
_SHAPES = {
    "": Qt.CursorShape.ArrowCursor,
    "start": Qt.CursorShape.SplitHCursor,
    "end": Qt.CursorShape.SplitHCursor,
    "both": Qt.CursorShape.OpenHandCursor,
}
_Button = Qt.MouseButton
_Key = Qt.KeyboardModifier


@dataclass(frozen=True, slots=True)
class _Grip:
    """What is held: an edge or the whole of a cue, as it was when it was taken at `at`."""

    side: int
    cue: Cue
    edge: Edge
    at: QPointF
    moved: bool = False


class Wave(QWidget):
    """Times in milliseconds from the film's first frame."""

    sought = Signal(int)
    picked = Signal(int, int)
    """(side, cue id): a cue was clicked or taken."""
    dragged = Signal(int, int, int, int)
    """(side, cue id, start, end), while an edge is dragged."""
    dropped = Signal(bool)
    """The drag is over; False: it is to be taken back."""
    in_set = Signal(int)
    out_set = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumHeight(RULER + 2 * (LANE + GAP) + 36)
        self.setAccessibleName(tr("Waveform and cues"))
        self.setToolTip(heard(_HINT))
        self.setFont(tabular(self.font()))
        self._scene = Scene()
        self._ground: tuple[tuple[object, ...], QPixmap] | None = None
        self._still: QPixmap | None = None
        self._rate: FrameRate | None = None
        self._now = 0
        self._grip: _Grip | None = None
        self._hover: tuple[int, int, Edge] | None = None
        self._panned: tuple[float, int] | None = None
        self._snapped: Mark | None = None

    # -- what is shown --------------------------------------------------------------------

    @property
    def view(self) -> Window:
        """The part of the film in view."""
        return self._scene.window

    def show_sound(self, peaks: Peaks | None, per_second: int) -> None:
        """`peaks`: (n, 2) minimum and maximum, -1 to 1, `per_second` of them; None: not known."""
        self._change(replace(self._scene, peaks=peaks, per_second=per_second))

    def show_film(self, length: int, cuts: Sequence[int], rate: FrameRate | None) -> None:
        """The film's length, its cuts, and what its times are counted in."""
        self._rate = rate
        window = replace(self._scene.window, length=max(1, length))
        scene = replace(self._scene, window=window.at(window.start), cuts=tuple(cuts))
        self._change(scene.with_current_in_view())

    def _change(self, scene: Scene) -> None:
        self._scene, self._still = scene, None
        self.update()

    def _set_window(self, window: Window) -> None:
        if window != self._scene.window:
            self._change(replace(self._scene, window=window))

    def show_tracks(self, tracks: Sequence[Track]) -> None:
        """The cues of one or two languages."""
        known = {(lane.language, id(lane.given)): lane for lane in self._scene.lanes}
        lanes = tuple(
            known.get((one.language, id(one.cues))) or Lane(one.language, one.cues)
            for one in tracks
        )
        self._change(replace(self._scene, lanes=lanes))

    def replace_cues(self, side: int, track: Track, cues: Sequence[Cue]) -> None:
        """`cues` of a track that is shown already have other values."""
        lanes = list(self._scene.lanes)
        lanes[side] = lanes[side].with_track(track.cues, cues)
        self._change(replace(self._scene, lanes=tuple(lanes)))

    def show_current(self, first: int, second: int) -> None:
        """The ids of the cues of the current row, -1 for none; they come into view."""
        scene = replace(self._scene, current=(first, second))
        # Not under the hand that took one of them.
        self._change(scene if self._grip else scene.with_current_in_view())

    def show_flagged(self, first: Collection[int], second: Collection[int]) -> None:
        """The ids of cues with findings."""
        flagged = frozenset(first), frozenset(second)
        if flagged != self._scene.flagged:
            self._change(replace(self._scene, flagged=flagged))

    def show_now(self, ms: int) -> None:
        """The time of the player; the view follows it."""
        self._now = ms
        if self._grip is None and self._panned is None:
            self._set_window(self._scene.window.showing(ms))
        self.update()

    # -- places ---------------------------------------------------------------------------

    def _lane(self, side: int) -> QRectF:
        return lane_box(side, len(self._scene.lanes), self.width(), self.height())

    def place_of(self, side: int, cue_id: int, edge: Edge = "both") -> QPointF:
        """Where a cue, or its edge, stands in the widget; for hands that are led."""
        cue = next(one for one in self._scene.lanes[side].cues if one.id == cue_id)
        box = cue_box(cue, self._scene.window, self._lane(side))
        x = {"start": box.left() + 1, "end": box.right() - 1, "both": box.center().x()}[edge]
        return QPointF(x, box.center().y())

    def _grip_at(self, point: QPointF) -> _Grip | None:
        scene = self._scene
        for side, lane in enumerate(scene.lanes):
            if not self._lane(side).adjusted(0, -2, 0, 2).contains(point):
                continue
            grips = [
                grip
                for cue in lane.between(scene.window.start, scene.window.stop)
                if (grip := self._grip_of(side, cue, point)) is not None
            ]
            # The current cue first: where two touch, its edge is meant; then the nearest.
            grips.sort(key=lambda grip: (grip.cue.id != scene.current[side], grip.edge == "both"))
            return grips[0] if grips else None
        return None

    def _grip_of(self, side: int, cue: Cue, point: QPointF) -> _Grip | None:
        left, right = self._scene.window.x(cue.start), self._scene.window.x(cue.end)
        # In a cue of few pixels its middle can still be taken.
        reach = min(_REACH, max(2.0, (right - left) / 3))
        if left - _REACH / 2 <= point.x() <= left + reach:
            return _Grip(side, cue, "start", point)
        if right - reach <= point.x() <= right + _REACH / 2:
            return _Grip(side, cue, "end", point)
        if left < point.x() < right:
            return _Grip(side, cue, "both", point)
        return None

    # -- painting -------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """A low strip."""
        return QSize(800, 172)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same span of time on more or fewer pixels."""
        self._set_window(replace(self._scene.window, width=max(1, self.width())))
        self._still = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """What stands still comes from a picture; above it the present and what is held."""
        if self._still is None or self._still.devicePixelRatio() != self.devicePixelRatioF():
            self._still = self._painted_still()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        self._paint_hover(painter)
        self._paint_snap(painter)
        paint_now(painter, self._scene.window, self._now, self.height())
        self._paint_held(painter)
        if self.hasFocus():
            paint_focus(painter, self.rect(), QStyle.StateFlag.State_HasFocus)
        painter.end()

    def _painted_still(self) -> QPixmap:
        """The ground, kept for as long as only cues change, and the cues on it."""
        ratio = self.devicePixelRatioF()
        key = (*ground_key(self._scene), self.height(), ratio)
        if self._ground is None or self._ground[0] != key:
            made = QPixmap(self.size() * ratio)
            made.setDevicePixelRatio(ratio)
            painter = self._painter_on(made)
            paint_ground(painter, self._scene, self.height())
            painter.end()
            self._ground = (key, made)
        still = QPixmap(self._ground[1])
        painter = self._painter_on(still)
        paint_cues(painter, self._scene, self.height())
        painter.end()
        return still

    def _painter_on(self, picture: QPixmap) -> QPainter:
        painter = QPainter(picture)
        painter.setFont(self.font())
        return painter

    def _paint_hover(self, painter: QPainter) -> None:
        held = self._grip
        hover = (held.side, held.cue.id, held.edge) if held is not None else self._hover
        if hover is None or hover[2] == "both" or hover[0] >= len(self._scene.lanes):
            return
        side, cue_id, edge = hover
        window = self._scene.window
        for cue in self._scene.lanes[side].between(window.start, window.stop):
            if cue.id == cue_id:
                box = cue_box(cue, window, self._lane(side))
                x = box.left() if edge == "start" else box.right() - 2
                painter.fillRect(QRectF(x, box.y() + 3, 3, box.height() - 6), QColor(t.ACCENT))

    def _paint_snap(self, painter: QPainter) -> None:
        if self._snapped is not None:
            x = round(self._scene.window.x(self._snapped.ms)) + 0.5
            painter.setPen(QPen(QColor(t.ACCENT), 1))
            painter.drawLine(QPointF(x, RULER), QPointF(x, self.height()))

    def _paint_held(self, painter: QPainter) -> None:
        """The value of a drag, and what it has snapped to, beside the pointer."""
        grip = self._grip
        if grip is None or not grip.moved:
            return
        cues = self._scene.lanes[grip.side].cues
        cue = next((one for one in cues if one.id == grip.cue.id), None)
        if cue is None:
            return
        ms = cue.end if grip.edge == "end" else cue.start
        parts = [shown_time(ms, self._rate), f"{cue.duration / 1000:.2f} s"]
        if self._snapped is not None:
            parts.append(self._snapped.name)
        foot = self._lane(grip.side).y()
        paint_value(painter, "   ".join(parts), self._scene.window, ms, foot)

    # -- hands ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take an edge or a cue, set in or out, seek, or move along with the middle button."""
        ms = self._scene.window.ms(event.position().x())
        if event.button() == _Button.MiddleButton:
            self._panned = (event.position().x(), self._scene.window.start)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() != _Button.LeftButton:
            return
        elif event.modifiers() & _Key.ShiftModifier:
            self.in_set.emit(ms)
        elif event.modifiers() & _Key.ControlModifier:
            self.out_set.emit(ms)
        else:
            self._grip = grip = self._grip_at(event.position())
            if grip is not None:
                self.picked.emit(grip.side, grip.cue.id)
            else:
                self.sought.emit(ms)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show by the cursor what a drag would do."""
        if self._panned is not None:
            x, start = self._panned
            window = self._scene.window
            self._set_window(window.at(start - window.pixels(event.position().x() - x)))
        elif self._grip is not None:
            self._drag(self._grip, event)
        elif event.buttons() & _Button.LeftButton:
            if not event.modifiers() & (_Key.ShiftModifier | _Key.ControlModifier):
                self.sought.emit(self._scene.window.ms(event.position().x()))
        else:
            self._show_hover(event.position())

    def _show_hover(self, point: QPointF) -> None:
        grip = self._grip_at(point)
        hover = (grip.side, grip.cue.id, grip.edge) if grip is not None else None
        self.setCursor(_SHAPES[grip.edge if grip is not None else ""])
        if hover != self._hover:
            self._hover = hover
            self.update()

    def _drag(self, grip: _Grip, event: QMouseEvent) -> None:
        if not grip.moved and abs(event.position().x() - grip.at.x()) < _MOVES:
            return
        self._grip = replace(grip, moved=True)
        by = self._scene.window.pixels(event.position().x() - grip.at.x())
        free = bool(event.modifiers() & _Key.AltModifier)
        cue = grip.cue
        start, end = cue.start, cue.end
        if grip.edge == "start":
            start = max(0, min(self._snap(cue.start + by, grip, free), cue.end - SHORTEST))
        elif grip.edge == "end":
            end = max(self._snap(cue.end + by, grip, free), cue.start + SHORTEST)
        else:
            start = max(0, self._snap(cue.start + by, grip, free))
            end = start + cue.duration
        self.dragged.emit(grip.side, cue.id, start, end)
        self.sought.emit(start if grip.edge != "end" else end)
        self.update()

    def _snap(self, ms: int, grip: _Grip, free: bool) -> int:
        """To what is near, which is then shown."""
        scene, window = self._scene, self._scene.window
        held = grip.side, grip.cue.id
        marks = [] if free else marks_in(window, scene.cuts, scene.lanes, held)
        self._snapped = snapped(ms, marks, window.pixels(_SNAP))
        return self._snapped.ms if self._snapped is not None else ms

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag is over; without one it was a click that seeks."""
        grip, self._grip, self._snapped = self._grip, None, None
        self._panned = None
        if grip is not None and grip.moved:
            self.dropped.emit(True)
        elif grip is not None and grip.edge == "both":
            self.sought.emit(self._scene.window.ms(event.position().x()))
        self._show_hover(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes a drag back; + and - zoom, Page Up and Down move along."""
        grip, there = self._grip, keyed(self._scene.window, Qt.Key(event.key()), self._now)
        if there is not None:
            self._set_window(there)
            return
        if event.key() == Qt.Key.Key_Escape and grip is not None:
            self._grip, self._snapped = None, None
            if grip.moved:
                self.dropped.emit(False)
            self.update()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift, or sideways, move along."""
        window, delta = self._scene.window, event.angleDelta()
        if event.modifiers() & _Key.ShiftModifier or delta.x():
            turned = delta.x() or delta.y()
            self._set_window(window.at(window.start - round(turned / 120 * window.span / 8)))
        else:
            self._set_window(window.zoomed(event.position().x(), 0.8 ** (delta.y() / 120)))
