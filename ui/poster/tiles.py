"""Tiles: small posters in a row or a column, with a title, a mark for findings, and a choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.widgets import tokens as t

_PAD = 8
_LABEL = 18


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """One tile; `mark` is a short sign such as `▲ 2`, `bad` colours it."""

    key: str
    title: str
    aspect: float
    image: QImage | None = None
    mark: str = ""
    bad: bool = False


class Tiles(QWidget):
    """A strip of tiles, `across` or down; `chosen` tells the key of the one clicked."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, side: int, name: str, *, across: bool) -> None:
        super().__init__()
        self._side, self._across = side, across
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tiles: list[Tile] = []
        self._current = ""

    @property
    def keys(self) -> list[str]:
        """The keys in their order."""
        return [tile.key for tile in self._tiles]

    def show_tiles(self, tiles: Sequence[Tile], current: str) -> None:
        """Show these; a picture that was shown under the same key stays until a new one comes."""
        known = {tile.key: tile for tile in self._tiles}
        self._tiles = [
            replace(tile, image=known[tile.key].image, mark=known[tile.key].mark)
            if tile.image is None and tile.key in known
            else tile
            for tile in tiles
        ]
        self._current = current
        self._resize()
        self.update()

    def set_image(self, key: str, image: QImage | None, mark: str, *, bad: bool) -> None:
        """Give a tile its picture."""
        for place, tile in enumerate(self._tiles):
            if tile.key == key:
                self._tiles[place] = replace(tile, image=image, mark=mark, bad=bad)
                self.update(self._rect(place).toAlignedRect())

    def _width(self, tile: Tile) -> float:
        if not self._across:
            return self._side
        return max(56.0, min(self._side * tile.aspect, self._side * 2.4))

    def _height(self, tile: Tile) -> float:
        return self._side if self._across else min(self._side / tile.aspect, self._side * 1.2)

    def _rect(self, place: int) -> QRectF:
        at = float(_PAD)
        for tile in self._tiles[:place]:
            at += (self._width(tile) if self._across else self._height(tile) + _LABEL) + _PAD
        tile = self._tiles[place]
        width, height = self._width(tile), self._height(tile) + _LABEL
        return QRectF(at, _PAD, width, height) if self._across else QRectF(_PAD, at, width, height)

    def _resize(self) -> None:
        if not self._tiles:
            self.setMinimumSize(self._side, self._side)
            return
        last = self._rect(len(self._tiles) - 1)
        if self._across:
            self.setMinimumSize(int(last.right()) + _PAD, self._side + _LABEL + 2 * _PAD)
        else:
            self.setMinimumSize(self._side + 2 * _PAD, int(last.bottom()) + _PAD)

    def sizeHint(self) -> QSize:
        """As large as its tiles."""
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures, titles, the frame of the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(t.PANEL))
        font = self.font()
        font.setPixelSize(t.SMALL)
        painter.setFont(font)
        for place, tile in enumerate(self._tiles):
            self._paint_tile(painter, self._rect(place), tile)
        painter.end()

    def _paint_tile(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        room = box.adjusted(0, 0, 0, -_LABEL)
        painter.fillRect(room, QColor(t.FIELD))
        if tile.image is not None and not tile.image.isNull():
            size = tile.image.size().scaled(
                room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            x = room.x() + (room.width() - size.width()) / 2
            y = room.y() + (room.height() - size.height()) / 2
            painter.drawImage(QRectF(x, y, size.width(), size.height()), tile.image)
        current = tile.key == self._current
        if current:
            painter.setPen(QColor(t.ACCENT if self.hasFocus() else t.QUIET))
            painter.drawRect(room.adjusted(-1, -1, 0, 0))
        label = QRectF(box.x(), room.bottom() + 2, box.width(), _LABEL - 2)
        metrics = painter.fontMetrics()
        used = metrics.horizontalAdvance(tile.mark) + 6 if tile.mark else 0
        painter.setPen(QColor(t.TEXT if current else t.QUIET))
        text = metrics.elidedText(
            tile.title, Qt.TextElideMode.ElideRight, int(label.width()) - used
        )
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, text)
        if tile.mark:
            painter.setPen(QColor(t.BAD if tile.bad else t.WARN))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(label, flags, tile.mark)

    def _at(self, event: QMouseEvent) -> str:
        for place, tile in enumerate(self._tiles):
            if self._rect(place).contains(event.position()):
                return tile.key
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        self.setFocus()
        key = self._at(event)
        if key:
            self.chosen.emit(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        key = self._at(event)
        if key:
            self.opened.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys choose the neighbour, Enter opens."""
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()))
        keys = self.keys
        if step is not None and keys:
            at = keys.index(self._current) if self._current in keys else 0
            self.chosen.emit(keys[max(0, min(len(keys) - 1, at + step))])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is shown."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring is quiet."""
        super().focusOutEvent(event)
        self.update()
