"""Size limits: a quality found from probes, the same for all languages, kept to by the file."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from studio.burn import fitting
from studio.burn.burn import BurnOrder, burn_order
from studio.burn.edit.reel import film_reel
from studio.burn.fitting import WORST, coarser, fitted
from studio.burn.pieces.segments import store
from studio.core.errors import BadValue
from studio.core.progress import SILENT
from studio.media.cache import default_cache
from studio.media.film import Film
from studio.media.probe import probe
from studio.subs.cue import Cue, Track

SIZE, FRAMES = (128, 96), 60
LINES = (Track("en", (Cue(1, 200, 900, "A small lamp."),)), Track("ko", (Cue(1, 0, 2000, "등"),)))


@pytest.fixture(scope="module")
def noisy(tmp_path_factory) -> Film:
    """Moving noise, which no encoder makes small."""
    path: Path = tmp_path_factory.mktemp("noisy") / "noise.mp4"
    rng = np.random.default_rng(3)
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=25, options={"crf": "10", "preset": "fast"})
        video.width, video.height, video.pix_fmt = *SIZE, "yuv420p"
        for number in range(FRAMES):
            planes = np.full((144, 128), 128, np.uint8)
            planes[:96] = rng.integers(60, 190, (96, 128))
            frame = av.VideoFrame.from_ndarray(planes, "yuv420p")
            frame.pts = number
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
    return probe(path)


def limited(quick, megabytes: float):
    return quick(picture={"crf": 12}, sound={"copy": False}, max_megabytes=megabytes)


def test_the_file_keeps_to_its_limit_at_one_quality_for_all(noisy, style, quick, out) -> None:
    free = burn_order(BurnOrder(noisy, (), None, limited(quick, 50), out / "free.mp4"))
    size = free.path.stat().st_size
    limit = round(size * 0.6 / 1e6, 3)
    done = [
        burn_order(BurnOrder(noisy, (track,), style, limited(quick, limit), out / f"{n}.mp4"))
        for n, track in enumerate(LINES)
    ]
    for one in done:
        assert size * 0.35 < one.path.stat().st_size <= limit * 1e6
        row = next(row for row in one.sheet if row.what == "file size")
        assert row.passes
        assert row.wanted.startswith("at most ")
    store().clear()
    default_cache().clear()
    again = burn_order(BurnOrder(noisy, LINES[:1], style, limited(quick, limit), out / "c.mp4"))
    assert again.sha256 == done[0].sha256


def test_what_was_found_is_kept_and_what_fits_stays_as_it_is(noisy, quick, monkeypatch) -> None:
    preset = limited(quick, 0.2)
    found = fitted(film_reel(noisy, (), None, preset), SILENT)
    assert 12 < found.picture.crf < WORST
    assert found.picture.crf * 2 == int(found.picture.crf * 2)
    monkeypatch.setattr(fitting, "_found", lambda *_: pytest.fail("probed again"))
    assert fitted(film_reel(noisy, (), None, preset), SILENT) == found
    free = quick()
    assert fitted(film_reel(noisy, (), None, free), SILENT) is free


def test_a_limit_that_no_quality_keeps_is_refused_before_anything_is_written(
    noisy, quick, out
) -> None:
    with pytest.raises(BadValue, match="does not fit"):
        burn_order(BurnOrder(noisy, (), None, limited(quick, 0.0105), out / "a.mp4"))
    assert not out.exists()


@pytest.mark.parametrize(
    ("taken", "wanted"),
    # What takes twice the room at 20, half of it each 6 steps.
    [(2.0, 26.0), (4.0, 32.0), (0.5, 20.0), (1.05, 20.5)],
)
def test_few_probes_find_the_finest_that_fits(taken: float, wanted: float) -> None:
    asked: list[float] = []

    def size_at(crf: float, _: object) -> float:
        asked.append(crf)
        return taken * 2 ** ((20 - crf) / 6)

    assert fitting._found(20.0, 1.0, size_at, SILENT) == wanted
    assert len(asked) <= 3


def test_a_film_that_came_out_too_large_is_made_coarser() -> None:
    assert coarser(20.0, 1.01, 1.0) == 20.5
    assert coarser(20.0, 2.0, 1.0) == 26.0
    assert coarser(37.8, 9.0, 1.0) == WORST


def test_limits_that_cannot_be_kept_are_refused_in_the_preset(quick) -> None:
    with pytest.raises(BadValue, match="must encode its sound"):
        quick(max_megabytes=5.0)
    with pytest.raises(BadValue, match="cannot keep ProRes"):
        quick(picture={"codec": "prores_ks"}, containers=("mov",), max_megabytes=5.0)
    assert quick(max_megabytes=5.0, sound={"copy": False}).max_megabytes == 5.0


def test_probes_come_from_all_over_a_long_film() -> None:
    found = fitting._windows([(Fraction(0), Fraction(600))])
    assert [start for start, _ in found] == [48, 150, 246, 348, 450, 546]
    assert {stop - start for start, stop in found} == {6}
    assert fitting._windows([(Fraction(1), Fraction(30))]) == [(1, 30)]
    cuts = [(Fraction(10), Fraction(20)), (Fraction(100), Fraction(150))]
    starts = [start for start, _ in fitting._windows(cuts)]
    assert starts == [12, 102, 114, 120, 132, 144]
