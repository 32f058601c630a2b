"""The bar of reasons: why outputs are to be made, how many for each, and the button for these."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from studio.batch.reasons import NEVER_MADE, Cause, gathered
from ui.deliver.called import Called
from ui.deliver.states import TO_MAKE, Cell
from ui.widgets import tokens as t
from ui.widgets.language import tr
from ui.widgets.theme import tabular
from ui.widgets.words import hairline, words

_SHOWN = 3
_WIDEST = 300


class CausesBar(QWidget):
    """Pressing a reason selects its outputs; `made` asks for what the button says."""

    picked = Signal(object)
    """The outputs that share a reason, as a tuple."""
    made = Signal(object)
    """The outputs to be made, as a frozenset."""

    def __init__(self) -> None:
        super().__init__()
        self._causes: tuple[Cause, ...] = ()
        self._called = Called()
        self._open: frozenset[str] = frozenset()
        self._selected: frozenset[str] = frozenset()
        self._lead = words("", "quiet", wraps=False)
        self._chips = [self._chip(number) for number in range(_SHOWN)]
        self._more = QToolButton()
        self._more.setProperty("role", "flat")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._pick_action)
        self._more.setMenu(self._menu)
        self._make = QPushButton()
        self._make.setObjectName("deliver-make-these")
        self._make.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setContentsMargins(t.SPACE[3], t.SPACE[1], t.SPACE[3], t.SPACE[1])
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._lead)
        for chip in self._chips:
            row.addWidget(chip)
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())

    def _chip(self, number: int) -> QPushButton:
        chip = QPushButton()
        chip.setObjectName(f"deliver-cause-{number}")
        chip.setProperty("role", "flat")
        chip.setProperty("number", number)
        chip.setFont(tabular(chip.font()))
        chip.clicked.connect(self._pick)
        return chip

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The reasons, the one with most outputs first."""
        return self._causes

    def show_cells(self, cells: Sequence[Cell], selected: frozenset[str], called: Called) -> None:
        """Gather anew; nothing is shown while nothing is to be made."""
        self._called = called
        open_cells = [cell for cell in cells if cell.state in TO_MAKE]
        self._causes = gathered((cell.output, cell.reasons) for cell in open_cells)
        self._open = frozenset(cell.output for cell in open_cells if cell.reasons)
        self.setVisible(bool(self._causes))
        self.show_selected(selected)
        if not self._causes:
            return
        only_new = len(self._causes) == 1 and self._causes[0].text == NEVER_MADE
        number = len(self._open)
        if only_new:
            self._lead.setText(tr("{n:,} were never made", n=number))
        else:
            self._lead.setText(tr("{n:,} to make because:", n=number))
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(self._causes) and not only_new)
            if place < len(self._causes):
                self._fill_chip(chip, self._causes[place])
        rest = len(self._causes) - _SHOWN
        self._more.setVisible(rest > 0)
        self._more.setText(tr("{n} more", n=rest))

    def _fill_chip(self, chip: QPushButton, cause: Cause) -> None:
        reason = self._called.words(cause.text)
        text = tr("{reason}  ({n:,})", reason=reason, n=len(cause.outputs))
        chip.setToolTip(tr("Select these outputs: {reason}", reason=reason))
        chip.setAccessibleName(text)
        metrics = chip.fontMetrics()
        chip.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, _WIDEST))

    def show_selected(self, selected: frozenset[str]) -> None:
        """What the button would make: the selected ones among those to be made, else all."""
        self._selected = selected & self._open
        number = len(self._selected) or len(self._open)
        if self._selected:
            self._make.setText(tr("Make the selected {n:,}", n=number))
        else:
            self._make.setText(tr("Make these {n:,}", n=number))

    def _pick(self) -> None:
        chip = self.sender()
        if chip is not None:
            self._pick_number(int(chip.property("number")))

    def _pick_number(self, number: int) -> None:
        if number < len(self._causes):
            self.picked.emit(self._causes[number].outputs)

    def _fill(self) -> None:
        self._menu.clear()
        for number, cause in enumerate(self._causes[_SHOWN:], _SHOWN):
            action = self._menu.addAction(
                tr(
                    "{reason}  ({n:,})",
                    reason=self._called.words(cause.text),
                    n=len(cause.outputs),
                )
            )
            action.setData(number)

    def _pick_action(self, action: object) -> None:
        self._pick_number(int(action.data()))  # type: ignore[attr-defined]  # a QAction

    def _ask(self) -> None:
        self.made.emit(self._selected or self._open)
