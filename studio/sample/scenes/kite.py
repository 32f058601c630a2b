"""The kite: first wind of the morning, a child on the hill, a long tail in the sky."""

import cv2
import numpy as np

from studio.sample.brush import (
    FULL,
    HEIGHT,
    WIDTH,
    Floats,
    Point,
    Stencil,
    blurred,
    floats,
    framed,
    gradient,
    grid,
    halo,
    lay,
    light,
    moved,
    noise,
    smooth,
    waved,
)

_CHILD: Point = (446.0, 604.0)  # where the feet stand
_CHILD_CORNER: Point = (386.0, 480.0)
_CHILD_SHEET = (140, 140)
# Length and colour of the tail's ribbons.
_RIBBONS = ((215.0, (0.62, 0.075, 0.05)), (160.0, (0.70, 0.36, 0.10)))
_CANVAS = (1440, 720)
_SUN: Point = (1130.0, 560.0)


def _sky() -> Floats:
    sky = gradient(
        _CANVAS,
        [
            (0.0, (0.085, 0.185, 0.330)),
            (0.28, (0.205, 0.330, 0.440)),
            (0.52, (0.560, 0.520, 0.460)),
            (0.72, (1.05, 0.680, 0.400)),
            (0.86, (1.25, 0.640, 0.300)),
            (1.0, (0.70, 0.36, 0.20)),
        ],
    )
    return sky + light(halo(_CANVAS, (_SUN[0] + 60, _SUN[1]), 300, 1.6), (0.75, 0.40, 0.14))


def _clouds() -> Floats:
    """Painted cumulus with lit undersides, as (rows, columns, light and cover)."""
    shape = noise(_CANVAS, (4, 3), 111, 6)
    swirl = noise(_CANVAS, (7, 6), 112, 4) - np.float32(0.5)
    shape = waved(shape, swirl * np.float32(110), np.roll(swirl, 300, axis=1) * np.float32(60))
    _, y = grid(_CANVAS)
    level = (
        0.60 - 0.20 * np.exp(-(((y - 385) / 120) ** 2)) - 0.07 * np.exp(-(((y - 120) / 90) ** 2))
    )
    cover = smooth(0.0, 0.19, shape - level) * smooth(700, 470, y)
    soft = blurred(cover, 9)
    # The sun stands low on the right: light comes from below and from that side.
    edge = soft - moved(soft, _CANVAS, ((1, 0, 26), (0, 1, 22)))
    shine = np.clip(0.5 + 2.1 * edge, 0, 1.6)
    far = np.clip(y / HEIGHT, 0, 1)
    dim = (
        floats((0.215, 0.245, 0.330)) * (1 - far[..., None])
        + floats((0.62, 0.40, 0.33)) * far[..., None]
    )
    warm = floats((1.25, 0.83, 0.56)) * (0.55 + 0.65 * far[..., None])
    paint = dim + (warm - dim) * np.clip(shine, 0, 1.2)[..., None] * np.float32(0.85)
    paint *= (0.90 + 0.20 * noise(_CANVAS, (40, 30), 113, 4))[..., None]
    cover = cover * np.float32(0.86)
    return floats(np.concatenate([paint * cover[..., None], cover[..., None]], axis=2))


def _ridges(sky: Floats) -> None:
    x = np.arange(0, _CANVAS[0] + 9, 8.0)
    for k, (base, tall, tone) in enumerate(
        (
            (560, 60, (0.80, 0.50, 0.36)),
            (590, 66, (0.46, 0.30, 0.25)),
            (622, 58, (0.20, 0.155, 0.145)),
        )
    ):
        rough = noise((len(x), 16), (6 + 2 * k, 2), 114 + k, 6)[5]
        edge = [(float(a), float(b)) for a, b in zip(x, base - tall * rough, strict=True)]
        mask = (
            Stencil(_CANVAS).polygon([*edge, (_CANVAS[0] + 9, 720), (0, 720)]).mask(1.6 - 0.4 * k)
        )
        lay(sky, mask * np.float32(0.88), tone)
        _, y = grid(_CANVAS)
        mist = np.exp(-(((y - base - 8) / 26) ** 2)) * mask
        sky += light(floats(mist), (0.20, 0.115, 0.06))


def _hill() -> tuple[Floats, Floats]:
    """The grassy hill in front: its cover and colours; grown long enough to sway."""
    x = np.arange(0, WIDTH + 5, 4.0)
    top = 700 - 104 * np.exp(-(((x - 400) / 430) ** 2)) + 6 * np.sin(x / 90)
    edge = [(float(a), float(b)) for a, b in zip(x, top, strict=True)]
    cut = Stencil().polygon([*edge, (WIDTH + 5, HEIGHT + 5), (0, HEIGHT + 5)])
    rng = np.random.default_rng(118)
    blades = Stencil()
    for _ in range(2600):
        px = float(rng.uniform(-10, WIDTH + 10))
        foot = float(np.interp(px, x, top)) + float(rng.uniform(-2, 90))
        tall, lean = float(rng.uniform(9, 25)), float(rng.uniform(-3, 9))
        line = [(px, foot), (px + lean * 0.35, foot - tall * 0.6), (px + lean, foot - tall)]
        cut.line(line, 0.8)
        blades.line(line, 0.7, int(rng.uniform(30, 255)))
    cover = cut.mask()
    shade = noise(FULL, (30, 16), 119, 4)
    paint = light(floats(0.5 + shade), (0.030, 0.030, 0.022))
    paint += (
        light(blades.mask(), (0.20, 0.125, 0.045)) * halo(FULL, (760, 610), 500, 1.2)[..., None]
    )
    edge_light = np.clip(cover - np.roll(cover, (2, -2), axis=(0, 1)), 0, 1)
    paint += light(edge_light, (0.42, 0.24, 0.09))
    return cover, paint


def _child(t: float) -> tuple[Floats, Floats]:
    """The child with the string in both hands, and the scarf that the wind takes along."""
    x, y = _CHILD
    tug = 1.6 * float(np.sin(t * 2.1))
    wind = 3.0 * float(np.sin(t * 4.3))
    cut = Stencil(_CHILD_SHEET, _CHILD_CORNER)
    cut.oval((x + 2 + tug, y - 93), (12, 13)).oval((x - 3 + tug, y - 91), (12, 14), 20)
    coat = [(x - 8, y - 80), (x + 10, y - 80), (x + 16, y - 52), (x + 24 + wind, y - 31)]
    coat += [(x + 4, y - 27), (x - 14, y - 29), (x - 13, y - 54)]
    cut.polygon([(px + tug * (y - py) / 80, py) for px, py in coat])
    cut.line([(x - 6, y - 34), (x - 9, y - 14), (x - 11, y + 6)], 7)
    cut.line([(x + 7, y - 34), (x + 10, y - 14), (x + 14, y + 6)], 7)
    cut.line([(x + 7 + tug, y - 73), (x + 22 + tug, y - 75), (x + 33 + tug, y - 89)], 6)
    cut.line([(x + 4 + tug, y - 69), (x + 20 + tug, y - 66), (x + 31 + tug, y - 81)], 5)
    u = np.linspace(0, 1, 14)
    wave = (3 + 7 * u) * np.sin(u * 5.5 - t * 7.5) * u
    along, above = x - 4 + tug + 46 * u, y - 79 + 9 * u + wave
    wide = 4.2 - 1.2 * u
    upper = list(zip(along.tolist(), (above - wide).tolist(), strict=True))
    lower = list(zip(along.tolist(), (above + wide).tolist(), strict=True))
    scarf = Stencil(_CHILD_SHEET, _CHILD_CORNER).polygon([*upper, *lower[::-1]])
    return cut.mask(0.8), scarf.mask(0.7)


class Kite:
    """Seconds of the shot in, linear light out."""

    def __init__(self) -> None:
        self._sky = _sky()
        _ridges(self._sky)
        self._clouds = _clouds()
        self._cover, self._hill = _hill()
        self._gust = noise((512, 256), (10, 5), 121, 3) - np.float32(0.5)
        _, y = grid(FULL)
        self._glow = light(halo(FULL, _SUN, 330, 1.7), (0.24, 0.125, 0.045))
        self._bendable = smooth(HEIGHT, 560, y)

    def paint(self, t: float) -> Floats:
        """The shot's picture at `t` seconds."""
        picture = moved(self._sky, FULL, ((1, 0, 100 - 2.0 * t), (0, 1, 0)))
        clouds = moved(self._clouds, FULL, ((1, 0, 120 - 11.0 * t), (0, 1, 0)))
        shown = clouds[..., 3:]
        picture = picture * (1 - shown) + clouds[..., :3]
        at, lean = self._flight(t)
        self._string(picture, at, t)
        self._tail(picture, at, lean, t)
        self._sail(picture, at, lean)
        self._ground(picture, t)
        return framed(picture, 1.05, (0.5, 0.5), (-6 + 4 * t, 9 - 4.5 * t))

    @staticmethod
    def _flight(t: float) -> tuple[Point, float]:
        x = 706 + 40 * np.sin(t * 0.95 + 0.4) + 10 * np.sin(t * 2.6)
        y = 214 - 30 * np.sin(t * 1.25 + 0.2) + 7 * np.sin(t * 3.4)
        return (float(x), float(y)), -float(0.30 + 0.11 * np.sin(t * 1.7) + 0.05 * np.sin(t * 4.1))

    @staticmethod
    def _string(picture: Floats, at: Point, t: float) -> None:
        tug = 1.6 * float(np.sin(t * 2.1))
        hand = (_CHILD[0] + 35 + tug, _CHILD[1] - 87)
        u = np.linspace(0, 1, 40)
        sag = 58 * u * (1 - u) + 2.2 * np.sin(u * 21 - t * 16) * u * (1 - u) * 4
        line = [
            (
                float(hand[0] + (at[0] - hand[0]) * v),
                float(hand[1] + (at[1] + 12 - hand[1]) * v + s),
            )
            for v, s in zip(u, sag, strict=True)
        ]
        sheet = Stencil(
            (int(at[0] - hand[0]) + 16, int(hand[1] - at[1]) + 90), (hand[0] - 8, at[1] - 8)
        )
        sheet.line(line, 1.0).lay_on(picture, (0.20, 0.14, 0.11), 0.35, 0.55)

    @staticmethod
    def _tail(picture: Floats, at: Point, lean: float, t: float) -> None:
        """Two ribbons that follow the wind, each wave later the further down."""
        foot = (at[0] - 62 * np.sin(lean), at[1] + 62 * np.cos(lean))
        u = np.linspace(0, 1, 46)
        for k, (long, colour) in enumerate(_RIBBONS):
            swing = (6 + 30 * u) * np.sin(u * 8.5 - t * 6.2 + 1.1 * k) * u**0.7
            x = foot[0] + long * (0.18 * u + 0.26 * u * u) + 0.85 * swing
            y = foot[1] + long * (0.86 * u - 0.12 * u * u) - 0.30 * swing
            wide = 4.6 * (1 - 0.6 * u) * (0.45 + 0.55 * np.abs(np.cos(u * 8.5 - t * 6.2 + 1.1 * k)))
            slope = np.arctan2(np.gradient(y), np.gradient(x))
            off_x, off_y = -np.sin(slope) * wide, np.cos(slope) * wide
            upper = list(zip((x + off_x).tolist(), (y + off_y).tolist(), strict=True))
            lower = list(zip((x - off_x).tolist(), (y - off_y).tolist(), strict=True))
            sheet = Stencil((260, 320), (foot[0] - 70, foot[1] - 30))
            sheet.polygon([*upper, *lower[::-1]]).lay_on(picture, colour)

    @staticmethod
    def _sail(picture: Floats, at: Point, lean: float) -> None:
        c, s = float(np.cos(lean)), float(np.sin(lean))

        def place(x: float, y: float) -> Point:
            return at[0] + c * x - s * y, at[1] + s * x + c * y

        window = (at[0] - 75, at[1] - 75)
        top, left, right = place(0, -58), place(-44, -12), place(44, -12)
        foot, heart = place(0, 66), place(0, -12)
        for corner, colour in (
            ((top, left, heart), (0.88, 0.155, 0.075)),
            ((top, right, heart), (1.15, 0.36, 0.13)),
            ((left, foot, heart), (0.92, 0.56, 0.21)),
            ((right, foot, heart), (1.30, 0.86, 0.42)),
        ):
            Stencil((150, 150), window).polygon(corner).lay_on(picture, colour, 0.7)
        spars = Stencil((150, 150), window).line([top, foot], 1.3).line([left, heart, right], 1.3)
        spars.lay_on(picture, (0.16, 0.055, 0.03), 0.5, 0.8)

    def _ground(self, picture: Floats, t: float) -> None:
        """The hill, its grass pressed by gusts that run across it, and the child on it."""
        tile = np.roll(self._gust, int(150 * t), axis=1)
        wind = floats(cv2.resize(np.tile(tile, (1, 3))[:, :WIDTH], FULL))
        push = (-4 - wind * 20) * self._bendable
        zero = np.zeros((1, 1), np.float32)
        band = slice(540, HEIGHT)
        cover = waved(self._cover[band], push[band], zero)
        paint = waved(self._hill[band], push[band], zero)
        child, scarf = _child(t)
        left, top = int(_CHILD_CORNER[0]), int(_CHILD_CORNER[1])
        here = picture[top : top + _CHILD_SHEET[1], left : left + _CHILD_SHEET[0]]
        lay(here, child, (0.042, 0.034, 0.034))
        rim = np.clip(child - np.roll(child, -2, axis=1), 0, 1) * np.float32(0.75)
        lay(here, rim, (0.95, 0.50, 0.20))
        lay(here, scarf, (0.52, 0.075, 0.045))
        lay(picture[band], cover, paint * floats(1.0 + 0.9 * wind[band])[..., None])
        picture += self._glow
