"""Pictures that wait for a slow encoder: many, the painted ones, none of them the decoder's."""

from __future__ import annotations

from dataclasses import replace

import pytest

import studio.burn.pieces.encoder
from studio.burn.burn import BurnOrder, burn_order, burn_together
from studio.burn.pieces.feeding import Feeder
from studio.burn.pieces.maker import PieceMaker
from studio.burn.pieces.segments import store

LONG = {"frames": 500, "cuts": (160, 330)}


@pytest.fixture
def orders(films, style, quick, tracks, out) -> tuple[BurnOrder, ...]:
    film, slow = films(**LONG), quick(picture={"preset": "medium"})
    one, other = tracks
    return tuple(
        BurnOrder(film, shown, style, slow, out / f"{name}.mp4")
        for name, shown in (("one", tracks), ("other", (one,)), ("third", (other,)))
    )


@pytest.fixture
def fed(monkeypatch) -> list[int]:
    """How many might wait, of each series of pictures that was fed."""
    found: list[int] = []
    feed = Feeder.feed

    def noted(self, make, items, turn, most):
        found.append(most)
        return feed(self, make, items, turn, most)

    monkeypatch.setattr(Feeder, "feed", noted)
    return found


@pytest.mark.parametrize("frame", [{}, {"mode": "fit", "width": 160, "height": 160}])
def test_what_waited_long_is_what_was_painted(orders, quick, fed, monkeypatch, frame) -> None:
    orders = tuple(
        replace(one, preset=quick(picture={"preset": "medium"}, frame=frame)) for one in orders
    )
    few = [done.sha256 for done in burn_together(orders)]
    assert set(fed) == {4}
    store().clear()
    fed.clear()
    # As with large pictures, of which memory has room for one encoder.
    monkeypatch.setattr(studio.burn.pieces.encoder, "_SIDE_BY_SIDE", 1)
    many = [done.sha256 for done in burn_together(orders)]
    assert set(fed) == {40}
    assert many == few


def test_fewer_wait_where_there_are_several_deliveries(orders, fed, monkeypatch) -> None:
    monkeypatch.setattr(studio.burn.pieces.encoder, "_SIDE_BY_SIDE", 1)
    pixels = orders[0].film.video.coded.pixels
    monkeypatch.setattr(studio.burn.pieces.encoder, "_WAITING_BYTES", 24 * 2 * pixels)
    burn_together(orders)
    assert set(fed) == {12}
    fed.clear()
    store().clear()
    burn_order(orders[0])
    assert set(fed) == {24}


def test_none_of_them_shares_memory_with_the_decoder(orders, monkeypatch) -> None:
    monkeypatch.setattr(studio.burn.pieces.encoder, "_SIDE_BY_SIDE", 1)
    decoded: list[int] = []
    shared: list[bool] = []
    frames, feed = PieceMaker._frames, Feeder.feed

    def noted(self, segment, film):
        for seconds, frame in frames(self, segment, film):
            decoded.append(frame.native.planes[0].buffer_ptr)
            yield seconds, frame

    def looked(items):
        for seconds, pictures in items:
            shared.extend(one.planes[0].buffer_ptr == decoded[-1] for one in pictures)
            yield seconds, pictures

    monkeypatch.setattr(PieceMaker, "_frames", noted)
    monkeypatch.setattr(
        Feeder,
        "feed",
        lambda self, make, items, turn, most: feed(self, make, looked(items), turn, most),
    )
    burn_order(orders[0])
    assert len(shared) == len(decoded) == 500
    assert not any(shared)


def test_no_more_wait_than_memory_has_room_for(orders, fed, monkeypatch) -> None:
    monkeypatch.setattr(studio.burn.pieces.encoder, "_SIDE_BY_SIDE", 1)
    size = orders[0].film.video.coded
    monkeypatch.setattr(studio.burn.pieces.encoder, "_WAITING_BYTES", 9 * 2 * size.pixels)
    assert burn_order(orders[0]).sha256
    assert set(fed) == {9}
