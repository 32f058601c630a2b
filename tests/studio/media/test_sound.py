from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from studio.core.errors import BadValue
from studio.core.progress import Cancelled
from studio.media.probe import probe
from studio.media.sound import SoundReader, pcm, peaks
from studio.media.sound_line import Mixer
from tests.drawn import draw_film


class Stops:
    def report(self, fraction: float, note: str = "") -> None:
        raise Cancelled


def starts(wave: np.ndarray, rate: int) -> list[float]:
    """Seconds at which clicks begin."""
    loud = np.flatnonzero(np.abs(wave) > 0.1)
    first = loud[np.diff(loud, prepend=-rate) > rate // 4]
    return [round(float(at) / rate, 3) for at in first]


@pytest.mark.parametrize(
    ("name", "codec"), [("a.mp4", "aac"), ("a.mov", "pcm_s16le"), ("a.mkv", "flac")]
)
@pytest.mark.parametrize("rate", [48000, 44100, 22050])
def test_clicks_are_heard_when_they_are_drawn(
    tmp_path: Path, name: str, codec: str, rate: int
) -> None:
    film = probe(draw_film(tmp_path / name, frames=75, sound=codec))
    wave = pcm(film, Fraction(0), Fraction(3), rate)
    assert wave.shape == (3 * rate, 2)
    assert wave.dtype == np.float32
    assert starts(wave[:, 0], rate) == [0.0, 1.0, 2.0]
    assert 0.4 < np.abs(wave).max() < 0.6


def test_sound_counts_from_the_first_frame(tmp_path: Path) -> None:
    path = draw_film(
        tmp_path / "a.mkv",
        frames=50,
        pts=tuple(range(600, 2600, 40)),
        time_base=Fraction(1, 1000),
    )
    film = probe(path)
    assert film.video.first_pts == 600
    assert starts(pcm(film, Fraction(0), Fraction(1))[:, 0], 48000) == [0.4]
    assert np.flatnonzero(peaks(film, 50)[:, 1] > 0.1).tolist() == [20]


def test_spans_join_without_a_seam(media: Path) -> None:
    for name in ("tears_of_steel_battle_800x332_vp8.webm", "sintel_trailer_720p24.mp4"):
        film = probe(media / "media" / "film" / name)
        whole = pcm(film, Fraction(0), Fraction(8), 44100)
        with SoundReader(film, 44100) as reader:
            parts = [reader.read(Fraction(n, 7), Fraction(n + 1, 7)) for n in range(56)]
            again = reader.read(Fraction(1), Fraction(2))
        assert np.array_equal(np.concatenate(parts), whole)
        assert np.array_equal(again, whole[44100 : 2 * 44100])


def test_a_jump_lands_on_the_sample(media: Path) -> None:
    film = probe(media / "media" / "film" / "sintel_trailer_720p24.mp4")
    whole = pcm(film, Fraction(0), Fraction(20))
    assert np.array_equal(pcm(film, Fraction(17), Fraction(18)), whole[17 * 48000 : 18 * 48000])


def test_where_there_is_no_sound_there_is_silence(tmp_path: Path) -> None:
    mute = probe(draw_film(tmp_path / "a.mp4", frames=25, sound=""))
    assert not pcm(mute, Fraction(0), Fraction(1)).any()
    assert peaks(mute).shape == (0, 2)
    film = probe(draw_film(tmp_path / "b.mp4", frames=25))
    wave = pcm(film, Fraction(-1), Fraction(3))
    assert wave.shape == (4 * 48000, 2)
    assert starts(wave[:, 0], 48000) == [1.0]
    assert not wave[int(2.1 * 48000) :].any()


def test_peaks_show_the_clicks_and_come_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=75))
    first = peaks(film, 100)
    assert first.shape == (300, 2)
    assert first.dtype == np.float32
    assert (first[:, 0] <= 0).all()
    assert (first[:, 1] >= 0).all()
    loud = np.flatnonzero(first[:, 1] > 0.1)
    assert (
        {0, 1, 100, 101, 200, 201}
        <= set(loud.tolist())
        <= {0, 1, 2, 99, *range(100, 103), 199, *range(200, 203)}
    )
    monkeypatch.setattr("studio.media.sound.PeakMaker.take", lambda *_: pytest.fail("made again"))
    assert np.array_equal(peaks(film, 100), first)


def test_reading_peaks_can_be_stopped_and_keeps_nothing(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=75))
    with pytest.raises(Cancelled):
        peaks(film, progress=Stops())
    assert peaks(film).any()


def test_a_second_track_can_be_heard(media: Path) -> None:
    film = probe(media / "media" / "film" / "nasa_13013_2video_2audio_2subs.mp4")
    one, two = (pcm(film, Fraction(0), Fraction(2), track=n) for n in (0, 1))
    assert not np.array_equal(one, two)
    with pytest.raises(BadValue, match="no sound track 2"):
        pcm(film, Fraction(0), Fraction(1), track=2)


def test_spans_out_of_bounds_are_refused(tmp_path: Path) -> None:
    film = probe(draw_film(tmp_path / "a.mp4", frames=5))
    with pytest.raises(BadValue):
        pcm(film, Fraction(2), Fraction(1))
    with pytest.raises(BadValue):
        pcm(film, Fraction(0), Fraction(100_000))
    with pytest.raises(BadValue):
        pcm(film, Fraction(0), Fraction(1), 0)


def test_sound_that_changes_its_form_on_the_way_is_read_on() -> None:
    mixer = Mixer(48000, "stereo")
    blocks: list[np.ndarray] = []
    for layout, channels, rate in (("stereo", 2, 48000), ("5.1", 6, 48000), ("mono", 1, 24000)):
        wave = np.full((channels, rate // 10), 0.25, np.float32)
        frame = av.AudioFrame.from_ndarray(wave, format="fltp", layout=layout)
        frame.sample_rate = rate
        blocks += mixer.mix(frame)
    blocks += mixer.mix(None)
    joined = np.concatenate(blocks)
    assert joined.shape[1] == 2
    assert abs(len(joined) - 3 * 4800) < 50
