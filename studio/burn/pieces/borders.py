"""Where a film is cut into pieces for encoding: at its shot changes as far as its own file tells.

Encoders put a key picture where a shot changes, before the longest way between two is up. A piece
that begins there costs no more than one unbroken encode, whose own key picture would stand there
too; and one that begins at any key picture is reached without decoding what lies before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

USUAL = Fraction(8)
"""Seconds: long enough that the encoder's looking ahead, which ends with a piece, costs no quality
that shows; short enough that one corrected line costs one or two pieces. Measured at 1080p: with
6 a film takes 2 to 3 % more work, with 10 no less."""
NEAR = Fraction(1, 2)
"""Seconds, for encoders whose pictures stand each for itself. Measured with ProRes 422 HQ at 1080p:
pieces of 15 pictures take no more work than one of 120."""
LEAST, MOST = Fraction(5), Fraction(12)
# A shorter rest stays with the piece before it.
_LEAST_REST = Fraction(2)
# A key picture that only saves decoding is not worth more of encoding than this.
_MOST_PLAIN = Fraction(10)
# Nearer to the one before than this share of the longest way, a key picture stands at a shot.
_EARLY = Fraction(9, 10)


def borders_of(keys: Sequence[Fraction], length: Fraction) -> tuple[Fraction, ...]:
    """The borders inside a film of `length` seconds whose key pictures stand at `keys`, in order.

    LEAST to MOST seconds apart: at the shot change nearest to USUAL, else at such a key picture,
    else after USUAL. A rest of less than a third of that gets no piece of its own.
    """
    shots = _early(keys)
    found: list[Fraction] = []
    last = Fraction(0)
    while last + LEAST < length:
        border = _nearest(shots, last, MOST) or _nearest(keys, last, _MOST_PLAIN) or last + USUAL
        if border > length - _LEAST_REST:
            break
        found.append(border)
        last = border
    return tuple(found)


def _early(keys: Sequence[Fraction]) -> list[Fraction]:
    """The key pictures that came before the longest way between two was up."""
    steps = [b - a for a, b in pairwise(keys)]
    longest = max(steps, default=Fraction(0))
    return [key for step, key in zip(steps, keys[1:], strict=True) if step < longest * _EARLY]


def _nearest(keys: Sequence[Fraction], last: Fraction, most: Fraction) -> Fraction | None:
    """Of the keys LEAST to `most` seconds after `last` the one nearest to USUAL after it."""
    inside = keys[bisect_left(keys, last + LEAST) : bisect_right(keys, last + most)]
    return min(inside, key=lambda key: (abs(key - last - USUAL), key), default=None)
