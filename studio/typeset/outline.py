"""Glyphs as closed curves: the outlines whose filled shape is the mask, exact at every size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import uharfbuzz as hb

from studio.typeset.block import Block
from studio.typeset.face import UNITS, Setting, font
from studio.typeset.shape import Glyph

#: A step of a contour: (x, y) is where a straight line goes, (x1, y1, x2, y2, x3, y3) a cubic
#: curve with its two handles.
Step = tuple[float, ...]
#: A closed contour: its first step is the point where it begins.
Contour = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The contours of one glyph, in pixels, y downwards; none for a space.

    Filled by the non-zero rule: contours of variable fonts overlap. `line` is the line of the
    block in which the `glyph` stands, whose own place is measured from that line's origin.
    """

    glyph: Glyph
    line: int
    contours: tuple[Contour, ...]


def outlines(
    block: Block, at: tuple[float, float] = (0.0, 0.0), scale: float = 1.0
) -> tuple[Outline, ...]:
    """The glyphs of `block` with its box's corner moved by `at`, then all `scale` times as large.

    The same faces at the same weight, optical size and slant as in `mask`, at the same places,
    which are exact here and the nearest quarter of a pixel there.
    """
    made = []
    for number, (line, (x, y)) in enumerate(zip(block.lines, block.origins, strict=True)):
        for glyph in line.glyphs:
            place = ((x + at[0] + glyph.x) * scale, (y + at[1] + glyph.y) * scale)
            contours = _placed(glyph, place, glyph.size * scale)
            made.append(Outline(glyph, number, contours))
    return tuple(made)


def _placed(glyph: Glyph, place: tuple[float, float], size: float) -> tuple[Contour, ...]:
    x, y = place
    # A turned glyph's right is below, its top at the right: a quarter turn clockwise.
    ax, bx, ay, by = (0.0, size, size, 0.0) if glyph.turned else (size, 0.0, 0.0, -size)
    return tuple(
        tuple(
            tuple(
                part
                for u, v in zip(step[::2], step[1::2], strict=True)
                for part in (x + ax * u + bx * v, y + ay * u + by * v)
            )
            for step in contour
        )
        for contour in em_contours(glyph.setting, glyph.id)
    )


@lru_cache(maxsize=4096)
def em_contours(setting: Setting, glyph: int) -> tuple[Contour, ...]:
    """The contours of a glyph in em from its origin, y upwards, as the face draws them."""
    found: list[list[Step]] = []
    font(setting).draw_glyph(glyph, _DRAWING, found)
    return tuple(tuple(contour) for contour in found if len(contour) > 1)


def _begin(x: float, y: float, found: list[list[Step]]) -> None:
    found.append([(x / UNITS, y / UNITS)])


def _line(x: float, y: float, found: list[list[Step]]) -> None:
    found[-1].append((x / UNITS, y / UNITS))


def _curve(*given: Any) -> None:
    # HarfBuzz hands over six numbers and the list.
    *step, found = given
    found[-1].append(tuple(part / UNITS for part in step))


def _close(found: list[list[Step]]) -> None:
    """Contours are closed by what fills them."""


def _drawing() -> hb.DrawFuncs:
    # Without a function for quadratic curves HarfBuzz gives them as the cubic ones they equal.
    made = hb.DrawFuncs()
    made.set_move_to_func(_begin)
    made.set_line_to_func(_line)
    made.set_cubic_to_func(_curve)
    made.set_close_path_func(_close)
    return made


_DRAWING = _drawing()
