"""A film being read for its pictures: shared by all clips cut from one, and by who looks ahead."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from studio.burn.captions.moments import slack
from studio.burn.edit.following import Framing
from studio.burn.edit.reframing import Shapes, framing_for, shaper_of
from studio.burn.picture.form import Form
from studio.media.fields import deinterlaced
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader

# Bytes of pictures that stay for steps back: a film is nearly always read forward here, and the
# encoder beside it takes what there is.
_KEEP = 12 * 1024 * 1024


class FilmSource:
    """One film being read, shared by all clips that were cut from one FilmClip."""

    def __init__(self, film: Film, form: Form | None) -> None:
        self.film = film
        self.form = form
        self._reader: FrameReader | None = None
        self._shaper: Shapes | None = None
        self._framing: tuple[Framing | None] | None = None
        self._slack = slack(film)

    def again(self) -> FilmSource:
        """The same with a reader of its own, for another thread. Raises CannotRead."""
        made = FilmSource(self.film, self.form)
        made._framing = (self.framing,)
        return made

    @property
    def reader(self) -> FrameReader:
        """Opened when first needed. Raises CannotRead."""
        if self._reader is None:
            self._reader = FrameReader(self.film, keep=_KEEP)
        return self._reader

    @property
    def framing(self) -> Framing | None:
        """How the window follows the film, where the form does. Raises CannotRead."""
        if self._framing is None:
            self._framing = (framing_for(self.film, self.form) if self.form else None,)
        return self._framing[0]

    def frame(self, seconds: Fraction) -> Frame:
        """The film's frame on screen at `seconds`; the last one after the end."""
        return self.reader.at(seconds + self._slack)

    def moment(self, seconds: Fraction, *, doubled: bool) -> Frame:
        """The same; with `doubled` the field of it that is on screen then, as a whole picture."""
        if not doubled:
            return self.frame(seconds)
        video = self.film.video
        step = 1 / video.rate.value
        # Half a frame means the other field here, so less than that may be forgiven.
        seconds += min(self._slack, step / 8)
        frame = self.reader.at(seconds)
        late = seconds - frame.seconds >= step / 2
        lower = late == (video.first_field != "bottom")
        return replace(frame, native=deinterlaced(frame.native, lower=lower))

    def rgb(self, seconds: Fraction) -> npt.NDArray[np.uint8]:
        """The same as an RGB picture of the clip's size."""
        frame = self.moment(seconds, doubled=self.form is not None and self.form.doubled)
        if self.form is None or self.form.view is None:
            return frame.rgb()
        if self._shaper is None:
            self._shaper = shaper_of(self.film, self.form, self.framing)
        return self._shaper.rgb(frame)

    def close(self) -> None:
        """Let the file go; it opens again when a frame is asked for."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None
