"""Films glued from drawn scenes: textures that pan, with cuts, flashes, dissolves and fades."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from studio.media.probe import probe
from studio.shots.analyse import analyse

WIDTH, HEIGHT = 256, 144
RATE = 24


def scene(seed: int, frames: int, pan: float = 1.5) -> np.ndarray:
    """(frames, h, w, 3) float32: a texture of its own, panning `pan` pixels a frame."""
    rng = np.random.default_rng(seed)
    wide = WIDTH + int(abs(pan) * frames) + 4
    picture = np.zeros((HEIGHT, wide, 3), np.float32)
    for cells, strength in ((4, 70), (10, 40), (40, 25)):
        coarse = rng.normal(0, strength, (cells, cells * 2, 3)).astype(np.float32)
        picture += cv2.resize(coarse, (wide, HEIGHT), interpolation=cv2.INTER_CUBIC)
    picture += rng.uniform(70, 180, 3).astype(np.float32)
    offsets = [int(abs(pan) * number) for number in range(frames)]
    return np.stack([np.clip(picture[:, at : at + WIDTH], 0, 255) for at in offsets])


def mixed(first: np.ndarray, second: np.ndarray, length: int) -> np.ndarray:
    """`first` dissolving into `second` over `length` frames that both share."""
    share = ((np.arange(length) + 1) / (length + 1))[:, None, None, None].astype(np.float32)
    middle = first[-length:] * (1 - share) + second[:length] * share
    return np.concatenate([first[:-length], middle, second[length:]])


def faded(frames: np.ndarray, length: int, level: float, *, out: bool) -> np.ndarray:
    """The first or last `length` frames led from or to a flat `level`."""
    made = frames.copy()
    share = ((np.arange(length) + 1) / length)[:, None, None, None].astype(np.float32)
    if out:
        made[-length:] = made[-length:] * (1 - share) + level * share
    else:
        made[:length] = made[:length] * share[::1] + level * (1 - share)
    return made


def write_film(path: Path, frames: np.ndarray) -> Path:
    """Encode (n, h, w, 3) as H.264, 24 frames a second."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=Fraction(RATE))
        stream.width, stream.height = frames.shape[2], frames.shape[1]
        stream.pix_fmt = "yuv420p"
        stream.options = {"preset": "ultrafast", "crf": "14", "threads": "1"}
        for picture in np.clip(np.rint(frames), 0, 255).astype(np.uint8):
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return path


@pytest.fixture(scope="session")
def glued(tmp_path_factory):
    """(film, analysis, truth): every kind of change once; truth maps what to frame numbers."""
    parts: list[np.ndarray] = []
    truth: dict[str, tuple[int, ...]] = {}

    def at() -> int:
        return sum(len(part) for part in parts)

    parts.append(scene(1, 40))
    cuts = [at()]
    flash = scene(2, 48)
    flash[24:26] = flash[24:26] * 0.2 + 255 * 0.8
    truth["flash"] = (at() + 24, at() + 26)
    parts.append(flash)
    cuts.append(at())
    crossing = scene(3, 60, pan=0)
    for number in range(9):
        left = -110 + number * 44
        crossing[26 + number, 20:120, max(0, left) : max(0, left + 110)] = (225, 30, 40)
    truth["crossing"] = (at() + 26, at() + 36)
    parts.append(crossing)
    cuts.append(at())
    parts.append(scene(4, 6))
    cuts.append(at())
    truth["dissolve"] = (at() + 34, at() + 50)
    parts.append(mixed(scene(5, 50), scene(6, 56), 16))
    start = at()
    parts[-1] = faded(parts[-1], 12, 0, out=True)
    black = np.zeros((8, HEIGHT, WIDTH, 3), np.float32)
    parts += [black, faded(scene(7, 50), 12, 0, out=False)]
    truth["fade"] = (start - 12, start + 20)
    cuts.append(at())
    # Drawn on twos: each picture twice, moving far between.
    parts.append(np.repeat(scene(8, 24, pan=5), 2, axis=0))
    truth["twos"] = (cuts[-1] + 1, at())
    truth["cuts"] = tuple(cuts)
    path = write_film(tmp_path_factory.mktemp("glued") / "glued.mp4", np.concatenate(parts))
    film = probe(path)
    return film, analyse(film), truth
