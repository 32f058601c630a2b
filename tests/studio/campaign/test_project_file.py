"""A project is opened and saved whole: campaign, tracks and marks, with the version before kept."""

import errno
import os
from dataclasses import replace

import pytest

from studio.campaign.adding import add_films, add_poster, add_track, begun_track
from studio.campaign.document import PosterEntry
from studio.campaign.file import load_campaign
from studio.campaign.project import Marks, TrackForm
from studio.campaign.project_file import open_project, project_of_films, save_project
from studio.core.errors import BadValue, CannotRead, CannotWrite
from studio.subs.cue import Cue, Track

SRT = "1\n00:00:01,000 --> 00:00:02,500\nA small lamp.\n\n2\n00:00:03,000 --> 00:00:04,000\nHome.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "films").mkdir()
    (tmp_path / "films" / "night-stall.mp4").write_bytes(b"not looked at here")
    (tmp_path / "night-stall.en.srt").write_text(SRT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def opened(folder):
    begun = project_of_films((folder / "films" / "night-stall.mp4",))
    save_project(begun.project, folder / "campaign.toml", begun.folder, None)
    project = open_project(folder / "campaign.toml")
    grown = add_track(project.project, folder, folder / "night-stall.en.srt")
    return replace(project, project=grown)


def test_a_campaign_begun_with_films_names_them(folder):
    begun = project_of_films((folder / "films" / "night-stall.mp4",))
    film = begun.project.campaign.films[0]
    assert (film.id, film.source, film.title["en"]) == (
        "night-stall",
        "night-stall.mp4",
        "Night Stall",
    )
    assert begun.path is None


def test_saving_moves_sources_with_the_campaign(folder, opened):
    film = opened.project.campaign.films[0]
    assert film.source == "films/night-stall.mp4"


def test_what_was_saved_opens_the_same(folder, opened):
    marked = opened.project.with_marks("night-stall", Marks("ab" * 32, stars=(10, 20)))
    save_project(marked, folder / "campaign.toml", folder, None)
    again = open_project(folder / "campaign.toml")
    assert again.project == marked
    assert again.problems == ()


def test_only_what_changed_is_written(folder, opened):
    save_project(opened.project, folder / "campaign.toml", folder, None)
    before = (folder / "night-stall.en.srt").stat().st_mtime_ns
    campaign = replace(opened.project.campaign, name="Another")
    renamed = opened.project.with_campaign(campaign)
    save_project(renamed, folder / "campaign.toml", folder, opened.project)
    assert (folder / "night-stall.en.srt").stat().st_mtime_ns == before


def test_the_version_before_is_kept(folder, opened):
    track = opened.project.tracks["night-stall", "en"]
    cues = tuple(replace(cue, text="Other.") for cue in track.cues)
    edited = opened.project.with_track("night-stall", Track("en", cues))
    save_project(edited, folder / "campaign.toml", folder, opened.project)
    assert "Other." in (folder / "night-stall.en.srt").read_text(encoding="utf-8")
    (kept,) = (folder / ".lobbycard" / "before").rglob("night-stall.en.srt")
    assert kept.read_text(encoding="utf-8") == SRT


def test_a_film_elsewhere_is_refused_with_a_hint(folder, opened, tmp_path_factory):
    other = tmp_path_factory.mktemp("elsewhere") / "film.mp4"
    other.write_bytes(b"x")
    with pytest.raises(BadValue, match="does not lie in") as caught:
        add_films(opened.project, folder, (other,))
    assert caught.value.hint


def test_a_track_that_cannot_be_read_is_said_and_the_rest_stands(folder, opened):
    save_project(opened.project, folder / "campaign.toml", folder, None)
    (folder / "night-stall.en.srt").write_bytes(b"")
    again = open_project(folder / "campaign.toml")
    assert again.project.campaign == opened.project.campaign
    assert "night-stall.en.srt is empty" in again.problems[0]


def test_a_missing_campaign_is_said(folder):
    with pytest.raises(CannotRead, match="is not there"):
        open_project(folder / "nothing.toml")


def test_posters_get_free_ids(opened):
    twice = add_poster(opened.project, "night-stall", PosterEntry("lamp", "quiet-line"))
    twice = add_poster(twice, "night-stall", PosterEntry("lamp", "quiet-line"))
    ids = [poster.id for poster in twice.campaign.film("night-stall").posters]
    assert ids == ["lamp", "lamp-2"]


def test_a_track_whose_file_is_gone_is_said_and_never_written_empty(folder, opened):
    save_project(opened.project, folder / "campaign.toml", folder, None)
    (folder / "night-stall.en.srt").unlink()
    again = open_project(folder / "campaign.toml")
    assert "night-stall.en.srt is not there" in again.problems[0]
    save_project(again.project, folder / "campaign.toml", folder, None)
    assert not (folder / "night-stall.en.srt").exists()
    assert load_campaign(folder / "campaign.toml") == opened.project.campaign


def test_a_begun_track_gets_its_file_with_the_first_save(folder, opened):
    begun = begun_track(opened.project, "night-stall", "zh-Hans")
    save_project(begun, folder / "campaign.toml", folder, opened.project)
    again = open_project(folder / "campaign.toml")
    path = folder / "subtitles" / "night-stall.zh-Hans.srt"
    assert path.is_file()
    filled = begun.with_track("night-stall", Track("zh-Hans", (Cue(1, 1000, 2000, "灯"),)))
    save_project(filled, folder / "campaign.toml", folder, begun)
    again = open_project(folder / "campaign.toml")
    assert again.project.tracks["night-stall", "zh-Hans"].cues[0].text == "灯"


def whole(folder):
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".lobbycard" not in path.parts
    }


def changed(opened, text="Other."):
    track = opened.project.tracks["night-stall", "en"]
    cues = tuple(replace(cue, text=text) for cue in track.cues)
    campaign = replace(opened.project.campaign, name="Changed")
    return opened.project.with_campaign(campaign).with_track("night-stall", Track("en", cues))


def test_an_encoding_that_cannot_hold_a_character_saves_nothing(folder, opened):
    save_project(opened.project, folder / "campaign.toml", folder, None)
    form = {("night-stall", "en"): TrackForm("srt", "iso-8859-1")}
    before = whole(folder)
    with pytest.raises(CannotWrite, match=r"night-stall\.en\.srt"):
        save_project(
            replace(changed(opened, "灯"), forms=form), folder / "campaign.toml", folder, None
        )
    assert whole(folder) == before


@pytest.mark.parametrize("number", range(4))
def test_a_full_disk_leaves_everything_as_it_was(folder, opened, monkeypatch, number):
    """Whichever of the writes it is that finds no room."""
    save_project(opened.project, folder / "campaign.toml", folder, None)
    before = whole(folder)
    calls = []
    real = os.fsync

    def fsync(handle):
        calls.append(handle)
        if len(calls) > number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(handle)

    monkeypatch.setattr("studio.core.files.os.fsync", fsync)
    with pytest.raises(CannotWrite, match="No space left"):
        save_project(changed(opened), folder / "campaign.toml", folder, opened.project)
    monkeypatch.undo()
    assert whole(folder) == before
    assert not list(folder.rglob(".*.part*"))


@pytest.mark.parametrize("broken", [b"name = ", b"\xff\xfe\x00", b"", b"[[films]]\nid = 3\n"])
def test_saving_over_a_file_that_broke_meanwhile_keeps_it_as_the_version_before(
    folder, opened, broken
):
    path = folder / "campaign.toml"
    save_project(opened.project, path, folder, None)
    path.write_bytes(broken)
    save_project(changed(opened), path, folder, opened.project)
    assert load_campaign(path).name == "Changed"
    (kept, *_) = sorted((folder / ".lobbycard/before").rglob("campaign.toml"), reverse=True)
    assert kept.read_bytes() == broken


@pytest.mark.parametrize(
    "marks", [b"stars = 3", b"\x00\xff", b"stars = [1", b"unknown = 1", b"stars = [1.5]"]
)
def test_marks_that_cannot_be_read_are_said_and_the_rest_stands(folder, opened, marks):
    save_project(opened.project, folder / "campaign.toml", folder, None)
    (folder / "films/night-stall.marks.toml").write_bytes(marks)
    again = open_project(folder / "campaign.toml")
    assert again.project == opened.project
    assert "night-stall.marks.toml" in again.problems[0]


def test_saving_elsewhere_takes_the_tracks_along_and_leaves_the_old_place(folder, opened):
    save_project(opened.project, folder / "campaign.toml", folder, None)
    before = whole(folder)
    above = folder / "films"
    saved = save_project(
        opened.project.with_marks("night-stall", Marks("ab" * 32, stars=(1,))),
        above / "campaign.toml",
        folder,
        opened.project,
    )
    film = saved.project.campaign.films[0]
    assert (film.source, film.tracks[0].file) == ("night-stall.mp4", "night-stall.en.srt")
    again = open_project(above / "campaign.toml")
    assert again.problems == ()
    assert again.project == saved.project
    assert {path: data for path, data in whole(folder).items() if path in before} == before


def test_saving_where_the_films_are_not_is_refused(folder, opened, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    with pytest.raises(BadValue, match="does not lie in"):
        save_project(opened.project, other / "campaign.toml", folder, None)
    assert list(other.iterdir()) == []


def test_a_track_keeps_what_its_file_holds_beside_the_cues(folder, opened):
    path = folder / "night-stall.ko.vtt"
    head = b"WEBVTT\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\na\r\n"
    path.write_bytes(head + b"00:01.000 --> 00:02.000\r\nOne\r\n")
    before = path.read_bytes()
    grown = add_track(opened.project, folder, path)
    saved = save_project(grown, folder / "campaign.toml", folder, None).project
    assert path.read_bytes() == before
    track = saved.tracks["night-stall", "ko"]
    other = track.with_cues((replace(track.cues[0], text="Two"),))
    save_project(saved.with_track("night-stall", other), folder / "campaign.toml", folder, saved)
    assert path.read_bytes() == head + b"00:00:01.000 --> 00:00:02.000\r\nTwo\r\n"
