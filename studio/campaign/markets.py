"""Markets that are known by name, and what is usually shown there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from studio.campaign.document import NO_CAPTIONS, Deliverable, Market
from studio.core.said import said
from studio.subs.language import fallbacks

VIDEO = "web-1080p"
_EVERYWHERE = ("open-graph", "youtube-thumbnail")


@dataclass(frozen=True, slots=True)
class KnownMarket:
    """A market with the languages shown there, first and second, and formats usual there."""

    id: str
    name: str
    languages: tuple[str, ...]
    formats: tuple[str, ...] = _EVERYWHERE

    @property
    def market(self) -> Market:
        """The market as a campaign says it."""
        return Market(self.id, self.languages, str.__str__(self.name))


# Country codes as in ISO 3166 (uk as people write it). Formats are those of the platforms and
# paper sizes at home there.
KNOWN_MARKETS = (
    KnownMarket(
        "cn",
        said("China"),
        ("zh-Hans", "en"),
        ("wechat-cover", "xiaohongshu", "douyin-cover", "weibo-square", "metro-lightbox"),
    ),
    KnownMarket("kr", said("Korea"), ("ko", "en"), ("kakao", "metro-lightbox", "a2")),
    KnownMarket("jp", said("Japan"), ("ja", "en"), ("line-square", "jis-b1")),
    KnownMarket("uk", said("United Kingdom"), ("en",), ("six-sheet", "a2", *_EVERYWHERE)),
    KnownMarket("us", said("United States"), ("en",), ("one-sheet", *_EVERYWHERE)),
    KnownMarket("hk", said("Hong Kong"), ("zh-Hant", "en")),
    KnownMarket("tw", said("Taiwan"), ("zh-Hant", "en"), ("line-square", *_EVERYWHERE)),
    KnownMarket("sg", said("Singapore"), ("en", "zh-Hans")),
    KnownMarket("au", said("Australia"), ("en",)),
    KnownMarket("ca", said("Canada"), ("en", "fr")),
    KnownMarket("fr", said("France"), ("fr", "en")),
    KnownMarket("de", said("Germany"), ("de", "en")),
    KnownMarket("it", said("Italy"), ("it", "en")),
    KnownMarket("es", said("Spain"), ("es", "en")),
    KnownMarket("br", said("Brazil"), ("pt", "en")),
    KnownMarket("nl", said("Netherlands"), ("nl", "en")),
    KnownMarket("se", said("Sweden"), ("sv", "en")),
    KnownMarket("pl", said("Poland"), ("pl", "en")),
    KnownMarket("cz", said("Czechia"), ("cs", "en")),
    KnownMarket("tr", said("Türkiye"), ("tr", "en")),
    KnownMarket("in", said("India"), ("hi", "en")),
    KnownMarket("th", said("Thailand"), ("th", "en")),
    KnownMarket("vn", said("Vietnam"), ("vi", "en")),
    KnownMarket("id", said("Indonesia"), ("id", "en")),
    KnownMarket("ae", said("United Arab Emirates"), ("ar", "en")),
    KnownMarket("il", said("Israel"), ("he", "en")),
)
USUAL = ("cn", "kr", "jp", "uk", "us")
"""Offered for a new campaign."""


def known_market(name: str) -> KnownMarket:
    """The market that an id or an English name stands for; one in English if it is not known."""
    wanted = name.strip().casefold()
    for one in KNOWN_MARKETS:
        if wanted in (one.id, one.name.casefold()):
            return one
    return KnownMarket(name.strip(), name.strip(), ("en",), ())


def markets_for(languages: Collection[str]) -> tuple[Market, ...]:
    """A market for each language: the first whose main language it is; () for none.

    Each is shown its own language, and its second only where that is among `languages`.
    """
    found: dict[str, Market] = {}
    for language in languages:
        one = _speaking(language)
        if one is None or one.id in found:
            continue
        second = tuple(other for other in one.languages[1:] if other in languages)
        market = one.market
        found[one.id] = Market(market.id, (language, *second), market.name)
    order = [one.id for one in KNOWN_MARKETS]
    return tuple(sorted(found.values(), key=lambda market: order.index(market.id)))


def _speaking(language: str) -> KnownMarket | None:
    for tag in fallbacks(language):
        # British by default would surprise fewer people than it pleases; en-GB says so itself.
        if tag == "en":
            return known_market("uk" if language == "en-GB" else "us")
        for one in KNOWN_MARKETS:
            if one.languages[0] == tag:
                return one
    return None


def usual_deliverables(
    markets: Sequence[Market], spoken: Iterable[str] = ()
) -> tuple[Deliverable, ...]:
    """What is usually delivered in these markets: the film, and the placements at home there.

    The film has captions where a market's language is among `spoken`, those of the tracks. With
    no track at all nothing is said of captions: what has tracks later is shown with them.
    """
    ids = tuple(market.id for market in markets)
    formats: dict[str, list[str]] = {}
    for market in markets:
        for name in known_market(market.id).formats:
            formats.setdefault(name, []).append(market.id)
    there = frozenset(spoken)
    heard = tuple(one.id for one in markets if there & {*one.languages})
    silent = tuple(one for one in ids if one not in heard)
    if not there:
        heard, silent = ids, ()
    asks = [Deliverable(name, markets=_some(shown, ids)) for name, shown in formats.items()]
    if heard:
        asks.append(Deliverable(video=VIDEO, markets=_some(heard, ids)))
    if silent:
        asks.append(Deliverable(video=VIDEO, markets=_some(silent, ids), captions=NO_CAPTIONS))
    return tuple(asks)


def _some(named: Iterable[str], ids: tuple[str, ...]) -> tuple[str, ...]:
    """Empty for all markets, as campaigns say it."""
    listed = tuple(named)
    return () if listed == ids else listed
