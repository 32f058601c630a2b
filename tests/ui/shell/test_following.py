"""Where an undo leads is shown as soon as its page is there, a step of building in each turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.page import Offer, Page
from ui.shell.built import BuiltPages
from ui.shell.following import Following

_STEPS = 3


class _Slow(Page):
    """Takes a few steps to grow."""

    def __init__(self, title: str, ground: QWidget, turns: list[str]) -> None:
        super().__init__(ground)
        self.title, self._turns = title, turns

    def growing(self) -> Iterator[None]:
        for _ in range(_STEPS):
            self._turns.append(f"grow {self.title}")
            yield

    def show_focus(self, focus: object) -> bool:
        self._turns.append(f"ask {self.title}")
        return focus == self.title


class _Desk:
    def __init__(self) -> None:
        self.ground = QWidget()
        self.turns: list[str] = []
        self.shown: list[int] = []
        offers = [Offer(title, "film", self._making(title)) for title in ("One", "Two", "Three")]
        self.built = BuiltPages(offers, self.ground, lambda number, page: None)
        self.following = Following(self.built, self.shown.append, self.ground)

    def _making(self, title: str) -> Callable[[QWidget], Page]:
        return lambda ground: _Slow(title, ground, self.turns)


@pytest.fixture
def desk(themed: QApplication) -> _Desk:
    return _Desk()


def test_a_page_that_is_there_is_shown_at_once(desk: _Desk) -> None:
    desk.built.whole(1)
    desk.following.go("Two")
    assert desk.shown == [1]


def test_a_page_that_is_not_there_is_built_in_steps_and_shown(desk: _Desk, qtbot: QtBot) -> None:
    desk.built.whole(0)
    desk.turns.clear()
    desk.following.go("Two")
    assert (desk.shown, desk.turns) == ([], ["ask One"])
    qtbot.waitUntil(lambda: bool(desk.shown))
    assert desk.shown == [1]
    assert desk.turns == ["ask One", *["grow Two"] * _STEPS, "ask Two"]
    qtbot.wait(30)
    assert 2 not in desk.built.made


def test_the_last_wish_counts(desk: _Desk, qtbot: QtBot) -> None:
    desk.following.go("Three")
    desk.following.go("One")
    qtbot.waitUntil(lambda: bool(desk.shown))
    qtbot.wait(30)
    assert desk.shown == [0]


def test_who_goes_elsewhere_is_not_taken_away_from_there(desk: _Desk, qtbot: QtBot) -> None:
    desk.following.go("Three")
    desk.following.halt()
    qtbot.wait(50)
    assert (desk.shown, desk.built.made) == ([], {})


def test_nothing_is_built_in_a_window_that_goes(desk: _Desk, qtbot: QtBot) -> None:
    desk.following.go("Three")
    for _ in desk.built.let_go():
        pass
    qtbot.wait(50)
    assert (desk.shown, desk.built.made) == ([], {})


def test_what_no_page_knows_leads_nowhere(desk: _Desk, qtbot: QtBot) -> None:
    desk.following.go("Nowhere")
    qtbot.waitUntil(lambda: len(desk.built.made) == 3)
    qtbot.wait(30)
    assert desk.shown == []
