"""Checks of the picture: pixels enough for where it is seen, ink that the press can take."""

from __future__ import annotations

from collections.abc import Iterator
from math import radians, tan

from studio.core.said import said
from studio.poster.layout import Layout
from studio.poster.preflight.base import CHECKS, Seen
from studio.poster.problem import Problem

#: An eye resolves one minute of arc; a CSS pixel is so many of them.
_ACUITY = tan(radians(1 / 60))
_MINUTES = 0.0213 * 60
#: A picture with this share of what an eye resolves looks soft only when one looks for it.
_SOFT = 0.7
_FIX = said("Take it from a larger master, or let the format show more of it.")


@CHECKS.add("ppi")
def picture_is_fine_enough(seen: Seen) -> Iterator[Problem]:
    """The picture's own pixels suffice for where the poster is seen."""
    layout = seen.layout
    found = _printed(layout) if layout.form.is_print else _shown(layout)
    if found is not None:
        yield found


def _shown(layout: Layout) -> Problem | None:
    form = layout.form
    share = layout.backdrop.picture.width / form.width
    own = layout.backdrop.crop.width
    limit = min(float(form.width), form.seen_px * _MINUTES) * share
    if own >= limit:
        return None
    return Problem(
        "ppi",
        "hint" if own >= limit * _SOFT else "warning",
        round(own),
        round(limit),
        said(
            "The still has {own:.0f} pixels across; an eye sees {limit:.0f} there.",
            own=own,
            limit=limit,
        ),
        said("one arc minute"),
        _FIX,
    )


def _printed(layout: Layout) -> Problem | None:
    form = layout.form
    own = form.finished_ppi(1 / layout.enlargement)
    distance = form.viewing_distance_m or 1.0
    limit = form.min_ppi or 0.0254 / (_ACUITY * distance)
    if own >= limit:
        return None
    sight = said("one arc minute from {distance:g} m", distance=distance)
    return Problem(
        "ppi",
        "hint" if own >= limit * _SOFT and not form.min_ppi else "warning",
        round(own, 1),
        round(limit, 1),
        said(
            "The still has {own:.0f} pixels an inch at the finished size; {limit:.0f} are asked.",
            own=own,
            limit=limit,
        ),
        form.provenance.source if form.min_ppi else sight,
        _FIX,
    )
