"""What a plan needs first: films probed, tracks read, open stills chosen."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from studio.batch.layouts import placings_of
from studio.batch.reel_work import read_files
from studio.batch.sources import Sources
from studio.campaign.brand import kit_of
from studio.campaign.document import Campaign, FilmEntry, PosterEntry, picked
from studio.core.children import WAITED_FOR, in_child
from studio.core.errors import BadValue, StudioError, in_full
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.core.time import parse_time
from studio.media.film import Film
from studio.media.overrides import Overrides
from studio.media.probe import probe
from studio.shots.analyse import analyse
from studio.shots.shot import Still
from studio.stills.placing import Placing
from studio.stills.shortlist import shortlist
from studio.subs.cue import Track
from studio.subs.reading import read_track

READ_LIMIT = 300.0
"""Seconds without a sign of life after which reading a film is given up."""


@dataclass(frozen=True, slots=True)
class ReadTracks:
    """The tracks by film and language, why one is not there, and all that is wrong, in words."""

    tracks: dict[tuple[str, str], Track]
    lost: dict[tuple[str, str], str]
    problems: tuple[str, ...]


def source_path(folder: Path, film: FilmEntry) -> Path:
    """Where a film of the campaign in `folder` lies."""
    return folder / film.source


def read_tracks(campaign: Campaign, folder: Path) -> ReadTracks:
    """All tracks of a campaign; one that cannot be read is said, and the others stand."""
    tracks: dict[tuple[str, str], Track] = {}
    lost: dict[tuple[str, str], str] = {}
    problems: list[str] = []
    for film in campaign.films:
        for entry in film.tracks:
            try:
                reading = read_track(folder / entry.file, entry.language, entry.encoding)
            except StudioError as error:
                lost[film.id, entry.language] = in_full(error)
                problems.append(lost[film.id, entry.language])
                continue
            tracks[film.id, entry.language] = reading.track
            problems += [
                said(
                    "{file}, line {n}: not shown: {text}",
                    file=entry.file,
                    n=one.line,
                    text=one.text,
                )
                for one in reading.dropped
            ]
    return ReadTracks(tracks, lost, tuple(problems))


def probe_films(
    campaign: Campaign, folder: Path, progress: Progress = SILENT, *, steps: int = WAITED_FOR
) -> tuple[dict[str, Film], dict[str, str]]:
    """The films by id, and for those that cannot be read the reason in words.

    What reads them goes `steps` of niceness back.
    """
    films: dict[str, Film] = {}
    unreadable: dict[str, str] = {}
    total = max(1, len(campaign.films))
    for number, entry in enumerate(campaign.films):
        note = said("Reading {name}", name=entry.id)
        part = Span(progress, number / total, (number + 1) / total, note)
        try:
            films[entry.id] = in_child(
                _probed,
                source_path(folder, entry),
                entry.read_as,
                progress=part,
                seconds=READ_LIMIT,
                steps=steps,
            )
        except StudioError as error:
            unreadable[entry.id] = in_full(error)
    return films, unreadable


def _probed(path: Path, read_as: Overrides, progress: Progress = SILENT) -> Film:
    return probe(path, progress, overrides=read_as)


def choose_stills(
    campaign: Campaign,
    films: Mapping[str, Film],
    progress: Progress = SILENT,
    *,
    wanted: Collection[tuple[str, str]] | None = None,
    steps: int = WAITED_FOR,
) -> tuple[Campaign, dict[str, str]]:
    """The campaign with its `auto` stills chosen, and for films where that failed the reason.

    `wanted` limits it to these (film id, poster id). Posters of one film take different stills.
    What was chosen before stays.
    """
    waiting = []
    for entry in campaign.films:
        ids = {
            poster.id
            for poster in entry.posters
            if poster.still.is_open and (wanted is None or (entry.id, poster.id) in wanted)
        }
        if ids and entry.id in films:
            waiting.append((entry, films[entry.id], ids))
    failed: dict[str, str] = {}
    for number, (entry, film, ids) in enumerate(waiting):
        part = Span(progress, number / len(waiting), (number + 1) / len(waiting))
        try:
            campaign = campaign.with_film(_chosen(campaign, entry, film, ids, part, steps))
        except StudioError as error:
            failed[entry.id] = in_full(error)
    return campaign, failed


def _chosen(
    campaign: Campaign,
    entry: FilmEntry,
    film: Film,
    ids: set[str],
    progress: Progress,
    steps: int,
) -> FilmEntry:
    taken = [pts for poster in entry.posters if (pts := _pts_of(poster, film)) is not None]
    posters = []
    for poster in entry.posters:
        if poster.id in ids:
            stills = in_child(
                stills_for,
                film,
                placings_of(campaign, entry.id, poster.id),
                tuple(taken),
                progress=progress,
                seconds=READ_LIMIT,
                steps=steps,
            )
            if not stills:
                raise BadValue(
                    said(
                        "{name} has no frame that could be a still for “{poster}”.",
                        name=film.path.name,
                        poster=poster.id,
                    ),
                    hint=said("Give the still as a time."),
                )
            taken.append(stills[0].pts)
            still = picked(stills[0].pts, film.video.time_base, film.sha256, auto=True)
            poster = replace(poster, still=still)
        posters.append(poster)
    return replace(entry, posters=tuple(posters))


def _pts_of(poster: PosterEntry, film: Film) -> int | None:
    """The frame a poster shows already; None while its still is open or its time is wrong."""
    still = poster.still
    if still.pts is not None:
        return still.pts if still.sha256 == film.sha256 else None
    if still.is_open:
        return None
    try:
        return film.pts_of(parse_time(still.text, film.video.rate))
    except BadValue:
        # The plan refuses this poster with the reason; the others still get their frames.
        return None


def stills_for(
    film: Film, room: tuple[Placing, ...], taken: tuple[int, ...], progress: Progress = SILENT
) -> tuple[Still, ...]:
    """The shortlist of a film for copy that stands as `room` says. Runs in a child process.

    Shots whose frames (PTS) are `taken` come last, so that a series shows the whole film.
    """
    analysis = analyse(film, progress=Span(progress, 0, 0.85))
    detection = analysis.detect()
    shots = {
        place
        for place, shot in enumerate(detection.shots)
        if any(shot.start <= pts < shot.end for pts in taken)
    }
    count = len(shots) + 4
    found = shortlist(film, analysis, detection, count, room, progress=Span(progress, 0.85, 1))
    fresh = tuple(one for one in found if one.pts not in taken)
    return tuple(sorted(fresh, key=lambda one: one.shot in shots))


def with_kit(sources: Sources, campaign: Campaign, folder: Path) -> Sources:
    """The sources with the brand kit that the campaign names, or why it cannot be read.

    And with what its films name for their reels: pictures, music.
    """
    sources = replace(sources, reels=read_files(campaign, folder))
    try:
        return replace(sources, kit=kit_of(campaign, folder))
    except StudioError as error:
        return replace(sources, kit_fault=in_full(error))


def gather(
    campaign: Campaign, folder: Path, progress: Progress = SILENT, *, steps: int = WAITED_FOR
) -> tuple[Sources, tuple[str, ...]]:
    """The sources of a plan, and what was found wrong while reading them."""
    films, unreadable = probe_films(campaign, folder, progress, steps=steps)
    read = read_tracks(campaign, folder)
    found = Sources(films, read.tracks, unreadable, read.lost)
    return with_kit(found, campaign, folder), read.problems
