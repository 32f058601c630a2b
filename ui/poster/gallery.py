"""The gallery: which picture each place of the page wants, and that it gets only the newest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from studio.campaign.brand import kit_of
from studio.campaign.document import Campaign, FilmEntry, Market, PosterEntry, StillRef
from studio.core.errors import Notice, StudioError, explain
from studio.core.geometry import Rect
from studio.core.said import said
from studio.media.film import Film
from studio.poster.document import PosterCopy
from ui.films import Films
from ui.jobs import Jobs
from ui.poster.canvas import Canvas, Sheet
from ui.poster.choosing import Choosing
from ui.poster.designs import Designs
from ui.poster.render import CANVAS, Painted, Painter
from ui.poster.tiles import Rows, Strip, Tile
from ui.poster.view import View, asked_formats, market_of, posters, shown
from ui.poster.wish import Wish, any_copy, copy_for, in_brand, is_silent, notes_on, seconds_of
from ui.poster.words import film_title, format_tip, grave, language_name, poster_line
from ui.widgets.language import heard, tr

_ROW_FORMAT = "one-sheet"
"""The shape in which posters stand in the series."""
_CALM_MS = 180
"""Tiles wait till the hand rests: the canvas comes first."""
Says = Callable[[FilmEntry, PosterEntry, Market], PosterCopy]
_RANKS = {"error": 0, "warning": 1, "": 2}


@dataclass(frozen=True, slots=True)
class _Word:
    """Why a poster cannot be shown, and what to do; `waits` where it soon can."""

    text: str
    hint: str = ""
    waits: bool = False


class Gallery(QObject):
    """Fills the canvas, the series and the strip of formats for a view of the campaign."""

    painted = Signal(object)
    """The canvas shows a Painted; None when it shows a word."""

    def __init__(
        self, films: Films, jobs: Jobs, places: tuple[Canvas, Rows, Strip], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._films = films
        self._canvas, self._series, self._strip = places
        self._painter = Painter(jobs, self)
        self._painter.on_fault(self._not_painted)
        self.choosing = Choosing(jobs, self)
        self._campaign, self._view = Campaign(), View()
        self._designs = Designs({}, {})
        self.folder: Path | None = None
        """What the campaign's brand kit is relative to."""
        self._troubles: dict[str, _Word] = {}
        self._ranks: dict[str, int] = {}
        self._present: Painted | None = None
        self._now = _timer(self, 0, self._paint_canvas)
        self._soon = _timer(self, _CALM_MS, self._paint_tiles)
        self._order_later = _timer(self, 60, self._order)
        films.failed.connect(self._film_failed)
        films.probed.connect(self._film_probed)

    @property
    def present(self) -> Painted | None:
        """What the canvas shows, None for a word."""
        return self._present

    @property
    def is_idle(self) -> bool:
        """Whether every picture is there."""
        waiting = self._now.isActive() or self._soon.isActive() or self._order_later.isActive()
        return self._painter.is_idle and not waiting

    def forget(self) -> None:
        """Another campaign is opened."""
        self._painter.forget()
        self.choosing.forget()
        self._troubles.clear()
        self._ranks.clear()
        self._present = None

    def show(self, campaign: Campaign, view: View, designs: Designs) -> None:
        """Show a view; pictures come as they are painted, the canvas first."""
        if (self._view.key, self._view.market) != (view.key, view.market):
            self._ranks.clear()
        self._campaign, self._view, self._designs = campaign, view, designs
        self._show_rows()
        self._show_strip()
        rows = (f"series/{key}" for key in self._series.keys)
        self._painter.only({CANVAS, *rows, *(f"strip/{key}" for key in self._strip.keys)})
        self._now.start()
        self._soon.start()

    def resized(self) -> None:
        """The canvas wants another size."""
        self._now.start()

    def still(self, film: FilmEntry, poster: PosterEntry) -> StillRef | None:
        """The still a poster shows, None while it is not known."""
        probed = self._films.film(film.id)
        if probed is None:
            return poster.still
        try:
            return self.choosing.still(self._campaign, film, poster, probed)
        except StudioError:
            return None

    # -- what stands where ----------------------------------------------------------------

    @property
    def _market(self) -> Market:
        return market_of(self._campaign, self._view)

    def _show_rows(self) -> None:
        language = self._market.languages[0]
        several = len({film.id for film, _ in posters(self._campaign)}) > 1
        tiles = []
        for film, poster in posters(self._campaign):
            line = poster_line(poster, language)
            title = line or tr("Nothing written yet")
            of = film_title(film, language)
            template = heard(poster.template)
            below = f"{poster.id} · {of if several else template}"
            tip = f"{line}\n{poster.id} · {of} · {template}".strip()
            tiles.append(Tile("/".join((film.id, poster.id)), title, 2 / 3, below, tip))
        self._series.show_tiles(tiles, "/".join(self._view.key))

    def _show_strip(self) -> None:
        names = sorted(
            asked_formats(self._campaign, self._view, self._designs.formats),
            key=lambda one: self._ranks.get(one, 2),
        )
        tiles = []
        for name in names:
            form = self._designs.formats[name]
            tiles.append(Tile(name, heard(name), float(form.pixels.aspect), tip=format_tip(form)))
        self._strip.show_tiles(tiles, self._view.format)

    def _order(self) -> None:
        """Those with findings first, once all are known: nothing jumps while they come."""
        if self._painter.is_idle:
            self._show_strip()

    # -- painting -------------------------------------------------------------------------

    def _paint_canvas(self) -> None:
        found = shown(self._campaign, self._view)
        if found is None or not self._canvas.isVisible():
            return
        form = self._designs.formats[self._view.format]
        wish = self._wish(*found, self._view.format, self._canvas.wanted(form.pixels))
        if isinstance(wish, _Word):
            self._painter.drop(CANVAS)
            self._present = None
            self._canvas.show_word(heard(wish.text), heard(wish.hint))
            self.painted.emit(None)
            return
        if self._present is None or self._present.wish.subject != wish.subject:
            self._foretaste(wish)
        self._painter.ask(CANVAS, wish, self._canvas_painted)

    def _foretaste(self, wish: Wish) -> None:
        """The tile of the same poster, enlarged, till the canvas is painted."""
        small = self._painter.kept(replace(wish, limit=self._tile_limit()))
        if small is not None:
            self._canvas_painted(small)

    def _tile_limit(self) -> int:
        return round(self._strip.side * self._strip.devicePixelRatioF())

    def _paint_tiles(self) -> None:
        found = shown(self._campaign, self._view)
        if found is None or not self._canvas.isVisible():
            return
        limit = self._tile_limit()
        for name in self._strip.keys:
            self._ask(f"strip/{name}", self._wish(*found, name, limit))
        small = round(self._series.side * self._series.devicePixelRatioF())
        for film, poster in posters(self._campaign):
            wish = self._wish(film, poster, _ROW_FORMAT, small, any_copy)
            if isinstance(wish, Wish):
                wish = replace(wish, notes=())
            self._ask(f"series/{film.id}/{poster.id}", wish)

    def _ask(self, place: str, wish: Wish | _Word) -> None:
        kind, _, key = place.partition("/")
        if isinstance(wish, Wish):
            self._painter.ask(place, wish, partial(self._tile_painted, kind, key))
            return
        self._painter.drop(place)
        tiles = self._strip if kind == "strip" else self._series
        # The canvas says it in words; tiles have no room for them.
        tiles.set_tile(key, image=None, word="…" if wish.waits else "", worst="")

    def _wish(
        self,
        film: FilmEntry,
        poster: PosterEntry,
        form: str,
        limit: int,
        says: Says = copy_for,
    ) -> Wish | _Word:
        probed = self._films.film(film.id)
        if probed is None:
            return self._troubles.get(film.id) or _Word(
                said("Reading {source}…", source=film.source), waits=True
            )
        if poster.template not in self._designs.templates:
            return _Word(
                said("There is no template “{template}”.", template=poster.template),
                said("Choose another at the right."),
            )
        try:
            return self._known_wish(film, poster, probed, (form, limit), says)
        except StudioError as error:
            return _Word(str(error), error.hint)

    def _known_wish(
        self,
        film: FilmEntry,
        poster: PosterEntry,
        probed: Film,
        size: tuple[str, int],
        says: Says,
    ) -> Wish | _Word:
        still = self.choosing.still(self._campaign, film, poster, probed)
        seconds = seconds_of(still, probed) if still is not None else None
        if seconds is None:
            return _Word(
                said("Choosing a still…"), said("The film is looked through once."), waits=True
            )
        kit = kit_of(self._campaign, self.folder) if self.folder is not None else None
        copy = in_brand(says(film, poster, self._market), kit, self._market)
        notes = notes_on(poster, self._market, probed)
        return Wish(probed, seconds, poster.template, size[0], copy, poster.focus, size[1], notes)

    # -- what came ------------------------------------------------------------------------

    def _canvas_painted(self, painted: Painted) -> None:
        self._present = painted
        form = painted.layout.form
        trim = None
        if form.bleed_px > 0:
            by = form.bleed_px
            trim = Rect(0, 0, form.width, form.height).grown(-by)
        found = shown(self._campaign, self._view)
        note = ""
        if found is not None and is_silent(found[1], self._market):
            note = tr(
                "Nothing written in {languages} yet",
                languages=language_name(self._market.languages[0]),
            )
        sheet = Sheet(painted.image, form.pixels, form.safe_rect(), form.zones(), trim, note)
        self._canvas.show_sheet(sheet)
        self.painted.emit(painted)

    def _tile_painted(self, kind: str, key: str, painted: Painted) -> None:
        if kind == "series":
            self._series.set_tile(key, image=painted.image, word="")
            return
        worst, count = grave(painted.problems)
        tip = format_tip(painted.layout.form, painted.problems)
        self._strip.set_tile(key, image=painted.image, worst=worst, count=count, tip=tip, word="")
        self._ranks[key] = _RANKS[worst]
        self._order_later.start()

    def _not_painted(self, place: str, error: BaseException) -> None:
        notice = explain(error)
        if place == CANVAS:
            self._present = None
            self._canvas.show_word(heard(notice.text), heard(notice.hint))
            self.painted.emit(None)
            return
        kind, _, key = place.partition("/")
        tiles = self._strip if kind == "strip" else self._series
        tiles.set_tile(key, image=None, word="✕", worst="")

    def _film_probed(self, film_id: str) -> None:
        self._troubles.pop(film_id, None)

    def _film_failed(self, film_id: str, notice: Notice) -> None:
        self._troubles[film_id] = _Word(notice.text, notice.hint)
        self._now.start()
        self._soon.start()


def _timer(parent: QObject, wait: int, run: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(wait)
    made.timeout.connect(run)
    return made
