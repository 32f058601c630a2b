"""A track cut anew as another person might have cut it, with the links that are true."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from fractions import Fraction

from studio.subs.cue import Cue, Track

Ids = tuple[int, ...]
_ADVERTS = (
    "Subtitles by www.example.com",
    "字幕由 example.com 提供",
    "Untertitel: example.com, täglich neu!",
    "Watch more at https://example.org/films",
    "Sous-titres : équipe Exemple",
)


@dataclass(frozen=True, slots=True)
class Change:
    """How a track is changed. `jitter` in ms at each edge; shares of cues from 0 to 1."""

    offset: int
    speed: Fraction
    jitter: int = 400
    split: float = 0.15
    merged: float = 0.15
    missing: float = 0.05
    adverts: int = 1
    woven: bool = False


@dataclass(frozen=True, slots=True)
class Recut:
    """The changed track and the true links: ids of the first track, ids of this one."""

    track: Track
    links: frozenset[tuple[Ids, Ids]]

    @property
    def pairs(self) -> frozenset[tuple[int, int]]:
        """Which cue says (part of) the same as which."""
        return frozenset((x, y) for of_a, of_b in self.links for x in of_a for y in of_b)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cue of the new track before it is moved, and the cues of the old one that it says."""

    start: float
    end: float
    text: str
    of: Ids


def recut(track: Track, texts: tuple[str, ...], change: Change, rng: random.Random) -> Recut:
    """`track` with the `texts` of another language (one a cue) and a person's other habits.

    Times of the new track are (time − offset) ÷ speed of the old, so that its `time × speed +
    offset` is the old one's. Ids count from 1 in the order of start, as a file would have them.
    With `change.woven` what was split may be merged with its neighbour and parts may be missing.
    """
    cues = [replace(cue, text=text) for cue, text in zip(track.cues, texts, strict=True)]
    pieces = _woven(cues, change, rng) if change.woven else _simple(cues, change, rng)
    pieces += [_advert(cues, rng) for _ in range(change.adverts)]
    return _moved(track, pieces, change, rng)


def _simple(cues: list[Cue], change: Change, rng: random.Random) -> list[_Piece]:
    """Each cue is left out, split, merged with the next or left as it is."""
    pieces: list[_Piece] = []
    place = 0
    while place < len(cues):
        cue, dice = _whole(cues[place]), rng.random()
        place += 1
        if dice < change.missing:
            continue
        dice -= change.missing
        if dice < change.split:
            pieces += _halves(cue, rng)
        elif dice < change.split + change.merged and place < len(cues):
            pieces.append(_joined(cue, _whole(cues[place])))
            place += 1
        else:
            pieces.append(cue)
    return pieces


def _woven(cues: list[Cue], change: Change, rng: random.Random) -> list[_Piece]:
    """First some cues are split, then some of what there is then merged, then some left out."""
    pieces: list[_Piece] = []
    for cue in cues:
        whole = _whole(cue)
        pieces += _halves(whole, rng) if rng.random() < change.split else [whole]
    merged: list[_Piece] = []
    for piece in pieces:
        if merged and rng.random() < change.merged:
            merged[-1] = _joined(merged[-1], piece)
        else:
            merged.append(piece)
    return [piece for piece in merged if rng.random() >= change.missing]


def _whole(cue: Cue) -> _Piece:
    return _Piece(cue.start, cue.end, cue.text, (cue.id,))


def _joined(first: _Piece, after: _Piece) -> _Piece:
    of = tuple(dict.fromkeys((*first.of, *after.of)))
    return _Piece(first.start, max(first.end, after.end), f"{first.text}\n{after.text}", of)


def _halves(cue: _Piece, rng: random.Random) -> list[_Piece]:
    """Two of a cue; one of less than a second is left whole."""
    if cue.end - cue.start < 1000:
        return [cue]
    share = rng.uniform(0.35, 0.65)
    middle = cue.start + (cue.end - cue.start) * share
    first, rest = _cut(cue.text, share)
    gap = rng.choice((0, 0, 40, 83))
    return [_Piece(cue.start, middle - gap, first, cue.of), _Piece(middle, cue.end, rest, cue.of)]


def _cut(text: str, share: float) -> tuple[str, str]:
    """A text in two, at the space or break nearest to where its share ends."""
    wanted = round(len(text) * share)
    places = [n for n, char in enumerate(text) if char.isspace()]
    place = min(places, key=lambda n: abs(n - wanted), default=wanted)
    return text[:place].rstrip(), text[place:].lstrip()


def _advert(cues: list[Cue], rng: random.Random) -> _Piece:
    start = rng.uniform(cues[0].start, cues[-1].end)
    return _Piece(start, start + rng.uniform(1500, 4000), rng.choice(_ADVERTS), ())


def _moved(track: Track, pieces: list[_Piece], change: Change, rng: random.Random) -> Recut:
    made: list[_Piece] = []
    for piece in pieces:
        start, end = (
            (ms - change.offset) / float(change.speed) + rng.uniform(-change.jitter, change.jitter)
            for ms in (piece.start, piece.end)
        )
        made.append(replace(piece, start=round(start), end=round(max(end, start + 200))))
    made.sort(key=lambda piece: (piece.start, piece.end))
    cues = tuple(
        Cue(id, int(piece.start), int(piece.end), piece.text)
        for id, piece in enumerate(made, start=1)
    )
    return Recut(Track(track.language, cues), _links(track, made))


def _links(track: Track, made: list[_Piece]) -> frozenset[tuple[Ids, Ids]]:
    """Cues that are joined by what they say, through however many others, are one link."""
    group = {cue.id: cue.id for cue in track.cues}
    for piece in made:
        for other in piece.of[1:]:
            old, new = group[other], group[piece.of[0]]
            group = {id: new if one == old else one for id, one in group.items()}
    found: dict[int, tuple[list[int], list[int]]] = {}
    for cue in track.cues:
        found.setdefault(group[cue.id], ([], []))[0].append(cue.id)
    alone: list[tuple[Ids, Ids]] = []
    for id, piece in enumerate(made, start=1):
        if piece.of:
            found[group[piece.of[0]]][1].append(id)
        else:
            alone.append(((), (id,)))
    return frozenset((*((tuple(x), tuple(y)) for x, y in found.values()), *alone))
