"""TTML, IMSC and DFXP: each paragraph a cue, timed as it nests; all else kept as it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from fractions import Fraction

from studio.core.errors import CannotRead
from studio.core.said import said
from studio.core.words import noun
from studio.subs.cue import Cue, Frame, Piece, Track
from studio.subs.formats.base import FORMATS, Dropped, Parsed, Repair, Written
from studio.subs.formats.markup import Mark, marks
from studio.subs.formats.scan import paragraph_lines
from studio.subs.formats.ttml_state import Open, Paragraph, State
from studio.subs.formats.ttml_text import Look, look_of, style_value
from studio.subs.formats.ttml_times import Clock, Span, clock_of, placed, seconds, unusual
from studio.subs.formats.ttml_writing import Place, written

_ROOT = re.compile(r"<(?:[A-Za-z_][\w.-]{0,40}:)?tt[\s>]")
_DEEPEST = 60
_ASIDE = {
    "style": noun("style"),
    "region": noun("region"),
    "metadata": noun("metadata section"),
    "animate": noun("animation"),
    "set": noun("animation"),
    "data": noun("attachment section"),
}
# What stands inside a paragraph and is not its words.
_UNREAD = frozenset(
    ("metadata", "title", "desc", "copyright", "agent", "name", "actor", "set", "animate", "data")
)
# All others are looked through: their words are words of what they stand in.
_KNOWN = _UNREAD | {"tt", "head", "styling", "layout", "region", "body", "div", "p", "span"}
_LONGEST = Fraction(359_999_999)


class Ttml:
    """`.ttml`, `.dfxp`, `.itt`, `.imsc`, and `.xml` by content. Prefixes and namespaces of all
    versions are taken; a paragraph counts as a time code."""

    name = "ttml"
    title = "TTML"
    extensions: tuple[str, ...] = (".ttml", ".dfxp", ".itt", ".imsc")

    def sniff(self, head: str) -> float:
        """By its root element."""
        return 1.0 if _ROOT.search(head[:8000]) else 0.0

    def count(self, text: str) -> int:
        """By the plain scan."""
        return paragraph_lines(text).total()

    def places(self, text: str) -> Counter[int]:
        """By the plain scan."""
        return paragraph_lines(text)

    def read(self, text: str) -> Parsed:
        """Slant, weight, underline and ruby become simple tags, a region at the top `{\\an8}`;
        `Cue.style` names region and styles. Raises CannotRead where elements nest too deep."""
        state = _best(text)
        return state.parsed(_frame(text, state.places))

    def write(self, track: Track) -> Written:
        """Into the document it was read from, else as IMSC 1.1 Text."""
        return written(track, _again)


FORMATS.add("ttml")(Ttml())


def _again(text: str) -> tuple[tuple[Cue, ...], tuple[Place, ...], Clock]:
    state = _best(text)
    return tuple(state.cues), tuple(state.places), state.clock


def _best(text: str) -> State:
    """Read as the standard says; where that puts times after the end of what they stand in, and
    counted from the start they all fit, counted so."""
    state = _read(text, absolute=False)
    if not (state.beyond and state.fits):
        return state
    state = _read(text, absolute=True)
    told = said("times inside timed parts count from the film's start; else they end after them")
    state.repairs.append(Repair(0, told))
    return state


def _frame(text: str, places: list[Place]) -> Frame:
    if not places:
        return Frame("ttml", text)
    pieces: list[Piece] = []
    end = places[0].at
    for number, place in enumerate(places, start=1):
        pieces.append(Piece(number, text[end : place.at], text[place.at : place.end]))
        end = place.end
    return Frame("ttml", text[: places[0].at], tuple(pieces), text[end:])


def _read(text: str, *, absolute: bool) -> State:
    state = State(text, Clock(absolute=absolute))
    for mark in marks(text):
        if not mark.name:
            _take_text(mark, state)
        elif mark.close:
            _take_end(mark, state)
        else:
            _take_start(mark, state)
    if state.paragraph is not None:
        _close_paragraph(state, len(text), closed=False)
    _give_ends(state)
    return state


def _take_text(mark: Mark, state: State) -> None:
    if state.paragraph is not None and not state.unread and state.stack:
        state.paragraph.words.add(mark.text, keep=state.stack[-1].keep)


def _take_start(mark: Mark, state: State) -> None:
    if state.paragraph is not None and mark.name in ("p", "div", "body"):
        _close_paragraph(state, mark.at, closed=False)
    if mark.name == "tt" and not state.rooted:
        state.rooted = True
        state.clock = replace(clock_of(mark), absolute=state.clock.absolute)
    if state.paragraph is None:
        _take_head(mark, state)
    elif mark.name == "br" and not state.unread:
        state.paragraph.words.br()
    if mark.name not in _KNOWN:
        return
    _push(mark, state)
    if mark.empty:
        _take_end(mark, state)


def _take_head(mark: Mark, state: State) -> None:
    """Styles and regions are remembered; what stands in no cue is counted."""
    if mark.name in _ASIDE:
        state.aside[_ASIDE[mark.name]] += 1
    name = mark.value("id")
    if mark.name == "style" and name:
        state.styles.setdefault(name, mark)
    elif mark.name == "style":
        _style_of_region(mark, state)
    elif mark.name == "region" and name:
        state.regions.setdefault(name, mark)
    elif mark.name == "div" and mark.value("backgroundImage"):
        line = state.line_of(mark.at)
        state.seen.append(line)
        source = state.text[mark.at : mark.end]
        reason = said("it is a picture, not text")
        state.dropped.append(Dropped(line, source, reason, time_code=True))


def _style_of_region(mark: Mark, state: State) -> None:
    """A style inside of a region is the region's own."""
    region = next((one.mark for one in reversed(state.stack) if one.mark.name == "region"), None)
    if region is not None and (name := region.value("id")):
        both = {**mark.attributes, **region.attributes}
        state.regions[name] = Mark(region.at, region.end, "region", region.raw, attributes=both)


def _push(mark: Mark, state: State) -> None:
    if len(state.stack) >= _DEEPEST:
        raise CannotRead(
            said("Its elements lie more than {limit} deep in each other.", limit=_DEEPEST),
            hint=said("Is it the right file?"),
        )
    above = state.stack[-1] if state.stack else Open(mark, _whole(), Look(), False, "", "")
    space = mark.value("space")
    styles = " ".join(part for part in (above.styles, mark.value("style")) if part)
    opened = Open(
        mark,
        above.span,
        above.look,
        space == "preserve" if space else above.keep,
        mark.value("region") or above.region,
        styles[-400:],
    )
    if mark.name in ("body", "div", "p"):
        opened.span = placed(mark, above.span, state.clock)
    if mark.name in ("body", "div", "p", "span"):
        opened.look = look_of(mark, state.styles, above.look)
    state.stack.append(opened)
    if mark.name == "p":
        _open_paragraph(opened, above, state)
    elif state.paragraph is not None:
        _open_inner(opened, above, state.paragraph, state)


def _whole() -> Span:
    return Span(Fraction(0), None)


def _open_paragraph(opened: Open, above: Open, state: State) -> None:
    state.seen.append(state.line_of(opened.mark.at))
    region = state.regions.get(opened.region)
    if region is not None:
        base = look_of(region, state.styles, Look())
        known = above.look if above.look != Look() else base
        opened.look = look_of(opened.mark, state.styles, known)
    _weigh(opened, above.span, state)
    state.paragraph = Paragraph(opened.mark, opened)
    state.paragraph.words.turn(Look(), opened.look)


def _weigh(opened: Open, around: Span, state: State) -> None:
    """Whether this paragraph's times could count from the start."""
    if around.end is None or not around.begin:
        return
    begin, end = (seconds(opened.mark.value(name), state.clock) for name in ("begin", "end"))
    if begin is None or end is None:
        return
    state.beyond = state.beyond or (opened.span.end or 0) > around.end
    state.fits = state.fits and around.begin <= begin and end <= around.end


def _open_inner(opened: Open, above: Open, paragraph: Paragraph, state: State) -> None:
    mark = opened.mark
    if mark.name in _UNREAD or state.unread:
        state.unread += 1
        state.aside[_ASIDE.get(mark.name, noun("metadata section"))] += 1
        return
    if mark.name != "span":
        return
    ruby = style_value(mark, "ruby", state.styles)
    if ruby == "container":
        paragraph.words.open_ruby()
    elif ruby in ("text", "textContainer"):
        paragraph.words.above = True
    elif ruby == "delimiter":
        state.unread += 1
        return
    paragraph.words.turn(above.look, opened.look)
    opened.span = placed(mark, above.span, state.clock)
    if any(mark.value(name) for name in ("begin", "end", "dur")):
        _note_inner(opened.span, paragraph)


def _note_inner(span: Span, paragraph: Paragraph) -> None:
    paragraph.inner += 1
    if paragraph.first is None or span.begin < paragraph.first:
        paragraph.first = span.begin
    if span.end is not None and (paragraph.last is None or span.end > paragraph.last):
        paragraph.last = span.end


def _take_end(mark: Mark, state: State) -> None:
    """Close the nearest open element of that name, and what was left open in it."""
    depth = next(
        (n for n in range(len(state.stack) - 1, -1, -1) if state.stack[n].mark.name == mark.name),
        None,
    )
    if depth is None:
        return
    while len(state.stack) > depth + 1:
        # What is left open ends where the one around it ends.
        _leave(state, mark.at)
    if mark.name == "p" and state.paragraph is not None:
        _close_paragraph(state, mark.end, closed=True)
    else:
        _leave(state, mark.at)


def _leave(state: State, at: int) -> None:
    if state.stack[-1].mark.name == "p" and state.paragraph is not None:
        _close_paragraph(state, at, closed=False)
        return
    left = state.stack.pop()
    paragraph = state.paragraph
    if paragraph is None:
        return
    if state.unread:
        state.unread -= 1
        return
    if left.mark.name == "span" and state.stack:
        paragraph.words.turn(left.look, state.stack[-1].look)
        ruby = style_value(left.mark, "ruby", state.styles)
        if ruby in ("text", "textContainer"):
            paragraph.words.above = False
        elif ruby == "container":
            paragraph.words.close_ruby()


def _close_paragraph(state: State, end: int, *, closed: bool) -> None:
    """The open paragraph becomes a cue, or is told."""
    paragraph = state.paragraph
    if paragraph is None:
        return
    while state.stack[-1].mark is not paragraph.mark:
        _leave(state, end)
    state.stack.pop()
    state.paragraph, state.unread = None, 0
    line = state.seen[-1]
    if not closed:
        state.repairs.append(Repair(line, said("a paragraph was not closed")))
    paragraph.words.turn(paragraph.open.look, Look())
    text = paragraph.words.text()
    start, stop = _times(paragraph, state, line)
    if start is None:
        timed = paragraph.open.span.bad or paragraph.open.span.timed
        reason = said("its time code cannot be read") if timed else said("it has no time code")
        source = state.text[paragraph.mark.at : end]
        state.dropped.append(Dropped(line, source, reason, time_code=True))
        return
    if _at_top(state.regions.get(paragraph.open.region), state):
        text = f"{{\\an8}}{text}"
    if stop is None:
        state.endless.append((len(state.cues), line))
    cue = Cue(len(state.cues) + 1, _ms(start), _ms(stop or start), text, _style(paragraph.mark))
    state.cues.append(cue)
    nested = bool(state.stack and state.stack[-1].span.timed) or _in_sequence(state)
    place = Place(
        paragraph.mark, paragraph.mark.at, end, nested, paragraph.open.region, paragraph.open.styles
    )
    state.places.append(place)


def _in_sequence(state: State) -> bool:
    return any(one.span.seq for one in state.stack)


def _times(
    paragraph: Paragraph, state: State, line: int
) -> tuple[Fraction | None, Fraction | None]:
    """Begin and end in seconds; no begin where it cannot be told, no end where it is open."""
    span = paragraph.open.span
    if span.bad:
        return None, None
    if not span.timed:
        if paragraph.first is not None:
            state.repairs.append(Repair(line, said("its time is that of its parts")))
        return paragraph.first, paragraph.last
    if paragraph.inner:
        state.aside[noun("inner time")] += paragraph.inner
    if max(span.begin, span.end or 0) > _LONGEST:
        return None, None
    raw = [text for name in ("begin", "end", "dur") if (text := paragraph.mark.value(name))]
    odd = [text for text in raw if unusual(text)]
    if odd:
        told = said("time code “{line}” was written in an unusual way", line=", ".join(odd))
        state.repairs.append(Repair(line, told))
    around = state.stack[-1].span.end if state.stack else None
    if span.end is not None and around is not None and span.begin < around < span.end:
        state.repairs.append(Repair(line, said("it ends with the part around it")))
        return span.begin, around
    return span.begin, span.end


def _give_ends(state: State) -> None:
    """A paragraph without an end is shown till the next begins."""
    starts = sorted({cue.start for cue in state.cues})
    for index, line in state.endless:
        cue = state.cues[index]
        after = bisect_right(starts, cue.start)
        later = starts[after] if after < len(starts) else cue.start + _LAST_FOR
        state.cues[index] = replace(cue, end=later)
        told = said("no end; it is shown till the next begins, the last for {number} s", number=4)
        state.repairs.append(Repair(line, told))


_LAST_FOR = 4000


def _style(mark: Mark) -> str:
    """What the paragraph itself names; what it inherits is the document's."""
    named = ((name, mark.value(name)) for name in ("region", "style"))
    return " ".join(f"{name}={value}" for name, value in named if value)


_PERCENT = re.compile(r"\s*-?[\d.]{1,20}%\s+(-?\d{1,4}(?:\.\d{1,10})?)%\s*")


def _at_top(region: Mark | None, state: State) -> bool:
    """Whether a region says that its lines stand at the top of the picture."""
    if region is None or style_value(region, "displayAlign", state.styles) != "before":
        return False
    origin = _PERCENT.fullmatch(style_value(region, "origin", state.styles))
    return origin is None or float(origin[1]) < 40


def _ms(seconds: Fraction) -> int:
    return int(seconds * 1000 + Fraction(1, 2))
