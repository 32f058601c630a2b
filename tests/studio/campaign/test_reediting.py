"""A new edit in place of a film: decisions go along, those that cannot are told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from studio.campaign.document import Campaign, FilmEntry, PosterEntry, StillRef, picked
from studio.campaign.project import Marks, Project
from studio.campaign.reediting import Carried, decided_frames, re_edited
from studio.conform.conform import Conformed, FoundFrame, Span
from studio.core.geometry import Rect
from studio.core.history import History
from studio.media.probe import probe
from tests.drawn import draw_film

TICK = 512
"""Of the drawn films' time base to a frame, at 25 a second."""


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Conformed:
    """Of 50 frames 10 to 29 are gone, 30 to 49 come first; 0 to 9 come after them."""
    film = probe(draw_film(tmp_path_factory.mktemp("film") / "film.mp4", sound=""))
    assert film.video.time_base == Fraction(1, 25 * TICK)
    old, new = replace(film, sha256="a" * 64), replace(film, sha256="b" * 64)

    def at(frame: int) -> Fraction:
        return Fraction(frame, 25)

    spans = (Span(at(0), at(10), at(20), at(30), 0.9), Span(at(30), at(50), at(0), at(20), 1.0))
    pts = np.arange(51) * TICK
    whole = Rect(0, 0, 1, 1)
    sure = np.ones(50, np.float32)
    return Conformed(old, new, spans, (), (), pts, pts[:31], sure, (whole, whole))


def still(frame: int, *, auto: bool = False, sha256: str = "a" * 64) -> StillRef:
    return picked(frame * TICK, Fraction(1, 25 * TICK), sha256, auto=auto)


def project(*stills: StillRef, marks: Marks | None = None) -> Project:
    posters = tuple(
        PosterEntry(f"p{at}", "quiet-line", one, (0.2, 0.3)) for at, one in enumerate(stills)
    )
    films = (FilmEntry("lamp", "films/v1.mp4", posters=posters), FilmEntry("bus", "films/bus.mp4"))
    return Project(Campaign(films=films), marks={"lamp": marks} if marks else {})


def edit(before: Project, made: Conformed):
    frames = {pts: made.new_frame(pts) for pts in decided_frames(before, "lamp", made.old)}
    return re_edited(before, "lamp", "films/v2.mp4", made, frames)


def test_stills_go_along_and_those_that_are_gone_stay_and_are_told(made) -> None:
    before = project(still(3, auto=True), still(15), still(40), StillRef())
    after = edit(before, made)
    film = after.project.campaign.film("lamp")
    assert film.source == "films/v2.mp4"
    assert [one.still for one in film.posters] == [
        still(23, auto=True, sha256="b" * 64), still(15), still(10, sha256="b" * 64), StillRef(),
    ]  # fmt: skip
    assert all(one.focus == (0.2, 0.3) for one in film.posters)
    assert after.carried == (
        Carried("still", "p0", Fraction(3, 25), Fraction(23, 25), 0.9),
        Carried("still", "p1", Fraction(15, 25), None, 0.0),
        Carried("still", "p2", Fraction(40, 25), Fraction(10, 25), 1.0),
    )
    assert [one.state for one in after.carried] == ["moved", "gone", "moved"]
    assert after.gone == (after.carried[1],)
    assert after.project.campaign.film("bus") is before.campaign.film("bus")


def test_a_time_that_was_written_stays_a_time_and_shows_the_same_frame(made) -> None:
    after = edit(project(StillRef("00:00:01.730"), StillRef("nonsense")), made)
    posters = after.project.campaign.film("lamp").posters
    assert [one.still.text for one in posters] == ["00:00:00.520", "nonsense"]
    assert len(after.carried) == 1


def test_marks_go_along_and_become_those_of_the_new_edit(made) -> None:
    marks = Marks(
        "a" * 64, (2 * TICK, 12 * TICK), (31 * TICK,), (5 * TICK, 20 * TICK), (30 * TICK,)
    )
    after = edit(project(marks=marks), made)
    assert after.project.marks["lamp"] == Marks(
        "b" * 64, (22 * TICK,), (1 * TICK,), (25 * TICK,), ()
    )
    # The shots on both sides of the cut that was removed no longer meet: nothing is to be joined.
    assert {(one.kind, one.state) for one in after.carried} == {
        ("star", "moved"), ("star", "gone"), ("rejection", "moved"),
        ("added cut", "moved"), ("added cut", "gone"), ("removed cut", "gone"),
    }  # fmt: skip


def test_a_removed_cut_stays_removed_where_the_same_frames_meet(made) -> None:
    after = edit(project(marks=Marks("a" * 64, removed=(7 * TICK,))), made)
    assert after.project.marks["lamp"].removed == (27 * TICK,)


def test_what_belongs_to_yet_another_edit_is_left_alone(made) -> None:
    marks = Marks("c" * 64, stars=(3 * TICK,))
    before = project(still(3, sha256="c" * 64), marks=marks)
    after = edit(before, made)
    assert after.carried == ()
    assert after.project.marks == before.marks
    assert after.project.campaign.film("lamp").posters == before.campaign.film("lamp").posters


def test_a_still_at_its_place_is_kept(made) -> None:
    same = replace(made, spans=(Span(Fraction(0), Fraction(2), Fraction(0), Fraction(2), 1.0),))
    after = re_edited(
        project(still(3)), "lamp", "films/v2.mp4", same, {3 * TICK: FoundFrame(3 * TICK, 0.8)}
    )
    assert [(one.state, one.confidence) for one in after.carried] == [("kept", 0.8)]
    assert [one.text for one in after.carried] == ["Still of “p0”"]


def test_one_step_back_is_the_project_before(made) -> None:
    before = project(still(3), marks=Marks("a" * 64, stars=(2 * TICK,)))
    history = History(before)
    history.commit(edit(before, made).project, "New edit")
    assert history.value != before
    history.undo()
    assert history.value is before
