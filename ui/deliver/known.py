"""Markets that a short name stands for, so that a person need not type what everybody knows."""

from __future__ import annotations

from studio.campaign.document import Market

#: Country codes as in ISO 3166 (uk as people write it), with the language shown first.
_KNOWN = (
    ("cn", "China", ("zh-Hans", "en")),
    ("hk", "Hong Kong", ("zh-Hant", "en")),
    ("tw", "Taiwan", ("zh-Hant", "en")),
    ("kr", "Korea", ("ko", "en")),
    ("jp", "Japan", ("ja", "en")),
    ("uk", "United Kingdom", ("en",)),
    ("us", "United States", ("en",)),
    ("au", "Australia", ("en",)),
    ("ca", "Canada", ("en", "fr")),
    ("de", "Germany", ("de", "en")),
    ("es", "Spain", ("es", "en")),
    ("fr", "France", ("fr", "en")),
    ("it", "Italy", ("it", "en")),
    ("br", "Brazil", ("pt", "en")),
    ("ae", "United Arab Emirates", ("ar", "en")),
    ("il", "Israel", ("he", "en")),
)


def known_market(name: str) -> Market:
    """The market a short name stands for; one in English where it is not known."""
    wanted = name.strip()
    for short, title, languages in _KNOWN:
        if wanted.casefold() in (short, title.casefold()):
            return Market(short, languages, title)
    return Market(wanted, ("en",))


def known_names() -> tuple[str, ...]:
    """What can be typed, for completion."""
    return tuple(sorted(title for _, title, _ in _KNOWN))
