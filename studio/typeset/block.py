"""A block of lines: set at a size, or at the largest size at which it fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from studio.core.geometry import Rect
from studio.typeset.adjust import Adjust, of_stretch
from studio.typeset.direction import is_right_to_left
from studio.typeset.optical import Align, hung
from studio.typeset.phrases import INSIDE
from studio.typeset.regional import wrong_region
from studio.typeset.shape import Line, shape_line
from studio.typeset.style import TypeStyle
from studio.typeset.vertical import shape_column
from studio.typeset.wrapping import Wanted, Wrapped, divisions

#: How far a line stands out of its edges at both ends, for an alignment.
Edges = Callable[[Line, Align], tuple[float, float]]

#: How much of the size a division may give away to break where one pauses.
_SENSE = 0.35
#: A line more must gain this much size, a break inside a phrase that much more, and a line more
#: where somebody chose the breaks as much as only a column asks for.
_FEWER, _ROUGH, _CHOSEN = 0.02, 0.22, 0.4


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
    the top of the box; marks at their ends stand a little outside (see optical). `ink` is around
    all that is inked, `missing` what no face has, `overflow` whether ink leaves the box.
    `adjusts`: the characters of `text` that were set by hand. `wrong_region`: ideographs whose
    face draws another region's form of them.
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
    adjusts: tuple[Adjust, ...] = ()
    wrong_region: tuple[str, ...] = ()

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


@dataclass(frozen=True, slots=True)
class _Copy:
    """What is to be set, and where."""

    text: str
    language: str
    style: TypeStyle
    box: TypeBox
    adjusts: tuple[Adjust, ...] = ()

    def divisions(self, each: int = 1) -> tuple[Wrapped, ...]:
        wanted = Wanted(self.box.max_lines, self.box.vertical, each)
        unit = replace(self.style, size=1.0, leading=1.0)
        return divisions(self.text, self.language, unit, wanted, self.adjusts)

    def unit_lines(self, found: Wrapped) -> tuple[Line, ...]:
        return tuple(self._unit_line(start, stop) for start, stop in found.spans)

    def _unit_line(self, start: int, stop: int) -> Line:
        text, unit = self.text[start:stop], self.style.sized(1.0)
        own = of_stretch(self.adjusts, start, stop)
        if self.box.vertical:
            return shape_column(text, self.language, unit, own)
        return shape_line(text, self.language, unit, (), own)


@dataclass(frozen=True, slots=True)
class Fit:
    """A division of a text, the size at which it just fits, and how good it is (more is better)."""

    found: Wrapped
    size: float
    score: float


def fit_block(
    text: str, language: str, style: TypeStyle, box: TypeBox, adjusts: tuple[Adjust, ...] = ()
) -> Block:
    """`text` at the largest size up to `style.size` at which it lies inside `box`.

    All numbers of lines up to `box.max_lines` are tried; one that breaks where one pauses may be
    up to a third smaller than one that does not, and than one that breaks inside a phrase by a
    fifth again. Breaks in the text are kept even beyond `max_lines`, and others are added to them
    only where that makes it a good deal larger.
    Where even `box.min_size` does not fit the block is set at that and `overflow` is true.
    """
    copy = _Copy(text, language, style, box, adjusts)
    found = _fits(copy, 1)
    if not found:
        return _empty(copy)
    return _placed(
        replace(copy, style=style.sized(max(found[0].size, box.min_size))), found[0].found
    )


def fits(text: str, language: str, style: TypeStyle, box: TypeBox, each: int) -> tuple[Fit, ...]:
    """How `text` could fill the box, best first: `each` divisions into every number of lines."""
    return _fits(_Copy(text, language, style, box), each)


def _fits(copy: _Copy, each: int) -> tuple[Fit, ...]:
    made = []
    fewest = 0
    for found in copy.divisions(each):
        fewest = fewest or len(found.spans)
        more = len(found.spans) - fewest
        size = min(copy.style.size, _largest(copy, found))
        score = size * (1 - _SENSE * min(1.0, found.cost)) * (1 - _FEWER * more)
        score *= 1 - _ROUGH * (found.worst >= INSIDE)
        score *= 1 - _CHOSEN * (more > 0 and "\n" in copy.text)
        made.append(Fit(found, size, score))
    return tuple(sorted(made, key=lambda one: -one.score))


def set_block(
    text: str, language: str, style: TypeStyle, box: TypeBox, adjusts: tuple[Adjust, ...] = ()
) -> Block:
    """`text` at exactly `style.size`, in the fewest lines that fit the box's width (or height)."""
    copy = _Copy(text, language, style, box, adjusts)
    found = copy.divisions()
    if not found:
        return _empty(copy)
    room = box.height if box.vertical else box.width
    fitting = [one for one in found if one.width * style.size <= room]
    chosen = fitting[0] if fitting else min(found, key=lambda one: one.width)
    return _placed(copy, chosen)


def block_of(
    lines: Sequence[str],
    language: str,
    style: TypeStyle,
    box: TypeBox,
    adjusts: tuple[Adjust, ...] = (),
) -> Block:
    """Lines whose breaks somebody chose, at exactly `style.size`.

    `adjusts` counts the lines' characters and one for each break between them.
    """
    text = "\n".join(lines)
    return set_block(text, language, style, replace(box, max_lines=len(lines)), adjusts)


def aligned(block: Block, align: Align, width: float, edges: Edges = hung) -> Block:
    """The lines of a level block by the edges that one sees in a box `width` wide.

    Marks that stand outside the edge stand outside the box too: so blocks of one width have one
    edge; `edges` says which do, `by_ink` none. Their ink begins at the top of the box.
    """
    box = TypeBox(width, max(block.ink.height, 1.0), align=align)
    origins = _origins(block.lines, block.style, box, block.language, edges)
    room = Rect(0.0, 0.0, box.width, box.height)
    return replace(block, box=room, origins=origins, ink=_ink(block.lines, origins))


def _largest(copy: _Copy, found: Wrapped) -> float:
    """The size at which the ink of the lines just fills the box."""
    lines, box = copy.unit_lines(found), copy.box
    bare = TypeBox(0.0, 0.0, align=box.align, vertical=box.vertical)
    ink = _ink(lines, _origins(lines, copy.style.sized(1.0), bare, copy.language))
    # A hair less than the room, so that rounding never puts ink on the edge.
    across = box.width * 0.99999 / ink.width if ink.width else copy.style.size
    down = box.height * 0.99999 / ink.height if ink.height else copy.style.size
    return min(across, down)


def _placed(copy: _Copy, found: Wrapped) -> Block:
    box, style = copy.box, copy.style
    lines = tuple(line.scaled(style.size) for line in copy.unit_lines(found))
    room = Rect(0.0, 0.0, box.width, box.height)
    origins = _held(lines, _origins(lines, style, box, copy.language), room)
    ink = _ink(lines, origins)
    return Block(
        copy.text,
        copy.language,
        style,
        room,
        lines,
        origins,
        ink,
        tuple(dict.fromkeys(one for line in lines for one in line.missing)),
        not room.holds(ink, 0.01),
        box.vertical,
        copy.adjusts,
        wrong_region(lines, copy.language),
    )


def _empty(copy: _Copy) -> Block:
    room = Rect(0.0, 0.0, copy.box.width, copy.box.height)
    nothing = Rect(0.0, 0.0, 0.0, 0.0)
    return Block(
        copy.text, copy.language, copy.style, room, (), (), nothing, vertical=copy.box.vertical
    )


def _held(
    lines: Sequence[Line], origins: tuple[tuple[float, float], ...], room: Rect
) -> tuple[tuple[float, float], ...]:
    """Moved until what stands outside an edge lies in the room, where there is room for it."""
    ink = _ink(lines, origins)
    dx = _inwards(ink.x, ink.right, room.width)
    dy = _inwards(ink.y, ink.bottom, room.height)
    return tuple((x + dx, y + dy) for x, y in origins)


def _inwards(low: float, high: float, room: float) -> float:
    if high - low > room:
        return 0.0
    return max(0.0, -low) or min(0.0, room - high)


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
    lines: Sequence[Line], style: TypeStyle, box: TypeBox, language: str, edges: Edges = hung
) -> tuple[tuple[float, float], ...]:
    pitch = style.leading * style.size
    if box.vertical:
        return _column_origins(lines, pitch, box)
    share = _share(box.align, is_right_to_left(language))
    made = []
    for place, line in enumerate(lines):
        before, after = edges(line, box.align)
        seen = line.ink.width - before - after
        made.append((share * (box.width - seen) - line.ink.x - before, place * pitch))
    top = _ink(lines, made).y
    return tuple((x, y - top) for x, y in made)


def _column_origins(
    lines: Sequence[Line], pitch: float, box: TypeBox
) -> tuple[tuple[float, float], ...]:
    """Columns from right to left; the ink of the first touches the right edge of the box."""
    share = _share(box.align, False)
    made = []
    for place, line in enumerate(lines):
        before, after = hung(line, box.align)
        seen = line.ink.height - before - after
        made.append((-place * pitch, share * (box.height - seen) - line.ink.y - before))
    right = _ink(lines, made).right
    return tuple((x + box.width - right, y) for x, y in made)
