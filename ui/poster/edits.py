"""Edits of one poster: each takes the project and gives the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from studio.campaign.adding import free_id
from studio.campaign.document import PosterEntry, StillRef
from studio.campaign.project import Project
from studio.typeset.adjust import Adjust, beside
from studio.typeset.adjust import changed as adjusted

Key = tuple[str, str]
"""(film id, poster id)"""
Change = Callable[[PosterEntry], PosterEntry]


def poster_of(project: Project, key: Key) -> PosterEntry | None:
    """The poster, None when it is not there (any more)."""
    for film in project.campaign.films:
        if film.id == key[0]:
            return next((one for one in film.posters if one.id == key[1]), None)
    return None


def changed(project: Project, key: Key, change: Change) -> Project:
    """The project with one poster changed; the same one when the poster is gone."""
    found = poster_of(project, key)
    if found is None:
        return project
    after = change(found)
    if after == found:
        return project
    return project.with_campaign(project.campaign.with_poster(key[0], after))


def with_copy(language: str, text: str) -> Change:
    """What it says in a language; blank takes the language away."""

    def change(poster: PosterEntry) -> PosterEntry:
        if text.strip():
            return poster.with_copy({**poster.copy, language: text})
        return poster.with_copy({k: v for k, v in poster.copy.items() if k != language})

    return change


def with_letters(
    language: str, places: Sequence[int], change: Callable[[Adjust], Adjust]
) -> Change:
    """Characters of a language's copy set otherwise by hand: each as `change` makes it."""

    def edit(poster: PosterEntry) -> PosterEntry:
        own = poster.adjust.get(language, ())
        known = {one.at: one for one in own}
        for place in places:
            own = adjusted(own, change(known.get(place, Adjust(place))))
        return poster.with_adjust(language, own)

    return edit


def with_plain_letters(language: str, places: Sequence[int]) -> Change:
    """What was set by hand of these characters taken back."""

    def edit(poster: PosterEntry) -> PosterEntry:
        own = poster.adjust.get(language, ())
        return poster.with_adjust(language, tuple(one for one in own if one.at not in places))

    return edit


def with_letters_that_are(language: str) -> Change:
    """What was set by hand beyond the copy taken back: it is of no letter."""

    def edit(poster: PosterEntry) -> PosterEntry:
        own = poster.adjust.get(language, ())
        lost = beside(own, poster.copy.get(language, ""))
        return poster.with_adjust(language, tuple(one for one in own if one not in lost))

    return edit


def letters_lost(before: PosterEntry | None, after: PosterEntry | None) -> int:
    """How many characters that were set by hand went with an edit of the copy they stood in."""
    if before is None or after is None:
        return 0
    return sum(
        len(own) - len(after.adjust.get(language, ()))
        for language, own in before.adjust.items()
        if before.copy.get(language) != after.copy.get(language)
    )


def with_template(name: str) -> Change:
    """Another design."""
    return lambda poster: replace(poster, template=name)


def with_still(still: StillRef) -> Change:
    """Another still. The point of interest was chosen for the old one and goes with it."""

    def change(poster: PosterEntry) -> PosterEntry:
        return poster if poster.still == still else replace(poster, still=still, focus=None)

    return change


def with_focus(focus: tuple[float, float] | None, shown: StillRef) -> Change:
    """Another point of interest, on the still that is shown: from now on it stays this one."""

    def change(poster: PosterEntry) -> PosterEntry:
        still = poster.still if focus is None or not is_open(poster) else shown
        return replace(poster, focus=focus, still=still)

    return change


def with_place(shape: str, place: tuple[float, float] | None) -> Change:
    """Another place of the copy in files of an orientation; None leaves it to Lobbycard."""

    def change(poster: PosterEntry) -> PosterEntry:
        others = {key: own for key, own in poster.place.items() if key != shape}
        return replace(poster, place=others if place is None else {**others, shape: place})

    return change


def is_open(poster: PosterEntry) -> bool:
    """Whether Lobbycard is to choose the still."""
    return not poster.still.picked and poster.still.text == "auto"


def duplicated(project: Project, key: Key) -> Project:
    """The project with a copy of a poster right after it."""
    found = poster_of(project, key)
    if found is None:
        return project
    film = project.campaign.film(key[0])
    base = found.id.rstrip("0123456789").rstrip("-") or found.id
    twin = replace(found, id=free_id(base, frozenset(one.id for one in film.posters)))
    place = film.posters.index(found) + 1
    posters = (*film.posters[:place], twin, *film.posters[place:])
    return project.with_campaign(project.campaign.with_film(replace(film, posters=posters)))


def removed(project: Project, key: Key) -> Project:
    """The project without a poster."""
    if poster_of(project, key) is None:
        return project
    film = project.campaign.film(key[0])
    posters = tuple(one for one in film.posters if one.id != key[1])
    return project.with_campaign(project.campaign.with_film(replace(film, posters=posters)))
