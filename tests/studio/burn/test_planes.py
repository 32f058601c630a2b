"""Captions in planes: nothing else changes, and what changes is right."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest

from studio.burn.edit.lowering import lowered
from studio.burn.edit.reel import film_reel
from studio.burn.picture.placing import placed
from studio.burn.picture.planes import LAYOUTS, Layout, blend_rgb, plane_array, plane_patch
from studio.burn.picture.ycbcr import code_values, ycbcr
from studio.burn.pieces.painting import Painter
from studio.core.geometry import Size
from studio.media.film import Colour
from studio.media.frames import FrameReader
from tests.drawn import planes_of

KINDS = [
    ("yuv420p", False, "bt709"),
    ("yuv420p", True, "bt601"),
    ("yuv422p", False, "bt709"),
    ("yuv444p", False, "bt709"),
    ("yuv420p10le", False, "bt2020"),
    ("yuv422p10le", False, "bt709"),
    ("yuv444p10le", True, "bt709"),
]


@pytest.mark.parametrize(("kind", "full", "matrix"), KINDS)
def test_only_pixels_under_the_captions_change(
    films, style, tracks, quick, kind, full, matrix
) -> None:
    film = films(frames=20, pixel_format=kind, full=full, matrix=matrix, sound="")
    reel = film_reel(film, tracks, style, quick())
    form, _ = reel.plan()
    assert form.pixel_format == kind
    stretch = lowered(reel.clip)
    painter = Painter(form)
    layer = stretch.captions[0][0].layer(stretch.captions[0][0].texts(Fraction(1, 2)), form.display)
    _, (left, top) = placed(layer, form)
    wide, high = layer.size
    with FrameReader(film) as reader:
        for number in (0, 9, 10, 15, 19):
            seconds = Fraction(number, 25)
            painted = painter.at(stretch, seconds)
            plain = reader.at(seconds + Fraction(1, 1000)).native
            layout = LAYOUTS[kind]
            for place, (new, old) in enumerate(zip(painted.planes, plain.planes, strict=True)):
                across = layout.across if place else 1
                down = layout.down if place else 1
                got = plane_array(new, layout.bits).astype(int)
                wanted = plane_array(old, layout.bits).astype(int)
                changed = np.argwhere(got != wanted)
                if number < 10:
                    assert not len(changed)
                    continue
                assert len(changed) > 20
                rows, columns = changed[:, 0] * down, changed[:, 1] * across
                assert top - 1 <= rows.min()
                assert rows.max() < top + high + 1
                assert left - 2 <= columns.min()
                assert columns.max() < left + wide + 2
    reel.clip.close()


def test_the_decoders_own_pictures_stay_as_they_were(films, style, tracks, quick) -> None:
    film = films(frames=20, sound="")
    reel = film_reel(film, tracks, style, quick())
    form, _ = reel.plan()
    stretch, painter = lowered(reel.clip), Painter(form)
    before = stretch.source.frame(Fraction(1, 2)).native.to_ndarray().copy()
    painter.at(stretch, Fraction(1, 2))
    painter.at(stretch, Fraction(1, 2))
    assert np.array_equal(stretch.source.frame(Fraction(1, 2)).native.to_ndarray(), before)
    reel.clip.close()


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
@pytest.mark.parametrize("full", [False, True])
def test_an_opaque_patch_gives_its_own_colour(layout: Layout, full: bool) -> None:
    colour = Colour("bt709", "bt709", "bt709", "pc" if full else "tv")
    frame = av.VideoFrame(64, 48, layout.name)
    for plane in frame.planes:
        plane_array(plane, layout.bits)[...] = 1 << (layout.bits - 1)
    rgba = np.full((16, 24, 4), 255, np.uint8)
    rgba[..., :3] = (200, 60, 30)
    plane_patch(rgba, (8, 8), Size(64, 48), layout, colour).blend(frame)
    wanted = [
        int(part[0, 0]) for part in ycbcr(code_values(rgba[..., :3], colour), colour, layout.bits)
    ]
    for place, plane in enumerate(frame.planes):
        across, down = (layout.across, layout.down) if place else (1, 1)
        # The sample at the left edge stands for a pixel outside too; inside the colour is exact.
        inside = plane_array(plane, layout.bits)[
            8 // down : 24 // down, 8 // across + (across > 1) : 30 // across
        ]
        assert np.unique(inside).tolist() == [wanted[place]]


def test_colours_are_those_of_a_float_reference_within_one_step() -> None:
    rng = np.random.default_rng(7)
    rgb = rng.integers(0, 256, (32, 32, 3), dtype=np.uint8)
    for matrix, name in (("bt709", "bt709"), ("bt601", "smpte170m"), ("bt2020", "bt2020nc")):
        for full in (False, True):
            for bits, kind in ((8, "yuv444p"), (10, "yuv444p10le")):
                colour = Colour(name, "bt709", "bt709", "pc" if full else "tv")
                got = ycbcr(code_values(rgb, colour), colour, bits)
                for ours, reference in zip(got, planes_of(rgb, matrix, full, kind), strict=True):
                    top = (1 << bits) - 1
                    assert np.abs(np.clip(ours, 0, top) - reference.astype(int)).max() <= 1


def test_chroma_is_sited_on_the_left_pixel_of_its_two() -> None:
    layout = LAYOUTS["yuv422p"]
    colour = Colour("bt709", "bt709", "bt709", "tv")
    red = np.zeros((2, 1, 4), np.uint8)
    red[...] = (255, 0, 0, 255)
    shares = []
    for column in (8, 9):
        frame = av.VideoFrame(32, 2, "yuv422p")
        for plane in frame.planes:
            plane_array(plane, 8)[...] = 128
        plane_patch(red, (column, 0), Size(32, 2), layout, colour).blend(frame)
        shares.append((plane_array(frame.planes[2], 8)[0].astype(int) - 128).tolist())
    whole = 240 - 128
    # On the sample's own pixel it has half the weight, between two samples a quarter of each.
    assert shares[0][3:6] == [0, whole // 2, 0]
    assert shares[1][3:7] == [0, whole // 4, whole // 4, 0]


def test_what_hangs_over_the_edge_is_cut_off() -> None:
    layout = LAYOUTS["yuv420p"]
    colour = Colour("bt709", "bt709", "bt709", "tv")
    rgba = np.full((20, 20, 4), 255, np.uint8)
    for place in ((-10, -7), (25, 20), (-30, 0), (40, 40)):
        frame = av.VideoFrame(32, 32, "yuv420p")
        for plane in frame.planes:
            plane_array(plane, 8)[...] = 16
        plane_patch(rgba, place, Size(32, 32), layout, colour).blend(frame)
        luma = plane_array(frame.planes[0], 8)
        x, y = place
        inside = luma[max(0, y) : max(0, y + 20), max(0, x) : max(0, x + 20)]
        assert (inside == 235).all()
        assert (luma == 235).sum() == inside.size


def test_white_in_hdr_is_graphics_white() -> None:
    """ITU-R BT.2408 table 1: 203 cd/m² is 58 % of PQ and 75 % of HLG."""
    white = np.full((1, 1, 3), 255, np.uint8)
    for transfer, share in (("smpte2084", 0.58), ("arib-std-b67", 0.75)):
        colour = Colour("bt2020nc", "bt2020", transfer, "tv")
        codes = code_values(white, colour)[0, 0] / 65536
        assert codes == pytest.approx([share] * 3, abs=0.005)
        luma, blue, red = (
            int(part[0, 0]) for part in ycbcr(code_values(white, colour), colour, 10)
        )
        assert luma == pytest.approx(64 + share * 876, abs=4)
        assert abs(blue - 512) <= 1
        assert abs(red - 512) <= 1


def test_blending_in_rgb_keeps_the_picture_given() -> None:
    picture = np.full((10, 10, 3), 100, np.uint8)
    rgba = np.zeros((4, 4, 4), np.uint8)
    rgba[..., 3] = 128
    made = blend_rgb(picture, rgba, (8, 8))
    assert (picture == 100).all()
    assert made[9, 9].tolist() == [50, 50, 50]
    assert (made[:8] == 100).all()
