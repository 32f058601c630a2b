"""What the signs mean, and how many outputs have each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from studio.batch.job import Job
from studio.batch.remark import warning
from ui.deliver.signs import sign_picture
from ui.deliver.states import MAKING, READY, WORDS, Cell, counts
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr
from ui.widgets.scrolled import Scrolled
from ui.widgets.theme import tabular
from ui.widgets.words import words

_SIGN = 30


class Legend(QWidget):
    """Shown while nothing is selected."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(t.SPACE[2])
        grid.setVerticalSpacing(t.SPACE[0])
        grid.setColumnStretch(1, 1)
        for row, (state, word) in enumerate(WORDS.items()):
            number = words("", "quiet", wraps=False)
            number.setFont(tabular(number.font()))
            self._numbers[state] = number
            cell = Cell(
                _sample("poster"), state, aspect=1.0, fraction=0.6 if state == MAKING else 0
            )
            grid.addWidget(self._sign(cell), row, 0)
            grid.addWidget(words(heard(word), wraps=False), row, 1)
            grid.addWidget(number, row, 2, Qt.AlignmentFlag.AlignRight)
        self._warned = words("", "quiet", wraps=False)
        self._warned.setFont(tabular(self._warned.font()))
        self._add_marks(grid)
        self._lay_out(grid)

    def _lay_out(self, grid: QGridLayout) -> None:
        hint = words(
            tr(
                "Click an output to see it. Drag, or hold Ctrl or Shift, to select several; "
                "click a film or a market to select all of it."
            ),
            "faint",
        )
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(t.SPACE[3], t.SPACE[2], t.SPACE[3], t.SPACE[3])
        column.setSpacing(t.SPACE[2])
        column.addWidget(words(tr("Outputs"), "section", wraps=False))
        column.addLayout(grid)
        column.addStretch(1)
        column.addWidget(hint)
        scroll = Scrolled()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _sign(self, cell: Cell) -> QLabel:
        sign = QLabel()
        sign.setFixedSize(_SIGN, _SIGN)
        sign.setPixmap(sign_picture(cell, _SIGN, self))
        return sign

    def _add_marks(self, grid: QGridLayout) -> None:
        """The two marks that are no states."""
        noted = Cell(_sample("poster"), READY, (warning("note"),), 1.0)
        film = Cell(_sample(""), READY)
        row = grid.rowCount()
        grid.addWidget(self._sign(noted), row, 0)
        grid.addWidget(words(tr("Ready, with a warning"), wraps=False), row, 1)
        grid.addWidget(self._warned, row, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._sign(film), row + 1, 0)
        grid.addWidget(words(tr("A film, not a poster"), wraps=False), row + 1, 1)

    def show_counts(self, cells: Sequence[Cell]) -> None:
        """The numbers."""
        for state, number in counts(cells).items():
            self._numbers[state].setText(f"{number:,}" if number else "–")
        warned = sum(cell.has_warning for cell in cells)
        self._warned.setText(f"{warned:,}" if warned else "–")


def _sample(poster: str) -> Job:
    return Job("", "", "", poster, "", "", (), "", "")
