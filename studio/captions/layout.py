"""Where captions stand in a frame: wrapped, shrunk a little where they must, stacked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from studio.captions.columns import Setter, columns_at, length_of, stands_in_columns
from studio.captions.markup import Marked
from studio.captions.style import CaptionStyle
from studio.core.geometry import Rect, Size
from studio.core.said import said
from studio.core.words import counted
from studio.typeset.characters import Kind, kind_of
from studio.typeset.shape import Line
from studio.typeset.style import script_of, style_for
from studio.typeset.wrapping import Wrapped

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
    anchor: int
    at: tuple[float, float] | None
    vertical: bool = False

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
    texts: tuple[tuple[str, Marked, int], ...], style: CaptionStyle, frame: Size
) -> tuple[tuple[PlacedText, ...], tuple[str, ...]]:
    """Every text that says something at its place, and what overflows, in words.

    `texts` are (language, text, rank of the language), the first language first; an empty one keeps
    its place where the style reserves it.
    """
    messages: list[str] = []
    shrunk = 1.0
    for _ in range(8):
        messages.clear()
        made = [
            _set(language, text, style, (rank > 0, shrunk), frame, messages)
            for language, text, rank in texts
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


def height_of(lines: tuple[tuple[str, int], ...], style: CaptionStyle, frame: Size) -> float:
    """How high a stack of languages is, in per cent of the frame's height, if nothing shrinks.

    `lines`: each language with its number of lines, the first language first; those without lines
    take no room.
    """
    em = em_of(style, frame)
    total = 0.0
    for place, (language, number) in enumerate(lines):
        if not number:
            continue
        type_style = style_for(style.scripts, language)
        own = em * (style.second if place else 1.0) * type_style.size / 100
        rise, fall = _BODIES.get(script_of(language), _CJK_BODY)
        total += own * (rise + fall + type_style.leading * (number - 1))
        total += style.gap * em if place else 0.0
    return 100 * total / frame.height


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
    vertical = stands_in_columns(style, language, second=second)
    setter = Setter(language, unit, vertical)
    room = length_of(style, frame, em) if vertical else room_of(style, frame, em)
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
        text, found, factor, message = _wrapped(text, setter, style, room / em)
        if message:
            messages.append(message)
        em *= factor
        lines = setter.lines(text, found, em)
    else:
        lines = ()
    rise, fall = _BODIES.get(script_of(language), _CJK_BODY)
    pitch = type_style.leading * em
    bodies = (pitch, rise * em, fall * em)
    return SetText(language, lines, em, *bodies, second, text.anchor, text.at, vertical)


def room_of(style: CaptionStyle, frame: Size, em: float) -> float:
    """Pixels that a line of an em of `em` may be long: inside the margins, outline and plate
    counted."""
    room = frame.width * (1 - 2 * style.side / 100)
    extra = style.outline.width if style.outline else 0.0
    if style.plate:
        extra = max(extra, style.plate.along)
    room -= 2 * extra * em
    return max(1.0, min(room, style.measure * em) if style.measure else room)


def _wrapped(
    text: Marked, setter: Setter, style: CaptionStyle, room: float
) -> tuple[Marked, Wrapped, float, str]:
    """The text (its breaks perhaps undone), its division, how far it is shrunk, and a message.

    Breaks that somebody typed stay when the lines fit as they are. Otherwise the text is broken
    anew; then it shrinks, at most to the floor; only then does it take more lines than the style
    allows.
    """
    ways = (
        [text]
        if "\n" not in text.text or _is_dialogue(text)
        else [text, joined(text, setter.language)]
    )
    for way in ways:
        found = setter.fewest(way, room, style.lines)
        if found:
            return way, found, 1.0, ""
    way = ways[-1]
    found = setter.fewest(way, room / style.floor, style.lines)
    if found:
        return way, found, room / found.width * 0.9999, ""
    return _overflowing(way, setter, style, room)


def _overflowing(
    text: Marked, setter: Setter, style: CaptionStyle, room: float
) -> tuple[Marked, Wrapped, float, str]:
    """At the floor in as few lines as it takes; below the floor where a word is still too long."""
    found = setter.fewest(text, room / style.floor, _MOST_LINES)
    if found:
        need = counted(len(found.spans), "line")
        message = said(
            "{language}: needs {need}, the style allows {lines}.",
            language=setter.language,
            need=need,
            lines=style.lines,
        )
        return text, found, style.floor, message
    narrowest = setter.every(text, style.lines)
    chosen = min(narrowest, key=lambda one: one.width)
    factor = room / chosen.width * 0.9999
    message = said(
        "{language}: does not fit the frame's width and was set at {factor:.0%}.",
        language=setter.language,
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
    """All at their places: those on a point each for itself, the others in stacks."""
    free = [one for one in made if one.at is None and not one.vertical]
    stacks: dict[int, list[SetText]] = {}
    for one in free:
        stacks.setdefault(_anchor(one, style), []).append(one)
    found: list[PlacedText] = []
    # From the top down, as before: the order tells boxes of one language apart.
    for anchor in sorted(stacks, reverse=True):
        found += _stack(stacks[anchor], style, frame, anchor)
    for one in made:
        if one.vertical and one.lines:
            found.append(PlacedText(one, *columns_at(one.lines, one.em, one.pitch, style, frame)))
        elif one.at is not None and one.lines:
            found.append(_on_point(one, frame))
    return tuple(found)


def _anchor(one: SetText, style: CaptionStyle) -> int:
    """Where on the number pad a text stands."""
    if one.anchor and one.anchor != 2:
        return one.anchor
    return 8 if style.arrangement == "apart" and one.second else 2


def _stack(made: list[SetText], style: CaptionStyle, frame: Size, anchor: int) -> list[PlacedText]:
    """From the margin inwards; a silent language takes the room of one line or none."""
    at_top = anchor >= 7
    down = made if style.order == "first-above" else made[::-1]
    if 4 <= anchor <= 6:
        return _midway([one for one in down if one.lines], style, frame, anchor)
    order = down if at_top else down[::-1]
    if not style.reserve:
        order = [one for one in order if one.lines]
    gap = style.gap * em_of(style, frame)
    edge = frame.height * (style.top if at_top else 100 - style.bottom) / 100
    placed: list[PlacedText] = []
    for one in order:
        top = edge if at_top else edge - one.height
        placed.append(_at(one, top, style, frame, anchor))
        edge = top + one.height + gap if at_top else top - gap
    return [one for one in placed if one.set.lines]


def _midway(made: list[SetText], style: CaptionStyle, frame: Size, anchor: int) -> list[PlacedText]:
    gap = style.gap * em_of(style, frame)
    edge = (frame.height - sum(one.height for one in made) - gap * (len(made) - 1)) / 2
    placed: list[PlacedText] = []
    for one in made:
        placed.append(_at(one, edge, style, frame, anchor))
        edge += one.height + gap
    return placed


def _at(one: SetText, top: float, style: CaptionStyle, frame: Size, anchor: int) -> PlacedText:
    width = _width(one)
    margin = frame.width * style.side / 100
    left = (margin, (frame.width - width) / 2, frame.width - margin - width)[(anchor - 1) % 3]
    return _set_at(one, left, top, anchor)


def _on_point(one: SetText, frame: Size) -> PlacedText:
    """A text whose corner, edge or middle is on a point; moved so far that all of it is seen."""
    anchor = one.anchor or 2
    x, y = one.at or (0.5, 1.0)
    width, height = _width(one), one.height
    left = x * frame.width - width * ((anchor - 1) % 3) / 2
    top = y * frame.height - height * (2 - (anchor - 1) // 3) / 2
    left = max(0.0, min(left, frame.width - width))
    return _set_at(one, left, max(0.0, min(top, frame.height - height)), anchor)


def _width(one: SetText) -> float:
    return max((line.ink.width for line in one.lines), default=0.0)


def _set_at(one: SetText, left: float, top: float, anchor: int) -> PlacedText:
    """The block with its corner there; its lines flush left, centred or flush right."""
    # Baselines on whole pixels: a caption keeps its sharpness and its height from cue to cue.
    first = round(top + one.rise)
    width, share = _width(one), ((anchor - 1) % 3) / 2
    origins = tuple(
        (
            left + (width - line.ink.width) * share - line.ink.x,
            float(round(first + place * one.pitch)),
        )
        for place, line in enumerate(one.lines)
    )
    return PlacedText(one, origins, Rect(left, top, width, one.height))
