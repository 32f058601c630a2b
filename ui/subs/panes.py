"""How the parts of the page share its room: splitters, and a line below the head."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QStackedLayout, QVBoxLayout, QWidget

_NARROWEST = 560
"""Of the grid: two columns of text can still be read beside times and speeds."""


def arranged(
    page: QWidget,
    nothing: QWidget,
    parts: tuple[QWidget, QWidget, QWidget, QWidget, QWidget],
    bar: QWidget,
) -> QStackedLayout:
    """`nothing`; and the page's parts: head; grid beside player and findings; waveform below.

    `bar` stands over the grid while it is wanted.

    From the outside in: what is moved into something else is styled again with all it holds.
    """
    head, grid, player, found, wave = parts
    inside = QWidget(page)
    whole = QSplitter(Qt.Orientation.Vertical, inside)
    upper = QSplitter(Qt.Orientation.Horizontal, whole)
    left = QWidget(upper)
    left.setMinimumWidth(_NARROWEST)
    over = QVBoxLayout(left)
    over.setContentsMargins(0, 0, 0, 0)
    over.setSpacing(0)
    over.addWidget(bar)
    over.addWidget(grid, 1)
    side = QSplitter(Qt.Orientation.Vertical, upper)
    _share(side, player, found, (440, 220))
    _share(upper, left, side, (870, 498))
    _share(whole, upper, wave, (640, 172))
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(_line())
    column.addWidget(whole, 1)
    stack = QStackedLayout(page)
    stack.addWidget(nothing)
    stack.addWidget(inside)
    return stack


def _share(made: QSplitter, first: QWidget, second: QWidget, sizes: tuple[int, int]) -> None:
    """Two parts whose border can be dragged; `sizes` are their shares at first."""
    made.addWidget(first)
    made.addWidget(second)
    made.setSizes(sizes)
    made.setStretchFactor(0, sizes[0])
    made.setStretchFactor(1, sizes[1])
    made.setChildrenCollapsible(False)


def _line() -> QFrame:
    """A hairline across."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made
