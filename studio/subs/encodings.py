"""Bytes to text: which encoding a subtitle file is in, how surely, and what else it could be."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studio.core.errors import BadValue
from studio.core.later import later
from studio.core.said import said
from studio.core.words import counted
from studio.subs.encoding_scores import CANDIDATES, plausibility
from studio.subs.formats.scan import arrows
from studio.subs.twice import mended, undo

if TYPE_CHECKING:
    import charset_normalizer
else:
    # Most files are UTF-8 and need no guess.
    charset_normalizer = later("charset_normalizer")

ASK_BELOW = 200
"""With fewer non-ASCII bytes than this no detector can be trusted: a person should look."""
SURE = 0.8
_SAMPLE = 60_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_ESCAPES = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$@", "iso2022_jp_2"),
    (b"\x1b$B", "iso2022_jp_2"),
    (b"\x1b$A", "iso2022_jp_2"),
    (b"\x1b(J", "iso2022_jp_2"),
)
_NON_ASCII = re.compile(rb"[\x80-\xff]")
_FOUR_BYTES = re.compile(rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]")
_FOURS, _FOURS_SHARE = 8, 0.2
"""So many characters of four bytes, and that share of all bytes above ASCII, are GB18030: letters
and digits never take such turns in a text."""
_TIMED = 1.0
"""Worth of all lines with an arrow, none of them plain ASCII, being time codes."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another encoding that the bytes could be in; `text` as it would read."""

    encoding: str
    confidence: float
    text: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file. `confidence` 0 to 1; 1 only where the bytes themselves prove it.

    `damage` says which bytes could not be read (they stand as U+FFFD in the text): the line, from
    1, and words.
    """

    text: str
    encoding: str
    confidence: float
    alternatives: tuple[Alternative, ...] = ()
    damage: tuple[tuple[int, str], ...] = ()


def named_encoding(name: str) -> str:
    """Python's name of a text encoding. Raises BadValue."""
    try:
        # rot13, base64 and the like are codecs too, but not of text in bytes: encode refuses them.
        "1".encode(name)
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        raise BadValue(
            said("There is no text encoding called “{name}”.", name=name),
            hint=said("Known are utf-8, utf-16, gb18030, big5, shift_jis, euc_jp, cp949, cp1252 …"),
        ) from None
    return found


def decode(data: bytes, language: str = "", encoding: str = "") -> Decoded:
    """The text of `data`: a byte-order mark, strict UTF-8, UTF-16 by its NULs, ISO 2022 by its
    escapes, what an XML declaration says, else the most plausible code page (`language` is a
    hint). Text that was encoded twice is not sure, and as it was meant stands first among the
    alternatives.

    With `encoding` only that one is used; bytes that it has no character for are told as damage.
    It may be a way to undo a second encoding, such as `utf-8/cp1252/utf-8`. Raises BadValue for
    an unknown `encoding`.
    """
    if "/" in encoding:
        return _undone(data, encoding)
    if encoding:
        return _forced(data, named_encoding(encoding))
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _weighed(_marked(data, mark, name), language)
    unmarked = _wide(data) or _escaped(data)
    if unmarked is not None:
        return unmarked
    try:
        found = Decoded(data.decode("utf-8"), "utf-8", 1.0)
    except UnicodeDecodeError:
        return _declared(data) or _code_page(data, language)
    return _weighed(found, language)


def _weighed(found: Decoded, language: str) -> Decoded:
    """UTF-8 that reads like text encoded twice is offered as it was meant."""
    if found.text.isascii() or not found.encoding.startswith("utf-8"):
        return found
    meant = mended(found.text, language)
    if meant is None:
        return found
    other = Alternative(meant.way, meant.confidence, meant.text)
    return replace(found, confidence=round(1 - meant.confidence, 2), alternatives=(other,))


def _undone(data: bytes, way: str) -> Decoded:
    first, *rest = (named_encoding(name) for name in way.split("/"))
    if len(rest) != 2:
        raise BadValue(
            said("“{name}” is no way back from a second encoding.", name=way),
            hint=said("Write it as utf-8/cp1252/utf-8: read as, written as, read as."),
        )
    read = _forced(data, first)
    text, lost = undo(read.text, *(name.replace("-", "_") for name in rest))
    damage = read.damage
    if lost:
        lines = counted(lost, "line")
        damage = (*damage, (0, said("{lines} stay as they were: they do not go back", lines=lines)))
    return Decoded(text, way, 1.0, damage=damage)


_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")


def _declared(data: bytes) -> Decoded | None:
    """What an XML file says of itself, where it is true to the last byte."""
    match = _XML.match(data.lstrip()[:400])
    if match is None:
        return None
    try:
        name = named_encoding(match[1].decode("ascii"))
        return Decoded(data.decode(_WIDER.get(name, name)), _WIDER.get(name, name), 0.95)
    except (BadValue, UnicodeDecodeError):
        return None


_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}


def _forced(data: bytes, name: str) -> Decoded:
    for mark, marked in _BOMS:
        # A mark of the very encoding that was asked for is not text.
        if data.startswith(mark) and marked.removesuffix("-sig").startswith(name):
            data = data[len(mark) :]
            name = marked.removesuffix("-sig")
            break
    text, damage = _replaced(data, name)
    return Decoded(text, name, 1.0, damage=damage)


def _marked(data: bytes, mark: bytes, name: str) -> Decoded:
    text, damage = _replaced(data[len(mark) :], name.removesuffix("-sig"))
    if name == "utf-8-sig" and len(damage) > 20:
        # A mark that somebody's tool put before another encoding.
        rest = _code_page(data[len(mark) :], "")
        if not rest.damage:
            return rest
    # Named so that writing it again begins with a mark, too.
    return Decoded(text, name.removesuffix("-le").removesuffix("-be"), 1.0, damage=damage)


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: time codes are ASCII, so every other byte of them is NUL."""
    sample = data[:_SAMPLE]
    if len(sample) < 8 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0) / len(sample), sample[1::2].count(0) / len(sample)
    if max(even, odd) < 0.1 or min(even, odd) > 0.05 * max(even, odd) + 0.001:
        return None
    name = "utf-16-be" if even > odd else "utf-16-le"
    text, damage = _replaced(data, name)
    if len(damage) > 1:
        return None
    return Decoded(text, name, 0.95, damage=damage)


def _escaped(data: bytes) -> Decoded | None:
    """ISO 2022: seven-bit, valid UTF-8, and mojibake unless its escapes are honoured."""
    if b"\x1b" not in data or _NON_ASCII.search(data):
        return None
    for escape, name in _ESCAPES:
        if escape not in data:
            continue
        try:
            return Decoded(data.decode(name), name, 0.99)
        except UnicodeDecodeError:
            continue
    return None


def _replaced(data: bytes, name: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Decoded with U+FFFD for what cannot be read, and in words where that was."""
    try:
        return data.decode(name), ()
    except UnicodeDecodeError:
        text = data.decode(name, errors="replace")
    damage: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if "\ufffd" in line:
            count = counted(line.count("\ufffd"), "byte sequence")
            words = said("{count} not readable as {name}, shown as �", count=count, name=name)
            damage.append((number, words))
    return text, tuple(damage)


def _code_page(data: bytes, language: str) -> Decoded:
    """The most plausible of the code pages that can read all bytes."""
    text, damage = _replaced(data, "utf-8")
    letters = sum(char > "\x7f" for char in text)
    broken = text.count("\ufffd")
    if broken * 50 < letters:
        # UTF-8 with a few broken bytes: no code page makes valid UTF-8 by chance.
        return Decoded(text, "utf-8", 0.9, damage=damage)
    found = _of_four_bytes(data)
    if found is not None:
        return found
    ranked = _ranked(data, language)
    if not ranked:
        text, damage = _replaced(data, "cp1252")
        return Decoded(text, "cp1252", 0.1, damage=damage)
    best = ranked[0]
    return Decoded(best.text, best.encoding, best.confidence, tuple(ranked[1:5]))


def _of_four_bytes(data: bytes) -> Decoded | None:
    """GB18030 of what GBK has no codes for, such as Arabic or Korean."""
    fours = len(_FOUR_BYTES.findall(data))
    if fours < _FOURS or 2 * fours < _FOURS_SHARE * len(_NON_ASCII.findall(data)):
        return None
    try:
        return Decoded(data.decode("gb18030"), "gb18030", 0.95)
    except UnicodeDecodeError:
        return None


def _ranked(data: bytes, language: str) -> list[Alternative]:
    sample = _spoken(data)
    second = _second_opinion(sample)
    readings: dict[str, tuple[float, str]] = {}
    for name in CANDIDATES:
        try:
            text = data.decode(name)
            excerpt = sample.decode(name, errors="ignore")
        except UnicodeDecodeError:
            continue
        score = plausibility(excerpt, name, language) + _timed(excerpt)
        if second and excerpt == second:
            score += 0.08
        # Encodings that give the same text are one reading; the first is the most usual name.
        if text not in readings:
            readings[text] = (score, name)
    order = sorted(readings.items(), key=lambda item: -item[1][0])
    if not order:
        return []
    spoken = len(_NON_ASCII.findall(data))
    scores = [score for _, (score, _) in order] + [0.0]
    margin = scores[0] - scores[1]
    sure = max(0.05, min(0.99, scores[0], 0.5 + 1.6 * margin))
    if spoken < ASK_BELOW:
        sure = min(sure, 0.5)
    made = [Alternative(order[0][1][1], round(sure, 2), order[0][0])]
    for text, (score, name) in order[1:]:
        share = max(0.0, score) / max(0.01, scores[0])
        made.append(Alternative(name, round(min((1 - sure) * share, sure), 2), text))
    return made


def _timed(excerpt: str) -> float:
    """What it is worth that time lines with marks of full width read as time codes."""
    lines = excerpt.count(">")
    return _TIMED * min(1.0, arrows(excerpt) / lines) if lines else 0.0


def _spoken(data: bytes) -> bytes:
    """The lines that are not plain ASCII, up to a limit: times and numbers tell nothing."""
    taken: list[bytes] = []
    size = 0
    for line in data.split(b"\n"):
        if _NON_ASCII.search(line):
            taken.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
    return b"\n".join(taken)[: 2 * _SAMPLE]


def _second_opinion(sample: bytes) -> str:
    """How charset-normalizer reads the sample; empty where it gives up."""
    best = charset_normalizer.from_bytes(sample[:8000]).best()
    if best is None:
        return ""
    try:
        return sample.decode(best.encoding)
    except UnicodeDecodeError:
        return ""
