"""Films that were analysed before, known again by their content when the file is there no more.

An editor exports the new edit over the old one: what was analysed of the old one is all there is.
"""

from __future__ import annotations

import json

from studio.core.errors import BadValue
from studio.core.plain import structure, unstructure
from studio.media.cache import default_cache, key_of
from studio.media.film import Film

_VERSION = 1


def remember(film: Film) -> None:
    """Keep what is known of the film in the cache, under its content."""
    default_cache().put(
        key_of("film", _VERSION, film.sha256), json.dumps(unstructure(film)).encode()
    )


def earlier(sha256: str) -> Film | None:
    """The film whose content had this SHA-256, as it was read last; None where it is not known.

    Its path may hold another film by now: its pictures cannot be read, but its analysis can be
    asked for as before.
    """
    known = default_cache().get(key_of("film", _VERSION, sha256))
    if known is None:
        return None
    try:
        return structure(json.loads(known), Film, "film")
    except (BadValue, ValueError):
        # Kept by another version of Lobbycard, for which a film was something else.
        return None
