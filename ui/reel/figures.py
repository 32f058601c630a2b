"""Fields that all parts of a reel have: a figure with its unit, a file with its button."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import tr
from ui.widgets.parts import Field, inset

_DIGITS = 3


class Figure(QDoubleSpinBox):
    """A figure without idle zeros. What a campaign says more exactly stays until it is changed."""

    def __init__(self, value: float, bounds: tuple[float, float], unit: str, step: float) -> None:
        super().__init__()
        self.setDecimals(_DIGITS)
        self.setRange(*bounds)
        self.setSingleStep(step)
        self.setSuffix(f" {unit}")
        self._said = value
        self.setValue(value)
        inset(self)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """As short as it can be written, with the sign of decimals that is used here."""
        whole = self.locale().toString(value, "f", _DIGITS)
        point = self.locale().decimalPoint()
        return whole.rstrip("0").removesuffix(point) if point in whole else whole

    @property
    def exact(self) -> float:
        """What was said where it still stands, else what is shown."""
        shown = self.value()
        return self._said if shown == round(self._said, _DIGITS) else shown

    def show_exact(self, value: float) -> None:
        """Show another figure."""
        self._said = value
        self.setValue(value)


def row_of(*fields: tuple[str, QWidget]) -> QWidget:
    """Fields beside one another, equally wide, each under its label."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(t.SPACE[2])
    for label, editor in fields:
        line.addWidget(Field(label, editor), 1)
    return row


def choose_file(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """A file that somebody picks; None when they leave it."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def choose_button(name: str, choose: Callable[[], None]) -> QPushButton:
    """Choose…, for a file that is called `name`."""
    take = QPushButton(tr("Choose…"))
    take.setAutoDefault(False)
    take.setAccessibleName(tr("Choose: {name}", name=name))
    take.clicked.connect(lambda: choose())
    return take


def drop_button(name: str, drop: Callable[[], None]) -> QToolButton:
    """A cross that takes the file away."""
    leave = QToolButton()
    leave.setIcon(icon("close"))
    leave.setProperty("role", "flat")
    leave.setToolTip(tr("Without: {name}", name=name))
    leave.setAccessibleName(tr("Without: {name}", name=name))
    leave.clicked.connect(lambda: drop())
    return leave
