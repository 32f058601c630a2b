"""The canvas: one poster as it will be written, with zoom, pan, and the focus to drag."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui.widgets import tokens as t

_MARGIN = 24
_LEAST, _MOST = 0.1, 16.0


class Canvas(QWidget):
    """Shows the painted poster; dragging moves the point of interest, the wheel zooms."""

    focus_dragged = Signal(float, float)
    """How far the picture was dragged, in shares of the poster's width and height."""
    focus_dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Poster")
        self.setMouseTracking(True)
        self._image = QImage()
        self._word = ""
        self._zoom = 0.0
        self._shift = QPointF()
        self._safe: QRectF | None = None
        self._show_safe = False
        self._from: QPointF | None = None
        self._panning = False
        self._space = False

    # -- what is shown --------------------------------------------------------------------

    def show_image(self, image: QImage, safe: QRectF | None) -> None:
        """Show a painted poster; `safe` is its safe area in shares of it."""
        self._image, self._safe, self._word = image, safe, ""
        self.update()

    def show_word(self, text: str) -> None:
        """Say in one line why there is no poster."""
        self._image, self._word = QImage(), text
        self.update()

    def toggle_safe(self) -> None:
        """Show or hide the safe area."""
        self._show_safe = not self._show_safe
        self.update()

    def fit(self) -> None:
        """As large as fits."""
        self._zoom, self._shift = 0.0, QPointF()
        self.update()

    def whole_size(self) -> None:
        """One pixel of what was painted for one of the screen."""
        self._zoom = 1 / self.devicePixelRatioF()
        self.update()

    @property
    def zoom(self) -> float:
        """Screen pixels for one painted pixel."""
        if self._image.isNull():
            return 1.0
        return self._rect().width() / self._image.width()

    @property
    def room(self) -> QSize:
        """How large a poster can be shown, in device pixels."""
        scale = self.devicePixelRatioF()
        inner = self.size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        return QSize(max(64, int(inner.width() * scale)), max(64, int(inner.height() * scale)))

    def _rect(self) -> QRectF:
        size = self._image.size()
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = self._zoom or min(room.width() / size.width(), room.height() / size.height())
        width, height = size.width() * scale, size.height() * scale
        centre = room.center() + self._shift
        return QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The poster on the ground, or the word."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.GROUND))
        if self._image.isNull():
            painter.setPen(QColor(t.QUIET))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._word)
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = self._rect()
        painter.drawImage(box, self._image)
        if self._show_safe and self._safe is not None:
            safe = QRectF(
                box.x() + self._safe.x() * box.width(),
                box.y() + self._safe.y() * box.height(),
                self._safe.width() * box.width(),
                self._safe.height() * box.height(),
            )
            painter.setPen(QPen(QColor(t.ACCENT), 1, Qt.PenStyle.DashLine))
            painter.drawRect(safe)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.LINE), 1))
            painter.drawRect(box.adjusted(-1, -1, 1, 1))
        painter.end()

    # -- hands ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button drags the picture, the middle one or space pans the view."""
        self._from = event.position()
        middle = event.button() == Qt.MouseButton.MiddleButton
        self._panning = middle or self._space
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._from is None or self._image.isNull():
            inside = not self._image.isNull() and self._rect().contains(event.position())
            shape = Qt.CursorShape.OpenHandCursor if inside else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        moved = event.position() - self._from
        self._from = event.position()
        if self._panning:
            self._shift += moved
            self.update()
        else:
            box = self._rect()
            self.focus_dragged.emit(moved.x() / box.width(), moved.y() / box.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag is over."""
        if self._from is not None and not self._panning:
            self.focus_dropped.emit()
        self._from = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit again."""
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        if self._image.isNull():
            return
        before = self._rect()
        factor = 1.0015 ** event.angleDelta().y()
        self._zoom = min(_MOST, max(_LEAST * 0.2, self.zoom * factor))
        share = QPointF(
            (event.position().x() - before.x()) / before.width(),
            (event.position().y() - before.y()) / before.height(),
        )
        after = self._rect()
        here = QPointF(
            after.x() + share.x() * after.width(), after.y() + share.y() * after.height()
        )
        self._shift += event.position() - here
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the point of interest, space held pans."""
        step = {
            Qt.Key.Key_Left: (-0.02, 0.0),
            Qt.Key.Key_Right: (0.02, 0.0),
            Qt.Key.Key_Up: (0.0, -0.02),
            Qt.Key.Key_Down: (0.0, 0.02),
        }.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Space:
            self._space = True
        elif step is not None:
            self.focus_dragged.emit(*step)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space let go."""
        if event.key() == Qt.Key.Key_Space:
            self._space = False
        super().keyReleaseEvent(event)
