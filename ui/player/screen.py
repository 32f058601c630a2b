"""Where the picture is shown: fitted on neutral ground, captions and safe areas over it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.core.geometry import Size, fit
from ui.player.picture import Picture
from ui.widgets import tokens as t

# SMPTE ST 2046-1: shares of the picture's width and height.
_ACTION, _TITLE = 0.93, 0.90


class Screen(QWidget):
    """Shows the last picture it was given, or one calm line in its place."""

    resized = Signal()
    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 135)
        self.setAccessibleName("Picture")
        self._film: Size | None = None
        self._picture: Picture | None = None
        self._words = ""
        self.captions = True
        self.safe = False

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    @property
    def words(self) -> str:
        """The line in place of a picture."""
        return self._words

    def set_film(self, display: Size | None, words: str = "") -> None:
        """The film's size, square pixels; without one, or until its picture comes, `words`."""
        self._film, self._picture, self._words = display, None, words
        self.update()

    def say(self, words: str) -> None:
        """One line in the picture's place."""
        self._picture, self._words = None, words
        self.update()

    def show_picture(self, picture: Picture) -> None:
        """Show it."""
        self._picture, self._words = picture, ""
        self.update()

    def picture_size(self) -> Size:
        """How large the picture is shown, in device pixels."""
        ratio = self.devicePixelRatioF()
        room = Size(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        return fit(self._film, room) if self._film is not None else room

    def picture_box(self) -> QRectF:
        """Where the picture stands, in logical pixels; on whole device pixels."""
        ratio = self.devicePixelRatioF()
        size = self.picture_size()
        left = (round(self.width() * ratio) - size.width) // 2
        top = (round(self.height() * ratio) - size.height) // 2
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
        """A click plays or pauses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

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
        fits = picture.size == self.picture_size()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not fits)
        painter.drawImage(box, picture.image, QRectF(picture.image.rect()))
        if self.captions and picture.captions is not None:
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
            self._paint_safe(painter, box)

    def _paint_safe(self, painter: QPainter, box: QRectF) -> None:
        for share in (_ACTION, _TITLE):
            left, top = box.width() * (1 - share) / 2, box.height() * (1 - share) / 2
            area = box.adjusted(left, top, -left, -top).toRect()
            # A light line on a dark one is seen on any picture.
            painter.setPen(QPen(QColor(0, 0, 0, 130), 3))
            painter.drawRect(area)
            painter.setPen(QPen(QColor(255, 255, 255, 200), 1))
            painter.drawRect(area)
            self._paint_share(painter, area, share)

    def _paint_share(self, painter: QPainter, area: QRect, share: float) -> None:
        text = f"{share:.0%}"
        font = self.font()
        font.setPixelSize(t.SMALL)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(text) + 2 * t.SPACE[0]
        x = area.left() if share == _ACTION else area.right() - width
        y = area.top() - 8
        place = QRect(x + (t.SPACE[2] if share == _ACTION else -t.SPACE[2]), y, width, 16)
        painter.fillRect(place, QColor(0, 0, 0, 170))
        painter.setPen(QColor(t.TEXT))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
