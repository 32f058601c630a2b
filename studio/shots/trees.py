"""A small ensemble of decision trees: fitted tables of numbers, and what they say of a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from studio.shots.structure import Floats


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees of one depth, each level's nodes from left to right.

    `asked` int16 (trees, 2**depth - 1): the trait that a node asks for; `limits` float32, alike:
    above which the way goes to the right (infinite where nothing is asked); `leaves` float32
    (trees, 2**depth): what a tree adds to `base`, in log odds.
    """

    base: float
    asked: NDArray[np.int16]
    limits: Floats
    leaves: Floats

    def sums(self, traits: Floats) -> Floats:
        """(k,) float32: the log odds of stretches with `traits` (names, k)."""
        depth = self.leaves.shape[1].bit_length() - 1
        columns = np.arange(traits.shape[1])
        whole = np.full(traits.shape[1], self.base, np.float32)
        for asked, limits, leaves in zip(self.asked, self.limits, self.leaves, strict=True):
            node = np.zeros(len(columns), np.int64)
            for level in range(depth):
                at = (1 << level) - 1 + node
                node = 2 * node + (traits[asked[at], columns] > limits[at])
            whole += leaves[node]
        return whole


def trees_of(held: Mapping[str, Any], names: tuple[str, ...]) -> Trees:
    """The trees of plain data; the traits that it names are found by their places in `names`.

    Raises ValueError where it asks for a trait that is not among them.
    """
    place = np.array([names.index(name) for name in held["traits"]], np.int16)
    limits = [[np.inf if one is None else one for one in row] for row in held["limits"]]
    return Trees(
        float(held["base"]),
        place[np.array(held["asked"], np.int16)],
        np.array(limits, np.float32),
        np.array(held["leaves"], np.float32),
    )
