"""Whatever ends the window, the last edit is there after the next start, and a report tells why."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from pytestqt.qtbot import QtBot

from studio.campaign.journal import left_behind
from studio.campaign.project_file import open_project
from studio.core.errors import CannotRead
from studio.core.progress import Progress
from studio.core.said import said
from tests.ui.safety.conftest import Run
from ui.safety.crash import Crashes
from ui.safety.reports import Trail, crashes_before, reports_folder, without_private

quiet = pytest.mark.qt_log_ignore("This plugin does not support")
SECRET = "A line that nobody else shall read"

# The real window in a process of its own: it opens the campaign, edits a cue, and then `end` comes.
LIFE = """
import ctypes, dataclasses, faulthandler, json, os, signal, sys, threading
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication
import ui.app
from studio.core.said import said

campaign, end, text = sys.argv[1:4]
made = []
make = ui.app.make_parts
ui.app.make_parts = lambda: made.append(make()) or made[0]

def parts():
    return made[0]

def edited(project):
    track = project.tracks["lamp", "en"]
    cue = dataclasses.replace(track.cues[2], text=text)
    return project.with_track("lamp", track.with_cues((*track.cues[:2], cue, *track.cues[3:])))

def tell(**told):
    print(json.dumps(told), flush=True)

def raise_():
    raise ZeroDivisionError(f"in a slot, {text}")

def job(progress):
    raise ZeroDivisionError(f"in a job, {text}")

def thread():
    threading.Thread(target=raise_).start()

def dialog():
    shown = parts().safety.crashes.dialog
    if shown is not None:
        tell(shown=True, safe=parts().safety.keeping.is_up_to_date)
        os._exit(3)

def kept():
    if parts().safety.keeping.is_up_to_date:
        poll.stop()
        ENDS[end]()

ENDS = {
    "segv": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "null": lambda: ctypes.string_at(0),
    "abort": lambda: os.abort(),
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
}
FAULTS = {
    "slot": raise_,
    "job": lambda: parts().jobs.start("Work", job),
    "thread": thread,
}
poll = QTimer()

def begin():
    session = parts().session
    if session.path is None or parts().window.page_number < 0:
        return
    start.stop()
    session.apply(said("Edit a line"), edited)
    if end in FAULTS:
        # At once: nothing but the crash itself has had time to keep the edit.
        poll.timeout.connect(dialog)
        QTimer.singleShot(0, FAULTS[end])
    else:
        poll.timeout.connect(kept)
    poll.start(10)

def look_back():
    shown = parts().safety.recovery.dialog
    if shown is None:
        return
    start.stop()
    shown.recover_button.click()
    session = parts().session
    told = [one.text for one in session.project.tracks["lamp", "en"].cues]
    bar = parts().window._frame.bar.text
    session.save()
    tell(recovered=told, bar=bar, unsaved=session.unsaved)
    parts().window.close()

start = QTimer()

def wire():
    start.timeout.connect(look_back if end == "look" else begin)
    start.start(10)

QTimer.singleShot(0, wire)
sys.exit(ui.app.main([campaign] if end != "look" else []))
"""


def live(campaign: Path, end: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LIFE, str(campaign), end, SECRET],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def after(campaign: Path) -> dict:
    """What the next start says."""
    done = live(campaign, "look")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def reports(kind: str) -> list[str]:
    return [one.read_text("utf-8") for one in reports_folder().glob(f"*-{kind}.txt")]


@pytest.mark.parametrize("end", ["slot", "job", "thread"])
def test_a_fault_is_told_reported_and_loses_nothing(campaign: Path, end: str) -> None:
    done = live(campaign, end)
    assert done.returncode == 3, done.stderr
    assert json.loads(done.stdout) == {"shown": True, "safe": True}
    (report,) = reports("ZeroDivisionError")
    assert "in a " in report
    assert "Edit a line" in report
    assert "PySide6" in report
    assert SECRET not in report
    assert SECRET in after(campaign)["recovered"]


CRASHES = ["segv", "null", "abort", "kill"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("end", CRASHES)
def test_a_process_that_dies_leaves_the_last_edit_behind(campaign: Path, end: str) -> None:
    done = live(campaign, end)
    wanted = {"kill": -signal.SIGKILL, "abort": -signal.SIGABRT}
    assert done.returncode == wanted.get(end, -signal.SIGSEGV), done.stderr
    assert SECRET not in (campaign.parent / "lamp.en.srt").read_text("utf-8")
    told = after(campaign)
    assert SECRET in told["recovered"]
    assert not told["unsaved"]
    lines = [one.text for one in open_project(campaign).project.tracks["lamp", "en"].cues]
    assert lines == ["Line 1", "Line 2", SECRET, "Line 4", "Line 5"]
    assert left_behind(campaign) == ()
    # Who is killed from outside cannot leave a trace.
    traced = end != "kill"
    assert len(reports("crash")) == traced
    assert ("ended unexpectedly" in told["bar"]) is traced
    if traced:
        assert "Fatal Python error" in reports("crash")[0]
    assert not list(reports_folder().glob("*.trace"))


# -- the dialog ---------------------------------------------------------------------------


@pytest.fixture
def crashes(run: Run, campaign: Path) -> Crashes:
    run.open(campaign)
    run.safety.crashes.install()
    return run.safety.crashes


def raise_in_a_slot(text: str = "in a slot") -> None:
    raise ZeroDivisionError(text)


def happen(qtbot: QtBot, *errors: BaseException) -> None:
    """Let each be raised in a slot."""

    def fail(error: BaseException) -> None:
        raise error

    for error in errors:
        QTimer.singleShot(0, partial(fail, error))
    qtbot.wait(50)


def shown(qtbot: QtBot, crashes: Crashes) -> None:
    qtbot.waitUntil(lambda: crashes.dialog is not None, timeout=5000)


@quiet
def test_the_same_fault_again_is_only_counted(qtbot: QtBot, crashes: Crashes) -> None:
    happen(qtbot, *(ZeroDivisionError("in a slot") for _ in range(5)))
    assert crashes.dialog is not None
    assert crashes.dialog._again.text() == "It has happened 5 times."
    assert len(reports("ZeroDivisionError")) == 1
    crashes.dialog.accept()
    assert crashes.dialog is None


@quiet
def test_another_fault_meanwhile_is_reported_without_a_second_dialog(
    qtbot: QtBot, crashes: Crashes
) -> None:
    happen(qtbot, ZeroDivisionError("one"))
    first = crashes.dialog
    assert first is not None
    happen(qtbot, KeyError("two"))
    assert crashes.dialog is first
    assert len(reports("ZeroDivisionError") + reports("KeyError")) == 2


@quiet
def test_what_a_job_and_its_page_both_tell_is_told_once(
    qtbot: QtBot, run: Run, crashes: Crashes
) -> None:
    def task(progress: Progress) -> None:
        progress.report(0.5)
        raise_in_a_slot("in a job")

    job = run.jobs.start("Work", task)
    job.failed.connect(run.notices.failed)
    shown(qtbot, crashes)
    assert crashes._counts == dict.fromkeys(crashes._counts, 1)
    assert not run.told


def test_errors_of_files_and_people_are_no_faults(run: Run, crashes: Crashes) -> None:
    for error in (CannotRead("gone"), OSError(2, "gone", "x"), MemoryError()):
        run.notices.failed(error)
    assert crashes.dialog is None
    assert len(run.told) == 3
    assert not list(reports_folder().glob("*.txt"))


@quiet
def test_quit_in_the_dialog_asks_to_leave(qtbot: QtBot, run: Run, crashes: Crashes) -> None:
    left: list[bool] = []
    crashes.quit_wanted.connect(lambda: left.append(True))
    happen(qtbot, ZeroDivisionError("x"))
    assert crashes.dialog is not None
    crashes.dialog._quit()
    assert left == [True]


@quiet
def test_work_that_cannot_be_kept_is_said(
    qtbot: QtBot, run: Run, crashes: Crashes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run.keeping, "flush", lambda: False)
    happen(qtbot, ZeroDivisionError("x"))
    assert crashes.dialog is not None
    labels = [one.text() for one in crashes.dialog.findChildren(type(crashes.dialog._again))]
    assert "Your last changes could not be kept: save the campaign now." in labels


def test_a_fault_without_a_loop_reaches_the_terminal_and_a_report(
    crashes: Crashes, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(ZeroDivisionError, ZeroDivisionError("x"), None)
    assert crashes.dialog is None
    assert "ZeroDivisionError: x" in capsys.readouterr().err
    assert len(reports("ZeroDivisionError")) == 1


def test_an_interrupt_is_no_fault_and_asks_to_leave(
    qtbot: QtBot, crashes: Crashes, capsys: pytest.CaptureFixture[str]
) -> None:
    with qtbot.waitSignal(crashes.quit_wanted, timeout=5000):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert crashes.dialog is None
    assert "KeyboardInterrupt" in capsys.readouterr().err


# -- reports ------------------------------------------------------------------------------


def test_a_trail_names_sentences_and_no_values() -> None:
    trail = Trail()
    for number in range(60):
        trail.note(said("Add {name}", name=f"secret-{number}"))
    assert len(trail.steps) == 50
    assert trail.steps[-1].endswith("  Add {name}")


def test_what_is_private_is_left_out_longest_first() -> None:
    home = Path.home()
    text = f"{home}/films/lamp: ValueError('A lamp\\nin the dark'), A lamp"
    private = ["A lamp", "A lamp\nin the dark", "or"]
    assert without_private(text, private) == "~/films/lamp: ValueError('(left out)'), (left out)"


def test_a_trace_of_a_running_window_is_left_alone(crashes: Crashes) -> None:
    assert crashes_before() == ()
    assert len(list(reports_folder().glob("*.trace"))) == 1


def test_a_run_that_ends_well_leaves_no_trace(run: Run, crashes: Crashes) -> None:
    run.safety.crashes.close()
    assert list(reports_folder().iterdir()) == []
    assert sys.excepthook is sys.__excepthook__


def test_what_qt_says_goes_to_a_log_of_bounded_size(
    crashes: Crashes, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ui.safety.reports._LOG_ROOM", 200)
    for number in range(20):
        qWarning(f"a warning of Qt {number}")
    kept = (reports_folder() / "window.log").read_text("utf-8")
    assert kept.endswith("Warning: a warning of Qt 19\n")
    assert len(kept) < 300
    assert capfd.readouterr() == ("", "")
