"""A block of lines: set at a size, or at the largest size at which it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from studio.core.geometry import Rect
from studio.typeset.direction import is_right_to_left
from studio.typeset.shape import Line, shape_line
from studio.typeset.style import TypeStyle
from studio.typeset.vertical import shape_column
from studio.typeset.wrapping import Wrapped, partitions, vertical_partitions

Align = Literal["start", "centre", "end"]

#: How much of the size a division may give away to break where one pauses.
_SENSE = 0.35
#: A line more must gain this much size.
_FEWER = 0.02


@dataclass(frozen=True, slots=True)
class TypeBox:
    """The room for a block, in pixels, and how it is filled.

    `min_size`: below it the block is set at that size and overflows. `align` is along the line:
    its start is the right for Arabic and Hebrew, the top of a column for `vertical` setting.
    """

    width: float
    height: float
    max_lines: int = 2
    min_size: float = 1.0
    align: Align = "start"
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Lines at their places, in pixels, the box's top left corner at `box.x`, `box.y`.

    `origins[i]` is where the origin of `lines[i]` lies: the start of its baseline, or of a
    vertical line the top of its column's middle. Lines are aligned by their ink, which begins at
    the top of the box. `ink` is around all that is inked, `missing` what no face has, `overflow`
    whether ink leaves the box.
    """

    text: str
    language: str
    style: TypeStyle
    box: Rect
    lines: tuple[Line, ...]
    origins: tuple[tuple[float, float], ...]
    ink: Rect
    missing: tuple[str, ...] = ()
    overflow: bool = False
    vertical: bool = False

    @property
    def size(self) -> float:
        """Pixels an em."""
        return self.style.size

    @property
    def glyphs(self) -> int:
        """How many glyphs were shaped."""
        return sum(len(line.glyphs) for line in self.lines)

    def moved(self, dx: float, dy: float) -> Block:
        """The same block elsewhere, box and all."""
        return replace(
            self,
            box=self.box.moved(dx, dy),
            origins=tuple((x + dx, y + dy) for x, y in self.origins),
            ink=self.ink.moved(dx, dy),
        )


def fit_block(text: str, language: str, style: TypeStyle, box: TypeBox) -> Block:
    """`text` at the largest size up to `style.size` at which it lies inside `box`.

    All numbers of lines up to `box.max_lines` are tried; one that breaks where one pauses may be
    up to a third smaller than one that does not. Forced breaks are kept even beyond `max_lines`.
    Where even `box.min_size` does not fit the block is set at that and `overflow` is true.
    """
    best: tuple[float, float, Wrapped] | None = None
    for count, found in enumerate(_divisions(text, language, style, box)):
        size = min(style.size, _largest(_unit_lines(text, found, language, style, box), style, box))
        score = size * (1 - _SENSE * min(1.0, found.cost)) * (1 - _FEWER * count)
        if best is None or score > best[0]:
            best = score, size, found
    if best is None:
        return _empty(text, language, style, box)
    return _placed(text, language, style.sized(max(best[1], box.min_size)), box, best[2])


def set_block(text: str, language: str, style: TypeStyle, box: TypeBox) -> Block:
    """`text` at exactly `style.size`, in the fewest lines that fit the box's width (or height)."""
    found = _divisions(text, language, style, box)
    if not found:
        return _empty(text, language, style, box)
    room = box.height if box.vertical else box.width
    fitting = [one for one in found if one.width * style.size <= room]
    chosen = fitting[0] if fitting else min(found, key=lambda one: one.width)
    return _placed(text, language, style, box, chosen)


def block_of(lines: Sequence[str], language: str, style: TypeStyle, box: TypeBox) -> Block:
    """Lines whose breaks somebody chose, at exactly `style.size`."""
    text = "\n".join(lines)
    return set_block(text, language, style, replace(box, max_lines=len(lines)))


def _divisions(text: str, language: str, style: TypeStyle, box: TypeBox) -> tuple[Wrapped, ...]:
    unit = replace(style, size=1.0, leading=1.0)
    if box.vertical:
        return vertical_partitions(text, language, unit, box.max_lines)
    return partitions(text, language, unit, box.max_lines)


def _unit_lines(
    text: str, found: Wrapped, language: str, style: TypeStyle, box: TypeBox
) -> tuple[Line, ...]:
    shape = shape_column if box.vertical else shape_line
    return tuple(shape(text[start:stop], language, style.sized(1.0)) for start, stop in found.spans)


def _largest(lines: tuple[Line, ...], style: TypeStyle, box: TypeBox) -> float:
    """The size at which the ink of unit `lines` just fills the box."""
    ink = _ink(lines, _origins(lines, style.sized(1.0), TypeBox(0, 0, vertical=box.vertical), ""))
    # A hair less than the room, so that rounding never puts ink on the edge.
    across = box.width * 0.99999 / ink.width if ink.width else style.size
    down = box.height * 0.99999 / ink.height if ink.height else style.size
    return min(across, down)


def _placed(text: str, language: str, style: TypeStyle, box: TypeBox, found: Wrapped) -> Block:
    lines = tuple(
        line.scaled(style.size) for line in _unit_lines(text, found, language, style, box)
    )
    origins = _origins(lines, style, box, language)
    ink = _ink(lines, origins)
    room = Rect(0.0, 0.0, box.width, box.height)
    missing = tuple(dict.fromkeys(one for line in lines for one in line.missing))
    return Block(
        text,
        language,
        style,
        room,
        lines,
        origins,
        ink,
        missing,
        not room.holds(ink, 0.01),
        box.vertical,
    )


def _empty(text: str, language: str, style: TypeStyle, box: TypeBox) -> Block:
    room = Rect(0.0, 0.0, box.width, box.height)
    nothing = Rect(0.0, 0.0, 0.0, 0.0)
    return Block(text, language, style, room, (), (), nothing, (), False, box.vertical)


def _ink(lines: Sequence[Line], origins: Sequence[tuple[float, float]]) -> Rect:
    inked = [
        line.ink.moved(x, y)
        for line, (x, y) in zip(lines, origins, strict=True)
        if line.ink.width and line.ink.height
    ]
    if not inked:
        return Rect(0.0, 0.0, 0.0, 0.0)
    whole = inked[0]
    for one in inked[1:]:
        whole = whole.join(one)
    return whole


def _share(align: Align, right_to_left: bool) -> float:
    share = {"start": 0.0, "centre": 0.5, "end": 1.0}[align]
    return 1.0 - share if right_to_left else share


def _origins(
    lines: Sequence[Line], style: TypeStyle, box: TypeBox, language: str
) -> tuple[tuple[float, float], ...]:
    pitch = style.leading * style.size
    if box.vertical:
        return _column_origins(lines, pitch, box)
    share = _share(box.align, is_right_to_left(language))
    made = [
        (share * (box.width - line.ink.width) - line.ink.x, place * pitch)
        for place, line in enumerate(lines)
    ]
    top = _ink(lines, made).y
    return tuple((x, y - top) for x, y in made)


def _column_origins(
    lines: Sequence[Line], pitch: float, box: TypeBox
) -> tuple[tuple[float, float], ...]:
    """Columns from right to left; the ink of the first touches the right edge of the box."""
    share = _share(box.align, False)
    made = [
        (-place * pitch, share * (box.height - line.ink.height) - line.ink.y)
        for place, line in enumerate(lines)
    ]
    right = _ink(lines, made).right
    return tuple((x + box.width - right, y) for x, y in made)
