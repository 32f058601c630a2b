"""PNG as we pack it ourselves: every pixel comes back, in any reader, and limits are kept."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from studio.poster.exports.png_file import AVERAGE, CLOSE, DEEP, QUICK, UP, head, packed, tail
from studio.poster.exports.write import export_poster
from studio.poster.format import Format
from studio.poster.make import Made, make_poster
from studio.presets import store
from tests.studio.poster.conftest import copy_in, dusk


def small(**other: object) -> Format:
    form = replace(store.poster_format("open-graph"), width=301, height=530)
    return replace(form, max_bytes=None, **other)  # type: ignore[arg-type]


def noise(width: int, height: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.random.default_rng(7).integers(0, 256, (height, width, 3), np.uint8)


@pytest.mark.parametrize("how", [UP, AVERAGE])
@pytest.mark.parametrize("size", [(16, 16), (16, 300), (37, 255), (301, 513)])
def test_every_pixel_comes_back(how: int, size: tuple[int, int]) -> None:
    picture = noise(*size)
    form = small(kind="png")
    form = replace(form, width=size[0], height=size[1])
    data = head(form, 8, {"Title": "夜"}) + b"".join(packed(picture, how, QUICK)) + tail()
    with Image.open(BytesIO(data)) as image:
        image.verify()
    with Image.open(BytesIO(data)) as image:
        assert np.array_equal(np.asarray(image), picture)
        assert image.info["Title"] == "夜"
    other = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert other is not None
    assert np.array_equal(other[..., ::-1], picture)


@pytest.mark.parametrize("how", [UP, AVERAGE])
def test_so_does_every_pixel_of_16_bits(how: int) -> None:
    picture = np.random.default_rng(8).integers(0, 65536, (300, 37, 3), np.uint16)
    form = replace(small(kind="png16"), width=37, height=300)
    data = head(form, 16, {}) + b"".join(packed(picture, how, DEEP)) + tail()
    other = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    assert other is not None
    assert other.dtype == np.uint16
    assert np.array_equal(other[..., ::-1], picture)


def made_for(form: Format) -> Made:
    return make_poster(dusk(), store.template("quiet-line"), form, copy_in("en"))


def test_a_file_over_its_limit_is_packed_more_closely(tmp_path: Path) -> None:
    made = made_for(small())
    quick, close = (
        sum(len(one) for one in packed(np.asarray(made.image), AVERAGE, level))
        for level in (QUICK, CLOSE)
    )
    assert close < quick
    free, tight = tmp_path / "free.png", tmp_path / "tight.png"
    export_poster(made, free, made.layout.form, {})
    limit = free.stat().st_size - (quick - close) // 2
    assert export_poster(made, tight, replace(made.layout.form, max_bytes=limit), {}) == ()
    assert tight.stat().st_size <= limit
    with Image.open(free) as one, Image.open(tight) as other:
        assert one.tobytes() == other.tobytes() == made.image.tobytes()


def test_what_cannot_be_packed_so_small_is_said(tmp_path: Path) -> None:
    made = made_for(small())
    limit = replace(made.layout.form, max_bytes=20_000)
    problems = export_poster(made, tmp_path / "one.png", limit, {})
    assert len(problems) == 1
    with Image.open(tmp_path / "one.png") as image:
        assert image.tobytes() == made.image.tobytes()
