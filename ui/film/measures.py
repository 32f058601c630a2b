"""The reasons for a still as rows: the measure, its value, its place among the film's frames."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.core.said import said
from studio.shots.shot import Reason
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.theme import tabular

NAMES = {
    "sharpness": said("Sharpness"),
    "stillness": said("Stillness"),
    "exposure": said("Exposure"),
    "contrast": said("Contrast"),
    "colour": said("Colour"),
    "fullness": said("Fullness"),
    "calm": said("Calm area"),
    "focus": said("Sharp subject"),
    "distinct": said("Stands out"),
    "poise": said("Poise"),
    "face": said("Face"),
    "eyes": said("Eyes"),
    "headroom": said("Headroom"),
    "room": said("Room for copy"),
    "legible": said("Copy reads"),
}
_PERCENT = frozenset(("calm", "face", "headroom"))
_ROW = 16
_BAR, _BAR_HEIGHT = 24, 4
_VALUE = 28


def name_of(reason: Reason) -> str:
    """What is measured, in a word or two."""
    return heard(NAMES[reason.name]) if reason.name in NAMES else reason.name


def value_of(reason: Reason) -> str:
    """The value as a designer reads it."""
    if reason.name in _PERCENT:
        return tr("{percent} %", percent=round(reason.value * 100))
    if reason.name == "legible":
        return f"{reason.value:.1f}:1"
    return f"{reason.value:.2f}" if reason.value < 10 else f"{reason.value:.0f}"


def spoken(reason: Reason) -> str:
    """A row as it is said to those who do not see its bar."""
    return tr(
        "{measure} {value}, better than {rank} % of the frames",
        measure=name_of(reason),
        value=value_of(reason),
        rank=int(reason.rank * 100 + 1e-3),
    )


class MeasureRows(QWidget):
    """One row a reason. The bar is as long as the share of the film's frames that it beats."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        super().__init__()
        self._reasons = tuple(reasons)
        # Kept apart: the style sheet has the last word on the widget's own face.
        self._face = tabular(self.font())
        self._face.setPixelSize(t.SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(1, _ROW * len(self._reasons)))
        words = [spoken(one) for one in self._reasons]
        self.setAccessibleName("; ".join(words))

    def sizeHint(self) -> QSize:
        """Room for the longest name."""
        return QSize(150, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Names from the left, values and bars in columns from the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._face)
        metrics = QFontMetrics(self._face)
        bar = self.width() - _BAR
        value = bar - t.SPACE[1] - _VALUE
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for number, reason in enumerate(self._reasons):
            y = number * _ROW
            painter.setPen(QColor(t.QUIET))
            name = metrics.elidedText(
                name_of(reason), Qt.TextElideMode.ElideRight, value - t.SPACE[0]
            )
            painter.drawText(QRectF(0, y, value - t.SPACE[0], _ROW), left, name)
            painter.setPen(QColor(t.TEXT))
            painter.drawText(QRectF(value, y, _VALUE, _ROW), right, value_of(reason))
            self._paint_bar(painter, bar, y + (_ROW - _BAR_HEIGHT) / 2, reason.rank)
        painter.end()

    def _paint_bar(self, painter: QPainter, x: float, y: float, rank: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        round_by = _BAR_HEIGHT / 2
        painter.setBrush(QColor(t.LINE))
        painter.drawRoundedRect(QRectF(x, y, _BAR, _BAR_HEIGHT), round_by, round_by)
        painter.setBrush(QColor(t.QUIET))
        wide = max(_BAR_HEIGHT, _BAR * min(1.0, rank))
        painter.drawRoundedRect(QRectF(x, y, wide, _BAR_HEIGHT), round_by, round_by)
