"""Rows hold every cue once; links follow edits; the line of time finds what is in view."""

from __future__ import annotations

import random
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.core.errors import BadValue
from studio.subs import edits
from studio.subs.cue import Cue, Track
from studio.subs.linked import Linked, Side, followed, locked
from studio.subs.linked_edits import LINKED_EDITS
from studio.subs.linking import Link, Pairing, link
from tests.studio.subs.test_linked_edits import WALKS, _drawn
from ui.subs.links import by_time, changed_cues, same_cues, same_times
from ui.subs.rows import Row, doubtful, linked_share, rows, rows_after
from ui.subs.timeline import Lane, Mark, Window, snapped


def track(language: str, *times: tuple[int, int]) -> Track:
    cues = (Cue(n, start, end, f"{language} {n}") for n, (start, end) in enumerate(times, 1))
    return Track(language, tuple(cues))


A = track("en", (0, 1000), (1000, 2000), (3000, 4000))
B = track("ja", (0, 1000), (1000, 1500), (1500, 2000))
PAIRING = Pairing((Link((1,), (1,), 1.0), Link((2,), (2, 3), 0.7), Link((3,), (), 0.0)))


def test_rows_show_a_link_of_one_to_two_on_two_lines() -> None:
    a, b = A.cues, B.cues
    assert rows(A, B, PAIRING) == (
        Row(a[0], b[0], True, True, False, 1.0),
        Row(a[1], b[1], True, False, True, 0.7),
        Row(None, b[2], False, True, True, 0.7),
        Row(a[2], None, True, True, False, 0.0),
    )


def test_one_track_alone_has_a_row_for_each_cue() -> None:
    assert rows(A, None, None) == tuple(Row(cue, None) for cue in A.cues)
    assert rows(None, None, None) == ()


def test_links_are_counted_in_the_words_of_the_head() -> None:
    assert linked_share(PAIRING) == 2 / 3
    assert doubtful(PAIRING) == 1
    assert linked_share(Pairing(())) == 0


def test_a_row_begins_with_its_earlier_cue() -> None:
    late, early = Cue(1, 500, 900, ""), Cue(1, 400, 900, "")
    assert [Row(late, early).start, Row(late, None).start, Row(None, early).start] == [
        400,
        500,
        400,
    ]


def after(side: Side, edited: Track) -> Pairing:
    return followed(Linked(A, B, PAIRING), side, edited).pairing


def test_links_stay_the_same_object_while_only_texts_and_times_change() -> None:
    moved = edits.retime(edits.set_text(A, 2, "other"), 1, 100, 900)
    assert after("a", moved) is PAIRING


def test_a_deleted_cue_leaves_its_link() -> None:
    links = after("a", edits.delete(A, [2])).links
    assert links == (Link((1,), (1,), 1.0), Link((), (2, 3), 0.7), Link((3,), (), 0.0))


def test_a_new_cue_stands_alone_at_its_time() -> None:
    links = after("a", edits.insert(A, 2200, 2800)).links
    assert [one.a for one in links] == [(1,), (2,), (4,), (3,)]
    assert after("b", edits.insert(B, 3000, 4000)).links[-1] == Link((), (4,), 0.0)


@pytest.mark.parametrize("mode", ["own", "locked"])
def test_rows_made_of_those_shown_are_the_rows(mode: str) -> None:
    changed = 0
    for seed in range(12):
        chance = random.Random(f"rows {mode} {seed}")
        now = locked(_drawn(chance)) if mode == "locked" else _drawn(chance)
        shown: list[Row] = list(rows(now.a, now.b, now.pairing))
        for _ in range(30):
            before = now
            if not before.pairing.links:
                break
            try:
                now = WALKS[chance.choice(sorted(WALKS))](before, chance)
            except BadValue:
                continue
            made = rows_after(shown, before, now, partial(_begins, shown))
            assert made == list(rows(now.a, now.b, now.pairing))
            kept = {id(row) for row in shown}
            changed += sum(id(row) not in kept for row in made)
            shown = made
    assert changed > 100


def _begins(shown: list[Row], link: Link) -> int:
    side, wanted = (0, link.a[0]) if link.a else (1, link.b[0])
    held = (row.cue(side) for row in shown)
    return next(n for n, cue in enumerate(held) if cue is not None and cue.id == wanted)


def test_of_many_rows_only_those_of_an_edit_are_made_anew() -> None:
    shown = rows(A, B, PAIRING)
    before = Linked(A, B, PAIRING)
    now = LINKED_EDITS["split"](before, "a", 1, 500, 2)
    made = rows_after(shown, before, now, partial(_begins, list(shown)))
    assert [row in made and any(row is one for one in made) for row in shown] == [
        *(False, True, True, True)
    ]


def test_tracks_are_compared_by_cues_and_by_times() -> None:
    said, moved = edits.set_text(A, 2, "other"), edits.retime(A, 2, 1100, 1900)
    assert (same_cues(A, said), same_times(A, said)) == (True, True)
    assert (same_cues(A, moved), same_times(A, moved)) == (True, False)
    assert not same_cues(A, edits.delete(A, [3]))
    assert changed_cues(A, said) == (said.cues[1],)


def test_the_first_guess_pairs_what_stands_together() -> None:
    assert by_time(A, B).links == (
        Link((1,), (1,), 1.0),
        Link((2,), (2,), 1.0),
        Link((), (3,), 0.0),
        Link((3,), (), 0.0),
    )


spans = st.lists(st.tuples(st.integers(0, 60_000), st.integers(1, 5_000)), max_size=12)


def drawn(language: str, given_spans: list[tuple[int, int]]) -> Track:
    return track(language, *((start, start + length) for start, length in given_spans))


@settings(deadline=None)
@given(spans, spans, st.data())
def test_every_cue_stands_in_exactly_one_link_after_any_edit(
    first: list[tuple[int, int]], second: list[tuple[int, int]], data: st.DataObject
) -> None:
    a, b = drawn("en", first), drawn("ja", second)
    gone = data.draw(st.sets(st.sampled_from([cue.id for cue in a.cues]))) if a.cues else set()
    edited = edits.delete(a, gone)
    for start, length in data.draw(st.lists(st.tuples(*_TIMES), max_size=3)):
        edited = edits.insert(edited, start, start + length)
    for pairing in (by_time(a, b), link(a, b)):
        links = followed(Linked(a, b, pairing), "a", edited).pairing.links
        assert sorted(one for each in links for one in each.a) == sorted(c.id for c in edited.cues)
        assert sorted(one for each in links for one in each.b) == sorted(c.id for c in b.cues)
        assert all(each.a or each.b for each in links)


_TIMES = (st.integers(0, 60_000), st.integers(1, 5_000))


def test_a_lane_finds_a_long_cue_that_began_far_before_the_view() -> None:
    lane = Lane("en", (Cue(1, 0, 60_000, "long"), Cue(2, 100, 200, ""), Cue(3, 70_000, 71_000, "")))
    assert [cue.id for cue in lane.between(30_000, 40_000)] == [1]


@given(spans, st.integers(0, 60_000), st.integers(0, 9_000))
def test_a_lane_finds_exactly_what_touches_a_span(
    given_spans: list[tuple[int, int]], start: int, length: int
) -> None:
    cues = drawn("en", given_spans).cues
    found = {cue.id for cue in Lane("en", cues).between(start, start + length)}
    assert found == {c.id for c in cues if c.end >= start and c.start <= start + length}


@given(spans, st.data())
def test_a_changed_lane_is_the_lane_of_the_changed_cues(
    given_spans: list[tuple[int, int]], data: st.DataObject
) -> None:
    before = drawn("en", [*given_spans, (5, 50)])
    cue = data.draw(st.sampled_from(before.cues))
    after = edits.set_text(before, cue.id, "other")
    if data.draw(st.booleans()):
        after = edits.retime(after, cue.id, cue.start + 7, cue.end + 9)
    made = Lane("en", before.cues).with_track(after.cues, changed_cues(before, after))
    assert made.given is after.cues
    assert list(made.between(0, 99_999)) == list(Lane("en", after.cues).between(0, 99_999))


def test_the_time_under_the_pointer_stays_while_zooming() -> None:
    window = Window(10_000, 20_000, 100_000, 1000)
    for factor in (0.5, 2.0, 0.1):
        zoomed = window.zoomed(400, factor)
        assert abs(zoomed.ms(400) - window.ms(400)) <= 1
    assert (window.zoomed(400, 1e-9).span, window.zoomed(400, 1e9).span) == (1_500, 100_000)


def test_the_view_stays_within_the_film() -> None:
    window = Window(0, 12_000, 30_000, 1000)
    assert window.at(-500).start == 0
    assert window.at(29_000).start == 18_000
    assert window.showing(5_000) is window
    assert window.showing(20_000).start == 18_000
    assert Fraction(window.ms(window.x(4321))) == 4321


def test_a_time_snaps_to_the_nearest_mark_within_reach() -> None:
    marks = (Mark(1000, "cut"), Mark(1040, "en"))
    assert snapped(1025, marks, 30) == marks[1]
    assert snapped(1100, marks, 30) is None
    assert snapped(1000, (), 30) is None
