"""Music under a film: how it goes down where the film sounds, and comes up again."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from studio.burn.encode import encode
from studio.core.errors import BadValue, CannotRead
from studio.media.probe import probe
from studio.media.sound import SoundReader
from studio.reel.music import Music, ducked, read_music
from studio.reel.parts import ReelParts, programme


def hummed(path: Path, seconds: float, level: float = 0.25) -> Path:
    """A sound file of 200 Hz in stereo."""
    wave = level * np.sin(np.arange(round(seconds * 44100)) * (2 * np.pi * 200 / 44100))
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=44100)
        stream.layout = "stereo"
        data = np.rint(np.stack([wave, wave], axis=1) * 32767).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(data.reshape(1, -1), format="s16", layout="stereo")
        frame.sample_rate = 44100
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)
    return path


def test_music_is_down_before_the_film_sounds_and_comes_up_after_pauses() -> None:
    loud = np.zeros(1000, bool)
    loud[300:310] = loud[350:360] = loud[600:610] = True
    music = Music(Path("a.wav"), duck=10, attack=0.2, release=1.0)
    down = ducked(loud, music)
    assert (down[:280] == 0).all()
    assert (down[300:360] == 10).all()
    # 20 hops down, 100 up again, straight in decibels.
    assert np.allclose(np.diff(down[280:300]), 0.5)
    assert np.allclose(np.diff(down[360:459]), -0.1)
    assert (down[461:579] == 0).all()
    assert np.abs(np.diff(down)).max() <= 0.5 + 1e-9


def test_a_bed_lies_under_the_programme_at_its_level(films, quick, tmp_path, out) -> None:
    film = films(frames=75)
    music = Music(hummed(tmp_path / "hum.wav", 10), level=-6, duck=12, release=0.2, fade=0.5)
    preset = quick(sound={"codec": "pcm_s24le"})
    reel = programme(film, (), None, preset, ReelParts(music=music))
    done = encode(reel, out / "a.mov")
    reel.clip.close()
    with SoundReader(probe(out / "a.mov")) as reader:
        found = reader.read(Fraction(0), done.seconds)[:, 0].astype(float)

    def level(start: float, stop: float) -> float:
        part = found[round(start * 48000) : round(stop * 48000)]
        return float(20 * np.log10(np.sqrt((part**2).mean()) * np.sqrt(2)))

    # 0.25 is −12 dB; the film clicks at 0, 1 and 2 s.
    assert level(0.6, 0.7) == pytest.approx(-18, abs=0.3)
    assert level(1.025, 1.035) == pytest.approx(-29.4, abs=1.5)
    assert level(2.95, 3.0) < -35
    assert level(0.96, 0.99) < -27


def test_music_of_other_kinds_is_read_and_no_music_is_refused(films, tmp_path) -> None:
    samples = read_music(hummed(tmp_path / "hum.wav", 1), 24000)
    assert samples.shape == (24000, 2)
    assert len(read_music(films(frames=50).path, 10**6)) == pytest.approx(96000, abs=2100)
    with pytest.raises(CannotRead, match="no sound"):
        read_music(films(frames=25, sound="").path, 100)
    text = tmp_path / "list.m3u8"
    text.write_text("#EXTM3U\nother.wav\n")
    with pytest.raises(CannotRead):
        read_music(text, 100)
    with pytest.raises(BadValue, match="level"):
        Music(tmp_path / "hum.wav", level=3)


def test_a_silent_film_is_heard_with_its_music(films, quick, tmp_path, out) -> None:
    film = films(frames=25, sound="")
    music = Music(hummed(tmp_path / "hum.wav", 2), fade=0)
    reel = programme(film, (), None, quick(), ReelParts(music=music))
    encode(reel, out / "a.mp4")
    reel.clip.close()
    (track,) = probe(out / "a.mp4").audio
    assert (track.channels, track.codec) == (2, "aac")
