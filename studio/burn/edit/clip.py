"""A film as an ordinary MoviePy clip: our exact, colour-true frames, and its sound."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from studio.burn.captions.moments import exact
from studio.burn.edit.engine import (
    AudioClip,
    Pixels,
    VideoClip,
    convert_to_seconds,
    require_moviepy,
)
from studio.burn.edit.source import FilmSource
from studio.burn.picture.form import Form
from studio.media.film import Film
from studio.media.sound import SoundReader

SOUND_RATE = 48_000
# How far from a whole sample a time may be and still mean it.
_WHOLE = 1e-3


@runtime_checkable
class Lowerable(Protocol):
    """A frame function that the encoder understands, and can ask for more than RGB."""

    def __call__(self, t: Any) -> Any:
        """What MoviePy asks for: the picture at `t` seconds."""

    def later(self, by: Fraction) -> Lowerable:
        """The same, begun `by` seconds later."""


class FilmFrames:
    """The frame function of a FilmClip: the film from `since` on."""

    def __init__(self, source: FilmSource, since: Fraction) -> None:
        self.source = source
        self.since = since

    def __call__(self, t: float) -> Pixels:
        return self.source.rgb(self.since + exact(t))

    def later(self, by: Fraction) -> FilmFrames:
        """The same film begun `by` seconds later."""
        return FilmFrames(self.source, self.since + by)


class ExactClip(VideoClip):
    """A MoviePy clip whose frame function, and whose sound, can be begun at any exact moment."""

    def subclipped(self, start_time: Any = 0, end_time: Any = None) -> Any:
        """As MoviePy's; the result stays exact."""
        made = super().subclipped(start_time, end_time)
        if isinstance(self.frame_function, Lowerable):
            made.frame_function = self.frame_function.later(_begin(self, start_time))
        sound: object = self.audio
        if isinstance(sound, Cuttable):
            # A film's sound may end before its picture; MoviePy would refuse such a cut.
            made.audio = sound.cut(_begin(self, start_time), exact(made.duration))
        return made

    def between(self, start: Fraction, stop: Fraction) -> Any:
        """The part from `start` to `stop`, exact fractions of seconds; keeps what `self` is."""
        made = self.copy()
        made.duration = made.end = float(stop - start)
        if isinstance(self.frame_function, Lowerable):
            made.frame_function = self.frame_function.later(start)
        sound: object = self.audio
        if isinstance(sound, Cuttable):
            made.audio = sound.cut(start, stop - start)
        return made


@runtime_checkable
class Cuttable(Protocol):
    """Sound that can be begun at any exact moment."""

    def cut(self, start: Fraction, duration: Fraction) -> Any:
        """The part of `duration` seconds from `start` on."""


class FilmClip(ExactClip):
    """A film for MoviePy: `size` upright with square pixels, `fps`, `duration`, sound.

    Works in any MoviePy script. `subclipped` and effects of ours keep it exact: such a clip is
    encoded from the film's own planes. With a `form` the clip shows the form's view. Raises
    Missing without MoviePy; CannotRead when the film cannot be read.
    """

    def __init__(self, film: Film, form: Form | None = None) -> None:
        require_moviepy()
        super().__init__(duration=float(film.duration))
        self.film = film
        size = form.display if form is not None and form.view is not None else film.video.display
        self.size = (size.width, size.height)
        self.fps = float(film.video.rate.value)
        self.frame_function = FilmFrames(FilmSource(film, form), Fraction(0))
        self.audio = FilmSound(film) if film.audio else None

    def close(self) -> None:
        """Let the film go; MoviePy's way to release what a clip and its copies share."""
        frames: object = self.frame_function
        while isinstance(frames, Lowerable) and not isinstance(frames, FilmFrames):
            frames = getattr(frames, "inner", None)
        if isinstance(frames, FilmFrames):
            frames.source.close()
        if isinstance(self.audio, FilmSound):
            self.audio.close()


def _begin(clip: VideoClip, start_time: Any) -> Fraction:
    seconds = float(convert_to_seconds(start_time))
    return exact(seconds if seconds >= 0 else (clip.duration or 0) + seconds)


class SoundSource:
    """The sound of one film being read, shared by all clips cut from it."""

    def __init__(self, film: Film) -> None:
        self.film = film
        self._reader: SoundReader | None = None

    def samples(self, first: int, last: int) -> npt.NDArray[np.float32]:
        """(n, 2) from sample number `first` to before `last`; silence outside the film."""
        if self._reader is None:
            self._reader = SoundReader(self.film, SOUND_RATE, portable=True)
        return self._reader.read(Fraction(first, SOUND_RATE), Fraction(last, SOUND_RATE))

    def close(self) -> None:
        """Let the file go; it opens again when sound is asked for."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None


class SoundFrames:
    """The frame function of a FilmSound: stereo samples at any times, between them linearly."""

    def __init__(self, source: SoundSource, since: Fraction) -> None:
        self.source = source
        # On a whole sample: a cut never blurs the sound by half of one.
        self.since = Fraction(round(since * SOUND_RATE), SOUND_RATE)

    def __call__(self, t: Any) -> npt.NDArray[np.float64]:
        times = np.atleast_1d(np.asarray(t, dtype=np.float64))
        places = (times + float(self.since)) * SOUND_RATE
        # Nearly whole places are meant to be whole: MoviePy's times are sums of floats.
        near = np.rint(places)
        places = np.where(np.abs(places - near) < _WHOLE, near, places)
        before = np.floor(places).astype(np.int64)
        first, last = int(before.min()), int(before.max()) + 2
        data = self.source.samples(first, last).astype(np.float64)
        share = (places - before)[:, None]
        found = data[before - first]
        if share.any():
            found = found * (1 - share) + data[before - first + 1] * share
        return found if np.ndim(t) else found[0]


class FilmSound(AudioClip):
    """The film's first sound track for MoviePy, in stereo at 48 kHz."""

    def __init__(self, film: Film) -> None:
        super().__init__(
            SoundFrames(SoundSource(film), Fraction(0)),
            duration=float(film.duration),
            fps=SOUND_RATE,
        )

    def subclipped(self, start_time: Any = 0, end_time: Any = None) -> Any:
        """As MoviePy's; the result stays exact."""
        made = super().subclipped(start_time, end_time)
        if isinstance(self.frame_function, SoundFrames) and made.duration is not None:
            seconds = float(convert_to_seconds(start_time))
            begin = exact(seconds if seconds >= 0 else (self.duration or 0) + seconds)
            return self.cut(begin, exact(made.duration))
        return made

    def cut(self, start: Fraction, duration: Fraction) -> Any:
        """The part of `duration` seconds from `start` on."""
        made = self.copy()
        made.duration = made.end = float(duration)
        if isinstance(self.frame_function, SoundFrames):
            since = self.frame_function.since + start
            made.frame_function = SoundFrames(self.frame_function.source, since)
        return made

    def close(self) -> None:
        """Let the film go."""
        if isinstance(self.frame_function, SoundFrames):
            self.frame_function.source.close()
