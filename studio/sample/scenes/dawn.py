"""Dawn over the same street: the sun finds the stall, and its lamp goes out."""

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
    smooth,
    stamp,
    waved,
)
from studio.sample.scenes import stall_set as parts

_OUT = 2.35  # when the lamp is switched off
_QUARTER = (WIDTH // 4, HEIGHT // 4)
_SUN_X = 322.0


def _sky() -> Floats:
    sky = gradient(
        FULL,
        [
            (0.0, (0.060, 0.125, 0.235)),
            (0.26, (0.155, 0.215, 0.310)),
            (0.46, (0.500, 0.390, 0.340)),
            (0.60, (1.00, 0.560, 0.300)),
            (0.80, (0.90, 0.44, 0.22)),
            (1.0, (0.35, 0.22, 0.16)),
        ],
    )
    swirl = noise(FULL, (6, 5), 132, 4) - np.float32(0.5)
    cloud = waved(noise(FULL, (3, 9), 131, 6), swirl * np.float32(150), swirl * np.float32(40))
    _, y = grid(FULL)
    cloud = smooth(0.50, 0.78, cloud) * smooth(470, 250, y)
    soft = blurred(cloud, 8)
    under = np.clip(0.55 + 2.4 * (np.roll(soft, -16, axis=0) * -1 + soft), 0, 1.3)
    tone = floats((0.34, 0.30, 0.36)) + floats((1.0, 0.48, 0.22)) * floats(under)[..., None]
    lay(sky, cloud * np.float32(0.72), tone)
    return sky + light(halo(FULL, (_SUN_X, 390), 230, 1.3), (0.95, 0.45, 0.15))


def _stall() -> tuple[Floats, Floats]:
    """The empty stall in the first light: its colours in white light, and its cover."""
    paint = parts.front()
    parts.curtain(paint)
    parts.crockery(paint)
    stools = parts.stools()
    first = (
        Stencil().box(690, 602, 746, 613).box(700, 610, 706, 662).box(730, 610, 736, 662).mask(1.3)
    )
    stools = np.maximum(stools, first)
    lay(paint, stools, (0.34, 0.21, 0.13))
    roof, cloth = parts.roof()
    lay(paint, roof, cloth)
    solid = np.maximum.reduce([parts.solid(), stools, roof])
    paint *= (solid * (0.75 + 0.45 * noise(FULL, (30, 26), 24, 5)))[..., None]
    return paint, solid


def _lantern_asleep(paint: Floats, solid: Floats) -> Floats:
    x, y = grid(FULL)
    inside = ((x - 1096) / 27) ** 2 + ((y - 404) / 33) ** 2
    body = smooth(1.06, 0.94, inside)
    ribs = 0.72 + 0.28 * np.abs(np.sin((y - 404) / 33 * 8.5))
    lay(paint, body, light(floats(ribs * (1.1 - 0.6 * smooth(1070, 1122, x))), (0.62, 0.12, 0.07)))
    ends = Stencil().box(1082, 369, 1110, 375).box(1082, 433, 1110, 439)
    string = ends.line([(1096, 346), (1096, 370)], 2).mask(0.8)
    lay(paint, string, (0.05, 0.03, 0.02))
    return np.maximum(np.maximum(solid, body), string)


def _town(back: Floats) -> tuple[Floats, Floats]:
    """Houses in layers of mist, and wires, over the sky; and where the sky stays open."""
    _, y = grid(FULL)
    mist = noise(FULL, (5, 6), 133, 5)
    clear = np.ones((HEIGHT, WIDTH), np.float32)
    for k, tone in enumerate(((0.30, 0.180, 0.170), (0.090, 0.066, 0.080))):
        cover = parts.houses()[k][0] * np.float32(0.90)
        lay(back, cover, tone)
        clear *= 1 - cover
        band = np.exp(-(((y - 520 - 26 * k) / (52 - 8 * k)) ** 2))
        thick = band * smooth(0.2, 0.9, np.roll(mist, 360 * k, axis=1)) * 0.62
        lay(back, floats(thick), (0.88, 0.47, 0.27))
    lay(back, parts.wires(), (0.045, 0.036, 0.045))
    return back, clear


class Dawn:
    """Seconds of the shot in, linear light out."""

    def __init__(self) -> None:
        self._back, self._open = _town(_sky())
        paint, solid = _stall()
        solid = _lantern_asleep(paint, solid)
        self._paint, self._clear = paint, (1 - solid)[..., None].repeat(3, axis=2)
        rim = np.clip(solid - np.roll(solid, 4, axis=1), 0, 1)
        x, y = grid(FULL)
        # Morning from the left and behind: edges, the roof's slope, the counter's top.
        rim_light = light(floats(rim * smooth(260, 330, y)), (0.85, 0.46, 0.19))
        side = 0.35 + 0.65 * smooth(1120, 600, x) * np.ones_like(y)
        top = smooth(372, 330, y) * 0.9 + 0.22
        morning = light(floats(side * top), (0.50, 0.30, 0.165)) + floats((0.085, 0.095, 0.13))
        self._stall = paint * morning + rim_light
        self._pavement = parts.Pavement(solid)
        self._disc = glint(21, 3.2, 5.0)
        self._bulb = glint(6.5, 2.6, 7.0)
        self._glow = glint(44, 1.5, 8.0)

    def paint(self, t: float) -> Floats:
        """The shot's picture at `t` seconds."""
        day = 0.62 + 0.085 * t
        sun: Point = (_SUN_X, 392 - 12.5 * t)
        picture = self._back * np.float32(day)
        self._rise(picture, sun, day)
        self._birds(picture, t)
        lamp = parts.swung(t * 0.8 + 3)
        burning = self._burning(t)
        picture = picture * self._clear + self._stall * np.float32(day)
        if burning > 0.004:
            picture += self._paint * self._lamplight(lamp, burning)
        parts.hung_lamp(picture, lamp)
        stamp(picture, self._glow, lamp, (0.36 * burning, 0.18 * burning, 0.06 * burning))
        ember = 0.045 + burning
        stamp(picture, self._bulb, (lamp[0], lamp[1] + 4), (7.5 * ember, 5.0 * ember, 2.6 * ember))
        self._ground(picture, day)
        picture += self._rays(sun, t) * np.float32(day)
        return framed(picture, 1.085 - 0.012 * t, (0.60, 0.60))

    @staticmethod
    def _burning(t: float) -> float:
        """1 until the switch, then the filament's short afterglow."""
        return 1.0 if t < _OUT else float(np.exp(-(t - _OUT) * 11))

    @staticmethod
    def _lamplight(lamp: Point, burning: float) -> Floats:
        x, y = grid(_QUARTER)
        squared = (x * 4 - lamp[0]) ** 2 + (y * 4 - lamp[1]) ** 2
        reach = floats((1 + squared / 105.0**2) ** -1.4 * (1.25 * burning))
        return resized(light(reach, (1.0, 0.54, 0.2)), FULL)

    def _rise(self, picture: Floats, sun: Point, day: float) -> None:
        """The sun's disc, where no roof hides it."""
        rows, columns = slice(240, 480), slice(200, 440)
        shine = np.zeros((240, 240, 3), np.float32)
        stamp(shine, self._disc, (sun[0] - 200, sun[1] - 240), (7.5 * day, 4.6 * day, 2.1 * day))
        picture[rows, columns] += shine * self._open[rows, columns, None]

    @staticmethod
    def _birds(picture: Floats, t: float) -> None:
        """A few birds crossing, their wings out of step."""
        for k in range(7):
            x = 430 + 46 * t + 34 * k + 17 * np.sin(k * 2.2)
            y = 232 - 14 * t + 15 * np.sin(k * 1.7) - 9 * k + 4 * np.sin(t * 2 + k)
            beat = float(np.sin(t * 13 + k * 1.3))
            at = (float(x), float(y))
            wide, up = 8.5 - 0.4 * k, 3.6 * beat
            wings = [
                (at[0] - wide, at[1] - up),
                (at[0] - wide * 0.4, at[1] - 2.4 - up * 0.2),
                at,
                (at[0] + wide * 0.4, at[1] - 2.4 - up * 0.2),
                (at[0] + wide, at[1] - up),
            ]
            sheet = Stencil((40, 30), (at[0] - 20, at[1] - 15)).line(wings, 1.3)
            sheet.lay_on(picture, (0.10, 0.07, 0.07), 0.5, 0.85)

    def _ground(self, picture: Floats, day: float) -> None:
        x, y = grid((WIDTH, HEIGHT - parts.GROUND))
        shine = (1 + ((x - _SUN_X) / 210) ** 2 + (y / 90) ** 2) ** -1.2
        lit = light(floats((0.03 + 0.42 * shine) * day), (0.95, 0.56, 0.30))
        self._pavement.reflect(picture, lit, (0.034 * day, 0.032 * day, 0.040 * day))

    def _rays(self, sun: Point, t: float) -> Floats:
        """Light that streams past the roofs, quarter size enlarged."""
        x, y = grid(_QUARTER)
        dx, dy = x * 4 - sun[0], y * 4 - sun[1]
        angle = np.arctan2(dy, dx)
        fan = 0.5 + 0.10 * np.sin(angle * 11 + 0.30 * t) + 0.07 * np.sin(angle * 23 - 0.22 * t + 1)
        far = np.sqrt(dx * dx + dy * dy)
        glow = np.exp(-far / 330) * fan * smooth(20, 150, far) + 0.75 * np.exp(-far / 120)
        return resized(light(floats(glow), (0.34, 0.185, 0.07)), FULL)
