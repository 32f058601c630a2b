"""Missing files are found by what they hold; a name alone is only a guess that is said."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from studio.campaign.document import Campaign, FilmEntry, TrackEntry
from studio.campaign.file import load_campaign, save_campaign
from studio.campaign.project import Marks, Project
from studio.campaign.project_file import open_project
from studio.campaign.reel_entry import CardEntry, MusicEntry, ReelEntry
from studio.campaign.relink import bring_in, missing, relinked, search
from studio.campaign.sources import Known, known_path, load_known, remember
from studio.core.errors import CannotRead
from studio.core.progress import Cancelled

SRT = b"1\n00:00:01,000 --> 00:00:02,000\nHello\n"


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    for name, data in (("a", b"aaaa"), ("b", b"bbbbb"), ("c", b"cc")):
        put(folder / "films" / f"{name}.mp4", data)
    put(folder / "subtitles" / "a.en.srt", SRT)
    tracks = (TrackEntry("en", "subtitles/a.en.srt"),)
    films = (
        FilmEntry("a", "films/a.mp4", {}, tracks),
        FilmEntry("b", "films/b.mp4"),
        FilmEntry("c", "films/c.mp4"),
    )
    campaign = Campaign(films=films)
    save_campaign(campaign, folder / "campaign.toml")
    remember(campaign, folder)
    return folder


def project(home: Path) -> Project:
    return open_project(home / "campaign.toml").project


def test_what_the_sources_were_is_remembered_while_they_are_gone(home: Path) -> None:
    assert load_known(home)["films/b.mp4"] == Known(5, sha(b"bbbbb"))
    (home / "films" / "b.mp4").unlink()
    remember(project(home).campaign, home)
    assert load_known(home)["films/b.mp4"] == Known(5, sha(b"bbbbb"))


@pytest.mark.parametrize("text", ["", "[]", '{"sources": 3}', '{"sources": {"x": {"size": -1}}}'])
def test_a_damaged_memory_remembers_nothing(home: Path, text: str) -> None:
    known_path(home).write_text(text, "utf-8")
    assert load_known(home) == {}


def test_files_are_found_by_content_under_any_name(home: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (home / "films" / f"{name}.mp4").unlink()
    (home / "subtitles" / "a.en.srt").unlink()
    put(tmp_path / "disk" / "x" / "renamed.mov", b"aaaa")
    put(tmp_path / "disk" / "x" / "other.mov", b"xxxx")
    put(tmp_path / "disk" / "b.mp4", b"bbbb!")
    put(tmp_path / "disk" / "y" / "final b.mp4", b"bbbbb")
    put(tmp_path / "disk" / "a.srt", SRT)
    gone = missing(project(home), home)
    assert [one.source.path for one in gone] == [
        "films/a.mp4",
        "subtitles/a.en.srt",
        "films/b.mp4",
    ]
    result = search(gone, tmp_path / "disk")
    assert [(one.path.name, one.sure) for one in result.found] == [
        ("renamed.mov", True),
        ("a.srt", True),
        ("final b.mp4", True),
    ]
    assert result.lost == ()


def test_a_name_alone_is_a_guess_that_says_so(home: Path, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (home / "films" / f"{name}.mp4").unlink()
    known_path(home).unlink()
    put(tmp_path / "disk" / "A.MP4", b"aaaa")
    put(tmp_path / "disk" / "b.mp4", b"other")
    opened = project(home)
    opened = replace(opened, marks={"b": Marks(sha(b"bbbbb")), "a": Marks(sha(b"aaaa"))})
    result = search(missing(opened, home), tmp_path / "disk")
    assert [(one.path.name, one.sure, one.why) for one in result.found] == [
        ("A.MP4", True, "The same content."),
        ("b.mp4", False, "The same name, but other content."),
    ]
    assert [one.source.film for one in result.lost] == ["c"]
    put(tmp_path / "disk" / "far" / "c.mp4", b"1")
    put(tmp_path / "disk" / "z" / "films" / "c.mp4", b"2")
    (best,) = search(result.lost, tmp_path / "disk").found
    assert (best.path.parent.name, best.sure) == ("films", False)
    assert best.why == "The same name; what it held was not remembered."


def test_a_file_from_elsewhere_is_copied_to_where_it_was(home: Path, tmp_path: Path) -> None:
    (home / "films" / "a.mp4").unlink()
    (home / "subtitles" / "a.en.srt").unlink()
    put(tmp_path / "disk" / "x.mp4", b"aaaa")
    put(tmp_path / "disk" / "x.srt", SRT)
    opened = project(home)
    assert not opened.tracks
    result = search(missing(opened, home), tmp_path / "disk")
    paths = bring_in(result.found, home)
    assert paths == {name: name for name in ("films/a.mp4", "subtitles/a.en.srt")}
    assert (home / "films" / "a.mp4").read_bytes() == b"aaaa"
    made = relinked(opened, home, paths)
    assert made.campaign == opened.campaign
    assert made.tracks["a", "en"].cues[0].text == "Hello"
    assert missing(made, home) == ()


def test_a_file_inside_the_folder_is_named_where_it_is(home: Path) -> None:
    (home / "films" / "a.mp4").rename(home / "moved.mp4")
    result = search(missing(project(home), home), home)
    paths = bring_in(result.found, home)
    assert paths == {"films/a.mp4": "moved.mp4"}
    made = relinked(project(home), home, paths)
    assert made.campaign.film("a").source == "moved.mp4"
    save_campaign(made.campaign, home / "campaign.toml")
    assert load_campaign(home / "campaign.toml") == made.campaign


def test_in_place_names_the_place_outside(home: Path, tmp_path: Path) -> None:
    (home / "films" / "a.mp4").unlink()
    put(tmp_path / "disk" / "x.mp4", b"aaaa")
    result = search(missing(project(home), home), tmp_path / "disk")
    assert bring_in(result.found, home, in_place=True) == {"films/a.mp4": "../disk/x.mp4"}


def test_a_search_can_be_stopped_and_a_wrong_folder_is_said(home: Path, tmp_path: Path) -> None:
    (home / "films" / "a.mp4").unlink()
    gone = missing(project(home), home)

    class Stop:
        def report(self, fraction: float, note: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        search(gone, home, Stop())
    with pytest.raises(CannotRead, match="no folder"):
        search(gone, tmp_path / "nowhere")


def test_pictures_and_music_of_a_reel_are_found_again(home: Path, tmp_path: Path) -> None:
    put(home / "art" / "end.png", b"a picture")
    put(home / "art" / "song.wav", b"a song")
    campaign = load_campaign(home / "campaign.toml")
    reel = ReelEntry(
        ending=CardEntry(picture="art/end.png"), music=MusicEntry("art/song.wav", level=-9)
    )
    campaign = campaign.with_film(replace(campaign.films[0], reel=reel))
    save_campaign(campaign, home / "campaign.toml")
    remember(campaign, home)
    (home / "art" / "end.png").rename(home / "last.png")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (home / "art" / "song.wav").rename(elsewhere / "tune.wav")
    before = project(home)
    gone = missing(before, home)
    assert [one.source.path for one in gone] == ["art/end.png", "art/song.wav"]
    found = [*search(gone, home).found, *search(gone, elsewhere).found]
    assert [(one.path.name, one.sure) for one in found] == [("last.png", True), ("tune.wav", True)]
    paths = bring_in(found, home)
    assert paths == {"art/end.png": "last.png", "art/song.wav": "art/song.wav"}
    after = relinked(before, home, paths)
    wanted = replace(reel, ending=CardEntry(picture="last.png"))
    assert after.campaign.films[0].reel == wanted
    assert missing(after, home) == ()
