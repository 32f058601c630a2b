"""Sound at the market's loudness: measured again by libavfilter, in its place, honestly limited."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.filter import Graph

from studio.burn.asked.preset import SoundSettings
from studio.burn.asked.wanted import LoudnessSettings
from studio.burn.burn import BurnOrder, burn_order
from studio.burn.pieces.segments import store
from studio.burn.sheet import loudness_rows
from studio.burn.sound.levelling import Level, Levelled, Levelling, first_level, next_level
from studio.burn.sound.loudness import Loudness, Meter, loudness_in
from studio.core.errors import BadValue
from studio.core.progress import SILENT
from studio.media.cache import default_cache
from studio.media.film import Film
from studio.media.probe import probe
from studio.media.sound import pcm

RATE = 48_000


def speech(seconds: float, level: float = 0.05, peak: float = 0.0) -> np.ndarray:
    """Something like a mix: a noise below 4 kHz that swells, and short peaks each second."""
    count = round(seconds * RATE)
    noise = np.random.default_rng(7).normal(0, level, (count + 64, 2))
    soft = np.stack([np.convolve(noise[:, n], np.ones(12) / 4, "valid")[:count] for n in (0, 1)], 1)
    made = soft * (0.6 + 0.4 * np.sin(np.arange(count) / RATE * 5))[:, None]
    tick = np.sin(np.arange(240) / 240 * np.pi * 7)[:, None]
    for start in range(6000, count - 400, RATE):
        made[start : start + 240] += peak * tick
    return made.astype(np.float32)


def film_of(path: Path, samples: np.ndarray) -> Film:
    """A grey film with this sound, in PCM."""
    frames = len(samples) * 25 // RATE
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=25, options={"preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = 64, 64, "yuv420p"
        sound = container.add_stream("pcm_s24le", rate=RATE)
        sound.layout = "stereo"
        for number in range(frames):
            picture = av.VideoFrame.from_ndarray(np.full((96, 64), 128, np.uint8), "yuv420p")
            picture.pts = number
            container.mux(video.encode(picture))
        container.mux(video.encode(None))
        whole = np.clip(np.rint(samples * 2**31), -(2**31), 2**31 - 1).astype(np.int32)
        frame = av.AudioFrame.from_ndarray(whole.reshape(1, -1), format="s32", layout="stereo")
        frame.sample_rate, frame.pts = RATE, 0
        container.mux(sound.encode(frame))
        container.mux(sound.encode(None))
    return probe(path)


def judged(path: Path) -> tuple[float, float]:
    """(LUFS, dBTP) of a file by a fresh chain of libavfilter, fed with the decoder's own frames."""
    graph = Graph()
    told: dict[str, str] = {}
    with av.open(str(path)) as container:
        source = graph.add_abuffer(template=container.streams.audio[0])
        graph.link_nodes(
            source, graph.add("ebur128", "metadata=1:peak=true"), graph.add("abuffersink")
        ).configure()
        for frame in (*container.decode(audio=0), None):
            graph.push(frame)
            while True:
                try:
                    told = graph.pull().metadata or told
                except (BlockingIOError, EOFError):
                    break
    peak = float(told["lavfi.r128.true_peak"])
    return float(told["lavfi.r128.I"]), 20 * np.log10(peak)


class Held:
    """Samples in memory."""

    layout, channels, told = "stereo", 2, None

    def __init__(self, data: np.ndarray) -> None:
        self.data = data

    def block(self, first: int, last: int) -> np.ndarray:
        made = np.zeros((last - first, 2), np.float32)
        part = self.data[first:last]
        made[: len(part)] = part
        return made

    def close(self) -> None:
        """Nothing is open."""


def test_a_sine_is_as_loud_as_the_standard_says() -> None:
    # EBU Tech 3341, case 1: 1 kHz in both channels at -23 dBFS is -23 LUFS.
    times = np.arange(20 * RATE) / RATE
    sine = np.repeat(np.sin(2 * np.pi * 1000 * times)[:, None], 2, 1) * 10 ** (-23 / 20)
    meter = Meter("stereo", RATE)
    for start in range(0, len(sine), 7000):
        meter.take(sine[start : start + 7000].astype(np.float32))
    found = meter.finished()
    assert found.integrated == pytest.approx(-23, abs=0.1)
    assert found.peak == pytest.approx(-23, abs=0.1)
    assert found.range < 0.1
    assert found.short_term == pytest.approx(-23, abs=0.1)


def test_the_loudest_three_seconds_are_found_wherever_they_are() -> None:
    # As EBU Tech 3341 tests short-term loudness: 3 s of another level between quieter sound.
    times = np.arange(15 * RATE) / RATE
    level = np.where((times >= 7) & (times < 10), 10 ** (-18 / 20), 10 ** (-30 / 20))
    sine = np.repeat((np.sin(2 * np.pi * 1000 * times) * level)[:, None], 2, 1)
    meter = Meter("stereo", RATE)
    for start in range(0, len(sine), 5000):
        meter.take(sine[start : start + 5000].astype(np.float32))
    assert meter.finished().short_term == pytest.approx(-18, abs=0.1)


@pytest.mark.parametrize(
    ("codec", "integrated", "peak"),
    [
        ("pcm_s24le", -23.0, 0.0),
        ("aac", -23.0, 0.3),
        ("aac", -14.0, 0.0),
        ("pcm_s16le", -14.0, 0.4),
    ],
)
def test_the_written_file_is_at_the_figure(quick, tmp_path, out, codec, integrated, peak) -> None:
    wanted = LoudnessSettings(integrated, peak=-1.0, limiting=6.0)
    film = film_of(tmp_path / "mix.mov", speech(4, 0.08, peak))
    preset = quick(sound={"codec": codec, "bit_rate": 320_000}, loudness=wanted)
    done = burn_order(BurnOrder(film, (), None, preset, out / "a.mov"))
    loud, high = judged(done.path)
    assert loud == pytest.approx(integrated, abs=0.1)
    assert high <= -1.0 + 0.05
    (told,) = loudness_in(done.path)
    assert told.integrated == pytest.approx(loud, abs=0.1)
    assert told.peak == pytest.approx(high, abs=0.1)
    rows = {row.what: row for row in done.sheet}
    assert rows["sound: loudness"].found == f"{told.integrated:.1f} LUFS"
    assert rows["sound: loudness"].wanted == f"{integrated:.1f} ± 0.5 LUFS"
    assert rows["sound: true peak"].found == f"{told.peak:.1f} dBTP"
    assert all(row.passes for row in done.sheet)
    assert probe(done.path).duration == film.duration


def test_what_would_need_too_much_limiting_stays_quieter_and_says_so(quick, tmp_path, out) -> None:
    film = film_of(tmp_path / "mix.mov", speech(4, 0.01, 0.7))
    wanted = LoudnessSettings(-14.0, peak=-1.0, limiting=0.0)
    preset = quick(sound={"codec": "pcm_s24le"}, loudness=wanted)
    done = burn_order(BurnOrder(film, (), None, preset, out / "a.mov"))
    loud, high = judged(done.path)
    assert high == pytest.approx(-1.0, abs=0.1)
    assert loud < -16
    told = [one for one in done.findings if one.kind == "loudness"]
    assert [one.severity for one in told] == ["warning"]
    assert f"stays {-14 - loud:.1f} LU below -14 LUFS" in told[0].message
    assert [row.what for row in done.sheet if not row.passes] == ["sound: loudness"]
    # One gain and nothing else: what went in comes out, sample for sample.
    before, after = (pcm(one, Fraction(0), film.duration) for one in (film, probe(done.path)))
    gain = (
        after[6000:6200, 0] @ before[6000:6200, 0] / (before[6000:6200, 0] @ before[6000:6200, 0])
    )
    assert np.abs(after - before * gain).max() < 1e-5


def test_a_limiter_moves_nothing_in_time_and_leaves_what_is_quiet() -> None:
    data = speech(3, 0.02, 0.0)
    clicks = [5000, 52_001, 99_777, 140_003]
    for at in clicks:
        data[at : at + 40] += 0.8 * np.hanning(40)[:, None].astype(np.float32)
    held = Held(data)
    made = Levelled(held, Level(6.0, -3.0, Loudness(-30, 1, 0)), len(data))
    out = np.concatenate(
        [made.block(n, min(len(data), n + 5000)) for n in range(0, len(data), 5000)]
    )
    assert len(out) == len(data)
    assert np.abs(out).max() <= 10 ** (-3 / 20) * 1.01
    quiet = np.ones(len(data), bool)
    for at in clicks:
        # Where it stood before, by the middle of its rise and fall.
        part = out[at - 200 : at + 240, 0]
        shift = np.argmax(np.correlate(part, np.hanning(40), "valid")) - 200
        assert abs(int(shift)) <= 1
        quiet[at - 500 : at + 14_400] = False
    raised = data * 10 ** (6 / 20)
    assert np.sqrt(np.mean((out - raised)[quiet] ** 2)) < 0.05 * np.sqrt(
        np.mean(raised[quiet] ** 2)
    )
    # Asked for again from the beginning, and not in order: the same.
    assert np.array_equal(made.block(0, 5000), out[:5000])
    assert np.array_equal(made.block(10_000, 12_000), out[10_000:12_000])


def test_trims_keep_every_click_in_its_place(films, quick, out) -> None:
    film = films(frames=100, rate=Fraction(24000, 1001))
    start, stop = Fraction(12 * 1001, 24000), Fraction(84 * 1001, 24000)
    wanted = LoudnessSettings(-14.0, limiting=3.0)
    plain, levelled = (
        burn_order(BurnOrder(film, (), None, quick(loudness=one), out / f"{n}.mp4", start, stop))
        for n, one in enumerate((None, wanted))
    )
    one, other = (
        pcm(probe(done.path), Fraction(0), done.seconds)[:, 0] for done in (plain, levelled)
    )
    assert len(one) == len(other)
    shift = np.argmax(np.correlate(other, one[100:-100], "valid")) - 100
    assert abs(int(shift)) <= 1


def test_a_commercial_with_a_shout_is_told_of(quick, tmp_path, out) -> None:
    calm, shout = speech(15, 0.02), speech(3, 0.06)
    film = film_of(tmp_path / "shout.mov", np.concatenate([calm, shout, calm]))
    wanted = LoudnessSettings(-23.0, short_term=-18.0)
    done = burn_order(BurnOrder(film, (), None, quick(loudness=wanted), out / "a.mp4"))
    row = next(row for row in done.sheet if row.what == "sound: loudest 3 s")
    assert row.wanted == "at most -18.0 LUFS"
    assert not row.passes
    told = next(one for one in done.findings if "loudest 3 s" in str(one))
    assert told.severity == "warning"
    freer = replace(wanted, short_term=-10.0)
    done = burn_order(BurnOrder(film, (), None, quick(loudness=freer), out / "b.mp4"))
    assert all(row.passes for row in done.sheet)
    assert not [one for one in done.findings if "loudest 3 s" in str(one)]


def test_longer_films_have_no_limit_for_three_seconds(quick) -> None:
    heard = (Loudness(-23.0, 5.0, -3.0, short_term=-15.0),)
    preset = quick(loudness=LoudnessSettings(-23.0, short_term=-18.0))
    short, long = (loudness_rows(heard, preset, Fraction(each)) for each in (150, 151))
    assert [row.what for row in short if not row.passes] == ["sound: loudest 3 s"]
    assert all(row.passes for row in long)
    assert [row.wanted for row in long if "loudest" in row.what] == [""]


def test_silence_stays_silent_and_is_said(quick, tmp_path, out) -> None:
    film = film_of(tmp_path / "still.mov", np.zeros((2 * RATE, 2), np.float32))
    done = burn_order(
        BurnOrder(film, (), None, quick(loudness=LoudnessSettings(-23.0)), out / "a.mp4")
    )
    assert "The sound is silent; its loudness was left as it is." in map(str, done.findings)
    assert not np.abs(pcm(probe(done.path), Fraction(0), done.seconds)).max() > 1e-4


def test_the_same_bytes_with_and_without_what_was_kept(quick, tmp_path, out, monkeypatch) -> None:
    film = film_of(tmp_path / "mix.mov", speech(2, 0.05, 0.5))
    preset = quick(loudness=LoudnessSettings(-14.0, limiting=3.0))
    first = burn_order(BurnOrder(film, (), None, preset, out / "a.mp4"))
    with monkeypatch.context() as patched:
        # What was found is kept: nothing is measured twice.
        patched.setattr(Levelling, "_found", lambda *_: pytest.fail("measured again"))
        kept = burn_order(BurnOrder(film, (), None, preset, out / "b.mp4"))
    store().clear()
    default_cache().clear()
    fresh = burn_order(BurnOrder(film, (), None, preset, out / "c.mp4"))
    assert first.sha256 == kept.sha256 == fresh.sha256
    quieter = replace(preset, loudness=LoudnessSettings(-23.0))
    assert burn_order(BurnOrder(film, (), None, quieter, out / "d.mp4")).sha256 != first.sha256


def test_gains_are_what_an_engineer_would_set() -> None:
    quiet, dynamic = Loudness(-30.0, 5.0, -20.0), Loudness(-30.0, 15.0, -8.0)
    assert first_level(quiet, LoudnessSettings(-23.0)) == Level(7.0, None, quiet)
    # 16 dB more would be 9 dB over the limit: 3 of them are limited, 6 stay missing.
    held = first_level(dynamic, LoudnessSettings(-14.0, peak=-1.0, limiting=3.0))
    assert held == Level(10.0, -1.0, dynamic, 6.0)
    wanted = LoudnessSettings(-14.0, peak=-1.0, limiting=6.0)
    level = Level(10.0, -1.0, Loudness(-24.0, 5.0, -6.0))
    assert next_level(level, Loudness(-14.02, 5.0, -1.1), wanted) == level
    better = next_level(level, Loudness(-14.3, 5.0, -0.7), wanted)
    assert (better.gain, better.ceiling) == (10.3, -1.4)


@pytest.mark.parametrize(
    "wrong",
    [
        {"integrated": 0.0},
        {"peak": 1.0},
        {"limiting": 9.0},
        {"tolerance": 0.0},
        {"short_term": -30.0},
    ],
)
def test_figures_that_nobody_means_are_refused(wrong) -> None:
    with pytest.raises(BadValue, match=f"must have {next(iter(wrong))} from"):
        LoudnessSettings(**{"integrated": -23.0, **wrong})


def test_a_level_is_found_for_a_clip_that_others_still_use() -> None:
    closed: list[bool] = []

    class Lent(Held):
        def close(self) -> None:
            closed.append(True)

    data = speech(2)
    level = Levelling(lambda: Lent(data), len(data), SoundSettings(codec="pcm_s24le")).level(
        LoudnessSettings(-23.0), SILENT
    )
    assert level.gain == pytest.approx(-23.0 - level.before.integrated, abs=0.011)
    assert closed == [True]
