"""Decks, duplicates, packages and relinks: each one undoable step, nothing behind one's back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from studio.campaign.brand import load_kit
from studio.campaign.file import load_campaign
from studio.campaign.sources import load_known
from ui.campaign.brand import BrandDialog
from ui.campaign.commands import campaign_actions
from ui.campaign.deck import DeckDialog
from ui.campaign.desk import CampaignDesk
from ui.campaign.duplicate import DuplicateDialog
from ui.campaign.packing import PackageDialog
from ui.campaign.relink import RelinkDialog

Act = Callable[[QDialog], None]
ACCEPT = QDialog.DialogCode.Accepted.value


def run(desk: CampaignDesk, name: str) -> None:
    next(one for one in campaign_actions(desk) if one.id == f"campaign-{name}").run()


def answer(monkeypatch: pytest.MonkeyPatch, kind: type[QDialog], act: Act) -> None:
    """Do `act` when such a dialog is shown, then accept it."""

    def shown(dialog: QDialog) -> int:
        dialog.show()
        act(dialog)
        return ACCEPT

    monkeypatch.setattr(kind, "exec", shown)


def test_commands_need_an_open_campaign(desk: CampaignDesk) -> None:
    actions = campaign_actions(desk)
    assert len({one.id for one in actions}) == len(actions)
    assert all(one.enabled() and one.menu == "Campaign" for one in actions)
    desk._session.close()
    assert not any(one.enabled() for one in actions)


def test_a_deck_is_taken_over_as_one_step(
    desk: CampaignDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deck.csv"
    path.write_text(
        "id,en,ko\nlamp/title,The Lamp,등\nlamp/lamp/copy,,작은 불\nx/y,Gone,\n", "utf-8"
    )
    said: list[str] = []

    def look(dialog: DeckDialog) -> None:
        said.append(dialog.findChild(QPushButton, "deck-apply").text())
        dialog.findChild(QCheckBox, "deck-clear").setChecked(True)
        said.append(dialog.findChild(QPushButton, "deck-apply").text())

    answer(monkeypatch, DeckDialog, look)
    session, before = desk._session, desk._session.project
    with qtbot.waitSignal(session.changed, timeout=30_000):
        desk.read_deck(path)
    film = session.project.campaign.films[0]
    assert film.title == {"en": "The Lamp", "ko": "등"}
    assert film.posters[0].copy == {"ko": "작은 불"}
    assert said == ["Apply 2 changes", "Apply 3 changes"]
    session.undo()
    assert session.project == before


def test_a_deck_that_changes_nothing_says_so(qtbot: QtBot, desk: CampaignDesk) -> None:
    from studio.campaign.deck import compare, deck_sheet

    campaign = desk._session.project.campaign
    dialog = DeckDialog(compare(campaign, deck_sheet(campaign)), "deck.csv")
    qtbot.addWidget(dialog)
    assert not dialog.findChild(QPushButton, "deck-apply").isEnabled()


def test_a_deck_is_written_where_it_was_asked_for(
    desk: CampaignDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "deck"), "CSV (*.csv)")
    )
    with qtbot.waitSignal(desk._notices.said, timeout=20_000):
        run(desk, "deck-out")
    assert (tmp_path / "deck.csv").read_text("utf-8-sig").startswith("id,note,en,ko")


def test_duplicates_are_steps(desk: CampaignDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, DuplicateDialog, lambda dialog: None)
    run(desk, "duplicate")
    assert [film.id for film in desk._session.project.campaign.films] == ["lamp", "lamp-2"]
    desk.duplicate_poster("lamp", "lamp")
    campaign = desk._session.project.campaign
    assert [poster.id for poster in campaign.films[0].posters] == ["lamp", "lamp-2"]
    assert desk._session.history.undo_label == "Duplicate the poster lamp"


@pytest.mark.parametrize("zipped", [False, True])
def test_a_package_is_made_behind(
    desk: CampaignDesk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    zipped: bool,
) -> None:
    target = tmp_path / ("pack.zip" if zipped else "pack")

    def fill(dialog: PackageDialog) -> None:
        dialog.findChild(object, "package-zip").setChecked(zipped)
        assert dialog.findChild(QPushButton, "package-go").isEnabled()
        dialog.where.setText(str(target))

    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    answer(monkeypatch, PackageDialog, fill)
    with qtbot.waitSignal(desk._notices.said, timeout=20_000):
        run(desk, "package")
    assert target.exists()
    assert len(opened) == 1


def test_a_taken_place_is_refused(qtbot: QtBot, desk: CampaignDesk, tmp_path: Path) -> None:
    dialog = PackageDialog(desk._session.project.campaign, tmp_path / "home")
    qtbot.addWidget(dialog)
    go = dialog.findChild(QPushButton, "package-go")
    for text, good in (("", False), ("relative", False), (str(tmp_path), False)):
        dialog.where.setText(text)
        dialog.where.textEdited.emit(text)
        assert (go.isEnabled(), bool(dialog.fault)) == (good, True)


def test_missing_files_are_found_shown_and_put_back(
    desk: CampaignDesk,
    qtbot: QtBot,
    campaign_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = campaign_file.parent
    qtbot.waitUntil(lambda: desk._films.film("lamp") is not None, timeout=60_000)
    qtbot.waitUntil(lambda: len(load_known(folder)) == 2, timeout=20_000)
    disk = tmp_path / "disk"
    disk.mkdir()
    (folder / "films" / "lamp.mp4").rename(disk / "final.mp4")
    (folder / "lamp.en.srt").unlink()
    (disk / "lamp.en.srt").write_text("other", "utf-8")
    desk._session.open(desk_opened(campaign_file))

    def look(dialog: RelinkDialog) -> None:
        dialog.search(disk)
        qtbot.waitUntil(lambda: not dialog.is_working, timeout=20_000)
        assert [one.path.name for one in dialog.chosen] == ["final.mp4"]
        dialog.findChild(QPushButton, "relink-go").click()
        qtbot.waitUntil(lambda: bool(dialog.paths), timeout=20_000)

    answer(monkeypatch, RelinkDialog, look)
    run(desk, "relink")
    assert (folder / "films" / "lamp.mp4").is_file()
    qtbot.waitUntil(lambda: desk._films.film("lamp") is not None, timeout=60_000)


def desk_opened(path: Path):
    from studio.campaign.project_file import open_project

    return open_project(path)


def test_nothing_missing_is_said(desk: CampaignDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk._notices.said, timeout=1000):
        run(desk, "relink")


def test_escape_stops_the_search_before_it_leaves(
    desk: CampaignDesk, qtbot: QtBot, campaign_file: Path
) -> None:
    from studio.campaign.relink import missing

    (campaign_file.parent / "films" / "lamp.mp4").unlink()
    gone = missing(desk._session.project, campaign_file.parent)
    dialog = RelinkDialog(desk._jobs, gone, campaign_file.parent)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.search(campaign_file.parent)
    assert dialog.is_working
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.is_working, timeout=5000)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert load_campaign(campaign_file).films[0].source == "films/lamp.mp4"


def test_a_brand_kit_is_saved_beside_the_campaign_and_named_by_it(
    desk: CampaignDesk,
    campaign_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    logo = tmp_path / "white.png"
    Image.new("RGBA", (90, 30), (255, 255, 255, 255)).save(logo)

    def fill(dialog: BrandDialog) -> None:
        dialog.light.line.setText("yellow")
        dialog.findChild(QPushButton, "brand-save").click()
        assert dialog.fault
        dialog.light.line.setText("#FFCC00")
        dialog.logo_light.take(logo)
        dialog.faces["latin"].setText("Inter, EB Garamond")
        dialog.lines.item(0, 2).setText("© 2026")

    answer(monkeypatch, BrandDialog, fill)
    run(desk, "brand")
    assert desk._session.project.campaign.brand == "brand.toml"
    kit = load_kit(campaign_file.parent / "brand.toml")
    assert kit.brand.light == "#ffcc00"
    assert kit.brand.logo_light.path.endswith("brand/white.png")
    assert kit.brand.faces == {"latin": ("Inter", "EB Garamond")}
    assert kit.legal == {"uk": {"en": "© 2026"}}
    desk._session.undo()
    assert desk._session.project.campaign.brand == ""


def test_a_logo_that_is_none_changes_nothing(
    desk: CampaignDesk, campaign_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logo.png").write_bytes(b"<svg/>")
    answer(monkeypatch, BrandDialog, lambda dialog: dialog.logo_dark.take(tmp_path / "logo.png"))
    notices: list[object] = []
    desk._notices.posted.connect(notices.append)
    run(desk, "brand")
    assert len(notices) == 1
    assert desk._session.project.campaign.brand == ""
    assert not (campaign_file.parent / "brand.toml").exists()
