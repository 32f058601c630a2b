"""A bilingual track taken apart again: which line is in which of its two languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from studio.core.errors import BadValue
from studio.core.said import said
from studio.subs.bilingual import stacked
from studio.subs.cue import Cue, Track
from studio.subs.language import canonical, known_words, of_script, script_of
from studio.subs.plain import plain

_BLOCK = re.compile(r"(?:\{\\[^{}\n]{0,400}\})+")
_SIMPLE_TAG = re.compile(r"<(/?)([ibus]|font)\b[^<>\n]{0,400}>", re.IGNORECASE)
_LEAST = 0.15  # share of the lines that each of two languages has at least
_TOLD_APART = 0.6  # share of a line's weight from which it is in one language
_FEWEST = 3  # cues with both languages from which an order is learned
_WIDE = 2.5  # a Chinese, Japanese or Korean letter says as much as so many others


@dataclass(frozen=True, slots=True)
class Undecided:
    """A cue that was kept whole, in the first language's track, and why."""

    cue: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Split:
    """The two tracks in the order in which they stand on the screen, first above second.

    Cues keep the ids of the bilingual track: one that was in both languages stands in both
    tracks. `both` counts those.
    """

    first: Track
    second: Track
    both: int
    undecided: tuple[Undecided, ...]


def split_languages(track: Track, first: str = "", second: str = "") -> Split:
    """Take a bilingual track apart, cue by cue, by script or by the words of its languages.

    The languages and which stands above are learned from the track, unless named. What cannot
    be told for sure is kept whole in the first track and listed: putting the two tracks together
    again gives the very same cues (`rejoined`). Raises BadValue where there are not two languages.
    """
    told = _teller(track)
    if told is None:
        raise BadValue(
            said("There are not two languages in this track."),
            hint=said("Only tracks that show two languages can be split."),
        )
    order = _order(track, told)
    cut = [_cut(cue, told, order) for cue in track.cues]
    above = tuple(
        replace(cue, text=one.first)
        for cue, one in zip(track.cues, cut, strict=True)
        if one.first is not None
    )
    below = tuple(
        replace(cue, text=one.second)
        for cue, one in zip(track.cues, cut, strict=True)
        if one.second is not None
    )
    whole = {cue.id for cue, one in zip(track.cues, cut, strict=True) if one.reason}
    names = first or _language(above, whole), second or _language(below, whole)
    return Split(
        replace(track, language=canonical(names[0]), cues=above),
        replace(track, language=canonical(names[1]), cues=below),
        sum(one.first is not None and one.second is not None for one in cut),
        tuple(
            Undecided(cue.id, cue.text, one.reason)
            for cue, one in zip(track.cues, cut, strict=True)
            if one.reason
        ),
    )


def two_languages(track: Track) -> Split | None:
    """The two languages of a track that shows both in most of its cues; None for any other, and
    where one of the languages is not known."""
    made = two_parts(track)
    known = made is not None and "und" not in (made.first.language, made.second.language)
    return made if known else None


def two_parts(track: Track) -> Split | None:
    """The same, where a language may be `und`: a person can name it."""
    try:
        made = split_languages(track)
    except BadValue:
        return None
    return made if made.both * 2 > len(track.cues) else None


def rejoined(split: Split, like: Track) -> Track:
    """The two tracks put together again, in the order of the ids of `like` (the bilingual track);
    the very same track as long as nothing was edited."""
    above, below = ({cue.id: cue for cue in one.cues} for one in (split.first, split.second))
    made = []
    for cue in like.cues:
        parts = [one[cue.id] for one in (above, below) if cue.id in one]
        if parts:
            made.append(replace(parts[0], text=stacked([one.text for one in parts])))
    return like.with_cues(tuple(made))


def _language(cues: Sequence[Cue], whole: set[int]) -> str:
    return of_script(plain(cue.text) for cue in cues if cue.id not in whole).language


@dataclass(frozen=True, slots=True)
class _Cut:
    """A cue's text in both languages (None: it has no part in it); `reason` why it is whole."""

    first: str | None
    second: str | None
    reason: str = ""


Sides = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Teller:
    """The two languages of a track, by any name, and how much a line speaks for each."""

    sides: Sides
    weigh: Callable[[str], Counter[str]]

    def side(self, line: str) -> str:
        """The language of a line: `""` without letters, `?` where it cannot be told."""
        weights = self.weigh(line)
        total = sum(weights[side] for side in self.sides)
        if not total:
            return "?" if any(map(str.isalpha, plain(line))) else ""
        best = max(self.sides, key=lambda side: weights[side])
        return best if weights[best] >= _TOLD_APART * total else "?"


def _teller(track: Track) -> _Teller | None:
    """By script where the lines are in two, else by the words of two languages."""
    lines = [line for cue in track.cues for line in cue.text.split("\n")]
    kinds = Counter(filter(None, map(_kind, lines)))
    common = [kind for kind, _ in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))[:2]]
    if len(common) == 2 and kinds[common[1]] >= _LEAST * kinds.total():
        return _Teller((common[0], common[1]), _scripts)
    return _by_words(track)


def _kind(line: str) -> str:
    """The script that a line is mostly in."""
    weights = _scripts(line)
    return max(weights, key=lambda kind: (weights[kind], kind)) if weights else ""


def _scripts(line: str) -> Counter[str]:
    """How much of a line is in which script; Han beside kana is Japanese.

    Names in Latin letters within a line of another script belong to it, so Latin weighs less.
    """
    found = Counter(filter(None, map(script_of, plain(line))))
    if found["kana"]:
        found["kana"] += found.pop("han", 0)
    weights: Counter[str] = Counter()
    for kind, number in found.items():
        wide = _WIDE if kind in ("han", "kana", "hangul") else 1.0
        # Counted in quarters: a Counter's values are whole numbers.
        weights[kind] = round(4 * wide * number) if kind != "latin" else 2 * number
    return +weights


def _by_words(track: Track) -> _Teller | None:
    """Two languages of one script, learned from the upper and lower halves of even cues."""
    halves: tuple[list[str], list[str]] = ([], [])
    for cue in track.cues:
        lines = cue.text.split("\n")
        if len(lines) % 2 == 0:
            halves[0].extend(lines[: len(lines) // 2])
            halves[1].extend(lines[len(lines) // 2 :])
    names = [of_script(map(plain, half)).language for half in halves]
    if "und" in names or names[0] == names[1]:
        return None
    words = {name: known_words(name) for name in names}
    if not all(words.values()):
        return None

    def weigh(line: str) -> Counter[str]:
        said_here = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", plain(line).lower())
        return Counter({name: sum(word in words[name] for word in said_here) for name in names})

    return _Teller((names[0], names[1]), weigh)


def _order(track: Track, told: _Teller) -> Sides:
    """The languages as they stand on the screen in most cues that have both."""
    seen: Counter[Sides] = Counter()
    for cue in track.cues:
        sides = [side for side in map(told.side, cue.text.split("\n")) if side]
        if "?" not in sides and sides and sides[0] != sides[-1]:
            seen[sides[0], sides[-1]] += 1
    one, other = told.sides
    if seen.total() < _FEWEST:
        # Cues of one language each: the one that begins stands above.
        firsts = (told.side(line) for cue in track.cues for line in cue.text.split("\n"))
        begins = next((side for side in firsts if side in told.sides), one)
        return (begins, other if begins == one else one)
    return (one, other) if seen[one, other] >= seen[other, one] else (other, one)


def _cut(cue: Cue, told: _Teller, order: Sides) -> _Cut:
    """One cue's text, cut where the second language begins."""
    lines = cue.text.split("\n")
    sides = [told.side(line) for line in lines]
    speaking = [side for side in sides if side]
    if not speaking:
        return _whole(cue, said("it has no letters"))
    if "?" in speaking:
        return _by_place(cue, lines, sides, order)
    if set(speaking) == {order[0]}:
        return _Cut(cue.text, None)
    if set(speaking) == {order[1]}:
        return _Cut(None, cue.text)
    place = sides.index(order[1])
    if order[0] in sides[place:]:
        return _whole(cue, said("its languages stand in another order"))
    return _parted(cue, lines, place)


def _by_place(cue: Cue, lines: list[str], sides: list[str], order: Sides) -> _Cut:
    """A cue with lines that cannot be told: decided where the lines beside them leave one way."""
    known = {n: side for n, side in enumerate(sides) if side in order}
    above = [n for n, side in known.items() if side == order[0]]
    below = [n for n, side in known.items() if side == order[1]]
    if len(lines) == 2 and known and (above in ([], [0])) and (below in ([], [1])):
        # Two lines, one of them sure and where it belongs: the other is the other language's.
        return _parted(cue, lines, 1)
    return _whole(cue, said("a line cannot be told"))


def _parted(cue: Cue, lines: list[str], place: int) -> _Cut:
    first, second = "\n".join(lines[:place]), "\n".join(lines[place:])
    if _open_tags(first) or _open_tags(second):
        return _whole(cue, said("a tag goes across both languages"))
    block = _BLOCK.match(first)
    if block is not None:
        # Where it stands on the screen is said once, for both.
        second = block[0] + second
    if stacked([first, second]) != cue.text:
        return _whole(cue, said("it could not be put together again as it was"))
    return _Cut(first, second)


def _open_tags(text: str) -> bool:
    """Whether a tag that begins here ends elsewhere, or the other way."""
    count: Counter[str] = Counter()
    for closing, name in _SIMPLE_TAG.findall(text):
        count[name.lower()] += -1 if closing else 1
    return any(count.values())


def _whole(cue: Cue, reason: str) -> _Cut:
    return _Cut(cue.text, None, reason)
