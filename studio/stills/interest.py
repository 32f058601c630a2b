"""Where the eye goes in a picture, and the window of it that keeps that in sight.

Salience is the spectral residual of Hou and Zhang (CVPR 2007).
"""

from __future__ import annotations

from fractions import Fraction

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.geometry import Rect, Size, crop_window

#: Salience is found on pictures of this size.
SALIENCE_SIDE = 64
#: Detail is gathered on pictures this wide.
_SEEN = 192
#: A face keeps this share of its length free on each side, within a window.
_AIR = 0.25
#: Faces this large beside the largest one count too.
_CHIEF = 0.35
#: A window may show so much less than it could, where that brings the focus to its place; from
#: this far off (of the window's width) on, and where it brings this much.
_CLOSER, _OFF, _WORTH = 1.3, 0.04, 0.04
#: A window narrower than this share of the picture has room to move as it is.
_FULL = 0.97
#: A window is at least so many times as wide and as tall as a face in it.
_ROUND_FACE = 2.4

Map = npt.NDArray[np.float32]
Picture = npt.NDArray[np.uint8]


def salience(picture: Picture) -> Map:
    """(64, 64), 0 to 1: how much each part of an RGB picture stands out."""
    small = cv2.resize(picture, (SALIENCE_SIDE, SALIENCE_SIDE), interpolation=cv2.INTER_AREA)
    planes = cv2.cvtColor(small, cv2.COLOR_RGB2Lab).astype(np.float32)
    total = np.zeros((SALIENCE_SIDE, SALIENCE_SIDE), np.float32)
    for plane in cv2.split(planes):
        total += _residual(np.asarray(plane, np.float32))
    soft = np.asarray(cv2.GaussianBlur(total, (0, 0), 2.5), np.float32)
    top = float(np.percentile(soft, 99))
    return np.clip(soft / top, 0, 1).astype(np.float32) if top > 1e-6 else np.zeros_like(soft)


def _residual(plane: Map) -> Map:
    if float(plane.std()) < 0.5:
        return np.zeros_like(plane)
    wave = np.fft.fft2(plane - plane.mean())
    log = np.log(np.abs(wave) + 1e-6).astype(np.float32)
    rest = log - cv2.blur(log, (3, 3))
    back = np.fft.ifft2(np.exp(rest + 1j * np.angle(wave)))
    return np.asarray(np.abs(back) ** 2 * float(plane.std()), np.float32)


def middle_of(faces: tuple[Rect, ...]) -> tuple[float, float]:
    """The middle of the larger of at least one face."""
    largest = max(face.area for face in faces)
    chief = [face for face in faces if face.area > largest * _CHIEF]
    whole = chief[0]
    for face in chief[1:]:
        whole = whole.join(face)
    return whole.centre


def interest(picture: Picture) -> Map:
    """How much sharp, colourful detail gathers at each place of an RGB picture; more in the middle.

    192 columns and as many rows as the picture's aspect gives; rounded to a thousandth.
    """
    height, width = picture.shape[:2]
    size = (_SEEN, max(16, round(_SEEN * height / width)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2Lab).astype(np.float32)
    away = np.abs(lab - lab.mean(axis=(0, 1))).sum(axis=2)
    edges = np.abs(cv2.Laplacian(cv2.GaussianBlur(lab[..., 0], (0, 0), 1.0), cv2.CV_32F))
    energy = away / (away.mean() + 1e-3) + edges / (edges.mean() + 1e-3)
    out = cv2.resize(salience(picture), size, interpolation=cv2.INTER_LINEAR)
    broad = cv2.GaussianBlur(energy * (0.3 + out), (0, 0), _SEEN / 12)
    ys, xs = np.mgrid[0 : size[1], 0 : size[0]]
    off = ((xs / size[0] - 0.5) / 0.5) ** 2 + ((ys / size[1] - 0.5) / 0.5) ** 2
    return np.asarray(np.round(broad * (1 - 0.35 * off), 3), np.float32)


def point_of_interest(picture: Picture) -> tuple[float, float]:
    """Where in an RGB picture (0 to 1) sharp, colourful detail gathers, drawn to the middle."""
    found = interest(picture)
    y, x = divmod(int(np.argmax(found)), found.shape[1])
    return round((x + 0.5) / found.shape[1], 3), round((y + 0.5) / found.shape[0], 3)


def window(
    size: Size,
    aspect: Fraction,
    focus: tuple[float, float],
    target: tuple[float, float],
    faces: tuple[Rect, ...] = (),
    *,
    closer: bool = False,
) -> Rect:
    """The window of `aspect` in a picture of `size`, in whole pixels of it.

    The focus (0 to 1 of the picture) comes as near to `target` (0 to 1 of the window) as the edges
    allow. With `closer` a window as wide as the picture shows up to a third less, where that
    brings the focus to its place across. Then it moves as little as is needed to hold the faces,
    the largest first.
    """
    width, height = size.width, size.height
    found = crop_window(size, aspect, focus)
    at = focus[0], target[0]
    across = _near_enough(size, found, at, faces) if closer else int(found.width)
    down = found.height if across == found.width else max(1, round(across / aspect))
    x = _clamped(focus[0] * width - target[0] * across, width - across)
    y = _clamped(focus[1] * height - target[1] * down, height - down)
    for face in sorted(faces, key=lambda one: one.area):
        x = _holding(x, across, face.x * width, face.right * width, width)
        y = _holding(y, down, face.y * height, face.bottom * height, height)
    return Rect(x, y, across, down)


def _near_enough(
    size: Size, found: Rect, place: tuple[float, float], faces: tuple[Rect, ...]
) -> int:
    """How wide a window is that brings the focus to its target; `place`: both, across."""
    focus, target = place
    whole, most = size.width, int(found.width)
    at = _stands(focus * whole, most, whole, target)
    if most < whole * _FULL or abs(at - target) <= _OFF:
        return most
    aim = min(max(target + (_OFF if at > target else -_OFF), 0.05), 0.95)
    wanted = min(focus / aim, (1 - focus) / (1 - aim)) * whole
    least = most / _CLOSER
    for face in faces:
        tall = face.height * size.height * found.width / found.height
        least = max(least, _ROUND_FACE * max(face.width * whole, tall))
    across = round(min(most, max(wanted, least)))
    gained = abs(at - target) - abs(_stands(focus * whole, across, whole, target) - target)
    return across if gained >= _WORTH else most


def _stands(focus: float, length: float, whole: float, target: float) -> float:
    """Where in a window of that length the focus then is, 0 to 1."""
    return (focus - min(max(0.0, focus - target * length), whole - length)) / length


def _clamped(value: float, most: float) -> int:
    return round(min(max(0.0, value), most))


def _holding(start: float, length: float, low: float, high: float, whole: float) -> int:
    """`start` moved so that low..high, with a quarter more on each side, lies inside."""
    air = (high - low) * _AIR
    low, high = max(0.0, low - air), min(whole, high + air)
    if high - low > length:
        return _clamped((low + high - length) / 2, whole - length)
    return _clamped(min(max(start, high - length), low), whole - length)
