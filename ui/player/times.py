"""How a film's times are shown and typed: as timecode, frame numbers or seconds."""

from __future__ import annotations

import re
from fractions import Fraction

from studio.core.errors import BadValue
from studio.core.said import said
from studio.core.time import FrameRate, clock, frame_of_timecode, parse_time, timecode
from studio.media.film import Film

MODES = ("timecode", "frames", "seconds")
MODE_TEXTS = {
    "timecode": said("Timecode"),
    "frames": said("Frames"),
    "seconds": said("Seconds"),
}
HINT = said("Write 41205 or 4:12:05 (frames), 41.2 (seconds), 989f, +12 or -1:00 (from here).")
_SIGNED = re.compile(r"([+-])\s*(\S.*)")
_DIGITS = re.compile(r"\d{1,9}")
_FIELDS = re.compile(r"\d{1,3}(?:[:;]\d{1,3}){1,3}")


def time_text(film: Film, index: int, mode: str) -> str:
    """The frame number `index` in the way of MODES."""
    if mode == "frames":
        return f"{index}"
    if mode == "seconds":
        return clock(film.video.rate.seconds(index))
    return timecode(index, film.video.rate)


def typed_time(text: str, film: Film, here: int, mode: str) -> Fraction:
    """The seconds a person means who stands at frame `here` and counts in `mode`.

    Digits fill a timecode from its right end, as in editing programs: 41205 is 00:04:12:05, and
    1:02 is one second and two frames. A sign counts from here. Raises BadValue.
    """
    raw = text.strip()
    rate = film.video.rate
    if signed := _SIGNED.fullmatch(raw):
        way = 1 if signed[1] == "+" else -1
        return rate.seconds(here) + way * _length(signed[2], rate, mode)
    if _DIGITS.fullmatch(raw) and mode == "frames":
        return rate.seconds(int(raw))
    if mode != "seconds" and (fields := _fields(raw)):
        return _at(fields, rate)
    return _plain(raw, rate)


def _length(raw: str, rate: FrameRate, mode: str) -> Fraction:
    """A span of time: plain digits are frames, or seconds where those are counted."""
    if _DIGITS.fullmatch(raw):
        return Fraction(int(raw)) if mode == "seconds" else rate.seconds(int(raw))
    if mode != "seconds" and (fields := _fields(raw)):
        return rate.seconds(_count(fields, rate))
    return _plain(raw, rate)


def _plain(raw: str, rate: FrameRate) -> Fraction:
    try:
        return parse_time(raw, rate)
    except BadValue as error:
        raise BadValue(said("“{text}” is not a time.", text=raw), hint=HINT) from error


def _fields(raw: str) -> tuple[int, ...]:
    """Hours, minutes, seconds and frames of what fills them from the right; () for other text."""
    if _DIGITS.fullmatch(raw):
        padded = raw.zfill(8)
        return tuple(int(padded[at:end]) for at, end in ((0, -6), (-6, -4), (-4, -2), (-2, None)))
    if _FIELDS.fullmatch(raw):
        found = [int(one) for one in re.split("[:;]", raw)]
        return (*(0,) * (4 - len(found)), *found)
    return ()


def _count(fields: tuple[int, ...], rate: FrameRate) -> int:
    hours, minutes, seconds, frames = fields
    return ((hours * 60 + minutes) * 60 + seconds) * rate.nominal + frames


def _at(fields: tuple[int, ...], rate: FrameRate) -> Fraction:
    """The place a timecode names; fields that run over, such as 90 frames, are carried."""
    _, minutes, seconds, frames = fields
    if minutes > 59 or seconds > 59 or frames >= rate.nominal:
        return rate.seconds(_count(fields, rate))
    sign = ";" if ";" in timecode(0, rate) else ":"
    hours = fields[0]
    return rate.seconds(
        frame_of_timecode(f"{hours:02}:{minutes:02}:{seconds:02}{sign}{frames:02}", rate)
    )
