"""Duplicates, new names and removals leave a campaign that still says what it said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from studio.campaign.arranging import (
    duplicate_film,
    duplicate_poster,
    move_film,
    move_poster,
    remove_film,
    remove_poster,
    remove_track,
    rename_film,
    rename_poster,
    retitle_film,
)
from studio.campaign.document import (
    Campaign,
    Deliverable,
    FilmEntry,
    Market,
    PosterEntry,
    TrackEntry,
)
from studio.campaign.project import Marks, Project, TrackForm
from studio.campaign.validity import problems
from studio.core.errors import BadValue
from studio.subs.cue import Track


def project() -> Project:
    lamp = PosterEntry("lamp", "quiet-line", copy={"en": "A lamp."})
    bus = PosterEntry("bus", "quiet-line")
    films = (
        FilmEntry(
            "stall", "films/stall.mp4", {"en": "Stall"},
            (TrackEntry("en", "subtitles/stall.en.srt"), TrackEntry("ko", "subtitles/lost.srt")),
            (lamp, bus),
        ),
        FilmEntry("bus", "films/bus.mp4", posters=(bus,)),
    )  # fmt: skip
    campaign = Campaign(
        films=films,
        markets=(Market("uk", ("en",)),),
        deliverables=(
            Deliverable("a2", films=("stall",)),
            Deliverable("one-sheet", posters=("lamp",)),
            Deliverable("weibo-square", posters=("lamp", "bus")),
            Deliverable(video="web-720p"),
        ),
    )
    key = ("stall", "en")
    return Project(
        campaign, {key: Track("en")}, {key: TrackForm("srt", "utf-8")}, {"stall": Marks("a" * 64)}
    )


def sound(made: Project) -> Campaign:
    assert problems(made.campaign, Path("/campaign")) == ()
    return made.campaign


def test_a_duplicate_film_has_tracks_marks_and_deliveries_of_its_own() -> None:
    made = duplicate_film(project(), "stall")
    campaign = sound(made)
    assert [film.id for film in campaign.films] == ["stall", "stall-2", "bus"]
    twin = campaign.film("stall-2")
    assert twin.source == "films/stall.mp4"
    assert twin.tracks == (
        TrackEntry("en", "subtitles/stall-2.en.srt"),
        TrackEntry("ko", "subtitles/lost.srt"),
    )
    assert twin.posters == campaign.film("stall").posters
    assert campaign.deliverables[0] == Deliverable("a2", films=("stall", "stall-2"))
    assert campaign.deliverables[1:] == project().campaign.deliverables[1:]
    assert made.tracks["stall-2", "en"] is made.tracks["stall", "en"]
    assert made.forms["stall-2", "en"] == TrackForm("srt", "utf-8")
    assert made.marks["stall-2"] == Marks("a" * 64)


def test_a_duplicate_never_writes_into_the_file_of_another_track() -> None:
    before = project()
    bus = before.campaign.film("bus")
    taken = replace(bus, tracks=(TrackEntry("fr", "subtitles/STALL-2.en.srt"),))
    made = duplicate_film(before.with_campaign(before.campaign.with_film(taken)), "stall")
    assert made.campaign.film("stall-2").tracks[0].file == "subtitles/stall-2-2.en.srt"


def test_a_duplicate_of_a_duplicate_counts_on() -> None:
    made = duplicate_film(duplicate_film(project(), "stall"), "stall-2")
    assert [film.id for film in sound(made).films] == ["stall", "stall-2", "stall-3", "bus"]


def test_a_duplicate_poster_is_delivered_like_the_first() -> None:
    campaign = sound(duplicate_poster(project(), "stall", "lamp"))
    posters = campaign.film("stall").posters
    assert [poster.id for poster in posters] == ["lamp", "lamp-2", "bus"]
    assert posters[1].copy == {"en": "A lamp."}
    assert campaign.deliverables[1] == Deliverable("one-sheet", posters=("lamp", "lamp-2"))
    assert campaign.deliverables[2].posters == ("lamp", "lamp-2", "bus")


def test_a_renamed_film_is_the_same_everywhere() -> None:
    made = rename_film(project(), "stall", "night-stall")
    campaign = sound(made)
    assert campaign.deliverables[0].films == ("night-stall",)
    assert set(made.tracks) == {("night-stall", "en")} == set(made.forms)
    assert set(made.marks) == {"night-stall"}
    assert rename_film(made, "night-stall", "stall") == project()


@pytest.mark.parametrize("name", ["", "a/b", "con", "BUS", "x" * 200, " a"])
def test_a_name_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(BadValue):
        rename_film(project(), "stall", name)
    with pytest.raises(BadValue):
        rename_poster(project(), "stall", "lamp", name)


def test_a_renamed_poster_stays_delivered_and_leaves_other_films_alone() -> None:
    alone = sound(rename_poster(project(), "stall", "lamp", "light"))
    assert alone.deliverables[1].posters == ("light",)
    shared = sound(rename_poster(project(), "stall", "bus", "late"))
    assert shared.deliverables[2].posters == ("lamp", "bus", "late")
    assert [poster.id for poster in shared.film("bus").posters] == ["bus"]


def test_what_was_asked_for_a_removed_film_alone_goes_with_it() -> None:
    made = remove_film(project(), "stall")
    campaign = sound(made)
    assert campaign.deliverables == (
        Deliverable("weibo-square", posters=("bus",)),
        Deliverable(video="web-720p"),
    )
    assert not made.tracks
    assert not made.forms
    assert not made.marks


def test_what_was_asked_for_a_removed_poster_alone_goes_with_it() -> None:
    campaign = sound(remove_poster(project(), "stall", "lamp"))
    assert [ask.posters for ask in campaign.deliverables] == [(), ("bus",), ()]
    kept = sound(remove_poster(project(), "stall", "bus"))
    assert kept.deliverables == project().campaign.deliverables


def test_a_removed_track_is_gone_from_all_places() -> None:
    made = remove_track(project(), "stall", "en")
    assert [track.language for track in made.campaign.film("stall").tracks] == ["ko"]
    assert not made.tracks
    assert not made.forms


def test_order_changes_and_nothing_else() -> None:
    made = move_film(project(), "bus", 0)
    assert [film.id for film in made.campaign.films] == ["bus", "stall"]
    assert move_film(made, "bus", 1) == project()
    posters = move_poster(project(), "stall", "bus", 0).campaign.film("stall").posters
    assert [poster.id for poster in posters] == ["bus", "lamp"]


def test_a_title_is_set_and_taken_away_by_language() -> None:
    made = retitle_film(project(), "stall", "zh-Hans", " 夜摊 ")
    assert made.campaign.film("stall").title == {"en": "Stall", "zh-Hans": "夜摊"}
    assert retitle_film(made, "stall", "zh-Hans", "") == project()


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(BadValue, match="“stall” has no poster “x”"):
        duplicate_poster(project(), "stall", "x")
    with pytest.raises(BadValue, match="no film “x”"):
        duplicate_film(project(), "x")
