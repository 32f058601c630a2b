"""What is kept ready stays within its bytes, and is counted while it lives."""

from __future__ import annotations

import gc
from concurrent.futures import ThreadPoolExecutor

from studio.core.kept import Kept, held_by_all


def test_the_oldest_goes_first_and_what_was_used_last_stays() -> None:
    kept: Kept[str, bytes] = Kept(30, len)
    for name in "abc":
        kept.put(name, bytes(10))
    assert kept.get("a") is not None
    kept.put("d", bytes(10))
    assert [name for name in "abcd" if name in kept] == ["a", "c", "d"]
    assert kept.held == 30


def test_one_that_weighs_more_than_all_stays_until_the_next() -> None:
    kept: Kept[str, bytes] = Kept(30, len)
    kept.put("a", bytes(10))
    kept.put("large", bytes(100))
    assert (len(kept), kept.held) == (1, 100)
    kept.put("b", bytes(10))
    assert ("large" in kept, kept.held) == (False, 10)


def test_a_value_takes_the_place_of_the_former_one() -> None:
    kept: Kept[str, bytes] = Kept(30, len)
    kept.put("a", bytes(20))
    kept.put("a", bytes(5))
    assert (len(kept), kept.held) == (1, 5)


def test_it_is_made_once() -> None:
    kept: Kept[int, bytes] = Kept(100, len)
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"picture"

    assert kept.made(1, make) is kept.made(1, make)
    assert made == [1]


def test_some_or_all_are_let_go() -> None:
    kept: Kept[int, bytes] = Kept(100, len)
    for number in range(6):
        kept.put(number, bytes(10))
    kept.drop(lambda number: number % 2 == 0)
    assert ([number for number in range(6) if number in kept], kept.held) == ([1, 3, 5], 30)
    kept.clear()
    assert (len(kept), kept.held) == (0, 0)


def test_all_that_live_are_counted() -> None:
    gc.collect()
    before = held_by_all()
    one: Kept[int, bytes] = Kept(1000, len)
    other: Kept[int, bytes] = Kept(1000, len)
    one.put(1, bytes(100))
    other.put(1, bytes(20))
    assert held_by_all() - before == 120
    del one
    gc.collect()
    assert held_by_all() - before == 20


def test_threads_leave_the_count_right() -> None:
    kept: Kept[int, bytes] = Kept(500, len)

    def work(seed: int) -> None:
        for turn in range(400):
            kept.put((seed * 7 + turn * 13) % 90, bytes(10 + turn % 5))
            kept.get(turn % 90)
            if turn % 50 == 0:
                kept.drop(lambda key: key % 3 == 0)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    left = sum(len(kept.get(key) or b"") for key in range(90))
    assert kept.held == left <= 500
