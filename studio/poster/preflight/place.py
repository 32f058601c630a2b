"""Checks of where type stands: in the safe area, out of forbidden zones, not on a face."""

from __future__ import annotations

from collections.abc import Iterator

from studio.core.geometry import Rect
from studio.core.said import Said, said
from studio.poster.preflight.base import CHECKS, Seen, moved_or, named, to_copy
from studio.poster.problem import Action, Problem
from studio.poster.spoilt import covers_face

_ELSEWHERE = said("Shorten it, or choose a template that puts it elsewhere.")


@CHECKS.add("overflow")
def copy_fits(seen: Seen) -> Iterator[Problem]:
    """Type stays inside the safe area."""
    layout, form = seen.layout, seen.layout.form
    for piece in layout.pieces:
        over = _over(piece.ink, layout.safe)
        if over > 1.0 or piece.block.overflow:
            yield Problem(
                "overflow",
                "error",
                round(max(0.0, over), 1),
                0,
                said(
                    "{piece} leaves the safe area by {value:.0f} px.",
                    piece=named(piece),
                    value=max(0.0, over),
                ),
                said(
                    "safe area of {form}: {source}",
                    form=form.name,
                    source=Said(form.provenance.source, {}),
                ),
                said("Shorten it, or break it into more lines."),
                to_copy(layout, piece),
            )


def _over(ink: Rect, safe: Rect) -> float:
    """How many pixels the ink sticks out."""
    return max(
        safe.x - ink.x, safe.y - ink.y, ink.right - safe.right, ink.bottom - safe.bottom
    )  # fmt: skip


@CHECKS.add("zone")
def zones_are_free(seen: Seen) -> Iterator[Problem]:
    """Type stays out of the forbidden zones."""
    layout, form = seen.layout, seen.layout.form
    for piece in layout.pieces:
        for zone, rect in zip(form.forbidden, form.zones(), strict=True):
            if rect.meet(piece.ink).area > 0:
                share = rect.meet(piece.ink).area / max(1.0, piece.ink.area)
                yield Problem(
                    "zone",
                    "error",
                    round(share, 2),
                    0,
                    said(
                        "{piece} stands where nothing may: {reason}.",
                        piece=named(piece),
                        reason=Said(zone.reason, {}),
                    ),
                    form.provenance.source,
                    moved_or(layout, piece, _ELSEWHERE),
                    to_copy(layout, piece),
                )


@CHECKS.add("face")
def faces_are_free(seen: Seen) -> Iterator[Problem]:
    """No line stands on a face."""
    layout = seen.layout
    for piece in layout.pieces:
        if covers_face((piece,), layout.faces, layout.backdrop.picture):
            yield Problem(
                "face",
                "error",
                1,
                0,
                said("{piece} stands on a face.", piece=named(piece)),
                said("the template: copy never covers a face"),
                moved_or(layout, piece, said("Move the focus, or choose another still.")),
                Action("still", said("Take the next still")),
            )
