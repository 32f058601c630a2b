"""The offset and speed that matching edges of two tracks agree on, whatever scatters them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gamma, log

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Film played as PAL and back, NTSC pulled down and back, and the two together.
SPEEDS = tuple(
    map(Fraction, ("1", "25/24", "24/25", "1001/1000", "1000/1001", "1001/960", "960/1001"))
)
_SHAPES = (1.0, 2.0, 4.0, 8.0)
_STRAY = 0.03  # share of edges that belong to no pair
_FIELD = 4000.0  # ms over which they lie
_FEWEST = 12  # edges below which a rough tempo stays as it is
_MOST = 2000  # edges looked at; more make the figure no better than a millisecond
_FREE_COST = 12.0  # log likelihood that a speed of no known kind must gain over the known ones
_KIND_COST = 2.0  # and one of a known kind over no change at all
_LONG_ENOUGH = 60_000.0  # ms of film below which no line is laid through the edges
_MEANT = 300.0  # ms over the whole track: less is no other speed
_FINEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Fit:
    """b's time × `speed` + `offset` (ms) is a's; `worth` is the log likelihood of the edges."""

    offset: float
    speed: Fraction
    worth: float


def fit(of_a: Floats, of_b: Floats, rough: Fraction) -> Fit | None:
    """The tempo of matching edges (ms, shapes (n,)), None where they are too few to tell.

    A known speed wins unless another fits far better. The middle is the likeliest one for the
    scatter that the edges themselves show: the median where few are far off (least absolute
    deviations), the middle of the range where they lie evenly within one.
    """
    if len(of_a) < _FEWEST:
        return None
    if len(of_a) > _MOST:
        some = np.linspace(0, len(of_a) - 1, _MOST).astype(np.int64)
        of_a, of_b = of_a[some], of_b[some]
    free = _free(of_a, of_b, rough)
    kinds = [one for one in SPEEDS if _may_be(of_a, of_b, one, rough)]
    if not kinds:
        return free if free is not None else _at_speed(of_a, of_b, rough)
    known = [_at_speed(of_a, of_b, one) for one in kinds]
    best = max(known, key=lambda one: one.worth - _cost(one.speed))
    if free is None or free.worth - _FREE_COST <= best.worth - _cost(best.speed):
        return best
    drift = abs(float(free.speed - best.speed)) * float(np.ptp(of_b))
    return free if drift > _MEANT else best


def _cost(speed: Fraction) -> float:
    return 0.0 if speed == 1 else _KIND_COST


def _may_be(of_a: Floats, of_b: Floats, speed: Fraction, rough: Fraction) -> bool:
    """Whether a speed leaves most edges that match at the rough one within reach."""
    drift = abs(float(speed - rough)) * float(np.ptp(of_b))
    return drift < _FIELD


def _at_speed(of_a: Floats, of_b: Floats, speed: Fraction) -> Fit:
    found = middle(of_a - of_b * float(speed))
    return Fit(found.at, speed, found.worth)


def _free(of_a: Floats, of_b: Floats, rough: Fraction) -> Fit | None:
    """Any speed: rounds over finer and finer slopes through the edges."""
    length = float(np.ptp(of_b))
    if length < _LONG_ENOUGH:
        return None
    speed = rough
    for step in (400.0, 100.0, 25.0, 6.0):
        # One form for all slopes of a round: which is best does not hang on it.
        form = middle(of_a - of_b * float(speed)).form
        slopes = float(speed) + np.arange(-4, 5) * step / length
        worths = []
        for slope in slopes:
            away = of_a - of_b * slope
            worths.append(_searched(away, float(np.median(away)), form).worth)
        slope = float(slopes[int(np.argmax(worths))])
        speed = Fraction(slope).limit_denominator(_FINEST)
    return _at_speed(of_a, of_b, speed)


@dataclass(frozen=True, slots=True)
class Middle:
    """The likeliest middle (ms), its log likelihood, and the shape and scale of the scatter."""

    at: float
    worth: float
    form: tuple[float, float]


def middle(away: Floats) -> Middle:
    """The likeliest middle of differences (ms, shape (n,), n at least 1).

    A generalised normal distribution whose shape, from Laplace to nearly even, is the one that
    fits best, beside a few strays that lie anywhere.
    """
    centre = float(np.median(away))
    near = np.abs(away - centre)
    near = near[near <= 5 * max(10.0, float(np.median(near)))]
    forms = [(shape, scale) for shape in _SHAPES for scale in _scales(near, shape)]
    return max((_searched(away, centre, form) for form in forms), key=lambda one: one.worth)


def _scales(near: Floats, shape: float) -> tuple[float, ...]:
    """Scales about the likeliest one for differences from their middle."""
    scale = max(10.0, float((shape * np.mean(near**shape)) ** (1 / shape)))
    return scale * 0.88, scale * 0.94, scale, scale * 1.06


def _searched(away: Floats, centre: float, form: tuple[float, float]) -> Middle:
    """The best middle about `centre` for one shape and scale, in finer and finer steps."""
    at, worth = centre, -np.inf
    for width, step in ((160.0, 16.0), (16.0, 2.0)):
        tried = at + np.arange(-width, width + 1, step)
        worths = _worths(away, tried, form)
        place = int(np.argmax(worths))
        at, worth = float(tried[place]), float(worths[place])
    return Middle(at, worth, form)


def _worths(away: Floats, middles: Floats, form: tuple[float, float]) -> Floats:
    shape, scale = form
    peak = log(shape / (2 * scale * gamma(1 / shape)))
    apart = np.abs(away[None, :] - middles[:, None]) / scale
    likely = (1 - _STRAY) * np.exp(peak - np.minimum(apart, 20.0) ** shape) + _STRAY / _FIELD
    summed: Floats = np.log(likely).sum(axis=1)
    return summed
