"""Choosing a poster's still for the window, in a child process, as an export would."""

from __future__ import annotations

from dataclasses import replace

from studio.batch.prepare import choose_stills
from studio.campaign.document import Campaign, StillRef
from studio.core.errors import BadValue
from studio.core.progress import Progress
from studio.media.film import Film


def choose_still(
    campaign: Campaign, film: Film, key: tuple[str, str], progress: Progress
) -> StillRef:
    """The still of the poster `key` (film id, poster id). Raises StudioError."""
    entry = campaign.film(key[0])
    # Only this poster is open; the others of the film count as taken.
    others = tuple(one for one in entry.posters if one.still.picked or one.id == key[1])
    alone = campaign.with_film(replace(entry, posters=others))
    chosen, failed = choose_stills(alone, {key[0]: film}, progress)
    if key[0] in failed:
        raise BadValue(failed[key[0]])
    return next(one.still for one in chosen.film(key[0]).posters if one.id == key[1])
