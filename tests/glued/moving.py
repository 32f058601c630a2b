"""What a camera or a title makes of a shot's pictures; for films to fit on."""

from __future__ import annotations

import random

import cv2
import numpy as np

from tests.glued.footage import HEIGHT, ROWS, WIDTH
from tests.glued.plan import Burst, Camera, Title

_WORDS = ("THE END", "A film by", "Ten years later", "CHAPTER TWO", "Paris, 1912", "LIGHTS")


def filmed(pictures: np.ndarray, camera: Camera) -> np.ndarray:
    """(frames, ROWS, WIDTH) as the camera sees them, scaled back up to the whole size."""
    made = np.empty_like(pictures)
    count = len(pictures)
    begin, end = np.array(camera.begin), np.array(camera.end)
    for number in range(count):
        left, top, share = begin + (end - begin) * number / max(1, count - 1)
        for source, target in zip(planes(pictures[number]), planes(made[number]), strict=True):
            height, width = source.shape
            x, y = left * (1 - share) * width, top * (1 - share) * height
            flip = -1 if camera.mirrored else 1
            x = width - 1 - x if camera.mirrored else x
            warp = np.array([[flip * share, 0, x], [0, share, y]], np.float32)
            way = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
            border = cv2.BORDER_REPLICATE
            target[:] = cv2.warpAffine(source, warp, (width, height), flags=way, borderMode=border)
    return made


def titled(pictures: np.ndarray, title: Title) -> np.ndarray:
    """With words, or a plate with words, that come gradually and stay."""
    chance = random.Random(title.seed)
    cover, paint = np.zeros((HEIGHT, WIDTH), np.uint8), float(chance.choice((20, 225, 235)))
    size, thick = chance.uniform(0.6, 1.8), chance.choice((1, 2, 4))
    x, y = chance.randint(0, 90), chance.randint(40, HEIGHT - 10)
    font = cv2.FONT_HERSHEY_DUPLEX
    for row in range(chance.randint(1, 3)):
        at = (x, y + round(row * 32 * size))
        cv2.putText(cover, chance.choice(_WORDS), at, font, size, 255, thick, cv2.LINE_AA)
    if chance.random() < 0.3:
        cover[max(0, y - 40) : y + 20] = np.maximum(cover[max(0, y - 40) : y + 20], 150)
    made = pictures.copy()
    whole = np.zeros((ROWS, WIDTH), np.float32)
    whole[:HEIGHT] = cover.astype(np.float32) / 255
    for number in range(title.at, len(made)):
        share = whole * min(1.0, (number - title.at + 1) / title.frames)
        made[number] = np.rint(made[number] * (1 - share) + paint * share).astype(np.uint8)
    return made


def burst(pictures: np.ndarray, one: Burst) -> np.ndarray:
    """With a cloud that grows, glows or darkens, and thins out while the picture goes on."""
    chance, rng = random.Random(one.seed), np.random.default_rng(one.seed)
    x, y = chance.uniform(0.1, 0.9) * WIDTH, chance.uniform(0.2, 1.0) * HEIGHT
    size = chance.uniform(0.25, 0.9) * HEIGHT
    bright = chance.choice((235.0, 235.0, 200.0, 120.0, 30.0))
    coarse = rng.normal(0, 1, (24, 40)).astype(np.float32)
    grain = cv2.resize(coarse, (2 * WIDTH, 2 * HEIGHT), interpolation=cv2.INTER_CUBIC)
    drift = chance.uniform(-2, 2), chance.uniform(-3, 0)
    rows, columns = np.mgrid[:HEIGHT, :WIDTH].astype(np.float32)
    made = pictures.copy()
    for number in range(min(one.rise + one.fall, len(made) - one.at)):
        grown = min(1.0, (number + 1) / one.rise)
        left = min(1.0, max(0.0, (one.rise + one.fall - number) / (one.fall + 1)))
        middle = x + drift[0] * number, y + drift[1] * number
        far = np.hypot(columns - middle[0], rows - middle[1]) / (size * (0.2 + 0.8 * grown))
        at = (HEIGHT // 2 + round(drift[1] * number)) % HEIGHT, (WIDTH // 2 + 2 * number) % WIDTH
        rough = grain[at[0] : at[0] + HEIGHT, at[1] : at[1] + WIDTH]
        # It thins out by holes that grow as much as by growing pale.
        thick = np.clip((1.1 - far) * 3 + rough * 0.7 + (left - 1) * 2.5, 0, 1) * left**0.5
        luma = made[one.at + number][:HEIGHT]
        luma[:] = np.clip(luma * (1 - thick) + (bright + 25 * rough) * thick, 0, 255)
    return made


def planes(picture: np.ndarray) -> list[np.ndarray]:
    """Luma, blue and red of one picture of 4:2:0 samples, as views of it."""
    return [picture[:HEIGHT], *picture[HEIGHT:].reshape(2, HEIGHT // 2, WIDTH // 2)]
