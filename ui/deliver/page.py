"""The Deliver page: the matrix of all outputs, why they are to be made, the queue, the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from studio.batch.job import Outcome
from studio.batch.plan import Only
from studio.campaign.project import Project
from studio.core.said import said
from ui.actions import Action
from ui.deliver.asks import Asks
from ui.deliver.bars import Empty, Foot, Head
from ui.deliver.called import called
from ui.deliver.causes import CausesBar
from ui.deliver.commands import commands
from ui.deliver.details import Details
from ui.deliver.looking import Looking
from ui.deliver.matrix import Matrix
from ui.deliver.queue import ExportQueue
from ui.deliver.queue_panel import QueuePanel
from ui.deliver.states import ALL, BROKEN, CHOSEN, FILTERS, NOTED, READY, Cell, counts, passes
from ui.deliver.states import FAILED as BROKEN_STATE
from ui.deliver.thumbs import Thumbs
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.session import Session
from ui.widgets.opening import open_path
from ui.widgets.scrolled import Scrolled
from ui.widgets.words import hairline

_SHOW_AFTER_MS = 80
_KEPT_SELECTED = 300


class DeliverPage(Page):
    """A view of the outputs and of the `queue`, which goes on when the page goes."""

    title = said("Deliver")
    icon_name = "deliver"

    def __init__(
        self,
        session: Session,
        films: Films,
        jobs: Jobs,
        notices: Notices,
        queue: ExportQueue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._notices, self._queue = session, notices, queue
        self._looking = Looking(session, films, jobs, notices, queue, self)
        self._thumbs = Thumbs(jobs, self)
        self._cells: tuple[Cell, ...] = ()
        self._filter, self._typed, self._pictures = ALL, "", True
        self._show_timer = QTimer(self)
        self._show_timer.setSingleShot(True)
        self._show_timer.setInterval(_SHOW_AFTER_MS)
        self._show_timer.timeout.connect(self._refresh)

    def growing(self) -> Iterator[None]:
        """Its parts, how they lie, what the outputs are."""
        self._make_matrix()
        yield
        self._make_bars()
        yield
        self._lay_out()
        self._connect()
        yield
        self._refresh()

    def _connect(self) -> None:
        session, queue = self._session, self._queue
        session.saved.connect(self._show_later)
        self._looking.looked.connect(self._refresh)
        queue.changed.connect(self._show_later)
        queue.advanced.connect(self._show_later)
        queue.heard.connect(self._take_outcome)
        queue.finished.connect(self._queue_finished)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every output as it was last seen."""
        return self._looking.cells

    @property
    def is_making(self) -> bool:
        """Whether an export is under way."""
        return self._queue.is_busy

    # -- building -------------------------------------------------------------------------

    def _make_matrix(self) -> None:
        self._matrix = Matrix(self._picture_of)
        self._matrix.chosen.connect(self._chosen)
        self._matrix.opened.connect(self._open_output)
        self._matrix.entered.connect(self._enter_details)
        self._thumbs.came.connect(self._matrix.update)
        self._details = Details()
        self._details.make.connect(self.make_outputs)
        self._details.open.connect(self._open_output)
        self._details.folder.connect(self._open_folder_of)
        self._scroll = Scrolled()
        self._scroll.setWidget(self._matrix)
        self._scroll.setWidgetResizable(True)
        # The matrix in it takes the keys.
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("role", "field")
        self._scroll.viewport().installEventFilter(self)
        # The heads of the markets stay in sight: what stood there before is painted again.
        self._scroll.verticalScrollBar().valueChanged.connect(self._matrix.update)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._whole())

    def _make_bars(self) -> None:
        self._head = Head()
        self._head.chosen.connect(self._show_only)
        self._head.typed.connect(self._search)
        self._head.pictured.connect(self._show_pictures)
        self._head.asked.connect(self.edit_asks)
        self._causes = CausesBar()
        self._causes.picked.connect(self._select)
        self._causes.made.connect(self.make_outputs)
        self._panel = QueuePanel(self._queue)
        self._panel.picked.connect(self._matrix.choose)
        self._foot = Foot(make=self.make_all, folder=self.open_folder, report=self.open_report)
        self._empty = Empty()
        self._empty.asked.connect(self.edit_asks)

    def _whole(self) -> QWidget:
        whole = QWidget(self)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._scroll, 1)
        middle.addWidget(hairline(vertical=True))
        middle.addWidget(self._details)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(hairline())
        column.addLayout(middle, 1)
        column.addWidget(hairline())
        for bar in (self._causes, self._panel, self._foot):
            column.addWidget(bar)
        return whole

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The matrix grows its signs to the room there is."""
        if watched is self._scroll.viewport() and event.type() == QEvent.Type.Resize:
            self._matrix.room = self._scroll.viewport().height()
            self._matrix.lay_out()
        return super().eventFilter(watched, event)

    def commands(self) -> Sequence[Action]:
        """What can be done here."""
        return commands(self, self._queue)

    def entered(self) -> None:
        """The matrix has the keyboard, so that the arrow keys walk at once."""
        self.setFocusProxy(self._matrix if self._cells else self._empty.button)
        # Files change outside of the window too.
        self._looking.look_later()

    def showEvent(self, event: QShowEvent) -> None:
        """Outputs are read while they can be seen."""
        super().showEvent(event)
        self._looking.watch(watched=True)
        self._panel.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._looking.watch(watched=False)

    # -- places ---------------------------------------------------------------------------

    def place(self) -> object:
        """Filter, selection, pictures and scroll."""
        current = self._matrix.current
        return {
            "filter": self._filter,
            "typed": self._typed,
            "pictures": self._pictures,
            "folded": self._panel.is_folded,
            "current": current.output if current else "",
            "selected": sorted(self._matrix.selected)[:_KEPT_SELECTED],
            "scroll": self._scroll.verticalScrollBar().value(),
        }

    def go_back(self, place: object) -> None:
        """Stand as before; what is not there any more is left out."""
        if not isinstance(place, dict):
            return
        name = str(place.get("filter", ALL))
        self._filter = name if name in FILTERS else ALL
        self._typed = str(place.get("typed", ""))
        self._head.restore(self._filter, self._typed, pictures=place.get("pictures") is not False)
        self._panel.set_folded(bool(place.get("folded")))
        listed = place.get("selected")
        outputs = [str(one) for one in listed] if isinstance(listed, list) else []
        self._matrix.restore(str(place.get("current", "")), outputs)
        self._refresh()
        scroll = place.get("scroll")
        if isinstance(scroll, int):
            QTimer.singleShot(0, self, partial(self._scroll.verticalScrollBar().setValue, scroll))

    def show_focus(self, focus: object) -> bool:
        """Undo of what was chosen here comes back here."""
        return isinstance(focus, tuple | list) and bool(focus) and focus[0] == "deliver"

    # -- showing --------------------------------------------------------------------------

    def _show_later(self) -> None:
        if not self._show_timer.isActive():
            self._show_timer.start()

    def _refresh(self) -> None:
        if not self._session.is_open and not self._cells:
            return
        self._cells = self._looking.cells
        campaign = self._session.project.campaign
        self._stack.setCurrentIndex(1 if self._cells else 0)
        asked = bool(campaign.markets and campaign.deliverables)
        self._empty.show_state(asked=asked, posters=any(film.posters for film in campaign.films))
        if self._cells and self.window().focusWidget() in (self, self._empty.button):
            # Who came before there was anything to walk in.
            self._matrix.setFocus()
        self._show_cells()
        self._foot.show_state(self._cells, self._queue.out, planning=self._queue.is_planning)

    def _show_cells(self) -> None:
        names = called(self._session.project.campaign)
        selected = self._matrix.selected
        typed = [cell for cell in self._cells if names.fits(cell.job, self._typed)]
        shown = [cell for cell in typed if passes(cell, self._filter, selected)]
        if len(shown) < len(self._cells):
            there = {cell.job.film for cell in shown}
            films = {film: title for film, title in names.films.items() if film in there}
            self._matrix.show_cells(shown, replace(names, films=films))
        else:
            self._matrix.show_cells(shown, names)
        self._head.show_counts(
            {name: sum(passes(cell, name, selected) for cell in typed) for name in FILTERS}
        )
        self._causes.show_cells(self._cells, selected, names)
        self._panel.show_names(names)
        self._details.called = names
        self._details.show_counts(self._cells)
        self.tallied.emit(
            sum(passes(cell, NOTED) or passes(cell, BROKEN) for cell in self._cells),
            counts(self._cells)[READY],
        )
        self._show_details()

    def _show_details(self) -> None:
        current, selected = self._matrix.current, self._matrix.selected
        cells = [cell for cell in self._cells if cell.output in selected]
        row = self._queue.row(current.output) if current else None
        self._details.show_cells(current, cells, self._queue.out, row)

    @property
    def key(self) -> tuple[str, ...]:
        """The market of the current output."""
        current = self._matrix.current
        return ("market", current.job.market) if current is not None else ()

    def _chosen(self, cell: Cell | None) -> None:
        self.shown.emit(self.key)
        self._show_details()
        self._causes.show_selected(self._matrix.selected)
        place = self._matrix.place_of(cell.output) if cell else None
        if place is not None:
            middle = place.center().toPoint()
            self._scroll.ensureVisible(middle.x(), middle.y(), 40, 64)
        self._show_later()

    def _select(self, outputs: Sequence[str]) -> None:
        if self._filter not in (ALL, CHOSEN) or self._typed:
            self._head.restore(ALL, "", pictures=self._pictures)
            self._filter, self._typed = ALL, ""
            self._refresh()
        self._matrix.choose_all(outputs)
        self._matrix.setFocus()

    def _show_only(self, name: str) -> None:
        self._filter = name
        self._refresh()

    def _search(self, text: str) -> None:
        self._typed = text
        self._show_later()

    def _show_pictures(self, pictures: bool) -> None:
        self._pictures = pictures
        self._matrix.show_pictures(pictures=pictures)

    def _picture_of(self, cell: Cell) -> QPixmap | None:
        return self._thumbs.picture(self._queue.out, cell.made_by)

    def _enter_details(self, cell: Cell) -> None:
        self._details.take_focus()

    # -- making ---------------------------------------------------------------------------

    def make_all(self) -> None:
        """Make what is not up to date."""
        self._make(None)

    def make_selected(self) -> None:
        """Make what is selected, or all where nothing is."""
        selected = self._matrix.selected
        self._make(Only(output=selected) if selected else None)

    def make_outputs(self, outputs: frozenset[str]) -> None:
        """Make these."""
        if outputs:
            self._make(Only(output=frozenset(outputs)))

    def _make(self, only: Only | None) -> None:
        if self._queue.add(only, self):
            # Before its button goes grey: the focus would wander off to any other.
            self._matrix.setFocus()
            self._refresh()

    def _take_outcome(self, outcome: Outcome) -> None:
        self._thumbs.forget((outcome.job,))
        self._show_later()

    def _queue_finished(self) -> None:
        failed = [cell for cell in self.cells if cell.shown == BROKEN_STATE]
        if failed and self._matrix.current is None and self.isVisible():
            self._matrix.choose(failed[0].output)
        self._show_later()

    def edit_asks(self) -> None:
        """Choose markets and formats, as one step."""
        if not self._session.is_open:
            return
        dialog = Asks(self._session.project.campaign, self)
        if dialog.exec() == Asks.DialogCode.Accepted:
            chosen = dialog.campaign

            def edit(project: Project) -> Project:
                return project.with_campaign(chosen)

            self._session.apply(said("Change what is delivered"), edit, focus=("deliver",))
        dialog.deleteLater()

    # -- opening --------------------------------------------------------------------------

    def search(self) -> None:
        """Type what to look for."""
        self._head.go_to_search()

    def open_folder(self) -> None:
        """Open the folder of all outputs."""
        self._show_file(self._queue.out)

    def open_report(self) -> None:
        """Open the report of the last export."""
        self._show_file(self._queue.out / "report.html")

    def _open_output(self, cell: Cell | None) -> None:
        path = self._queue.out / cell.output if cell else None
        if path is not None and path.is_file():
            self._show_file(path)

    def _open_folder_of(self, cell: Cell | None) -> None:
        if cell is not None:
            self._show_file((self._queue.out / cell.output).parent)

    def _show_file(self, path: Path) -> None:
        open_path(path, self._notices.say)
