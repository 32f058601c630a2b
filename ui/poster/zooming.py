"""Zoom and pan of the canvas: which part of the screen a file takes, and how large it is seen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from studio.core.geometry import Size, fit

_MARGIN = 24
_MOST_ZOOM = 8.0
_PAINTED_MOST = 3200
"""No picture is painted larger for the screen; closer up it is enlarged."""


class Zoom:
    """How a file is seen in a room (logical pixels) on a screen of `ratio` pixels for each.

    `scale`: logical pixels for one of the file, None while it is as large as fits.
    """

    def __init__(self) -> None:
        self.scale: float | None = None
        self.shift = QPointF()

    def fit(self) -> None:
        """As large as fits, in the middle."""
        self.scale, self.shift = None, QPointF()

    def fitting(self, room: QRectF, file: Size) -> float:
        """The scale at which the file fits."""
        across = max(32.0, room.width() - 2 * _MARGIN) / file.width
        down = max(32.0, room.height() - 2 * _MARGIN) / file.height
        return min(across, down)

    def at(self, room: QRectF, file: Size) -> float:
        """The scale it is seen at."""
        return self.fitting(room, file) if self.scale is None else self.scale

    def box(self, room: QRectF, file: Size, ratio: float) -> QRectF:
        """Where the file stands, on whole pixels of the screen."""
        longest = max(16, round(max(file.width, file.height) * self.at(room, file) * ratio - 0.5))
        shown = fit(file, Size(longest, longest))
        width, height = shown.width / ratio, shown.height / ratio
        centre = room.center() + self.shift
        left = round((centre.x() - width / 2) * ratio) / ratio
        top = round((centre.y() - height / 2) * ratio) / ratio
        return QRectF(left, top, width, height)

    def to(self, at: QPointF, scale: float, room: QRectF, file: Size, ratio: float) -> None:
        """Another scale; what lies at `at` stays there."""
        before = self.box(room, file, ratio)
        least = min(self.fitting(room, file) * 0.5, 1.0)
        self.scale = min(_MOST_ZOOM, max(least, scale))
        share = QPointF(
            (at.x() - before.x()) / before.width(), (at.y() - before.y()) / before.height()
        )
        after = self.box(room, file, ratio)
        here = QPointF(
            after.x() + share.x() * after.width(), after.y() + share.y() * after.height()
        )
        self.shift += at - here

    def wanted(self, room: QRectF, file: Size, ratio: float, *, known: bool) -> int:
        """The longer side, in pixels, that a poster should be painted in to be shown sharp.

        `known`: whether it is the file that the scale was chosen for.
        """
        longest = max(file.width, file.height)
        if self.scale is None or not known:
            return max(64, min(longest, int(longest * self.fitting(room, file) * ratio)))
        # In steps, so that not each turn of the wheel paints anew.
        need, step = longest * self.scale * ratio, 256.0
        while step < need:
            step *= 1.5
        return max(64, min(longest, int(step), _PAINTED_MOST))
