"""A decoded frame reduced to the small planes that the analysis sees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import av
import cv2
import numpy as np
from av.video.reformatter import ColorRange
from numpy.typing import NDArray

from studio.media.film import VideoStream

Bytes = NDArray[np.uint8]
Plane = NDArray[Any]

SMALL = (160, 90)
DETAIL = (64, 36)
THUMB = (32, 18)
GRID = (16, 9)
# Sharpness is judged on a picture of at most this long side, over so many of its samples: what is
# finer is noise, not focus, and what moved is smeared over several.
_RISE_SIDE, _FAR = 640, 8
# Rises of so little (of 255) are grain and compression, not picture.
_EDGE_FLOOR = 3
# Small rises are kept so many times as large: bytes would lose those of dark scenes.
NEAR_TIMES = 4

# From so many rows on for each one that is kept, every second is left out.
_ROWS = 12

# Planar and semi-planar formats whose planes can be scaled as they lie in memory: bits, chroma.
_PLANAR = {
    "yuv420p": 8,
    "yuvj420p": 8,
    "yuv422p": 8,
    "yuvj422p": 8,
    "yuv444p": 8,
    "yuvj444p": 8,
    "yuv420p10le": 10,
    "yuv422p10le": 10,
    "yuv444p10le": 10,
    "yuv420p12le": 12,
    "yuv422p12le": 12,
}


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of every frame, upright and small; sizes are swapped for a portrait film.

    uint8: `luma` 160×90 stretched to full range; `blue`, `red` 80×45 colour differences (128 grey).
    """

    luma: Bytes
    blue: Bytes
    red: Bytes


@dataclass(frozen=True, slots=True)
class Close:
    """What is seen of a frame that is looked at closely, upright; sizes as for `Look`.

    uint8: `luma` 160×90; `near`, `far` (2, 36, 64): mean rise to the next sample (NEAR_TIMES as
    large) and to the eighth, first across, then down; what is smeared along one of them rises far
    but not near there.
    """

    luma: Bytes
    near: Bytes
    far: Bytes


@contextmanager
def alone() -> Iterator[None]:
    """OpenCV held to one thread: its others only wait for each other on pictures this small.

    And what some of its functions find depends on how many there are.
    """
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        yield
    finally:
        cv2.setNumThreads(threads)


def upright(size: tuple[int, int], portrait: bool) -> tuple[int, int]:
    """(width, height) of a landscape `size`, swapped for a portrait film."""
    return (size[1], size[0]) if portrait else size


def is_portrait(video: VideoStream) -> bool:
    """Whether the film stands higher than wide."""
    return video.display.height > video.display.width


def look(native: av.VideoFrame, video: VideoStream) -> Look:
    """What is seen of every frame: its planes made small as the decoder left them, once."""
    full, native = _readable(native, video)
    size = upright(SMALL, _lies_portrait(video))
    chroma = (size[0] // 2, size[1] // 2)
    luma, blue, red = (
        area_scaled(_narrow(_thin(_view(plane, _kind(native)), wanted), native), wanted)
        for plane, wanted in zip(native.planes, (size, chroma, chroma), strict=True)
    )
    parts = (luma if full else levels(luma, _stretch()), blue, red)
    return Look(*(_turned(part, video) for part in parts))


def close_look(native: av.VideoFrame, video: VideoStream, seen: Look) -> Close:
    """What else there is to see in the frame that `seen` was made of; several times as dear."""
    native = _readable(native, video)[1]
    fine = _narrow(_view(native.planes[0], _kind(native)), native)
    size = upright(DETAIL, _lies_portrait(video))
    while max(fine.shape) > _RISE_SIDE:
        fine = halved(fine)
    near = _both(_rises(fine, 1, NEAR_TIMES, size), video)
    return Close(seen.luma, near, _both(_rises(fine, _FAR, 1, size), video))


def _readable(native: av.VideoFrame, video: VideoStream) -> tuple[bool, av.VideoFrame]:
    """Whether its range is full, and the frame in a form whose planes can be read."""
    if native.format.name in _PLANAR:
        return video.colour.range == "pc" or native.format.name.startswith("yuvj"), native
    # Everything else (RGB, palettes, semi-planar, alpha) goes through the scaler once.
    return False, native.reformat(format="yuv444p", dst_color_range=ColorRange.MPEG)


def _lies_portrait(video: VideoStream) -> bool:
    """Whether the picture is higher than wide as it lies in the decoder's planes."""
    return is_portrait(video) != (video.rotation in (90, 270))


def halved(plane: Plane) -> Plane:
    """Half as wide and high by the mean of four; an odd last row or column is left out."""
    height, width = plane.shape[0] // 2, plane.shape[1] // 2
    even = plane[: height * 2, : width * 2]
    return cv2.resize(even, (width, height), interpolation=cv2.INTER_AREA)


def area_scaled(plane: Plane, size: tuple[int, ...]) -> Plane:
    """Scaled to `size` by area. Halving first is many times faster than one odd-sized step."""
    width, height = size
    while plane.shape[1] >= 2 * width and plane.shape[0] >= 2 * height:
        plane = halved(plane)
    if (plane.shape[1], plane.shape[0]) == size:
        return plane
    return cv2.resize(plane, (width, height), interpolation=cv2.INTER_AREA)


def _rises(fine: Bytes, reach: int, times: int, size: tuple[int, int]) -> tuple[Bytes, Bytes]:
    """How much each place differs from the one `reach` samples before it, across and down."""
    across = np.zeros_like(fine)
    down = np.zeros_like(fine)
    cv2.absdiff(fine[:, reach:], fine[:, :-reach], dst=across[:, reach:])
    cv2.absdiff(fine[reach:], fine[:-reach], dst=down[reach:])
    above = _above(_EDGE_FLOOR, times)
    return area_scaled(levels(across, above), size), area_scaled(levels(down, above), size)


def _both(rises: tuple[Bytes, Bytes], video: VideoStream) -> Bytes:
    """(2, h, w): across and down, as they are once the picture stands upright."""
    made = [_turned(one, video) for one in rises]
    return np.stack(made[::-1] if video.rotation in (90, 270) else made)


def _turned(plane: Bytes, video: VideoStream) -> Bytes:
    if video.mirrored:
        plane = plane[:, ::-1]
    return np.ascontiguousarray(np.rot90(plane, -(video.rotation // 90)))


def levels(plane: Plane, table: Bytes) -> Bytes:
    """Each sample replaced by its entry in a `table` of 256."""
    return np.asarray(cv2.LUT(plane, table), np.uint8)


@cache
def _above(floor: int, times: int) -> Bytes:
    """Table that takes `floor` away, nothing below 0, and gives the rest so many `times`."""
    return np.clip((np.arange(256) - floor) * times, 0, 255).astype(np.uint8)


@cache
def _stretch() -> Bytes:
    """Table from studio range (16 to 235) to 0 to 255."""
    wide = (np.arange(256) - 16) * (255 / 219)
    return np.asarray(np.clip(np.rint(wide), 0, 255), np.uint8)


def _thin(plane: Plane, size: tuple[int, int]) -> Plane:
    """Every second row where there are far more than `size` needs: most of the cost is memory."""
    while plane.shape[0] >= _ROWS * size[1]:
        plane = plane[::2]
    return plane


def _kind(native: av.VideoFrame) -> np.dtype[Any]:
    return np.dtype(np.uint8 if _PLANAR[native.format.name] == 8 else "<u2")


def _narrow(plane: Plane, native: av.VideoFrame) -> Bytes:
    bits = _PLANAR[native.format.name]
    if bits == 8:
        return plane
    # Halved while still wide, so that the costly narrowing meets a quarter of the samples.
    narrow = cv2.convertScaleAbs(halved(plane), alpha=1 / (1 << (bits - 8)))
    return np.asarray(narrow, np.uint8)


def _view(plane: Any, kind: np.dtype[Any]) -> Plane:
    samples = np.frombuffer(plane, kind)
    return samples.reshape(plane.height, plane.line_size // kind.itemsize)[:, : plane.width]
