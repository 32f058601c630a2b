"""The strip below the player: the film's shots on its line of time, to seek, cut and judge by."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.shots.marks import shot_at
from ui.film.span import Span
from ui.film.strip_hands import Hold, dragged, hold_at, is_on_threshold
from ui.film.strip_paint import paint, paint_cut, paint_marks
from ui.film.strip_parts import (
    CURVE,
    HEIGHT,
    PAD,
    Strip,
    frame_at,
    sensitivity_at,
    share_at,
    tiles,
)
from ui.film.strip_words import sensitivity_words, shot_words, time_words, tip_at
from ui.film.thumbs import Thumbs
from ui.player.keys import claims
from ui.player.marks import Marks
from ui.widgets import tokens as t
from ui.widgets.language import tr
from ui.widgets.theme import tabular

_TICK = Fraction(1, 10000)
"""A float may lie a hair before its frame."""
_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_S,
    Qt.Key.Key_M,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
)
_WHEEL = 240.0


class StripView(QWidget):
    """Click and drag seek; the threshold can be dragged; the wheel zooms at the pointer."""

    sought = Signal(object)
    """Seconds as a Fraction."""
    sensitivity_changed = Signal(float)
    """While the threshold is dragged, 0 to 1."""
    split = Signal()
    """A cut is wanted where the film stands."""
    merged = Signal()
    """The shot where the film stands is to be one with the shot before."""
    cut_moved = Signal(object, object)
    """A cut was dragged from one frame to another: two PTS."""
    asked = Signal(object, object)
    """What can be done is wanted: a place of the screen, and the PTS of the frame there."""

    def __init__(self, thumbs: Thumbs) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT + PAD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Shots on the line of time"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._thumbs = thumbs
        self._strip: Strip | None = None
        self._words = ""
        self._span = Span.whole(1.0, 1.0)
        self._coming = False
        self._at = 0.0
        self._drawn: QPixmap | None = None
        self._hold: Hold | None = None
        self._marks: Marks = (None, None)
        self._number = -1
        self._span_wanted: tuple[float, float] | None = None
        font = tabular(self.font())
        font.setPixelSize(t.SMALL)
        self._small = font
        thumbs.arrived.connect(self._redraw)

    @property
    def strip(self) -> Strip | None:
        """What is shown."""
        return self._strip

    @property
    def span(self) -> Span:
        """The part of time that is shown."""
        return self._span

    def show_words(self, words: str) -> None:
        """Nothing yet, and why."""
        self._strip, self._words = None, words
        self._redraw()

    def show_strip(self, strip: Strip) -> None:
        """Show it; the part of time that is seen stays with the film."""
        before = self._strip
        self._strip, self._words = strip, ""
        if before is None or before.film.sha256 != strip.film.sha256:
            self._span = Span.whole(float(strip.film.duration), self._room())
        self._number = -1
        self._come_back()
        self._describe()
        self._want_pictures()
        self._redraw()

    def take_span(self, start: float, stop: float) -> None:
        """Show that part of time, now or once there is a film."""
        self._span_wanted = (start, stop)
        if self._strip is not None:
            self._come_back()
            self._want_pictures()
            self._redraw()

    def _come_back(self) -> None:
        if self._span_wanted is not None:
            start, stop = self._span_wanted
            self._span_wanted = None
            if 0 <= start < stop <= self._span.length + 1:
                self._span = Span(self._span.length, start, stop, self._room())
                self._coming = self._span.holding(self._at) != self._span

    def _describe(self) -> None:
        """Say to those who do not see it which shot the film stands in."""
        number = self._shot_number()
        if number is not None and number != self._number:
            self._number = number
            if self._strip is not None:
                self.setAccessibleDescription(shot_words(self._strip, number))

    def _shot_number(self) -> int | None:
        strip = self._strip
        if strip is None or not strip.detection.shots:
            return None
        return shot_at(strip.detection, strip.film.pts_of(Fraction(self._at) + _TICK))

    def set_marks(self, marks: Marks) -> None:
        """In and out, in seconds."""
        self._marks = marks
        self.update()

    def set_position(self, seconds: Fraction) -> None:
        """Where the film stands; a zoomed strip turns its page, though not as it comes back."""
        old, self._at = self._at, float(seconds)
        self._describe()
        held = self._span if self._coming else self._span.holding(self._at)
        self._coming = False
        if held != self._span and self._hold is None:
            self._look_at(held)
            return
        for one in (old, self._at):
            x = self._span.x(one) + PAD
            self.update(QRectF(x - 6, 0, 12, self.height()).toRect())

    def fit(self) -> None:
        """Show the whole film."""
        if self._strip is not None:
            self._look_at(Span.whole(self._span.length, self._room()))

    def zoom(self, factor: float) -> None:
        """Nearer or further, around where the film stands."""
        if self._strip is not None:
            self._look_at(self._span.zoomed(factor, self._span.x(self._at)))

    def _room(self) -> float:
        return float(max(1, self.width() - 2 * PAD))

    def _look_at(self, span: Span) -> None:
        if span != self._span:
            self._span = span
            self._want_pictures()
            self._redraw()

    def _want_pictures(self) -> None:
        strip = self._strip
        if strip is None:
            return
        seen = tiles(strip, self._span)
        # First what is at hand: the strip fills before anything is decoded for it.
        near = [tile.near for tile in seen if tile.near is not None]
        self._thumbs.want(strip.film, [*near, *(tile.pts for tile in seen if tile.is_far)])

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

    def _picture(self, pts: int) -> QImage | None:
        return self._thumbs.picture(self._strip.film, pts) if self._strip is not None else None

    # -- Qt -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(800, HEIGHT + PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same part of time over the new width."""
        self._span = self._span.resized(self._room())
        self._want_pictures()
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strip is drawn once; the line of where the film stands moves over it."""
        painter = QPainter(self)
        if self._strip is None:
            painter.setPen(QColor(t.QUIET))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
            return
        if self._drawn is None or self._drawn.devicePixelRatioF() != self.devicePixelRatioF():
            self._drawn = self._draw(self._strip)
        painter.drawPixmap(PAD, 0, self._drawn)
        painter.save()
        painter.translate(PAD, 0)
        paint_marks(painter, self._strip, self._span, self._marks)
        if self._hold is not None and self._hold.moves:
            paint_cut(painter, round(self._span.x(self._strip.seconds(self._hold.to))))
        painter.restore()
        x = self._span.x(self._at)
        if -1 <= x <= self._span.width + 1:
            self._paint_position(painter, round(x + PAD))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(t.ACCENT), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)
        painter.end()

    def _draw(self, strip: Strip) -> QPixmap:
        ratio = self.devicePixelRatioF()
        width, height = round(self._room() * ratio), round(self.height() * ratio)
        drawn = QPixmap(width, height)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(t.PANEL))
        painter = QPainter(drawn)
        paint(painter, strip, self._span, self._picture, self._small)
        painter.end()
        return drawn

    def _paint_position(self, painter: QPainter, x: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.TEXT))
        painter.drawRect(QRectF(x - 0.5, PAD - 4, 1, CURVE.bottom() - PAD + 4))
        painter.drawPolygon([QPointF(x - 5, PAD - 8), QPointF(x + 5, PAD - 8), QPointF(x, PAD - 1)])

    # -- hands ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from shot to shot, S splits one, M and Delete join it with the last."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_S:
            self.split.emit()
        elif key in (Qt.Key.Key_M, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.merged.emit()
        elif key == Qt.Key.Key_Escape and self._hold is not None:
            self._hold = None
            self.update()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        strip, number = self._strip, self._shot_number()
        if strip is not None and number is not None:
            shots = strip.detection.shots
            shot = shots[min(len(shots) - 1, max(0, number + step))]
            self.sought.emit(strip.film.time_of(shot.start))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It shows that keys go to it."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And no longer."""
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the threshold or a cut, or go there; the right button asks what can be done."""
        if self._strip is None:
            return
        if event.button() == Qt.MouseButton.RightButton:
            self._ask(self._strip, event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._hold = hold_at(self._strip, self._span, event.position(), PAD)
            if self._hold.what == "place":
                self._seek(event.position())
            elif self._hold.what == "cut":
                self.sought.emit(self._strip.film.time_of(self._hold.cut))

    def _ask(self, strip: Strip, event: QMouseEvent) -> None:
        self._seek(event.position())
        seconds = Fraction(self._span.seconds(event.position().x() - PAD))
        pts = frame_at(strip.found.pts, strip.film.pts_of(seconds))
        if pts is not None:
            self.asked.emit(event.globalPosition().toPoint(), pts)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken; the pointer says what can be."""
        if self._strip is None:
            return
        if self._hold is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(hold_at(self._strip, self._span, event.position(), PAD))
        elif self._hold.what == "threshold":
            chosen = sensitivity_at(share_at(event.position().y()))
            self.sensitivity_changed.emit(round(chosen, 2))
            self._tell(event, sensitivity_words(self._strip, chosen))
        elif self._hold.what == "cut":
            self._drag_cut(self._strip, self._hold, event)
        else:
            self._seek(event.position())

    def _drag_cut(self, strip: Strip, hold: Hold, event: QMouseEvent) -> None:
        now = dragged(strip, self._span, hold, event.position().x() - PAD)
        if now.to != hold.to:
            self._hold = now
            self.sought.emit(strip.film.time_of(now.to))
            self.update()
        self._tell(event, tr("Cut at {time}", time=time_words(strip, now.to)))

    def _show_cursor(self, hold: Hold) -> None:
        shapes = {
            "threshold": Qt.CursorShape.SizeVerCursor,
            "cut": Qt.CursorShape.SizeHorCursor,
        }
        if hold.what in shapes:
            self.setCursor(shapes[hold.what])
        else:
            self.unsetCursor()

    def _tell(self, event: QMouseEvent, text: str) -> None:
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a cut stands where it was let go."""
        hold, self._hold = self._hold, None
        if hold is not None and hold.moves:
            self.cut_moved.emit(hold.cut, hold.to)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the threshold: the usual sensitivity."""
        if self._strip is not None and is_on_threshold(self._strip, event.position()):
            self.sensitivity_changed.emit(0.5)

    def _seek(self, point: QPointF) -> None:
        self.sought.emit(Fraction(self._span.seconds(point.x() - PAD)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; sideways, or with Shift, move along."""
        if self._strip is None:
            return
        turned = event.angleDelta()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        along = turned.x() or (turned.y() if shifted else 0)
        if along:
            self._look_at(self._span.moved(-along / 2))
        else:
            factor = 2 ** (turned.y() / _WHEEL)
            self._look_at(self._span.zoomed(factor, event.position().x() - PAD))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is itself again."""
        self.unsetCursor()

    def event(self, event: QEvent) -> bool:
        """A tool tip says which shot is under the pointer; its keys are its own."""
        if claims(event, _KEYS):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, point: QPointF) -> str:
        strip = self._strip
        if strip is None or not strip.detection.shots:
            return ""
        if is_on_threshold(strip, point):
            return f"{sensitivity_words(strip, strip.sensitivity)}\n{tr('Drag to change')}"
        return tip_at(strip, self._span, point.x() - PAD, point.y())
