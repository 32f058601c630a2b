"""The frames of a shot that are looked at beside one of them: right next to it and further off."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from studio.media.frames import FrameReader
from studio.shots.analyse import Analysis
from studio.stills.closeup import Around

# How far, in seconds, the far frames are to either side: a gradual change of two seconds takes a
# sixth of the way between them, a hand or a face has moved little.
_FAR = 1 / 6
# With less than this share of that distance between them nothing can be told.
_LEAST = 0.6


def around(reader: FrameReader, analysis: Analysis, shots: NDArray[np.int64], at: int) -> Around:
    """The `at`-th frame with those beside it, of its shot alone; `shots` has each frame's shot."""
    far = max(2, round(_FAR * float(analysis.rate.value)))
    first, stop = np.searchsorted(shots, (shots[at], shots[at] + 1))
    low, high = max(int(first), at - far), min(int(stop) - 1, at + far)
    near = [one for one in (at - 1, at + 1) if first <= one < stop]
    span = (high - low) / (2 * far)
    ends = [low, high] if low < at < high and span >= _LEAST else []
    # In the order of the film, which needs no seek back.
    read = {one: reader.at_pts(int(analysis.pts[one])) for one in sorted({*near, *ends, at})}
    return Around(
        read[at], tuple(read[one] for one in near), tuple(read[one] for one in ends), span
    )
