"""Gradients that help type to be read: eased, tinted by the picture, never over a face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.colour import Colour
from studio.core.geometry import Rect, Size

#: Maps are worked out at this long side and enlarged: gradients hold nothing finer.
_MAP_SIDE = 512
#: How strength falls from full to none, by the share of the way: an eased curve in many stops,
#: since the end of a straight ramp is seen as a line.
_STOPS = (
    (0.0, 1.0),
    (0.19, 0.738),
    (0.34, 0.541),
    (0.47, 0.382),
    (0.565, 0.278),
    (0.65, 0.194),
    (0.73, 0.126),
    (0.802, 0.075),
    (0.861, 0.042),
    (0.91, 0.021),
    (0.952, 0.008),
    (1.0, 0.0),
)
#: Along its edge a scrim fades so many times as slowly as away from it: the picture beside short
#: copy is left alone.
_ASIDE = 2.5

Map = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scrim:
    """A gradient over the file. `side`: the edge it comes from, or `middle` for a soft pool.

    `core`: where it is at full `strength` (0 to 0.6), in pixels; from there to the edge it
    stays, on the other side it fades over `reach` pixels, and more slowly along the edge.
    """

    side: str
    core: Rect
    reach: float
    strength: float
    colour: Colour

    def scaled(self, by: float) -> Scrim:
        """For a file `by` times as large."""
        return replace(self, core=self.core.scaled(by, by), reach=self.reach * by)


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """Small uint8 maps: what is `kept` of the picture (h, w), 255 is all; `light` added (h, w, 3),
    None where there is none.
    """

    kept: npt.NDArray[np.uint8]
    light: npt.NDArray[np.uint8] | None


def coverage(scrim: Scrim, size: Size, faces: Sequence[Rect] = ()) -> Map:
    """The scrim's opacity, float32 of about `_MAP_SIDE` on the long side; none on faces."""
    width, height = _map_size(size)
    xs = (np.arange(width, dtype=np.float32) + 0.5)[None, :] * (size.width / width)
    ys = (np.arange(height, dtype=np.float32) + 0.5)[:, None] * (size.height / height)
    across, down = np.broadcast_arrays(xs, ys)
    return covered(scrim, across, down, faces)


def covered(scrim: Scrim, xs: Map, ys: Map, faces: Sequence[Rect] = ()) -> Map:
    """The scrim's opacity at points of the file, in pixels; as `coverage` has it."""
    eased = _eased(_distance(scrim, xs, ys))
    for face in faces:
        eased = eased * _spared(face, xs, ys)
    return np.asarray(eased * scrim.strength, np.float32)


def _eased(distance: npt.NDArray[np.float32]) -> Map:
    where, strength = (np.array(part, np.float32) for part in zip(*_STOPS, strict=True))
    return np.interp(distance, where, strength).astype(np.float32)


def _distance(scrim: Scrim, xs: Map, ys: Map) -> Map:
    """0 in the core and from there to the scrim's edge, 1 where it ends."""
    core, reach = scrim.core, max(1.0, scrim.reach)
    across = np.maximum(np.abs(xs - core.centre[0]) - core.width / 2, 0)
    down = np.maximum(np.abs(ys - core.centre[1]) - core.height / 2, 0)
    if scrim.side in ("bottom", "top"):
        down = np.maximum(core.y - ys if scrim.side == "bottom" else ys - core.bottom, 0)
        across = across / _ASIDE
    elif scrim.side in ("left", "right"):
        across = np.maximum(xs - core.right if scrim.side == "left" else core.x - xs, 0)
        down = down / _ASIDE
    return np.asarray(np.sqrt(across * across + down * down) / reach, np.float32)


def _spared(face: Rect, xs: Map, ys: Map) -> Map:
    """0 on the face, 1 well away from it, soft in between."""
    cx, cy = face.centre
    across, down = max(1.0, face.width * 0.62), max(1.0, face.height * 0.62)
    away = np.sqrt(((xs - cx) / across) ** 2 + ((ys - cy) / down) ** 2)
    step = np.clip((away - 1.0) / 0.9, 0, 1)
    return np.asarray(step * step * (3 - 2 * step), np.float32)


def vignette(strength: float, size: Size) -> Map:
    """Black opacity that rises to `strength` in the corners; not to be written to."""
    return _vignette(strength, *_map_size(size))


def _map_size(size: Size) -> tuple[int, int]:
    scale = min(1.0, _MAP_SIDE / max(size.width, size.height))
    return max(2, round(size.width * scale)), max(2, round(size.height * scale))


@lru_cache(maxsize=4)
def _vignette(strength: float, width: int, height: int) -> Map:
    """Kept, a megabyte each at most: one poster asks for it four times."""
    xs = ((np.arange(width, dtype=np.float32) + 0.5) / width * 2 - 1)[None, :]
    ys = ((np.arange(height, dtype=np.float32) + 0.5) / height * 2 - 1)[:, None]
    away = np.clip((np.sqrt(xs * xs + ys * ys) - 0.55) / (np.sqrt(2.0) - 0.55), 0, 1)
    made = np.asarray(away * away * strength, np.float32)
    made.flags.writeable = False
    return made


def layered(
    scrims: Sequence[Scrim], dark: float, size: Size, faces: Sequence[Rect] = ()
) -> Layers | None:
    """All that lies over the picture, the lowest first.

    `dark` is the vignette's strength. None when there is nothing.
    """
    layers = [(coverage(one, size, faces), one.colour) for one in scrims if one.strength > 0]
    if dark > 0:
        layers.insert(0, (vignette(dark, size), Colour(0, 0, 0)))
    if not layers:
        return None
    alpha, colour = layers[0]
    left, light = 1 - alpha, _light(colour, alpha)
    for alpha, colour in layers[1:]:
        light = light * (1 - alpha[..., None]) + _light(colour, alpha)
        left = left * (1 - alpha)
    kept = np.round(left * 255).astype(np.uint8)
    return Layers(kept, np.round(light).astype(np.uint8) if light.any() else None)


def _light(colour: Colour, alpha: Map) -> Map:
    """What a layer adds; black adds nothing."""
    if not any(colour.rgb):
        return np.zeros((1, 1, 3), np.float32)
    return np.asarray(np.array(colour.rgb, np.float32) * alpha[..., None], np.float32)


def laid(picture: npt.NDArray[np.uint8], layers: Layers | None) -> None:
    """Lay them over `picture`, in place.

    Eight bits are enough: what they leave of steps is less than the grain that comes after. The
    enlargement is the bit-exact one, and no product of two bytes over 255 lies near a tie.
    """
    if layers is None:
        return
    size = picture.shape[1], picture.shape[0]
    kept = cv2.resize(layers.kept, size, interpolation=cv2.INTER_LINEAR_EXACT)
    cv2.multiply(picture, cv2.merge([kept, kept, kept]), dst=picture, scale=1 / 255)
    if layers.light is not None:
        light = cv2.resize(layers.light, size, interpolation=cv2.INTER_LINEAR_EXACT)
        cv2.add(picture, light, dst=picture)
