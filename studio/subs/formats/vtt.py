"""WebVTT: cues with times, text and settings; notes, styles, regions and names in the frame."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial

from studio.core.said import joined, said
from studio.core.words import counted, noun
from studio.subs.cue import Cue, Frame, Track
from studio.subs.formats.base import FORMATS, Dropped, Notes, Parsed, Repair, Written
from studio.subs.formats.frame import frame_of, framed, own_frame
from studio.subs.formats.scan import arrow_lines, arrows
from studio.subs.formats.times import (
    ARROW_HEADS,
    STRICT_VTT,
    TimeLine,
    broken_time_line,
    clock_text,
    looks_timed,
    moment,
    pieces,
    time_line,
)
from studio.subs.plain import OVERRIDE, TAG, at_top

_SETTINGS = re.compile(
    r"(?:(?:vertical|line|position|size|align|region):\S{1,60}\s*){1,12}", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});")
_BLANKS = re.compile(r"\n\s*\n")
_SIDE_BLOCKS = {
    "NOTE": noun("note"),
    "STYLE": noun("style block"),
    "REGION": noun("region"),
    "Region:": noun("region"),
}
_OWN_TAGS = re.compile(r"</?(?:i|b|u|v|c|lang|ruby|rt)\b|<\d", re.IGNORECASE)
_LONGEST_MS = 359_999_999_000
_GAP = "\n\n"
_CLOCK = r"(?:[0-9]{2,9}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3}"
_SOURCE = re.compile(
    rf"(?:(?P<name>[^\n]+)\n)?(?P<start>{_CLOCK})[ \t]+-->[ \t]+(?P<end>{_CLOCK})"
    r"(?:[ \t]+(?P<set>[^\n]*?))?[ \t]*(?:\n(?P<text>(?:[^\n]+\n)*[^\n]+))?"
)


@dataclass(slots=True)
class _State(Notes):
    """The state of one reading: the open cue, the lines since the last empty one, what is told."""

    ranges: list[tuple[int, int]] = field(default_factory=list)
    open: list[str] | None = None
    first: int = 0
    last: int = 0
    start: int = 0
    end: int = 0
    settings: str = ""
    pending: list[tuple[int, str]] = field(default_factory=list)
    broken: bool = False


class WebVtt:
    """`.vtt`. Text keeps its tags; entities become characters; settings stand in `Cue.style`."""

    name = "vtt"
    title = "WebVTT"
    extensions: tuple[str, ...] = (".vtt", ".webvtt")

    def sniff(self, head: str) -> float:
        """By the signature; time lines with a point and no number speak for it a little."""
        if head.lstrip("\ufeff").startswith("WEBVTT"):
            return 1.0
        lines = head.split("\n")
        found = next((line for line in lines if time_line(line) is not None), "")
        return 0.5 if STRICT_VTT.match(found) else 0.0

    def count(self, text: str) -> int:
        """By the plain scan."""
        return arrows(text)

    def places(self, text: str) -> Counter[int]:
        """By the plain scan."""
        return arrow_lines(text)

    def read(self, text: str) -> Parsed:
        """All cues, with every repair and everything that became no cue."""
        state = _State()
        lines = _without_nul(text, state).split("\n")
        first = _after_header(lines, state)
        for number, line in enumerate(lines[first:], start=first + 1):
            for piece in pieces(line):
                _take(piece, number, state)
        _end_block(state)
        return state.parsed(frame_of("vtt", lines, state.ranges))

    def write(self, track: Track) -> Written:
        """In order of time, as the format wants it; text escaped, own tags kept. What stood beside
        the cues of a WebVTT file, and cues that were not changed, come back as they were."""
        lost: Counter[str] = Counter()
        ordered = sorted(track.cues, key=lambda cue: cue.start)
        if ordered != list(track.cues):
            lost[said("the order of the cues (WebVTT is ordered by time)")] += 1
        frame = own_frame(track, self.name)
        if frame is None:
            blocks = ["WEBVTT\n", *(f"{_block(cue, '', lost)}\n" for cue in ordered)]
            text = "\n".join(blocks)
        else:
            made = partial(_kept, set(), lost)
            text = framed(_headed(frame), ordered, made, _GAP)
        told = tuple(
            said("{loss}: {times}.", loss=what, times=counted(number, "time"))
            for what, number in sorted(lost.items())
        )
        return Written(text, told)


FORMATS.add("vtt")(WebVtt())


def _without_nul(text: str, state: _State) -> str:
    if "\x00" not in text:
        return text
    # The standard's own answer to NUL.
    state.repairs.append(
        Repair(
            0,
            said(
                "{characters} shown as �", characters=counted(text.count(chr(0)), "NUL character")
            ),
        )
    )
    return text.replace("\x00", "\ufffd")


def _after_header(lines: list[str], state: _State) -> int:
    """The index of the first line after the signature and the header's lines."""
    first = lines[0].lstrip("\ufeff")
    if not first.startswith("WEBVTT"):
        lines[0] = first
        state.repairs.append(Repair(1, said("the first line is not WEBVTT")))
        return 0
    index = 1
    while index < len(lines) and lines[index].strip() and time_line(lines[index]) is None:
        state.aside[noun("header line")] += 1
        index += 1
    return index


def _take(line: str, number: int, state: _State) -> None:
    found = time_line(line)
    if found is None and broken_time_line(line):
        _end_block(state)
        state.seen.append(number)
        state.broken = True
        state.pending = [(number, line)]
    elif found is None:
        _take_text(line, number, state)
    else:
        named = _take_identifier(state)
        _end_block(state)
        if found.before:
            state.dropped.append(
                Dropped(number, found.before, said("it stands before a time code"), time_code=False)
            )
        _open_cue(line, found, number, state)
        state.first = number - 1 if named and state.open is not None else number


def _take_text(line: str, number: int, state: _State) -> None:
    if not line.strip():
        _end_block(state)
    elif state.open is not None:
        state.open.append(line)
        state.last = number
    else:
        state.pending.append((number, line))


def _take_identifier(state: _State) -> bool:
    """A line right above a time code is the cue's identifier."""
    if not state.pending or state.broken or _side_block(state.pending[0][1]) is not None:
        return False
    state.pending.pop()
    state.aside[noun("cue identifier")] += 1
    return True


def _side_block(line: str) -> str | None:
    for start, what in _SIDE_BLOCKS.items():
        if line == start or line.startswith((f"{start} ", f"{start}\t")):
            return what
    return None


def _open_cue(line: str, found: TimeLine, number: int, state: _State) -> None:
    state.seen.append(number)
    state.last = number
    start, end = (moment(raw, fraction=True) for raw in (found.start, found.end))
    if max(abs(start.ms), abs(end.ms)) > _LONGEST_MS:
        reason = said("its time code is out of bounds")
        state.dropped.append(Dropped(number, line, reason, time_code=True))
        return
    # Hours may be left out here.
    notes = [note for note in dict.fromkeys((*start.notes, *end.notes)) if note != "no hours"]
    if notes:
        told = said(
            "time code “{line}”: {listed}",
            line=line.strip(),
            listed=joined(notes, "{first}; {rest}"),
        )
        state.repairs.append(Repair(number, told))
    elif not STRICT_VTT.match(line):
        told = said("time code “{line}” was written in an unusual way", line=line.strip())
        state.repairs.append(Repair(number, told))
    state.start, state.end, state.open = start.ms, end.ms, []
    state.settings = ""
    if not found.rest:
        return
    if _SETTINGS.fullmatch(found.rest):
        state.settings = found.rest
    else:
        told = said("text on the time line was taken into the cue: “{rest}”", rest=found.rest)
        state.repairs.append(Repair(number, told))
        state.open.append(found.rest)


def _end_block(state: _State) -> None:
    if state.open is not None:
        text = _decoded("\n".join(state.open))
        state.cues.append(
            Cue(len(state.cues) + 1, state.start, state.end, text, style=state.settings)
        )
        state.ranges.append((state.first - 1, state.last - 1))
        state.open = None
    if not state.pending:
        state.broken = False
        return
    line, first = state.pending[0]
    aside = None if state.broken else _side_block(first)
    if aside is not None:
        state.aside[aside] += 1
    else:
        reason = (
            said("its time code cannot be read") if state.broken else said("it has no time code")
        )
        text = "\n".join(text for _, text in state.pending)
        state.dropped.append(Dropped(line, text, reason, time_code=state.broken))
    state.pending = []
    state.broken = False


def _headed(frame: Frame) -> Frame:
    """With the signature, and an empty line before the first cue."""
    head = frame.head.lstrip("\ufeff")
    if not head.startswith("WEBVTT"):
        head = "WEBVTT\n\n" + head.lstrip("\n")
    if not head.endswith("\n\n"):
        head = head.rstrip("\n") + _GAP
    return replace(frame, head=head)


def _kept(names: set[str], lost: Counter[str], cue: Cue, source: str) -> str:
    """A cue of a file that was WebVTT: as it stood there while nothing of it was changed."""
    match = _SOURCE.fullmatch(source)
    if match is None:
        return _block(cue, "", lost)
    name = match["name"] or ""
    # A name stands for one cue.
    name = "" if name in names else name
    names.add(name)
    text = match["text"] or ""
    same_text = _decoded(text) == cue.text
    same_times = tuple(moment(match[side], fraction=True).ms for side in ("start", "end"))
    if same_text and same_times == (cue.start, cue.end) and (match["set"] or "") == cue.style:
        return source if name or not match["name"] else source.partition("\n")[2]
    return _block(cue, name, lost, text if same_text else None)


def _block(cue: Cue, name: str, lost: Counter[str], text: str | None = None) -> str:
    if min(cue.start, cue.end) < 0:
        lost[said("times before the film's start")] += 1
    times = f"{clock_text(cue.start, '.')} --> {clock_text(cue.end, '.')}"
    lines = _escaped(cue.text, lost) if text is None else text
    named = f"{name}\n" if name else ""
    return f"{named}{times}{_settings(cue, lost)}\n{lines}"


def _decoded(text: str) -> str:
    """Entities as characters, but for those that would turn text into a tag."""
    if "&" not in text:
        return text
    decoded = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if _marks(decoded) == _marks(text):
        return decoded
    return _ENTITY.sub(
        lambda match: match[0] if match[0] in ("&lt;", "&gt;") else html.unescape(match[0]), text
    )


def _marks(text: str) -> int:
    return len(TAG.findall(text)) + len(OVERRIDE.findall(text))


def _escaped(text: str, lost: Counter[str]) -> str:
    """Text as WebVTT: its own tags as they are, foreign ones out, `&` and `<` as entities."""
    if _BLANKS.search(text):
        lost[said("empty lines inside a text")] += 1
        text = _BLANKS.sub("\n", text)
    without = OVERRIDE.sub("", text)
    if without != text and not at_top(text):
        lost[said("override tags")] += 1
    parts: list[str] = []
    at = 0
    for match in TAG.finditer(without):
        parts.append(_entities(without[at : match.start()]))
        if _OWN_TAGS.match(match[0]):
            parts.append(match[0])
        else:
            lost[said("font and other foreign tags")] += 1
        at = match.end()
    parts.append(_entities(without[at:]))
    return "".join(parts).strip("\n")


def _entities(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace("-->", "--&gt;")
    if looks_timed(text):
        text = ARROW_HEADS.sub(lambda match: f"&#{ord(match[0])};", text)
    return text


def _settings(cue: Cue, lost: Counter[str]) -> str:
    if _SETTINGS.fullmatch(cue.style) and not re.match(r"[XY][12]:", cue.style):
        return f" {cue.style.strip()}"
    if cue.style and cue.style != "Default":
        lost[said("styles and positions of another format")] += 1
    return " line:0" if at_top(cue.text) else ""
