"""ASS and SSA: each dialogue line a cue; styles, attachments and other fields kept as they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from studio.core.said import said
from studio.core.words import counted, noun
from studio.subs.cue import Cue, Frame, Track
from studio.subs.formats.ass_writing import FIELDS, event_fields, written
from studio.subs.formats.base import FORMATS, Dropped, Notes, Parsed, Repair, Written
from studio.subs.formats.frame import frame_of
from studio.subs.formats.scan import dialogue_lines

_TIME = re.compile(r"\s*(-?)(\d{1,4}):(\d{1,3}):(\d{1,3})(?:[.:,](\d{1,6}))?\s*")
_STRICT = re.compile(r"\s*\d:[0-5]\d:[0-5]\d\.\d\d\s*")
_EVENT = re.compile(r"\s*(Dialogue|Comment)[ \t]*:(.*)", re.DOTALL)
_FORMAT = re.compile(r"\s*Format\s*:(.*)", re.IGNORECASE)
_DRAWING = re.compile(r"\{[^{}]{0,4000}\\p[1-9]")
_TO_HTML = re.compile(r"\{\\([ibu])([01])\}")
_BREAKS = re.compile(r"\\([Nnh])")
_READ_AS = {"N": "\n", "n": "\n", "h": "\u00a0"}
# A block without a backslash is a remark that no renderer shows; a brace after one is a brace.
_REMARK = re.compile(r"(?<!\\)\{[^{}\\]{0,4000}\}")
_BRACE = re.compile(r"\\([{}])(?!\\)")
_BESIDE_FIELDS = {"name": noun("name field"), "effect": noun("effect field")}


@dataclass(slots=True)
class _State(Notes):
    """The state of one reading: cues with their lines, and what is told."""

    lines: list[int] = field(default_factory=list)
    fields: tuple[str, ...] = FIELDS
    in_events: bool = False
    orders: set[tuple[str, ...]] = field(default_factory=set)


class Ass:
    """`.ass`, `.ssa`. Reads every dialogue line; a track of this format is written into its frame,
    any other with one default style."""

    name = "ass"
    title = "Advanced SubStation Alpha"
    extensions: tuple[str, ...] = (".ass", ".ssa")

    def sniff(self, head: str) -> float:
        """By its section headings."""
        lower = head[:4000].lower()
        if "[script info]" in lower:
            return 1.0
        return 0.8 if "[events]" in lower and "dialogue:" in lower else 0.0

    def count(self, text: str) -> int:
        """By the plain scan."""
        return dialogue_lines(text).total()

    def places(self, text: str) -> Counter[int]:
        """By the plain scan."""
        return dialogue_lines(text)

    def read(self, text: str) -> Parsed:
        """Line breaks become `\\n`, `\\h` a no-break space; `\\i1` and the like simple tags;
        `Cue.style` is the style's name."""
        state = _State()
        lines = _without_nul(text, state).split("\n")
        for number, line in enumerate(lines, start=1):
            _take(line, number, state)
        return state.parsed(_frame(lines, state))

    def write(self, track: Track) -> Written:
        """Times in hundredths of a second, as the format has them."""
        return written(track, _same)


FORMATS.add("ass")(Ass())


def _frame(lines: list[str], state: _State) -> Frame | None:
    """What the file holds beside its cues; none where its sections lie in disorder."""
    frame = frame_of("ass", lines, ((at - 1, at - 1) for at in state.lines))
    if not state.cues or state.orders == {event_fields(frame)}:
        return frame
    told = said("its sections are in disorder; saving writes it anew, without styles")
    state.repairs.append(Repair(0, told))
    return None


def _without_nul(text: str, state: _State) -> str:
    if "\x00" not in text:
        return text
    characters = counted(text.count("\x00"), "NUL character")
    state.repairs.append(Repair(0, said("{characters} removed", characters=characters)))
    return text.replace("\x00", "")


def _take(line: str, number: int, state: _State) -> None:
    event = _EVENT.match(line)
    if event is not None:
        _take_event(line, number, event, state)
        return
    heading = line.strip().lower()
    if heading.startswith("[") and heading.endswith("]"):
        state.in_events = "events" in heading
        if "fonts" in heading or "graphics" in heading:
            state.aside[noun("attachment section")] += 1
    elif heading.startswith("style:"):
        state.aside[noun("style")] += 1
    elif state.in_events and (match := _FORMAT.match(line)):
        state.fields = _fields_of(match[1])


def _fields_of(listed: str) -> tuple[str, ...]:
    """The names of a `Format:` line."""
    return tuple(name.strip().lower() for name in listed.split(","))


def _take_event(line: str, number: int, event: re.Match[str], state: _State) -> None:
    if event[1] == "Comment":
        state.aside[noun("comment line")] += 1
        return
    state.seen.append(number)
    given = _given(event[2], state.fields)
    start, end = (_TIME.fullmatch(given.get(name, "")) for name in ("start", "end"))
    text = given.get("text")
    if text is None or start is None or end is None:
        unread = said("its time code cannot be read")
        reason = unread if text is not None else said("it has too few fields")
        state.dropped.append(Dropped(number, line.strip(), reason, time_code=True))
        return
    if _DRAWING.search(text):
        reason = said("it is a drawing, not text")
        state.dropped.append(Dropped(number, line.strip(), reason, time_code=True))
        return
    for name, beside in _BESIDE_FIELDS.items():
        state.aside[beside] += bool(given.get(name, "").strip())
    state.aside[noun("bracketed remark")] += len(_REMARK.findall(text)) if "{" in text else 0
    state.aside = +state.aside
    _note_times(given, number, state)
    cue = _cue(len(state.cues) + 1, given, start, end)
    state.cues.append(cue)
    state.lines.append(number)
    state.orders.add(state.fields)


def _given(values: str, fields: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(fields, values.split(",", max(0, len(fields) - 1)), strict=False))


def _note_times(given: Mapping[str, str], number: int, state: _State) -> None:
    for side in ("start", "end"):
        raw = given[side]
        if _STRICT.fullmatch(raw):
            continue
        told = said("time code “{line}” was written in an unusual way", line=raw.strip())
        if "-" in raw:
            told = said("time code “{line}”: before the film's start", line=raw.strip())
        state.repairs.append(Repair(number, told))


def _cue(number: int, given: Mapping[str, str], start: re.Match[str], end: re.Match[str]) -> Cue:
    style = given.get("style", "Default").strip().lstrip("*") or "Default"
    return Cue(number, _ms(start), _ms(end), _read_text(given["text"].rstrip()), style)


def _ms(match: re.Match[str]) -> int:
    """Hundredths as the format has them, other digits as a decimal fraction."""
    sign, hours, minutes, seconds, decimals = match.groups()
    whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
    ms = whole * 1000 + int((decimals or "0").ljust(3, "0")[:3])
    return -ms if sign else ms


def _read_text(text: str) -> str:
    if "{" in text:
        text = _REMARK.sub("", text)
        text = _TO_HTML.sub(lambda match: f"<{'' if match[2] == '1' else '/'}{match[1]}>", text)
        text = _BRACE.sub(r"\1", text)
    if "\\" in text:
        text = _BREAKS.sub(lambda match: _READ_AS[match[1]], text).replace("\\\u2060", "\\")
    return text


def _same(source: str, fields: tuple[str, ...], cue: Cue) -> bool:
    """Whether a dialogue line, as it stood in the file, is exactly this cue, strictly written."""
    event = _EVENT.match(source)
    given = _given(event[2], fields) if event is not None else {}
    raw = [given.get(side, "") for side in ("start", "end")]
    times = [match for one in raw if (match := _TIME.fullmatch(one)) and _STRICT.fullmatch(one)]
    if len(times) < 2 or "text" not in given:
        return False
    return _cue(cue.id, given, times[0], times[1]) == cue
