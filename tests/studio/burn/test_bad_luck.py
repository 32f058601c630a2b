"""Full disks, films that change or vanish, failing encoders, kills: nothing half-written stays."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from studio.burn.burn import BurnOrder, burn, burn_order
from studio.burn.pieces import maker, room
from studio.burn.pieces.segments import store
from studio.core.errors import CannotRead, CannotWrite, ToolFailed
from studio.core.geometry import Size
from studio.media.probe import probe

LONG = {"frames": 500, "cuts": (90, 200)}


@pytest.fixture
def own(films, tmp_path: Path):
    """A film of 20 s that a test may spoil."""
    path = tmp_path / "own.mp4"
    shutil.copyfile(films(**LONG).path, path)
    return probe(path)


class At:
    """Does something once a burn has come so far."""

    def __init__(self, share: float, deed) -> None:
        self.share, self.deed = share, deed

    def report(self, fraction: float, note: str = "") -> None:
        if fraction >= self.share and self.deed is not None:
            deed, self.deed = self.deed, None
            deed()


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_disk_without_room_is_said_before_anything_is_made(
    films, style, tracks, quick, out, monkeypatch
) -> None:
    film = films(**LONG)
    monkeypatch.setattr(room, "free_at", lambda _: 20_000_000)
    seen: list[float] = []

    class Heard:
        def report(self, fraction: float, note: str = "") -> None:
            seen.append(fraction)

    with pytest.raises(CannotWrite, match=r"has room for 20.0 MB; the film needs about") as told:
        burn(film, tracks, style, quick(), out / "a.mp4", Heard())
    assert "another one" in told.value.hint
    assert left_in(out) == []
    assert seen == []
    prores = quick(
        picture={"codec": "prores_ks", "profile": "hq", "pixel_format": "yuv422p10le"},
        containers=("mov",),
    )
    # 20 s of 320 × 180 in ProRes 422 HQ are about 12 MB.
    monkeypatch.setattr(room, "free_at", lambda _: room.RESERVE + 4_000_000)
    with pytest.raises(CannotWrite, match="has room for"):
        burn(film, tracks, style, prores, out / "a.mov")


def test_a_disk_that_fills_up_stops_the_burn_early(
    films, style, tracks, quick, out, monkeypatch
) -> None:
    film = films(**LONG)
    free = [10**9]
    monkeypatch.setattr(room, "free_at", lambda _: free[0])
    filling = At(0.2, lambda: free.__setitem__(0, 5_000))
    with pytest.raises(CannotWrite, match=r"has room for 5\.0 kB"):
        burn(film, tracks, style, quick(), out / "a.mp4", filling)
    assert left_in(out) == []
    free[0] = 10**9
    assert burn(film, tracks, style, quick(), out / "a.mp4").frames == 500


def test_pieces_are_not_kept_where_they_would_take_the_films_room(
    films, style, tracks, quick, out, monkeypatch
) -> None:
    film = films(**LONG)
    monkeypatch.setattr(room, "free_at", lambda _: room.RESERVE + 170_000)
    burn(film, tracks, style, quick(picture={"crf": 20}), out / "a.mp4")
    # The last piece is small, and after it the film needs no more.
    assert 0 < store().size() < 60_000


@pytest.mark.parametrize("deed", ["changed", "removed"])
def test_a_film_that_changes_meanwhile_is_no_delivery(own, style, tracks, quick, out, deed) -> None:
    out.mkdir()
    (out / "a.mp4").write_bytes(b"before")

    def spoil() -> None:
        if deed == "removed":
            own.path.unlink()
        else:
            with own.path.open("ab") as file:
                file.write(b"more")

    with pytest.raises(CannotRead, match=r"has changed since|cannot be read any more") as told:
        burn(own, tracks, style, quick(), out / "a.mp4", At(0.5, spoil))
    assert told.value.hint
    assert left_in(out) == ["a.mp4"]
    assert (out / "a.mp4").read_bytes() == b"before"


def test_an_encoder_that_fails_leaves_nothing(
    films, style, tracks, quick, out, monkeypatch
) -> None:
    film = films(**LONG)
    opened = maker.open_encoder
    calls: list[int] = []

    def failing(encoding):
        calls.append(1)
        if len(calls) == 2:
            raise ToolFailed("The encoder libx264 refused.", hint="Choose another video preset.")
        return opened(encoding)

    monkeypatch.setattr(maker, "open_encoder", failing)
    with pytest.raises(ToolFailed, match="refused"):
        burn(film, tracks, style, quick(), out / "a.mp4")
    assert left_in(out) == []
    monkeypatch.setattr(maker, "open_encoder", opened)
    again = burn(film, tracks, style, quick(), out / "a.mp4")
    # What was whole is not made twice.
    assert (again.kept, again.segments) == (1, 3)


# Where a burn is killed: the name, and what is put in its place to die there.
POINTS = {
    "in a piece": "studio.burn.pieces.maker:PieceMaker._encoded",
    "before a piece is kept": "studio.burn.pieces.maker:PieceMaker._keep",
    "joining": "studio.burn.encode:_Joiner.add",
    "at the index": "studio.burn.encode:_Joiner.finish",
    "before it takes its name": "studio.burn.burn:check_result",
}
AT_THE_END = ("at the index", "before it takes its name")
KILLED = """
import importlib, json, os, pickle, signal, sys
from studio.burn.burn import burn_order
from studio.burn.pieces.segments import store
order, points = pickle.loads(bytes.fromhex(sys.argv[1]))
for place, turn in points:
    store().clear()
    child = os.fork()
    if not child:
        module, _, name = place.partition(":")
        holder = importlib.import_module(module)
        *path, last = name.split(".")
        for part in path:
            holder = getattr(holder, part)
        real, calls = getattr(holder, last), []
        def dying(*given, **named):
            calls.append(1)
            if len(calls) == turn:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **named)
        setattr(holder, last, dying)
        burn_order(order)
        os._exit(1)
    status = os.waitpid(child, 0)[1]
    left = os.listdir(order.out.parent)
    again = burn_order(order)
    order.out.unlink()
    print(json.dumps([status, left, again.sha256, again.segments - again.kept]))
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killed_anywhere_and_run_again_it_is_the_same_film(
    films, style, tracks, quick, tmp_path, out
) -> None:
    film = films(frames=280, size=Size(160, 90))
    order = BurnOrder(film, tracks, style, quick(), out / "a.mp4")
    whole = burn_order(replace(order, out=tmp_path / "whole.mp4"))
    assert whole.segments == 2
    points = [(place, 1 if point in AT_THE_END else 2) for point, place in POINTS.items()]
    told = pickle.dumps((order, points)).hex()
    done = subprocess.run(
        [sys.executable, "-c", KILLED, told], check=True, capture_output=True, timeout=120
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    for point, (status, left, sha256, made) in zip(POINTS, lines, strict=True):
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, point
        assert all(name.startswith(".a.") for name in left), point
        assert sha256 == whole.sha256, point
        assert made <= (0 if point in AT_THE_END else 1), point
    # What was left is swept when it is old; a part that is still written stays.
    left = sorted(out.iterdir())
    assert left
    for path in left[1:]:
        os.utime(path, (0, 0))
    burn_order(order)
    assert left_in(out) == sorted([left[0].name, "a.mp4"])
