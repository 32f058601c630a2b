"""All texts of a track as one string and as numbers, so that a check looks at them at one go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from studio.subs.counting import Counting, count
from studio.subs.plain import plain

PART = "\x1e"
"""Stands between two cues in `Page.text`."""
_ZWJ = 0x200D
_SPACES = np.array(
    [
        *map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680"),
        *range(0x2000, 0x200B),
        *map(ord, "\u2028\u2029\u202f\u205f\u3000"),
    ],
    np.uint32,
)
Numbers = NDArray[np.int64]


class Page:
    """The texts of cues without their tags. Everything is worked out once, when it is asked for.

    `texts` are as they stand in the cues, `text` all of them parted by PART; `tagged`:
    whether there may be tags in the cues.
    """

    def __init__(self, sources: Sequence[str]) -> None:
        text = PART.join(sources)
        texts = list(sources)
        if text.count(PART) >= max(1, len(texts)):
            texts = [one.replace(PART, " ") for one in texts]
            text = PART.join(texts)
        self.tagged = "<" in text or "{" in text
        if self.tagged:
            texts = [plain(one) if "<" in one or "{" in one else one for one in texts]
            text = PART.join(texts)
        self.texts = texts
        self.text = text

    @cached_property
    def codes(self) -> NDArray[np.uint8] | NDArray[np.uint32]:
        """The code points of `text`."""
        if self.text.isascii():
            return np.frombuffer(self.text.encode("ascii"), np.uint8)
        return np.frombuffer(self.text.encode("utf-32-le", "surrogatepass"), np.uint32)

    @cached_property
    def present(self) -> frozenset[str]:
        """Every character that occurs, but for PART and line ends."""
        if len(self.text) < 20_000:
            return frozenset(self.text) - {PART, "\n"}
        found = np.flatnonzero(np.bincount(self.codes))
        return frozenset(map(chr, found.tolist())) - {PART, "\n"}

    def has(self, chars: Iterable[str]) -> bool:
        """Whether any of these characters occurs: asked before anything is searched for."""
        return not self.present.isdisjoint(chars)

    @cached_property
    def _ends(self) -> Numbers:
        """Where lines end in `text`."""
        codes = self.codes
        ends = np.flatnonzero((codes == 10) | (codes == ord(PART)))
        return np.append(ends, len(codes)).astype(np.int64)

    @cached_property
    def _starts(self) -> Numbers:
        """Where lines begin."""
        return np.concatenate((np.zeros(1, np.int64), self._ends[:-1] + 1))

    @cached_property
    def line_cue(self) -> Numbers:
        """The cue that each line belongs to. Empty where there are no cues."""
        if not self.texts:
            return np.zeros(0, np.int64)
        parts = self.codes[self._ends[:-1]] == ord(PART)
        return np.concatenate((np.zeros(1, np.int64), np.cumsum(parts, dtype=np.int64)))

    @cached_property
    def _edged(self) -> Numbers:
        """Numbers of the lines with space at an end, which have to be stripped one by one."""
        starts, ends = self._starts, self._ends
        full = np.flatnonzero(ends > starts)
        first, last = self.codes[starts[full]], self.codes[ends[full] - 1]
        return full[np.isin(first, _SPACES) | np.isin(last, _SPACES)]

    @cached_property
    def shown(self) -> NDArray[np.bool_]:
        """Whether a line shows anything."""
        if not self.texts:
            return np.zeros(0, np.bool_)
        made: NDArray[np.bool_] = self._ends > self._starts
        for number in self._edged.tolist():
            made[number] = bool(self.line(number))
        return made

    def line(self, number: int) -> str:
        """A line without the space around it."""
        return self.text[self._starts[number] : self._ends[number]].strip()

    def lengths(self, counting: Counting) -> NDArray[np.float64]:
        """How long each line is."""
        if not self.texts:
            return np.zeros(0, np.float64)
        weights = self._weights(counting)
        sums = np.concatenate((np.zeros(1, np.int64), np.cumsum(weights, dtype=np.int64)))
        made: NDArray[np.float64] = (sums[self._ends] - sums[self._starts]) / 2
        for number in self._edged.tolist():
            made[number] = count(self.line(number), counting)
        return made

    def _weights(self, counting: Counting) -> NDArray[np.uint8]:
        """Twice the weight of each character of `text`."""
        codes = self.codes
        size = max(map(ord, self.present), default=0) + 1
        table = np.zeros(max(size, 0x1F), np.uint8)
        for char in self.present:
            table[ord(char)] = round(2 * count(char, counting))
        made: NDArray[np.uint8] = table[codes]
        if chr(_ZWJ) in self.present:
            made[1:][codes[:-1] == _ZWJ] = 0
        return made

    def sums(self, of_characters: NDArray[np.float32]) -> NDArray[np.float64]:
        """A figure of the characters of `text` summed by line, as it stands."""
        sums = np.concatenate((np.zeros(1), np.cumsum(of_characters, dtype=np.float64)))
        made = sums[self._ends] - sums[self._starts]
        return made.astype(np.float64)

    def per_cue(self, of_lines: NDArray[np.float64] | NDArray[np.bool_]) -> NDArray[np.float64]:
        """A figure of lines summed by cue."""
        found = np.bincount(self.line_cue, weights=of_lines, minlength=len(self.texts))
        return found.astype(np.float64)

    @cached_property
    def line_counts(self) -> NDArray[np.float64]:
        """How many lines each cue shows."""
        return self.per_cue(self.shown)

    @cached_property
    def offsets(self) -> Numbers:
        """Where each cue begins in `text`."""
        cuts = np.flatnonzero(self.codes == ord(PART)) + 1
        return np.concatenate((np.zeros(1, np.int64), cuts.astype(np.int64)))

    def cues_at(self, places: Sequence[int]) -> list[int]:
        """The cue that each of these places of `text` lies in."""
        found: list[int] = (np.searchsorted(self.offsets, places, side="right") - 1).tolist()
        return found

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
        """The cues that a pattern matches in, with what it matched first."""
        found = [(match.start(), match[0]) for match in pattern.finditer(self.text)]
        last = -1
        for cue, (_, text) in zip(self.cues_at([place for place, _ in found]), found, strict=True):
            if cue != last:
                yield cue, text
                last = cue

    def counts_of(self, chars: Iterable[str]) -> NDArray[np.float64]:
        """How many characters of each cue are among these."""
        size = max(map(ord, self.present), default=0) + 1
        table = np.zeros(max(size, 0x1F), np.uint8)
        points = [ord(char) for char in chars if char in self.present]
        if not points:
            return np.zeros(len(self.texts), np.float64)
        table[points] = 1
        sums = np.concatenate((np.zeros(1, np.int64), np.cumsum(table[self.codes], dtype=np.int64)))
        found: NDArray[np.float64] = np.diff(sums[np.append(self.offsets, len(self.codes))]) + 0.0
        return found

    def following(self, char: str) -> frozenset[str]:
        """Every character that stands right after this one."""
        if char not in self.text:
            return frozenset()
        codes = self.codes
        after = codes[1:][codes[:-1] == ord(char)]
        return frozenset(map(chr, np.flatnonzero(np.bincount(after)).tolist()))

    def lines(self, index: int) -> tuple[str, ...]:
        """The lines that a cue shows."""
        return tuple(s for line in self.texts[index].split("\n") if (s := line.strip()))
