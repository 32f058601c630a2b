"""Colour bars through every way that a film can be tagged: 4 of 255 off at most, mean 1.5."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from studio.core.geometry import Size
from studio.media.film import Film
from studio.media.frames import frame_image
from studio.media.overrides import Overrides
from studio.media.probe import probe
from tests.drawn import BARS, draw_film

MOST, MEAN = 4, 1.5
UNSAID = 2
MATRICES = {"bt601": 6, "bt709": 1, "bt2020": 9, "": UNSAID}
RANGES = {"tv": 1, "pc": 2, "": 0}
LAYOUTS = tuple(f"yuv{kind}p{deep}" for kind in ("420", "422", "444") for deep in ("", "10le"))
# Wide enough to count as HD, and still quick to draw.
SIZES = {"sd": Size(320, 64), "hd": Size(1280, 64)}
SIDES = 6


def drawn(path: Path, size: Size, matrix: str, span: str, layout: str, tags: tuple) -> Film:
    """One frame of bars, without loss."""
    draw_film(
        path,
        frames=1,
        sound="",
        bars=True,
        size=size,
        rate=Fraction(30),
        matrix=matrix,
        full=span == "pc",
        pixel_format=layout,
        tags=tags,
        codec="ffv1",
    )
    return probe(path)


def apart(seen: np.ndarray) -> np.ndarray:
    """How far each pixel is from its bar, without the edges where chroma is mixed."""
    height, width = seen.shape[:2]
    numbers = np.arange(width) * len(BARS) // width
    wanted = np.array(BARS)[numbers]
    inside = np.ones(width, bool)
    for edge in np.flatnonzero(np.diff(numbers)) + 1:
        inside[max(0, edge - SIDES) : edge + SIDES] = False
    # The frame's number is written below.
    return np.abs(seen[: height * 3 // 4, inside].astype(float) - wanted[inside])


def faults(film: Film) -> Iterator[str]:
    frame = frame_image(film, Fraction(0))
    screen = frame.screen(film.video.display)[..., 2::-1]
    for name, seen in (("8", frame.rgb()), ("16", frame.rgb16() / 257), ("screen", screen)):
        off = apart(seen)
        if off.max() > MOST or off.mean() > MEAN:
            yield f"{name} bits: {off.max():.1f} at most, {off.mean():.2f} on the mean"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("matrix", MATRICES)
def test_bars_come_out_whatever_is_tagged(tmp_path: Path, size: str, matrix: str) -> None:
    found = {}
    usual = "bt709" if size == "hd" else "bt601"
    for span, layout in product(RANGES, LAYOUTS):
        # Primaries and transfer of BT.709: wide ones are a matter of gamut, not of the matrix.
        tags = (MATRICES[matrix], 1, 1, RANGES[span])
        path = tmp_path / f"{span}-{layout}.mkv"
        film = drawn(path, SIZES[size], matrix or usual, span, layout, tags)
        unsaid = {name for name, told in (("matrix", matrix), ("range", span)) if not told}
        assert set(film.video.colour.assumed) == unsaid
        if problems := list(faults(film)):
            found[span, layout] = problems
    assert found == {}


# Matrix, primaries, transfer as tagged; what is read; what of it is assumed. At SD of 30 frames.
SAID = (
    ((2, 2, 2), ("smpte170m", "smpte170m", "smpte170m"), "matrix primaries transfer"),
    ((6, 6, 6), ("smpte170m", "smpte170m", "smpte170m"), ""),
    ((5, 5, 6), ("bt470bg", "bt470bg", "smpte170m"), ""),
    ((1, 2, 2), ("bt709", "bt709", "bt709"), "primaries transfer"),
    ((1, 2, 1), ("bt709", "bt709", "bt709"), "primaries"),
    ((1, 1, 13), ("bt709", "bt709", "iec61966-2-1"), ""),
    ((2, 1, 1), ("smpte170m", "bt709", "bt709"), "matrix"),
    ((2, 6, 2), ("smpte170m", "smpte170m", "smpte170m"), "matrix transfer"),
    ((6, 1, 4), ("smpte170m", "bt709", "gamma22"), ""),
)


@pytest.mark.parametrize(("tags", "read", "assumed"), SAID)
def test_primaries_and_transfer_change_no_bar_below_wide_gamuts(
    tmp_path: Path, tags: tuple, read: tuple, assumed: str
) -> None:
    matrix = "bt709" if read[0] == "bt709" else "bt601"
    film = drawn(tmp_path / "a.mkv", SIZES["sd"], matrix, "tv", "yuv420p", (*tags, 1))
    colour = film.video.colour
    assert (colour.matrix, colour.primaries, colour.transfer) == read
    assert " ".join(colour.assumed) == assumed
    assert list(faults(film)) == []


@pytest.mark.parametrize(
    ("tags", "read"),
    [
        ((2, 9, 14), ("bt2020nc", "bt2020", "bt2020-10")),
        ((2, 9, 16), ("bt2020nc", "bt2020", "smpte2084")),
        ((2, 2, 16), ("bt2020nc", "bt2020", "smpte2084")),
        ((2, 2, 18), ("bt2020nc", "bt2020", "arib-std-b67")),
        ((9, 2, 2), ("bt2020nc", "bt2020", "bt2020-10")),
        ((2, 12, 16), ("smpte170m", "smpte432", "smpte2084")),
    ],
)
def test_what_wide_films_leave_out_is_assumed_wide(
    tmp_path: Path, tags: tuple, read: tuple
) -> None:
    film = drawn(tmp_path / "a.mkv", SIZES["sd"], "bt2020", "tv", "yuv420p10le", (*tags, 1))
    colour = film.video.colour
    assert (colour.matrix, colour.primaries, colour.transfer) == read
    # Greys stay grey whatever the gamut and the tone.
    seen = frame_image(film, Fraction(0)).rgb()
    grey = [n for n, bar in enumerate(BARS) if len(set(bar)) == 1]
    for number in grey:
        column = (2 * number + 1) * seen.shape[1] // (2 * len(BARS))
        assert np.ptp(seen[20, column].astype(int)) <= 2


def test_every_override_of_colour_wins_over_tags(tmp_path: Path) -> None:
    """A film drawn in one way, tagged in another, and set right by hand."""
    path = tmp_path / "a.mkv"
    drawn(path, SIZES["hd"], "bt601", "pc", "yuv444p", (9, 9, 16, 1))
    by_hand = Overrides(matrix="smpte170m", range="pc", primaries="bt709", transfer="bt709")
    film = probe(path, overrides=by_hand)
    assert list(faults(film)) == []
    assert film.video.colour.assumed == ()
    assert list(faults(probe(path))) != []
