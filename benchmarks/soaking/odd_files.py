"""Trials of files as nobody has seen them: real ones made odd in the ways that files are odd."""

from __future__ import annotations

import logging
import random
import re
import unicodedata
from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path

import srt

from benchmarks.material import LINES, media, spoken, srt_text
from benchmarks.soaking.subtitles import accounted
from benchmarks.soaking.trial import require
from studio.core.errors import StudioError
from studio.subs.encodings import SURE, decode
from studio.subs.formats.times import broken_time_line, time_line
from studio.subs.reading import Reading, read_track

AT_ONCE = 20
_SUFFIXES = (".srt", ".vtt", ".ass", ".ssa", ".ttml", ".xml", ".sbv")
_TIME = re.compile(r"(\d{2}):(\d{2}):(\d{2})([,.])(\d{3})")
_ARROW = " --> "
_ARROWS = ("-->", "->", " -- > ", " –> ", " → ", " => ", "  -->  ", "\t-->\t", " --> ", " -  > ")
_NUMBER = re.compile(r"(?m)^\d{1,9}$(?=\n\d)")
_TEXT = re.compile(r"(?m)^(?!\d+$)(?!.*-->)[^\n]+$")
_WIDE = {ord("0") + n: chr(0xFF10 + n) for n in range(10)}
_MIXED_IN = (
    "{note}", "<3", "5 < 6", "-->", "1", "♪", "&amp;", "\u2028", "\u200f", "\u00a0", "\t", "\x0b",
    "\x0c", "\x1c", "\x85", "\ufeff", "12.", "-", "00:00", "{\\an8}", "<font color=red>", "…",
)  # fmt: skip
_ENCODINGS = (
    "utf-8", "utf-8-sig", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030",
    "big5", "cp932", "euc_jp", "cp949", "iso2022_jp", "cp1252", "cp1250", "cp1251", "cp1253",
    "cp1254", "cp1256", "koi8_r",
)  # fmt: skip

Mutation = Callable[[str, random.Random], str]


def odd_files(chance: random.Random, folder: Path) -> str:
    """Each is read with every time code accounted for, and as `srt.parse` where that takes it."""
    compared = 0
    for _ in range(AT_ONCE):
        suffix, text = _real(chance)
        for mutation in chance.sample(MUTATIONS, chance.randint(1, 3)):
            text = mutation(text, chance)
        compared += _tried(folder / f"odd{suffix}", text, chance)
    return f"{AT_ONCE} files, {compared // 4 * 4} or more compared with srt"


def _tried(path: Path, text: str, chance: random.Random) -> bool:
    ends = chance.choice(("\n", "\n", "\r\n", "\r\n", "\r"))
    encoding = chance.choice(_ENCODINGS)
    try:
        path.write_bytes(text.replace("\n", ends).encode(encoding))
    except UnicodeEncodeError:
        path.write_bytes(text.replace("\n", ends).encode("utf-8"))
        encoding = "utf-8"
    try:
        reading = read_track(path)
    except StudioError as error:
        require(path.name in str(error), f"the refusal does not name the file: {error}")
        # With few letters a code page is a guess, and the person is asked for another.
        taken = encoding.startswith("utf") and _strictly(text)
        require(not taken, f"refused what srt takes ({encoding}): {error}\n{text[:800]!r}")
        return False
    accounted(reading)
    if path.suffix != ".srt" or reading.format != "srt":
        return False
    if not encoding.startswith("utf") and reading.encoding_confidence < SURE:
        # A person is asked; whatever is read until then is a guess.
        return False
    return _the_same(reading, text, f"{encoding}, read as {reading.encoding}, {ends!r}")


def _the_same(reading: Reading, text: str, how: str) -> bool:
    strictly = _strictly(text)
    if not strictly:
        return False
    ours = [(cue.start, cue.end, _plain(cue.text)) for cue in reading.track.cues]
    theirs = [(_ms(one.start), _ms(one.end), _plain(_content(one))) for one in strictly]
    require(
        ours == theirs,
        f"not as srt reads it ({how}): {_first(ours, theirs)}\n{text[:1500]!r}",
    )
    return True


def _strictly(text: str) -> list[srt.Subtitle]:
    """What srt makes of a text; nothing where it refuses it, or is known to lose something.

    It takes time lines, and what stands on them, into texts; numbers of a field as seconds.
    """
    if "\ufeff" in text[1:] or "\x00" in text:
        return []
    logging.disable(logging.WARNING)
    try:
        found = list(srt.parse(text))
    except (srt.SRTParseError, ValueError, OverflowError):
        return []
    for one in found:
        lines = _content(one).split("\n")
        if any(time_line(line) is not None or broken_time_line(line) for line in lines):
            return []
    return [] if _minutes(text) else found


def _minutes(text: str) -> bool:
    return re.search(r"(?m)(?:^\s*|>\s*)\d+[:：]\d+[,.，．。]\d+(?!\S)", text) is not None


def _content(one: srt.Subtitle) -> str:
    beside = one.proprietary
    if beside and not re.fullmatch(r"\s*(?:[XYxy][12]:\s?-?\d{1,6}\s*){1,4}", beside):
        return f"{beside}\n{one.content}"
    return one.content


def _plain(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip()).strip()


def _ms(delta: timedelta) -> int:
    return delta // timedelta(milliseconds=1)


def _first(ours: list[tuple[int, int, str]], theirs: list[tuple[int, int, str]]) -> str:
    for place, (a, b) in enumerate(zip(ours, theirs, strict=False)):
        if a != b:
            return f"cue {place + 1} of {len(ours)} and {len(theirs)}: {a}, not {b}"
    return f"{len(ours)} cues, not {len(theirs)}"


def _real(chance: random.Random) -> tuple[str, str]:
    """A file's suffix and text: of other projects, or drawn."""
    root = media()
    if root is None or chance.random() < 0.15:
        language = chance.choice(tuple(LINES))
        return ".srt", srt_text(language, spoken(chance.randint(9, 90), Fraction(1, 2)))
    listed = _corpus(root)
    if chance.random() < 0.6:
        listed = tuple(one for one in listed if one[0] == ".srt")
    return chance.choice(listed)


@cache
def _corpus(root: Path) -> tuple[tuple[str, str], ...]:
    files = sorted((root / "corpus" / "subtitles").rglob("*"))
    known = [one for one in files if one.suffix in _SUFFIXES and one.stat().st_size < 60_000]
    # As our own reader decodes them: whether that is right is judged elsewhere.
    texts = [(one.suffix, decode(one.read_bytes()).text) for one in known]
    return tuple((end, re.sub(r"\r\n?", "\n", text.lstrip("\ufeff"))) for end, text in texts)


# -- what is done to them -----------------------------------------------------------------


def _blank_lines(text: str, chance: random.Random) -> str:
    """More of them, with blanks in them, or none."""
    kinds = ("\n\n\n", "\n\n\n\n", "\n \n", "\n\t\n", "\n", "\n\u3000\n")
    return re.sub(r"\n\n+", lambda m: chance.choice(kinds) if chance.random() < 0.3 else m[0], text)


def _blank_inside(text: str, chance: random.Random) -> str:
    return re.sub(
        _TEXT,
        lambda m: (
            f"{m[0][: len(m[0]) // 2]}\n\n{m[0][len(m[0]) // 2 :]}"
            if chance.random() < 0.1
            else m[0]
        ),
        text,
    )


def _numbers(text: str, chance: random.Random) -> str:
    """Huge, negative, with a point, of noughts, with blanks behind them, or all the same."""
    kinds = ("9" * 30, "9" * 400, "-5", "12.5", "0007", "3 ", "3\t", "0", "1")
    return re.sub(_NUMBER, lambda m: chance.choice(kinds) if chance.random() < 0.3 else m[0], text)


def _numbers_gone(text: str, chance: random.Random) -> str:
    share = chance.choice((0.1, 1.0))
    return re.sub(r"(?m)^\d{1,9}\n(?=\d)", lambda m: "" if chance.random() < share else m[0], text)


def _times(text: str, chance: random.Random) -> str:
    """Before the film, above 59, huge, with other marks, other digits, or fewer of them."""
    share = chance.choice((0.03, 0.3, 1.0))
    kind = chance.randrange(11)

    def made(match: re.Match[str]) -> str:
        if chance.random() >= share:
            return match[0]
        h, m, s, mark, f = match.groups()
        return (
            f"-{match[0]}", f"{h}:{m}:{int(s) + 60}{mark}{f}", f"{int(h) + 123}:{m}:{s}{mark}{f}",
            f"{h}：{m}：{s}，{f}", match[0].translate(_WIDE),
            f"{int(h)}:{int(m)}:{int(s)}{mark}{f}", f"{h}:{m}:{s}",
            f"{h}:{m}:{s}{mark}{f[:2]}", f"{h}:{m}:{s}{mark}{f}000",
            f"{h}:{m}:{s}.{f}", f"{m}:{s}{mark}{f}",
        )[kind]  # fmt: skip

    return re.sub(_TIME, made, text)


def _swapped(text: str, chance: random.Random) -> str:
    """Times that go back, overlap or are the same."""
    found = _TIME.findall(text)
    if not found:
        return text
    h, m, s, mark, f = chance.choice(found)
    share = chance.choice((0.05, 0.5))
    return re.sub(
        _TIME, lambda one: f"{h}:{m}:{s}{mark}{f}" if chance.random() < share else one[0], text
    )


def _arrows(text: str, chance: random.Random) -> str:
    share, arrow = chance.choice((0.05, 0.5, 1.0)), chance.choice(_ARROWS)
    return re.sub(_ARROW, lambda m: arrow if chance.random() < share else m[0], text)


def _around_times(text: str, chance: random.Random) -> str:
    """Blanks, tabs, coordinates or words on the time line."""
    behind = chance.choice((" ", "\t", " X1:10 X2:20 Y1:30 Y2:40", " align:start", " words", ""))
    before = chance.choice(("", "", " ", "\t", "\u3000")) if behind else "\t"
    return re.sub(
        r"(?m)^[^\n]*-->[^\n]*$",
        lambda m: f"{before}{m[0]}{behind}" if chance.random() < 0.3 else m[0],
        text,
    )


def _mixed_in(text: str, chance: random.Random) -> str:
    """Odd signs put into texts, and lines of their own."""
    sign, alone = chance.choice(_MIXED_IN), chance.random() < 0.5

    def made(match: re.Match[str]) -> str:
        if chance.random() > 0.2:
            return match[0]
        at = chance.randint(0, len(match[0]))
        return f"{match[0]}\n{sign}" if alone else f"{match[0][:at]}{sign}{match[0][at:]}"

    return re.sub(_TEXT, made, text)


def _wide(text: str, chance: random.Random) -> str:
    """Digits of full width anywhere, numbers and texts too."""
    return re.sub(
        r"(?m)^\d+$",
        lambda m: m[0].translate(_WIDE) if chance.random() < 0.5 else m[0],
        text,
    )


def _cut_off(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _begun_late(text: str, chance: random.Random) -> str:
    """Blank lines, a preface or the rest of a cue at the beginning."""
    return chance.choice(("\n\n\n", " \n", "Title of the film\n\n", "\ufeff", "1\n\n")) + text


def _twice(text: str, chance: random.Random) -> str:
    """Two files in one."""
    return text + chance.choice(("", "\n", "\n\n", "\n\ufeff")) + text


def _empty_texts(text: str, chance: random.Random) -> str:
    return re.sub(_TEXT, lambda m: "" if chance.random() < 0.1 else m[0], text)


def _decomposed(text: str, chance: random.Random) -> str:
    return unicodedata.normalize(chance.choice(("NFD", "NFKD", "NFC")), text)


MUTATIONS: tuple[Mutation, ...] = (
    _blank_lines, _blank_inside, _numbers, _numbers_gone, _times, _swapped, _arrows, _around_times,
    _mixed_in, _wide, _cut_off, _begun_late, _twice, _empty_texts, _decomposed,
)  # fmt: skip
