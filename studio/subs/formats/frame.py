"""A track written into the text it was read from: what was not changed comes back byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from studio.subs.cue import Cue, Frame, Piece, Track

Lines = tuple[int, int]


def frame_of(name: str, lines: Sequence[str], ranges: Iterable[Lines]) -> Frame:
    """The frame of a text of `lines`; `ranges` are the first and the last line (from 0) of each
    cue, in order; ids are 1, 2, 3 …"""
    pieces: list[Piece] = []
    head, at = "", 0
    for number, (first, last) in enumerate(ranges, start=1):
        # Two cues on one line: the line belongs to the first of them.
        between = "".join(f"{line}\n" for line in lines[at:first])
        source = "\n".join(lines[max(first, at) : last + 1])
        if number == 1:
            head, between = between, ""
        elif max(first, last) >= at:
            between = f"\n{between}"
        pieces.append(Piece(number, between, source))
        at = max(at, last + 1)
    rest = "\n".join(lines[at:])
    if not pieces:
        return Frame(name, rest)
    return Frame(name, head, tuple(pieces), f"\n{rest}" if at < len(lines) else "")


def text_of(frame: Frame) -> str:
    """The text that the frame was made from."""
    pieces = "".join(piece.before + piece.source for piece in frame.pieces)
    return f"{frame.head}{pieces}{frame.tail}"


def own_frame(track: Track, name: str) -> Frame | None:
    """The track's frame where it is of the format `name`."""
    return track.frame if track.frame is not None and track.frame.format == name else None


def framed(
    frame: Frame,
    cues: Sequence[Cue],
    made: Callable[[Cue, str], str],
    gap: str,
) -> str:
    """`cues` between what stood between them. `made` gives the text of a cue, of which it gets
    the source (empty: a new one). `gap` stands before a cue that had nothing before it. What stood
    before a cue that is gone stands before the next that is left."""
    befores, tail = _befores(frame, {cue.id for cue in cues})
    sources = {piece.id: piece.source for piece in frame.pieces}
    return "".join(_parts(frame.head, cues, befores, tail, (sources, made, gap)))


_How = tuple[dict[int, str], Callable[[Cue, str], str], str]


def _parts(
    head: str, cues: Sequence[Cue], befores: dict[int, str], tail: str, how: _How
) -> Iterator[str]:
    sources, made, gap = how
    yield head
    for number, cue in enumerate(cues):
        before = befores.get(cue.id, "")
        if number == 0:
            # The head has its own end.
            yield before.lstrip("\n")
        else:
            yield before or gap
        yield made(cue, sources.get(cue.id, ""))
    yield tail


def _befores(frame: Frame, alive: set[int]) -> tuple[dict[int, str], str]:
    befores: dict[int, str] = {}
    waiting = ""
    for piece in frame.pieces:
        if piece.id in alive:
            befores[piece.id] = waiting + piece.before
            waiting = ""
        elif piece.before.strip():
            waiting += piece.before
    return befores, waiting + frame.tail
