"""Fields of the brand kit: a colour with its swatch, a logo with its picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from studio.core.colour import Colour
from studio.core.errors import BadValue
from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import tr
from ui.widgets.words import Elided, restyle

_PICTURE = QSize(96, 40)


class ColourField(QWidget):
    """A colour as #rrggbb; empty means the template's own."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self.line = QLineEdit(colour)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(tr("template"))
        self.line.textChanged.connect(self._refresh)
        self._swatch = QPushButton()
        self._swatch.setAutoDefault(False)
        self._swatch.setFixedSize(32, 30)
        self._swatch.setAccessibleName(tr("Choose: {name}", name=name))
        self._swatch.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._swatch)
        row.addWidget(self.line, 1)
        self._refresh()

    @property
    def value(self) -> str:
        """The colour as it is written; empty for none or what is none."""
        try:
            return str(Colour.parse(self.line.text())) if self.line.text().strip() else ""
        except BadValue:
            return ""

    @property
    def is_wrong(self) -> bool:
        """Whether something is typed that is no colour."""
        return bool(self.line.text().strip()) and not self.value

    def _refresh(self) -> None:
        restyle(self.line, "state", "bad" if self.is_wrong else "")
        shown = self.value or t.FIELD
        self._swatch.setStyleSheet(f"background: {shown}; padding: 0;")

    def _choose(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.value or "#ffffff"), self)
        if chosen.isValid():
            self.line.setText(chosen.name())


class LogoField(QWidget):
    """A picture file, shown on the ground that it is for."""

    edited = Signal()

    def __init__(self, name: str, path: Path | None, ground: str) -> None:
        super().__init__()
        self.path = path
        self._picture = QLabel()
        self._picture.setFixedSize(_PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look = f"background: {ground}; border: 1px solid {t.LINE}; border-radius: {t.CORNER}px;"
        self._picture.setStyleSheet(look)
        self._name = Elided("", "quiet", Qt.TextElideMode.ElideMiddle)
        choose = QPushButton(tr("Choose…"))
        choose.setAutoDefault(False)
        choose.setAccessibleName(tr("Choose: {name}", name=name))
        choose.clicked.connect(self._ask)
        self._clear = QToolButton()
        self._clear.setIcon(icon("close"))
        self._clear.setProperty("role", "flat")
        self._clear.setToolTip(tr("Without this logo"))
        self._clear.setAccessibleName(tr("Without: {name}", name=name))
        self._clear.clicked.connect(self._drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._picture)
        row.addWidget(self._name, 1)
        row.addWidget(choose)
        row.addWidget(self._clear)
        self._show()

    def take(self, path: Path | None) -> None:
        """Show another file, or none."""
        self.path = path
        self._show()
        self.edited.emit()

    def _ask(self) -> None:
        shown = tr("Pictures ({endings})", endings="*.svg *.png *.tif *.tiff")
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose a logo"), "", shown)
        if name:
            self.take(Path(name))

    def _drop(self) -> None:
        self.take(None)

    def _show(self) -> None:
        self._clear.setVisible(self.path is not None)
        self._name.show_text(self.path.name if self.path is not None else tr("none"))
        picture = QPixmap(str(self.path)) if self.path is not None else QPixmap()
        if picture.isNull():
            self._picture.setPixmap(QPixmap())
            return
        scale = self.devicePixelRatioF()
        small = picture.scaled(
            (_PICTURE - QSize(12, 12)) * scale,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(scale)
        self._picture.setPixmap(small)
