"""Checks of what a brand wants on a poster: its logo and its legal line, large enough."""

from __future__ import annotations

from collections.abc import Iterator

from studio.core.said import said
from studio.poster.preflight.base import CHECKS, OWN, Seen, shown
from studio.poster.problem import Action, Problem

#: Millimetres of the finished print, and pixels on a phone.
_LOGO_MM, _LOGO_PX = 8.0, 24.0
_LEGAL_MM, _LEGAL_PX = 1.4, 6.0


@CHECKS.add("logo")
def logo_has_room(seen: Seen) -> Iterator[Problem]:
    """The brand's logo stands free, and is not too small to be known."""
    layout, form = seen.layout, seen.layout.form
    if layout.logo is None:
        return
    box = layout.logo_box
    if box is None:
        text = said("The logo has no free corner in {form}.", form=form.name)
        fix = said("Choose a template that leaves a corner free, or make the logo smaller.")
        yield Problem("logo", "error", 0, 1, text, said("the brand kit"), fix)
        return
    if form.is_print:
        own, limit = form.millimetres(box.width), _LOGO_MM
        text = said("The logo is {own:.0f} mm wide; {limit:g} mm are asked.", own=own, limit=limit)
    else:
        own, limit = box.width * shown(form), _LOGO_PX
        text = said(
            "The logo is {own:.0f} px wide where it is seen; {limit:g} px are asked.",
            own=own,
            limit=limit,
        )
    if own < limit:
        fix = said("Give it a larger size in the brand kit.")
        yield Problem("logo", "warning", round(own, 1), limit, text, OWN, fix)


@CHECKS.add("legal-size")
def legal_line_can_be_read(seen: Seen) -> Iterator[Problem]:
    """A brand's legal line is not set below what the law's readers can make out."""
    form = seen.layout.form
    if seen.layout.copy.brand is None:
        return
    for piece in seen.layout.pieces:
        if piece.role != "legal":
            continue
        em = piece.block.size
        if form.is_print:
            own, limit = form.millimetres(em), _LEGAL_MM
            text = said(
                "The legal line is {own:.1f} mm high; {limit:g} mm are asked.", own=own, limit=limit
            )
        else:
            own, limit = em * shown(form), _LEGAL_PX
            text = said(
                "The legal line is {own:.1f} px where it is seen; {limit:g} px are asked.",
                own=own,
                limit=limit,
            )
        fix, action = said("Shorten it."), Action("legal", said("Go to the legal line"))
        if own < limit:
            figures = round(own, 1), limit
            yield Problem("legal-size", "warning", *figures, text, OWN, fix, action)
        if piece.block.overflow:
            told = said("The legal line does not fit in {form}.", form=form.name)
            rule = said("the brand kit")
            yield Problem("legal-size", "error", 0, 1, told, rule, fix, action)
