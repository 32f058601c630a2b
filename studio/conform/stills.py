"""Picked frames found again in a new edit, each looked at beside the old one."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

import numpy as np

from studio.conform.conform import Conformed, FoundFrame
from studio.conform.seeing import Seer, apart
from studio.core.errors import CannotRead
from studio.core.progress import SILENT, Progress, each
from studio.core.said import said
from studio.shots.analyse import Analysis

# So many frames to each side are looked at, and taken only where they are clearly nearer.
_AROUND = 2
_CLEAR = 0.75
_GAIN = 0.003
# Pictures further apart than this are not the same, whatever their neighbours say.
_OTHER = 0.5


def find_stills(
    conformed: Conformed,
    analyses: tuple[Analysis, Analysis],
    pts: Sequence[int],
    progress: Progress = SILENT,
) -> tuple[FoundFrame | None, ...]:
    """Where each old frame is in the new edit, None for those that are gone; `analyses` old, new.

    Both pictures are compared, so that the confidence is that of this very frame: titles laid
    over it lower it, another picture in its place makes it gone. Where a film cannot be read the
    alignment alone has to do.
    """
    found = tuple(conformed.new_frame(one) for one in pts)
    if not any(found):
        return found
    try:
        with contextlib.ExitStack() as stack:
            old = stack.enter_context(Seer(conformed.old, analyses[0]))
            new = stack.enter_context(Seer(conformed.new, analyses[1]))
            old.look_at(conformed.parts[0])
            new.look_at(conformed.parts[1])
            told = said("Looking at the stills")
            pairs = each(tuple(zip(pts, found, strict=True)), progress, told)
            return tuple(_seen((old, new), analyses, was, now) for was, now in pairs)
    except CannotRead:
        # One of the files is gone or was overwritten: what was analysed still stands.
        return found


def _seen(
    seers: tuple[Seer, Seer],
    analyses: tuple[Analysis, Analysis],
    pts: int,
    found: FoundFrame | None,
) -> FoundFrame | None:
    if found is None:
        return None
    picture = seers[0].picture(analyses[0].index_of(pts))
    here = analyses[1].index_of(found.pts)
    count = len(analyses[1].pts)
    near = np.arange(max(0, here - _AROUND), min(count, here + _AROUND + 1))
    away = [apart(picture, seers[1].picture(int(at))) for at in near]
    now = away[int(np.searchsorted(near, here))]
    best = int(np.argmin(away))
    if away[best] < min(_CLEAR * now, now - _GAIN):
        here, now = int(near[best]), away[best]
    if now > _OTHER:
        return None
    sure = round(found.confidence * (1 - now / _OTHER) ** 0.5, 3)
    return FoundFrame(int(analyses[1].pts[here]), sure)
