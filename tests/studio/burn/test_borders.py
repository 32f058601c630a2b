"""Where films are cut into pieces: at shot changes of their own file, 4 to 10 seconds apart."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from studio.burn.pieces.borders import borders_of
from studio.media.probe import key_times


def seconds(*keys: float) -> list[Fraction]:
    return [Fraction(str(key)) for key in keys]


@pytest.mark.parametrize(
    ("keys", "length", "wanted"),
    [
        # Nothing to go by: every six seconds, and no piece for a short rest.
        ([0], 20, [6, 12, 18]),
        ([0], 19.5, [6, 12]),
        ([], 3, []),
        # A key each second, as cameras write them.
        (range(20), 20, [6, 12, 18]),
        # Ten seconds between keys where nothing happens; shots at 4.5, 7.2 and 16.
        ([0, 4.5, 7.2, 16, 26, 36], 40, [7.2, 16, 22, 26, 32, 36]),
        # A shot is worth ten seconds, a key that only saves decoding eight.
        ([0, 9.5, 22], 23, [9.5, 15.5]),
        ([0, 9.5, 19], 19, [6, 12]),
    ],
)
def test_borders_lie_at_shots_then_at_keys_then_by_the_clock(keys, length, wanted) -> None:
    assert list(borders_of(seconds(*keys), Fraction(str(length)))) == seconds(*wanted)


def test_borders_are_at_most_ten_and_at_least_four_seconds_apart() -> None:
    keys = sorted({Fraction(n * n % 977, 10) for n in range(60)})
    found = borders_of(keys, Fraction(120))
    steps = [b - a for a, b in pairwise([Fraction(0), *found])]
    assert min(steps) >= 4
    assert max(steps) <= 10
    assert 2 <= 120 - found[-1] <= 10


def test_keys_are_those_of_the_file(films) -> None:
    film = films(frames=100, gop=40, cuts=(25,))
    assert [key * 25 for key in key_times(film)] == [0, 40, 80]
