"""Samples to be encoded: of a film's own track, or of any clip's sound; block by block."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from studio.burn.captions.moments import exact
from studio.burn.edit.clip import SOUND_RATE
from studio.burn.edit.engine import AudioClip
from studio.core.time import round_half_up
from studio.media.cache import key_of
from studio.media.film import AudioStream, Film
from studio.media.sound import SoundReader

Floats = npt.NDArray[np.floating]


class Samples(Protocol):
    """Sound at 48 kHz. `told` is what the film says of the track it comes from, if of one."""

    layout: str
    channels: int
    told: AudioStream | None

    def block(self, first: int, last: int) -> Floats:
        """(n, channels) from sample number `first` to before `last`; silence where nothing is."""
        ...

    def close(self) -> None:
        """Let files go."""
        ...


@runtime_checkable
class Scored(Protocol):
    """The sound of a reel that knows which film it plays when: each of the film's tracks alone."""

    def track(self, number: int, *, keep: bool) -> Samples:
        """The reel with this track of the film; `keep` its channels, else in stereo."""

    def toned(self, samples: Samples) -> Samples:
        """Such a track, at whatever level, with the reel's sync tones, which have one of their own.

        Blocks are asked for in order, from the first on.
        """


class ClipSamples:
    """What a MoviePy clip sounds like, in stereo; `lent` says that others still use the clip."""

    layout = "stereo"
    channels = 2
    told: AudioStream | None = None

    def __init__(self, clip: AudioClip, *, lent: bool = False) -> None:
        self._clip = clip
        self._lent = lent

    def block(self, first: int, last: int) -> Floats:
        """(n, 2); silence after the clip's end."""
        out = np.zeros((last - first, 2))
        length = self._clip.duration
        end = last if length is None else min(last, round(exact(length) * SOUND_RATE))
        if end > first:
            found = np.asarray(self._clip.get_frame(np.arange(first, end) / SOUND_RATE))
            out[: end - first] = found.reshape(end - first, -1)[:, :2]
        return out

    def close(self) -> None:
        """Let the clip's files go."""
        if not self._lent:
            self._clip.close()


class TrackSamples:
    """A sound track of a film from `since` seconds on; `keep` its channels, else in stereo.

    `key` is the hash of all that is heard.
    """

    def __init__(self, film: Film, track: int, since: Fraction, *, keep: bool) -> None:
        self.told: AudioStream | None = film.audio[track]
        self.layout, self.channels = layout_of(film.audio[track], keep=keep)
        self._first = round_half_up(since * SOUND_RATE)
        self.key = key_of("track", film.sha256, track, film.video.first_pts, self._first, keep)
        self._reader = SoundReader(film, SOUND_RATE, track=track, layout=self.layout, portable=True)

    def block(self, first: int, last: int) -> Floats:
        """(n, channels); silence where the film has none."""
        start, stop = self._first + first, self._first + last
        return self._reader.read(Fraction(start, SOUND_RATE), Fraction(stop, SOUND_RATE))

    def close(self) -> None:
        """Let the film go."""
        self._reader.close()


def layout_of(track: AudioStream, *, keep: bool) -> tuple[str, int]:
    """In which layout a track is delivered, and its channels; `keep` its own where that goes."""
    # What has no usual order of channels is brought to stereo, which everybody can play.
    known = keep and track.layout in _LAYOUTS
    return (track.layout, _LAYOUTS[track.layout]) if known else ("stereo", 2)


# The layouts that AAC and PCM in QuickTime both know by name.
_LAYOUTS = {"mono": 1, "stereo": 2, "5.1": 6, "5.1(side)": 6, "7.1": 8}
