"""How a cue comes and goes: its place in time, and how opaque it is on each picture there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from studio.captions.style import CaptionStyle
from studio.core.time import FrameRate, round_half_up, visible_frames
from studio.subs.cue import Cue

# What an ASS file says of one cue, in milliseconds.
_FAD = re.compile(r"\\fad\(\s*(\d{1,5})\s*,\s*(\d{1,5})\s*\)")
# A cue is whole for at least the third of its time, however slow it should come and go.
_MOST = 3
# Where the rate varies, places are milliseconds: opacity then changes every 10 of them, and begins
# as if a picture of 40 had been there before.
_STEP, _LEAD = 10, 40
WHOLE = 255


@dataclass(frozen=True, slots=True)
class Stay:
    """A cue from `start` up to `stop`, opaque after `rise` and until `fall` before the end.

    Places are frame numbers where the rate is constant (`step` 1), milliseconds where it is not.
    """

    start: int
    stop: int
    cue: Cue
    rise: int = 0
    fall: int = 0
    step: int = 1

    def opacity(self, place: int) -> int:
        """0 to 255 at a place inside; the first and the last picture of a ramp are seen."""
        coming = self._part(place - self.start, self.rise)
        going = self._part(self.stop - self.step - place, self.fall)
        return round_half_up(WHOLE * min(coming, going))

    def edges(self) -> set[int]:
        """Every place where it is shown otherwise than before."""
        coming = range(self.start, self.start + self.rise, self.step)
        going = range(self.stop - self.fall, self.stop, self.step)
        return {self.start, self.stop, self.start + self.rise, *coming, *going}

    def _part(self, gone: int, ramp: int) -> Fraction:
        lead = 1 if self.step == 1 else _LEAD
        return Fraction(1) if gone >= ramp else Fraction(max(0, gone) + lead, ramp + lead)


def stay_of(cue: Cue, style: CaptionStyle, rate: FrameRate | None) -> Stay | None:
    """When and how `cue` stands; None where it stands on no picture. `rate` None: it varies."""
    start, stop = cue.start, cue.end
    if rate is not None:
        frames = visible_frames(cue.start, cue.end, rate)
        start, stop = frames.start, frames.stop
    if start >= stop:
        return None
    told = _FAD.search(cue.text)
    rise, fall = (
        (Fraction(int(told[1]), 1000), Fraction(int(told[2]), 1000))
        if told
        else (Fraction(str(style.fade_in)), Fraction(str(style.fade_out)))
    )
    most = (stop - start) // _MOST
    if rate is not None:
        frames_up, frames_down = (min(most, round_half_up(n * rate.value)) for n in (rise, fall))
        return Stay(start, stop, cue, frames_up, frames_down)
    up, down = (min(most, round_half_up(n * 1000)) // _STEP * _STEP for n in (rise, fall))
    return Stay(start, stop, cue, up, down, _STEP)
