"""Tone and gamut: PQ, HLG and wide-gamut pictures brought to what a BT.709 screen shows.

The operator: light as ITU-R BT.2100 defines it (HLG for a screen of 1000 cd/m² with its system
gamma 1.2); each of R, G, B compressed by the curve of ITU-R BT.2390-11 5.4 from a 1000 cd/m²
master to a white of 203 cd/m² (BT.2408: graphics white); primaries to BT.709 in linear light,
what lies outside cut off; then the inverse of BT.1886 (2.4). All by tables and integer
arithmetic, so that every machine gives the same bytes.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from studio.media.film import Colour

Pixels = npt.NDArray[np.uint16]

NAME = "BT.2390 per channel, 1000 to 203 cd/m²"
_MASTER = 1000.0
_WHITE = 203.0
_LINEAR_BITS = 20
_MATRIX_BITS = 10
_WIDE = ("bt2020", "smpte431", "smpte432")

# CIE xy of R, G, B and white: BT.709, BT.2020, SMPTE RP 431-2 (DCI white), SMPTE EG 432-1.
_CHROMATICITIES = {
    "bt709": ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06), (0.3127, 0.3290)),
    "bt2020": ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), (0.3127, 0.3290)),
    "smpte431": ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), (0.314, 0.351)),
    "smpte432": ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), (0.3127, 0.3290)),
}


def needs_tone(colour: Colour) -> bool:
    """Whether such a picture would look wrong if its numbers were shown as they are."""
    return colour.hdr or colour.primaries in _WIDE


def to_sdr(rgb: Pixels, colour: Colour) -> Pixels:
    """`rgb` (h, w, 3), 0 to 65535, of `colour` as BT.709 display values 0 to 65535."""
    linear = _linear_table(colour.transfer)[rgb]
    if colour.transfer == "arib-std-b67":
        linear = _hlg_display(linear)
    matrix = _matrix(colour.primaries)
    encode = _encode_table()
    top = (1 << _LINEAR_BITS) - 1
    out = np.empty(rgb.shape, np.uint16)
    for row in range(3):
        mixed = _weighed(linear, tuple(matrix[row].tolist())) >> _MATRIX_BITS
        out[..., row] = encode[np.clip(mixed, 0, top)]
    return out


def _weighed(rgb: npt.NDArray[np.int32], by: tuple[int, ...]) -> npt.NDArray[np.int32]:
    """The sum of the three channels, each times its weight; stays below 2³¹ for real weights."""
    red, green, blue = (rgb[..., n] * np.int32(by[n]) for n in range(3))
    return np.asarray(red + green + blue, np.int32)


@cache
def _linear_table(transfer: str) -> npt.NDArray[np.int32]:
    """From code 0..65535 to linear light, `1 << 20` for white; PQ already compressed."""
    code = np.arange(65536) / 65535
    if transfer == "smpte2084":
        light = _pq_light(_compressed(code)) / _WHITE
    elif transfer == "arib-std-b67":
        light = _hlg_scene(code)
    else:
        light = code**2.4
    return np.rint(light * ((1 << _LINEAR_BITS) - 1)).astype(np.int32)


Table = npt.NDArray[np.float64]

# SMPTE ST 2084.
_M1, _M2 = 2610 / 16384, 2523 / 4096 * 128
_C1, _C2, _C3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32


def _pq_light(code: Table) -> Table:
    """cd/m² of a PQ value 0 to 1."""
    root = code ** (1 / _M2)
    ratio: Table = np.maximum(root - _C1, 0) / (_C2 - _C3 * root)
    return 10000 * ratio ** (1 / _M1)


def _pq_code(light: float) -> float:
    power = (light / 10000) ** _M1
    return float(((_C1 + _C2 * power) / (1 + _C3 * power)) ** _M2)


def _compressed(code: Table) -> Table:
    """BT.2390 5.4.1: a Hermite spline from the knee on, in PQ; black is left where it is."""
    master = _pq_code(_MASTER)
    white = _pq_code(_WHITE) / master
    knee = 1.5 * white - 0.5
    level = np.minimum(code / master, 1)
    t = np.clip((level - knee) / (1 - knee), 0, 1)
    bent = (
        (2 * t**3 - 3 * t**2 + 1) * knee
        + (t**3 - 2 * t**2 + t) * (1 - knee)
        + (-2 * t**3 + 3 * t**2) * white
    )
    out: Table = np.where(level < knee, level, bent) * master
    return out


def _hlg_scene(code: Table) -> Table:
    """ARIB STD-B67: scene light 0 to 1."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.where(code <= 0.5, code**2 / 3, (np.exp((code - c) / a) + b) / 12)


@cache
def _hlg_curve() -> npt.NDArray[np.int32]:
    """From display light (1000 cd/m² = `1 << 20`) to compressed light (white = `1 << 20`)."""
    top = (1 << _LINEAR_BITS) - 1
    power = (np.arange(top + 1) / top * _MASTER / 10000) ** _M1
    code = ((_C1 + _C2 * power) / (1 + _C3 * power)) ** _M2
    return np.rint(_pq_light(_compressed(code)) / _WHITE * top).astype(np.int32)


@cache
def _hlg_gain() -> npt.NDArray[np.int32]:
    """BT.2100 system gamma 1.2: luminance (0 to `1 << 20`) to the power 0.2, `1 << 10` for 1."""
    top = (1 << _LINEAR_BITS) - 1
    return np.rint((np.arange(top + 1) / top) ** 0.2 * (1 << _MATRIX_BITS)).astype(np.int32)


def _hlg_display(scene: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    weights = (269, 694, 61)  # 0.2627, 0.6780, 0.0593 of 1024
    luminance = _weighed(scene, weights) >> _MATRIX_BITS
    light = (scene * _hlg_gain()[luminance][..., None]) >> _MATRIX_BITS
    out: npt.NDArray[np.int32] = _hlg_curve()[np.clip(light, 0, (1 << _LINEAR_BITS) - 1)]
    return out


@cache
def _matrix(primaries: str) -> npt.NDArray[np.int32]:
    """From these primaries to BT.709 in linear light, 1024 for 1; each row sums to 1024."""
    wide = _to_xyz(_CHROMATICITIES.get(primaries, _CHROMATICITIES["bt709"]))
    exact = np.linalg.inv(_to_xyz(_CHROMATICITIES["bt709"])) @ wide
    exact /= exact.sum(axis=1, keepdims=True)  # white stays white, whatever the master's white
    whole = np.rint(exact * (1 << _MATRIX_BITS)).astype(np.int32)
    for row in range(3):
        whole[row, row] += (1 << _MATRIX_BITS) - int(whole[row].sum())
    return whole


def _to_xyz(points: tuple[tuple[float, float], ...]) -> Table:
    columns = np.array([(x / y, 1.0, (1 - x - y) / y) for x, y in points]).T
    scale = np.linalg.solve(columns[:, :3], columns[:, 3])
    return np.asarray(columns[:, :3] * scale)


@cache
def _encode_table() -> npt.NDArray[np.uint16]:
    """From linear light (white = `1 << 20`) to BT.1886 values 0 to 65535."""
    top = (1 << _LINEAR_BITS) - 1
    return np.rint((np.arange(top + 1) / top) ** (1 / 2.4) * 65535).astype(np.uint16)
