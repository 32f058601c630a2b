"""Undo for everything: each command of the window that edits is undone and redone to the value."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.scenes import write_scenes
from ui.app import Parts, build
from ui.film.shortlist import Shortlist
from ui.keys.commands import Command

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

# These leave the document, make files, or are undo itself.
NO_EDITS = {
    *("new", "open", "sample", "save", "save-as", "export", "close", "quit", "undo", "redo"),
    *("deliver-make-selected", "deliver-make-all", "deliver-retry", "poster-export"),
    *("language-en", "language-zh-Hans"),
}
# What must be among those that edit; the others need a dialog or a choice that is not made here.
EDITS = {
    *("campaign-next-version", "film-star", "film-reject"),
    *("poster-new", "poster-duplicate", "poster-remove", "poster-auto"),
    *("subs-insert", "subs-delete", "subs-split", "subs-merge", "subs-earlier", "subs-later"),
}


@pytest.fixture
def parts(
    themed: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    drawn_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    in_this_process: None,
) -> Iterator[Parts]:
    """The whole window over a campaign; whatever it would ask is answered with no."""
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(
            QFileDialog, name, lambda *_, name=name: ([] if "s" in name[-1] else "", "")
        )
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    for name in ("getText", "getItem"):
        monkeypatch.setattr(QInputDialog, name, lambda *_, **__: ("", False))
    monkeypatch.setattr(QDialog, "exec", lambda _: 0)
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Cancel)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    made = build()
    made.window.resize(1440, 900)
    made.window.show()
    made.documents.open(write_scenes(tmp_path / "scenes", drawn_path))
    made.films.analyse("lamp")
    qtbot.waitUntil(lambda: made.films.analysis("lamp") is not None, timeout=60_000)
    for page in range(4):
        made.window.show_page(page)
        qtbot.wait(300)
    yield made
    made.close()
    made.window.deleteLater()


def asked(parts: Parts, qtbot: QtBot, command: Command) -> None:
    """Use a command as a menu would, on its page, and send away what it opens."""
    if command.page >= 0:
        parts.window.show_page(command.page)
        for listed in parts.window.page(command.page).findChildren(Shortlist):
            # It is ranked anew after edits, and a still is chosen from what is there.
            qtbot.waitUntil(lambda listed=listed: bool(listed.pts), timeout=60_000)
    parts.window.commands.refresh()
    command.made.trigger()
    qtbot.wait(10)
    for shown in QApplication.topLevelWidgets():
        if shown is not parts.window and shown.isVisible():
            shown.close()


def prepared(parts: Parts, qtbot: QtBot) -> None:
    """At the document as it was opened, at a cue and a place where most can be done."""
    parts.session.jump(0)
    commands = parts.window.commands
    names = ("subs-next", "subs-next", "film-play-start", "film-play-on-10", "film-next-still")
    for name in names:
        asked(parts, qtbot, commands.command(name))


def test_every_command_that_edits_is_undone_and_redone(parts: Parts, qtbot: QtBot) -> None:
    session = parts.session
    start = session.project
    prepared(parts, qtbot)
    assert session.project is start
    edited: set[str] = set()
    for command in list(parts.window.commands):
        name = command.action.id
        if name in NO_EDITS:
            continue
        asked(parts, qtbot, command)
        history = session.history
        assert history is not None
        if session.project is start:
            continue
        edited.add(name)
        after, steps = session.project, history.position
        assert all(step.label for step in history.steps[1:]), name
        assert steps == 1, f"{name} took {steps} steps"
        session.undo()
        assert session.project is start, name
        session.redo()
        assert session.project is after, name
        prepared(parts, qtbot)
    assert edited >= EDITS, sorted(EDITS - edited)
