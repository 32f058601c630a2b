"""Exact time: rates, frames, SMPTE timecode, and the one rule of which frames show a cue.

Seconds are `Fraction`, cue times are whole milliseconds, picture times are PTS with their time
base; nothing here is ever a float.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from studio.core.errors import BadValue
from studio.core.exact import exact
from studio.core.said import said

_NTSC = {
    Fraction(n): Fraction(round(n) * 1000, 1001)
    for n in map(Fraction, ("23.976", "23.98", "29.97", "47.952", "59.94", "119.88"))
}


def round_half_up(value: Fraction) -> int:
    """The nearest whole number; halves go up, so that neighbours never both take a frame."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


@dataclass(frozen=True, slots=True)
class FrameRate:
    """Frames per second as an exact fraction, above 0 and at most 1000."""

    value: Fraction

    def __post_init__(self) -> None:
        if not 0 < self.value <= 1000:
            raise BadValue(
                said(
                    "A frame rate of {value} is out of bounds (above 0, at most 1000).",
                    value=self.value,
                )
            )

    @classmethod
    def parse(cls, text: str) -> FrameRate:
        """From `24000/1001`, `25`, `23.976` (which means 24000/1001). Raises BadValue."""
        try:
            value = exact(text)
        except BadValue as error:
            raise BadValue(
                said("“{text}” is not a frame rate.", text=text[:40]), hint=error.hint
            ) from None
        return cls(_NTSC.get(value, value))

    def __str__(self) -> str:
        value = self.value
        return str(value.numerator) if value.denominator == 1 else f"{value}"

    @property
    def nominal(self) -> int:
        """The whole number of frames that a timecode counts to a second: 24 for 24000/1001."""
        return max(1, round_half_up(self.value))

    @property
    def can_drop(self) -> bool:
        """Whether SMPTE ST 12-1 defines drop-frame counting: 29.97 and its double."""
        return self.value in (Fraction(30000, 1001), Fraction(60000, 1001))

    def frame_at(self, seconds: Fraction) -> int:
        """The frame that is on screen at `seconds`: floor."""
        # In whole numbers, as in `visible_frames`: this is asked for each frame of a film.
        rate = self.value
        return seconds.numerator * rate.numerator // (seconds.denominator * rate.denominator)

    def nearest_frame(self, seconds: Fraction) -> int:
        """The frame whose start is nearest; halves go up."""
        rate = self.value
        whole = seconds.denominator * rate.denominator
        return (2 * seconds.numerator * rate.numerator + whole) // (2 * whole)

    def seconds(self, frame: int) -> Fraction:
        """When `frame` starts, from the first frame."""
        return Fraction(frame * self.value.denominator, self.value.numerator)


def visible_frames(start_ms: int, end_ms: int, rate: FrameRate) -> range:
    """The frames that show a cue: round(in × rate) ≤ n < round(out × rate). The one rule."""
    # In whole numbers: by `nearest_frame` it is the same and takes ninety times as long, and a film
    # has thousands of cues.
    twice = 2 * rate.value.numerator
    whole = 1000 * rate.value.denominator
    return range((start_ms * twice + whole) // (2 * whole), (end_ms * twice + whole) // (2 * whole))


def cue_is_visible(
    start_ms: int, end_ms: int, index: int, seconds: Fraction, rate: FrameRate | None
) -> bool:
    """Whether the frame number `index`, shown from `seconds`, shows the cue.

    With a constant `rate` the frame rule of `visible_frames` holds; without (VFR) in ≤ pts < out.
    """
    if rate is not None:
        return index in visible_frames(start_ms, end_ms, rate)
    return Fraction(start_ms, 1000) <= seconds < Fraction(end_ms, 1000)


def timecode(frame: int, rate: FrameRate, *, drop: bool | None = None) -> str:
    """SMPTE timecode `HH:MM:SS:FF` (`;` before the frames when drop-frame).

    `drop` None means drop-frame wherever the rate allows it, as broadcasters expect at 29.97.
    """
    use_drop = rate.can_drop if drop is None else drop
    if use_drop and not rate.can_drop:
        raise BadValue(
            said("Drop-frame timecode is not defined at {rate} frames a second.", rate=rate)
        )
    sign = "-" if frame < 0 else ""
    number = abs(frame)
    nominal = rate.nominal
    if use_drop:
        number = _with_dropped(number, nominal)
    seconds, frames = divmod(number, nominal)
    minutes, secs = divmod(seconds, 60)
    hours, mins = divmod(minutes, 60)
    width = len(str(nominal - 1))
    mark = ";" if use_drop else ":"
    return f"{sign}{hours:02}:{mins:02}:{secs:02}{mark}{frames:0{max(2, width)}}"


def _with_dropped(frame: int, nominal: int) -> int:
    """Frame count to timecode count: two (or four) numbers a minute left out but each tenth."""
    drop = nominal // 15
    per_minute = nominal * 60 - drop
    per_ten = per_minute * 10 + drop
    tens, rest = divmod(frame, per_ten)
    extra = drop * ((rest - drop) // per_minute) if rest >= drop else 0
    return frame + tens * drop * 9 + max(0, extra)


_TIMECODE = re.compile(r"(\d{1,3}):(\d{2}):(\d{2})([:;])(\d{2,3})")
_CLOCK = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,2}):)?(\d{1,2})(?:[.,](\d{1,9}))?")
_PLAIN = re.compile(r"(\d{1,9})(?:[.,](\d{1,9}))?s?")
_FRAME = re.compile(r"(\d{1,9})f")


def frame_of_timecode(text: str, rate: FrameRate) -> int:
    """The frame number of `HH:MM:SS:FF` or `HH:MM:SS;FF` (drop). Raises BadValue."""
    match = _TIMECODE.fullmatch(text.strip())
    if match is None:
        raise BadValue(
            said("“{text}” is not a timecode.", text=text), hint=said("Write it as 00:00:41:05.")
        )
    hours, minutes, seconds = (int(match[n]) for n in (1, 2, 3))
    frames = int(match[5])
    drop = match[4] == ";"
    nominal = rate.nominal
    if drop and not rate.can_drop:
        raise BadValue(
            said("“{text}” counts drop-frame, but the film runs at {rate}.", text=text, rate=rate),
            hint=said("Use “:” before the frames."),
        )
    if minutes > 59 or seconds > 59 or frames >= nominal:
        raise BadValue(
            said(
                "“{text}” is out of bounds: minutes and seconds go to 59, frames to {nominal}.",
                text=text,
                nominal=nominal - 1,
            )
        )
    number = ((hours * 60 + minutes) * 60 + seconds) * nominal + frames
    if not drop:
        return number
    skipped = nominal // 15
    if seconds == 0 and frames < skipped and minutes % 10:
        raise BadValue(
            said("“{text}” does not exist in drop-frame timecode.", text=text),
            hint=said("Use frame {skipped:02} or later.", skipped=skipped),
        )
    total = hours * 60 + minutes
    return number - skipped * (total - total // 10)


def parse_time(text: str, rate: FrameRate | None = None) -> Fraction:
    """Seconds from `00:00:41.208`, `41.2`, `41.2s`, `00:00:41:05`, `00:00:41;05` or `989f`.

    Timecodes and frame counts need the `rate`. Raises BadValue that says what can be written.
    """
    raw = text.strip()
    if match := _PLAIN.fullmatch(raw):
        return Fraction(int(match[1])) + _decimal(match[2])
    if rate is not None and (match := _FRAME.fullmatch(raw)):
        return rate.seconds(int(match[1]))
    if _TIMECODE.fullmatch(raw):
        if rate is None:
            raise BadValue(
                said("“{text}” counts frames, but there is no film to count them in.", text=text)
            )
        return rate.seconds(frame_of_timecode(raw, rate))
    match = _CLOCK.fullmatch(raw)
    if match is None or int(match[3]) > 59 or (match[1] and int(match[2]) > 59):
        raise BadValue(
            said("“{text}” is not a time.", text=text),
            hint=said("Write 00:00:41.208, 00:00:41:05 (frames), 41.2 or 989f."),
        )
    hours, minutes, seconds = (int(match[n] or 0) for n in (1, 2, 3))
    return Fraction((hours * 60 + minutes) * 60 + seconds) + _decimal(match[4])


def _decimal(digits: str | None) -> Fraction:
    return Fraction(int(digits), 10 ** len(digits)) if digits else Fraction(0)


def clock(seconds: Fraction, places: int = 3) -> str:
    """`HH:MM:SS.mmm`, rounded half up; minus sign for times before the first frame."""
    unit = 10**places
    ticks = round_half_up(abs(seconds) * unit)
    whole, part = divmod(ticks, unit)
    minutes, secs = divmod(whole, 60)
    hours, mins = divmod(minutes, 60)
    sign = "-" if seconds < 0 and ticks else ""
    tail = f".{part:0{places}}" if places else ""
    return f"{sign}{hours:02}:{mins:02}:{secs:02}{tail}"


def milliseconds(seconds: Fraction) -> int:
    """Whole milliseconds, halves up."""
    return round_half_up(seconds * 1000)
