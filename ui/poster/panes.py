"""How the parts of the Posters page stand beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.widgets.words import hairline


def arranged(
    page: QWidget,
    empty: QWidget,
    parts: tuple[QWidget, QWidget, QWidget, QWidget],
    middle: tuple[QWidget, QWidget],
) -> tuple[QStackedLayout, QStackedLayout]:
    """The page's stack: `empty`, and series, one of `middle` with its bar, inspector, strip below.

    The second stack is that of `middle`.
    """
    series, bar, inspector, strip = parts
    whole = QWidget(page)
    shown = QStackedLayout()
    for one in middle:
        shown.addWidget(one)
    beside = QVBoxLayout()
    beside.setSpacing(0)
    beside.addLayout(shown, 1)
    beside.addWidget(hairline())
    beside.addWidget(bar)
    upper = QHBoxLayout()
    upper.setSpacing(0)
    upper.addWidget(series)
    upper.addWidget(hairline(vertical=True))
    upper.addLayout(beside, 1)
    upper.addWidget(hairline(vertical=True))
    upper.addWidget(inspector)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(upper, 1)
    column.addWidget(hairline())
    column.addWidget(strip)
    stack = QStackedLayout(page)
    stack.addWidget(empty)
    stack.addWidget(whole)
    return stack, shown
