"""Captions blended into a picture's own planes: only what lies under them changes."""

from __future__ import annotations

from dataclasses import dataclass

import av
import numpy as np
import numpy.typing as npt

from studio.burn.ycbcr import code_values, ycbcr
from studio.core.geometry import Size
from studio.media.film import Colour

Rgba = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint32]
# Rows without ink that are worth a new band: two lines at top and bottom are no full-height patch.
_GAP = 16


@dataclass(frozen=True, slots=True)
class Layout:
    """How a planar Y'CbCr format lies in memory: bits, and luma pixels per chroma sample."""

    bits: int
    across: int
    down: int

    @property
    def name(self) -> str:
        """The format as FFmpeg spells it."""
        kind = {(2, 2): "420", (2, 1): "422", (1, 1): "444"}[self.across, self.down]
        return f"yuv{kind}p" + ("" if self.bits == 8 else f"{self.bits}le")


LAYOUTS = {
    layout.name: layout
    for bits in (8, 10, 12)
    for layout in (Layout(bits, 2, 2), Layout(bits, 2, 1), Layout(bits, 1, 1))
}


@dataclass(frozen=True, slots=True)
class _Share:
    """What one plane gets: new = (old × `keep` + `add`) // `whole` from row `y`, column `x` on."""

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

    def blend(self, frame: av.VideoFrame) -> None:
        """Draw into `frame`, whose planes must be its own (`make_writable`)."""
        planes = frame.planes
        for share in self.shares:
            rows, columns = share.keep.shape
            pixels = plane_array(planes[share.plane], self.layout.bits)
            under = pixels[share.y : share.y + rows, share.x : share.x + columns]
            mixed = under.astype(np.uint32)
            mixed *= share.keep
            mixed += share.add
            mixed //= np.uint32(share.whole)
            under[...] = mixed


def plane_array(plane: av.video.plane.VideoPlane, bits: int) -> npt.NDArray[np.integer]:
    """The plane's pixels as an array that writes through, without the padding of its rows."""
    kind = np.dtype(np.uint8 if bits == 8 else "<u2")
    data: npt.NDArray[np.integer] = np.frombuffer(memoryview(plane), dtype=kind)
    step = plane.line_size // kind.itemsize
    return data[: step * plane.height].reshape(plane.height, step)[:, : plane.width]


def plane_patch(
    rgba: Rgba, place: tuple[int, int], size: Size, layout: Layout, colour: Colour
) -> PlanePatch:
    """`rgba` (h, w, 4; straight alpha, sRGB) at `place` (x, y) of a picture of `size`.

    What hangs over the edge is cut off.
    """
    rgba, x, y = _inside(rgba, place, size)
    shares: list[_Share] = []
    for top, bottom in _bands(rgba[..., 3]):
        band = rgba[top:bottom]
        inked = np.flatnonzero(band[..., 3].any(axis=0))
        left, right = int(inked[0]), int(inked[-1]) + 1
        shares += _shares(band[:, left:right], (x + left, y + top), size, layout, colour)
    return PlanePatch(layout, tuple(shares))


def _inside(rgba: Rgba, place: tuple[int, int], size: Size) -> tuple[Rgba, int, int]:
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
    rgba: Rgba, place: tuple[int, int], size: Size, layout: Layout, colour: Colour
) -> list[_Share]:
    x, y = place
    alpha = rgba[..., 3].astype(np.int64)
    luma, blue, red = ycbcr(code_values(rgba[..., :3], colour), colour, layout.bits)
    shares = [_share(0, (x, y), alpha, alpha * luma, 255)]
    # Grown so that it starts and ends on whole chroma samples, with a column more for the filter.
    left = x % layout.across + (layout.across if layout.across > 1 else 0)
    top = y % layout.down
    right = -(left + alpha.shape[1]) % layout.across + (layout.across if layout.across > 1 else 0)
    bottom = -(top + alpha.shape[0]) % layout.down
    grow = ((top, bottom), (left, right))
    weight = _sited(np.pad(alpha, grow), layout)
    whole = 255 * (4 if layout.across > 1 else 1) * layout.down
    cx, cy = (x - left) // layout.across, (y - top) // layout.down
    for plane, values in ((1, blue), (2, red)):
        sums = _sited(np.pad(alpha * values, grow), layout)
        shares.append(_clipped(_share(plane, (cx, cy), weight, sums, whole), size, layout))
    return shares


def thinned(full: av.VideoFrame, layout: Layout) -> av.VideoFrame:
    """A 4:4:4 picture as one of `layout` with the same bits; chroma sited as captions are."""
    made = av.VideoFrame(full.width, full.height, layout.name)
    whole = (4 if layout.across > 1 else 1) * layout.down
    for place, (plane, target) in enumerate(zip(full.planes, made.planes, strict=True)):
        values = plane_array(plane, layout.bits)
        into = plane_array(target, layout.bits)
        if place == 0:
            into[...] = values
            continue
        grow = ((0, values.shape[0] % layout.down), (layout.across, layout.across))
        wide = np.pad(values.astype(np.int64), grow, mode="edge")
        sums = _sited(wide, layout)[:, 1 : 1 + into.shape[1]] if layout.across > 1 else wide
        into[...] = (sums + whole // 2) // whole
    return made


def _sited(values: Ints, layout: Layout) -> Ints:
    """Sums over what a chroma sample stands for, weighed.

    4:2:0 and 4:2:2 of MPEG-2, H.264 and ProRes put the sample on the left luma pixel of its two,
    so across it takes 1 2 1 around that pixel; down it stands between two rows and takes both.
    """
    if layout.down == 2:
        values = values[0::2] + values[1::2]
    if layout.across == 1:
        return values
    before = np.pad(values, ((0, 0), (1, 0)))[:, :-1]
    after = np.pad(values, ((0, 0), (0, 1)))[:, 1:]
    return (before + 2 * values + after)[:, 0::2]


def _share(plane: int, place: tuple[int, int], weight: Ints, sums: Ints, whole: int) -> _Share:
    keep = (whole - weight).astype(np.uint32)
    return _Share(plane, *place, keep, (sums + whole // 2).astype(np.uint32), whole)


def _clipped(share: _Share, size: Size, layout: Layout) -> _Share:
    """The columns and rows that the plane has; at the left edge growing went past it."""
    wide = -(-size.width // layout.across)
    high = -(-size.height // layout.down)
    left = max(0, -share.x)
    columns = slice(left, max(left, wide - share.x))
    rows = slice(0, max(0, high - share.y))
    return _Share(
        share.plane,
        share.x + left,
        share.y,
        share.keep[rows, columns],
        share.add[rows, columns],
        share.whole,
    )


def blend_rgb(picture: Rgba, rgba: Rgba, place: tuple[int, int]) -> npt.NDArray[np.uint8]:
    """A copy of `picture` (h, w, 3) with `rgba` (straight alpha) over it at `place` (x, y)."""
    out = picture.copy()
    cut, x, y = _inside(rgba, place, Size(picture.shape[1], picture.shape[0]))
    if cut.size == 0:
        return out
    under = out[y : y + cut.shape[0], x : x + cut.shape[1]]
    alpha = cut[..., 3:].astype(np.uint32)
    mixed = under.astype(np.uint32) * (255 - alpha)
    mixed += cut[..., :3].astype(np.uint32) * alpha + 127
    under[...] = mixed // 255
    return out
