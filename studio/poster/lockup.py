"""Two languages set as one unit: in a fixed proportion, ink edges aligned, fitted together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from studio.core.geometry import Rect
from studio.poster.smallest import body
from studio.poster.template import Align, Template
from studio.typeset.adjust import Adjust
from studio.typeset.block import Block, TypeBox, aligned, fit_block, set_block
from studio.typeset.mask import Mask, lines_mask
from studio.typeset.optical import Align as Edge
from studio.typeset.optical import by_ink, hung
from studio.typeset.style import TypeStyle, script_of, style_for

#: Scripts that a template's columns are for; others are set in lines.
COLUMNS = frozenset({"hans", "hant", "jpan"})
#: The second language's em stays within these shares of the first one's: ideographs smaller than
#: that close up beside large Latin.
_LEAST, _MOST = 0.44, 0.66
#: Where it must be larger to be read, its body stays below this share of the first one's.
_NEARLY = 0.74
#: A second language of more lines than this may be so much wider than the first one's measure if
#: it then takes fewer: short lines have a poor rag.
_MANY, _WIDER = 2, 1.5


@dataclass(frozen=True, slots=True)
class Piece:
    """A block whose box's corner stands at (x, y) of the file.

    `role`: copy, second, title or legal.
    """

    role: str
    block: Block
    x: float
    y: float

    @property
    def ink(self) -> Rect:
        """Around all that is inked, in pixels of the file."""
        return self.block.ink.moved(self.x, self.y)

    def moved(self, dx: float, dy: float) -> Piece:
        """The same piece elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)

    def mask(self, scale: float = 1.0) -> Mask:
        """The coverage of its ink in a file `scale` times as large."""
        block = self.block
        lines = tuple(line.scaled(scale) for line in block.lines) if scale != 1 else block.lines
        places = [((x + self.x) * scale, (y + self.y) * scale) for x, y in block.origins]
        return lines_mask(lines, places)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a lock-up is to be filled: room in pixels, the largest em, lines, alignment, columns.

    `adjusts`: characters that were set by hand, `least`: the smallest em that can be read, both by
    language.
    """

    width: float
    height: float
    size: float
    lines: int
    align: Align = "start"
    vertical: bool = False
    adjusts: Mapping[str, tuple[Adjust, ...]] = field(default_factory=dict)
    least: Mapping[str, float] = field(default_factory=dict)

    def by_hand(self, language: str) -> tuple[Adjust, ...]:
        """The characters of a language that were set by hand."""
        return self.adjusts.get(language, ())


def styled(styles: Mapping[str, TypeStyle], language: str, size: float) -> TypeStyle:
    """The style of a language at `size` pixels, corrected by the per cent that the preset gives."""
    style = style_for(styles, language)
    return style.sized(max(0.5, size * style.size / 100))


def second_size(template: Template, primary: str, second: str, size: float) -> float:
    """The em of the second language beside a primary em of `size`."""
    return size * second_share(template, primary, second)


def second_share(template: Template, primary: str, second: str) -> float:
    """The second language's em as a share of the primary one's."""
    share = template.second * body(primary) / body(second)
    return min(max(share, _LEAST), _MOST)


def _second_style(
    template: Template, languages: tuple[str, str], size: float, setting: Setting
) -> TypeStyle:
    """The second language's type beside a primary em of `size`: in proportion, but readable."""
    first, second = languages
    styles = template.seconds or template.scripts
    style = styled(styles, second, second_size(template, first, second, size))
    most = size * min(0.98, _NEARLY * body(first) / body(second))
    return style.sized(max(style.size, min(setting.least.get(second, 0.0), most)))


def lockup(
    template: Template, lines: tuple[tuple[str, str], ...], setting: Setting
) -> tuple[Piece, ...]:
    """One or two languages as pieces whose common ink begins at (0, 0).

    `lines`: (language, text), the primary first. Both get smaller together until they fit the
    room; where nothing fits, blocks say `overflow`.
    """
    if not lines:
        return ()
    vertical = setting.vertical and script_of(lines[0][0]) in COLUMNS
    build = _columns if vertical else _rows
    room = 1.0
    pieces = build(template, lines, setting, room)
    for _ in range(8):
        whole = ink_of(pieces)
        over = whole.width / setting.width if vertical else whole.height / setting.height
        if over <= 1.0:
            break
        room *= 0.985 / over
        pieces = build(template, lines, setting, room)
    whole = ink_of(pieces)
    return tuple(piece.moved(-whole.x, -whole.y) for piece in pieces)


def ink_of(pieces: tuple[Piece, ...]) -> Rect:
    """The ink of all pieces together; empty when there is none."""
    inked = [piece.ink for piece in pieces if piece.block.lines]
    if not inked:
        return Rect(0.0, 0.0, 0.0, 0.0)
    whole = inked[0]
    for one in inked[1:]:
        whole = whole.join(one)
    return whole


def _rows(
    template: Template, lines: tuple[tuple[str, str], ...], setting: Setting, room: float
) -> tuple[Piece, ...]:
    language, text = lines[0]
    style = styled(template.scripts, language, setting.size * min(1.0, room))
    way: Edge = "start" if setting.align == "anchor" else setting.align
    tall = setting.height * min(1.0, room)
    box = TypeBox(setting.width, tall, setting.lines, style.size * 0.1, way)
    first = fit_block(text, language, style, box, setting.by_hand(language))
    if len(lines) == 1:
        return (Piece("copy", aligned(first, way, first.ink.width), 0.0, 0.0),)
    other, words = lines[1]
    own = style.size and first.size / style_for(template.scripts, language).size * 100
    small = _second_style(template, (language, other), own, setting)
    # The second language keeps about the measure of the first, so that the two make one shape.
    measure = min(setting.width, max(first.ink.width * 1.12, setting.width * 0.5, small.size * 9))
    own_hand = setting.by_hand(other)
    box = TypeBox(measure, setting.height, 4, align=way)
    second = set_block(words, other, small, box, own_hand)
    wider = replace(box, width=min(setting.width, measure * _WIDER))
    if len(second.lines) > _MANY and not second.overflow:
        second = _fewer(second, set_block(words, other, small, wider, own_hand))
    if second.overflow:
        second = fit_block(words, other, small, replace(box, width=setting.width), own_hand)
    width = max(first.ink.width, second.ink.width)
    gap = template.gap * body(language) * own
    top = Piece("copy", aligned(first, way, width), 0.0, 0.0)
    # Under large lines small ones keep to the common edge with their marks too.
    edges = hung if way == "centre" else by_ink
    low = Piece("second", aligned(second, way, width, edges), 0.0, 0.0)
    if ink_of((top, low)).width > setting.width:
        # There is no room for marks outside the common edge.
        top, low = _inside(top, width), _inside(low, width)
    return top, low.moved(0.0, top.ink.bottom + gap - low.ink.y)


def _fewer(one: Block, other: Block) -> Block:
    return other if not other.overflow and len(other.lines) < len(one.lines) else one


def _inside(piece: Piece, width: float) -> Piece:
    ink = piece.ink
    return piece.moved(max(0.0, -ink.x) or min(0.0, width - ink.right), 0.0)


def _columns(
    template: Template, lines: tuple[tuple[str, str], ...], setting: Setting, room: float
) -> tuple[Piece, ...]:
    """Columns from right to left; the second language stands left of the first, on its side."""
    language, text = lines[0]
    style = styled(template.scripts, language, setting.size * min(1.0, room))
    box = TypeBox(setting.width, setting.height, setting.lines, style.size * 0.1, vertical=True)
    first = fit_block(text, language, style, box, setting.by_hand(language))
    copy = Piece("copy", first, 0.0, 0.0)
    if len(lines) == 1:
        return (copy,)
    other, words = lines[1]
    own = first.size / style_for(template.scripts, language).size * 100
    small = _second_style(template, (language, other), own, setting)
    tall = max(first.ink.height, setting.height * 0.6)
    own_hand = setting.by_hand(other)
    box = TypeBox(setting.width, tall, 4, vertical=True)
    second = set_block(words, other, small, box, own_hand)
    if second.overflow:
        second = fit_block(words, other, small, replace(box, height=setting.height), own_hand)
    beside = Piece("second", second, 0.0, 0.0)
    gap = template.gap * body(language) * own
    dx = copy.ink.x - gap - beside.ink.right
    return copy, beside.moved(dx, copy.ink.y - beside.ink.y)
