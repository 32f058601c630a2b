"""How near the picture is looked at, and which part of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from studio.core.geometry import Size, fit

NEAREST, FARTHEST = 16.0, 1 / 16


@dataclass(frozen=True, slots=True)
class View:
    """`zoom` device pixels for each of the film's; None fits the picture into its room.

    (`x`, `y`) is the place of the picture, 0 to 1, that lies in the middle of the room.
    """

    zoom: float | None = None
    x: float = 0.5
    y: float = 0.5

    def scale(self, film: Size, room: Size) -> float:
        """Device pixels for each of the film's."""
        return self.zoom if self.zoom is not None else fit(film, room).width / film.width

    def size(self, film: Size, room: Size) -> Size:
        """How large the whole picture is shown, in device pixels."""
        if self.zoom is None:
            return fit(film, room)
        return Size(max(1, round(film.width * self.zoom)), max(1, round(film.height * self.zoom)))

    def corner(self, film: Size, room: Size) -> tuple[int, int]:
        """Where its upper left corner lies in the room, on whole device pixels."""
        size = self.size(film, room)
        return _corner(size.width, room.width, self.x), _corner(size.height, room.height, self.y)

    def zoomed(self, factor: float, at: tuple[float, float], film: Size, room: Size) -> View:
        """`factor` times as near; what is under `at` (device pixels of the room) stays there."""
        before = self.scale(film, room)
        after = min(NEAREST, max(FARTHEST, before * factor))
        # Through 1:1 nobody passes without a stop.
        if (before < 1 < after) or (before > 1 > after):
            after = 1.0
        return self._at_scale(after, at, film, room)

    def actual(self, at: tuple[float, float], film: Size, room: Size) -> View:
        """One device pixel for each of the film's."""
        return self._at_scale(1.0, at, film, room)

    def moved(self, across: float, down: float, film: Size, room: Size) -> View:
        """The picture dragged by so many device pixels, not out of its room."""
        size = self.size(film, room)
        x, y = self.x - across / size.width, self.y - down / size.height
        return replace(
            self, x=_held(x, size.width, room.width), y=_held(y, size.height, room.height)
        )

    def _at_scale(self, scale: float, at: tuple[float, float], film: Size, room: Size) -> View:
        size = self.size(film, room)
        left, top = self.corner(film, room)
        x, y = (at[0] - left) / size.width, (at[1] - top) / size.height
        wide, high = film.width * scale, film.height * scale
        middle_x = x + (room.width / 2 - at[0]) / wide
        middle_y = y + (room.height / 2 - at[1]) / high
        return View(scale, _held(middle_x, wide, room.width), _held(middle_y, high, room.height))


def _corner(size: int, room: int, middle: float) -> int:
    if size <= room:
        return (room - size) // 2
    return min(0, max(room - size, round(room / 2 - middle * size)))


def _held(middle: float, size: float, room: int) -> float:
    """No ground is seen beside a picture that is larger than its room."""
    if size <= room:
        return 0.5
    half = room / 2 / size
    return min(1 - half, max(half, middle))
