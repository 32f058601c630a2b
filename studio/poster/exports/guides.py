"""The lines that a retoucher works by: trim, safe area and forbidden zones of a format."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from studio.core.colour import Colour
from studio.core.geometry import Rect
from studio.poster.format import Format
from studio.poster.layers import Sheet

_TRIM, _SAFE, _BLEED, _ZONE = (
    Colour(230, 0, 126),
    Colour(0, 160, 220),
    Colour(220, 40, 30),
    Colour(240, 150, 0),
)


@dataclass(frozen=True, slots=True)
class Guide:
    """A named rectangle in pixels of the file, drawn in `colour`."""

    name: str
    rect: Rect
    colour: Colour


def guides(form: Format) -> tuple[Guide, ...]:
    """Bleed, trim, safe area, then each forbidden zone; only what the format has."""
    whole = Rect(0, 0, form.width, form.height)
    trim = whole.inset(*(form.bleed_px,) * 4)
    made = []
    if form.bleed_px:
        made += [Guide("Bleed", whole, _BLEED), Guide("Trim", trim, _TRIM)]
    safe = form.safe_rect()
    if safe != trim:
        made.append(Guide("Safe", safe, _SAFE))
    zones = zip(form.forbidden, form.zones(), strict=True)
    made += [Guide(f"Keep clear: {zone.reason}", rect, _ZONE) for zone, rect in zones]
    return tuple(made)


def drawn(guide: Guide, form: Format) -> Sheet:
    """The rectangle as a thin frame within the file."""
    wide = max(1, round(min(form.width, form.height) / 1000))
    left, top = max(0, round(guide.rect.x)), max(0, round(guide.rect.y))
    right = min(form.width, round(guide.rect.right))
    low = min(form.height, round(guide.rect.bottom))
    frame = np.full((max(1, low - top), max(1, right - left)), 255, np.uint8)
    frame[wide:-wide, wide:-wide] = 0
    return Sheet(guide.name, left, top, frame, guide.colour)


def positions(form: Format) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Where vertical (x) and horizontal (y) ruler guides stand, in pixels: trim and safe area."""
    rects = [one.rect for one in guides(form) if one.name in ("Trim", "Safe")]
    across = sorted({side for rect in rects for side in (rect.x, rect.right)})
    down = sorted({side for rect in rects for side in (rect.y, rect.bottom)})
    return tuple(across), tuple(down)
