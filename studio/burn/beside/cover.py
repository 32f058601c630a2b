"""The poster frame of a delivery: one picture of the film, as the delivery shows it, bare."""

from __future__ import annotations

import io
from fractions import Fraction

from PIL import Image

from studio.burn.asked.wanted import PosterFrame
from studio.burn.edit.source import FilmSource
from studio.burn.picture.form import Form
from studio.media.film import Film

# Inside a film it is looked at in lists; as a file beside it, it is as large as the film.
_LARGEST_INSIDE = 1280
_QUALITY = 92


def cover_of(film: Film, form: Form, seconds: Fraction, kind: PosterFrame) -> bytes:
    """The frame at `seconds` of the film in the form's window and size, SDR: JPEG, or PNG.

    Raises CannotRead.
    """
    source = FilmSource(film, form if form.view is not None else None)
    try:
        picture = Image.fromarray(source.rgb(seconds))
    finally:
        source.close()
    if kind == "attached":
        picture.thumbnail((_LARGEST_INSIDE, _LARGEST_INSIDE), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    if kind == "png":
        picture.save(buffer, "PNG")
    else:
        picture.save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    return buffer.getvalue()
