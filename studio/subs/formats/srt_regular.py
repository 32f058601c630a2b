"""SubRip as the format wants it, read and written at speed; what is odd is left to the repairs."""

from __future__ import annotations

import re

from studio.subs.cue import Cue

# One cue: its number, its times, lines that are not empty, at least one empty line.
_BLOCK = re.compile(
    r"-?[0-9]{1,9}\n"
    r"([0-9]{2,3}):([0-5][0-9]):([0-5][0-9]),([0-9]{3}) --> "
    r"([0-9]{2,3}):([0-5][0-9]):([0-5][0-9]),([0-9]{3})\n"
    r"((?:[^\n]+\n)*)\n+"
)
_ODD_MARKS = ("\x00", "\ufeff", "＞", "→", "⟶", "\r")
_BLANK_LINE = re.compile(r"\n[^\S\n]+\n")


def regular_cues(text: str) -> tuple[Cue, ...] | None:
    """The cues of a text that is SubRip from its first character to its last; None where anything
    in it needs a second look. Gives what the repairing pass would."""
    arrows = text.count(" --> ")
    if not arrows or text.count("->") != arrows or "=>" in text or "- >" in text:
        return None
    if any(mark in text for mark in _ODD_MARKS) or _BLANK_LINE.search(text):
        return None
    whole = text.lstrip("\n") + "\n\n"
    cues: list[Cue] = []
    add = cues.append
    at = 0
    for match in _BLOCK.finditer(whole):
        if match.start() != at:
            return None
        at = match.end()
        h, m, s, f, h2, m2, s2, f2, lines = match.groups()
        start = ((int(h) * 60 + int(m)) * 60 + int(s)) * 1000 + int(f)
        end = ((int(h2) * 60 + int(m2)) * 60 + int(s2)) * 1000 + int(f2)
        add(Cue(len(cues) + 1, start, end, lines[:-1]))
    # An arrow inside a text may be a time code: that is to be looked at.
    if at != len(whole) or len(cues) != arrows:
        return None
    return tuple(cues)


def regular_block(number: int, cue: Cue, text: str, coordinates: str) -> str:
    """One cue as SubRip writes it; `text` has no empty lines. Times must not be negative."""
    seconds, f = divmod(cue.start, 1000)
    minutes, s = divmod(seconds, 60)
    h, m = divmod(minutes, 60)
    seconds, f2 = divmod(cue.end, 1000)
    minutes, s2 = divmod(seconds, 60)
    h2, m2 = divmod(minutes, 60)
    times = f"{h:02}:{m:02}:{s:02},{f:03} --> {h2:02}:{m2:02}:{s2:02},{f2:03}"
    return f"{number}\n{times}{coordinates}\n{text}\n\n"
