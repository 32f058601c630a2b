"""Where the copy of a film's posters will stand, in all the formats and languages asked for."""

from __future__ import annotations

from dataclasses import replace

from studio.batch.plan import Asked, outline
from studio.campaign.document import Campaign
from studio.poster.document import PosterCopy
from studio.poster.room import placings
from studio.presets import store
from studio.stills.placing import Placing


def placings_of(
    campaign: Campaign, film_id: str, poster_id: str | None = None
) -> tuple[Placing, ...]:
    """What to hand to `shortlist` as its `room`: for one poster of a film, or for all.

    Posters without copy in a market's languages ask for nothing. Layouts that come out alike, as
    for two sizes of one shape, are named once. Raises BadValue as `outline` does, and for presets
    that are not there.
    """
    found: dict[Placing, Placing] = {}
    for one in outline(campaign):
        if one.poster is None or one.film.id != film_id:
            continue
        if poster_id is None or one.poster.id == poster_id:
            for placing in _placings(one):
                found.setdefault(replace(placing, name="", window=placing.shape), placing)
    return tuple(found.values())


def _placings(one: Asked) -> tuple[Placing, ...]:
    poster = one.poster
    if poster is None:
        return ()
    languages = tuple(each for each in one.market.languages if poster.copy.get(each, "").strip())
    if not languages:
        return ()
    titles = {**one.film.title, **poster.title}
    copy = PosterCopy(
        languages,
        {each: poster.copy[each] for each in languages},
        {each: titles[each] for each in languages if each in titles},
        one.market.legal,
        adjusts={each: own for each, own in poster.adjust.items() if each in languages},
        places=poster.place,
        credits={each: text for each, text in one.film.credits.items() if each in languages},
        honours={each: text for each, text in one.film.honours.items() if each in languages},
        number=one.film.number(poster),
    )
    form = store.poster_format(one.ask.format)
    return placings(store.template(poster.template), (form,), (copy,))
