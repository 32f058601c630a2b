"""What can be done with a place of the strip; all of it is in the menu Film too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from ui.film.edits import Edits
from ui.widgets.icons import icon
from ui.widgets.language import tr


def strip_menu(window: QWidget, edits: Edits, place: QPoint, pts: int) -> None:
    """Offer it at a place of the screen, for the frame at `pts`."""
    rows: tuple[tuple[str, str, Callable[[], None]], ...] = (
        ("scissors", tr("Add a cut here"), partial(edits.add_cut, pts)),
        ("merge", tr("Join with the shot before"), partial(edits.remove_cut, pts)),
        ("star", tr("Star this frame"), partial(edits.star, pts)),
    )
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for sign, text, run in rows:
        menu.addAction(icon(sign), text).triggered.connect(run)
    menu.popup(place)
