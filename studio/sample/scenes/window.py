"""Rain on a workshop window: drops bend the lamp inside, and now and then one runs down."""

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
    disc,
    floats,
    framed,
    gradient,
    grid,
    halo,
    lay,
    light,
    noise,
    resized,
    smooth,
    stamp,
)

_LAMP: Point = (818.0, 300.0)
_HALF = (WIDTH // 2, HEIGHT // 2)


def _room() -> Floats:
    """The workshop as if there were no glass: bench, lamp, shelves, tools on the wall."""
    room = gradient(
        FULL, [(0, (0.020, 0.014, 0.012)), (0.6, (0.034, 0.022, 0.015)), (1, (0.012, 0.008, 0.007))]
    )
    wall = light(halo(FULL, (_LAMP[0], 330), 215, 1.6), (0.80, 0.37, 0.115))
    room += wall * (0.7 + 0.6 * noise(FULL, (12, 8), 81, 4))[..., None]
    rng = np.random.default_rng(82)
    lay(room, Stencil().box(420, 232, 1180, 240).mask(1), (0.035, 0.019, 0.010))
    x = 440.0
    while x < 1160:
        wide, tall = rng.uniform(14, 34), rng.uniform(24, 70)
        jar = Stencil().box(x, 232 - tall, x + wide, 232).mask(1.5)
        tone = rng.uniform(0.04, 0.26)
        lay(room, jar, (tone, tone * rng.uniform(0.4, 0.75), tone * rng.uniform(0.15, 0.5)))
        x += wide + rng.uniform(4, 34)
    tools = Stencil()
    for k in range(9):
        left = 470.0 + 34 * k
        tools.box(left, 290, left + 5, 290 + rng.uniform(40, 88))
        tools.oval((left + 2.5, 286), (rng.uniform(5, 11), rng.uniform(5, 10)))
    lay(room, tools.mask(1.4) * np.float32(0.85), (0.030, 0.017, 0.010))
    lay(room, Stencil().box(380, 560, 1280, 590).mask(1), (0.30, 0.155, 0.065))
    lay(room, Stencil().box(380, 590, 1280, 720).mask(2), (0.020, 0.011, 0.007))
    room += light(
        halo(FULL, (800, 566), 120, 1.5) * Stencil().box(380, 556, 1280, 594).mask(1),
        (0.95, 0.52, 0.2),
    )
    return room


def _maker(bent: float) -> Floats:
    """The one who works late, `bent` pixels over the piece on the bench; half size."""
    cut = Stencil(_HALF)

    def half(*points: Point) -> list[Point]:
        return [(x / 2, y / 2) for x, y in points]

    cut.oval((330 + bent / 2, 196 + bent * 0.2), (22, 27), 18)
    cut.polygon(
        half(
            (470, 720),
            (480, 560),
            (520, 480),
            (590, 442),
            (640, 436),
            (690, 462),
            (722, 520),
            (735, 600),
            (735, 720),
        )
    )
    cut.line(half((690, 500), (740 + bent, 556), (792 + bent, 548)), 17)
    return cut.mask()


def _lamp(room: Floats) -> None:
    arm = Stencil().line([(930, 566), (962, 420), (870, 262)], 9)
    arm.polygon([(846, 232), (890, 262), (872, 330), (770, 300)])
    lay(room, arm.mask(1.5), (0.020, 0.028, 0.024))
    room += light(Stencil().oval((818, 314), (46, 15), 17).mask(2), (7.5, 4.6, 1.9))
    x, y = grid(FULL)
    down = np.clip((y - 312) / 250, 0, 1)
    cone = np.exp(-(((x - 812 + 16 * down) / (44 + 120 * down)) ** 2)) * smooth(0, 0.04, down)
    room += light(floats(cone * (1 - down) * 0.9), (0.42, 0.225, 0.085))


class _Glass:
    """Drops as maps: where light is bent to, how clear the wet glass is, how it shines."""

    def __init__(self, seed: int) -> None:
        self.bend_x = np.zeros((HEIGHT, WIDTH), np.float32)
        self.bend_y = np.zeros((HEIGHT, WIDTH), np.float32)
        self.clear = np.zeros((HEIGHT, WIDTH), np.float32)
        self.shade = np.ones((HEIGHT, WIDTH), np.float32)
        rng = np.random.default_rng(seed)
        for count, low, high in ((2300, 0.9, 2.4), (620, 2.2, 5.0), (150, 5.0, 9.5), (26, 9, 15)):
            for _ in range(count):
                radius = float(rng.uniform(low, high))
                at = (float(rng.uniform(0, WIDTH)), float(rng.uniform(0, HEIGHT)))
                self.put(at, radius, 1.0 + 0.35 * float(rng.random()))

    def copy(self) -> "_Glass":
        """The same drops, to let others run over them."""
        twin = object.__new__(_Glass)
        twin.bend_x, twin.bend_y = self.bend_x.copy(), self.bend_y.copy()
        twin.clear, twin.shade = self.clear.copy(), self.shade.copy()
        return twin

    def take(self, other: "_Glass", columns: tuple[int, int], rows: tuple[int, int]) -> None:
        """Show another glass within some columns and rows (kept inside the frame)."""
        span = (slice(max(rows[0], 0), max(rows[1], 0)), slice(max(columns[0], 0), columns[1]))
        self.bend_x[span], self.bend_y[span] = other.bend_x[span], other.bend_y[span]
        self.clear[span], self.shade[span] = other.clear[span], other.shade[span]

    def put(self, at: Point, radius: float, long: float) -> None:
        """Set a drop on the glass; it wipes away what was below it."""
        reach = int(radius * max(1.0, long)) + 2
        x0, y0 = int(at[0]) - reach, int(at[1]) - reach
        x1, y1 = max(x0, 0), max(y0, 0)
        x2, y2 = min(x0 + 2 * reach + 1, WIDTH), min(y0 + 2 * reach + 1, HEIGHT)
        if x1 >= x2 or y1 >= y2:
            return
        dx = floats(np.arange(x1, x2) - at[0])[None, :] / radius
        dy = floats(np.arange(y1, y2) - at[1])[:, None] / (radius * long)
        # Fuller below than above, as weight makes it.
        dx = dx * (1 + 0.22 * np.clip(-dy, 0, 1))
        far = np.sqrt(dx * dx + dy * dy)
        inside = smooth(1.0 + 0.6 / radius, 1.0 - 0.8 / radius, far)
        lens = 130 + 14 * radius
        fall = np.clip(far, 0, 1) ** 2
        edge = 1 - 0.72 * fall**2.2 * smooth(0.5, -0.9, dy)
        shine = np.exp(-((dx + 0.34) ** 2 + (dy + 0.42) ** 2) / 0.035)
        span = (slice(y1, y2), slice(x1, x2))
        for whole, part in (
            (self.bend_x, -dx * lens * (0.55 + 0.9 * fall)),
            (self.bend_y, -dy * lens * (0.55 + 0.9 * fall)),
            (self.clear, np.ones_like(inside)),
            (self.shade, edge + 0.55 * shine),
        ):
            whole[span] += inside * (floats(part) - whole[span])

    def wipe(self, at: Point, wide: float, tall: float) -> None:
        """Clear the drops from a short stretch of a runner's path."""
        x1, x2 = max(int(at[0] - wide), 0), min(int(at[0] + wide) + 1, WIDTH)
        y1, y2 = max(int(at[1] - tall), 0), min(int(at[1]) + 1, HEIGHT)
        if x1 >= x2 or y1 >= y2:
            return
        across = floats(np.abs(np.arange(x1, x2) - at[0]) / wide)[None, :]
        keep = smooth(0.55, 1.0, across)
        span = (slice(y1, y2), slice(x1, x2))
        self.bend_x[span] *= keep
        self.bend_y[span] *= keep
        self.clear[span] = np.maximum(self.clear[span], 0.62 * (1 - keep))
        self.shade[span] += (1 - keep) * (1 - self.shade[span])


def _street_lights(glass: Floats) -> None:
    """The street behind us, mirrored in the pane as soft discs."""
    rng = np.random.default_rng(85)
    for _ in range(16):
        at = (float(rng.uniform(20, 560)), float(rng.uniform(80, 420)))
        power = float(rng.uniform(0.012, 0.04))
        hue = ((1, 0.5, 0.2), (0.3, 0.7, 0.8), (1, 0.75, 0.45))[rng.integers(3)]
        colour = (power * hue[0], power * hue[1], power * hue[2])
        stamp(glass, disc(float(rng.uniform(12, 26))), at, colour)


# Where a runner starts: x, y at the shot's start, pixels a second, radius.
_RUNNERS = (
    (228.0, -120.0, 132.0, 9.5),
    (455.0, 120.0, 92.0, 8.0),
    (612.0, -260.0, 190.0, 11.0),
    (905.0, -30.0, 118.0, 9.0),
    (1042.0, 210.0, 150.0, 10.0),
    (1180.0, -190.0, 170.0, 9.0),
)


class WorkshopWindow:
    """Seconds of the shot in, linear light out."""

    def __init__(self) -> None:
        room = _room()
        _lamp(room)
        self._lit = resized(room, _HALF, cv2.INTER_AREA)
        near = resized(halo(FULL, _LAMP, 330, 2), _HALF)
        self._edge_light = light(near, (0.55, 0.28, 0.1))
        self._glass = _Glass(83)
        self._swept = _swept(self._glass)
        self._x, self._y = grid(FULL)
        self._cool = gradient(
            FULL,
            [(0, (0.006, 0.015, 0.027)), (0.6, (0.008, 0.016, 0.024)), (1, (0.004, 0.008, 0.013))],
        )
        _street_lights(self._cool)
        breath = 0.58 + 0.40 * noise(FULL, (4, 3), 84, 4)
        self._breath = breath[..., None].repeat(3, axis=2)
        bars, self._frame = _bars()
        self._open = (1 - bars)[..., None].repeat(3, axis=2)

    def paint(self, t: float) -> Floats:
        """The shot's picture at `t` seconds."""
        bent = 10 * float(np.sin(t * 1.25)) + 3 * float(np.sin(t * 3.1))
        inside = self._lit.copy()
        maker = _maker(bent)
        lay(inside, maker, (0.010, 0.006, 0.005))
        rim = np.clip(maker - np.roll(maker, (3, -3), axis=(0, 1)), 0, 1)
        inside += rim[..., None] * self._edge_light
        sharp = blurred(inside, 2.0)
        fog = resized(blurred(inside, 8.5), FULL) * self._breath + self._cool
        wet = self._running(t)
        picture = fog + wet.clear[..., None] * (
            self._through(sharp, wet) * wet.shade[..., None] - fog
        )
        picture = picture * self._open + self._frame
        return framed(picture, 1.03 + 0.010 * t, (0.66, 0.42))

    def _through(self, sharp: Floats, wet: _Glass) -> Floats:
        map_x = (self._x + wet.bend_x) * np.float32(0.5)
        map_y = (self._y + wet.bend_y) * np.float32(0.5)
        return floats(
            cv2.remap(sharp, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        )

    def _running(self, t: float) -> _Glass:
        wet = self._glass.copy()
        for number, (x, y, speed, radius) in enumerate(_RUNNERS):
            down = y + speed * (t + 0.35 * float(np.sin(t * 2.2 + number * 1.7)))
            wet.take(self._swept, (int(x) - 32, int(x) + 32), (int(y), int(down)))
            wet.put(_path(number, down), radius, 1.35)
        return wet


def _path(number: int, y: float) -> Point:
    """Where runner `number` is when it has come down to row `y`: they never run straight."""
    x = _RUNNERS[number][0]
    return x + 9 * float(np.sin(y / 47 + number)) + 4 * float(np.sin(y / 19)), y


def _swept(glass: _Glass) -> _Glass:
    """The glass when every runner has run its whole way and left its small drops behind."""
    swept = glass.copy()
    for number, (_, y, _, radius) in enumerate(_RUNNERS):
        rng = np.random.default_rng(860 + number)
        for step in np.arange(y, HEIGHT + 20.0, 6.0):
            at = _path(number, float(step))
            swept.wipe(at, radius * 1.05, 8)
            if rng.random() < 0.30:
                side = at[0] + float(rng.uniform(-4, 4))
                swept.put((side, at[1] - 5), float(rng.uniform(1.0, 2.9)), 1.2)
    return swept


def _bars() -> tuple[Floats, Floats]:
    """The window's wooden cross as a mask, and the light along its edges."""
    cut = Stencil().box(326, -5, 352, HEIGHT + 5).box(-5, 486, WIDTH + 5, 508)
    cut.box(-5, -5, 26, HEIGHT + 5).box(1256, -5, WIDTH + 5, HEIGHT + 5).box(
        -5, 694, WIDTH + 5, 730
    )
    bars = cut.mask(1.8)
    warm = halo(FULL, _LAMP, 380, 1.6)
    rim = np.clip(bars - np.roll(bars, (2, -3), axis=(0, 1)), 0, 1) * 0.8
    body = bars * (0.006 + 0.010 * noise(FULL, (60, 8), 87, 3))
    return bars, light(floats(rim * warm), (0.5, 0.27, 0.1)) + light(body, (0.6, 0.8, 1.0))
