"""The pass over a film: cached, the same each time, stopped without traces, upright."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from studio.core.children import in_child
from studio.core.geometry import Size
from studio.core.progress import Cancelled
from studio.media.cache import default_cache
from studio.media.probe import probe
from studio.shots.analyse import analyse
from studio.shots.packing import pack, unpack
from tests.drawn import draw_film


def _same(first, second) -> bool:
    def equal(a, b) -> bool:
        if isinstance(a, dict):
            return a.keys() == b.keys() and all(np.array_equal(a[k], b[k]) for k in a)
        return np.array_equal(a, b) if isinstance(a, np.ndarray) else a == b

    return all(equal(getattr(first, f.name), getattr(second, f.name)) for f in fields(first))


class _StopAt:
    def __init__(self, fraction: float) -> None:
        self._at = fraction

    def report(self, fraction: float, note: str = "") -> None:
        if fraction >= self._at:
            raise Cancelled


def test_the_second_time_comes_from_the_cache_and_is_equal(tmp_path, monkeypatch):
    film = probe(draw_film(tmp_path / "a.mp4", cuts=(20,)))
    first = analyse(film)
    monkeypatch.setattr("studio.shots.analyse._watched", None)
    assert _same(first, analyse(film))


def test_each_pass_gives_the_same(tmp_path, monkeypatch):
    film = probe(draw_film(tmp_path / "a.mp4", cuts=(20,)))
    first = analyse(film)
    monkeypatch.setenv("LOBBYCARD_CACHE", str(tmp_path / "other"))
    assert _same(first, in_child(analyse, film))


@pytest.mark.parametrize("at", [0.0, 0.3, 0.9])
def test_a_stopped_pass_keeps_nothing(tmp_path, at):
    film = probe(draw_film(tmp_path / "a.mp4", frames=200))
    before = sorted(default_cache().folder.rglob("*"))
    with pytest.raises(Cancelled):
        analyse(film, _StopAt(at))
    assert sorted(default_cache().folder.rglob("*")) == before


def test_what_is_seen_is_upright(tmp_path):
    plain = analyse(probe(draw_film(tmp_path / "a.mp4", size=Size(320, 180))))
    turned = analyse(probe(draw_film(tmp_path / "b.mp4", size=Size(320, 180), rotation=90)))
    assert plain.free.shape[1:] == (9, 16)
    assert turned.free.shape[1:] == (16, 9)
    expected = np.rot90(plain.free[10], -1).astype(int)
    assert np.abs(turned.free[10].astype(int) - expected).mean() < 24


@pytest.mark.parametrize("layout", ["yuv444p", "yuv420p10le", "rgb24"])
def test_every_layout_of_samples_is_seen_alike(tmp_path, layout):
    codec = {"rgb24": "qtrle", "yuv420p10le": "libx265"}.get(layout, "libx264")
    usual = analyse(probe(draw_film(tmp_path / "a.mp4", cuts=(25,))))
    other = analyse(
        probe(draw_film(tmp_path / "b.mov", cuts=(25,), pixel_format=layout, codec=codec, sound=""))
    )
    assert len(other.detect().shots) == len(usual.detect().shots) == 2
    assert np.abs(other.measures["contrast"] - usual.measures["contrast"]).max() < 0.06


def test_packing_gives_back_what_went_in():
    arrays = {
        "a": np.arange(6, dtype=np.int64).reshape(2, 3),
        "none": np.zeros((0, 4), np.float32),
        "u": np.array([2**63], np.uint64),
    }
    facts, back = unpack(pack({"x": "夜"}, arrays))
    assert facts == {"x": "夜"}
    assert {k: (v.dtype, v.tolist()) for k, v in back.items()} == {
        k: (v.dtype, v.tolist()) for k, v in arrays.items()
    }


@pytest.mark.parametrize("data", [b"", b"LCSHOTS1", b"other bytes of some length"])
def test_other_bytes_are_not_unpacked(data):
    with pytest.raises(ValueError, match=r"packed|JSON|line 1|Expecting"):
        unpack(data)
