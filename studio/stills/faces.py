"""Faces in a picture, by the bundled YuNet model."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from studio.core.errors import Missing
from studio.core.geometry import Rect
from studio.core.later import later
from studio.core.places import resources_folder

if TYPE_CHECKING:
    import cv2
else:
    # Who only asks whether faces can be found needs no vision library.
    cv2 = later("cv2")

_MODEL = "face_detection_yunet_2023mar.onnx"
# Below this the model's boxes on foliage, fists and masks outnumber its faces.
_SURE = 0.80
# The model was trained for faces of 10 to 300 pixels; pictures are brought to this long side.
_SIDE = 640
# Most pictures have a few faces; a crowd's are of no use to us.
_MOST = 32
# A nose this far (of the eyes' distance) beside their middle is a face from the side.
_PROFILE = 0.7


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Face:
    """A face, in parts (0 to 1) of the picture.

    `turn`: 0 seen from the front, 1 from the side. `eyes`: the middles of the one at the left of
    the picture and the one at its right.
    """

    box: Rect
    turn: float
    eyes: tuple[Point, Point]


def faces_available() -> bool:
    """Whether the model is installed; without it nothing is claimed about faces."""
    return _model() is not None


def faces(bgr: NDArray[np.uint8]) -> tuple[Rect, ...]:
    """The faces of a (h, w, 3) BGR picture, largest first, as parts (0 to 1) of the picture.

    Rounded to a thousandth, within the picture. Empty where the model is missing.
    """
    return tuple(one.box for one in found_faces(bgr))


def found_faces(bgr: NDArray[np.uint8]) -> tuple[Face, ...]:
    """The same, with which way they look."""
    path = _model()
    if path is None:
        return ()
    height, width = bgr.shape[:2]
    scale = _SIDE / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    seen = cv2.resize(bgr, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    found = np.asarray(_detector(path, size).detect(seen)[1])
    if found.ndim != 2:
        return ()
    made = [_face(row, size) for row in found.tolist()]
    return tuple(sorted(made, key=lambda one: (-one.box.area, one.box.x, one.box.y)))


def _face(row: list[float], size: tuple[int, int]) -> Face:
    """From a row of the model: box, then eyes, nose and corners of the mouth as x, y."""
    first, second, nose = np.array(row[4:6]), np.array(row[6:8]), np.array(row[8:10])
    across = second - first
    apart = float(np.hypot(*across))
    # Where the nose falls between the eyes, along their line: the middle when seen from the front.
    aside = abs(float(np.dot(nose - (first + second) / 2, across))) / max(apart * apart, 1e-6)
    eyes = sorted(
        (round(float(x) / size[0], 4), round(float(y) / size[1], 4)) for x, y in (first, second)
    )
    return Face(_within(row[:4], size), round(min(1.0, aside / _PROFILE), 2), (eyes[0], eyes[1]))


def _within(row: list[float], size: tuple[int, int]) -> Rect:
    x, y, width, height = row
    box = Rect(x / size[0], y / size[1], width / size[0], height / size[1])
    inside = box.meet(Rect(0.0, 0.0, 1.0, 1.0))
    return Rect(
        round(inside.x, 3), round(inside.y, 3), round(inside.width, 3), round(inside.height, 3)
    )


def _detector(path: Path, size: tuple[int, int]) -> cv2.FaceDetectorYN:
    # OpenCV 5 says on stderr, each time, that its new engine has no targets to choose from.
    level = cv2.utils.logging.getLogLevel()
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)
    try:
        return cv2.FaceDetectorYN.create(str(path), "", size, _SURE, 0.3, _MOST)
    finally:
        cv2.utils.logging.setLogLevel(level)


@cache
def _model() -> Path | None:
    try:
        path = resources_folder() / "models" / _MODEL
    except Missing:
        return None
    return path if path.is_file() else None
