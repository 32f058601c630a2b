"""What the inspector says of a poster: its values in words."""

from __future__ import annotations

from studio.campaign.document import PosterEntry, StillRef
from studio.core.geometry import Size
from studio.media.film import Film
from studio.poster.template import orientation
from ui.poster.edits import is_open
from ui.poster.inspector import Values
from ui.poster.wish import still_words
from ui.poster.words import share_words
from ui.widgets.language import tr


def values_of(poster: PosterEntry, still: StillRef | None, film: Film | None, size: Size) -> Values:
    """Of a poster that shows `still` of `film`, in a file of `size`."""
    time = still_words(still, film) if still is not None else ""
    by_us = is_open(poster) or poster.still.auto
    focus = tr("Point of interest: automatic")
    if poster.focus is not None:
        focus = tr("Point of interest at {focus}", focus=share_words(poster.focus))
    put = poster.place.get(orientation(size))
    place = tr("Copy: where it is calm")
    if put is not None:
        place = tr("Copy put at {place}", place=share_words(put))
    return Values(
        dict(poster.copy),
        poster.template,
        time,
        tr("Chosen by Lobbycard") if by_us and time else "",
        focus,
        poster.focus is not None,
        place,
        put is not None,
    )
