"""A project is opened and saved whole: campaign, tracks and marks, with the version before kept."""

from dataclasses import replace

import pytest

from studio.campaign.adding import add_films, add_poster, add_track
from studio.campaign.document import PosterEntry
from studio.campaign.project import Marks
from studio.campaign.project_file import open_project, project_of_films, save_project
from studio.core.errors import BadValue, CannotRead
from studio.subs.cue import Track

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
    kept = folder / ".lobbycard" / "before" / "night-stall.en.srt"
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
