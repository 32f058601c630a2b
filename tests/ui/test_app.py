"""Starting: commands told from files, what is missing said plainly, the window put together."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from studio.cli.start import MODULES
from ui import launch
from ui.app import build


def test_commands_known_by_name_are_those_there_are() -> None:
    assert frozenset(MODULES) == launch.COMMANDS


def test_a_word_that_is_nothing_names_the_nearest_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert launch.main(["exprot"]) == 2
    assert "Did you mean “export”?" in capsys.readouterr().err


def test_without_a_display_it_is_said_before_qt_ends_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert launch.main([]) == 2
    assert "no display" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error",
    [
        ModuleNotFoundError("No module named 'PySide6'", name="PySide6"),
        ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"),
    ],
)
def test_missing_window_libraries_are_said(
    error: ImportError, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(name: str) -> None:
        assert name == "ui.app"
        raise error

    monkeypatch.setattr(importlib, "import_module", refuse)
    assert launch.main(["film.mp4"]) == 2
    said = capsys.readouterr().err
    assert "The window cannot open" in said
    assert "lobbycard doctor" in said


def test_our_own_fault_is_not_taken_for_a_missing_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(name: str) -> None:
        raise ModuleNotFoundError("No module named 'studio.gone'", name="studio.gone")

    monkeypatch.setattr(importlib, "import_module", refuse)
    with pytest.raises(ModuleNotFoundError):
        launch.main([])


def test_commands_run_without_qt() -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from ui.launch import main\n"
        "raise SystemExit(main(['presets', 'list', '--json']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_file_that_is_not_there_is_told_in_the_window(
    themed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    parts = build()
    try:
        parts.window.show()
        parts.documents.dropped([str(tmp_path / "gone.mp4")])
        bars = [w for w in parts.window.findChildren(object) if type(w).__name__ == "NoticeBar"]
        assert "gone.mp4 is not there" in bars[0].text
        assert parts.window.page_number == -1
    finally:
        parts.close()
        parts.window.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_folder_of_films_begins_a_campaign(
    themed: QApplication, qtbot: QtBot, drawn_path: Path, tmp_path: Path
) -> None:
    for name in ("b.mp4", "a.mp4"):
        (tmp_path / name).write_bytes(drawn_path.read_bytes())
    parts = build()
    try:
        parts.window.show()
        parts.documents.dropped([str(tmp_path)])
        ids = [film.id for film in parts.session.project.campaign.films]
        assert ids == ["a", "b"]
        assert parts.window.page_number == 0
    finally:
        parts.close()
        parts.window.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_films_dropped_on_a_field_are_opened_not_typed(
    themed: QApplication, qtbot: QtBot, drawn_path: Path
) -> None:
    parts = build()
    try:
        parts.window.show()
        field = QLineEdit(parts.window)
        field.setGeometry(0, 0, 600, 600)
        field.show()
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(drawn_path))])
        handle = parts.window.windowHandle()
        for kind in (QDragEnterEvent, QDropEvent):
            where = QPointF(300, 300) if kind is QDropEvent else QPoint(300, 300)
            event = kind(
                where,
                Qt.DropAction.CopyAction,
                files,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
            QCoreApplication.sendEvent(handle, event)
        assert field.text() == ""
        assert [film.id for film in parts.session.project.campaign.films] == ["lamp"]
    finally:
        parts.close()
        parts.window.deleteLater()


def test_every_command_of_the_window_has_a_place_and_keys_stand_once(
    themed: QApplication,
) -> None:
    parts = build()
    try:
        actions = [a for a in parts.window.actions() if a.objectName()]
        keys = [k.toString() for a in actions for k in a.shortcuts()]
        assert len(keys) == len(set(keys))
        assert all(a.text() for a in actions)
        shared = {"Ctrl+Z", "Ctrl+S", "Ctrl+E", "Ctrl+K", "Alt+1", "Alt+4"}
        assert shared <= set(keys)
        assert parts.window.acceptDrops()
        assert parts.window.testAttribute(Qt.WidgetAttribute.WA_AcceptDrops)
    finally:
        parts.close()
        parts.window.deleteLater()
