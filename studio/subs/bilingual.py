"""One track that shows two languages: one above, the other below, by their links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from studio.subs.cue import Cue, Frame, Piece, Track
from studio.subs.linking import Link, Pairing

_BLOCK = re.compile(r"(?:\{\\[^{}\n]{0,400}\})+")


@dataclass(frozen=True, slots=True)
class Together:
    """How two languages become one track.

    `above` is the language that stands first. With `apart` every cue stays a cue of its own, with
    its own times; `style_a` and `style_b` are their styles then (empty: the ones they have).
    """

    above: Literal["a", "b"] = "a"
    apart: bool = False
    style_a: str = ""
    style_b: str = ""


def bilingual(a: Track, b: Track, pairing: Pairing, way: Together = Together()) -> Track:
    """A cue for each link: the texts of one language, under them those of the other, from the
    first start to the last end of a (of b where a has none). Cues that stand alone keep their own
    time, and linked ones of different styles stay apart, for one cue has one style.

    Cues stand in a's order, those of b alone among them by time. The language is `a+b`, which is
    no BCP 47 tag: a bilingual file is in no one language.
    """
    sides = _Sides(
        {cue.id: cue for cue in a.cues},
        {cue.id: _in_time_of_a(cue, pairing) for cue in b.cues},
        way,
    )
    ordered = list(_ordered(sides.made(pairing), a))
    numbered = tuple(replace(one.cue, id=number) for number, one in enumerate(ordered, start=1))
    above, below = (a, b) if way.above == "a" else (b, a)
    return Track(f"{above.language}+{below.language}", numbered, _frame(a, b, ordered))


def stacked(texts: Sequence[str]) -> str:
    """Texts below each other. A position (`{\\an8}`) that all of them begin with is said once."""
    spoken = [text for text in texts if text]
    if not spoken:
        return ""
    block = _BLOCK.match(spoken[0])
    rest = spoken[1:]
    if block is not None:
        rest = [text.removeprefix(block[0]) for text in rest]
    return "\n".join([spoken[0], *rest])


@dataclass(frozen=True, slots=True)
class _Made:
    """A cue of the new track, and the one that it comes from: its side and id."""

    cue: Cue
    side: str
    id: int


@dataclass(frozen=True, slots=True)
class _Sides:
    """The cues of both tracks by id, in a's time."""

    a: dict[int, Cue]
    b: dict[int, Cue]
    way: Together

    def made(self, pairing: Pairing) -> Iterator[_Made]:
        """The cues of all links, link by link."""
        for link in pairing.links:
            yield from self._of(link)

    def _of(self, link: Link) -> Iterator[_Made]:
        of_a, of_b = [self.a[id] for id in link.a], [self.b[id] for id in link.b]
        if self.way.apart or not of_a or not of_b or _unlike(of_a, of_b):
            yield from self._apart(of_a, of_b)
            return
        above, below = (of_a, of_b) if self.way.above == "a" else (of_b, of_a)
        text = stacked([cue.text for cue in (*above, *below)])
        end = max(cue.end for cue in of_a)
        yield _Made(Cue(0, of_a[0].start, end, text, of_a[0].style), "a", of_a[0].id)

    def _apart(self, of_a: Sequence[Cue], of_b: Sequence[Cue]) -> Iterator[_Made]:
        ours = [_Made(_styled(cue, self.way.style_a), "a", cue.id) for cue in of_a]
        theirs = [_Made(_styled(cue, self.way.style_b), "b", cue.id) for cue in of_b]
        if not self.way.apart and not (of_a and of_b):
            # Alone: one cue of all that the link has, as it would be below the other language.
            one = ours or theirs
            text = stacked([each.cue.text for each in one])
            end = max(each.cue.end for each in one)
            yield replace(one[0], cue=replace(one[0].cue, end=end, text=text))
            return
        yield from (*ours, *theirs) if self.way.above == "a" else (*theirs, *ours)


def _unlike(of_a: Sequence[Cue], of_b: Sequence[Cue]) -> bool:
    """Whether the two sides have styles that one cue cannot hold."""
    styles = {cue.style for cue in (*of_a, *of_b)}
    return len(styles) > 1 and "" not in styles


def _styled(cue: Cue, style: str) -> Cue:
    return replace(cue, style=style) if style else cue


def _in_time_of_a(cue: Cue, pairing: Pairing) -> Cue:
    if pairing.speed == 1 and not pairing.offset:
        return cue
    start, end = (round(ms * pairing.speed) + pairing.offset for ms in (cue.start, cue.end))
    return replace(cue, start=start, end=end)


def _ordered(made: Iterator[_Made], a: Track) -> Iterator[_Made]:
    """In a's order; what comes from b alone stands before the first that starts later."""
    place = {cue.id: number for number, cue in enumerate(a.cues)}
    of_a: dict[int, list[_Made]] = {}
    lone: list[_Made] = []
    anchor = -1
    for one in made:
        if one.side == "a":
            anchor = one.id
            of_a.setdefault(place[anchor], []).append(one)
        elif anchor >= 0 and _same_time(of_a[place[anchor]][0].cue, one.cue):
            # Its partner's style is another: they stay together.
            of_a[place[anchor]].append(one)
        else:
            lone.append(one)
    lone.sort(key=lambda one: (one.cue.start, one.cue.end))
    waiting = iter(lone)
    next_lone = next(waiting, None)
    for number in sorted(of_a):
        group = of_a[number]
        while next_lone is not None and _before(next_lone.cue, group[0].cue):
            yield next_lone
            next_lone = next(waiting, None)
        yield from group
    if next_lone is not None:
        yield next_lone
        yield from waiting


def _same_time(one: Cue, other: Cue) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _before(one: Cue, other: Cue) -> bool:
    return (one.start, one.end) < (other.start, other.end)


def _frame(a: Track, b: Track, ordered: Sequence[_Made]) -> Frame | None:
    """a's frame with the lines of the cues that come from b, where both are of one format."""
    if a.frame is None:
        return None
    same = b.frame is not None and b.frame.format == a.frame.format
    of_a = {piece.id: piece for piece in a.frame.pieces}
    of_b = {piece.id: piece for piece in b.frame.pieces} if same and b.frame else {}
    pieces = []
    for number, one in enumerate(ordered, start=1):
        piece = (of_a if one.side == "a" else of_b).get(one.id)
        if piece is not None:
            pieces.append(Piece(number, piece.before, piece.source))
    return replace(a.frame, pieces=tuple(pieces))
