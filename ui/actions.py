"""Commands as values; menus, keys, tool buttons and the palette are built from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.widgets.icons import icon


@dataclass(frozen=True, slots=True)
class Action:
    """A command: `menu` names the menu it stands in, `keys` are portable (`Ctrl+Z`).

    `enabled` is asked whenever the command could be used; `hint` is its tool tip.
    """

    id: str
    text: str
    run: Callable[[], object]
    menu: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    hint: str = ""
    enabled: Callable[[], bool] = lambda: True


def qt_action(action: Action, parent: QWidget) -> QAction:
    """The QAction of a command: it asks `enabled` before it runs."""
    made = QAction(action.text, parent)
    made.setObjectName(action.id)
    if action.icon:
        made.setIcon(icon(action.icon))
    made.setShortcuts([QKeySequence(keys) for keys in action.keys])
    shown = ", ".join(
        QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in action.keys
    )
    made.setToolTip(f"{action.hint or action.text}  {shown}".strip())
    made.triggered.connect(lambda: action.run() if action.enabled() else None)
    return made
