"""How much what copy would cover stands out."""

from __future__ import annotations

import numpy as np

from studio.core.geometry import Rect, Size
from studio.stills.interest import SALIENCE_SIDE, Map


def seen_in(found: Map, box: Rect, size: Size) -> float:
    """What stands out most in a box of pixels of a picture of `size`: the 95th percentile."""
    part = box.scaled(SALIENCE_SIDE / size.width, SALIENCE_SIDE / size.height)
    x, y = max(0, int(part.x)), max(0, int(part.y))
    inside = found[y : max(y + 1, round(part.bottom)), x : max(x + 1, round(part.right))]
    return round(float(np.percentile(inside, 95)), 3) if inside.size else 0.0
