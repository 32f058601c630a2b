"""The plan: from a campaign and its presets to jobs, each with the hash of all it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from studio.batch.ingredients import parts_of
from studio.batch.job import FilmWork, Job, TrackData, digest, read_as_text
from studio.batch.naming import output_name
from studio.batch.poster_work import languages_of, poster_work, shown
from studio.batch.reel_work import ReelFiles, Setting, planned_reel
from studio.batch.remark import Remark, hint, warning
from studio.batch.versions import makers
from studio.burn.preset import VideoPreset
from studio.campaign.brand import BrandKit
from studio.campaign.document import (
    NO_CAPTIONS,
    USUAL_CAPTIONS,
    Campaign,
    Deliverable,
    FilmEntry,
    Market,
    PosterEntry,
)
from studio.core.errors import BadValue, StudioError, in_full
from studio.core.plain import unstructure
from studio.core.said import said
from studio.core.words import nearest
from studio.media.film import Film
from studio.poster.format import Format, in_kind
from studio.poster.profiles import fingerprint
from studio.poster.template import orientation
from studio.presets import store
from studio.stills.faces import faces_available
from studio.subs.cue import Track

Tracks = Mapping[tuple[str, str], Track]
"""(film id, language) to the track."""

MOST = 20_000
"""Outputs of one campaign; a file of a few kilobytes can ask for billions."""


@dataclass(frozen=True, slots=True)
class Only:
    """What a person asked for alone; an empty field means all."""

    film: frozenset[str] = frozenset()
    market: frozenset[str] = frozenset()
    format: frozenset[str] = frozenset()
    video: frozenset[str] = frozenset()
    poster: frozenset[str] = frozenset()
    output: frozenset[str] = frozenset()

    def takes(self, job: Job) -> bool:
        """Whether the job was asked for."""
        return (
            (not self.film or job.film in self.film)
            and (not self.market or job.market in self.market)
            and (not self.poster or job.poster in self.poster)
            and (not self.output or job.output in self.output)
            and self._takes_preset(job)
        )

    def _takes_preset(self, job: Job) -> bool:
        if not self.format and not self.video:
            return True
        return job.preset in (self.format if job.poster else self.video)

    def check(self, campaign: Campaign) -> None:
        """Raises BadValue when it names what the campaign does not have."""
        known = {
            "film": [film.id for film in campaign.films],
            "market": [market.id for market in campaign.markets],
            "format": [ask.format for ask in campaign.deliverables if ask.format],
            "video": [ask.video for ask in campaign.deliverables if ask.video],
            "poster": [poster.id for film in campaign.films for poster in film.posters],
        }
        for name, there in known.items():
            for one in sorted(getattr(self, name) - set(there)):
                raise BadValue(
                    said("The campaign has no {what} “{name}”.", what=name, name=one),
                    hint=nearest(one, tuple(dict.fromkeys(there))),
                )


@dataclass(frozen=True, slots=True)
class Sources:
    """What a plan rests on: the probed films, the tracks, and why something is not there.

    `unreadable` and `unchosen` hold the reason by film: it cannot be read, or has no frame for an
    open still. `lost` holds the reason by film and language for a track that cannot be read.
    """

    films: Mapping[str, Film]
    tracks: Tracks
    unreadable: Mapping[str, str] = field(default_factory=dict)
    lost: Mapping[tuple[str, str], str] = field(default_factory=dict)
    unchosen: Mapping[str, str] = field(default_factory=dict)
    reels: ReelFiles = field(default_factory=ReelFiles)
    kit: BrandKit | None = None
    kit_fault: str = ""
    """Why the brand kit that is named cannot be read."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One output that is asked for, before anything was read: a job with a name and no content."""

    blank: Job
    film: FilmEntry
    market: Market
    ask: Deliverable
    poster: PosterEntry | None
    version: str = ""
    """Of the campaign."""


def outline(campaign: Campaign, only: Only | None = None) -> tuple[Asked, ...]:
    """What a campaign asks for, in the order of its file; what is asked for twice stands once.

    Raises BadValue when a preset or the output pattern is wrong, two outputs would have one name,
    there are more than MOST, or `only` names what is not there.
    """
    found: dict[str, Asked] = {}
    for one in _asked(campaign):
        name = one.blank.output.casefold()
        if name in found and not _same(found[name], one):
            raise BadValue(
                said("outputs: two outputs would be called {name}.", name=one.blank.output),
                hint=said(
                    "Put {market}, {film}, {poster}, {preset} and {captions} into the pattern, "
                    "as far as these differ."
                ),
            )
        found.setdefault(name, one)
        if len(found) > MOST:
            raise BadValue(
                said("The campaign asks for more than {most:,} outputs.", most=MOST),
                hint=said("Divide it into several campaigns."),
            )
    if only is None:
        return tuple(found.values())
    only.check(campaign)
    return tuple(one for one in found.values() if only.takes(one.blank))


def _same(one: Asked, other: Asked) -> bool:
    if one.blank != other.blank or one.ask.captions != other.ask.captions:
        return False
    return bool(one.ask.video) or format_of(one.ask) == format_of(other.ask)


def format_of(ask: Deliverable) -> Format:
    """The format of a poster that is asked for, in the kind that is asked for. Raises BadValue."""
    return in_kind(store.poster_format(ask.format), ask.kind, ask.icc)


def _asked(campaign: Campaign) -> Iterator[Asked]:
    for film in campaign.films:
        for market in campaign.markets:
            for ask in campaign.deliverables:
                if ask.markets and market.id not in ask.markets:
                    continue
                if ask.films and film.id not in ask.films:
                    continue
                for poster in _posters(film, ask):
                    blank = _blank(campaign, film, market, ask, poster)
                    yield Asked(blank, film, market, ask, poster, campaign.version)


def _posters(film: FilmEntry, ask: Deliverable) -> tuple[PosterEntry | None, ...]:
    """The posters that a deliverable shows; a film delivery is one without a poster."""
    if ask.video:
        return (None,)
    return tuple(one for one in film.posters if not ask.posters or one.id in ask.posters)


def plan(campaign: Campaign, sources: Sources, only: Only | None = None) -> tuple[Job, ...]:
    """The jobs of a campaign in the order of its file, all or what `only` takes.

    A job that cannot be made carries its `refusal`; the others go on. Raises BadValue as `outline`.
    """
    return tuple(_job(one, sources) for one in outline(campaign, only))


def _job(one: Asked, sources: Sources) -> Job:
    if one.film.id in sources.unreadable:
        return replace(one.blank, refusal=sources.unreadable[one.film.id])
    try:
        if one.poster is None:
            return _film_job(one, sources)
        return _poster_job(one, sources, one.poster)
    except StudioError as error:
        return replace(one.blank, refusal=in_full(error))


def _blank(
    campaign: Campaign,
    film: FilmEntry,
    market: Market,
    ask: Deliverable,
    poster: PosterEntry | None,
) -> Job:
    form = None if ask.video else format_of(ask)
    values = {
        "market": market.id,
        "film": film.id,
        "poster": poster.id if poster else "",
        "preset": form.called if form else ask.video,
        "captions": (ask.captions or USUAL_CAPTIONS) if ask.video else "",
        "ext": form.extension if form else store.video(ask.video).container,
        "campaign": campaign.name,
        "version": campaign.version,
        "languages": "-".join(market.languages),
    }
    name = output_name(campaign.outputs, values)
    return Job("", name, film.id, values["poster"], market.id, ask.preset, market.languages, "", "")


def _with_key(job: Job, content: object, presets: Mapping[str, object]) -> Job:
    work = job.poster_work or job.film_work
    key = digest(job.source_sha256, job.languages, unstructure(work), content, makers())
    if job.read_as:
        key = digest(key, job.read_as)
    parts = parts_of(job, presets)
    # Only where no bundled face has a letter: elsewhere the fonts come with the makers.
    return replace(job, key=digest(key, parts["fonts"]) if "fonts" in parts else key, made_of=parts)


def _poster_job(one: Asked, sources: Sources, poster: PosterEntry) -> Job:
    blank, film, market = one.blank, one.film, one.market
    probed = sources.films[film.id]
    if sources.kit_fault:
        raise BadValue(sources.kit_fault)
    template = store.template(poster.template)
    form = format_of(one.ask)
    languages = languages_of(poster, market)
    if film.id in sources.unchosen and poster.still.is_open:
        raise BadValue(sources.unchosen[film.id])
    shape = orientation(form.pixels)
    work, notes = poster_work(film, poster, market, probed, sources.kit, shape)
    work = replace(work, kind=one.ask.kind, icc=one.ask.icc, profile=fingerprint(form.icc))
    job = replace(
        blank,
        source=str(probed.path),
        source_sha256=probed.sha256,
        read_as=read_as_text(film.read_as),
        languages=languages,
        poster_work=work,
        notes=notes,
        amount=form.pixels.width * form.pixels.height / 1e6,
        files=sources.kit.files if sources.kit is not None else {},
    )
    # Without the model of faces the copy may stand elsewhere.
    look, box, faces = shown(template), shown(form), faces_available()
    return _with_key(job, [look, box, faces], {"look": look, "format": box, "faces": faces})


def _film_job(one: Asked, sources: Sources) -> Job:
    film, market, ask = one.film, one.market, one.ask
    probed = sources.films[film.id]
    video = store.video(ask.video)
    captions = ask.captions or USUAL_CAPTIONS
    tracks: tuple[Track, ...] = ()
    if captions == NO_CAPTIONS:
        notes = _left_out(sources, film, market)
    elif not film.tracks:
        # Nobody speaks in it: the same output as one without captions.
        captions, notes = NO_CAPTIONS, (_no_track(sources, ask),)
    else:
        tracks, notes = _tracks(sources, film, market)
    style = None if captions == NO_CAPTIONS else store.caption_style(captions)
    languages = tuple(track.language for track in tracks)
    setting = Setting(
        film,
        market,
        probed,
        one.version,
        sources.unchosen.get(film.id, ""),
        sources.kit,
        sources.kit_fault,
        languages,
    )
    reel = planned_reel(setting, video, sources.reels)
    job = replace(
        one.blank,
        source=str(probed.path),
        source_sha256=probed.sha256,
        # The active picture is a matter of posters and stills.
        read_as=read_as_text(replace(film.read_as, active=None)),
        languages=languages,
        film_work=FilmWork(
            captions, tuple(TrackData.of(track) for track in tracks), reel.work if reel else None
        ),
        notes=(*notes, *(reel.notes if reel else ())),
        amount=_megapixels(probed, video),
        files=reel.files if reel else {},
    )
    box, look = shown(video), shown(style) if style else None
    cards = {f"card:{place}": each for place, each in enumerate(reel.content if reel else ())}
    content = [box, look, *cards.values()]
    return _with_key(job, content, {"video": box, "style": look, **cards})


def _megapixels(film: Film, preset: VideoPreset) -> float:
    """All frames of a delivery together."""
    size = film.video.display if preset.frame.mode == "film" else preset.frame.box
    return film.video.frames * size.width * size.height / 1e6


def _no_track(sources: Sources, ask: Deliverable) -> Remark:
    """That a film has no track; graver where captions were named, or other films have some."""
    told = said("No subtitles: this film has no subtitle track.")
    return warning(told) if ask.captions or sources.tracks or sources.lost else hint(told)


def _left_out(sources: Sources, film: FilmEntry, market: Market) -> tuple[Remark, ...]:
    """That a market which wants no captions could have some."""
    there = [one for one in market.languages if (film.id, one) in sources.tracks]
    if not there:
        return ()
    told = said("No captions are asked for here; the film has subtitles in {one}.", one=there[0])
    return (hint(told),)


def _tracks(
    sources: Sources, film: FilmEntry, market: Market
) -> tuple[tuple[Track, ...], tuple[Remark, ...]]:
    for one in market.languages:
        if (film.id, one) in sources.lost:
            raise BadValue(sources.lost[film.id, one])
    found = [one for one in market.languages if (film.id, one) in sources.tracks]
    if not found or found[0] != market.languages[0]:
        raise BadValue(
            said(
                "The film “{film}” has no subtitles in {language}.",
                film=film.id,
                language=market.languages[0],
            ),
            hint=said("Add subtitles in this language, or choose no captions for this market."),
        )
    missing = [one for one in market.languages if one not in found]
    notes = tuple(
        warning(said("No subtitles in {one}: only {primary} is shown.", one=one, primary=found[0]))
        for one in missing
    )
    return tuple(sources.tracks[film.id, one] for one in found), notes
