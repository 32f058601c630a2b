"""Quicker sound keeps its pitch, its loudness and its length."""

from __future__ import annotations

import numpy as np
import pytest

from ui.player.stretch import Stretch

_RATE = 48000


def tone(pitch: float, seconds: float) -> np.ndarray:
    at = np.arange(round(seconds * _RATE)) / _RATE
    return np.repeat(np.sin(2 * np.pi * pitch * at)[:, None], 2, 1).astype(np.float32)


def stretched(samples: np.ndarray, speed: int, piece: int = 4800) -> np.ndarray:
    stretch = Stretch(speed)
    return np.concatenate(
        [stretch.take(samples[at : at + piece]) for at in range(0, len(samples), piece)]
    )


@pytest.mark.parametrize("speed", [2, 4, 8])
@pytest.mark.parametrize("pitch", [220.0, 1000.0])
def test_pitch_and_loudness_are_kept(speed: int, pitch: float) -> None:
    made = stretched(tone(pitch, 4), speed)[2400:16800, 0]
    loud = np.abs(np.fft.rfft(made * np.hanning(len(made)))) ** 2
    peak = int(np.argmax(loud))
    assert peak * _RATE / len(made) == pytest.approx(pitch, abs=4)
    # No warble: what is not the tone is below a thousandth of it.
    assert loud[max(0, peak - 4) : peak + 5].sum() / loud.sum() > 0.999
    assert np.sqrt(np.mean(made**2)) == pytest.approx(np.sqrt(0.5), abs=0.01)


@pytest.mark.parametrize("speed", [2, 4, 8])
def test_it_is_as_many_times_shorter(speed: int) -> None:
    samples = tone(330, 6)
    missing = len(samples) / speed - len(stretched(samples, speed))
    assert abs(missing) < 0.1 * _RATE


def test_the_pieces_it_comes_in_make_no_difference() -> None:
    samples = np.random.default_rng(1).normal(0, 0.1, (_RATE, 2)).astype(np.float32)
    assert np.array_equal(stretched(samples, 2, 4800), stretched(samples, 2, 777))


def test_at_normal_speed_nothing_is_touched() -> None:
    samples = tone(100, 0.1)
    assert Stretch(1).take(samples) is samples
