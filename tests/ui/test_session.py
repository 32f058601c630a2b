"""The one place where the document changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.campaign.document import Campaign, FilmEntry
from studio.campaign.project import Marks, Project
from studio.campaign.project_file import Opened, open_project
from studio.core.errors import CannotWrite
from ui.session import Session

PROJECT = Project(Campaign(name="Small Lights", films=(FilmEntry("lamp", "lamp.mp4"),)))


def named(name: str, project: Project) -> Project:
    return project.with_campaign(replace(project.campaign, name=name))


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Session:
    (tmp_path / "lamp.mp4").write_bytes(b"film")
    made = Session()
    made.open(Opened(PROJECT, None, tmp_path))
    return made


def test_an_edit_is_heard_with_what_was_and_what_is(session: Session) -> None:
    heard: list[tuple[Project, Project]] = []
    session.changed.connect(lambda before, after: heard.append((before, after)))
    session.apply("Rename", lambda p: named("Big Lights", p))
    assert heard == [(PROJECT, named("Big Lights", PROJECT))]
    assert session.project == named("Big Lights", PROJECT)


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    session.apply("Rename", lambda p: named("Small Lights", p))
    assert session.history is not None
    assert session.history.undo_label is None


def test_undo_and_redo_bring_back_document_and_place(session: Session) -> None:
    places: list[object] = []
    session.focus_wanted.connect(places.append)
    session.apply("Star", lambda p: p.with_marks("lamp", Marks("a", (5,))), focus=("film", "lamp"))
    session.undo()
    assert session.project == PROJECT
    session.redo()
    assert session.project.marks["lamp"].stars == (5,)
    assert places == [("film", "lamp")] * 2


def test_steps_with_one_key_are_one_undo(session: Session) -> None:
    for name in ("B", "Bi", "Big"):
        session.apply("Rename", lambda p, name=name: named(name, p), merge="name")
    session.undo()
    assert session.project == PROJECT


def test_an_edit_that_fails_leaves_the_document(session: Session) -> None:
    def broken(_: Project) -> Project:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        session.apply("Break", broken)
    assert session.project == PROJECT


def test_without_a_project_nothing_happens(qtbot: QtBot) -> None:
    session = Session()
    session.apply("Rename", lambda p: named("x", p))
    session.undo()
    session.redo()
    session.save()
    assert not session.is_open
    assert not session.unsaved


def test_a_saved_session_reads_back_the_same(session: Session, tmp_path: Path) -> None:
    assert session.unsaved
    session.apply("Star", lambda p: p.with_marks("lamp", Marks("a", (5,))))
    session.save(tmp_path / "campaign.toml")
    assert not session.unsaved
    assert open_project(tmp_path / "campaign.toml").project == session.project


def test_undo_past_the_saved_state_is_unsaved(session: Session, tmp_path: Path) -> None:
    session.apply("Rename", lambda p: named("Big", p))
    session.save(tmp_path / "campaign.toml")
    session.undo()
    assert session.unsaved
    session.redo()
    assert not session.unsaved


def test_a_save_that_fails_keeps_everything(session: Session, tmp_path: Path) -> None:
    session.apply("Rename", lambda p: named("Big", p))
    (tmp_path / "campaign.toml").mkdir()
    with pytest.raises((CannotWrite, OSError)):
        session.save(tmp_path / "campaign.toml")
    assert session.unsaved
    assert session.path is None
    assert session.project.campaign.name == "Big"


def test_opening_another_leaves_nothing_to_undo(session: Session, tmp_path: Path) -> None:
    session.apply("Rename", lambda p: named("Big", p))
    session.open(Opened(PROJECT, tmp_path / "campaign.toml", tmp_path))
    session.undo()
    assert session.project == PROJECT
    assert not session.unsaved
