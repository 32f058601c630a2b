"""Where the picture is shown: fitted or as near as wanted, captions and safe areas over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from studio.core.geometry import Size
from ui.player.picture import Picture
from ui.player.safe import paint_safe
from ui.player.view import View
from ui.widgets import tokens as t
from ui.widgets.language import tr

_NOTCH = 120.0
_STEP = 1.25
_SQUARES_FROM = 2.0
"""From this zoom on the film's pixels are shown as squares."""


class Screen(QWidget):
    """Shows the last picture it was given, or one calm line in its place."""

    resized = Signal()
    """Pictures are wanted in another size."""
    clicked = Signal()
    double_clicked = Signal()
    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 135)
        self.setAccessibleName(tr("Picture"))
        self._film: Size | None = None
        self._picture: Picture | None = None
        self._stand_in: QImage | None = None
        self._words = ""
        self._view = View()
        self._pressed: QPointF | None = None
        self._drags = False
        self.captions = True
        self.safe = False
        self.safe_choice = "frame"

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    @property
    def words(self) -> str:
        """The line in place of a picture."""
        return self._words

    @property
    def view(self) -> View:
        """How near it is looked at."""
        return self._view

    @property
    def has_stand_in(self) -> bool:
        """Whether a small picture stands for the one that is under way."""
        return self._stand_in is not None

    def set_film(self, display: Size | None, words: str = "") -> None:
        """The film's size, square pixels; without one, or until its picture comes, `words`."""
        self._film, self._picture, self._words = display, None, words
        self._stand_in = None
        self._view = View()
        self.update()

    def say(self, words: str) -> None:
        """One line in the picture's place."""
        self._picture, self._words, self._stand_in = None, words, None
        self.setAccessibleDescription(words)
        self.update()

    def show_picture(self, picture: Picture) -> None:
        """Show it."""
        self._picture, self._words, self._stand_in = picture, "", None
        self.update()

    def show_stand_in(self, image: QImage) -> None:
        """Show a small picture until the exact one comes."""
        if self._picture is not None:
            self._stand_in = image
            self.update()

    # -- how near -------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole picture as large as there is room."""
        self._look(View())

    def actual(self) -> None:
        """One device pixel for each of the film's."""
        if self._film is not None:
            room = self._room()
            self._look(self._view.actual((room.width / 2, room.height / 2), self._film, room))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or further, around a place or the middle."""
        if self._film is None:
            return
        ratio = self.devicePixelRatioF()
        point = at or QPointF(self.width() / 2, self.height() / 2)
        place = (point.x() * ratio, point.y() * ratio)
        self._look(self._view.zoomed(factor, place, self._film, self._room()))

    @property
    def scale(self) -> float:
        """Device pixels for each of the film's."""
        return self._view.scale(self._film, self._room()) if self._film is not None else 1.0

    def set_view(self, view: View) -> None:
        """Come back to a view of before."""
        self._look(view)

    def _look(self, view: View) -> None:
        if view != self._view:
            self._view = view
            self.resized.emit()
            self.zoomed.emit()
            self.update()
            self._show_cursor()

    def _is_larger(self) -> bool:
        """Whether there is more of the picture than is seen."""
        size, room = self._shown_size(), self._room()
        return size.width > room.width or size.height > room.height

    def _show_cursor(self) -> None:
        if self._drags:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._film is not None and self._is_larger():
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    # -- places ---------------------------------------------------------------------------

    def _room(self) -> Size:
        ratio = self.devicePixelRatioF()
        return Size(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))

    def _shown_size(self) -> Size:
        room = self._room()
        return self._view.size(self._film, room) if self._film is not None else room

    def picture_size(self) -> Size:
        """The size that pictures are wanted in, device pixels: never more than the film has."""
        shown = self._shown_size()
        if self._film is not None and self._view.zoom is not None and self._view.zoom > 1:
            return self._film
        return shown

    def picture_box(self) -> QRectF:
        """Where the whole picture stands, in logical pixels; on whole device pixels."""
        ratio = self.devicePixelRatioF()
        size, room = self._shown_size(), self._room()
        left, top = self._view.corner(self._film, room) if self._film is not None else (0, 0)
        return QRectF(left / ratio, top / ratio, size.width / ratio, size.height / ratio)

    # -- Qt -------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """A usual picture."""
        return QSize(640, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is made anew at the new size; until then the old one is stretched."""
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        """The window came to a screen of another density."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.resized.emit()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The beginning of a click or of a drag."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag moves what is larger than its room."""
        if self._pressed is None or self._film is None:
            return
        moved = event.position() - self._pressed
        far = moved.manhattanLength() >= QApplication.startDragDistance()
        if not self._drags and not (far and self._is_larger()):
            return
        self._drags = True
        self._pressed = event.position()
        ratio = self.devicePixelRatioF()
        self._view = self._view.moved(
            moved.x() * ratio, moved.y() * ratio, self._film, self._room()
        )
        self._show_cursor()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click plays or pauses."""
        was_click = self._pressed is not None and not self._drags
        self._pressed, self._drags = None, False
        self._show_cursor()
        if was_click and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Over the whole screen, and back."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        turned = event.angleDelta().y()
        if turned and self._film is not None:
            self.zoom(_STEP ** (turned / _NOTCH), event.position())
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, picture, captions, safe areas."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(t.GROUND))
        if self._picture is None:
            painter.setPen(QColor(t.QUIET))
            room = self.rect().adjusted(t.SPACE[4], t.SPACE[4], -t.SPACE[4], -t.SPACE[4])
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._words)
        else:
            self._paint_picture(painter, self._picture)
        painter.end()

    def _paint_picture(self, painter: QPainter, picture: Picture) -> None:
        box = self.picture_box()
        image = self._stand_in or picture.image
        shown = self._shown_size()
        fits = (image.width(), image.height()) == (shown.width, shown.height)
        smooth = not fits and (self._view.zoom or 1.0) < _SQUARES_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(box, image, QRectF(image.rect()))
        if self.captions and picture.captions is not None and self._stand_in is None:
            across = box.width() / picture.size.width
            down = box.height() / picture.size.height
            place = QRectF(
                box.x() + picture.x * across,
                box.y() + picture.y * down,
                picture.captions.width() * across,
                picture.captions.height() * down,
            )
            painter.drawImage(place, picture.captions, QRectF(picture.captions.rect()))
        if self.safe:
            paint_safe(painter, box, self.safe_choice, self.font())
