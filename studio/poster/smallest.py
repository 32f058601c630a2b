"""The smallest type that can be read in a format, from where it is seen."""

from __future__ import annotations

from studio.poster.format import Format
from studio.typeset.style import script_of

#: How tall a script's body is in em: an ideograph's ink, the capitals of Latin.
BODY = {"hans": 0.92, "hant": 0.92, "jpan": 0.9, "kore": 0.86, "arab": 0.62, "hebr": 0.62}
LATIN_BODY = 0.68
#: Letter height over distance below which print is not read (1:400), and how much more ideographs
#: need, whose body fills most of the em.
LETTER = 1 / 400
DENSE, FULL_BODY = 1.3, 0.8
#: The smallest em on a screen, in CSS pixels: a fifth of a degree.
SMALLEST = 9.0


def body(language: str) -> float:
    """The body height of a language's script, in em."""
    return BODY.get(script_of(language), LATIN_BODY)


def letter_mm(form: Format, language: str) -> float:
    """How tall the body of a letter has to be on the finished print, in mm; 0 where unknown."""
    dense = DENSE if body(language) > FULL_BODY else 1.0
    return (form.viewing_distance_m or 0.0) * 1000 * LETTER * dense


def smallest(form: Format, language: str) -> float:
    """The smallest em of copy, in pixels of the file."""
    if form.is_print:
        return letter_mm(form, language) / form.millimetres(body(language))
    return SMALLEST / min(1.0, form.seen_px / form.width)
