"""What a picture is of: how far each part of it stands apart from what it is surrounded by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.geometry import Rect
from studio.core.kept import Kept
from studio.poster.still import Picture, Still
from studio.stills.interest import Map

#: Pictures are looked at this wide.
_WIDE = 96
#: Differences of colour (in L*a*b*) up to here are texture and light, not an edge.
_TEXTURE = 2.5
#: What is this far from its surroundings belongs to the subject for certain, or as far as this
#: share of what is furthest.
_APART, _CERTAIN = 30.0, 0.55
#: What it costs to come in from below, in the same measure: subjects stand on the lower edge.
_FROM_BELOW = 28.0
#: So much round its middle is taken for the subject, in shares of the width.
_REACH = 0.26
#: A body is so much wider than its face on each side, and counts so much.
_SHOULDERS, _BODY = 0.9, 0.6
_ROUNDS = 3
#: A light is brighter than the mean by so many standard deviations of L*, and wholly one so much
#: above that.
_OUTSHINES, _OUTSHONE = 2.2, 10.0
#: The subject's extent is where it stands apart at least so much, without so much at each end; a
#: picture that is nearly all subject, or has none, has no extent.
_CORE, _ENDS, _LEAST, _MOST = 0.45, 0.04, 0.006, 0.5
#: It fills at least so much of its bounds.
_FILLED = 0.42
T = TypeVar("T", bound=np.generic)
_known: Kept[object, Map] = Kept(1_000_000, lambda found: found.nbytes)
"""Kept while the same still is written on."""


def subject_of(still: Still) -> Map:
    """(h, 96), 0 to 1: how much each part of the still belongs to its subject.

    The least sum of edges on any way there from the upper edge or a side, as in the geodesic
    salience of Wei et al. (ECCV 2012), near the point of interest; faces, and bodies below them.
    """
    return _known.made(still.mark, lambda: _found(still))


def extent_of(still: Still) -> Rect | None:
    """Where the subject is, 0 to 1 of the still; None where it has no clear bounds."""
    core = subject_of(still) >= _CORE
    if not _LEAST <= float(core.mean()) <= _MOST:
        return None
    (left, right), (top, low) = (_bounds(core.sum(axis=axis)) for axis in (0, 1))
    found = Rect(left, top, right - left, low - top)
    return found if float(_inside(core, found).mean()) >= _FILLED else None


def _bounds(counts: npt.NDArray[np.int_]) -> tuple[float, float]:
    """From where to where most of what is counted lies, as shares of the length."""
    rising = np.cumsum(counts) / counts.sum()
    first = int(np.searchsorted(rising, _ENDS))
    last = int(np.searchsorted(rising, 1 - _ENDS))
    return first / len(counts), (last + 1) / len(counts)


def _found(still: Still) -> Map:
    apart = _distance(still.picture)
    height, width = apart.shape
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = _middle(still, apart)
    near = np.exp(-((xs - x) ** 2 + (ys - y) ** 2) / (2 * (_REACH * width) ** 2))
    made: Map = np.clip(apart / max(_APART, float(apart.max()) * _CERTAIN), 0, 1) * near
    made = np.maximum(made, _lights(still.picture, (height, width)))
    for face in still.faces:
        body = Rect(
            face.x - face.width * _SHOULDERS, face.bottom,
            face.width * (1 + 2 * _SHOULDERS), 1.0 - face.bottom,
        )  # fmt: skip
        _raised(made, body, _BODY)
        _raised(made, face, 1.0)
    return np.asarray(np.round(made, 3), np.float32)


def _lights(picture: Picture, shape: tuple[int, int]) -> Map:
    """The few parts that are far brighter than the rest: a sun or a lamp is a subject too."""
    small = cv2.resize(picture, (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    light = cv2.cvtColor(small, cv2.COLOR_RGB2Lab)[..., 0].astype(np.float32) / 2.55
    above = light - (float(light.mean()) + _OUTSHINES * max(float(light.std()), 5.0))
    soft = cv2.GaussianBlur(np.clip(above / _OUTSHONE, 0, 1), (0, 0), 1.2)
    return np.asarray(soft, np.float32)


def _middle(still: Still, apart: Map) -> tuple[float, float]:
    """Round which the subject lies, in cells: what somebody chose or a face, else what is most
    apart.
    """
    height, width = apart.shape
    weight = apart * apart
    total = float(weight.sum())
    if still.chosen or still.faces or total <= 0:
        return still.focus[0] * width, still.focus[1] * height
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    return float((xs * weight).sum()) / total, float((ys * weight).sum()) / total


def _raised(made: Map, part: Rect, least: float) -> None:
    inside = _inside(made, part)
    np.maximum(inside, least, out=inside)


def _inside(found: npt.NDArray[T], part: Rect) -> npt.NDArray[T]:
    """The cells of a map under a part (0 to 1) of the still; a view."""
    height, width = found.shape
    x0, y0 = max(0, int(part.x * width)), max(0, int(part.y * height))
    x1, y1 = max(x0 + 1, round(part.right * width)), max(y0 + 1, round(part.bottom * height))
    return found[y0:y1, x0:x1]


def _distance(picture: Picture) -> Map:
    """The least sum of differences of colour on any way from the upper edge or a side."""
    height = max(12, round(_WIDE * picture.shape[0] / picture.shape[1]))
    small = cv2.resize(picture, (_WIDE, min(height, 2 * _WIDE)), interpolation=cv2.INTER_AREA)
    colours = cv2.cvtColor(np.asarray(small, np.float32) / 255, cv2.COLOR_RGB2Lab)
    lab: Map = np.asarray(cv2.GaussianBlur(colours, (0, 0), 0.8), np.float32)
    down, across = _steps(lab[1:], lab[:-1]), _steps(lab[:, 1:], lab[:, :-1])
    far = np.full(lab.shape[:2], 1e6, np.float32)
    far[0], far[:, 0], far[:, -1] = 0.0, 0.0, 0.0
    far[-1] = np.minimum(far[-1], _FROM_BELOW)
    for _ in range(_ROUNDS):
        _swept(far, down)
        _swept(far.T, across.T)
    return far


def _steps(one: Map, other: Map) -> Map:
    gone = np.sqrt(((one - other) ** 2).sum(axis=2))
    return np.asarray(np.maximum(gone - _TEXTURE, 0.0), np.float32)


def _swept(far: Map, steps: Map) -> None:
    """Each row reached from the one before, then from the one after; in place."""
    for row in range(1, len(far)):
        np.minimum(far[row], far[row - 1] + steps[row - 1], out=far[row])
    for row in range(len(far) - 2, -1, -1):
        np.minimum(far[row], far[row + 1] + steps[row], out=far[row])


def covered(still: Still, crop: Rect, picture: Rect, inks: Sequence[Rect]) -> float:
    """How much of the subject lies under boxes of the file, 0 to 1.

    Half of it their mean, half the most of the subject that a twentieth of them covers: a line
    that only crosses it spoils it too. `picture`: where in the file `crop` (pixels of the still)
    is shown; what lies beside it covers nothing.
    """
    found = subject_of(still)
    across, down = crop.width / picture.width, crop.height / picture.height
    under = []
    for ink in inks:
        shown = ink.meet(picture)
        if shown.area > 0:
            part = shown.moved(-picture.x, -picture.y).scaled(across, down).moved(crop.x, crop.y)
            share = part.scaled(1 / still.size.width, 1 / still.size.height)
            under.append(_inside(found, share).ravel())
    cells = np.sort(np.concatenate(under)) if under else np.zeros(0, np.float32)
    if not len(cells):
        return 0.0
    return round((float(cells.mean()) + float(cells[(len(cells) - 1) * 95 // 100])) / 2, 3)
