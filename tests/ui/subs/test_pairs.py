"""Linked pairs under real keys: each edit is one step with a name, all of it in step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from studio.campaign.project_file import open_project
from studio.subs.linked import Linked
from studio.subs.linking import Link, Pairing
from tests.ui.subs.conftest import CHINESE, ENGLISH, Stage
from ui.subs.model import OUT, TEXT_A, TEXT_B

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
RETURN = Qt.Key.Key_Return
Shapes = list[tuple[tuple[int, ...], tuple[int, ...]]]
AS_FOUND: Shapes = [((1,), (1,)), ((2,), (2, 3)), ((3,), (4,))]


def links(stage: Stage) -> tuple[Link, ...]:
    """Those of the document."""
    held = stage.session.project.linked("lamp", "zh-Hans", "en")
    assert held is not None
    return held.pairing.links


def shapes(stage: Stage) -> Shapes:
    return [(one.a, one.b) for one in links(stage)]


def rows(stage: Stage) -> list[tuple[int | None, int | None]]:
    return [(row.a and row.a.id, row.b and row.b.id) for row in stage.page.model.rows]


def label(stage: Stage) -> str:
    history = stage.session.history
    assert history is not None
    return history.steps[history.position].label


def choose(stage: Stage, first: int, last: int) -> None:
    stage.go_to(first)
    for _ in range(last - first):
        stage.key(Qt.Key.Key_Down, SHIFT)


def test_looking_alone_puts_no_links_into_the_document(stage: Stage) -> None:
    stage.go_to(1)
    assert stage.session.project.links == {}


def test_the_first_edit_takes_the_links_into_the_document_and_undo_out_of_it(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(RETURN)
    stage.type("A lamp")
    stage.key(RETURN)
    assert shapes(stage) == AS_FOUND
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert stage.session.project.links == {}
    assert rows(stage) == [(1, 1), (2, 2), (None, 3), (3, 4)]


def test_links_are_saved_with_the_campaign_and_are_there_again(stage: Stage) -> None:
    stage.go_to(1)
    stage.key(Qt.Key.Key_U, CONTROL | ALT)
    stage.session.save(stage.folder / "campaign.toml")
    assert (stage.folder / "subtitles" / "lamp.links.toml").is_file()
    opened = open_project(stage.folder / "campaign.toml")
    before = links(stage)
    stage.session.open(opened)
    stage.looked()
    assert links(stage) == before
    assert rows(stage) == [(1, 1), (2, None), (None, 2), (None, 3), (3, 4)]


def test_cues_are_parted_and_linked_by_hand(stage: Stage) -> None:
    stage.go_to(1)
    stage.key(Qt.Key.Key_U, CONTROL | ALT)
    assert shapes(stage)[1:4] == [((2,), ()), ((), (2,)), ((), (3,))]
    assert label(stage) == "Take a link apart"
    choose(stage, 1, 2)
    stage.key(Qt.Key.Key_L, CONTROL | ALT)
    assert links(stage)[1] == Link((2,), (2,), 1.0, by_hand=True)
    assert label(stage) == "Link cues"
    stage.key(Qt.Key.Key_L, CONTROL | ALT)
    assert shapes(stage) == AS_FOUND
    for _ in range(3):
        stage.key(Qt.Key.Key_Z, CONTROL)
    assert rows(stage) == [(1, 1), (2, 2), (None, 3), (3, 4)]


def doubted(stage: Stage, *doubts: int) -> None:
    """The document holds the links; those at some places are in doubt."""
    a, b = stage.page.track(0), stage.page.track(1)
    assert a is not None
    assert b is not None
    found = tuple(
        Link(*shape, 0.5 if place in doubts else 1.0) for place, shape in enumerate(AS_FOUND)
    )
    made = Linked(a, b, Pairing(found))
    stage.session.apply("Link", lambda project: project.with_linked("lamp", made))


def test_doubtful_links_are_gone_through_and_confirmed(stage: Stage) -> None:
    doubted(stage, 1, 2)
    grid, head = stage.page.grid, stage.page._head
    assert head.doubt.text() == "2 doubtful"
    stage.go_to(0, TEXT_B)
    stage.key(Qt.Key.Key_F7)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, TEXT_B)
    stage.key(Qt.Key.Key_F7)
    assert grid.currentIndex().row() == 3
    stage.key(Qt.Key.Key_F7, SHIFT)
    assert grid.currentIndex().row() == 1
    stage.key(Qt.Key.Key_F7, CONTROL)
    assert links(stage)[1] == Link((2,), (2, 3), 1.0, by_hand=True)
    assert (label(stage), grid.currentIndex().row()) == ("Confirm a link", 3)
    stage.key(Qt.Key.Key_F7, CONTROL)
    assert head.doubt.text() == ""
    with stage.qtbot.waitSignal(stage.page._notices.said) as told:
        stage.key(Qt.Key.Key_F7)
    assert told.args == ["No link is doubtful."]


def test_linked_anew_what_a_person_linked_stays(stage: Stage) -> None:
    stage.go_to(0)
    choose(stage, 0, 2)
    stage.key(Qt.Key.Key_L, CONTROL | ALT)
    stage.go_to(1)
    stage.session.apply(
        "Part",
        lambda project: project.with_linked(
            "lamp",
            replace(
                project.linked("lamp", "zh-Hans", "en"),
                pairing=Pairing((*links(stage)[:1], Link((3,), (), 1.0), Link((), (4,), 1.0))),
            ),
        ),
    )
    stage.key(Qt.Key.Key_F7, ALT)
    stage.wait(lambda: shapes(stage) == [((1, 2), (1, 2, 3)), ((3,), (4,))])
    assert links(stage)[0].by_hand


def test_with_own_timing_only_what_is_meant_is_moved(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(Qt.Key.Key_Right, ALT)
    assert (stage.times(0)[0], stage.times(1)[0]) == ((500, 1500), (600, 1600))


def lock(stage: Stage) -> QPushButton:
    made = stage.page.findChild(QPushButton, "subs-timing")
    assert made is not None
    return made


def test_locked_boundaries_are_shown_kept_and_hold_under_every_hand(stage: Stage) -> None:
    stage.go_to(0)
    assert (lock(stage).text(), lock(stage).isChecked()) == ("Own timing", False)
    stage.key(Qt.Key.Key_K, CONTROL | ALT)
    assert (lock(stage).text(), lock(stage).isChecked()) == ("Locked boundaries", True)
    assert label(stage) == "Lock the boundaries"
    # By the keyboard, whole links go along.
    stage.go_to(1)
    stage.key(Qt.Key.Key_Right, ALT)
    assert (stage.times(0)[1], stage.times(1)[1:3]) == ((1700, 2500), [(1700, 2050), (2100, 2500)])
    # By a typed time.
    stage.go_to(0, OUT)
    stage.key(RETURN)
    stage.type("00:00:01:00")
    stage.key(RETURN)
    assert (stage.times(0)[0], stage.times(1)[0]) == ((500, 1000), (500, 1000))
    stage.session.save(stage.folder / "campaign.toml")
    assert (
        open_project(stage.folder / "campaign.toml").project.links["lamp", "zh-Hans", "en"].locked
    )
    stage.qtbot.mouseClick(lock(stage), Qt.MouseButton.LeftButton)
    assert (lock(stage).text(), lock(stage).isChecked()) == ("Own timing", False)


def test_a_pair_is_split_and_merged_again(stage: Stage) -> None:
    stage.go_to(3)
    stage.key(Qt.Key.Key_V, CONTROL | ALT | SHIFT)
    assert shapes(stage)[2:] == [((3,), (4,)), ((4,), (5,))]
    assert stage.times(0)[2:] == [(2500, 3200), (3200, 3900)]
    assert stage.texts(1)[3:] == ["The", "lighthouse"]
    assert label(stage) == "Split a pair"
    choose(stage, 3, 4)
    stage.key(Qt.Key.Key_M, CONTROL | ALT | SHIFT)
    assert shapes(stage) == AS_FOUND
    assert (stage.texts(1)[3], label(stage)) == ("The\nlighthouse", "Merge pairs")
    for _ in range(2):
        stage.key(Qt.Key.Key_Z, CONTROL)
    assert stage.texts(1) == [text for _, _, text in ENGLISH]


def test_a_pair_of_one_and_two_is_not_split_on_both_sides(stage: Stage) -> None:
    stage.go_to(1)
    stage.key(Qt.Key.Key_V, CONTROL | ALT | SHIFT)
    assert "Only a link of one cue with one" in stage.notices[-1].text
    assert stage.session.project.links == {}


def test_a_pair_is_inserted_typed_and_deleted_on_both_sides(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.page.player.seek(0)
    stage.wait(lambda: stage.page.player.frame_index == 0)
    stage.key(Qt.Key.Key_Insert, ALT | SHIFT)
    stage.type("Title")
    stage.key(Qt.Key.Key_Backtab, SHIFT)
    stage.type("Ti")
    stage.key(RETURN)
    assert links(stage)[0] == Link((4,), (5,), 1.0, by_hand=True)
    assert (stage.texts(0)[0], stage.texts(1)[0]) == ("Ti", "Title")
    stage.go_to(0)
    stage.key(Qt.Key.Key_Delete, SHIFT)
    assert (shapes(stage), label(stage)) == (AS_FOUND, "Delete 2 cues")
    assert stage.texts(0) == [text for _, _, text in CHINESE]


def test_a_cue_inserted_beside_a_lonely_one_is_its_partner(stage: Stage) -> None:
    stage.go_to(0, TEXT_B)
    stage.key(Qt.Key.Key_Delete)
    assert shapes(stage)[0] == ((1,), ())
    stage.go_to(0)
    stage.wait(lambda: stage.page.player.frame_index == 12)
    stage.go_to(0, TEXT_B)
    stage.key(Qt.Key.Key_I, CONTROL)
    stage.key(RETURN)
    assert shapes(stage)[0] == ((1,), (5,))


def test_the_second_half_of_a_cue_stays_in_its_link(stage: Stage) -> None:
    stage.go_to(0)
    stage.key(Qt.Key.Key_V, CONTROL | ALT)
    assert shapes(stage)[0] == ((1, 4), (1,))
    assert rows(stage)[:2] == [(1, 1), (4, None)]


@pytest.mark.parametrize("first", ["zh-Hans", "en"])
def test_links_hold_whichever_language_stands_first(stage: Stage, first: str) -> None:
    stage.go_to(1)
    stage.key(Qt.Key.Key_Right, ALT)
    stage.page.choose("lamp", first, "en" if first == "zh-Hans" else "zh-Hans")
    stage.page.grid.setFocus()
    side = int(first == "en")
    stage.go_to(0, TEXT_A if side == 0 else TEXT_B)
    stage.key(Qt.Key.Key_V, CONTROL | ALT)
    assert shapes(stage)[0] == ((1, 4), (1,))
    held = [row.cue(side) for row in stage.page.model.rows]
    assert [cue.id for cue in held if cue is not None] == [1, 4, 2, 3]


def test_an_edge_dragged_under_locked_boundaries_takes_its_partner_along(stage: Stage) -> None:
    stage.go_to(0)
    stage.key(Qt.Key.Key_K, CONTROL | ALT)
    start = stage.page.wave.place_of(1, 1, "end").toPoint()
    stage.drag(start, -30, ALT)
    (a, b), before = (stage.times(side)[0] for side in (0, 1)), (500, 1500)
    assert a == b != before
    stage.key(Qt.Key.Key_Z, CONTROL)
    assert stage.times(0)[0] == stage.times(1)[0] == before


def test_going_somewhere_selects_one_row_whatever_keys_are_still_held(stage: Stage) -> None:
    stage.go_to(0)
    stage.key(Qt.Key.Key_V, CONTROL | ALT)
    stage.page.grid.go_to(3)
    assert stage.page.grid.chosen_rows() == [3]
    stage.key(Qt.Key.Key_M, CONTROL | ALT | SHIFT)
    stage.page.grid.go_to(1)
    assert stage.page.grid.chosen_rows() == [1]
