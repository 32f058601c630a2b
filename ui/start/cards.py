"""Cards of the start page: a recent campaign with its picture, name, and what it holds."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QImageReader,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from studio.core.words import counted
from ui.documents.recents import Recent
from ui.widgets import tokens as t
from ui.widgets.icons import pixmap
from ui.widgets.language import heard, tr

SIZE = QSize(212, 188)
_PICTURE = 120
_DAY = 86_400
_SMOOTH = Qt.TransformationMode.SmoothTransformation


class Card(QAbstractButton):
    """A recent campaign; click, Enter or Space open it, Delete takes it off the list."""

    removed = Signal(str)
    revealed = Signal(str)
    """The path."""

    def __init__(self, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recent = recent
        self.setFixedSize(SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.is_there = recent.is_there
        place = short(Path(recent.path).parent)
        self.setToolTip(place)
        self.setAccessibleName(tr("Open {name}", name=recent.name))
        self.setAccessibleDescription(f"{self.words()}, {place}")
        self._picture = (
            _read(recent.picture, self.devicePixelRatioF()) if self.is_there else QPixmap()
        )

    def words(self) -> str:
        """The line below the name."""
        if not self.is_there:
            return tr("Not found")
        films = heard(counted(self.recent.films, "film"))
        posters = heard(counted(self.recent.posters, "poster"))
        return tr("{films} · {posters}", films=films, posters=posters)

    def look_again(self) -> None:
        """Its picture may have been drawn by now."""
        self._picture = (
            _read(self.recent.picture, self.devicePixelRatioF()) if self.is_there else QPixmap()
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture above, words below; the ring says where the keys go."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(box, t.CARD_CORNER, t.CARD_CORNER)
        painter.fillPath(shape, QColor(t.HOVER if self.underMouse() else t.RAISED))
        painter.save()
        painter.setClipPath(shape)
        self._paint_picture(painter, QRectF(box.x(), box.y(), box.width(), _PICTURE))
        painter.restore()
        self._paint_words(painter, box)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.ACCENT), 2))
            painter.drawPath(shape)
        painter.end()

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        painter.fillRect(area, QColor(t.FIELD))
        if self._picture.isNull():
            sign = pixmap("film" if self.is_there else "warning", t.FAINT, 28, 2)
            painter.drawPixmap(area.center().toPoint() - QPoint(14, 14), sign)
            return
        painter.drawPixmap(area.topLeft(), self._picture)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        left, width = box.x() + t.SPACE[2], box.width() - 2 * t.SPACE[2]
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(t.TEXT if self.is_there else t.QUIET))
        name = painter.fontMetrics().elidedText(
            self.recent.name, Qt.TextElideMode.ElideRight, int(width)
        )
        painter.drawText(QRectF(left, box.y() + _PICTURE + 8, width, 22), flags, name)
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(t.SMALL + 1)
        painter.setFont(font)
        painter.setPen(QColor(t.QUIET if self.is_there else t.WARN))
        line = QRectF(left, box.y() + _PICTURE + 32, width, 20)
        painter.drawText(line, flags, self.words())
        painter.setPen(QColor(t.QUIET))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(line, right, when_words(self.recent.opened))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Delete takes it off the list; arrows go to its neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.recent.path)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with it besides opening."""
        menu = QMenu(self)
        menu.addAction(tr("Open")).triggered.connect(self.click)
        menu.addAction(tr("Show in its folder")).triggered.connect(
            partial(self.revealed.emit, self.recent.path)
        )
        menu.addAction(tr("Take off this list")).triggered.connect(
            partial(self.removed.emit, self.recent.path)
        )
        for action in menu.actions()[:2]:
            action.setEnabled(self.is_there)
        menu.popup(event.globalPos())


def _read(path: Path, ratio: float) -> QPixmap:
    """The picture as it fills its part of the card, sharp on a screen of `ratio`."""
    reader = QImageReader(str(path))
    if not path.is_file() or not reader.canRead():
        return QPixmap()
    area = QSize(SIZE.width() - 2, _PICTURE) * ratio
    fill, smooth = Qt.AspectRatioMode.KeepAspectRatioByExpanding, _SMOOTH
    image = reader.read().scaled(area, fill, smooth)
    middle = QRect(QPoint(0, 0), area)
    middle.moveCenter(image.rect().center())
    picture = QPixmap.fromImage(image.copy(middle))
    picture.setDevicePixelRatio(ratio)
    return picture


def short(folder: Path) -> str:
    """The folder with the home folder as `~`."""
    home = Path.home()
    if folder.is_relative_to(home) and folder != home:
        return f"~/{folder.relative_to(home).as_posix()}"
    return str(folder)


def when_words(moment: float) -> str:
    """How long ago, by days."""
    then, now = time.localtime(moment), time.localtime()
    days = round((_midnight(now) - _midnight(then)) / _DAY)
    if days <= 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    if days < 14:
        return tr("{days} days ago", days=days)
    return time.strftime("%Y-%m-%d", then)


def _midnight(moment: time.struct_time) -> float:
    return time.mktime((moment.tm_year, moment.tm_mon, moment.tm_mday, 0, 0, 0, 0, 0, -1))
