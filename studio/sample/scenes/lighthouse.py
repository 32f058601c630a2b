"""The lighthouse: two beams go round over the night sea, once every few breaths."""

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
    waved,
)
from studio.sample.scenes.sea import Sea

_HORIZON = 492
_LAMP: Point = (886.0, 214.0)
_QUARTER = (WIDTH // 4, HEIGHT // 4)
_PERIOD = 5.4  # seconds a turn


def night_sky(seed: int) -> Floats:
    """Stars over a teal horizon, with torn cloud: the whole frame."""
    sky = gradient(
        FULL,
        [
            (0.0, (0.0045, 0.0100, 0.026)),
            (0.35, (0.0085, 0.0235, 0.047)),
            (0.60, (0.022, 0.052, 0.070)),
            (0.685, (0.052, 0.078, 0.078)),
            (0.75, (0.02, 0.04, 0.05)),
            (1.0, (0.006, 0.012, 0.02)),
        ],
    )
    rng = np.random.default_rng(seed)
    stars = np.zeros((HEIGHT, WIDTH), np.float32)
    for _ in range(420):
        x, y = int(rng.integers(2, WIDTH - 2)), int(430 * rng.random() ** 1.25) + 2
        stars[y, x] = 0.05 + 0.95 * rng.random() ** 5
    stars = blurred(stars, 0.75) * np.float32(2.1)
    cloud = noise(FULL, (3, 5), seed + 1, 5)
    shift = (noise(FULL, (5, 4), seed + 2, 3) - 0.5) * np.float32(150)
    cloud = smooth(0.46, 0.82, waved(cloud, shift, shift * np.float32(0.3)))
    sky += light(stars * (1 - cloud), (0.80, 0.92, 1.0))
    sky *= (1.12 - 0.50 * cloud)[..., None]
    return sky + light(cloud, (0.006, 0.0085, 0.011))


def _shore(x: float) -> float:
    """The row where the water meets the land."""
    return 507.0 + 0.044 * max(0.0, x - 590)


def _headland() -> tuple[Floats, Floats]:
    """The cliff and its keeper's house: how they cover the sky, and their dim colours."""
    x = np.arange(560, WIDTH + 40, 8.0)
    rough = noise((len(x), 64), (9, 2), 93, 5)[20]
    top = 505 - 118 * np.asarray(smooth(590, 870, x)) - 20 * np.asarray(smooth(930, 1260, x))
    top = top + 34 * (rough - 0.5) + 6 * np.sin(x / 19)
    edge = [(float(a), float(b)) for a, b in zip(x, top, strict=True)]
    foot = [(float(a), _shore(float(a)) + 7 * float(b)) for a, b in zip(x, rough, strict=True)]
    cover = Stencil().polygon([*edge, *foot[::-1]]).mask(0.9)
    for px, py, wide in ((566, 506, 17), (534, 508, 9), (598, 509, 24), (645, 520, 15)):
        cover = np.maximum(cover, Stencil().oval((px, py), (wide, wide * 0.42)).mask(0.9))
    face = noise(FULL, (26, 9), 94, 5)
    paint = light(face**2, (0.0105, 0.0130, 0.0150))
    grass = smooth(26, 0, np.arange(HEIGHT)[:, None] - np.interp(np.arange(WIDTH), x, top)[None])
    paint += light(floats(grass * (0.5 + face)), (0.007, 0.014, 0.013))
    house = (
        Stencil()
        .box(984, 342, 1070, 404)
        .polygon([(974, 345), (1002, 312), (1052, 312), (1080, 345)])
    )
    house.box(1040, 298, 1050, 320)
    lay(paint, house.mask(0.8), (0.006, 0.0085, 0.011))
    return np.maximum(cover, house.mask(0.8)), paint


def _tower() -> tuple[Floats, Floats]:
    body = Stencil().polygon([(868, 252), (904, 252), (918, 416), (854, 416)])
    parts = Stencil().box(860, 246, 912, 254).box(870, 226, 902, 248)
    parts.polygon([(866, 203), (886, 184), (906, 203)]).box(884.5, 170, 887.5, 188)
    parts.line([(861, 247), (861, 236), (911, 236), (911, 247)], 1.4)
    mask, cap = body.mask(0.8), parts.mask(0.8)
    x, y = grid(FULL)
    round_ = np.clip(1 - ((x - 878) / 34) ** 2, 0.12, 1)
    band = 1 - 0.72 * (smooth(296, 299, y) - smooth(340, 343, y))
    wall = light(floats(round_ * band), (0.058, 0.072, 0.082))
    wall += light(floats(round_ * smooth(330, 252, y) * band), (0.10, 0.066, 0.030))
    paint = wall * mask[..., None]
    lay(paint, cap, (0.008, 0.011, 0.013))
    lamp_room = Stencil().box(873, 204, 899, 227).mask(0.7)
    paint += light(lamp_room, (1.7, 1.25, 0.6))
    for px in (879.5, 892.5):
        lay(paint, Stencil().line([(px, 204), (px, 227)], 1.2).mask(0.5), (0.02, 0.02, 0.02))
    return np.maximum(np.maximum(mask, cap), lamp_room), paint


class Lighthouse:
    """Seconds of the shot in, linear light out."""

    def __init__(self) -> None:
        self._sky = night_sky(90)
        cover, paint = _headland()
        tower, wall = _tower()
        paint = paint * (1 - tower)[..., None] + wall
        self._cover = np.maximum(cover, tower)[..., None]
        self._land = paint * self._cover
        window = Stencil().box(1006, 360, 1020, 380).box(1036, 360, 1050, 380).mask(0.9)
        self._land += light(window, (1.5, 0.82, 0.26))
        self._land += light(halo(FULL, (1026, 372), 26, 1.7), (0.085, 0.042, 0.012))
        self._sea = Sea(HEIGHT - _HORIZON, 95, 120.0)
        self._mist = noise((512, 256), (9, 7), 96, 5)
        self._flare = glint(26, 1.35, 14.0)
        self._foam = noise((WIDTH, 96), (70, 10), 97, 4)

    def paint(self, t: float) -> Floats:
        """The shot's picture at `t` seconds."""
        turn = 2 * np.pi * (t / _PERIOD) + 2.35
        beams = self._beams(t, turn)
        far = resized(beams, FULL)
        picture = self._sky + far
        standing = picture * (1 - self._cover) + self._land
        self._lens(standing, turn)
        water, slope = self._sea.mirror(standing[:_HORIZON], t)
        self._water(picture, water, slope)
        picture += self._cover * (self._land + far * np.float32(0.15) - picture)
        self._surf(picture, t)
        self._lens(picture, turn)
        return framed(picture, 1.05 + 0.006 * t, (0.6, 0.5), (9 - 3.6 * t, 6 - 2.4 * t))

    def _beams(self, t: float, turn: float) -> Floats:
        """Both beams in the haze, quarter size."""
        x, y = grid(_QUARTER)
        px, py = x * 4 - _LAMP[0], y * 4 - _LAMP[1]
        mist = 0.45 + 1.1 * scrolled(self._mist, _QUARTER, (9 * t, 3 * t))
        total = np.zeros((_QUARTER[1], _QUARTER[0]), np.float32)
        for side in (0.0, np.pi):
            across, towards = float(np.cos(turn + side)), float(np.sin(turn + side))
            tilt = 0.055 * towards
            length = float(np.hypot(across, 0.10))
            c, s = across / length, tilt
            along = px * c + py * s
            off = np.abs(py * c - px * s)
            # A beam that comes towards us looks shorter, wider and brighter.
            wide = 5.0 + np.maximum(along, 0) * (0.035 + 0.16 * (1 - abs(across)) ** 2)
            body = np.exp(-((off / wide) ** 2)) * smooth(-4, 16, along)
            fall = np.exp(-np.maximum(along, 0) / (330 + 520 * abs(across)))
            power = (0.55 + 0.45 * towards) * (0.35 + 0.65 * abs(across))
            total += floats(body * fall * 6.0 / np.sqrt(wide + 4) * power * 0.62)
        return light(floats(total * mist), (1.0, 0.80, 0.46))

    def _water(self, picture: Floats, water: Floats, slope: Floats) -> None:
        rows = HEIGHT - _HORIZON
        _, y = grid((WIDTH, rows))
        near = y / rows
        shade = 0.92 - 0.36 * near + 0.62 * slope * (0.35 + near)
        crest = smooth(0.35, 1.0, slope) * (0.15 + 0.85 * near)
        picture[_HORIZON:] = water * floats(np.maximum(shade, 0.1))[..., None]
        picture[_HORIZON:] += light(floats(crest), (0.010, 0.017, 0.020))
        haze = np.exp(-np.abs(np.arange(HEIGHT) - _HORIZON) / 11.0)[:, None, None]
        picture += floats(haze) * floats((0.016, 0.024, 0.025))

    def _surf(self, picture: Floats, t: float) -> None:
        """White water at the foot of the cliff, rising and falling away."""
        rows = slice(492, 588)
        x, y = grid((WIDTH, 96))
        shore = 19 + 0.044 * np.maximum(0, x - 590) + 2.5 * np.sin(x / 41 + t * 1.3)
        beat = 0.55 + 0.45 * np.sin(t * 1.9 + x / 120)
        line = np.exp(-(((y - shore) / (2.6 + 3.6 * beat)) ** 2)) * smooth(520, 575, x)
        torn = smooth(0.34, 0.75, np.roll(self._foam, int(t * 9), axis=1))
        picture[rows] += light(floats(line * torn * (0.35 + 0.65 * beat)), (0.085, 0.115, 0.125))

    def _lens(self, picture: Floats, turn: float) -> None:
        flash = 0.25 + 3.2 * abs(float(np.sin(turn))) ** 22
        stamp(picture, self._flare, _LAMP, (0.55 * flash, 0.42 * flash, 0.22 * flash))
