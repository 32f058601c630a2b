"""Finding by a few letters: how well what was typed stands in a text, and on which letters."""

from __future__ import annotations

from dataclasses import dataclass

_LONGEST = 160
"""Letters of a text that are looked at."""
_START, _WORD, _RUN, _LATER = 8.0, 6.0, 5.0, 0.05


@dataclass(frozen=True, slots=True)
class Match:
    """A higher score is a better match; `letters` are the places of what was typed."""

    score: float
    letters: tuple[int, ...]


def match(text: str, typed: str) -> Match | None:
    """How `typed` stands in `text` as a subsequence, letter case aside; None where it does not.

    Words that are typed are looked for one by one, in any order; each prefers whole runs of
    letters, the beginnings of words, and the beginning of the text.
    """
    low = text[:_LONGEST].casefold()
    if len(low) != len(text[:_LONGEST]):
        low = text[:_LONGEST].lower()  # “ß” folds to two letters: places would be off
    total, letters = 0.0, set[int]()
    for word in typed.casefold().split():
        found = _word(low, word)
        if found is None:
            return None
        total += found.score
        letters.update(found.letters)
    return Match(total - len(low) * _LATER / 4, tuple(sorted(letters)))


def _word(low: str, word: str) -> Match | None:
    """A run is best; otherwise the letters in order, each as early in a word as can be."""
    run = _run(low, word)
    return run if run is not None else _scattered(low, word)


def _run(low: str, word: str) -> Match | None:
    best: Match | None = None
    place = low.find(word)
    while place >= 0:
        score = _RUN * len(word) + _bonus(low, place)
        if best is None or score > best.score:
            best = Match(score, tuple(range(place, place + len(word))))
        place = low.find(word, place + 1)
    return best


def _scattered(low: str, word: str) -> Match | None:
    score, letters, here = 0.0, list[int](), -1
    for letter in word:
        later = [n for n in range(here + 1, len(low)) if low[n] == letter]
        if not later:
            # Without the preference for beginnings it may still stand there.
            return _plain(low, word)
        begins = next((n for n in later if _begins(low, n)), None)
        place = here + 1 if later[0] == here + 1 else (begins if begins is not None else later[0])
        score += 1.0 + (_RUN / 2 if place == here + 1 else 0.0) + _bonus(low, place) / 2
        letters.append(place)
        here = place
    return Match(score - (letters[-1] - letters[0]) * _LATER, tuple(letters))


def _plain(low: str, word: str) -> Match | None:
    letters, here = list[int](), -1
    for letter in word:
        here = low.find(letter, here + 1)
        if here < 0:
            return None
        letters.append(here)
    return Match(len(word) * 0.5 - (letters[-1] - letters[0]) * _LATER, tuple(letters))


def _bonus(low: str, place: int) -> float:
    if place == 0:
        return _START
    return _WORD if _begins(low, place) else -place * _LATER


def _begins(low: str, place: int) -> bool:
    return place == 0 or not low[place - 1].isalnum() or ord(low[place]) > 0x2E7F
