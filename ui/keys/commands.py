"""All commands of the window: menus, keys and tool tips are made from them and kept in step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from studio.core.said import said
from ui.actions import Action, give_keys, keys_words, qt_action
from ui.keys.goals import Goal
from ui.keys.keys import Keys
from ui.widgets.language import heard

MENUS = (
    said("File"), said("Edit"), said("View"), said("Campaign"), said("Film"), said("Poster"),
    said("Subtitles"), said("Deliver"), said("Play"), said("Help"),
)  # fmt: skip
WINDOW, TREE = -1, -2
"""The page numbers of commands that work everywhere, and of those of the tree."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the window, its QAction, and the page where its keys work."""

    action: Action
    made: QAction
    page: int


class Commands(QObject):
    """The registry. Menus are filled group by group, in the order in which commands are added."""

    refreshed = Signal()
    """Texts and states are about to be looked at."""

    def __init__(self, window: QWidget, keys: Keys) -> None:
        super().__init__(window)
        self._window = window
        self.keys = keys
        self._by_id: dict[str, Command] = {}
        self.menu = QMenu(window)
        self.menus = {str(name): QMenu(heard(name), window) for name in MENUS}
        self._last: dict[tuple[str, str], QAction] = {}
        """What stands last in each menu's groups."""
        keys.changed.connect(self._new_keys)
        for menu in self.menus.values():
            menu.aboutToShow.connect(self.refresh)
            menu.aboutToHide.connect(self.release)

    def __iter__(self) -> Iterator[Command]:
        return iter(self._by_id.values())

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name].made

    def __contains__(self, name: str) -> bool:
        return name in self._by_id

    def command(self, name: str) -> Command:
        """The command called `name`. Raises KeyError."""
        return self._by_id[name]

    def add(
        self, actions: Iterable[Action], owner: QWidget | None = None, page: int = WINDOW
    ) -> None:
        """Take in commands whose keys work in `owner`: the window, or one page of it."""
        for action in actions:
            made = qt_action(action, owner or self._window)
            (owner or self._window).addAction(made)
            if page != WINDOW:
                made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._by_id[action.id] = Command(action, made, page)
            give_keys(made, self.keys_of(action))
            self._place(action, made)

    def _place(self, action: Action, made: QAction) -> None:
        menu = self.menus.get(action.menu)
        if menu is None:
            return
        place = action.menu, action.group
        last = self._last.get(place)
        self._last[place] = made
        # Parts of the window add to each other's groups.
        listed = menu.actions()
        below = listed[listed.index(last) + 1 :] if last is not None else []
        if last is None and listed:
            menu.addSeparator()
        if below:
            menu.insertAction(below[0], made)
        else:
            menu.addAction(made)
        menu.menuAction().setVisible(True)

    def close_menus(self) -> None:
        """The menus go into the one of the top bar; those that hold nothing yet are not seen."""
        for menu in self.menus.values():
            self.menu.addMenu(menu).setVisible(not menu.isEmpty())

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """The keys that call a command now."""
        return self.keys.of(action.id, action.keys)

    def words_of(self, command: Command) -> str:
        """The keys of a command as this system writes them."""
        return keys_words(self.keys_of(command.action))

    def goals(self) -> tuple[Goal, ...]:
        """What can be done now, for the palette; found by its English name as well."""
        return tuple(
            Goal(
                one.action.id,
                one.made.text(),
                one.made.trigger,
                self.menus[one.action.menu].title() if one.action.menu in self.menus else "",
                keys_words(self.keys_of(one.action)[:1]),
                one.action.icon,
                (one.action.text,),
            )
            for one in self
            if one.made.isEnabled() and one.made.isVisible()
        )

    def refresh(self) -> None:
        """Bring texts and states up to date."""
        for command in self:
            command.made.setEnabled(command.action.enabled())
            if command.action.checked is not None:
                command.made.setChecked(command.action.checked())
        self.refreshed.emit()

    def release(self) -> None:
        """Nobody looks any more: a key must reach what can be done by then, and each asks anew."""
        for command in self:
            command.made.setEnabled(True)

    def show_for(self, page: int) -> None:
        """Of commands that several pages have by one name, menus show that of this page."""
        shown: dict[tuple[str, str], Command] = {}
        for command in self:
            name = command.action.menu, str(command.action.text)
            if command.page >= 0 and (name not in shown or command.page == page):
                shown[name] = command
        for command in self:
            name = command.action.menu, str(command.action.text)
            command.made.setVisible(command.page < 0 or shown[name] is command)

    # -- tool tips ------------------------------------------------------------------------

    def _new_keys(self) -> None:
        for command in self:
            give_keys(command.made, self.keys_of(command.action))
        self.show_keys(self._window)

    def show_keys(self, top: QWidget) -> None:
        """Let the tool tips below `top` name the keys of now.

        A widget belongs to a command by its property `command`, or because its tool tip ends
        with the keys that the command has of itself.
        """
        endings = self._endings()
        for widget in top.findChildren(QWidget):
            tip, name = widget.property("tip"), widget.property("command")
            if tip is None:
                tip, _, tail = widget.toolTip().rpartition("  ")
                name = name or (endings(widget, tail) if tip else "")
                if name and not tip:
                    tip = widget.toolTip() or self._text(str(name))
            if name in self._by_id:
                widget.setProperty("command", name)
                widget.setProperty("tip", tip)
                keys = keys_words(self.keys_of(self._by_id[str(name)].action))
                widget.setToolTip(f"{tip}  {keys}".rstrip())

    def _text(self, name: str) -> str:
        return self._by_id[name].made.text() if name in self._by_id else ""

    def _endings(self) -> Callable[[QWidget, str], str]:
        owners = {(c.made.parent(), keys_words(c.action.keys)): c.action.id for c in self}

        def command_at(widget: QWidget, tail: str) -> str:
            found: QObject | None = widget
            while found is not None:
                if (found, tail) in owners:
                    return owners[found, tail]
                found = found.parent()
            return ""

        return command_at
