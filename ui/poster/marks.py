"""What the canvas knows of a painted poster: its picture, its measures, its blocks of copy."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from studio.core.geometry import Rect, Size
from studio.poster.layout import Layout
from studio.poster.lockup import Piece, ink_of
from studio.typeset.face import Face

UNIT = ("copy", "second")
"""The roles that stand together as one unit and move together."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A block of type: its role, language, ink in pixels of the file, em, and face."""

    role: str
    language: str
    ink: Rect
    size: float
    vertical: bool = False
    face: Face | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A painted poster: `file` is the size it is written in, in which the rest is measured.

    `zones` may hold no copy; `trim` is None where the poster is not cut. `note`: what is to be
    said over it. `mm`: millimetres for a pixel of the file at finished size, None on screens.
    `unit`: around the copy in both languages, None without copy.
    """

    image: QImage
    file: Size
    safe: Rect
    zones: tuple[Rect, ...] = ()
    trim: Rect | None = None
    note: str = ""
    mm: float | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def unit(self) -> Rect | None:
        """Around the copy in all its languages, in pixels of the file."""
        whole: Rect | None = None
        for mark in self.marks:
            if mark.role in UNIT:
                whole = mark.ink if whole is None else whole.join(mark.ink)
        return whole

    def mark_at(self, x: float, y: float, air: float) -> Mark | None:
        """The block at a point of the file, `air` pixels around its ink; the nearest comes first.

        Where two are as near, the first language.
        """
        point = Rect(x - 0.5, y - 0.5, 1.0, 1.0)
        near = [mark for mark in self.marks if mark.ink.grown(air).meet(point).area > 0]
        return next(
            (one for one in near if one.ink.meet(point).area > 0), near[0] if near else None
        )


def sheet_of(image: QImage, placed: Layout, note: str = "") -> Sheet:
    """The sheet of a painted layout."""
    form = placed.form
    trim = None
    if form.bleed_px > 0:
        trim = Rect(0, 0, form.width, form.height).grown(-form.bleed_px)
    mm = None
    if form.trim_mm is not None:
        mm = form.trim_mm[0] / (trim.width if trim is not None else form.width)
    marks = tuple(_mark(one) for one in placed.pieces if one.block.lines)
    return Sheet(image, form.pixels, form.safe_rect(), form.zones(), trim, note, mm, marks)


def _mark(piece: Piece) -> Mark:
    block = piece.block
    faces = (glyph.setting.face for line in block.lines for glyph in line.glyphs)
    return Mark(
        piece.role, block.language, piece.ink, block.size, block.vertical, next(faces, None)
    )


def unit_of(placed: Layout) -> Rect:
    """Around the copy of a layout, in pixels of the file; empty without copy."""
    return ink_of(tuple(piece for piece in placed.pieces if piece.role in UNIT))
