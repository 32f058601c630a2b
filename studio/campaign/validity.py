"""What is wrong with a campaign that its form alone does not show; every problem at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sized
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from studio.campaign.document import SCHEMA, Campaign, Deliverable, FilmEntry
from studio.core.errors import BadValue, in_full
from studio.core.files import inside, is_plain_name
from studio.core.later import later
from studio.core.said import said
from studio.core.words import nearest

if TYPE_CHECKING:
    from studio.poster import format as poster_format
    from studio.poster import template as poster_template
else:
    poster_format = later("studio.poster.format")
    poster_template = later("studio.poster.template")

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LIMIT = 1000
_PER_FILM = 200
_MOST = 50


def problems(campaign: Campaign, folder: Path, *, outside: bool = False) -> tuple[str, ...]:
    """Every problem by its path. `outside` allows sources that leave the campaign's `folder`.

    Of a campaign that is larger than any real one only that is said, and of very many problems
    the first.
    """
    sizes = tuple(islice(_sizes(campaign), _MOST))
    return sizes or tuple(islice(_problems(campaign, folder, outside), _MOST))


def _sizes(campaign: Campaign) -> Iterator[str]:
    yield from _most("films", campaign.films, _LIMIT)
    yield from _most("markets", campaign.markets, _LIMIT)
    yield from _most("deliverables", campaign.deliverables, _LIMIT)
    for number, film in enumerate(campaign.films):
        yield from _most(f"films[{number}].tracks", film.tracks, _PER_FILM)
        yield from _most(f"films[{number}].posters", film.posters, _PER_FILM)
    for number, ask in enumerate(campaign.deliverables):
        for field in ("markets", "films", "posters"):
            yield from _most(f"deliverables[{number}].{field}", getattr(ask, field), _LIMIT)


def _most(at: str, values: Sized, limit: int) -> Iterator[str]:
    if len(values) > limit:
        yield said(
            "{at} are {number:,}, at most {limit:,} are read",
            at=at,
            number=len(values),
            limit=limit,
        )


def _problems(campaign: Campaign, folder: Path, outside: bool) -> Iterator[str]:
    if campaign.schema != SCHEMA:
        yield said(
            "schema is {schema}; this version reads {known}",
            schema=campaign.schema,
            known=SCHEMA,
        )
    if campaign.brand:
        yield from _path("brand", campaign.brand, folder, False)
    yield from _ids("films", (film.id for film in campaign.films))
    yield from _ids("markets", (market.id for market in campaign.markets))
    for number, film in enumerate(campaign.films):
        yield from _film(film, f"films[{number}]", folder, outside)
    for number, market in enumerate(campaign.markets):
        at = f"markets[{number}].languages"
        if not 1 <= len(market.languages) <= 2:
            yield said("{at} must name one or two languages", at=at)
        if len(set(market.languages)) < len(market.languages):
            yield said("{at} names {language} twice", at=at, language=market.languages[0])
        yield from _languages(at, market.languages)
    for number, deliverable in enumerate(campaign.deliverables):
        yield from _deliverable(deliverable, f"deliverables[{number}]", campaign)


def _ids(at: str, ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for number, one in enumerate(ids):
        if not is_plain_name(one):
            yield said(
                "{at}[{number}].id “{one}” cannot be a file name", at=at, number=number, one=one
            )
        # As the disks of Windows and macOS compare names.
        name = unicodedata.normalize("NFC", one).casefold()
        if name in seen:
            yield said("{at}[{number}].id “{one}” is there twice", at=at, number=number, one=one)
        seen.add(name)


def _languages(at: str, languages: Iterable[str]) -> Iterator[str]:
    for language in languages:
        if not _LANGUAGE.fullmatch(language):
            yield said(
                "{at}: “{language}” is not a language (write en, zh-Hans, ja, ko …)",
                at=at,
                language=language,
            )


def _film(film: FilmEntry, at: str, folder: Path, outside: bool) -> Iterator[str]:
    yield from _path(f"{at}.source", film.source, folder, outside)
    for name, texts in (
        ("title", film.title),
        ("credits", film.credits),
        ("honours", film.honours),
    ):
        yield from _languages(f"{at}.{name}", texts)
    for number, track in enumerate(film.tracks):
        yield from _path(f"{at}.tracks[{number}].file", track.file, folder, outside)
        yield from _languages(f"{at}.tracks[{number}].language", (track.language,))
    languages = [track.language for track in film.tracks]
    for language in sorted({one for one in languages if languages.count(one) > 1}):
        yield said("{at}.tracks: {language} is there twice", at=at, language=language)
    for number, name in enumerate(film.reel.files):
        yield from _path(f"{at}.reel.files[{number}]", name, folder, outside)
    yield from film.reel.problems(f"{at}.reel", frozenset(one.id for one in film.posters))
    yield from _ids(f"{at}.posters", (poster.id for poster in film.posters))
    for number, poster in enumerate(film.posters):
        yield from _languages(f"{at}.posters[{number}].copy", poster.copy)
        yield from _languages(f"{at}.posters[{number}].title", poster.title)
        yield from _languages(f"{at}.posters[{number}].adjust", poster.adjust)
        yield from _places(f"{at}.posters[{number}].place", poster.place)


def _places(at: str, places: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    for name, shares in places.items():
        if name not in poster_template.ORIENTATIONS:
            yield said(
                "{at}: {name} must be one of {listed}",
                at=at,
                name=name,
                listed=", ".join(poster_template.ORIENTATIONS),
            )
        if not all(0 <= share <= 1 for share in shares):
            yield said(
                "{at}.{name} must be two numbers from 0 to 1, is {shares}",
                at=at,
                name=name,
                shares=list(shares),
            )


def _path(at: str, value: str, folder: Path, outside: bool) -> Iterator[str]:
    if outside:
        return
    try:
        inside(folder, value, at)
    except BadValue as error:
        yield said("{reason:bare}", reason=in_full(error))


def _file(deliverable: Deliverable, at: str) -> Iterator[str]:
    """What is wrong with the kind of file and its profile."""
    if deliverable.kind and not deliverable.format:
        yield said("{at}.kind belongs to a format, not to a video", at=at)
    if deliverable.icc and not deliverable.format:
        yield said("{at}.icc belongs to a format, not to a video", at=at)
    if deliverable.kind and deliverable.kind not in poster_format.KINDS:
        yield said(
            "{at}.kind: there is no “{one}” ({hint:bare})",
            at=at,
            one=deliverable.kind,
            hint=nearest(deliverable.kind, poster_format.KINDS),
        )


def _deliverable(deliverable: Deliverable, at: str, campaign: Campaign) -> Iterator[str]:
    if bool(deliverable.format) == bool(deliverable.video):
        yield said("{at} must name either a format or a video", at=at)
    if deliverable.captions and not deliverable.video:
        yield said("{at}.captions belongs to a video, not to a format", at=at)
    yield from _file(deliverable, at)
    markets = {market.id for market in campaign.markets}
    films = {film.id for film in campaign.films}
    posters = {poster.id for film in campaign.films for poster in film.posters}
    for field, given, known in (
        ("markets", deliverable.markets, markets),
        ("films", deliverable.films, films),
        ("posters", deliverable.posters, posters),
    ):
        for one in given:
            if one not in known:
                hint = nearest(one, sorted(known))
                yield said(
                    "{at}.{field}: there is no “{one}” ({hint:bare})",
                    at=at,
                    field=field,
                    one=one,
                    hint=hint,
                )
