"""Sound: read ahead, in step with the picture, silent where it would be noise."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from studio.media.film import Film
from studio.media.sound import SoundReader, pcm
from ui.player.clock import Clock
from ui.player.speaker import RATE
from ui.player.voice import Voice

_BUFFER = 9600 * 8


class _Loudspeaker:
    """Takes bytes as a sound device does; `play` lets it consume some."""

    def __init__(self) -> None:
        self.taken = b""
        self.pending = 0
        self.volume = 1.0
        self.fault = "NoError"

    def error(self) -> object:
        return SimpleNamespace(name=self.fault)

    def start(self) -> _Loudspeaker:
        self.taken, self.pending = b"", 0
        return self

    def stop(self) -> None:
        self.pending = 0

    def bufferSize(self) -> int:  # noqa: N802 - Qt's name
        return _BUFFER

    def bytesFree(self) -> int:  # noqa: N802 - Qt's name
        return _BUFFER - self.pending

    def setVolume(self, volume: float) -> None:  # noqa: N802 - Qt's name
        self.volume = volume

    def write(self, data: bytes) -> int:
        taken = data[: self.bytesFree()]
        self.taken += taken
        self.pending += len(taken)
        return len(taken)

    def play(self, samples: int) -> None:
        self.pending = max(0, self.pending - samples * 8)

    @property
    def samples(self) -> np.ndarray:
        return np.frombuffer(self.taken, np.float32).reshape(-1, 2)


@pytest.fixture
def device() -> _Loudspeaker:
    return _Loudspeaker()


@pytest.fixture
def voice(qtbot: QtBot, drawn: Film, device: _Loudspeaker) -> Iterator[Voice]:
    made = Voice(drawn, cast(Any, lambda: device))
    yield made
    made.close()


def test_what_is_heard_is_the_film_s_sound_from_there(
    qtbot: QtBot, voice: Voice, device: _Loudspeaker, drawn: Film
) -> None:
    voice.prepare(Fraction(1, 2), 1)
    voice.start()

    def enough() -> bool:
        device.play(2400)
        return len(device.samples) >= RATE

    qtbot.waitUntil(enough)
    wanted = pcm(drawn, Fraction(1, 2), Fraction(3, 2))
    assert np.allclose(device.samples[: len(wanted)], wanted, atol=1e-4)


def test_it_knows_what_is_in_the_air(qtbot: QtBot, voice: Voice, device: _Loudspeaker) -> None:
    voice.prepare(Fraction(1), 1)
    assert voice.heard() is None
    voice.start()
    qtbot.waitUntil(lambda: device.pending >= 4800 * 8)
    assert voice.heard() == pytest.approx(1.0)
    device.play(2400)
    assert voice.heard() == pytest.approx(1.05)


def test_at_double_speed_film_time_runs_double(
    qtbot: QtBot, voice: Voice, device: _Loudspeaker
) -> None:
    voice.prepare(Fraction(0), 2)
    voice.start()
    qtbot.waitUntil(lambda: device.pending >= 4800 * 8)
    device.play(2400)
    assert voice.heard() == pytest.approx(0.1)


def gather(qtbot: QtBot, device: _Loudspeaker, samples: int) -> np.ndarray:
    """What was played, until there are so many samples."""

    def enough() -> bool:
        device.play(2400)
        return len(device.samples) >= samples

    qtbot.waitUntil(enough)
    return device.samples


def test_backwards_the_sound_is_heard_from_its_end(
    qtbot: QtBot, voice: Voice, device: _Loudspeaker, drawn: Film
) -> None:
    voice.prepare(Fraction(2), -1)
    voice.start()
    heard = gather(qtbot, device, RATE)
    wanted = pcm(drawn, Fraction(1), Fraction(2))[::-1]
    assert np.allclose(heard[: len(wanted)], wanted, atol=1e-3)


def test_backwards_film_time_runs_back(qtbot: QtBot, voice: Voice, device: _Loudspeaker) -> None:
    voice.prepare(Fraction(2), -2)
    voice.start()
    qtbot.waitUntil(lambda: device.pending >= 4800 * 8)
    device.play(2400)
    assert voice.heard() == pytest.approx(1.9)


class _Tone(SoundReader):
    """A tone of 440 Hz in place of the film's sound."""

    def read(self, start: Fraction, stop: Fraction) -> np.ndarray:
        at = np.arange(round(start * RATE), round(stop * RATE)) / RATE
        return np.repeat(np.sin(2 * np.pi * 440 * at)[:, None], 2, 1).astype(np.float32)


@pytest.mark.parametrize("speed", [2, 4, 8, -1, -2, -4, -8])
def test_the_pitch_is_kept_at_every_speed_both_ways(
    qtbot: QtBot,
    voice: Voice,
    device: _Loudspeaker,
    monkeypatch: pytest.MonkeyPatch,
    speed: int,
) -> None:
    monkeypatch.setattr("ui.player.filling.SoundReader", _Tone)
    voice.prepare(Fraction(0 if speed > 0 else 4), speed)
    voice.start()
    heard = gather(qtbot, device, RATE * 3 // 10)[2400:14400, 0]
    loud = np.abs(np.fft.rfft(heard * np.hanning(len(heard))))
    assert np.argmax(loud) * RATE / len(heard) == pytest.approx(440, abs=5)
    assert np.sqrt(np.mean(heard**2)) == pytest.approx(0.707, abs=0.02)


def test_a_device_that_is_lost_is_silence_not_an_error(
    qtbot: QtBot, voice: Voice, device: _Loudspeaker
) -> None:
    voice.prepare(Fraction(0), 1)
    voice.start()
    qtbot.waitUntil(lambda: device.pending > 0)
    with qtbot.waitSignal(voice.lost):
        device.fault = "IOError"
    assert voice.heard() is None
    assert not voice.sounds
    device.fault = "NoError"
    voice.renew()
    voice.prepare(Fraction(1), 1)
    voice.start()
    qtbot.waitUntil(lambda: voice.heard() is not None)


def test_the_film_s_end_is_silence_not_an_error(
    qtbot: QtBot, voice: Voice, device: _Loudspeaker
) -> None:
    voice.prepare(Fraction(7, 2), 1)
    voice.start()

    def over() -> bool:
        device.play(9600)
        return len(device.samples) >= RATE // 2

    qtbot.waitUntil(over)
    device.play(96000)
    qtbot.wait(60)
    assert voice.heard() is None


def test_muted_it_keeps_time(qtbot: QtBot, voice: Voice, device: _Loudspeaker) -> None:
    voice.set_loudness(0.0)
    voice.prepare(Fraction(0), 1)
    voice.start()
    qtbot.waitUntil(lambda: voice.heard() is not None)
    assert device.volume == 0.0
    voice.set_loudness(0.5)
    assert device.volume == pytest.approx(0.125)


def test_without_a_device_there_is_no_thread(qtbot: QtBot, drawn: Film) -> None:
    voice = Voice(drawn, lambda: None)
    voice.prepare(Fraction(0), 1)
    voice.start()
    assert not voice.sounds
    assert voice.heard() is None
    voice.close()
    assert "sound lamp.mp4" not in [one.name for one in threading.enumerate()]


class _Watch:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_clock_runs_at_its_speed_both_ways() -> None:
    watch = _Watch()
    clock = Clock(watch)
    clock.start(5.0, 2)
    watch.now += 1.5
    assert clock.seconds() == pytest.approx(8.0)
    clock.start(5.0, -1)
    watch.now += 1.5
    assert clock.seconds() == pytest.approx(3.5)
    clock.stop()
    assert (clock.runs, clock.speed) == (False, 0)


def test_a_clock_glides_to_near_sound_and_jumps_to_far() -> None:
    watch = _Watch()
    clock = Clock(watch)
    clock.start(0.0, 1)
    watch.now += 1.0
    clock.heard(0.95)
    assert 0.95 < clock.seconds() < 1.0
    for _ in range(100):
        clock.heard(0.95)
    assert clock.seconds() == pytest.approx(0.95, abs=1e-3)
    clock.heard(4.0)
    assert clock.seconds() == pytest.approx(4.0)
