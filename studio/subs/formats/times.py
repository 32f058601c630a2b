"""Time lines of SubRip and WebVTT as people and programs really write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from studio.core.said import said
from studio.core.words import counted

# Every repetition is bounded: a hostile line must take linear time.
_N = r"\d{1,9}"
# The grammar of the `srt` package, which takes any of these marks between any fields.
_SRT_TIME = rf"{_N}[,.:，．。：]{_N}[,.:，．。：]{_N}[,.:，．。：]?\d{{0,9}}"
# Blanks around the marks come from machine translation, full-width marks from Chinese editors.
_COLON = r"[ \t]{0,2}[:：][ \t]{0,2}"
_POINT = r"[ \t]{0,2}[,.:;，．。：][ \t]{0,2}"
_CLOCK = rf"[-−]?{_N}{_COLON}{_N}{_COLON}{_N}{_POINT}(?:\d{{1,9}}(?!\d)|\d{{3}})"
_LOOSE = (
    rf"[-−]?{_N}{_COLON}{_N}{_COLON}{_N}(?:{_POINT}\d{{0,9}})?"
    rf"|[-−]?{_N}{_COLON}\d{{2,3}}(?:[ \t]{{0,2}}[,.，．。][ \t]{{0,2}}\d{{1,9}})?"
    rf"|[-−]?{_N}[.,]\d{{3}}"
)
_SRT_ARROW = r"[ \t]{0,99}-[ -] {0,99}> {0,99}"
_ARROW = r"[ \t]{0,99}(?:[-–—−][ -]{0,3}[-–—−]?[ \t]{0,99}[>＞]|=[ \t]?>|→|⟶)[ \t]{0,99}"
_ALONE = re.compile(
    rf"[ \t]{{0,80}}(?:(?P<index>\d{{1,9}})[ \t]{{1,4}})?"
    rf"(?P<start>{_SRT_TIME}|{_LOOSE}){_ARROW}(?P<end>{_SRT_TIME}|{_LOOSE})(?!\d)(?P<rest>.*)"
)
_WITHIN = re.compile(rf"(?P<start>{_CLOCK}){_ARROW}(?P<end>{_CLOCK})")
_STRICT_ARROW = re.compile(_SRT_ARROW)
_BROKEN_ARROW = re.compile(r"-{1,2}[ ]?>")
_TIMEISH = re.compile(r"[-−]?\d{1,40}[:.,]\S{0,80}")
_SPLIT = re.compile(r"[:：,.;，．。]")
ARROW_HEADS = re.compile("[>＞→⟶]")
_ARROW_MARKS = (">", "＞", "→", "⟶")
_COLONS = ":：;"
STRICT_SRT = re.compile(r"\d{2,}:[0-5]\d:[0-5]\d,\d{3} --> \d{2,}:[0-5]\d:[0-5]\d,\d{3}")
STRICT_VTT = re.compile(
    r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
)


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A line that carries a time code: what stands before it, its two times, what follows."""

    before: str
    start: str
    end: str
    rest: str


def time_line(line: str) -> TimeLine | None:
    """The first time code in `line`, None where there is none.

    Short forms (`01:02 --> 01:04`) count only when the line begins with them; a full one with
    milliseconds is found anywhere, because line ends get lost.
    """
    if not any(mark in line for mark in _ARROW_MARKS):
        return None
    match = _ALONE.match(line)
    if match is not None and _plausible(match):
        return TimeLine(match["index"] or "", match["start"], match["end"], match["rest"].strip())
    match = _WITHIN.search(line)
    if match is None:
        return None
    return TimeLine(
        line[: match.start()].strip(), match["start"], match["end"], line[match.end() :].strip()
    )


def pieces(line: str) -> tuple[str, ...]:
    """The line itself, or its parts where it holds several time codes (line ends got lost)."""
    if line.count(">") < 2:
        return (line,)
    starts = [match.start() for match in _WITHIN.finditer(line)]
    if len(starts) < 2:
        return (line,)
    cuts = [0, *starts[1:], len(line)]
    return tuple(line[a:b] for a, b in pairwise(cuts))


def _plausible(match: re.Match[str]) -> bool:
    """“12.5 -> 13.5” and “1,000,000 -> 2,000,000” are text; with `-->` they are times."""
    arrow = match.string[match.end("start") : match.start("end")]
    strict = _STRICT_ARROW.fullmatch(arrow) is not None
    fields = min(len(_SPLIT.findall(match[side])) for side in ("start", "end"))
    if fields >= 2:
        return strict or any(mark in match["start"] for mark in ":：")
    return strict and not match["rest"].strip()


def broken_time_line(line: str) -> bool:
    """Whether a line is a time code that cannot be read: a side is missing or damaged."""
    match = _BROKEN_ARROW.search(line)
    if match is None:
        return False
    left = line[: match.start()].strip()
    right, _, rest = line[match.end() :].strip().partition(" ")
    left_is, right_is = _TIMEISH.fullmatch(left), _TIMEISH.fullmatch(right)
    if left_is and right_is:
        return True
    if right_is and not left:
        return True
    return left_is is not None and not rest


def looks_timed(text: str) -> bool:
    """Whether a line of a text would be read as a time code if it were written as it is."""
    if not any(mark in text for mark in _ARROW_MARKS):
        return False
    return any(time_line(line) is not None or broken_time_line(line) for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in milliseconds, and what had to be guessed to read it, in words."""

    ms: int
    notes: tuple[str, ...] = ()


def moment(raw: str, *, fraction: bool) -> Moment:
    """Milliseconds of a time that `time_line` found.

    Three fields are hours, minutes, seconds; a fourth is milliseconds. `fraction` False counts
    its digits as whole milliseconds, as the `srt` package and players do; True as a decimal
    fraction. `01:02,345` is minutes, seconds, milliseconds (the package takes 345 for seconds).
    """
    text = re.sub(r"[ \t]", "", raw)
    negative = text[0] in "-−"
    text = text.lstrip("-−")
    marks = _SPLIT.findall(text)
    fields = _SPLIT.split(text)
    hours, minutes, seconds, decimals, missing = _placed(fields, marks)
    thousandths, counted_as = _thousandths(decimals, fraction)
    high = said("minutes or seconds above 59") if minutes > 59 or seconds > 59 else ""
    early = said("before the film's start") if negative else ""
    total = ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
    notes = tuple(note for note in (missing, counted_as, high, early) if note)
    return Moment(-total if negative else total, notes)


def _placed(fields: list[str], marks: list[str]) -> tuple[int, int, int, str, str]:
    numbers = [int(field) if field else 0 for field in fields]
    if len(fields) == 4:
        return numbers[0], numbers[1], numbers[2], fields[3], ""
    if len(fields) == 3:
        if marks[0] in _COLONS and marks[1] not in _COLONS:
            return 0, numbers[0], numbers[1], fields[2], said("no hours")
        return numbers[0], numbers[1], numbers[2], "", said("no milliseconds")
    if marks[0] in _COLONS:
        return 0, numbers[0], numbers[1], "", said("no hours and no milliseconds")
    return 0, 0, numbers[0], fields[1], said("no minutes")


def _thousandths(decimals: str, fraction: bool) -> tuple[int, str]:
    if not decimals or len(decimals) == 3:
        return int(decimals or 0), ""
    taken = int(decimals[:3].ljust(3, "0") if fraction else decimals)
    digits = counted(len(decimals), "digit")
    return taken, said(
        "{digits} after the seconds, taken as {taken} ms", digits=digits, taken=taken
    )


def clock_text(ms: int, decimal: str) -> str:
    """`HH:MM:SS` with milliseconds after `decimal`; times before the start become 0."""
    seconds, thousandths = divmod(max(0, ms), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{decimal}{thousandths:03}"
