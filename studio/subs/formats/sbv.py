"""SBV, the captions of YouTube: two times and a comma between them, text below, an empty line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Cue, Track
from studio.subs.formats.base import FORMATS, Dropped, Notes, Parsed, Repair, Written
from studio.subs.formats.scan import pair_lines
from studio.subs.formats.times import clock_text
from studio.subs.plain import TAG, at_top

_CLOCK = r"([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})[.]([0-9]{1,3})"
_TIMES = re.compile(rf"[ \t]*{_CLOCK}[ \t]*,[ \t]*{_CLOCK}[ \t]*")
_STRICT = re.compile(
    r"[0-9]{1,2}:[0-5][0-9]:[0-5][0-9]\.[0-9]{3},[0-9]{1,2}:[0-5][0-9]:[0-5][0-9]\.[0-9]{3}"
)
# Both sides begin like a time, yet one of them is none.
_BROKEN = re.compile(r"[ \t]*[0-9]{1,4}:\S{1,20}[ \t]*,[ \t]*[0-9]{1,4}:\S{1,20}[ \t]*")
_KEPT_TAGS = re.compile(r"</?[ibu]>", re.IGNORECASE)
_BLANKS = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


@dataclass(slots=True)
class _State(Notes):
    """The state of one reading: the block that is open, and what is told."""

    line: int = 0
    times: tuple[int, int] | None = None
    lines: list[str] | None = None
    broken: bool = False


class Sbv:
    """`.sbv`. `[br]` is a line break; the format has no styles."""

    name = "sbv"
    title = "SBV"
    extensions: tuple[str, ...] = (".sbv",)

    def sniff(self, head: str) -> float:
        """By its first line of text."""
        first = next((line for line in head.lstrip("\ufeff").split("\n") if line.strip()), "")
        return 0.95 if _TIMES.fullmatch(first) else 0.0

    def count(self, text: str) -> int:
        """By the plain scan."""
        return pair_lines(text).total()

    def places(self, text: str) -> Counter[int]:
        """By the plain scan."""
        return pair_lines(text)

    def read(self, text: str) -> Parsed:
        """All cues, with every repair and everything that became no cue."""
        state = _State()
        for number, line in enumerate(text.lstrip("\ufeff").split("\n"), start=1):
            _take(line, number, state)
        _close(state)
        return state.parsed()

    def write(self, track: Track) -> Written:
        """In the order of the track; empty lines inside a text are closed up."""
        lost: Counter[str] = Counter()
        blocks = [_block(cue, lost) for cue in track.cues]
        told = tuple(
            said("{loss}: {times}.", loss=what, times=counted(number, "time"))
            for what, number in sorted((+lost).items())
        )
        return Written("\n".join(blocks), told)


FORMATS.add("sbv")(Sbv())


def _take(line: str, number: int, state: _State) -> None:
    match = _TIMES.fullmatch(line)
    if match is not None or _BROKEN.fullmatch(line):
        _close(state)
        state.seen.append(number)
        state.line, state.broken, state.lines = number, match is None, [line]
        if match is not None:
            state.times, state.lines = _ms(match), []
            if not _STRICT.fullmatch(line):
                told = said("time code “{line}” was written in an unusual way", line=line.strip())
                state.repairs.append(Repair(number, told))
    elif not line.strip():
        _close(state)
    elif state.lines is None:
        state.line, state.lines = number, [line]
    else:
        state.lines.append(line)


def _ms(match: re.Match[str]) -> tuple[int, int]:
    h, m, s, f, h2, m2, s2, f2 = match.groups()
    start = ((int(h) * 60 + int(m)) * 60 + int(s)) * 1000 + int(f.ljust(3, "0"))
    end = ((int(h2) * 60 + int(m2)) * 60 + int(s2)) * 1000 + int(f2.ljust(3, "0"))
    return start, end


def _close(state: _State) -> None:
    if state.lines is None:
        return
    text = "\n".join(state.lines)
    if state.times is not None:
        cue = Cue(len(state.cues) + 1, *state.times, text.replace("[br]", "\n"))
        state.cues.append(cue)
    else:
        unread = said("its time code cannot be read")
        reason = unread if state.broken else said("it has no time code")
        state.dropped.append(Dropped(state.line, text, reason, time_code=state.broken))
    state.times, state.lines, state.broken = None, None, False


def _block(cue: Cue, lost: Counter[str]) -> str:
    lost[said("times before the film's start")] += min(cue.start, cue.end) < 0
    lost[said("styles and positions of the cues")] += cue.style not in ("", "Default") or at_top(
        cue.text
    )
    text = cue.text.strip("\n")
    closed = _BLANKS.sub("\n", text)
    lost[said("empty lines inside a text")] += closed != text
    plain = TAG.sub(lambda match: match[0] if _KEPT_TAGS.fullmatch(match[0]) else "", closed)
    lost[said("voice, font and other foreign tags")] += plain != closed
    if any(_BROKEN.fullmatch(line) for line in plain.split("\n")):
        lost[said("text like a time code, held apart by an invisible sign")] += 1
        plain = plain.replace(",", "\u2060,\u2060 ")
    times = ",".join(clock_text(ms, ".").removeprefix("0") for ms in (cue.start, cue.end))
    return f"{times}\n{plain}\n"
