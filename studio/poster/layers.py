"""A poster taken apart: the picture, the veils over it, and every piece of type as a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.colour import Colour
from studio.core.geometry import Rect, Size
from studio.poster.brand import draw_logo
from studio.poster.contrast import SHADOW_SIGMA
from studio.poster.layout import Layout
from studio.poster.lockup import Piece
from studio.poster.plate import Plate, plated
from studio.poster.scrim import coverage, vignette
from studio.poster.still import FINER, Deep, Picture
from studio.poster.tone import Tone, shadow_colour
from studio.typeset.effects import Effects, Kind, line_boxes, under
from studio.typeset.mask import Mask, blurred

Alpha = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One layer: `ink`, a colour or an RGB picture, through `alpha` (h, w), at (x, y) of the file.

    `opacity` 0 to 1 is that of the whole. `name` is for people: of type its own words. `drawn`:
    how many glyphs are on it, those of a shadow not counted.
    """

    name: str
    x: int
    y: int
    alpha: Alpha
    ink: Colour | Picture
    opacity: float = 1.0
    drawn: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Sheets of one kind, the lowest first. `language` is that of copy, else empty."""

    name: str
    sheets: tuple[Sheet, ...]
    language: str = ""


_WITH_EFFECTS = ("copy", "second")


@dataclass(frozen=True, slots=True)
class Lettering:
    """A sheet of type with the piece it shows and whether it is the piece's shadow.

    So is whatever else the design lays below the letters; `effect` then says which, of `effects`.
    """

    piece: Piece
    tone: Tone
    is_shadow: bool
    effect: Kind | None = None
    effects: Effects = field(default_factory=Effects)

    def sheet(self) -> Sheet:
        """Its pixels."""
        words = " ".join(self.piece.block.text.split())
        ink = self.piece.mask()
        if not self.is_shadow:
            return _sheet(words, ink, self.tone.ink, 1.0, ink.drawn)
        if self.effect is not None:
            block = self.piece.block
            rooms = line_boxes(block, (self.piece.x, self.piece.y))
            laid = under(self.effect, ink, rooms, block.size, self.effects, block.vertical)
            opacity = laid.colour.alpha / 255
            return _sheet(f"{words} ({self.effect})", laid.mask, laid.colour, opacity, 0)
        soft = blurred(ink, self.piece.block.size * SHADOW_SIGMA)
        return _sheet(f"{words} (shadow)", soft, shadow_colour(self.tone.ink), self.tone.shadow, 0)


def _sheet(name: str, mask: Mask, ink: Colour, opacity: float, drawn: int) -> Sheet:
    return Sheet(name, mask.x, mask.y, mask.alpha, ink, opacity, drawn)


def lettering(layout: Layout) -> Iterator[Lettering]:
    """All type in the order in which it is laid down: of each tone the shadows, then the inks.

    What the design lays below its copy comes after the shadow that readability asks for; title
    and legal line have none of it.
    """
    effects = layout.template.effects
    for tone in layout.tones:
        pieces = layout.of(tone)
        if tone.shadow > 0:
            yield from (Lettering(piece, tone, True) for piece in pieces)
        for kind in effects.kinds:
            lines = (piece for piece in pieces if piece.role in _WITH_EFFECTS)
            yield from (Lettering(piece, tone, True, kind, effects) for piece in lines)
        yield from (Lettering(piece, tone, False) for piece in pieces)


def type_groups(layout: Layout) -> tuple[Group, ...]:
    """`COPY <language>` for each language, then LEGAL: the lowest first, none of them empty."""
    found: dict[str, list[Sheet]] = {}
    languages: dict[str, str] = {}
    for one in lettering(layout):
        language = one.piece.block.language
        legal = one.piece.role == "legal"
        name = "LEGAL" if legal else f"COPY {language}"
        languages[name] = "" if legal else language
        sheet = one.sheet()
        if sheet.alpha.size:
            found.setdefault(name, []).append(sheet)
    ordered = sorted(found, key=lambda name: name == "LEGAL")
    return tuple(Group(name, tuple(found[name]), languages[name]) for name in ordered)


def veils(layout: Layout) -> tuple[Sheet, ...]:
    """Vignette, scrims and plates as sheets over the picture, the lowest first."""
    size = layout.form.pixels
    dark = layout.template.treatment.vignette
    made = []
    if dark > 0:
        made.append(_veil("Vignette", vignette(dark, size), Colour(0, 0, 0), size))
    for tone in layout.tones:
        scrim = tone.scrim
        if scrim is not None and scrim.strength > 0:
            cover = coverage(scrim, size, layout.faces)
            made.append(_veil(f"Scrim {scrim.side}", cover, scrim.colour, size))
    made += [_plate(tone.plate, size) for tone in layout.tones if tone.plate is not None]
    return tuple(one for one in made if one.alpha.size)


def _veil(name: str, cover: npt.NDArray[np.float32], ink: Colour, size: Size) -> Sheet:
    small = np.round(cover * 255).astype(np.uint8)
    whole = cv2.resize(small, (size.width, size.height), interpolation=cv2.INTER_LINEAR_EXACT)
    rows, columns = np.flatnonzero(whole.any(axis=1)), np.flatnonzero(whole.any(axis=0))
    if not rows.size:
        return Sheet(name, 0, 0, np.zeros((0, 0), np.uint8), ink)
    top, low, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    part = np.ascontiguousarray(whole[top:low, left:right], np.uint8)
    return Sheet(name, int(left), int(top), part, ink)


def _plate(plate: Plate, size: Size) -> Sheet:
    near = plate.box.grown(1.0).meet(Rect(0, 0, size.width, size.height))
    left, top = int(near.x), int(near.y)
    wide, high = max(1, int(near.right) - left), max(1, int(near.bottom) - top)
    moved = replace(plate, box=plate.box.moved(-left, -top))
    alpha, _ = _lifted((high, wide), lambda canvas: plated(canvas, [moved]))
    return Sheet("Plate", left, top, alpha, plate.colour)


def logo_sheet(layout: Layout) -> Sheet | None:
    """The logo at the file's resolution; None without one. Raises BadValue, CannotRead."""
    logo, box = layout.logo, layout.logo_box
    if logo is None or box is None:
        return None
    left, top = round(box.x) - 1, round(box.y) - 1
    size = max(1, round(box.height)) + 2, max(1, round(box.width)) + 2
    moved = Rect(box.x - left, box.y - top, box.width, box.height)
    alpha, colour = _lifted(size, lambda canvas: draw_logo(canvas, logo, moved))
    return Sheet("Logo", left, top, alpha, colour)


def _lifted(shape: tuple[int, int], draw: Callable[[Picture], None]) -> tuple[Alpha, Picture]:
    """Opacity and colour of whatever `draw` lays down: seen on black its own light, on white also
    what it lets through.
    """
    black, white = (np.full((*shape, 3), level, np.uint8) for level in (0, 255))
    draw(black)
    draw(white)
    alpha = 255 - (white.astype(np.int16) - black).max(axis=2).clip(0, 255)
    share = np.maximum(alpha, 1)[..., None].astype(np.uint32)
    colour = np.minimum(255, (black.astype(np.uint32) * 255 + share // 2) // share)
    return alpha.astype(np.uint8), colour.astype(np.uint8)


def inked(canvas: Picture | Deep, sheet: Sheet) -> None:
    """Lay a sheet of one colour over `canvas` in whole numbers; what leaves it is cut off.

    `canvas` has 8 or 16 bits; products with the latter just fit into 32.
    """
    if not isinstance(sheet.ink, Colour):
        raise TypeError("a sheet with a picture is no ink")
    height, width = canvas.shape[:2]
    top, left = max(0, -sheet.y), max(0, -sheet.x)
    rows, columns = sheet.alpha.shape
    low, right = min(rows, height - sheet.y), min(columns, width - sheet.x)
    if low <= top or right <= left:
        return
    part = canvas[sheet.y + top : sheet.y + low, sheet.x + left : sheet.x + right]
    share = round(sheet.opacity * 256)
    alpha = (sheet.alpha[top:low, left:right].astype(np.uint32) * share)[..., None]
    most = 255 * 256
    solid = np.array(sheet.ink.rgb, np.uint32) * (FINER if canvas.dtype == np.uint16 else 1)
    part[...] = (part.astype(np.uint32) * (most - alpha) + solid * alpha + most // 2) // most
