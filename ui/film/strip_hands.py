"""What a drag on the strip holds: the place, the threshold, or a cut that is moved."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from studio.shots.detect import threshold
from ui.film.span import Span
from ui.film.strip_parts import SHOTS, Strip, cut_near, frame_for_cut, height_of

_REACH = 5


@dataclass(frozen=True, slots=True)
class Hold:
    """`what` is place, threshold or cut; a cut at `cut` would come to stand at `to`."""

    what: str
    cut: int = 0
    to: int = 0

    @property
    def moves(self) -> bool:
        """Whether a cut would stand elsewhere."""
        return self.what == "cut" and self.to != self.cut


def hold_at(strip: Strip, span: Span, point: QPointF, pad: float) -> Hold:
    """What a press takes there."""
    if is_on_threshold(strip, point):
        return Hold("threshold")
    if SHOTS.y() <= point.y() <= SHOTS.bottom():
        cut = cut_near(strip, span, point.x() - pad)
        if cut is not None:
            return Hold("cut", cut, cut)
    return Hold("place")


def is_on_threshold(strip: Strip, point: QPointF) -> bool:
    """Whether a place is on the threshold's line."""
    return abs(point.y() - height_of(threshold(strip.sensitivity))) <= _REACH


def dragged(strip: Strip, span: Span, hold: Hold, x: float) -> Hold:
    """The hold on a cut with the pointer at `x`: it stays between the cuts beside it."""
    to = frame_for_cut(strip, span, x)
    if to is None:
        return hold
    others = [shot.start for shot in strip.detection.shots if shot.start != hold.cut]
    low = max((one for one in others if one < hold.cut), default=strip.film.video.first_pts)
    high = min((one for one in others if one > hold.cut), default=None)
    inside = to > low and (high is None or to < high)
    return Hold("cut", hold.cut, to) if inside else hold
