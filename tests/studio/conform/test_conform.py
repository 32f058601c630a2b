"""A new edit of a film: every kept frame is found again, none that is not there."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from studio.conform.conform import Conformed, Span, conform
from studio.conform.stills import find_stills
from studio.core.progress import Cancelled
from studio.media.film import Film
from studio.media.probe import probe
from studio.shots.analyse import Analysis, analyse
from tests.studio.conform.recut import SOUND, Look, Piece, recut, write_with_sound
from tests.studio.shots.conftest import scene, write_film

LENGTHS = (34, 25, 43, 24, 46, 30, 38, 9, 45, 28, 36, 32)
STARTS = tuple(int(one) for one in np.cumsum((0, *LENGTHS)))
# Shots 1 and 4 are cut out, 2 and 6 trimmed, 8 moved to the front, others' pictures put in.
PIECES = (
    Piece(STARTS[8], STARTS[9]),
    Piece(STARTS[0], STARTS[1]),
    Piece(STARTS[2] + 9, STARTS[3] - 6),
    Piece(STARTS[3], STARTS[4]),
    Piece(foreign=35),
    Piece(STARTS[5], STARTS[6]),
    Piece(STARTS[6] + 11, STARTS[7]),
    Piece(STARTS[7], STARTS[8]),
    Piece(STARTS[9], STARTS[12]),
    Piece(foreign=20),
)
LOOKS = {
    "the same": Look((256, 144)),
    "smaller, graded, begun late": Look(
        (192, 108), gain=0.8, lift=0.05, gamma=1.2, crf=28, lead=Fraction(2)
    ),
    "with bars": Look((256, 144), canvas=(256, 192)),
    "24 to 25": Look((256, 144), rate=Fraction(25)),
    "in 29.97": Look((256, 144), rate=Fraction(30000, 1001), repeat=True),
}


@dataclass(frozen=True)
class Edit:
    film: Film
    analysis: Analysis


def read(path: Path) -> Edit:
    film = probe(path)
    return Edit(film, analyse(film))


def aligned(old: Edit, new: Edit) -> Conformed:
    return conform(old.film, old.analysis, new.film, new.analysis)


@pytest.fixture(scope="module")
def cut(tmp_path_factory) -> Edit:
    """Twelve drawn shots, 390 frames; the pans differ in speed, none stands still."""
    frames = [scene(70 + at, count, pan=0.7 + at / 8) for at, count in enumerate(LENGTHS)]
    path = tmp_path_factory.mktemp("cut") / "cut.mp4"
    return read(write_film(path, np.concatenate(frames)))


@pytest.fixture(scope="module")
def recuts(cut, tmp_path_factory) -> Recuts:
    return Recuts(cut, tmp_path_factory.mktemp("recuts"))


class Recuts:
    """The recut of each look, made and aligned once."""

    def __init__(self, cut: Edit, folder: Path) -> None:
        self._cut, self._folder = cut, folder
        self._made: dict[str, tuple[Edit, Conformed, np.ndarray]] = {}

    def __call__(self, name: str) -> tuple[Edit, Conformed, np.ndarray]:
        if name not in self._made:
            path = self._folder / f"{len(self._made)}.mp4"
            truth = recut(self._cut.film, path, PIECES, LOOKS[name])
            new = read(path)
            self._made[name] = new, aligned(self._cut, new), truth
        return self._made[name]


def outcome(old: Edit, new: Edit, made: Conformed, truth: np.ndarray) -> tuple[float, int, int]:
    """(share of kept frames found within one frame, their number, frames found that are gone)."""
    numbers = {int(pts): at for at, pts in enumerate(new.analysis.pts)}
    where: dict[int, list[int]] = {}
    for at, number in enumerate(truth):
        where.setdefault(int(number), []).append(at)
    right = kept = wrong = 0
    for number, pts in enumerate(old.analysis.pts):
        found = made.new_frame(int(pts))
        if number in where:
            kept += 1
            right += found is not None and any(
                abs(numbers[found.pts] - at) <= 1 for at in where[number]
            )
        else:
            wrong += found is not None
    return right / kept, kept, wrong


@pytest.mark.parametrize("name", LOOKS)
def test_every_kept_frame_is_found_and_no_other(cut, recuts, name) -> None:
    new, made, truth = recuts(name)
    share, kept, wrong = outcome(cut, new, made, truth)
    assert kept > 280
    assert share >= 0.99
    # At another rate the frame at a border may be shown in part: once for each border.
    assert wrong <= (len(PIECES) if LOOKS[name].repeat else 0)
    assert min(span.confidence for span in made.spans) > 0.7
    assert made.notes == ()


def test_spans_are_exact_and_say_the_speed(recuts) -> None:
    made = recuts("24 to 25")[1]
    first, moved = made.spans[0], made.spans[-2]
    assert first == Span(
        Fraction(0), Fraction(34, 24), Fraction(45, 25), Fraction(79, 25), first.confidence
    )
    assert moved.new_start == 0
    assert {span.speed for span in made.spans} == {Fraction(24, 25)}
    ends = [(one.old_end, other.old_start) for one, other in pairwise(made.spans)]
    assert all(end <= start for end, start in ends)
    assert len(made.added) == 2
    assert 0.6 < made.kept < 0.85


def test_times_between_frames_are_found_exactly(recuts) -> None:
    made = recuts("the same")[1]
    inside = Fraction(STARTS[3], 24) + Fraction(1, 7)
    found = made.new_time(inside)
    assert found is not None
    assert found.seconds == Fraction(45 + 34 + 43 - 15, 24) + Fraction(1, 7)
    assert made.new_time(Fraction(STARTS[1] + 5, 24)) is None
    assert made.new_time(Fraction(-1)) is None
    assert made.new_time(Fraction(99)) is None
    # A cue may end with the shot that is the last before a cut-out one.
    end = made.new_time(Fraction(STARTS[1], 24))
    assert end is not None
    assert end.seconds == Fraction(45 + 34, 24)


def test_stills_are_found_by_their_pictures(cut, recuts) -> None:
    new, made, truth = recuts("smaller, graded, begun late")
    picks = (STARTS[0] + 3, STARTS[1] + 3, STARTS[8] + 40, STARTS[2] + 2, STARTS[10] + 1)
    pts = [int(cut.analysis.pts[at]) for at in picks]
    found = find_stills(made, (cut.analysis, new.analysis), pts)
    assert [one is None for one in found] == [False, True, False, True, False]
    for number, one in zip(picks, found, strict=True):
        if one is not None:
            assert truth[new.analysis.index_of(one.pts)] == number
            assert one.confidence > 0.7


def test_nothing_is_found_in_another_film(cut, tmp_path) -> None:
    other = write_film(tmp_path / "other.mp4", np.concatenate([scene(5, 60), scene(6, 50, 2)]))
    made = aligned(cut, read(other))
    assert made.spans == ()
    assert made.kept == 0
    assert made.new_frame(int(cut.analysis.pts[3])) is None
    assert len(made.added) == 1


def test_the_same_film_lies_on_itself(cut) -> None:
    made = aligned(cut, cut)
    assert [(one.old_start, one.new_start, one.confidence) for one in made.spans] == [(0, 0, 1.0)]
    assert made.kept == 1
    assert made.added == ()


def test_sound_says_which_of_two_equal_shots_was_kept(tmp_path) -> None:
    shots = [scene(31, 24), scene(32, 24), scene(31, 24), scene(33, 24)]
    rng = np.random.default_rng(2)
    steps = np.repeat(rng.uniform(0.02, 0.9, 96 * 2), SOUND // 48)
    tone = np.sin(np.arange(len(steps)) * 0.06) * steps
    samples = np.stack([tone, tone], axis=1).astype(np.float32)
    old = read(write_with_sound(tmp_path / "old.mp4", np.concatenate(shots), samples))
    for kept in (0, 48):
        path = tmp_path / f"{kept}.mp4"
        recut(old.film, path, (Piece(kept, kept + 24), Piece(72, 96)), Look((256, 144)))
        made = aligned(old, read(path))
        assert made.spans[0].old_start == Fraction(kept, 24)
        assert [one.new_end for one in made.spans][-1] == Fraction(48, 24)


def test_without_the_old_file_the_analysis_has_to_do(cut, recuts, tmp_path) -> None:
    gone = tmp_path / "gone.mp4"
    gone.write_bytes(cut.film.path.read_bytes())
    old = read(gone)
    new, _, truth = recuts("the same")
    gone.write_bytes(b"another cut, at the same place")
    made = aligned(old, new)
    assert len(made.notes) == 1
    assert outcome(old, new, made, truth)[0] >= 0.98
    pts = [int(old.analysis.pts[3])]
    assert find_stills(made, (old.analysis, new.analysis), pts) == (made.new_frame(pts[0]),)


def test_it_can_be_stopped(cut) -> None:
    class Stop:
        def report(self, fraction: float, note: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        conform(cut.film, cut.analysis, cut.film, cut.analysis, Stop())


def test_what_is_twice_in_the_old_edit_is_less_sure(tmp_path) -> None:
    shots = [scene(31, 30), scene(32, 24), scene(31, 30), scene(33, 24)]
    old = read(write_film(tmp_path / "old.mp4", np.concatenate(shots)))
    path = tmp_path / "new.mp4"
    recut(old.film, path, (Piece(30, 54), Piece(foreign=20), Piece(0, 30)), Look((256, 144)))
    once, twice = sorted(aligned(old, read(path)).spans, key=lambda one: one.new_start)
    assert once.confidence > 0.9
    assert twice.confidence < 0.7


def test_a_card_that_fills_the_frame_hides_no_bars(tmp_path) -> None:
    frames = np.concatenate([scene(40 + at, 26, pan=1.5 + at) for at in range(4)])
    frames[:, :18] = frames[:, 126:] = 0
    old = read(write_film(tmp_path / "old.mp4", frames))
    pieces = (Piece(0, 26), Piece(foreign=14), Piece(52, 104), Piece(26, 40))
    look = Look((192, 108), canvas=(192, 144), gain=0.9)
    truth = recut(old.film, tmp_path / "new.mp4", pieces, look)
    new = read(tmp_path / "new.mp4")
    share, kept, wrong = outcome(old, new, aligned(old, new), truth)
    assert (kept, wrong) == (92, 0)
    assert share >= 0.98


def test_a_real_film_recut_is_found_frame_by_frame(media, tmp_path) -> None:
    old = read(media / "media" / "film" / "sintel_26s_480p25_ass_zh.mkv")
    starts = [old.analysis.index_of(shot.start) for shot in old.analysis.detect().shots]
    starts.append(len(old.analysis.pts))
    pieces = [Piece(a, b) for a, b in pairwise(starts)]
    trimmed = Piece(pieces[2].start + 12, pieces[2].stop - 20)
    order = (pieces[1], Piece(foreign=30), trimmed, *pieces[4:8], pieces[0])
    look = Look((424, 240), gain=0.9, gamma=1.1, crf=28)
    truth = recut(old.film, tmp_path / "new.mp4", order, look)
    new = read(tmp_path / "new.mp4")
    share, kept, wrong = outcome(old, new, aligned(old, new), truth)
    assert kept > 250
    assert share >= 0.99
    assert wrong == 0
