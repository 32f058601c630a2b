"""How the parts of the Film page stand beside each other, and what stands there without a film."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ui.widgets.language import tr
from ui.widgets.states import EmptyState
from ui.widgets.words import hairline


def arranged(
    page: QWidget, empty: QWidget, parts: tuple[QWidget, QWidget, QWidget, QWidget], other: QWidget
) -> QStackedLayout:
    """`empty`; films, picture and stills side by side, the strip below; `other` over all that."""
    films, player, shortlist, strip = parts
    whole = QWidget(page)
    top = QHBoxLayout()
    top.setSpacing(0)
    top.addWidget(films)
    top.addWidget(hairline(vertical=True))
    top.addWidget(player, 1)
    top.addWidget(hairline(vertical=True))
    top.addWidget(shortlist)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(top, 1)
    column.addWidget(hairline())
    column.addWidget(strip)
    stack = QStackedLayout(page)
    for one in (empty, whole, other):
        stack.addWidget(one)
    return stack


def empty_page(add_films: Callable[[], None]) -> QWidget:
    """What the page is for, and the button that fills it."""
    words = tr("Films are watched here, and the stills for posters are chosen.")
    empty = EmptyState("film", words, tr("Add films…"))
    empty.setProperty("role", "ground")
    empty.button.setObjectName("film-first")
    empty.asked.connect(add_films)
    return empty
