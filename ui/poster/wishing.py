"""From a poster, a market and a format to the wish for a picture, or to the word for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studio.campaign.brand import BrandKit, kit_of
from studio.campaign.document import Campaign, FilmEntry, Market, PosterEntry, StillRef
from studio.core.errors import Notice, StudioError
from studio.core.said import said
from studio.media.film import Film
from studio.poster.document import PosterCopy
from ui.films import Films
from ui.poster.choosing import Choosing
from ui.poster.designs import Designs
from ui.poster.wish import Wish, copy_for, in_brand, notes_on, seconds_of

Says = Callable[[FilmEntry, PosterEntry, Market], PosterCopy]


@dataclass(frozen=True, slots=True)
class Word:
    """Why a poster cannot be shown, and what to do; `waits` where it soon can."""

    text: str
    hint: str = ""
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """In which format, how large (longer side in pixels), for which market, in whose words."""

    form: str
    limit: int
    market: Market
    says: Says = copy_for


class Wishing:
    """Knows films, designs and brand kit of the campaign that is shown."""

    def __init__(self, films: Films, choosing: Choosing) -> None:
        self._films, self._choosing = films, choosing
        self._troubles: dict[str, Word] = {}
        self.campaign = Campaign()
        self.designs = Designs({}, {})
        self._folder: Path | None = None
        self._kit: tuple[BrandKit | None] | None = None

    def show(self, campaign: Campaign, designs: Designs, folder: Path | None) -> None:
        """Wish for posters of this campaign, whose brand kit is relative to `folder`."""
        self.campaign, self.designs, self._folder = campaign, designs, folder
        self._kit = None

    def _brand(self) -> BrandKit | None:
        """The kit, read once for all that is shown. Raises StudioError."""
        if self._kit is None:
            folder = self._folder
            self._kit = (kit_of(self.campaign, folder) if folder is not None else None,)
        return self._kit[0]

    def trouble(self, film_id: str, notice: Notice | None) -> None:
        """A film cannot be read, or can again."""
        self._troubles.pop(film_id, None)
        if notice is not None:
            self._troubles[film_id] = Word(notice.text, notice.hint)

    def forget(self) -> None:
        """Another campaign is opened."""
        self._troubles.clear()

    def still(self, film: FilmEntry, poster: PosterEntry) -> StillRef | None:
        """The still a poster shows, None while it is not known."""
        probed = self._films.film(film.id)
        if probed is None:
            return poster.still
        try:
            return self._choosing.still(self.campaign, film, poster, probed)
        except StudioError:
            return None

    def wish(self, film: FilmEntry, poster: PosterEntry, ask: Ask) -> Wish | Word:
        """The wish, or why there can be none."""
        probed = self._films.film(film.id)
        if probed is None:
            return self._troubles.get(film.id) or Word(
                said("Reading {source}…", source=film.source), waits=True
            )
        if poster.template not in self.designs.templates:
            return Word(
                said("There is no template “{template}”.", template=poster.template),
                said("Choose another at the right."),
            )
        try:
            return self._known_wish(film, poster, probed, ask)
        except StudioError as error:
            return Word(str(error), error.hint)

    def _known_wish(
        self, film: FilmEntry, poster: PosterEntry, probed: Film, ask: Ask
    ) -> Wish | Word:
        still = self._choosing.still(self.campaign, film, poster, probed)
        seconds = seconds_of(still, probed) if still is not None else None
        if seconds is None:
            return Word(
                said("Choosing a still…"), said("The film is looked through once."), waits=True
            )
        copy = in_brand(ask.says(film, poster, ask.market), self._brand(), ask.market)
        notes = notes_on(poster, ask.market, probed)
        return Wish(
            probed, seconds, poster.template, ask.form, copy, poster.focus, ask.limit, notes
        )
