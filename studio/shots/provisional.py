"""The cut curve while a pass still runs: what can be said of the frames seen so far."""

from __future__ import annotations

from collections import deque

import numpy as np

from studio.media.film import Film
from studio.shots.curve import cut_curve
from studio.shots.looking import Bytes
from studio.shots.parts import Shown
from studio.shots.steps import SCALARS
from studio.shots.structure import Structure
from studio.shots.watching import Part

# Seconds on either side of a frame that its height hangs on.
_AROUND = 0.5


def around(film: Film) -> int:
    """How many frames on either side the height of a frame hangs on."""
    return max(1, round(_AROUND * film.video.rate.value))


class Provisional:
    """Takes parts in order and gives what is shown of each.

    The last word comes when all frames are known: only then it is certain what never moves.
    """

    def __init__(self, film: Film) -> None:
        self._rate = float(film.video.rate.value)
        self._around = around(film)
        self._last: deque[Part] = deque()
        self._bounds: Bytes | None = None

    def take(self, part: Part) -> None:
        """Know of a part that was shown before."""
        both = part.thumbs if self._bounds is None else np.concatenate([self._bounds, part.thumbs])
        self._bounds = np.stack([both.min(axis=0), both.max(axis=0)])
        self._last.append(part)
        while len(self._last) > 1 and self._last[1].start <= part.start - 2 * self._around:
            self._last.popleft()

    def shown(self, part: Part) -> Shown:
        """What to show of the next part."""
        self.take(part)
        assert self._bounds is not None
        begin = max(self._last[0].start, part.start - 2 * self._around)
        since = max(0, part.start - self._around)
        skip = begin - self._last[0].start
        thumbs = np.concatenate([one.thumbs for one in self._last])[skip:]
        table = np.concatenate([one.table for one in self._last])[skip:]
        # The darkest and lightest of each place so far stand in front: so structure leaves out
        # what never moved in the film, and not what rests in these few frames.
        structure = Structure(np.concatenate([self._bounds, thumbs]))
        table = np.concatenate([np.zeros((2, len(SCALARS)), np.float32), table])
        rows = {name: table[:, at] for at, name in enumerate(SCALARS)}
        curve = cut_curve(rows, structure, self._rate)[2:]
        curve[:1] = 0.0
        return Shown(
            start=part.start,
            stop=part.stop,
            pts=part.pts,
            pictures=part.pictures,
            since=since,
            curve=np.ascontiguousarray(curve[since - begin :], np.float32),
        )
