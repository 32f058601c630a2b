"""ASS and SSA through pysubs2: text and times kept; what a Track has no room for is told."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studio.core.later import later
from studio.core.said import said
from studio.core.words import counted, noun
from studio.subs.cue import Cue, Track
from studio.subs.formats.base import FORMATS, Dropped, Parsed, Repair, Written
from studio.subs.plain import TAG

if TYPE_CHECKING:
    import pysubs2
else:
    # Few campaigns have a track in this format.
    pysubs2 = later("pysubs2")

_TIME = re.compile(r"\s*(-?\d{1,2}):(\d{1,2}):(\d{1,2})[.:,](\d{1,3})\s*")
_EVENT = re.compile(r"\s*(Dialogue|Comment)\s*:(.*)", re.DOTALL)
_FORMAT = re.compile(r"\s*Format\s*:(.*)")
_FIELDS = (
    "layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text",
)  # fmt: skip
_HEAD = "[Script Info]\nScriptType: v4.00+\n\n[Events]\n"
_DRAWING = re.compile(r"\{[^{}]{0,4000}\\p[1-9]")
_TO_HTML = re.compile(r"\{\\([ibu])([01])\}")
_TO_ASS = re.compile(r"<(/?)([ibu])>", re.IGNORECASE)
_LOST_FIELDS = {"name": noun("name field"), "effect": noun("effect field")}


@dataclass(slots=True)
class _State:
    """Event lines in pysubs2's own field order, and what is told."""

    lines: list[str] = field(default_factory=list)
    fields: tuple[str, ...] = _FIELDS
    in_events: bool = False
    time_codes: int = 0
    repairs: list[Repair] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    aside: Counter[str] = field(default_factory=Counter)


class Ass:
    """`.ass`, `.ssa`. Reads every dialogue line; writes one default style."""

    name = "ass"
    title = "Advanced SubStation Alpha"
    extensions: tuple[str, ...] = (".ass", ".ssa")

    def sniff(self, head: str) -> float:
        """By its section headings."""
        lower = head[:4000].lower()
        if "[script info]" in lower:
            return 1.0
        return 0.8 if "[events]" in lower and "dialogue:" in lower else 0.0

    def read(self, text: str) -> Parsed:
        """Line breaks become `\\n`, `\\h` a no-break space; `\\i1` and the like simple tags."""
        state = _State()
        for number, line in enumerate(text.replace("\x00", "").split("\n"), start=1):
            _take(line, number, state)
        loaded = pysubs2.SSAFile.from_string(_HEAD + "\n".join(state.lines), format_="ass")
        cues = tuple(
            Cue(number, event.start, event.end, _read_text(event.text), style=event.style)
            for number, event in enumerate(loaded.events, start=1)
        )
        losses = tuple(
            said("{parts} of the file stand in no cue.", parts=counted(number, what))
            for what, number in sorted(state.aside.items())
        )
        return Parsed(cues, state.time_codes, tuple(state.repairs), tuple(state.dropped), losses)

    def write(self, track: Track) -> Written:
        """Times in hundredths of a second, as the format has them."""
        lost: Counter[str] = Counter()
        made = pysubs2.SSAFile()
        for cue in track.cues:
            if cue.start % 10 or cue.end % 10:
                lost[said("times rounded to hundredths of a second")] += 1
            if min(cue.start, cue.end) < 0:
                lost[said("times before the film's start")] += 1
            start, end = (min(max(0, ms), _LAST_MS) for ms in (cue.start, cue.end))
            if max(cue.start, cue.end) > _LAST_MS:
                lost[said("times beyond the format's ten hours")] += 1
            if cue.style and cue.style != "Default":
                lost[said("styles and positions of the cues")] += 1
            made.events.append(
                pysubs2.SSAEvent(start=start, end=end, text=_written_text(cue.text, lost))
            )
        text = made.to_string("ass", header_notice="")
        told = tuple(
            said("{loss}: {times}.", loss=what, times=counted(number, "time"))
            for what, number in sorted(lost.items())
        )
        return Written(text, told)


FORMATS.add("ass")(Ass())
_LAST_MS = 35_999_990


def _take(line: str, number: int, state: _State) -> None:
    heading = line.strip().lower()
    if heading.startswith("[") and heading.endswith("]"):
        state.in_events = "events" in heading
        if "fonts" in heading or "graphics" in heading:
            state.aside[noun("attachment section")] += 1
        return
    if heading.startswith("style:"):
        state.aside[noun("style")] += 1
        return
    if state.in_events and (match := _FORMAT.match(line)):
        state.fields = tuple(name.strip().lower() for name in match[1].split(","))
        return
    event = _EVENT.match(line)
    if event is not None:
        _take_event(line, number, event, state)


def _take_event(line: str, number: int, event: re.Match[str], state: _State) -> None:
    if event[1] == "Comment":
        state.aside[noun("comment line")] += 1
        return
    state.time_codes += 1
    values = event[2].split(",", max(0, len(state.fields) - 1))
    given = dict(zip(state.fields, values, strict=False))
    start, end = (_TIME.fullmatch(given.get(name, "")) for name in ("start", "end"))
    text = given.get("text")
    if start is None or end is None or text is None:
        reason = (
            said("its time code cannot be read")
            if text is not None
            else said("it has too few fields")
        )
        state.dropped.append(Dropped(number, line.strip(), reason, time_code=True))
        return
    if _DRAWING.search(text):
        reason = said("it is a drawing, not text")
        state.dropped.append(Dropped(number, line.strip(), reason, time_code=True))
        return
    for name, field_said in _LOST_FIELDS.items():
        if given.get(name, "").strip():
            state.aside[field_said] += 1
    times = ",".join(_plain_time(match) for match in (start, end))
    style = given.get("style", "Default").strip().lstrip("*") or "Default"
    state.lines.append(f"Dialogue: 0,{times},{style},,0,0,0,,{text.rstrip()}")


def _plain_time(match: re.Match[str]) -> str:
    """As pysubs2 reads it; hundredths as the format has them, other digits as a fraction."""
    hours, minutes, seconds, decimals = match.groups()
    return f"{hours}:{minutes:0>2}:{seconds:0>2}.{decimals.ljust(3, '0')[:3]}"


def _read_text(text: str) -> str:
    plain = text.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", "\u00a0")
    return _TO_HTML.sub(lambda match: f"<{'' if match[2] == '1' else '/'}{match[1]}>", plain)


def _written_text(text: str, lost: Counter[str]) -> str:
    marked = _TO_ASS.sub(lambda match: f"{{\\{match[2].lower()}{0 if match[1] else 1}}}", text)
    without = TAG.sub("", marked)
    if without != marked:
        lost[said("voice, font and other foreign tags")] += 1
    return without.replace("\n", "\\N")
