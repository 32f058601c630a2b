"""Small JPEG pictures of a film's frames, made once and kept in the cache."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import numpy as np
from PIL import Image

from studio.core.progress import SILENT, Progress, each
from studio.core.said import said
from studio.media.cache import default_cache, key_of
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader

STRIP_WIDTH = 240
"""How wide the pictures are that the pass over a film makes for its strip."""

_VERSION = 1
_QUALITY = 82


def thumbnails(
    film: Film, pts: Sequence[int], width: int, progress: Progress = SILENT
) -> tuple[bytes, ...]:
    """A JPEG of `width` pixels, upright, for each PTS, in the order asked for.

    Raises CannotRead for a PTS that the film does not have.
    """
    cache = default_cache()
    keys = {at: _key(film, width, at) for at in pts}
    made = {at: data for at, key in keys.items() if (data := cache.get(key)) is not None}
    missing = sorted(keys.keys() - made.keys())
    if missing:
        with FrameReader(film) as reader:
            for at in each(missing, progress, said("Making thumbnails")):
                made[at] = thumbnail(reader.at_pts(at), width)
                cache.put(keys[at], made[at])
    return tuple(made[at] for at in pts)


def keep_thumbnail(frame: Frame, width: int = STRIP_WIDTH) -> None:
    """Put the picture of `frame` where `thumbnails` finds it, unless it is there."""
    key = _key(frame.film, width, frame.pts)
    cache = default_cache()
    if not cache.has(key):
        cache.put(key, thumbnail(frame, width))


def has_thumbnail(film: Film, pts: int, width: int = STRIP_WIDTH) -> bool:
    """Whether `thumbnails` has the picture of this PTS at hand."""
    return default_cache().has(_key(film, width, pts))


def _key(film: Film, width: int, pts: int) -> str:
    # The colours, aspect and rotation may be overridden by the person: all of it counts.
    return key_of("thumb", _VERSION, film.sha256, film.video, width, pts)


def thumbnail(frame: Frame, width: int) -> bytes:
    """A JPEG of the frame, `width` pixels wide."""
    rgb = np.ascontiguousarray(frame.small(width)[..., ::-1])
    stream = BytesIO()
    Image.fromarray(rgb).save(stream, "JPEG", quality=_QUALITY)
    return stream.getvalue()
