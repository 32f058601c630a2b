"""Interlaced pictures: whether two moments stand in one frame, and one of them alone."""

from __future__ import annotations

import av
import numpy as np
import numpy.typing as npt

# A pixel is combed when its neighbours above and below both differ from it, the same way, by more
# than noise; still detail does so in few places, movement between fields along every edge.
_STEP = 12
_SHARE = 0.004


def is_combed(luma: npt.NDArray[np.integer], bits: int) -> bool:
    """Whether the two fields of this luma plane (h, w) show different moments."""
    lines = (luma >> (bits - 8)).astype(np.int16)
    if lines.shape[0] < 8:
        return False
    middle, above, below = lines[1:-1], lines[:-2], lines[2:]
    up, down = middle - above, middle - below
    comb = ((up > _STEP) & (down > _STEP)) | ((up < -_STEP) & (down < -_STEP))
    # Detail of one line's height looks the same in a still; the fields then agree two lines on.
    comb &= np.abs(above - below) < _STEP
    return bool(comb.mean() > _SHARE)


def deinterlaced(frame: av.VideoFrame) -> av.VideoFrame:
    """The upper field alone, half as high, where the fields show different moments.

    Where they do not (film in interlaced files, stills) or the layout is not planar YUV, the frame
    itself. Scaling to the display size doubles the lines again.
    """
    kind = frame.format
    if not frame.interlaced_frame or not kind.is_planar or kind.is_rgb or frame.height < 16:
        return frame
    wide = kind.components[0].bits > 8
    source = [_plane(plane, wide) for plane in frame.planes]
    luma = source[0][: frame.height, : frame.width]
    if not is_combed(luma, kind.components[0].bits):
        return frame
    half = av.VideoFrame(frame.width, frame.height // 2, kind.name)
    for plane, lines in zip(half.planes, source, strict=True):
        target = _plane(plane, wide)
        field = lines[0::2]
        rows = min(target.shape[0], field.shape[0])
        columns = min(target.shape[1], field.shape[1])
        target[:rows, :columns] = field[:rows, :columns]
    half.pts, half.time_base = frame.pts, frame.time_base
    half.colorspace, half.color_range = frame.colorspace, frame.color_range
    return half


def _plane(plane: av.video.plane.VideoPlane, wide: bool) -> npt.NDArray[np.integer]:
    """All rows of a plane with their padding; 8 bits, or 16 little-endian."""
    step = plane.line_size // (2 if wide else 1)
    kind = np.dtype("<u2") if wide else np.dtype(np.uint8)
    rows: npt.NDArray[np.integer] = np.frombuffer(memoryview(plane), kind)
    return rows[: plane.height * step].reshape(plane.height, step)
