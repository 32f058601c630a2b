"""What a camera or a title makes of a shot's pictures; for films to fit on."""

from __future__ import annotations

import random

import cv2
import numpy as np

from tests.glued.footage import HEIGHT, ROWS, WIDTH
from tests.glued.plan import Camera, Title

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


def planes(picture: np.ndarray) -> list[np.ndarray]:
    """Luma, blue and red of one picture of 4:2:0 samples, as views of it."""
    return [picture[:HEIGHT], *picture[HEIGHT:].reshape(2, HEIGHT // 2, WIDTH // 2)]
