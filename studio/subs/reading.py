"""Tracks from files and back: what was read is proved by counts, what is written is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from studio.core.errors import BadValue, CannotRead, CannotWrite
from studio.core.files import TEXT_LIMIT, read_bytes, write_bytes
from studio.core.said import said
from studio.core.words import counted, nearest
from studio.subs.cue import Track
from studio.subs.encodings import Alternative, Decoded, decode, named_encoding
from studio.subs.formats.base import FORMATS, MAX_CUES, Dropped, Format, Parsed, Repair
from studio.subs.language import canonical, guess_language
from studio.subs.plain import plain_lines

_HEAD = 20_000
_FILMS = (
    (4, b"ftyp"), (4, b"moov"), (4, b"mdat"), (0, b"\x1aE\xdf\xa3"), (0, b"RIFF"), (0, b"OggS"),
    (0, b"FLV"), (0, b"\x00\x00\x01\xba"), (0, b"\x00\x00\x01\xb3"), (0, b"\x89PNG"),
    (0, b"\xff\xd8\xff"), (0, b"PK\x03\x04"), (0, b"%PDF"), (0, b"GIF8"), (0, b"8BPS"),
    (0, b"\x1f\x8b"), (0, b"\x7fELF"), (0, b"MZ\x90"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A track and the proof of its reading.

    Cues made + dropped with a time code = `time_codes` seen. `encoding_confidence` is 0 to 1;
    below `studio.subs.encodings.SURE` a person should look at `alternatives`.
    `language_reason` is empty where the language was given, else what it was guessed from.
    `losses` are what the file has beside cues (notes, styles), in words.
    """

    track: Track
    format: str
    encoding: str
    encoding_confidence: float
    bytes: int
    time_codes: int
    repairs: tuple[Repair, ...]
    dropped: tuple[Dropped, ...]
    losses: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    language_reason: str


def read_track(path: Path, language: str = "", encoding: str = "") -> Reading:
    """Read a subtitle file of any known format and encoding.

    `language` (BCP 47) and `encoding` are taken as given; where empty they are found. Files of
    more than 32 MB or 200,000 cues, empty files and files that are no subtitles raise CannotRead;
    an unknown `encoding` raises BadValue.
    """
    data = read_bytes(path, TEXT_LIMIT)
    _refuse_binary(path, data)
    decoded = decode(data, canonical(language) if language else _hint(path), encoding)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff \t\n"):
        raise CannotRead(said("{path} is empty.", path=path), hint=said("Is it the right file?"))
    _refuse_control(path, text)
    form = _format_of(path, text)
    parsed = _parsed(path, form, text)
    tag, reason = canonical(language), ""
    if not language:
        guess = guess_language(path, (" ".join(plain_lines(cue.text)) for cue in parsed.cues))
        tag, reason = guess.language, guess.reason
    return Reading(
        track=Track(tag, parsed.cues),
        format=form.name,
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        bytes=len(data),
        time_codes=parsed.time_codes,
        repairs=(*_before_parsing(decoded), *parsed.repairs),
        dropped=parsed.dropped,
        losses=parsed.losses,
        alternatives=decoded.alternatives,
        language_reason=reason,
    )


def first_words(alternative: Alternative, format: str) -> str:
    """The first cue that an alternative encoding decides about, as it would read; for choosing."""
    text = alternative.text[:_HEAD].replace("\r\n", "\n").replace("\r", "\n")
    for cue in FORMATS[format].read(text).cues:
        shown = " / ".join(plain_lines(cue.text))
        if not shown.isascii():
            return shown[:60]
    return ""


def _hint(path: Path) -> str:
    """The language of the file's name helps to tell code pages apart."""
    guess = guess_language(path, ())
    return "" if guess.language == "und" else guess.language


def _refuse_binary(path: Path, data: bytes) -> None:
    if not data:
        raise CannotRead(said("{path} is empty.", path=path), hint=said("Is it the right file?"))
    if any(data[at : at + len(mark)] == mark for at, mark in _FILMS):
        raise CannotRead(
            said(
                "{path} is not a subtitle file: it is a film, a picture or another binary file.",
                path=path,
            ),
            hint=said("Name a text file such as .srt, .vtt or .ass."),
        )


def _refuse_control(path: Path, text: str) -> None:
    """Text has next to no control characters; binary files have many."""
    sample = text[:_HEAD]
    odd = sum(char < " " and char not in "\t\n\f\x1b" for char in sample)
    if odd > 8 and odd * 50 > len(sample):
        raise CannotRead(
            said("{path} is not a text file.", path=path),
            hint=said("Name a text file such as .srt, .vtt or .ass."),
        )


def _format_of(path: Path, text: str) -> Format:
    """The format that knows the text best; the file's suffix only settles a tie."""
    head = text[:_HEAD]
    suffix = path.suffix.lower()
    ranked = [
        (form.sniff(head) + (0.05 if suffix in form.extensions else 0.0), form) for form in FORMATS
    ]
    score, best = max(ranked, key=lambda item: item[0])
    if score >= 0.1:
        return best
    # A long preface may hide the first time code: the suffix is believed, the reader counts.
    for form in FORMATS:
        if suffix in form.extensions:
            return form
    raise CannotRead(
        said("{path} has no time codes that Lobbycard knows.", path=path),
        hint=said("Known formats: {listed}.", listed=", ".join(form.title for form in FORMATS)),
    )


def _parsed(path: Path, form: Format, text: str) -> Parsed:
    if text.count("->") > 2 * MAX_CUES:
        raise CannotRead(
            said(
                "{path} has far more than {max_cues:,} cues, which is the limit.",
                path=path,
                max_cues=MAX_CUES,
            ),
            hint=said("Is it the right file?"),
        )
    parsed = form.read(text)
    if len(parsed.cues) > MAX_CUES:
        raise CannotRead(
            said(
                "{path} has {cues}; the limit is {max_cues:,}.",
                path=path,
                cues=counted(len(parsed.cues), "cue"),
                max_cues=MAX_CUES,
            ),
            hint=said("Is it the right file?"),
        )
    if not parsed.time_codes and not (form.name == "vtt" and text.startswith("WEBVTT")):
        raise CannotRead(
            said("{path} has no time codes: it is not {form}.", path=path, form=form.title),
            hint=said("Is it the right file?"),
        )
    return parsed


def _before_parsing(decoded: Decoded) -> Iterator[Repair]:
    for number, text in decoded.damage[:1000]:
        yield Repair(number, text)
    if "\r" in decoded.text and "\n" not in decoded.text:
        yield Repair(0, said("line ends CR, as on old Macintoshes"))


def write_track(
    track: Track, path: Path, encoding: str = "utf-8", format: str = ""
) -> tuple[str, ...]:
    """Write a track, whole or not at all; returns what the format could not keep, in words.

    The format is that of the path's suffix unless named. Raises CannotWrite that lists every
    character `encoding` cannot hold; BadValue for an unknown format or encoding.
    """
    form = format_for(path, format)
    name = named_encoding(encoding)
    written = form.write(track)
    write_bytes(path, encoded(written.text, name, path, track))
    return written.losses


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
    """The bytes of `text`; UTF-16 and `utf-8-sig` begin with their mark. Raises CannotWrite."""
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
