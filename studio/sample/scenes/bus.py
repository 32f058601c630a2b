"""The last bus: it pulls out of its stop in the rain and takes its lit windows along."""

import cv2
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
    waved,
)

_ROAD = 540
_BUS = (860, 300)  # the sprite; its wheels stand on row 268
_STAND = 205.0


def _town() -> Floats:
    sky = gradient(
        FULL,
        [
            (0.0, (0.004, 0.0095, 0.017)),
            (0.5, (0.010, 0.022, 0.031)),
            (0.74, (0.024, 0.034, 0.037)),
            (1.0, (0.004, 0.007, 0.009)),
        ],
    )
    sky *= (0.6 + 0.9 * noise(FULL, (3, 3), 61, 4))[..., None]
    rng = np.random.default_rng(62)
    for depth in range(3):
        cut, panes = Stencil(), Stencil()
        x = -60.0
        while x < WIDTH:
            wide, top = rng.uniform(110, 230), 470 - rng.uniform(90, 330) * (1 - 0.25 * depth)
            cut.box(x, top, x + wide, HEIGHT)
            for _ in range(5):
                px, py = rng.uniform(x + 8, x + wide - 14), rng.uniform(top + 16, 480)
                panes.box(px, py, px + 9, py + 12, int(rng.uniform(30, 255)))
            x += wide * rng.uniform(0.8, 1.3)
        haze = (0.0125, 0.0083, 0.0045)[depth]
        lay(sky, cut.mask(3.4 - depth), (haze * 0.6, haze * 1.05, haze * 1.2))
        sky += light(panes.mask(2.6) * cut.mask(1), (0.07, 0.046, 0.022))
    _trees(sky)
    return sky


def _trees(sky: Floats) -> None:
    rng = np.random.default_rng(63)
    cut = Stencil()
    for x in (470, 905, 1190):
        cut.line([(x, 540), (x + 4, 420)], 9)
        for _ in range(34):
            turn, far = rng.uniform(0, 6.3), rng.uniform(0, 1) ** 0.6
            cut.oval((x + 72 * far * np.cos(turn), 352 + 82 * far * np.sin(turn)), (24, 17))
    leaves = cut.mask(1.8)
    shift = (noise(FULL, (60, 34), 64, 3) - 0.5) * np.float32(46)
    leaves = waved(leaves, shift, np.roll(shift, 211, axis=1))
    lay(sky, leaves * np.float32(0.92), (0.0028, 0.0062, 0.0060))


def _stop(town: Floats) -> None:
    """The stop's shelter with its light panel, and the street lamp that stays behind."""
    x, y = grid(FULL)
    cone = np.clip((y - 168) / 380, 0, 1)
    wide = 12 + 165 * cone
    shaft = np.exp(-(((x - 292) / wide) ** 2)) * smooth(0, 0.03, cone) * (1 - 0.72 * cone)
    town += light(floats(shaft), (0.105, 0.088, 0.055))
    town += light(halo(FULL, (292, 168), 60, 1.5), (0.30, 0.235, 0.13))
    town += light(halo(FULL, (292, 540), 150, 1.8) * smooth(470, 545, y), (0.07, 0.058, 0.036))
    post = Stencil().line([(214, 545), (214, 190), (222, 172), (244, 162), (286, 160)], 6)
    post.polygon([(268, 158), (312, 158), (304, 168), (276, 168)])
    lay(town, post.mask(0.8), (0.0030, 0.0040, 0.0042))
    roof = Stencil().box(92, 372, 262, 381).box(104, 378, 110, 545).box(244, 378, 250, 545)
    town += light(Stencil().box(116, 400, 176, 510).mask(1.5), (0.36, 0.50, 0.50))
    town += light(halo(FULL, (146, 455), 70, 1.6), (0.055, 0.082, 0.085))
    seat = Stencil().box(186, 500, 240, 507).box(194, 505, 198, 545).box(228, 505, 232, 545)
    lay(town, np.maximum(roof.mask(0.9), seat.mask(0.9)), (0.004, 0.0055, 0.006))
    stamp(town, glint(5, 2.4, 7), (290, 170), (7.0, 5.6, 3.4))


def _windows() -> tuple[Floats, Floats]:
    """The bus's lit glass as a mask, and what is seen through it."""
    glass = Stencil(_BUS)
    for k in range(6):
        glass.box(52 + 108 * k, 82, 148 + 108 * k, 164)
    glass.box(702, 80, 750, 232)
    glass.polygon([(762, 78), (800, 78), (812, 170), (762, 170)])
    x, y = grid(_BUS)
    room = smooth(220, 70, y) * 0.75 + 0.35
    lamps = np.exp(-(((y - 84) / 5.5) ** 2)) * 1.6
    glow = light(floats((room + lamps) * np.ones_like(x)), (1.12, 0.72, 0.32))
    glow *= floats(0.86 + 0.14 * np.cos((x - 100) / 108 * 2 * np.pi))[..., None]
    dark = Stencil(_BUS)
    for k in range(11):
        left = 58 + 61 * k
        dark.polygon([(left, 170), (left + 4, 136), (left + 28, 136), (left + 32, 170)], 190)
    for px, tall in ((128, 0), (292, 4), (338, -3), (560, 2)):
        dark.oval((px, 122 - tall), (11.5, 14))
        dark.polygon([(px - 26, 172), (px - 20, 146), (px, 137), (px + 20, 146), (px + 26, 172)])
    dark.oval((776, 122), (10, 13)).polygon([(754, 172), (760, 144), (788, 144), (796, 172)])
    for px in (212, 428, 644):
        dark.line([(px, 82), (px, 170)], 2.0, 200)
    lay(glow, dark.mask(1.6) * np.float32(0.93), (0.035, 0.024, 0.016))
    return glass.mask(0.8), glow


def _bus() -> Floats:
    """The bus as premultiplied light and cover, (rows, columns, 4)."""
    body = Stencil(_BUS).polygon(
        [
            (38, 62),
            (52, 52),
            (790, 52),
            (806, 62),
            (822, 170),
            (824, 246),
            (816, 252),
            (36, 252),
            (30, 244),
            (32, 90),
        ]
    )
    wheels = Stencil(_BUS)
    for px in (168, 652):
        wheels.oval((px, 246), (25, 24))
    cover = np.maximum(body.mask(0.8), wheels.mask(0.8))
    x, y = grid(_BUS)
    shine = 0.55 + 0.6 * np.exp(-(((y - 56) / 7) ** 2)) + 0.25 * np.exp(-(((y - 192) / 9) ** 2))
    paint = light(floats(shine * np.ones_like(x)), (0.020, 0.036, 0.034))
    lower = smooth(176, 180, y) * np.ones_like(x)
    lay(paint, floats(lower), (0.034, 0.0135, 0.0085))
    lay(paint, Stencil(_BUS).box(32, 173, 822, 179).mask(0.8), (0.085, 0.076, 0.058))
    lay(paint, Stencil(_BUS).box(30, 70, 826, 172).mask(1) * np.float32(0.9), (0.006, 0.008, 0.008))
    arches = Stencil(_BUS).oval((168, 246), (32, 31)).oval((652, 246), (32, 31))
    lay(paint, arches.mask(0.8), (0.0015, 0.002, 0.002))
    lay(paint, wheels.mask(0.8), (0.004, 0.0045, 0.0045))
    hubs = Stencil(_BUS).oval((168, 246), (10, 10)).oval((652, 246), (10, 10))
    lay(paint, hubs.mask(1), (0.018, 0.02, 0.02))
    glass, glow = _windows()
    paint += glow * glass[..., None]
    sign = Stencil(_BUS).box(706, 58, 780, 72).mask(0.8)
    paint += light(floats(sign * (0.5 + 0.5 * (np.sin(x * 1.9) > 0.1))), (1.2, 0.50, 0.06))
    paint += light(Stencil(_BUS).box(33, 186, 42, 214).mask(1.0), (2.6, 0.12, 0.05))
    paint += light(Stencil(_BUS).oval((816, 214), (7, 10)).mask(1.2), (4.2, 3.6, 2.5))
    return floats(np.concatenate([paint * cover[..., None], cover[..., None]], axis=2))


def _rain(seed: int, count: int, length: float, soft: float) -> Floats:
    """One depth of rain as a tile that repeats: slanting streaks of unequal light."""
    rng = np.random.default_rng(seed)
    tile = np.zeros((1024, 1536), np.float32)
    sheet = Stencil((1536, 1024))
    for _ in range(count):
        x, y, far = rng.uniform(0, 1536), rng.uniform(0, 1024), length * rng.uniform(0.6, 1.3)
        value = int(rng.uniform(40, 230))
        for dx in (0, -1536):
            for dy in (0, -1024):
                top = (x + dx, y + dy)
                sheet.line([top, (top[0] - 0.16 * far, top[1] + far)], 1.0, value)
    tile = sheet.mask()
    return blurred(tile, soft, 2.5)


class LastBus:
    """Seconds of the shot in, linear light out."""

    def __init__(self) -> None:
        self._town = _town()
        _stop(self._town)
        self._bus = _bus()
        self._near, self._far = _rain(71, 260, 74, 0.7), _rain(72, 900, 34, 0.45)
        rows = (WIDTH, HEIGHT - _ROAD)
        _, y = grid(rows)
        depth = y / rows[1]
        self._ripple = (noise(rows, (44, 46), 73, 3) - 0.5) * floats(10 + 30 * depth)
        self._wet = 0.25 + 0.75 * smooth(0.25, 0.75, noise(rows, (4, 9), 74, 4))
        self._ahead = _ahead()
        self._spark = glint(1.3, 1.6, 4)

    def paint(self, t: float) -> Floats:
        """The shot's picture at `t` seconds."""
        pull = max(0.0, t - 0.35)
        at = _STAND + 62.0 * pull**2.05
        speed = 62.0 * 2.05 * pull**1.05
        picture = self._town.copy()
        self._drive(picture, at, speed, t)
        self._mirror(picture, t)
        self._splash(picture, t)
        self._pour(picture, t)
        return framed(picture, 1.035, (0.5, 0.55), (-10 + 5.5 * t, 0))

    def _drive(self, picture: Floats, at: float, speed: float, t: float) -> None:
        smear = int(speed / 24 * 0.55) | 1
        bus = self._bus if smear < 3 else floats(cv2.blur(self._bus, (smear, 1)))
        jolt = 0.8 * float(np.sin(t * 9.0)) * min(1.0, speed / 90)
        top = _ROAD - 268
        seen = moved(bus, (WIDTH, _BUS[1]), ((1, 0, -at), (0, 1, -jolt)))
        shown = seen * floats(self._reach(at))[None, :, None]
        rows = picture[top : top + _BUS[1]]
        rows *= 1 - shown[..., 3:]
        rows += shown[..., :3]
        brake = 1.0 if t < 0.5 else 0.35
        stamp(picture, _TAIL, (at + 36, top + 200), (0.42 * brake, 0.025 * brake, 0.012 * brake))
        stamp(picture, _HEAD, (at + 818, top + 214), (0.36, 0.31, 0.21))
        warm = 0.028
        stamp(picture, _ROOM, (at + 400, top + 130), (warm, warm * 0.78, warm * 0.42))
        cone = moved(self._ahead, (WIDTH, 260), ((1, 0, -(at + 816)), (0, 1, 0)))
        picture[top + 90 : top + 350] += light(cone, (0.115, 0.098, 0.066))

    @staticmethod
    def _reach(at: float) -> Floats:
        # The sprite's border is held by the camera's sampling: only its own columns count.
        x = np.arange(WIDTH)
        return floats((x > at + 1) & (x < at + _BUS[0] - 2))

    def _mirror(self, picture: Floats, t: float) -> None:
        """The wet road: the street upside down, drawn out towards us and shaken by the rain."""
        deep = HEIGHT - _ROAD
        above = np.ascontiguousarray(picture[_ROAD - 2 * deep : _ROAD][::-1])
        above = resized(blurred(resized(above, (WIDTH // 2, deep)), 1.2, 8.0), (WIDTH, deep))
        shake = self._ripple * np.float32(1 + 0.12 * np.sin(t * 21))
        torn = waved(above, shake * np.float32(0.35), np.roll(shake, int(t * 24) * 17, axis=1))
        _, y = grid((WIDTH, deep))
        fall = 0.62 - 0.34 * y / deep
        curb = floats(0.0042 + 0.006 * np.exp(-(((y - 3) / 3) ** 2)))[..., None]
        picture[_ROAD:] = torn * floats(fall * self._wet)[..., None] + curb * floats((0.7, 1, 1.1))

    def _splash(self, picture: Floats, t: float) -> None:
        rng = np.random.default_rng(int(t * 24) + 4000)
        for _ in range(46):
            at = (rng.uniform(0, WIDTH), _ROAD + 8 + 170 * rng.random() ** 1.4)
            power = 0.10 * rng.random() + 1.2 * float(picture[int(at[1]), int(at[0]), 1])
            stamp(picture, self._spark, at, (power * 0.8, power * 0.85, power * 0.85))

    def _pour(self, picture: Floats, t: float) -> None:
        small = resized(picture, (WIDTH // 8, HEIGHT // 8), cv2.INTER_AREA)
        around = resized(blurred(np.minimum(small, 1.6), 5), FULL) + np.float32(0.012)
        far = scrolled(self._far, FULL, (175 * t, -1090 * t))
        near = scrolled(self._near, FULL, (300 * t, -1880 * t))
        drops = far * np.float32(0.42) + near * np.float32(0.62)
        picture += around * drops[..., None] * floats((0.86, 0.96, 1.0))
        picture += around * np.float32(0.10)


def _ahead() -> Floats:
    """The headlights' cone, pointing right."""
    x, y = grid((520, 260))
    along = x / 520
    wide = 9 + 96 * along
    beam = np.exp(-(((y - 124 - 44 * along) / wide) ** 2)) * (1 - along) ** 1.5
    return floats(beam * smooth(0, 0.02, along) * smooth(0, 14, y) * smooth(259, 240, y))


_TAIL = glint(34, 1.7, 7.0)
_HEAD = glint(30, 1.5, 8.0)
_ROOM = glint(150, 1.6, 4.0)
