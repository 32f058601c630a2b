"""The palette: every command and every name, by a few letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.framed import Stage
from ui.keys.fuzzy import match
from ui.keys.goals import Goal
from ui.keys.palette import Palette, ranked


def test_the_palette_finds_a_command_by_parts_of_its_words(qtbot: QtBot, opened: Stage) -> None:
    opened.window.commands.refresh()
    palette = Palette(opened.window.commands.goals(), opened.window)
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette._field, "two ring")
    assert palette.found == ("Ring on two",)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert opened.pages[1].happened == ["entered", "rang"]


def test_the_palette_is_walked_with_the_arrows(qtbot: QtBot, opened: Stage) -> None:
    opened.window.commands.refresh()
    palette = Palette(opened.window.commands.goals(), opened.window)
    qtbot.addWidget(palette)
    palette.show()
    qtbot.keyClicks(palette._field, "ring on")
    assert palette.found == ("Ring on one", "Ring on two")
    for _ in range(3):
        qtbot.keyClick(palette._field, Qt.Key.Key_Down)
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert opened.pages[1].happened == ["entered", "rang"]


def test_the_palette_leaves_out_what_cannot_be_done(stage: Stage, qtbot: QtBot) -> None:
    stage.window.commands.refresh()
    palette = Palette(stage.window.commands.goals(), stage.window)
    qtbot.addWidget(palette)
    assert "Save" not in palette.found
    assert "Open…" in palette.found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", True),
        ("FRA sa", True),
        ("frame", True),
        ("svfr", True),
        ("xyz", False),
        ("emarf", False),
    ],
)
def test_a_command_matches_by_letters_in_order(typed: str, found: bool) -> None:
    assert (match("Save frame…", typed) is not None) is found


def test_beginnings_and_runs_match_better_than_scattered_letters() -> None:
    goals = [Goal(text, text, bool) for text in ("Resave all", "Mute safe", "Save", "Save as…")]
    assert [goal.text for goal, _ in ranked(goals, "save")] == [
        "Save", "Save as…", "Resave all"
    ]  # fmt: skip
    assert ranked(goals, "sav")[0][1] == (0, 1, 2)


def test_what_was_used_lately_stands_first() -> None:
    goals = [Goal(text, text, bool) for text in ("Open", "Save", "Close")]
    assert [goal.text for goal, _ in ranked(goals, "", ["Close", "Save"])] == [
        "Close", "Save", "Open"
    ]  # fmt: skip


def test_other_names_find_it_too() -> None:
    goal = Goal("film", "夜摊", bool, also=("night-stall", "The Night Stall"))
    assert ranked([goal], "night stall") == [(goal, ())]
    assert ranked([goal], "夜") == [(goal, (0,))]
