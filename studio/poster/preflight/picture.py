"""Checks of the picture: pixels enough for where it is seen, ink that the press can take."""

from __future__ import annotations

from collections.abc import Iterator
from math import radians, tan

from studio.core.said import said
from studio.poster.layout import Layout
from studio.poster.preflight.base import CHECKS, OWN, Seen
from studio.poster.problem import Problem

#: An eye resolves one minute of arc.
_ACUITY = tan(radians(1 / 60))
_MOST_ENLARGED = 1.6


@CHECKS.add("ppi")
def picture_is_fine_enough(seen: Seen) -> Iterator[Problem]:
    """The picture's own pixels suffice for where the poster is seen."""
    layout = seen.layout
    found = _printed(layout) if layout.form.is_print else _shown(layout)
    if found is not None:
        yield found


def _shown(layout: Layout) -> Problem | None:
    if layout.enlargement <= _MOST_ENLARGED:
        return None
    return Problem(
        "ppi",
        "warning",
        round(layout.enlargement, 2),
        _MOST_ENLARGED,
        said(
            "The still is enlarged {enlargement:.1f} times; beyond {most_enlarged:g} it looks "
            "soft.",
            enlargement=layout.enlargement,
            most_enlarged=_MOST_ENLARGED,
        ),
        OWN,
        said("Take it from a larger master."),
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
        "warning",
        round(own, 1),
        round(limit, 1),
        said(
            "The still has {own:.0f} pixels an inch at the finished size; {limit:.0f} are asked.",
            own=own,
            limit=limit,
        ),
        form.provenance.source if form.min_ppi else sight,
        said("Take it from a larger master."),
    )
