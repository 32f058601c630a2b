"""What markets are called on the screen."""

from __future__ import annotations

from studio.campaign.document import Market
from studio.campaign.markets import known_market
from ui.widgets.language import everywhere, heard


def market_name(market: Market) -> str:
    """The name that the person gave it, else what its country is called in the window's language.

    A name that a campaign has of itself, such as China for cn, is not one that a person gave.
    """
    known = known_market(market.id)
    if known.id == market.id and known.formats and market.name in ("", str.__str__(known.name)):
        return heard(known.name)
    return market.name or market.id


def names_of_market(market: Market) -> tuple[str, ...]:
    """All that a market is called, in whichever language: what it is found by."""
    return (market.id, market.name, *everywhere(known_market(market.id).name))
