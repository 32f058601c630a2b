"""Logistic regression and boosted decision trees, by NumPy alone; for fitting, not for running."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.shots.structure import Floats
from studio.shots.trees import Trees

Doubles = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Samples:
    """`traits` float32 (k, names), `true` (k,) 0 or 1, and how much each one counts."""

    traits: Floats
    true: Doubles
    weight: Doubles


@dataclass(frozen=True, slots=True)
class Terms:
    """How trees are grown: what each counts, and what holds it back.

    `ridge` draws leaves to 0, `least` is what must be in each; `rows` and `columns` are the shares
    of samples and traits that are drawn for a tree.
    """

    trees: int = 200
    depth: int = 3
    rate: float = 0.1
    bins: int = 32
    ridge: float = 5.0
    least: float = 5.0
    rows: float = 0.7
    columns: float = 0.5


def logistic(samples: Samples, ridge: float = 2.0, rounds: int = 30) -> Doubles:
    """(names + 1,): the weights of a logistic model and, last, its base; by Newton's way."""
    traits = samples.traits.astype(np.float64)
    mean, spread = traits.mean(axis=0), traits.std(axis=0) + 1e-6
    rows = np.concatenate([(traits - mean) / spread, np.ones((len(traits), 1))], axis=1)
    found = np.zeros(rows.shape[1])
    held = np.full(len(found), ridge)
    held[-1] = 1e-6
    for _ in range(rounds):
        chance = _chance(rows @ found)
        slope = rows.T @ (samples.weight * (samples.true - chance)) - held * found
        bent = (rows * (samples.weight * chance * (1 - chance))[:, None]).T @ rows
        step = np.linalg.solve(bent + np.diag(held), slope)
        found += step
        if np.abs(step).max() < 1e-4:
            break
    weights = found[:-1] / spread
    return np.append(weights, found[-1] - float(weights @ mean))


def boosted(samples: Samples, terms: Terms, seed: int = 1) -> Trees:
    """Trees of log odds, each fitted to what those before it leave."""
    limits = [_limits(column, terms.bins) for column in samples.traits.T]
    binned = np.stack(
        [np.searchsorted(one, x) for one, x in zip(limits, samples.traits.T, strict=True)], axis=1
    )
    share = float((samples.weight * samples.true).sum() / samples.weight.sum())
    base = float(np.log(share / (1 - share)))
    sums = np.full(len(binned), base)
    chance = np.random.default_rng(seed)
    asked, above, leaves = [], [], []
    for _ in range(terms.trees):
        guess = _chance(sums)
        pull = samples.weight * (samples.true - guess)
        hold = samples.weight * guess * (1 - guess)
        drawn = np.flatnonzero(chance.random(len(binned)) < terms.rows)
        count = max(1, int(binned.shape[1] * terms.columns))
        columns = np.sort(chance.choice(binned.shape[1], count, replace=False))
        grown = _Growing(binned, pull, hold, drawn, terms)
        levels = [grown.level(columns) for _ in range(terms.depth)]
        leaf = grown.leaves()
        sums += leaf[grown.node]
        pairs = [pair for level in levels for pair in level]
        asked.append([max(column, 0) for column, _ in pairs])
        above.append([_limit(limits, column, place) for column, place in pairs])
        leaves.append(leaf)
    return Trees(
        base,
        np.array(asked, np.int16),
        np.array(above, np.float32),
        np.array(leaves, np.float32),
    )


class _Growing:
    """One tree as it grows level by level; `node` is where each sample stands."""

    def __init__(
        self, binned: Places, pull: Doubles, hold: Doubles, drawn: Places, terms: Terms
    ) -> None:
        self._binned, self._drawn, self._terms = binned, drawn, terms
        self._pull, self._hold = pull[drawn], hold[drawn]
        self._nodes = 1
        self.node = np.zeros(len(binned), np.int64)

    def level(self, columns: Places) -> list[tuple[int, int]]:
        """Splits every node: (column, last bin to the left), column -1 where nothing is gained."""
        best = np.zeros(self._nodes)
        chosen = np.full((self._nodes, 2), (-1, 0))
        for column in columns.tolist():
            gain, place = self._gain(column)
            up = gain > best
            best[up] = gain[up]
            chosen[up] = np.stack([np.full(up.sum(), column), place[up]], axis=1)
        asked = np.maximum(chosen[:, 0], 0)[self.node]
        bins = self._binned[np.arange(len(self.node)), asked]
        right = (bins > chosen[self.node, 1]) & (chosen[self.node, 0] >= 0)
        self.node = 2 * self.node + right
        self._nodes *= 2
        return [(int(column), int(place)) for column, place in chosen]

    def _gain(self, column: int) -> tuple[Doubles, Places]:
        terms, nodes = self._terms, self._nodes
        key = self.node[self._drawn] * terms.bins + self._binned[self._drawn, column]
        pull, hold = (
            np.bincount(key, one, nodes * terms.bins).reshape(nodes, terms.bins)
            for one in (self._pull, self._hold)
        )
        left, kept = np.cumsum(pull, axis=1)[:, :-1], np.cumsum(hold, axis=1)[:, :-1]
        right, rest = pull.sum(axis=1, keepdims=True) - left, hold.sum(axis=1, keepdims=True) - kept
        gain = left**2 / (kept + terms.ridge) + right**2 / (rest + terms.ridge)
        gain -= (left + right) ** 2 / (kept + rest + terms.ridge)
        gain = np.where((kept >= terms.least) & (rest >= terms.least), gain, 0.0)
        place = gain.argmax(axis=1)
        return gain[np.arange(nodes), place], place

    def leaves(self) -> Doubles:
        """(nodes,): what each leaf adds."""
        node = self.node[self._drawn]
        pull = np.bincount(node, self._pull, self._nodes)
        hold = np.bincount(node, self._hold, self._nodes)
        return np.asarray(self._terms.rate * pull / (hold + self._terms.ridge))


def _chance(sums: Doubles) -> Doubles:
    return np.asarray(1 / (1 + np.exp(-np.clip(sums, -30, 30))))


def _limits(column: Floats, bins: int) -> Floats:
    return np.unique(np.quantile(column, np.linspace(0, 1, bins + 1)[1:-1])).astype(np.float32)


def _limit(limits: list[Floats], column: int, place: int) -> float:
    """Above which a split goes to the right; infinite where there is no split."""
    known = column >= 0 and place < len(limits[column])
    return float(limits[column][place]) if known else np.inf
