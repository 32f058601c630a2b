"""Other people's subtitle readers, each a function from a path to cues; those missing say so."""

from __future__ import annotations

import html
import importlib
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import av

from benchmarks.hazards import Cues
from studio.subs.reading import read_track

Reader = Callable[[Path], Cues]


class Missing(Exception):
    """The package is not installed here."""


def ours(path: Path) -> Cues:
    """Lobbycard."""
    return [(cue.start, cue.end, cue.text) for cue in read_track(path).track.cues]


def by_srt(path: Path) -> Cues:
    """The `srt` package, strict."""
    srt = _package("srt")
    text = path.read_text(encoding="utf-8-sig")
    return [(_ms(one.start), _ms(one.end), one.content) for one in srt.parse(text)]


def by_srt_leniently(path: Path) -> Cues:
    """The `srt` package, told to pass over errors."""
    srt = _package("srt")
    text = path.read_text(encoding="utf-8", errors="replace")
    return [
        (_ms(one.start), _ms(one.end), one.content) for one in srt.parse(text, ignore_errors=True)
    ]


def by_pysubs2(path: Path) -> Cues:
    """pysubs2."""
    events = _package("pysubs2").load(str(path))
    return [(event.start, event.end, event.plaintext) for event in events if not event.is_comment]


def by_pysrt(path: Path) -> Cues:
    """pysrt."""
    return [
        (one.start.ordinal, one.end.ordinal, one.text) for one in _package("pysrt").open(str(path))
    ]


def by_webvtt(path: Path) -> Cues:
    """webvtt-py."""
    webvtt = _package("webvtt")
    read = webvtt.from_srt if path.suffix == ".srt" else webvtt.read
    return [
        (round(one.start_in_seconds * 1000), round(one.end_in_seconds * 1000), one.text)
        for one in read(str(path))
    ]


def by_ffmpeg(path: Path) -> Cues:
    """FFmpeg's demuxers, through PyAV."""
    found: Cues = []
    with av.open(str(path)) as container:
        if not container.streams.subtitles:
            return []
        for packet in container.demux(subtitles=0):
            if packet.pts is None or packet.time_base is None:
                continue
            start = round(packet.pts * packet.time_base * 1000)
            end = start + round((packet.duration or 0) * packet.time_base * 1000)
            text = bytes(packet).decode("utf-8", "replace")
            # What it hands on of ASS is a dialogue line without its times.
            text = text.split(",", 8)[-1] if path.suffix == ".ass" else text
            # Its decoder, which comes after, resolves the entities of WebVTT.
            text = html.unescape(text) if path.suffix == ".vtt" else text
            text = text.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", "\u00a0")
            found.append((start, end, text))
    return found


def _package(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise Missing(name) from error


def _ms(delta: object) -> int:
    return round(delta.total_seconds() * 1000)  # type: ignore[attr-defined]


READERS: dict[str, Reader] = {
    "Lobbycard": ours,
    "srt": by_srt,
    "srt, errors ignored": by_srt_leniently,
    "pysubs2": by_pysubs2,
    "pysrt": by_pysrt,
    "webvtt-py": by_webvtt,
    "FFmpeg": by_ffmpeg,
}
KNOWS: dict[str, str] = {
    "srt": r"\.srt",
    "srt, errors ignored": r"\.srt",
    "pysrt": r"\.srt",
    "webvtt-py": r"\.(?:srt|vtt)",
    "FFmpeg": r"\.(?:srt|vtt|ass)",
    "pysubs2": r"\.(?:srt|vtt|ass|ttml)",
}
"""The suffixes that each reads at all."""


def knows(name: str, suffix: str) -> bool:
    """Whether a reader reads files of this suffix at all."""
    return re.fullmatch(KNOWS.get(name, r".*"), suffix) is not None
