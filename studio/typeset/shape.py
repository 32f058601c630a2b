"""A line of text as glyphs: what, where, and how far its ink reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from studio.core.geometry import Rect
from studio.typeset.adjust import Adjust
from studio.typeset.cells import Cell, Cells, Emphasis, cells
from studio.typeset.face import UNITS, Face, Setting, font
from studio.typeset.spacing import pens
from studio.typeset.style import TypeStyle


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph at its place: pixels from the line's origin, x to the right, y downwards.

    `cluster` is the first character of the line's text that it stands for. A `turned` glyph lies
    on its side, a quarter turn clockwise about its origin.
    """

    setting: Setting
    id: int
    x: float
    y: float
    cluster: int
    size: float
    turned: bool = False

    @property
    def face(self) -> Face:
        """The face that it is drawn from."""
        return self.setting.face


@dataclass(frozen=True, slots=True)
class Line:
    """A shaped line: the baseline (of a vertical line the middle of its column) is at 0.

    `advance` is its length in pixels, along x or, when vertical, along y; `ink` what is inked;
    `missing` the clusters that no face has: they are not among the glyphs.
    """

    text: str
    language: str
    size: float
    glyphs: tuple[Glyph, ...]
    advance: float
    ink: Rect
    missing: tuple[str, ...] = ()
    vertical: bool = False

    def scaled(self, factor: float) -> Line:
        """The same line, `factor` times as large: exactly similar."""
        return replace(
            self,
            size=self.size * factor,
            glyphs=tuple(
                Glyph(
                    one.setting,
                    one.id,
                    one.x * factor,
                    one.y * factor,
                    one.cluster,
                    one.size * factor,
                    one.turned,
                )
                for one in self.glyphs
            ),
            advance=self.advance * factor,
            ink=self.ink.scaled(factor, factor),
        )


def shape_line(
    text: str,
    language: str,
    style: TypeStyle,
    emphasis: Emphasis = (),
    adjusts: tuple[Adjust, ...] = (),
) -> Line:
    """`text` on one horizontal line at `style.size`; breaks in it count as spaces.

    `emphasis`: character ranges to slant; `adjusts`: characters set by hand. Spaces at the ends
    are dropped.
    """
    return _unit_line(text, language, unit(style), emphasis, adjusts).scaled(style.size)


def unit(style: TypeStyle) -> TypeStyle:
    """The style at one pixel an em, so that all sizes share what is shaped."""
    return replace(style, size=1.0, leading=1.0)


def by_hand(row: tuple[Cell, ...], adjusts: tuple[Adjust, ...]) -> tuple[Cell, ...]:
    """The cells with what somebody adjusted; a ligature is adjusted by any of its characters.

    Space after a character that is not set, as one between ideographs and Latin, goes to the cell
    before it.
    """
    if not adjusts:
        return row
    made = []
    for cell in row:
        for one in adjusts:
            if cell.start <= one.at < cell.stop:
                cell = replace(cell.enlarged(one.size), raised=one.shift, kern=one.kern)
        made.append(cell)
    starts = {place for cell in row for place in range(cell.start, cell.stop)}
    for one in adjusts:
        if one.at in starts or not one.kern:
            continue
        before = [place for place, cell in enumerate(made) if cell.stop <= one.at]
        if before:
            last = max(before, key=lambda place: made[place].stop)
            made[last] = replace(made[last], kern=made[last].kern + one.kern)
    return tuple(made)


def trimmed(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """Without the spaces at both ends."""
    first, last = 0, len(row)
    while first < last and row[first].text.isspace():
        first += 1
    while last > first and row[last - 1].text.isspace():
        last -= 1
    return tuple(row[first:last])


def bare(style: TypeStyle) -> TypeStyle:
    """Only what matters to shaping itself: cells are shared whatever the spacing."""
    # Tracking switches ligatures off, so whether there is any does matter.
    return replace(style, size=1.0, leading=1.0, gap=0.0, tracking=1.0 if style.tracking else 0.0)


@lru_cache(maxsize=4096)
def _unit_line(
    text: str,
    language: str,
    style: TypeStyle,
    emphasis: Emphasis,
    adjusts: tuple[Adjust, ...],
) -> Line:
    found: Cells = cells(text, language, bare(style), emphasis)
    row = trimmed(by_hand(found.cells, adjusts))
    places = pens(row, style)
    glyphs = tuple(
        Glyph(cell.setting, mark.id, pen + mark.x, -mark.y - cell.raised, cell.start, cell.grown)
        for cell, pen in zip(row, places, strict=False)
        for mark in cell.glyphs
    )
    start = places[0] if row else 0.0
    return Line(
        text, language, 1.0, glyphs, places[-1] - max(0.0, start), ink_of(glyphs), found.missing
    )


def ink_of(glyphs: Sequence[Glyph]) -> Rect:
    """The rectangle around the ink of all glyphs, exact; empty at 0, 0 where there is none."""
    boxes = [box for box in (glyph_ink(glyph) for glyph in glyphs) if box is not None]
    if not boxes:
        return Rect(0.0, 0.0, 0.0, 0.0)
    left = min(box.x for box in boxes)
    top = min(box.y for box in boxes)
    right = max(box.right for box in boxes)
    bottom = max(box.bottom for box in boxes)
    return Rect(left, top, right - left, bottom - top)


@lru_cache(maxsize=65536)
def extents(setting: Setting, glyph: int) -> tuple[float, float, float, float] | None:
    """(left, top, width, height) of a glyph's ink in em, y downwards from the baseline; or None."""
    box = font(setting).get_glyph_extents(glyph)
    if box is None or not box.width or not box.height:
        return None
    return (
        box.x_bearing / UNITS,
        -box.y_bearing / UNITS,
        box.width / UNITS,
        -box.height / UNITS,
    )


def glyph_ink(glyph: Glyph) -> Rect | None:
    """Where the ink of one glyph lies; None for a space."""
    box = extents(glyph.setting, glyph.id)
    if box is None:
        return None
    left, top, width, height = (part * glyph.size for part in box)
    if glyph.turned:
        left, top, width, height = -(top + height), left, height, width
    return Rect(glyph.x + left, glyph.y + top, width, height)
