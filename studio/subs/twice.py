"""Text that was encoded twice: UTF-8 bytes taken for another encoding and written again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studio.subs.encoding_scores import CANDIDATES, plausibility

_WRONG = ("cp1252", "iso8859_1", "gb18030", "cp1251", "cp1250", "cp949", "cp932", "big5", "cp437")
_SPOKEN = re.compile(r"[^\x00-\x7f]+")
_SAMPLE = 40_000
# A page read as Western letters: what it could have been.
_MISREAD = tuple(name for name in CANDIDATES if name not in ("cp1252", "mac_roman", "cp1254"))
_FEW = 3


@dataclass(frozen=True, slots=True)
class Mended:
    """The text as it was meant, and `way`: the encodings it went through, such as
    `utf-8/cp1252/utf-8` (read as UTF-8, written as CP1252, read as UTF-8)."""

    way: str
    text: str
    confidence: float


def mended(text: str, language: str = "") -> Mended | None:
    """What `text`, read as UTF-8, was before it was encoded twice; None where nothing says so."""
    sample = "\n".join(line for line in text.split("\n") if not line.isascii())[:_SAMPLE]
    runs = len(_SPOKEN.findall(sample))
    if not runs:
        return None
    for page in _WRONG:
        whole = _undone(sample, page)
        if whole is not None and _shorter(sample, whole):
            made, lost = undo(text, page, "utf-8")
            if lost * 20 <= runs:
                sure = 0.95 if runs >= _FEW and not lost else 0.7
                return Mended(f"utf-8/{page}/utf-8", made, sure)
    return _misread(text, sample, language)


def _undone(sample: str, page: str) -> str | None:
    """The sample decoded once more, where nearly every line of it is UTF-8 then."""
    lines = sample.split("\n")
    good = []
    for line in lines:
        made, lost = undo(line, page, "utf-8")
        if not lost and made != line:
            good.append(made)
    return "\n".join(good) if len(good) * 10 >= len(lines) * 8 else None


def _shorter(before: str, after: str) -> bool:
    """Two or three characters became one, and none is one that no text has."""
    was = sum(char > "\x7f" for char in before)
    now = sum(char > "\x7f" for char in after)
    odd = sum("\x80" <= char <= "\x9f" or char == "\ufffd" for char in after)
    return now > 0 and now * 1.3 <= was and odd * 10 <= now


def undo(text: str, page: str, meant: str) -> tuple[str, int]:
    """`text` written as `page` and read as `meant`, line by line; and how many lines did not go
    back, which stay as they are."""
    lines, lost = text.split("\n"), 0
    for number, line in enumerate(lines):
        if line.isascii():
            continue
        try:
            lines[number] = _bytes(line, page).decode(meant)
        except UnicodeError:
            lost += 1
    return "\n".join(lines), lost


def _bytes(text: str, page: str) -> bytes:
    if page != "cp1252":
        return text.encode(page)
    # Browsers and Windows take the five bytes that this page leaves out for controls.
    return b"".join(
        bytes((ord(char),)) if "\x80" <= char <= "\xff" and char in _HOLES else char.encode(page)
        for char in text
    )


_HOLES = frozenset("\x81\x8d\x8f\x90\x9d")


def _misread(text: str, sample: str, language: str) -> Mended | None:
    """A code page of another script that was read as Western letters (“ÄãºÃ” for “你好”)."""
    spoken = [char for char in sample if char > "\x7f"]
    western = sum(char <= "\xff" or char in _CP1252 for char in spoken)
    letters = sum(char.isascii() and char.isalpha() for char in sample)
    # Western prose has few accented letters among plain ones.
    if western < 0.97 * len(spoken) or len(spoken) < 0.6 * (letters + len(spoken)):
        return None
    ranked: list[tuple[float, str]] = []
    for name in _MISREAD:
        made, lost = undo(sample, "cp1252", name)
        if not lost:
            ranked.append((plausibility(made, name, language), name))
    if not ranked or max(ranked)[0] < 0.6:
        return None
    name = max(ranked)[1]
    made, lost = undo(text, "cp1252", name)
    sure = 0.8 if len(spoken) >= 60 and not lost else 0.4
    return Mended(f"utf-8/cp1252/{name}", made, sure)


_CP1252 = frozenset("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
