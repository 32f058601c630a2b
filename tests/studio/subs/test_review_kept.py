"""Reviews outlive files: what changed is found again, what is lost is kept, who did it is told."""

from __future__ import annotations

from dataclasses import replace

from studio.core.plain import parse_toml, structure
from studio.subs.cue import Cue, Track
from studio.subs.review import (
    SCHEMA,
    Review,
    ReviewFile,
    as_saved,
    changed_since,
    found_again,
    review_text,
    with_note,
    with_state,
    without_gone,
)

MIA, JO = "2026-11-22T18:04:00Z", "2026-11-22T19:00:00Z"
TRACK = Track("en", tuple(Cue(n, n * 1000, n * 1000 + 900, f"Line {n}") for n in range(1, 6)))


def approved() -> Review:
    return with_state(Review("en"), TRACK, (1, 2, 3), "approved", "Mia", MIA)


def edited(cue_id: int, **changes: object) -> Track:
    return TRACK.with_cues(
        tuple(replace(c, **changes) if c.id == cue_id else c for c in TRACK.cues)  # type: ignore[arg-type]
    )


def read_again(review: Review) -> Review:
    text = review_text(ReviewFile(SCHEMA, (review,)))
    return structure(parse_toml(text, "x"), ReviewFile, "x").reviews[0]


def test_who_approved_and_who_wrote_the_note_are_both_known() -> None:
    noted = with_note(approved(), TRACK, 1, "Why?", "Jo", JO)
    (one, *_) = noted.marks
    assert (one.setter, one.noter) == (("Mia", MIA), ("Jo", JO))
    again = with_state(noted, TRACK, (1,), "reviewed", "Ann", JO).marks[0]
    assert (again.setter, again.noter) == (("Ann", JO), ("Jo", JO))
    assert read_again(noted) == noted


def test_a_cue_that_was_rewritten_and_moved_is_found_after_it_was_saved() -> None:
    now = edited(2, text="Something else", start=2600, end=2900)
    saved = read_again(as_saved(approved(), now))
    renumbered = now.with_cues(tuple(replace(c, id=c.id + 3) for c in now.cues))
    found = found_again(saved, renumbered)
    assert found.lost == ()
    assert [one.cue.id for one in found.review.marks] == [4, 5, 6]
    assert changed_since(found.review, renumbered) == (5,)
    assert all(one.now is None for one in found.review.marks)


def test_what_a_format_rounds_is_no_change_and_what_somebody_moved_is() -> None:
    rounded = edited(2, start=2004)
    assert changed_since(found_again(approved(), rounded).review, rounded) == ()
    moved = edited(2, start=2100)
    assert changed_since(found_again(approved(), moved).review, moved) == (2,)


def test_lost_marks_are_kept_and_come_back_with_their_cue() -> None:
    without = TRACK.with_cues(TRACK.cues[:1] + TRACK.cues[2:])
    found = found_again(approved(), without)
    assert [one.cue.id for one in found.lost] == [2]
    kept = read_again(as_saved(found.review, without))
    assert [one.cue.id for one in kept.lost] == [2]
    again = with_state(kept, without, (4,), "reviewed", "Jo", JO)
    back = found_again(again, TRACK).review
    assert back.lost == ()
    assert [one.cue.id for one in back.marks] == [1, 2, 3, 4]


def test_a_deleted_cue_takes_its_mark_along() -> None:
    review = approved()
    assert without_gone(review, TRACK) is review
    left = without_gone(review, TRACK.with_cues(TRACK.cues[1:]))
    assert [one.cue.id for one in left.marks] == [2, 3]
