"""Which keys call which command, to be looked up and changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from studio.core.errors import StudioError
from ui.actions import keys_words
from ui.keys.commands import WINDOW, Command, Commands
from ui.keys.fuzzy import match
from ui.widgets import tokens as t
from ui.widgets.dialogs import Dialog
from ui.widgets.language import heard, tr
from ui.widgets.words import words

_ID = Qt.ItemDataRole.UserRole
_ALONE = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_unknown,
)
_KEYS_WIDTH = 232
"""px; what is longer is cut, and whole in the tool tip."""


def rivals(commands: Commands, command: Command, keys: str) -> list[Command]:
    """The commands that have `keys` already where `command` works."""
    return [
        other
        for other in commands
        if other.action.id != command.action.id
        and keys in commands.keys_of(other.action)
        and _meet(command.page, other.page)
    ]


def _meet(page: int, other: int) -> bool:
    """Whether keys of both can be pressed at the same place; the tree stands beside all pages."""
    return page == other or WINDOW in (page, other)


class Recorder(QLineEdit):
    """Takes the next keys that are pressed as keys, not as text. Escape leaves."""

    recorded = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(tr("Press the new keys"))
        self.setPlaceholderText(tr("Press the new keys, Escape leaves"))

    def event(self, event: QEvent) -> bool:
        """Tab and the keys of commands are taken as well."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ALONE:
            return
        if key == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Backtab:
            key = Qt.Key.Key_Tab
        combined = QKeySequence(QKeyCombination(modifiers, key))
        self.recorded.emit(combined.toString(QKeySequence.SequenceFormat.PortableText))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere leaves."""
        super().focusOutEvent(event)
        self.left.emit()


class KeysDialog(Dialog):
    """Every change holds at once, in menus and tool tips too."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(tr("Keys"), parent)
        self._commands = commands
        self._keys = commands.keys
        self._pending: tuple[Command, str] | None = None
        self.resize(760, 560)
        self.body.addLayout(self._head())
        self._list = self._listed()
        self.body.addWidget(self._list, 1)
        self.body.addLayout(self._change_row())
        self._note = words("", "warn")
        self.body.addWidget(self._note)
        self._give = QPushButton(tr("Give them to this command"))
        self._give.clicked.connect(self._give_anyway)
        self._give.hide()
        self.body.addWidget(self._give, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button(tr("Import…"), self._import, aside=True)
        self.add_button(tr("Save as file…"), self._export, aside=True)
        self.add_button(tr("Done"), self.accept, primary=True)
        self._keys.changed.connect(self._fill)
        self._fill()
        self._search.setFocus()

    # -- parts ----------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        self._search = QLineEdit()
        self._search.setPlaceholderText(tr("Search commands or keys"))
        self._search.setAccessibleName(tr("Search commands or keys"))
        self._search.textChanged.connect(self._fill)
        self._sets = QComboBox()
        self._sets.setAccessibleName(tr("Set of keys"))
        for one in self._keys.sets:
            self._sets.addItem(one.title, one.name)
            self._sets.setItemData(
                self._sets.count() - 1, heard(one.summary), Qt.ItemDataRole.ToolTipRole
            )
        self._sets.setCurrentIndex(self._sets.findData(self._keys.chosen.name))
        self._sets.activated.connect(self._choose_set)
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[2])
        row.addWidget(self._search, 1)
        row.addWidget(words(tr("Set"), "quiet", wraps=False))
        row.addWidget(self._sets)
        return row

    def _listed(self) -> QTreeWidget:
        listed = QTreeWidget()
        listed.setAccessibleName(tr("Commands"))
        listed.setColumnCount(3)
        listed.setHeaderLabels([tr("Command"), tr("Menu"), tr("Keys")])
        listed.setRootIsDecorated(False)
        listed.setUniformRowHeights(True)
        head = listed.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        # Not as wide as the longest: a command with four keys would leave names no room.
        head.resizeSection(2, _KEYS_WIDTH)
        listed.itemActivated.connect(self._begin)
        listed.currentItemChanged.connect(self._chosen)
        return listed

    def _change_row(self) -> QHBoxLayout:
        self._record = Recorder()
        self._record.recorded.connect(self._recorded)
        self._record.left.connect(self._left)
        self._record.hide()
        self._change = QPushButton(tr("Change…"))
        self._change.setObjectName("keys-change")
        self._change.clicked.connect(self._begin)
        self._clear = QPushButton(tr("No keys"))
        self._clear.clicked.connect(self._take_away)
        self._reset = QPushButton(tr("As in the set"))
        self._reset.clicked.connect(self._reset_one)
        self._reset_all = QPushButton(tr("All as in the set"))
        self._reset_all.clicked.connect(self._reset_every)
        row = QHBoxLayout()
        row.setSpacing(t.SPACE[1])
        for button in (self._change, self._clear, self._reset):
            row.addWidget(button)
        row.addWidget(self._record, 1)
        row.addStretch(0)
        row.addWidget(self._reset_all)
        return row

    # -- list -----------------------------------------------------------------------------

    def _fill(self) -> None:
        current, typed = self._current(), self._search.text()
        self._list.clear()
        for one in self._commands:
            keys = keys_words(self._commands.keys_of(one.action))
            menu = self._commands.menus.get(one.action.menu)
            name, title = heard(one.action.text), menu.title() if menu is not None else ""
            if not _found((name, one.action.text, keys), typed):
                continue
            item = QTreeWidgetItem([name, title, keys])
            item.setToolTip(2, keys)
            item.setData(0, _ID, one.action.id)
            if one.action.id in self._keys.own:
                font = item.font(2)
                font.setBold(True)
                item.setFont(2, font)
                item.setToolTip(2, tr("Changed by you"))
            self._list.addTopLevelItem(item)
            if current is not None and current.action.id == one.action.id:
                self._list.setCurrentItem(item)
        first = self._list.topLevelItem(0)
        if self._list.currentItem() is None and first is not None:
            self._list.setCurrentItem(first)

    def _current(self) -> Command | None:
        item = self._list.currentItem()
        return self._commands.command(item.data(0, _ID)) if item is not None else None

    def choose(self, name: str) -> None:
        """Mark a command."""
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            if item is not None and item.data(0, _ID) == name:
                self._list.setCurrentItem(item)

    def _chosen(self) -> None:
        self._say("")
        command = self._current()
        for button in (self._change, self._clear):
            button.setEnabled(command is not None)
        self._reset.setEnabled(command is not None and command.action.id in self._keys.own)
        self._reset_all.setEnabled(bool(self._keys.own))

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._give.hide()
        self._pending = None

    # -- changing -------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._current() is not None:
            self._say("")
            # What the field asks for needs the room.
            self._reset_all.hide()
            self._record.show()
            self._record.setFocus()

    def _left(self) -> None:
        if self._record.isVisible():
            self._record.hide()
            self._reset_all.show()
            if not self._give.isVisible():
                self._list.setFocus()

    def _recorded(self, keys: str) -> None:
        command = self._current()
        if command is None:
            return
        others = rivals(self._commands, command, keys)
        if not others:
            self._keys.change({command.action.id: [keys]})
            self._left()
            return
        names = ", ".join(f"“{heard(one.action.text)}”" for one in others)
        self._say(tr("{keys} already calls {names}.", keys=keys_words([keys]), names=names))
        self._pending = command, keys
        self._give.show()
        self._give.setFocus()
        self._record.hide()

    def _give_anyway(self) -> None:
        if self._pending is None:
            return
        command, keys = self._pending
        wanted: dict[str, list[str]] = {command.action.id: [keys]}
        for other in rivals(self._commands, command, keys):
            had = self._commands.keys_of(other.action)
            wanted[other.action.id] = [one for one in had if one != keys]
        self._say("")
        self._keys.change(wanted)
        self._list.setFocus()

    def _take_away(self) -> None:
        command = self._current()
        if command is not None:
            self._keys.change({command.action.id: []})

    def _reset_one(self) -> None:
        command = self._current()
        if command is not None:
            self._keys.reset(command.action.id)

    def _reset_every(self) -> None:
        self._keys.reset()

    def _choose_set(self) -> None:
        self._keys.choose(str(self._sets.currentData()))

    # -- files ----------------------------------------------------------------------------

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Import keys"), "", "TOML (*.toml)")
        if not name:
            return
        try:
            self._keys.read(Path(name), [one.action.id for one in self._commands])
        except StudioError as error:
            self.set_fault(heard(error.args[0]) if error.args else str(error))

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save the keys"), "keys.toml", "TOML (*.toml)"
        )
        if not name:
            return
        all_keys = {one.action.id: self._commands.keys_of(one.action) for one in self._commands}
        try:
            self._keys.write(Path(name), all_keys)
        except StudioError as error:
            self.set_fault(heard(error.args[0]) if error.args else str(error))


def _found(names: Iterable[str], typed: str) -> bool:
    return not typed.strip() or any(match(name, typed) is not None for name in names)
