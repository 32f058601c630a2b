"""Which captions a film is shown with, as its campaign asks for."""

from __future__ import annotations

from studio.campaign.document import MUXED, NO_CAPTIONS, USUAL_CAPTIONS
from studio.campaign.project import Project
from studio.captions.style import CaptionStyle
from studio.core.errors import StudioError
from studio.presets.store import caption_style
from studio.subs.cue import Track

_LANGUAGES = 2

Shown = tuple[tuple[Track, ...], CaptionStyle | None]


def captions_for(project: Project, film_id: str) -> Shown:
    """The tracks of the first market that has any, else the film's first two, and their style.

    No style where the preset that the campaign names cannot be read: the export says why.
    """
    entry = next((film for film in project.campaign.films if film.id == film_id), None)
    if entry is None:
        return (), None
    tracks = {track.language: track for track in project.tracks_of(film_id)}
    if not tracks:
        return (), None
    asked = [
        [one for one in market.languages if one in tracks] for market in project.campaign.markets
    ]
    languages = next((one for one in asked if one), list(tracks))
    shown = tuple(tracks[language] for language in languages[:_LANGUAGES])
    named = (ask.captions for ask in project.campaign.deliverables)
    styles = (one for one in named if one and one not in (NO_CAPTIONS, MUXED))
    try:
        return shown, caption_style(next(styles, USUAL_CAPTIONS))
    except StudioError:
        return shown, None
