"""The offsets that are followed: what stands still votes for many, and its ends must be there."""

from __future__ import annotations

import numpy as np

from studio.conform.offsets import STRETCH, offsets, votes
from studio.conform.prints import Prints


def shown(looks: list[int]) -> Prints:
    """An edit at 24 frames a second, of frames that look as these numbers say."""
    own = np.random.default_rng(7).integers(0, 1 << 63, 400, np.uint64)
    count, step = len(looks), 1 / 24
    starts = np.arange(count + 1) * step
    nothing = np.zeros(count, np.float32)
    return Prints(
        own[looks],
        starts,
        starts[:-1] + step / 2,
        np.zeros(count, np.bool_),
        np.zeros(0, np.float32),
        nothing,
        nothing,
    )


def test_a_still_picture_cut_short_may_begin_where_it_began_and_end_where_it_ended():
    """60 frames of a title, of which the new edit has but 20: they may be any of them."""
    before, title = list(range(100)), [399] * 60
    old = shown(before + title + list(range(100, 130)))
    new = shown(list(range(200, 234)) + title[:20] + list(range(240, 340)))
    followed = offsets(old, new, votes(old, new), 1.0).stretches[34 // STRETCH]
    as_begun, as_ended = 34 - 100, 34 + 20 - 160
    assert {as_begun, as_ended} <= set(followed.tolist())


def test_what_moves_has_one_offset_and_a_film_of_other_pictures_none():
    old, new = shown(list(range(150))), shown(list(range(30, 120)))
    for stretch in offsets(old, new, votes(old, new), 1.0).stretches:
        assert -30 in stretch.tolist()
    other = shown(list(range(200, 300)))
    assert not any(len(one) for one in offsets(old, other, votes(old, other), 1.0).stretches)
