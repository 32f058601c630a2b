"""Ways to break a copy into lines, as small samples to choose from below its field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from studio.typeset.alternatives import Alternative, in_one_line
from ui.widgets import tokens as t
from ui.widgets.language import tr

_HEIGHT, _LOW = 52, 28
_LARGEST, _SMALLEST = 13, 9
_WIDE = 286
"""What three samples share."""
_BREAK = " ⏎ "


class _Sample(QAbstractButton):
    """One way, its lines set small."""

    def __init__(self, place: int, way: Alternative) -> None:
        super().__init__()
        self.way = way
        self.setObjectName(f"breaks-{place + 1}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = way.lines
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        lines = _BREAK.join(way.lines)
        self.setAccessibleName(tr("Line breaks {n}: {lines}", n=place + 1, lines=lines))
        self.setToolTip(
            tr("{lines}\nThe breaks become part of the copy. Click again to take them back.",
               lines="\n".join(way.lines))
        )  # fmt: skip

    def flatten(self) -> None:
        """Show the lines as one, with a sign where it breaks: it has a row of its own."""
        self._lines = (_BREAK.join(self.way.lines),)
        self.setFixedHeight(_LOW)

    def sizeHint(self) -> QSize:
        """All share the width there is."""
        return QSize(80, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines in the middle, as large as fits; the chosen way has the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        ground = t.SELECTED if chosen else t.HOVER if self.underMouse() else t.FIELD
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(t.ACCENT if chosen or self.hasFocus() else t.LINE), 1))
        painter.drawRoundedRect(box, t.CORNER, t.CORNER)
        if self.hasFocus():
            # The chosen way has the accent already: a second line tells where the keys go.
            painter.setPen(QPen(QColor(t.TEXT), 1))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), t.CORNER, t.CORNER)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = box.adjusted(6, 4, -6, -4)
        font = _fitting(self.font(), self._lines, inner.size())
        painter.setFont(font)
        painter.setPen(QColor(t.TEXT if chosen else t.QUIET))
        metrics = QFontMetricsF(font)
        high = metrics.height()
        top = inner.center().y() - high * len(self._lines) / 2
        for place, line in enumerate(self._lines):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, inner.width())
            at = QPointF(inner.left(), top + place * high + metrics.ascent())
            painter.drawText(at, shown)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is shown."""
        super().focusInEvent(event)
        self.update()


def _fitting(own: QFont, lines: Sequence[str], room: QSizeF) -> QFont:
    font = QFont(own)
    for size in range(_LARGEST, _SMALLEST - 1, -1):
        font.setPixelSize(size)
        if _fits(font, lines, room):
            break
    return font


def _fits(font: QFont, lines: Sequence[str], room: QSizeF) -> bool:
    metrics = QFontMetricsF(font)
    wide = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
    return wide <= room.width() and metrics.height() * len(lines) <= room.height()


class Breaks(QWidget):
    """Up to three samples side by side; nothing where there is nothing to choose."""

    taken = Signal(str)
    """The copy with the breaks of the way that was clicked."""
    returned = Signal()
    """The chosen way was clicked again: its breaks are to go."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Line breaks"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(t.SPACE[0])
        self._samples: list[_Sample] = []
        self._text = ""
        self.hide()

    @property
    def ways(self) -> tuple[Alternative, ...]:
        """As they are shown."""
        return tuple(sample.way for sample in self._samples)

    @property
    def samples(self) -> tuple[QAbstractButton, ...]:
        """The buttons, for the order of the Tab key."""
        return tuple(self._samples)

    def show_ways(self, ways: Sequence[Alternative], text: str) -> None:
        """Show these ways to break `text`; the one that it is broken in is marked."""
        if tuple(ways) != self.ways:
            for sample in self._samples:
                sample.hide()
                sample.setParent(None)
                sample.deleteLater()
            self._samples = [_Sample(place, way) for place, way in enumerate(ways)]
            for sample in self._samples:
                sample.clicked.connect(self._clicked)
                self._row.addWidget(sample)
            self._turn()
        self.follow(text)

    def follow(self, text: str) -> None:
        """The copy is `text` now; ways that were found for other words are not offered."""
        self._text = text.strip()
        for sample in self._samples:
            sample.setChecked(sample.way.text == self._text)
        known = {in_one_line(way.text) for way in self.ways}
        self.setVisible(len(self._samples) > 1 and in_one_line(self._text) in known)

    def _turn(self) -> None:
        """Side by side while the lines can be read so, else one below the other."""
        font = QFont(self.font())
        font.setPixelSize(_SMALLEST)
        room = QSizeF(_WIDE / max(1, len(self._samples)) - 16, _HEIGHT - 8)
        way = QBoxLayout.Direction.LeftToRight
        if not all(_fits(font, sample.way.lines, room) for sample in self._samples):
            way = QBoxLayout.Direction.TopToBottom
            for sample in self._samples:
                sample.flatten()
        self._row.setDirection(way)

    def step(self) -> None:
        """Take the way after the present one."""
        if not self.isHidden():
            texts = [way.text for way in self.ways]
            place = texts.index(self._text) + 1 if self._text in texts else 0
            self.taken.emit(texts[place % len(texts)])

    def _clicked(self) -> None:
        sample = self.sender()
        if not isinstance(sample, _Sample):
            return
        again = sample.way.text == self._text
        sample.setChecked(not again)
        if again:
            self.returned.emit()
        else:
            self.taken.emit(sample.way.text)
