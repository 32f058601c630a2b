"""The canvas: one poster as it will be written, with zoom, pan, and the picture to drag."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from studio.core.geometry import Rect, Size, fit
from ui.poster import canvas_paint as draw
from ui.widgets.language import tr

_MARGIN = 24
_MOST_ZOOM = 8.0
_NUDGE, _FAR = 0.01, 0.05
_PAINTED_MOST = 3200
"""No picture is painted larger for the screen; closer up it is enlarged."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A painted poster: `file` is the size it is written in, in which the rest is measured.

    `zones` may hold no copy; `trim` is None where the poster is not cut. `note`: what is to be
    said over it.
    """

    image: QImage
    file: Size
    safe: Rect
    zones: tuple[Rect, ...] = ()
    trim: Rect | None = None
    note: str = ""


class Canvas(QWidget):
    """Shows the painted poster; dragging moves the picture in it, the wheel zooms."""

    gripped = Signal()
    """The hand has taken the picture."""
    dragged = Signal(float, float)
    """How far it was dragged since, in pixels of the file."""
    dropped = Signal()
    escaped = Signal()
    """The drag is to be taken back."""
    nudged = Signal(float, float)
    """By keys, in pixels of the file."""
    edit_wanted = Signal()
    zoom_changed = Signal()
    """Another size may have to be painted."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Poster"))
        self.setMouseTracking(True)
        self.setMinimumSize(240, 240)
        self._sheet: Sheet | None = None
        self._word = self._hint = ""
        self._zoom: float | None = None
        self._shift = QPointF()
        self._show_safe = False
        self._from: QPointF | None = None
        self._last = QPointF()
        self._dragging = False
        self._panning = False
        self._space = False
        self._point: tuple[QPointF, str] | None = None

    # -- what is shown --------------------------------------------------------------------

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a painted poster."""
        if self._sheet is None or self._sheet.file != sheet.file:
            self._shift = QPointF()
            self._zoom = None
        self._sheet, self._word = sheet, ""
        self.update()
        self._point_hand()

    def show_word(self, text: str, hint: str = "") -> None:
        """Say in one line why there is no poster, and below it what to do."""
        self._sheet, self._word, self._hint = None, text, hint
        self._stop_drag()
        self.update()
        self._point_hand()

    def show_point(self, at: tuple[float, float] | None, words: str = "") -> None:
        """Mark the point of interest, in pixels of the file, while it moves."""
        self._point = (QPointF(*at), words) if at is not None else None
        self.update()

    @property
    def image(self) -> QImage | None:
        """The painted poster that is shown."""
        return self._sheet.image if self._sheet else None

    @property
    def word(self) -> str:
        """What is said in its place, or over it."""
        return self._sheet.note if self._sheet else self._word

    @property
    def shows_safe(self) -> bool:
        """Whether the safe area is drawn."""
        return self._show_safe

    def show_safe(self, there: bool) -> None:
        """Show or hide the safe area."""
        self._show_safe = there
        self.update()

    # -- size -----------------------------------------------------------------------------

    def fit(self) -> None:
        """As large as fits."""
        self._zoom, self._shift = None, QPointF()
        self._zoomed()

    def whole_size(self) -> None:
        """One pixel of the file for one of the screen, about the middle of the view."""
        if self._sheet is not None:
            self._zoom_at(QPointF(self.rect().center()), 1 / self.devicePixelRatioF())

    def zoom_by(self, factor: float) -> None:
        """Closer or farther, about the middle of the view."""
        self._zoom_at(QPointF(self.rect().center()), self._scale * factor)

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one of the file."""
        return self._scale * self.devicePixelRatioF()

    def wanted(self, file: Size) -> int:
        """The longer side, in pixels, that a poster should be painted in to be shown sharp."""
        ratio = self.devicePixelRatioF()
        longest = max(file.width, file.height)
        known = self._sheet is not None and self._sheet.file == file
        if self._zoom is None or not known:
            return max(64, min(longest, int(longest * self._fitting(file) * ratio)))
        # In steps, so that not each turn of the wheel paints anew.
        need, step = longest * self._zoom * ratio, 256.0
        while step < need:
            step *= 1.5
        return max(64, min(longest, int(step), _PAINTED_MOST))

    def _fitting(self, file: Size) -> float:
        inner = self.size()
        across = max(32, inner.width() - 2 * _MARGIN) / file.width
        down = max(32, inner.height() - 2 * _MARGIN) / file.height
        return min(across, down)

    @property
    def _scale(self) -> float:
        if self._sheet is None:
            return 1.0
        return self._fitting(self._sheet.file) if self._zoom is None else self._zoom

    def _rect(self) -> QRectF:
        """Where the poster stands, on whole pixels of the screen."""
        if self._sheet is None:
            return QRectF()
        ratio, file = self.devicePixelRatioF(), self._sheet.file
        longest = max(16, round(max(file.width, file.height) * self._scale * ratio - 0.5))
        shown = fit(file, Size(longest, longest))
        width, height = shown.width / ratio, shown.height / ratio
        centre = QRectF(self.rect()).center() + self._shift
        left = round((centre.x() - width / 2) * ratio) / ratio
        top = round((centre.y() - height / 2) * ratio) / ratio
        return QRectF(left, top, width, height)

    def _zoom_at(self, at: QPointF, scale: float) -> None:
        if self._sheet is None:
            return
        before = self._rect()
        least = min(self._fitting(self._sheet.file) * 0.5, 1.0)
        self._zoom = min(_MOST_ZOOM, max(least, scale))
        share = QPointF(
            (at.x() - before.x()) / before.width(), (at.y() - before.y()) / before.height()
        )
        after = self._rect()
        here = QPointF(
            after.x() + share.x() * after.width(), after.y() + share.y() * after.height()
        )
        self._shift += at - here
        self._zoomed()

    def _zoomed(self) -> None:
        self.update()
        self.zoom_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted poster is painted anew."""
        super().resizeEvent(event)
        self._zoomed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The poster on the ground, or the word."""
        painter = QPainter(self)
        draw.ground(painter, self.rect())
        if self._sheet is None:
            draw.word(painter, self.rect(), self._word, self._hint)
        else:
            box = self._rect()
            draw.poster(painter, box, self._sheet.image, self.devicePixelRatioF())
            scale = box.width() / self._sheet.file.width
            if self._show_safe:
                draw.guides(painter, box, scale, self._sheet)
            if self._point is not None:
                draw.point(painter, box.topLeft() + self._point[0] * scale, self._point[1])
            if self._sheet.note:
                draw.note(painter, self.rect(), box.top(), self._sheet.note)
        if self.hasFocus():
            draw.focus_ring(painter, self.rect())
        painter.end()

    # -- the hand -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button drags the picture, the middle one or space pans the view."""
        self._from = self._last = event.position()
        middle = event.button() == Qt.MouseButton.MiddleButton
        self._panning = middle or self._space or not self._over(event.position())
        self._dragging = False
        self._point_hand()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._from is None or self._sheet is None:
            self._last = event.position()
            self._point_hand()
            return
        if self._panning:
            self._shift += event.position() - self._last
            self.update()
        else:
            self._drag(event.position())
        self._last = event.position()

    def _drag(self, at: QPointF) -> None:
        away = at - (self._from or at)
        if not self._dragging:
            # A hand that only clicks trembles.
            if away.manhattanLength() < 3:
                return
            self._dragging = True
            self.gripped.emit()
        self.dragged.emit(away.x() / self._scale, away.y() / self._scale)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag is over."""
        if self._dragging:
            self.dropped.emit()
        self._stop_drag()
        self._point_hand()

    def _stop_drag(self) -> None:
        self._from, self._dragging, self._panning = None, False, False
        self._point = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        if self._sheet is not None:
            self.edit_wanted.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        factor = 1.0015 ** event.angleDelta().y()
        self._zoom_at(event.position(), self._scale * factor)
        event.accept()

    def _over(self, at: QPointF) -> bool:
        return self._sheet is not None and self._rect().contains(at)

    def _point_hand(self) -> None:
        """The pointer tells what a drag will do."""
        if self._from is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._sheet is not None and (self._space or self._over(self._last)):
            shape = Qt.CursorShape.OpenHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    # -- keys -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Escape is the canvas's own while there is something to back out of."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and (self._dragging or self._zoom is not None)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the picture, with Shift farther; space held pans; Escape backs out."""
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            self._point_hand()
        elif event.key() == Qt.Key.Key_Escape and (self._dragging or self._zoom is not None):
            self._back_out()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._sheet is not None:
            self.edit_wanted.emit()
        elif not self._nudge(event):
            super().keyPressEvent(event)

    def _nudge(self, event: QKeyEvent) -> bool:
        way = {
            Qt.Key.Key_Left: (-1.0, 0.0),
            Qt.Key.Key_Right: (1.0, 0.0),
            Qt.Key.Key_Up: (0.0, -1.0),
            Qt.Key.Key_Down: (0.0, 1.0),
        }.get(Qt.Key(event.key()))
        if way is None or self._sheet is None:
            return False
        far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = max(self._sheet.file.width, self._sheet.file.height) * (_FAR if far else _NUDGE)
        self.nudged.emit(way[0] * step, way[1] * step)
        return True

    def _back_out(self) -> None:
        if self._dragging:
            self._stop_drag()
            self.escaped.emit()
            self._point_hand()
        else:
            self.fit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._point_hand()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is shown."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys that were held are let go unseen."""
        super().focusOutEvent(event)
        self._space = False
        self.update()
