"""The Deliver page: the matrix of all outputs, the run that makes them, the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from studio.batch.export import Exported, Order, default_out, export
from studio.batch.job import Outcome
from studio.batch.plan import Only, Sources
from studio.campaign.asking import with_chosen_stills
from studio.campaign.project import Project
from studio.core.words import counted, duration_words
from ui.actions import Action
from ui.deliver.asks import Asks
from ui.deliver.details import Details
from ui.deliver.matrix import Matrix
from ui.deliver.states import FAILED, MISSING, READY, STALE, Cell, after, counts, look
from ui.films import Films
from ui.jobs import Job, Jobs
from ui.notices import Notices
from ui.page import Page
from ui.session import Session
from ui.widgets import tokens as t
from ui.widgets.icons import icon

_LOOK_AFTER_MS = 400


class DeliverPage(Page):
    """`save` writes the campaign and says whether it did: an export runs on what is on disk."""

    title = "Deliver"
    icon_name = "deliver"

    _heard = Signal(object)
    """An Outcome, from the thread of the export."""

    def __init__(
        self,
        session: Session,
        films: Films,
        jobs: Jobs,
        notices: Notices,
        save: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._session, self._films, self._jobs = session, films, jobs
        self._notices, self._save = notices, save
        self._cells: tuple[Cell, ...] = ()
        self._run: Job | None = None
        self._looking: Job | None = None
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LOOK_AFTER_MS)
        self._later.timeout.connect(self._look)
        session.replaced.connect(self._start_over)
        session.changed.connect(self._project_changed)
        session.saved.connect(self._refresh)
        films.probed.connect(lambda _: self._look_later())
        films.failed.connect(lambda *_: self._look_later())
        self._heard.connect(self._take_outcome)

    # -- building -------------------------------------------------------------------------

    def _build(self) -> None:
        self._matrix = Matrix()
        self._matrix.chosen.connect(self._show_details)
        self._details = Details()
        self._details.make.connect(self._make_one)
        scroll = QScrollArea()
        scroll.setWidget(self._matrix)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(scroll)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(self._stack, 1)
        middle.addWidget(self._details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addLayout(middle, 1)
        column.addLayout(self._foot())

    def _empty_page(self) -> QWidget:
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("role", "quiet")
        self._empty_button = QPushButton("Choose markets and formats…")
        self._empty_button.setObjectName("deliver-choose")
        self._empty_button.clicked.connect(self._edit_asks)
        empty = QWidget()
        inner = QVBoxLayout(empty)
        inner.addStretch(1)
        inner.addWidget(self._empty)
        inner.addWidget(self._empty_button, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(1)
        return empty

    def _head(self) -> QHBoxLayout:
        self._counts = QLabel()
        self._asks = QPushButton(icon("grid"), "Markets and formats…")
        self._asks.setObjectName("deliver-asks")
        self._asks.clicked.connect(self._edit_asks)
        row = QHBoxLayout()
        row.setContentsMargins(t.SPACE[3], t.SPACE[2], t.SPACE[3], t.SPACE[2])
        row.addWidget(self._asks)
        row.addStretch(1)
        row.addWidget(self._counts)
        return row

    def _foot(self) -> QHBoxLayout:
        self._place = QLabel()
        self._place.setProperty("role", "faint")
        self._folder = QPushButton(icon("folder"), "Open folder")
        self._folder.clicked.connect(lambda: self._show_file(self._out))
        self._report = QPushButton("Report")
        self._report.clicked.connect(lambda: self._show_file(self._out / "report.html"))
        self._stop = QPushButton(icon("stop"), "Stop")
        self._stop.clicked.connect(self._stop_run)
        self._make = QPushButton("Make what is missing")
        self._make.setObjectName("deliver-make")
        self._make.setProperty("role", "primary")
        self._make.clicked.connect(lambda: self._export(None))
        row = QHBoxLayout()
        row.setContentsMargins(t.SPACE[3], t.SPACE[2], t.SPACE[3], t.SPACE[2])
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._place)
        row.addStretch(1)
        for button in (self._folder, self._report, self._stop, self._make):
            row.addWidget(button)
        return row

    def commands(self) -> Sequence[Action]:
        """Make, stop, choose."""

        def idle() -> bool:
            return self._run is None and self._session.is_open

        def make() -> None:
            self._export(None)

        return (
            Action(
                "deliver-run",
                "Make what is missing",
                make,
                "Deliver",
                ("Ctrl+Return",),
                "play",
                "",
                idle,
            ),
            Action(
                "deliver-stop",
                "Stop the export",
                self._stop_run,
                "Deliver",
                ("Ctrl+.",),
                "stop",
                "",
                lambda: self._run is not None,
            ),
            Action(
                "deliver-ask",
                "Markets and formats…",
                self._edit_asks,
                "Deliver",
                (),
                "grid",
                "",
                lambda: self._session.is_open,
            ),
            Action("deliver-look", "Look again", self._look, "Deliver", ("F5",), "refresh"),
        )

    # -- looking --------------------------------------------------------------------------

    @property
    def _out(self) -> Path:
        path = self._session.path
        return default_out(path) if path else (self._session.folder or Path()) / "out"

    def entered(self) -> None:
        """The matrix may be old by now."""
        self._look()

    def _start_over(self) -> None:
        self._cells = ()
        self._refresh()
        self._look_later()

    def _project_changed(self, before: Project, now: Project) -> None:
        if before.campaign is not now.campaign or before.tracks is not now.tracks:
            self._look_later()

    def _look_later(self) -> None:
        if self._run is None:
            self._later.start()

    def _look(self) -> None:
        if self._run is not None or not self._session.is_open or self._looking is not None:
            return
        project = self._session.project
        films, unreadable = {}, {}
        for entry in project.campaign.films:
            film = self._films.film(entry.id)
            if film is None:
                unreadable[entry.id] = "The film has not been read."
            else:
                films[entry.id] = film
        sources = Sources(films, project.tracks, unreadable)
        job = self._jobs.start(
            "Looking at the outputs", look, project.campaign, sources, self._out, quiet=True
        )
        self._looking = job

        def done(cells: tuple[Cell, ...]) -> None:
            if self._run is None and self._session.project is project:
                self._cells = cells
                self._refresh()

        job.done.connect(done)
        job.failed.connect(self._notices.failed)
        job.ended.connect(self._looked)

    def _looked(self) -> None:
        self._looking = None

    def _refresh(self) -> None:
        campaign = self._session.project.campaign
        films = [(film.id, film.title.get("en") or film.id) for film in campaign.films]
        markets = [(market.id, market.name or market.id) for market in campaign.markets]
        self._matrix.show_cells(self._cells, films, markets)
        self._stack.setCurrentIndex(1 if self._cells else 0)
        asked = bool(campaign.markets and campaign.deliverables)
        self._empty.setText(
            "Looking at what is there…"
            if asked
            else "Here every output stands by film and market. Choose what is delivered where."
        )
        self._empty_button.setVisible(not asked)
        found = counts(self._cells)
        words = (
            (READY, "ready"),
            (STALE, "to be made anew"),
            (MISSING, "not made yet"),
            (FAILED, "failed"),
        )
        self._counts.setText("   ".join(f"{found[s]} {word}" for s, word in words if found[s]))
        to_make = found[STALE] + found[MISSING] + found[FAILED]
        self._make.setText(f"Make {counted(to_make, 'output')}" if to_make else "All is ready")
        self._make.setEnabled(self._run is None and to_make > 0)
        self._stop.setVisible(self._run is not None)
        self._place.setText(str(self._out) if self._session.is_open else "")
        self._folder.setEnabled(self._out.is_dir())
        self._report.setEnabled((self._out / "report.html").is_file())
        self._show_details(self._matrix.current)

    def _show_details(self, cell: Cell | None) -> None:
        self._details.show_cell(cell, self._out)

    # -- making ---------------------------------------------------------------------------

    def _make_one(self, cell: Cell) -> None:
        job = cell.job
        preset = frozenset({job.preset})
        self._export(
            Only(
                film=frozenset({job.film}),
                market=frozenset({job.market}),
                poster=frozenset({job.poster} if job.poster else ()),
                format=preset if job.poster else frozenset(),
                video=frozenset() if job.poster else preset,
            )
        )

    def _export(self, only: Only | None) -> None:
        if self._run is not None or not self._session.is_open:
            return
        if self._session.unsaved and not self._save():
            return
        path = self._session.path
        if path is None:
            return
        campaign = self._session.project.campaign
        order = Order(self._out, only)
        self._run = self._jobs.start(
            f"Exporting {campaign.name}", export, path, campaign, order, self._heard.emit
        )
        self._run.done.connect(self._exported)
        self._run.failed.connect(self._notices.failed)
        self._run.stopped.connect(lambda: self._notices.say("Stopped; what is finished stays"))
        self._run.ended.connect(self._run_ended)
        self._refresh()

    def _stop_run(self) -> None:
        if self._run is not None:
            self._run.cancel()

    def _take_outcome(self, outcome: Outcome) -> None:
        self._cells = after(self._cells, outcome)
        self._refresh()

    def _exported(self, done: Exported) -> None:
        # The stills that were chosen are on disk already; the document takes them in.
        before = self._session.project.campaign
        if with_chosen_stills(before, done.campaign) is not before:
            was_saved = not self._session.unsaved
            self._session.apply(
                "Choose stills",
                lambda p: p.with_campaign(with_chosen_stills(p.campaign, done.campaign)),
            )
            if was_saved:
                self._save()
        failed = sum(one.state == "failed" for one in done.outcomes)
        word = f", {failed} failed" if failed else ""
        total = counted(len(done.outcomes), "output")
        self._notices.say(f"{total}{word} in {duration_words(done.seconds)}")

    def _run_ended(self) -> None:
        self._run = None
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

    def _show_file(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
