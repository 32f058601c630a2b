"""SubRip: regular files at speed; for others a repairing pass in front of the `srt` package."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import srt

from studio.core.said import joined, said
from studio.core.words import counted
from studio.subs.cue import Cue, Track
from studio.subs.formats.base import FORMATS, Dropped, Notes, Parsed, Repair, Written
from studio.subs.formats.scan import arrow_lines, arrows
from studio.subs.formats.srt_regular import regular_block, regular_cues
from studio.subs.formats.times import (
    ARROW_HEADS,
    STRICT_SRT,
    Moment,
    broken_time_line,
    clock_text,
    looks_timed,
    moment,
    pieces,
    time_line,
)
from studio.subs.plain import TAG

# As long as Python reads a number: the `srt` package takes all of them.
_INDEX = re.compile(r"\s*-?[0-9]{1,4300}\.?[0-9]{0,4300}\s*")
_COORDINATES = re.compile(r"(?:[XY][12]:\s?-?\d{1,6}\s*){1,4}", re.IGNORECASE)
_BLANKS = re.compile(r"\n\n+")
_KEPT_TAGS = re.compile(r"</?(?:i|b|u|s|font|bold|italic|underline)\b", re.IGNORECASE)
# NUL never reaches the cues, so it can guard their lines: none of them can then look like a
# number, a time or an empty line to the package.
_GUARD = "\x00"
_BOM = "\ufeff"
_LONGEST_MS = 359_999_999_000


@dataclass(slots=True)
class _Block:
    """A time line on its way to a cue, with the lines that follow it."""

    line: int
    start: Moment
    end: Moment
    rest: str
    lines: list[str]


@dataclass(slots=True)
class _Pass(Notes):
    """The state of one repairing pass over a text."""

    blocks: list[_Block] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    stray_line: int = 0
    broken: tuple[int, list[str]] | None = None

    def repaired(self, line: int, text: str) -> None:
        self.repairs.append(Repair(line, text))


class SubRip:
    """`.srt`. What `srt.parse` accepts strictly gives the same cues here, but for three things
    that it loses: a time line without a number right after a text line, text on the time line,
    a byte-order mark in the middle (each would swallow text or a cue). Empty lines around a text
    are not text; `01:02,345` is minutes and seconds.
    """

    name = "srt"
    title = "SubRip"
    extensions: tuple[str, ...] = (".srt",)

    def sniff(self, head: str) -> float:
        """By the first time line; commas speak for SubRip."""
        if head.lstrip(_BOM).startswith("WEBVTT") or "[Script Info]" in head:
            return 0.0
        lines = head.split("\n")
        found = next((line for line in lines if time_line(line) is not None), None)
        if found is None:
            return 0.1 if any(broken_time_line(line) for line in lines) else 0.0
        return 0.9 if "," in found or "，" in found else 0.5

    def count(self, text: str) -> int:
        """By the plain scan."""
        return arrows(text)

    def places(self, text: str) -> Counter[int]:
        """By the plain scan."""
        return arrow_lines(text)

    def read(self, text: str) -> Parsed:
        """All cues, with every repair and everything that became no cue."""
        regular = regular_cues(text)
        if regular is not None:
            return Parsed(regular, len(regular))
        done = _passed(text)
        done.cues = list(_cues(done))
        return done.parsed()

    def write(self, track: Track) -> Written:
        """Numbered from 1 in the order of the track; empty lines inside a text are closed up."""
        keeping = _Keeping()
        blocks = [
            regular_block(
                index, keeping.times(cue), keeping.text(cue.text), keeping.coordinates(cue.style)
            )
            for index, cue in enumerate(track.cues, start=1)
        ]
        return Written("".join(blocks), keeping.losses())


FORMATS.add("srt")(SubRip())


def _passed(text: str) -> _Pass:
    done = _Pass()
    number = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        for piece in pieces(_cleaned(raw, number, done)):
            _take(piece, number, done)
    _close_broken(done)
    _close_stray(done)
    _note_unfinished(done, number)
    return done


def _cleaned(raw: str, number: int, done: _Pass) -> str:
    line = raw
    if _BOM in line:
        line = line.replace(_BOM, "")
        if number > 1:
            done.repaired(number, said("a byte-order mark in the middle of the file was removed"))
    if _GUARD in line:
        done.repaired(
            number,
            said("{characters} removed", characters=counted(line.count(_GUARD), "NUL character")),
        )
        line = line.replace(_GUARD, "")
    return line


def _take(line: str, number: int, done: _Pass) -> None:
    """Put one line where it belongs."""
    found = time_line(line)
    if found is None:
        if broken_time_line(line):
            _begin_broken(line, number, done)
        else:
            _add_text(line, number, done)
        return
    if found.before:
        done.repaired(
            number, said("“{before}” stood before the time code on its line", before=found.before)
        )
        _add_text(found.before, number, done)
    _close_before(done, number)
    start, end = (moment(raw, fraction=False) for raw in (found.start, found.end))
    block = _Block(number, start, end, "", [])
    _note_time_line(line, number, start, end, done)
    done.blocks.append(block)
    if _COORDINATES.fullmatch(found.rest):
        block.rest = found.rest
    elif found.rest:
        done.repaired(
            number, said("text on the time line was taken into the cue: “{rest}”", rest=found.rest)
        )
        block.lines.append(found.rest)


def _close_before(done: _Pass, number: int) -> None:
    """End what came before a time code, and take this one's number off its end."""
    if done.broken is None:
        _take_index(done, number)
    _close_broken(done)
    _close_stray(done)
    done.seen.append(number)


def _note_time_line(line: str, number: int, start: Moment, end: Moment, done: _Pass) -> None:
    notes = dict.fromkeys((*start.notes, *end.notes))
    if notes:
        done.repaired(
            number,
            said(
                "time code “{line}”: {listed}",
                line=line.strip(),
                listed=joined(notes, "{first}; {rest}"),
            ),
        )
    elif not STRICT_SRT.match(line):
        done.repaired(
            number, said("time code “{line}” was written in an unusual way", line=line.strip())
        )


def _add_text(line: str, number: int, done: _Pass) -> None:
    if done.broken is not None:
        done.broken[1].append(line)
    elif done.blocks:
        done.blocks[-1].lines.append(line)
    elif line.strip() or done.stray:
        done.stray_line = done.stray_line or number
        done.stray.append(line)


def _begin_broken(line: str, number: int, done: _Pass) -> None:
    _close_before(done, number)
    done.broken = (number, [line])


def _close_broken(done: _Pass) -> None:
    if done.broken is None:
        return
    line, lines = done.broken
    # The number of the cue that follows is not text of this one.
    while len(lines) > 1 and (not lines[-1].strip() or _INDEX.fullmatch(lines[-1])):
        lines.pop()
    done.dropped.append(
        Dropped(line, "\n".join(lines), said("its time code cannot be read"), time_code=True)
    )
    done.broken = None


def _close_stray(done: _Pass) -> None:
    text = "\n".join(done.stray).strip()
    if text:
        done.dropped.append(
            Dropped(
                done.stray_line, text, said("it stands before the first time code"), time_code=False
            )
        )
    done.stray.clear()
    done.stray_line = 0


def _take_index(done: _Pass, number: int) -> None:
    """Take the cue's number off the end of the text before it."""
    lines = done.blocks[-1].lines if done.blocks else done.stray
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    # Straight after a time line, with an empty line to follow, a number is text (so says `srt`).
    is_text = end == 1 and len(lines) > 1 and bool(done.blocks)
    if end and _INDEX.fullmatch(lines[end - 1]) and not is_text:
        del lines[end - 1 :]
    elif end and end == len(lines) and done.blocks:
        done.repaired(number, said("no number and no empty line before the time code"))


def _note_unfinished(done: _Pass, last: int) -> None:
    """A lone number at the end of the file announces a cue that is not there."""
    lines = list(done.blocks[-1].lines) if done.blocks else []
    while lines and not lines[-1].strip():
        lines.pop()
    if len(lines) > 2 and not lines[-2].strip() and _INDEX.fullmatch(lines[-1]):
        done.repaired(
            last,
            said(
                "the file ends with the number {lines}, kept as text; the cue that it "
                "announces is missing",
                lines=lines[-1].strip(),
            ),
        )


def _cues(done: _Pass) -> Iterator[Cue]:
    canonical: list[str] = []
    kept: list[_Block] = []
    for block in done.blocks:
        if max(abs(block.start.ms), abs(block.end.ms)) > _LONGEST_MS:
            text = "\n".join(block.lines).strip()
            reason = said("its time code is out of bounds")
            done.dropped.append(Dropped(block.line, text, reason, time_code=True))
            continue
        number = len(kept) + 1
        text = "\n".join(f"{_GUARD}{line}" for line in _trimmed(block, done))
        canonical.append(
            f"{number}\n{clock_text(abs(block.start.ms), ',')} --> "
            f"{clock_text(abs(block.end.ms), ',')} {block.rest}\n{text or _GUARD}\n\n"
        )
        kept.append(block)
    for block, subtitle in zip(kept, srt.parse("".join(canonical)), strict=True):
        yield Cue(
            id=subtitle.index,
            start=_signed(subtitle.start, block.start),
            end=_signed(subtitle.end, block.end),
            text=subtitle.content.replace(_GUARD, ""),
            style=subtitle.proprietary,
        )


def _trimmed(block: _Block, done: _Pass) -> list[str]:
    """The text's lines without the empty ones around it; tells where a number stands inside."""
    lines = block.lines
    first, last = 0, len(lines)
    while first < last and not lines[first].strip():
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    for index in range(first + 1, last - 1):
        if not lines[index - 1].strip() and _INDEX.fullmatch(lines[index]):
            done.repaired(
                block.line + 1 + index,
                said(
                    "number {lines} has no time code; it stands with its text in the cue before",
                    lines=lines[index].strip(),
                ),
            )
    return lines[first:last]


def _signed(value: timedelta, read: Moment) -> int:
    whole = value // timedelta(milliseconds=1)
    return -whole if read.ms < 0 else whole


@dataclass(slots=True)
class _Keeping:
    """Counts what SubRip cannot keep while a track is written."""

    early: int = 0
    styles: int = 0
    blanks: int = 0
    tags: int = 0
    timed: int = 0

    def times(self, cue: Cue) -> Cue:
        if cue.start >= 0 and cue.end >= 0:
            return cue
        self.early += (cue.start < 0) + (cue.end < 0)
        return replace(cue, start=max(0, cue.start), end=max(0, cue.end))

    def text(self, text: str) -> str:
        if "\n\n" in text or text[:1] == "\n" or text[-1:] == "\n":
            text = text.strip("\n")
            if _BLANKS.search(text):
                self.blanks += 1
                text = _BLANKS.sub("\n", text)
        if "<" in text:
            plainer = TAG.sub(_kept_tag, text)
            self.tags += plainer != text
            text = plainer
        if looks_timed(text):
            self.timed += 1
            text = ARROW_HEADS.sub("\u2060\\g<0>", text)
        return text

    def coordinates(self, style: str) -> str:
        if not style:
            return ""
        if _COORDINATES.fullmatch(style):
            return f" {style}"
        if style != "Default":
            self.styles += 1
        return ""

    def losses(self) -> tuple[str, ...]:
        told = (
            (self.early, "time", said("before the film's start, written as 0")),
            (self.styles, "cue", said("style or position not kept")),
            (self.blanks, "cue", said("empty lines inside the text closed up")),
            (self.tags, "cue", said("voice, class or time tags not kept")),
            (self.timed, "cue", said("text like a time code, held apart by an invisible sign")),
        )
        return tuple(
            said("{number}: {loss}.", number=counted(number, what), loss=loss)
            for number, what, loss in told
            if number
        )


def _kept_tag(match: re.Match[str]) -> str:
    return match[0] if _KEPT_TAGS.match(match[0]) else ""
