"""A campaign as one small picture: its first poster laid out wide, else a frame of its film."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL import Image

from studio.campaign.document import Campaign, FilmEntry, PosterEntry
from studio.core.children import in_child
from studio.core.errors import StudioError
from studio.core.files import write_bytes
from studio.core.progress import SILENT, Progress
from studio.core.time import parse_time
from studio.media.film import Film
from studio.media.frames import frame_image
from studio.media.probe import probe
from studio.poster.document import PosterCopy
from studio.poster.preview import preview
from studio.poster.still import still_of
from studio.presets import store
from studio.stills.faces import faces

WIDTH = 640
_FORMAT = "youtube-thumbnail"
_QUALITY = 88
_SECONDS = 120.0


def draw(campaign: Campaign, folder: Path, target: Path, progress: Progress = SILENT) -> Path:
    """Draw it in a child process and keep it as a JPEG in `target`.

    Raises CannotRead when no film can be read, CannotWrite.
    """
    write_bytes(target, in_child(portrait, campaign, folder, progress=progress, seconds=_SECONDS))
    return target


def portrait(campaign: Campaign, folder: Path, progress: Progress = SILENT) -> bytes:
    """The picture as JPEG bytes, 640 px wide; empty without a film. Raises CannotRead."""
    chosen = _first(campaign)
    if chosen is None:
        return b""
    entry, poster = chosen
    film = probe(folder / entry.source, overrides=entry.read_as)
    progress.report(0.3)
    picture = frame_image(film, _moment(poster, film)).still()
    progress.report(0.6)
    image = _poster(entry, poster, picture) if poster is not None else None
    if image is None:
        image = Image.fromarray(picture)
    image.thumbnail((WIDTH, WIDTH))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _first(campaign: Campaign) -> tuple[FilmEntry, PosterEntry | None] | None:
    for film in campaign.films:
        if film.posters:
            return film, film.posters[0]
    return (campaign.films[0], None) if campaign.films else None


def _moment(poster: PosterEntry | None, film: Film) -> Fraction:
    """When the still is; a third into the film while it is open."""
    still = poster.still if poster is not None else None
    if still is not None and still.pts is not None:
        base = still.time_base or film.video.time_base
        return max(Fraction(0), still.pts * base - film.video.first_pts * film.video.time_base)
    if still is None or still.is_open:
        return film.duration / 3
    return parse_time(still.text, film.video.rate)


def _poster(entry: FilmEntry, poster: PosterEntry, picture: np.ndarray) -> Image.Image | None:
    """The poster in a wide format; None where its template cannot be set so."""
    language = next(iter(poster.copy), "")
    if not language:
        return None
    languages = tuple(poster.copy)[:2]
    copy = PosterCopy(
        languages,
        {one: poster.copy[one] for one in languages},
        {one: text for one, text in {**entry.title, **poster.title}.items() if one in languages},
        adjusts=poster.adjust,
        places=poster.place,
    )
    try:
        template, form = store.template(poster.template), store.poster_format(_FORMAT)
        still = still_of(picture, poster.focus, faces(np.ascontiguousarray(picture[..., ::-1])))
        return preview(still, template, form, copy, WIDTH).image
    except StudioError:
        # The bare frame is as good a picture of a campaign whose design is missing here.
        return None
