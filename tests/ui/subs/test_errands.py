"""Sheets, exports and reports from the page are those of the command line, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QPushButton, QRadioButton

from studio.campaign.deck_file import read_deck, write_deck
from studio.cli.start import main
from studio.subs.reading import read_track
from tests.ui.subs.conftest import Stage
from tests.ui.subs.test_reviewing import answer
from ui.subs.export_dialog import ExportDialog
from ui.subs.reporting import ReportDialog
from ui.subs.sheet_dialog import SheetDialog
from ui.widgets.dialogs import Dialog


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same work without a process for each test."""

    def run(task: Callable[..., Any], *args: Any, progress: Any, **_: Any) -> Any:
        return task(*args, progress=progress)

    for module in ("sheets", "reporting"):
        monkeypatch.setattr(f"ui.subs.{module}.in_child", run)


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def open_file(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def run(stage: Stage, name: str) -> None:
    next(one for one in stage.page.commands() if one.id == f"subs-{name}").run()


def choose(stage: Stage, dialog: Dialog, name: str, data: str) -> None:
    """Go to an entry with the arrows."""
    box = dialog.findChild(QComboBox, name)
    assert box is not None
    box.setFocus()
    for key in (*[Qt.Key.Key_Up] * box.count(), *[Qt.Key.Key_Down] * box.count()):
        if box.currentData() == data:
            return
        stage.qtbot.keyClick(box, key)
    assert box.currentData() == data


def press(stage: Stage, dialog: Dialog, kind: type, name: str) -> None:
    widget = dialog.findChild(kind, name)
    assert widget is not None
    place = QPoint(8, widget.height() // 2)
    stage.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)


def names(stage: Stage) -> tuple[str, str]:
    return str(stage.folder / "lamp.zh-Hans.srt"), str(stage.folder / "lamp.en.srt")


def settled(stage: Stage) -> None:
    stage.wait(lambda: not stage.page._looker.busy)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_sheet_goes_out_as_the_command_line_writes_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    ours, theirs = stage.folder / f"ours{ending}", stage.folder / f"theirs{ending}"
    save_as(monkeypatch, ours)
    run(stage, "sheet-out")
    stage.wait(ours.is_file)
    assert main(["subs", "sheet", str(theirs), *names(stage)]) == 0
    assert ours.read_bytes() == theirs.read_bytes()


def test_states_and_notes_go_out_with_the_texts(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = stage.page._errands.reviewing
    review._settings.set("review/name", "Mia")
    stage.go_to(0, 5)
    stage.key(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    path = stage.folder / "sheet.csv"
    save_as(monkeypatch, path)
    run(stage, "sheet-out")
    stage.wait(path.is_file)
    sheet = read_deck(path)
    assert sheet.rows[0][sheet.header.index("state")] == "draft/approved"


def test_what_came_back_is_shown_ticked_and_taken_as_one_step(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = stage.folder / "back.xlsx"
    save_as(monkeypatch, path)
    run(stage, "sheet-out")
    stage.wait(path.is_file)
    sheet = read_deck(path)
    rows = [list(row) for row in sheet.rows]
    rows[0][6], rows[1][6], rows[2][5] = "A little lamp.", "", "灯塔在海边"
    rows.append(["a77", "", "", "", "", "谁", ""])
    del rows[3]
    write_deck(replace(sheet, rows=tuple(map(tuple, rows))), path)
    seen: list[list[str]] = []

    def take(dialog: Dialog) -> None:
        assert isinstance(dialog, SheetDialog)
        model = dialog._model
        cells = [[str(model.index(r, c).data()) for c in (0, 2, 4)] for r in range(len(model.rows))]
        seen.extend(cells)
        press(stage, dialog, QCheckBox, "sheet-empty")
        assert {one.kind for one in dialog.chosen} == {"changed", "emptied"}
        press(stage, dialog, QPushButton, "sheet-take")

    before = stage.texts(0), stage.texts(1)
    open_file(monkeypatch, path)
    answer(take, SheetDialog)
    run(stage, "sheet-in")
    stage.wait(lambda: "A little lamp." in stage.texts(1))
    kinds = [row[1] for row in seen]
    assert kinds[:1] == ["changed"]
    assert "emptied" in kinds
    assert "unknown" in kinds
    assert "not in the sheet" in kinds
    taking = ["subs", "sheet", str(path), *names(stage), "--take", "-o", str(tmp_path / "o")]
    assert main(taking) == 1
    for side, language in enumerate(("zh-Hans", "en")):
        theirs = read_track(tmp_path / "o" / f"lamp.{language}.srt").track
        assert [c.text for c in theirs.cues if c.text] == [one for one in stage.texts(side) if one]
    stage.session.undo()
    assert (stage.texts(0), stage.texts(1)) == before


def test_a_sheet_that_is_looked_at_too_long_writes_over_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stage.folder / "back.csv"
    save_as(monkeypatch, path)
    run(stage, "sheet-out")
    stage.wait(path.is_file)
    path.write_text(path.read_text("utf-8-sig").replace("The lighthouse", "A lighthouse"), "utf-8")

    def type_on(dialog: Dialog) -> None:
        stage.page._editing.type_text(1, 1, "Another lamp.")
        dialog.accept()

    open_file(monkeypatch, path)
    answer(type_on, SheetDialog)
    run(stage, "sheet-in")
    stage.wait(lambda: bool(stage.notices))
    assert "changed while" in stage.notices[0].text
    assert stage.texts(1)[3] == "The lighthouse"


@pytest.mark.parametrize(
    ("form", "encoding"),
    [("vtt", "utf-8"), ("ass", "utf-16"), ("ttml", "utf-8"), ("srt", "gb18030"), ("srt", "big5")],
)
def test_one_language_is_exported_as_convert_writes_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, form: str, encoding: str
) -> None:
    ours, theirs = stage.folder / f"ours.{form}", stage.folder / f"theirs.{form}"

    def save(dialog: Dialog) -> None:
        assert isinstance(dialog, ExportDialog)
        press(stage, dialog, QRadioButton, "export-what-1")
        choose(stage, dialog, "export-format", form)
        choose(stage, dialog, "export-encoding", encoding)
        press(stage, dialog, QPushButton, "export-go")

    save_as(monkeypatch, ours)
    settled(stage)
    answer(save, ExportDialog)
    run(stage, "export")
    arguments = ["subs", "convert", names(stage)[1], "-o", str(theirs)]
    assert main([*arguments, "--encoding", encoding, "--format", form]) == 0
    assert ours.read_bytes() == theirs.read_bytes()


@pytest.mark.parametrize(("form", "above", "apart"), [("srt", "a", False), ("ass", "b", True)])
def test_both_are_exported_as_pair_writes_them(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, form: str, above: str, apart: bool
) -> None:
    ours, theirs = stage.folder / f"ours.{form}", stage.folder / f"theirs.{form}"

    def save(dialog: Dialog) -> None:
        assert isinstance(dialog, ExportDialog)
        choose(stage, dialog, "export-format", form)
        choose(stage, dialog, "export-above", above)
        if apart:
            press(stage, dialog, QCheckBox, "export-apart")
        press(stage, dialog, QPushButton, "export-go")

    save_as(monkeypatch, ours)
    settled(stage)
    answer(save, ExportDialog)
    run(stage, "export")
    arguments = ["subs", "pair", *names(stage), "-o", str(theirs), "--above", above]
    assert main([*arguments, *(["--apart"] if apart else [])]) == 0
    assert ours.read_bytes() == theirs.read_bytes()


def test_what_an_encoding_cannot_hold_is_listed_and_not_written(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def look(dialog: Dialog) -> None:
        assert isinstance(dialog, ExportDialog)
        choose(stage, dialog, "export-encoding", "cp1252")
        told.extend(dialog.told)
        go = dialog.findChild(QPushButton, "export-go")
        assert go is not None
        assert not go.isEnabled()
        stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    settled(stage)
    answer(look, ExportDialog)
    run(stage, "export")
    assert "灯 (U+706F)" in told[0]


def test_the_file_of_a_track_is_not_written_over(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = stage.folder / "lamp.en.srt"
    before = own.read_bytes()
    save_as(monkeypatch, own)
    settled(stage)
    answer(lambda dialog: dialog.accept(), ExportDialog)
    run(stage, "export")
    assert "file of a track" in stage.notices[0].text
    assert own.read_bytes() == before


@pytest.mark.parametrize("ending", [".html", ".csv", ".json"])
def test_the_report_is_that_of_the_command_line(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr("ui.subs.reporting.open_path", lambda *_: None)
    ours, theirs = stage.folder / f"ours{ending}", stage.folder / f"theirs{ending}"

    def go(dialog: Dialog) -> None:
        assert isinstance(dialog, ReportDialog)
        choose(stage, dialog, "report-pack", "bilingual-screen")
        choose(stage, dialog, "report-kind", ending)
        press(stage, dialog, QPushButton, "report-go")

    save_as(monkeypatch, ours)
    settled(stage)
    answer(go, ReportDialog)
    run(stage, "report")
    stage.wait(ours.is_file)
    film = str(stage.folder / "lamp.mp4")
    arguments = ["subs", "check", *names(stage), "--profile", "bilingual-screen", "--film", film]
    assert main([*arguments, "--report", str(theirs)]) in (0, 1)
    assert ours.read_bytes() == theirs.read_bytes()
