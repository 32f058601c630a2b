"""How large a film's cards are in a delivery."""

from __future__ import annotations

from studio.burn.asked.preset import VideoPreset
from studio.burn.picture.form import Form, form_of
from studio.core.geometry import Size
from studio.media.film import Film


def shown_size(film: Film, preset: VideoPreset) -> Size:
    """Upright and with square pixels, as MoviePy sees the film. Raises BadValue."""
    return size_in(film, form_of(film, preset))


def size_in(film: Film, form: Form) -> Size:
    """The same in a form that is known."""
    return form.display if form.view is not None else film.video.display
