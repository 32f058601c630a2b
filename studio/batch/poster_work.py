"""What a poster shows, as a job says it: for its own file, and for a card of a film."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from studio.batch.job import PosterWork
from studio.batch.remark import Remark, hint, warning
from studio.campaign.brand import BrandKit, legal_line
from studio.campaign.document import FilmEntry, Market, PosterEntry
from studio.core.errors import BadValue
from studio.core.plain import unstructure
from studio.core.said import said
from studio.core.time import parse_time
from studio.media.film import Film
from studio.presets import store
from studio.presets.kinds import Preset

# What a preset says about itself and no output shows.
_UNSHOWN = ("schema", "summary", "provenance")


def shown(preset: Preset) -> dict[str, Any]:
    """What a preset puts into an output: a better summary remakes nothing."""
    data: dict[str, Any] = unstructure(preset)
    return {key: value for key, value in data.items() if key not in _UNSHOWN}


def languages_of(poster: PosterEntry, market: Market) -> tuple[str, ...]:
    """The market's languages that the poster has copy in. Raises BadValue without the first."""
    languages = tuple(each for each in market.languages if poster.copy.get(each, "").strip())
    if not languages or languages[0] != market.languages[0]:
        raise BadValue(
            said(
                "The poster “{poster}” has no copy in {language}.",
                poster=poster.id,
                language=market.languages[0],
            ),
            hint=said("Write it, or leave the poster out of this market's deliverables."),
        )
    return languages


def poster_work(
    film: FilmEntry,
    poster: PosterEntry,
    market: Market,
    probed: Film,
    kit: BrandKit | None,
    shape: str,
) -> tuple[PosterWork, tuple[Remark, ...]]:
    """What it shows in a market on a file whose orientation is `shape`, and what is to be said.

    Raises BadValue.
    """
    languages = languages_of(poster, market)
    missing = [each for each in market.languages if each not in languages]
    seconds, notes = still_seconds(poster, probed)
    titles = {**film.title, **poster.title}
    work = PosterWork(
        template=poster.template,
        seconds=seconds,
        focus=poster.focus,
        copy={each: poster.copy[each] for each in languages},
        title={each: titles[each] for each in languages if each in titles},
        legal=legal_line(kit, market),
        brand=kit.brand.bare() if kit is not None else None,
        adjust={each: poster.adjust[each] for each in languages if each in poster.adjust},
        place={key: own for key, own in poster.place.items() if key == shape},
    )
    if store.template(poster.template).has_credits:
        work = _credited(work, film, poster, languages)
    return work, (*notes, *(_no_copy(each, languages[0]) for each in missing))


def _credited(
    work: PosterWork, film: FilmEntry, poster: PosterEntry, languages: tuple[str, ...]
) -> PosterWork:
    return replace(
        work,
        credits={each: film.credits[each] for each in languages if each in film.credits},
        honours={each: film.honours[each] for each in languages if each in film.honours},
        number=film.number(poster),
    )


def _no_copy(language: str, primary: str) -> Remark:
    return warning(said("No copy in {one}: only {primary} is set.", one=language, primary=primary))


def still_seconds(poster: PosterEntry, film: Film) -> tuple[str, tuple[Remark, ...]]:
    """The still's time as a job says it, and what is to be said about it."""
    still = poster.still
    if still.is_open:
        return "", (hint(said("The still is chosen when it is exported.")),)
    if still.pts is None:
        return str(parse_time(still.text, film.video.rate)), ()
    base = still.time_base or film.video.time_base
    seconds = still.pts * base - film.video.first_pts * film.video.time_base
    if still.sha256 == film.sha256:
        return str(seconds), ()
    other = said(
        "The still was picked from another version of the film: "
        "the frame at the same time is shown."
    )
    return str(max(Fraction(0), seconds)), (warning(other),)
