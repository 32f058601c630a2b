"""How loud the film is: a button that silences, and a slider; both are remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget

from ui.widgets import tokens as t
from ui.widgets.icons import icon
from ui.widgets.language import tr

_SLIDER = 72
_STEP = 5


class Loudness(QWidget):
    """`changed` tells the loudness, 0 to 100, and whether it is silenced."""

    changed = Signal(int, bool)

    def __init__(self, button: QToolButton) -> None:
        super().__init__()
        self._button = button
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("player-volume")
        self.slider.setRange(0, 100)
        self.slider.setValue(100)
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(4 * _STEP)
        self.slider.setFixedWidth(_SLIDER)
        self.slider.setAccessibleName(tr("Volume"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.SPACE[0])
        row.addWidget(button)
        row.addWidget(self.slider)
        button.toggled.connect(self._toggled)
        self.slider.valueChanged.connect(self._slid)
        self._show()

    @property
    def loudness(self) -> float:
        """0 to 1; 0 while silenced."""
        return 0.0 if self._button.isChecked() else self.slider.value() / 100

    def take(self, volume: int, *, muted: bool) -> None:
        """Stand as it was remembered; says nothing."""
        for one in (self._button, self.slider):
            one.blockSignals(True)
        self.slider.setValue(volume)
        self._button.setChecked(muted)
        for one in (self._button, self.slider):
            one.blockSignals(False)
        self._show()

    def louder(self, steps: int) -> None:
        """By so many steps of the slider."""
        self.slider.setValue(self.slider.value() + steps * _STEP)

    def _toggled(self) -> None:
        self._tell()

    def _slid(self) -> None:
        # Who takes the slider wants to hear something.
        if self._button.isChecked():
            self._button.blockSignals(True)
            self._button.setChecked(False)
            self._button.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit(self.slider.value(), self._button.isChecked())

    def _show(self) -> None:
        muted = self._button.isChecked() or not self.slider.value()
        self._button.setIcon(icon("mute" if muted else "sound"))
        self.slider.setToolTip(tr("Volume {percent} %", percent=self.slider.value()))
