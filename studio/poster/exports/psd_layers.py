"""The layers of a PSD: every sheet of a poster in the file's own channels, packed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image

from studio.core.colour import Colour
from studio.core.progress import Progress
from studio.poster.exports.guides import drawn, guides
from studio.poster.exports.psd_file import ALPHA, Packed, Plane, Record, group, packed
from studio.poster.layers import Sheet, logo_sheet, type_groups, veils
from studio.poster.make import Made
from studio.poster.paint import ground
from studio.poster.profiles import converted, is_press
from studio.poster.still import Picture

Rows = Callable[[int, int], npt.NDArray[np.uint8]]
"""The rows of a picture from … to, in the file's own channels."""

#: Rows that are worked on at once.
_BAND = 512
_FULL = 255


class Inks:
    """Colours as a PSD of the profile holds them: light, or ink the other way round."""

    def __init__(self, icc: str) -> None:
        self._icc = icc
        self.press = is_press(icc)
        self.count = 4 if self.press else 3

    def of(self, rgb: Picture) -> npt.NDArray[np.uint8]:
        """(h, w, 3) sRGB as (h, w, count) of the file; in CMYK 255 is no ink."""
        made = np.asarray(converted(Image.fromarray(np.ascontiguousarray(rgb)), self._icc))
        return np.asarray(_FULL - made if self.press else made, np.uint8)

    def solid(self, colour: Colour) -> tuple[int, ...]:
        """A colour, a figure for each channel."""
        made = self.of(np.array([[colour.rgb]], np.uint8))
        return tuple(int(part) for part in made[0, 0])

    def planes(self, rows: Rows, height: int) -> tuple[Packed, ...]:
        """The packed planes of a picture that is made band by band."""
        found: list[list[Packed]] = [[] for _ in range(self.count)]
        for top in range(0, height, _BAND):
            band = rows(top, min(height, top + _BAND))
            for number, kept in enumerate(found):
                kept.append(packed([band[..., number]]))
        return tuple(_joined(parts) for parts in found)


def _joined(parts: Sequence[Packed]) -> Packed:
    return Packed(
        b"".join(one.counts for one in parts), tuple(piece for one in parts for piece in one.parts)
    )


def records(made: Made, inks: Inks, progress: Progress) -> tuple[Record, ...]:
    """All layers, the lowest first, each in its group. May raise Cancelled."""
    layout, form = made.layout, made.layout.form
    over = veils(layout)
    progress.report(0.1)
    canvas = ground(layout, made.still)
    progress.report(0.3)
    planes = inks.planes(lambda top, low: _beneath(canvas, over, inks, top, low), form.height)
    progress.report(0.8)
    alpha = ALPHA, _constant(_FULL, form.width, form.height)
    picture = Record("Picture", 0, 0, form.width, form.height, (alpha, *enumerate(planes)))
    found = [*group("BACKGROUND", (picture,)), *group("SCRIM", [_layer(one, inks) for one in over])]
    logo = logo_sheet(layout)
    letters = type_groups(layout)
    for one in letters:
        found += group(one.name, [_layer(sheet, inks) for sheet in one.sheets])
    found += group("LOGO", [_layer(logo, inks)] if logo is not None else [])
    lines = [_layer(drawn(one, form), inks) for one in reversed(guides(form))]
    found += group("GUIDES", lines, hidden=True)
    progress.report(1.0)
    return tuple(found)


def _beneath(
    canvas: Picture, over: Sequence[Sheet], inks: Inks, top: int, low: int
) -> npt.NDArray[np.uint8]:
    """The rows of the picture which, with the sheets over it, look as they do on `canvas`.

    The sheets are taken off one by one, the highest first. Where no picture could show through one
    as strong as it is (separated colours may be more saturated than it lets through) its alpha
    is lowered, in place, to what can be.
    """
    shown = inks.of(canvas[top:low]).astype(np.float32)
    for sheet in reversed(over):
        height, width = sheet.alpha.shape
        first, last = max(top, sheet.y), min(low, sheet.y + height)
        if first >= last or not isinstance(sheet.ink, Colour):
            continue
        part = shown[first - top : last - top, sheet.x : sheet.x + width]
        alpha = sheet.alpha[first - sheet.y : last - sheet.y]
        _taken_off(part, alpha, np.array(inks.solid(sheet.ink), np.float32))
    return np.asarray(np.clip(np.rint(shown), 0, _FULL), np.uint8)


def _taken_off(
    part: npt.NDArray[np.float32], alpha: npt.NDArray[np.uint8], solid: npt.NDArray[np.float32]
) -> None:
    """What lies under a sheet of the colour `solid`, in place of what is seen; both in place."""
    room = np.full(alpha.shape, np.float32(_FULL - 1))
    for channel, level in enumerate(solid):
        seen = part[..., channel]
        if level > 0:
            np.minimum(room, seen * (_FULL / level), out=room)
        if level < _FULL:
            np.minimum(room, (_FULL - seen) * (_FULL / (_FULL - level)), out=room)
    np.minimum(alpha, np.maximum(room + 1e-3, 0).astype(np.uint8), out=alpha)
    share = alpha[..., None].astype(np.float32) / _FULL
    part -= solid * share
    part /= 1 - share


def _layer(sheet: Sheet, inks: Inks) -> Record:
    height, width = sheet.alpha.shape
    if isinstance(sheet.ink, Colour):
        solid = inks.solid(sheet.ink)
        colours: tuple[Packed, ...] = tuple(_constant(part, width, height) for part in solid)
    else:
        pixels = inks.of(sheet.ink)
        colours = inks.planes(lambda top, low: pixels[top:low], height)
    channels = (ALPHA, packed(_banded(sheet.alpha))), *enumerate(colours)
    opacity = round(sheet.opacity * _FULL)
    return Record(sheet.name, sheet.x, sheet.y, width, height, channels, opacity)


def _banded(plane: Plane) -> list[Plane]:
    return [plane[top : top + _BAND] for top in range(0, plane.shape[0], _BAND)]


def _constant(value: int, width: int, height: int) -> Packed:
    """A plane of one value: the same packed row over and over."""
    row = packed([np.full((1, width), value, np.uint8)])
    return Packed(row.counts * height, (row.parts[0] * height,))
