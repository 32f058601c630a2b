"""Markers that were set in an editing program, read from its lists, as picks of a film's frames."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
from charset_normalizer import from_bytes

from studio.core.errors import BadValue, StudioError
from studio.core.files import read_bytes
from studio.core.said import said
from studio.core.time import frame_of_timecode, timecode
from studio.media.film import Film
from studio.shots.structure import Whole

# Lists are small; whatever is larger is another kind of file.
_LIMIT = 8 * 1024 * 1024
_TIMECODE = r"\d{1,2}[:;.]\d{2}[:;.]\d{2}[:;.]\d{2,3}"
_CODE = re.compile(r"(\d{1,2})[:;.](\d{2})[:;.](\d{2})([:;.])(\d{2,3})")
# `* LOC: 01:00:05:12 RED     NAME`: Avid, and Premiere when asked for markers.
_LOC = re.compile(r"\*\s*LOC:\s*(\S*)\s*(.*)", re.IGNORECASE)
# An event: number, reel, track, kind, then source in and out, record in and out.
_EVENT = re.compile(
    rf"\d{{1,6}}\s+\S+\s+\S+\s+\S+.*?\s({_TIMECODE})\s+({_TIMECODE})\s+({_TIMECODE})\s+({_TIMECODE})"
)
# Resolve's marker list: the note, then `|C:ResolveColorBlue |M:Name |D:1` after the marker's event.
_RESOLVE = re.compile(r"(.*?)\s*\|C:(\S*)\s*\|M:(.*?)\s*\|D:\d+\s*")
_FCM = re.compile(r"FCM:\s*(NON-DROP|DROP)", re.IGNORECASE)
_COLOURS = frozenset(
    [
        "red",
        "green",
        "blue",
        "cyan",
        "magenta",
        "yellow",
        "black",
        "white",
        "pink",
        "purple",
        "orange",
        "fuchsia",
        "rose",
        "lavender",
        "sky",
        "mint",
        "lemon",
        "sand",
        "cocoa",
        "cream",
        "violet",
        "grey",
        "gray",
    ]
)
_RESOLVE_COLOUR = "ResolveColor"
_TICK = Fraction(1, 1000)


@dataclass(frozen=True, slots=True)
class Pick:
    """A marker on a frame: its `pts`, and what the editor called it; `line` counts from 1.

    `colour` is a lower-case English word, empty where there is none.
    """

    pts: int
    name: str
    note: str
    colour: str
    line: int


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that should be a marker and is none that can be used, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Markers:
    """What a list holds, in its order. `start` is the timecode of the film's first frame in it."""

    picks: tuple[Pick, ...]
    bad: tuple[BadLine, ...]
    start: str
    encoding: str

    @property
    def frames(self) -> tuple[int, ...]:
        """The PTS of the picked frames, each once, in order of time."""
        return tuple(sorted({pick.pts for pick in self.picks}))


@dataclass(frozen=True, slots=True)
class _Marker:
    """A marker as it is written."""

    line: int
    text: str
    code: str
    name: str = ""
    note: str = ""
    colour: str = ""
    drop: bool = False


def read_edl_markers(path: Path, film: Film, pts: Whole, start: str = "") -> Markers:
    """The markers of a list: an EDL with `* LOC:` lines or Resolve's, Avid's or Premiere's table.

    `pts` are those of all frames of the film, as its analysis has them. `start` is the timecode
    that the list gives to the first frame; where it is empty that is 00:00:00:00, or, if the
    earliest marker lies after the film's end then, its whole hour: timelines begin at 01:00:00:00.
    Times count frames of the film's rate; for a variable rate those of the grid it stands on.
    UTF-8, UTF-16 and the old code pages are told apart. Lines that cannot be used are in `bad`.
    Raises CannotRead for what is no text, BadValue for a `start` that is no timecode.
    """
    text, encoding = _decoded(read_bytes(path, _LIMIT))
    lines = re.split(r"\r\n|\r|\n", text)
    found = list(_edl(lines)) or list(_table(lines))
    return _Placing(film, pts).placed(found, start, encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace").lstrip("\ufeff"), name
    # Without a mark: Latin letters in two bytes have a zero in each.
    zeros = data[:2000].count(0)
    if zeros > len(data[:2000]) // 4:
        name = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
        return data.decode(name, "replace"), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        best = from_bytes(data).best()
        name = best.encoding if best is not None else "cp1252"
        return data.decode(name, "replace"), name


def _edl(lines: list[str]) -> Iterator[_Marker]:
    """Markers of an EDL; a Resolve marker stands on the record time of the event before it."""
    drop = False
    record = ""
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if match := _FCM.match(line):
            drop = match[1].upper() == "DROP"
        elif match := _LOC.match(line):
            colour, name = _colour_and_name(match[2])
            yield _Marker(number, line, match[1], name, "", colour, drop)
        elif match := _RESOLVE.fullmatch(line):
            colour = match[2].removeprefix(_RESOLVE_COLOUR).lower()
            yield _Marker(number, line, record, match[3].strip(), match[1].strip(), colour, drop)
        elif match := _EVENT.match(line):
            record = match[3]


def _colour_and_name(text: str) -> tuple[str, str]:
    first, _, rest = text.strip().partition(" ")
    if first.lower() in _COLOURS:
        return first.lower(), rest.strip()
    return "", text.strip()


def _table(lines: list[str]) -> Iterator[_Marker]:
    """Avid's markers (name, timecode, track, colour, comment) or Premiere's with its header."""
    columns: dict[str, int] = {}
    for number, raw in enumerate(lines, 1):
        mark = "\t" if "\t" in raw else ","
        cells = [cell.strip().strip('"') for cell in raw.split(mark)]
        lowered = [cell.lower() for cell in cells]
        if not columns and "in" in lowered and "marker name" in lowered:
            columns = {name: at for at, name in enumerate(lowered)}
        elif columns and raw.strip():
            yield _premiere(number, raw, cells, columns)
        elif mark == "\t" and len(cells) >= 4:
            code, colour, note = cells[1], cells[3].lower(), "".join(cells[4:5])
            yield _Marker(number, raw.strip(), code, note or cells[0], note, colour)


def _premiere(number: int, raw: str, cells: list[str], columns: dict[str, int]) -> _Marker:
    def cell(name: str) -> str:
        at = columns.get(name, len(cells))
        return cells[at] if at < len(cells) else ""

    return _Marker(number, raw.strip(), cell("in"), cell("marker name"), cell("description"))


class _Placing:
    """Puts markers onto the frames of a film."""

    def __init__(self, film: Film, pts: Whole) -> None:
        self._film, self._pts = film, pts
        self._drop = False
        rate = film.video.rate
        # Where every frame is one step long the nearest counts; else the one that is shown.
        self._slack = 1 / rate.value / 2 if film.video.constant_rate else _TICK

    def placed(self, markers: list[_Marker], start: str, encoding: str) -> Markers:
        """The markers on the film's frames; those that cannot be are told."""
        numbers: dict[_Marker, int] = {}
        bad: list[BadLine] = []
        for marker in markers:
            try:
                numbers[marker] = self._number(marker)
            except StudioError as error:
                bad.append(BadLine(marker.line, marker.text, str(error)))
        first = self._first(start, numbers.values())
        picks = []
        for marker, number in numbers.items():
            at = self._frame(number - first)
            if at is None:
                why = said("{code} lies outside of the film.", code=marker.code)
                bad.append(BadLine(marker.line, marker.text, why))
            else:
                words = (marker.name, marker.note, marker.colour, marker.line)
                picks.append(Pick(int(self._pts[at]), *words))
        bad.sort(key=lambda one: one.line)
        told = timecode(first, self._film.video.rate, drop=self._drop)
        return Markers(tuple(picks), tuple(bad), told, encoding)

    def _number(self, marker: _Marker) -> int:
        """The frame that a timecode counts; in a drop-frame list colons count so too."""
        rate = self._film.video.rate
        if not marker.code:
            raise BadValue(said("There is no timecode in this line."))
        parts = _CODE.fullmatch(marker.code)
        if parts is None:
            return frame_of_timecode(marker.code, rate)
        drop = parts[4] == ";" or (marker.drop and rate.can_drop)
        code = f"{parts[1]}:{parts[2]}:{parts[3]}{';' if drop else ':'}{parts[5]}"
        number = frame_of_timecode(code, rate)
        self._drop = self._drop or drop
        return number

    def _first(self, start: str, numbers: Iterable[int]) -> int:
        """The number that the list gives to the film's first frame. Raises BadValue."""
        rate = self._film.video.rate
        if start:
            return frame_of_timecode(start, rate)
        earliest = min(numbers, default=0)
        if rate.seconds(earliest) < self._film.duration:
            return 0
        hours = timecode(earliest, rate, drop=self._drop).split(":")[0]
        return frame_of_timecode(f"{hours}:00:00{';' if self._drop else ':'}00", rate)

    def _frame(self, number: int) -> int | None:
        """The place among all frames of the one that is number `number`."""
        time = self._film.video.rate.seconds(number)
        if not 0 <= time < self._film.duration:
            return None
        goal = self._film.video.first_pts + (time + self._slack) / self._film.video.time_base
        at = int(np.searchsorted(self._pts, float(goal), side="right")) - 1
        return at if at >= 0 else None
