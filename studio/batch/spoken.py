"""Which subtitles a film's output shows, which go beside it, and what is said of those missing."""

from __future__ import annotations

from studio.batch.remark import Remark, hint, warning
from studio.batch.sources import Sources
from studio.campaign.document import Deliverable, FilmEntry, Market
from studio.core.errors import BadValue
from studio.core.said import said
from studio.subs.cue import Track


def no_track_told(sources: Sources, ask: Deliverable) -> Remark:
    """That a film has no track; graver where captions were named, or other films have some."""
    told = said("No subtitles: this film has no subtitle track.")
    return warning(told) if ask.captions or sources.tracks or sources.lost else hint(told)


def left_out_told(sources: Sources, film: FilmEntry, market: Market) -> tuple[Remark, ...]:
    """That a market which wants no captions could have some."""
    there = [one for one in market.languages if (film.id, one) in sources.tracks]
    if not there:
        return ()
    told = said("No captions are asked for here; the film has subtitles in {one}.", one=there[0])
    return (hint(told),)


def tracks_beside(
    sources: Sources, film: FilmEntry, market: Market
) -> tuple[tuple[Track, ...], tuple[Remark, ...]]:
    """The market's subtitles that are there, for files beside a film without captions."""
    if not film.tracks:
        return (), ()
    found = [one for one in market.languages if (film.id, one) in sources.tracks]
    missing = [one for one in market.languages if one not in found]
    told = (
        warning(said("No subtitles in {one}: no file goes with it.", one=one)) for one in missing
    )
    return tuple(sources.tracks[film.id, one] for one in found), tuple(told)


def burned_tracks(
    sources: Sources, film: FilmEntry, market: Market
) -> tuple[tuple[Track, ...], tuple[Remark, ...]]:
    """The market's tracks for captions, and a warning for each that is missing. Raises BadValue
    where one cannot be read, or the market's first language has none."""
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
