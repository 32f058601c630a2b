"""Where a dragged block of copy comes to rest: in its room, at margins and centre lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from studio.core.geometry import Rect, Size
from studio.core.said import said
from studio.poster.layout import Layout
from studio.poster.template import orientation
from ui.poster.marks import unit_of

MARGIN, SAFE, CENTRE = said("Margin"), said("Safe area"), said("Centre")


@dataclass(frozen=True, slots=True)
class Grasp:
    """A unit of copy in the hand: its ink, the room it may move in, the safe area, and the file."""

    ink: Rect
    room: Rect
    safe: Rect
    file: Size

    @property
    def shape(self) -> str:
        """The orientation that a place is chosen for."""
        return orientation(self.file)


@dataclass(frozen=True, slots=True)
class Rest:
    """Where it comes to rest: its ink there, and as shares of the room that is left over.

    `across`, `down`: the lines it lies on, in pixels of the file, each with what it is called.
    """

    ink: Rect
    place: tuple[float, float]
    across: tuple[float, str] | None = None
    down: tuple[float, str] | None = None


def grasp_of(placed: Layout) -> Grasp | None:
    """The copy of a layout; None where there is none, or where it has a panel of its own."""
    ink = unit_of(placed)
    if ink.area <= 0 or placed.room.area <= 0 or placed.backdrop.panel is not None:
        return None
    return Grasp(ink, placed.room, placed.form.safe_rect(), placed.form.pixels)


def at_place(grasp: Grasp, place: tuple[float, float] | None) -> Grasp:
    """The copy where it was put (shares of the room); where it is for None."""
    if place is None:
        return grasp
    ink, room = grasp.ink, grasp.room
    x = room.x + place[0] * (room.width - ink.width)
    y = room.y + place[1] * (room.height - ink.height)
    return replace(grasp, ink=Rect(x, y, ink.width, ink.height))


def rest_of(grasp: Grasp, across: float, down: float, reach: float) -> Rest:
    """Where the copy rests, dragged so many pixels of the file; it snaps within `reach` of them."""
    ink, room = grasp.ink, grasp.room
    x, vertical = _at(
        ink.x + across, ink.width, (room.x, room.right), (grasp.safe.x, grasp.safe.right),
        (grasp.file.width / 2, reach),
    )  # fmt: skip
    y, level = _at(
        ink.y + down, ink.height, (room.y, room.bottom), (grasp.safe.y, grasp.safe.bottom),
        (grasp.file.height / 2, reach),
    )  # fmt: skip
    kept = Rect(x, y, ink.width, ink.height)
    place = (
        _share(x - room.x, room.width - ink.width),
        _share(y - room.y, room.height - ink.height),
    )
    return Rest(kept, place, vertical, level)


def _share(at: float, left_over: float) -> float:
    return round(min(1.0, max(0.0, at / left_over)), 4) if left_over > 0.5 else 0.5


def _at(
    start: float,
    length: float,
    room: tuple[float, float],
    safe: tuple[float, float],
    middle: tuple[float, float],
) -> tuple[float, tuple[float, str] | None]:
    """Where a length begins, kept in its room, and the line it lies on."""
    centre, reach = middle
    lines = [(room[0], room[0], _edge(room[0], safe[0]))]
    lines += [(room[1] - length, room[1], _edge(room[1], safe[1]))]
    lines += [(centre - length / 2, centre, CENTRE)]
    if room[0] <= centre - length / 2 and centre + length / 2 <= room[1]:
        lines.reverse()
    for begin, line, name in lines:
        if reach > 0 and abs(start - begin) <= reach and room[0] <= begin + 0.5:
            return begin, (line, name)
    kept = max(room[0], min(start, room[1] - length))
    if kept != start:
        low = kept == room[0]
        return kept, (room[0 if low else 1], _edge(room[0 if low else 1], safe[0 if low else 1]))
    return kept, None


def _edge(room: float, safe: float) -> str:
    return SAFE if abs(room - safe) < 1.0 else MARGIN
