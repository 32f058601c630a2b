"""The darkroom: turns painted light into the Y, Cb and Cr planes of a film frame."""

import cv2
import numpy as np
from numpy.typing import NDArray

from studio.sample.brush import FULL, HEIGHT, WIDTH, Floats, blurred, floats, grid, resized

# BT.709, rows Y, Cb, Cr of R'G'B' 0 to 1, for 8 bits of limited range (ITU-R BT.709-6, 3.3-3.5).
_KR, _KB = 0.2126, 0.0722
_KG = 1 - _KR - _KB
_LUMA = floats([[_KR, _KG, _KB]]) * np.float32(219)
_CHROMA = floats(
    [
        [-_KR / (2 - 2 * _KB), -_KG / (2 - 2 * _KB), 0.5],
        [0.5, -_KG / (2 - 2 * _KR), -_KB / (2 - 2 * _KR)],
    ]
) * np.float32(224)

_GRAIN_TILES = 6
_GRAIN_LEVELS = 1.6  # standard deviation in 8-bit levels: seen as texture, not as noise


def _vignette() -> Floats:
    x, y = grid(FULL)
    far = ((x / WIDTH - 0.5) / 0.62) ** 2 + ((y / HEIGHT - 0.5) / 0.66) ** 2
    return floats(1.0 - 0.42 * np.clip(far, 0.0, 1.6) ** 1.3 / 1.6)


def _grain() -> tuple[Floats, ...]:
    tiles = []
    for seed in range(_GRAIN_TILES):
        speck = np.random.default_rng(900 + seed).standard_normal((HEIGHT, WIDTH))
        # Silver clumps are a little larger than a pixel.
        tile = blurred(floats(speck), 0.62)
        tiles.append(floats(tile * (_GRAIN_LEVELS / tile.std())))
    return tuple(tiles)


class Darkroom:
    """Exposure, bloom, vignette and grain, the same for every shot of a film."""

    def __init__(self) -> None:
        self._vignette = _vignette()[..., None].repeat(3, axis=2)
        self._grain = _grain()

    def print_light(self, light: Floats) -> Floats:
        """Linear light to display R'G'B', float32 0 to 1: bloom, vignette and a soft shoulder."""
        small = resized(light, (WIDTH // 4, HEIGHT // 4), cv2.INTER_AREA)
        bright = np.minimum(np.maximum(small - np.float32(0.22), 0), 6)
        bloom = blurred(bright, 3.5) * np.float32(0.16) + blurred(bright, 22) * floats(
            (0.16, 0.11, 0.085)
        )
        lit = cv2.add(light, resized(bloom, FULL))
        lit = cv2.multiply(lit, self._vignette, scale=-1.0)
        # 1 - exp(-x) bends highlights to white the way film does; the root is the display's gamma.
        return floats(cv2.sqrt(np.maximum(1 - cv2.exp(lit), 0)))

    def planes(self, shown: Floats, number: int) -> NDArray[np.uint8]:
        """Display R'G'B' to the planes of yuv420p, stacked as (HEIGHT * 3 / 2, WIDTH) bytes.

        `number` chooses the grain; chroma is sited left, as H.264 says when it says nothing.
        """
        luma = floats(cv2.transform(shown, _LUMA))
        # Grain is strongest in the middle tones and leaves black and white alone.
        amount = np.float32(0.45) + luma * (219 - luma) * np.float32(0.55 * 4 / 219**2)
        luma = luma + amount * self._grain[(number * 5) % _GRAIN_TILES] + 16
        half = cv2.blur(shown, (3, 2), anchor=(1, 0), borderType=cv2.BORDER_REPLICATE)
        chroma = floats(cv2.transform(np.ascontiguousarray(half[::2, ::2]), _CHROMA)) + 128
        out = np.empty((HEIGHT * 3 // 2, WIDTH), np.uint8)
        out[:HEIGHT] = np.clip(np.rint(luma), 16, 235)
        out[HEIGHT:] = (
            np.clip(np.rint(chroma), 16, 240).transpose(2, 0, 1).reshape(HEIGHT // 2, WIDTH)
        )
        return out
