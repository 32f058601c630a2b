"""The film's errands: sheet, lists, markers, how it is read, a new edit."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from studio.core.geometry import Rect
from studio.media.active import Active
from studio.media.overrides import Overrides
from tests.drawn import draw_film
from tests.ui.conftest import CUTS
from tests.ui.film.conftest import Stage, run
from ui.film.new_edit import NewEditDialog
from ui.film.reading_as import ReadingDialog


def names(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Whatever is asked for, that file is meant."""
    for ask in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_: (str(path), ""))


def saved(qtbot: QtBot, stage: Stage, path: Path) -> bytes:
    qtbot.waitUntil(lambda: stage.said == [f"Saved {path.name}"], timeout=60_000)
    return path.read_bytes()


def test_a_contact_sheet_is_written(
    qtbot: QtBot, lamp: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    names(monkeypatch, path)
    run(lamp, "film-sheet")
    assert saved(qtbot, lamp, path).startswith(b"%PDF-")


def test_a_sheet_without_stills_says_so(stage: Stage) -> None:
    run(stage, "film-sheet")
    assert stage.said == ["There is no still to show yet"]


@pytest.mark.parametrize(
    ("ending", "begins"), [(".edl", b"TITLE"), (".csv", b"shot"), (".otio", b"{")]
)
def test_the_shots_are_written_as_a_list(
    qtbot: QtBot,
    lamp: Stage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
    begins: bytes,
) -> None:
    path = tmp_path / f"list{ending}"
    names(monkeypatch, path)
    run(lamp, "film-list")
    assert saved(qtbot, lamp, path).startswith(begins)


def test_markers_of_an_editor_become_stars(
    qtbot: QtBot, lamp: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "markers.edl"
    lines = ["TITLE: lamp", "FCM: NON-DROP FRAME", ""]
    for number, code in enumerate(("00:00:01:06", "00:00:02:12"), 1):
        lines.append(f"00{number}  AX  V  C  {code} 00:00:03:00 {code} 00:00:03:00")
        lines.append(f"* LOC: {code} RED  LAMP")
    path.write_text("\r\n".join(lines) + "\r\n")
    names(monkeypatch, path)
    run(lamp, "film-markers")
    qtbot.waitUntil(lambda: bool(lamp.said), timeout=60_000)
    assert lamp.said == ["2 stars from 2 markers"]
    film = lamp.page._looking.film
    assert film is not None
    assert [film.index_of(pts) for pts in lamp.page._looking.marks.stars] == [30, 60]
    lamp.session.undo()
    assert lamp.page._looking.marks.stars == ()


def dialog_of(stage: Stage) -> ReadingDialog:
    found = stage.page.findChild(ReadingDialog)
    assert found is not None
    return found


def choose(dialog: ReadingDialog, name: str, value: str) -> None:
    box = dialog.boxes[name]
    box.setCurrentIndex(box.findData(value))


def test_a_film_is_read_otherwise_and_back_by_undo(qtbot: QtBot, lamp: Stage) -> None:
    run(lamp, "film-read-as")
    dialog = dialog_of(lamp)
    assert dialog.boxes["matrix"].currentText() == "BT.709, from the file"
    choose(dialog, "matrix", "bt470bg")
    choose(dialog, "sample_aspect", "4/3")
    choose(dialog, "rotation", "90")
    dialog._found(Active(Rect(0.0, 0.125, 1.0, 0.75), True, 20, 0.0))
    wanted = Overrides(
        matrix="bt470bg",
        sample_aspect=Fraction(4, 3),
        rotation=90,
        active=Rect(0.0, 0.125, 1.0, 0.75),
    )
    assert dialog.overrides == wanted
    go = dialog.findChild(QPushButton, "reading-apply")
    assert go is not None
    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert lamp.session.project.campaign.film("lamp").read_as == wanted
    qtbot.waitUntil(lambda: is_read(lamp, 90), timeout=60_000)
    lamp.session.undo()
    assert lamp.session.project.campaign.film("lamp").read_as == Overrides()
    qtbot.waitUntil(lambda: is_read(lamp, 0), timeout=60_000)


def is_read(stage: Stage, rotation: int) -> bool:
    film = stage.page._looking.film
    return film is not None and film.video.rotation == rotation


def test_bars_are_looked_for_all_over_the_film(qtbot: QtBot, lamp: Stage) -> None:
    run(lamp, "film-read-as")
    dialog = dialog_of(lamp)
    dialog.find_bars()
    qtbot.waitUntil(lambda: not dialog.is_working, timeout=60_000)
    assert dialog.overrides == Overrides()
    dialog.reject()


def test_a_new_edit_takes_the_place_of_the_film(
    qtbot: QtBot,
    lamp: Stage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    film_folder: Callable[..., list[Path]],
) -> None:
    new = draw_film(tmp_path / "later.mp4", frames=96, rate=Fraction(24), cuts=CUTS, gop=6)
    pts = lamp.page._shortlist.pts[0]
    lamp.page._edits.star(pts)
    names(monkeypatch, new)
    run(lamp, "film-new-edit")
    dialog = lamp.page.findChild(NewEditDialog)
    assert dialog is not None
    go = dialog.findChild(QPushButton, "new-edit-go")
    assert go is not None
    assert not go.isEnabled()
    qtbot.waitUntil(lambda: not dialog.is_working, timeout=120_000)
    assert go.isEnabled()
    assert dialog.tree.topLevelItemCount() == 1
    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert lamp.session.project.campaign.film("lamp").source == "later.mp4"
    assert len(lamp.session.project.marks["lamp"].stars) == 1
    qtbot.waitUntil(lambda: lamp.page._looking.film is not None, timeout=60_000)
    lamp.session.undo()
    assert lamp.session.project.campaign.film("lamp").source == "lamp.mp4"
    assert lamp.session.project.marks["lamp"].stars == (pts,)
