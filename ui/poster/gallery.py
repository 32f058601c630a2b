"""The gallery: which picture each place of the page wants, and that it gets only the newest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from studio.campaign.document import Campaign, FilmEntry, Market, PosterEntry, StillRef
from studio.core.errors import Notice, explain
from ui.campaign.titles import film_name, poster_name
from ui.films import Films
from ui.jobs import Jobs
from ui.poster.canvas import Canvas
from ui.poster.choosing import Choosing
from ui.poster.designs import Designs
from ui.poster.edits import Key
from ui.poster.marks import sheet_of
from ui.poster.proof import press_of
from ui.poster.render import BEFORE, CANVAS, Painted, Painter
from ui.poster.snapping import grasp_of
from ui.poster.tiles import Rows, Strip, Tile
from ui.poster.view import View, asked_formats, market_of, posters, shown
from ui.poster.wish import Wish, any_copy, is_silent
from ui.poster.wishing import Ask, Wishing, Word
from ui.poster.words import format_tip, grave, language_name, poster_line
from ui.widgets.language import heard, tr

_ROW_FORMAT = "one-sheet"
"""The shape in which posters stand in the series."""
_CALM_MS = 180
"""Tiles wait till the hand rests: the canvas comes first."""
_NOTHING = 0.05
"""Per cent of a picture that are said to be none."""
_RANKS = {"error": 0, "warning": 1, "": 2}


class Gallery(QObject):
    """Fills the canvas, the series and the strip of formats for a view of the campaign."""

    painted = Signal(object)
    """The canvas shows a Painted; None when it shows a word."""
    tile_failed = Signal(str)
    """A place of others than the gallery could not be painted."""

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
        self._wishing = Wishing(films, self.choosing)
        self._ranks: dict[str, int] = {}
        self._present: Painted | None = None
        self._proof = self._warns = False
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

    @property
    def is_canvas_current(self) -> bool:
        """Whether the canvas shows what the campaign says now."""
        return not self._now.isActive() and not self._painter.is_making(CANVAS)

    def is_current(self, keys: Sequence[str]) -> bool:
        """Whether these tiles of the strip show what the campaign says now."""
        making = any(self._painter.is_making(f"strip/{key}") for key in keys)
        return not making and not self._now.isActive() and not self._soon.isActive()

    def look(self) -> None:
        """Other tiles are in sight: they come first."""
        self._painter.first([f"strip/{key}" for key in self._strip.seen()])

    def forget(self) -> None:
        """Another campaign is opened."""
        self._painter.forget()
        self.choosing.forget()
        self._wishing.forget()
        self._ranks.clear()
        self._present = None

    def show(
        self, campaign: Campaign, view: View, designs: Designs, folder: Path | None = None
    ) -> None:
        """Show a view; pictures come as they are painted, the canvas first.

        `folder`: what the campaign's brand kit is relative to.
        """
        if (self._view.key, self._view.market) != (view.key, view.market):
            self._ranks.clear()
        self._campaign, self._view, self._designs = campaign, view, designs
        self._wishing.show(campaign, designs, folder)
        self._show_rows()
        self._show_strip()
        rows = (f"series/{key}" for key in self._series.keys)
        tiles = (f"strip/{key}" for key in self._strip.keys)
        self._painter.only({CANVAS, BEFORE, *rows, *tiles}, besides="board/")
        self._now.start()
        self._soon.start()

    def resized(self) -> None:
        """The canvas wants another size."""
        self._now.start()

    def still(self, film: FilmEntry, poster: PosterEntry) -> StillRef | None:
        """The still a poster shows, None while it is not known."""
        return self._wishing.still(film, poster)

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
            of = film_name(film)
            template = heard(poster.template)
            below = f"{poster_name(poster.id)} · {of if several else template}"
            tip = f"{line}\n{poster_name(poster.id)} · {of} · {template}".strip()
            key = "/".join((film.id, poster.id))
            tiles.append(Tile(key, title, 2 / 3, below, tip, word="…"))
        self._series.show_tiles(tiles, "/".join(self._view.key))

    def _show_strip(self) -> None:
        names = sorted(
            asked_formats(self._campaign, self._view, self._designs.formats),
            key=lambda one: self._ranks.get(one, 2),
        )
        tiles = []
        for name in names:
            form = self._designs.formats[name]
            tip = format_tip(form)
            tiles.append(Tile(name, heard(name), float(form.pixels.aspect), tip=tip, word="…"))
        self._strip.show_tiles(tiles, self._view.format)

    def _order(self) -> None:
        """Those with findings first, once all are known: nothing jumps while they come."""
        if self._painter.is_idle:
            self._show_strip()

    # -- painting -------------------------------------------------------------------------

    def _paint_canvas(self) -> None:
        found = shown(self._campaign, self._view)
        # Behind the board as well: preflight tells of what is chosen there.
        if found is None or not self._series.isVisible():
            return
        form = self._designs.formats[self._view.format]
        size = self._canvas.wanted(form.pixels)
        wish = self.wish(*found, Ask(self._view.format, size, self._market))
        if isinstance(wish, Word):
            self._painter.drop(CANVAS)
            self._present = None
            self._canvas.show_word(heard(wish.text), heard(wish.hint))
            self.painted.emit(None)
            return
        press = self.press if self._proof else ""
        wish = replace(wish, proof=press, warns=bool(press) and self._warns)
        if self._present is None or self._present.wish.subject != wish.subject:
            self._foretaste(wish)
        self._painter.ask(CANVAS, wish, self._canvas_painted)
        self._canvas.show_making(self._painter.is_making(CANVAS))

    def _foretaste(self, wish: Wish) -> None:
        """The tile of the same poster, enlarged, till the canvas is painted."""
        small = self._painter.kept(replace(wish, limit=self._tile_limit(), proof="", warns=False))
        if small is not None:
            self._canvas_painted(small)

    @property
    def press(self) -> str:
        """The profile of the press that the format shown is printed by, empty for screens."""
        form = self._designs.formats.get(self._view.format)
        return press_of(form) if form is not None else ""

    def show_proof(self, *, proof: bool, warns: bool) -> None:
        """Show the canvas as it will be printed, and mark what cannot be; only where it is."""
        self._proof, self._warns = proof, warns
        self._now.start()

    def show_before(self, campaign: Campaign, key: Key) -> None:
        """Show, for a moment, the poster as it was in an earlier state of the campaign."""
        found = shown(campaign, replace(self._view, film=key[0], poster=key[1]))
        present = self._present
        if found is None or present is None:
            return
        wish = self.wish(*found, Ask(self._view.format, present.wish.limit, self._market))
        if isinstance(wish, Wish):
            wish = replace(wish, proof=present.wish.proof, warns=present.wish.warns)
            self._painter.ask(BEFORE, wish, self._before_painted)

    def end_before(self) -> None:
        """Show it as it is again."""
        self._painter.drop(BEFORE)
        self._canvas.show_before(None)

    def _before_painted(self, painted: Painted) -> None:
        self._canvas.show_before(sheet_of(painted.image, painted.layout))

    def _tile_limit(self) -> int:
        return round(self._strip.side * self._strip.devicePixelRatioF())

    def _paint_tiles(self) -> None:
        found = shown(self._campaign, self._view)
        if found is None or not self._series.isVisible():
            return
        limit = self._tile_limit()
        for name in self._strip.keys if self._strip.isVisible() else ():
            self._ask(f"strip/{name}", self.wish(*found, Ask(name, limit, self._market)))
        small = round(self._series.side * self._series.devicePixelRatioF())
        for film, poster in posters(self._campaign):
            wish = self.wish(film, poster, Ask(_ROW_FORMAT, small, self._market, any_copy))
            if isinstance(wish, Wish):
                wish = replace(wish, notes=())
            self._ask(f"series/{film.id}/{poster.id}", wish)
        self.look()

    def _ask(self, place: str, wish: Wish | Word) -> None:
        kind, _, key = place.partition("/")
        if isinstance(wish, Wish):
            self._painter.ask(place, wish, partial(self._tile_painted, kind, key))
            return
        self._painter.drop(place)
        tiles = self._strip if kind == "strip" else self._series
        # The canvas says it in words; tiles have no room for them.
        tiles.set_tile(key, image=None, word="…" if wish.waits else "", worst="")

    def wish(self, film: FilmEntry, poster: PosterEntry, ask: Ask) -> Wish | Word:
        """The wish for a picture of a poster, or the word in its place."""
        return self._wishing.wish(film, poster, ask)

    @property
    def painter(self) -> Painter:
        """Who paints; places of others than the gallery begin with `board/`."""
        return self._painter

    # -- what came ------------------------------------------------------------------------

    def _canvas_painted(self, painted: Painted) -> None:
        self._present = painted
        found = shown(self._campaign, self._view)
        note = ""
        if found is not None and is_silent(found[1], self._market):
            note = tr(
                "Nothing written in {languages} yet",
                languages=language_name(self._market.languages[0]),
            )
        self._canvas.movable = grasp_of(painted.layout) is not None
        self._canvas.show_sheet(sheet_of(painted.image, painted.layout, note))
        self._canvas.show_foot(_proof_words(painted))
        self._canvas.show_making(self._painter.is_making(CANVAS))
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
        if place == BEFORE:
            self._canvas.show_foot(heard(notice.text))
            return
        if place == CANVAS:
            self._present = None
            self._canvas.show_word(heard(notice.text), heard(notice.hint))
            self.painted.emit(None)
            return
        kind, _, key = place.partition("/")
        if kind not in ("strip", "series"):
            self.tile_failed.emit(place)
            return
        tiles = self._strip if kind == "strip" else self._series
        tiles.set_tile(key, image=None, word="✕", worst="")

    def _film_probed(self, film_id: str) -> None:
        self._wishing.trouble(film_id, None)

    def _film_failed(self, film_id: str, notice: Notice) -> None:
        self._wishing.trouble(film_id, notice)
        self._now.start()
        self._soon.start()


def _proof_words(painted: Painted) -> str:
    """Which press the canvas is proofed for, and how much of it that cannot print."""
    if not painted.wish.proof:
        return ""
    press, share = painted.wish.proof, painted.outside * 100
    if share < _NOTHING:
        return tr("Proof: {press} · all of it can be printed", press=press)
    return tr("Proof: {press} · {share:.1f} % cannot be printed so", press=press, share=share)


def _timer(parent: QObject, wait: int, run: Callable[[], None]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(wait)
    made.timeout.connect(run)
    return made
