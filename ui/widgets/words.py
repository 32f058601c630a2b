"""Texts: of each role, wrapped or cut to their room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget


def words(text: str = "", role: str = "", *, wraps: bool = True) -> QLabel:
    """A plain text. `role`: "", title, heading, section, quiet, faint, good, warn or bad."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    if role:
        label.setProperty("role", role)
    return label


def hairline(*, vertical: bool = False) -> QFrame:
    """A line of one pixel."""
    line = QFrame()
    line.setProperty("role", "line")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Elided(QLabel):
    """One line that is cut with dots where it has no room; the whole is then its tool tip.

    It may be given shorter wordings, of which the first that fits is shown.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__()
        self._whole = text
        self._shorter: tuple[str, ...] = (text,)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.show_text(text)

    @property
    def whole(self) -> str:
        """The text without the cut."""
        return self._whole

    def show_text(self, text: str, *shorter: str) -> None:
        """Show the first wording that there is room for, else as much of the last as there is."""
        self._whole, self._shorter = text, (text, *shorter)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._cut()

    def _cut(self) -> None:
        room = max(0, self.contentsRect().width())
        metrics = self.fontMetrics()
        fitting = (one for one in self._shorter if metrics.horizontalAdvance(one) <= room)
        shown = next(fitting, None) or metrics.elidedText(self._shorter[-1], self._mode, room)
        if shown == "…":
            # Dots alone say nothing; the tool tip says it all.
            shown = ""
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")

    def minimumSizeHint(self) -> QSize:
        """It can be cut down to a few letters."""
        least = self.fontMetrics().horizontalAdvance("…")
        return QSize(least, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """The room for all of it."""
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self._whole) + 1
        return QSize(width + margins.left() + margins.right(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut again."""
        super().resizeEvent(event)
        self._cut()
