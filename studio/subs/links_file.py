"""The file that keeps the links of two tracks, and finds their cues again after outside edits."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.core.errors import BadValue
from studio.core.files import is_plain_name, read_text, write_text
from studio.core.plain import parse_toml, structure
from studio.core.said import said
from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing

SCHEMA = 1
_NEAR = 2_000  # ms: a cue whose text was changed is the one that starts nearest, within this


@dataclass(frozen=True, slots=True)
class CueMark:
    """How a cue is found again: its id, its start (ms), and 12 hex digits of its text's SHA-256."""

    id: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class MarkedLink:
    """A link whose cues are known by their marks."""

    confidence: float
    a: tuple[CueMark, ...] = ()
    b: tuple[CueMark, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedTrack:
    """One side of the file: the track's file, relative to the links file, and its language."""

    file: str
    language: str


@dataclass(frozen=True, slots=True)
class LinksFile:
    """All that a `.links.toml` says. A time of b lies at `time × speed + offset` (ms) in a."""

    schema: int
    a: LinkedTrack
    b: LinkedTrack
    links: tuple[MarkedLink, ...] = ()
    offset: int = 0
    speed: Fraction = Fraction(1)

    def __post_init__(self) -> None:
        if self.schema != SCHEMA:
            raise BadValue(
                said("must have schema {schema}, has {schema2}", schema=SCHEMA, schema2=self.schema)
            )
        if self.speed <= 0:
            raise BadValue(said("must have a speed above 0"))


@dataclass(frozen=True, slots=True)
class Lost:
    """A cue of the file that is in the track no more: `side` is a or b."""

    side: str
    mark: CueMark


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """The links over today's tracks, every cue in exactly one; `lost` cues are listed, `changed`
    counts those found by their time because their text was changed."""

    pairing: Pairing
    lost: tuple[Lost, ...]
    changed: int


def mark(cue: Cue) -> CueMark:
    """How to find a cue again."""
    digest = hashlib.sha256(cue.text.encode("utf-8", "surrogatepass")).hexdigest()
    return CueMark(cue.id, cue.start, digest[:12])


def marked(a: Track, b: Track, pairing: Pairing, file_a: str, file_b: str) -> LinksFile:
    """The file's content for a pairing of two tracks."""
    ours, theirs = ({cue.id: mark(cue) for cue in track.cues} for track in (a, b))
    return LinksFile(
        schema=SCHEMA,
        a=LinkedTrack(file_a, a.language),
        b=LinkedTrack(file_b, b.language),
        links=tuple(
            MarkedLink(
                one.confidence,
                tuple(ours[id] for id in one.a),
                tuple(theirs[id] for id in one.b),
            )
            for one in pairing.links
        ),
        offset=pairing.offset,
        speed=pairing.speed,
    )


def save_links(path: Path, content: LinksFile) -> None:
    """Write a links file, whole or not at all. Raises CannotWrite."""
    write_text(path, links_text(content))


def links_text(content: LinksFile) -> str:
    """The file as text: one link a line or two, in the order of time, stable under diff."""
    lines = [
        f"schema = {content.schema}",
        f"offset = {content.offset}",
        f'speed = "{content.speed}"',
        "",
    ]
    for side, track in (("a", content.a), ("b", content.b)):
        lines += [
            f"[{side}]",
            f"file = {_quoted(track.file)}",
            f"language = {_quoted(track.language)}",
            "",
        ]
    for one in content.links:
        lines += [
            "[[links]]",
            f"confidence = {one.confidence:.2f}",
            f"a = [{', '.join(map(_mark_text, one.a))}]",
            f"b = [{', '.join(map(_mark_text, one.b))}]",
            "",
        ]
    return "\n".join(lines)


def _mark_text(one: CueMark) -> str:
    return f'{{ id = {one.id}, start = {one.start}, text = "{one.text}" }}'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04X}" for c in escaped) + '"'
    )


def load_links(path: Path) -> LinksFile:
    """Read a links file. Raises CannotRead or BadValue that names every problem."""
    return structure(parse_toml(read_text(path), str(path)), LinksFile, str(path))


def find_again(content: LinksFile, a: Track, b: Track) -> FoundAgain:
    """The file's links over the tracks as they are now.

    A cue is the one of the same text nearest in time, else the one with its id or start where
    only the text was changed. Cues that no link holds stand alone, with no confidence.
    """
    found_a, found_b = _Finder(a), _Finder(b)
    found_a.take(side for one in content.links for side in one.a)
    found_b.take(side for one in content.links for side in one.b)
    lost = [Lost("a", each) for each in found_a.lost] + [Lost("b", each) for each in found_b.lost]
    links: list[Link] = []
    for one in content.links:
        # Taken out as they are used: a file that names a cue twice gets it once.
        of_a = tuple(found_a.now.pop(each) for each in one.a if each in found_a.now)
        of_b = tuple(found_b.now.pop(each) for each in one.b if each in found_b.now)
        if of_a or of_b:
            whole = len(of_a) == len(one.a) and len(of_b) == len(one.b)
            links.append(Link(of_a, of_b, one.confidence if whole else min(one.confidence, 0.5)))
    links += [Link((id,), (), 0.0) for id in found_a.left()]
    links += [Link((), (id,), 0.0) for id in found_b.left()]
    ordered = _in_time(links, a, b, content)
    pairing = Pairing(ordered, content.offset, content.speed)
    return FoundAgain(pairing, tuple(lost), found_a.changed + found_b.changed)


def _in_time(links: Sequence[Link], a: Track, b: Track, content: LinksFile) -> tuple[Link, ...]:
    of_a = {cue.id: cue.start for cue in a.cues}
    of_b = {cue.id: round(cue.start * content.speed) + content.offset for cue in b.cues}
    return tuple(sorted(links, key=lambda one: of_a[one.a[0]] if one.a else of_b[one.b[0]]))


class _Finder:
    """Gives each mark at most one cue of a track, the surest ways first."""

    def __init__(self, track: Track) -> None:
        self._free = {cue.id: cue for cue in track.cues}
        self._by_text: dict[str, list[Cue]] = defaultdict(list)
        for cue in track.cues:
            self._by_text[mark(cue).text].append(cue)
        self.now: dict[CueMark, int] = {}
        self.lost: list[CueMark] = []
        self.changed = 0

    def take(self, marks: Iterable[CueMark]) -> None:
        """Find all; those not found are in `lost`."""
        wanted = list(dict.fromkeys(marks))
        wanted = [each for each in wanted if not self._same(each)]
        wanted = [each for each in wanted if not self._same_text(each)]
        self.lost = [each for each in wanted if not self._same_place(each)]

    def left(self) -> list[int]:
        """Ids of the cues that no mark asked for, in the track's order."""
        return list(self._free)

    def _same(self, each: CueMark) -> bool:
        """Untouched: id, start and text."""
        cue = self._free.get(each.id)
        return cue is not None and mark(cue) == each and self._give(each, cue)

    def _same_text(self, each: CueMark) -> bool:
        """Moved or renumbered: the same text, nearest in time."""
        same = [cue for cue in self._by_text[each.text] if cue.id in self._free]
        if not same:
            return False
        return self._give(each, min(same, key=lambda cue: (abs(cue.start - each.start), cue.id)))

    def _same_place(self, each: CueMark) -> bool:
        """Rewritten: another text at the same time; the id decides between equals."""
        near = [cue for cue in self._free.values() if abs(cue.start - each.start) <= _NEAR]
        if not near:
            return False
        self.changed += 1
        return self._give(
            each,
            min(near, key=lambda cue: (abs(cue.start - each.start), cue.id != each.id, cue.id)),
        )

    def _give(self, each: CueMark, cue: Cue) -> bool:
        del self._free[cue.id]
        self.now[each] = cue.id
        return True


def links_name(film: str) -> str:
    """The file's name for a film's id. Raises BadValue for an id that cannot be a file name."""
    if not is_plain_name(film):
        raise BadValue(said("“{film}” cannot be part of a file name.", film=film))
    return f"{film}.links.toml"
