"""What the page looks at: one poster, in one market, in one format; and what there is to choose."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from studio.campaign.document import Campaign, FilmEntry, Market, PosterEntry
from studio.core.said import said
from ui.poster.edits import Key

Names = Collection[str]
"""Of the formats that there are."""
ANYWHERE = Market("all", ("en",), said("No market yet"))
"""What a campaign without markets is looked at in."""


@dataclass(frozen=True, slots=True)
class View:
    """Ids; empty ones are not chosen yet."""

    film: str = ""
    poster: str = ""
    market: str = ""
    format: str = ""

    @property
    def key(self) -> Key:
        """Of the poster."""
        return self.film, self.poster


def posters(campaign: Campaign) -> tuple[tuple[FilmEntry, PosterEntry], ...]:
    """Every poster of the campaign with its film, in order."""
    return tuple((film, poster) for film in campaign.films for poster in film.posters)


def keys(campaign: Campaign) -> tuple[Key, ...]:
    """Of every poster, in order."""
    return tuple((film.id, poster.id) for film, poster in posters(campaign))


def shown(campaign: Campaign, view: View) -> tuple[FilmEntry, PosterEntry] | None:
    """The poster that the view is on."""
    return next((one for one in posters(campaign) if (one[0].id, one[1].id) == view.key), None)


def markets(campaign: Campaign) -> tuple[Market, ...]:
    """Those of the campaign; one to work in where there are none."""
    return campaign.markets or (ANYWHERE,)


def market_of(campaign: Campaign, view: View) -> Market:
    """The market that the view is on."""
    there = markets(campaign)
    return next((one for one in there if one.id == view.market), there[0])


def asked_formats(campaign: Campaign, view: View, known: Names) -> tuple[str, ...]:
    """The placements that this poster is asked for in this market; all when none are."""
    asked = [
        ask.format
        for ask in campaign.deliverables
        if ask.format
        and (not ask.markets or view.market in ask.markets)
        and (not ask.films or view.film in ask.films)
        and (not ask.posters or view.poster in ask.posters)
    ]
    return tuple(one for one in dict.fromkeys(asked) if one in known) or tuple(known)


def other_formats(campaign: Campaign, view: View, known: Names) -> tuple[str, ...]:
    """The placements that nobody asked for."""
    asked = asked_formats(campaign, view, known)
    return tuple(one for one in known if one not in asked)


def languages(campaign: Campaign, view: View) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of the market, and those of the other markets and of what is written already."""
    own = market_of(campaign, view).languages
    found = shown(campaign, view)
    every = [one for market in markets(campaign) for one in market.languages]
    every += list(found[1].copy) if found else []
    return own, tuple(one for one in dict.fromkeys(every) if one not in own)


def settled(campaign: Campaign, view: View, known: Names) -> View:
    """The view with everything that is not there (any more) replaced by what is nearest."""
    there = keys(campaign)
    if view.key not in there:
        own = [key for key in there if key[0] == view.film]
        film, poster = own[-1] if own else there[0] if there else (view.film, "")
        view = replace(view, film=film, poster=poster)
    view = replace(view, market=market_of(campaign, view).id)
    if view.format in known:
        return view
    return replace(view, format=asked_formats(campaign, view, known)[0])


def carried(campaign: Campaign, before: View, after: View, known: Names) -> View:
    """The view on another poster or market: a format that is delivered there, where it was here.

    One that nobody asked for, and that was chosen all the same, stays.
    """
    asked = asked_formats(campaign, after, known)
    if after.format in asked or after.format not in asked_formats(campaign, before, known):
        return after
    return replace(after, format=asked[0])


def followed(before: Campaign, after: Campaign, view: View, known: Names) -> View:
    """The view after an edit: on a poster that has come, or beside the one that has gone."""
    old, new = keys(before), keys(after)
    come = [key for key in new if key not in old]
    if come:
        view = settled(after, replace(view, film=come[-1][0], poster=come[-1][1]), known)
        asked = asked_formats(after, view, known)
        return view if view.format in asked else replace(view, format=asked[0])
    if view.key in old and view.key not in new:
        film = [key for key in old if key[0] == view.film]
        place = film.index(view.key)
        near = [key for key in (*film[place + 1 :], *reversed(film[:place])) if key in new]
        if near:
            return settled(after, replace(view, poster=near[0][1]), known)
    seen = settled(after, view, known)
    asked = asked_formats(after, seen, known)
    # What was delivered, or could have been, and is no longer: on what is.
    gone = seen.format not in asked and view.format in asked_formats(before, view, known)
    return replace(seen, format=asked[0]) if gone else seen
