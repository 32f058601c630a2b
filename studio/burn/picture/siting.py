"""Where chroma samples stand among luma pixels, and what each of them takes from these.

Across, a sample of 4:2:0 or 4:2:2 stands on the left luma pixel of its two (MPEG-2, H.264, HEVC,
ProRes: ITU-T H.264 annex E) or between both (MPEG-1, JPEG). Down, a sample of 4:2:0 stands between
two lines, or on the upper one (BT.2020 and BT.2100 as broadcast and on disc) or on the lower one.
In a picture of two fields its lines of chroma belong to the fields in turn, and each takes from the
lines of its own field only: there it stands a quarter of the way between two of them, so that all
of chroma lies evenly in the whole picture.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Siting = Literal["left", "center", "topleft", "top", "bottomleft", "bottom"]
Taps = tuple[tuple[int, int], ...]
"""(pixels from the first that a sample stands for, weight)."""

# No tap reaches further than this from the first pixel of its sample.
REACH = 4
_ONE: Taps = ((0, 1),)
_BETWEEN: Taps = ((0, 1), (1, 1))
_UPON: Taps = ((-1, 1), (0, 2), (1, 1))
_LOWER: Taps = ((0, 1), (1, 2), (2, 1))
# For the first and the second line of chroma in turn: those of the upper and of the lower field.
_FIELDS: dict[str, tuple[Taps, Taps]] = {
    "between": (((0, 3), (2, 1)), ((-1, 1), (1, 3))),
    "upper": (((-2, 1), (0, 2), (2, 1)), ((-3, 1), (-1, 2), (1, 1))),
    "lower": (((0, 1), (2, 2), (4, 1)), ((-1, 1), (1, 2), (3, 1))),
}
_DOWN: dict[str, Taps] = {"between": _BETWEEN, "upper": _UPON, "lower": _LOWER}


def taps_across(siting: Siting, across: int) -> Taps:
    """What a sample takes of its line; `across` luma pixels for each sample: 1 or 2."""
    if across == 1:
        return _ONE
    return _UPON if siting in ("left", "topleft", "bottomleft") else _BETWEEN


def taps_down(siting: Siting, down: int, woven: bool) -> tuple[Taps, ...]:
    """What lines of chroma take of the lines of luma; for several of them in turn.

    `down` luma lines for each line of chroma: 1 or 2; `woven`: the picture is two fields.
    """
    if down == 1:
        return (_ONE,)
    place = "upper" if siting.startswith("top") else "between"
    place = "lower" if siting.startswith("bottom") else place
    return _FIELDS[place] if woven else (_DOWN[place],)


def weight(taps: Taps) -> int:
    """The sum of the weights."""
    return sum(one for _, one in taps)


def gathered(values: Ints, step: int, turns: tuple[Taps, ...], *, edge: bool = False) -> Ints:
    """Sums over the lines (first axis) of `values` by `turns`, one for each `step` lines.

    Beyond the ends lies 0, or with `edge` the line at the end. The number of lines is a multiple
    of `step`.
    """
    if turns == (_ONE,):
        return values
    room = [(REACH, REACH)] + [(0, 0)] * (values.ndim - 1)
    wide = np.pad(values, room, mode="edge" if edge else "constant")
    made = np.empty((len(values) // step, *values.shape[1:]), np.int64)
    for turn, taps in enumerate(turns):
        into = made[turn :: len(turns)]
        into[...] = 0
        for away, by in taps:
            first = REACH + turn * step + away
            every = step * len(turns)
            into += by * wide[first : first + every * len(into) : every][: len(into)]
    return made
