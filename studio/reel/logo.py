"""The logo bug: a brand's logo in a corner of the film."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from studio.burn.asked.reel_settings import LogoBug
from studio.burn.edit.stamp import Stamp
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.poster.brand import Brand, logo_pixels

# A wide word mark would cross the picture at the height of a round sign.
_WIDEST = 0.22


def logo_stamp(
    bug: LogoBug, brand: Brand, size: Size, rate: FrameRate, span: tuple[int, int]
) -> Stamp | None:
    """The stamp for a picture of `size`, on frames `span` of the programme at most.

    It is the logo for dark grounds, which is the light one, where the brand has two. None without
    a logo. Raises CannotRead.
    """
    logo = brand.logo_on(light=True)
    if logo is None:
        return None
    by = min(bug.height / 100 * size.height / logo.height, _WIDEST * size.width / logo.width)
    wide, high = max(2, round(logo.width * by)), max(2, round(logo.height * by))
    rgba = logo_pixels(logo, Size(wide, high))
    rgba[..., 3] = (rgba[..., 3].astype(np.uint16) * round(bug.opacity * 255) + 127) // 255
    # The margin is the same on both sides, as graphics stand: of the shorter one.
    margin = round(bug.margin / 100 * min(size.width, size.height))
    x = margin if bug.corner.endswith("left") else size.width - margin - wide
    y = margin if bug.corner.startswith("top") else size.height - margin - high
    start = rate.seconds(span[0]) + _seconds(bug.start)
    stop = rate.seconds(span[1]) - _seconds(bug.stop)
    # Even places, on which chroma of 4:2:0 begins.
    place = (x - x % 2, y - y % 2)
    return Stamp(rgba, place, start, stop, _seconds(bug.fade), rate)


def _seconds(figure: float) -> Fraction:
    return Fraction(figure).limit_denominator(1000)
