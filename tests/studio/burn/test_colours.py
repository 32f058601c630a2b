"""Caption colours in every colour space, and chroma where the film has it, against plain floats."""

from __future__ import annotations

from itertools import product

import av
import numpy as np
import pytest

from studio.burn.picture.planes import Layout, plane_array, plane_patch
from studio.core.geometry import Size
from studio.media.film import Colour

COLOURS = (
    (255, 255, 255), (0, 0, 0), (255, 235, 59), (200, 90, 60), (128, 128, 128), (100, 180, 170),
)  # fmt: skip
# On the edge of a gamut half a step of the film's numbers may be many of a channel near zero.
PURE = ((0, 0, 255), (255, 0, 0), (0, 255, 0))
# ITU-T H.273: luma weights of red and blue.
WEIGHTS = {
    "smpte170m": (0.299, 0.114),
    "bt709": (0.2126, 0.0722),
    "bt2020nc": (0.2627, 0.0593),
}
XY = {
    "bt709": ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06)),
    "bt2020": ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    "smpte432": ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060)),
}
WHITE = (0.3127, 0.3290)
SPACES = [
    (Colour("smpte170m", "smpte170m", "smpte170m", "tv"), 8),
    (Colour("smpte170m", "bt470bg", "smpte170m", "pc"), 8),
    (Colour("bt709", "bt709", "bt709", "tv"), 8),
    (Colour("bt709", "bt709", "bt709", "pc"), 8),
    (Colour("bt709", "bt709", "bt709", "tv"), 10),
    (Colour("bt709", "smpte432", "bt709", "tv"), 8),
    (Colour("bt2020nc", "bt2020", "bt2020-10", "tv"), 10),
    (Colour("bt2020nc", "bt2020", "bt2020-10", "pc"), 10),
    (Colour("bt2020nc", "bt2020", "smpte2084", "tv"), 10),
    (Colour("bt2020nc", "bt2020", "smpte2084", "pc"), 12),
    (Colour("bt2020nc", "bt2020", "arib-std-b67", "tv"), 10),
    (Colour("bt2020nc", "smpte432", "smpte2084", "tv"), 10),
]


def to_xyz(points):
    columns = np.array([(x / y, 1, (1 - x - y) / y) for x, y in (*points, WHITE)]).T
    return columns[:, :3] * np.linalg.solve(columns[:, :3], columns[:, 3])


def seen(planes: tuple[int, ...], colour: Colour, bits: int, white: float) -> np.ndarray:
    """The sRGB colour, 0 to 255, that a screen shows of Y', Cb, Cr: the way back, in floats."""
    red, blue = WEIGHTS[colour.matrix]
    y, cb, cr = (float(part) for part in planes)
    unit = 1 << (bits - 8)
    if colour.range == "pc":
        top = (1 << bits) - 1
        y, cb, cr = y / top, (cb - 128 * unit) / top, (cr - 128 * unit) / top
    else:
        y = (y / unit - 16) / 219
        cb, cr = ((part / unit - 128) / 224 for part in (cb, cr))
    r, b = y + 2 * (1 - red) * cr, y + 2 * (1 - blue) * cb
    rgb = np.clip([r, (y - red * r - blue * b) / (1 - red - blue), b], 0, 1)
    if colour.hdr:
        linear = pq(rgb) / white if colour.transfer == "smpte2084" else hlg(rgb) / white
    elif colour.primaries in ("bt2020", "smpte432"):
        linear = rgb**2.4
    else:
        return 255 * rgb
    back = np.linalg.inv(to_xyz(XY["bt709"])) @ to_xyz(XY[colour.primaries]) @ linear
    back = np.clip(back, 0, 1)
    if not colour.hdr:
        return 255 * back ** (1 / 2.4)
    return 255 * np.where(back <= 0.0031308, 12.92 * back, 1.055 * back ** (1 / 2.4) - 0.055)


def meant(rgb, colour: Colour, bits: int, white: float) -> np.ndarray:
    """Y', Cb, Cr that ought to be written, in floats."""
    parts = np.array(rgb) / 255
    wide = colour.primaries in ("bt2020", "smpte432")
    if wide:
        linear = parts**2.4
        if colour.hdr:
            linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        linear = np.linalg.inv(to_xyz(XY[colour.primaries])) @ to_xyz(XY["bt709"]) @ linear
        parts = np.maximum(linear, 0) ** (1 / 2.4)
    if colour.hdr:
        # The curves are known the way back only: looked up among many codes.
        codes = np.linspace(0, 1, 200_001)
        light = np.maximum(linear, 0) * white
        if colour.transfer == "smpte2084":
            parts = np.interp(light, pq(codes), codes)
        else:
            gain = (light @ (0.2627, 0.6780, 0.0593) / 1000) ** (1 / 1.2 - 1) if light.any() else 0
            a, b, c = 0.17883277, 0.28466892, 0.55991073
            scene = np.where(codes <= 0.5, codes**2 / 3, (np.exp((codes - c) / a) + b) / 12)
            parts = np.interp(light / 1000 * gain, scene, codes)
    red, blue = WEIGHTS[colour.matrix]
    y = red * parts[0] + (1 - red - blue) * parts[1] + blue * parts[2]
    chroma = np.array([(parts[2] - y) / (2 - 2 * blue), (parts[0] - y) / (2 - 2 * red)])
    unit, top = 1 << (bits - 8), (1 << bits) - 1
    if colour.range == "pc":
        return np.array([y * top, *(chroma * top + 128 * unit)])
    return np.array([(16 + 219 * y) * unit, *((128 + 224 * chroma) * unit)])


def pq(code):
    """cd/m² of SMPTE ST 2084."""
    m1, m2 = 2610 / 16384, 2523 / 4096 * 128
    c1, c2, c3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32
    root = code ** (1 / m2)
    return 10000 * (np.maximum(root - c1, 0) / (c2 - c3 * root)) ** (1 / m1)


def hlg(code):
    """cd/m² of ITU-R BT.2100 on a screen of 1000 cd/m²."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(code <= 0.5, code**2 / 3, (np.exp((code - c) / a) + b) / 12)
    return 1000 * scene * (scene @ (0.2627, 0.6780, 0.0593)) ** 0.2


@pytest.mark.parametrize(("colour", "bits"), SPACES, ids=str)
def test_captions_have_their_colours_in_every_space(colour: Colour, bits: int) -> None:
    for white, rgb in product((203.0, 100.0) if colour.hdr else (203.0,), COLOURS + PURE):
        layout = Layout(bits, 2, 2)
        frame = av.VideoFrame(32, 32, layout.name)
        for plane in frame.planes:
            plane_array(plane, bits)[...] = 1 << (bits - 1)
        patch = np.full((16, 16, 4), (*rgb, 255), np.uint8)
        plane_patch(patch, (8, 8), Size(32, 32), layout, colour, white).blend(frame)
        got = tuple(
            int(plane_array(plane, bits)[8 if n else 16, 8 if n else 16])
            for n, plane in enumerate(frame.planes)
        )
        wanted = np.clip(meant(rgb, colour, bits, white), 0, (1 << bits) - 1)
        assert np.abs(np.array(got) - wanted).max() <= 1, rgb
        if rgb in COLOURS:
            assert np.abs(seen(got, colour, bits, white) - rgb).max() <= 2, rgb


PLACES = {
    "left": (0.0, 0.5), "center": (0.5, 0.5), "topleft": (0.0, 0.0), "top": (0.5, 0.0),
    "bottomleft": (0.0, 1.0), "bottom": (0.5, 1.0),
}  # fmt: skip


def middle(siting: str, woven: bool, at: tuple[int, int]) -> tuple[float, float]:
    """Where, as (x, y) of luma, a red pixel at `at` is seen in chroma: the middle of its shares."""
    layout = Layout(8, 2, 2, siting, woven)  # type: ignore[arg-type]
    frame = av.VideoFrame(32, 32, "yuv420p")
    for plane in frame.planes:
        plane_array(plane, 8)[...] = 128
    red = np.zeros((1, 1, 4), np.uint8)
    red[...] = (255, 0, 0, 255)
    plane_patch(red, at, Size(32, 32), layout, Colour("bt709", "bt709", "bt709", "tv")).blend(frame)
    share = plane_array(frame.planes[2], 8).astype(float) - 128
    rows, columns = np.mgrid[:16, :16]
    right, down = PLACES[siting]
    if woven:
        # Lines of the upper field stand on 0, 4, 8 …, of the lower on 1, 5, 9 …; MPEG-2 puts their
        # chroma a quarter and three quarters of the way to the next line of the field.
        within = {0.0: 0.0, 0.5: 0.25, 1.0: 1.0}[down], {0.0: 0.0, 0.5: 0.75, 1.0: 1.0}[down]
        lines = 4 * (rows // 2) + rows % 2 + 2 * np.where(rows % 2, within[1], within[0])
    else:
        lines = 2 * rows + down
    total = share.sum()
    assert total > 10
    return ((2 * columns + right) * share).sum() / total, (lines * share).sum() / total


@pytest.mark.parametrize("siting", PLACES)
def test_chroma_lies_where_the_film_has_it(siting: str) -> None:
    # Two by two neighbours: what a half step moves cancels out over them.
    found = [middle(siting, False, (x, y)) for x, y in product((14, 15), (14, 15))]
    assert np.mean(found, axis=0) == pytest.approx((14.5, 14.5), abs=0.06)


@pytest.mark.parametrize("siting", ["left", "topleft", "bottomleft"])
def test_each_field_colours_its_own_lines(siting: str) -> None:
    for row in range(12, 20):
        layout = Layout(8, 2, 2, siting, True)  # type: ignore[arg-type]
        frame = av.VideoFrame(32, 32, "yuv420p")
        for plane in frame.planes:
            plane_array(plane, 8)[...] = 128
        line = np.full((1, 16, 4), (255, 0, 0, 255), np.uint8)
        size, colour = Size(32, 32), Colour("bt709", "bt709", "bt709", "tv")
        plane_patch(line, (8, row), size, layout, colour).blend(frame)
        touched = np.flatnonzero((plane_array(frame.planes[2], 8) != 128).any(axis=1))
        assert len(touched)
        assert {int(one) % 2 for one in touched} == {row % 2}
    found = [middle(siting, True, (14, row))[1] for row in range(12, 20)]
    assert np.mean(found) == pytest.approx(15.5, abs=0.1)
