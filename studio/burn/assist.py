"""Helping with films that another process writes: their last pieces are made ahead for the store.

Nothing is agreed upon but the store itself: who writes goes forward, who helps goes backward, piece
by piece, and where they meet all that is left is there. So any process of any machine that sees the
store may help, and one that is killed takes along the piece it was at.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence

from studio.burn.burn import BurnOrder, reel_of
from studio.burn.pieces.maker import Begun, PieceMaker, Wanted
from studio.burn.pieces.planned import Planned, alike
from studio.burn.pieces.segments import store
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said

# Seconds between looks whether who writes has come here meanwhile.
_LOOK = 0.5


class _MetError(Exception):
    """The piece that is being made is there already."""


class _Looking:
    """A progress that ends the work on pieces which another process has put into the store."""

    def __init__(self, progress: Progress, keys: Sequence[str]) -> None:
        self._progress, self._keys = progress, keys
        self._last = time.monotonic()

    def report(self, fraction: float, note: str = "") -> None:
        self._progress.report(fraction, note)
        if time.monotonic() - self._last > _LOOK:
            self._last = time.monotonic()
            if _are_there(self._keys):
                raise _MetError


def assist(orders: Sequence[BurnOrder], progress: Progress = SILENT) -> int:
    """Make pieces of films that are written together, the last first; returns how many.

    Ends where it meets the process that writes them. Raises as `burn_together`, whose outputs it
    does not touch.
    """
    with contextlib.ExitStack() as opened:
        plans = []
        for order in orders:
            reel = reel_of(order)
            opened.callback(reel.clip.close)
            plans.append(Planned(reel, order.out.parent, len(orders), lower=order.lower))
        groups = alike(plans)
        return sum(
            _backward(group, Span(progress, number / len(groups), (number + 1) / len(groups)))
            for number, group in enumerate(groups)
        )


def _backward(group: tuple[Planned, ...], progress: Progress) -> int:
    first = group[0]
    made = 0
    for number in reversed(range(len(first.pieces))):
        wanted = [Wanted(one.side, one.pieces[number]) for one in group]
        keys = [one.segment.key for one in wanted]
        if not all(one.segment.is_kept for one in wanted):
            # Who writes it needs no store for such a piece.
            continue
        if _are_there(keys):
            break
        done = 1 - (number + 1) / len(first.pieces)
        share = Span(progress, done, done + 1 / len(first.pieces), said("Helping"))
        try:
            _make(group[0], wanted, _Looking(share, keys))
        except _MetError:
            break
        made += 1
    return made


def _make(plan: Planned, wanted: Sequence[Wanted], progress: Progress) -> None:
    with PieceMaker(plan.form, plan.encoding, store()) as maker:
        begun = Begun()
        maker.begin(begun, wanted, progress)
        for place in range(len(wanted)):
            begun.take(place, lambda: progress.report(1.0))


def _are_there(keys: Sequence[str]) -> bool:
    return all(store().has(key) for key in keys)
