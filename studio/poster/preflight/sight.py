"""Checks of whether type can be read: contrast, height from where one stands, thin strokes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from studio.core.said import Said, joined, said, sentence
from studio.poster.contrast import Contrast, Ground, contrast_of, grounds, large_from, shade_of
from studio.poster.format import PHONE_WIDTH
from studio.poster.layout import Layout
from studio.poster.lockup import Piece
from studio.poster.preflight.base import (
    CHECKS,
    DENSITY,
    OWN,
    Seen,
    moved_or,
    named,
    shown,
    to_copy,
)
from studio.poster.preflight.stroke import thinnest
from studio.poster.problem import Action, Problem
from studio.poster.smallest import FULL_BODY, SMALLEST, body, letter_mm
from studio.poster.still import Picture
from studio.poster.tone import Tone, shadow_colour

#: The thinnest stroke of ideographs that is still drawn, in pixels of the screen or the file; and
#: below what it is lost.
_THINNEST, _LOST = 1.5, 1.0
_ON_PHONE = sentence("{piece} is {own:.1f} px on a phone; {smallest:g} px are needed.")
_ON_SCREEN = sentence("{piece} is {own:.1f} px where it is seen; {smallest:g} px are needed.")
#: What is set at exactly the smallest size is not too small for the rounding of figures.
_HAIR = 0.999
_CALMER = said("Choose a still that is calmer there, or move the focus.")
#: What a poster is for; a title small at the foot is quiet on purpose.
_COPY = ("copy", "second")
_SMALL = ("legal", "credits")


def contrasts(layout: Layout, canvas: Picture, scale: float) -> Iterator[tuple[Piece, Contrast]]:
    """The figures of each piece on a finished canvas without type, `scale` times the file."""
    large = large_from(layout.form)
    for tone in layout.tones:
        pieces = [piece for piece in layout.of(tone) if piece.block.lines]
        for piece, ground in zip(pieces, grounds(pieces, canvas, scale, large), strict=True):
            yield piece, contrast_of(_shaded(ground, tone, scale), tone.ink)


def _shaded(ground: Ground, tone: Tone, scale: float) -> Ground:
    """With the tone's shadow, which is painted with the type."""
    if tone.shadow <= 0:
        return ground
    shade = (shade_of(ground, scale) * tone.shadow)[:, None]
    colour = np.array(shadow_colour(tone.ink).rgb, np.float32)
    return replace(ground, pixels=ground.pixels * (1 - shade) + colour * shade)


@CHECKS.add("contrast")
def type_is_readable(seen: Seen) -> Iterator[Problem]:
    """The worst 5 % of the pixels under the glyphs keep the ratio."""
    for piece, found in _found(seen):
        if found.share < 1:
            tone = seen.layout.tone_of(piece.role)
            yield Problem(
                "contrast",
                "error" if found.share < 0.75 else "warning",
                found.ratio,
                found.needed,
                _told(piece, found, tone),
                said("WCAG 2.2, 1.4.3"),
                moved_or(seen.layout, piece, _CALMER),
                Action("still", said("Take the next still")),
            )


def _told(piece: Piece, found: Contrast, tone: Tone) -> Said:
    plain = said(
        "{piece} has a contrast of {found:.1f}:1 where it is worst; {limit:g}:1 is needed.",
        piece=named(piece),
        found=found.ratio,
        limit=found.needed,
    )
    if not tone.done:
        return plain
    return said("{finding} Done already: {steps}.", finding=plain, steps=joined(tone.done))


def _found(seen: Seen) -> Iterator[tuple[Piece, Contrast]]:
    layout = seen.layout
    if seen.canvas is not None:
        yield from contrasts(layout, seen.canvas, seen.scale)
        return
    for tone in layout.tones:
        # Known of the group only: said of the piece that comes first.
        pieces = [piece for piece in layout.of(tone) if piece.block.lines]
        yield from ((one, Contrast(tone.after, tone.lightness, tone.needed)) for one in pieces[:1])


@CHECKS.add("letter")
def letters_are_tall_enough(seen: Seen) -> Iterator[Problem]:
    """Copy can be read from the viewing distance, or on the screen."""
    form = seen.layout.form
    for piece in seen.layout.pieces:
        if piece.role not in _COPY:
            continue
        found = None
        if form.is_print and form.viewing_distance_m:
            found = _far(seen.layout, piece, form.viewing_distance_m)
        elif not form.is_print:
            found = _near(seen.layout, piece)
        if found is not None:
            yield found


def _far(layout: Layout, piece: Piece, distance: float) -> Problem | None:
    share = body(piece.block.language)
    own = layout.form.millimetres(piece.block.size * share)
    limit = letter_mm(layout.form, piece.block.language)
    if own >= limit * _HAIR:
        return None
    text = said(
        "{piece} is {own:.0f} mm tall; from {viewing_distance_m:g} m {limit:.0f} mm are needed.",
        piece=named(piece),
        own=own,
        viewing_distance_m=distance,
        limit=limit,
    )
    rule = said("letter height 1:400 of the distance; ideographs 1.3 times that")
    return _small(layout, piece, (own, limit), (text, rule))


def _near(layout: Layout, piece: Piece) -> Problem | None:
    own = piece.block.size * shown(layout.form)
    if own >= SMALLEST * _HAIR:
        return None
    text = said(
        _ON_PHONE if layout.form.seen_px <= PHONE_WIDTH else _ON_SCREEN,
        piece=named(piece),
        own=own,
        smallest=SMALLEST,
    )
    return _small(layout, piece, (own, SMALLEST), (text, OWN))


def _small(
    layout: Layout, piece: Piece, figures: tuple[float, float], words: tuple[Said, Said]
) -> Problem:
    fix = said("Shorten it or break it into more lines; it is then set larger.")
    if piece.role == "second":
        fix = said("Shorten the first language; both are then set larger. Or leave this one out.")
    own, limit = (round(part, 1) for part in figures)
    return Problem("letter", "warning", own, limit, *words, fix, to_copy(layout, piece))


@CHECKS.add("stroke")
def strokes_are_drawn(seen: Seen) -> Iterator[Problem]:
    """The thinnest strokes of ideographs survive on the screen, or in the file for print."""
    form = seen.layout.form
    by = 1.0 if form.is_print else min(1.0, DENSITY * shown(form))
    for piece in seen.layout.pieces:
        if body(piece.block.language) <= FULL_BODY or piece.role in _SMALL:
            continue
        own = thinnest(piece.block) * piece.block.size * by
        copy = piece.role in _COPY
        limit = _THINNEST if copy else _LOST
        if 0 < own < limit:
            yield Problem(
                "stroke",
                "warning" if copy and own < _LOST else "hint",
                round(own, 2),
                limit,
                said(
                    "{piece} has strokes of {own:.1f} px; {limit:g} px are needed to be drawn "
                    "clearly.",
                    piece=named(piece),
                    own=own,
                    limit=limit,
                ),
                OWN,
                said("Choose a template with a plainer or bolder face, or shorten the copy."),
            )
