"""Tracks from files: what was read is proved by counts, and all that was odd is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from studio.core.errors import CannotRead
from studio.core.files import TEXT_LIMIT, read_bytes
from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Frame, Track
from studio.subs.encodings import Alternative, Decoded, decode
from studio.subs.formats.base import FORMATS, MAX_CUES, Dropped, Format, Parsed, Repair
from studio.subs.language import canonical, guess_language
from studio.subs.plain import plain_lines
from studio.subs.writing import encoded as encoded
from studio.subs.writing import format_for as format_for
from studio.subs.writing import write_track as write_track

_HEAD = 20_000
# One of these stands at each time code of a format: far too many are refused before they are read.
_MARKS = ("->", "Dialogue", "<p", ":p")
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
    `losses` are what the file has beside cues (notes, styles), in words: `track.frame` keeps it
    for the file's own format, another format has no room for it.
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
    frame = _with_line_ends(form, parsed, decoded.text)
    tag, reason = canonical(language), ""
    if not language:
        guess = guess_language(path, (" ".join(plain_lines(cue.text)) for cue in parsed.cues))
        tag, reason = guess.language, guess.reason
    return Reading(
        track=Track(tag, parsed.cues, frame),
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
    return next(iter(first_cues(alternative.text, format, 1)), "")


def first_cues(text: str, format: str, number: int = 3) -> tuple[str, ...]:
    """The first `number` cues of a decoded text that have more than ASCII in them, in one line of
    at most 60 characters each."""
    head = text[:_HEAD].replace("\r\n", "\n").replace("\r", "\n")
    try:
        cues = FORMATS[format].read(head).cues
    except CannotRead:
        # The head may end in the middle of what it stands in.
        return ()
    shown = (" / ".join(plain_lines(cue.text)) for cue in cues)
    return tuple(islice((one[:60] for one in shown if not one.isascii()), number))


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
    if any(text.count(mark) > 2 * MAX_CUES for mark in _MARKS):
        raise CannotRead(
            said(
                "{path} has far more than {max_cues:,} cues, which is the limit.",
                path=path,
                max_cues=MAX_CUES,
            ),
            hint=said("Is it the right file?"),
        )
    try:
        parsed = _proved(form, text, form.read(text))
    except CannotRead as error:
        raise CannotRead(
            said("{path}: {reason}", path=path, reason=error), hint=error.hint
        ) from error
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


def _proved(form: Format, text: str, parsed: Parsed) -> Parsed:
    """Every time code that a plain scan sees is a cue or is told: the reader does not judge itself.

    Where the scan sees more on a line than was read, that line is told as dropped; where it sees
    less, the reader's number counts.
    """
    if not parsed.lines or form.count(text) == parsed.time_codes:
        return parsed
    seen = form.places(text)
    missed = seen - Counter(parsed.lines)
    if not missed:
        return parsed
    lines = text.split("\n")
    reason = said("what looks like a time code stands inside of another text and stays there")
    told = [
        Dropped(number, lines[number - 1].strip()[:200], reason, time_code=True)
        for number in sorted(missed.elements())
    ]
    listed = tuple(sorted((*parsed.dropped, *told), key=lambda one: one.line))
    return replace(parsed, dropped=listed, time_codes=parsed.time_codes + len(told))


def _with_line_ends(form: Format, parsed: Parsed, text: str) -> Frame | None:
    """The frame, with the line ends of the file."""
    if text.count("\r\n") * 2 <= text.count("\n"):
        return parsed.frame
    return replace(parsed.frame or Frame(form.name), newline="\r\n")


def _before_parsing(decoded: Decoded) -> Iterator[Repair]:
    for number, text in decoded.damage[:1000]:
        yield Repair(number, text)
    if "\r" in decoded.text and "\n" not in decoded.text:
        yield Repair(0, said("line ends CR, as on old Macintoshes"))
