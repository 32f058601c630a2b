"""The file that keeps the links of two tracks, and finds their cues again after outside edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.core.errors import BadValue
from studio.core.files import is_plain_name, read_text, write_text
from studio.core.plain import parse_toml, structure
from studio.core.said import said
from studio.subs.cue import Track
from studio.subs.finding import CueMark, found, mark
from studio.subs.linking import Link, Pairing

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class MarkedLink:
    """A link whose cues are known by their marks."""

    confidence: float
    a: tuple[CueMark, ...] = ()
    b: tuple[CueMark, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class LinkedTrack:
    """One side of the file: the track's file, relative to the links file, and its language."""

    file: str
    language: str


@dataclass(frozen=True, slots=True)
class LinksFile:
    """All that a `.links.toml` says. A time of b lies at `time × speed + offset` (ms) in a; with
    `locked` both sides of a link begin and end together."""

    schema: int
    a: LinkedTrack
    b: LinkedTrack
    links: tuple[MarkedLink, ...] = ()
    offset: int = 0
    speed: Fraction = Fraction(1)
    locked: bool = False

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


def marked(
    a: Track, b: Track, pairing: Pairing, file_a: str, file_b: str, *, locked: bool = False
) -> LinksFile:
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
                one.by_hand,
            )
            for one in pairing.links
        ),
        offset=pairing.offset,
        speed=pairing.speed,
        locked=locked,
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
        *(("locked = true",) if content.locked else ()),
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
            *(("by_hand = true",) if one.by_hand else ()),
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

    How cues are found says `finding.found`; what is not found is listed, never guessed. Cues that
    no link holds stand alone, with no confidence.
    """
    of = found((side for one in content.links for side in one.a), a)
    other = found((side for one in content.links for side in one.b), b)
    lost = [Lost("a", each) for each in of.lost] + [Lost("b", each) for each in other.lost]
    links: list[Link] = []
    for one in content.links:
        # Taken out as they are used: a file that names a cue twice gets it once.
        of_a = tuple(of.now.pop(each) for each in one.a if each in of.now)
        of_b = tuple(other.now.pop(each) for each in one.b if each in other.now)
        if of_a or of_b:
            whole = len(of_a) == len(one.a) and len(of_b) == len(one.b)
            sure = one.confidence if whole else min(one.confidence, 0.5)
            links.append(Link(of_a, of_b, sure, one.by_hand and whole))
    links += [Link((id,), (), 0.0) for id in of.left]
    links += [Link((), (id,), 0.0) for id in other.left]
    ordered = _in_time(links, a, b, content)
    pairing = Pairing(ordered, content.offset, content.speed)
    return FoundAgain(pairing, tuple(lost), of.changed + other.changed)


def _in_time(links: Sequence[Link], a: Track, b: Track, content: LinksFile) -> tuple[Link, ...]:
    of_a = {cue.id: cue.start for cue in a.cues}
    of_b = {cue.id: round(cue.start * content.speed) + content.offset for cue in b.cues}

    def begins(one: Link) -> int:
        return min([of_a[id] for id in one.a] + [of_b[id] for id in one.b])

    return tuple(sorted(links, key=begins))


def links_name(film: str) -> str:
    """The file's name for a film's id. Raises BadValue for an id that cannot be a file name."""
    if not is_plain_name(film):
        raise BadValue(said("“{film}” cannot be part of a file name.", film=film))
    return f"{film}.links.toml"
