"""The plan: from a campaign and its presets to jobs, each with the hash of all it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import partial

from studio.batch.job import FilmWork, Job, PosterWork, TrackData, digest
from studio.batch.naming import output_name
from studio.batch.versions import makers
from studio.campaign.document import Campaign, Deliverable, FilmEntry, Market, PosterEntry
from studio.core.errors import BadValue, StudioError
from studio.core.plain import unstructure
from studio.core.time import parse_time
from studio.media.film import Film
from studio.presets import store
from studio.subs.cue import Track

Tracks = Mapping[tuple[str, str], Track]
"""(film id, language) to the track."""

DEFAULT_CAPTIONS = "cinema-bilingual"


@dataclass(frozen=True, slots=True)
class Only:
    """What a person asked for alone; an empty field means all."""

    film: frozenset[str] = frozenset()
    market: frozenset[str] = frozenset()
    format: frozenset[str] = frozenset()
    video: frozenset[str] = frozenset()
    poster: frozenset[str] = frozenset()

    def takes(self, job: Job) -> bool:
        """Whether the job was asked for."""
        return (
            (not self.film or job.film in self.film)
            and (not self.market or job.market in self.market)
            and (not self.poster or job.poster in self.poster)
            and self._takes_preset(job)
        )

    def _takes_preset(self, job: Job) -> bool:
        if not self.format and not self.video:
            return True
        return job.preset in (self.format if job.poster else self.video)


@dataclass(frozen=True, slots=True)
class Sources:
    """What a plan rests on: the probed films, or why one cannot be read, and the tracks."""

    films: Mapping[str, Film]
    tracks: Tracks
    unreadable: Mapping[str, str] = field(default_factory=dict)


def plan(campaign: Campaign, sources: Sources) -> tuple[Job, ...]:
    """All jobs of a campaign in the order of its file.

    A job that cannot be made carries its `refusal`; the others go on. Raises BadValue when a
    preset or the output pattern is wrong, or two outputs would have one name.
    """
    jobs = tuple(_jobs(campaign, sources))
    seen: dict[str, Job] = {}
    for job in jobs:
        if job.output.casefold() in seen:
            raise BadValue(
                f"outputs: two outputs would be called {job.output}.",
                hint="Put {market}, {film}, {poster} and {preset} into the pattern.",
            )
        seen[job.output.casefold()] = job
    return jobs


def _jobs(campaign: Campaign, sources: Sources) -> Iterator[Job]:
    for film in campaign.films:
        for market in campaign.markets:
            for deliverable in campaign.deliverables:
                if deliverable.markets and market.id not in deliverable.markets:
                    continue
                if deliverable.films and film.id not in deliverable.films:
                    continue
                yield from _of_one(campaign, sources, film, market, deliverable)


def _of_one(
    campaign: Campaign, sources: Sources, film: FilmEntry, market: Market, ask: Deliverable
) -> Iterator[Job]:
    if ask.video:
        blank = _blank(campaign, film, market, ask, "", store.video(ask.video).container)
        yield _settled(blank, sources, partial(_film_job, blank, sources, film, market, ask))
        return
    extension = store.poster_format(ask.format).extension
    for poster in film.posters:
        if ask.posters and poster.id not in ask.posters:
            continue
        blank = _blank(campaign, film, market, ask, poster.id, extension)
        yield _settled(blank, sources, partial(_poster_job, blank, sources, film, market, poster))


def _blank(
    campaign: Campaign, film: FilmEntry, market: Market, ask: Deliverable, poster: str, ext: str
) -> Job:
    values = {
        "market": market.id,
        "film": film.id,
        "poster": poster,
        "preset": ask.preset,
        "ext": ext,
        "campaign": campaign.name,
        "version": campaign.version,
        "languages": "-".join(market.languages),
    }
    name = output_name(campaign.outputs, values)
    return Job("", name, film.id, poster, market.id, ask.preset, market.languages, "", "")


def _settled(blank: Job, sources: Sources, make: Callable[[], Job]) -> Job:
    if blank.film in sources.unreadable:
        return replace(blank, refusal=sources.unreadable[blank.film])
    try:
        return make()
    except StudioError as error:
        return replace(blank, refusal=f"{error} {error.hint}".strip())


def _with_key(job: Job, content: object) -> Job:
    work = job.poster_work or job.film_work
    key = digest(job.source_sha256, job.languages, unstructure(work), content, makers())
    return replace(job, key=key)


def _poster_job(
    blank: Job, sources: Sources, film: FilmEntry, market: Market, poster: PosterEntry
) -> Job:
    probed = sources.films[film.id]
    template = store.template(poster.template)
    form = store.poster_format(blank.preset)
    languages = tuple(one for one in market.languages if poster.copy.get(one, "").strip())
    if not languages or languages[0] != market.languages[0]:
        raise BadValue(
            f"The poster “{poster.id}” has no copy in {market.languages[0]}.",
            hint="Write it, or leave the poster out of this market's deliverables.",
        )
    missing = [one for one in market.languages if one not in languages]
    seconds, notes = _still_seconds(poster, probed)
    titles = {**film.title, **poster.title}
    work = PosterWork(
        template=poster.template,
        seconds=str(seconds),
        focus=poster.focus,
        copy={one: poster.copy[one] for one in languages},
        title={one: titles[one] for one in languages if one in titles},
        legal=market.legal,
    )
    job = replace(
        blank,
        source=str(probed.path),
        source_sha256=probed.sha256,
        languages=languages,
        poster_work=work,
        notes=(*notes, *(f"No copy in {one}: only {languages[0]} is set." for one in missing)),
    )
    return _with_key(job, [unstructure(template), unstructure(form)])


def _still_seconds(poster: PosterEntry, film: Film) -> tuple[Fraction, tuple[str, ...]]:
    still = poster.still
    if still.pts is None:
        if still.text == "auto":
            raise BadValue(
                f"The still of the poster “{poster.id}” has not been chosen yet.",
                hint="An export without --dry-run chooses it.",
            )
        return parse_time(still.text, film.video.rate), ()
    base = still.time_base or film.video.time_base
    seconds = still.pts * base - film.video.first_pts * film.video.time_base
    if still.sha256 == film.sha256:
        return seconds, ()
    return max(Fraction(0), seconds), (
        "The still was picked from another version of the film: "
        "the frame at the same time is shown.",
    )


def _film_job(
    blank: Job, sources: Sources, film: FilmEntry, market: Market, ask: Deliverable
) -> Job:
    probed = sources.films[film.id]
    video = store.video(ask.video)
    captions = ask.captions or DEFAULT_CAPTIONS
    style = None if captions == "none" else store.caption_style(captions)
    tracks, notes = ((), ()) if style is None else _tracks(sources.tracks, film, market)
    job = replace(
        blank,
        source=str(probed.path),
        source_sha256=probed.sha256,
        languages=tuple(track.language for track in tracks),
        film_work=FilmWork(captions, tuple(TrackData.of(track) for track in tracks)),
        notes=notes,
    )
    return _with_key(job, [unstructure(video), unstructure(style) if style else None])


def _tracks(
    tracks: Tracks, film: FilmEntry, market: Market
) -> tuple[tuple[Track, ...], tuple[str, ...]]:
    found = [one for one in market.languages if (film.id, one) in tracks]
    if not found or found[0] != market.languages[0]:
        raise BadValue(
            f"The film “{film.id}” has no subtitles in {market.languages[0]}.",
            hint='Add a track, or set captions = "none" on the deliverable.',
        )
    missing = [one for one in market.languages if one not in found]
    notes = tuple(f"No subtitles in {one}: only {found[0]} is shown." for one in missing)
    return tuple(tracks[film.id, one] for one in found), notes
