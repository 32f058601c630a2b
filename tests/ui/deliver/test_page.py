"""The Deliver page by mouse and keyboard: asking, making, failing, trying again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from studio.campaign.document import Campaign, Deliverable, FilmEntry, Market, PosterEntry, StillRef
from studio.campaign.file import load_campaign, save_campaign
from studio.campaign.project_file import open_project
from ui.campaign.market_grid import AsksModel
from ui.deliver import settling
from ui.deliver.asks import Asks
from ui.deliver.matrix import Matrix
from ui.deliver.page import DeliverPage
from ui.deliver.queue import ExportQueue
from ui.deliver.states import FAILED, MISSING, READY, STALE
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import whole
from ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@dataclass
class Desk:
    """The page with all that it needs."""

    page: DeliverPage
    session: Session
    said: list[str]
    qtbot: QtBot

    def states(self) -> dict[str, str]:
        return {cell.job.preset: cell.state for cell in self.page.cells}

    def settle(self, wanted: dict[str, str]) -> None:
        self.qtbot.waitUntil(
            lambda: not self.page.is_making and self.states() == wanted, timeout=120_000
        )

    def press(self, name: str) -> None:
        button = self.page.findChild(QPushButton, name)
        self.qtbot.mouseClick(button, LEFT)

    @property
    def matrix(self) -> Matrix:
        return self.page.findChild(Matrix)


@pytest.fixture
def campaign_file(film_folder: Callable[..., list[Path]]) -> Path:
    """A film with a poster, asked for in one market as one picture."""
    (film,) = film_folder("lamp.mp4")
    poster = PosterEntry("lamp", "quiet-line", StillRef("auto"), copy={"en": "A light left on."})
    entry = FilmEntry("lamp", film.name, {"en": "The Lamp"}, posters=(poster,))
    campaign = Campaign(
        name="Lamps",
        films=(entry,),
        markets=(Market("uk", ("en",), "United Kingdom"),),
        deliverables=(Deliverable("kakao"),),
    )
    save_campaign(campaign, film.parent / "campaign.toml")
    return film.parent / "campaign.toml"


@pytest.fixture
def desk(campaign_file: Path, jobs: Jobs, qtbot: QtBot, in_this_process: None) -> Iterator[Desk]:
    """The page, shown, with the campaign open."""
    session, notices = Session(), Notices()
    films = Films(session, jobs)
    said: list[str] = []
    notices.said.connect(said.append)
    notices.posted.connect(lambda notice: said.append(notice.text))

    def save() -> bool:
        session.save()
        return True

    queue = ExportQueue(session, jobs, notices, save)
    page = whole(DeliverPage(session, films, jobs, notices, queue))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    session.open(open_project(campaign_file))
    made = Desk(page, session, said, qtbot)
    made.settle({"kakao": MISSING})
    yield made
    session.close()


def test_make_all_makes_and_the_chosen_still_is_kept(desk: Desk, campaign_file: Path) -> None:
    desk.press("deliver-make")
    desk.settle({"kakao": READY})
    assert (campaign_file.parent / "out/uk/lamp/lamp-lamp-kakao.jpg").is_file()
    still = desk.session.project.campaign.films[0].posters[0].still
    assert still.picked
    assert still.auto
    assert not desk.session.unsaved
    assert load_campaign(campaign_file) == desk.session.project.campaign
    assert desk.said[-1].startswith("1 output")


def test_change_makes_stale_and_make_one_mends_it(desk: Desk) -> None:
    desk.press("deliver-make")
    desk.settle({"kakao": READY})
    _write(desk, "Another line.")
    desk.settle({"kakao": STALE})
    desk.session.save()
    desk.qtbot.mouseClick(desk.matrix, LEFT, pos=_place(desk))
    desk.press("deliver-make-one")
    desk.settle({"kakao": READY})


def test_export_asks_to_save_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(desk, "Another line.")
    desk.settle({"kakao": MISSING})
    asked: list[str] = []

    def refuse(_: object, title: str, text: str, *__: object) -> None:
        asked.extend((title, text))

    monkeypatch.setattr(settling, "ask", refuse)
    desk.press("deliver-make")
    assert asked == ["Save the changes and go on?", "An export is made of what is saved."]
    assert not desk.page.is_making
    assert desk.session.unsaved


def test_failed_output_says_why_and_can_be_tried_again(desk: Desk, campaign_file: Path) -> None:
    blocked = campaign_file.parent / "out/uk"
    blocked.parent.mkdir()
    blocked.write_text("in the way")
    desk.press("deliver-make")
    desk.settle({"kakao": FAILED})
    assert desk.page.cells[0].remarks
    desk.qtbot.wait(700)
    assert desk.states() == {"kakao": FAILED}
    again = desk.page.findChild(QPushButton, "deliver-make-one")
    assert again.text() == "Try again"
    blocked.unlink()
    desk.qtbot.mouseClick(again, LEFT)
    desk.settle({"kakao": READY})


def test_stop_leaves_what_is_not_made_to_be_made(desk: Desk) -> None:
    desk.press("deliver-make")
    desk.press("deliver-stop")
    desk.qtbot.waitUntil(lambda: not desk.page.is_making, timeout=60_000)
    desk.settle({"kakao": MISSING})
    assert "Stopped. What is finished stays." in desk.said


def test_unreadable_film_fails_with_its_reason(desk: Desk, campaign_file: Path) -> None:
    (campaign_file.parent / "lamp.mp4").write_bytes(b"no film at all")
    desk.session.open(open_project(campaign_file))
    desk.settle({"kakao": FAILED})
    assert "lamp.mp4" in str(desk.page.cells[0].remarks[0])


def test_keyboard_walks_and_opens(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.press("deliver-make")
    desk.settle({"kakao": READY})
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )
    desk.matrix.setFocus()
    desk.qtbot.keyClick(desk.matrix, Qt.Key.Key_Right)
    assert desk.matrix.current is not None
    desk.qtbot.keyClick(desk.matrix, Qt.Key.Key_Return)
    assert desk.page.focusWidget().objectName() == "deliver-open-one"
    desk.press("deliver-open-one")
    desk.matrix.setFocus()
    desk.qtbot.keyClick(desk.matrix, Qt.Key.Key_Escape)
    assert desk.matrix.current is None
    desk.press("deliver-folder")
    report = desk.page.findChild(QPushButton, "deliver-report")
    desk.qtbot.waitUntil(report.isEnabled)
    desk.press("deliver-report")
    names = [Path(path).name for path in opened]
    assert names == ["lamp-lamp-kakao.jpg", "out", "report.html"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_system_that_opens_nothing_is_said_plainly(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    desk.said.clear()
    desk.page.open_folder()
    (text,) = desk.said
    assert text.startswith("This system has nothing to open it with: ")
    assert text.replace("\u200b", "").endswith("/out")


def test_markets_and_formats_are_one_undoable_step(desk: Desk) -> None:
    before = desk.session.project

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Asks)
        field = dialog.findChild(QLineEdit, "market-id")
        desk.qtbot.keyClicks(field, "Japan")
        desk.qtbot.mouseClick(dialog.findChild(QPushButton, "market-add"), LEFT)
        grid = dialog.findChild(QTableView, "market-presets")
        model = grid.model()
        assert isinstance(model, AsksModel)
        row = next(n for n, offer in enumerate(model.offers) if offer.preset == "web-720p")
        spot = grid.visualRect(model.index(row, 2)).center()
        desk.qtbot.mouseClick(grid.viewport(), LEFT, pos=spot)
        desk.qtbot.mouseClick(dialog.findChild(QPushButton, "asks-done"), LEFT)

    QTimer.singleShot(200, fill)
    desk.press("deliver-asks")
    campaign = desk.session.project.campaign
    assert campaign.markets[1] == Market("jp", ("ja", "en"), "Japan")
    assert Deliverable(video="web-720p", markets=("jp",)) in campaign.deliverables
    assert Deliverable("kakao", markets=("uk",)) in campaign.deliverables
    desk.session.undo()
    assert desk.session.project == before
    assert desk.page.show_focus(("deliver",))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_wrong_market_is_said_and_keeps_the_dialog(desk: Desk) -> None:
    dialog = Asks(desk.session.project.campaign, desk.page)
    dialog.show()
    dialog.findChild(QLineEdit, "market-id").setText("a/b")
    desk.qtbot.mouseClick(dialog.findChild(QPushButton, "asks-done"), LEFT)
    assert dialog.isVisible()
    assert "cannot be a folder's name" in dialog.fault
    dialog.reject()
    dialog.deleteLater()


def _place(desk: Desk) -> QPoint:
    box = desk.matrix.place_of(desk.page.cells[0].job.output)
    assert box is not None
    return box.center().toPoint()


def _write(desk: Desk, text: str) -> None:
    film = desk.session.project.campaign.films[0]
    poster = replace(film.posters[0], copy={"en": text})
    desk.session.apply("Copy", lambda p: p.with_campaign(p.campaign.with_poster(film.id, poster)))
