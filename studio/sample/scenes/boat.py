"""The boat: one lantern on a wide, misty sea before the first light."""

import numpy as np

from studio.sample.brush import (
    FULL,
    HEIGHT,
    WIDTH,
    Floats,
    Stencil,
    blurred,
    floats,
    framed,
    glint,
    gradient,
    grid,
    halo,
    lay,
    light,
    moved,
    noise,
    resized,
    scrolled,
    smooth,
    stamp,
)
from studio.sample.scenes.sea import Sea

_HORIZON = 396
_BOAT = (320, 220)  # the sprite; its waterline is row 176
_WATERLINE = 176
_QUARTER = (WIDTH // 4, HEIGHT // 4)


def _sky() -> Floats:
    sky = gradient(
        FULL,
        [
            (0.0, (0.022, 0.046, 0.105)),
            (0.25, (0.050, 0.088, 0.165)),
            (0.41, (0.150, 0.150, 0.205)),
            (0.515, (0.40, 0.245, 0.215)),
            (0.558, (0.52, 0.285, 0.20)),
            (0.60, (0.30, 0.20, 0.19)),
            (1.0, (0.05, 0.06, 0.09)),
        ],
    )
    bands = noise(FULL, (2, 12), 101, 5)
    sky *= (0.86 + 0.30 * bands)[..., None]
    high = smooth(0.5, 0.9, noise(FULL, (3, 9), 102, 5))
    sky += light(floats(high * smooth(400, 120, np.arange(HEIGHT)[:, None])), (0.020, 0.018, 0.026))
    return sky


def _hills() -> list[tuple[Floats, tuple[float, float, float]]]:
    layers = []
    x = np.arange(0, WIDTH + 9, 8.0)
    for k, (tall, left, tone) in enumerate(((64, 0.0, 0.62), (36, 0.35, 0.36))):
        rough = noise((len(x), 32), (5, 2), 103 + k, 5)[9]
        rise = tall * rough * np.asarray(smooth(980 + 200 * k, 250 * left, x))
        top = _HORIZON + 1 - rise
        edge = [(float(a), float(b)) for a, b in zip(x, top, strict=True)]
        mask = Stencil().polygon([*edge, (WIDTH + 9, _HORIZON + 2), (0, _HORIZON + 2)]).mask(1.4)
        layers.append((mask, (0.105 * tone, 0.105 * tone, 0.16 * tone)))
    return layers


def _boat() -> Floats:
    """Boat, fisher and lantern pole as (rows, columns, light and cover)."""
    hull = Stencil(_BOAT).polygon(
        [
            (40, 146),
            (62, 152),
            (120, 158),
            (200, 157),
            (262, 148),
            (288, 134),
            (276, 160),
            (252, 177),
            (90, 178),
            (60, 168),
        ]
    )
    fisher = Stencil(_BOAT).oval((118, 95), (9, 12)).box(112, 98, 125, 112)
    fisher.polygon([(94, 98), (118, 76), (143, 97)])  # a wide straw hat
    fisher.polygon([(99, 158), (100, 126), (108, 108), (126, 107), (136, 124), (140, 158)])
    fisher.line([(126, 116), (146, 132), (160, 124)], 7)
    fisher.line([(158, 128), (118, 40), (84, -14)], 1.6)
    pole = (
        Stencil(_BOAT).line([(232, 154), (234, 62), (252, 56)], 3).line([(252, 56), (252, 70)], 1.5)
    )
    cover = np.maximum(np.maximum(hull.mask(0.8), fisher.mask(0.8)), pole.mask(0.7))
    paint = np.zeros((_BOAT[1], _BOAT[0], 3), np.float32) + floats((0.010, 0.012, 0.019))
    warm = halo(_BOAT, (252, 82), 46, 1.25)
    facing = np.clip(cover - np.roll(cover, (2, -4), axis=(0, 1)), 0, 1)
    paint += light(floats(warm * (0.10 + 1.15 * facing)), (0.95, 0.48, 0.16))
    rim = np.clip(cover - np.roll(cover, 2, axis=0), 0, 1)
    paint += light(rim, (0.05, 0.045, 0.055))
    return floats(np.concatenate([paint * cover[..., None], cover[..., None]], axis=2))


class Boat:
    """Seconds of the shot in, linear light out."""

    def __init__(self) -> None:
        sky = _sky()
        for mask, colour in _hills():
            lay(sky, mask * np.float32(0.9), colour)
        self._sky = sky
        self._boat = _boat()
        self._sea = Sea(HEIGHT - _HORIZON, 106, 105.0, wind=0.55)
        self._mist = noise((512, 256), (6, 9), 107, 5)
        self._glow = glint(30, 1.5, 9.0)
        self._core = glint(6.0, 2.4, 7.0)
        self._far = glint(2.0, 1.6, 8.0)

    def paint(self, t: float) -> Floats:
        """The shot's picture at `t` seconds."""
        picture = self._sky.copy()
        beat = max(0.0, float(np.sin(2 * np.pi * (t / 2.9 + 0.12)))) ** 6
        stamp(
            picture, self._far, (1046, _HORIZON - 9), (0.5 + 3 * beat, 0.4 + 2.3 * beat, 0.2 + beat)
        )
        water, slope = self._sea.mirror(picture[:_HORIZON], t)
        self._water(picture, water, slope)
        self._fog(picture, t)
        self._float(picture, slope, t)
        return framed(picture, 1.045, (0.5, 0.5), (-8 + 5 * t, 3 - 1.2 * t))

    def _water(self, picture: Floats, water: Floats, slope: Floats) -> None:
        _, y = grid((WIDTH, HEIGHT - _HORIZON))
        near = y / (HEIGHT - _HORIZON)
        shade = 0.93 - 0.52 * near + 0.55 * slope * (0.3 + near)
        picture[_HORIZON:] = water * floats(np.maximum(shade, 0.12))[..., None]

    def _float(self, picture: Floats, slope: Floats, t: float) -> None:
        """The boat on the swell, its dark mirror and the lantern's light in the water."""
        bob, lean = 2.6 * float(np.sin(t * 1.55)), 0.026 * float(np.sin(t * 1.55 + 1.1))
        left, row = 430.0 + 3.2 * t, 488.0 + bob
        c, s = float(np.cos(lean)), float(np.sin(lean))
        centre = (160.0, float(_WATERLINE))
        turned = moved(
            self._boat,
            _BOAT,
            (
                (c, s, centre[0] - c * centre[0] - s * centre[1]),
                (-s, c, centre[1] + s * centre[0] - c * centre[1]),
            ),
        )
        lamp = (
            left + centre[0] + c * (252 - 160) - s * (82 - 176),
            row - _WATERLINE + centre[1] + s * (252 - 160) + c * (82 - 176),
        )
        self._shine(picture, slope, lamp, row)
        top = round(row) - _WATERLINE
        self._shadow(picture, slope, turned, (left, top + _WATERLINE))
        seen = moved(turned, (WIDTH, _BOAT[1]), ((1, 0, -left), (0, 1, round(row) - row)))
        x = np.arange(WIDTH)
        seen *= floats((x > left + 1) & (x < left + _BOAT[0] - 2))[None, :, None]
        rows = picture[top : top + _BOAT[1]]
        rows *= 1 - seen[..., 3:]
        rows += seen[..., :3]
        breath = 1 + 0.03 * float(np.sin(t * 13)) + 0.02 * float(np.sin(t * 29))
        stamp(picture, self._glow, lamp, (0.52 * breath, 0.27 * breath, 0.09 * breath))
        stamp(picture, self._core, lamp, (9.5, 6.3, 3.0))

    def _shine(self, picture: Floats, slope: Floats, lamp: tuple[float, float], row: float) -> None:
        top = int(row) - 30
        x, y = grid((WIDTH, HEIGHT - top))
        down = np.maximum(y - 24, 0)
        wide = 12 + 0.12 * down
        waves = slope[top - _HORIZON :]
        off = (x - lamp[0] + 22 * waves) / wide
        column = np.exp(-(off**2)) * smooth(8, 40, y) / (1 + (down / 120) ** 2)
        spark = smooth(-0.35, 0.75, waves) * 1.5
        pool = (1 + ((x - lamp[0]) / 150) ** 2 + ((y - 30) / 34) ** 2) ** -1.7
        total = column * (0.35 + spark) * 1.3 + pool * (0.05 + 0.12 * smooth(-0.2, 0.8, waves))
        picture[top:] += light(floats(total), (0.98, 0.54, 0.20))

    def _shadow(
        self, picture: Floats, slope: Floats, boat: Floats, at: tuple[float, float]
    ) -> None:
        row = int(at[1])
        deep = min(150, HEIGHT - row)
        flipped = np.ascontiguousarray(boat[:_WATERLINE][::-1])[:deep, :, 3]
        cover = moved(flipped, (WIDTH, deep), ((1, 0, -at[0]), (0, 1, 0)))
        x, y = grid((WIDTH, deep))
        cover *= floats((x > at[0] + 1) & (x < at[0] + _BOAT[0] - 2))
        cover = blurred(cover, 1.5, 3.0) * np.exp(-y / 70)
        waves = slope[row - _HORIZON : row - _HORIZON + deep]
        torn = cover * np.clip(0.75 - 0.7 * waves, 0, 1)
        picture[row : row + deep] *= floats(1 - 0.85 * torn)[..., None]

    def _fog(self, picture: Floats, t: float) -> None:
        _, y = grid(_QUARTER)
        drift = scrolled(self._mist, _QUARTER, (40 + 5 * t, 10))
        slow = scrolled(self._mist, _QUARTER, (200 - 3 * t, 70))
        band = np.exp(-(((y * 4 - _HORIZON - 6) / 42) ** 2))
        thick = resized(floats(band * smooth(0.25, 0.95, 0.5 * (drift + slow)) * 0.85), FULL)
        lay(picture, thick, (0.27, 0.195, 0.195))
