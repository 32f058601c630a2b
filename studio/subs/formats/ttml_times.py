"""Times of TTML at rational rates: clock, frames, ticks and offsets, and how they nest.

Rules: Timed Text Markup Language 1 and 2, “timing” and “time expression semantics”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from studio.subs.formats.markup import Mark

_CLOCK = re.compile(r"(\d{1,9}):(\d{1,3}):(\d{1,3})(?:[.,](\d{1,20})|:(\d{1,4})(?:\.(\d{1,4}))?)?")
_OFFSET = re.compile(r"(\d{1,18}(?:\.\d{1,18})?)\s?(h|ms|m|s|f|t)")
# What music services write: seconds, or minutes and seconds, without a unit.
_BARE = re.compile(r"(?:(\d{1,9}):)?(\d{1,9}(?:[.,]\d{1,18})?)")
_RATIO = re.compile(r"(\d{1,9})\s*[\s:/]\s*(\d{1,9})")
_UNITS = {"h": Fraction(3600), "m": Fraction(60), "s": Fraction(1), "ms": Fraction(1, 1000)}


@dataclass(frozen=True, slots=True)
class Clock:
    """How a document counts. `rate` is frames a second as they pass, `nominal` as they are
    numbered; `smpte` says that clock times are labels of frames; `absolute` that times inside timed
    parts count from the start all the same, as music services write them."""

    rate: Fraction = Fraction(30)
    nominal: int = 30
    sub: int = 1
    tick: Fraction = Fraction(1)
    smpte: bool = False
    drop: str = "nonDrop"
    absolute: bool = False


def clock_of(root: Mark) -> Clock:
    """What the root element's parameters say; impossible ones count as not given."""
    given = _number(root.value("frameRate"))
    nominal = given or 30
    multiplier = _RATIO.fullmatch(root.value("frameRateMultiplier").strip())
    rate = Fraction(nominal)
    if multiplier is not None and int(multiplier[1]) and int(multiplier[2]):
        rate *= Fraction(int(multiplier[1]), int(multiplier[2]))
    sub = _number(root.value("subFrameRate")) or 1
    ticks = _number(root.value("tickRate"))
    tick = Fraction(ticks) if ticks else rate * sub if given else Fraction(1)
    return Clock(
        rate, nominal, sub, tick, root.value("timeBase") == "smpte", root.value("dropMode")
    )


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,9}", text) else 0


def seconds(text: str, clock: Clock) -> Fraction | None:
    """A time expression in seconds; None where it is none that can be read."""
    text = text.strip()
    offset = _OFFSET.fullmatch(text)
    if offset is not None:
        per = {**_UNITS, "f": 1 / clock.rate, "t": 1 / clock.tick}[offset[2]]
        return Fraction(offset[1]) * per
    match = _CLOCK.fullmatch(text)
    if match is not None:
        return _clock_seconds(match, clock)
    bare = _BARE.fullmatch(text)
    if bare is None:
        return None
    return int(bare[1] or 0) * 60 + Fraction(bare[2].replace(",", "."))


def unusual(text: str) -> bool:
    """Whether a time that can be read is not written as TTML has it."""
    text = text.strip()
    match = _CLOCK.fullmatch(text)
    if match is not None:
        return "," in text or int(match[2]) > 59 or int(match[3]) > 60
    return _OFFSET.fullmatch(text) is None or " " in text


def _clock_seconds(match: re.Match[str], clock: Clock) -> Fraction:
    hours, minutes, whole = (int(match[n]) for n in (1, 2, 3))
    total = (hours * 60 + minutes) * 60 + whole
    if not clock.smpte and match[5] is None:
        digits = match[4] or ""
        scale = 10 ** len(digits)
        return Fraction(total * scale + int(digits or 0), scale)
    frames = Fraction(int(match[5] or 0)) + Fraction(int(match[6] or 0), clock.sub)
    fraction = Fraction(f"0.{match[4]}") if match[4] else Fraction(0)
    if not clock.smpte:
        return total + fraction + frames / clock.rate
    counted = (total + fraction) * clock.nominal + frames
    return (counted - _dropped(hours, minutes, clock.drop)) / clock.rate


def _dropped(hours: int, minutes: int, drop: str) -> int:
    """Labels that a drop-frame count has left out up to this minute."""
    if drop == "dropNTSC":
        return (hours * 54 + minutes - minutes // 10) * 2
    if drop == "dropPAL":
        return (hours * 27 + minutes // 2 - minutes // 20) * 4
    return 0


def label(ms: int, clock: Clock) -> tuple[str, bool]:
    """The SMPTE label of the frame nearest to a time, and whether it is that very millisecond."""
    frames = round(Fraction(ms, 1000) * clock.rate)
    counted = frames
    for _ in range(3):
        minutes = counted // (clock.nominal * 60)
        counted = frames + _dropped(minutes // 60, minutes % 60, clock.drop)
    rest, frame = divmod(counted, clock.nominal)
    rest, second = divmod(rest, 60)
    hour, minute = divmod(rest, 60)
    text = f"{hour:02}:{minute:02}:{second:02}:{frame:02}"
    back = seconds(text, clock)
    return text, back is not None and round(back * 1000) == ms


@dataclass(slots=True)
class Span:
    """The time of an element, in seconds from the start; `end` None: open. `cursor` is where the
    next child of a sequence begins."""

    begin: Fraction
    end: Fraction | None
    seq: bool = False
    cursor: Fraction = Fraction(0)
    timed: bool = False
    bad: bool = False


def placed(mark: Mark, parent: Span, clock: Clock) -> Span:
    """The time of an element inside of its parent's. `timed` says that it or one around it has a
    time; `bad` that one of its times cannot be read."""
    raw = {name: mark.value(name) for name in ("begin", "end", "dur")}
    read = {name: seconds(text, clock) for name, text in raw.items() if text}
    base = parent.cursor if parent.seq else parent.begin
    if clock.absolute and raw["begin"]:
        base = Fraction(0)
    begin = base + (read.get("begin") or 0)
    ends: list[Fraction] = []
    if (end := read.get("end")) is not None:
        ends.append(base + end)
    if (dur := read.get("dur")) is not None:
        ends.append(begin + dur)
    last = min(ends) if ends else parent.end
    if parent.seq and last is not None:
        parent.cursor = max(parent.cursor, last)
    return Span(
        begin,
        last,
        mark.value("timeContainer") == "seq",
        begin,
        timed=parent.timed or bool(read),
        bad=parent.bad or any(value is None for value in read.values()),
    )
