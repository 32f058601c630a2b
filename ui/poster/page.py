"""The Posters page: the series, the canvas, the inspector, and every format at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from studio.campaign.adding import add_poster
from studio.campaign.document import FilmEntry, PosterEntry
from studio.campaign.project import Project
from studio.core.errors import BadValue, StudioError, in_full
from studio.core.said import said
from ui.actions import Action
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.poster import edits
from ui.poster.canvas import Canvas
from ui.poster.commands import canvas_runs, commands
from ui.poster.designs import designs
from ui.poster.frame import EmptyPage, LookBar, SeriesColumn, StripArea
from ui.poster.gallery import Gallery
from ui.poster.grip import Grip, dragged, focus_in_file
from ui.poster.inspector import Inspector, Values
from ui.poster.render import Painted
from ui.poster.tiles import Rows, Strip
from ui.poster.view import View, followed, languages, market_of, settled, shown
from ui.poster.wish import still_from, still_words
from ui.poster.words import share_words
from ui.session import Session
from ui.widgets.language import heard, tr
from ui.widgets.words import hairline

_SIDE = 96
_TEMPLATE = "quiet-line"


class PosterPage(Page):
    """Posters of all films of the campaign."""

    title = "Posters"
    icon_name = "poster"

    def __init__(self, session: Session, films: Films, jobs: Jobs, notices: Notices) -> None:
        super().__init__()
        self._session, self._films, self._notices = session, films, notices
        self._designs = designs()
        self._view = View()
        self._grip: Grip | None = None
        self._strokes = 0
        self.canvas = Canvas()
        self.series = Rows(tr("Series"))
        self.strip = Strip(_SIDE, tr("All formats"))
        self.inspector = Inspector()
        self.gallery = Gallery(films, jobs, (self.canvas, self.series, self.strip), self)
        self._bar = LookBar()
        self._column = SeriesColumn(self.series)
        self._empty = EmptyPage()
        self._build()
        self._connect()
        self._start_over()

    # -- building -------------------------------------------------------------------------

    def _build(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(hairline())
        middle.addWidget(self._bar)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self._column)
        upper.addWidget(hairline(vertical=True))
        upper.addLayout(middle, 1)
        upper.addWidget(hairline(vertical=True))
        upper.addWidget(self.inspector)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(hairline())
        column.addWidget(StripArea(self.strip))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(whole)

    def _connect(self) -> None:
        self._session.replaced.connect(self._start_over)
        self._session.changed.connect(self._project_changed)
        self._films.probed.connect(self._refresh)
        self.gallery.choosing.chosen.connect(lambda _: self._refresh())
        self.gallery.painted.connect(self._painted)
        self._connect_choices()
        self._connect_canvas()
        inspector = self.inspector
        inspector.copy_typed.connect(self._type_copy)
        inspector.copy_left.connect(self._next_stroke)
        inspector.template_chosen.connect(
            lambda name: self._edit(said("Change the template"), edits.with_template(name))
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
        self._column.new.connect(self._new)
        self._empty.new.connect(self._new)
        self._bar.format_chosen.connect(lambda name: self._look(format=name))
        self._bar.market_chosen.connect(lambda one: self._look(market=one))
        self._bar.safe_toggled.connect(self.canvas.show_safe)
        self._bar.fit_wanted.connect(self.canvas.fit)

    def _connect_canvas(self) -> None:
        self.canvas.gripped.connect(self._take)
        self.canvas.dragged.connect(self._drag)
        self.canvas.dropped.connect(self._drop)
        self.canvas.escaped.connect(self._let_go)
        self.canvas.nudged.connect(self._nudge)
        self.canvas.edit_wanted.connect(self._write)
        self.canvas.zoom_changed.connect(self._zoomed)

    def commands(self) -> Sequence[Action]:
        """New, duplicate, remove, copy, still, look."""
        runs: dict[str, Callable[[], object]] = {
            "new": self._new,
            "edit": self._write,
            "duplicate": self._duplicate,
            "remove": self._remove,
            "next": partial(self._step, 1),
            "before": partial(self._step, -1),
            "market": self._next_market,
            "format": partial(self._step_format, 1),
            "back": partial(self._step_format, -1),
            "still": self.inspector.edit_still,
            "auto": partial(self._type_still, "auto"),
            "find": self._find_focus,
            "safe": self._bar.toggle_safe,
            **canvas_runs(self.canvas),
        }
        return commands(runs, self._is_there, self._session)

    # -- the document ---------------------------------------------------------------------

    def _is_there(self) -> bool:
        return shown(self._session.project.campaign, self._view) is not None

    def _edit(self, label: str, change: edits.Change, merge: str = "") -> None:
        key = self._view.key
        self._session.apply(
            label,
            lambda project: edits.changed(project, key, change),
            merge=("poster", merge, *key) if merge else None,
            focus=("poster", *key),
        )

    def _new(self, film_id: str = "") -> None:
        """A poster of a film, of the one that is looked at if none is named."""
        films = [film.id for film in self._session.project.campaign.films]
        chosen = film_id or (self._view.film if self._view.film in films else "")
        if not films:
            return
        film = chosen or films[0]
        like = shown(self._session.project.campaign, self._view)
        entry = PosterEntry("poster", like[1].template if like else _TEMPLATE)
        self._session.apply(
            said("New poster"),
            partial(add_poster, film_id=film, poster=entry),
            focus=("poster", film),
        )
        self._write()

    def _duplicate(self) -> None:
        key = self._view.key
        self._session.apply(
            said("Duplicate the poster"), lambda p: edits.duplicated(p, key), focus=("poster", *key)
        )

    def _remove(self) -> None:
        key = self._view.key
        self._session.apply(
            said("Remove the poster"), lambda p: edits.removed(p, key), focus=("poster", *key)
        )

    def _type_copy(self, language: str, text: str) -> None:
        stroke = f"copy-{language}-{self._strokes}"
        self._edit(
            said("Write the copy in {language}", language=language),
            edits.with_copy(language, text),
            stroke,
        )

    def _next_stroke(self) -> None:
        """What comes now is another step for undo."""
        self._strokes += 1

    def _type_still(self, text: str) -> None:
        film = self._films.film(self._view.film)
        found = shown(self._session.project.campaign, self._view)
        if found is None:
            return
        now = self.gallery.still(*found)
        if text.strip() and now is not None and text.strip() == still_words(now, film):
            self.inspector.show_fault("", text.strip())
            return
        try:
            still = still_from(text, film)
        except StudioError as error:
            self.inspector.show_fault(heard(in_full(error)))
            return
        self.inspector.show_fault("", "")
        self._edit(said("Choose the still"), edits.with_still(still))
        self._refresh()

    # -- the picture in the poster --------------------------------------------------------

    def _take(self) -> None:
        present = self.gallery.present
        self._next_stroke()
        self._grip = present.grip if present is not None else None

    def _drag(self, across: float, down: float) -> None:
        found = shown(self._session.project.campaign, self._view)
        still = self.gallery.still(*found) if found is not None else None
        if self._grip is None or still is None:
            return
        focus = dragged(self._grip, across, down)
        self._edit(
            said("Move the picture"), edits.with_focus(focus, still), f"focus-{self._strokes}"
        )
        self._show_point(focus)

    def _show_point(self, focus: tuple[float, float]) -> None:
        present = self.gallery.present
        if present is not None:
            self.canvas.show_point(focus_in_file(present.grip, focus), share_words(focus))

    def _drop(self) -> None:
        self._grip = None
        self._next_stroke()

    def _let_go(self) -> None:
        """Take the drag back."""
        label = self._session.history.undo_label if self._session.history else None
        if self._grip is not None and label == said("Move the picture"):
            self._session.undo()
        self._drop()

    def _nudge(self, across: float, down: float) -> None:
        if self._grip is None and self.gallery.present is not None:
            self._grip = self.gallery.present.grip
            self._drag(across, down)
            self._grip = None
        self.canvas.show_point(None)

    def _find_focus(self) -> None:
        self._edit(said("Find the point of interest"), lambda poster: replace(poster, focus=None))

    # -- looking --------------------------------------------------------------------------

    def _look(self, **change: str) -> None:
        """Look at something else."""
        self._next_stroke()
        campaign, view = self._session.project.campaign, replace(self._view, **change)
        self._view = settled(campaign, view, self._designs.formats)
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

    def _step(self, by: int) -> None:
        keys = self.series.keys
        place = keys.index("/".join(self._view.key)) + by
        self._choose_poster(keys[max(0, min(len(keys) - 1, place))])

    def _step_format(self, by: int) -> None:
        names = self.strip.keys
        place = names.index(self._view.format) + by if self._view.format in names else 0
        self._look(format=names[max(0, min(len(names) - 1, place))])

    def _next_market(self) -> None:
        self._bar.next_market()

    def _write(self) -> None:
        market = market_of(self._session.project.campaign, self._view)
        self.inspector.edit_copy(market.languages[0])

    def _zoomed(self) -> None:
        self._bar.show_zoom(self.canvas.zoom)
        self.gallery.resized()

    # -- the frame around it --------------------------------------------------------------

    def show_focus(self, focus: object) -> bool:
        """Undo of a poster's edit comes back to that poster."""
        if not (isinstance(focus, tuple) and len(focus) > 1 and focus[0] == "poster"):
            return False
        if len(focus) > 2:
            view = replace(self._view, film=str(focus[1]), poster=str(focus[2]))
            if shown(self._session.project.campaign, view) is not None:
                self._view = view
        self._refresh()
        return True

    def entered(self) -> None:
        """Paint what may have changed on other pages."""
        self._refresh()

    def place(self) -> object:
        """Which poster in which market and format, and whether the safe area is drawn."""
        return [*self._view.key, self._view.market, self._view.format, self.canvas.shows_safe]

    def go_back(self, place: object) -> None:
        """Look at what was looked at, or what is nearest of what there still is."""
        if not isinstance(place, list) or len(place) != 5:
            return
        film, poster, market, form = (str(one) for one in place[:4])
        self._look(film=film, poster=poster, market=market, format=form)
        if place[4] is not self.canvas.shows_safe:
            self._bar.toggle_safe()

    def left(self) -> None:
        """What is typed next is another step."""
        self._next_stroke()

    def _start_over(self) -> None:
        self._designs = designs()
        self.inspector.set_templates(
            [(one.name, heard(one.summary)) for one in self._designs.templates.values()]
        )
        for fault in self._designs.faults:
            self._notices.failed(BadValue(fault))
        self._view, self._grip = View(), None
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

    # -- showing --------------------------------------------------------------------------

    def _refresh(self) -> None:
        campaign = self._session.project.campaign
        self._view = settled(campaign, self._view, self._designs.formats)
        films = [(film.id, film.title.get("en") or film.id) for film in campaign.films]
        self._column.show_films(films)
        self._empty.show_films(films)
        found = shown(campaign, self._view)
        self._stack.setCurrentIndex(1 if found else 0)
        if found is None:
            return
        self._bar.show_view(campaign, self._view, self._designs.formats)
        self.inspector.set_languages(*languages(campaign, self._view))
        self.gallery.folder = self._session.folder
        self.gallery.show(campaign, self._view, self._designs)
        self._show_values(*found)

    def _show_values(self, film: FilmEntry, poster: PosterEntry) -> None:
        still = self.gallery.still(film, poster)
        probed = self._films.film(film.id)
        time = still_words(still, probed) if still is not None else ""
        is_open = edits.is_open(poster)
        by_us = is_open or poster.still.auto
        chosen = tr("Chosen by Lobbycard") if by_us and time else ""
        focus = tr("Point of interest: automatic")
        if poster.focus is not None:
            focus = tr("Point of interest at {focus}", focus=share_words(poster.focus))
        self.inspector.show_values(
            Values(
                dict(poster.copy), poster.template, time, chosen, focus, poster.focus is not None
            )
        )

    def _painted(self, painted: Painted | None) -> None:
        self.inspector.show_problems(painted.problems if painted is not None else None)
        self._bar.show_zoom(self.canvas.zoom if painted is not None else None)
