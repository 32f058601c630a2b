"""Music under a reel: read from a file, at its level, going down where the film itself sounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from studio.burn.edit.clip import SOUND_RATE
from studio.core.errors import BadValue, CannotRead
from studio.core.said import said
from studio.media.film import Film
from studio.media.opening import open_sound
from studio.media.portable import portable_arithmetic
from studio.media.sound import peaks
from studio.reel.limits import MUSIC
from studio.reel.sound import HOP, Bed, Floats, Heard

LONGEST = 15 * 60
"""Seconds of music that are read: they are held in memory."""
_PER_SECOND = SOUND_RATE // HOP
# The film sounds where its peaks are above this; room tone and hiss lie below.
_THRESHOLD = 10 ** (-36 / 20)
# Pauses between words and sentences that the music does not come up in, in hops.
_PAUSE = 60


@dataclass(frozen=True, slots=True)
class Music:
    """A music bed. Decibels and seconds.

    `level`: its gain where the film is silent. `duck`: how far it goes down under the film's
    sound, 0 for not at all; it is down `attack` seconds after it began to go, which is that much
    before the film sounds, and comes up again within `release`, after pauses of 0.6 s only. It
    begins with the programme, and ends with it or with the file, fading out within `fade`.
    Raises BadValue.
    """

    path: Path
    level: float = -12.0
    duck: float = 12.0
    attack: float = 0.25
    release: float = 1.2
    fade: float = 2.0

    def __post_init__(self) -> None:
        for name, (least, most) in MUSIC.items():
            value: float = getattr(self, name)
            if not least <= value <= most:
                raise BadValue(
                    said(
                        "music: {name} must be {least:g} to {most:g}, is {value:g}.",
                        name=name,
                        least=least,
                        most=most,
                        value=value,
                    )
                )


def bed_of(music: Music, film: Film, heard: Sequence[Heard], span: tuple[int, int]) -> Bed:
    """The bed under samples `span` of a reel in which the film is `heard`. Raises CannotRead."""
    first, last = span
    samples = read_music(music.path, min(last - first, LONGEST * SOUND_RATE))
    hops = -(-len(samples) // HOP) + 1
    decibels = np.full(hops, float(music.level))
    if music.duck and heard:
        decibels -= ducked(sounding(film, heard, first, hops), music)
    gains = np.array([10.0 ** (one / 20) for one in decibels.tolist()])
    fade = round(music.fade * _PER_SECOND)
    if fade:
        end = np.arange(hops - 1, -1, -1, dtype=np.float64)
        # A quarter of a sine: it sinks evenly for the ear, and ends in nothing.
        gains *= np.sin(np.clip(end / fade, 0, 1) * (np.pi / 2))
    return Bed(samples, first, gains)


def sounding(film: Film, heard: Sequence[Heard], first: int, hops: int) -> npt.NDArray[np.bool_]:
    """In which hops from sample `first` of the reel on the film itself is heard."""
    loud = np.abs(peaks(film, _PER_SECOND)).max(axis=1) > _THRESHOLD
    found = np.zeros(hops, bool)
    for part in heard:
        begin, count = (part.at - first) // HOP, -(-part.length // HOP)
        own = loud[part.first // HOP : part.first // HOP + count]
        start = max(0, begin)
        stop = min(hops, begin + len(own))
        if start < stop:
            found[start:stop] |= own[start - begin : stop - begin]
    return found


def ducked(loud: npt.NDArray[np.bool_], music: Music) -> npt.NDArray[np.float64]:
    """By how many decibels the music is down in each hop."""
    down = loud.copy()
    places = np.flatnonzero(loud)
    for one, other in pairwise(places.tolist()):
        if other - one <= _PAUSE:
            down[one:other] = True
    found = np.where(down, music.duck, 0.0)
    # Straight lines in decibels: ahead of the sound by the attack, after it by the release.
    attack = music.duck / max(1.0, music.attack * _PER_SECOND)
    release = music.duck / max(1.0, music.release * _PER_SECOND)
    for place in range(len(found) - 2, -1, -1):
        found[place] = max(found[place], found[place + 1] - attack)
    for place in range(1, len(found)):
        found[place] = max(found[place], found[place - 1] - release)
    return found


def read_music(path: Path, most: int) -> Floats:
    """At most so many samples (n, 2) of a sound file, or of a film's first track, at 48 kHz.

    Raises CannotRead.
    """
    blocks: list[npt.NDArray[np.float32]] = []
    count = 0
    with portable_arithmetic(), open_sound(path) as container:
        if not container.streams.audio:
            raise CannotRead(said("{path} has no sound.", path=path))
        resampler = av.AudioResampler(format="fltp", layout="stereo", rate=SOUND_RATE)
        try:
            for frame in container.decode(container.streams.audio[0]):
                for made in resampler.resample(frame):
                    blocks.append(_stereo(made))
                    count += len(blocks[-1])
                if count >= most:
                    break
            blocks += [_stereo(made) for made in resampler.resample(None)]
        except av.error.FFmpegError as error:
            raise CannotRead(
                said(
                    "The sound of {film} cannot be read to its end: {error}.",
                    film=path,
                    error=error,
                ),
                hint=said("The film may be damaged; export it again."),
            ) from error
    if not blocks:
        raise CannotRead(said("{path} has no sound.", path=path))
    return np.ascontiguousarray(np.concatenate(blocks)[:most])


def _stereo(frame: av.AudioFrame) -> npt.NDArray[np.float32]:
    return frame.to_ndarray().T.astype(np.float32, copy=False)
