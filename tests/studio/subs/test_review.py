"""Review: states are kept with who and when, found again, and tell what changed since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from studio.core.errors import BadValue
from studio.subs.cue import Cue, Track
from studio.subs.review import (
    Review,
    ReviewFile,
    changed_since,
    counts,
    found_again,
    load_review,
    review_name,
    save_review,
    with_note,
    with_state,
)

WHEN = "2026-11-22T18:04:00Z"
TRACK = Track("en", tuple(Cue(n, n * 1000, n * 1000 + 900, f"Line {n}") for n in range(1, 6)))


def approved() -> Review:
    review = with_state(Review("en"), TRACK, (1, 2, 3), "approved", "Mia", WHEN)
    return with_state(review, TRACK, (4,), "translated", "Jo", WHEN)


def with_text(cue_id: int, text: str) -> Track:
    return TRACK.with_cues(
        tuple(replace(cue, text=text) if cue.id == cue_id else cue for cue in TRACK.cues)
    )


def test_states_are_counted_and_drafts_need_no_mark() -> None:
    review = approved()
    assert counts(review, TRACK) == {"draft": 1, "translated": 1, "reviewed": 0, "approved": 3}
    assert (review.by_id()[1].who, review.by_id()[1].when) == ("Mia", WHEN)
    back = with_state(review, TRACK, (1, 2, 3, 4), "draft", "Mia", WHEN)
    assert back.marks == ()


def test_changed_since_approved_until_it_is_approved_again() -> None:
    review = approved()
    now = with_text(2, "Another line")
    assert changed_since(review, TRACK) == ()
    assert changed_since(review, now) == (2,)
    assert changed_since(with_state(review, now, (2,), "approved", "Mia", WHEN), now) == ()
    assert changed_since(review, with_text(4, "x")) == ()
    assert changed_since(review, with_text(4, "x"), ("translated",)) == (4,)


def test_a_note_keeps_the_state_and_outlives_it() -> None:
    review = with_note(approved(), TRACK, 1, "Ask the “director”\nabout \\ this", "Jo", WHEN)
    assert (review.by_id()[1].state, review.by_id()[1].who) == ("approved", "Jo")
    review = with_state(review, TRACK, (1,), "draft", "Jo", WHEN)
    assert review.by_id()[1].note.startswith("Ask")


def test_the_file_comes_back_the_same(tmp_path: Path) -> None:
    review = with_note(approved(), TRACK, 1, 'Ask the “director”\n\tabout \\ "this"', "Jo", WHEN)
    content = ReviewFile(1, (review, Review("zh-Hans")))
    path = tmp_path / review_name("night-stall")
    save_review(path, content)
    assert load_review(path) == content
    first = path.read_bytes()
    save_review(path, load_review(path))
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("schema = 2", "schema"),
        ("schema = 1\n[[reviews]]\nlanguage = 'en'\n[[reviews]]\nlanguage = 'en'", "once"),
        (
            "schema = 1\n[[reviews]]\nlanguage = 'en'\nmarks = [{ cue = { id = 1, start = 0, "
            "text = 'a' }, state = 'fine' }]",
            "state",
        ),
        (
            "schema = 1\n[[reviews]]\nlanguage = 'en'\nmarks = [{ cue = { id = 1, start = 0, "
            "text = 'a' }, when = 'today' }]",
            "today",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_its_fault_named(
    tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "x.review.toml"
    path.write_text(text)
    with pytest.raises(BadValue, match=words):
        load_review(path)


def test_marks_find_their_cues_after_edits_elsewhere() -> None:
    # Renumbered by a cue before them, one rewritten, one gone.
    now = Track(
        "en",
        (
            Cue(1, 0, 500, "New"),
            Cue(2, 1000, 1900, "Line 1"),
            Cue(3, 2000, 2900, "Rewritten"),
            Cue(4, 4000, 4900, "Line 4"),
        ),
    )
    found = found_again(approved(), now)
    states = {id: one.state for id, one in found.review.by_id().items()}
    assert states[2] == "approved"
    assert states[3] == "approved"
    assert states[4] == "translated"
    assert changed_since(found.review, now) == (3,)
    assert [one.cue.id for one in found.lost] == [3]


def test_an_unknown_cue_is_refused() -> None:
    with pytest.raises(BadValue, match="99"):
        with_state(Review("en"), TRACK, (1, 99), "approved", "Mia", WHEN)
