"""What is asked for where: edits of markets and deliverables, as pure functions."""

from __future__ import annotations

from dataclasses import replace

from studio.campaign.document import Campaign, Deliverable, Market
from studio.core.errors import BadValue
from studio.core.said import said


def is_asked(campaign: Campaign, market: str, preset: str) -> bool:
    """Whether any deliverable asks for `preset` in `market`."""
    return any(_covers(campaign, ask, market, preset) for ask in campaign.deliverables)


def _covers(campaign: Campaign, ask: Deliverable, market: str, preset: str) -> bool:
    return ask.preset == preset and market in _markets(campaign, ask)


def _markets(campaign: Campaign, ask: Deliverable) -> tuple[str, ...]:
    return ask.markets or tuple(market.id for market in campaign.markets)


def ask_for(campaign: Campaign, market: str, ask: Deliverable) -> Campaign:
    """The campaign that asks for the preset of `ask` in `market` too.

    A deliverable of the same preset takes the market in; otherwise `ask` is added for it alone.
    """
    if is_asked(campaign, market, ask.preset):
        return campaign
    asks = list(campaign.deliverables)
    for place, one in enumerate(asks):
        if replace(one, markets=()) == replace(ask, markets=()):
            asks[place] = replace(one, markets=(*one.markets, market))
            return replace(campaign, deliverables=tuple(asks))
    return replace(campaign, deliverables=(*asks, replace(ask, markets=(market,))))


def drop(campaign: Campaign, market: str, preset: str) -> Campaign:
    """The campaign that no longer asks for `preset` in `market`; other markets keep theirs."""
    asks = []
    for one in campaign.deliverables:
        if not _covers(campaign, one, market, preset):
            asks.append(one)
            continue
        left = tuple(other for other in _markets(campaign, one) if other != market)
        if left:
            asks.append(replace(one, markets=left))
    return replace(campaign, deliverables=tuple(asks))


def add_market(campaign: Campaign, market: Market) -> Campaign:
    """The campaign with one more market; deliverables for all markets do not grow to it.

    Raises BadValue when the id is taken.
    """
    if any(one.id == market.id for one in campaign.markets):
        raise BadValue(
            said("There is already a market “{market}”.", market=market.id),
            hint=said("Choose another id."),
        )
    asks = tuple(
        ask
        if ask.markets or not campaign.markets
        else replace(ask, markets=_markets(campaign, ask))
        for ask in campaign.deliverables
    )
    return replace(campaign, markets=(*campaign.markets, market), deliverables=asks)


def change_market(campaign: Campaign, market: Market) -> Campaign:
    """The campaign with the market of the same id replaced."""
    markets = tuple(market if one.id == market.id else one for one in campaign.markets)
    return replace(campaign, markets=markets)


def remove_market(campaign: Campaign, market: str) -> Campaign:
    """The campaign without a market, and without what was asked for there alone."""
    asks = []
    for ask in campaign.deliverables:
        left = tuple(one for one in ask.markets if one != market)
        if left or not ask.markets:
            asks.append(replace(ask, markets=left))
    markets = tuple(one for one in campaign.markets if one.id != market)
    return replace(campaign, markets=markets, deliverables=tuple(asks) if markets else ())


def with_chosen_stills(campaign: Campaign, chosen: Campaign) -> Campaign:
    """The campaign with the stills that `chosen` has picked, where its own are still open."""
    for film in chosen.films:
        if all(film.id != own.id for own in campaign.films):
            continue
        picked = {poster.id: poster.still for poster in film.posters if poster.still.picked}
        own = campaign.film(film.id)
        posters = tuple(
            replace(poster, still=picked[poster.id])
            if poster.id in picked and not poster.still.picked and poster.still.text == "auto"
            else poster
            for poster in own.posters
        )
        if posters != own.posters:
            campaign = campaign.with_film(replace(own, posters=posters))
    return campaign
