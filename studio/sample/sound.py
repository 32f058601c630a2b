"""The sound of the sample film: a few piano-like notes over each shot's own air."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.sample.brush import Floats, floats
from studio.sample.edit import FRAMES, RATE, STARTS, TAKES

SAMPLE_RATE = 48_000
_LENGTH = FRAMES * SAMPLE_RATE // RATE
_Wave = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Note:
    """A key struck at `at` seconds: MIDI pitch, loudness 0 to 1, place -1 (left) to 1."""

    at: float
    pitch: int
    loud: float = 0.5
    place: float = 0.0


# A slow turn of chords, one a shot: D, B minor, G, E minor, A, F sharp minor, D.
_CHORDS = (
    (38, 50, 57, 66, 69, 74),
    (35, 47, 54, 62, 66, 73),
    (31, 43, 50, 59, 66, 69),
    (40, 52, 55, 62, 67, 71),
    (33, 45, 52, 61, 64, 71),
    (42, 54, 57, 64, 69, 73),
    (38, 50, 57, 64, 66, 78),
)
_RING = 6.5  # seconds until a struck string has died away
# When the keys of a chord fall, in seconds from the shot's start (the low ones first).
_FALL = (0.35, 0.36, 0.85, 1.5, 2.05, 2.75)


def score() -> tuple[Note, ...]:
    """Every note of the film, in the order they are struck."""
    notes = []
    for start, chord in zip(STARTS, _CHORDS, strict=True):
        for k, (fall, pitch) in enumerate(zip(_FALL, chord, strict=True)):
            loud = 0.42 if k < 2 else 0.5 - 0.05 * (k % 3)
            notes.append(
                Note(start / RATE + fall, pitch, loud, (-0.5, -0.3, 0.25, -0.1, 0.4, 0.1)[k])
            )
    return tuple(notes)


def _struck(note: Note, length: int) -> _Wave:
    """One key of a felted piano: inharmonic partials, the high ones gone first."""
    t = np.arange(length) / SAMPLE_RATE
    base = 440.0 * 2 ** ((note.pitch - 69) / 12)
    tone = np.zeros(length)
    for k in range(1, 9):
        pitch = base * k * np.sqrt(1 + 0.00035 * k * k)
        if pitch > 7000:
            break
        dying = (0.55 + 0.38 * k) * (base / 220) ** 0.45
        heard = t[: int(9.0 / dying * SAMPLE_RATE)]
        wave = np.sin(2 * np.pi * pitch * heard + 0.7 * k) * np.exp(-heard * dying)
        tone[: len(heard)] += wave / k**1.75
    # The hammer: soft, never a click.
    thud = np.exp(-t * 38) * np.sin(2 * np.pi * 74 * t) * 0.25
    rise = (1 - np.exp(-t * 180)) * np.clip((_RING - t) / 1.5, 0, 1)
    return np.asarray((tone + thud) * rise * note.loud)


def _coloured(seed: int, low: float, high: float, slope: float = 0.0) -> _Wave:
    """Two channels of noise between two frequencies, falling by `slope` in powers of f."""
    rng = np.random.default_rng(seed)
    size = 1 << 17
    f = np.fft.rfftfreq(size, 1 / SAMPLE_RATE)
    shape = np.zeros_like(f)
    inner = f > 1
    shape[inner] = (f[inner] / 300) ** -slope
    shape *= 1 / (1 + (low / np.maximum(f, 1)) ** 4) / (1 + (f / high) ** 4)
    out = []
    for _ in range(2):
        phase = np.exp(2j * np.pi * rng.random(len(f)))
        wave = np.fft.irfft(shape * phase, size)
        out.append(np.resize(wave / wave.std(), _LENGTH))
    return np.stack(out, axis=1)


def _shown(k: int, rise: float = 0.25) -> _Wave:
    """1 while shot `k` is on, with soft ends, as (samples, 1)."""
    t = np.arange(_LENGTH) / SAMPLE_RATE
    start, end = STARTS[k] / RATE, (STARTS[k] + TAKES[k].frames) / RATE
    rising = np.clip((t - start) / rise + 0.5, 0, 1)
    falling = np.clip((end - t) / rise + 0.5, 0, 1)
    return (np.minimum(rising, falling) ** 2)[:, None]


def _drops(seed: int, a_second: float, pitch: float) -> _Wave:
    """Single drops on glass or awning."""
    rng = np.random.default_rng(seed)
    out = np.zeros((_LENGTH, 2))
    t = np.arange(2400) / SAMPLE_RATE
    for at in np.sort(rng.integers(0, _LENGTH - 2400, int(a_second * _LENGTH / SAMPLE_RATE))):
        tone = np.sin(2 * np.pi * pitch * rng.uniform(0.6, 1.7) * t) * np.exp(-t * 260)
        pan = rng.random()
        out[at : at + 2400] += tone[:, None] * rng.uniform(0.1, 1) ** 2 * np.array([1 - pan, pan])
    return out


def _air() -> _Wave:
    """What is heard around each shot: hum, engine and rain, glass, surf, water, wind, birds."""
    t = np.arange(_LENGTH) / SAMPLE_RATE
    hum = (np.sin(2 * np.pi * 100 * t) + 0.4 * np.sin(2 * np.pi * 200 * t + 1))[:, None]
    rain, wind = _coloured(1, 900, 9000, 0.35), _coloured(2, 120, 620, 0.6)
    surf, low = _coloured(3, 90, 1500, 0.9), _coloured(4, 30, 110, 0.8)
    bus = (t - STARTS[1] / RATE)[:, None]
    passing = np.exp(-(((bus - 2.0) / 0.95) ** 2))
    motor = np.sin(2 * np.pi * np.cumsum(46 - 7 * np.tanh((bus[:, 0] - 2.0) / 0.6)) / SAMPLE_RATE)
    swell = (0.5 + 0.5 * np.sin(2 * np.pi * t / 4.1 - 0.9))[:, None] ** 2
    gust = (0.65 + 0.35 * np.sin(2 * np.pi * t / 2.7))[:, None]
    air = _shown(0, 1.2) * (0.006 * hum + 0.010 * wind + 0.004 * rain)
    air += _shown(1) * (0.030 * rain + passing * (0.055 * low + 0.035 * motor[:, None]))
    air += _shown(1) * passing * 0.03 * _coloured(5, 500, 3500, 0.3)
    air += _shown(2) * (0.012 * rain + 0.05 * _drops(6, 26, 1500))
    air += _shown(3, 0.8) * (0.012 + 0.040 * swell) * surf
    air += _shown(4) * (0.010 + 0.018 * swell) * surf + _shown(4) * 0.012 * _drops(7, 5, 340)
    air += _shown(5) * gust * 0.030 * wind
    air += _shown(6) * (0.012 * wind + 0.022 * _birds())
    return air


def _birds() -> _Wave:
    rng = np.random.default_rng(8)
    out = np.zeros((_LENGTH, 2))
    t = np.arange(6000) / SAMPLE_RATE
    start = STARTS[6] * SAMPLE_RATE // RATE
    for k in range(9):
        at = start + int((0.5 + 0.36 * k + 0.15 * rng.random()) * SAMPLE_RATE)
        if at + 6000 > _LENGTH:
            break
        bend = 3100 + 500 * rng.random() + 900 * np.sin(2 * np.pi * t * (11 + 5 * rng.random()))
        call = np.sin(2 * np.pi * np.cumsum(bend) / SAMPLE_RATE) * np.sin(np.pi * t / t[-1]) ** 2
        out[at : at + 6000] += call[:, None] * rng.uniform(0.3, 1) * rng.dirichlet((2, 2))
    return out


def _room(dry: _Wave) -> _Wave:
    """The dry sound in a large, dark room of 2.4 seconds."""
    rng = np.random.default_rng(9)
    length = int(2.4 * SAMPLE_RATE)
    t = np.arange(length)[:, None] / SAMPLE_RATE
    tail = rng.standard_normal((length, 2)) * np.exp(-t * 2.9) * np.minimum(1, t / 0.02)
    size = 1 << (len(dry) + length - 1).bit_length()
    f = np.fft.rfftfreq(size, 1 / SAMPLE_RATE)[:, None]
    # Walls swallow the highs; the lows would only boom.
    answer = np.fft.rfft(tail, size, 0) / (1 + (f / 1800) ** 2) / (1 + (120 / (f + 1)) ** 2)
    wet = np.fft.irfft(np.fft.rfft(dry, size, 0) * answer, size, 0)[: len(dry)]
    return np.asarray(wet * (dry.std() / wet.std()))


def soundtrack() -> Floats:
    """The film's sound: float32 (samples, 2) at 48 kHz, -1 to 1, silent at both ends."""
    dry = np.zeros((_LENGTH, 2))
    for note in score():
        at = int(note.at * SAMPLE_RATE)
        wave = _struck(note, min(_LENGTH - at, int(_RING * SAMPLE_RATE)))
        left, right = np.sqrt((1 - 0.7 * note.place) / 2), np.sqrt((1 + 0.7 * note.place) / 2)
        dry[at : at + len(wave), 0] += wave * left
        dry[at : at + len(wave), 1] += wave * right
    mix = 0.20 * dry + 0.11 * _room(dry) + _air()
    t = np.arange(_LENGTH) / SAMPLE_RATE
    ends = np.clip(np.minimum(t / 0.8, (t[-1] - t) / 1.3), 0, 1)[:, None] ** 1.5
    return floats(np.tanh(mix * ends * 1.15))
