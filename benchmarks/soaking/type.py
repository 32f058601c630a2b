"""Trials of type: random copy is broken, set and offered in other ways, and no line does wrong."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.soaking.trial import require
from studio.typeset.alternatives import alternatives, in_one_line
from studio.typeset.block import TypeBox, fit_block
from studio.typeset.breaking import breaks
from studio.typeset.style import TypeStyle
from studio.typeset.wrapping import Wanted, divisions
from tests.studio.typeset.copies import LANGUAGES, cuts_of, faults, random_copy

#: How many copies of each language a trial tries.
COPIES = 25
_UNIT = TypeStyle(size=1.0)


def lines(chance: random.Random, _: Path) -> str:
    """Every legal break, every division into up to five lines, and the alternatives."""
    for language in LANGUAGES:
        for number in range(COPIES):
            text = random_copy(language, chance)
            _judged(text, language, [place.index for place in breaks(text, language)])
            wanted = Wanted(5, chance.random() < 0.3, 3)
            for found in divisions(text, language, _UNIT, wanted):
                _judged(text, language, cuts_of(found.spans))
            if number % 5 == 0:
                _offered(text, language, chance)
    return "set"


def _judged(text: str, language: str, cuts: list[int]) -> None:
    wrong = list(faults(text, language, cuts))
    require(not wrong, "; ".join(wrong))


def _offered(text: str, language: str, chance: random.Random) -> None:
    box = TypeBox(chance.uniform(200, 2000), chance.uniform(200, 2000), chance.randint(1, 5))
    style = TypeStyle(size=chance.uniform(20, 200))
    found = alternatives(text, language, style, box)
    require(len({one.text for one in found}) == len(found) > 0, f"alike: {text!r}")
    for one in found:
        require(in_one_line(one.text) == in_one_line(text), f"changed: {text!r}")
        block = fit_block(one.text, language, style, box)
        require(block.overflow or block.box.holds(block.ink, 0.01), f"outside: {one.text!r}")
