"""Where films are cut into pieces: at shot changes of their own file, 5 to 12 seconds apart."""

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
        # Nothing to go by: every eight seconds, and no piece for a short rest.
        ([0], 26, [8, 16, 24]),
        ([0], 25.5, [8, 16]),
        ([], 3, []),
        # A key each second, as cameras write them.
        (range(26), 26, [8, 16, 24]),
        # Ten seconds between keys where nothing happens; shots at 4.5, 7.2 and 16.
        ([0, 4.5, 7.2, 16, 26, 36, 48], 50, [7.2, 16, 26, 36, 44]),
        # A shot is worth twelve seconds, a key that only saves decoding ten.
        ([0, 11.5, 25], 26, [11.5, 19.5]),
        ([0, 11.5, 23], 23, [8, 16]),
    ],
)
def test_borders_lie_at_shots_then_at_keys_then_by_the_clock(keys, length, wanted) -> None:
    assert list(borders_of(seconds(*keys), Fraction(str(length)))) == seconds(*wanted)


def test_borders_are_at_most_twelve_and_at_least_five_seconds_apart() -> None:
    keys = sorted({Fraction(n * n % 977, 10) for n in range(60)})
    found = borders_of(keys, Fraction(120))
    steps = [b - a for a, b in pairwise([Fraction(0), *found])]
    assert min(steps) >= 5
    assert max(steps) <= 12
    assert 2 <= 120 - found[-1] <= 12


def test_keys_are_those_of_the_file(films) -> None:
    film = films(frames=100, gop=40, cuts=(25,))
    assert [key * 25 for key in key_times(film)] == [0, 40, 80]
