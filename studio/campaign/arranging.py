"""Films and posters duplicated, renamed, moved and removed: pure edits of a project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from studio.campaign.adding import free_id
from studio.campaign.document import Campaign, Deliverable, FilmEntry, PosterEntry, TrackEntry
from studio.campaign.project import Links, PairKey, Project, TrackForm, TrackKey
from studio.core.errors import BadValue
from studio.core.files import is_plain_name
from studio.core.said import said
from studio.subs.cue import Track

T = TypeVar("T")


def duplicate_film(project: Project, film_id: str) -> Project:
    """The project with a second film like this one, right after it, under a fresh id.

    It shows the same file, has its own copy of the tracks that are read, of the marks and of the
    posters, and is delivered wherever the first is named. Raises BadValue.
    """
    campaign = project.campaign
    film = campaign.film(film_id)
    name = duplicate_id(film_id, [one.id for one in campaign.films])
    entries, tracks, forms = _own_tracks(project, film, name)
    twin = replace(film, id=name, tracks=entries)
    grown = replace(
        campaign,
        films=_after(campaign.films, film, twin),
        deliverables=_also(campaign.deliverables, "films", film_id, name),
    )
    marks = dict(project.marks)
    if film_id in marks:
        marks[name] = marks[film_id]
    return replace(
        project,
        campaign=grown,
        tracks={**project.tracks, **tracks},
        forms={**project.forms, **forms},
        marks=marks,
        links={**project.links, **_links_as(project, film_id, name)},
        reviews={**project.reviews, **_of_twin(project.reviews, film_id, name)},
    )


def _of_twin(reviews: Mapping[TrackKey, T], film_id: str, name: str) -> dict[TrackKey, T]:
    return {(name, key[1]): value for key, value in reviews.items() if key[0] == film_id}


def _own_tracks(
    project: Project, film: FilmEntry, name: str
) -> tuple[tuple[TrackEntry, ...], dict[TrackKey, Track], dict[TrackKey, TrackForm]]:
    """Entries with files of their own; a track that could not be read stays the one file."""
    taken = {track.file.casefold() for one in project.campaign.films for track in one.tracks}
    entries: list[TrackEntry] = []
    tracks: dict[TrackKey, Track] = {}
    forms: dict[TrackKey, TrackForm] = {}
    for entry in film.tracks:
        key = film.id, entry.language
        track = project.tracks.get(key)
        if track is None:
            entries.append(entry)
            continue
        file = _free_file(entry, name, taken)
        taken.add(file.casefold())
        entries.append(replace(entry, file=file))
        tracks[name, entry.language] = track
        if key in project.forms:
            forms[name, entry.language] = project.forms[key]
    return tuple(entries), tracks, forms


def _free_file(entry: TrackEntry, name: str, taken: set[str]) -> str:
    place = PurePosixPath(entry.file.replace("\\", "/"))
    stem, number = f"{name}.{entry.language}", 2
    file = str(place.with_name(f"{stem}{place.suffix}"))
    while file.casefold() in taken:
        file = str(place.with_name(f"{name}-{number}.{entry.language}{place.suffix}"))
        number += 1
    return file


def duplicate_poster(project: Project, film_id: str, poster_id: str) -> Project:
    """The project with a second poster like this one, right after it, under a fresh id.

    It is delivered wherever the first is named. Raises BadValue.
    """
    campaign = project.campaign
    film = campaign.film(film_id)
    poster = _poster(film, poster_id)
    # Deliverables name posters of all films, so the id is fresh among all of them.
    name = duplicate_id(poster_id, [one.id for other in campaign.films for one in other.posters])
    posters = _after(film.posters, poster, replace(poster, id=name))
    grown = replace(
        campaign.with_film(replace(film, posters=posters)),
        deliverables=_also(campaign.deliverables, "posters", poster_id, name),
    )
    return project.with_campaign(grown)


def duplicate_id(name: str, taken: Sequence[str]) -> str:
    """The id that a duplicate of `name` gets: lamp, lamp-2, lamp-3."""
    stem, mark, number = name.rpartition("-")
    return free_id(stem if mark and number.isdigit() else name, frozenset(taken))


def rename_film(project: Project, film_id: str, name: str) -> Project:
    """The project with a film under another id, everywhere it is named. Raises BadValue."""
    campaign = project.campaign
    film = campaign.film(film_id)
    if name == film_id:
        return project
    _check_id(name, [one.id for one in campaign.films if one.id != film_id])
    films = tuple(replace(film, id=name) if one is film else one for one in campaign.films)
    asks = _each(campaign.deliverables, "films", film_id, name)
    return replace(
        project,
        campaign=replace(campaign, films=films, deliverables=asks),
        tracks=_rekeyed(project.tracks, film_id, name),
        forms=_rekeyed(project.forms, film_id, name),
        marks={name if key == film_id else key: value for key, value in project.marks.items()},
        links=_links_without(project, film_id) | _links_as(project, film_id, name),
        reviews=_rekeyed(project.reviews, film_id, name),
    )


def _links_as(project: Project, film: str, name: str) -> dict[PairKey, Links]:
    """A film's links as those of another, each with a file of its own."""
    old, new = f"subtitles/{film}.", f"subtitles/{name}."
    return {
        (name, *pair[1:]): replace(held, file=new + held.file.removeprefix(old))
        for pair, held in project.links.items()
        if pair[0] == film
    }


def _links_without(project: Project, film: str, language: str = "") -> dict[PairKey, Links]:
    """The links but for those of a film, or of one of its tracks; their files stay on disk."""
    return {
        pair: held
        for pair, held in project.links.items()
        if pair[0] != film or (language and language not in pair[1:])
    }


def _rekeyed(values: Mapping[TrackKey, T], old: str, new: str) -> dict[TrackKey, T]:
    return {(new if key[0] == old else key[0], key[1]): value for key, value in values.items()}


def retitle_film(project: Project, film_id: str, language: str, title: str) -> Project:
    """The project with a film's title in one language; an empty one takes it away."""
    film = project.campaign.film(film_id)
    titles = {**film.title, language: title.strip()}
    if not title.strip():
        del titles[language]
    return project.with_campaign(project.campaign.with_film(replace(film, title=titles)))


def rename_poster(project: Project, film_id: str, poster_id: str, name: str) -> Project:
    """The project with a poster under another id, and the deliverables that name it.

    Where another film has a poster of the old id too, the deliverables name both. Raises BadValue.
    """
    campaign = project.campaign
    film = campaign.film(film_id)
    poster = _poster(film, poster_id)
    if name == poster_id:
        return project
    _check_id(name, [one.id for one in film.posters if one.id != poster_id])
    posters = tuple(replace(one, id=name) if one is poster else one for one in film.posters)
    shared = _has_elsewhere(campaign, film_id, poster_id)
    asks = (
        _also(campaign.deliverables, "posters", poster_id, name)
        if shared
        else _each(campaign.deliverables, "posters", poster_id, name)
    )
    grown = campaign.with_film(replace(film, posters=posters))
    return project.with_campaign(replace(grown, deliverables=asks))


def _has_elsewhere(campaign: Campaign, film_id: str, poster_id: str) -> bool:
    others = (film for film in campaign.films if film.id != film_id)
    return any(poster.id == poster_id for film in others for poster in film.posters)


def _check_id(name: str, others: Sequence[str]) -> None:
    if not is_plain_name(name):
        raise BadValue(
            said("“{name}” cannot be a file name.", name=name),
            hint=said("Use letters, figures and hyphens."),
        )
    if name.casefold() in {other.casefold() for other in others}:
        raise BadValue(
            said("“{name}” is there already.", name=name), hint=said("Choose another name.")
        )


def remove_film(project: Project, film_id: str) -> Project:
    """The project without a film, its tracks and marks, and what was asked for it alone.

    Files on disk stay. Raises BadValue.
    """
    campaign = project.campaign
    film = campaign.film(film_id)
    gone = {poster.id for poster in film.posters}
    kept = {one.id for other in campaign.films if other is not film for one in other.posters}
    asks = _without(campaign.deliverables, "films", {film_id})
    asks = _without(asks, "posters", gone - kept)
    films = tuple(one for one in campaign.films if one is not film)
    return replace(
        project,
        campaign=replace(campaign, films=films, deliverables=asks),
        tracks={key: value for key, value in project.tracks.items() if key[0] != film_id},
        forms={key: value for key, value in project.forms.items() if key[0] != film_id},
        marks={key: value for key, value in project.marks.items() if key != film_id},
        links=_links_without(project, film_id),
        reviews={key: value for key, value in project.reviews.items() if key[0] != film_id},
    )


def remove_poster(project: Project, film_id: str, poster_id: str) -> Project:
    """The project without a poster, and without what was asked for it alone. Raises BadValue."""
    campaign = project.campaign
    film = campaign.film(film_id)
    poster = _poster(film, poster_id)
    left = tuple(one for one in film.posters if one is not poster)
    asks = campaign.deliverables
    if not _has_elsewhere(campaign, film_id, poster_id):
        asks = _without(asks, "posters", {poster_id})
    grown = campaign.with_film(replace(film, posters=left))
    return project.with_campaign(replace(grown, deliverables=asks))


def remove_track(project: Project, film_id: str, language: str) -> Project:
    """The project without one track of a film; its file stays on disk."""
    film = project.campaign.film(film_id)
    left = tuple(track for track in film.tracks if track.language != language)
    key = film_id, language
    return replace(
        project,
        campaign=project.campaign.with_film(replace(film, tracks=left)),
        tracks={one: value for one, value in project.tracks.items() if one != key},
        forms={one: value for one, value in project.forms.items() if one != key},
        links=_links_without(project, film_id, language),
    )


def move_film(project: Project, film_id: str, place: int) -> Project:
    """The project with a film at `place` among the films, counted from 0 without it."""
    campaign = project.campaign
    films = _moved(campaign.films, campaign.film(film_id), place)
    return project.with_campaign(replace(campaign, films=films))


def move_poster(project: Project, film_id: str, poster_id: str, place: int) -> Project:
    """The project with a poster at `place` among its film's, counted from 0 without it."""
    film = project.campaign.film(film_id)
    posters = _moved(film.posters, _poster(film, poster_id), place)
    return project.with_campaign(project.campaign.with_film(replace(film, posters=posters)))


def _moved(values: tuple[T, ...], one: T, place: int) -> tuple[T, ...]:
    left = [other for other in values if other is not one]
    left.insert(max(0, place), one)
    return tuple(left)


def _poster(film: FilmEntry, poster_id: str) -> PosterEntry:
    for poster in film.posters:
        if poster.id == poster_id:
            return poster
    raise BadValue(said("“{film}” has no poster “{poster}”.", film=film.id, poster=poster_id))


def _after(values: tuple[T, ...], one: T, new: T) -> tuple[T, ...]:
    return tuple(part for other in values for part in ((other, new) if other is one else (other,)))


def _named(ask: Deliverable, field: str) -> tuple[str, ...]:
    return ask.films if field == "films" else ask.posters


def _naming(ask: Deliverable, field: str, names: tuple[str, ...]) -> Deliverable:
    return replace(ask, films=names) if field == "films" else replace(ask, posters=names)


def _also(asks: Sequence[Deliverable], field: str, old: str, new: str) -> tuple[Deliverable, ...]:
    """Deliverables that name `old` name `new` right after it."""
    made = []
    for ask in asks:
        named = _named(ask, field)
        if old in named and new not in named:
            ask = _naming(ask, field, _after(named, named[named.index(old)], new))
        made.append(ask)
    return tuple(made)


def _each(asks: Sequence[Deliverable], field: str, old: str, new: str) -> tuple[Deliverable, ...]:
    """Deliverables that name `new` where they named `old`."""
    made = []
    for ask in asks:
        changed = tuple(new if name == old else name for name in _named(ask, field))
        made.append(_naming(ask, field, changed))
    return tuple(made)


def _without(asks: Sequence[Deliverable], field: str, gone: set[str]) -> tuple[Deliverable, ...]:
    """Deliverables without these names; one that named nothing else goes, as empty means all."""
    made = []
    for ask in asks:
        named = _named(ask, field)
        left = tuple(name for name in named if name not in gone)
        if left or not named:
            made.append(_naming(ask, field, left))
    return tuple(made)
