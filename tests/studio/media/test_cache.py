from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest

from studio.core.errors import CannotRead
from studio.media.cache import Cache, key_of
from studio.media.probe import probe
from studio.media.thumbs import thumbnails
from tests.drawn import draw_film


def keys(count: int) -> list[str]:
    return [key_of("test", n) for n in range(count)]


def test_what_is_put_is_got(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", 10_000)
    key = key_of("a", 1)
    assert cache.get(key) is None
    assert cache.put(key, b"one")
    assert cache.get(key) == b"one"
    assert cache.put(key, b"")
    assert cache.get(key) == b""


def test_keys_tell_their_parts_apart() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("ab", "c", "")}) == 4
    assert key_of("a", 1) == key_of("a", 1)


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_only_keys_are_keys(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="not a cache key"):
        Cache(tmp_path, 100).path(key)


@pytest.mark.parametrize("damage", [b"", b"LCC1", b"garbage" * 10])
def test_damaged_entries_count_as_absent(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path, 10_000)
    key = key_of("a")
    cache.put(key, b"whole")
    cache.path(key).write_bytes(damage)
    assert cache.get(key) is None
    assert not cache.path(key).exists()
    cache.put(key, b"whole")
    data = bytearray(cache.path(key).read_bytes())
    data[-1] ^= 1
    cache.path(key).write_bytes(data)
    assert cache.get(key) is None


def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, 10_000)
    names = keys(9)
    for age, key in enumerate(names):
        cache.put(key, bytes(1000))
        os.utime(cache.path(key), (1000 + age, 1000 + age))
    assert cache.get(names[0]) is not None
    for key in keys(12)[9:]:
        cache.put(key, bytes(1000))
    assert cache.size() <= 10_000
    assert cache.get(names[0]) is not None
    assert cache.get(names[1]) is None
    assert cache.get(keys(12)[11]) is not None


def test_leftovers_of_killed_writers_go_too(tmp_path: Path) -> None:
    cache = Cache(tmp_path, 10_000)
    left = tmp_path / "ab" / ".x.part"
    left.parent.mkdir()
    left.write_bytes(bytes(50_000))
    os.utime(left, (1000, 1000))
    cache.put(key_of("a"), b"new")
    assert not left.exists()
    assert cache.get(key_of("a")) == b"new"


def test_a_full_or_forbidden_disk_only_means_no_cache(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    cache = Cache(blocked, 10_000)
    assert not cache.put(key_of("a"), b"x")
    assert cache.get(key_of("a")) is None
    assert not Cache(tmp_path / "small", 10).put(key_of("a"), bytes(11))


def work(folder: str, seed: int) -> int:
    cache = Cache(Path(folder), 200_000)
    wrong = 0
    for turn in range(300):
        number = (turn * 7 + seed) % 40
        key = key_of("shared", number)
        got = cache.get(key)
        if got is not None and got != bytes([number]) * 4000:
            wrong += 1
        cache.put(key, bytes([number]) * 4000)
    return wrong


def test_several_processes_share_a_cache(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.starmap(work, [(str(tmp_path), seed) for seed in range(3)]) == [0, 0, 0]
    assert Cache(tmp_path).size() <= 200_000 * 1.1


def test_thumbnails_are_upright_small_and_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=20, sound="", rotation=90))
    step = int(1 / film.video.rate.value / film.video.time_base)
    asked = [10 * step, 0, 10 * step, 3 * step]
    made = thumbnails(film, asked, 90)
    assert made[0] == made[2] != made[1]
    assert all(data.startswith(b"\xff\xd8") for data in made)
    monkeypatch.setattr("studio.media.thumbs.FrameReader", lambda _: pytest.fail("read again"))
    assert thumbnails(film, asked, 90) == made


def test_a_thumbnail_of_no_frame_is_refused(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=3, sound=""))
    with pytest.raises(CannotRead):
        thumbnails(film, [1], 90)
