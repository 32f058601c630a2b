"""Several languages at once: one decoding, each piece made once, the bytes of each made alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import studio.burn.assist
import studio.burn.edit.source
import studio.burn.pieces.maker
from studio.burn.assist import assist
from studio.burn.burn import BurnOrder, burn_order, burn_together
from studio.burn.pieces.segments import store
from studio.core.errors import BadValue, ToolFailed
from studio.core.progress import Cancelled
from studio.media.frames import FrameReader
from studio.subs.cue import Cue, Track

LONG = {"frames": 300, "cuts": (160,)}
TEXTS = {"zh-Hans": "灯不大。", "ja": "小さな灯り。", "ko": "작은 등불"}


@pytest.fixture
def orders(films, style, quick, out) -> list[BurnOrder]:
    """One film with three languages, which speak in its first second only."""
    film = films(**LONG)
    return [
        BurnOrder(
            film, (Track(one, (Cue(1, 200, 900, text),)),), style, quick(), out / f"{one}.mp4"
        )
        for one, text in TEXTS.items()
    ]


@pytest.fixture
def readers(monkeypatch) -> list[FrameReader]:
    """Every reader of frames that burning opens."""
    opened: list[FrameReader] = []

    def reader(*given: object, **named: object) -> FrameReader:
        opened.append(FrameReader(*given, **named))  # type: ignore[arg-type]
        return opened[-1]

    monkeypatch.setattr(studio.burn.edit.source, "FrameReader", reader)
    return opened


@pytest.mark.parametrize("frame", [{}, {"mode": "fit", "width": 160, "height": 160}])
def test_together_and_alone_they_are_the_same_bytes(orders, quick, readers, frame) -> None:
    preset = quick(frame=frame)
    orders = [replace(one, preset=preset) for one in orders]
    made = burn_together(orders)
    assert len(readers) == 1
    # The second piece shows no captions: it is one for all.
    assert [one.kept for one in made] == [0, 1, 1]
    together = [one.out.read_bytes() for one in orders]
    assert len(set(together)) == 3
    for one, data in zip(orders, together, strict=True):
        store().clear()
        burn_order(one)
        assert one.out.read_bytes() == data


def test_encoders_that_take_much_memory_work_one_after_the_other(
    orders, readers, monkeypatch
) -> None:
    made = [one.sha256 for one in burn_together(orders)]
    store().clear()
    monkeypatch.setattr(studio.burn.pieces.maker, "at_once", lambda _: 1)
    assert [one.sha256 for one in burn_together(orders)] == made
    assert len(readers) == 2


def test_what_does_not_go_together_is_made_one_after_the_other(orders, films, quick) -> None:
    other = films(frames=30)
    mixed = [
        orders[0],
        replace(orders[1], film=other),
        replace(orders[2], preset=quick(picture={"crf": 30})),
        replace(orders[0], tracks=(), style=None, out=orders[0].out.with_name("none.mp4")),
    ]
    made = burn_together(mixed)
    for one, done in zip(mixed, made, strict=True):
        store().clear()
        assert burn_order(one).sha256 == done.sha256


def test_where_one_fails_none_is_there(orders, monkeypatch) -> None:
    opened = studio.burn.pieces.maker.open_encoder
    calls: list[int] = []

    def failing(encoding):
        calls.append(1)
        if len(calls) == 2:
            raise ToolFailed("The encoder refused.")
        return opened(encoding)

    monkeypatch.setattr(studio.burn.pieces.maker, "open_encoder", failing)
    with pytest.raises(ToolFailed):
        burn_together(orders)
    assert list(Path(orders[0].out).parent.iterdir()) == []
    with pytest.raises(BadValue, match="asked for twice"):
        burn_together([orders[0], replace(orders[1], out=orders[0].out)])


def test_help_from_the_end_makes_no_difference(orders) -> None:
    made = [one.sha256 for one in burn_together(orders)]
    store().clear()
    # Two pieces: the last is one for all three.
    assert assist(orders) == 2
    helped = burn_together(orders)
    assert [one.sha256 for one in helped] == made
    assert [one.kept for one in helped] == [2, 2, 2]
    assert assist(orders) == 0


def test_help_ends_where_it_meets_who_writes(orders, monkeypatch) -> None:
    monkeypatch.setattr(studio.burn.assist, "_LOOK", 0.0)
    order = orders[0]
    whole: list[str] = []

    class Writer:
        """Writes the whole film as soon as help has begun."""

        def report(self, fraction: float, note: str = "") -> None:
            if not whole:
                whole.append("")
                whole[0] = burn_order(order).sha256

    assert assist([order], Writer()) == 0
    assert burn_order(order).sha256 == whole[0]


def test_help_that_is_stopped_leaves_whole_pieces(orders) -> None:
    class Stop:
        def report(self, fraction: float, note: str = "") -> None:
            if fraction > 0.6:
                raise Cancelled

    with pytest.raises(Cancelled):
        assist(orders, Stop())
    assert not orders[0].out.parent.exists()
    made = burn_together(orders)
    assert [one.kept for one in made] == [1, 1, 1]
