"""What a poster would be sent back for: each with its number, its limit and whose rule it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import radians, sqrt, tan

import cv2
import numpy as np

from studio.core.registry import Registry
from studio.core.said import Said, said
from studio.poster.format import PHONE_WIDTH
from studio.poster.layout import Layout, covers_face
from studio.poster.lockup import Piece, body
from studio.poster.problem import Problem
from studio.poster.readability import LARGE_RATIO, TEXT_RATIO, Tone, contrast_on
from studio.poster.still import Picture

#: WCAG calls type large from 24 CSS pixels on; a CSS pixel is this angle by its own definition.
_LARGE_PX = 24
_PIXEL_ANGLE = 0.0213
#: Letter height over distance below which print out of doors is not read (1:400), and how much
#: more ideographs need.
_LETTER = 1 / 400
_DENSE = 1.3
#: The smallest em on a phone's screen, in CSS pixels.
_SMALLEST = 9.0
#: An eye resolves one minute of arc.
_ACUITY = tan(radians(1 / 60))
_MOST_ENLARGED = 1.6
#: Pixels on which contrast is measured.
_MEASURED = 1_000_000


Check = Callable[[Layout, Picture | None], Iterator[Problem]]
CHECKS: Registry[Check] = Registry("poster check")


def preflight(layout: Layout, canvas: Picture | None) -> tuple[Problem, ...]:
    """All problems of a layout; `canvas` is the painted poster without type (see paint.ground).

    It may be painted smaller than the file. Without it the contrast is the one that was worked
    out on the small preview.
    """
    return tuple(problem for check in CHECKS for problem in check(layout, canvas))


_ROLES = {
    "copy": said("copy"),
    "second": said("copy"),
    "title": said("title"),
    "legal": said("legal line"),
}


def _named(piece: Piece) -> str:
    return said("The {language} {kind}", language=piece.block.language, kind=_ROLES[piece.role])


@CHECKS.add("copy")
def copy_is_there(layout: Layout, _: Picture | None) -> Iterator[Problem]:
    """Each language has its copy."""
    for rank, language in enumerate(layout.copy.languages):
        if not layout.copy.copy.get(language, "").strip():
            yield Problem(
                "copy",
                "warning" if rank else "error",
                0,
                1,
                said("There is no copy in {language}.", language=language),
                said("the market's languages"),
            )


@CHECKS.add("legal")
def legal_line_is_there(layout: Layout, _: Picture | None) -> Iterator[Problem]:
    """A legal line that was given is shown."""
    given = bool(layout.copy.legal.strip())
    if given and not any(piece.role == "legal" for piece in layout.pieces):
        yield Problem(
            "legal",
            "warning",
            0,
            1,
            said("The legal line has no place in {form}.", form=layout.form.name),
            said("the template {template}", template=layout.template.name),
        )


@CHECKS.add("glyphs")
def glyphs_are_there(layout: Layout, _: Picture | None) -> Iterator[Problem]:
    """No character is without a glyph."""
    for piece in layout.pieces:
        if piece.block.missing:
            shown = " ".join(piece.block.missing)
            yield Problem(
                "glyphs",
                "error",
                len(piece.block.missing),
                0,
                said(
                    "{piece} has characters that no font here has: {shown}.",
                    piece=_named(piece),
                    shown=shown,
                ),
                said("the fonts found"),
            )


@CHECKS.add("overflow")
def copy_fits(layout: Layout, _: Picture | None) -> Iterator[Problem]:
    """Type stays inside the safe area and out of forbidden zones."""
    form = layout.form
    for piece in layout.pieces:
        ink = piece.ink
        over = max(
            layout.safe.x - ink.x,
            layout.safe.y - ink.y,
            ink.right - layout.safe.right,
            ink.bottom - layout.safe.bottom,
        )
        if over > 1.0 or piece.block.overflow:
            yield Problem(
                "overflow",
                "error",
                round(max(0.0, over), 1),
                0,
                said(
                    "{piece} leaves the safe area by {value:.0f} px. Shorten it.",
                    piece=_named(piece),
                    value=max(0.0, over),
                ),
                said(
                    "safe area of {form}: {source}",
                    form=form.name,
                    source=Said(form.provenance.source, {}),
                ),
            )
        for zone, rect in zip(form.forbidden, form.zones(), strict=True):
            if rect.meet(ink).area > 0:
                share = rect.meet(ink).area / max(1.0, ink.area)
                yield Problem(
                    "zone",
                    "error",
                    round(share, 2),
                    0,
                    said(
                        "{piece} stands where nothing may: {reason}.",
                        piece=_named(piece),
                        reason=Said(zone.reason, {}),
                    ),
                    form.provenance.source,
                )


@CHECKS.add("face")
def faces_are_free(layout: Layout, _: Picture | None) -> Iterator[Problem]:
    """No line stands on a face."""
    for piece in layout.pieces:
        if covers_face((piece,), layout.faces, layout.backdrop.picture):
            yield Problem(
                "face",
                "error",
                1,
                0,
                said(
                    "{piece} stands on a face. Move the focus or choose another still.",
                    piece=_named(piece),
                ),
                said("the template: copy never covers a face"),
            )


@CHECKS.add("contrast")
def type_is_readable(layout: Layout, canvas: Picture | None) -> Iterator[Problem]:
    """The worst 5 % of the pixels under the glyphs keep the ratio."""
    seen = None if canvas is None else _small(canvas, layout.form.width)
    for tone in layout.tones:
        for piece in layout.of(tone):
            if not piece.block.lines:
                continue
            limit = LARGE_RATIO if is_large(layout, piece) else TEXT_RATIO
            found = _contrast(tone, piece, seen)
            if found < limit:
                yield Problem(
                    "contrast",
                    "error" if found < limit * 0.75 else "warning",
                    found,
                    limit,
                    said(
                        "{piece} has a contrast of {found:.1f}:1 where it is worst; {limit:g}:1 "
                        "is needed.",
                        piece=_named(piece),
                        found=found,
                        limit=limit,
                    ),
                    said("WCAG 2.2, 1.4.3"),
                )


def _contrast(tone: Tone, piece: Piece, seen: tuple[Picture, float] | None) -> float:
    if seen is None or tone.shadow > 0:
        # The shadow is painted with the type; the preview has counted it.
        return tone.after
    small, scale = seen
    return contrast_on(small, (piece,), tone.ink, scale)


def _small(canvas: Picture, full: int) -> tuple[Picture, float]:
    """The canvas at no more than a megapixel: grain is finer than what an eye compares.

    And its size to that of the file, which is `full` pixels wide.
    """
    height, width = canvas.shape[:2]
    scale = min(1.0, sqrt(_MEASURED / (width * height)))
    if scale == 1.0:
        return canvas, width / full
    size = (max(2, round(width * scale)), max(2, round(height * scale)))
    made = cv2.resize(canvas, size, interpolation=cv2.INTER_AREA)
    return np.asarray(made, np.uint8), scale * width / full


def is_large(layout: Layout, piece: Piece) -> bool:
    """Whether WCAG would call it large, seen from where the format is seen."""
    form = layout.form
    if form.is_print and form.viewing_distance_m:
        height = form.millimetres(piece.block.size) / 1000
        return height / form.viewing_distance_m >= tan(radians(_LARGE_PX * _PIXEL_ANGLE))
    return piece.block.size * min(1.0, PHONE_WIDTH / form.width) >= _LARGE_PX


@CHECKS.add("ppi")
def picture_is_fine_enough(layout: Layout, _: Picture | None) -> Iterator[Problem]:
    """The picture's own pixels suffice for where the poster is seen."""
    form = layout.form
    if not form.is_print:
        if layout.enlargement > _MOST_ENLARGED:
            yield Problem(
                "ppi",
                "warning",
                round(layout.enlargement, 2),
                _MOST_ENLARGED,
                said(
                    "The still is enlarged {enlargement:.1f} times; beyond {most_enlarged:g} "
                    "it looks soft.",
                    enlargement=layout.enlargement,
                    most_enlarged=_MOST_ENLARGED,
                ),
                said("Lobbycard's own"),
            )
        return
    own = form.finished_ppi(1 / layout.enlargement)
    distance = form.viewing_distance_m or 1.0
    limit = form.min_ppi or 0.0254 / (_ACUITY * distance)
    if own < limit:
        sight = said("one arc minute from {distance:g} m", distance=distance)
        rule = form.provenance.source if form.min_ppi else sight
        yield Problem(
            "ppi",
            "warning",
            round(own, 1),
            round(limit, 1),
            said(
                "The still has {own:.0f} pixels an inch at the finished size; {limit:.0f}"
                " are asked. Take it from a larger master.",
                own=own,
                limit=limit,
            ),
            rule,
        )


@CHECKS.add("letter")
def letters_are_tall_enough(layout: Layout, _: Picture | None) -> Iterator[Problem]:
    """Copy can be read from the viewing distance, or on a phone."""
    form = layout.form
    for piece in layout.pieces:
        if piece.role not in ("copy", "second"):
            continue
        if form.is_print and form.viewing_distance_m:
            share = body(piece.block.language)
            dense = _DENSE if share > 0.8 else 1.0
            own = form.millimetres(piece.block.size * share)
            limit = form.viewing_distance_m * 1000 * _LETTER * dense
            if own < limit:
                yield Problem(
                    "letter",
                    "warning",
                    round(own, 1),
                    round(limit, 1),
                    said(
                        "{piece} is {own:.0f} mm tall; from {viewing_distance_m:g} m {limit:.0f} "
                        "mm are needed.",
                        piece=_named(piece),
                        own=own,
                        viewing_distance_m=form.viewing_distance_m,
                        limit=limit,
                    ),
                    said("letter height 1:400 of the distance; ideographs 1.3 times that"),
                )
        elif not form.is_print:
            own = piece.block.size * min(1.0, PHONE_WIDTH / form.width)
            if own < _SMALLEST:
                yield Problem(
                    "letter",
                    "warning",
                    round(own, 1),
                    _SMALLEST,
                    said(
                        "{piece} is {own:.1f} px on a phone; {smallest:g} px are needed.",
                        piece=_named(piece),
                        own=own,
                        smallest=_SMALLEST,
                    ),
                    said("Lobbycard's own"),
                )


@CHECKS.add("verified")
def figures_are_verified(layout: Layout, _: Picture | None) -> Iterator[Problem]:
    """The format's figures were read at their publisher's."""
    form = layout.form
    if not form.provenance.verified:
        yield Problem(
            "verified",
            "hint",
            0,
            1,
            said(
                "The figures of {form} are unverified. Ask the media owner before delivery.",
                form=form.name,
            ),
            form.provenance.source,
        )
