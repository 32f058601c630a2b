"""Single characters of a string as somebody set them by hand: kerned, sized, raised."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace

from studio.core.limits import within


@dataclass(frozen=True, slots=True)
class Adjust:
    """What is done to the character at index `at` of a text, line breaks counted.

    `kern`: em added after it (-1 to 3), which counts nothing at the end of a line. `size`: times
    as large (0.2 to 5), about its baseline or the middle of its column. `shift`: em upwards (-2 to
    2), in a column to the right. Raises ValueError for figures out of bounds.
    """

    at: int
    kern: float = 0.0
    size: float = 1.0
    shift: float = 0.0

    def __post_init__(self) -> None:
        bounds = (
            ("at", self.at, 0, 100_000),
            ("kern", self.kern, -1, 3),
            ("size", self.size, 0.2, 5),
            ("shift", self.shift, -2, 2),
        )
        for name, value, least, most in bounds:
            within(name, value, least, most)

    @property
    def is_plain(self) -> bool:
        """Whether it changes nothing."""
        return self.kern == 0.0 and self.size == 1.0 and self.shift == 0.0


def of_stretch(adjusts: tuple[Adjust, ...], start: int, stop: int) -> tuple[Adjust, ...]:
    """Those of the characters from `start` to `stop`, counted from `start`."""
    return tuple(replace(one, at=one.at - start) for one in adjusts if start <= one.at < stop)


def beside(adjusts: tuple[Adjust, ...], text: str) -> tuple[Adjust, ...]:
    """Those that stand on no character of `text` that is set: past its end, or in blanks around."""
    start, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    return tuple(one for one in adjusts if not start <= one.at < stop)


def changed(adjusts: tuple[Adjust, ...], one: Adjust) -> tuple[Adjust, ...]:
    """With `one` in place of what was at its character, in order; without it when it is plain."""
    others = [other for other in adjusts if other.at != one.at]
    kept = others if one.is_plain else [*others, one]
    return tuple(sorted(kept, key=lambda each: each.at))


def followed(adjusts: tuple[Adjust, ...], old: str, new: str) -> tuple[Adjust, ...]:
    """`adjusts` of `old` for `new`: each stays with its character; what was deleted loses its own.

    So a line break that is chosen, or a word that is typed before them, leaves them where they are.
    """
    if not adjusts or old == new:
        return adjusts
    places: dict[int, int] = {}
    for start, to, size in difflib.SequenceMatcher(None, old, new, False).get_matching_blocks():
        places |= {start + step: to + step for step in range(size)}
    return tuple(replace(one, at=places[one.at]) for one in adjusts if one.at in places)
