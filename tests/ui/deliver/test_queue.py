"""The export queue: order, pause, stop, retry; it goes on without the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from studio.batch.plan import Only
from studio.campaign.document import Campaign, Deliverable, FilmEntry, Market, PosterEntry, StillRef
from studio.campaign.file import save_campaign
from studio.campaign.project_file import open_project
from ui.deliver.page import DeliverPage
from ui.deliver.queue import ExportQueue
from ui.deliver.queue_rows import RowsView
from ui.deliver.row import AT_WORK, FAILED, MADE, STOPPED, WAITING
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import whole
from ui.session import Session

FORMATS = ("kakao", "open-graph", "wechat-cover", "youtube-thumbnail")


@dataclass
class Desk:
    """The queue with a campaign of four outputs, and the parts around it."""

    queue: ExportQueue
    session: Session
    films: Films
    jobs: Jobs
    notices: Notices
    qtbot: QtBot
    out: Path

    def page(self) -> DeliverPage:
        page = whole(DeliverPage(self.session, self.films, self.jobs, self.notices, self.queue))
        self.qtbot.addWidget(page)
        page.resize(1200, 700)
        page.show()
        return page

    def states(self) -> dict[str, str]:
        return {row.job.preset: row.state for row in self.queue.rows}

    def until(self, wanted: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(wanted, timeout=60_000)

    def idle(self) -> None:
        self.until(lambda: not self.queue.is_busy)


@pytest.fixture
def desk(
    film_folder: Callable[..., list[Path]], jobs: Jobs, qtbot: QtBot, in_this_process: None
) -> Iterator[Desk]:
    (film,) = film_folder("lamp.mp4")
    poster = PosterEntry("lamp", "quiet-line", StillRef("00:00:01"), copy={"en": "A light."})
    campaign = Campaign(
        name="Lamps",
        films=(FilmEntry("lamp", film.name, {"en": "The Lamp"}, posters=(poster,)),),
        markets=(Market("uk", ("en",), "United Kingdom"),),
        deliverables=tuple(Deliverable(name) for name in FORMATS),
    )
    path = film.parent / "campaign.toml"
    save_campaign(campaign, path)
    session, notices = Session(), Notices()
    films = Films(session, jobs)
    session.open(open_project(path))
    queue = ExportQueue(session, jobs, notices, lambda: True)
    yield Desk(queue, session, films, jobs, notices, qtbot, film.parent / "out/uk/lamp")
    queue.stop()
    session.close()


def test_a_paused_queue_begins_nothing_and_its_order_can_be_changed(desk: Desk) -> None:
    queue = desk.queue
    queue.pause()
    assert queue.add(None, None)
    desk.until(lambda: queue.count(WAITING) == 4)
    desk.qtbot.wait(300)
    assert set(desk.states().values()) == {WAITING}
    assert queue.busy_words() == "An export of 4 outputs is running"
    names = [row.output for row in queue.rows]
    queue.move(names[3], -2)
    assert [row.output for row in queue.rows] == [names[0], names[3], names[1], names[2]]
    queue.move(names[0], 9)
    queue.remove([names[1]])
    wanted = [names[3], names[2], names[0]]
    assert [row.output for row in queue.rows] == wanted
    begun: list[str] = []
    queue.changed.connect(
        lambda: begun.extend(
            row.output for row in queue.rows if row.state == AT_WORK and row.output not in begun
        ),
        Qt.ConnectionType.DirectConnection,
    )
    queue.go_on()
    desk.idle()
    assert sorted(begun[:2]) == sorted(wanted[:2])
    assert set(desk.states().values()) == {MADE}
    assert queue.busy_words() == ""
    assert all(row.log[0].startswith("Read ") and row.seconds > 0 for row in queue.rows)
    assert len(list(desk.out.iterdir())) == 3


def test_the_job_strip_is_told_the_share_that_the_queue_shows(desk: Desk) -> None:
    queue, shares = desk.queue, []
    queue.advanced.connect(
        lambda: shares.extend(
            (job.share, queue.fraction)
            for job in desk.jobs.running
            if job.title.startswith("Exporting")
        )
    )
    assert queue.add(None, None)
    desk.idle()
    assert shares
    assert all(abs(one - other) < 0.02 for one, other in shares if other)


def test_a_failure_is_told_and_made_again_alone(desk: Desk) -> None:
    queue = desk.queue
    blocked = desk.out / "lamp-lamp-kakao.jpg"
    blocked.mkdir(parents=True)
    assert queue.add(None, None)
    desk.idle()
    assert desk.states() == {**dict.fromkeys(FORMATS, MADE), "kakao": FAILED}
    (why,) = queue.rows[0].problems
    assert "cannot be written" in why.message
    assert list(queue.failures) == ["uk/lamp/lamp-lamp-kakao.jpg"]
    blocked.rmdir()
    assert queue.retry(None)
    desk.idle()
    assert desk.states() == dict.fromkeys(FORMATS, MADE)
    assert queue.failures == {}
    assert '"failed"' not in (desk.out.parent.parent / "report.json").read_text("utf-8")


def test_a_stop_leaves_rows_that_can_be_tried_again(desk: Desk) -> None:
    queue = desk.queue
    queue.pause()
    assert queue.add(None, None)
    desk.until(lambda: queue.count(WAITING) == 4)
    queue.stop()
    desk.idle()
    assert desk.states() == dict.fromkeys(FORMATS, STOPPED)
    queue.go_on()
    assert queue.retry(None)
    desk.idle()
    assert desk.states() == dict.fromkeys(FORMATS, MADE)
    queue.clear()
    assert queue.rows == ()


def test_what_is_added_while_it_runs_is_made_too(desk: Desk) -> None:
    queue = desk.queue
    queue.pause()
    names = [f"uk/lamp/lamp-lamp-{name}.jpg" for name in ("kakao", "wechat-cover")]
    assert queue.add(Only(output=frozenset(names[:1])), None)
    desk.until(lambda: queue.count(WAITING) == 1)
    assert queue.add(Only(output=frozenset(names[1:])), None, first=True)
    desk.until(lambda: queue.count(WAITING) == 2)
    assert [row.output for row in queue.rows] == [names[1], names[0]]
    queue.go_on()
    desk.idle()
    assert set(desk.states().values()) == {MADE}


def test_the_queue_goes_on_while_its_page_is_another_one(desk: Desk) -> None:
    first = whole(DeliverPage(desk.session, desk.films, desk.jobs, desk.notices, desk.queue))
    first.show()
    desk.until(lambda: len(first.cells) == 4)
    desk.queue.pause()
    assert desk.queue.add(None, first)
    desk.until(lambda: desk.queue.count(WAITING) == 4)
    place = first.place()
    first.close()
    first.deleteLater()
    second = desk.page()
    second.go_back(place)
    desk.queue.go_on()
    desk.idle()
    desk.until(lambda: {cell.state for cell in second.cells} == {"ready"})
    assert desk.states() == dict.fromkeys(FORMATS, MADE)


def test_another_campaign_ends_the_work_on_this_one(desk: Desk) -> None:
    desk.queue.pause()
    assert desk.queue.add(None, None)
    desk.until(lambda: desk.queue.count(WAITING) == 4)
    desk.session.close()
    desk.idle()
    assert desk.queue.rows == ()
    assert not desk.out.exists()


def test_rows_are_moved_and_taken_out_by_keys(desk: Desk) -> None:
    page = desk.page()
    make = page.findChild(QPushButton, "deliver-make")
    desk.until(make.isEnabled)
    desk.queue.pause()
    desk.qtbot.mouseClick(make, Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.queue.count(WAITING) == 4)
    rows = page.findChild(RowsView)
    desk.until(lambda: rows.isVisible() and rows.model().rowCount() == 4)
    names = [row.output for row in desk.queue.rows]
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(3, 0))
    desk.qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.output for row in desk.queue.rows] == [names[0], names[1], names[3], names[2]]
    desk.qtbot.wait(200)
    desk.qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert [row.output for row in desk.queue.rows] == [names[0], names[1], names[2]]
    assert page.place()["current"] in (names[3], "")
    desk.qtbot.mouseClick(page.findChild(QPushButton, "deliver-stop"), Qt.MouseButton.LeftButton)
    desk.idle()
