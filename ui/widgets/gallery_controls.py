"""Of the gallery: buttons, fields and what is chosen with, in every state."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QStyle,
    QStyleOption,
    QToolButton,
)

from ui.widgets import tokens as t
from ui.widgets.busy import BusyButton
from ui.widgets.icons import icon, lead, tinted
from ui.widgets.parts import Field, Section, inset
from ui.widgets.words import words

_STATES = ("at rest", "hover", "focus", "checked", "disabled")


class _Posed:
    """Drawn as if the pointer or the keyboard were at it, which only one control can have."""

    pose = ""

    def initStyleOption(self, option: QStyleOption) -> None:  # noqa: N802
        """With the pose."""
        super().initStyleOption(option)  # type: ignore[misc]  # of the control it is mixed into
        if self.pose == "focus":
            option.state |= QStyle.StateFlag.State_HasFocus
        elif self.pose == "hover":
            option.state |= QStyle.StateFlag.State_MouseOver


class _Button(_Posed, QPushButton):
    """A posed button."""


class _Tool(_Posed, QToolButton):
    """A posed tool button."""


class _Line(_Posed, QLineEdit):
    """A posed field."""


class _Box(_Posed, QCheckBox):
    """A posed check box."""


class _Combo(_Posed, QComboBox):
    """A posed list to choose from."""


class _Slider(_Posed, QSlider):
    """A posed slider."""


def buttons() -> Section:
    """Plain, primary, flat and dangerous ones, with icons and without, and a busy one."""
    part = Section("Buttons")
    grid = QGridLayout()
    grid.setHorizontalSpacing(t.SPACE[1])
    grid.setVerticalSpacing(t.SPACE[1])
    for column, state in enumerate(_STATES):
        grid.addWidget(words(state, "faint", wraps=False), 0, column)
    for row, (role, name) in enumerate(
        (("", "export"), ("primary", "new"), ("flat", "search"), ("danger", "trash")), 1
    ):
        for column, state in enumerate(_STATES):
            grid.addWidget(_button(role, name, state), row, column)
    for column, state in enumerate(_STATES):
        grid.addWidget(_tool(state), 5, column, Qt.AlignmentFlag.AlignLeft)
    part.column.addLayout(grid)
    busy = BusyButton("Exporting", lead("export"))
    busy.set_busy(True)
    plain = QPushButton("Without an icon")
    long = QPushButton("导出全部")
    row_ = QHBoxLayout()
    row_.setSpacing(t.SPACE[1])
    for button in (busy, plain, long):
        row_.addWidget(button)
    row_.addStretch(1)
    part.column.addLayout(row_)
    return part


def _button(role: str, name: str, state: str) -> _Button:
    button = _Button("Make")
    button.setIcon(tinted(name, t.ON_ACCENT, leads=True) if role == "primary" else lead(name))
    if role:
        button.setProperty("role", role)
    _put(button, state)
    return button


def _tool(state: str) -> _Tool:
    button = _Tool()
    button.setIcon(icon("loop"))
    button.setProperty("role", "flat")
    _put(button, state)
    return button


def _put(button: _Button | _Tool, state: str) -> None:
    button.pose = state
    button.setCheckable(state == "checked")
    button.setChecked(state == "checked")
    button.setEnabled(state != "disabled")


def fields() -> Section:
    """One line, several lines, with a hint and with a fault."""
    part = Section("Fields")
    part.column.setSpacing(t.SPACE[2])
    empty = QLineEdit()
    empty.setPlaceholderText("One quiet line")
    bad = Field("Name", QLineEdit("night/stall"))
    bad.set_fault("A name may hold letters, figures, - and _.")
    off = QLineEdit("zh-Hans, en")
    off.setEnabled(False)
    posed = _Line("Small Lights")
    posed.pose = "focus"
    text = QPlainTextEdit("灯不大，\n够一个人回家。")
    text.setFixedHeight(56)
    for field in (
        Field("Copy", empty),
        Field("Market", QLineEdit("China"), "It names the folder of its files."),
        Field("With the keyboard", posed),
        bad,
        Field("Disabled", off),
        Field("Several lines", text),
    ):
        part.column.addWidget(field)
    return part


def choices() -> Section:
    """Combo boxes, spin boxes, check boxes and radio buttons."""
    part = Section("Choices")
    grid = QGridLayout()
    grid.setSpacing(t.SPACE[1])
    combo, off, hover, focus = _Combo(), _Combo(), _Combo(), _Combo()
    for box in (combo, off, hover, focus):
        box.addItems(["quiet-line", "tall-title"])
    hover.pose, focus.pose = "hover", "focus"
    off.setEnabled(False)
    number, exact = inset(QSpinBox()), inset(QDoubleSpinBox())
    number.setValue(42)
    exact.setValue(1.35)
    exact.setEnabled(False)
    for place, field in enumerate((combo, off, hover, focus, number, exact)):
        grid.addWidget(field, place // 2, place % 2)
    reached = _Box("With the keyboard")
    reached.pose = "focus"
    marks: list[QCheckBox | QRadioButton] = [
        QCheckBox("Captions"),
        QCheckBox("Safe areas"),
        reached,
        QCheckBox("Disabled"),
        QRadioButton("In order"),
        QRadioButton("By itself"),
    ]
    for place, mark in enumerate(marks, 6):
        mark.setChecked(place in (7, 11))
        mark.setAutoExclusive(False)
        grid.addWidget(mark, place // 2, place % 2)
    marks[3].setEnabled(False)
    part.column.addLayout(grid)
    return part


def sliders() -> Section:
    """Sliders and progress."""
    part = Section("Sliders and progress")
    for state in ("at rest", "focus", "disabled"):
        slider = _Slider(Qt.Orientation.Horizontal)
        slider.pose = state
        slider.setValue(40)
        slider.setEnabled(state != "disabled")
        part.column.addWidget(slider)
    for value in (8, 62):
        progress = QProgressBar()
        progress.setTextVisible(False)
        progress.setValue(value)
        part.column.addWidget(progress)
    return part
