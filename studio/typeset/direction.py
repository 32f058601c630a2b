"""The direction of every character: embedding levels by the Unicode bidirectional algorithm."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any, TypeVar

from bidi.algorithm import (
    explicit_embed_and_overrides,
    get_embedding_levels,
    get_empty_storage,
    resolve_implicit_levels,
    resolve_neutral_types,
    resolve_weak_types,
)

from studio.typeset.style import script_of

T = TypeVar("T")

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})

_STAND_INS = {"": "L", "LRI": "ON", "RLI": "ON", "FSI": "ON", "PDI": "ON"}


def is_right_to_left(language: str) -> bool:
    """Whether lines in `language` begin at the right."""
    return script_of(language) in ("arab", "hebr")


def levels(text: str, language: str) -> tuple[int, ...]:
    """The embedding level of each character: odd ones run from right to left.

    The paragraph's direction is that of the language, so that a subtitle that begins with a Latin
    name does not turn round.
    """
    base = int(is_right_to_left(language))
    if not base and not any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text):
        return (0,) * len(text)
    storage: dict[str, Any] = get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = ("L", "R")[base]
    get_embedding_levels(text, storage)
    for place, char in enumerate(storage["chars"]):
        char["place"] = place
        # Neither characters newer than Python's tables nor isolates are known to the algorithm.
        char["type"] = char["orig"] = _STAND_INS.get(char["type"], char["type"])
    explicit_embed_and_overrides(storage)
    resolve_weak_types(storage)
    resolve_neutral_types(storage, False)
    resolve_implicit_levels(storage, False)
    found = [base] * len(text)
    for char in storage["chars"]:
        found[char["place"]] = char["level"]
    return tuple(found)


def visual_order(items: Sequence[T], item_levels: Sequence[int]) -> list[T]:
    """Rule L2: from the highest level to the lowest odd one, reverse what stands together."""
    order = list(range(len(items)))
    odd = [level for level in item_levels if level % 2]
    for level in range(max(item_levels, default=0), min(odd, default=1) - 1, -1):
        place = 0
        while place < len(order):
            stop = place
            while stop < len(order) and item_levels[order[stop]] >= level:
                stop += 1
            order[place:stop] = reversed(order[place:stop])
            place = max(stop, place + 1)
    return [items[place] for place in order]
