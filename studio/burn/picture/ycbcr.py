"""Captions in the film's own numbers: from sRGB with alpha to Y'CbCr planes ready for blending.

SDR films take sRGB code values as they are, as every player shows them; where their primaries are
those of BT.2020 or P3, the colours are brought there in the light of a BT.1886 screen, so that a
red is the same red and no deeper one. In HDR films white must not be the brightest code: it is put
at 203 cd/m² (ITU-R BT.2408, graphics white) or where the preset says, PQ by SMPTE ST 2084, HLG by
ITU-R BT.2100 for a display of 1000 cd/m².
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
_TO_2020 = (
    (0.6274039, 0.3292830, 0.0433131),
    (0.0690973, 0.9195404, 0.0113623),
    (0.0163914, 0.0880133, 0.8955953),
)
_TO_P3 = (
    (0.8224620, 0.1775380, 0.0),
    (0.0331942, 0.9668058, 0.0),
    (0.0170826, 0.0723974, 0.9105199),
)
_WIDE = {"bt2020": _TO_2020, "smpte432": _TO_P3, "smpte431": _TO_P3}
_BT1886 = 2.4
_ONE = 1 << 16
_SCALE = 1 << 24
# Steps of light from black to white in the tables for whole pictures: within one of 1023 of what
# `code_values` gives, in the darkest colours too.
_FINE = 1 << 18


def code_values(rgb: npt.NDArray[np.uint8], colour: Colour, white: float = GRAPHICS_WHITE) -> Ints:
    """R'G'B' of the film's transfer, 0 to 65536 for 0 to 1, of sRGB pixels (…, 3).

    `white`: cd/m² of white, for HDR films only.
    """
    if not colour.hdr and colour.primaries not in _WIDE:
        return (rgb.astype(np.int64) * _ONE + 127) // 255
    # A caption has a few hundred colours at most: each is converted once, in plain floats.
    flat = rgb.reshape(-1, 3)
    packed = (flat[:, 0].astype(np.int64) << 16) | (flat[:, 1].astype(np.int64) << 8) | flat[:, 2]
    found, where = np.unique(packed, return_inverse=True)
    transfer = colour.transfer if colour.hdr else ""
    table = np.array(
        [_converted(int(one), transfer, colour.primaries, white) for one in found], dtype=np.int64
    ).reshape(-1, 3)
    return table[where].reshape(rgb.shape)


@lru_cache(maxsize=4096)
def _converted(packed: int, transfer: str, primaries: str, white: float) -> tuple[int, ...]:
    parts = [(packed >> shift & 255) / 255 for shift in (16, 8, 0)]
    # An SDR screen, and the tone mapping of our own pictures, is BT.1886; HDR has light of its own.
    linear = [_linear(part) if transfer else part**_BT1886 for part in parts]
    rows = _WIDE.get(primaries)
    if rows is not None:
        linear = [
            max(0.0, sum(k * part for k, part in zip(row, linear, strict=True))) for row in rows
        ]
    if transfer == "smpte2084":
        codes = [_pq(part * white) for part in linear]
    elif transfer:
        codes = _hlg([part * white for part in linear])
    else:
        codes = [part ** (1 / _BT1886) for part in linear]
    return tuple(round(min(1.0, code) * _ONE) for code in codes)


def picture_codes(
    rgb: npt.NDArray[np.uint8], colour: Colour, white: float = GRAPHICS_WHITE
) -> Ints:
    """The same as `code_values` by tables, for pictures of any number of colours (h, w, 3)."""
    if not colour.hdr and colour.primaries not in _WIDE:
        return code_values(rgb, colour, white)
    transfer = colour.transfer if colour.hdr else ""
    light = _light_table(bool(transfer))[rgb]
    rows = _WIDE.get(colour.primaries)
    if rows is not None:
        mixed = np.empty_like(light)
        for place, row in enumerate(rows):
            weights = [round(part * _ONE) for part in row]
            sums = sum(weight * light[..., n] for n, weight in enumerate(weights))
            mixed[..., place] = np.clip((sums + _ONE // 2) // _ONE, 0, _FINE)
        light = mixed
    if transfer and transfer != "smpte2084":
        luminance = 2627 * light[..., 0] + 6780 * light[..., 1] + 593 * light[..., 2]
        gain = _gain_table(white)[(luminance + 5000) // 10000]
        light = (light * gain[..., None] + _ONE // 2) // _ONE
    curve = _curve_table(transfer, white)
    return curve[np.minimum(light, len(curve) - 1)]


@lru_cache(maxsize=2)
def _light_table(srgb: bool) -> Ints:
    parts = (level / 255 for level in range(256))
    light = (_linear(part) if srgb else part**_BT1886 for part in parts)
    return np.array([round(one * _FINE) for one in light], dtype=np.int64)


@lru_cache(maxsize=2)
def _curve_table(transfer: str, white: float) -> Ints:
    """Code values 0 to 65536 by light; for HLG up to three times white, what blue may reach."""
    steps = range((3 if transfer == "arib-std-b67" else 1) * _FINE + 1)
    if transfer == "smpte2084":
        codes = (_pq(step / _FINE * white) for step in steps)
    elif transfer:
        codes = (_hlg_oetf(step / _FINE * white / 1000) for step in steps)
    else:
        codes = ((step / _FINE) ** (1 / _BT1886) for step in steps)
    return np.array([round(min(1.0, code) * _ONE) for code in codes], dtype=np.int64)


@lru_cache(maxsize=2)
def _gain_table(white: float) -> Ints:
    """HLG's inverse OOTF by luminance, in 65536ths."""
    found = [(step / _FINE * white / 1000) ** (1 / 1.2 - 1) for step in range(1, _FINE + 1)]
    return np.array([0, *(round(one * _ONE) for one in found)], dtype=np.int64)


def _linear(part: float) -> float:
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
    middle, top = 1 << (bits - 1), (1 << bits) - 1
    # Cb = (B - Y) / (2 (1 - Kb)), Cr alike; divided once, halves up.
    blue_scale = round(2 * (1 - blue_weight) * _ONE)
    red_scale = round(2 * (1 - red_weight) * _ONE)
    cb = middle + ((blue - luma) * colour_span + blue_scale // 2) // blue_scale
    cr = middle + ((red - luma) * colour_span + red_scale // 2) // red_scale
    # In full range the purest blue and red lie half a step beyond the last number.
    return (
        floor + (luma * span + _ONE // 2) // _ONE,
        np.clip(cb, 0, top),
        np.clip(cr, 0, top),
    )
