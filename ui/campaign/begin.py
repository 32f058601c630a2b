"""The dialog of a new campaign: films, their subtitles, markets, a name and a place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studio.campaign.beginning import (
    FILMS,
    FoundFilm,
    Wish,
    begin,
    fault_of,
    films_in,
    name_of,
    spoken,
    with_tracks,
)
from studio.campaign.markets import USUAL, markets_for, usual_deliverables
from studio.core.words import size_words
from ui.campaign.film_row import FilmRow
from ui.campaign.peek import peek
from ui.campaign.places import MarketTicks
from ui.campaign.working import WorkDialog
from ui.jobs import Job, Jobs
from ui.widgets import tokens as t
from ui.widgets.icons import lead
from ui.widgets.language import heard, tr
from ui.widgets.parts import Field, Section
from ui.widgets.scrolled import Scrolled
from ui.widgets.states import EmptyState
from ui.widgets.words import words

_RIGHT = 320


class NewCampaign(WorkDialog):
    """`path` is the campaign file once it was made; the dialog is accepted then."""

    made = Signal(object)
    """The path of the campaign that was begun."""

    def __init__(
        self, jobs: Jobs, parent: QWidget | None = None, paths: Sequence[Path] = ()
    ) -> None:
        super().__init__(jobs, tr("New campaign"), parent)
        self._looks: list[Job] = []
        self._waiting: list[FilmRow] = []
        self._folder: Path | None = None
        self._place_chosen = self._ticked = False
        self.path: Path | None = None
        self.rows: list[FilmRow] = []
        self._make_parts()
        self._build()
        self._refresh()
        self.resize(920, 640)
        self.setAcceptDrops(True)
        if paths:
            self.take(paths)

    # -- building -------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._films = QVBoxLayout()
        self._films.setSpacing(0)
        self._films.setContentsMargins(0, 0, 0, 0)
        self._films.addStretch(1)
        self._empty = EmptyState(
            "film",
            tr("Drop films or a folder of films here."),
            tr("Choose a folder…"),
            tr("Subtitles that lie beside them, such as film.en.srt, come along."),
        )
        self._empty.asked.connect(self._ask_folder)
        self.name = QLineEdit()
        self.name.setObjectName("new-name")
        self.name.textEdited.connect(self._refresh)
        self._where = QLineEdit()
        self._where.setObjectName("new-place")
        self._where.setReadOnly(True)
        self._where.setAccessibleName(tr("Place"))
        self.markets = MarketTicks()
        self.markets.tick(USUAL)
        self.markets.edited.connect(self._refresh)
        self._summary = words("", "faint")
        self._copies = words("", "faint")

    def _build(self) -> None:
        self._columns = QWidget()
        columns = QHBoxLayout(self._columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(t.SPACE[4])
        columns.addWidget(self._left(), 1)
        columns.addWidget(self._right())
        self.body.addWidget(self._columns, 1)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.note)
        self.add_cancel()
        self._create = self.add_button(tr("Create"), self.create_it, primary=True)
        self._create.setObjectName("new-create")

    def _left(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.SPACE[1])
        folder = QPushButton(lead("folder"), tr("Folder…"))
        folder.setToolTip(tr("Take all films of a folder"))
        folder.clicked.connect(self._ask_folder)
        films = QPushButton(lead("plus"), tr("Films…"))
        films.setToolTip(tr("Choose single films"))
        films.clicked.connect(self._ask_films)
        for button in (folder, films):
            button.setAutoDefault(False)
            row.addWidget(button)
        inside = QWidget()
        inside.setLayout(self._films)
        scroll = Scrolled()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(scroll)
        left = Section(tr("Films"), head)
        left.column.addWidget(self._stack, 1)
        return left

    def _right(self) -> QWidget:
        change = QPushButton(tr("Change…"))
        change.setAutoDefault(False)
        change.clicked.connect(self._ask_place)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._where, 1)
        row.addWidget(change)
        markets = Section(tr("Shown in"))
        markets.column.addWidget(self.markets)
        right = QWidget()
        right.setFixedWidth(_RIGHT)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.SPACE[3])
        column.addWidget(Field(tr("Name"), self.name))
        column.addWidget(Field(tr("Place"), place))
        column.addWidget(self._copies)
        column.addWidget(markets)
        column.addWidget(self._summary)
        column.addStretch(1)
        return right

    # -- films in -------------------------------------------------------------------------

    def _ask_folder(self) -> None:
        start = str(self._folder or Path.home())
        name = QFileDialog.getExistingDirectory(self, tr("Choose a folder of films"), start)
        if name:
            self.take([Path(name)])

    def _ask_films(self) -> None:
        shown = tr("Films ({endings})", endings=" ".join(f"*{one}" for one in FILMS))
        start = str(self._folder or Path.home())
        names, _ = QFileDialog.getOpenFileNames(self, tr("Choose films"), start, shown)
        self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Add films, or those of folders; what lies beside them is looked for meanwhile."""
        if self.is_working:
            return
        films: list[Path] = []
        for path in paths:
            if path.is_dir():
                films += films_in(path)
                if self._folder is None:
                    self._folder = path
            elif path.suffix.lower() in FILMS:
                films.append(path)
        there = {row.film.path for row in self.rows}
        films = [film for film in dict.fromkeys(films) if film not in there]
        if not films:
            self.set_fault(tr("There is no film among these.") if paths else "")
            return
        look = self._jobs.start(tr("Looking for films"), with_tracks, tuple(films), quiet=True)
        self._looks.append(look)
        look.done.connect(self._show)
        look.failed.connect(self.show_error)

    def _show(self, films: Sequence[FoundFilm]) -> None:
        for film in films:
            row = FilmRow(film)
            row.removed.connect(self._leave_out)
            self.rows.append(row)
            self._films.insertWidget(self._films.count() - 1, row)
            self._waiting.append(row)
        self._guess()
        self._refresh()
        self._peek_next()

    def _guess(self) -> None:
        """Place, name and markets from the films, as long as nobody chose them."""
        if not self._place_chosen and self._folder is None and self.rows:
            self._folder = self.rows[0].film.path.parent
        if self._folder is not None and not self.name.isModified():
            self.name.setText(name_of(self._folder))
        tongues = spoken(row.film for row in self.rows)
        if tongues and not self._ticked:
            self._ticked = True
            self.markets.tick(one.id for one in markets_for(tongues))

    def _peek_next(self) -> None:
        """One film after the other: each is a process of its own."""
        if not self._waiting:
            return
        row = self._waiting.pop(0)
        look = self._jobs.start(tr("Reading a film"), peek, row.film.path, quiet=True)
        self._looks.append(look)

        look.done.connect(row.show_picture)
        look.failed.connect(row.show_error)
        look.failed.connect(self._refresh)
        look.ended.connect(self._peek_next)

    def _leave_out(self, row: FilmRow) -> None:
        self.rows.remove(row)
        if row in self._waiting:
            self._waiting.remove(row)
        self._films.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._refresh()

    # -- what is wished -------------------------------------------------------------------

    def _ask_place(self) -> None:
        start = str(self._folder or Path.home())
        name = QFileDialog.getExistingDirectory(self, tr("Where shall the campaign lie?"), start)
        if name:
            self.set_place(Path(name))

    def set_place(self, folder: Path) -> None:
        """The campaign's folder; films from elsewhere will be copied into it."""
        self._place_chosen, self._folder = True, folder
        if not self.name.isModified():
            self.name.setText(name_of(folder))
        self._refresh()

    @property
    def wish(self) -> Wish:
        """What would be created now."""
        films = tuple(row.film for row in self.rows if row.taken)
        markets = self.markets.markets
        asks = usual_deliverables(markets, spoken(films))
        return Wish(self._folder or Path(), self.name.text(), films, markets, asks)

    def _refresh(self) -> None:
        wish = self.wish
        self._stack.setCurrentIndex(1 if self.rows else 0)
        self._where.setText(str(self._folder or ""))
        self._where.setToolTip(str(self._folder or ""))
        self._show_copies(wish)
        fault = heard(fault_of(wish)) if self.rows else ""
        self.set_fault(fault)
        self._create.setEnabled(bool(self.rows) and not fault and not self.is_working)
        formats = sum(bool(ask.format) for ask in wish.deliverables)
        self._summary.setText(
            tr(
                "The film, and {n} usual placements for posters. All can be changed later.",
                n=formats,
            )
            if wish.markets
            else ""
        )

    def _show_copies(self, wish: Wish) -> None:
        files = [film.path for film in wish.films]
        size = sum(_size(path) for path in files if not _is_in(path, wish.folder))
        note = tr("Films from elsewhere are copied there: {size}.", size=size_words(size))
        self._copies.setText(note)
        self._copies.setVisible(bool(size and self._folder))

    # -- creating -------------------------------------------------------------------------

    def create_it(self) -> None:
        """Write the campaign; the dialog stays until it is there."""
        if self._create.isEnabled():
            self.work(tr("Creating the campaign"), begin, self.wish, done=self._done)

    def work_changed(self) -> None:
        """Nothing can be changed while it is written."""
        self._columns.setEnabled(not self.is_working)
        self._create.setEnabled(not self.is_working)

    def _done(self, path: Path) -> None:
        self.path = path
        self.made.emit(path)
        self.accept()

    def done(self, result: int) -> None:
        """Nothing goes on looking for a dialog that is closed."""
        self._waiting.clear()
        for look in self._looks:
            look.cancel()
        super().done(result)

    # -- drops ----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Films and folders can be dropped anywhere on it."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls()])
        event.acceptProposedAction()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        # It has gone; creating will say so.
        return 0


def _is_in(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())
