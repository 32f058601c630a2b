"""What a festival's one-sheet has besides copy: honours at its head, title and credits below."""

from __future__ import annotations

from dataclasses import replace

from studio.core.geometry import Rect
from studio.poster.document import PosterCopy
from studio.poster.foot import Foot, at_foot, legal_row
from studio.poster.lockup import Piece, ink_of, second_size, styled
from studio.poster.template import Align, Arrangement, Template
from studio.typeset.block import Block, TypeBox, fit_block, set_block
from studio.typeset.optical import Align as Edge
from studio.typeset.style import TypeStyle, style_for

#: The most of the room's height that credits take, and that title, credits and legal line take
#: together.
_CREDITS_TALL, _TALL = 0.2, 0.5
#: Letters of a line of credits are pushed apart by at most so many em until it is as wide as the
#: others.
_APART = 0.22
#: Between title and credits, credits and legal line, in em of the credits.
_ABOVE, _BELOW = 1.9, 1.3
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
    box = TypeBox(room.width, tall, 2, style.size * 0.2, way)
    block = fit_block(" ".join(text.split()), language, style, box)
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
    """The credits, each line as wide as the room; none where they would be too small to read."""
    language, text = copy.first(copy.credits)
    if not text:
        return ()
    style = styled(template.credits or template.small or template.scripts, language, em)
    for _ in range(12):
        block = set_block(text, language, style, TypeBox(room.width, room.height, 14))
        if not block.overflow:
            return _to_width(block, style, room.width)
        style = style.sized(style.size * 0.95)
    return ()


def _to_width(block: Block, style: TypeStyle, width: float) -> tuple[Piece, ...]:
    """A piece for each line, its letters pushed apart until all lines are as wide.

    A line that would fall apart so keeps its spaces and stands in the middle.
    """
    widest = max((line.ink.width for line in block.lines), default=width)
    measure = width if widest > width * _WHOLE else widest
    pitch = style.leading * style.size
    made = []
    for place, line in enumerate(block.lines):
        text = line.text.strip()
        one = _spread(text, block.language, style, measure)
        origin = one.origins[0][1] if one.origins else 0.0
        x = (measure - one.ink.width) / 2 - one.ink.x
        made.append(Piece("credits", one, x, place * pitch - origin))
    return tuple(made)


def _spread(text: str, language: str, style: TypeStyle, width: float) -> Block:
    """A line with its letters apart until its ink is `width` wide, or as it is."""
    box = TypeBox(width * 2, style.size * 4, 1)
    block = set_block(text, language, style, box)
    for _ in range(3):
        more = (width - block.ink.width) / max(1, len(text) - 1) / style.size
        tracking = block.style.tracking + more
        if abs(tracking - style.tracking) > _APART:
            return set_block(text, language, style, box)
        block = set_block(text, language, replace(style, tracking=tracking), box)
    return block
