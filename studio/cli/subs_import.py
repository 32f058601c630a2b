"""What reading a subtitle file found, for people and for machines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from studio.cli.console import Console
from studio.core.errors import BadValue
from studio.core.words import counted, size_words
from studio.subs.encodings import SURE
from studio.subs.formats.base import FORMATS
from studio.subs.reading import Reading, first_cues


def repairs_data(reading: Reading) -> list[dict[str, Any]]:
    """Repairs and dropped texts by line, as the design's JSON has them."""
    told = [(repair.line, repair.text) for repair in reading.repairs]
    told += [(one.line, f"dropped: {one.reason}: {one.text}") for one in reading.dropped]
    return [{"line": line, "text": text} for line, text in sorted(told, key=lambda each: each[0])]


def import_data(reading: Reading) -> dict[str, Any]:
    """The whole report of one import. Cues + dropped with a time code = time codes."""
    return {
        "bytes": reading.bytes,
        "format": reading.format,
        "encoding": reading.encoding,
        "confidence": reading.encoding_confidence,
        "alternatives": [
            {
                "encoding": one.encoding,
                "confidence": one.confidence,
                "first_cues": list(first_cues(one.text, reading.format)),
            }
            for one in reading.alternatives
        ],
        "time_codes": reading.time_codes,
        "cues": len(reading.track.cues),
        "repairs": [{"line": one.line, "text": one.text} for one in reading.repairs],
        "dropped": [
            {
                "line": one.line,
                "text": one.text,
                "reason": one.reason,
                "time_code": one.time_code,
            }
            for one in reading.dropped
        ],
        "beside": list(reading.losses),
    }


def import_lines(path: Path, reading: Reading) -> list[str]:
    """The same for people, a line each."""
    sure = round(100 * reading.encoding_confidence)
    lines = [f"{about(path, reading)}", f"  {size_words(reading.bytes)}, encoding {sure} % sure"]
    for each in repairs_data(reading):
        place = f"line {each['line']}: " if each["line"] else ""
        lines.append(f"  {place}{each['text']}".replace("\n", "\n    "))
    return [*lines, *(f"  {loss}" for loss in reading.losses)]


def about(path: Path, reading: Reading) -> str:
    """One line: language, format, encoding, and the counts that prove it."""
    track = reading.track
    guessed = f" (guessed from {reading.language_reason})" if reading.language_reason else ""
    return (
        f"{path}: {track.language}{guessed}, {FORMATS[reading.format].title}, {reading.encoding}, "
        f"{counted(reading.time_codes, 'time code')}, {counted(len(track.cues), 'cue')}, "
        f"{len(reading.dropped)} dropped, {counted(len(reading.repairs), 'repair')}"
    )


def warn_of_guesses(path: Path, reading: Reading, console: Console) -> None:
    """Say where a person should look: an encoding that is not sure, with what else it could be."""
    if reading.encoding_confidence >= SURE:
        return
    sure = round(100 * reading.encoding_confidence)
    lines = [f"{path}: read as {reading.encoding}, which is a guess ({sure} %)."]
    if any("/" in other.encoding for other in reading.alternatives):
        lines = [f"{path}: read as {reading.encoding}, but its text looks as if encoded twice."]
    for other in reading.alternatives:
        if words := first_cues(other.text, reading.format, 2):
            lines.append(f"  {other.encoding} would read: {' | '.join(words)}")
    lines.append("  Name the right one with --input-encoding.")
    console.warn("\n".join(lines))


def refuse_same(read: Path, written: Path) -> None:
    """Input and output must be two files: what a format cannot hold would be gone for good."""
    if written.exists() and read.exists() and written.samefile(read):
        raise BadValue(f"{written} is the file that is read.", hint="Write to another name.")
