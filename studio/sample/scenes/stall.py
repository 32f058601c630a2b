"""The night stall: a swinging lamp, steam from a pot and one late guest in a dark street."""

import numpy as np

from studio.sample.brush import (
    FULL,
    HEIGHT,
    WIDTH,
    Colour,
    Floats,
    Point,
    Stencil,
    disc,
    floats,
    framed,
    glint,
    gradient,
    grid,
    halo,
    lay,
    light,
    noise,
    resized,
    scrolled,
    smooth,
    stamp,
)
from studio.sample.scenes import stall_set as parts

_LAMP: Colour = (1.0, 0.56, 0.22)
_QUARTER = (WIDTH // 4, HEIGHT // 4)


def _street() -> Floats:
    """The dark street behind the stall: sky, houses, wires and far lights out of focus."""
    sky = gradient(
        FULL,
        [
            (0.0, (0.0035, 0.0085, 0.020)),
            (0.45, (0.0075, 0.019, 0.036)),
            (0.68, (0.030, 0.034, 0.042)),
            (0.84, (0.006, 0.009, 0.014)),
            (1.0, (0.0025, 0.004, 0.007)),
        ],
    )
    clouds = noise(FULL, (3, 4), 5, 5)
    sky *= (0.62 + 0.85 * smooth(0.3, 0.8, clouds))[..., None]
    sky += light(halo(FULL, (190, 520), 300, 1.4), (0.030, 0.020, 0.012))
    for tone, (cover, warm, pale) in zip((0.0105, 0.0062), parts.houses(), strict=True):
        lay(sky, cover, (tone * 0.55, tone * 0.95, tone * 1.5))
        sky += light(warm, (0.13, 0.075, 0.03)) + light(pale, (0.09, 0.075, 0.05))
    lay(sky, parts.wires(), (0.0022, 0.0036, 0.0062))
    _far_lights(sky)
    return sky


def _far_lights(sky: Floats) -> None:
    rng = np.random.default_rng(7)
    hues = ((1.0, 0.5, 0.16), (1, 0.66, 0.34), (0.9, 0.16, 0.08), (0.2, 0.62, 0.66), (1, 0.8, 0.5))
    for _ in range(46):
        near = rng.random()
        x = float(rng.uniform(-20, 600) + rng.normal(0, 60))
        y = float(548 - 62 * near * rng.random() + 22 * near)
        hue = hues[rng.integers(len(hues))]
        power = float(rng.uniform(0.05, 0.34) * (1.15 - near))
        colour = (power * hue[0], power * hue[1], power * hue[2])
        stamp(sky, disc(3.5 + 11 * float(near)), (x, y), colour)


def _lantern() -> Floats:
    """The round paper lantern at the corner, which lights itself."""
    x, y = grid(FULL)
    inside = ((x - 1096) / 27) ** 2 + ((y - 404) / 33) ** 2
    body = smooth(1.06, 0.9, inside) * (0.45 + 0.55 * np.exp(-inside * 1.1))
    ribs = 0.78 + 0.22 * np.abs(np.sin((y - 404) / 33 * 8.5))
    red = light(floats(body * ribs), (1.15, 0.17, 0.05))
    core = light(floats(body * np.exp(-inside * 3.2)), (0.5, 0.30, 0.10))
    around = light(halo(FULL, (1096, 404), 46, 1.7), (0.11, 0.018, 0.006))
    ends = (
        Stencil()
        .box(1082, 369, 1110, 375)
        .box(1082, 433, 1110, 439)
        .line([(1096, 346), (1096, 370)], 2)
        .line([(1096, 438), (1096, 462)], 2)
    )
    return floats((red + core) * (1 - ends.mask(0.8))[..., None] + around)


class NightStall:
    """Seconds of the shot in, linear light out."""

    def __init__(self) -> None:
        street = _street()
        paint = parts.front()
        parts.curtain(paint)
        lay(paint, parts.keeper(), (0.16, 0.13, 0.11))
        parts.crockery(paint)
        guest, stools = parts.guest(), parts.stools()
        parts.in_relief(paint, guest, (0.030, 0.032, 0.038), (0.55, 0.44, 0.33))
        parts.in_relief(paint, stools, (0.035, 0.035, 0.04), (0.25, 0.20, 0.15))
        roof, cloth = parts.roof()
        lay(paint, roof, cloth * np.float32(0.42))
        solid = np.maximum.reduce([parts.solid(), guest, stools, roof])
        paint *= (solid * (0.72 + 0.5 * noise(FULL, (30, 26), 24, 5)))[..., None]
        self._paint = paint
        sky = floats((0.010, 0.017, 0.030)) * paint
        self._still = street * (1 - solid)[..., None] + sky + _lantern()
        self._pavement = parts.Pavement(np.maximum(solid, 0))
        self._steam = noise((320, 360), (7, 8), 42, 5)
        self._bulb = glint(6.5, 2.6, 7.0)
        self._glow = glint(44, 1.5, 8.0)

    def paint(self, t: float) -> Floats:
        """The shot's picture at `t` seconds."""
        lamp = parts.swung(t)
        flicker = 1.0 + 0.02 * float(np.sin(t * 31)) + 0.015 * float(np.sin(t * 17.3))
        x, y = grid(_QUARTER)
        squared = (x * 4 - lamp[0]) ** 2 + ((y * 4 - lamp[1]) * 0.92) ** 2
        reach = floats((1 + squared / 120.0**2) ** -1.35 * (3.1 * flicker))
        picture = self._still + self._paint * resized(light(reach, _LAMP), FULL)
        picture += resized(self._vapour(t, reach), FULL)
        parts.hung_lamp(picture, lamp)
        stamp(picture, self._glow, lamp, (0.34 * flicker, 0.17 * flicker, 0.06 * flicker))
        stamp(picture, self._bulb, (lamp[0], lamp[1] + 4), (9.0, 6.2, 3.3))
        _moths(picture, lamp, t)
        x, y = grid((WIDTH, HEIGHT - parts.GROUND))
        pool = (1 + ((x - lamp[0]) / 330) ** 2 + ((y - 20) / 70) ** 2) ** -1.6
        lit = light(floats(pool * (0.115 * flicker)), _LAMP)
        self._pavement.reflect(picture, lit, (0.0022, 0.0034, 0.0054))
        return framed(picture, 1.02 + 0.011 * t, (0.64, 0.62))

    def _vapour(self, t: float, reach: Floats) -> Floats:
        """Steam from the pot, quarter size, lit by the lamp that it rises past."""
        x, y = grid(_QUARTER)
        rise = np.clip((118 - y) / 46, 0, 1)
        centre = 191 + 5 * np.sin(t * 0.8 + rise * 3) * rise + 6 * rise
        wide = 5 + 9 * rise
        plume = np.exp(-(((x - centre) / wide) ** 2)) * smooth(0, 0.15, rise) * (1 - rise) ** 1.1
        curl = scrolled(self._steam, _QUARTER, (40 + 3 * t, 34 * t))
        wisps = scrolled(self._steam, _QUARTER, (170 - 5 * t, 58 * t))
        thick = plume * smooth(0.36, 0.72, 0.5 * curl + 0.5 * wisps)
        return light(floats(thick * (reach + 0.02) * 0.42), (1.0, 0.74, 0.5))


def _moths(picture: Floats, lamp: Point, t: float) -> None:
    speck = glint(1.1, 2.0, 4.0)
    for k in range(5):
        turn = t * (2.1 + 0.7 * k) + k * 1.9
        far = 34 + 13 * k + 9 * np.sin(t * 3.7 + k)
        at = (lamp[0] + far * np.cos(turn), lamp[1] + 6 + 0.55 * far * np.sin(turn * 1.3))
        power = 0.5 * (0.6 + 0.4 * float(np.sin(t * 29 + k * 2)))
        stamp(picture, speck, (float(at[0]), float(at[1])), (power, power * 0.7, power * 0.4))
