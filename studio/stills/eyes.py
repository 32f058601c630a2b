"""Whether the eyes of a face are open, by the bundled landmark model.

The model tells where the eyes are, whatever the face does; it was made for open ones and draws the
lids apart even where they are shut. So its points say where to look, and what is looked for there
is the dark of the iris, which a closed lid hides but for the line of its lashes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from studio.core.errors import Missing
from studio.core.later import later
from studio.core.places import resources_folder
from studio.stills.faces import Face

if TYPE_CHECKING:
    import cv2
else:
    cv2 = later("cv2")

Plane = NDArray[np.float32]

_MODEL = "face_landmark.tflite"
# What the model is given: an upright square around the face, with this much air on each side.
_SIDE = 192
_AIR = 0.10
# The corners of the eyes among its 468 points, outer and inner.
_CORNERS = ((33, 133), (362, 263))
# An eye is brought to this width and seen this high.
_WIDE, _HIGH = 48, 40
# The part of it where an iris can be: lids and brow lie outside.
_ROWS, _COLUMNS = slice(4, 36), slice(10, 38)
# Darker than half way between skin and the darkest is iris or lash; so many columns must agree.
_DARK = 0.5
_AGREE = 6
# Faces lower than this many pixels, or turned further than this, are not judged.
_LEAST_HEIGHT = 72
_MOST_TURN = 0.6
#: The share of an eye's width that is dark from top to bottom: from the one on it is open, up to
#: the other it is closed, in between nothing is claimed.
OPEN, CLOSED = 0.20, 0.15


def eyes_available() -> bool:
    """Whether the model is installed; without it nothing is claimed about eyes."""
    return _model() is not None


def eye_opening(bgr: NDArray[np.uint8], face: Face) -> float | None:
    """How far the less open eye of a face in a (h, w, 3) picture is open: 0 to about 0.6.

    By its width; see OPEN and CLOSED. None where that cannot be judged: the model is missing, the
    face is small or turned away, or the model's eyes are not where the face's are.
    """
    net = _model()
    if net is None or face.turn > _MOST_TURN or face.box.height * bgr.shape[0] < _LEAST_HEIGHT:
        return None
    upright, eyes = _upright(bgr, face)
    blob = cv2.dnn.blobFromImage(upright, 1 / 255, (_SIDE, _SIDE), swapRB=True)
    net.setInput(blob)
    points = np.asarray(net.forward(), np.float32).reshape(-1, 3)[:, :2]
    grey = np.asarray(cv2.cvtColor(upright, cv2.COLOR_BGR2GRAY), np.float32)
    found = []
    for corners, eye in zip(_CORNERS, eyes, strict=True):
        first, last = points[corners[0]], points[corners[1]]
        width = float(np.hypot(*(last - first)))
        off = float(np.hypot(*((first + last) / 2 - eye)))
        if width < 0.05 * _SIDE or off > width:
            return None
        found.append(_opening(_brought(grey, first, last)))
    return round(min(found), 2)


def _upright(bgr: NDArray[np.uint8], face: Face) -> tuple[NDArray[np.uint8], Plane]:
    """The face, its eyes level, in a square; and where its eyes (2, x and y) lie in that."""
    height, width = bgr.shape[:2]
    box = face.box.scaled(width, height)
    eyes = np.array(face.eyes, np.float64) * (width, height)
    across = eyes[1] - eyes[0]
    scale = _SIDE / (max(box.width, box.height) * (1 + 2 * _AIR))
    angle = float(np.degrees(np.arctan2(across[1], across[0])))
    turn = np.asarray(cv2.getRotationMatrix2D(box.centre, angle, scale), np.float64)
    turn[:, 2] += _SIDE / 2 - np.array(box.centre)
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    square = cv2.warpAffine(bgr, turn, (_SIDE, _SIDE), flags=how)
    places = eyes @ turn[:, :2].T + turn[:, 2]
    return np.asarray(square, np.uint8), np.asarray(places, np.float32)


def _brought(grey: Plane, first: Plane, last: Plane) -> Plane:
    """The eye between two corners, level, _WIDE pixels from one to the other."""
    centre = (first + last) / 2
    across = last - first
    scale = _WIDE / float(np.hypot(*across))
    angle = float(np.degrees(np.arctan2(across[1], across[0])))
    middle = (float(centre[0]), float(centre[1]))
    turn = np.asarray(cv2.getRotationMatrix2D(middle, angle, scale), np.float64)
    turn[:, 2] += np.array([_WIDE / 2, _HIGH / 2]) - centre
    return np.asarray(cv2.warpAffine(grey, turn, (_WIDE, _HIGH)), np.float32)


def _opening(eye: Plane) -> float:
    """The height of the dark in the middle of an eye, by the eye's width."""
    middle = eye[_ROWS, _COLUMNS]
    skin, darkest = float(np.percentile(eye, 75)), float(np.percentile(middle, 2))
    dark = middle < skin - _DARK * (skin - darkest)
    runs = sorted(_longest(dark[:, at]) for at in range(dark.shape[1]))
    return runs[-_AGREE] / _WIDE


def _longest(column: NDArray[np.bool_]) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], column, [False])).astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max(initial=0))


@cache
def _model() -> cv2.dnn.Net | None:
    try:
        path: Path = resources_folder() / "models" / _MODEL
    except Missing:
        return None
    if not path.is_file():
        return None
    # OpenCV 5 says on stderr that its new engine has no targets to choose from.
    level = cv2.utils.logging.getLogLevel()
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)
    try:
        return cv2.dnn.readNetFromTFLite(str(path))
    finally:
        cv2.utils.logging.setLogLevel(level)
