"""A poster as it will be, painted small: the layout of the full size, brought down as a whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from studio.core.geometry import Size, fit
from studio.core.kept import Kept
from studio.poster.backdrop import Backdrop, painted
from studio.poster.branding import branded_layout
from studio.poster.document import PosterCopy
from studio.poster.format import Format, Insets
from studio.poster.grain import grain_size
from studio.poster.layout import Layout
from studio.poster.lockup import Piece
from studio.poster.make import Made
from studio.poster.paint import ground, lettered
from studio.poster.preflight.all import preflight
from studio.poster.still import Picture, Still
from studio.poster.template import Template, Treatment

#: The least side of a picture on the screen; below it nothing is seen.
LEAST = 16
#: From so many pixels on a picture tells contrast better than the layout's own small canvas.
_TELLING = 240_000
#: Pictures of up to so many pixels are kept.
_KEPT_UP_TO = 1_000_000
_grounds: Kept[tuple[Backdrop, object, Treatment, Size, bool], Picture] = Kept(
    16_000_000, lambda picture: picture.nbytes
)
"""Kept while the same still is written on: only the copy changes from letter to letter."""


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """A layout and all that it was made of, but the still."""

    template: Template
    form: Format
    copy: PosterCopy
    layout: Layout

    def is_of(self, template: Template, form: Format, copy: PosterCopy) -> bool:
        """Presets are read anew when their files change: then they are other objects."""
        return self.template is template and self.form is form and self.copy == copy

    @property
    def weight(self) -> int:
        """Bytes, about."""
        glyphs = sum(piece.block.glyphs for piece in self.layout.pieces)
        return _LAYOUT + _GLYPH * glyphs


_LAYOUT, _GLYPH = 20_000, 300
_laid_out: Kept[tuple[object, str, str], _Known] = Kept(6_000_000, lambda known: known.weight)
"""The canvas, a tile and a row of the series may show one layout in three sizes."""


def preview(still: Still, template: Template, form: Format, copy: PosterCopy, limit: int) -> Made:
    """The poster that make_poster makes, with an `image` no longer than `limit` pixels.

    `layout` is that of the file itself, and `problems` are judged by it; only what depends on
    finest detail (contrast, in hundredths) may differ. Raises BadValue.
    """
    placed = _placed(still, template, form, copy)
    small = reduced(placed, limit)
    canvas = ground(small, still, _bare(small, still, sketched=small is not placed))
    telling = small is placed or small.form.pixels.pixels >= _TELLING
    problems = preflight(placed, canvas if telling else None)
    drawn = lettered(canvas, small)
    return Made(Image.fromarray(np.ascontiguousarray(canvas)), placed, problems, drawn, still)


def _placed(still: Still, template: Template, form: Format, copy: PosterCopy) -> Layout:
    """The layout of the file; the last one of a still in a format, where it is of the same."""
    key = still.mark, template.name, form.name
    known = _laid_out.get(key)
    if known is not None and known.is_of(template, form, copy):
        return known.layout
    made = branded_layout(template, form, copy, still)
    _laid_out.put(key, _Known(template, form, copy, made))
    return made


def _bare(small: Layout, still: Still, *, sketched: bool) -> Picture:
    """The picture before anything is laid over it; it may be painted over."""
    size, treatment = small.form.pixels, small.template.treatment
    if size.pixels > _KEPT_UP_TO:
        return painted(small.backdrop, still, treatment, size, sketched=sketched)
    key = small.backdrop, still.mark, treatment, size, sketched
    return _grounds.made(
        key, lambda: painted(small.backdrop, still, treatment, size, sketched=sketched)
    ).copy()


def reduced(placed: Layout, limit: int) -> Layout:
    """The layout for a picture no longer than `limit` pixels; itself when the file is not.

    Everything keeps its proportion to the file, type exactly.
    """
    full = placed.form.pixels
    if max(full.width, full.height) <= limit:
        return placed
    wanted = fit(full, Size(limit, limit))
    size = Size(max(LEAST, wanted.width), max(LEAST, wanted.height))
    across, down = size.width / full.width, size.height / full.height
    by = min(across, down)
    backdrop = replace(placed.backdrop, picture=placed.backdrop.picture.scaled(across, down))
    return replace(
        placed,
        template=_fine(placed.template, full, by),
        form=_screen(placed.form, size),
        backdrop=backdrop,
        pieces=tuple(_piece(piece, by) for piece in placed.pieces),
        tones=tuple(tone.scaled(by) for tone in placed.tones),
        faces=tuple(face.scaled(across, down) for face in placed.faces),
        safe=placed.safe.scaled(across, down),
        room=placed.room.scaled(across, down),
        logo_box=placed.logo_box.scaled(across, down) if placed.logo_box is not None else None,
    )


def _fine(template: Template, full: Size, by: float) -> Template:
    """Grain finer than the pixels of the small picture averages out in them."""
    share = min(1.0, grain_size(full) * by)
    treatment = template.treatment
    return replace(template, treatment=replace(treatment, grain=treatment.grain * share))


def _screen(form: Format, size: Size) -> Format:
    """The format as a picture on the screen: its size is all that painting asks for."""
    return replace(
        form,
        width=size.width,
        height=size.height,
        kind="png",
        dpi=72.0,
        trim_mm=None,
        bleed_mm=0.0,
        icc="sRGB",
        safe=Insets(),
        forbidden=(),
    )


def _piece(piece: Piece, by: float) -> Piece:
    block = piece.block
    scaled = replace(
        block,
        style=block.style.sized(block.style.size * by),
        box=block.box.scaled(by, by),
        lines=tuple(line.scaled(by) for line in block.lines),
        origins=tuple((x * by, y * by) for x, y in block.origins),
        ink=block.ink.scaled(by, by),
    )
    return replace(piece, block=scaled, x=piece.x * by, y=piece.y * by)
