"""Captions blended into a picture's own planes: only what lies under them changes."""

from __future__ import annotations

from dataclasses import dataclass

import av
import numpy as np
import numpy.typing as npt

from studio.burn.picture.siting import Siting, Taps, gathered, taps_across, taps_down, weight
from studio.burn.picture.ycbcr import GRAPHICS_WHITE, code_values, ycbcr
from studio.core.geometry import Size
from studio.media.film import Colour

Rgba = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint16 | np.uint32]
# Rows without ink that are worth a new band: two lines at top and bottom are no full-height patch.
_GAP = 16


@dataclass(frozen=True, slots=True)
class Layout:
    """How a planar Y'CbCr format lies in memory: bits, and luma pixels per chroma sample.

    `siting`: where these samples stand; `woven`: the picture is two fields, line by line.
    """

    bits: int
    across: int
    down: int
    siting: Siting = "left"
    woven: bool = False

    @property
    def name(self) -> str:
        """The format as FFmpeg spells it."""
        kind = {(2, 2): "420", (2, 1): "422", (1, 1): "444"}[self.across, self.down]
        return f"yuv{kind}p" + ("" if self.bits == 8 else f"{self.bits}le")

    @property
    def patch_bytes(self) -> float:
        """The memory of a PlanePatch for each pixel that it covers: two words a sample."""
        samples = 1 + 2 / (self.across * self.down)
        return samples * 2 * (2 if self.bits == 8 else 4)


LAYOUTS = {
    layout.name: layout
    for bits in (8, 10, 12)
    for layout in (Layout(bits, 2, 2), Layout(bits, 2, 1), Layout(bits, 1, 1))
}


@dataclass(frozen=True, slots=True)
class _Share:
    """What one plane gets: new = (old × `keep` + `add`) // `whole` from row `y`, column `x` on.

    `keep` and `add` are of the smallest kind that holds the sum.
    """

    plane: int
    x: int
    y: int
    keep: Words
    add: Words
    whole: int


@dataclass(frozen=True, slots=True)
class PlanePatch:
    """A caption ready to be blended into any number of pictures of one layout and colour."""

    layout: Layout
    shares: tuple[_Share, ...]

    @property
    def nbytes(self) -> int:
        """The memory it takes."""
        return sum(one.keep.nbytes + one.add.nbytes for one in self.shares)

    def blend(self, frame: av.VideoFrame) -> None:
        """Draw into `frame`, whose planes must be its own (`make_writable`)."""
        planes = frame.planes
        for share in self.shares:
            rows, columns = share.keep.shape
            pixels = plane_array(planes[share.plane], self.layout.bits)
            under = pixels[share.y : share.y + rows, share.x : share.x + columns]
            mixed = under.astype(share.keep.dtype)
            mixed *= share.keep
            mixed += share.add
            mixed //= share.keep.dtype.type(share.whole)
            under[...] = mixed


def plane_array(plane: av.video.plane.VideoPlane, bits: int) -> npt.NDArray[np.integer]:
    """The plane's pixels as an array that writes through, without the padding of its rows."""
    kind = np.dtype(np.uint8 if bits == 8 else "<u2")
    data: npt.NDArray[np.integer] = np.frombuffer(memoryview(plane), dtype=kind)
    step = plane.line_size // kind.itemsize
    return data[: step * plane.height].reshape(plane.height, step)[:, : plane.width]


def mix_planes(
    frame: av.VideoFrame, other: av.VideoFrame, weight: int, whole: int, bits: int
) -> None:
    """Make `frame`, whose planes must be its own, go over into `other` by `weight` of `whole`."""
    for plane, theirs in zip(frame.planes, other.planes, strict=True):
        pixels = plane_array(plane, bits)
        mixed = pixels.astype(np.uint32) * np.uint32(whole - weight)
        mixed += plane_array(theirs, bits).astype(np.uint32) * np.uint32(weight)
        mixed += np.uint32(whole // 2)
        pixels[...] = mixed // np.uint32(whole)


def plane_patch(
    rgba: Rgba,
    place: tuple[int, int],
    size: Size,
    layout: Layout,
    colour: Colour,
    white: float = GRAPHICS_WHITE,
) -> PlanePatch:
    """`rgba` (h, w, 4; straight alpha, sRGB) at `place` (x, y) of a picture of `size`.

    What hangs over the edge is cut off. `white`: cd/m² of white in an HDR film.
    """
    rgba, x, y = inside(rgba, place, size)
    shares: list[_Share] = []
    for top, bottom in _bands(rgba[..., 3]):
        band = rgba[top:bottom]
        inked = np.flatnonzero(band[..., 3].any(axis=0))
        part = band[:, int(inked[0]) : int(inked[-1]) + 1]
        planes = ycbcr(code_values(part[..., :3], colour, white), colour, layout.bits)
        alpha = part[..., 3].astype(np.int64)
        shares += _shares(alpha, planes, (x + int(inked[0]), y + top), size, layout)
    return PlanePatch(layout, tuple(shares))


def inside(rgba: Rgba, place: tuple[int, int], size: Size) -> tuple[Rgba, int, int]:
    """The part of a patch at `place` (x, y) that lies in a picture of `size`, and its corner."""
    x, y = place
    left, top = max(0, -x), max(0, -y)
    cut = rgba[top : max(top, size.height - y), left : max(left, size.width - x)]
    return cut, x + left, y + top


def _bands(alpha: npt.NDArray[np.uint8]) -> list[tuple[int, int]]:
    rows = np.flatnonzero(alpha.any(axis=1)).tolist()
    bands: list[tuple[int, int]] = []
    for row in rows:
        if bands and row - bands[-1][1] < _GAP:
            bands[-1] = (bands[-1][0], row + 1)
        else:
            bands.append((row, row + 1))
    return bands


def _shares(
    alpha: Ints,
    planes: tuple[Ints, Ints, Ints],
    place: tuple[int, int],
    size: Size,
    layout: Layout,
) -> list[_Share]:
    x, y = place
    shares = [_share(0, place, alpha, alpha * planes[0], 255, layout.bits)]
    across, down = _taps(layout)
    # Grown so that it starts and ends on whole chroma samples, with more for what taps reach to.
    left, right = _grown(x, alpha.shape[1], layout.across, 1)
    top, bottom = _grown(y, alpha.shape[0], layout.down, len(down))
    grow = ((top, bottom), (left, right))
    share = _sited(np.pad(alpha, grow), layout)
    whole = 255 * weight(across) * weight(down[0])
    corner = ((x - left) // layout.across, (y - top) // layout.down)
    for plane, values in ((1, planes[1]), (2, planes[2])):
        sums = _sited(np.pad(alpha * values, grow), layout)
        shares.append(
            _clipped(_share(plane, corner, share, sums, whole, layout.bits), size, layout)
        )
    return shares


def _taps(layout: Layout) -> tuple[Taps, tuple[Taps, ...]]:
    down = taps_down(layout.siting, layout.down, layout.woven)
    return taps_across(layout.siting, layout.across), down


def _grown(start: int, length: int, step: int, turns: int) -> tuple[int, int]:
    """How many pixels to add before and after, for a line of `step` pixels a sample."""
    if step == 1:
        return 0, 0
    unit = step * turns
    return start % unit + unit, -(start + length) % unit + unit


def thinned(full: av.VideoFrame, layout: Layout) -> av.VideoFrame:
    """A 4:4:4 picture as one of `layout` with the same bits; chroma sited as captions are."""
    made = av.VideoFrame(full.width, full.height, layout.name)
    across, down = _taps(layout)
    whole = weight(across) * weight(down[0])
    for place, (plane, target) in enumerate(zip(full.planes, made.planes, strict=True)):
        values = plane_array(plane, layout.bits)
        into = plane_array(target, layout.bits)
        if place == 0:
            into[...] = values
            continue
        unit = layout.down * len(down)
        grow = ((0, -values.shape[0] % unit), (0, -values.shape[1] % layout.across))
        wide = np.pad(values.astype(np.int64), grow, mode="edge")
        sums = _sited(wide, layout, edge=True)[: into.shape[0], : into.shape[1]]
        into[...] = (sums + whole // 2) // whole
    return made


def _sited(values: Ints, layout: Layout, *, edge: bool = False) -> Ints:
    """Sums over what each chroma sample stands for, weighed by where it stands."""
    across, down = _taps(layout)
    lines = gathered(values, layout.down, down, edge=edge)
    return np.ascontiguousarray(gathered(lines.T, layout.across, (across,), edge=edge).T)


def _share(
    plane: int, place: tuple[int, int], weights: Ints, sums: Ints, whole: int, bits: int
) -> _Share:
    most = ((1 << bits) - 1) * whole + whole // 2
    keep, add = whole - weights, sums + whole // 2
    if most < 1 << 16:
        return _Share(plane, *place, keep.astype(np.uint16), add.astype(np.uint16), whole)
    return _Share(plane, *place, keep.astype(np.uint32), add.astype(np.uint32), whole)


def _clipped(share: _Share, size: Size, layout: Layout) -> _Share:
    """The columns and rows that the plane has and the caption changes."""
    rows, y = _changed(share, share.y, -(-size.height // layout.down), axis=1)
    columns, x = _changed(share, share.x, -(-size.width // layout.across), axis=0)
    keep, add = share.keep[rows, columns], share.add[rows, columns]
    return _Share(share.plane, x, y, keep, add, share.whole)


def _changed(share: _Share, at: int, length: int, axis: int) -> tuple[slice, int]:
    """Which of the share's lines, the first of them at `at`, change and lie within `length`."""
    changed = np.flatnonzero((share.keep != share.whole).any(axis=axis))
    inside = changed[(changed + at >= 0) & (changed + at < length)]
    if not len(inside):
        return slice(0, 0), max(0, at)
    first, last = int(inside[0]), int(inside[-1]) + 1
    return slice(first, last), at + first


def blend_rgb(picture: Rgba, rgba: Rgba, place: tuple[int, int]) -> npt.NDArray[np.uint8]:
    """A copy of `picture` (h, w, 3) with `rgba` (straight alpha) over it at `place` (x, y)."""
    out = picture.copy()
    cut, x, y = inside(rgba, place, Size(picture.shape[1], picture.shape[0]))
    if cut.size == 0:
        return out
    under = out[y : y + cut.shape[0], x : x + cut.shape[1]]
    alpha = cut[..., 3:].astype(np.uint32)
    mixed = under.astype(np.uint32) * (255 - alpha)
    mixed += cut[..., :3].astype(np.uint32) * alpha + 127
    under[...] = mixed // 255
    return out
