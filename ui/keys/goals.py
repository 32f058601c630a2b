"""Where the palette can go besides commands: films, posters, tracks, markets, outputs, cues."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from studio.campaign.document import FilmEntry
from studio.campaign.project import Project
from ui.campaign.market_names import market_name, names_of_market
from ui.campaign.titles import poster_name
from ui.tree.outline import title_of
from ui.widgets.language import tr
from ui.widgets.names import name_of

_CUE = re.compile(r"^\s*(?:cue|#|第|字幕)?\s*(\d{1,6})\s*(?:条)?\s*$", re.IGNORECASE)
_OUTPUTS = 400
"""So many outputs are offered by name; more are found on the Deliver page."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Something to go to or to do; `also` are other names by which it is found."""

    id: str
    text: str
    run: Callable[[], object]
    path: str = ""
    keys: str = ""
    icon: str = ""
    also: tuple[str, ...] = ()


def places(project: Project, go: Callable[[object], object], language: str) -> tuple[Goal, ...]:
    """Everything in the campaign that has a name."""
    return tuple(_places(project, go, language))


def _places(project: Project, go: Callable[[object], object], language: str) -> Iterator[Goal]:
    campaign = project.campaign
    for film in campaign.films:
        title = title_of(film, language)
        also = (film.id, *film.title.values())
        focus: tuple[object, ...] = ("film", film.id)
        yield Goal(f"film:{film.id}", title, partial(go, focus), tr("Film"), "", "film", also)
        yield from _posters(film, title, go)
        yield from _tracks(project, film, title, go)
    for market in campaign.markets:
        text, path = market_name(market), tr("Market")
        run = partial(go, ("deliver", market.id))
        yield Goal(f"market:{market.id}", text, run, path, "", "deliver",
                   names_of_market(market))  # fmt: skip
        for film in campaign.films[:_OUTPUTS]:
            run = partial(go, ("deliver", market.id, film.id))
            name = tr("{film} for {market}", film=title_of(film, language), market=text)
            yield Goal(f"outputs:{market.id}:{film.id}", name, run, tr("Outputs"), "", "deliver",
                       (f"{film.id} {market.id}",))  # fmt: skip


def _posters(film: FilmEntry, title: str, go: Callable[[object], object]) -> Iterator[Goal]:
    for poster in film.posters:
        copy = tuple(" ".join(text.split()) for text in poster.copy.values())
        path = tr("Poster of {film}", film=title)
        run = partial(go, ("poster", film.id, poster.id))
        name = poster_name(poster.id)
        yield Goal(f"poster:{film.id}:{poster.id}", name, run, path, "", "poster",
                   (poster.id, *copy))  # fmt: skip


def _tracks(
    project: Project, film: FilmEntry, title: str, go: Callable[[object], object]
) -> Iterator[Goal]:
    for entry in film.tracks:
        track = project.tracks.get((film.id, entry.language))
        if track is None or not track.cues:
            continue
        run = partial(go, ("subs", film.id, entry.language, track.cues[0].id))
        text = tr("{language} of {film}", language=name_of(entry.language), film=title)
        yield Goal(f"track:{film.id}:{entry.language}", text, run, tr("Subtitles"), "",
                   "subtitles", (f"{film.id} {entry.language}",))  # fmt: skip


def cues(
    project: Project, typed: str, go: Callable[[object], object], language: str
) -> Sequence[Goal]:
    """The cues of a number, one for each film, in its first track: “cue 42”, “#42”, “42”."""
    found = _CUE.match(typed)
    if found is None:
        return ()
    number, goals = int(found[1]), []
    for film in project.campaign.films:
        for entry in film.tracks[:1]:
            track = project.tracks.get((film.id, entry.language))
            if track is None or not 1 <= number <= len(track.cues):
                continue
            cue = track.cues[number - 1]
            run = partial(go, ("subs", film.id, entry.language, cue.id))
            text = tr("Cue {number} of {film}", number=number, film=title_of(film, language))
            goals.append(
                Goal(
                    f"cue:{film.id}:{number}",
                    text,
                    run,
                    cue.text.replace("\n", " "),
                    "",
                    "subtitles",
                )
            )
    return goals
