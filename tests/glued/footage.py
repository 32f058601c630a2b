"""The pictures that plans need from the real films: each film is read once, only these are kept."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import cv2
import numpy as np

from studio.media.frames import FrameReader
from studio.media.probe import probe
from tests.glued.plan import DRAWN, SCENE, SWEEP, Piece, Plan

WIDTH, HEIGHT = 320, 180
# Rows of a picture of 4:2:0 samples, kept as one plane: luma, then both colours.
ROWS = HEIGHT * 3 // 2


def taken(piece: Piece) -> int:
    """How many frames of its source a piece takes."""
    return 1 if piece.still else (piece.frames - 1) * piece.every + 1


class Footage:
    """Pieces of real films in `folder`, as they are fitted to the glued film's size."""

    def __init__(self, films: Path, folder: Path) -> None:
        self._films = films
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def gather(self, plans: Iterable[Plan]) -> None:
        """Read all pieces of `plans` that are not there yet."""
        wanted: dict[str, set[tuple[int, int, bool]]] = {}
        for plan in plans:
            for piece in plan.pieces:
                if piece.source in (DRAWN, SCENE, SWEEP):
                    continue
                if not self._path(piece, plan.fill).exists():
                    span = (piece.start, piece.start + taken(piece), plan.fill)
                    wanted.setdefault(piece.source, set()).add(span)
        for name, spans in wanted.items():
            self._read(name, sorted(spans))

    def piece(self, piece: Piece, *, fill: bool) -> np.ndarray:
        """(taken(piece), ROWS, WIDTH) uint8."""
        return np.load(self._path(piece, fill))

    def _path(self, piece: Piece, fill: bool) -> Path:
        stem = Path(piece.source).stem
        return self._folder / f"{stem}-{piece.start}-{taken(piece)}-{int(fill)}.npy"

    def _read(self, name: str, spans: list[tuple[int, int, bool]]) -> None:
        film = probe(self._films / name)
        last = max(stop for _, stop, _ in spans)
        open_: dict[tuple[int, int, bool], list[np.ndarray]] = {}
        with FrameReader(film) as reader:
            for number, frame in enumerate(reader.walk()):
                if number >= last:
                    break
                for span in spans:
                    if span[0] <= number < span[1]:
                        picture = frame.small(WIDTH)
                        open_.setdefault(span, []).append(fitted(picture, fill=span[2]))
                    if number == span[1] - 1:
                        piece = Piece(name, span[0], span[1] - span[0])
                        np.save(self._path(piece, span[2]), np.stack(open_.pop(span)))


def fitted(picture: np.ndarray, *, fill: bool) -> np.ndarray:
    """BGR of any size as 4:2:0 of the glued film's size: cut to fill it, or with black bars."""
    height, width = picture.shape[:2]
    choose = max if fill else min
    scale = choose(WIDTH / width, HEIGHT / height)
    size = (max(2, round(width * scale)), max(2, round(height * scale)))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    scaled = cv2.resize(picture, size, interpolation=way)
    canvas = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    top, left = (HEIGHT - size[1]) // 2, (WIDTH - size[0]) // 2
    inner = scaled[max(0, -top) : max(0, -top) + HEIGHT, max(0, -left) : max(0, -left) + WIDTH]
    top, left = max(0, top), max(0, left)
    canvas[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
    return cv2.cvtColor(canvas, cv2.COLOR_BGR2YUV_I420)
