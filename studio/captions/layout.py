"""Where captions stand in a frame: wrapped, shrunk a little where they must, stacked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from studio.captions.markup import Marked
from studio.captions.style import CaptionStyle
from studio.core.geometry import Rect, Size
from studio.core.said import said
from studio.core.words import counted
from studio.typeset.cells import Emphasis
from studio.typeset.characters import Kind, kind_of
from studio.typeset.shape import Line, shape_line
from studio.typeset.style import TypeStyle, script_of, style_for
from studio.typeset.wrapping import Wrapped, fewest, partitions

#: The body of a line above and below its baseline, in em, by script: ideographs fill their
#: body; Latin rises to its ascenders and hangs to its descenders.
_BODIES = {"latin": (0.75, 0.22), "arab": (0.85, 0.35), "hebr": (0.76, 0.2)}
_CJK_BODY = (0.86, 0.1)
#: The heights, as shares of the width, between which captions follow the height: in taller frames
#: they would be too wide, in scope ones too small; see CaptionStyle.size.
_FLATTEST, _TALLEST = 0.5, 1.2
#: Lines that a text may take when it overflows, rather than leave the frame.
_MOST_LINES = 40
#: A caption has some hundred characters at most; what a damaged file makes of one is not set whole.
LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class SetText:
    """One language's lines at one size, not yet placed. `pitch` is from baseline to baseline."""

    language: str
    lines: tuple[Line, ...]
    em: float
    pitch: float
    rise: float
    fall: float
    second: bool
    top: bool

    @property
    def height(self) -> float:
        """From the top of the first body to the bottom of the last."""
        return self.rise + self.pitch * (max(1, len(self.lines)) - 1) + self.fall


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Lines with the origin of each baseline in the frame, and the box of their bodies."""

    set: SetText
    origins: tuple[tuple[float, float], ...]
    body: Rect

    @property
    def ink(self) -> Rect:
        """Around all ink of the fill, in the frame's pixels."""
        inked = [
            line.ink.moved(x, y)
            for line, (x, y) in zip(self.set.lines, self.origins, strict=True)
            if line.ink.width
        ]
        if not inked:
            return Rect(self.body.x, self.body.y, 0.0, 0.0)
        whole = inked[0]
        for one in inked[1:]:
            whole = whole.join(one)
        return whole


def em_of(style: CaptionStyle, frame: Size) -> float:
    """The em of the first language in pixels."""
    height = max(_FLATTEST * frame.width, min(frame.height, _TALLEST * frame.width))
    return height * style.size / 100


def laid_out(
    texts: tuple[tuple[str, Marked], ...], style: CaptionStyle, frame: Size
) -> tuple[tuple[PlacedText, ...], tuple[str, ...]]:
    """Every text that says something at its place, and what overflows, in words.

    `texts` are (language, text), the first language first; an empty one keeps its place where the
    style reserves it.
    """
    messages: list[str] = []
    shrunk = 1.0
    for _ in range(8):
        messages.clear()
        made = [
            _set(language, text, style, (place > 0, shrunk), frame, messages)
            for place, (language, text) in enumerate(texts)
        ]
        placed = _placed(made, style, frame)
        over = _out_of(placed, frame)
        if not over:
            break
        # Never cut off at the edge of the frame, whatever it takes.
        shrunk *= 0.85
    if shrunk < 1:
        messages.append(
            said("The captions fill the frame and were set at {shrunk:.0%}.", shrunk=shrunk)
        )
    return placed, tuple(dict.fromkeys(messages))


def _out_of(placed: tuple[PlacedText, ...], frame: Size) -> bool:
    room = Rect(0, 0, frame.width, frame.height)
    return not all(room.holds(one.ink.join(one.body)) for one in placed if one.set.lines)


def _set(
    language: str,
    text: Marked,
    style: CaptionStyle,
    role: tuple[bool, float],
    frame: Size,
    messages: list[str],
) -> SetText:
    second, shrunk = role
    type_style = style_for(style.scripts, language)
    em = em_of(style, frame) * (style.second if second else 1.0) * type_style.size / 100 * shrunk
    unit = replace(type_style, size=1.0)
    room = _room(style, frame, em)
    if text.text:
        if len(text.text) > LONGEST:
            messages.append(
                said(
                    "{language}: only {longest} of its characters are shown.",
                    language=language,
                    longest=LONGEST,
                )
            )
            text = replace(text, text=text.text[:LONGEST])
        text, found, factor, message = _wrapped(text, language, unit, style, room / em)
        if message:
            messages.append(message)
        em *= factor
        lines = tuple(
            shape_line(
                text.text[start:stop], language, unit.sized(em), _within(text.emphasis, start, stop)
            )
            for start, stop in found.spans
        )
    else:
        lines = ()
    rise, fall = _BODIES.get(script_of(language), _CJK_BODY)
    pitch = type_style.leading * em
    return SetText(language, lines, em, pitch, rise * em, fall * em, second, text.top)


def _room(style: CaptionStyle, frame: Size, em: float) -> float:
    """Pixels that a line may be long: inside the margins, outline and plate counted."""
    room = frame.width * (1 - 2 * style.side / 100)
    extra = style.outline.width if style.outline else 0.0
    if style.plate:
        extra = max(extra, style.plate.along)
    room -= 2 * extra * em
    return max(1.0, min(room, style.measure * em) if style.measure else room)


def _within(emphasis: Emphasis, start: int, stop: int) -> Emphasis:
    met = ((max(start, one), min(stop, two)) for one, two in emphasis)
    return tuple((one - start, two - start) for one, two in met if one < two)


def _wrapped(
    text: Marked, language: str, unit: TypeStyle, style: CaptionStyle, room: float
) -> tuple[Marked, Wrapped, float, str]:
    """The text (its breaks perhaps undone), its division, how far it is shrunk, and a message.

    Breaks that somebody typed stay when the lines fit as they are. Otherwise the text is broken
    anew; then it shrinks, at most to the floor; only then does it take more lines than the style
    allows.
    """
    ways = [text] if "\n" not in text.text or _is_dialogue(text) else [text, joined(text, language)]
    for way in ways:
        found = fewest(way.text, language, unit, (room, style.lines), way.emphasis)
        if found:
            return way, found, 1.0, ""
    way = ways[-1]
    found = fewest(way.text, language, unit, (room / style.floor, style.lines), way.emphasis)
    if found:
        return way, found, room / found.width * 0.9999, ""
    return _overflowing(way, language, unit, style, room)


def _overflowing(
    text: Marked, language: str, unit: TypeStyle, style: CaptionStyle, room: float
) -> tuple[Marked, Wrapped, float, str]:
    """At the floor in as few lines as it takes; below the floor where a word is still too long."""
    found = fewest(text.text, language, unit, (room / style.floor, _MOST_LINES), text.emphasis)
    if found:
        need = counted(len(found.spans), "line")
        message = said(
            "{language}: needs {need}, the style allows {lines}.",
            language=language,
            need=need,
            lines=style.lines,
        )
        return text, found, style.floor, message
    narrowest = partitions(text.text, language, unit, style.lines, text.emphasis)
    chosen = min(narrowest, key=lambda one: one.width)
    factor = room / chosen.width * 0.9999
    message = said(
        "{language}: does not fit the frame's width and was set at {factor:.0%}.",
        language=language,
        factor=factor,
    )
    return text, chosen, factor, message


def _is_dialogue(text: Marked) -> bool:
    """Two speakers, each on a line of their own: these lines are never joined."""
    lines = text.text.split("\n")
    return len(lines) > 1 and all(line[0] in "-–—‐−－・" for line in lines[1:])


def joined(text: Marked, language: str) -> Marked:
    """The lines of a text as one: with a space, between ideographs with an ideographic one.

    After punctuation Chinese and Japanese need none. Lengths stay, so that italics do.
    """
    if script_of(language) not in ("hans", "hant", "jpan"):
        return replace(text, text=text.text.replace("\n", " "))
    chars = list(text.text)
    for place, char in enumerate(chars):
        if char == "\n":
            pair = {kind_of(chars[place - 1], True), kind_of(chars[place + 1], True)}
            # A zero-width space keeps the count of characters and the place to break at.
            chars[place] = "\u200b" if Kind.MARK in pair else "\u3000"
            if pair == {Kind.WORD}:
                chars[place] = " "
    return replace(text, text="".join(chars))


def _placed(made: list[SetText], style: CaptionStyle, frame: Size) -> tuple[PlacedText, ...]:
    top = [one for one in made if _is_at_top(one, style)]
    bottom = [one for one in made if not _is_at_top(one, style)]
    return (*_stack(top, style, frame, True), *_stack(bottom, style, frame, False))


def _is_at_top(one: SetText, style: CaptionStyle) -> bool:
    return one.top or (style.arrangement == "apart" and one.second)


def _stack(
    made: list[SetText], style: CaptionStyle, frame: Size, at_top: bool
) -> tuple[PlacedText, ...]:
    """From the margin inwards; a silent language takes the room of one line or none."""
    down = made if style.order == "first-above" else made[::-1]
    order = down if at_top else down[::-1]
    if not style.reserve:
        order = [one for one in order if one.lines]
    gap = style.gap * em_of(style, frame)
    edge = frame.height * (style.top if at_top else 100 - style.bottom) / 100
    placed: list[PlacedText] = []
    for one in order:
        top = edge if at_top else edge - one.height
        placed.append(_at(one, top, frame))
        edge = top + one.height + gap if at_top else top - gap
    return tuple(one for one in placed if one.set.lines)


def _at(one: SetText, top: float, frame: Size) -> PlacedText:
    # Baselines on whole pixels: a caption keeps its sharpness and its height from cue to cue.
    first = round(top + one.rise)
    origins = tuple(
        (frame.width / 2 - line.ink.x - line.ink.width / 2, float(round(first + place * one.pitch)))
        for place, line in enumerate(one.lines)
    )
    width = max((line.ink.width for line in one.lines), default=0.0)
    return PlacedText(one, origins, Rect((frame.width - width) / 2, top, width, one.height))
