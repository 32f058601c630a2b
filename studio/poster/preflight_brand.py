"""Checks of what a brand wants on a poster: its logo and its legal line, large enough."""

from __future__ import annotations

from collections.abc import Iterator

from studio.core.said import said
from studio.poster.format import PHONE_WIDTH
from studio.poster.layout import Layout
from studio.poster.preflight import CHECKS
from studio.poster.problem import Problem
from studio.poster.still import Picture

_OWN = said("Lobbycard's own")
#: Millimetres of the finished print, and pixels on a phone.
_LOGO_MM, _LOGO_PX = 8.0, 24.0
_LEGAL_MM, _LEGAL_PX = 1.4, 6.0


@CHECKS.add("logo")
def logo_has_room(layout: Layout, _: Picture | None) -> Iterator[Problem]:
    """The brand's logo stands free, and is not too small to be known."""
    if layout.logo is None:
        return
    box, form = layout.logo_box, layout.form
    if box is None:
        text = said("The logo has no free corner in {form}.", form=form.name)
        yield Problem("logo", "error", 0, 1, text, said("the brand kit"))
        return
    if form.is_print:
        own, limit = form.millimetres(box.width), _LOGO_MM
        text = said("The logo is {own:.0f} mm wide; {limit:g} mm are asked.", own=own, limit=limit)
    else:
        own, limit = box.width * min(1.0, PHONE_WIDTH / form.width), _LOGO_PX
        text = said(
            "The logo is {own:.0f} px wide on a phone; {limit:g} px are asked.",
            own=own,
            limit=limit,
        )
    if own < limit:
        yield Problem("logo", "warning", round(own, 1), limit, text, _OWN)


@CHECKS.add("legal-size")
def legal_line_can_be_read(layout: Layout, _: Picture | None) -> Iterator[Problem]:
    """A brand's legal line is not set below what the law's readers can make out."""
    if layout.copy.brand is None:
        return
    form = layout.form
    for piece in layout.pieces:
        if piece.role != "legal":
            continue
        em = piece.block.size
        if form.is_print:
            own, limit = form.millimetres(em), _LEGAL_MM
            text = said(
                "The legal line is {own:.1f} mm high; {limit:g} mm are asked.", own=own, limit=limit
            )
        else:
            own, limit = em * min(1.0, PHONE_WIDTH / form.width), _LEGAL_PX
            text = said(
                "The legal line is {own:.1f} px on a phone; {limit:g} px are asked.",
                own=own,
                limit=limit,
            )
        if own < limit:
            yield Problem("legal-size", "warning", round(own, 1), limit, text, _OWN)
        if piece.block.overflow:
            told = said("The legal line does not fit in {form}.", form=form.name)
            yield Problem("legal-size", "error", 0, 1, told, said("the brand kit"))
