"""A card before or after the film: one of its posters, or a picture file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from studio.campaign.document import FilmEntry
from studio.campaign.reel_entry import CardEntry
from studio.reel.limits import CARD
from ui.campaign.titles import poster_name
from ui.reel.figures import Figure, choose_file, row_of
from ui.widgets.choice import Choice
from ui.widgets.icons import icon
from ui.widgets.language import tr
from ui.widgets.parts import Section

_PICTURES = "*.png *.jpg *.jpeg *.tif *.tiff *.webp"
_NONE, _ASK, _POSTER, _PICTURE = "", "ask", "poster", "picture"


class CardFields(Section):
    """`entry` is the card as it is set, its picture as it was named or as the path of a new one."""

    edited = Signal()

    def __init__(self, title: str, name: str, film: FilmEntry, folder: Path) -> None:
        super().__init__(title)
        card: CardEntry | None = getattr(film.reel, name)
        shown = card or CardEntry(poster="-")
        self._title, self._folder = title, folder
        self._box = Choice()
        self._box.setObjectName(f"reel-{name}")
        self._box.setAccessibleName(title)
        self.seconds = Figure(shown.seconds, CARD["seconds"], tr("s"), 0.5)
        self.fade = Figure(shown.fade, CARD["fade"], tr("s"), 0.1)
        self.push = Figure(shown.push, CARD["push"], "%", 1)
        self.across = Figure(shown.focus[0] * 100, (0, 100), "%", 5)
        self.down = Figure(shown.focus[1] * 100, (0, 100), "%", 5)
        self._focus = shown.focus
        self._times = row_of(
            (tr("Stands"), self.seconds),
            (tr("Cross-fade"), self.fade),
            (tr("Grows by"), self.push),
        )
        self._place = row_of(
            (tr("Focus from the left"), self.across), (tr("Focus from the top"), self.down)
        )
        for part in (self._box, self._times, self._place):
            self.column.addWidget(part)
        self._fill(film, card)
        self._kept = self._box.currentIndex()
        self._box.activated.connect(self._chosen)
        self._refresh()

    def _fill(self, film: FilmEntry, card: CardEntry | None) -> None:
        self._box.addItem(tr("None"), (_NONE, ""))
        for poster in film.posters:
            self._box.addItem(icon("poster"), poster_name(poster.id), (_POSTER, poster.id))
        if card is not None and card.poster and self._row(_POSTER, card.poster) < 0:
            gone = tr("{name}, which is not there any more", name=poster_name(card.poster))
            self._box.addItem(icon("warning"), gone, (_POSTER, card.poster))
        if card is not None and card.picture:
            self._box.addItem(icon("camera"), Path(card.picture).name, (_PICTURE, card.picture))
        self._box.addItem(tr("A picture…"), (_ASK, ""))
        if card is not None:
            kind = (_POSTER, card.poster) if card.poster else (_PICTURE, card.picture)
            self._box.setCurrentIndex(self._row(*kind))

    def _row(self, kind: str, name: str) -> int:
        rows = range(self._box.count())
        return next((row for row in rows if self._box.itemData(row) == (kind, name)), -1)

    @property
    def entry(self) -> CardEntry | None:
        """The card, or None."""
        kind, name = self._box.currentData()
        if kind not in (_POSTER, _PICTURE):
            return None
        figures = self.seconds.exact, self.fade.exact, self.push.exact
        if kind == _POSTER:
            return CardEntry(name, "", *figures, focus=self._focus)
        focus = self.across.exact / 100, self.down.exact / 100
        same = all(round(a - b, 9) == 0 for a, b in zip(focus, self._focus, strict=True))
        return CardEntry("", name, *figures, focus=self._focus if same else focus)

    def clear(self) -> None:
        """No card."""
        self._box.setCurrentIndex(0)
        self._settle()

    def take_picture(self, path: Path) -> None:
        """Show a picture file as the card."""
        row = self._row(_PICTURE, str(path))
        if row < 0:
            row = self._box.count() - 1
            self._box.insertItem(row, icon("camera"), path.name, (_PICTURE, str(path)))
        self._box.setCurrentIndex(row)
        self._settle()

    def _chosen(self, row: int) -> None:
        if self._box.itemData(row)[0] != _ASK:
            self._settle()
            return
        self._box.setCurrentIndex(self._kept)
        kinds = tr("Pictures ({endings})", endings=_PICTURES)
        path = choose_file(self, self._title, self._folder, kinds)
        if path is not None:
            self.take_picture(path)

    def _settle(self) -> None:
        self._kept = self._box.currentIndex()
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        kind = self._box.currentData()[0]
        self._times.setEnabled(kind in (_POSTER, _PICTURE))
        self._place.setVisible(kind == _PICTURE)
        self._box.setToolTip(self._box.currentData()[1] if kind == _PICTURE else "")
