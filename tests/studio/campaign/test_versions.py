"""Every save keeps what it replaced; any of the last twenty states can come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from studio.campaign import versions as kept_versions
from studio.campaign.adding import add_track
from studio.campaign.differences import differences
from studio.campaign.document import Campaign, FilmEntry
from studio.campaign.project import Marks, Project
from studio.campaign.project_file import (
    ChangedOutside,
    Opened,
    open_project,
    open_version,
    save_project,
)
from studio.campaign.versions import MOST, versions
from studio.subs.cue import Cue, Track

SRT = "1\n00:00:01,000 --> 00:00:02,500\nA small lamp.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "lamp.mp4").write_bytes(b"film")
    (tmp_path / "lamp.en.srt").write_text(SRT, encoding="utf-8")
    project = Project(Campaign(name="v0", films=(FilmEntry("lamp", "lamp.mp4"),)))
    path = tmp_path / "campaign.toml"
    save_project(project, path, tmp_path, None)
    return path


def save(project: Project, path: Path, before: Opened) -> Opened:
    save_project(project, path, path.parent, before.project, before.seen)
    return open_project(path)


def named(project: Project, name: str) -> Project:
    return project.with_campaign(replace(project.campaign, name=name))


def lettered(project: Project, text: str) -> Project:
    return project.with_track("lamp", Track("en", (Cue(1, 1000, 2500, text),)))


@pytest.fixture
def states(path: Path) -> list[Opened]:
    """Each saved after the one before it."""
    made = [open_project(path)]
    made.append(save(named(made[-1].project, "v1"), path, made[-1]))
    grown = add_track(made[-1].project, path.parent, path.parent / "lamp.en.srt")
    made.append(save(grown, path, made[-1]))
    made.append(save(lettered(grown, "Second."), path, made[-1]))
    made.append(save(made[-1].project.with_marks("lamp", Marks("a", (5,))), path, made[-1]))
    last = named(lettered(made[-1].project, "Third."), "v5")
    made.append(save(last, path, made[-1]))
    return made


def test_every_state_comes_back_whole(path: Path, states: list[Opened]) -> None:
    wanted = [one.project for one in reversed(states[:-1])]
    found = [open_version(path, version) for version in versions(path)]
    assert [one.project for one in found] == wanted
    assert all(not one.problems for one in found)


def test_a_version_brought_back_and_saved_is_the_campaign_again(
    path: Path, states: list[Opened]
) -> None:
    oldest = open_version(path, versions(path)[-1]).project
    save(oldest, path, states[-1])
    assert open_project(path).project == oldest
    assert open_version(path, versions(path)[0]).project == states[-1].project


def test_a_save_that_changes_nothing_keeps_no_version(path: Path, states: list[Opened]) -> None:
    before = versions(path)
    save_project(states[-1].project, path, path.parent, None)
    assert versions(path) == before


def test_only_the_last_twenty_are_kept(path: Path) -> None:
    opened = open_project(path)
    for number in range(MOST + 4):
        opened = save(named(opened.project, f"n{number}"), path, opened)
    names = [open_version(path, one).project.campaign.name for one in versions(path)]
    assert names == [f"n{number}" for number in range(MOST + 2, 2, -1)]


def test_their_room_is_bounded_and_the_newest_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_versions, "ROOM", 1)
    opened = open_project(path)
    for number in range(3):
        opened = save(named(opened.project, f"n{number}"), path, opened)
    (left,) = versions(path)
    assert open_version(path, left).project.campaign.name == "n1"


@pytest.mark.parametrize(
    "harm", [b"", b"{", b"[]", b'{"file": 3}', b'{"file": "campaign.toml", "written": "x"}']
)
def test_a_damaged_version_is_left_out_and_stays(
    path: Path, states: list[Opened], harm: bytes
) -> None:
    victim = versions(path)[1].place / "version.json"
    victim.write_bytes(harm)
    assert len(versions(path)) == len(states) - 2
    assert victim.read_bytes() == harm


def test_a_version_that_names_files_elsewhere_is_none(path: Path, states: list[Opened]) -> None:
    victim = versions(path)[0].place / "version.json"
    victim.write_text('{"file": "campaign.toml", "written": 1.0, "replaced": ["../../x"]}')
    assert len(versions(path)) == len(states) - 2


# -- other programs -----------------------------------------------------------------------


def test_a_file_changed_by_another_program_is_not_replaced(
    path: Path, states: list[Opened]
) -> None:
    track = path.parent / "lamp.en.srt"
    track.write_text(SRT.replace("small", "tall"), encoding="utf-8")
    theirs = track.read_bytes()
    campaign = path.read_bytes()
    mine = named(lettered(states[-1].project, "Mine."), "mine")
    with pytest.raises(ChangedOutside) as caught:
        save(mine, path, states[-1])
    assert caught.value.files == ("lamp.en.srt",)
    assert (track.read_bytes(), path.read_bytes()) == (theirs, campaign)
    save_project(mine, path, path.parent, states[-1].project)
    assert open_project(path).project == mine
    assert (versions(path)[0].place / "lamp.en.srt").read_bytes() == theirs


def test_what_is_not_to_be_written_may_have_changed(path: Path, states: list[Opened]) -> None:
    (path.parent / "lamp.en.srt").write_text(SRT, encoding="utf-8")
    save(named(states[-1].project, "mine"), path, states[-1])
    assert open_project(path).project.campaign.name == "mine"


def test_a_file_that_became_what_is_saved_is_no_conflict(path: Path, states: list[Opened]) -> None:
    mine = lettered(states[-1].project, "Mine.")
    save_project(mine, path, path.parent, states[-1].project)
    save_project(mine, path, path.parent, states[-1].project, states[-1].seen)
    assert open_project(path).project == mine


def test_a_file_that_went_is_written_again(path: Path, states: list[Opened]) -> None:
    (path.parent / "lamp.en.srt").unlink()
    mine = lettered(states[-1].project, "Mine.")
    save(mine, path, states[-1])
    assert open_project(path).project == mine


def test_what_a_save_wrote_is_known_for_the_next(path: Path, states: list[Opened]) -> None:
    seen, before = states[-1].seen, states[-1].project
    for name in ("a", "b"):
        mine = lettered(named(before, name), name)
        written = save_project(mine, path, path.parent, before, seen)
        seen, before = written.seen, mine
    assert open_project(path).project == before


# -- differences --------------------------------------------------------------------------


def test_differences_are_told_part_by_part(states: list[Opened]) -> None:
    assert differences(states[0].project, states[0].project) == ()
    assert differences(states[2].project, states[-1].project) == (
        "The name: “v1” becomes “v5”.",
        "Cues that differ in lamp, en: 1.",
        "The marks on lamp differ.",
    )
