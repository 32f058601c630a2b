"""What an ASS or SSA file says of where its cues stand and which are slanted, in plain tags.

A place on the file's own grid (`\\pos`, `\\move`) becomes shares of the picture, `{\\at(x,y)}`;
what a style says becomes `{\\anN}` and `<i>` before the text of its cues; so a text means the same
without its file. Of `\\move` the place where it begins is kept. Faces, sizes and colours stay the
caption style's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from studio.subs.cue import Cue, Track

# What renderers take where a file does not say (libass).
_WIDE, _HIGH = 384.0, 288.0
_GRID = re.compile(r"(?im)^\s*PlayRes([XY])\s*:\s*(\d{1,6})\s*$")
_SECTION = re.compile(r"(?im)^\s*\[(v4\+?) styles\+?\]\s*$")
_FORMAT = re.compile(r"(?i)\s*Format\s*:(.*)")
_STYLE = re.compile(r"(?i)\s*Style\s*:(.*)")
_NUMBER = r"\s*(-?\d{1,6}(?:\.\d{0,6})?)\s*"
_PLACE = re.compile(rf"\\(?:pos|move)\({_NUMBER},{_NUMBER}[^()]*\)")
_OLD_ANCHOR = re.compile(r"\\a(\d{1,2})(?![0-9n])")
_ANCHOR = re.compile(r"\\an?[1-9]")
_BLOCK = re.compile(r"\{\\[^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class Look:
    """A style: `anchor` on the number pad (0: as the caption style says), and whether slanted."""

    anchor: int = 0
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of a file by name, and its grid (wide, high)."""

    styles: Mapping[str, Look] = field(default_factory=dict)
    grid: tuple[float, float] = (_WIDE, _HIGH)

    def text(self, cue: Cue) -> str:
        """The cue's text with what the file says of it."""
        text = cue.text
        if "{" in text:
            text = _BLOCK.sub(lambda block: self._plain(block[0]), text)
        look = self.styles.get(cue.style, Look())
        if look.anchor and not _ANCHOR.search(text):
            text = f"{{\\an{look.anchor}}}{text}"
        return f"<i>{text}</i>" if look.slanted else text

    def _plain(self, block: str) -> str:
        block = _OLD_ANCHOR.sub(lambda old: f"\\an{_from_old(int(old[1]))}", block)
        return _PLACE.sub(self._shares, block)

    def _shares(self, place: re.Match[str]) -> str:
        x, y = (float(place[n + 1]) / self.grid[n] for n in range(2))
        return f"\\at({x:.5f},{y:.5f})"


def looks_of(track: Track) -> Looks | None:
    """What the file of `track` says; None where it is of another format."""
    if track.frame is None or track.frame.format != "ass":
        return None
    head = track.frame.head
    return Looks(_styles(head), _grid(head))


def _grid(head: str) -> tuple[float, float]:
    told = {axis.upper(): float(number) for axis, number in _GRID.findall(head)}
    wide, high = told.get("X", 0.0), told.get("Y", 0.0)
    if not wide and not high:
        return _WIDE, _HIGH
    # Where one is missing, renderers take four to three.
    return wide or high * 4 / 3, high or wide * 3 / 4


def _styles(head: str) -> dict[str, Look]:
    found: dict[str, Look] = {}
    section = _SECTION.search(head)
    if section is None:
        return found
    names: list[str] = []
    for line in head[section.end() :].split("\n"):
        if line.strip().startswith("["):
            break
        if told := _FORMAT.match(line):
            names = [name.strip().lower() for name in told[1].split(",")]
        elif told := _STYLE.match(line):
            values = (value.strip() for value in told[1].split(","))
            given = dict(zip(names, values, strict=False))
            name = given.get("name", "").lstrip("*")
            found[name] = _look(given, old=section[1].lower() == "v4")
    return found


def _look(given: Mapping[str, str], *, old: bool) -> Look:
    number = given.get("alignment", "")
    anchor = int(number) if number.isascii() and number.isdigit() and len(number) < 3 else 2
    if old:
        anchor = _from_old(anchor)
    # In the middle at the foot is where captions stand anyway.
    usual = anchor == 2 or not 1 <= anchor <= 9
    return Look(0 if usual else anchor, given.get("italic", "0") not in ("", "0"))


def _from_old(number: int) -> int:
    """SSA's alignment (1 to 3: foot, 5 to 7: head, 9 to 11: midway) on the number pad."""
    if 5 <= number <= 7:
        return number + 2
    if 9 <= number <= 11:
        return number - 5
    return number if 1 <= number <= 3 else 2
