"""A track as ASS: into the frame it was read from, or under a header with one default style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio.core.later import later
from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Cue, Frame, Track
from studio.subs.formats.base import Written
from studio.subs.formats.frame import framed, own_frame
from studio.subs.plain import TAG

if TYPE_CHECKING:
    import pysubs2
else:
    # Few campaigns have a track in this format.
    pysubs2 = later("pysubs2")

FIELDS = (
    "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text",
)  # fmt: skip
"""The fields of a dialogue line where the file does not list them."""
_EVENTS = (
    "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)
_FORMAT = re.compile(r"(?im)^\s*Format\s*:(.*)$")
_HEADING = re.compile(r"(?im)^\s*\[[^\]\n]*events[^\]\n]*\]\s*$")
_STYLE = re.compile(r"(?im)^\s*Style\s*:\s*([^,\n]*)")
_EMPTY = {"layer": "0", "marked": "Marked=0", "marginl": "0", "marginr": "0", "marginv": "0"}
_LAST_MS = 35_999_990
_TO_ASS = re.compile(r"<(/?)([ibu])>", re.IGNORECASE)
# What would be read as an override, a break or a remark, were it written as it is.
_BRACE = re.compile(r"\{(?!\s?\\|/?[biuBIU]\})")
_BREAK = re.compile(r"\\(?=[Nnh])")

Same = Callable[[str, tuple[str, ...], Cue], bool]


@dataclass(slots=True)
class _Writing:
    """What is known while a track is written; `given` are the fields of the cue before."""

    fields: tuple[str, ...]
    styles: frozenset[str]
    same: Same
    lost: Counter[str] = field(default_factory=Counter)
    given: dict[str, str] = field(default_factory=dict)

    def line(self, cue: Cue, source: str) -> str:
        """A dialogue line: as it stood where nothing was changed, else with its other fields."""
        if source:
            values = source.partition(":")[2].lstrip(" ")
            self.given = dict(
                zip(self.fields, values.split(",", len(self.fields) - 1), strict=False)
            )
            if self.same(source, self.fields, cue):
                return source
        elif self.given.get("style", "").strip() != cue.style:
            self.given = {}
        start, end = (self._clock(ms) for ms in (cue.start, cue.end))
        text = written_text(cue.text, self.lost)
        new = {"start": start, "end": end, "style": self._style(cue), "text": text}
        values_of = {**_EMPTY, **self.given, **new}
        return "Dialogue: " + ",".join(values_of.get(name, "") for name in self.fields)

    def _style(self, cue: Cue) -> str:
        if not cue.style or cue.style == "Default" or cue.style in self.styles:
            return cue.style or "Default"
        if self.given.get("style", "").strip().lstrip("*") == cue.style:
            return self.given["style"]
        self.lost[said("styles and positions of the cues")] += 1
        return "Default"

    def _clock(self, ms: int) -> str:
        self.lost[said("times rounded to hundredths of a second")] += bool(ms % 10)
        self.lost[said("times before the film's start")] += ms < 0
        self.lost[said("times beyond the format's ten hours")] += ms > _LAST_MS
        seconds, rest = divmod((min(max(0, ms), _LAST_MS) + 5) // 10, 100)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}.{rest:02}"


def written(track: Track, same: Same) -> Written:
    """The track's text. `same` says whether a line of the frame is exactly a cue."""
    own = own_frame(track, "ass")
    frame = _with_events(own)
    known = frozenset(name.strip() for name in _STYLE.findall(frame.head))
    writing = _Writing(event_fields(frame), known, same)
    text = framed(frame, track.cues, writing.line, "\n")
    if own is None and track.cues:
        text += "\n"
    told = tuple(
        said("{loss}: {times}.", loss=what, times=counted(number, "time"))
        for what, number in sorted((+writing.lost).items())
    )
    return Written(text, told)


def _with_events(frame: Frame | None) -> Frame:
    if frame is None:
        head = pysubs2.SSAFile().to_string("ass", header_notice="").rstrip("\n")
        return Frame("ass", f"{head}\n")
    head = frame.head
    if head and not head.endswith("\n"):
        head += "\n"
    if not _HEADING.search(head):
        head += ("\n" if head else "") + _EVENTS
    return Frame("ass", head, frame.pieces, frame.tail, frame.newline)


def event_fields(frame: Frame) -> tuple[str, ...]:
    """The order of the fields: the last `Format:` below the heading of the events; nothing where
    there is no such heading or the text is not the last of them."""
    heading = _HEADING.search(frame.head)
    if heading is None:
        return ()
    listed = _FORMAT.findall(frame.head, heading.end())
    if not listed:
        return FIELDS
    if not listed[-1].strip().lower().endswith("text"):
        return ()
    return tuple(name.strip().lower() for name in listed[-1].split(","))


def written_text(text: str, lost: Counter[str]) -> str:
    """Simple tags as overrides, foreign ones out and counted, literal braces and breaks guarded."""
    if "\\" in text:
        text = _BREAK.sub("\\\\\u2060", text)
    if "{" in text:
        text = _BRACE.sub(r"\\{", text)
    marked = _TO_ASS.sub(lambda match: f"{{\\{match[2].lower()}{0 if match[1] else 1}}}", text)
    without = TAG.sub("", marked)
    if without != marked:
        lost[said("voice, font and other foreign tags")] += 1
    return without.replace("\n", "\\N")
