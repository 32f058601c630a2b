"""Sizes, points and rectangles, and how one is fitted into another."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Size:
    """Whole pixels, both at least 1."""

    width: int
    height: int

    @property
    def aspect(self) -> Fraction:
        """Width over height, exact."""
        return Fraction(self.width, self.height)

    @property
    def pixels(self) -> int:
        """Width × height."""
        return self.width * self.height

    def __str__(self) -> str:
        return f"{self.width}×{self.height}"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with its origin at the top left; in pixels or as fractions of a frame."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """(x, y) of the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def area(self) -> float:
        """Width × height, 0 when either is negative."""
        return max(0.0, self.width) * max(0.0, self.height)

    def inset(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """The rectangle inside the four margins."""
        return Rect(
            self.x + left, self.y + top, self.width - left - right, self.height - top - bottom
        )

    def grown(self, by: float) -> Rect:
        """The rectangle with `by` more on each side."""
        return self.inset(-by, -by, -by, -by)

    def moved(self, dx: float, dy: float) -> Rect:
        """The same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def scaled(self, sx: float, sy: float) -> Rect:
        """Multiplied about the origin: from fractions of a frame to its pixels, for one."""
        return Rect(self.x * sx, self.y * sy, self.width * sx, self.height * sy)

    def meet(self, other: Rect) -> Rect:
        """The common part; its sides are never negative."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(left, top, max(0.0, right - left), max(0.0, bottom - top))

    def join(self, other: Rect) -> Rect:
        """The smallest rectangle around both."""
        left, top = min(self.x, other.x), min(self.y, other.y)
        return Rect(
            left,
            top,
            max(self.right, other.right) - left,
            max(self.bottom, other.bottom) - top,
        )

    def holds(self, other: Rect, slack: float = 1e-6) -> bool:
        """Whether `other` lies inside, give or take `slack`."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


def fit(size: Size, box: Size) -> Size:
    """The largest size of the same aspect inside `box`; sides at least 1."""
    scale = min(Fraction(box.width, size.width), Fraction(box.height, size.height))
    return Size(max(1, round(size.width * scale)), max(1, round(size.height * scale)))


def crop_window(size: Size, aspect: Fraction, focus: tuple[float, float]) -> Rect:
    """The largest window of `aspect` in a picture of `size`, in whole pixels.

    `focus` (0 to 1 of the picture) comes as near the middle of the window as fits.
    """
    if size.aspect > aspect:
        width, height = max(1, min(size.width, round(size.height * aspect))), size.height
    else:
        width, height = size.width, max(1, min(size.height, round(size.width / aspect)))
    x = min(max(0, round(focus[0] * size.width - width / 2)), size.width - width)
    y = min(max(0, round(focus[1] * size.height - height / 2)), size.height - height)
    return Rect(x, y, width, height)
