"""Logos in SVG: shapes where they were drawn, in their colours; what is not read is named."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from studio.core.errors import CannotRead
from studio.core.files import sha256
from studio.poster.brand import read_logo
from studio.poster.svg import LONG_SIDE, rendered


def pixels(inside: str, box: str = "0 0 100 50", more: str = "") -> np.ndarray:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {more}>'
    return rendered(f"{head}{inside}</svg>".encode(), "logo.svg")


def inked(made: np.ndarray) -> np.ndarray:
    """Opacity 0 to 1, each pixel as it lies on the plane of 100 × 50."""
    return made[..., 3] / 255


BOX = '<rect x="10" y="10" width="80" height="30" fill="#c81e14"/>'


def test_the_longer_side_is_as_fine_as_a_one_sheet_wants() -> None:
    made = pixels(BOX)
    assert made.shape == (LONG_SIDE // 2, LONG_SIDE, 4)
    ys, xs = np.nonzero(inked(made) > 0.5)
    by = LONG_SIDE / 100
    corners = (xs.min() / by, ys.min() / by, (xs.max() + 1) / by, (ys.max() + 1) / by)
    assert corners == pytest.approx((10, 10, 90, 40), abs=1 / by)
    assert tuple(made[600, 1200]) == (200, 30, 20, 255)
    assert tuple(made[0, 0]) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    "shape",
    [
        '<circle cx="50" cy="25" r="20"/>',
        '<ellipse cx="50" cy="25" rx="20" ry="20"/>',
        '<path d="M30 25a20 20 0 0 1 40 0a20 20 0 1 1 -40 0z"/>',
        '<path d="M70 25C70 36.046 61.046 45 50 45S30 36.046 30 25 38.954 5 50 5'
        ' 70 13.954 70 25"/>',
        '<rect x="30" y="5" width="40" height="40" rx="20"/>',
        '<g transform="translate(50 25) scale(2)"><circle r="10" transform="rotate(30)"/></g>',
    ],
)
def test_a_circle_is_round_however_it_is_written(shape: str) -> None:
    made = inked(pixels(shape))
    ys, xs = np.mgrid[0 : made.shape[0], 0 : made.shape[1]] + 0.5
    by = LONG_SIDE / 100
    away = np.hypot(xs / by - 50, ys / by - 25)
    # A third of a pixel is a curve's own way of being a circle.
    assert made[away < 20 - 0.5 / by].min() > 0.95
    assert made[away > 20 + 0.9 / by].max() < 0.05
    assert made.sum() / by**2 == pytest.approx(np.pi * 400, rel=2e-3)


RING = "M50 5A20 20 0 0 1 50 45A20 20 0 0 1 50 5Z"
SAME = "M50 15A10 10 0 0 1 50 35A10 10 0 0 1 50 15Z"
OTHER = "M50 15A10 10 0 0 0 50 35A10 10 0 0 0 50 15Z"


@pytest.mark.parametrize(
    ("path", "rule", "hollow"),
    [
        (RING + SAME, "nonzero", False),
        (RING + SAME, "evenodd", True),
        (RING + OTHER, "nonzero", True),
        (RING + OTHER, "evenodd", True),
    ],
)
def test_holes_follow_the_rule_of_the_fill(path: str, rule: str, hollow: bool) -> None:
    made = inked(pixels(f'<path d="{path}" fill-rule="{rule}"/>'))
    assert bool(made[600, 1200] == 0) is hollow
    assert made[600, 800] == 1


def test_colours_come_from_attributes_classes_and_groups() -> None:
    style = "<style>/* of a drawing program */ .a, .b { fill: #0a141e } .b{fill:rgb(1,2,3)}</style>"
    made = pixels(
        f'{style}<g fill="blue" color="lime"><rect width="10" height="50"/>'
        '<rect class="a" x="10" width="10" height="50"/>'
        '<rect class="b" x="20" width="10" height="50"/>'
        '<rect style="fill:currentColor;stroke:none" x="30" width="10" height="50"/>'
        '<rect fill="none" x="40" width="10" height="50"/>'
        '<rect fill="red" fill-opacity=".5" opacity=".5" x="50" width="10" height="50"/></g>'
    )
    found = [tuple(int(part) for part in made[600, 120 + 240 * place]) for place in range(6)]
    assert found[:5] == [
        (0, 0, 255, 255), (10, 20, 30, 255), (1, 2, 3, 255), (0, 255, 0, 255), (0, 0, 0, 0),
    ]  # fmt: skip
    assert found[5][:3] == (255, 0, 0)
    assert abs(found[5][3] - 64) <= 1


def test_what_lies_over_another_hides_it() -> None:
    made = pixels(BOX + '<rect x="40" y="0" width="20" height="50" fill="white"/>')
    assert tuple(made[600, 1200]) == (255, 255, 255, 255)
    assert tuple(made[600, 400]) == (200, 30, 20, 255)


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ('<rect width="9" height="9" stroke="red"/>', "stroke"),
        ("<text>Window</text>", "<text>"),
        ('<image href="x.png"/>', "<image>"),
        ('<use href="#a"/>', "<use>"),
        ('<rect width="9" height="9" fill="url(#g)"/>', "gradient"),
        ('<rect width="9" height="9" style="filter:url(#f)"/>', "filter"),
        ('<g opacity="0.5"><rect width="9" height="9"/></g>', "opacity"),
        ('<rect width="9mm" height="9"/>', "9mm"),
        ("<g>" * 70 + "</g>" * 70, "<g>"),
    ],
)
def test_what_is_not_read_is_named_with_a_way_out(inside: str, what: str) -> None:
    with pytest.raises(CannotRead, match="not read") as error:
        pixels(inside)
    assert what in str(error.value)
    assert "PNG" in error.value.hint


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PNG",
        b"<svg",
        b"<html></html>",
        b"<svg/>",
        b'<svg viewBox="0 0 0 9"/>',
        b'<svg viewBox="0 0 9 9"><path d="M0 0 L"/></svg>',
        b'<svg viewBox="0 0 9 9"><path d="M0 0 L1e300 1e300 5 5"/></svg>',
        b'<svg viewBox="0 0 9 9"><rect width="9" height="9" fill="sunny"/></svg>',
        b'<svg viewBox="0 0 900 9"/>',
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg viewBox="0 0 9 9">&a;</svg>',
    ],
)
def test_what_is_no_drawing_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(CannotRead, match=r"logo\.svg"):
        rendered(data, "logo.svg")


def test_a_brand_takes_it_as_any_logo(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
    path.write_text(f"{head}{BOX}</svg>", "utf-8")
    logo = read_logo(path, sha256(path))
    assert (logo.width, logo.height) == (LONG_SIDE, LONG_SIDE // 2)
