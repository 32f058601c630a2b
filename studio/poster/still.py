"""The picture a poster is made from: its live area, its faces, its point of interest."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size
from studio.core.said import said
from studio.poster.salience import salience

Picture = npt.NDArray[np.uint8]
#: Luma up to here is a bar; broadcast black is 16 before it is expanded, coding noise a few more.
_BLACK = 14
#: So much of the first row inside must be lighter, or it is a dark picture and no bar.
_LIVE = 0.3
_STEP = 3
_SEEN = 192


@dataclass(frozen=True, slots=True, eq=False)
class Still:
    """`picture`: uint8 (h, w, 3) RGB, without bars. `focus` and `faces`: 0 to 1 of it.

    `live`: where it lay in the picture that was handed in, in pixels. `chosen`: whether somebody
    gave the focus.
    """

    picture: Picture
    focus: tuple[float, float]
    faces: tuple[Rect, ...]
    live: Rect
    chosen: bool = False

    @property
    def size(self) -> Size:
        """Of `picture`."""
        return Size(self.picture.shape[1], self.picture.shape[0])


def still_of(
    picture: Picture, focus: tuple[float, float] | None = None, faces: tuple[Rect, ...] = ()
) -> Still:
    """The live part of `picture`; `focus` and `faces` are 0 to 1 of the whole picture.

    Without a focus it is the middle of the faces, or where most detail is. Raises BadValue when
    the picture is not uint8 RGB or smaller than 16 pixels.
    """
    if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3:
        raise BadValue(
            said("The picture of a poster must be 8-bit RGB."), hint=said("Convert it first.")
        )
    if min(picture.shape[:2]) < 16:
        raise BadValue(
            said(
                "The picture is only {picture}×{picture2}.",
                picture=picture.shape[1],
                picture2=picture.shape[0],
            ),
            hint=said("Use a larger one."),
        )
    live = live_area(picture)
    x, y, width, height = (int(part) for part in (live.x, live.y, live.width, live.height))
    kept = picture[y : y + height, x : x + width]
    inner = tuple(
        one
        for one in (_within(face, picture.shape, live) for face in faces)
        if one.width > 0 and one.height > 0
    )
    if focus is not None:
        place = _within(Rect(focus[0], focus[1], 0, 0), picture.shape, live)
        return Still(kept, (place.x, place.y), inner, live, True)
    return Still(kept, _middle(inner) if inner else _detail(kept), inner, live)


def _within(part: Rect, shape: tuple[int, ...], live: Rect) -> Rect:
    """From shares of the whole to shares of the live area, cut off at its edges."""
    x0 = (part.x * shape[1] - live.x) / live.width
    y0 = (part.y * shape[0] - live.y) / live.height
    x1 = (part.right * shape[1] - live.x) / live.width
    y1 = (part.bottom * shape[0] - live.y) / live.height
    left, top = min(max(x0, 0.0), 1.0), min(max(y0, 0.0), 1.0)
    return Rect(left, top, min(max(x1, 0.0), 1.0) - left, min(max(y1, 0.0), 1.0) - top)


def live_area(picture: Picture) -> Rect:
    """The picture without letterbox and pillarbox bars, in whole pixels.

    Bars are black, come in pairs of about the same width, and end at a row that is mostly lit:
    the dark surround of a night scene is no bar.
    """
    height, width = picture.shape[:2]
    luma = picture.max(axis=2)
    top, bottom = _pair(luma)
    left, right = _pair(luma[top : height - bottom].T)
    return Rect(left, top, width - left - right, height - top - bottom)


def _pair(luma: npt.NDArray[np.uint8]) -> tuple[int, int]:
    """The rows of black above and below, both 0 where they are no bars."""
    dark = np.percentile(luma, 98, axis=1) <= _BLACK
    if dark.all():
        return 0, 0
    rows = len(dark)
    first, last = int(np.argmin(dark)), int(np.argmin(dark[::-1]))
    if not first or not last or abs(first - last) > max(3, rows // 40) or first + last > rows // 2:
        return 0, 0
    for bar, inside in (
        (luma[:first], luma[first : first + 4]),
        (luma[rows - last :], luma[rows - last - 4 : rows - last]),
    ):
        # Against the bar itself, not against a level: night scenes are hardly lighter.
        if (inside > int(np.median(bar)) + _STEP).mean() < _LIVE:
            return 0, 0
    # Two more: the edge rows are often half black from scaling.
    return first + 2, last + 2


def _middle(faces: tuple[Rect, ...]) -> tuple[float, float]:
    """The middle of the larger faces."""
    largest = max(face.area for face in faces)
    chief = [face for face in faces if face.area > largest * 0.35]
    whole = chief[0]
    for face in chief[1:]:
        whole = whole.join(face)
    return whole.centre


def _detail(picture: Picture) -> tuple[float, float]:
    """Where sharp, colourful detail gathers, drawn a little to the middle."""
    height, width = picture.shape[:2]
    size = (_SEEN, max(16, round(_SEEN * height / width)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2Lab).astype(np.float32)
    away = np.abs(lab - lab.mean(axis=(0, 1))).sum(axis=2)
    edges = np.abs(cv2.Laplacian(cv2.GaussianBlur(lab[..., 0], (0, 0), 1.0), cv2.CV_32F))
    energy = away / (away.mean() + 1e-3) + edges / (edges.mean() + 1e-3)
    out = cv2.resize(salience(picture), size, interpolation=cv2.INTER_LINEAR)
    broad = cv2.GaussianBlur(energy * (0.3 + out), (0, 0), _SEEN / 12)
    ys, xs = np.mgrid[0 : size[1], 0 : size[0]]
    off = ((xs / size[0] - 0.5) / 0.5) ** 2 + ((ys / size[1] - 0.5) / 0.5) ** 2
    place = int(np.argmax(np.round(broad * (1 - 0.35 * off), 3)))
    y, x = divmod(place, size[0])
    return round((x + 0.5) / size[0], 3), round((y + 0.5) / size[1], 3)
