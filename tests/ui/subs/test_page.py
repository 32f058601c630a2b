"""The Subtitles page under real keys and a real mouse: every edit is one step of the document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton

from studio.campaign.document import Market
from studio.core.time import FrameRate
from studio.subs.cue import Cue, Track
from studio.subs.reading import read_track, write_track
from tests.ui.subs.conftest import CHINESE, ENGLISH, Stage, track_of
from ui.campaign.picker import LanguagePicker
from ui.subs import tracks
from ui.subs.model import IN, OUT, TEXT_B, shown_time

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
RETURN = Qt.Key.Key_Return


def cell(stage: Stage, row: int, column: int) -> str:
    model = stage.page.model
    return str(model.data(model.index(row, column)))


def undo(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Z, CONTROL)


def redo(stage: Stage) -> None:
    stage.key(Qt.Key.Key_Z, CONTROL | SHIFT)


# -- what is shown -------------------------------------------------------------------------


def test_both_languages_stand_side_by_side_link_by_link(stage: Stage) -> None:
    rows = stage.page.model.rows
    pairs = [(row.a and row.a.id, row.b and row.b.id) for row in rows]
    assert pairs == [(1, 1), (2, 2), (None, 3), (3, 4)]
    assert [(row.joined, row.first, row.last) for row in rows] == [
        (False, True, True),
        (True, True, False),
        (True, False, True),
        (False, True, True),
    ]
    head = [stage.page.model.headerData(n, Qt.Orientation.Horizontal) for n in range(7)]
    assert head == ["#", "In", "Out", "c/s", "简体中文", "English", "c/s"]
    # 12 full-width characters in one second, 4 letters' width each counted by its language.
    assert [cell(stage, 0, column) for column in range(7)] == [
        "1",
        "00:00:00:12",
        "00:00:01:12",
        "11.0",
        CHINESE[0][2],
        ENGLISH[0][2],
        "13.0",
    ]
    assert stage.page._head.links.text() == "linked 100%"


def test_times_are_timecode_at_a_known_rate_and_milliseconds_without() -> None:
    assert shown_time(41_208, FrameRate.parse("24")) == "00:00:41:05"
    assert shown_time(41_208, None) == "00:00:41.208"


def test_a_cue_read_too_fast_is_marked_at_once(stage: Stage) -> None:
    measured, limit = stage.page.model.speed(0, 0) or (0, 0)
    assert measured > limit
    assert "reading-speed" in [one.check for one in stage.page.model.findings(0, 0)]


def test_the_player_and_the_waveform_go_where_the_row_is(stage: Stage) -> None:
    stage.go_to(3)
    stage.wait(lambda: stage.page.player.frame_index == 60)
    assert stage.page.wave._scene.current == (3, 4)
    assert stage.page.grid._painter.playing == 3


# -- typing --------------------------------------------------------------------------------


def test_a_text_is_typed_kept_undone_and_redone(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.type("A lamp")
    stage.key(RETURN, SHIFT)
    stage.type("in the night")
    assert stage.texts(1)[0] == "A lamp\nin the night"
    assert stage.session.unsaved
    stage.key(RETURN)
    assert (stage.page.grid.currentIndex().row(), stage.page.grid.is_typing) == (1, False)
    stage.go_to(3)
    undo(stage)
    assert stage.texts(1)[0] == ENGLISH[0][2]
    index = stage.page.grid.currentIndex()
    assert (index.row(), index.column()) == (0, TEXT_B)
    redo(stage)
    assert stage.texts(1)[0] == "A lamp\nin the night"


def test_captions_follow_each_letter(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.type("Light")
    stage.wait(lambda: stage.page.player._captions[0][1].cues[0].text == "Light")


def test_escape_takes_back_what_was_typed_and_redo_still_has_it(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.type("Nonsense")
    stage.key(Qt.Key.Key_Escape)
    assert (stage.texts(1)[0], stage.page.grid.is_typing) == (ENGLISH[0][2], False)
    redo(stage)
    assert stage.texts(1)[0] == "Nonsense"


def test_opening_and_leaving_a_text_changes_nothing(stage: Stage) -> None:
    before = stage.session.project
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.key(RETURN)
    stage.key(RETURN)
    stage.key(Qt.Key.Key_Escape)
    assert stage.session.project is before


def test_tab_goes_to_the_other_language_and_back(stage: Stage) -> None:
    stage.go_to(0)
    stage.key(RETURN)
    stage.key(Qt.Key.Key_Tab)
    assert stage.field.toPlainText() == ENGLISH[0][2]
    stage.key(Qt.Key.Key_Backtab, SHIFT)
    assert stage.field.toPlainText() == CHINESE[0][2]


def test_control_enter_goes_on_typing_in_the_next_cue(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.key(RETURN, CONTROL)
    assert stage.field.toPlainText() == ENGLISH[1][2]


def test_a_text_typed_where_no_cue_is_takes_the_partners_times(empty: Stage) -> None:
    empty.add(track_of("zh-Hans", CHINESE))
    empty.add(Track("en", (Cue(1, 90_000, 91_000, "far away"),)))
    empty.looked()
    empty.page.grid.setFocus()
    empty.go_to(1, TEXT_B)
    empty.key(RETURN)
    empty.type("The last bus")
    empty.key(RETURN)
    assert empty.page.track(1).cues[0] == Cue(2, 1600, 2400, "The last bus")
    assert cell(empty, 1, TEXT_B) == "The last bus"
    undo(empty)
    assert empty.texts(1) == ["far away"]


def test_the_delete_key_in_a_text_deletes_a_letter_not_the_cue(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.key(Qt.Key.Key_Home, CONTROL)
    stage.key(Qt.Key.Key_Delete)
    assert stage.texts(1) == [" small lamp.", *(text for _, _, text in ENGLISH[1:])]


def test_single_keys_of_the_player_are_letters_while_typing(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.type("ijklo c")
    assert (stage.texts(1)[0], stage.page.player.speed) == ("ijklo c", 0)


def test_what_is_being_typed_is_saved(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.type("Saved while typing")
    stage.session.save(stage.folder / "campaign.toml")
    assert not stage.session.unsaved
    written = read_track(stage.folder / "lamp.en.srt").track
    assert written.cues[0].text == "Saved while typing"
    stage.type("!")
    assert stage.session.unsaved


def test_a_time_is_typed_as_timecode(stage: Stage) -> None:
    stage.go_to(0, OUT)
    stage.key(RETURN)
    assert isinstance(stage.focused, QLineEdit)
    stage.type("00:00:01:00")
    stage.key(RETURN)
    assert stage.times(0)[0] == (500, 1000)
    undo(stage)
    assert stage.times(0)[0] == (500, 1500)


@pytest.mark.parametrize("typed", ["soon", "00:00:09:00", "00:00:01:12"])
def test_a_time_that_cannot_be_keeps_the_field_open_and_says_why(stage: Stage, typed: str) -> None:
    stage.go_to(0, IN)
    stage.key(RETURN)
    stage.type(typed)
    stage.key(RETURN)
    field = stage.focused
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.property("state")) == (typed, "bad")
    assert field.toolTip()
    stage.key(Qt.Key.Key_Escape)
    assert stage.times(0)[0] == (500, 1500)
    assert not stage.session.history.undo_label


# -- cues come and go ----------------------------------------------------------------------


def test_delete_removes_the_cue_of_the_current_language_alone(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(Qt.Key.Key_Delete)
    assert stage.texts(1) == [text for _, _, text in ENGLISH[1:]]
    assert stage.texts(0) == [text for _, _, text in CHINESE]
    assert [row.b and row.b.id for row in stage.page.model.rows] == [None, 2, 3, 4]
    undo(stage)
    assert stage.texts(1) == [text for _, _, text in ENGLISH]
    index = stage.page.grid.currentIndex()
    assert (index.row(), index.column()) == (0, TEXT_B)


def test_several_chosen_cues_are_deleted_as_one_step(stage: Stage) -> None:
    stage.go_to(0)
    stage.key(Qt.Key.Key_Down, SHIFT)
    stage.key(Qt.Key.Key_Delete)
    assert stage.texts(0) == ["灯塔"]
    undo(stage)
    assert len(stage.texts(0)) == 3


def test_split_divides_at_the_line_break_and_merge_joins_again(stage: Stage) -> None:
    stage.go_to(0)
    stage.key(Qt.Key.Key_V, CONTROL | ALT)
    assert stage.texts(0)[:2] == ["灯不大，", "够一个人回家。"]
    assert stage.times(0)[:2] == [(500, 1000), (1000, 1500)]
    stage.key(Qt.Key.Key_M, CONTROL | SHIFT)
    assert stage.texts(0)[0] == CHINESE[0][2]
    assert stage.times(0)[0] == (500, 1500)


def test_split_while_typing_divides_at_the_cursor(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.key(Qt.Key.Key_Home)
    for _ in range(7):
        stage.key(Qt.Key.Key_Right)
    stage.key(Qt.Key.Key_V, CONTROL | ALT)
    assert stage.texts(1)[:2] == ["A small", "lamp."]


def test_insert_makes_room_at_the_playhead_and_opens_the_text(stage: Stage) -> None:
    stage.go_to(3)
    stage.wait(lambda: stage.page.player.frame_index == 60)
    stage.page._footage.seek(3950)
    stage.wait(lambda: stage.page.player.frame_index == 94)
    stage.key(Qt.Key.Key_I, CONTROL)
    stage.type("new")
    stage.key(RETURN)
    assert stage.texts(0)[-1] == "new"
    assert stage.times(0)[-1][0] == 3917


def test_nudging_moves_the_chosen_cues_and_is_one_step(stage: Stage) -> None:
    stage.go_to(1)
    for _ in range(3):
        stage.key(Qt.Key.Key_Right, ALT)
    stage.key(Qt.Key.Key_Left, ALT)
    assert stage.times(0)[1] == (1800, 2600)
    undo(stage)
    assert stage.times(0)[1] == (1600, 2400)


def test_no_cue_is_moved_before_the_film(stage: Stage) -> None:
    stage.go_to(0)
    for _ in range(7):
        stage.key(Qt.Key.Key_Left, ALT)
    assert stage.times(0)[0] == (0, 1000)


def test_in_and_out_are_set_at_the_playhead(stage: Stage) -> None:
    stage.go_to(0)
    stage.page._footage.seek(1000)
    stage.wait(lambda: stage.page.player.frame_index == 24)
    stage.key(Qt.Key.Key_F11)
    assert stage.times(0)[0] == (1000, 1500)
    stage.page._footage.seek(1250)
    stage.wait(lambda: stage.page.player.frame_index == 30)
    stage.key(Qt.Key.Key_F12)
    assert stage.times(0)[0] == (1000, 1250)


def test_space_plays_and_arrows_move_between_cells_in_the_grid(stage: Stage) -> None:
    stage.go_to(0)
    stage.wait(lambda: stage.page.player.frame_index == 12)
    stage.key(Qt.Key.Key_Right)
    assert stage.page.grid.currentIndex().column() == TEXT_B
    stage.key(Qt.Key.Key_Space)
    stage.wait(lambda: stage.page.player.frame_index > 14)
    stage.key(Qt.Key.Key_Space)
    assert stage.page.player.speed == 0


# -- findings ------------------------------------------------------------------------------


def test_f8_walks_the_findings_in_both_directions(stage: Stage) -> None:
    places = stage.page.found.places
    assert len(places) > 1
    stage.go_to(0)
    stage.key(Qt.Key.Key_F8)
    assert stage.page.found.current == places[0]
    stage.key(Qt.Key.Key_F8)
    assert stage.page.found.current == places[1]
    row = stage.page.grid.currentIndex().row()
    assert stage.page.model.cue(row, places[1].side).id == places[1].cue_id
    stage.key(Qt.Key.Key_F8, SHIFT)
    stage.key(Qt.Key.Key_F8, SHIFT)
    assert stage.page.found.current == places[len(places) - 1]


def test_f8_goes_on_from_where_the_person_is(stage: Stage) -> None:
    stage.go_to(3)
    stage.key(Qt.Key.Key_F8)
    here = stage.page.found.current
    last = [one for one in stage.page.found.places if one.finding.start >= 2500]
    assert here == (last[0] if last else stage.page.found.places[0])


def test_a_mended_cue_leaves_the_findings(stage: Stage) -> None:
    fast = [one for one in stage.page.found.places if one.finding.check == "reading-speed"]
    assert [(one.side, one.cue_id) for one in fast if one.side == 0] == [(0, 1)]
    stage.go_to(0)
    stage.key(RETURN)
    stage.type("ok")
    stage.key(RETURN)
    stage.looked()
    stage.wait(lambda: not stage.page.model.findings(0, 0))
    assert "reading-speed" not in [
        one.finding.check for one in stage.page.found.places if (one.side, one.cue_id) == (0, 1)
    ]


# -- the waveform --------------------------------------------------------------------------


def place(stage: Stage, side: int, cue_id: int, edge: str) -> QPoint:
    return stage.page.wave.place_of(side, cue_id, edge).toPoint()  # type: ignore[arg-type]


def test_an_edge_is_dragged_as_one_step(stage: Stage) -> None:
    wave = stage.page.wave
    by = -60
    moved = wave.view.pixels(by)
    stage.drag(place(stage, 0, 3, "end"), by, ALT)
    start, end = stage.times(0)[2]
    assert (start, abs(end - (3900 + moved)) <= 1) == (2500, True)
    undo(stage)
    assert stage.times(0)[2] == (2500, 3900)


def test_a_dragged_edge_snaps_to_the_cue_beside(stage: Stage) -> None:
    wave = stage.page.wave
    pixels = round(wave.view.x(2500) - wave.view.x(2400)) - 4
    stage.drag(place(stage, 0, 2, "end"), pixels)
    assert stage.times(0)[1] == (1600, 2500)


def test_a_dragged_edge_snaps_to_a_cut(stage: Stage) -> None:
    stage.page.wave.show_film(4000, [1100], None)
    wave = stage.page.wave
    pixels = round(wave.view.x(1100) - wave.view.x(1500)) + 3
    stage.drag(place(stage, 0, 1, "end"), pixels)
    assert stage.times(0)[0] == (500, 1100)


def test_a_cue_is_dragged_whole(stage: Stage) -> None:
    stage.drag(place(stage, 1, 4, "both"), -40, ALT)
    start, end = stage.times(1)[3]
    assert end - start == 1400
    assert start < 2500


def test_escape_lets_a_drag_go(stage: Stage) -> None:
    wave, start = stage.page.wave, place(stage, 0, 3, "end")
    stage.qtbot.mousePress(wave, Qt.MouseButton.LeftButton, pos=start)
    stage.pull(start, -60)
    assert stage.times(0)[2] != (2500, 3900)
    stage.qtbot.keyClick(wave, Qt.Key.Key_Escape)
    stage.pull(start, -90)
    stage.qtbot.mouseRelease(wave, Qt.MouseButton.LeftButton, pos=start)
    assert stage.times(0)[2] == (2500, 3900)
    assert not stage.session.history.undo_label


def test_a_click_on_a_cue_makes_its_row_the_current_one(stage: Stage) -> None:
    stage.qtbot.mouseClick(
        stage.page.wave, Qt.MouseButton.LeftButton, pos=place(stage, 1, 4, "both")
    )
    index = stage.page.grid.currentIndex()
    assert (index.row(), index.column()) == (3, TEXT_B)


def test_shift_click_sets_in_and_control_click_sets_out(stage: Stage) -> None:
    stage.go_to(3)
    window = stage.page.wave.view
    for keys, ms in ((SHIFT, 2700), (CONTROL, 3500)):
        at = QPoint(round(window.x(ms)), 40)
        stage.qtbot.mouseClick(stage.page.wave, Qt.MouseButton.LeftButton, keys, at)
    start, end = stage.times(0)[2]
    assert abs(start - 2700) <= 3
    assert abs(end - 3500) <= 3


def test_the_waveform_has_the_films_sound_and_cuts(stage: Stage) -> None:
    stage.wait(lambda: stage.page.wave._scene.peaks is not None)
    assert len(stage.page.wave._scene.peaks) == 400
    stage.wait(lambda: bool(stage.page.wave._scene.cuts))
    assert stage.page.wave._scene.cuts == (1000, 2500)


# -- tracks --------------------------------------------------------------------------------


def test_an_empty_page_says_what_will_be_here_and_offers_how(empty: Stage) -> None:
    page = empty.page
    assert page._stack.currentIndex() == 0
    assert "Lamp" in page._nothing.word.text()
    assert page._nothing.add.isVisible()
    assert page._nothing.begin.isVisible()


def test_a_file_is_added_by_the_button(empty: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    path = empty.folder / "whatever.en.srt"
    write_track(track_of("en", ENGLISH), path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    empty.qtbot.mouseClick(empty.page._nothing.add, Qt.MouseButton.LeftButton)
    assert empty.page.languages == ("en", "")
    assert empty.texts(0) == [text for _, _, text in ENGLISH]
    assert empty.page._stack.currentIndex() == 1
    undo(empty)
    assert empty.page._stack.currentIndex() == 0


def test_a_file_without_a_language_is_asked_about(
    empty: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = empty.folder / "words.srt"
    write_track(Track("", (Cue(1, 0, 900, "12 34"),)), path)
    monkeypatch.setattr(tracks, "pick_language", lambda *_: "ja")
    empty.page._tracks.add([path])
    assert empty.page.languages == ("ja", "")


def dropped(*paths: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    # The event does not own its data.
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier(0),
    )
    event.kept = data  # type: ignore[attr-defined]
    return event


def test_a_dropped_file_goes_to_the_film_that_is_shown(stage: Stage) -> None:
    path = stage.folder / "other-name.ja.srt"
    write_track(track_of("ja", ((0, 900, "灯"),)), path)
    stage.page.dropEvent(dropped(path))
    assert stage.page.languages == ("zh-Hans", "ja")
    stage.page.dropEvent(dropped(path))
    assert "already" in stage.notices[-1].text


def test_a_track_is_begun_and_filled(empty: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracks, "pick_language", lambda *_: "ko")
    empty.qtbot.mouseClick(empty.page._nothing.begin, Qt.MouseButton.LeftButton)
    assert (empty.page.languages, empty.texts(0)) == (("ko", ""), [])
    empty.page.grid.setFocus()
    empty.key(Qt.Key.Key_I, CONTROL)
    empty.type("lamp")
    empty.key(RETURN)
    assert empty.texts(0) == ["lamp"]
    empty.session.save(empty.folder / "campaign.toml")
    assert read_track(empty.folder / "subtitles/lamp.ko.srt").track.cues[0].text == "lamp"


def test_a_new_track_is_offered_the_languages_of_the_markets_that_are_missing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    markets = (Market("cn", ("zh-Hans", "en")), Market("jp", ("ja", "en")))
    stage.session.apply("Markets", lambda p: p.with_campaign(replace(p.campaign, markets=markets)))
    offered: list[str] = []

    def look(dialog: LanguagePicker) -> int:
        rows = range(dialog.list.model().rowCount())
        offered.extend(dialog.list.model().index(row, 0).data() for row in rows)
        return 0

    monkeypatch.setattr(LanguagePicker, "exec", look)
    stage.page._tracks.begin()
    assert offered[0].startswith("日本語")
    assert not any(one.endswith((", zh-Hans", ", en")) for one in offered)
    assert stage.page.languages == ("zh-Hans", "en")


def test_choosing_the_other_language_first_makes_them_change_places(stage: Stage) -> None:
    box = stage.page._head.first_box
    box.setCurrentIndex(box.findData("en"))
    box.activated.emit(box.currentIndex())
    assert stage.page.languages == ("en", "zh-Hans")
    second: QComboBox = stage.page._head.second_box
    second.setCurrentIndex(second.findData(""))
    second.activated.emit(second.currentIndex())
    assert stage.page.languages == ("en", "")
    assert stage.page.model.columnCount() == 5


def test_a_missing_film_leaves_the_cues_to_be_edited(stage: Stage) -> None:
    (stage.folder / "lamp.mp4").unlink()
    stage.films.again("lamp")
    stage.wait(lambda: bool(stage.page.player.words))
    assert "lamp.mp4" in stage.page.player.words
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.type("still here")
    stage.key(RETURN)
    assert stage.texts(1)[0] == "still here"


def test_leaving_the_page_keeps_text_and_place_and_closes_the_film(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.wait(lambda: stage.page.player.frame_index == 12)
    stage.key(RETURN)
    stage.type("kept")
    stage.page.left()
    assert (stage.texts(1)[0], stage.page.player.film) == ("kept", None)
    stage.page.entered()
    stage.wait(lambda: stage.page.player.frame_index == 12)


def test_every_control_has_a_name(stage: Stage) -> None:
    for button in stage.page.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
    assert stage.page.grid.accessibleName()
