"""What stands in the tree of a campaign: films with posters and tracks, markets with languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studio.campaign.document import Campaign, FilmEntry, Market, PosterEntry, TrackEntry
from studio.campaign.project import Project
from studio.core.words import counted
from ui.campaign.market_names import market_name
from ui.campaign.titles import film_language, poster_name
from ui.widgets.language import heard, tr
from ui.widgets.names import name_of

Key = tuple[str, ...]
"""("film", id), ("poster", film, id), ("track", film, language), ("market", id), ("films",) …"""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the document: films that are not there, findings by track."""

    missing: frozenset[str] = frozenset()
    findings: Mapping[Key, int] | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree; `note` stands quietly at its right, `warns` marks it."""

    key: Key
    text: str
    note: str = ""
    icon: str = ""
    tip: str = ""
    warns: bool = False
    children: tuple[Node, ...] = ()


def nodes(project: Project, known: Known, language: str) -> tuple[Node, ...]:
    """The whole tree; titles in `language` where there are any."""
    campaign = project.campaign
    films = tuple(_film(project, film, known, language) for film in campaign.films)
    markets = tuple(_market(campaign, market) for market in campaign.markets)
    return (
        Node(("films",), tr("Films"), str(len(films)), children=films),
        Node(("markets",), tr("Markets"), str(len(markets)), children=markets),
    )


def title_of(film: FilmEntry, language: str) -> str:
    """What a film is called on the screen."""
    return film.title.get(film_language(film, language), "") or film.id


def _film(project: Project, film: FilmEntry, known: Known, language: str) -> Node:
    missing = film.id in known.missing
    inside = (
        *(_poster(film, poster, language) for poster in film.posters),
        *(_track(project, film, track, known) for track in film.tracks),
    )
    return Node(
        ("film", film.id),
        title_of(film, language),
        tr("not found") if missing else "",
        "film",
        film.source,
        missing,
        inside,
    )


def _poster(film: FilmEntry, poster: PosterEntry, language: str) -> Node:
    copy = poster.copy.get(language) or next(iter(poster.copy.values()), "")
    line = " ".join(copy.split())
    return Node(("poster", film.id, poster.id), poster_name(poster.id), "", "poster", line)


def _track(project: Project, film: FilmEntry, entry: TrackEntry, known: Known) -> Node:
    key = ("track", film.id, entry.language)
    track = project.tracks.get((film.id, entry.language))
    if track is None:
        return Node(key, name_of(entry.language), tr("not read"), "subtitles", entry.file, True)
    found = (known.findings or {}).get(key, 0)
    count = len(track.cues)
    note = f"⚠ {found} / {count:,}" if found else f"{count:,}"
    cues = heard(counted(count, "cue"))
    tip = f"{entry.file}\n{cues}"
    if found:
        tip = f"{tip}\n{heard(counted(found, 'finding'))}"
    return Node(key, name_of(entry.language), note, "subtitles", tip, found > 0)


def _market(campaign: Campaign, market: Market) -> Node:
    languages = " · ".join(name_of(one) for one in market.languages)
    count = outputs(campaign, market.id)
    tip = f"{languages}\n{heard(counted(count, 'output'))}"
    return Node(("market", market.id), market_name(market), f"{count:,}", "deliver", tip)


def outputs(campaign: Campaign, market: str) -> int:
    """How many outputs a market asks for; what two deliverables ask for counts twice."""
    count = 0
    for ask in campaign.deliverables:
        if ask.markets and market not in ask.markets:
            continue
        for film in campaign.films:
            if ask.films and film.id not in ask.films:
                continue
            posters = [one for one in film.posters if not ask.posters or one.id in ask.posters]
            count += 1 if ask.video else len(posters)
    return count
