"""What is asked for where: edits of markets and deliverables, as pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    same = [one for one in asks if one.preset == ask.preset and not (one.films or one.posters)]
    # A film in two looks of captions would be two files of one name; kinds of file differ in it.
    same = same[:1] if ask.video else same
    if same and ask == Deliverable(ask.format, ask.video):
        # Nothing else is said of it: in this market as in the others.
        added = [
            replace(one, markets=(*one.markets, market)) if one in same else one for one in asks
        ]
        return replace(campaign, deliverables=tuple(added))
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


@dataclass(frozen=True, slots=True)
class File:
    """What a placement is written as: a kind of file, and a profile; empty: the format's own."""

    kind: str = ""
    icc: str = ""


def files_of(campaign: Campaign, form: str, market: str = "") -> tuple[File, ...]:
    """What a placement is asked for as in a market, or in any of them; empty where it is not."""
    asks = (
        ask
        for ask in campaign.deliverables
        if ask.format == form and (not market or market in _markets(campaign, ask))
    )
    return tuple(dict.fromkeys(File(ask.kind, ask.icc) for ask in asks))


def ask_as(campaign: Campaign, form: str, files: Sequence[File], market: str = "") -> Campaign:
    """The campaign that asks for a placement as these files, wherever it is asked for.

    With a `market` there alone. Films and posters that it is asked for stay the same. Without
    files it asks for what it did.
    """
    own = [
        ask
        for ask in campaign.deliverables
        if ask.format == form and (not market or market in _markets(campaign, ask))
    ]
    if not files:
        return campaign
    made = [
        replace(ask, kind=one.kind, icc=one.icc) for ask in _scopes(own, market) for one in files
    ]
    return _instead(campaign, own, made, market)


def captions_of(campaign: Campaign, video: str, market: str = "") -> tuple[str, ...]:
    """The caption styles a film delivery is asked for in, in a market or in any of them.

    As campaigns say it: empty for the usual style, NO_CAPTIONS for none; () where it is not asked.
    """
    asks = (
        ask.captions
        for ask in campaign.deliverables
        if ask.video == video and (not market or market in _markets(campaign, ask))
    )
    return tuple(dict.fromkeys(asks))


def caption_as(campaign: Campaign, video: str, captions: str, market: str = "") -> Campaign:
    """The campaign that asks for a film delivery with these captions, wherever it is asked for.

    With a `market` there alone. Films that it is asked for stay the same.
    """
    own = [
        ask
        for ask in campaign.deliverables
        if ask.video == video and (not market or market in _markets(campaign, ask))
    ]
    made = [replace(ask, captions=captions) for ask in _scopes(own, market)]
    return _instead(campaign, own, made, market)


def _scopes(own: Sequence[Deliverable], market: str) -> tuple[Deliverable, ...]:
    """One for each choice of films and posters, in a market, or in all that these name."""
    found = []
    for scope in dict.fromkeys((ask.films, ask.posters) for ask in own):
        mine = [ask for ask in own if (ask.films, ask.posters) == scope]
        found.append(replace(mine[0], markets=(market,) if market else _all_of(mine)))
    return tuple(found)


def _instead(
    campaign: Campaign, own: Sequence[Deliverable], made: Sequence[Deliverable], market: str
) -> Campaign:
    """The campaign that asks for `made` instead of its `own`, or of these in a market."""
    if not own:
        return campaign
    asks: list[Deliverable] = []
    for ask in campaign.deliverables:
        if ask not in own:
            asks.append(ask)
            continue
        if market:
            left = tuple(one for one in _markets(campaign, ask) if one != market)
            asks += [replace(ask, markets=left)] if left else []
        asks += made
        made = ()
    return replace(campaign, deliverables=_joined(asks))


def _all_of(asks: Sequence[Deliverable]) -> tuple[str, ...]:
    """The markets of all together; none named are all."""
    if not all(ask.markets for ask in asks):
        return ()
    return tuple(dict.fromkeys(one for ask in asks for one in ask.markets))


def _joined(asks: Sequence[Deliverable]) -> tuple[Deliverable, ...]:
    """Those that differ in their markets alone as one, in the place of the first."""
    found: dict[Deliverable, list[Deliverable]] = {}
    for ask in asks:
        found.setdefault(replace(ask, markets=()), []).append(ask)
    return tuple(replace(one, markets=_all_of(same)) for one, same in found.items())


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
