"""Checks of what goes to press: the profile is here, and no place takes more ink than it dries."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

import cv2
import numpy as np
from PIL import Image

from studio.core.errors import BadValue
from studio.core.said import said
from studio.poster.format import SRGB, Format
from studio.poster.layout import Layout
from studio.poster.preflight.base import CHECKS, Seen
from studio.poster.problem import Problem
from studio.poster.profiles import coverage, is_press, separated
from studio.poster.still import Picture

#: Where the owner names no limit: what sheet-fed offset on coated paper takes, in per cent.
_USUAL = 300.0
#: Rounding of eight bits in four inks.
_SLACK = 1.0
#: Pixels that are separated: where a picture is darkest it is so over more than a speck.
_LOOKED_AT = 250_000


@CHECKS.add("tac")
def ink_can_dry(seen: Seen) -> Iterator[Problem]:
    """In files of inks the total of all four keeps the press's limit."""
    form = seen.layout.form
    if form.icc == SRGB:
        return
    try:
        press = is_press(form.icc)
    except BadValue as error:
        yield _without_profile(form, error)
        return
    if not press or seen.canvas is None:
        return
    own = most_ink(seen.layout, seen.canvas)
    limit = form.tac or _USUAL
    if own > limit + _SLACK:
        yield Problem(
            "tac",
            "error" if form.tac else "warning",
            own,
            limit,
            said(
                "The darkest places take {own:.0f} % of ink; {limit:.0f} % can dry.",
                own=own,
                limit=limit,
            ),
            form.provenance.source if form.tac else said("coated paper, trade custom"),
            said("Use a profile with less ink, or choose a lighter still."),
        )


def most_ink(layout: Layout, canvas: Picture) -> float:
    """The most ink of picture and type in per cent, in the inks of the layout's format.

    Raises as `separated`.
    """
    height, width = canvas.shape[:2]
    by = min(1.0, sqrt(_LOOKED_AT / (width * height)))
    size = (max(3, round(width * by)), max(3, round(height * by)))
    small = cv2.resize(canvas, size, interpolation=cv2.INTER_AREA)
    inks = [np.full((3, 3, 3), tone.ink.rgb, np.uint8) for tone in layout.tones]
    return max(
        coverage(separated(Image.fromarray(np.asarray(part, np.uint8)), layout.form.icc))
        for part in (small, *inks)
    )


def _without_profile(form: Format, error: BadValue) -> Problem:
    return Problem(
        "profile",
        "error",
        0,
        1,
        said("The colour profile {icc} is not on this machine.", icc=form.icc),
        form.provenance.source,
        error.hint or said("Install it, or choose another profile."),
    )
