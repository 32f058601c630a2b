"""Sheets of cues: out and back by id, with what is changed, missing or odd shown first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from studio.campaign.cue_sheet import compare_cues, cue_sheet, taken
from studio.campaign.deck import Sheet
from studio.campaign.deck_file import read_deck, write_deck
from studio.core.errors import BadValue
from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing
from studio.subs.review import Review, with_note, with_state

A = Track(
    "zh-Hans",
    (Cue(1, 0, 900, "灯不大"), Cue(2, 1000, 2000, "=够一个人\n回家"), Cue(5, 3000, 4000, "海")),
)
B = Track(
    "en", (Cue(1, 0, 2000, "A small lamp,\nenough to get home"), Cue(2, 3000, 4000, "<i>Sea</i>"))
)
PAIRING = Pairing((Link((1, 2), (1,), 1.0), Link((5,), (2,), 1.0)))


def sheet() -> Sheet:
    return cue_sheet((A, B), PAIRING)


def with_cell(made: Sheet, row: int, column: int, text: str) -> Sheet:
    rows = [list(cells) for cells in made.rows]
    rows[row][column] = text
    return replace(made, rows=tuple(map(tuple, rows)))


def test_linked_cues_stand_beside_each_other() -> None:
    made = sheet()
    assert made.header == ("id", "note", "start", "end", "state", "zh-Hans", "en")
    assert [row[0] for row in made.rows] == ["a1 b1", "a2", "a5 b2"]
    assert made.rows[0][2:4] == ("00:00:00.000", "00:00:00.900")


def test_states_and_notes_go_along() -> None:
    review = with_state(Review("en"), B, (1,), "approved", "Mia", "2026-11-22T18:00:00Z")
    review = with_note(review, B, 2, "Which sea?", "Mia", "2026-11-22T18:00:00Z")
    rows = cue_sheet((A, B), PAIRING, (Review("zh-Hans"), review)).rows
    assert (rows[0][4], rows[2][1]) == ("draft/approved", "Which sea?")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_out_and_back_changes_nothing(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"film{ending}"
    write_deck(sheet(), path)
    found = compare_cues((A, B), read_deck(path))
    assert found == ()
    assert taken((A, B), found) == (A, B)


def test_changed_emptied_and_missing_are_told_apart_and_only_texts_are_taken() -> None:
    back = with_cell(with_cell(sheet(), 0, 6, "A little lamp"), 2, 5, " ")
    back = replace(back, rows=(back.rows[2], back.rows[0]), numbers=(7, 3))
    found = compare_cues((A, B), back)
    assert [(one.kind, one.language, one.cue_id, one.cell) for one in found] == [
        ("emptied", "zh-Hans", 5, "F7"),
        ("changed", "en", 1, "G3"),
        ("missing", "zh-Hans", 2, ""),
    ]
    a, b = taken((A, B), found)
    assert [cue.text for cue in a.cues] == ["灯不大", "=够一个人\n回家", ""]
    assert b.cues[0] == replace(B.cues[0], text="A little lamp")


def test_what_cannot_be_taken_is_said() -> None:
    made = sheet()
    odd = Sheet(
        (*made.header, "fr", "EN"),
        (
            (*made.rows[0], "Bonjour", ""),
            ("a1", "", "", "", "", "again", "x", "", ""),
            ("a99", "", "", "", "", "gone", "", "", ""),
            ("?", "", "", "", "", "lost", "", "", ""),
            ("b2", "", "", "", "", "", "bad \x01", "", ""),
            ("", "", "", "", "", "", "", "", ""),
        ),
        (2, 3, 4, 5, 6, 7),
    )
    found = compare_cues((A, B), odd)
    assert [(one.kind, one.cell) for one in found if one.kind != "missing"] == [
        ("unknown", "H1"),
        ("twice", "I1"),
        ("twice", "F3"),
        ("unknown", "G3"),
        ("unknown", "F4"),
        ("unknown", "A5"),
        ("refused", "G6"),
    ]
    assert all(one.why for one in found)
    assert taken((A, B), found) == (A, B)


def test_two_tracks_need_two_languages_and_links() -> None:
    with pytest.raises(BadValue, match="en"):
        cue_sheet((B, B), PAIRING)
    with pytest.raises(BadValue, match="links"):
        cue_sheet((A, B))
    assert [row[0] for row in cue_sheet((A,)).rows] == ["a1", "a2", "a5"]


def test_ids_that_went_on_to_other_cues_are_found_again_by_time_and_text() -> None:
    back = with_cell(with_cell(sheet(), 0, 6, "A little lamp"), 2, 5, "大海")
    # A cue was put in at the start, and both files were read anew: every id is another cue's.
    new_a = (Cue(1, 0, 300, "片头"), *(replace(c, id=n) for n, c in enumerate(A.cues, 2)))
    a = replace(A, cues=tuple(replace(c, start=c.start + 5, end=c.end + 5) for c in new_a))
    b = B.with_cues(tuple(replace(cue, id=cue.id + 7) for cue in B.cues))
    found = compare_cues((a, b), back)
    told = [(one.kind, one.language, one.cue_id, one.after) for one in found]
    assert told == [
        ("changed", "en", 8, "A little lamp"),
        ("changed", "zh-Hans", 4, "大海"),
        ("missing", "zh-Hans", 1, ""),
    ]
    assert [cue.text for cue in taken((a, b), found)[0].cues][1:] == [
        "灯不大", "=够一个人\n回家", "大海",
    ]  # fmt: skip


def test_a_cue_that_is_not_found_again_is_told() -> None:
    a = A.with_cues((Cue(1, 9000, 9900, "别的"), *(replace(c, id=c.id + 1) for c in A.cues[1:])))
    back = with_cell(cue_sheet((A,)), 0, 5, "灯很小")
    (one, other) = compare_cues((a,), back)
    assert (one.kind, one.after, other.kind, other.cue_id) == ("unknown", "灯很小", "missing", 1)
