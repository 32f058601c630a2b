"""How the parts of the page share its room: splitters, and a line below the head."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QWidget


def splitter(
    direction: Qt.Orientation, first: QWidget, second: QWidget, sizes: tuple[int, int]
) -> QSplitter:
    """Two parts whose border can be dragged; `sizes` are their shares at first."""
    made = QSplitter(direction)
    made.addWidget(first)
    made.addWidget(second)
    made.setSizes(sizes)
    made.setStretchFactor(0, sizes[0])
    made.setStretchFactor(1, sizes[1])
    made.setChildrenCollapsible(False)
    return made


def line() -> QFrame:
    """A hairline across."""
    made = QFrame()
    made.setProperty("role", "line")
    made.setFixedHeight(1)
    return made
