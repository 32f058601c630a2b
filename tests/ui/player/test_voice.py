"""Sound: read ahead, in step with the picture, silent where it would be noise."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, cast

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from studio.media.film import Film
from studio.media.sound import pcm
from ui.player.clock import Clock
from ui.player.voice import RATE, Voice, hurried

_BUFFER = 9600 * 8


class _Loudspeaker:
    """Takes bytes as a sound device does; `play` lets it consume some."""

    def __init__(self) -> None:
        self.taken = b""
        self.pending = 0
        self.volume = 1.0

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


@pytest.mark.parametrize("speed", [-1, -2, 8])
def test_backwards_and_very_fast_are_silent(
    qtbot: QtBot, voice: Voice, device: _Loudspeaker, speed: int
) -> None:
    voice.prepare(Fraction(1), speed)
    voice.start()
    qtbot.wait(80)
    assert device.taken == b""
    assert voice.heard() is None


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
    voice.mute(True)
    voice.prepare(Fraction(0), 1)
    voice.start()
    qtbot.waitUntil(lambda: voice.heard() is not None)
    assert device.volume == 0.0


def test_without_a_device_there_is_no_thread(qtbot: QtBot, drawn: Film) -> None:
    voice = Voice(drawn, lambda: None)
    voice.prepare(Fraction(0), 1)
    voice.start()
    assert not voice.sounds
    assert voice.heard() is None
    voice.close()


def test_hurried_sound_is_as_many_times_shorter() -> None:
    sound = np.arange(20, dtype=np.float32).reshape(10, 2)
    assert hurried(sound, 1) is not None
    assert hurried(sound, 2).tolist() == [[1, 2], [5, 6], [9, 10], [13, 14], [17, 18]]
    assert len(hurried(sound, 4)) == 2


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
