"""Tracks into files: whole or not at all, with what is lost and what cannot be held told first."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from studio.core.errors import BadValue, CannotWrite
from studio.core.files import write_bytes
from studio.core.said import said
from studio.core.words import counted, nearest
from studio.subs.cue import Track
from studio.subs.encodings import named_encoding
from studio.subs.formats.base import FORMATS, Format, Written

_DECLARATION = re.compile(r"(<\?xml[^>]{0,200}?encoding\s*=\s*[\"'])([A-Za-z0-9._-]{1,40})")
_NAMES = {"utf-8-sig": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp932": "Shift_JIS"}


@dataclass(frozen=True, slots=True)
class Planned:
    """What saving would write, and in words what the format cannot keep; nothing is written yet."""

    path: Path
    format: str
    encoding: str
    data: bytes
    losses: tuple[str, ...]

    def write(self) -> None:
        """Put it in place, whole or not at all. Raises CannotWrite."""
        write_bytes(self.path, self.data)


def planned(track: Track, path: Path, encoding: str = "utf-8", format: str = "") -> Planned:
    """What `write_track` would write and lose, for showing it first. Raises as that does."""
    form = format_for(path, format)
    name = writing_encoding(encoding)
    written = composed(track, form)
    return Planned(path, form.name, name, encoded(written.text, name, path, track), written.losses)


def write_track(
    track: Track, path: Path, encoding: str = "utf-8", format: str = ""
) -> tuple[str, ...]:
    """Write a track, whole or not at all; returns what the format could not keep, in words.

    The format is that of the path's suffix unless named. Raises CannotWrite that lists every
    character `encoding` cannot hold; BadValue for an unknown format or encoding.
    """
    plan = planned(track, path, encoding, format)
    plan.write()
    return plan.losses


def beside(track: Track) -> tuple[str, ...]:
    """What the file of a track holds beside its cues, in words: its own format keeps it, another
    has no room for it."""
    frame = track.frame
    if frame is None:
        return ()
    pieces = "".join(one.before + one.source for one in frame.pieces)
    return FORMATS[frame.format].read(f"{frame.head}{pieces}{frame.tail}").losses


def composed(track: Track, form: Format) -> Written:
    """The track as text of a format, with the line ends of the file it was read from where that
    was of the same format."""
    written = form.write(track)
    frame = track.frame
    if frame is None or frame.format != form.name or frame.newline == "\n":
        return written
    return replace(written, text=written.text.replace("\n", frame.newline))


def writing_encoding(name: str) -> str:
    """Python's name of an encoding to write in; a way back from a second one (`utf-8/cp1252/utf-8`)
    is written as what it begins with. Raises BadValue."""
    return named_encoding(name.partition("/")[0])


def format_for(path: Path, name: str = "") -> Format:
    """The format called `name`, else the one of the path's suffix. Raises BadValue."""
    if name:
        return FORMATS[name]
    suffix = path.suffix.lower()
    for form in FORMATS:
        if suffix in form.extensions:
            return form
    known = tuple(extension for form in FORMATS for extension in form.extensions)
    raise BadValue(
        said(
            "{path}: “{suffix}” is no suffix of a subtitle format.",
            path=path,
            suffix=suffix or path.name,
        ),
        hint=nearest(suffix, known),
    )


def encoded(text: str, encoding: str, path: Path, track: Track) -> bytes:
    """The bytes of `text`; UTF-16 and `utf-8-sig` begin with their mark, an XML declaration names
    the encoding. Raises CannotWrite."""
    encoding = encoding.partition("/")[0]
    text = _declaring(text, encoding)
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        wrong = [char for char in dict.fromkeys(text) if not _holds(encoding, char)]
    shown = " ".join(f"{char} (U+{ord(char):04X})" for char in wrong[:40]) + (
        " …" if len(wrong) > 40 else ""
    )
    lost = frozenset(wrong)
    places = [n for n, cue in enumerate(track.cues, start=1) if not lost.isdisjoint(cue.text)]
    where = ", ".join(map(str, places[:20])) + (", …" if len(places) > 20 else "")
    characters = counted(len(wrong), "character")
    message = said(
        "{path}: {encoding} cannot hold {characters}: {shown}.",
        path=path,
        encoding=encoding,
        characters=characters,
        shown=shown,
    )
    if places:
        message = said(
            "{path}: {encoding} cannot hold {characters}: {shown} (cue {where}).",
            path=path,
            encoding=encoding,
            characters=characters,
            shown=shown,
            where=where,
        )
    raise CannotWrite(
        message,
        hint=said("Write UTF-8 or GB18030, or change the text."),
    )


def _holds(encoding: str, char: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _declaring(text: str, encoding: str) -> str:
    match = _DECLARATION.match(text)
    if match is None:
        return text
    try:
        if named_encoding(match[2]) == named_encoding(encoding).removesuffix("-sig"):
            return text
    except BadValue:
        # A name that nobody knows is replaced.
        pass
    name = _NAMES.get(encoding, encoding.upper())
    return f"{match[1]}{name}{text[match.end() :]}"
