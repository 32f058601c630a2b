"""The picture a poster is made from: its live area, its faces, its point of interest."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size
from studio.core.said import said
from studio.shots.live import live_area
from studio.stills.interest import middle_of, point_of_interest

Picture = npt.NDArray[np.uint8]
#: A picture of 16 bits, 0 to 65535; eight bits come to it times 257.
Deep = npt.NDArray[np.uint16]
FINER = 257


@dataclass(frozen=True, slots=True, eq=False)
class Still:
    """`picture`: uint8 (h, w, 3) RGB, without bars. `focus` and `faces`: 0 to 1 of it.

    `live`: where it lay in the picture that was handed in, in pixels. `chosen`: whether somebody
    gave the focus. `deep`: the same picture in 16 bits, where somebody brought it. `mark` stands
    for the still where something made of it is kept: the key then does not hold its picture.
    """

    picture: Picture
    focus: tuple[float, float]
    faces: tuple[Rect, ...]
    live: Rect
    chosen: bool = False
    deep: Deep | None = None
    mark: object = field(default_factory=object, init=False, repr=False)

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
    return Still(kept, middle_of(inner) if inner else point_of_interest(kept), inner, live)


def deepened(still: Still, whole: Deep) -> Still:
    """The still with its picture in 16 bits too: `whole` is (h, w, 3), all that was handed in.

    Raises BadValue when it is smaller than the picture the still was made from.
    """
    x, y, width, height = (
        int(part) for part in (still.live.x, still.live.y, still.live.width, still.live.height)
    )
    kept = whole[y : y + height, x : x + width]
    if kept.shape != still.picture.shape:
        raise BadValue(said("The picture in 16 bits has another size than the one in 8 bits."))
    return replace(still, deep=kept)


def _within(part: Rect, shape: tuple[int, ...], live: Rect) -> Rect:
    """From shares of the whole to shares of the live area, cut off at its edges."""
    x0 = (part.x * shape[1] - live.x) / live.width
    y0 = (part.y * shape[0] - live.y) / live.height
    x1 = (part.right * shape[1] - live.x) / live.width
    y1 = (part.bottom * shape[0] - live.y) / live.height
    left, top = min(max(x0, 0.0), 1.0), min(max(y0, 0.0), 1.0)
    return Rect(left, top, min(max(x1, 0.0), 1.0) - left, min(max(y1, 0.0), 1.0) - top)
