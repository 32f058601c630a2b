"""Commands as values; menus, keys, tool buttons and the palette are built from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.widgets.icons import icon
from ui.widgets.language import heard


@dataclass(frozen=True, slots=True)
class Action:
    """A command: `menu` names the menu it stands in, `keys` are portable (`Ctrl+Z`).

    `text` and `hint` are `said`; they are shown in the window's language. `enabled` is asked
    whenever the command could be used; `hint` is its tool tip. Commands of one `group` stand
    together in their menu, between lines. Where `checked` is given, the menu shows a mark while
    it says so.
    """

    id: str
    text: str
    run: Callable[[], object]
    menu: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    hint: str = ""
    enabled: Callable[[], bool] = lambda: True
    group: str = ""
    checked: Callable[[], bool] | None = None


def keys_words(keys: Sequence[str]) -> str:
    """Portable keys as this system writes them: `Ctrl+K`, or its signs on a Mac."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(one).toString(native) for one in keys)


def give_keys(made: QAction, keys: Sequence[str]) -> None:
    """Let a command be called by `keys` (portable) from now on, and its tool tip say so."""
    made.setShortcuts([QKeySequence(one) for one in keys])
    tip = made.property("tip") or made.text()
    made.setToolTip(f"{tip}  {keys_words(keys)}".strip())


def qt_action(action: Action, parent: QObject) -> QAction:
    """The QAction of a command: it asks `enabled` before it runs."""
    made = QAction(heard(action.text), parent)
    made.setObjectName(action.id)
    if action.icon:
        made.setIcon(icon(action.icon))
    made.setProperty("tip", heard(action.hint or action.text))
    made.setCheckable(action.checked is not None)
    give_keys(made, action.keys)
    made.triggered.connect(lambda: action.run() if action.enabled() else None)
    return made
