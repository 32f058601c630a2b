"""Checks of what a poster says: every language, the legal line, a glyph for each character."""

from __future__ import annotations

from collections.abc import Iterator

from studio.core.said import said
from studio.core.words import counted
from studio.poster.preflight.base import CHECKS, OWN, Seen, named
from studio.poster.problem import Action, Problem
from studio.typeset.adjust import beside

_MARKET = said("the market's languages")


@CHECKS.add("copy")
def copy_is_there(seen: Seen) -> Iterator[Problem]:
    """Each language has its copy."""
    copy = seen.layout.copy
    for rank, language in enumerate(copy.languages):
        if not copy.copy.get(language, "").strip():
            yield Problem(
                "copy",
                "warning" if rank else "error",
                0,
                1,
                said("There is no copy in {language}.", language=language),
                _MARKET,
                said("Write it, or take the language out of the market."),
                Action("write", said("Write it"), language),
            )


@CHECKS.add("legal")
def legal_line_is_there(seen: Seen) -> Iterator[Problem]:
    """A legal line that was given is shown; a brand's poster has one."""
    layout = seen.layout
    given = bool(layout.copy.legal.strip())
    if given and not any(piece.role == "legal" for piece in layout.pieces):
        yield Problem(
            "legal",
            "warning",
            0,
            1,
            said("The legal line has no place in {form}.", form=layout.form.name),
            said("the template {template}", template=layout.template.name),
            said("Shorten it, or choose a template with a line at the foot in this shape."),
        )
    elif not given and layout.copy.brand is not None:
        yield Problem(
            "legal",
            "hint",
            0,
            1,
            said("There is no legal line for this market."),
            said("the brand kit"),
            said("Write one for the market, or one for all markets into the brand kit."),
            Action("legal", said("Write the legal line")),
        )


@CHECKS.add("credits")
def credits_are_there(seen: Seen) -> Iterator[Problem]:
    """Credits that were given are shown by a template that has a place for them."""
    layout = seen.layout
    given = any(text.strip() for text in layout.copy.credits.values())
    shown = any(piece.role == "credits" for piece in layout.pieces)
    if given and layout.template.has_credits and not shown:
        yield Problem(
            "credits",
            "hint",
            0,
            1,
            said("The credits have no place in {form}.", form=layout.form.name),
            said("the template {template}", template=layout.template.name),
            said("Nothing, where a placement of this shape goes without; else shorten them."),
        )


@CHECKS.add("letters")
def letters_by_hand_are_there(seen: Seen) -> Iterator[Problem]:
    """Whatever was set by hand belongs to a letter of the copy."""
    copy = seen.layout.copy
    for language, own in copy.adjusts.items():
        text = copy.copy.get(language, "")
        lost = beside(own, text)
        if lost:
            yield Problem(
                "letters",
                "warning",
                len(lost),
                0,
                said(
                    "Set by hand beyond the copy in {language}: {letters}; it has {written}.",
                    language=language,
                    letters=counted(len(lost), "letter"),
                    written=counted(len(text.strip()), "character"),
                ),
                OWN,
                said("Set the letters anew, or take back what is of no letter."),
                Action("letters", said("Take it back"), language),
            )


@CHECKS.add("glyphs")
def glyphs_are_there(seen: Seen) -> Iterator[Problem]:
    """No character is without a glyph."""
    for piece in seen.layout.pieces:
        if piece.block.missing:
            yield Problem(
                "glyphs",
                "error",
                len(piece.block.missing),
                0,
                said(
                    "{piece} has characters that no font here has: {shown}.",
                    piece=named(piece),
                    shown=" ".join(piece.block.missing),
                ),
                said("the fonts found"),
                said("Install a font that has them, or write it with others."),
                Action("write", said("Go to the copy"), piece.block.language),
            )


@CHECKS.add("region")
def shapes_are_of_the_region(seen: Seen) -> Iterator[Problem]:
    """No ideograph is drawn as another region writes it."""
    for piece in seen.layout.pieces:
        wrong = piece.block.wrong_region
        if wrong:
            yield Problem(
                "region",
                "warning",
                len(wrong),
                0,
                said(
                    "{piece} has characters in another region's shapes: {shown}.",
                    piece=named(piece),
                    shown=" ".join(wrong),
                ),
                said("the forms that readers of the language write"),
                said("Choose a face that is made for the language, or one with its forms."),
            )
