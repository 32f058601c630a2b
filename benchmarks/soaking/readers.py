"""Trials of the subtitle readers: many small inputs each, as text and as bytes, within limits."""

from __future__ import annotations

import random
import resource
import time
from functools import cache
from pathlib import Path

from benchmarks.material import media
from benchmarks.soaking.trial import Failed, require
from benchmarks.soaking.trial import mangled as rough
from studio.core.errors import CannotRead, StudioError
from studio.subs.cue import Track
from studio.subs.formats.base import FORMATS
from studio.subs.formats.frame import text_of
from studio.subs.reading import read_track

SECONDS = 1.0
MEGABYTES = 200
AT_ONCE = 400
_PIECES = {
    "srt": (
        "1\n", "2\n", "00:00:01,000 --> 00:00:02,000\n", "00:00:03.000 -> 00:00:04.000",
        "0:1,5-->2", "00：00：05，000 --> 00：00：06，000\n", " --> ", "-->", "->", "→",
        "X1:1 X2:2\n",
        "-0:00:01,000", "99999:00:00,000 --> 999999999:00:00,000\n", "1:2:3,4 -- > 1:2:3,4",
        "=>", "–>", "12.5 -> 13.5",
    ),
    "vtt": (
        "WEBVTT\n\n", "NOTE x\n", "STYLE\n", "REGION\nid:a\n", "00:01.000 --> 00:02.000\n",
        "intro\n", "00:00:03.000 --> 00:00:04.000 line:0 align:start\n", "<v Bob>",
        "<00:01.500>", "&lt;", "&amp;", "00:00:05.000 --> 00:00:06.000", "-->",
        "00:60.000 --> 00:61.000\n", "<ruby>a<rt>b</rt></ruby>",
    ),
    "ass": (
        "[Script Info]\n", "[Events]\n", "[Fonts]\n", "Format: Layer, Start, End, Style, Text\n",
        "Format: Text\n", "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Hi\\Nyou\n",
        "Dialogue:", "Dialogue: x,y\n", "Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,no\n",
        "{\\p1}m 0 0", "{x}", "Style: A,Arial\n", "\\{", "\\n", "\\h", "{\\i1}", ",",
        "Dialogue: 0,-0:00:01:5,0:0:2,*S,,,,,,x\n",
    ),
    "sbv": (
        "0:00:01.000,0:00:02.000\n", "0:00:01.f,0:00:02.000\n", "0:00:03.000", ",", "[br]", "\n",
        "0:1:2.3 , 4:5:6.7\n", "Hello\n", "\n\n", "9:99:99.999,0:0:0.0",
    ),
    "ttml": (
        "<tt>", "</tt>", "<body>", "</body>", "<div begin='1s' end='9s'>", "</div>", "<p>",
        "</p>", "<p ", '<p begin="1s" end="2s">', '<p begin="00:00:01:00" dur="5t">',
        "<span tts:fontStyle='italic'>", "</span>", "<br/>", "<!--", "-->", "<![CDATA[", "]]>",
        "<!DOCTYPE tt [", "]>", "&a;", "&#0;", "&lt;", "<div timeContainer='seq'>",
        "<tt ttp:frameRate='0' ttp:tickRate='7'>", "<span begin='1s'>", "<", "'",
        "<style id='a' style='a'/>", "<span tts:ruby='container'>", "<span tts:ruby='text'>",
        "<metadata>", "<div smpte:backgroundImage='#x'>", '"', ">", "xml:space='preserve'",
        "<tt:p end='3s'/>", "<?", "?>",
    ),
}  # fmt: skip
_ANY = (
    "\n", "\n\n", " ", "\t", "Hello", "灯不大。", "\x00", "\ufeff", "\u2028", "\x85", "\x0b",
    "\x0c",
    "9" * 30, "<i>", "</i>", "{\\an8}", "{", "}", "\\", ":", ",", ".", "5", "-", ">", "\ud800",
    "🙂", "é", "\x1b", "７",
)  # fmt: skip
_SUFFIXES = {
    "srt": (".srt",), "vtt": (".vtt",), "ass": (".ass", ".ssa"), "ttml": (".ttml", ".xml"),
    "sbv": (".sbv",),
}  # fmt: skip
ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "big5", "cp932",
    "euc_jp", "cp949", "iso2022_jp", "iso2022_kr", "hz", "cp1252", "cp1251", "cp1256", "koi8_r",
)  # fmt: skip


def texts(chance: random.Random, folder: Path) -> str:
    """A reader takes random texts, each within a second of CPU, each time code accounted for."""
    name = chance.choice(tuple(_PIECES))
    for _ in range(AT_ONCE):
        _read(name, drawn(name, chance))
    _within_memory()
    return f"{AT_ONCE} texts for {name}"


def drawn(name: str, chance: random.Random) -> str:
    """A random text of what files of a format are made of, sometimes of a real one mangled."""
    pieces = (*_PIECES[name] * 3, *_ANY)
    text = "".join(chance.choices(pieces, k=chance.choice((3, 12, 40, 200))))
    if chance.random() < 0.02:
        text = chance.choice(pieces) * chance.choice((1000, 20_000))
    return text[:200_000]


def _read(name: str, text: str) -> None:
    began = time.process_time()
    form = FORMATS[name]
    try:
        parsed = form.read(text)
    except CannotRead:
        return
    finally:
        _in_time(began, text)
    lost = sum(one.time_code for one in parsed.dropped)
    require(len(parsed.cues) + lost == parsed.time_codes, f"{name}: not accounted: {text[:400]!r}")
    require(
        [cue.id for cue in parsed.cues] == list(range(1, len(parsed.cues) + 1)),
        f"{name}: ids: {text[:400]!r}",
    )
    if parsed.frame is not None and "\x00" not in text:
        require(
            text_of(parsed.frame).lstrip("\ufeff") == text.lstrip("\ufeff"),
            f"{name}: the frame is not the text: {text[:400]!r}",
        )
    again = form.read(form.write(Track("en", parsed.cues, parsed.frame)).text)
    kept = again.time_codes - sum(one.time_code for one in again.dropped)
    require(kept == len(parsed.cues), f"{name}: {len(parsed.cues)} written, {kept} back: {text!r}")


def data(chance: random.Random, folder: Path) -> str:
    """Files of a format as random bytes and mangled real ones, with their encoding to be found."""
    name = chance.choice(tuple(_PIECES))
    for _ in range(AT_ONCE // 4):
        # A wrong suffix must not lead the reader astray.
        path = folder / f"any.{name if chance.random() < 0.8 else 'txt'}"
        content = bytes_drawn(name, chance)
        path.write_bytes(content)
        began = time.process_time()
        try:
            reading = read_track(path)
        except StudioError as error:
            require(path.name in str(error), f"the refusal does not name the file: {error}")
            continue
        finally:
            _in_time(began, repr(content[:200]))
        lost = sum(one.time_code for one in reading.dropped)
        require(
            len(reading.track.cues) + lost == reading.time_codes,
            f"not accounted: {content[:600]!r}",
        )
    _within_memory()
    return f"{AT_ONCE // 4} files for {name}"


def bytes_drawn(name: str, chance: random.Random) -> bytes:
    """Random bytes: noise, a drawn text in some encoding, or a real file, then damaged."""
    which = chance.random()
    if which < 0.1:
        return chance.randbytes(chance.choice((1, 10, 400, 4000)))
    root = media()
    if which < 0.4 and root is not None:
        found = chance.choice(_real(root, _SUFFIXES[name]))
        return rough(found.read_bytes(), chance)
    text = drawn(name, chance)
    encoded = text.encode(chance.choice(ENCODINGS), "ignore")
    return rough(encoded, chance) if chance.random() < 0.6 else encoded


@cache
def _real(root: Path, suffixes: tuple[str, ...]) -> tuple[Path, ...]:
    found = (path for path in (root / "corpus" / "subtitles").rglob("*"))
    return tuple(
        sorted(one for one in found if one.suffix in suffixes and one.stat().st_size < 100_000)
    )


def _in_time(began: float, text: str) -> None:
    taken = time.process_time() - began
    if taken > SECONDS:
        raise Failed(f"{taken:.1f} s for {len(text)} characters: {text[:300]!r}")


def _within_memory() -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    base = _BASE[0]
    require(peak - base < MEGABYTES, f"{peak - base:.0f} MB more than at the start")


_BASE = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,)
