"""Two pieces of a film at a time: the same bytes, the same errors, the same stop."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from fractions import Fraction

import pytest

import studio.burn.pieces.lanes
import studio.burn.pieces.maker
from studio.burn.burn import BurnOrder, burn_order, burn_together
from studio.burn.pieces.maker import PieceMaker
from studio.burn.pieces.segments import store
from studio.core.errors import ToolFailed
from studio.core.progress import SILENT, Cancelled

LONG = {"frames": 700, "cuts": (160, 330, 500)}


@pytest.fixture(autouse=True)
def two_processors(monkeypatch) -> None:
    monkeypatch.setattr(studio.burn.pieces.lanes, "worker_count", lambda: 2)


@pytest.fixture
def order(films, style, quick, tracks, out) -> BurnOrder:
    return BurnOrder(films(**LONG), tracks, style, quick(), out / "film.mp4")


@pytest.fixture
def lanes(monkeypatch) -> list[str]:
    """Of each piece that is made, the lane in which it is; the first one makes no more than one
    before the second has begun."""
    made: list[str] = []
    awaited, joined = threading.Event(), threading.Event()
    begin, enter = PieceMaker.begin, studio.burn.pieces.lanes._Second.__enter__

    def entered(self):
        awaited.set()
        return enter(self)

    def noted(self, begun, wanted, progress, turn=lambda: None):
        lane = "second" if self._apart else "first"
        if self._apart:
            joined.set()
        elif made and awaited.is_set():
            joined.wait(20)
        made.append(lane)
        begin(self, begun, wanted, progress, turn)

    monkeypatch.setattr(PieceMaker, "begin", noted)
    monkeypatch.setattr(studio.burn.pieces.lanes._Second, "__enter__", entered)
    return made


def abreast(order: BurnOrder, progress=SILENT):
    return burn_together((order,), progress, abreast=True)[0]


@pytest.mark.parametrize("frame", [{}, {"mode": "fit", "width": 160, "height": 160}])
def test_abreast_it_is_the_same_file(order, quick, lanes, frame) -> None:
    order = replace(order, preset=quick(frame=frame))
    alone = burn_order(order)
    assert "second" not in lanes
    assert alone.segments >= 4
    store().clear()
    lanes.clear()
    both = abreast(order)
    assert set(lanes) == {"first", "second"}
    assert both == alone
    lanes.clear()
    # What both lanes found is counted.
    assert abreast(order).kept == alone.segments


def test_a_lane_that_finds_its_last_piece_makes_the_one_before_to_its_end(
    order, monkeypatch
) -> None:
    """As after one corrected line: one new piece among pieces that are there."""
    abreast(order)
    begin, known = PieceMaker.begin, PieceMaker._known
    add = studio.burn.pieces.maker._Lane.add
    found, new = threading.Event(), []

    def ordered(self, begun, wanted, progress, turn=lambda: None):
        if not self._apart:
            # It has the first piece, and takes no other before the second lane has two.
            assert found.wait(20)
        elif not new:
            new.append(wanted[0].segment.key)
            begin(self, begun, wanted, progress, turn)
            return
        begin(self, begun, wanted, progress, turn)
        found.set()

    def slow_at_the_end(self, seconds, picture) -> None:
        if self._segment.stop - seconds < Fraction(3, 25):
            time.sleep(0.3)
        add(self, seconds, picture)

    monkeypatch.setattr(PieceMaker, "begin", ordered)
    monkeypatch.setattr(
        PieceMaker, "_known", lambda self, one: None if one.key in new else known(self, one)
    )
    monkeypatch.setattr(studio.burn.pieces.maker._Lane, "add", slow_at_the_end)
    again = abreast(order)
    assert again.kept == again.segments - 1


def test_what_is_no_film_is_left_to_the_first_lane(order, monkeypatch) -> None:
    monkeypatch.setattr(studio.burn.pieces.lanes, "_Second", None)
    assert abreast(replace(order, lower=False)).segments
    # Nor is there a second one where memory is short.
    monkeypatch.setattr(studio.burn.pieces.lanes, "at_once", lambda _: 1)
    assert abreast(order).segments


def test_a_second_lane_that_fails_ends_all(order, lanes, monkeypatch) -> None:
    begin = PieceMaker.begin

    def failing(self, begun, wanted, progress, turn=lambda: None):
        if self._apart:
            raise ToolFailed("The encoder refused.")
        begin(self, begun, wanted, progress, turn)

    monkeypatch.setattr(PieceMaker, "begin", failing)
    with pytest.raises(ToolFailed, match="refused"):
        abreast(order)
    assert list(order.out.parent.iterdir()) == []


def test_a_stop_ends_both_lanes(order, lanes) -> None:
    class Stop:
        def report(self, fraction: float, note: str = "") -> None:
            if "second" in lanes and fraction > 0.05:
                raise Cancelled

    with pytest.raises(Cancelled):
        abreast(order, Stop())
    assert list(order.out.parent.iterdir()) == []
    until = time.monotonic() + 10
    while threading.active_count() > 1 and time.monotonic() < until:
        time.sleep(0.01)
    assert not [one for one in threading.enumerate() if one.name.startswith(("lane", "encoder"))]


def test_progress_never_goes_back(order) -> None:
    class Told:
        def __init__(self) -> None:
            self.said: list[float] = []

        def report(self, fraction: float, note: str = "") -> None:
            self.said.append(fraction)

    told = Told()
    abreast(order, told)
    assert told.said == sorted(told.said)
    assert told.said[-1] > 0.97


def test_lanes_stay_apart_and_leave_the_processors_as_they_were(order, lanes, monkeypatch) -> None:
    monkeypatch.setattr(
        studio.burn.pieces.lanes, "halves", lambda: (frozenset({0}), frozenset({1}))
    )
    stays: list[tuple[str, frozenset[int]]] = []
    monkeypatch.setattr(
        studio.burn.pieces.lanes,
        "stay_on",
        lambda on: stays.append((threading.current_thread().name, on)),
    )
    left: list[frozenset[int]] = []
    monkeypatch.setattr(studio.burn.pieces.lanes, "all_on", left.append)
    abreast(order)
    assert [on for _, on in stays] == [{0}, {1}]
    assert stays[0][0] != stays[1][0]
    # When one lane has nothing left, and at the end.
    assert left[0] == left[-1] == {0, 1}
