"""More drawn shots, for fitting only: unsteady hands, zooms, crowds, water, nights, soft fields."""

from __future__ import annotations

import random

import cv2
import numpy as np

from tests.glued.footage import HEIGHT, WIDTH

# Pictures are drawn so much larger than they are shown that a camera has room to move over them.
_ROOM = 2


def scene(seed: int, frames: int) -> np.ndarray:
    """(frames, ROWS, WIDTH) uint8: a shot of its own for each seed."""
    chance = random.Random(seed)
    make = chance.choice((_handheld, _zoom, _crowd, _water, _night, _soft, _talk))
    rng = np.random.default_rng(seed)
    return np.stack(
        [cv2.cvtColor(one, cv2.COLOR_BGR2YUV_I420) for one in make(chance, rng, frames)]
    )


def sweep(seed: int, frames: int) -> np.ndarray:
    """(frames, ROWS, WIDTH) uint8: a camera that is swung over a picture, up to a tenth a frame."""
    chance = random.Random(seed)
    field = _field(chance, np.random.default_rng(seed))
    scale = chance.uniform(0.3, 0.6)
    speed = chance.choice((-1, 1)) * scale * chance.uniform(0.01, 0.1)
    lift = speed * chance.choice((0.0, 0.0, 0.3, 1.0))
    slower = chance.choice((0.0, 0.0, 0.03))
    way = np.cumsum(np.exp(-slower * np.arange(frames)))
    seen = (_seen(field, 0.5 + speed * at, 0.5 + lift * at, scale) for at in way)
    return np.stack([cv2.cvtColor(one, cv2.COLOR_BGR2YUV_I420) for one in seen])


def _field(chance: random.Random, rng: np.random.Generator) -> np.ndarray:
    """A large still picture: clouds of noise, flat shapes with edges, and an uneven light."""
    wide, high = WIDTH * _ROOM, HEIGHT * _ROOM
    picture = np.zeros((high, wide, 3), np.float32)
    rough = chance.uniform(0.2, 1.2)
    for cells in (3, 8, 20, 60):
        size = (cells, max(2, cells * wide // high), 3)
        coarse = rng.normal(0, rough * 90 / cells**0.5, size).astype(np.float32)
        picture += cv2.resize(coarse, (wide, high), interpolation=cv2.INTER_CUBIC)
    picture += rng.uniform(40, 200, 3).astype(np.float32)
    for _ in range(chance.randint(0, 40)):
        x, y = int(rng.integers(0, wide)), int(rng.integers(0, high))
        paint = tuple(float(value) for value in rng.integers(10, 245, 3))
        size = (int(rng.integers(8, 120)), int(rng.integers(8, 120)))
        if rng.random() < 0.5:
            cv2.ellipse(picture, (x, y), size, float(rng.integers(0, 180)), 0, 360, paint, -1)
        else:
            cv2.rectangle(picture, (x, y), (x + size[0], y + size[1]), paint, -1)
    slope = rng.normal(0, 30, 2)
    rows, columns = np.mgrid[-1 : 1 : high * 1j, -1 : 1 : wide * 1j].astype(np.float32)
    picture += (slope[0] * rows + slope[1] * columns)[:, :, None]
    return np.clip(picture, 0, 255).astype(np.uint8)


def _seen(field: np.ndarray, x: float, y: float, scale: float, turn: float = 0.0) -> np.ndarray:
    """What a camera sees that stands at `x`, `y` of the field's size and shows `scale` of it."""
    middle = (x * field.shape[1], y * field.shape[0])
    warp = cv2.getRotationMatrix2D(middle, turn, 1 / (scale * _ROOM))
    warp[:, 2] += (WIDTH / 2 - middle[0], HEIGHT / 2 - middle[1])
    size = (WIDTH, HEIGHT)
    return cv2.warpAffine(field, warp, size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REFLECT)


def _handheld(chance: random.Random, rng: np.random.Generator, frames: int) -> list[np.ndarray]:
    """A hand that wanders and trembles; sometimes it turns to somewhere else."""
    field = _field(chance, rng)
    loose = chance.uniform(0.001, 0.006)
    drift = rng.normal(0, chance.choice((0.0, 0.001, 0.004)), 2)
    way = np.cumsum(rng.normal(0, loose, (frames, 2)), axis=0)
    way = way * 0.6 + rng.normal(0, loose, (frames, 2)) + np.arange(frames)[:, None] * drift
    turn = np.cumsum(rng.normal(0, loose * 20, frames))
    scale = chance.uniform(0.35, 0.7)
    return [
        _seen(field, 0.5 + x, 0.5 + y, scale, angle)
        for (x, y), angle in zip(way, turn, strict=True)
    ]


def _zoom(chance: random.Random, rng: np.random.Generator, frames: int) -> list[np.ndarray]:
    """A slow or quick zoom with a little pan."""
    field = _field(chance, rng)
    begin = chance.uniform(0.3, 0.8)
    rate = chance.choice((-0.012, -0.004, 0.004, 0.012))
    drift = rng.normal(0, 0.0015, 2)
    return [
        _seen(
            field,
            0.5 + drift[0] * number,
            0.5 + drift[1] * number,
            float(np.clip(begin * np.exp(rate * number), 0.15, 0.95)),
        )
        for number in range(frames)
    ]


def _crowd(chance: random.Random, rng: np.random.Generator, frames: int) -> list[np.ndarray]:
    """Many heads that go their own ways before a still ground."""
    ground = _seen(_field(chance, rng), 0.5, 0.5, 0.6)
    count = chance.randint(15, 70)
    at = rng.uniform((0, 30), (WIDTH, HEIGHT), (count, 2))
    ways = rng.normal(0, chance.uniform(0.4, 3.0), (count, 2)) * (1.0, 0.25)
    sizes = rng.integers(5, 22, count)
    paints = rng.integers(15, 240, (count, 3)).tolist()
    made = []
    for number in range(frames):
        picture = ground.copy()
        sway = np.sin(number * 0.35 + np.arange(count)) * 1.5
        for place in range(count):
            x = round(at[place, 0] + ways[place, 0] * number) % (WIDTH + 40) - 20
            y = round(at[place, 1] + ways[place, 1] * number + sway[place])
            size = int(sizes[place])
            cv2.ellipse(picture, (x, y + 2 * size), (size, 2 * size), 0, 0, 360, paints[place], -1)
            cv2.circle(picture, (x, y), size * 2 // 3, (120, 150, 190), -1, cv2.LINE_AA)
        made.append(picture)
    return made


def _water(chance: random.Random, rng: np.random.Generator, frames: int) -> list[np.ndarray]:
    """Waves, flames or leaves: a texture that is never the same twice and never another picture."""
    ground = _seen(_field(chance, rng), 0.5, 0.5, 0.7).astype(np.float32)
    rows, columns = np.mgrid[:HEIGHT, :WIDTH].astype(np.float32)
    waves = [
        (rng.uniform(0.01, 0.25, 2), rng.uniform(-0.6, 0.6), rng.uniform(0, 6), rng.uniform(5, 22))
        for _ in range(chance.randint(3, 8))
    ]
    whole = chance.random() < 0.5
    share = np.ones_like(rows) if whole else np.clip((rows / HEIGHT - 0.35) / 0.2, 0, 1)
    made = []
    for number in range(frames):
        surface = sum(
            high * np.sin(way[0] * columns + way[1] * rows + speed * number + phase)
            for way, speed, phase, high in waves
        )
        picture = ground * 0.6 + 50 + (surface * share)[:, :, None]
        made.append(np.clip(picture, 0, 255).astype(np.uint8))
    return made


def _night(chance: random.Random, rng: np.random.Generator, frames: int) -> list[np.ndarray]:
    """Low light: a dark picture, a few lights of which some move, and much noise."""
    dim = chance.uniform(0.06, 0.25)
    field = _field(chance, rng)
    drift = rng.normal(0, 0.001, 2)
    lights = rng.uniform((0, 0), (WIDTH, HEIGHT), (chance.randint(0, 8), 2))
    ways = rng.normal(0, 1.2, lights.shape)
    noise = chance.uniform(1.0, 7.0)
    made = []
    for number in range(frames):
        seen = _seen(field, 0.5 + drift[0] * number, 0.5 + drift[1] * number, 0.6)
        picture = seen.astype(np.float32) * dim
        for place, way in zip(lights, ways, strict=True):
            x, y = (int(value) for value in place + way * number)
            cv2.circle(picture, (x, y), 4, (150.0, 200.0, 230.0), -1, cv2.LINE_AA)
        picture += rng.normal(0, noise, (HEIGHT, WIDTH, 1)).astype(np.float32)
        made.append(np.clip(picture, 0, 255).astype(np.uint8))
    return made


def _soft(chance: random.Random, rng: np.random.Generator, frames: int) -> list[np.ndarray]:
    """Fog, sky or a wall: hardly any picture, that drifts and grows lighter or darker."""
    coarse = rng.normal(0, chance.uniform(3, 25), (4, 8, 3)).astype(np.float32)
    size = (WIDTH * _ROOM, HEIGHT * _ROOM)
    field = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC)
    field = np.clip(field + rng.uniform(20, 235, 3).astype(np.float32), 0, 255).astype(np.uint8)
    drift = chance.uniform(-0.003, 0.003)
    gain = chance.choice((0.0, 0.0, 0.003, -0.003))
    made = []
    for number in range(frames):
        seen = _seen(field, 0.5 + drift * number, 0.5, 0.6)
        lit = seen.astype(np.float32) * (1 + gain * number)
        made.append(np.clip(lit, 0, 255).astype(np.uint8))
    return made


def _talk(chance: random.Random, rng: np.random.Generator, frames: int) -> list[np.ndarray]:
    """A head and shoulders, close, that nod, turn and lean before a soft ground."""
    ground = cv2.GaussianBlur(_seen(_field(chance, rng), 0.5, 0.5, 0.6), (0, 0), 6)
    skin = tuple(int(value) for value in rng.integers(60, 230, 3))
    cloth = tuple(int(value) for value in rng.integers(10, 200, 3))
    size = chance.uniform(30, 62)
    quick = chance.uniform(0.03, 0.2)
    lean = chance.uniform(4, 30)
    made = []
    for number in range(frames):
        picture = ground.copy()
        x = round(WIDTH / 2 + lean * np.sin(number * quick))
        y = round(HEIGHT * 0.42 + 5 * np.sin(number * quick * 2.3))
        shoulders = (round(size * 2), round(size * 1.3))
        cv2.ellipse(picture, (x, HEIGHT), shoulders, 0, 0, 360, cloth, -1, cv2.LINE_AA)
        face = (round(size * 0.75), round(size))
        cv2.ellipse(picture, (x, y), face, 0, 0, 360, skin, -1, cv2.LINE_AA)
        turned = round(8 * np.sin(number * quick * 1.4))
        for side in (-1, 1):
            eye = (x + turned + round(side * size * 0.3), y - round(size * 0.2))
            cv2.circle(picture, eye, max(3, round(size * 0.1)), (20, 20, 25), -1, cv2.LINE_AA)
        mouth = (round(size * 0.3), 2 + round(4 * abs(np.sin(number * 0.5))))
        cv2.ellipse(
            picture, (x + turned, y + round(size * 0.5)), mouth, 0, 0, 360, (40, 30, 90), -1
        )
        made.append(picture)
    return made
