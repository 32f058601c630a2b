"""What each frame is worth as a still: the measures that reasons name, for a whole film."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from studio.shots.fades import is_flat
from studio.shots.looking import Bytes
from studio.shots.structure import Floats

# Luma (of 255) around which a frame is neither dark nor light, and how far off is quite bad.
_MIDDLE_GREY = 112.0
_GREY_REACH = 112.0
# Mean luma step (of 255) to a neighbour at which half the stillness is gone.
_MOVING = 4.0
# Luma deviation (of 255) of a frame with a picture in it.
_SHOWN = 12.0
# A calm cell: lettering stands on it undisturbed.
CALM_CELL = 150
# Clipped shares beyond this spoil a picture; below, a lamp or a night sky does not.
_CLIPPED = 0.25


def measures(
    rows: Mapping[str, Floats], maps: Mapping[str, Floats], calm: Bytes
) -> dict[str, Floats]:
    """Each (n,) float32, rounded; the higher the better, but for `flat` (1 for black or white).

    sharpness, across, down, exposure, contrast, stillness, calm, fullness 0 to 1; colour in levels
    of 255 from grey.
    """
    step = rows["luma_step"]
    ahead = np.concatenate([step[1:], step[-1:]])
    made = {
        "sharpness": maps["sharpness"],
        "across": maps["across"],
        "down": maps["down"],
        "exposure": _exposure(rows),
        "contrast": (rows["high"] - rows["low"]) / 255.0,
        "stillness": _MOVING / (_MOVING + np.maximum(step, ahead)),
        "colour": rows["chroma"] * 0.5 + rows["chroma_spread"],
        "calm": (calm >= CALM_CELL).mean(axis=(1, 2)),
        "fullness": maps["fullness"],
        "flat": is_flat(rows["mean"], rows["spread"]).astype(np.float32),
    }
    # Rounded before anything compares them: the last bits differ from processor to processor.
    return {name: np.asarray(np.round(value, 4), np.float32) for name, value in made.items()}


def _exposure(rows: Mapping[str, Floats]) -> Floats:
    # What is black in every frame that shows something is a letterbox, not the picture.
    shown = rows["dark_clip"][rows["spread"] > _SHOWN]
    bars = float(shown.min()) if len(shown) else 0.0
    off = np.abs(rows["mean"] / (1.0 - min(bars, 0.5)) - _MIDDLE_GREY) / _GREY_REACH
    lost = (rows["dark_clip"] - bars + rows["light_clip"]) / (1.0 - min(bars, 0.5))
    clipped = np.maximum(0, lost - 0.02) / _CLIPPED
    return np.asarray(np.clip(1.0 - off * off - 0.5 * np.minimum(1, clipped), 0, 1), np.float32)


def hashes(thumbs: Bytes) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """A 64-bit perceptual hash of each thumb: the signs of its lowest cosines against their median.

    Two looks are near when few bits differ (up to about 10), unlike from about 24 on.
    """
    height, width = thumbs.shape[1:]
    down, across = _cosines(height), _cosines(width)
    bits = []
    for at in range(0, len(thumbs), 4096):
        part = thumbs[at : at + 4096].astype(np.float32)
        low = np.einsum("uh,nhw,vw->nuv", down, part, across, optimize=True)
        low = np.round(low.reshape(len(part), -1), 1)
        low[:, 0] = 0
        bits.append(low > np.median(low, axis=1, keepdims=True))
    packed = np.packbits(np.concatenate(bits), axis=1)
    return packed.view(">u8").astype(np.uint64).reshape(-1)


def _cosines(size: int) -> Floats:
    """The first eight rows of the discrete cosine transform of `size` samples."""
    places = (np.arange(size) + 0.5) * np.pi / size
    return np.asarray(np.cos(np.arange(8)[:, None] * places[None, :]), np.float32)
