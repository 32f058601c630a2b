"""Kerning, size and baseline of the letters that are chosen, as figures in the inspector."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from ui.poster.fields import button, section
from ui.poster.texts import is_undo
from ui.widgets import tokens as t
from ui.widgets.language import tr
from ui.widgets.parts import inset
from ui.widgets.theme import tabular
from ui.widgets.words import Elided

_LEAST = 64


@dataclass(frozen=True, slots=True)
class Hands:
    """What the panel shows: the letters in words, and their figures; None where there is none.

    `kern` and `shift` in thousandths of an em, `size` in per cent. `mine`: whether anything of
    them was set by hand; `count`: how many letters of the whole copy were.
    """

    words: str = ""
    kern: int | None = None
    size: int | None = None
    shift: int | None = None
    mine: bool = False
    count: int = 0


class Figure(QSpinBox):
    """A figure that is taken by Enter, by leaving and by each step; undo is the campaign's."""

    took = Signal(int)
    entered = Signal()

    def __init__(self, name: str, bounds: tuple[int, int], step: int, suffix: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(*bounds)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(tabular(self.font()))
        # Qt would keep room for the longest figure of its range.
        self.setMinimumWidth(_LEAST)
        inset(self)
        self._shown: int | None = 0
        self.lineEdit().installEventFilter(self)
        self.valueChanged.connect(self._changed)

    def show_value(self, value: int | None, plain: int) -> None:
        """Show what is set; `plain` and out of reach where there is nothing to set."""
        self._shown = value
        self.setEnabled(value is not None)
        blocked = self.blockSignals(True)
        self.setValue(plain if value is None else value)
        self.blockSignals(blocked)

    def _changed(self, value: int) -> None:
        if self._shown is not None and value != self._shown:
            self._shown = value
            self.took.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo pass by the field in it."""
        if is_undo(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who sets figures looks at the letters."""
        super().focusInEvent(event)
        self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the inspector unless the figure has the keyboard."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class LettersPanel(QWidget):
    """Three figures for the letters that are chosen, and the way back to plain ones."""

    kerned = Signal(int)
    sized = Signal(int)
    raised = Signal(int)
    reset = Signal()
    reset_all = Signal()
    entered = Signal()
    """A figure has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Letters by hand"))
        self._words = Elided("", "faint")
        self._kern = Figure(tr("Kerning, thousandths of an em"), (-1000, 3000), 5)
        self._kern.setObjectName("letters-kern")
        self._kern.setToolTip(
            tr("Space after the letter, in thousandths of an em. In the copy: Alt with ← and →")
        )
        self._size = Figure(tr("Size of the letters, per cent"), (20, 500), 1, " %")
        self._size.setObjectName("letters-size")
        self._size.setToolTip(tr("Size of the selected letters, beside the others"))
        self._shift = Figure(tr("Baseline shift, thousandths of an em"), (-2000, 2000), 5)
        self._shift.setObjectName("letters-shift")
        self._shift.setToolTip(
            tr("How far the selected letters stand above their line, in thousandths of an em")
        )
        for figure, signal in (
            (self._kern, self.kerned),
            (self._size, self.sized),
            (self._shift, self.raised),
        ):
            figure.took.connect(signal)
            figure.entered.connect(self.entered)
        self._one = button(
            tr("Plain"), self.reset.emit, tr("Set these letters as the design has them"),
            "letters-reset",
        )  # fmt: skip
        self._all = button(
            tr("All plain"), self.reset_all.emit, tr("Set all letters of this poster plain"),
            "letters-reset-all",
        )  # fmt: skip
        self._build()
        self.show_hands(Hands())

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(t.SPACE[2])
        head.addWidget(section(tr("Letters by hand")))
        # At the right: beside the buttons it would be cut.
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._words, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(t.SPACE[1])
        grid.setVerticalSpacing(2)
        figures = (
            (tr("Kerning"), self._kern),
            (tr("Relative size"), self._size),
            (tr("Baseline"), self._shift),
        )
        for place, (name, figure) in enumerate(figures):
            label = QLabel(name)
            label.setProperty("role", "faint")
            label.setBuddy(figure)
            grid.addWidget(label, 0, place)
            grid.addWidget(figure, 1, place)
            grid.setColumnStretch(place, 1)
        foot = QHBoxLayout()
        foot.setSpacing(t.SPACE[1])
        foot.addStretch(1)
        foot.addWidget(self._one)
        foot.addWidget(self._all)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(t.SPACE[1])
        whole.addLayout(head)
        whole.addLayout(grid)
        whole.addLayout(foot)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        return self._kern, self._size, self._shift, self._one, self._all

    def show_hands(self, hands: Hands) -> None:
        """Show how the chosen letters are set."""
        if hands.words:
            self._words.show_text(hands.words)
        else:
            shorter = tr("Put the caret between letters")
            self._words.show_text(tr("Put the caret between two letters"), shorter)
        self._kern.show_value(hands.kern, 0)
        self._size.show_value(hands.size, 100)
        self._shift.show_value(hands.shift, 0)
        self._one.setEnabled(hands.mine)
        self._all.setEnabled(bool(hands.count))
