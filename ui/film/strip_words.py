"""What a strip says of itself: shots, the sensitivity, what can be done where the pointer is."""

from __future__ import annotations

from fractions import Fraction

from studio.core.said import said
from studio.core.time import timecode
from studio.core.words import counted
from studio.shots.marks import shot_at
from ui.film.span import Span
from ui.film.strip_parts import CURVE, SHOTS, Strip, cut_near
from ui.widgets.language import heard, tr

_KINDS = {
    "first": said("Begins with the film"),
    "cut": said("Begins with a cut"),
    "dissolve": said("Begins with a dissolve"),
    "fade": said("Begins after a fade"),
    "wipe": said("Begins with a wipe"),
}


def time_words(strip: Strip, pts: int) -> str:
    """The timecode of a frame."""
    return timecode(strip.film.index_of(pts), strip.film.video.rate)


def sensitivity_words(strip: Strip, chosen: float) -> str:
    """The sensitivity and how many shots it finds."""
    shots = heard(counted(len(strip.detection.shots), "shot"))
    return tr("Sensitivity {value}   {shots}", value=f"{chosen:.2f}", shots=shots)


def shot_words(strip: Strip, number: int) -> str:
    """Which shot, where, how long, and how it begins."""
    shot = strip.detection.shots[number]
    start = strip.film.index_of(shot.start)
    length = strip.film.index_of(shot.end) - start
    first = tr(
        "Shot {number} of {count}   {time}   {frames}",
        number=number + 1,
        count=len(strip.detection.shots),
        time=time_words(strip, shot.start),
        frames=heard(counted(length, "frame")),
    )
    lines = [first, heard(_KINDS.get(shot.kind, ""))]
    if strip.detection.is_short(shot):
        lines.append(tr("A short one: look whether it is a shot"))
    return "\n".join(line for line in lines if line)


def tip_at(strip: Strip, span: Span, x: float, y: float) -> str:
    """What lies under a place of the strip, the threshold left aside."""
    if not strip.detection.shots or not SHOTS.y() <= y <= CURVE.bottom():
        return ""
    cut = cut_near(strip, span, x) if y <= SHOTS.bottom() else None
    if cut is not None:
        words = shot_words(strip, shot_at(strip.detection, cut))
        return f"{words}\n{tr('Drag to move the cut')}"
    seconds = Fraction(span.seconds(x))
    return shot_words(strip, shot_at(strip.detection, strip.film.pts_of(seconds)))
