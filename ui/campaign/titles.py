"""What films and posters are called on the screen."""

from __future__ import annotations

import re

from studio.campaign.document import FilmEntry
from ui.widgets.language import language_now, tr

# The id of a poster that nobody gave a name.
_UNNAMED = re.compile(r"poster(?:-(\d+))?")


def film_name(film: FilmEntry) -> str:
    """Its title in the window's language, else the English one, else the first, else its id."""
    return film.title.get(film_language(film, language_now()), "") or film.id


def film_language(film: FilmEntry, language: str) -> str:
    """The language whose title is shown where `language` is wanted; that itself without any."""
    titled = [tag for tag, title in film.title.items() if title]
    wanted = (one for one in (language, "en") if one in titled)
    return next(wanted, titled[0] if titled else language)


def poster_name(poster_id: str) -> str:
    """The name it was given, which is its id; of one that has none: `Poster 2`."""
    unnamed = _UNNAMED.fullmatch(poster_id)
    if unnamed is None:
        return poster_id
    return tr("Poster {n}", n=int(unnamed[1])) if unnamed[1] else tr("Poster")
