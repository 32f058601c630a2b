"""What stands between two cells: tracking, the gap beside Latin, and squeezed punctuation."""

from __future__ import annotations

from collections.abc import Sequence

from studio.typeset.cells import Cell
from studio.typeset.characters import CLOSING, DASHES, MIDDLE_DOTS, OPENING, STOPS, Kind
from studio.typeset.style import TypeStyle

_LONG = frozenset("—―⸺")


def between(one: Cell, two: Cell, style: TypeStyle) -> float:
    """Em to add (or, below zero, to take away) between neighbours.

    What was added by hand stands after the one that comes first in the text; letters that join
    are never torn apart.
    """
    by_hand = one.kern if one.start <= two.start else two.kern
    if one.joins and two.joins:
        return by_hand if one.text[0] in DASHES else 0.0
    return style.tracking + _gap(one, two, style) - _squeeze(one, two) + by_hand


def _gap(one: Cell, two: Cell, style: TypeStyle) -> float:
    pair = (one.kind, two.kind)
    if pair == (Kind.HAN, Kind.WORD):
        return style.gap
    # Latin that ends in a sign of its own (100%, A+) still needs air before an ideograph.
    if two.kind is Kind.HAN and (
        one.kind is Kind.WORD or (one.kind is Kind.OTHER and one.text in "%‰°℃+)’")
    ):
        return style.gap
    return 0.0


def _squeeze(one: Cell, two: Cell) -> float:
    """JLREQ 3.1.4, CLREQ 3.1.6.1: half an em in all between a closing mark and an opening one.

    Marks of one direction stand solid; beside brackets a middle dot keeps its own quarter alone.
    """
    if (two.text[0] in _LONG and one.after) or (one.text[0] in _LONG and two.before):
        # Half of the blank beside a long dash: the dash brings air of its own.
        return max(one.after, two.before) / 2
    if one.kind is not Kind.MARK or two.kind is not Kind.MARK:
        return 0.0
    if MIDDLE_DOTS & {one.text, two.text}:
        return one.after if two.text in MIDDLE_DOTS else two.before
    if one.after and two.before:
        return min(one.after, two.before)
    if one.after and (two.text in CLOSING or two.text in STOPS):
        return one.after
    if two.before and one.text in OPENING:
        return two.before
    return 0.0


def _freed(last: Cell) -> float:
    """The blank before a centred stop that ends a row."""
    return last.before if last.text in STOPS and last.after else 0.0


def pens(row: Sequence[Cell], style: TypeStyle) -> list[float]:
    """Where each cell begins, in em, and last where the row ends.

    An opening mark at the start and a closing one at the end give up their blank; a stop in the
    middle of its body, as Taiwan's are, does so on both sides (CLREQ 3.1.6), or it would stand
    apart from the words that it ends.
    """
    if not row:
        return [0.0]
    made = []
    pen = -row[0].before if row[0].text in OPENING else 0.0
    for place, cell in enumerate(row):
        made.append(pen)
        pen += cell.advance
        if place + 1 < len(row):
            pen += between(cell, row[place + 1], style)
            if place + 2 == len(row) and cell.kind is Kind.HAN:
                pen -= _freed(row[-1])
    made.append(pen - row[-1].after)
    return made
