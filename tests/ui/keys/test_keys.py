"""Keys: sets, what a person changes, conflicts, files; every command of the real window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from studio.core.errors import BadValue
from ui.app import Parts, build
from ui.keys.commands import WINDOW
from ui.keys.keys import STANDARD, Keys, key_sets, portable
from ui.keys.keys_dialog import KeysDialog
from ui.settings import Settings


@pytest.fixture
def parts(themed: QApplication, qtbot: QtBot) -> Iterator[Parts]:
    made = build()
    yield made
    made.close()
    made.window.deleteLater()


def test_no_two_commands_share_keys_where_both_work_in_any_set(parts: Parts) -> None:
    commands = parts.window.commands
    ids = {one.action.id for one in commands}
    shared = []
    for chosen in key_sets():
        assert set(chosen.keys) <= ids, chosen.name
        commands.keys.choose(chosen.name)
        for one, other in combinations(commands, 2):
            if one.page == other.page or WINDOW in (one.page, other.page):
                both = set(map(portable, commands.keys_of(one.action))) & set(
                    map(portable, commands.keys_of(other.action))
                )
                shared += [(chosen.name, one.action.id, other.action.id, keys) for keys in both]
    commands.keys.choose(STANDARD)
    assert shared == []


def test_all_keys_are_keys() -> None:
    given = [keys for one in key_sets() for keys in one.keys.values()]
    assert all(portable(one) for keys in given for one in keys)


def test_menus_and_tool_tips_show_the_keys_of_now(parts: Parts) -> None:
    window = parts.window
    rail = window.findChild(QToolButton, "rail-tree")
    assert rail is not None
    assert rail.toolTip().endswith("Ctrl+B")
    window.commands.keys.change({"tree": ["Ctrl+Shift+B"], "save": ["F3"]})
    assert rail.toolTip().endswith("Ctrl+Shift+B")
    assert window.commands["save"].shortcuts() == [QKeySequence("F3")]
    assert window.commands["save"].toolTip() == "Save  F3"
    window.commands.keys.reset()
    assert rail.toolTip().endswith("  Ctrl+B")


def test_every_command_stands_in_a_menu(parts: Parts) -> None:
    assert [one.action.id for one in parts.window.commands if not one.action.menu] == []


def test_no_menu_names_a_command_twice(parts: Parts) -> None:
    commands = parts.window.commands
    for page in range(4):
        commands.show_for(page)
        for name, menu in commands.menus.items():
            texts = [one.text() for one in menu.actions() if one.isVisible() and one.text()]
            assert len(texts) == len(set(texts)), (page, name)
        for one in commands:
            assert one.made.isVisible() or one.page != page


@pytest.fixture
def dialog(parts: Parts, qtbot: QtBot) -> KeysDialog:
    made = KeysDialog(parts.window.commands, parts.window)
    qtbot.addWidget(made)
    made.show()
    return made


def _press(qtbot: QtBot, dialog: KeysDialog, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in more:
        modifiers |= one
    dialog._change.click()
    qtbot.keyClick(dialog._record, key, modifiers)


def test_keys_are_recorded_by_pressing_them(qtbot: QtBot, parts: Parts, dialog: KeysDialog) -> None:
    dialog.choose("save-as")
    ctrl, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    _press(qtbot, dialog, Qt.Key.Key_Q, ctrl, alt)
    assert parts.window.commands["save-as"].shortcuts() == [QKeySequence("Ctrl+Alt+Q")]
    assert Settings().get("keys/own", {}) == {"save-as": ["Ctrl+Alt+Q"]}


def test_a_conflict_is_said_and_solved(qtbot: QtBot, parts: Parts, dialog: KeysDialog) -> None:
    commands = parts.window.commands
    dialog.choose("save-as")
    _press(qtbot, dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert dialog._note.text() == "Ctrl+S already calls “Save”."
    assert commands["save"].shortcuts() == [QKeySequence("Ctrl+S")]
    dialog._give.click()
    assert commands["save-as"].shortcuts() == [QKeySequence("Ctrl+S")]
    assert commands["save"].shortcuts() == []
    dialog._reset_all.click()
    assert commands["save"].shortcuts() == [QKeySequence("Ctrl+S")]


def test_escape_leaves_the_keys(qtbot: QtBot, parts: Parts, dialog: KeysDialog) -> None:
    dialog.choose("save-as")
    _press(qtbot, dialog, Qt.Key.Key_Escape)
    assert parts.window.commands["save-as"].shortcuts() == [QKeySequence("Ctrl+Shift+S")]
    assert dialog.isVisible()


def test_commands_are_found_by_name_and_by_key(qtbot: QtBot, dialog: KeysDialog) -> None:
    dialog._search.setText("Ctrl+Shift+S")
    texts = [dialog._list.topLevelItem(n).text(0) for n in range(dialog._list.topLevelItemCount())]
    assert "Save as…" in texts
    assert len(texts) < 12


def test_keys_go_to_a_file_and_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    keys = Keys(Settings())
    path = tmp_path / "mine.toml"
    keys.write(path, {"save": ["F3", "Ctrl+S"], 'odd"one': []})
    keys.read(path, ["save"])
    assert keys.own == {"save": ("F3", "Ctrl+S")}


def test_a_file_with_what_is_no_key_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    keys = Keys(Settings())
    path = tmp_path / "bad.toml"
    keys.write(path, {"save": [""]})
    with pytest.raises(BadValue, match="is no key"):
        keys.read(path, ["save"])
    assert keys.own == {}


def test_keys_of_pages_wait_while_the_menu_button_has_the_keys(qtbot: QtBot, parts: Parts) -> None:
    window = parts.window
    window.show()
    qtbot.waitExposed(window)
    for number in range(4):
        window.page(number)
    button = window.findChild(QToolButton, "top-menu")
    assert button is not None
    window.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus, timeout=5_000)
    called: list[str] = []
    for command in window.commands:
        if command.page != WINDOW:
            command.made.triggered.connect(partial(called.append, command.action.id))
    # Both the player and the sheet of Posters are zoomed by it: Qt warns where two would answer.
    qtbot.keyClick(button, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert called == []
