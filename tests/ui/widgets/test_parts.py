"""Shared controls: what they show is also what a screen reader hears."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets import dialogs, states
from ui.widgets.choice import Choice
from ui.widgets.dialogs import ask_text
from ui.widgets.parts import KINDS, Badge, Field, Section
from ui.widgets.scrolled import Scrolled
from ui.widgets.words import Elided, words

LONG = "films/2026/small-lights/night-stall-with-a-very-long-name.mp4"


@pytest.fixture(autouse=True)
def _themed(themed: QApplication) -> None:
    """All of these are styled."""


def test_a_text_too_long_is_cut_and_told_in_full(qtbot: QtBot):
    label = Elided(LONG)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 120
    assert label.whole == label.toolTip() == label.accessibleName() == LONG


def test_a_text_that_has_room_is_shown_whole(qtbot: QtBot):
    label = Elided("lamp")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()
    assert (label.text(), label.toolTip()) == ("lamp", "")


def test_a_fault_stands_under_the_field_and_keeps_what_was_typed(qtbot: QtBot):
    field = Field("Name", QLineEdit("night/stall"), "It names the folder.")
    qtbot.addWidget(field)
    assert field.fault == ""
    field.set_fault("A name may hold letters.")
    assert field.fault == "A name may hold letters."
    assert field.editor.text() == "night/stall"
    assert field.editor.accessibleName() == "Name"
    assert field.editor.accessibleDescription() == "A name may hold letters."
    field.set_fault("")
    assert field.fault == ""
    assert field.editor.accessibleDescription() == "It names the folder."


@pytest.mark.parametrize("kind", KINDS)
def test_a_badge_says_its_state_by_shape_and_word(qtbot: QtBot, kind):
    badge = Badge("quiet", "not made")
    qtbot.addWidget(badge)
    badge.show_state(kind, "ready")
    assert badge.accessibleName() == "ready"
    assert KINDS[kind][0] in {name for name, _ in KINDS.values()}


def test_no_two_kinds_share_a_shape():
    shapes = [name for name, _ in KINDS.values()]
    assert len(set(shapes)) == len(shapes)


def test_the_empty_state_asks_for_what_fills_it(qtbot: QtBot):
    state = states.EmptyState("film", "The films will be here.", "Add films…")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.asked):
        state.button.click()
    with qtbot.waitSignal(state.asked):
        qtbot.keyClick(state.button, Qt.Key.Key_Return)
    state.show_text("Nothing matches.", "Choose another filter.")
    assert state.text == "Nothing matches."


def test_a_banner_goes_when_it_is_closed(qtbot: QtBot):
    banner = states.Banner("bad", "The disk is full.")
    qtbot.addWidget(banner)
    banner.show()
    assert banner.accessibleDescription() == banner.text == "The disk is full."
    with qtbot.waitSignal(banner.closed):
        banner.findChild(QToolButton).click()
    assert not banner.isVisible()


def test_a_section_is_named_by_its_heading(qtbot: QtBot):
    section = Section("Picture", QPushButton("Reset"))
    section.column.addWidget(words("grade"))
    qtbot.addWidget(section)
    assert section.accessibleName() == "Picture"


def test_enter_takes_the_primary_button_and_escape_leaves(qtbot: QtBot):
    taken = []
    dialog = dialogs.Dialog("Name it", None, "It stands on the report.")
    qtbot.addWidget(dialog)
    dialog.body.addWidget(QLineEdit())
    dialog.add_cancel()
    dialog.add_button("Name it", lambda: taken.append(True), primary=True)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert taken == [True]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(("press", "answer"), [("Save", 1), ("Discard", 0), ("", None)])
def test_a_question_is_answered_by_a_button_or_left(qtbot: QtBot, press, answer):
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, dialogs.Dialog)
        buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
        if press:
            buttons[press].click()
        else:
            dialog.reject()

    QTimer.singleShot(50, act)
    assert dialogs.ask(None, "Unsaved", "Save it?", ("Discard", "Save"), 1) == answer


def test_a_line_is_asked_for_and_what_is_empty_cannot_be_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter(("v02", "  ", None))

    def answer(dialog: QDialog) -> int:
        typed = next(answers)
        field, button = dialog.findChildren(QLineEdit)[0], dialog.findChildren(QPushButton)[-1]
        assert field.selectedText() == "v01"
        if typed is None:
            return 0
        field.setText(typed)
        return int(button.isEnabled())

    monkeypatch.setattr(QDialog, "exec", answer)
    asked = [ask_text(None, "Set the version", "Version", "v01", "Set") for _ in range(3)]
    assert asked == ["v02", "", ""]


def test_a_choice_that_has_no_room_says_so(qtbot: QtBot):
    box = Choice()
    qtbot.addWidget(box)
    box.addItem("Xiaohongshu cover")
    box.resize(90, 32)
    box.show()
    assert box.shown_text().endswith("…")
    box.resize(400, 32)
    assert box.shown_text() == "Xiaohongshu cover"


def test_contents_that_grew_or_shrank_behind_another_page_are_shown_whole(qtbot: QtBot):
    stack, inner, area = QStackedWidget(), QWidget(), Scrolled()
    qtbot.addWidget(stack)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    inner.setMinimumWidth(2000)
    stack.addWidget(area)
    stack.addWidget(QWidget())
    stack.resize(400, 200)
    stack.show()
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() > 0)
    stack.setCurrentIndex(1)
    inner.setMinimumWidth(100)
    stack.setCurrentIndex(0)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)
    assert inner.width() == area.viewport().width()
