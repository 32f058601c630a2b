"""Every edit keeps ids, refuses nonsense, and can be undone and redone."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from studio.core.errors import BadValue
from studio.core.history import History
from studio.subs.cue import Cue, Track
from studio.subs.edits import (
    EDITS,
    delete,
    insert,
    merge,
    paste_over,
    retime,
    set_text,
    shift,
    sort,
    split,
    stretch,
)

TRACK = Track(
    "en",
    (Cue(1, 0, 1000, "One"), Cue(7, 3000, 4000, "Three\nwords here"), Cue(3, 1500, 2500, "Two")),
)
STEPS: dict[str, Callable[[Track], Track]] = {
    "set-text": lambda track: EDITS["set-text"](track, 7, "New"),
    "retime": lambda track: EDITS["retime"](track, 7, 3100, 4200),
    "insert": lambda track: EDITS["insert"](track, 500, 900, "New"),
    "delete": lambda track: EDITS["delete"](track, (1, 3)),
    "split": lambda track: EDITS["split"](track, 7, 3500, 5),
    "merge": lambda track: EDITS["merge"](track, (7, 3)),
    "shift": lambda track: EDITS["shift"](track, -250),
    "stretch": lambda track: EDITS["stretch"](track, Fraction(25, 24)),
    "paste-over": lambda track: EDITS["paste-over"](track, 7, (Cue(1, 0, 1, "Pasted"),)),
    "sort": lambda track: EDITS["sort"](track),
}


def test_every_edit_is_walked() -> None:
    assert set(STEPS) == set(EDITS.names())


@pytest.mark.parametrize("name", EDITS.names())
def test_an_edit_can_be_undone_and_redone(name: str) -> None:
    history = History(TRACK)
    changed = STEPS[name](TRACK)
    assert changed != TRACK
    history.commit(changed, name)
    for _ in range(2):
        history.undo()
        assert history.value is TRACK
        history.redo()
        assert history.value is changed


@pytest.mark.parametrize("name", EDITS.names())
def test_ids_stay_single_and_known(name: str) -> None:
    ids = [cue.id for cue in STEPS[name](TRACK).cues]
    assert len(set(ids)) == len(ids)
    untouched = {cue.id: cue for cue in TRACK.cues}
    assert all(id in untouched or id == TRACK.next_id() for id in ids)


def test_text_and_times_are_exchanged_in_place() -> None:
    assert set_text(TRACK, 7, "New").cues[1] == Cue(7, 3000, 4000, "New")
    assert retime(TRACK, 7, 10, 20).cues[1] == Cue(7, 10, 20, "Three\nwords here")
    assert set_text(TRACK, 7, "Three\nwords here") is TRACK


def test_insert_finds_the_place_in_time() -> None:
    made = insert(Track("en", (Cue(1, 0, 1, ""), Cue(2, 50, 60, ""))), 10, 20, "x")
    assert [cue.id for cue in made.cues] == [1, 3, 2]


def test_split_shares_text_and_time() -> None:
    made = split(TRACK, 7, 3400, 5)
    assert made.cues[1:3] == (Cue(7, 3000, 3400, "Three"), Cue(8, 3400, 4000, "words here"))


def test_merge_keeps_the_first_id_and_all_words() -> None:
    assert merge(TRACK, (3, 7)).cues == (
        Cue(1, 0, 1000, "One"),
        Cue(7, 1500, 4000, "Three\nwords here\nTwo"),
    )
    flat = merge(TRACK, (3, 7), keep_breaks=False)
    assert flat.cues[1].text == "Three words here Two"
    chinese = Track("zh-Hans", (Cue(1, 0, 1, "灯"), Cue(2, 1, 2, "大")))
    assert merge(chinese, (1, 2), keep_breaks=False).cues == (Cue(1, 0, 2, "灯大"),)


def test_shift_keeps_durations() -> None:
    made = shift(TRACK, 40, (3,))
    assert [(cue.start, cue.duration) for cue in made.cues] == [
        (0, 1000),
        (3000, 1000),
        (1540, 1000),
    ]


def test_stretch_holds_its_anchor_and_leaves_no_cue_without_time() -> None:
    made = stretch(TRACK, Fraction(1, 2), 3000, (7, 3))
    assert [(cue.start, cue.end) for cue in made.cues] == [(0, 1000), (3000, 3500), (2250, 2750)]
    tiny = stretch(TRACK, Fraction(1, 100_000))
    assert all(cue.duration == 1 for cue in tiny.cues)


def test_paste_over_takes_texts_or_times() -> None:
    pasted = (Cue(4, 10, 20, "A", "s"), Cue(5, 30, 40, "B"))
    assert paste_over(TRACK, 7, pasted).cues[1:] == (
        Cue(7, 3000, 4000, "A"),
        Cue(3, 1500, 2500, "B"),
    )
    timed = paste_over(TRACK, 7, pasted[:1], texts=False, times=True)
    assert timed.cues[1] == Cue(7, 10, 20, "Three\nwords here")


def test_sort_and_delete() -> None:
    assert [cue.id for cue in sort(TRACK).cues] == [1, 3, 7]
    assert [cue.id for cue in delete(TRACK, (3,)).cues] == [1, 7]


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: set_text(TRACK, 99, "x"),
        lambda: retime(TRACK, 1, 5, 5),
        lambda: insert(TRACK, 9, 3),
        lambda: delete(TRACK, (1, 99)),
        lambda: split(TRACK, 7, 3000, 1),
        lambda: split(TRACK, 7, 3500, 99),
        lambda: merge(TRACK, (1,)),
        lambda: merge(TRACK, (1, 99)),
        lambda: shift(TRACK, 5, (99,)),
        lambda: stretch(TRACK, Fraction(0)),
        lambda: stretch(TRACK, Fraction(2), 0, (99,)),
        lambda: paste_over(TRACK, 3, TRACK.cues),
        lambda: paste_over(TRACK, 3, (Cue(1, 9, 3, "x"),), times=True),
    ],
)
def test_nonsense_is_refused(nonsense: Callable[[], Track]) -> None:
    with pytest.raises(BadValue):
        nonsense()
