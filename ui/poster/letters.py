"""Where the single letters of a painted copy stand, so that they can be chosen on the poster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from studio.core.geometry import Rect
from studio.poster.layout import Layout
from studio.poster.lockup import Piece
from studio.typeset.direction import is_right_to_left
from studio.typeset.shape import Line, glyph_ink
from ui.poster.marks import UNIT

#: A caret reaches so far above and below the baseline, and to both sides of a column, in em.
_ABOVE, _BELOW, _BESIDE = 0.9, 0.18, 0.55
#: At the ends of a line it keeps this from the ink, in em.
_AIR = 0.05


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, or several that are drawn as one: `at` to `stop` of the copy as it is written.

    `ink` in pixels of the file.
    """

    at: int
    stop: int
    ink: Rect


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the copy, or a column: characters `start` to `stop` and the letters with ink.

    `base`: its baseline, or the middle of its column, in pixels of the file.
    """

    start: int
    stop: int
    letters: tuple[Letter, ...]
    base: float


@dataclass(frozen=True, slots=True)
class Lettered:
    """The letters of the copy in one language, as it was painted."""

    text: str
    language: str
    rows: tuple[Row, ...]
    em: float
    vertical: bool

    def row(self, at: int) -> Row | None:
        """The line in which a caret before the character `at` stands."""
        inside = [row for row in self.rows if row.start <= at <= row.stop]
        # After a break it stands at the beginning of the line that follows.
        return inside[-1] if inside else None

    def joins(self, at: int) -> bool:
        """Whether the character `at` has another after it on its line: space there is seen."""
        return any(row.start <= at < row.stop - 1 for row in self.rows)

    def caret(self, at: int) -> Rect | None:
        """Where a caret stands before the character `at`: a line without breadth; None: nowhere."""
        row = self.row(at)
        if row is None or not row.letters:
            return None
        place = self._place(row, at)
        if self.vertical:
            return Rect(row.base - self.em * _BESIDE, place, self.em * 2 * _BESIDE, 0.0)
        return Rect(place, row.base - self.em * _ABOVE, 0.0, self.em * (_ABOVE + _BELOW))

    def boxes(self, start: int, stop: int) -> tuple[Rect, ...]:
        """The ink of the letters from `start` to `stop`."""
        return tuple(
            one.ink
            for row in self.rows
            for one in row.letters
            if one.at < stop and one.stop > start
        )

    def nearest(self, x: float, y: float) -> int | None:
        """Before which character a caret stands nearest to a point of the file."""
        best, least = None, float("inf")
        for row in self.rows:
            for at in range(row.start, row.stop + 1):
                caret = self.caret(at)
                if caret is None:
                    continue
                across = max(caret.x - x, x - caret.right, 0.0)
                down = max(caret.y - y, y - caret.bottom, 0.0)
                # Another line is further than the whole length of this one.
                far = across * 9 + down if self.vertical else down * 9 + across
                if far < least:
                    best, least = at, far
        return best

    def _place(self, row: Row, at: int) -> float:
        """Along the line: in the middle of the gap, else a hair beside the ink."""
        low, high = self._ends()
        before = [one for one in row.letters if one.stop <= at]
        after = [one for one in row.letters if one.at >= at]
        within = next((one for one in row.letters if one.at < at < one.stop), None)
        if within is not None:
            share = (at - within.at) / (within.stop - within.at)
            return low(within.ink) + share * (high(within.ink) - low(within.ink))
        air = self.em * _AIR * (-1 if self._leftwards else 1)
        last = before[-1] if before else None
        first = after[0] if after else None
        if last is not None and first is not None and last.stop == at == first.at:
            return (high(last.ink) + low(first.ink)) / 2
        if first is not None and (last is None or first.at == at):
            return low(first.ink) - air
        return high(last.ink) + air if last is not None else 0.0

    def _ends(self) -> tuple[Callable[[Rect], float], Callable[[Rect], float]]:
        """Where a letter begins and ends along its line."""
        if self.vertical:
            return (lambda ink: ink.y), (lambda ink: ink.bottom)
        if self._leftwards:
            return (lambda ink: ink.right), (lambda ink: ink.x)
        return (lambda ink: ink.x), (lambda ink: ink.right)

    @property
    def _leftwards(self) -> bool:
        return not self.vertical and is_right_to_left(self.language)


def lettered(placed: Layout, language: str) -> Lettered | None:
    """The letters of a layout's copy in a language; None where it shows none."""
    piece = next(
        (one for one in placed.pieces if one.role in UNIT and one.block.language == language), None
    )
    if piece is None or not piece.block.lines:
        return None
    text = placed.copy.copy.get(language, "")
    # The copy is set without the spaces at its ends.
    rows = tuple(_rows(piece, len(text) - len(text.lstrip())))
    return Lettered(text, language, rows, piece.block.size, piece.block.vertical)


def _rows(piece: Piece, skipped: int) -> Iterator[Row]:
    block, begin = piece.block, 0
    for line, (x, y) in zip(block.lines, block.origins, strict=True):
        # Lines are stretches of the text, one after the other.
        begin = block.text.find(line.text, begin)
        corner = piece.x + x, piece.y + y
        start = begin + skipped
        letters = tuple(_letters(line, corner, start))
        base = corner[0] if block.vertical else corner[1]
        yield Row(start, start + len(line.text), letters, base)
        begin += len(line.text)


def _letters(line: Line, corner: tuple[float, float], start: int) -> Iterator[Letter]:
    inks: dict[int, Rect] = {}
    for glyph in line.glyphs:
        ink = glyph_ink(glyph)
        if ink is not None:
            own = inks.get(glyph.cluster)
            inks[glyph.cluster] = own.join(ink) if own is not None else ink
    every = sorted({glyph.cluster for glyph in line.glyphs})
    ends = dict(zip(every, [*every[1:], len(line.text)], strict=True))
    for cluster in every:
        if cluster in inks:
            stop = _stop(line.text, cluster, ends[cluster])
            yield Letter(start + cluster, start + stop, inks[cluster].moved(*corner))


def _stop(text: str, cluster: int, end: int) -> int:
    """Where a letter ends that has no glyph after it before `end`: spaces are not part of it."""
    own = text[cluster:end]
    return cluster + max(1, len(own.rstrip()))
