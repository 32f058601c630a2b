"""A pass that is watched, stopped, killed, or that meets what somebody else left in the cache."""

from __future__ import annotations

import shutil
from pathlib import Path
from unittest import mock

import numpy as np
import pytest

from studio.core.children import in_child
from studio.core.errors import ToolFailed
from studio.core.progress import Cancelled
from studio.media.cache import default_cache
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.media.sound import PER_SECOND, peaks
from studio.media.thumbs import STRIP_WIDTH, thumbnail, thumbnails
from studio.shots import watching
from studio.shots.analyse import analyse
from studio.shots.so_far import so_far
from tests.drawn import draw_film
from tests.studio.shots.passes import FRAMES, LOOK, StopAt, entries, in_small_parts, killed_at, same


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """(path of a film with cuts and sound, its undisturbed analysis, that pass's cache)."""
    folder = tmp_path_factory.mktemp("drawn")
    path = draw_film(folder / "a.mp4", frames=FRAMES, cuts=(40, 47, 120), gop=25, sound="aac")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOBBYCARD_CACHE", str(folder / "cache"))
        found = in_small_parts(probe(path))
        peaks(probe(path))
    return path, found, entries(folder / "cache")


class _Watches:
    """Reads what there is at each report."""

    def __init__(self, film) -> None:
        self._film = film
        self.seen = []

    def report(self, fraction: float, note: str = "") -> None:
        found = so_far(self._film, self.seen[-1] if self.seen else None)
        if found is not None:
            self.seen.append(found)


def test_what_the_pass_finds_can_be_seen_while_it_runs(drawn):
    path, found, _ = drawn
    film = probe(path)
    watches = _Watches(film)
    assert so_far(film) is None
    with mock.patch("studio.shots.onepass._BATCH", 2):
        in_small_parts(film, watches)
    sizes = [len(one.pts) for one in watches.seen]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) >= 3
    assert sizes[0] == 0
    assert len(watches.seen[0].thumbs) == 1
    for one in watches.seen:
        assert np.array_equal(one.pts, found.pts[: len(one.pts)])
        assert len(one.curve) == len(one.pts)
        assert 0 <= one.settled <= max(0, len(one.pts) - 12)
        assert np.isin(one.thumbs, found.thumbs).all()
        assert np.abs(one.curve[: one.settled] - found.curve[: one.settled]).max(initial=0) < 0.05
    last = watches.seen[-1]
    assert 0.5 < last.share <= 1
    cuts = [shot.start for shot in last.detect(found.stop).shots]
    assert cuts == [s.start for s in found.detect().shots if s.start <= last.pts[-1]]
    assert so_far(film, last) is last
    assert so_far(film).thumbs.tolist() == [film.video.first_pts]
    assert len(so_far(film).pts) == 0


def test_the_strips_pictures_are_those_that_would_be_made_of_the_frames(drawn, monkeypatch):
    path, found, _ = drawn
    film = probe(path)
    in_small_parts(film)
    with FrameReader(film) as reader:
        wanted = tuple(thumbnail(reader.at_pts(int(at)), STRIP_WIDTH) for at in found.thumbs)
    monkeypatch.setattr("studio.media.thumbs.FrameReader", None)
    assert thumbnails(film, found.thumbs.tolist(), STRIP_WIDTH) == wanted
    assert FRAMES // 25 <= len(found.thumbs) <= FRAMES // 12


def test_frames_that_are_measured_are_still_and_none_is_far_from_one(drawn):
    found = drawn[1]
    measured = np.flatnonzero(found.measured)
    assert np.diff(measured).max() <= 12
    assert len(measured) == -(-len(found.pts) // 6)
    # A frame beside a cut is never the stillest of its window.
    assert not {39, 40, 46, 47, 119, 120} & set(measured.tolist())
    other = np.flatnonzero(~found.measured)[0]
    near = measured[np.argmin(np.abs(measured - other))]
    assert np.array_equal(found.free[other], found.free[near])


@pytest.mark.parametrize("at", [0.2, 0.9])
def test_a_stopped_pass_goes_on_where_it_was(drawn, at):
    path, found, kept = drawn
    film = probe(path)
    with pytest.raises(Cancelled), mock.patch("studio.shots.onepass._BATCH", 2):
        in_small_parts(film, StopAt(at))
    done = len(so_far(film).pts)
    assert done > 0
    with mock.patch(LOOK, side_effect=watching.look) as looks:
        again = in_small_parts(film)
    assert looks.call_count == FRAMES - done + 1
    assert same(again, found)
    peaks(film)
    assert entries(default_cache().folder) == kept


@pytest.mark.parametrize(
    ("point", "count"),
    [
        ("before an entry is written", 1),
        ("after an entry is written", 5),
        ("before a part is kept", 1),
        ("after a part is kept", 3),
        ("before the parts are let go", 1),
        ("while the parts are let go", 3),
    ],
)
def test_a_killed_pass_ends_in_the_same(drawn, point, count):
    path, found, kept = drawn
    film = probe(path)
    with pytest.raises(ToolFailed):
        in_child(killed_at, film, point, count)
    assert same(in_small_parts(film), found)
    peaks(film)
    assert entries(default_cache().folder) == kept


def test_parts_of_any_size_end_in_the_same(drawn):
    path, found, _ = drawn
    assert same(analyse(probe(path)), found)


def test_sound_comes_by_in_the_same_pass(drawn, monkeypatch):
    film = probe(drawn[0])
    in_small_parts(film)
    monkeypatch.setattr("studio.media.sound.open_media", None)
    made = peaks(film)
    assert made.shape == (FRAMES // 25 * PER_SECOND, 2)
    assert (made[::PER_SECOND, 1] > 0.1).all()


@pytest.mark.parametrize("harm", ["damaged", "foreign", "of another film", "older"])
def test_a_part_that_is_not_ours_is_made_anew(drawn, tmp_path, monkeypatch, harm):
    path, found, _ = drawn
    film = probe(path)
    if harm == "of another film":
        # Same places as if it were this film's: only the pictures tell.
        other = probe(draw_film(tmp_path / "b.mp4", frames=FRAMES, cuts=(30,), gop=25))
        with monkeypatch.context() as patch:
            patch.setattr("studio.shots.parts.key_of", lambda *parts: _key_without_film(parts))
            with pytest.raises(Cancelled):
                in_small_parts(other, StopAt(0.8))
            assert same(in_small_parts(film), found)
        return
    with pytest.raises(Cancelled):
        in_small_parts(film, StopAt(0.8))
    cache = default_cache()
    for file in [one for one in cache.folder.rglob("*") if one.is_file()]:
        if harm == "damaged":
            file.write_bytes(file.read_bytes()[:-3])
        elif harm == "foreign":
            cache.put(file.parent.name + file.name, b"LCSHOTS1 but something else altogether")
    if harm == "older":
        monkeypatch.setattr("studio.shots.analyse.VERSION", 0)
    assert same(in_small_parts(film), found)


def _key_without_film(parts):
    return "".join(f"{hash(str(one)) & 0xFFFFFFFFFFFFFFF:016x}" for one in (*parts[:3], parts[-1]))


def test_two_passes_at_once_do_not_hurt_each_other(drawn):
    path, found, kept = drawn
    film = probe(path)

    class Meets:
        """Runs the other pass to its end in the midst of this one."""

        def __init__(self):
            self.other = None

        def report(self, fraction, note=""):
            if fraction > 0.4 and self.other is None:
                self.other = in_child(in_small_parts, film)

    meets = Meets()
    with mock.patch("studio.shots.onepass._BATCH", 2):
        mine = in_small_parts(film, meets)
    assert same(mine, found)
    assert same(meets.other, found)
    assert entries(default_cache().folder) == kept


def test_a_film_whose_file_goes_away_keeps_what_was_found(drawn, tmp_path):
    path: Path = drawn[0]
    copy = Path(shutil.copy(path, tmp_path / "copy.mp4"))
    film = probe(copy)
    with pytest.raises(Cancelled):
        in_small_parts(film, StopAt(0.8))
    assert len(so_far(film).pts) > 0
