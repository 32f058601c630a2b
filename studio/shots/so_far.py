"""What the pass over a film has kept so far, read while it runs or after it was stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from studio.media.film import Film
from studio.media.thumbs import has_thumbnail
from studio.shots.analyse import VERSION
from studio.shots.detect import Detection, Evidence, detect
from studio.shots.parts import Parts, Shown
from studio.shots.provisional import around
from studio.shots.structure import Floats, Whole

_NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class SoFar:
    """The first frames of a film: `pts` int64 and `curve` float32 (0 to 1) have one entry each.

    Of those before number `settled` all around has been seen: their curve may change but little
    when the pass is done. `share`: how far it has come, 0 to 1. `thumbs` int64, in order: the PTS
    whose pictures `thumbnails(film, …, STRIP_WIDTH)` has at hand; some lie beyond `pts`.
    """

    pts: Whole
    curve: Floats
    settled: int
    share: float
    thumbs: Whole

    def detect(self, stop: int, sensitivity: float = 0.5) -> Detection:
        """The cuts so far, the last shot ending at the PTS `stop`; dissolves and fades come later.

        Raises BadValue for a sensitivity out of bounds.
        """
        if not len(self.pts):
            return Detection((), ())
        ends = np.append(self.pts, max(stop, int(self.pts[-1]) + 1))
        return detect(Evidence(ends, self.curve, (), ()), sensitivity)


def so_far(film: Film, before: SoFar | None = None) -> SoFar | None:
    """What there is of `film`, None while there is nothing; `before`: what this gave the last time.

    Then only what came since is read, so it may be called often; `before` itself is given back
    when nothing came. Once all is done there is but the first picture: `analyse` has the whole.
    """
    parts = Parts(film, VERSION)
    first = parts.first()
    old = before or SoFar(_NONE, np.zeros(0, np.float32), 0, 0.0, _NONE)
    shown = tuple(parts.shown(len(old.pts)))
    pictures = [old.thumbs, *(one.pictures for one in shown)]
    if first is not None:
        pictures.append(first.pictures)
    elif has_thumbnail(film, film.video.first_pts):
        # Made when the film was opened.
        pictures.append(np.array([film.video.first_pts], np.int64))
    thumbs = np.unique(np.concatenate(pictures))
    if not shown and len(thumbs) == len(old.thumbs):
        return before
    return _joined(film, old, shown, thumbs)


def _joined(film: Film, old: SoFar, shown: Sequence[Shown], thumbs: Whole) -> SoFar:
    pts = np.concatenate([old.pts, *(one.pts for one in shown)])
    curve = np.zeros(len(pts), np.float32)
    curve[: len(old.curve)] = old.curve
    for one in shown:
        curve[one.since : one.stop] = one.curve
    seen = float(film.time_of(int(pts[-1])) / film.duration) if len(pts) and film.duration else 0.0
    return SoFar(pts, curve, max(0, len(pts) - around(film)), min(1.0, seen), thumbs)
