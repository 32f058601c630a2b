"""A save is written behind the window: what was typed when it was asked for, all or nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from studio.campaign.journal import left_behind, read_journal
from studio.campaign.project import Project
from studio.campaign.project_file import Saved, open_project, save_project
from studio.core.errors import CannotWrite
from studio.subs.cue import Cue, Track
from tests.ui.safety.conftest import Run
from tests.ui.safety.test_safety import rename
from ui import session as ui_session
from ui.documents import documents, gate
from ui.documents.gate import CANCEL


class Held:
    """Lets saves begin, and end only when the test says so."""

    def __init__(self) -> None:
        self.go, self.begun = threading.Event(), 0
        self.error: Exception | None = None
        self.threads: set[int] = set()

    def save(self, *given: object) -> Saved:
        self.begun += 1
        self.threads.add(threading.get_ident())
        assert self.go.wait(20)
        if self.error is not None:
            raise self.error
        return save_project(*given)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    made = Held()
    monkeypatch.setattr(ui_session, "save_project", made.save)
    yield made
    made.go.set()


def name_on_disk(campaign: Path) -> str:
    return open_project(campaign).project.campaign.name


def behind(run: Run, qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=10_000)


def test_what_is_saved_is_what_there_was_at_the_key(
    qtbot: QtBot, run: Run, campaign: Path, held: Held
) -> None:
    run.open(campaign)
    rename(run, "At the key")
    run.documents.save_behind()
    assert run.session.unsaved
    run.session.apply("Type", _to("Typed on"))
    held.go.set()
    behind(run, qtbot, lambda: name_on_disk(campaign) == "At the key")
    behind(run, qtbot, lambda: run.session.history.saved_position == 1)
    assert run.session.unsaved
    assert held.threads != {threading.get_ident()}
    run.session.undo()
    assert run.session.project.campaign.name == "At the key"
    assert not run.session.unsaved


def test_typing_on_while_it_is_saved_is_a_step_of_its_own(
    qtbot: QtBot, run: Run, campaign: Path, held: Held
) -> None:
    run.open(campaign)
    for letter in ("A", "Ab"):
        run.session.apply("Type", _to(letter), merge="name")
    run.documents.save_behind()
    run.session.apply("Type", _to("Abc"), merge="name")
    run.session.apply("Type", _to("Abcd"), merge="name")
    held.go.set()
    behind(run, qtbot, lambda: run.session.history.saved_position == 1)
    run.session.undo()
    assert run.session.project.campaign.name == "Ab" == name_on_disk(campaign)
    assert not run.session.unsaved


def test_two_saves_in_a_row_leave_the_later_state(
    qtbot: QtBot, run: Run, campaign: Path, held: Held
) -> None:
    run.open(campaign)
    rename(run, "One")
    run.documents.save_behind()
    rename(run, "Two")
    run.documents.save_behind()
    rename(run, "Three")
    run.documents.save_behind()
    held.go.set()
    behind(run, qtbot, lambda: not run.session.unsaved)
    assert name_on_disk(campaign) == "Three"
    assert held.begun == 2


def test_the_journal_stays_until_the_save_is_done(
    qtbot: QtBot, run: Run, campaign: Path, held: Held
) -> None:
    run.open(campaign)
    rename(run, "Kept")
    qtbot.waitUntil(lambda: run.keeping.is_up_to_date, timeout=5000)
    run.documents.save_behind()
    qtbot.wait(200)
    journal = run.keeping.journal
    got = read_journal(journal.place, campaign.parent)
    assert got.project.campaign.name == "Kept"
    held.go.set()
    behind(run, qtbot, lambda: not run.session.unsaved)
    qtbot.waitUntil(lambda: not (journal.place / "head.json").exists(), timeout=5000)
    assert left_behind(campaign) == ()


@pytest.mark.parametrize("wrong", [CannotWrite("The disk is full."), None])
def test_leaving_waits_for_the_save_and_hears_how_it_went(
    run: Run, campaign: Path, held: Held, monkeypatch: pytest.MonkeyPatch, wrong: Exception | None
) -> None:
    asked: list[str] = []

    def cancel(_: object, title: str, *__: object) -> int:
        asked.append(title)
        return CANCEL

    monkeypatch.setattr(gate, "ask", cancel)
    told: list[object] = []
    run.notices.posted.connect(told.append)
    run.open(campaign)
    rename(run, "Last words")
    held.error = wrong
    run.documents.save_behind()
    QTimer.singleShot(100, held.go.set)
    assert run.documents.may_leave() is (wrong is None)
    if wrong is None:
        assert name_on_disk(campaign) == "Last words"
        assert asked == []
    else:
        assert "The disk is full." in told[0].text
        assert "Last words" in asked[0]
        assert run.session.unsaved
        assert name_on_disk(campaign) != "Last words"


def test_a_save_while_one_is_at_work_waits_its_turn(run: Run, campaign: Path, held: Held) -> None:
    run.open(campaign)
    rename(run, "First")
    run.documents.save_behind()
    rename(run, "Second")
    QTimer.singleShot(100, held.go.set)
    assert run.documents.save()
    assert name_on_disk(campaign) == "Second"
    assert not run.session.unsaved
    assert held.begun == 2


@pytest.mark.parametrize("wrong", [None, CannotWrite("The disk is full.")])
def test_a_save_that_is_over_at_once_answers_who_waits_for_it(
    run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch, wrong: Exception | None
) -> None:
    """A small campaign on a quick disk is written before the window looks again."""
    submit = ThreadPoolExecutor.submit

    def and_over(*given: Any) -> Future[Any]:
        task = submit(*given)
        wait([task])
        return task

    def fail(*_: object) -> Saved:
        assert wrong is not None
        raise wrong

    monkeypatch.setattr(ThreadPoolExecutor, "submit", and_over)
    if wrong is not None:
        monkeypatch.setattr(ui_session, "save_project", fail)
    run.open(campaign)
    rename(run, "At once")
    assert run.documents.save() is (wrong is None)
    assert run.session.unsaved is (wrong is not None)


def test_the_end_of_the_run_waits_for_what_is_saved(run: Run, campaign: Path, held: Held) -> None:
    run.open(campaign)
    rename(run, "At the end")
    run.documents.save_behind()
    QTimer.singleShot(50, held.go.set)
    run.documents.finish()
    assert name_on_disk(campaign) == "At the end"


def _to(name: str) -> Callable[[Project], Project]:
    return lambda project: project.with_campaign(replace(project.campaign, name=name))


def lossy(run: Run) -> None:
    """A style that a SubRip file cannot keep."""
    track = Track("en", (Cue(1, 0, 900, "One", style="Sign"),))
    run.session.apply("Edit", lambda project: project.with_track("lamp", track))


def test_what_a_format_cannot_keep_is_listed_before_it_is_lost(
    run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [0, 1]

    def answered(_: object, title: str, text: str, *more: object) -> int:
        asked.append(f"{title}\n{text}")
        return answers.pop(0)

    monkeypatch.setattr(documents, "ask", answered)
    run.open(campaign)
    lossy(run)
    file = campaign.parent / "lamp.en.srt"
    before = file.read_bytes()
    assert run.documents.save() is False
    assert (run.session.unsaved, file.read_bytes()) == (True, before)
    assert "lamp.en.srt: 1 cue: style or position not kept." in asked[0]
    assert run.documents.save() is True
    assert "One" in file.read_text(encoding="utf-8")
    # What was agreed to is not asked again.
    track = run.session.project.tracks["lamp", "en"]
    changed = track.with_cues((replace(track.cues[0], text="Two"),))
    run.session.apply("Edit", lambda project: project.with_track("lamp", changed))
    assert run.documents.save() is True
    assert ("Two" in file.read_text(encoding="utf-8"), len(asked)) == (True, 2)
