"""Letters set by hand: kerned at the caret, sized and raised where selected, seen on the poster."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSpinBox, QWidget

from studio.campaign.document import PosterEntry
from studio.core.said import said
from studio.poster.document import PosterCopy
from studio.poster.layout import layout
from studio.poster.still import still_of
from studio.presets import store
from studio.typeset.adjust import Adjust
from tests.studio.poster.conftest import dusk
from tests.ui.poster.conftest import COPY, Stage
from ui.poster import edits
from ui.poster.letters import lettered
from ui.poster.texts import letters_at, units_at

HAN = COPY["zh-Hans"]


def field(stage: Stage, language: str) -> QPlainTextEdit:
    found = stage.page.findChild(QPlainTextEdit, f"copy-{language}")
    assert found is not None
    return found


def figure(stage: Stage, name: str) -> QSpinBox:
    found = stage.page.findChild(QSpinBox, f"letters-{name}")
    assert found is not None
    return found


def put(where: QPlainTextEdit, start: int, stop: int | None = None) -> None:
    """The caret there, or a selection from there on."""
    where.setFocus()
    cursor = where.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start if stop is None else stop, QTextCursor.MoveMode.KeepAnchor)
    where.setTextCursor(cursor)


def labels(stage: Stage) -> list[str]:
    assert stage.session.history is not None
    return [step.label for step in stage.session.history.steps[1:]]


def editor(stage: Stage) -> QPlainTextEdit:
    stage.run("poster-on-it")
    return stage.page.desk.editor


def test_kerning_at_the_caret_is_one_step_and_seen_on_the_poster(written: Stage) -> None:
    put(field(written, "zh-Hans"), 1)
    for _ in range(3):
        written.run("poster-apart")
    written.run("poster-far-closer")
    assert written.poster().adjust == {"zh-Hans": (Adjust(0, kern=-0.01),)}
    assert labels(written) == ["Kern the letters"]
    assert figure(written, "kern").value() == -10
    written.rest()
    mark = written.page.canvas.lettering
    assert mark is not None
    assert mark.caret is not None
    assert "-10" in mark.words
    put(field(written, "zh-Hans"), 2)
    written.run("poster-apart")
    assert labels(written) == ["Kern the letters"] * 2
    written.session.undo()
    written.session.undo()
    assert written.poster().adjust == {}


def test_letters_move_apart_on_the_poster(written: Stage) -> None:
    present = written.page.gallery.present
    assert present is not None
    before = lettered(present.layout, "zh-Hans")
    put(field(written, "zh-Hans"), 1)
    figure(written, "kern").setValue(400)
    written.rest()
    present = written.page.gallery.present
    assert present is not None
    after = lettered(present.layout, "zh-Hans")
    assert before is not None
    assert after is not None

    def gap(one: object) -> float:
        first, second = one.rows[0].letters[:2]
        return (second.ink.x - first.ink.right) / one.em

    assert gap(after) == pytest.approx(gap(before) + 0.4, abs=0.01)


def test_selected_letters_are_sized_and_raised_by_figures(written: Stage) -> None:
    put(field(written, "en"), 2, 7)
    assert figure(written, "size").isEnabled()
    size, shift = figure(written, "size"), figure(written, "shift")
    size.setFocus()
    assert written.page.canvas.lettering is not None
    assert len(written.page.canvas.lettering.boxes) == 5
    size.setValue(120)
    shift.setValue(50)
    own = written.poster().adjust["en"]
    assert [one.at for one in own] == [2, 3, 4, 5, 6]
    assert {(one.size, one.shift) for one in own} == {(1.2, 0.05)}
    assert labels(written) == ["Size the letters", "Raise or lower the letters"]
    written.click("letters-reset")
    assert written.poster().adjust == {}
    put(field(written, "en"), 3)
    assert not size.isEnabled()
    assert figure(written, "kern").isEnabled()


def test_all_letters_are_set_plain_in_one_step(written: Stage) -> None:
    put(field(written, "en"), 2)
    written.run("poster-apart")
    put(field(written, "zh-Hans"), 3)
    written.run("poster-closer")
    written.click("letters-reset-all")
    assert written.poster().adjust == {}
    assert labels(written)[-1] == "Set all letters plain"
    written.session.undo()
    assert set(written.poster().adjust) == {"en", "zh-Hans"}


def test_what_was_set_moves_along_and_what_goes_is_said(written: Stage) -> None:
    told: list[str] = []
    written.notices.said.connect(told.append)
    page = written.page
    page.edit(said("x"), lambda p: p.with_adjust("en", (Adjust(2, kern=0.1), Adjust(8, size=2.0))))
    put(field(written, "en"), 0)
    QTest.keyClicks(field(written, "en"), "Oh: ")
    assert [one.at for one in written.poster().adjust["en"]] == [6, 12]
    assert not told
    put(field(written, "en"), 12, 13)
    written.press(field(written, "en"), Qt.Key.Key_Delete)
    assert [one.at for one in written.poster().adjust["en"]] == [6]
    assert told == ["1 letter set by hand went with the text. Undo brings them back."]


def test_on_the_canvas_the_editor_steps_aside_while_letters_are_set(written: Stage) -> None:
    canvas, write = written.page.canvas, editor(written)
    put(write, 3)
    written.write(write, "很")
    assert written.poster().copy == COPY
    QTest.keyClick(write, Qt.Key.Key_Left)
    written.run("poster-apart")
    assert write.isVisible()
    assert write.hasFocus()
    assert written.poster().copy["zh-Hans"] == HAN[:3] + "很" + HAN[3:]
    assert written.poster().adjust == {"zh-Hans": (Adjust(2, kern=0.005),)}
    assert labels(written) == ["Write the copy in zh-Hans", "Kern the letters"]
    written.rest()
    assert canvas.lettering is not None
    # The caret goes where the poster is pressed.
    there = written.page.desk.by_hand.lettered("zh-Hans")
    assert there is not None
    caret = there.caret(6)
    assert caret is not None
    spot = write.mapFrom(canvas, canvas.on_screen(caret).center().toPoint())
    QTest.mouseClick(write.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    chosen = written.page.desk.by_hand.chosen
    assert chosen is not None
    assert (chosen.start, chosen.stop) == (6, 6)
    # Escape goes back a step at a time: to writing, then to the canvas.
    written.press(write, Qt.Key.Key_Escape)
    assert canvas.lettering is None
    assert write.isVisible()
    written.press(write, Qt.Key.Key_Escape)
    assert not write.isVisible()
    assert "很" in written.poster().copy["zh-Hans"]


def test_alt_and_arrows_reach_the_page_through_the_canvas(written: Stage) -> None:
    write = editor(written)
    page, reached = written.page, []
    action = QAction(page)
    action.setShortcut("Alt+Right")
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: reached.append(True))
    page.addAction(action)
    put(write, 2)
    QTest.keyClick(write, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert reached
    # Keys that lead nowhere in the editor move nothing behind it.
    QTest.keyClick(write, Qt.Key.Key_Up)
    put(write, 0)
    QTest.keyClick(write, Qt.Key.Key_Left)
    assert labels(written) == []


def test_what_is_composed_is_seen_and_becomes_copy_when_it_is_committed(written: Stage) -> None:
    write = editor(written)
    put(write, 3)
    written.run("poster-apart")
    assert written.page.desk.by_hand.is_seen
    composing = QInputMethodEvent("hen", [])
    QApplication.sendEvent(write, composing)
    assert not written.page.desk.by_hand.is_seen
    assert written.poster().copy == COPY
    done = QInputMethodEvent("", [])
    done.setCommitString("很")
    QApplication.sendEvent(write, done)
    assert write.toPlainText() == HAN[:3] + "很" + HAN[3:]
    written.qtbot.keyClick(write, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written.poster().copy["zh-Hans"] == HAN[:3] + "很" + HAN[3:]
    assert written.poster().adjust == {"zh-Hans": (Adjust(2, kern=0.005),)}


def test_undo_reaches_what_is_being_written(written: Stage) -> None:
    write = editor(written)
    put(write, len(HAN))
    written.write(write, "嗯")
    put(write, 2)
    written.run("poster-apart")
    written.session.undo()
    assert written.poster().adjust == {}
    written.session.undo()
    assert written.poster().copy == COPY
    assert write.toPlainText() == HAN


def test_tiles_follow_what_is_written_on_the_poster(written: Stage) -> None:
    write = editor(written)
    put(write, len(HAN))
    written.write(write, "嗯")
    written.rest()
    present = written.page.gallery.present
    assert present is not None
    assert present.wish.copy.copy["zh-Hans"] == HAN + "嗯"
    assert written.poster().copy == COPY
    written.press(write, Qt.Key.Key_Escape)
    written.rest()
    present = written.page.gallery.present
    assert present is not None
    assert present.wish.copy.copy["zh-Hans"] == HAN


def test_leaving_the_poster_for_a_field_gives_that_the_keyboard(written: Stage) -> None:
    write = editor(written)
    other = field(written, "en")
    QTest.mouseClick(other.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert not write.isVisible()
    assert other.hasFocus()


def test_spaces_that_do_not_break_are_kept(written: Stage) -> None:
    written.page.edit(said("x"), edits.with_copy("en", "Où\u00a0?"))
    put(field(written, "en"), 4)
    QTest.keyClicks(field(written, "en"), "!")
    assert written.poster().copy["en"] == "Où\u00a0?!"


@pytest.mark.parametrize("template", ["quiet-line", "vertical-line"])
@pytest.mark.parametrize(
    ("language", "text"), [("zh-Hant", "燈不大，夠一個人回家。"), ("en", "A small lamp, for you")]
)
def test_every_caret_has_its_place_between_its_letters(
    template: str, language: str, text: str
) -> None:
    copy = PosterCopy((language,), {language: f" {text} "})
    placed = layout(
        store.template(template), store.poster_format("one-sheet"), copy, still_of(dusk())
    )
    there = lettered(placed, language)
    assert there is not None
    assert there.text == f" {text} "
    assert "".join(there.text[row.start : row.stop] for row in there.rows).replace(
        " ", ""
    ) == text.replace(" ", "")
    for row in there.rows:
        along = [
            (one.y if there.vertical else one.x)
            for one in (there.caret(at) for at in range(row.start, row.stop))
            if one is not None
        ]
        assert along == sorted(along)
        for at in range(row.start + 1, row.stop - 1):
            caret = there.caret(at)
            assert caret is not None
            assert there.nearest(*caret.centre) == at or there.text[at - 1 : at + 1].strip() == ""


def test_places_are_counted_in_characters() -> None:
    text = "a𠮷b"
    assert [letters_at(text, units) for units in (0, 1, 3, 4)] == [0, 1, 2, 3]
    assert [units_at(text, letters) for letters in range(4)] == [0, 1, 3, 4]


def test_letters_that_are_gone_are_counted() -> None:
    before = PosterEntry("p", "quiet-line", copy={"en": "lamp"}).with_adjust("en", (Adjust(3),))
    before = replace(before, adjust={"en": (Adjust(3, kern=0.1),)})
    assert edits.letters_lost(before, before.with_copy({"en": "lam"})) == 1
    assert edits.letters_lost(before, before.with_copy({"en": "a lamp"})) == 0
    assert edits.letters_lost(before, replace(before, adjust={})) == 0
    assert edits.letters_lost(None, before) == 0


def test_a_finding_takes_back_what_is_of_no_letter(written: Stage) -> None:
    page = written.page
    page.edit(
        said("x"),
        lambda p: p.with_adjust("en", (Adjust(1, kern=0.1), Adjust(60, kern=0.1))),
    )
    written.rest()
    button = next(one for one in page.inspector.findings.buttons if one.text() == "Take it back")
    assert isinstance(button, QWidget)
    written.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert written.poster().adjust == {"en": (Adjust(1, kern=0.1),)}
