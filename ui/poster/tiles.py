"""Tiles: small posters to choose from, in a row with their names, or one below the other."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.widgets import tokens as t

ERROR, WARNING, NONE = "error", "warning", ""
_SIGNS = {ERROR: ("✕", t.BAD), WARNING: ("▲", t.WARN)}
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Home: -100_000,
    Qt.Key.Key_End: 100_000,
}


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """One tile. `worst` is the gravest finding and `count` how many; `word` stands in place of a
    picture that cannot be made."""

    key: str
    title: str
    aspect: float
    below: str = ""
    tip: str = ""
    image: QImage | None = None
    worst: str = NONE
    count: int = 0
    word: str = ""


class Tiles(QWidget):
    """What both kinds share: one is current, a click or an arrow key chooses."""

    chosen = Signal(str)
    opened = Signal(str)
    removed = Signal(str)
    """The Delete key was pressed on a tile."""
    current_moved = Signal(QRect)
    """Where the current tile lies: it is to be seen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._tiles: list[Tile] = []
        self._current = ""
        self._hover = ""

    # -- what is shown --------------------------------------------------------------------

    @property
    def keys(self) -> list[str]:
        """The keys in their order."""
        return [tile.key for tile in self._tiles]

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """As they are shown."""
        return tuple(self._tiles)

    @property
    def current(self) -> str:
        """The key of the chosen tile."""
        return self._current

    def show_tiles(self, tiles: Sequence[Tile], current: str) -> None:
        """Show these; a picture that was shown under the same key stays until a new one comes."""
        known = {tile.key: tile for tile in self._tiles}
        self._tiles = [_kept(tile, known.get(tile.key)) for tile in tiles]
        moved = current != self._current
        self._current = current
        self.setAccessibleDescription(
            next((f"{one.title} {one.below}".strip() for one in tiles if one.key == current), "")
        )
        self._measure()
        self.update()
        if moved:
            self.tell_current()

    def tell_current(self) -> None:
        """Ask that the current tile be seen."""
        if self._current in self.keys:
            box = self._rect(self.keys.index(self._current))
            self.current_moved.emit(box.toAlignedRect().adjusted(-8, -8, 8, 8))

    def set_tile(self, key: str, **change: object) -> None:
        """Change one tile: its picture, its findings, its word."""
        for place, tile in enumerate(self._tiles):
            if tile.key == key:
                self._tiles[place] = replace(tile, **change)  # type: ignore[arg-type]
                self.update(self._rect(place).toAlignedRect().adjusted(-2, -2, 2, 2))

    def seen(self) -> list[str]:
        """The keys of the tiles that are in sight, in their order."""
        part = QRectF(self.visibleRegion().boundingRect())
        return [
            tile.key for place, tile in enumerate(self._tiles) if self._rect(place).intersects(part)
        ]

    @abstractmethod
    def _rect(self, place: int) -> QRectF:
        """Where a tile stands."""

    @abstractmethod
    def _measure(self) -> None:
        """Ask for as much room as the tiles need."""

    @abstractmethod
    def _paint_tile(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        """Paint one tile into its place."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tiles that the event touches."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(t.PANEL))
        for place, tile in enumerate(self._tiles):
            box = self._rect(place)
            if box.toAlignedRect().adjusted(-2, -2, 2, 2).intersects(event.rect()):
                painter.save()
                self._paint_tile(painter, box, tile)
                painter.restore()
        painter.end()

    # -- hands ----------------------------------------------------------------------------

    def _at(self, at: QPointF) -> Tile | None:
        for place, tile in enumerate(self._tiles):
            if self._rect(place).contains(at):
                return tile
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        found = self._at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(found.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        found = self._at(event.position())
        if found is not None:
            self.opened.emit(found.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The tile under the pointer is lit."""
        found = self._at(event.position())
        self._lit(found.key if found else "")

    def leaveEvent(self, event: QEvent) -> None:
        """None is lit."""
        super().leaveEvent(event)
        self._lit("")

    def _lit(self, key: str) -> None:
        if key != self._hover:
            self._hover = key
            shape = Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def event(self, event: QEvent) -> bool:
        """Tool tips belong to tiles."""
        if isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), found.tip if found else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys choose the neighbour, Enter opens, Delete removes."""
        step = _STEPS.get(Qt.Key(event.key()))
        keys = self.keys
        if step is not None and keys:
            at = keys.index(self._current) if self._current in keys else 0
            self.chosen.emit(keys[max(0, min(len(keys) - 1, at + step))])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            self.opened.emit(self._current)
        elif event.key() == Qt.Key.Key_Delete and self._current:
            self.removed.emit(self._current)
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

    # -- drawing --------------------------------------------------------------------------

    def _font(self, size: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(size)
        return font

    def _picture(self, painter: QPainter, room: QRectF, tile: Tile) -> None:
        """The picture, as large as fits, on whole pixels of the screen."""
        if tile.image is None or tile.image.isNull():
            painter.fillRect(room, QColor(t.FIELD))
            painter.setFont(self._font(t.SMALL))
            painter.setPen(QColor(t.QUIET))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room.adjusted(6, 0, -6, 0), flags, tile.word)
            return
        ratio = self.devicePixelRatioF()
        real = QSize(round(room.width() * ratio), round(room.height() * ratio))
        size = tile.image.size().scaled(real, Qt.AspectRatioMode.KeepAspectRatio)
        shown = tile.image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        width, height = size.width() / ratio, size.height() / ratio
        x = room.x() + round((room.width() - width) / 2)
        y = room.y() + round((room.height() - height) / 2)
        painter.drawImage(QRectF(x, y, width, height), shown)

    def _line(
        self, painter: QPainter, box: QRectF, text: str, *, strong: bool, size: int = t.SMALL
    ) -> None:
        painter.setFont(self._font(size))
        painter.setPen(QColor(t.TEXT if strong else t.QUIET))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

    def _mark(self, painter: QPainter, box: QRectF, tile: Tile) -> float:
        """The sign of the gravest finding at the right of `box`; returns the width it takes."""
        if tile.worst not in _SIGNS:
            return 0.0
        sign, colour = _SIGNS[tile.worst]
        words = f"{sign} {tile.count}"
        painter.setFont(self._font(t.SMALL))
        painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box, flags, words)
        return painter.fontMetrics().horizontalAdvance(words) + 8.0

    def _edge(self, tile: Tile) -> QColor | None:
        if tile.key == self._current:
            return QColor(t.ACCENT if self.hasFocus() else t.QUIET)
        return QColor(t.LINE) if tile.key == self._hover else None


def _kept(tile: Tile, known: Tile | None) -> Tile:
    if known is None or tile.image is not None:
        return tile
    return replace(tile, image=known.image, worst=known.worst, count=known.count, word=known.word)


class Strip(Tiles):
    """Tiles of one height side by side, each with its name below."""

    _PAD, _LABEL, _GAP, _LEAST, _MARK = 12, 20, 12, 48, 32

    def __init__(self, side: int, name: str) -> None:
        super().__init__(name)
        self._side = side
        self._ends: list[tuple[float, float]] = []
        """Where each tile begins and how wide it is."""
        self.setFixedHeight(self._PAD + side + self._LABEL + 4)

    @property
    def side(self) -> int:
        """The longest side of a picture, in logical pixels."""
        return max([self._side, *(round(self._shown(tile)) for tile in self._tiles)])

    def _shown(self, tile: Tile) -> float:
        """How wide the picture is."""
        return min(max(self._side * tile.aspect, self._LEAST), self._side * 2.4)

    def _wide(self, tile: Tile) -> float:
        """The picture, or its name with a mark: no name is cut."""
        name = QFontMetricsF(self._font(t.SMALL)).horizontalAdvance(tile.title)
        return max(self._shown(tile), name + self._MARK)

    def _rect(self, place: int) -> QRectF:
        left, width = self._ends[place]
        return QRectF(left, self._PAD, width, self._side + self._LABEL)

    def _measure(self) -> None:
        widths = [self._wide(tile) for tile in self._tiles]
        lefts = accumulate((wide + self._GAP for wide in widths), initial=float(t.SPACE[3]))
        self._ends = list(zip(lefts, widths, strict=False))
        right = self._rect(len(self._tiles) - 1).right() if self._tiles else 0.0
        self.setMinimumWidth(int(right) + t.SPACE[3])

    def _paint_tile(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        room = QRectF(box.x(), box.y(), self._shown(tile), self._side)
        self._picture(painter, room, tile)
        edge = self._edge(tile)
        if edge is not None:
            painter.setPen(edge)
            painter.drawRect(room.adjusted(-2, -2, 1, 1))
        label = QRectF(box.x(), room.bottom() + 2, box.width(), self._LABEL - 2)
        used = self._mark(painter, label, tile)
        text = label.adjusted(0, 0, -used, 0)
        self._line(painter, text, tile.title, strong=tile.key == self._current)


class Rows(Tiles):
    """Tiles one below the other: a small picture, and beside it two lines of words."""

    _HEIGHT, _WIDE, _HIGH = 76, 41, 60

    side = _HIGH

    def _rect(self, place: int) -> QRectF:
        return QRectF(0, place * self._HEIGHT, self.width(), self._HEIGHT)

    def _measure(self) -> None:
        self.setMinimumHeight(self._HEIGHT * len(self._tiles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words are cut elsewhere."""
        super().resizeEvent(event)
        self.update()

    def _paint_tile(self, painter: QPainter, box: QRectF, tile: Tile) -> None:
        current = tile.key == self._current
        if current or tile.key == self._hover:
            painter.fillRect(box, QColor(t.SELECTED if current else t.HOVER))
        if current and self.hasFocus():
            painter.setPen(QColor(t.ACCENT))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        room = QRectF(box.x() + t.SPACE[2], box.y() + 8, self._WIDE, self._HIGH)
        self._picture(painter, room, tile)
        left = room.right() + t.SPACE[2]
        words = QRectF(left, box.y() + 20, box.right() - left - t.SPACE[1], 18)
        self._line(painter, words, tile.title, strong=True, size=t.BODY)
        self._line(painter, words.translated(0, 20), tile.below, strong=False)
