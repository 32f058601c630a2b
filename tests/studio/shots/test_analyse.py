"""The pass over a film: cached, the same each time, upright."""

from __future__ import annotations

import numpy as np
import pytest

from studio.core.children import in_child
from studio.core.geometry import Size
from studio.media.probe import probe
from studio.shots.analyse import analyse
from studio.shots.packing import pack, unpack
from tests.drawn import draw_film
from tests.studio.shots.passes import same


def test_the_second_time_comes_from_the_cache_and_is_equal(tmp_path, monkeypatch):
    film = probe(draw_film(tmp_path / "a.mp4", cuts=(20,)))
    first = analyse(film)
    monkeypatch.setattr("studio.shots.analyse.look_through", None)
    assert same(first, analyse(film))


def test_each_pass_gives_thesame(tmp_path, monkeypatch):
    film = probe(draw_film(tmp_path / "a.mp4", cuts=(20,)))
    first = analyse(film)
    monkeypatch.setenv("LOBBYCARD_CACHE", str(tmp_path / "other"))
    assert same(first, in_child(analyse, film))


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
