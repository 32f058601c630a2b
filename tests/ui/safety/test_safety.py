"""No work is lost: journal behind each edit, recovery, versions, history, one gate."""

from __future__ import annotations

import errno
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio.campaign.journal import Journal, left_behind, own_folder, read_journal
from studio.campaign.project import Marks, Project
from studio.campaign.project_file import Opened, open_project
from studio.campaign.versions import versions
from studio.core.said import said
from tests.ui.safety.conftest import PROJECT, Run
from ui.documents import documents as shell_documents
from ui.documents import gate as shell_gate
from ui.safety.history import HistoryPanel

quiet = pytest.mark.qt_log_ignore("This plugin does not support")


def rename(run: Run, name: str) -> None:
    run.session.apply(
        said("Rename to {name}", name=name),
        lambda p: p.with_campaign(replace(p.campaign, name=name)),
    )


def star(run: Run, pts: int) -> None:
    run.session.apply(said("Star"), lambda p: p.with_marks("lamp", Marks("ab" * 32, (pts,))))


def kept(run: Run, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: run.keeping.is_up_to_date, timeout=5000)


# -- the journal behind the edits ---------------------------------------------------------


def test_each_edit_is_soon_in_the_journal(qtbot: QtBot, run: Run, campaign: Path) -> None:
    run.open(campaign)
    rename(run, "Big Lights")
    assert not run.keeping.is_up_to_date
    kept(run, qtbot)
    rename(run, "Bigger Lights")
    star(run, 5)
    kept(run, qtbot)
    got = read_journal(run.keeping.journal.place, campaign.parent)
    assert got.project == run.session.project
    assert got.account.labels == ("Rename to Big Lights", "Rename to Bigger Lights", "Star")


def test_a_burst_of_edits_is_few_writes(qtbot: QtBot, run: Run, campaign: Path) -> None:
    run.open(campaign)
    writes = []
    write = run.keeping.journal.write
    run.keeping.journal.write = lambda *given: (writes.append(given[0]), write(*given))
    for number in range(200):
        rename(run, f"n{number}")
    kept(run, qtbot)
    assert len(writes) == 2
    assert writes[-1] is run.session.project


@pytest.mark.parametrize("way", ["save", "undo", "close"])
def test_the_journal_is_empty_when_nothing_would_be_lost(
    qtbot: QtBot, run: Run, campaign: Path, way: str
) -> None:
    run.open(campaign)
    rename(run, "Big Lights")
    kept(run, qtbot)
    place = run.keeping.journal.place
    getattr(run.session, way)()
    qtbot.waitUntil(lambda: not (place / "head.json").exists(), timeout=5000)


def test_a_campaign_that_was_never_saved_is_kept_from_the_start(
    qtbot: QtBot, run: Run, tmp_path: Path
) -> None:
    run.session.open(Opened(PROJECT, None, tmp_path))
    kept(run, qtbot)
    place = run.keeping.journal.place
    assert place.parent == own_folder()
    assert read_journal(place, tmp_path).project == PROJECT
    run.session.save(tmp_path / "campaign.toml")
    assert run.keeping.journal.is_beside
    qtbot.waitUntil(lambda: not place.exists(), timeout=5000)


def test_a_full_disk_is_said_once_and_tried_again(
    qtbot: QtBot, run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.safety.keeping.RETRY_MS", 50)
    run.open(campaign)
    real = os.fsync

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("studio.core.files.os.fsync", full)
    rename(run, "Big Lights")
    qtbot.waitUntil(lambda: bool(run.told), timeout=5000)
    rename(run, "Bigger Lights")
    qtbot.wait(200)
    assert len(run.told) == 1
    assert "save soon" in run.told[0]
    assert not run.safety.keeping.flush()
    monkeypatch.setattr("studio.core.files.os.fsync", real)
    kept(run, qtbot)


def test_open_in_another_window_is_said_and_both_are_kept(
    qtbot: QtBot, run: Run, next_run: Run, campaign: Path
) -> None:
    run.open(campaign)
    rename(run, "First")
    kept(run, qtbot)
    next_run.open(campaign)
    assert "open in another window" in next_run.told[0]
    rename(next_run, "Second")
    kept(next_run, qtbot)
    assert read_journal(run.keeping.journal.place, campaign.parent).project.campaign.name == "First"


# -- recovery -----------------------------------------------------------------------------


def died(qtbot: QtBot, run: Run, campaign: Path) -> Project:
    run.open(campaign)
    rename(run, "Big Lights")
    star(run, 7)
    kept(run, qtbot)
    run.die()
    return run.session.project


def offered(qtbot: QtBot, run: Run) -> None:
    qtbot.waitUntil(lambda: run.recovery.dialog is not None, timeout=5000)


@quiet
def test_what_was_left_is_offered_and_recovered_as_one_step(
    qtbot: QtBot, run: Run, next_run: Run, campaign: Path
) -> None:
    last = died(qtbot, run, campaign)
    next_run.open(campaign)
    offered(qtbot, next_run)
    dialog = next_run.recovery.dialog
    qtbot.mouseClick(dialog.recover_button, Qt.MouseButton.LeftButton)
    assert next_run.session.project == last
    assert next_run.session.unsaved
    assert left_behind(campaign) == ()
    next_run.session.undo()
    assert next_run.session.project == PROJECT


@quiet
def test_it_is_offered_at_the_start_and_opens_its_campaign(
    qtbot: QtBot, run: Run, next_run: Run, campaign: Path
) -> None:
    last = died(qtbot, run, campaign)
    next_run.recovery.look([campaign])
    offered(qtbot, next_run)
    qtbot.mouseClick(next_run.recovery.dialog.recover_button, Qt.MouseButton.LeftButton)
    assert next_run.session.path == campaign
    assert next_run.session.project == last
    qtbot.wait(50)
    assert next_run.recovery.dialog is None


@quiet
def test_work_without_a_file_comes_back_without_one(
    qtbot: QtBot, run: Run, next_run: Run, tmp_path: Path
) -> None:
    run.session.open(Opened(PROJECT, None, tmp_path))
    rename(run, "Big Lights")
    kept(run, qtbot)
    run.die()
    next_run.recovery.look([])
    offered(qtbot, next_run)
    qtbot.mouseClick(next_run.recovery.dialog.recover_button, Qt.MouseButton.LeftButton)
    assert next_run.session.project == run.session.project
    assert (next_run.session.path, next_run.session.folder) == (None, tmp_path)


@quiet
def test_the_saved_version_can_be_kept_and_the_work_stays_among_the_versions(
    qtbot: QtBot, run: Run, next_run: Run, campaign: Path
) -> None:
    last = died(qtbot, run, campaign)
    next_run.open(campaign)
    offered(qtbot, next_run)
    qtbot.mouseClick(next_run.recovery.dialog.keep_button, Qt.MouseButton.LeftButton)
    assert next_run.session.project == PROJECT
    assert left_behind(campaign) == ()
    dialog = next_run.safety.show_versions()
    assert dialog is not None
    qtbot.waitUntil(dialog.bring_button.isEnabled, timeout=5000)
    assert "The name: “Small Lights” becomes “Big Lights”." in dialog.told
    qtbot.mouseClick(dialog.bring_button, Qt.MouseButton.LeftButton)
    assert next_run.session.project == last


@quiet
def test_later_leaves_the_journal_and_asks_once(
    qtbot: QtBot, run: Run, next_run: Run, campaign: Path
) -> None:
    last = died(qtbot, run, campaign)
    next_run.open(campaign)
    offered(qtbot, next_run)
    qtbot.keyClick(next_run.recovery.dialog, Qt.Key.Key_Escape)
    rename(next_run, "Other")
    kept(next_run, qtbot)
    next_run.open(campaign)
    qtbot.wait(100)
    assert next_run.recovery.dialog is None
    (found,) = left_behind(campaign)
    assert read_journal(found.place, campaign.parent).project == last


def test_a_journal_that_says_nothing_new_goes_without_a_word(
    qtbot: QtBot, run: Run, campaign: Path
) -> None:
    journal = Journal(campaign, campaign.parent)
    journal.write(open_project(campaign).project)
    journal._held.close()
    run.open(campaign)
    qtbot.waitUntil(lambda: left_behind(campaign) == (), timeout=5000)
    assert run.recovery.dialog is None


def test_a_damaged_journal_is_said_and_kept(qtbot: QtBot, run: Run, campaign: Path) -> None:
    journal = Journal(campaign, campaign.parent)
    journal.write(PROJECT)
    journal._held.close()
    (journal.place / "head.json").write_bytes(b"\x00")
    run.open(campaign)
    qtbot.waitUntil(lambda: bool(run.told), timeout=5000)
    assert "cannot be read" in run.told[0]
    (aside,) = (campaign.parent / ".lobbycard/before").glob("unsaved *")
    assert (aside / "head.json").read_bytes() == b"\x00"
    assert run.session.project == PROJECT


# -- history ------------------------------------------------------------------------------


@quiet
def test_the_history_names_every_step_and_jumps(qtbot: QtBot, run: Run, campaign: Path) -> None:
    run.open(campaign)
    for name in ("A", "B"):
        rename(run, name)
    run.session.save()
    star(run, 5)
    panel = HistoryPanel(run.session, None)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.rows == (
        ("As it was opened", ""),
        ("Rename to A", ""),
        ("Rename to B", "saved"),
        ("Star", "now"),
    )
    steps = panel._list
    for _ in range(2):
        qtbot.keyClick(steps, Qt.Key.Key_Up)
    qtbot.keyClick(steps, Qt.Key.Key_Return)
    assert run.session.project.campaign.name == "A"
    assert [note for _, note in panel.rows] == ["", "now", "saved", "undone"]
    item = steps.topLevelItem(3)
    where = steps.visualItemRect(item).center()
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert run.session.project.marks["lamp"].stars == (5,)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_jump_tells_what_changed_once(run: Run, campaign: Path) -> None:
    run.open(campaign)
    heard: list[tuple[Project, Project]] = []
    for name in ("A", "B", "C"):
        rename(run, name)
    run.session.changed.connect(lambda before, after: heard.append((before, after)))
    last = run.session.project
    run.session.jump(0)
    assert heard == [(last, PROJECT)]
    run.session.jump(99)
    assert run.session.project is last
    run.session.jump(3)
    assert len(heard) == 2


# -- versions and other programs ----------------------------------------------------------


@quiet
def test_a_version_is_looked_at_and_brought_back(qtbot: QtBot, run: Run, campaign: Path) -> None:
    run.open(campaign)
    rename(run, "Big Lights")
    run.session.save()
    dialog = run.safety.show_versions()
    assert dialog is not None
    qtbot.waitUntil(dialog.bring_button.isEnabled, timeout=5000)
    assert dialog.told == ("The name: “Big Lights” becomes “Small Lights”.",)
    qtbot.mouseClick(dialog.bring_button, Qt.MouseButton.LeftButton)
    assert run.session.project == PROJECT
    run.session.undo()
    assert run.session.project.campaign.name == "Big Lights"


@pytest.mark.parametrize("choice", [None, 0, 1, 2])
def test_files_that_another_program_changed_are_asked_about(
    qtbot: QtBot, run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch, choice: int | None
) -> None:
    run.open(campaign)
    theirs = campaign.read_text(encoding="utf-8").replace("Small Lights", "Their Lights")
    campaign.write_text(theirs, encoding="utf-8")
    rename(run, "Mine")
    asked: list[str] = []
    monkeypatch.setattr(shell_documents, "ask", lambda *given: (asked.append(given[2]), choice)[1])
    done = run.documents.save()
    assert "campaign.toml was changed by another program" in asked[0]
    assert done is (choice == 2)
    on_disk = open_project(campaign).project.campaign.name
    assert on_disk == ("Mine" if choice == 2 else "Their Lights")
    name = run.session.project.campaign.name
    assert name == ("Their Lights" if choice == 1 else "Mine")
    if choice == 1:
        assert not run.session.unsaved
        run.session.undo()
        assert run.session.project.campaign.name == "Mine"
    if choice == 2:
        assert (versions(campaign)[0].place / "campaign.toml").read_text("utf-8") == theirs


# -- the gate -----------------------------------------------------------------------------


class Asked:
    """Answers the question about work that runs."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
        self.answer: int | None = 0
        self.choices: tuple[str, ...] = ()
        self.stopped = 0
        self.running = "2 of 9 files are made."
        run.documents.gate.busy = lambda: self.running
        run.documents.gate.stop = self._stop
        monkeypatch.setattr(shell_gate, "ask", self._ask)

    def _stop(self) -> None:
        self.stopped += 1
        self.running = ""

    def _ask(self, _: object, __: str, text: str, choices: tuple[str, ...], ___: int) -> int | None:
        assert text == "2 of 9 files are made. What is finished stays."
        self.choices = choices
        return self.answer


@pytest.mark.parametrize("answer", [None, 0])
def test_a_running_export_keeps_the_campaign_open(
    run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch, answer: int | None
) -> None:
    run.open(campaign)
    asked = Asked(monkeypatch, run)
    asked.answer = answer
    run.documents.close()
    assert run.session.is_open
    assert asked.stopped == 0
    assert asked.choices == ("Keep working", "Stop it and leave")


def test_a_running_export_is_stopped_on_the_way_out(
    run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.open(campaign)
    asked = Asked(monkeypatch, run)
    asked.answer = 1
    run.documents.close()
    assert not run.session.is_open
    assert asked.stopped == 1


def test_one_can_leave_when_the_export_has_ended(
    qtbot: QtBot, run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell_gate, "_LOOK_MS", 20)
    run.open(campaign)
    asked = Asked(monkeypatch, run)
    run.documents.gate._look.setInterval(20)
    asked.answer = 1
    assert not run.documents.may_leave(closing=True)
    assert asked.choices[1] == "Close when it has ended"
    with qtbot.waitSignal(run.documents.gate.idle, timeout=5000):
        asked.running = ""
    assert asked.stopped == 0
    assert run.documents.may_leave(closing=True)


def test_the_end_of_the_session_passes_the_same_gate(
    run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Manager:
        def __init__(self) -> None:
            self.said: list[str] = []

        def allowsInteraction(self) -> bool:  # noqa: N802 - Qt's name
            return True

        def cancel(self) -> None:
            self.said.append("cancel")

        def release(self) -> None:
            self.said.append("release")

    answers = [shell_gate.CANCEL, shell_gate.DISCARD]
    monkeypatch.setattr(shell_gate, "ask", lambda *_: answers.pop(0))
    run.open(campaign)
    rename(run, "Big Lights")
    stays, goes = Manager(), Manager()
    run.documents.session_ends(stays)
    run.documents.session_ends(goes)
    assert (stays.said, goes.said) == (["cancel", "release"], ["release"])
    # The window that is closed next does not ask again; after another edit it would.
    assert run.documents.may_leave(closing=True)
    rename(run, "Bigger Lights")
    answers.append(shell_gate.CANCEL)
    assert not run.documents.may_leave(closing=True)


def test_opening_the_campaign_that_was_saved_at_the_gate_shows_what_was_saved(
    run: Run, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shell_gate, "ask", lambda *_: shell_gate.SAVE)
    run.open(campaign)
    rename(run, "Big Lights")
    run.documents.open(campaign)
    assert run.session.project.campaign.name == "Big Lights"


def test_a_campaign_that_is_opened_again_is_not_open_elsewhere(run: Run, campaign: Path) -> None:
    held = threading.Event()
    run.open(campaign)
    # What would let the first journal go waits behind this.
    run.keeping._writer.submit(held.wait, 10)
    run.open(campaign)
    held.set()
    assert run.told == []
