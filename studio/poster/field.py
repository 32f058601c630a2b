"""What a layout rests on before there is a still: picture, room for the copy, head and foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import sqrt

from studio.core.geometry import Rect
from studio.poster.backdrop import split
from studio.poster.billing import billing, head
from studio.poster.document import PosterCopy
from studio.poster.foot import Foot, foot
from studio.poster.format import Format
from studio.poster.lockup import Piece, ink_of, second_share
from studio.poster.smallest import smallest
from studio.poster.template import Arrangement, Template
from studio.typeset.style import style_for

#: So much larger than designed the copy is set where it, or its second language, would otherwise
#: be too small to be read.
_GROWN = 1.3
#: More air below the head than above the foot, whose lines are quieter.
_HEAD_AIR = 1.5
#: The copy's em is at most this share of the sides of its room.
_MOST = 0.3
#: The copy has at least this much of the height; title and credits get smaller until it has.
_ROOM, _ROOM_ON_PANEL, _FOOTS = 0.25, 0.28, (1.0, 0.86, 0.74, 0.62, 0.5)


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """What depends neither on the still nor on the place of the copy, in pixels of the file.

    `size`: the copy's em; `least`: the smallest that can be read, by language.
    """

    template: Template
    form: Format
    arrangement: Arrangement
    safe: Rect
    picture: Rect
    room: Rect
    head: tuple[Piece, ...]
    foot: Foot
    size: float
    least: Mapping[str, float]


def field_of(template: Template, form: Format, copy: PosterCopy, arrangement: Arrangement) -> Field:
    """The field of an arrangement: its head and foot are set, what is left is the copy's room."""
    picture, ground = split(arrangement, form.pixels)
    if arrangement.aside:
        ground = _part(arrangement, picture)
    safe = form.safe_rect(template.margin * min(form.width, form.height))
    own = safe.meet(_with_margin(ground, form, template, picture))
    least = {language: smallest(form, language) for language in copy.languages}
    size = _size(template, arrangement, copy, own, (sqrt(form.width * form.height), least))
    high = _below(head(template, arrangement, copy, own, size), form)
    if arrangement.aside == "left":
        high = _numbered_at(high, safe.right)
    billed = arrangement.foot == "credits"
    quiet = arrangement.panel and not billed
    air = size * (0.7 if quiet else 1.2 if arrangement.panel or not billed else 1.6)
    top = own.y if not high else ink_of(high).bottom + air * _HEAD_AIR
    least_room = _ROOM_ON_PANEL if arrangement.panel and billed else _ROOM
    for smaller in _FOOTS:
        low = _foot(template, arrangement, copy, own, size * smaller)
        low = _clear(low, form, own)
        base = own.bottom if not low.pieces else ink_of(low.pieces).y - air
        if base - top >= own.height * least_room or not billed:
            break
    room = Rect(own.x, top, own.width, max(own.height * least_room, base - top))
    return Field(template, form, arrangement, safe, picture, room, high, low, size, least)


def _foot(
    template: Template, arrangement: Arrangement, copy: PosterCopy, own: Rect, size: float
) -> Foot:
    """Credits or the quiet line."""
    made = billing if arrangement.foot == "credits" else foot
    return made(template, arrangement, copy, own, size)


def _numbered_at(high: tuple[Piece, ...], right: float) -> tuple[Piece, ...]:
    """The head with the number at the file's own right margin."""
    return tuple(
        piece.moved(right - piece.ink.right, 0.0) if piece.role == "number" else piece
        for piece in high
    )


def _part(arrangement: Arrangement, whole: Rect) -> Rect:
    """The side of the file that all type keeps to."""
    wide = whole.width * arrangement.share
    return replace(whole, width=wide, x=0.0 if arrangement.aside == "left" else whole.right - wide)


def _size(
    template: Template,
    arrangement: Arrangement,
    copy: PosterCopy,
    room: Rect,
    scale: tuple[float, Mapping[str, float]],
) -> float:
    """The copy's em: as designed for this much area, larger where it could not be read."""
    unit, least = scale
    most = min(room.height, room.width) * _MOST
    size = arrangement.size * unit
    spoken = [language for language, _ in copy.lines()]
    if not spoken:
        return min(size, most)
    first = spoken[0]
    alone = least[first] / (style_for(template.scripts, first).size / 100)
    wanted = alone
    for other in spoken[1:]:
        share = style_for(template.seconds or template.scripts, other).size / 100
        wanted = max(wanted, least[other] / share / second_share(template, first, other))
    return min(most, max(size, alone, min(size * _GROWN, wanted)))


def _with_margin(ground: Rect, form: Format, template: Template, picture: Rect) -> Rect:
    """The copy's part with the margin kept to the picture's edge too, when there is a panel."""
    if ground == picture:
        return ground
    by = template.margin * min(form.width, form.height)
    return ground.grown(-by)


def _below(pieces: tuple[Piece, ...], form: Format) -> tuple[Piece, ...]:
    """The head moved below the forbidden zones that it would stand in."""
    ink = ink_of(pieces)
    lows = [zone.bottom for zone in form.zones() if zone.meet(ink).area > 0]
    drop = max(lows, default=ink.y) - ink.y
    if drop > form.height / 4:
        return ()
    return tuple(piece.moved(0.0, drop) for piece in pieces)


def _clear(low: Foot, form: Format, room: Rect) -> Foot:
    """The foot lifted above the forbidden zones that it would stand in."""
    ink = ink_of(low.pieces)
    tops = [zone.y for zone in form.zones() if zone.meet(ink).area > 0]
    if not tops:
        return low
    lift = ink.bottom - min(tops) + ink.height * 0.3
    if ink.y - lift < room.y + room.height / 2:
        return Foot((), 0.0)
    return Foot(tuple(piece.moved(0.0, -lift) for piece in low.pieces), low.height + lift)


def off_zones(pieces: tuple[Piece, ...], ground: Field) -> tuple[Piece, ...]:
    """The copy moved up or down out of the forbidden zones, if the room allows."""
    for zone in ground.form.zones():
        ink = ink_of(pieces)
        if zone.meet(ink).area <= 0:
            continue
        air = ground.size * 0.4
        for dy in (zone.y - air - ink.bottom, zone.bottom + air - ink.y):
            if ground.room.holds(ink.moved(0.0, dy), 0.5):
                pieces = tuple(piece.moved(0.0, dy) for piece in pieces)
                break
    return pieces
