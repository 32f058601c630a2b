"""What a track's cues say as numbers: times, lengths, marks, and words both tracks have."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log

import numpy as np
import numpy.typing as npt

from studio.subs.aligning.band import Band
from studio.subs.cue import Cue, Track
from studio.subs.language import script_of
from studio.subs.plain import plain

Floats = npt.NDArray[np.float64]

# Marks that translations keep, whatever their language writes for them.
_MARKS = (
    re.compile(r"[?？؟;]\W*$", re.MULTILINE),
    re.compile(r"[!！]"),
    re.compile(r"[♪♫♬#]|^\W*[\[(（【]", re.MULTILINE),
    re.compile(r"[.…]{2,}|…|⋯"),
)
# Addresses of the net and words of subtitlers about themselves: a line that only one side has.
_ADVERT = re.compile(
    r"https?://|www\.|[\w-]\.(?:com|org|net|tv|info|io|cn|ru|me|cc)\b|@\w"
    r"|\b(?:sub)?title[sd]? by\b|\bsubtitle[sd]?\b|sous-titre|untertitel|subt[ií]tulo|sottotitol"
    r"|legendas|undertext|ondertitel|napisy|titulky|altyazı|субтитр|字幕|자막",
    re.IGNORECASE,
)
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_RUN_SCRIPTS = ("han", "kana", "thai")
_MOST_TOKENS = 60  # of one cue; a hostile text of a megabyte is no better known by more
_COMMON = 0.08  # a word in more than this share of a track's cues tells nothing


@dataclass(frozen=True, slots=True)
class Clues:
    """One track in the order of time.

    `starts` and `ends` in milliseconds of its own time (n,), ends after starts; `lengths` the
    letters and digits of each cue (n,), Chinese and Japanese ones as they are; `marks` (4, n)
    how many questions, exclamations, signs of music or brackets, and ellipses it has.
    """

    ids: tuple[int, ...]
    starts: Floats
    ends: Floats
    lengths: Floats
    marks: Floats
    words: tuple[frozenset[str], ...]
    foreign: Floats
    """1 where a cue reads like an advert or a subtitler's name, else 0; shape (n,)."""

    def __len__(self) -> int:
        return len(self.ids)


def clues_of(track: Track) -> Clues:
    """A track's clues. A cue that ends before it starts is taken as one millisecond long."""
    cues = sorted(track.cues, key=lambda cue: (cue.start, max(cue.end, cue.start + 1), cue.id))
    texts = [plain(cue.text) for cue in cues]
    return Clues(
        tuple(cue.id for cue in cues),
        _array([cue.start for cue in cues]),
        _array([max(cue.end, cue.start + 1) for cue in cues]),
        _array([sum(map(str.isalnum, text)) for text in texts]),
        np.array(
            [[min(3, len(mark.findall(text))) for text in texts] for mark in _MARKS],
            dtype=np.float64,
        ).reshape(len(_MARKS), len(cues)),
        tuple(map(_words, texts)),
        _array([_ADVERT.search(text) is not None for text in texts]),
    )


def _array(values: Sequence[float]) -> Floats:
    return np.array(values, dtype=np.float64)


def _words(text: str) -> frozenset[str]:
    """Words and numbers, small; of scripts without spaces each two letters that follow."""
    found: list[str] = []
    for word in _WORD.findall(text)[:_MOST_TOKENS]:
        if word[0].isdigit():
            found.append(_number(word))
        elif script_of(word[0]) in _RUN_SCRIPTS:
            found += [word[n : n + 2] for n in range(min(_MOST_TOKENS, max(1, len(word) - 1)))]
        else:
            found.append(word.casefold())
    return frozenset(found)


@cache
def _number(word: str) -> str:
    """A number in the digits of any script, its separators alike: ٣٫٥, ３.５ and 3,5 are one."""
    return "".join(
        str(unicodedata.digit(char)) if unicodedata.digit(char, None) is not None else "."
        for char in word
    )


def shared_words(a: Clues, b: Clues, band: Band) -> Floats:
    """For each cell of the band how much the cue of a before it and that of b have in common.

    A word counts by how rare it is; 0 where nothing is shared. Shape (cells,).
    """
    worth = _worth(a, b)
    places: dict[str, list[int]] = {word: [] for word in worth}
    for j, words in enumerate(b.words):
        for word in words & worth.keys():
            places[word].append(j)
    found = np.zeros(band.size)
    for i, words in enumerate(a.words):
        low, high = band.lows[i + 1], band.highs[i + 1]
        for word in words & worth.keys():
            listed = places[word]
            for j in listed[bisect_left(listed, low - 1) : bisect_left(listed, high)]:
                if j + 1 >= low:
                    found[band.begins[i + 1] + j + 1 - low] += worth[word]
    return found


def _worth(a: Clues, b: Clues) -> dict[str, float]:
    """Words that both tracks have, rare ones worth more; common ones are not in it."""
    often_a, often_b = (Counter(word for words in side.words for word in words) for side in (a, b))
    worth = {}
    for word in sorted(often_a.keys() & often_b.keys()):
        share = max(often_a[word] / len(a), often_b[word] / len(b))
        if share <= max(_COMMON, 1.5 / len(a)) and share < 1:
            worth[word] = -log(share)
    return worth


def edges_of(cues: Sequence[Cue]) -> tuple[Floats, Floats]:
    """Starts and ends (ms), each in order."""
    whole = [cue for cue in cues if cue.end >= cue.start]
    return (
        np.sort(_array([cue.start for cue in whole])),
        np.sort(_array([cue.end for cue in whole])),
    )
