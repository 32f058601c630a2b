"""The quiet line at the foot: title at one end, legal line at the other."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.geometry import Rect
from studio.poster.document import PosterCopy
from studio.poster.lockup import Piece, ink_of, styled
from studio.poster.template import Arrangement, Template
from studio.typeset.block import Block, TypeBox, fit_block, set_block

#: The legal line's em as a share of the title's.
_LEGAL = 0.62
#: Between two titles, in em.
_BETWEEN = 0.9
#: Between title row and legal row, in em of the title.
_ROWS = 0.6


@dataclass(frozen=True, slots=True)
class Foot:
    """The pieces, at their places in the file, and the height they take from the room."""

    pieces: tuple[Piece, ...]
    height: float


def foot(
    template: Template, arrangement: Arrangement, copy: PosterCopy, room: Rect, size: float
) -> Foot:
    """Title and legal line along the lower edge of `room`; `size`: the copy's em in pixels."""
    if arrangement.foot == "none":
        return Foot((), 0.0)
    em = size * template.foot
    title = _title(template, copy, em, room.width)
    legal = legal_row(template, copy, em, room.width)
    if not title and not legal:
        return Foot((), 0.0)
    centred = arrangement.foot == "centre"
    row = ink_of(title).width + ink_of(legal).width + em * 2
    gathered = centred or arrangement.foot == "stack"
    apart = bool(title) and bool(legal) and (gathered or row > room.width)
    ends = "centre" if centred else ("start" if apart or gathered else "end")
    low = at_foot(legal, room, room.bottom, ends)
    base = room.bottom
    if apart:
        base = ink_of(low).y - em * _ROWS
    high = at_foot(title, room, base, "centre" if centred else "start")
    pieces = (*high, *low)
    # Rows stand on their baseline; what hangs below it still has to lie in the room.
    over = max(0.0, ink_of(pieces).bottom - room.bottom)
    pieces = tuple(piece.moved(0.0, -over) for piece in pieces)
    return Foot(pieces, room.bottom - ink_of(pieces).y)


def _title(template: Template, copy: PosterCopy, em: float, width: float) -> tuple[Piece, ...]:
    """The titles side by side on one baseline at (0, 0); only the first when they do not fit."""
    made: list[Piece] = []
    x = 0.0
    for language, text in copy.titles():
        style = styled(template.small or template.scripts, language, em)
        one = " ".join(text.split())
        block = fit_block(one, language, style, TypeBox(width, style.size * 3, 1, style.size * 0.6))
        if made and x + block.ink.width > width:
            break
        made.append(_on_baseline("title", block, x))
        x += block.ink.width + em * _BETWEEN
    return tuple(made)


def legal_row(template: Template, copy: PosterCopy, em: float, width: float) -> tuple[Piece, ...]:
    """The legal line, its last baseline at (0, 0); `em`: the title's, in pixels."""
    text = " ".join(copy.legal.split())
    if not text:
        return ()
    language = copy.languages[0]
    style = styled(template.small or template.scripts, language, em * _LEGAL)
    block = set_block(text, language, style, TypeBox(width, style.size * 6, 3))
    return (_on_baseline("legal", block, 0.0),)


def _on_baseline(role: str, block: Block, x: float) -> Piece:
    """The last baseline at y = 0, the ink beginning at `x`."""
    last = block.origins[-1][1] if block.origins else 0.0
    return Piece(role, block, x - block.ink.x, -last)


def at_foot(pieces: tuple[Piece, ...], room: Rect, baseline: float, way: str) -> tuple[Piece, ...]:
    """Pieces of a row with its baseline there, at the start, centre or end of the room."""
    whole = ink_of(pieces)
    share = {"start": 0.0, "centre": 0.5, "end": 1.0}[way]
    dx = room.x + share * (room.width - whole.width) - whole.x
    return tuple(piece.moved(dx, baseline) for piece in pieces)
