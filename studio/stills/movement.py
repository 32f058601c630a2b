"""What the frames beside a still tell: whether its subject moves and smears, whether it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
Plane = npt.NDArray[np.float32]

# A movement of this share of the picture's long side a frame leaves a trace, if the shutter was
# open for half of it: two pixels and more of a picture 1280 wide.
_MOVES = 3 / 640
# A contour is followed over this share of the long side, and is one from this much luma on; it is
# soft where no step of it makes more than such a share of its rise.
_REACH = 7 / 640
_LEAST_RISE = 18.0
_SOFT = 0.30
# What the subject is not counts this much: an arm that is a blur spoils a picture all the same.
_BESIDE = 0.25
# Pictures that differ by less luma on average are one, shown twice.
_TWICE = 0.3
# Long side of the pictures, and blocks of them, on which contrasts are followed in time; structure
# finer than the second of these deviations, and of at least so much luma, is followed.
_SIDE, _BLOCK = 320, 16
_FINE, _PLAIN, _STRONG = 3.0, 2.5, 15.0
# Such a correlation says that a block shows the same; this share of the picture must.
_SAME, _ENOUGH = 0.8, 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """Grey pictures, uint8 (h, w), as large as the still: `near` of the frames right before and
    after it in its shot, `far` two further from it, one on either side or none at all.

    `span`: how many frames lie between the far ones, by how many are usual.
    """

    near: tuple[Grey, ...] = ()
    far: tuple[Grey, ...] = ()
    span: float = 1.0


@dataclass(frozen=True, slots=True)
class Movement:
    """`motion`: how far what matters moves in a frame, as a share of the picture's long side.
    `soft`, `smear`: the shares (0 to 1) of its contours that are soft, and that move and are soft.
    `drift`: by how much, as a
    logarithm, what is seen both before and after gains or loses contrast from one to the other.
    """

    motion: float = 0.0
    soft: float = 0.0
    smear: float = 0.0
    drift: float = 0.0


def movement(still: Grey, weight: Plane, beside: Beside) -> Movement:
    """Of a picture, uint8 (h, w), where `weight` (h, w), 0 to 1, says what matters. Rounded."""
    length, across = _moved(still, beside.near)
    rise, share = _contours(still.astype(np.float32), across)
    there = np.where(rise >= _LEAST_RISE, rise, 0.0) * np.maximum(weight, _BESIDE)
    whole = max(float(there.sum()), 1e-6)
    side = max(still.shape)
    soft = share < _SOFT
    smeared = soft & (length > _MOVES * side)
    drift = _drift(still, beside.far) / beside.span if beside.far else 0.0
    return Movement(
        motion=round(float((length * there).sum()) / whole / side, 4),
        soft=round(float(there[soft].sum()) / whole, 3),
        smear=round(float(there[smeared].sum()) / whole, 3),
        drift=round(drift, 3),
    )


def _moved(still: Grey, near: Sequence[Grey]) -> tuple[Plane, npt.NDArray[np.bool_]]:
    """(h, w) each: by how many pixels each place moves in a frame, and whether rather across."""
    others = [one for one in near if float(cv2.absdiff(one, still).mean()) > _TWICE]
    if not others:
        return np.zeros(still.shape, np.float32), np.ones(still.shape, np.bool_)
    flows = [_flow(still, one) for one in others]
    lengths = [np.hypot(flow[..., 0], flow[..., 1]) for flow in flows]
    # What is found on one side alone was covered on the other.
    length = np.minimum.reduce(lengths)
    flow = flows[int(np.argmin([round(float(one.mean()), 3) for one in lengths]))]
    return length, np.abs(flow[..., 0]) >= np.abs(flow[..., 1])


def grey_of(bgr: npt.NDArray[np.uint8]) -> Grey:
    """The luma of a uint8 (h, w, 3) picture."""
    return np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), np.uint8)


def _flow(first: Grey, second: Grey) -> Plane:
    """(h, w, 2): where each place of the first picture is in the second, in pixels from it.

    Dense inverse search (Kroeger and others, ECCV 2016); the same with any number of threads only
    where OpenCV is held to one.
    """
    search = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_FAST)
    start = np.zeros((*first.shape, 2), np.float32)
    return np.asarray(search.calc(first, second, start), np.float32)


def _contours(luma: Plane, across: npt.NDArray[np.bool_]) -> tuple[Plane, Plane]:
    """Of each place along its way: the rise around it, and the largest step's share of that."""
    reach = max(3, round(_REACH * max(luma.shape)))
    rises, shares = zip(*(_along(luma, axis, reach) for axis in (1, 0)), strict=True)
    inner = np.zeros(luma.shape, np.bool_)
    inner[reach:-reach, reach:-reach] = True
    rise = np.where(inner, np.where(across, *rises), 0.0).astype(np.float32)
    return rise, np.where(across, *shares).astype(np.float32)


def _along(luma: Plane, axis: int, reach: int) -> tuple[Plane, Plane]:
    rise = np.abs(np.roll(luma, -reach, axis) - luma)
    step = np.abs(np.roll(luma, -1, axis) - luma)
    most = np.maximum.reduce([np.roll(step, -at, axis) for at in range(reach)])
    share = np.minimum(1.0, most / np.maximum(rise, 1e-3))
    return np.roll(rise, reach // 2, axis), np.roll(share, reach // 2, axis)


def _drift(still: Grey, far: Sequence[Grey]) -> float:
    """The mean size of the logarithm of what blocks gain in contrast from the first to the last."""
    middle, before, after = (_small(one) for one in (still, *far))
    fine = _blocks(np.square(_detail(middle.astype(np.float32))))
    first, last = (_detail(_brought(middle, one)) for one in (before, after))
    old, new = _blocks(np.square(first)) + 1.0, _blocks(np.square(last)) + 1.0
    alike = _blocks(first * last) / np.sqrt(old * new)
    strength = np.sqrt(fine)
    strength = np.where(strength > _PLAIN, np.minimum(strength, _STRONG), 0.0)
    known = np.where(alike > _SAME, strength, 0.0)
    if float(known.sum()) <= _ENOUGH * float(strength.sum()):
        return 0.0
    return float((known * np.abs(np.log(new / old))).sum() / known.sum()) / 2


def _small(grey: Grey) -> Grey:
    scale = min(1.0, _SIDE / max(grey.shape))
    size = tuple(max(2 * _BLOCK, round(side * scale)) for side in grey.shape[::-1])
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def _brought(middle: Grey, other: Grey) -> Plane:
    """The other picture with everything where it is in the middle one."""
    flow = _flow(middle, other)
    ys, xs = np.mgrid[0 : middle.shape[0], 0 : middle.shape[1]].astype(np.float32)
    moved = cv2.remap(
        other.astype(np.float32),
        xs + flow[..., 0],
        ys + flow[..., 1],
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(moved, np.float32)


def _detail(luma: Plane) -> Plane:
    return np.asarray(luma - cv2.GaussianBlur(luma, (0, 0), _FINE), np.float32)


def _blocks(plane: Plane) -> Plane:
    height, width = (side // _BLOCK for side in plane.shape)
    return np.asarray(cv2.resize(plane, (width, height), interpolation=cv2.INTER_AREA), np.float32)
