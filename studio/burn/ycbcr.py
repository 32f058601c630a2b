"""Captions in the film's own numbers: from sRGB with alpha to Y'CbCr planes ready for blending.

SDR films take sRGB code values as they are, as every player shows them. In HDR films white must
not be the brightest code: it is put at 203 cd/m² (ITU-R BT.2408, graphics white), PQ by SMPTE
ST 2084, HLG by ITU-R BT.2100 for a display of 1000 cd/m².
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from studio.media.film import Colour

Ints = npt.NDArray[np.int64]
GRAPHICS_WHITE = 203.0
# Luma weights of red and blue: ITU-T H.273 table 4.
_WEIGHTS = {
    "bt709": (0.2126, 0.0722),
    "fcc": (0.30, 0.11),
    "bt470bg": (0.299, 0.114),
    "smpte170m": (0.299, 0.114),
    "smpte240m": (0.212, 0.087),
    "bt2020nc": (0.2627, 0.0593),
    "bt2020c": (0.2627, 0.0593),
}
# From linear BT.709 to linear BT.2020 (ITU-R BT.2087) and to P3 with D65 (SMPTE EG 432-1).
_TO_2020 = ((0.6274, 0.3293, 0.0433), (0.0691, 0.9195, 0.0114), (0.0164, 0.0880, 0.8956))
_TO_P3 = ((0.8225, 0.1774, 0.0001), (0.0332, 0.9669, -0.0001), (0.0171, 0.0724, 0.9105))
_ONE = 1 << 16
_SCALE = 1 << 24


def code_values(rgb: npt.NDArray[np.uint8], colour: Colour) -> Ints:
    """R'G'B' of the film's transfer, 0 to 65536 for 0 to 1, of sRGB pixels (…, 3)."""
    if not colour.hdr:
        return (rgb.astype(np.int64) * _ONE + 127) // 255
    # A caption has a few hundred colours at most: each is converted once, in plain floats.
    flat = rgb.reshape(-1, 3)
    packed = (flat[:, 0].astype(np.int64) << 16) | (flat[:, 1].astype(np.int64) << 8) | flat[:, 2]
    found, where = np.unique(packed, return_inverse=True)
    table = np.array(
        [_hdr(int(one), colour.transfer, colour.primaries) for one in found], dtype=np.int64
    ).reshape(-1, 3)
    return table[where].reshape(rgb.shape)


@lru_cache(maxsize=4096)
def _hdr(packed: int, transfer: str, primaries: str) -> tuple[int, ...]:
    linear = [_linear(packed >> shift & 255) for shift in (16, 8, 0)]
    rows = {"bt2020": _TO_2020, "smpte432": _TO_P3, "smpte431": _TO_P3}.get(primaries)
    if rows is not None:
        linear = [
            max(0.0, sum(k * part for k, part in zip(row, linear, strict=True))) for row in rows
        ]
    if transfer == "smpte2084":
        codes = [_pq(part * GRAPHICS_WHITE) for part in linear]
    else:
        codes = _hlg([part * GRAPHICS_WHITE for part in linear])
    return tuple(round(min(1.0, code) * _ONE) for code in codes)


def _linear(code: int) -> float:
    part = code / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _pq(nits: float) -> float:
    part = float((nits / 10000) ** 0.1593017578125)
    return float(((0.8359375 + 18.8515625 * part) / (1 + 18.6875 * part)) ** 78.84375)


def _hlg(nits: list[float]) -> list[float]:
    """Display light to signal: the inverse OOTF with gamma 1.2, then the OETF."""
    display = [part / 1000 for part in nits]
    luminance = 0.2627 * display[0] + 0.6780 * display[1] + 0.0593 * display[2]
    gain = luminance ** (1 / 1.2 - 1) if luminance > 0 else 0.0
    return [_hlg_oetf(part * gain) for part in display]


def _hlg_oetf(scene: float) -> float:
    if scene <= 1 / 12:
        return float((3 * scene) ** 0.5)
    return float(0.17883277 * np.log(12 * scene - 0.28466892) + 0.55991073)


def ycbcr(codes: Ints, colour: Colour, bits: int) -> tuple[Ints, Ints, Ints]:
    """Y', Cb, Cr of R'G'B' code values (…, 3), in the numbers of `bits` and the film's range."""
    red_weight, blue_weight = _WEIGHTS.get(colour.matrix, _WEIGHTS["bt709"])
    red, green, blue = codes[..., 0], codes[..., 1], codes[..., 2]
    kr, kb = round(red_weight * _SCALE), round(blue_weight * _SCALE)
    luma = (kr * red + (_SCALE - kr - kb) * green + kb * blue + _SCALE // 2) // _SCALE
    if colour.range == "pc":
        floor, span, colour_span = 0, (1 << bits) - 1, (1 << bits) - 1
    else:
        unit = 1 << (bits - 8)
        floor, span, colour_span = 16 * unit, 219 * unit, 224 * unit
    middle = 1 << (bits - 1)
    # Cb = (B - Y) / (2 (1 - Kb)), Cr alike; divided once, halves up.
    blue_scale = round(2 * (1 - blue_weight) * _ONE)
    red_scale = round(2 * (1 - red_weight) * _ONE)
    return (
        floor + (luma * span + _ONE // 2) // _ONE,
        middle + ((blue - luma) * colour_span + blue_scale // 2) // blue_scale,
        middle + ((red - luma) * colour_span + red_scale // 2) // red_scale,
    )
