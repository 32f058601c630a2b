"""The set of the night stall: houses, wires, furniture and the wet pavement, without light."""

import numpy as np

from studio.sample.brush import (
    FULL,
    HEIGHT,
    WIDTH,
    Colour,
    Floats,
    Point,
    Stencil,
    blurred,
    floats,
    grid,
    lay,
    noise,
    resized,
    smooth,
    waved,
)

GROUND = 612  # the row where the pavement begins
PIVOT: Point = (842.0, 352.0)  # where the lamp hangs
CORD = 62.0


def houses() -> tuple[tuple[Floats, Floats, Floats], ...]:
    """Two rows of houses, the far one first: their cover, and two sets of lit panes."""
    rng = np.random.default_rng(11)
    rows = []
    for depth, base in enumerate((505, 535)):
        cut = Stencil()
        x = -30.0
        while x < WIDTH:
            wide, tall = rng.uniform(70, 170), rng.uniform(90, 260) * (1 - 0.2 * depth)
            cut.box(x, base - tall, x + wide, HEIGHT)
            if rng.random() < 0.4:
                cut.line([(x + wide / 2, base - tall), (x + wide / 2, base - tall - 26)], 2)
            x += wide * rng.uniform(0.75, 1.15)
        panes = [Stencil(), Stencil()]
        for k in range(26):
            px, py = rng.uniform(0, WIDTH), rng.uniform(base - 150, base - 10)
            panes[k % 2].box(px, py, px + rng.uniform(5, 10), py + 9, int(rng.uniform(40, 255)))
        rows.append((cut.mask(2.2), panes[0].mask(1.6), panes[1].mask(1.6)))
    return tuple(rows)


def wires() -> Floats:
    """Two poles and the wires between them and beyond."""
    cut = Stencil()
    for x, top in ((392.0, 150.0), (150.0, 268.0)):
        cut.line([(x, top), (x, 620)], 6 if x > 200 else 4)
        cut.line([(x - 34, top + 26), (x + 34, top + 26)], 4)
        cut.line([(x - 26, top + 48), (x + 26, top + 48)], 4)
    for k in range(4):
        near = (392.0 + 20 * (k - 1.5), 176.0 + 9 * k)
        _sagging(cut, near, (150.0 + 14 * (k - 1.5), 290.0 + 6 * k), 60)
        _sagging(cut, near, (1400.0, 40.0 + 14 * k), 120)
    return cut.mask(0.9) * np.float32(0.9)


def _sagging(cut: Stencil, a: Point, b: Point, sag: float) -> None:
    t = np.linspace(0, 1, 30)
    x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + sag * t * (1 - t)
    cut.line(list(zip(x.tolist(), y.tolist(), strict=True)), 1.5)


def front() -> Floats:
    """The stall's own colours as they would look in white light, over the whole frame."""
    paint = np.zeros((HEIGHT, WIDTH, 3), np.float32)
    grain = noise(FULL, (8, 60), 21, 4)
    planks = noise(FULL, (90, 4), 22, 3)
    lay(paint, Stencil().box(652, 350, 1050, 520).mask(1), (0.42, 0.27, 0.16))  # back wall
    paint *= (0.65 + 0.6 * planks)[..., None]
    for shelf in (402, 452):
        lay(paint, Stencil().box(660, shelf, 1042, shelf + 6).mask(0.8), (0.20, 0.11, 0.06))
    rng = np.random.default_rng(31)
    glass = ((0.34, 0.50, 0.38), (0.75, 0.42, 0.16), (0.72, 0.66, 0.52), (0.55, 0.14, 0.09))
    for shelf in (402, 452):
        x = 672.0
        while x < 1030:
            wide, tall = rng.uniform(9, 20), rng.uniform(16, 34)
            cut = Stencil().box(x, shelf - tall, x + wide, shelf)
            if wide < 14:
                cut.box(x + wide * 0.32, shelf - tall - 9, x + wide * 0.68, shelf - tall + 2)
            lay(paint, cut.mask(0.9), glass[rng.integers(len(glass))])
            x += wide + rng.uniform(3, 22)
    lay(paint, Stencil().box(636, 512, 1066, 526).mask(0.8), (0.62, 0.40, 0.22))  # counter top
    lay(paint, Stencil().box(646, 526, 1056, 622).mask(0.8), (0.23, 0.12, 0.07))
    paint[526:622, 646:1056] *= (0.55 + 0.8 * grain)[526:622, 646:1056, None]
    for x in (664, 1036):
        lay(paint, Stencil().box(x, 330, x + 10, 632).mask(0.8), (0.30, 0.17, 0.09))
    return paint


def crockery(paint: Floats) -> None:
    """Put the pot and the bowls on the counter, in place."""
    steel = Stencil().polygon([(724, 470), (806, 470), (800, 514), (730, 514)])
    steel.oval((765, 470), (42, 8))
    lay(paint, steel.mask(0.8), (0.34, 0.33, 0.32))
    lay(paint, Stencil().oval((765, 469), (37, 5.5)).mask(0.8), (0.75, 0.62, 0.45))
    for x, count in ((930, 4), (975, 3), (1012, 5)):
        for k in range(count):
            y = 510 - 7 * k
            bowl = Stencil().polygon([(x - 17, y - 8), (x + 17, y - 8), (x + 9, y), (x - 9, y)])
            lay(paint, bowl.mask(0.7), (0.80 - 0.1 * (k % 2), 0.78 - 0.12 * (k % 2), 0.72))


def keeper() -> Floats:
    """The keeper behind the counter, in a folded cap."""
    cut = Stencil()
    cut.oval((884, 424), (17, 21)).box(876, 436, 893, 456)
    cut.polygon([(842, 520), (850, 470), (868, 453), (900, 453), (920, 470), (930, 520)])
    cut.polygon([(866, 414), (870, 400), (886, 396), (901, 402), (903, 414)])
    return cut.mask(1.4)


def guest() -> Floats:
    """The late guest from behind, on a stool at the counter."""
    cut = Stencil()
    cut.oval((717, 478), (19, 24), 6).oval((715, 484), (21, 22))
    cut.polygon(
        [
            (672, 606),
            (668, 566),
            (673, 534),
            (684, 512),
            (700, 499),
            (732, 499),
            (748, 512),
            (760, 534),
            (766, 566),
            (762, 606),
        ]
    )
    cut.box(690, 602, 746, 613).box(700, 610, 706, 662).box(730, 610, 736, 662)
    return cut.mask(1.5)


def stools() -> Floats:
    """The two empty stools."""
    cut = Stencil()
    for x in (860, 960):
        cut.box(x - 24, 588, x + 24, 597).box(x - 19, 596, x - 14, 652).box(
            x + 14, 596, x + 19, 652
        )
    return cut.mask(1.3)


def roof() -> tuple[Floats, Floats]:
    """The awning's mask, and its stripes as colour."""
    cut = Stencil().polygon([(640, 268), (1062, 268), (1112, 346), (590, 346)])
    for k in range(18):
        cut.oval((604 + 29 * k, 346), (14.6, 13))
    x, y = grid(FULL)
    lean = (x - 851) / (1 + (y - 268) * 0.0030)
    stripe = smooth(-0.12, 0.12, np.sin(lean / 13.4))
    cloth = floats((0.40, 0.075, 0.05)) * stripe[..., None]
    cloth = cloth + floats((0.62, 0.52, 0.38)) * (1 - stripe[..., None])
    return cut.mask(0.9), floats(cloth * (0.6 + 0.7 * noise(FULL, (40, 9), 23, 4))[..., None])


def curtain(paint: Floats) -> None:
    """Short cloth panels below the roof, thin enough for the lamp to shine through."""
    x, y = grid(FULL)
    fold = 0.75 + 0.25 * np.sin(x / 6.5 + np.sin(y / 30))
    for k in range(5):
        left = 664 + 76.5 * k
        cut = Stencil().polygon(
            [(left, 340), (left + 73, 340), (left + 71, 392 - 3 * (k % 2)), (left + 3, 389)]
        )
        lay(paint, cut.mask(0.9), floats((0.30, 0.07, 0.045)) * floats(fold)[..., None])


def solid() -> Floats:
    """Where the stall hides the street behind it."""
    return Stencil().box(652, 340, 1050, 622).box(636, 512, 1066, 526).mask(0.9)


def wetness() -> Floats:
    """How wet the pavement is, 0 to 1: puddles drawn out along the ground."""
    puddles = noise((WIDTH, HEIGHT - GROUND), (5, 7), 43, 4)
    return smooth(0.35, 0.72, puddles)


def in_relief(paint: Floats, mask: Floats, tone: Colour, rim: Colour) -> None:
    """Lay a figure whose upper right edges catch what light there is, in place."""
    lay(paint, mask, tone)
    edge = np.clip(mask - np.roll(mask, (3, -3), axis=(0, 1)), 0, 1)
    lay(paint, edge * np.float32(0.8), rim)


class Pavement:
    """The wet ground before the stall: a torn, dimmed mirror of what stands on it."""

    def __init__(self, feet: Floats) -> None:
        """`feet`: whatever stands in front of the pavement's far edge, over the whole frame."""
        self._deep = HEIGHT - GROUND
        self._feet = feet[GROUND:]
        self._wet = wetness()
        self._ripple = (noise((WIDTH, self._deep), (50, 12), 41, 3) - 0.5) * np.float32(22)

    def reflect(self, picture: Floats, lit: Floats, base: Colour) -> None:
        """Paint the ground into the picture: `lit` is light that falls on it (its rows only)."""
        deep = self._deep
        above = resized(
            np.ascontiguousarray(picture[GROUND - 2 * deep : GROUND][::-1]), (WIDTH // 2, deep)
        )
        above = resized(blurred(above, 2.0, 7.0), (WIDTH, deep))
        torn = waved(above, self._ripple * np.float32(0.5), self._ripple)
        wet = torn * floats(0.16 + 0.44 * self._wet)[..., None]
        ground = floats(base) + lit * (0.35 + 0.65 * self._wet)[..., None] + wet
        keep = self._feet[..., None]
        picture[GROUND:] = ground + keep * (picture[GROUND:] - ground)


def hung_lamp(picture: Floats, lamp: Point) -> None:
    """The cord and the enamel shade of a lamp that swings below its pivot, in place."""
    left, top = int(lamp[0]) - 60, int(PIVOT[1]) - 16
    x, y = lamp[0] - left, lamp[1] - top
    lean = (lamp[0] - PIVOT[0]) / CORD
    cut = Stencil((120, 110)).line(
        [(PIVOT[0] - left, PIVOT[1] - top), (x - lean * 14, y - 14)], 1.6
    )
    cut.polygon(
        [
            (x - 4 - 16 * lean, y - 17),
            (x + 4 - 16 * lean, y - 17 + 8 * lean),
            (x + 23, y - 4 - 22 * lean),
            (x - 23, y - 4 + 22 * lean),
        ]
    )
    lay(picture[top : top + 110, left : left + 120], cut.mask(0.7), (0.014, 0.018, 0.017))


def swung(t: float) -> Point:
    """Where the bulb hangs at `t` seconds: a slow swing with a small quick one on it."""
    angle = 0.17 * float(np.sin(t * 2.35 + 0.5)) + 0.03 * float(np.sin(t * 5.3))
    return PIVOT[0] + CORD * float(np.sin(angle)), PIVOT[1] + CORD * float(np.cos(angle))
