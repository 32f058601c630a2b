"""Fills the board: the tiles of all formats and markets, those first that are seen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from studio.campaign.document import Campaign
from ui.campaign.market_names import market_name
from ui.poster.board import Board, BoardArea, Shelf
from ui.poster.designs import Designs
from ui.poster.gallery import Gallery
from ui.poster.render import Painted
from ui.poster.tiles import Tile
from ui.poster.view import View, asked_formats, markets, shown
from ui.poster.wish import Wish
from ui.poster.wishing import Ask
from ui.poster.words import format_tip, grave, language_name
from ui.widgets.language import heard

_CALM_MS = 60
"""Tiles follow the hand: what is typed in one go is painted once."""


class Shelving(QObject):
    """Keeps the board as the campaign is; nothing is painted for tiles that are not seen."""

    def __init__(self, gallery: Gallery, board: Board, area: BoardArea, parent: QObject) -> None:
        super().__init__(parent)
        self._gallery, self._board, self._area = gallery, board, area
        self._campaign, self._view, self._designs = Campaign(), View(), Designs({}, {})
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_CALM_MS)
        self._soon.timeout.connect(self.paint)
        area.looked.connect(self._soon.start)

    @property
    def is_idle(self) -> bool:
        """Whether all tiles that are seen are there."""
        return not self._soon.isActive() and not any(
            self._gallery.painter.is_making(f"board/{key}") for key in self._area.seen()
        )

    def show(self, campaign: Campaign, view: View, designs: Designs) -> None:
        """Show a poster in all its formats; pictures come as they are painted."""
        if view.key != self._view.key:
            self._board.show_shelves((), "")
        self._campaign, self._view, self._designs = campaign, view, designs
        if not self._area.isVisible():
            return
        shelves = []
        for market in markets(campaign):
            there = View(view.film, view.poster, market.id, view.format)
            tiles = []
            for name in asked_formats(campaign, there, designs.formats):
                form = designs.formats[name]
                aspect, tip = float(form.pixels.aspect), format_tip(form)
                tiles.append(Tile(f"{market.id}/{name}", heard(name), aspect, tip=tip, word="…"))
            spoken = ", ".join(map(language_name, market.languages))
            shelves.append(Shelf(f"{market_name(market)} · {spoken}", tuple(tiles)))
        self._board.show_shelves(shelves, f"{view.market}/{view.format}")
        self._soon.start()

    def paint(self) -> None:
        """Ask for the tiles that are seen; those that are not are let go."""
        found = shown(self._campaign, self._view)
        if found is None or not self._area.isVisible():
            return
        limit = round(self._board.side * self._board.devicePixelRatioF())
        seen = self._area.seen()
        by_id = {market.id: market for market in markets(self._campaign)}
        painter = self._gallery.painter
        for key in self._board.keys:
            if key not in seen:
                painter.drop(f"board/{key}")
        for key in seen:
            market, _, form = key.partition("/")
            wish = self._gallery.wish(*found, Ask(form, limit, by_id[market]))
            if isinstance(wish, Wish):
                painter.ask(f"board/{key}", wish, partial(self._painted, key))
            else:
                painter.drop(f"board/{key}")
                self._board.set_tile(key, image=None, word="…" if wish.waits else "", worst="")

    def failed(self, place: str) -> None:
        """A tile could not be painted: the canvas says why."""
        self._board.set_tile(place.partition("/")[2], image=None, word="✕", worst="")

    def _painted(self, key: str, painted: Painted) -> None:
        worst, count = grave(painted.problems)
        tip = format_tip(painted.layout.form, painted.problems)
        self._board.set_tile(key, image=painted.image, worst=worst, count=count, tip=tip, word="")
