"""A track as TTML: into the document it was read from, or as a new one of IMSC 1.1 Text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Cue, Frame, Track
from studio.subs.formats.base import Written
from studio.subs.formats.frame import framed, own_frame, text_of
from studio.subs.formats.markup import Mark, escaped, marks
from studio.subs.formats.times import clock_text
from studio.subs.formats.ttml_times import Clock, label
from studio.subs.formats.ttml_words import Dialect, rendered
from studio.subs.plain import at_top

_STYLING = "http://www.w3.org/ns/ttml#styling"
_TOP = re.compile(r"\{\\an[789]\}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cue's paragraph stands in its document: its start tag, from `at` to `end`; `nested`
    says that a part around it is timed. `region` and `styles` are its own and what it inherits."""

    mark: Mark
    at: int
    end: int
    nested: bool
    region: str
    styles: str


Again = Callable[[str], tuple[tuple[Cue, ...], tuple[Place, ...], Clock]]


@dataclass(slots=True)
class _Document:
    """The document that a track was read from, read once more."""

    dialect: Dialect
    clock: Clock
    cues: dict[int, Cue]
    places: dict[int, Place]
    flat: bool
    lost: Counter[str] = field(default_factory=Counter)
    near: Place | None = None

    def paragraph(self, cue: Cue, source: str) -> str:
        """A cue's element: as it stood where nothing was changed."""
        old, place = self.cues.get(cue.id), self.places.get(cue.id)
        if old is None or place is None or not source:
            return self._new(cue)
        self.near = place
        if old == cue and not self.flat:
            return source
        if (_TOP.search(cue.text) is None) != (_TOP.search(old.text) is None):
            self.lost[said("positions changed at the top of the picture")] += 1
        length = place.mark.end - place.mark.at
        changes = self._times(cue)
        if self.flat:
            changes |= _inherited(place)
        if old.text == cue.text:
            # Times only: the words stay as they are.
            tag = _tag(source[:length], changes)
            inner = source[length:]
            return tag + inner if not inner or inner.endswith(">") else f"{tag}{inner}"
        tag = _tag(source[:length], changes | _space(cue.text))
        opening = tag[:-2].rstrip() + ">" if tag.endswith("/>") else tag
        words = rendered(_TOP.sub("", cue.text), self.dialect, self.lost)
        return f"{opening}{words}</{place.mark.raw}>"

    def _new(self, cue: Cue) -> str:
        raw = f"{self.dialect.prefix}p"
        attributes = self._times(cue) | _space(cue.text)
        if self.near is not None:
            attributes = _inherited(self.near) | attributes
        if at_top(cue.text):
            self.lost[said("positions changed at the top of the picture")] += 1
        words = rendered(_TOP.sub("", cue.text), self.dialect, self.lost)
        return f"{_tag(f'<{raw}>', attributes)}{words}</{raw}>"

    def _times(self, cue: Cue) -> dict[str, str]:
        told = {"begin": self._time(cue.start), "end": self._time(cue.end)}
        return {**told, "dur": ""}

    def _time(self, ms: int) -> str:
        self.lost[said("times before the film's start")] += ms < 0
        if not self.clock.smpte:
            return clock_text(ms, ".")
        text, exact = label(max(0, ms), self.clock)
        self.lost[said("times rounded to frames")] += not exact
        return text


def written(track: Track, again: Again) -> Written:
    """The track's text. `again` reads a document: its cues, their places, its clock."""
    frame = own_frame(track, "ttml")
    if frame is not None and frame.pieces:
        text, lost = _into(frame, track, again)
        if _well_formed(text):
            return Written(text, _told(lost))
    text, lost = _new_document(track)
    if frame is not None:
        lost[said("the document it was read from, which is damaged or has no cue")] += 1
    return Written(text, _told(lost))


def _told(lost: Counter[str]) -> tuple[str, ...]:
    return tuple(
        said("{loss}: {times}.", loss=what, times=counted(number, "time"))
        for what, number in sorted((+lost).items())
    )


def _well_formed(text: str) -> bool:
    """Whether the text is XML; a document type, which we never look into, counts as damage."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return False
    try:
        parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError:
        return False
    return True


def _into(frame: Frame, track: Track, again: Again) -> tuple[str, Counter[str]]:
    cues, places, clock = again(text_of(frame))
    document = _Document(
        _dialect(frame.head, places), clock, {one.id: one for one in cues},
        dict(zip((one.id for one in cues), places, strict=True)), flat=False,
    )  # fmt: skip
    if track.cues == cues:
        return text_of(frame), document.lost
    if _must_be_flat(frame, track, document):
        document.flat = True
        document.lost[said("parts that time several cues together, written out cue by cue")] += 1
        frame = _flattened(frame)
    return framed(frame, track.cues, document.paragraph, _gap(frame)), document.lost


def _must_be_flat(frame: Frame, track: Track, document: _Document) -> bool:
    if any(place.nested for place in document.places.values()):
        return True
    kept = [cue.id for cue in track.cues if cue.id in document.cues]
    return kept != sorted(kept) and any("<" in piece.before for piece in frame.pieces)


def _flattened(frame: Frame) -> Frame:
    """All paragraphs in one division of an untimed body."""
    body = next((mark for mark in marks(frame.head) if mark.name == "body"), None)
    root = next((mark for mark in marks(frame.head) if mark.name == "tt"), None)
    if body is None or root is None:
        return frame
    prefix = body.raw.removesuffix("body")
    untimed = dict.fromkeys(("begin", "end", "dur", "timeContainer"), "")
    tag = _tag(frame.head[body.at : body.end], untimed)
    head = f"{frame.head[: body.at]}{tag}\n<{prefix}div>\n"
    pieces = tuple(
        replace(piece, before="\n" if number else "") for number, piece in enumerate(frame.pieces)
    )
    return Frame("ttml", head, pieces, f"\n</{prefix}div>\n</{body.raw}>\n</{root.raw}>\n")


def _gap(frame: Frame) -> str:
    """What stands between two cues as a rule."""
    blank = Counter(piece.before for piece in frame.pieces[1:] if not piece.before.strip())
    return blank.most_common(1)[0][0] if blank else "\n"


def _dialect(head: str, places: Iterable[Place]) -> Dialect:
    first = next(iter(places))
    prefix = first.mark.raw.removesuffix("p")
    root = next((mark for mark in marks(head) if mark.name == "tt"), None)
    declared = root.attributes if root is not None else {}
    for name, value in declared.items():
        if name.startswith("xmlns:") and re.search(r"#styl(?:e|ing)$", value):
            return Dialect(prefix, name.removeprefix("xmlns:"), "")
    return Dialect(prefix, "tts", f' xmlns:tts="{_STYLING}"')


def _inherited(place: Place) -> dict[str, str]:
    made = {"region": place.region, "style": place.styles}
    return {name: value for name, value in made.items() if value}


def _space(text: str) -> dict[str, str]:
    """White space that counts must say so."""
    odd = "  " in text or "\t" in text or any(line != line.strip(" ") for line in text.split("\n"))
    return {"xml:space": "preserve"} if odd else {}


def _tag(tag: str, changes: dict[str, str]) -> str:
    """A start tag with other attributes; those changed to nothing are taken out."""
    for name, value in changes.items():
        pattern = re.compile(rf"\s{{1,20}}{name}\s{{0,20}}=\s{{0,20}}(?:\"[^\"<]*\"|'[^'<]*')")
        quoted = escaped(value).replace('"', "&quot;")
        made = f' {name}="{quoted}"' if value else ""
        if pattern.search(tag):
            tag = pattern.sub(lambda _, made=made: made, tag, count=1)  # type: ignore[misc]
        elif made:
            end = len(tag) - (2 if tag.endswith("/>") else 1)
            tag = f"{tag[:end].rstrip()}{made}{tag[end:]}"
    return tag


_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"
    xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="{language}" ttp:timeBase="media"
    ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text">
  <head>
    <styling>
      <style xml:id="plain" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%"
        tts:color="white" tts:textAlign="center"/>
    </styling>
    <layout>
      <region xml:id="bottom" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="after"/>
      <region xml:id="top" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="before"/>
    </layout>
  </head>
  <body style="plain" region="bottom">
    <div>
"""
_TAIL = "    </div>\n  </body>\n</tt>\n"


def _new_document(track: Track) -> tuple[str, Counter[str]]:
    lost: Counter[str] = Counter()
    dialect = Dialect("", "tts", "")
    # A bilingual track is in no one language.
    language = "" if "+" in track.language else track.language
    parts = [_HEAD.format(language=escaped(language).replace('"', ""))]
    for number, cue in enumerate(track.cues, start=1):
        lost[said("times before the film's start")] += min(cue.start, cue.end) < 0
        lost[said("styles and positions of the cues")] += cue.style not in ("", "Default")
        changes = {
            "xml:id": f"c{number}",
            "region": "top" if at_top(cue.text) else "",
            "begin": clock_text(cue.start, "."),
            "end": clock_text(cue.end, "."),
        }
        tag = _tag("<p>", changes | _space(_TOP.sub("", cue.text)))
        words = rendered(_TOP.sub("", cue.text), dialect, lost)
        parts.append(f"      {tag}{words}</p>\n")
    return "".join([*parts, _TAIL]), lost
