"""Drawn shots: textures under a moving camera, cartoons on twos, a thing before a plain sky."""

from __future__ import annotations

import random

import cv2
import numpy as np

from tests.glued.footage import HEIGHT, WIDTH


def drawn(seed: int, frames: int) -> np.ndarray:
    """(frames, ROWS, WIDTH) uint8: a shot of its own for each seed."""
    chance = random.Random(seed)
    make = chance.choice((_texture, _cartoon, _sky))
    pictures = make(chance, np.random.default_rng(seed), frames)
    return np.stack([cv2.cvtColor(one, cv2.COLOR_BGR2YUV_I420) for one in pictures])


def _texture(chance: random.Random, rng: np.random.Generator, frames: int) -> list[np.ndarray]:
    """Clouds of three sizes that a camera pans over."""
    speed = chance.choice((0.0, 0.6, 1.5, 4.0))
    wide = WIDTH + int(speed * frames) + 4
    picture = np.zeros((HEIGHT, wide, 3), np.float32)
    for cells, strength in ((4, 60), (10, 40), (40, 25)):
        coarse = rng.normal(0, strength, (cells, cells * wide // WIDTH * 2, 3)).astype(np.float32)
        picture += cv2.resize(coarse, (wide, HEIGHT), interpolation=cv2.INTER_CUBIC)
    picture += rng.uniform(60, 190, 3).astype(np.float32)
    whole = np.clip(picture, 0, 255).astype(np.uint8)
    at = [int(speed * number) for number in range(frames)]
    return [np.ascontiguousarray(whole[:, left : left + WIDTH]) for left in at]


def _cartoon(chance: random.Random, rng: np.random.Generator, frames: int) -> list[np.ndarray]:
    """Flat shapes before a painted ground; the figure moves far on every second frame."""
    ground = _ground(rng, shapes=14)
    paint = tuple(int(value) for value in rng.integers(20, 240, 3))
    y = chance.randint(60, 130)
    x = float(chance.randint(40, 280))
    speed = chance.choice((-9.0, -5.0, 5.0, 9.0))
    made = []
    for number in range(frames):
        if number % 2 == 0:
            x = (x + 2 * speed) % (WIDTH + 80)
            lift = round(18 * np.sin(number * 0.9))
            picture = ground.copy()
            middle = (round(x) - 40, y + lift)
            cv2.ellipse(picture, middle, (34, 48), 0, 0, 360, paint, -1, cv2.LINE_AA)
            cv2.ellipse(picture, middle, (34, 48), 0, 0, 360, (15, 15, 20), 2, cv2.LINE_AA)
            head = (middle[0], middle[1] - 56)
            cv2.circle(picture, head, 20, (170, 200, 235), -1, cv2.LINE_AA)
        made.append(picture)
    return made


def _sky(chance: random.Random, rng: np.random.Generator, frames: int) -> list[np.ndarray]:
    """An even gradient with a small thing that crosses it."""
    top, low = rng.uniform(60, 240, (2, 1, 1, 3))
    share = np.linspace(0, 1, HEIGHT)[:, None, None]
    ground = np.repeat(top[0] * (1 - share) + low[0] * share, WIDTH, axis=1)
    ground = np.clip(ground + rng.normal(0, 1.0, ground.shape), 0, 255).astype(np.uint8)
    speed, y = chance.uniform(1, 8), chance.randint(30, 150)
    made = []
    for number in range(frames):
        picture = ground.copy()
        x = round(number * speed) % (WIDTH + 32) - 16
        cv2.circle(picture, (x, y), 14, (40, 40, 60), -1, cv2.LINE_AA)
        made.append(picture)
    return made


def _ground(rng: np.random.Generator, shapes: int) -> np.ndarray:
    picture = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    picture[:] = rng.integers(60, 230, 3)
    for _ in range(shapes):
        x, y = int(rng.integers(0, WIDTH)), int(rng.integers(0, HEIGHT))
        size = (int(rng.integers(10, 80)), int(rng.integers(8, 50)))
        paint = tuple(int(value) for value in rng.integers(30, 235, 3))
        cv2.ellipse(picture, (x, y), size, float(rng.integers(0, 180)), 0, 360, paint, -1)
    return picture


def crossed(pictures: np.ndarray, at: int, frames: int, seed: int) -> np.ndarray:
    """A thing about as high as the picture goes through it, close to the camera and soft."""
    chance = random.Random(seed)
    made = pictures.copy()
    half = chance.uniform(0.18, 0.4) * WIDTH
    tall = chance.uniform(0.3, 0.6) * HEIGHT
    middle = chance.uniform(0.3, 0.7) * HEIGHT
    way = chance.choice((1, -1))
    luma, blue, red = chance.randint(20, 220), chance.randint(90, 165), chance.randint(90, 165)
    y, x = np.mgrid[:HEIGHT, :WIDTH].astype(np.float32)
    for number in range(frames):
        share = (number + 0.5) / frames
        share = share if way > 0 else 1 - share
        centre = -half + share * (WIDTH + 2 * half)
        far = ((x - centre) / half) ** 2 + ((y - middle) / tall) ** 2
        cover = np.clip((1.15 - far) / 0.3, 0, 1)
        shade = luma + 18 * np.sin(x / 9 + y / 13)
        _laid(made[at + number], cover, (shade, blue, red))
    return made


def _laid(picture: np.ndarray, cover: np.ndarray, paint: tuple[np.ndarray, int, int]) -> None:
    """Blend a paint over one 4:2:0 picture in place."""
    luma = picture[:HEIGHT]
    luma[:] = np.clip(luma * (1 - cover) + paint[0] * cover, 0, 255)
    half = cv2.resize(cover, (WIDTH // 2, HEIGHT // 2), interpolation=cv2.INTER_AREA)
    colours = picture[HEIGHT:].reshape(2, HEIGHT // 2, WIDTH // 2)
    for plane, value in zip(colours, paint[1:], strict=True):
        plane[:] = np.clip(plane * (1 - half) + value * half, 0, 255)
