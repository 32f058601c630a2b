"""What outputs are called on the screen, and all the names by which they are found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from studio.batch.job import Job
from studio.campaign.document import Campaign
from studio.core.said import Said
from studio.presets import store
from ui.campaign.kind_words import kind_sign
from ui.campaign.market_names import market_name, names_of_market
from ui.campaign.titles import film_name, poster_name
from ui.widgets.language import everywhere, heard
from ui.widgets.names import name_of

_KINDS = ("captions", "formats", "posters", "video")
_PRESET = frozenset({"form", "format", "name", "preset", "template"})
"""Gaps of the engine's sentences in which a preset's name may stand."""
_LANGUAGE = frozenset({"language", "one", "primary"})
"""Those in which a language's tag may stand."""


@dataclass(frozen=True, slots=True)
class Called:
    """Titles of films and names of markets by id, in their order; `found_by` is by id, too."""

    films: Mapping[str, str] = field(default_factory=dict)
    markets: Mapping[str, str] = field(default_factory=dict)
    found_by: Mapping[tuple[str, str], str] = field(default_factory=dict)
    tongues: frozenset[str] = frozenset()
    """The languages of the campaign, by tag."""

    def output(self, job: Job) -> str:
        """`lamp · One-sheet`, with `· PSD` where that was asked for, or what the film is to be."""
        preset = heard(job.preset)
        if job.poster_work is not None and job.poster_work.kind:
            preset = f"{preset} · {kind_sign(job.poster_work.kind)}"
        return f"{poster_name(job.poster)} · {preset}" if job.poster else preset

    def place(self, job: Job) -> str:
        """`Small Lights  ·  Korea`."""
        film = self.films.get(job.film, job.film)
        return f"{film}  ·  {self.markets.get(job.market, job.market)}"

    def words(self, text: str) -> str:
        """What the engine said, with everything in it called as in the lists."""
        return heard(self._named(text))

    def _named(self, text: str) -> str:
        if not isinstance(text, Said) or not text.values:
            return text
        return Said(text.template, {gap: self._value(gap, v) for gap, v in text.values.items()})

    def _value(self, gap: str, value: object) -> object:
        if isinstance(value, Said):
            return self._named(value)
        plain = str(value)
        if gap in _PRESET and plain in _presets():
            return Said(plain, {})
        if gap == "poster":
            return poster_name(plain)
        if gap in _LANGUAGE and plain in self.tongues:
            return name_of(plain)
        titles = {"film": self.films, "market": self.markets}.get(gap, {})
        return titles.get(plain, value)

    def fits(self, job: Job, typed: str) -> bool:
        """Whether every word that was typed stands in a name of the output, in any language."""
        names = (
            job.output,
            poster_name(job.poster),
            *everywhere(job.preset),
            self.found_by.get(("film", job.film), ""),
            self.found_by.get(("market", job.market), ""),
        )
        text = " ".join(names).casefold()
        return all(word in text for word in typed.casefold().split())


def called(campaign: Campaign) -> Called:
    """As the campaign and the window's language call them."""
    films = {film.id: film_name(film) for film in campaign.films}
    markets = {market.id: market_name(market) for market in campaign.markets}
    found = {
        ("film", film.id): " ".join((film.id, *film.title.values())) for film in campaign.films
    }
    found |= {("market", one.id): " ".join(names_of_market(one)) for one in campaign.markets}
    shown = {one for market in campaign.markets for one in market.languages}
    written = {track.language for film in campaign.films for track in film.tracks}
    return Called(films, markets, found, frozenset(shown | written))


@cache
def _presets() -> frozenset[str]:
    return frozenset(name for kind in _KINDS for name in store.names(kind))
