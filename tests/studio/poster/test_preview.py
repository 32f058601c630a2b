"""A poster painted small is the poster, brought down."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import cv2
import numpy as np
import pytest

from studio.core.geometry import Size
from studio.poster.branding import branded_layout
from studio.poster.make import make_poster
from studio.poster.preview import preview, reduced
from studio.poster.still import Picture, still_of
from studio.presets import store
from tests.studio.poster.conftest import copy_in

CASES = [
    ("quiet-line", "dooh-portrait"),
    ("centred-title", "wechat-cover"),
    ("vertical-line", "weibo-square"),
    ("split", "open-graph"),
    ("quiet-line", "one-sheet"),
]


@pytest.mark.parametrize(("template", "name"), CASES)
def test_the_small_poster_is_the_large_one_brought_down(
    template: str, name: str, still_picture: Picture
) -> None:
    form = store.poster_format(name)
    design, copy = store.template(template), copy_in("zh-Hans", "en", legal="© Small Lights")
    full = make_poster(still_picture, design, form, copy, (0.66, 0.4))
    small = preview(still_of(still_picture, (0.66, 0.4)), design, form, copy, 480)
    height, width = np.asarray(small.image).shape[:2]
    assert max(width, height) == 480
    down = cv2.resize(np.asarray(full.image), (width, height), interpolation=cv2.INTER_AREA)
    away = np.abs(np.asarray(small.image).astype(int) - down)
    assert away.mean() < 2.0
    # Nothing stands elsewhere: a line moved by its height would differ fully over its ink.
    assert (away.max(axis=2) > 96).mean() < 0.004
    assert small.drawn == full.drawn
    assert small.layout.pieces == full.layout.pieces
    assert {one.check for one in small.problems} == {one.check for one in full.problems}


def test_a_poster_that_is_small_enough_is_painted_as_it_is(still_picture: Picture) -> None:
    form = replace(store.poster_format("weibo-square"), width=300, height=300)
    design, copy = store.template("quiet-line"), copy_in("en")
    full = make_poster(still_picture, design, form, copy)
    small = preview(still_of(still_picture), design, form, copy, 300)
    assert small.image.tobytes() == full.image.tobytes()
    assert small.problems == full.problems


def test_the_layout_keeps_every_proportion(still_picture: Picture) -> None:
    form = store.poster_format("one-sheet")
    placed = preview(
        still_of(still_picture), store.template("quiet-line"), form, copy_in("ja", "en"), 200
    ).layout
    small = reduced(placed, form.height // 10)
    assert small.form.pixels == Size(form.width // 10, form.height // 10)
    for one, other in zip(placed.pieces, small.pieces, strict=True):
        assert other.ink.x == pytest.approx(one.ink.x / 10, abs=0.5)
        assert other.ink.height == pytest.approx(one.ink.height / 10, rel=0.01)
        assert other.block.glyphs == one.block.glyphs


def test_one_layout_serves_every_size_and_another_copy_has_its_own(
    still_picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []

    def counted(*what: object) -> object:
        made.append(what)
        return branded_layout(*what)

    monkeypatch.setattr("studio.poster.preview.branded_layout", counted)
    still, design = still_of(still_picture), store.template("quiet-line")
    form = store.poster_format("open-graph")
    large, small = (preview(still, design, form, copy_in("en"), side) for side in (600, 90))
    assert len(made) == 1
    assert small.layout is large.layout
    other = preview(still, design, form, copy_in("ja"), 90)
    assert other.layout.copy.languages == ("ja",)
    back = preview(still, design, form, copy_in("en"), 90)
    assert len(made) == 3
    assert back.layout == large.layout
    preview(still, replace(design, scrim=design.scrim / 2), form, copy_in("en"), 90)
    assert len(made) == 4


@pytest.mark.parametrize(("template", "name"), CASES)
def test_a_picture_goes_with_its_still(template: str, name: str, still_picture: Picture) -> None:
    still = still_of(still_picture.copy(), (0.66, 0.4))
    preview(still, store.template(template), store.poster_format(name), copy_in("en"), 480)
    held = weakref.ref(still.picture)
    del still
    gc.collect()
    assert held() is None
