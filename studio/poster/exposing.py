"""How much a dark film is lifted for a poster, which hangs in more light than a cinema has."""

from __future__ import annotations

from dataclasses import replace
from math import log2

import numpy as np

from studio.poster.still import Still
from studio.poster.template import Treatment

#: The light (0 to 1, linear) that the brightest fiftieth of a poster's picture should reach, and
#: the most that is lifted towards it, in stops: beyond that the noise of the dark is seen.
_WANTED, _MOST = 0.26, 1.2
#: Night stays night: so much of the way is gone.
_SHARE = 0.75
#: Of so many pixels one is looked at.
_EACH = 61
_BRIGHTEST = 98


def exposed(treatment: Treatment, still: Still) -> Treatment:
    """The treatment with the exposure that the still's own light wants; as it is for most."""
    return replace(treatment, exposure=min(2.0, treatment.exposure + lift(still)))


def lift(still: Still) -> float:
    """By how many stops a still is lifted, 0 to 0.9, in twentieths."""
    seen = still.picture.reshape(-1, 3)[::_EACH].astype(np.int32)
    luma = seen @ np.array([54, 183, 19], np.int32) // 256
    place = (len(luma) - 1) * _BRIGHTEST // 100
    coded = max(6.0, float(np.partition(luma, place)[place])) / 255
    linear = coded / 12.92 if coded <= 0.04045 else ((coded + 0.055) / 1.055) ** 2.4
    return round(min(_MOST, max(0.0, log2(_WANTED / linear))) * _SHARE * 20) / 20
