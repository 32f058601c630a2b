"""The Deliver page: the matrix of all outputs, the run that makes them, the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from studio.batch.job import Outcome
from studio.batch.plan import Only, Sources
from studio.campaign.project import Project
from studio.core.errors import Notice
from ui.actions import Action
from ui.deliver.asks import Asks
from ui.deliver.bars import Empty, Foot, Head
from ui.deliver.details import Details
from ui.deliver.making import Making
from ui.deliver.matrix import Matrix
from ui.deliver.states import FAILED, Cell, Known, after, begun, look
from ui.films import Films
from ui.jobs import Job, Jobs
from ui.notices import Notices
from ui.page import Page
from ui.session import Session
from ui.widgets import tokens as t

_LOOK_AFTER_MS = 400
_SHOW_AFTER_MS = 100


class DeliverPage(Page):
    """`save` writes the campaign and says whether it did: an export runs on what is on disk."""

    title = "Deliver"
    icon_name = "deliver"

    def __init__(
        self,
        session: Session,
        films: Films,
        jobs: Jobs,
        notices: Notices,
        save: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._session, self._films, self._jobs, self._notices = session, films, jobs, notices
        self._making = Making(session, jobs, notices, save)
        self._cells: tuple[Cell, ...] = ()
        self._failures: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._unreadable: dict[str, str] = {}
        self._looking: Job | None = None
        self._old = True
        self._build()
        self._look_timer = _timer(self, _LOOK_AFTER_MS, self._look)
        self._show_timer = _timer(self, _SHOW_AFTER_MS, self._refresh)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        session, films, making = self._session, self._films, self._making
        session.replaced.connect(self._start_over)
        session.changed.connect(self._project_changed)
        session.saved.connect(self._show_timer.start)
        films.probed.connect(self._film_read)
        films.failed.connect(self._film_failed)
        making.began.connect(self._refresh)
        making.heard.connect(self._take_outcome)
        making.ended.connect(self._made)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every output as it was last seen."""
        return self._cells

    @property
    def is_making(self) -> bool:
        """Whether an export is under way."""
        return self._making.running

    # -- building -------------------------------------------------------------------------

    def _build(self) -> None:
        self._matrix = Matrix()
        self._matrix.chosen.connect(self._show_details)
        self._matrix.opened.connect(self._open_output)
        self._details = Details()
        self._details.make.connect(self._make_one)
        self._details.open.connect(self._open_output)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._matrix)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setStyleSheet(f"QScrollArea {{ background: {t.FIELD}; }}")
        self._scroll.viewport().installEventFilter(self)
        self._head = Head(self._matrix.show_only, self._edit_asks)
        self._foot = Foot(
            make=partial(self._export, None),
            stop=self._making.stop,
            folder=lambda: self._show_file(self._making.out),
            report=lambda: self._show_file(self._making.out / "report.html"),
        )
        self._empty = Empty(self._edit_asks)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._whole())

    def _whole(self) -> QWidget:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._scroll, 1)
        middle.addWidget(_line(vertical=True))
        middle.addWidget(self._details)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(_line())
        column.addLayout(middle, 1)
        column.addWidget(_line())
        column.addWidget(self._foot)
        return whole

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The matrix grows its signs to the room there is."""
        if watched is self._scroll.viewport() and event.type() == QEvent.Type.Resize:
            self._matrix.room = self._scroll.viewport().height()
            self._matrix.lay_out()
        return super().eventFilter(watched, event)

    def commands(self) -> Sequence[Action]:
        """Make, stop, choose, open."""

        def is_open() -> bool:
            return self._session.is_open

        def idle() -> bool:
            return is_open() and not self._making.running

        def running() -> bool:
            return self._making.running

        def marked() -> bool:
            return idle() and self._matrix.current is not None

        out = self._making
        made, menu = partial(self._export, None), "Deliver"
        run = ("deliver-run", "Make what is missing", made, ("Ctrl+Return",), "play", idle)
        listed: tuple[
            tuple[str, str, Callable[[], object], tuple[str, ...], str, Callable[[], bool]], ...
        ] = (
            run,
            ("deliver-one", "Make this output", self._make_current, ("Ctrl+M",), "refresh", marked),
            ("deliver-stop", "Stop the export", out.stop, ("Ctrl+.",), "stop", running),
            ("deliver-ask", "Markets and formats…", self._edit_asks, ("F2",), "grid", is_open),
            (
                "deliver-folder",
                "Open the output folder",
                lambda: self._show_file(out.out),
                ("Ctrl+Shift+O",),
                "folder",
                lambda: out.out.is_dir(),
            ),
            (
                "deliver-report",
                "Open the report",
                lambda: self._show_file(out.out / "report.html"),
                ("Ctrl+R",),
                "info",
                lambda: (out.out / "report.html").is_file(),
            ),
            ("deliver-look", "Look again", self._look, ("F5",), "refresh", idle),
        )
        return tuple(
            Action(name, text, run, menu, keys, sign, "", when)
            for name, text, run, keys, sign, when in listed
        )

    # -- looking --------------------------------------------------------------------------

    def entered(self) -> None:
        """The matrix may be old by now: files change outside of the window too."""
        self._look()

    def _start_over(self) -> None:
        self._cells = ()
        self._failures.clear()
        self._unreadable.clear()
        self._refresh()
        self._look_later()

    def _project_changed(self, before: Project, now: Project) -> None:
        if before.campaign is not now.campaign or before.tracks is not now.tracks:
            self._look_later()

    def _film_read(self, film: str) -> None:
        self._unreadable.pop(film, None)
        self._look_later()

    def _film_failed(self, film: str, notice: Notice) -> None:
        if self._films.film(film) is None:
            self._unreadable[film] = f"{notice.text} {notice.hint}".strip()
            self._look_later()

    def _look_later(self) -> None:
        """Outputs are read while they can be seen; else when the person comes here."""
        self._old = True
        if self.isVisible() and not self._making.running:
            self._look_timer.start()

    def _look(self) -> None:
        if self._making.running or not self._session.is_open or self._looking is not None:
            return
        self._old = False
        project = self._session.project
        films, reading = {}, set()
        for entry in project.campaign.films:
            film = self._films.film(entry.id)
            if film is not None:
                films[entry.id] = film
            elif entry.id not in self._unreadable:
                reading.add(entry.id)
        unreadable = {**dict.fromkeys(reading, "The film is being read."), **self._unreadable}
        sources = Sources(films, project.tracks, unreadable)
        known = Known(frozenset(reading), dict(self._failures))
        job = self._jobs.start(
            "Looking at the outputs",
            look,
            project.campaign,
            sources,
            self._making.out,
            known,
            quiet=True,
        )
        self._looking = job

        def done(cells: tuple[Cell, ...]) -> None:
            if not self._making.running and self._session.project is project:
                self._cells = cells
                self._refresh()

        job.done.connect(done)
        job.failed.connect(self._notices.failed)
        job.ended.connect(self._looked)

    def _looked(self) -> None:
        self._looking = None
        if self._old:
            self._look_later()

    def _refresh(self) -> None:
        campaign = self._session.project.campaign
        films = [(film.id, film.title.get("en") or film.id) for film in campaign.films]
        markets = [(market.id, market.name or market.id) for market in campaign.markets]
        asked = bool(campaign.markets and campaign.deliverables)
        self._stack.setCurrentIndex(1 if self._cells else 0)
        self._empty.show_state(asked=asked, posters=any(film.posters for film in campaign.films))
        running = self._making.running
        if self._cells:
            self._matrix.show_cells(self._cells, films, markets)
            self._head.show_cells(self._cells)
            self._details.show_counts(self._cells)
        self._foot.show_state(self._cells, self._making.out, running=running)
        self._show_details(self._matrix.current)

    def _show_details(self, cell: Cell | None) -> None:
        self._details.show_cell(cell, self._making.out, idle=not self._making.running)
        place = self._matrix.place_of(cell.job.output) if cell else None
        if place is not None:
            middle = place.center().toPoint()
            self._scroll.ensureVisible(middle.x(), middle.y(), 40, 40)

    # -- making ---------------------------------------------------------------------------

    def _make_current(self) -> None:
        if self._matrix.current is not None:
            self._make_one(self._matrix.current)

    def _make_one(self, cell: Cell) -> None:
        job = cell.job
        preset = frozenset({job.preset})
        only = Only(
            film=frozenset({job.film}),
            market=frozenset({job.market}),
            poster=frozenset({job.poster} if job.poster else ()),
            format=preset if job.poster else frozenset(),
            video=frozenset() if job.poster else preset,
        )
        self._export(only)

    def _export(self, only: Only | None) -> None:
        if self._making.start(only, self):
            taken = {c.job.output for c in self._cells if only is None or only.takes(c.job)}
            self._cells = begun(self._cells, frozenset(taken))
            # Before its button goes grey: the focus would wander off to any other.
            self._matrix.setFocus()
            self._refresh()

    def _take_outcome(self, outcome: Outcome) -> None:
        self._cells = after(self._cells, outcome)
        if outcome.state == "failed":
            self._failures[outcome.path] = outcome.job, outcome.problems
        else:
            self._failures.pop(outcome.path, None)
        if not self._show_timer.isActive():
            self._show_timer.start()

    def _made(self) -> None:
        failed = [cell for cell in self._cells if cell.state == FAILED]
        if failed and self._matrix.current is None and self.isVisible():
            self._matrix.choose(failed[0].job.output)
        self._refresh()
        self._look_later()

    def _edit_asks(self) -> None:
        if not self._session.is_open:
            return
        dialog = Asks(self._session.project.campaign, self)
        if dialog.exec() == Asks.DialogCode.Accepted:
            self._session.apply(
                "Change what is delivered",
                lambda p: p.with_campaign(dialog.campaign),
                focus=("deliver",),
            )
        dialog.deleteLater()

    def show_focus(self, focus: object) -> bool:
        """Undo of what was chosen here comes back here."""
        return isinstance(focus, tuple) and bool(focus) and focus[0] == "deliver"

    # -- opening --------------------------------------------------------------------------

    def _open_output(self, cell: Cell) -> None:
        path = self._making.out / cell.job.output
        if path.is_file():
            self._show_file(path)

    def _show_file(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._notices.say(f"This system has nothing to open it with: {path}")


def _timer(parent: QObject, milliseconds: int, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(run)
    return timer


def _line(*, vertical: bool = False) -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
