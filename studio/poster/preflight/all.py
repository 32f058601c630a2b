"""All checks on one poster, the gravest finding first."""

from __future__ import annotations

from math import sqrt

import cv2
import numpy as np

from studio.poster.layout import Layout
from studio.poster.preflight import brand, fonts, ink, picture, place, sight, spec, words
from studio.poster.preflight.base import CHECKS, Seen
from studio.poster.problem import Problem, by_severity
from studio.poster.still import Picture

#: Importing them files their checks.
GROUPS = (words, place, sight, picture, ink, fonts, brand, spec)
#: Pixels on which a finished poster is looked at: grain is finer than what an eye compares.
_LOOKED_AT = 1_000_000


def preflight(layout: Layout, canvas: Picture | None) -> tuple[Problem, ...]:
    """All problems of a layout; `canvas` is the painted poster without type (see paint.ground).

    It may be painted smaller than the file. Without it the contrast is the one that was worked
    out on the small preview, and no ink is measured.
    """
    seen = _seen(layout, canvas)
    return by_severity(problem for check in CHECKS for problem in check(seen))


def _seen(layout: Layout, canvas: Picture | None) -> Seen:
    if canvas is None:
        return Seen(layout, None)
    height, width = canvas.shape[:2]
    by = min(1.0, sqrt(_LOOKED_AT / (width * height)))
    if by < 1.0:
        size = (max(2, round(width * by)), max(2, round(height * by)))
        canvas = np.asarray(cv2.resize(canvas, size, interpolation=cv2.INTER_AREA), np.uint8)
    return Seen(layout, canvas, canvas.shape[1] / layout.form.width)
