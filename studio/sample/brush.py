"""The brushes that every shot of the sample film is painted with: ways of laying light and shade.

A *picture* is float32 (height, width, 3), linear RGB light, 0 upwards without a ceiling.
A *mask* is float32 (height, width), 0 to 1. Sizes are (width, height) and points (x, y) in pixels.
Colour never enters a mask; light is added, surfaces are laid over.
"""

from collections.abc import Sequence
from typing import Self, TypeAlias

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats: TypeAlias = NDArray[np.float32]
Colour: TypeAlias = tuple[float, float, float]
Point: TypeAlias = tuple[float, float]
Size: TypeAlias = tuple[int, int]

WIDTH, HEIGHT = 1280, 720
FULL: Size = (WIDTH, HEIGHT)


def floats(values: ArrayLike) -> Floats:
    """The values as a float32 array, copied only when they were of another type."""
    return np.asarray(values, dtype=np.float32)


def grid(size: Size) -> tuple[Floats, Floats]:
    """x of every column as (1, width) and y of every row as (height, 1), ready to broadcast."""
    width, height = size
    return floats(np.arange(width))[None, :], floats(np.arange(height))[:, None]


def smooth(low: float, high: float, values: ArrayLike) -> Floats:
    """0 at `low`, 1 at `high`, an S between them (a falling one when `high` < `low`)."""
    t = np.clip((floats(values) - low) / (high - low), 0.0, 1.0)
    return floats(t * t * (3.0 - 2.0 * t))


def resized(values: Floats, size: Size, method: int = cv2.INTER_LINEAR) -> Floats:
    """The picture or mask at another size."""
    return floats(cv2.resize(values, size, interpolation=method))


def blurred(values: Floats, sigma: float, sigma_y: float | None = None) -> Floats:
    """Softened by a Gaussian of `sigma` pixels, and `sigma_y` down if that differs.

    Wide blurs are done on a smaller copy: past 8 pixels nobody sees the difference.
    """
    down = sigma if sigma_y is None else sigma_y
    height, width = values.shape[:2]
    shrink = max(1, int(min(sigma, down) // 4))
    small = values
    if shrink > 1:
        small = resized(values, (max(2, width // shrink), max(2, height // shrink)), cv2.INTER_AREA)
    soft = floats(
        cv2.GaussianBlur(
            small,
            (0, 0),
            sigmaX=max(sigma / shrink, 0.01),
            sigmaY=max(down / shrink, 0.01),
            borderType=cv2.BORDER_REPLICATE,
        )
    )
    return resized(soft, (width, height), cv2.INTER_CUBIC) if shrink > 1 else soft


def noise(size: Size, cells: Size, seed: int, octaves: int = 4) -> Floats:
    """Fractal value noise, 0 to 1 with its mean near 0.5, that tiles without a seam."""
    rng = np.random.default_rng(seed)
    width, height = size
    x, y = grid(size)
    total = np.zeros((height, width), np.float32)
    weight = 1.0
    for octave in range(octaves):
        across, down = cells[0] << octave, cells[1] << octave
        knots = np.pad(rng.random((down, across), dtype=np.float32), 2, mode="wrap")
        map_x = np.broadcast_to((x + 0.5) * (across / width) + 1.5, (height, width))
        map_y = np.broadcast_to((y + 0.5) * (down / height) + 1.5, (height, width))
        total += weight * floats(cv2.remap(knots, floats(map_x), floats(map_y), cv2.INTER_CUBIC))
        weight *= 0.5
    total -= total.min()
    return floats(total / total.max())


def gradient(size: Size, stops: Sequence[tuple[float, Colour]], soften: float = 24.0) -> Floats:
    """A picture whose colour runs down through `stops`: (share of the height, colour)."""
    width, height = size
    y = (np.arange(height) + 0.5) / height
    at = [stop for stop, _ in stops]
    steps = np.stack(
        [np.interp(y, at, [colour[c] for _, colour in stops]) for c in range(3)], axis=-1
    )
    column = blurred(floats(steps[:, None, :].repeat(3, axis=1)), 0.01, soften)[:, :1]
    return floats(np.broadcast_to(column, (height, width, 3)).copy())


def halo(size: Size, centre: Point, radius: float, power: float = 1.5) -> Floats:
    """Light falling off around a point: 1 at the centre, (1 + d²/r²) to the minus `power` away."""
    x, y = grid(size)
    distance = ((x - centre[0]) ** 2 + (y - centre[1]) ** 2) / (radius * radius)
    return floats((1.0 + distance) ** -power)


def light(mask: Floats, colour: Colour) -> Floats:
    """The mask as light of one colour, a picture to be added."""
    return mask[..., None] * floats(colour)


def lay(picture: Floats, mask: Floats, colour: Colour | Floats) -> None:
    """Lay a surface of one colour (or a painted one) over the picture, in place."""
    picture += mask[..., None] * (floats(colour) - picture)


def disc(radius: float, rim: float = 0.35) -> Floats:
    """An out-of-focus point of light: a flat disc with a brighter rim and a soft edge."""
    reach = int(radius + 3)
    x, y = grid((2 * reach + 1, 2 * reach + 1))
    distance = np.sqrt((x - reach) ** 2 + (y - reach) ** 2) / radius
    body = smooth(1.0 + 1.2 / radius, 1.0 - 1.2 / radius, distance)
    return floats(body * (1.0 - rim + rim * np.clip(distance, 0.0, 1.0) ** 3))


def glint(radius: float, power: float = 2.0, reach: float = 6.0) -> Floats:
    """A halo as a small square stamp that reaches exactly 0 at its border."""
    edge = int(radius * reach)
    x, y = grid((2 * edge + 1, 2 * edge + 1))
    squared = ((x - edge) ** 2 + (y - edge) ** 2) / (radius * radius)
    window = smooth(1.0, 0.3, np.sqrt(squared) / reach)
    return floats((1.0 + squared) ** -power * window)


def stamp(picture: Floats, mark: Floats, at: Point, colour: Colour) -> None:
    """Add a small mark of light centred on a point, to fractions of a pixel, in place."""
    height, width = mark.shape
    left, top = at[0] - (width - 1) / 2, at[1] - (height - 1) / 2
    x0, y0 = int(np.floor(left)), int(np.floor(top))
    shift = floats([[1, 0, left - x0], [0, 1, top - y0]])
    moved = floats(cv2.warpAffine(mark, shift, (width + 1, height + 1)))
    x1, y1 = max(x0, 0), max(y0, 0)
    x2, y2 = min(x0 + width + 1, picture.shape[1]), min(y0 + height + 1, picture.shape[0])
    if x1 < x2 and y1 < y2:
        picture[y1:y2, x1:x2] += light(moved[y1 - y0 : y2 - y0, x1 - x0 : x2 - x0], colour)


def moved(values: Floats, size: Size, matrix: Sequence[Sequence[float]]) -> Floats:
    """Seen through a 2×3 matrix that takes places of the result to places of `values`."""
    return floats(
        cv2.warpAffine(
            values,
            floats(matrix),
            size,
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
    )


def framed(
    values: Floats, zoom: float, centre: Point = (0.5, 0.5), slide: Point = (0, 0)
) -> Floats:
    """What a camera sees that is `zoom` times nearer than the canvas is large.

    `zoom` 1 shows the whole canvas; `centre` (0 to 1) stays in place; `slide` moves the view in
    pixels of the result.
    """
    height, width = values.shape[:2]
    step_x, step_y = width / WIDTH / zoom, height / HEIGHT / zoom
    from_x = centre[0] * width * (1 - 1 / zoom) + slide[0] * step_x
    from_y = centre[1] * height * (1 - 1 / zoom) + slide[1] * step_y
    # Half a pixel each way, so that a smaller canvas lies exactly under the larger frame.
    matrix = ((step_x, 0, from_x + step_x / 2 - 0.5), (0, step_y, from_y + step_y / 2 - 0.5))
    return moved(values, FULL, matrix)


def waved(values: Floats, shift_x: Floats, shift_y: Floats) -> Floats:
    """Every pixel fetched from (x + shift_x, y + shift_y); the border is held."""
    height, width = values.shape[:2]
    x, y = grid((width, height))
    map_x, map_y = np.broadcast_arrays(x + shift_x, y + shift_y)
    return floats(
        cv2.remap(
            values,
            floats(map_x),
            floats(map_y),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
    )


def tiled(tile: Floats, map_x: Floats, map_y: Floats) -> Floats:
    """The tile sampled at any places, repeating without end."""
    return floats(cv2.remap(tile, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP))


def scrolled(tile: Floats, size: Size, offset: Point) -> Floats:
    """A window of `size` onto an endlessly repeating tile (at least as large as the window)."""
    high, wide = tile.shape[:2]
    x, y = int(offset[0]) % wide, int(offset[1]) % high
    rows = np.take(tile, np.arange(y, y + size[1]) % high, axis=0)
    return floats(np.roll(rows, -x, axis=1)[:, : size[0]])


class Stencil:
    """Shapes cut at twice the size, so that their edges come out smooth.

    `corner` is where the sheet's upper left lies in the frame that points are counted in: a small
    sheet is a fast one.
    """

    def __init__(self, size: Size = FULL, corner: Point = (0, 0)) -> None:
        self._size = size
        self._corner = (round(corner[0]), round(corner[1]))
        self._sheet = np.zeros((size[1] * 2, size[0] * 2), np.uint8)

    def polygon(self, points: Sequence[Point], value: int = 255) -> Self:
        """Fill the outline through the points."""
        cv2.fillPoly(self._sheet, [self._fixed(points)], (value,), cv2.LINE_AA, 4)
        return self

    def line(self, points: Sequence[Point], thick: float, value: int = 255) -> Self:
        """Draw an open line with round ends, `thick` pixels wide."""
        wide = max(1, round(thick * 2))
        cv2.polylines(self._sheet, [self._fixed(points)], False, (value,), wide, cv2.LINE_AA, 4)
        return self

    def oval(self, centre: Point, radii: Point, angle: float = 0.0, value: int = 255) -> Self:
        """Fill an ellipse turned by `angle` degrees."""
        turn = np.linspace(0, 2 * np.pi, 48, endpoint=False)
        x, y = radii[0] * np.cos(turn), radii[1] * np.sin(turn)
        c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        around = zip(centre[0] + c * x - s * y, centre[1] + s * x + c * y, strict=True)
        return self.polygon([(float(a), float(b)) for a, b in around], value)

    def box(self, left: float, top: float, right: float, bottom: float, value: int = 255) -> Self:
        """Fill a rectangle."""
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        return self.polygon(corners, value)

    def mask(self, soft: float = 0.0) -> Floats:
        """The shapes as a mask, its edges softened by `soft` pixels."""
        small = cv2.resize(self._sheet, self._size, interpolation=cv2.INTER_AREA)
        mask = floats(small) / np.float32(255)
        return blurred(mask, soft) if soft > 0 else mask

    def lay_on(self, picture: Floats, colour: Colour, soft: float = 0.6, cover: float = 1) -> None:
        """Lay the shapes over a picture at this sheet's corner, in place."""
        (x, y), (width, height) = self._corner, self._size
        x1, y1 = max(x, 0), max(y, 0)
        x2, y2 = min(x + width, picture.shape[1]), min(y + height, picture.shape[0])
        if x1 < x2 and y1 < y2:
            mask = self.mask(soft)[y1 - y : y2 - y, x1 - x : x2 - x] * np.float32(cover)
            lay(picture[y1:y2, x1:x2], mask, colour)

    def _fixed(self, points: Sequence[Point]) -> NDArray[np.int32]:
        # Four bits behind the point; the sheet is twice the size.
        inside = np.asarray(points, dtype=np.float64) - self._corner
        return np.rint(inside * 2 * 16).astype(np.int32)
