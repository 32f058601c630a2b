"""What a festival's one-sheet has besides copy: honours at its head, title and credits below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from studio.core.geometry import Rect
from studio.poster.document import PosterCopy
from studio.poster.foot import Foot, at_foot, legal_row
from studio.poster.lockup import Piece, ink_of, second_size, styled
from studio.poster.template import Align, Arrangement, Template
from studio.typeset.adjust import Adjust
from studio.typeset.block import Block, TypeBox, fit_block, set_block
from studio.typeset.optical import Align as Edge
from studio.typeset.style import TypeStyle, style_for

#: The most of the room's height that credits take, and that title, credits and legal line take
#: together.
_CREDITS_TALL, _TALL = 0.2, 0.5
#: Letters of a line of credits are pushed apart by at most so many em until it is as wide as the
#: others.
_APART = 0.22
#: Where a line has several entries, these are pushed apart by at most so many em, and letters less.
_ENTRIES_APART, _LETTERS_APART = 3.0, 0.11
#: Between title and credits, credits and legal line, in em of the credits.
_ABOVE, _BELOW = 1.9, 1.3
#: Credits get so much larger where their lines leave room at their ends.
_LARGER = 1.25
#: How much smaller credits are set until they fit, and whether entries stay whole: rather a
#: little smaller than a name torn apart.
_WAYS = (
    *((0.95**step, True) for step in range(6)),
    *((0.95**step, False) for step in range(12)),
)
#: Measures that are tried for even lines, as shares of the room, and what a narrower one costs.
_MEASURES, _NARROWER = (1.0, 0.92, 0.84, 0.77, 0.7), 0.4
#: Where entries of credits end, and what stands between them.
_ENDS = re.compile(r"\n|\s{2,}|\u3000")
_BETWEEN = " \u2002"
#: A title stays on one line unless that makes it smaller than this share of its size.
_ONE_LINE = 0.62
#: Between the title and the second language's, in em of the title.
_UNDER = 0.32
#: Lines of credits that need at least so much of the room are set to the whole of it; else they
#: are set to the widest of them.
_WHOLE = 0.85
_SHARES: dict[Align, float] = {"start": 0.0, "anchor": 0.0, "centre": 0.5, "end": 0.5}


def head(
    template: Template, arrangement: Arrangement, copy: PosterCopy, room: Rect, size: float
) -> tuple[Piece, ...]:
    """Honours on the copy's axis and the number in its series at the right, at the top of `room`.

    `size`: the copy's em in pixels, as everywhere here.
    """
    if arrangement.foot != "credits":
        return ()
    em = size * template.foot
    language, text = copy.first(copy.honours)
    made: list[Piece] = []
    if copy.number.strip():
        style = styled(template.small or template.scripts, copy.languages[0], em)
        one = copy.number.strip()
        block = set_block(one, copy.languages[0], style, TypeBox(room.width * 0.3, em * 3, 1))
        made.append(_to(Piece("number", block, 0.0, 0.0), room, 1.0))
    if text:
        style = styled(template.small or template.scripts, language, em)
        share = _SHARES[arrangement.align]
        way: Edge = "centre" if share else "start"
        wide = room.width - 2 * (ink_of(tuple(made)).width + em if made else 0.0)
        box = TypeBox(max(wide, room.width * 0.3), room.height * 0.15, 4, em * 0.5, way)
        block = fit_block(text, language, style, box)
        if not block.overflow:
            made.append(_to(Piece("honours", block, 0.0, 0.0), room, share))
    return tuple(made)


def _to(piece: Piece, room: Rect, share: float) -> Piece:
    """At the top of the room, so far across."""
    ink = piece.ink
    x = room.x + share * (room.width - ink.width)
    return piece.moved(x - ink.x, room.y - ink.y)


def billing(
    template: Template, arrangement: Arrangement, copy: PosterCopy, room: Rect, size: float
) -> Foot:
    """Title, credits set to a width, and legal line, one above the other.

    In the middle of `room`, or at its start, as the arrangement's lines are aligned.
    """
    em = size * template.foot
    share = _SHARES[arrangement.align]
    wide = room.width * (arrangement.measure if share == 0.0 else 1.0)
    part = Rect(room.x + share * (room.width - wide), room.y, wide, room.height)
    way = "centre" if share else "start"
    low = at_foot(legal_row(template, copy, em, wide), part, room.bottom, way)
    low = _lifted(low, room.bottom)
    base = ink_of(low).y - em * _BELOW if low else room.bottom
    credits = _credits(template, copy, em, Rect(0, 0, wide, room.height * _CREDITS_TALL))
    credits = _stood(credits, part, base, share)
    if credits:
        base = ink_of(credits).y - em * _ABOVE
    tall = max(room.height * 0.1, room.height * _TALL - (room.bottom - base))
    titles = _titles(template, arrangement, copy, Rect(0, 0, wide, tall), size)
    title = _stood(titles, part, base, share)
    pieces = (*title, *credits, *low)
    if not pieces:
        return Foot((), 0.0)
    return Foot(pieces, room.bottom - ink_of(pieces).y)


def _lifted(pieces: tuple[Piece, ...], bottom: float) -> tuple[Piece, ...]:
    """What hangs below the baseline lies above the bottom too."""
    over = max(0.0, ink_of(pieces).bottom - bottom)
    return tuple(piece.moved(0.0, -over) for piece in pieces)


def _stood(pieces: tuple[Piece, ...], room: Rect, base: float, share: float) -> tuple[Piece, ...]:
    """Lines one below the other, each so far across the room, the last one's ink on `base`."""
    low = ink_of(pieces).bottom
    return tuple(
        piece.moved(room.x + share * (room.width - piece.ink.width) - piece.ink.x, base - low)
        for piece in pieces
    )


def _titles(
    template: Template, arrangement: Arrangement, copy: PosterCopy, room: Rect, size: float
) -> tuple[Piece, ...]:
    """The title large, the second language's below it."""
    titles = copy.titles()
    if not titles:
        return ()
    language, text = titles[0]
    style = styled(template.titles or template.scripts, language, size * template.title)
    tall = room.height * (0.68 if len(titles) > 1 else 1.0)
    way: Edge = "start" if _SHARES[arrangement.align] == 0.0 else "centre"
    box, words = TypeBox(room.width, tall, 1, style.size * 0.2, way), " ".join(text.split())
    block = fit_block(words, language, style, box)
    if block.size < style.size * _ONE_LINE:
        block = fit_block(words, language, style, replace(box, max_lines=2))
    made = [Piece("title", block, 0.0, 0.0)]
    if len(titles) > 1:
        low = _second_title(template, (language, titles[1]), block, room)
        made.append(low.moved(0.0, block.ink.bottom + block.size * _UNDER - low.ink.y))
    return tuple(made)


def _second_title(
    template: Template, spoken: tuple[str, tuple[str, str]], first: Block, room: Rect
) -> Piece:
    language, (other, words) = spoken
    own = first.size / style_for(template.titles or template.scripts, language).size * 100
    em = second_size(template, language, other, own) * 0.8
    style = styled(template.seconds or template.scripts, other, em)
    box = TypeBox(room.width, room.height * 0.3, 1, style.size * 0.3, "centre")
    return Piece("title", fit_block(" ".join(words.split()), other, style, box), 0.0, 0.0)


def _credits(template: Template, copy: PosterCopy, em: float, room: Rect) -> tuple[Piece, ...]:
    """The credits in lines of one width; none where there is no room for them."""
    language, text = copy.first(copy.credits)
    if not text:
        return ()
    style = styled(template.credits or template.small or template.scripts, language, em)
    return _set(text, language, style, room.width, room.height)


@lru_cache(maxsize=64)
def _set(
    text: str, language: str, style: TypeStyle, width: float, height: float
) -> tuple[Piece, ...]:
    """Kept while only the rest of a poster is written on."""
    for smaller, whole in _WAYS:
        own = style.sized(style.size * smaller)
        lines = _evenest(text, language, own, width, whole=whole)
        if lines and len(lines) * own.leading * own.size <= height:
            return _to_width(lines, language, own, width)
    return ()


def _evenest(
    text: str, language: str, style: TypeStyle, width: float, *, whole: bool
) -> tuple[str, ...]:
    """The credits broken for the measure, up to `width`, at which their lines are most even.

    With `whole` none where an entry is wider than that.
    """
    best: tuple[float, tuple[str, ...]] = (-1.0, ())
    for share in _MEASURES:
        lines = _lines(text, language, style, width * share, whole=whole)
        if lines:
            even = _even(lines, language, style) - (1.0 - share) * _NARROWER
            best = max(best, (even, lines), key=lambda one: one[0])
    return best[1]


def _even(lines: Sequence[str], language: str, style: TypeStyle) -> float:
    """The share of lines that can be as wide as the widest; the last counts half."""
    widest = max(_width(line, language, style) for line in lines)
    whole = [_spread(line, language, style, widest).ink.width > widest * 0.98 for line in lines]
    weights = [1.0] * (len(lines) - 1) + [0.5]
    return sum(weight for weight, one in zip(weights, whole, strict=True) if one) / sum(weights)


def _lines(
    text: str, language: str, style: TypeStyle, width: float, *, whole: bool
) -> tuple[str, ...]:
    """The credits in few even lines no wider than `width`; none where that cannot be.

    They break between entries, so that a name stays whole: entries end at a line break, at two
    spaces or at an ideographic one. Credits without entries break as any text does.
    """
    entries = [" ".join(entry.split()) for entry in _ENDS.split(text) if entry.strip()]
    widths = [_width(entry, language, style) for entry in entries]
    if len(entries) > 1 and max(widths) <= width:
        gap = _width(f"n{_BETWEEN}n", language, style) - _width("nn", language, style)
        spans = evened(widths, gap, width)
        return tuple(_BETWEEN.join(entries[start:stop]) for start, stop in spans)
    if whole and len(entries) > 1:
        return ()
    joined = _BETWEEN.join(entries)
    block = set_block(joined, language, style, TypeBox(width, style.size, 40))
    fits = all(line.ink.width <= width for line in block.lines)
    return tuple(line.text.strip() for line in block.lines) if fits else ()


def _width(text: str, language: str, style: TypeStyle) -> float:
    return set_block(text, language, style, TypeBox(1e9, style.size * 4, 1)).ink.width


def evened(widths: Sequence[float], gap: float, most: float) -> tuple[tuple[int, int], ...]:
    """Entries in the fewest lines no wider than `most`, as even as can be: (start, stop) of each.

    `gap` stands between two entries of a line. Every entry must be narrower than `most`.
    """
    # The best way to set the entries up to each: lines, how uneven, where the last line starts.
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for stop in range(1, len(widths) + 1):
        ways = []
        for start in range(stop):
            wide = sum(widths[start:stop]) + gap * (stop - start - 1)
            if wide <= most:
                lines, uneven, _ = best[start]
                ways.append((lines + 1, uneven + (most - wide) ** 2, start))
        best.append(min(ways))
    spans: list[tuple[int, int]] = []
    stop = len(widths)
    while stop:
        spans.append((best[stop][2], stop))
        stop = best[stop][2]
    return tuple(reversed(spans))


def _to_width(
    lines: Sequence[str], language: str, style: TypeStyle, width: float
) -> tuple[Piece, ...]:
    """A piece for each line, its entries pushed apart until all lines are as wide.

    All get larger together, as far as there is room. A line that would fall apart keeps its
    spaces and stands in the middle.
    """
    widest = max(_width(line, language, style) for line in lines)
    grown = min(_LARGER, width * 0.999 / widest)
    style, widest = style.sized(style.size * grown), widest * grown
    measure = width if widest > width * _WHOLE else widest
    made = []
    for place, line in enumerate(lines):
        one = _spread(line, language, style, measure)
        origin = one.origins[0][1] if one.origins else 0.0
        x = (measure - one.ink.width) / 2 - one.ink.x
        made.append(Piece("credits", one, x, place * style.leading * style.size - origin))
    return tuple(made)


def _spread(text: str, language: str, style: TypeStyle, width: float) -> Block:
    """A line with its entries, and a little its letters, apart until its ink is `width` wide.

    As it is where that would tear it apart.
    """
    box = TypeBox(width * 2, style.size * 4, 1)
    plain = block = set_block(text, language, style, box)
    gaps = [place for place, char in enumerate(text) if char == _BETWEEN[-1]]
    letters, tracking, kern = max(1, len(text) - 1), style.tracking, 0.0
    for _ in range(3):
        short = (width - block.ink.width) / style.size
        if gaps:
            most = style.tracking + _LETTERS_APART
            tracking = min(most, max(style.tracking, tracking + short / letters))
            short -= (tracking - block.style.tracking) * letters
            kern += short / len(gaps)
        else:
            tracking += short / letters
        if abs(tracking - style.tracking) > _APART or not -0.3 <= kern <= _ENTRIES_APART:
            return plain
        adjusts = tuple(Adjust(place, kern) for place in gaps if kern)
        block = set_block(text, language, replace(style, tracking=tracking), box, adjusts)
    return block
