"""Words for people: the nearest known name, counts, durations and sizes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache

from studio.core.said import Said, said


def nearest(word: str, known: Iterable[str]) -> Said:
    """A hint that names what `word` may have meant: “Did you mean …?”, or all that is known."""
    names = tuple(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return said("Did you mean “{name}”?", name=close[0])
    if not names:
        return said("There are none.")
    shown = ", ".join(names[:24]) + (", …" if len(names) > 24 else "")
    return said("Known: {names}.", names=shown)


def counted(number: int, one: str, many: str = "") -> Said:
    """`1 cue`, `3 cues`. The words must be literals, as in `said`."""
    return _counted(number, one if number == 1 else many or one + "s")


@lru_cache(4096)
def _counted(number: int, words: str) -> Said:
    return Said("{number:,} " + words, {"number": int(number)})


def noun(one: str) -> str:
    """A word for `counted` that is chosen before it is counted; marked so that it can be found."""
    return one


def duration_words(seconds: float) -> str:
    """Minutes and seconds as `1:04`, hours as `1:02:33`."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{secs:02}" if hours else f"{minutes}:{secs:02}"


def size_words(count: int) -> str:
    """Bytes in decimal units: `4.2 MB`."""
    value = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000 or unit == "GB":
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} GB"
