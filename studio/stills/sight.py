"""The frame that a film shows itself with at first: none that is black or all of one tone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

import numpy as np
from PIL import Image

from studio.core.progress import SILENT, Progress
from studio.media.film import Film
from studio.media.thumbs import STRIP_WIDTH, has_thumbnail, thumbnails

_SHOWS = 12.0
# Luma deviation (of 255) of a picture with something in it, as in studio.shots.measures.
_WAY = 0.5
# A fade-in has come far with so much of what the next pictures show; they are a second apart.
_NEXT = 3
_LOOKED_AT = 240


def first_sight(film: Film, pts: Sequence[int], progress: Progress = SILENT) -> int | None:
    """The first PTS of `pts` (in order) whose picture shows something; None where none does yet.

    Looks only at pictures of STRIP_WIDTH that the cache has at hand, at the first 240 of them.
    What fades in counts once it is half way. Raises CannotRead.
    """
    ready = [one for one in pts if has_thumbnail(film, one)][:_LOOKED_AT]
    spreads = list(_spreads(film, ready, progress))
    for at, spread in enumerate(spreads):
        if spread >= max(_SHOWS, _WAY * max(spreads[at : at + _NEXT])):
            return ready[at]
    return None


def _spreads(film: Film, pts: Sequence[int], progress: Progress) -> Iterator[float]:
    """How far luma (0 to 255) deviates over each picture."""
    for number, one in enumerate(pts):
        progress.report(number / len(pts))
        jpeg = thumbnails(film, [one], STRIP_WIDTH)[0]
        grey = Image.open(BytesIO(jpeg), formats=["JPEG"]).convert("L")
        yield float(np.asarray(grey, np.float32).std())
