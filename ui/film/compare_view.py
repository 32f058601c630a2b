"""One of two stills that are compared: its pixels at the view that both share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.core.geometry import Size
from ui.player.view import View
from ui.widgets import tokens as t
from ui.widgets.language import tr

_NOTCH, _STEP = 120.0, 1.25
_SQUARES_FROM = 2.0


class ComparePane(QWidget):
    """Tells how a hand would have the view; who holds both panes says how it is."""

    looked = Signal(object)
    """A View."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self._image: QImage | None = None
        self._words = ""
        self._view = View()
        self._last: QPointF | None = None

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    @property
    def view(self) -> View:
        """How it is shown."""
        return self._view

    def show_image(self, image: QImage | None, words: str = "") -> None:
        """A picture, or `words` in its place."""
        self._image, self._words = image, words
        self.update()

    def set_view(self, view: View) -> None:
        """Show it so."""
        self._view = view
        self.setCursor(
            Qt.CursorShape.OpenHandCursor if self._is_larger() else Qt.CursorShape.ArrowCursor
        )
        self.update()

    def zoomed(self, factor: float, at: QPointF | None = None) -> View:
        """The view so many times as near, around a place or the middle."""
        ratio = self.devicePixelRatioF()
        point = at or QPointF(self.width() / 2, self.height() / 2)
        return self._view.zoomed(
            factor, (point.x() * ratio, point.y() * ratio), self._size(), self._room()
        )

    def actual(self) -> View:
        """One pixel of the screen for each of the picture's."""
        room = self._room()
        return self._view.actual((room.width / 2, room.height / 2), self._size(), room)

    @property
    def percent(self) -> int:
        """How large it is shown."""
        return round(100 * self._view.scale(self._size(), self._room()))

    def _size(self) -> Size:
        image = self._image
        return Size(image.width(), image.height()) if image is not None else Size(16, 9)

    def _room(self) -> Size:
        ratio = self.devicePixelRatioF()
        return Size(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))

    def _is_larger(self) -> bool:
        size, room = self._view.size(self._size(), self._room()), self._room()
        return size.width > room.width or size.height > room.height

    # -- Qt -------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer, in both."""
        turned = event.angleDelta().y()
        if turned and self._image is not None:
            self.looked.emit(self.zoomed(_STEP ** (turned / _NOTCH), event.position()))
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The beginning of a drag."""
        self._last = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag moves both pictures by the same."""
        if self._last is None or self._image is None:
            return
        moved, ratio = event.position() - self._last, self.devicePixelRatioF()
        self._last = event.position()
        self.looked.emit(
            self._view.moved(moved.x() * ratio, moved.y() * ratio, self._size(), self._room())
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._last = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and picture, on whole device pixels."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.GROUND))
        if self._image is None:
            painter.setPen(QColor(t.QUIET))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter, self._words or tr("Reading the frame…")
            )
        else:
            ratio, room, size = self.devicePixelRatioF(), self._room(), self._size()
            shown = self._view.size(size, room)
            left, top = self._view.corner(size, room)
            box = QRectF(left / ratio, top / ratio, shown.width / ratio, shown.height / ratio)
            smooth = (self._view.zoom or 1.0) < _SQUARES_FROM and shown != size
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawImage(box, self._image, QRectF(self._image.rect()))
        painter.end()
