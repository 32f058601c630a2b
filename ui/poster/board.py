"""The board: a poster in every format of every market at once, live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame

from ui.poster.tiles import Strip, Tile
from ui.widgets import tokens as t
from ui.widgets.scrolled import Scrolled

_SIDE = 132
_HEAD, _LABEL, _GAP, _EDGE = 34, 20, 16, 20


@dataclass(frozen=True, slots=True)
class Shelf:
    """A market on the board: its name, and its tiles, whose keys are `market/format`."""

    name: str
    tiles: tuple[Tile, ...]


class Board(Strip):
    """Tiles of one height in rows, a market below the other; the arrow keys go through them."""

    def __init__(self, name: str) -> None:
        super().__init__(_SIDE, name)
        self.setMinimumHeight(0)
        self.setMaximumHeight(16_777_215)
        self._names: list[str] = []
        self._first: list[int] = []
        self._boxes: list[QRectF] = []
        self._heads: list[QRectF] = []
        self._bottom = 0.0

    def show_shelves(self, shelves: Sequence[Shelf], current: str) -> None:
        """Show these; pictures shown under the same keys stay till new ones come."""
        self._names = [shelf.name for shelf in shelves]
        tiles: list[Tile] = []
        self._first = []
        for shelf in shelves:
            self._first.append(len(tiles))
            tiles += shelf.tiles
        self._boxes = []
        self.show_tiles(tiles, current)

    def keys_in(self, seen: QRectF) -> list[str]:
        """The keys of tiles that a part of the board shows."""
        boxes = self._arranged()
        return [
            tile.key for tile, box in zip(self._tiles, boxes, strict=False) if box.intersects(seen)
        ]

    def _arranged(self) -> list[QRectF]:
        """Where each tile stands: in lines from the left, each market below the one before."""
        if len(self._boxes) == len(self._tiles) and self._boxes:
            return self._boxes
        boxes: list[QRectF] = []
        self._heads = []
        top = float(t.SPACE[1])
        ends = [*self._first[1:], len(self._tiles)] if self._first else []
        for start, end in zip(self._first, ends, strict=True):
            self._heads.append(QRectF(_EDGE, top, max(0, self.width() - 2 * _EDGE), _HEAD))
            top += _HEAD
            left = float(_EDGE)
            for tile in self._tiles[start:end]:
                wide = self._wide(tile)
                if left > _EDGE and left + wide > self.width() - _EDGE:
                    left, top = float(_EDGE), top + _SIDE + _LABEL + _GAP
                boxes.append(QRectF(left, top, wide, _SIDE + _LABEL))
                left += wide + _GAP
            top += _SIDE + _LABEL + _GAP
        self._boxes = boxes
        self._bottom = top
        return boxes

    def _rect(self, place: int) -> QRectF:
        boxes = self._arranged()
        return boxes[place] if place < len(boxes) else QRectF()

    def _measure(self) -> None:
        self._boxes = []
        self._arranged()
        self.setMinimumHeight(int(self._bottom) if self._tiles else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows break elsewhere."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tiles, and the names of the markets above them."""
        super().paintEvent(event)
        painter = QPainter(self)
        for name, box in zip(self._names, self._heads, strict=False):
            if box.intersects(QRectF(event.rect())):
                self._line(painter, box, name, strong=True, size=t.BODY)
                wide = QFontMetricsF(self._font(t.BODY)).horizontalAdvance(name) + 12
                painter.setPen(QColor(t.LINE))
                level = box.center().y()
                painter.drawLine(int(box.left() + wide), int(level), int(box.right()), int(level))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the tile there; the rest as in every row of tiles."""
        key, keys = event.key(), self.keys
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or self._current not in keys:
            super().keyPressEvent(event)
            return
        boxes = self._arranged()
        here = boxes[keys.index(self._current)]
        way = 1 if key == Qt.Key.Key_Down else -1
        there = [
            place for place, box in enumerate(boxes) if (box.top() - here.top()) * way > _SIDE / 2
        ]
        if there:
            x = here.center().x()
            near = min(abs(boxes[place].top() - here.top()) for place in there)
            row = [one for one in there if abs(boxes[one].top() - here.top()) <= near + 1]
            self.chosen.emit(keys[min(row, key=lambda one: abs(boxes[one].center().x() - x))])


class BoardArea(Scrolled):
    """Scrolls the board and tells which of its tiles are to be seen."""

    looked = Signal()
    """Other tiles are seen now."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self.setWidget(board)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        board.current_moved.connect(self._show)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.looked.emit())

    def _show(self, box: QRect) -> None:
        centre = box.center()
        self.ensureVisible(centre.x(), centre.y(), box.width() // 2, box.height() // 2)

    def seen(self) -> list[str]:
        """The keys of the tiles that are seen."""
        top = self.verticalScrollBar().value()
        room = self.viewport()
        return self._board.keys_in(QRectF(0, top, room.width(), room.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of it is seen."""
        super().resizeEvent(event)
        self.looked.emit()
