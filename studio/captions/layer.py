"""The caption layer: lines of text in, one patch of pixels and its boxes out. It knows no cue."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from studio.captions.layout import PlacedText, em_of, laid_out
from studio.captions.markup import marked
from studio.captions.paint import Patch, even_room, faded, inked, laid_over, plates_of, shadow_of
from studio.captions.style import CaptionStyle
from studio.core.colour import Colour
from studio.core.geometry import Rect, Size
from studio.core.kept import Kept
from studio.core.plain import unstructure
from studio.typeset.face import identity
from studio.typeset.fonts import library
from studio.typeset.mask import Mask
from studio.typeset.style import style_for
from studio.typeset.version import ENGINE

#: Raise when the same texts and style come out with other pixels.
VERSION = "captions-2"


@dataclass(frozen=True, slots=True)
class CaptionText:
    """What one language says at a moment: a BCP 47 tag and a text that may carry tags.

    Empty while the language is silent. `rank`: which of the languages it is, 0 for the first; by
    its place among the texts where that is not said. One language may say several things, each
    somewhere else. `opacity`: 0 to 255, of all that is drawn of it, while it comes or goes. `bare`:
    without the style's plate; where one text of a layer is not bare, none is.
    """

    language: str
    text: str
    rank: int | None = None
    opacity: int = 255
    bare: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class CaptionLayer:
    """A patch for the frame and what is known of it.

    `rgba`: uint8 (h, w, 4), straight alpha, sRGB, read-only; its corner lies at (x, y) in the
    frame, all four numbers even, so that it is aligned with 4:2:0 planes. `boxes`: the ink of each
    text given (of no size for a silent one), in the frame's pixels. `missing`: what no face has.
    `glyphs` were shaped, `drawn` were drawn. `overflow`: in words, what did not fit.
    """

    rgba: NDArray[np.uint8]
    x: int
    y: int
    boxes: tuple[Rect, ...]
    missing: tuple[str, ...] = ()
    glyphs: int = 0
    drawn: int = 0
    overflow: tuple[str, ...] = ()

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) of the patch; 0, 0 where nothing is shown."""
        return int(self.rgba.shape[1]), int(self.rgba.shape[0])

    def parts(self) -> tuple[tuple[int, int, NDArray[np.uint8]], ...]:
        """(x, y, rgba) of the stretches of rows that show anything, two rows at a time.

        Captions at the top and at the bottom are one tall patch, most of it empty.
        """
        shown = self.rgba[..., 3].any(axis=1)
        found: list[list[int]] = []
        for row in (np.flatnonzero(shown) // 2 * 2).tolist():
            if found and row <= found[-1][1]:
                found[-1][1] = row + 2
            else:
                found.append([row, row + 2])
        return tuple((self.x, self.y + top, self.rgba[top:bottom]) for top, bottom in found)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return self.rgba.size == 0


_layers: Kept[tuple[tuple[CaptionText, ...], CaptionStyle, Size], CaptionLayer] = Kept(
    16_000_000, lambda layer: layer.rgba.nbytes
)


@dataclass(frozen=True, slots=True, eq=False)
class _Sketch:
    """Texts in their places and the masks they are painted with: `below` the letters from the
    lowest up, and the letters."""

    placed: tuple[PlacedText, ...]
    overflow: tuple[str, ...]
    below: list[tuple[Mask, Colour]]
    letters: list[tuple[Mask, Colour]]

    @property
    def glyphs(self) -> int:
        return sum(len(line.glyphs) for one in self.placed for line in one.set.lines)

    @property
    def weight(self) -> int:
        return sum(mask.alpha.nbytes for mask, _ in self.below + self.letters)


# Only what is asked for twice in a row: the same captions painted, and looked at by `parted`.
_sketches: Kept[tuple[tuple[CaptionText, ...], CaptionStyle, Size], _Sketch] = Kept(
    4_000_000, lambda sketch: sketch.weight
)


def compose(texts: tuple[CaptionText, ...], style: CaptionStyle, frame: Size) -> CaptionLayer:
    """What `texts` look like in a frame: the first language first.

    The same arguments give the same bytes. Overlong texts shrink to the style's floor, then take
    more lines, then shrink further: nothing is ever cut off at the frame's edge.
    """
    if any(one.opacity != 255 for one in texts):
        return _faded(texts, style, frame)
    return _layers.made((texts, style, frame), lambda: _composed(texts, style, frame))


def _faded(texts: tuple[CaptionText, ...], style: CaptionStyle, frame: Size) -> CaptionLayer:
    opacities = {one.opacity for one in texts if one.text}
    whole = compose(tuple(replace(one, opacity=255) for one in texts), style, frame)
    if whole.is_empty or not opacities:
        return whole
    if len(opacities) == 1:
        return replace(whole, rgba=faded(whole.rgba, opacities.pop()))
    placed, _ = laid_out(
        tuple((one.language, marked(one.text), rank) for one, rank in _ranked(texts)), style, frame
    )
    groups: dict[int, list[PlacedText]] = {}
    for text, one in zip(texts, _matched(texts, placed), strict=True):
        if one is not None:
            groups.setdefault(text.opacity, []).append(one)
    rgba = np.zeros_like(whole.rgba)
    # The most opaque first: a plate that goes is drawn under what stays on its own.
    for opacity in sorted(groups, reverse=True):
        patch, _ = _painted(tuple(groups[opacity]), _drawn(style, texts), frame)
        laid_over(rgba, faded(patch.rgba(), opacity), (patch.x - whole.x, patch.y - whole.y))
    rgba.setflags(write=False)
    return replace(whole, rgba=rgba)


def _composed(texts: tuple[CaptionText, ...], style: CaptionStyle, frame: Size) -> CaptionLayer:
    sketch = _sketched(texts, style, frame)
    missing = tuple(
        dict.fromkeys(
            each for one in sketch.placed for line in one.set.lines for each in line.missing
        )
    )
    boxes = _boxes(texts, sketch.placed)
    if not sketch.glyphs:
        return CaptionLayer(_nothing(), 0, 0, boxes, missing, 0, 0, sketch.overflow)
    patch, drawn = _laid(sketch.below, sketch.letters, frame)
    told = boxes, missing, sketch.glyphs, drawn, sketch.overflow
    return CaptionLayer(patch.rgba(), patch.x, patch.y, *told)


def _sketched(texts: tuple[CaptionText, ...], style: CaptionStyle, frame: Size) -> _Sketch:
    return _sketches.made((texts, style, frame), lambda: _sketch(texts, style, frame))


def _sketch(texts: tuple[CaptionText, ...], style: CaptionStyle, frame: Size) -> _Sketch:
    placed, overflow = laid_out(
        tuple((one.language, marked(one.text), rank) for one, rank in _ranked(texts)), style, frame
    )
    if not any(line.glyphs for one in placed for line in one.set.lines):
        return _Sketch(placed, overflow, [], [])
    return _Sketch(placed, overflow, *_sheets(placed, _drawn(style, texts), frame))


def _drawn(style: CaptionStyle, texts: tuple[CaptionText, ...]) -> CaptionStyle:
    """The style as the texts are drawn; they are always placed as if they had its plate."""
    bare = all(one.bare for one in texts) and style.plate is not None
    return replace(style, plate=None) if bare else style


def _ranked(texts: tuple[CaptionText, ...]) -> list[tuple[CaptionText, int]]:
    return [(one, place if one.rank is None else one.rank) for place, one in enumerate(texts)]


def _nothing() -> NDArray[np.uint8]:
    made = np.zeros((0, 0, 4), np.uint8)
    made.setflags(write=False)
    return made


def _boxes(texts: tuple[CaptionText, ...], placed: tuple[PlacedText, ...]) -> tuple[Rect, ...]:
    found = _matched(texts, placed)
    return tuple(Rect(0.0, 0.0, 0.0, 0.0) if one is None else one.ink for one in found)


def _matched(
    texts: tuple[CaptionText, ...], placed: tuple[PlacedText, ...]
) -> list[PlacedText | None]:
    """Where each text stands; None for a silent one."""
    found: list[PlacedText | None] = []
    left = list(placed)
    for text, rank in _ranked(texts):
        mine = [
            one
            for one in left
            if one.set.language == text.language and one.set.second == (rank > 0)
        ]
        if mine and marked(text.text).text:
            left.remove(mine[0])
            found.append(mine[0])
        else:
            found.append(None)
    return found


def _painted(placed: tuple[PlacedText, ...], style: CaptionStyle, frame: Size) -> tuple[Patch, int]:
    return _laid(*_sheets(placed, style, frame), frame)


def _laid(
    below: list[tuple[Mask, Colour]], letters: list[tuple[Mask, Colour]], frame: Size
) -> tuple[Patch, int]:
    """All sheets in one patch, and how many glyphs were drawn."""
    patch = Patch(_room_of(below + letters, frame))
    for mask, colour in below + letters:
        patch.lay(mask, colour)
    return patch, sum(mask.drawn for mask, _ in letters)


def _sheets(
    placed: tuple[PlacedText, ...], style: CaptionStyle, frame: Size
) -> tuple[list[tuple[Mask, Colour]], list[tuple[Mask, Colour]]]:
    """What lies under the letters, from the lowest up, and the letters."""
    em = em_of(style, frame)
    texts = [inked(one, style) for one in placed]
    outlines = [one.outline for one in texts]
    below: list[tuple[Mask, Colour]] = []
    if style.plate:
        below += [(mask, style.plate.colour) for mask in plates_of(placed, style.plate, em)]
    if style.shadow:
        below.append((shadow_of(outlines, style.shadow, em), style.shadow.colour))
    if style.outline:
        below += [(mask, style.outline.colour) for mask in outlines]
    return below, [(one.fill, one.colour) for one in texts]


def _room_of(sheets: list[tuple[Mask, Colour]], frame: Size) -> Rect:
    room = sheets[0][0].rect
    for mask, _ in sheets[1:]:
        room = room.join(mask.rect)
    return even_room(room, frame)


def parted(
    texts: tuple[CaptionText, ...], style: CaptionStyle, frame: Size
) -> tuple[CaptionLayer, tuple[CaptionLayer, ...]]:
    """What lies under the letters of `compose`'s layer, and the letters of each text alone.

    All have the same corner and size, with room around the letters, so that it can be measured how
    they stand out.
    """
    sketch = _sketched(texts, style, frame)
    if not sketch.glyphs:
        return CaptionLayer(_nothing(), 0, 0, ()), ()
    below, fills = sketch.below, sketch.letters
    aside = em_of(style, frame) / 8
    room = _room_of(below + fills, frame)
    room = even_room(room.inset(-aside, -aside, -aside, -aside), frame)
    made = []
    for sheets in (below, *([one] for one in fills)):
        patch = Patch(room)
        for mask, colour in sheets:
            patch.lay(mask, colour)
        made.append(CaptionLayer(patch.rgba(), patch.x, patch.y, ()))
    return made[0], tuple(made[1:])


def layer_key(texts: tuple[CaptionText, ...], style: CaptionStyle, frame: Size) -> str:
    """A hash of all that the layer shows: texts, style, frame, the fonts' contents, the engine."""
    faces = {
        run.face
        for one in texts
        for run in library().choose(
            marked(one.text).text,
            one.language,
            style_for(style.scripts, one.language).families,
            style_for(style.scripts, one.language).weight,
        )
        if run.face is not None
    }
    told = {
        "version": VERSION,
        "engine": ENGINE,
        "texts": [
            [one.language, one.text, rank, one.opacity, one.bare] for one, rank in _ranked(texts)
        ],
        "style": unstructure(style),
        "frame": [frame.width, frame.height],
        "fonts": sorted([identity(face.path), face.index] for face in faces),
    }
    plain = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()
