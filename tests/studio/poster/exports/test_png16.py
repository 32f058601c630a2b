"""PNG of 16 bits: the same poster as in 8, and finer wherever 8 are too few."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from studio.core.errors import BadValue
from studio.poster.deep import painted_deep
from studio.poster.exports.write import export_poster
from studio.poster.make import Made, make_poster
from studio.poster.profiles import profile
from studio.poster.reading import read_deep, read_picture
from studio.poster.still import deepened, still_of
from studio.presets import store
from tests.studio.poster.conftest import copy_in, dusk
from tests.studio.poster.exports.conftest import sheet


def smooth(template: str = "quiet-line", vignette: float = 0.4) -> Made:
    """A still in one colour, without grain: all that changes is what the design lays over it."""
    design = store.template(template)
    bare = replace(design, treatment=replace(design.treatment, grain=0.0, vignette=vignette))
    plain = np.full((480, 640, 3), (90, 96, 104), np.uint8)
    return make_poster(plain, bare, sheet("png16"), copy_in("en"))


@pytest.mark.parametrize(
    "template", ["quiet-line", "vertical-line", "split", "centred-title", "festival-one-sheet"]
)
def test_it_is_the_poster_that_the_png_shows(written, template: str) -> None:
    poster = written("png16", template=template)
    found = cv2.imread(str(poster.path), cv2.IMREAD_UNCHANGED)
    assert found.dtype == np.uint16
    gap = np.abs(found[..., ::-1] / 257 - poster.rgb)
    assert gap.mean() < 0.6
    assert np.percentile(gap, 99.9) < 3


def test_pillow_reads_the_same_with_size_profile_and_words(written) -> None:
    poster = written("png16")
    with Image.open(poster.path) as image:
        image.load()
        assert image.size == poster.made.image.size
        assert [round(float(part)) for part in image.info["dpi"]] == [150, 150]
        assert image.info["icc_profile"] == profile("sRGB")
        assert image.info["Source"] == "night stall 夜.mp4"
        assert image.info["SourceBits"] == "8"
        gap = np.abs(np.asarray(image.convert("RGB")).astype(int) - poster.rgb)
    assert gap.mean() < 1
    assert b"IHDR\x00\x00\x01\x86\x00\x00\x02\x19\x10\x02" in poster.path.read_bytes()[:40]


def test_a_gradient_has_steps_finer_than_eight_bits() -> None:
    made = smooth()
    deep = painted_deep(made.layout, made.still)
    shallow = np.asarray(made.image)
    # Along the left edge nothing but the vignette changes.
    down, coarse = deep[: deep.shape[0] // 2, 2, 1], shallow[: shallow.shape[0] // 2, 2, 1]
    assert len(np.unique(coarse)) < 60
    assert len(np.unique(down)) > 2.5 * len(np.unique(coarse))
    assert np.abs(np.diff(down.astype(int))).max() < 257


def test_what_a_film_of_ten_bits_holds_comes_through() -> None:
    made = smooth(vignette=0.0)
    ramp = np.linspace(20_000, 22_000, 640)[None, :, None]
    deep = np.repeat(np.repeat(ramp, 480, axis=0), 3, axis=2).round().astype(np.uint16)
    plain = (deep // 257).astype(np.uint8)
    poster = make_poster(plain, made.layout.template, sheet("png16"), copy_in("en"))
    fine = painted_deep(poster.layout, deepened(poster.still, deep))
    rough = painted_deep(poster.layout, poster.still)
    middle = fine.shape[0] // 3
    # The ramp has nine levels of 8 bits; scaling alone cannot bring back what lay between.
    straight = np.polyval(np.polyfit(np.arange(200), fine[middle, 90:290, 1], 4), np.arange(200))
    assert np.abs(fine[middle, 90:290, 1] - straight).max() < 40
    assert np.abs(rough[middle, 90:290, 1] - straight).max() > 80


def test_a_still_of_another_size_is_refused() -> None:
    still = still_of(dusk())
    with pytest.raises(BadValue, match="16 bits"):
        deepened(still, np.zeros((10, 10, 3), np.uint16))


def test_a_picture_file_is_read_in_sixteen_bits_where_it_has_them(tmp_path: Path) -> None:
    deep = np.arange(64 * 48 * 3, dtype=np.uint16).reshape(48, 64, 3) * 7
    path = tmp_path / "deep.png"
    cv2.imwrite(str(path), deep[..., ::-1])
    found = read_deep(path, read_picture(path))
    assert found is not None
    assert np.array_equal(found, deep)
    Image.fromarray(dusk()).save(tmp_path / "plain.png")
    assert read_deep(tmp_path / "plain.png", read_picture(tmp_path / "plain.png")) is None
    other = read_picture(path)[::-1]
    assert read_deep(path, other) is None


def test_eight_bits_are_the_same_brought_either_way(written, tmp_path: Path) -> None:
    poster = written("png16")
    finer = replace(
        poster.made,
        still=replace(poster.made.still, deep=poster.made.still.picture.astype(np.uint16) * 257),
    )
    path = tmp_path / "deep.png"
    assert export_poster(finer, path, poster.made.layout.form, {"Source": "x"}) == ()
    with Image.open(path) as image:
        image.load()
        assert image.info["SourceBits"] == "16"
    one, two = (cv2.imread(str(file), cv2.IMREAD_UNCHANGED) for file in (path, poster.path))
    assert np.array_equal(one, two)
