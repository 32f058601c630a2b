"""The sound of a reel, sample by sample: parts of a film in a row, sync pops, music under them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from studio.burn.edit.clip import SOUND_RATE
from studio.burn.edit.engine import AudioClip
from studio.burn.sound.samples import Samples, layout_of
from studio.core.time import round_half_up
from studio.media.film import AudioStream, Film
from studio.media.sound import SoundReader

Floats = npt.NDArray[np.floating[Any]]
POP_HERTZ = 1000
POP_LEVEL = 0.1
"""−20 dBFS: the peak of the sine, as AES17 counts the level of sines."""
# Gains and tones are rounded far below what is heard, so that they are the same on any processor.
_GAIN_STEPS = 1 << 15
_TONE_STEPS = 1 << 23
# How far from a whole sample a time may be and still mean it.
_WHOLE = 1e-3


@dataclass(frozen=True, slots=True)
class Heard:
    """A part of the film in samples at 48 kHz: from `first` of the film, `at` of the reel.

    It comes within `fade_in` and goes within `fade_out` samples, at equal power: where one part
    goes over into another the sum of their powers is even, as editing programs fade by default.
    """

    first: int
    at: int
    length: int
    fade_in: int = 0
    fade_out: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Bed:
    """Music: stereo `samples` from `at` of the reel on, gains in `gains`, one each HOP samples."""

    samples: Floats
    at: int
    gains: Floats


HOP = 480


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """What is heard when: parts of one film, tones (at, length) in all channels, music."""

    film: Film | None
    parts: tuple[Heard, ...]
    length: int
    pops: tuple[tuple[int, int], ...] = ()
    bed: Bed | None = None


class ScoreSamples:
    """One track of the film as the score plays it, without its tones; the first has music too."""

    def __init__(self, score: Score, number: int, *, keep: bool, since: int = 0) -> None:
        film = score.film
        has = film is not None and number < len(film.audio)
        self.told: AudioStream | None = film.audio[number] if film is not None and has else None
        self.layout, self.channels = (
            ("stereo", 2) if self.told is None else layout_of(self.told, keep=keep)
        )
        self._score = score
        self._number = number
        self._since = since
        # Parts overlap in cross-fades: neighbours are read by turns, each going straight on.
        self._readers: list[SoundReader] = []
        if film is not None and has:
            self._readers = [
                SoundReader(film, SOUND_RATE, track=number, layout=self.layout, portable=True)
                for _ in range(2)
            ]

    def block(self, first: int, last: int) -> Floats:
        """(n, channels) from sample number `first` to before `last`."""
        first, last = first + self._since, last + self._since
        out = np.zeros((last - first, self.channels))
        for place, part in enumerate(self._score.parts if self._readers else ()):
            start, stop = max(first, part.at), min(last, part.at + part.length)
            if start < stop:
                found = self._film(self._readers[place % 2], part, start, stop)
                out[start - first : stop - first] += found
        if self._score.bed is not None and self._number == 0:
            _add_bed(out, self._score.bed, first)
        return out

    def _film(self, reader: SoundReader, part: Heard, start: int, stop: int) -> Floats:
        begin, end = part.first + start - part.at, part.first + stop - part.at
        found = reader.read(Fraction(begin, SOUND_RATE), Fraction(end, SOUND_RATE))
        gains = _gains(part, start - part.at, stop - part.at)
        return found if gains is None else found * gains[:, None]

    def close(self) -> None:
        """Let the film go."""
        for reader in self._readers:
            reader.close()


class Toned:
    """Samples with the tones of a score; in every track, which may be laid against the picture by
    itself, and at their own level whatever was done to the rest.
    """

    def __init__(self, samples: Samples, score: Score, since: int = 0) -> None:
        self.told: AudioStream | None = samples.told
        self.layout: str = samples.layout
        self.channels: int = samples.channels
        self._samples = samples
        self._score = score
        self._since = since

    def block(self, first: int, last: int) -> Floats:
        """(n, channels) from sample number `first` to before `last`."""
        out = np.asarray(self._samples.block(first, last), dtype=np.float64)
        first, last = first + self._since, last + self._since
        for at, length in self._score.pops:
            start, stop = max(first, at), min(last, at + length)
            if start < stop:
                out = out.copy()
                out[start - first : stop - first] += tone(start - at, stop - at)[:, None]
        return out

    def close(self) -> None:
        """Let files go."""
        self._samples.close()


def _gains(part: Heard, start: int, stop: int) -> Floats | None:
    """Of the samples `start` to `stop` of a part; None where all are heard as they are."""
    inside = start >= part.fade_in and stop <= part.length - part.fade_out
    if inside:
        return None
    places = np.arange(start, stop, dtype=np.float64) + 0.5
    share = np.ones(stop - start)
    if part.fade_in:
        share = np.minimum(share, places / part.fade_in)
    if part.fade_out:
        share = np.minimum(share, (part.length - places) / part.fade_out)
    power = np.sin(np.clip(share, 0, 1) * (np.pi / 2))
    return np.asarray(np.rint(power * _GAIN_STEPS) / _GAIN_STEPS)


def tone(start: int, stop: int) -> Floats:
    """The sync pop's samples from its own `start` to `stop`."""
    phase = np.arange(start, stop, dtype=np.float64) * (2 * np.pi * POP_HERTZ / SOUND_RATE)
    return np.asarray(np.rint(np.sin(phase) * (POP_LEVEL * _TONE_STEPS)) / _TONE_STEPS)


def _add_bed(out: Floats, bed: Bed, first: int) -> None:
    """Music into the first two channels, which are left and right in every layout but mono."""
    start = max(first, bed.at)
    stop = min(first + len(out), bed.at + len(bed.samples))
    if start >= stop:
        return
    found = bed.samples[start - bed.at : stop - bed.at].astype(np.float64)
    places = np.arange(start - bed.at, stop - bed.at) / HOP
    gains = np.interp(places, np.arange(len(bed.gains)), bed.gains)
    found *= np.rint(gains * _GAIN_STEPS)[:, None] / _GAIN_STEPS
    into = out[start - first : stop - first]
    if into.shape[1] == 1:
        into += found.mean(axis=1, keepdims=True)
    else:
        into[:, :2] += found


class ScoreFrames:
    """The frame function of a reel's sound: stereo at any times, between samples linearly."""

    def __init__(self, score: Score, since: int = 0) -> None:
        self.score = score
        self.since = since
        self._samples: Toned | None = None

    def __call__(self, t: Any) -> npt.NDArray[np.float64]:
        if self._samples is None:
            plain = ScoreSamples(self.score, 0, keep=False, since=self.since)
            self._samples = Toned(plain, self.score, self.since)
        places = np.atleast_1d(np.asarray(t, dtype=np.float64)) * SOUND_RATE
        near = np.rint(places)
        places = np.where(np.abs(places - near) < _WHOLE, near, places)
        before = np.floor(places).astype(np.int64)
        first, last = int(before.min()), int(before.max()) + 2
        data = self._samples.block(first, last)
        share = (places - before)[:, None]
        found = data[before - first]
        if share.any():
            found = found * (1 - share) + data[before - first + 1] * share
        return np.asarray(found if np.ndim(t) else found[0], dtype=np.float64)

    def close(self) -> None:
        """Let the film go; it opens again when sound is asked for."""
        if self._samples is not None:
            self._samples.close()
            self._samples = None


class ReelSound(AudioClip):
    """A score as MoviePy's sound, in stereo at 48 kHz; deliveries take each track from it."""

    def __init__(self, score: Score) -> None:
        super().__init__(ScoreFrames(score), duration=score.length / SOUND_RATE, fps=SOUND_RATE)

    @property
    def frames(self) -> ScoreFrames:
        """Its frame function, for what it is."""
        found = self.frame_function
        assert isinstance(found, ScoreFrames)
        return found

    def track(self, number: int, *, keep: bool) -> Samples:
        """The reel with this track of the film; `keep` its channels, else in stereo."""
        frames = self.frames
        return ScoreSamples(frames.score, number, keep=keep, since=frames.since)

    def toned(self, samples: Samples) -> Samples:
        """Such a track with the sync tones, which keep their level."""
        frames = self.frames
        return Toned(samples, frames.score, frames.since)

    def cut(self, start: Fraction, duration: Fraction) -> Any:
        """The part of `duration` seconds from `start` on."""
        made = self.copy()
        made.duration = made.end = float(duration)
        frames = self.frames
        since = frames.since + round_half_up(start * SOUND_RATE)
        made.frame_function = ScoreFrames(frames.score, since)
        return made

    def close(self) -> None:
        """Let the film go."""
        if isinstance(self.frame_function, ScoreFrames):
            self.frame_function.close()
