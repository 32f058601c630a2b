"""Reviews are saved with the campaign, read back, kept by copies and told as differences."""

from __future__ import annotations

from pathlib import Path

from studio.campaign.adding import add_track
from studio.campaign.arranging import duplicate_film, remove_film, remove_track, rename_film
from studio.campaign.differences import differences
from studio.campaign.project import Project
from studio.campaign.project_file import Opened, open_project, project_of_films, save_project
from studio.subs.review import with_note, with_state

SRT = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\nLine {n}\n\n" for n in range(1, 6))
WHEN = "2026-11-22T18:04:00Z"


def opened(folder: Path) -> Opened:
    (folder / "lamp.mp4").write_bytes(b"not looked at here")
    (folder / "lamp.en.srt").write_text(SRT, encoding="utf-8")
    begun = project_of_films((folder / "lamp.mp4",))
    project = add_track(begun.project, folder, folder / "lamp.en.srt")
    review = with_state(
        project.review("lamp", "en"), project.tracks["lamp", "en"], (2, 3), "approved", "Mia", WHEN
    )
    project = project.with_review("lamp", review)
    save_project(project, folder / "campaign.toml", begun.folder, None)
    return open_project(folder / "campaign.toml")


def ids(project: Project, film: str = "lamp") -> list[int]:
    return [one.cue.id for one in project.review(film, "en").marks]


def test_they_come_back_and_an_edit_elsewhere_moves_them_along(tmp_path: Path) -> None:
    first = opened(tmp_path)
    assert (first.problems, ids(first.project)) == ((), [2, 3])
    head = "1\n00:00:00,100 --> 00:00:00,800\nNew\n\n"
    (tmp_path / "lamp.en.srt").write_text(head + SRT.replace("Line 3\n", "Gone\n"), "utf-8")
    again = open_project(tmp_path / "campaign.toml")
    assert ids(again.project) == [3, 4]


def test_lost_ones_are_told_and_stay_in_the_file(tmp_path: Path) -> None:
    opened(tmp_path)
    (tmp_path / "lamp.en.srt").write_text(SRT[: SRT.index("2\n00")], encoding="utf-8")
    again = open_project(tmp_path / "campaign.toml")
    assert "2 cues" in again.problems[0]
    noted = again.project.with_review(
        "lamp",
        with_note(
            again.project.review("lamp", "en"),
            again.project.tracks["lamp", "en"], 1, "Here", "Jo", WHEN,
        ),
    )  # fmt: skip
    save_project(noted, tmp_path / "campaign.toml", tmp_path, again.project, again.seen)
    (tmp_path / "lamp.en.srt").write_text(SRT, encoding="utf-8")
    assert ids(open_project(tmp_path / "campaign.toml").project) == [1, 2, 3]


def test_a_damaged_file_is_told_and_the_rest_stands(tmp_path: Path) -> None:
    opened(tmp_path)
    (tmp_path / "subtitles" / "lamp.review.toml").write_text("schema = 9\n", encoding="utf-8")
    again = open_project(tmp_path / "campaign.toml")
    assert len(again.problems) == 1
    assert ids(again.project) == []
    assert ("lamp", "en") in again.project.tracks


def test_copies_have_their_own_and_what_goes_takes_it_along(tmp_path: Path) -> None:
    project = opened(tmp_path).project
    assert ids(duplicate_film(project, "lamp"), "lamp-2") == [2, 3]
    assert ids(rename_film(project, "lamp", "light"), "light") == [2, 3]
    assert remove_film(project, "lamp").reviews == {}


def test_a_track_that_is_added_again_finds_what_was_said_of_it(tmp_path: Path) -> None:
    project = remove_track(opened(tmp_path).project, "lamp", "en")
    (tmp_path / "lamp.en.srt").write_text(
        "0\n00:00:00,100 --> 00:00:00,800\nNew\n\n" + SRT, "utf-8"
    )
    assert ids(add_track(project, tmp_path, tmp_path / "lamp.en.srt")) == [3, 4]


def test_what_differs_is_said_in_words(tmp_path: Path) -> None:
    project = opened(tmp_path).project
    track = project.tracks["lamp", "en"]
    other = project.with_review(
        "lamp", with_state(project.review("lamp", "en"), track, (1,), "reviewed", "Jo", WHEN)
    )
    assert differences(project, other) == ("States or notes that differ in lamp, en: 1.",)
