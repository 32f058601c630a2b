"""The figures of the bundled presets."""

from __future__ import annotations

from typing import Any

import pytest

from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size
from studio.core.plain import structure, unstructure
from studio.poster.format import Format
from studio.poster.template import ORIENTATIONS, Template, orientation
from studio.presets import store


@pytest.mark.parametrize("name", store.names("formats"))
def test_a_format_says_where_its_figures_come_from(name: str) -> None:
    form = store.poster_format(name)
    assert len(form.provenance.source) > 10
    assert form.intent
    assert form.is_print == (form.viewing_distance_m is not None)


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("one-sheet", Size(4050, 6000)),
        ("a2", Size(2516, 3543)),
        ("wechat-cover", Size(900, 383)),
        ("kakao", Size(800, 400)),
        ("youtube-thumbnail", Size(1280, 720)),
        ("open-graph", Size(1200, 630)),
        ("uk-quad", Size(6000, 4500)),
        ("uk-96-sheet", Size(14400, 3600)),
        ("train-hanging-jp", Size(4055, 2866)),
        ("mtr-12-sheet", Size(3002, 1535)),
        ("instagram-story", Size(1080, 1920)),
        ("kakao-thumbnail", Size(348, 230)),
        ("award-board", Size(7063, 5008)),
    ],
)
def test_sizes(name: str, size: Size) -> None:
    assert store.poster_format(name).pixels == size


def test_the_wechat_cover_keeps_copy_in_the_middle_square() -> None:
    safe = store.poster_format("wechat-cover").safe_rect()
    assert Rect((900 - 383) / 2, 0, 383, 383).holds(safe, 0.5)


def test_scale_and_bleed_give_the_finished_size() -> None:
    six = store.poster_format("six-sheet")
    assert six.millimetres(six.width) == pytest.approx(1200, rel=1e-3)
    assert six.finished_ppi(1.0) == pytest.approx(50)
    a2 = store.poster_format("a2")
    assert a2.millimetres(a2.width - 2 * a2.bleed_px) == pytest.approx(420, rel=1e-3)
    assert a2.safe_rect().x == pytest.approx(a2.bleed_px)


@pytest.mark.parametrize(
    ("name", "millimetres"),
    [
        ("uk-96-sheet", (400, 150, 11_792, 2_898)),
        ("eurosize-se", (12.5, 15, 1_172.5, 1_735)),
        ("uk-48-sheet", (150, 100, 5_946, 2_948)),
    ],
)
def test_owners_margins_are_those_of_the_finished_poster(
    name: str, millimetres: tuple[float, ...]
) -> None:
    form = store.poster_format(name)
    safe, corner = form.safe_rect(), form.bleed_px
    sides = (safe.x, safe.y, safe.right, safe.bottom)
    own = [form.millimetres(side - corner) for side in sides]
    assert own == pytest.approx(millimetres, abs=2 / float(form.reduction))


def test_what_the_app_covers_on_tiktok_is_free() -> None:
    form = store.poster_format("tiktok-feed")
    assert Rect(0, 150, 930, 1330).holds(form.safe_rect(), 0.0)
    assert form.safe_rect().area > 0.99 * 930 * 1330
    assert not any(zone.meet(form.safe_rect()).area > 0 for zone in form.zones())
    assert len(form.zones()) == 3


def test_what_holders_clip_is_no_place_for_copy() -> None:
    for name, clipped in (("train-hanging-jp", 40), ("train-window-se", 23)):
        form = store.poster_format(name)
        (zone,) = form.zones()
        assert form.millimetres(zone.height) == pytest.approx(clipped, abs=0.2)


def changed(preset: Format | Template, **other: Any) -> dict[str, Any]:
    data: dict[str, Any] = unstructure(preset)
    return {**data, **other}


@pytest.mark.parametrize(
    "other",
    [
        {"width": 0},
        {"scale": "a quarter"},
        {"scale": "1:0"},
        {"kind": "gif"},
        {"trim_mm": [100.0, 100.0]},
        {"icc": "ISO Coated v2 300%"},
        {"width": 39_000, "height": 39_000},
        {"safe": {"left": 0.7}},
        {"colour": "red"},
    ],
)
def test_formats_out_of_bounds_are_refused(other: dict[str, Any]) -> None:
    data = changed(store.poster_format("dooh-portrait"), **other)
    with pytest.raises(BadValue, match="mine"):
        structure(data, Format, "mine")


@pytest.mark.parametrize(
    "other", [{"scrim": 0.9}, {"margin": -1.0}, {"arrange": {}}, {"scripts": {"klingon": {}}}]
)
def test_templates_out_of_bounds_are_refused(other: dict[str, Any]) -> None:
    with pytest.raises(BadValue, match="mine"):
        structure(changed(store.template("quiet-line"), **other), Template, "mine")


@pytest.mark.parametrize("name", store.names("posters"))
def test_a_template_has_an_arrangement_for_every_shape(name: str) -> None:
    template = store.template(name)
    assert set(template.arrange) == set(ORIENTATIONS)
    assert 0.06 <= template.margin <= 0.08


def test_shapes_by_their_sides() -> None:
    sizes = ((100, 1000), (900, 1600), (2, 3), (1, 1), (16, 9), (235, 100), (10, 1))
    named = [orientation(Size(*size)) for size in sizes]
    assert named == [
        "column", "portrait", "portrait", "square", "landscape", "banner", "banner",
    ]  # fmt: skip
