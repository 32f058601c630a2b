"""Layered PSDs judged by psd-tools, Pillow and ImageMagick: what is written is what is read."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import Resource

from studio.core.colour import Colour
from studio.core.errors import BadValue
from studio.core.geometry import Size
from studio.poster.exports.psd_file import Document, Packed, Record, packed, write_psd
from studio.poster.exports.write import export_poster
from studio.poster.format import PRESS
from studio.poster.lockup import ink_of
from studio.poster.paint import paint
from studio.poster.plate import Plate
from studio.poster.profiles import converted, profile, separated
from studio.poster.scrim import Scrim
from tests.studio.poster.exports.conftest import META

IDENTIFY = shutil.which("identify")


def over(psd: PSDImage, skip: tuple[str, ...] = ()) -> np.ndarray:
    """The visible layers laid over each other in the file's own channels, as levels."""
    canvas = None
    for layer in psd.descendants():
        if layer.is_group() or not layer.is_visible() or layer.parent.name in skip:
            continue
        pixels = layer.numpy("color") * 255
        shape = layer.numpy("shape") * (layer.opacity / 255)
        if canvas is None:
            canvas = np.zeros((psd.height, psd.width, pixels.shape[2]))
        part = canvas[layer.top : layer.bottom, layer.left : layer.right]
        part += (pixels - part) * shape
    assert canvas is not None
    return canvas


@pytest.mark.parametrize("icc", ["", PRESS])
def test_groups_and_names_are_those_of_the_poster(written, icc) -> None:
    psd = PSDImage.open(written("psd", icc).path)
    assert psd.color_mode.name == ("CMYK" if icc else "RGB")
    names = ["BACKGROUND", "SCRIM", "COPY zh-Hans", "COPY en", "LEGAL", "LOGO", "GUIDES"]
    assert [one.name for one in psd] == names
    assert [one.visible for one in psd] == [True] * 6 + [False]
    words = {one.name: [layer.name for layer in one] for one in psd}
    assert words["COPY zh-Hans"] == ["灯不大， 够一个人回家。", "夜摊"]
    assert words["COPY en"] == ["A small lamp. Enough to get home by.", "The Night Stall"]
    assert words["LEGAL"] == ["© 2026 夜摊 Ltd."]
    assert words["LOGO"] == ["Logo"]
    assert words["GUIDES"] == ["Safe", "Trim", "Bleed"]
    assert psd.image_resources.get_data(Resource.ICC_PROFILE) == profile(icc or "sRGB")


def test_the_layers_together_are_the_poster_and_so_is_the_preview(written) -> None:
    poster = written("psd")
    psd = PSDImage.open(poster.path)
    assert np.array_equal(np.asarray(psd.topil().convert("RGB")), poster.rgb)
    assert np.abs(over(psd) - poster.rgb).max() <= 1.6
    composite = np.asarray(psd.composite(force=True).convert("RGB")).astype(int)
    assert np.abs(composite - poster.rgb).max() <= 2


def test_in_cmyk_too_with_transparency(written) -> None:
    poster = written("psd", PRESS)
    inks = np.asarray(separated(poster.made.image, PRESS)).astype(int)
    with Image.open(poster.path) as image:
        assert image.mode == "CMYK"
        assert np.array_equal(np.asarray(image), inks)
        assert image.info["icc_profile"] == profile(PRESS)
    # psd-tools gives inks as light.
    made = 255 - over(PSDImage.open(poster.path))
    assert np.abs(made - inks).mean() < 0.5
    # Edges of type are blended in inks here and in light there.
    assert np.quantile(np.abs(made - inks), 0.99) <= 8


def test_a_plate_and_strong_scrims_are_sheets_of_their_own(written, tmp_path) -> None:
    made = written("psd").made
    tone = made.layout.tones[0]
    ink = ink_of(made.layout.of(tone))
    black = Colour(0, 0, 0)
    scrim = Scrim("bottom", ink, ink.height, 0.6, black)
    plate = Plate(ink.grown(8), 6.0, Colour(20, 60, 30), 0.7)
    tones = (replace(tone, scrim=scrim, plate=plate), *made.layout.tones[1:])
    for icc, off in (("sRGB", 1.6), (PRESS, 2.0)):
        form = made.layout.form.in_kind("psd", icc)
        layout = replace(made.layout, tones=tones, form=form)
        poster = replace(made, layout=layout, image=paint(layout, made.still))
        export_poster(poster, tmp_path / "plate.psd", form, META)
        psd = PSDImage.open(tmp_path / "plate.psd")
        assert [one.name for one in psd[1]][-2:] == ["Scrim bottom", "Plate"]
        layers = over(psd)
        wanted = np.asarray(converted(poster.image, icc)).astype(int)
        gaps = np.abs((255 - layers if icc == PRESS else layers) - wanted).max(axis=2)
        # Away from type and logo, whose edges are blended in inks.
        free = np.ones(gaps.shape, bool)
        boxes = [piece.ink.grown(piece.block.size) for piece in layout.pieces]
        for box in (*boxes, layout.logo_box.grown(2)):
            free[max(0, int(box.y)) : int(box.bottom), max(0, int(box.x)) : int(box.right)] = False
        assert gaps[free].max() <= off


def test_without_the_copy_groups_it_is_the_poster_without_text(written) -> None:
    poster = written("psd")
    psd = PSDImage.open(poster.path)
    bare = over(psd, skip=("COPY zh-Hans", "COPY en", "LEGAL"))
    inked = np.abs(bare - poster.rgb).max(axis=2) > 2
    boxes = np.zeros_like(inked)
    for piece in poster.made.layout.pieces:
        ink = piece.ink.grown(piece.block.size)
        boxes[max(0, int(ink.y)) : int(ink.bottom), max(0, int(ink.x)) : int(ink.right)] = True
    assert inked.any()
    assert not (inked & ~boxes).any()


def test_resolution_guides_and_thumbnail_are_those_of_the_poster(written) -> None:
    psd = PSDImage.open(written("psd").path)
    resources = psd.image_resources
    resolution = resources.get_data(Resource.RESOLUTION_INFO)
    assert resolution.horizontal == resolution.vertical == 150 << 16
    found = [
        (one[1], one[0] / 32) for one in resources.get_data(Resource.GRID_AND_GUIDES_INFO).data
    ]
    cut, safe = 3 / 25.4 * 150, (39.0, 53.7)
    wanted = [(0, at) for at in (cut, safe[0], 390 - safe[0], 390 - cut)]
    wanted += [(1, at) for at in (cut, safe[1], 537 - safe[1], 537 - cut)]
    for (way, at), (other, place) in zip(found, wanted, strict=True):
        assert way == other
        assert at == pytest.approx(place, abs=0.02)
    thumb = psd.thumbnail()
    assert thumb is not None
    assert max(thumb.size) == 160


@pytest.mark.skipif(IDENTIFY is None, reason="ImageMagick is not on this machine")
@pytest.mark.parametrize("icc", ["", PRESS])
def test_imagemagick_reads_every_layer(written, icc) -> None:
    path = written("psd", icc).path
    told = subprocess.run(
        [str(IDENTIFY), "-format", "%wx%h %[colorspace] %A %x|", str(path)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    scenes = [one for one in told.stdout.split("|") if one]
    psd = PSDImage.open(path)
    layers = [one for one in psd.descendants() if not one.is_group()]
    assert len(scenes) == len(layers) + 1
    assert scenes[0].startswith("390x537 " + ("CMYK" if icc else "sRGB"))
    assert told.stderr == ""


def test_rows_are_packed_as_the_format_has_it() -> None:
    plane = np.array([[7] * 200, list(range(200)), [1, 1, 2] * 66 + [5, 5]], np.uint8)
    one = packed([plane[:2], plane[2:]])
    lengths = np.frombuffer(one.counts, ">u2")
    data = b"".join(one.parts)
    assert lengths.sum() == len(data)
    start = 0
    for row, length in zip(plane, lengths, strict=True):
        assert _unpacked(data[start : start + length]) == row.tobytes()
        start += int(length)


def _unpacked(data: bytes) -> bytes:
    made, at = b"", 0
    while at < len(data):
        head = data[at]
        if head < 128:
            made += data[at + 1 : at + 2 + head]
            at += 2 + head
        else:
            made += data[at + 1 : at + 2] * (257 - head)
            at += 2
    return made


def test_what_the_format_cannot_hold_is_refused_in_words(tmp_path, written) -> None:
    nothing = Packed(b"", ())
    wide = Document(Size(30_001, 10), "RGB", (), (), (nothing,) * 3)
    huge = replace(wide, size=Size(10, 10), merged=(Packed(b"", (_Huge(),)),) * 3)  # type: ignore[arg-type]
    for document, words in ((wide, "30,000 pixels"), (huge, "2 GB")):
        path = tmp_path / "large.psd"
        with path.open("wb") as stream, pytest.raises(BadValue, match=words):
            write_psd(stream, document)
        assert path.stat().st_size == 0


class _Huge(bytes):
    def __len__(self) -> int:
        return 1024**3


def test_a_name_may_be_in_any_script(tmp_path) -> None:
    plane = packed([np.zeros((2, 2), np.uint8)])
    channels = tuple((number, plane) for number in (-1, 0, 1, 2))
    names = ("夜摊", "작은 등불", "مصباح", "🏮 " + "x" * 300)
    records = tuple(Record(name, 0, 0, 2, 2, channels) for name in names)
    document = Document(Size(2, 2), "RGB", (), records, (plane,) * 3)
    with (tmp_path / "names.psd").open("wb") as stream:
        write_psd(stream, document)
    psd = PSDImage.open(tmp_path / "names.psd")
    assert tuple(one.name for one in psd) == names
