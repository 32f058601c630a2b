"""The plan: from a campaign and its presets to jobs, each with the hash of all it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from studio.batch.beside import possible_names
from studio.batch.ingredients import parts_of
from studio.batch.job import FilmWork, Job, TrackData, digest, read_as_text
from studio.batch.naming import output_name
from studio.batch.poster_work import languages_of, poster_work, shown, still_seconds
from studio.batch.reel_work import Setting, planned_reel
from studio.batch.remark import Remark, hint
from studio.batch.sources import Sources
from studio.batch.spoken import burned_tracks, left_out_told, no_track_told, tracks_beside
from studio.batch.versions import makers
from studio.burn.asked.preset import VideoPreset
from studio.burn.asked.wanted import LoudnessSettings
from studio.campaign.document import (
    MUXED,
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
    beside: dict[str, str] = {}
    for one in _asked(campaign):
        name = one.blank.output.casefold()
        if name in found and not _same(found[name], one):
            raise _twice(one.blank.output)
        found.setdefault(name, one)
        for other in _names_beside(one):
            if beside.setdefault(other.casefold(), name) != name:
                raise _twice(other)
        if len(found) > MOST:
            raise BadValue(
                said("The campaign asks for more than {most:,} outputs.", most=MOST),
                hint=said("Divide it into several campaigns."),
            )
    if only is None:
        return tuple(found.values())
    only.check(campaign)
    return tuple(one for one in found.values() if only.takes(one.blank))


def _twice(name: str) -> BadValue:
    return BadValue(
        said("outputs: two outputs would be called {name}.", name=name),
        hint=said(
            "Put {market}, {film}, {poster}, {preset} and {captions} into the pattern, "
            "as far as these differ."
        ),
    )


def _names_beside(one: Asked) -> list[str]:
    if not one.ask.video:
        return []
    return possible_names(one.blank.output, one.market.languages, store.video(one.ask.video))


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
    video, loudness = _levelled(store.video(ask.video), market)
    captions = ask.captions or USUAL_CAPTIONS
    tracks: tuple[Track, ...] = ()
    if captions == NO_CAPTIONS and video.sidecars:
        tracks, notes = tracks_beside(sources, film, market)
    elif captions == NO_CAPTIONS:
        notes = left_out_told(sources, film, market)
    elif not film.tracks:
        # Nobody speaks in it: the same output as one without captions.
        captions, notes = NO_CAPTIONS, (no_track_told(sources, ask),)
    else:
        tracks, notes = burned_tracks(sources, film, market)
    style = None if captions in (NO_CAPTIONS, MUXED) else store.caption_style(captions)
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
    at, more = _poster_at(film, ask, probed) if video.poster_frame else ("", ())
    job = replace(
        one.blank,
        source=str(probed.path),
        source_sha256=probed.sha256,
        # The active picture is a matter of posters and stills.
        read_as=read_as_text(replace(film.read_as, active=None)),
        languages=languages,
        film_work=FilmWork(
            captions,
            tuple(map(TrackData.of, tracks)),
            reel.work if reel else None,
            loudness,
            at,
        ),
        notes=(*notes, *(reel.notes if reel else ()), *more),
        amount=_megapixels(probed, video),
        files=reel.files if reel else {},
    )
    box, look = shown(_unsourced(video)), shown(style) if style else None
    cards = {f"card:{place}": each for place, each in enumerate(reel.content if reel else ())}
    content = [box, look, *cards.values()]
    return _with_key(job, content, {"video": box, "style": look, **cards})


def stilled(one: Asked) -> PosterEntry | None:
    """The poster whose still an output shows."""
    if one.poster is not None or not store.video(one.ask.video).poster_frame:
        return one.poster
    return _cover(one.film, one.ask)


def _cover(film: FilmEntry, ask: Deliverable) -> PosterEntry | None:
    """The poster whose still is a film delivery's poster frame: the first that is asked for."""
    return next((one for one in film.posters if not ask.posters or one.id in ask.posters), None)


def _poster_at(film: FilmEntry, ask: Deliverable, probed: Film) -> tuple[str, tuple[Remark, ...]]:
    """The second of the poster frame: that of a poster's still, empty where none is chosen."""
    poster = _cover(film, ask)
    if poster is None:
        told = said("The film has no poster: its poster frame is the one in the middle.")
        return "", (hint(told),)
    return still_seconds(poster, probed)


def _unsourced(preset: VideoPreset) -> VideoPreset:
    """The preset without whose rule its loudness is, which no output shows."""
    if preset.loudness is None:
        return preset
    return replace(preset, loudness=replace(preset.loudness, source=""))


def _levelled(preset: VideoPreset, market: Market) -> tuple[VideoPreset, LoudnessSettings | None]:
    """The preset as the market's broadcasters want it, and their figure where it is another."""
    own, asked = market.loudness, preset.loudness
    if own is None or asked is None or not asked.by_market:
        return preset, None
    return replace(preset, loudness=own), own


def _megapixels(film: Film, preset: VideoPreset) -> float:
    """All frames of a delivery together."""
    size = film.video.display if preset.frame.mode == "film" else preset.frame.box
    return film.video.frames * size.width * size.height / 1e6
