"""The Posters page: the series, the canvas, the inspector, and every format at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studio.campaign.adding import add_poster
from studio.campaign.document import FilmEntry, PosterEntry, StillRef
from studio.campaign.project import Project
from studio.core.errors import BadValue, StudioError, in_full
from studio.core.said import said
from ui.actions import Action
from ui.campaign.titles import film_name
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.poster import edits
from ui.poster.bar import LookBar
from ui.poster.board import Board, BoardArea
from ui.poster.canvas import Canvas
from ui.poster.commands import canvas_runs, commands
from ui.poster.designs import designs
from ui.poster.desk import Desk
from ui.poster.frame import EmptyPage, SeriesColumn, StripArea
from ui.poster.gallery import Gallery
from ui.poster.inspector import Inspector
from ui.poster.panes import arranged
from ui.poster.render import Painted
from ui.poster.shelving import Shelving
from ui.poster.tiles import Rows, Strip
from ui.poster.values import values_of
from ui.poster.view import View, carried, followed, languages, market_of, settled, shown
from ui.poster.wish import still_from, still_words
from ui.session import Session
from ui.widgets.language import heard, tr

_SIDE = 96
_TEMPLATE = "quiet-line"


class PosterPage(Page):
    """Posters of all films of the campaign."""

    title = "Posters"
    icon_name = "poster"

    def __init__(
        self,
        session: Session,
        films: Films,
        jobs: Jobs,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.films, self.notices = session, films, notices
        self._jobs = jobs
        self._designs = designs()
        self._view = View()
        self.canvas = Canvas()
        self.series = Rows(tr("Series"))
        self.strip = Strip(_SIDE, tr("All formats"))
        self.board = Board(tr("All formats and markets"))
        self.inspector = Inspector()
        self._column = SeriesColumn(self.series)

    def growing(self) -> Iterator[None]:
        """Its parts, how they lie, what the campaign has."""
        self._make_parts()
        yield
        self._build()
        self._connect()
        yield
        self._start_over()

    def _make_parts(self) -> None:
        films, jobs = self.films, self._jobs
        self.gallery = Gallery(films, jobs, (self.canvas, self.series, self.strip), self)
        self._bar = LookBar()
        self._empty = EmptyPage()
        self._board_area = BoardArea(self.board)
        self._strip_area = StripArea(self.strip)
        self.shelving = Shelving(self.gallery, self.board, self._board_area, self)
        self.desk = Desk(self, jobs)

    # -- building -------------------------------------------------------------------------

    def _build(self) -> None:
        parts = (self._column, self._bar, self.inspector, self._strip_area)
        self._stack, self._middle = arranged(
            self, self._empty, parts, (self.canvas, self._board_area)
        )

    def _connect(self) -> None:
        self.session.replaced.connect(self._start_over)
        self.session.changed.connect(self._project_changed)
        self.films.probed.connect(self._refresh)
        self.gallery.choosing.chosen.connect(lambda _: self._refresh())
        self.gallery.painted.connect(self._painted)
        self.gallery.tile_failed.connect(self.shelving.failed)
        self._strip_area.looked.connect(self.gallery.look)
        self._connect_choices()
        self._connect_look()
        self.canvas.zoom_changed.connect(self._zoomed)
        self.desk.legal_wanted.connect(self._write_legal)
        self.desk.drafted.connect(self._refresh)
        inspector = self.inspector
        inspector.copy_typed.connect(self._type_copy)
        inspector.copy_left.connect(self.desk.hand.next_stroke)
        inspector.template_chosen.connect(
            lambda name: self.edit(said("Change the template"), edits.with_template(name))
        )
        inspector.still_typed.connect(self._type_still)
        inspector.still_auto.connect(partial(self._type_still, "auto"))
        inspector.focus_reset.connect(self._find_focus)

    def _connect_choices(self) -> None:
        self.series.chosen.connect(self._choose_poster)
        self.series.opened.connect(lambda _: self._write())
        self.series.removed.connect(lambda _: self._remove())
        self.strip.chosen.connect(lambda name: self._look(format=name))
        self.strip.opened.connect(lambda _: self.canvas.setFocus())
        self.board.chosen.connect(self._choose_tile)
        self.board.opened.connect(lambda _: self._bar.toggle("board"))
        self._column.new.connect(self._new)
        self._empty.new.connect(self._new)

    def _connect_look(self) -> None:
        bar = self._bar
        bar.format_chosen.connect(lambda name: self._look(format=name))
        bar.market_chosen.connect(lambda one: self._look(market=one))
        bar.markets_wanted.connect(lambda: self.session.focus_wanted.emit(("deliver",)))
        bar.safe_toggled.connect(self.canvas.show_safe)
        bar.rulers_toggled.connect(self.canvas.show_rulers)
        bar.proof_toggled.connect(lambda _: self._show_proof())
        bar.gamut_toggled.connect(lambda _: self._show_proof())
        bar.board_toggled.connect(self._show_board)
        bar.compared.connect(self.desk.compare)
        bar.fit_wanted.connect(self.canvas.fit)

    def commands(self) -> Sequence[Action]:
        """New, duplicate, remove, copy, still, look."""
        runs: dict[str, Callable[[], object]] = {
            "new": self._new,
            "edit": self._write,
            "breaks": self.inspector.copies.next_breaks,
            "duplicate": self._duplicate,
            "remove": self._remove,
            "next": partial(self._step, 1),
            "previous": partial(self._step, -1),
            "market": self._bar.next_market,
            "format": partial(self._step_format, 1),
            "back": partial(self._step_format, -1),
            "still": self.inspector.edit_still,
            "auto": partial(self._type_still, "auto"),
            "find": self._find_focus,
            **self.desk.runs,
            **{name: partial(self._bar.toggle, name) for name in self._bar.look},
            **canvas_runs(self.canvas),
        }
        return commands(runs, self.desk.can, self.session)

    # -- the document ---------------------------------------------------------------------

    @property
    def view(self) -> View:
        """What is looked at."""
        return self._view

    def entry(self) -> tuple[FilmEntry, PosterEntry] | None:
        """The poster that is looked at, with its film."""
        return shown(self.session.project.campaign, self._view)

    def still(self) -> StillRef | None:
        """The still that it shows, None while it is not known."""
        found = self.entry()
        return self.gallery.still(*found) if found is not None else None

    def edit(self, label: str, change: edits.Change, merge: str = "") -> None:
        """Change the poster that is looked at; steps in a row that merge by a name are one."""
        key, before = self._view.key, edits.poster_of(self.session.project, self._view.key)
        self.session.apply(
            label,
            lambda project: edits.changed(project, key, change),
            merge=("poster", merge, *key) if merge else None,
            focus=("poster", *key),
        )
        self.desk.tell_lost(before, edits.poster_of(self.session.project, key))

    def _new(self, film_id: str = "") -> None:
        """A poster of a film, of the one that is looked at if none is named."""
        films = [film.id for film in self.session.project.campaign.films]
        chosen = film_id or (self._view.film if self._view.film in films else "")
        if not films:
            return
        film = chosen or films[0]
        like = self.entry()
        entry = PosterEntry("poster", like[1].template if like else _TEMPLATE)
        self.session.apply(
            said("New poster"),
            partial(add_poster, film_id=film, poster=entry),
            focus=("poster", film),
        )
        self._write()

    def _duplicate(self) -> None:
        key = self._view.key
        self.session.apply(
            said("Duplicate the poster"), lambda p: edits.duplicated(p, key), focus=("poster", *key)
        )

    def _remove(self) -> None:
        key = self._view.key
        self.session.apply(
            said("Remove the poster"), lambda p: edits.removed(p, key), focus=("poster", *key)
        )

    def _type_copy(self, language: str, text: str) -> None:
        self.edit(
            said("Write the copy in {language}", language=language),
            edits.with_copy(language, text),
            f"copy-{language}-{self.desk.hand.strokes}",
        )

    def _type_still(self, text: str) -> None:
        film = self.films.film(self._view.film)
        if self.entry() is None:
            return
        now = self.still()
        if text.strip() and now is not None and text.strip() == still_words(now, film):
            self.inspector.show_fault("", text.strip())
            return
        try:
            still = still_from(text, film)
        except StudioError as error:
            self.inspector.show_fault(heard(in_full(error)))
            return
        self.inspector.show_fault("", "")
        self.edit(said("Choose the still"), edits.with_still(still))
        self._refresh()

    def _find_focus(self) -> None:
        self.edit(said("Find the point of interest"), lambda poster: replace(poster, focus=None))

    # -- looking --------------------------------------------------------------------------

    def _look(self, **change: str) -> None:
        """Look at something else."""
        self.desk.settle()
        campaign, known = self.session.project.campaign, self._designs.formats
        view = settled(campaign, replace(self._view, **change), known)
        self._view = view if "format" in change else carried(campaign, self._view, view, known)
        self.inspector.show_fault("")
        self._refresh()
        self.shown.emit(self.key)

    @property
    def key(self) -> tuple[str, ...]:
        """The poster."""
        return ("poster", *self._view.key) if self._view.poster else ()

    def _choose_poster(self, key: str) -> None:
        film, _, poster = key.partition("/")
        self._look(film=film, poster=poster)

    def _choose_tile(self, key: str) -> None:
        market, _, form = key.partition("/")
        self._look(market=market, format=form)

    def _step(self, by: int) -> None:
        keys = self.series.keys
        place = keys.index("/".join(self._view.key)) + by
        self._choose_poster(keys[max(0, min(len(keys) - 1, place))])

    def _step_format(self, by: int) -> None:
        names = self.strip.keys
        place = names.index(self._view.format) + by if self._view.format in names else 0
        self._look(format=names[max(0, min(len(names) - 1, place))])

    def _write(self) -> None:
        market = market_of(self.session.project.campaign, self._view)
        self.inspector.edit_copy(market.languages[0])

    def _write_legal(self) -> None:
        """The window has the dialog of the markets, and a command that opens it."""
        found = self.window().findChild(QAction, "campaign-markets")
        if found is not None:
            found.trigger()

    def _zoomed(self) -> None:
        self._bar.show_zoom(self.canvas.zoom if self.canvas.sheet is not None else None)
        self.gallery.resized()

    def _show_board(self, there: bool) -> None:
        self.desk.settle()
        self._middle.setCurrentIndex(1 if there else 0)
        self._strip_area.setVisible(not there)
        (self.board if there else self.canvas).setFocus()
        self._refresh()

    def _show_proof(self) -> None:
        look = self._bar.look
        self._bar.show_press(self.gallery.press)
        self.gallery.show_proof(proof=look["proof"], warns=look["gamut"])

    # -- the frame around it --------------------------------------------------------------

    def show_focus(self, focus: object) -> bool:
        """Undo of a poster's edit comes back to that poster."""
        if not (isinstance(focus, tuple) and len(focus) > 1 and focus[0] == "poster"):
            return False
        if len(focus) > 2:
            view = replace(self._view, film=str(focus[1]), poster=str(focus[2]))
            if shown(self.session.project.campaign, view) is not None:
                self._view = view
        self._refresh()
        return True

    def entered(self) -> None:
        """Paint what may have changed on other pages."""
        self._refresh()

    def place(self) -> object:
        """Which poster in which market and format, and how the canvas is looked at."""
        return [*self._view.key, self._view.market, self._view.format, self._bar.look]

    def go_back(self, place: object) -> None:
        """Look at what was looked at, or what is nearest of what there still is."""
        if not isinstance(place, list) or len(place) != 5:
            return
        film, poster, market, form = (str(one) for one in place[:4])
        self._look(film=film, poster=poster, market=market, format=form)
        if isinstance(place[4], dict):
            self._bar.set_look(place[4])

    def left(self) -> None:
        """What is typed next is another step."""
        self.desk.settle()

    def _start_over(self) -> None:
        self._designs = designs()
        self.inspector.set_templates(
            [(one.name, heard(one.summary)) for one in self._designs.templates.values()]
        )
        for fault in self._designs.faults:
            self.notices.failed(BadValue(fault))
        self._view = View()
        self.desk.forget()
        self.gallery.forget()
        self.inspector.show_problems(None)
        self.inspector.show_fault("", "")
        self._refresh()

    def _project_changed(self, before: Project, after: Project) -> None:
        if before.campaign is not after.campaign:
            self._view = followed(
                before.campaign, after.campaign, self._view, self._designs.formats
            )
            self._refresh()
            self.desk.project_changed()

    # -- showing --------------------------------------------------------------------------

    def _refresh(self) -> None:
        campaign = self.desk.seen(self.session.project)
        self._view = settled(campaign, self._view, self._designs.formats)
        films = [(film.id, film_name(film)) for film in campaign.films]
        self._column.show_films(films)
        self._empty.show_films(films)
        found = shown(campaign, self._view)
        self._stack.setCurrentIndex(1 if found else 0)
        if found is None:
            return
        self._bar.show_view(campaign, self._view, self._designs.formats)
        self.inspector.set_languages(*languages(campaign, self._view))
        self.gallery.show(campaign, self._view, self._designs, self.session.folder)
        self.shelving.show(campaign, self._view, self._designs)
        self._bar.show_press(self.gallery.press)
        film, poster = found
        shape = self._designs.formats[self._view.format].pixels
        still, probed = self.gallery.still(film, poster), self.films.film(film.id)
        self.inspector.show_values(values_of(poster, still, probed, shape))

    def _painted(self, painted: Painted | None) -> None:
        self.inspector.show_problems(painted.problems if painted is not None else None)
        self._bar.show_zoom(self.canvas.zoom if painted is not None else None)
        self.desk.painted(painted)
