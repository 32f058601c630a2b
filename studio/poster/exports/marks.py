"""Crop and registration marks around a poster, outside its bleed, in the colour of all plates."""

from __future__ import annotations

from studio.core.geometry import Rect
from studio.poster.exports.pdf_file import numbers
from studio.poster.exports.pdf_page import path
from studio.typeset.block import TypeBox, fit_block
from studio.typeset.outline import outlines
from studio.typeset.style import TypeStyle

POINTS_PER_MM = 72 / 25.4
#: Between bleed and marks, and how long the marks are (mm): clear of what is trimmed off.
_GAP, _LONG = 2.0, 5.0
#: The room that marks need around the bleed (mm).
MARGIN_MM = 10.0
#: A hairline that every platesetter holds, in points.
_LINE = 0.25
#: The line that says what a sheet is (points), and where it begins beside the corner mark (mm).
_SLUG, _BESIDE = 6.5, 4.0
#: How far a circle's handles reach, as a share of its radius.
_ROUND = 0.5523


def marks(trim: Rect, bleed: Rect) -> str:
    """The operators; both rectangles in points of the page, y upwards (`y` is the lower edge).

    A colour space named /All must be among the page's resources.
    """
    gap, long = _GAP * POINTS_PER_MM, _LONG * POINTS_PER_MM
    lines = []
    for x in (trim.x, trim.right):
        lines += [(x, bleed.y - gap, x, bleed.y - gap - long)]
        lines += [(x, bleed.bottom + gap, x, bleed.bottom + gap + long)]
    for y in (trim.y, trim.bottom):
        lines += [(bleed.x - gap, y, bleed.x - gap - long, y)]
        lines += [(bleed.right + gap, y, bleed.right + gap + long, y)]
    radius = long * 0.32
    away = gap + long / 2
    targets = (
        (trim.centre[0], bleed.y - away),
        (trim.centre[0], bleed.bottom + away),
        (bleed.x - away, trim.centre[1]),
        (bleed.right + away, trim.centre[1]),
    )
    for x, y in targets:
        lines += [(x - long / 2, y, x + long / 2, y), (x, y - long / 2, x, y + long / 2)]
    drawn = [f"{numbers(one[:2])} m {numbers(one[2:])} l S" for one in lines]
    drawn += [_circle(x, y, radius) for x, y in targets]
    return "\n".join((f"q /All CS 1 SCN {_LINE} w", *drawn, "Q"))


def _circle(x: float, y: float, r: float) -> str:
    k = r * _ROUND
    corners = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    return f"{numbers((x + r, y))} m " + " ".join(f"{numbers(one)} c" for one in corners) + " s"


def slug(words: str, trim: Rect, bleed: Rect) -> str:
    """A line below the bleed that tells what the sheet is, as outlines on every plate.

    It stands between the corner's mark and the middle's, as small as that needs. Rectangles and
    colour space as for `marks`.
    """
    gap, long = _GAP * POINTS_PER_MM, _LONG * POINTS_PER_MM
    left = trim.x + _BESIDE * POINTS_PER_MM
    box = TypeBox(max(1.0, trim.centre[0] - long - left), _SLUG * 1.5, 1, 1.0)
    block = fit_block(words, "en", TypeStyle(weight=500, size=_SLUG), box)
    top = bleed.y - gap - (long - block.ink.height) / 2
    shapes = outlines(block, (-block.ink.x, -block.ink.y))
    drawn = "\n".join(f"{path(one.contours)}\nf" for one in shapes if one.contours)
    return f"q 1 0 0 -1 {numbers((left, top))} cm /All cs 1 scn\n{drawn}\nQ"
