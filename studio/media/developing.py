"""A decoder's picture made into RGB as it is meant to be seen."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

import av
import numpy as np
import numpy.typing as npt
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

from studio.core.errors import ToolFailed
from studio.core.geometry import Size
from studio.core.said import said
from studio.media.fields import deinterlaced, one_field
from studio.media.film import Film
from studio.media.tone import needs_tone, to_sdr

Rgb8 = npt.NDArray[np.uint8]
Rgb16 = npt.NDArray[np.uint16]
Pixel = TypeVar("Pixel", np.uint8, np.uint16)

_SPACES = {
    "bt709": Colorspace.ITU709,
    "fcc": Colorspace.FCC,
    "bt470bg": Colorspace.ITU601,
    "smpte170m": Colorspace.ITU601,
    "smpte240m": Colorspace.SMPTE240M,
    "bt2020nc": Colorspace.BT2020,
    "bt2020c": Colorspace.BT2020,
}
# Without full chroma and accurate rounding the error on colour bars is 3 of 255, with them 1.
_EXACT = int(
    Interpolation.BICUBIC
    | Interpolation.FULL_CHR_H_INT
    | Interpolation.ACCURATE_RND
    | Interpolation.BITEXACT
)
_QUICK = int(Interpolation.AREA)
# For playing: without BITEXACT, and by area where it is made smaller, the same colours in flat
# parts at half the time.
_SMOOTH = int(Interpolation.AREA | Interpolation.FULL_CHR_H_INT | Interpolation.ACCURATE_RND)


class Developer:
    """Makes RGB of one film's decoded frames; keeps the scaler's tables from frame to frame."""

    def __init__(self, film: Film) -> None:
        self._video = film.video
        self._tone = needs_tone(film.video.colour) and film.video.tone != "none"
        self._scalers: dict[str, VideoReformatter] = {}

    def rgb(self, native: av.VideoFrame, size: Size | None) -> Rgb8:
        """(h, w, 3), 0 to 255; `size` None means the film's display size."""
        if self._tone:
            return _to_eight(self.rgb16(native, size))
        picture = deinterlaced(native) if self._video.interlaced else native
        if _has_alpha(native):
            return self._upright(_over_black(self._scaled(picture, size, "rgba", _EXACT, np.uint8)))
        return self._upright(self._scaled(picture, size, "rgb24", _EXACT, np.uint8))

    def rgb16(self, native: av.VideoFrame, size: Size | None) -> Rgb16:
        """(h, w, 3), 0 to 65535; `size` None means the film's display size."""
        deep = self._deep(native, size)
        return self._upright(to_sdr(deep, self._video.colour) if self._tone else deep)

    def _deep(self, native: av.VideoFrame, size: Size | None) -> Rgb16:
        """Not yet toned, not upright; white is 65535."""
        picture = deinterlaced(native) if self._video.interlaced else native
        if _has_alpha(native):
            deep = _over_black(self._scaled(picture, size, "rgba64le", _EXACT, np.uint16))
        elif _is_plain_rgb(native):
            # Exact, and libswscale has no way from a palette to 16 bits.
            return self._scaled(picture, size, "rgb24", _EXACT, np.uint8).astype(np.uint16) * 257
        else:
            deep = self._scaled(picture, size, "rgb48le", _EXACT, np.uint16)
        return _stretched(deep, self._white(native))

    def small(self, native: av.VideoFrame, width: int) -> Rgb8:
        """(h, w, 3) BGR, 0 to 255, area-scaled to `width` upright; quick, colours within 4."""
        display = self._video.display
        height = max(1, round(Fraction(display.height * width, display.width)))
        size = Size(width, height)
        if self._tone:
            # Not the area scaler: libswscale's gives wrong pictures at 16 bits (seen in 9.5).
            toned = to_sdr(self._deep(native, size), self._video.colour)
            return self._upright(np.ascontiguousarray(_to_eight(toned)[..., ::-1]))
        return self._upright(self._scaled(native, size, "bgr24", _QUICK, np.uint8))

    def screen(self, native: av.VideoFrame, size: Size, flow: int) -> Rgb8:
        """(h, w, 4), 0 to 255, blue first as screens take it, the fourth 255; upright.

        `flow` 0: the colours of `rgb`; 1: the same in flat parts, for playing; 2: quick, within 4.
        """
        if self._tone or _has_alpha(native):
            rgb = self.rgb(native, size)
            made = np.full((*rgb.shape[:2], 4), 255, np.uint8)
            made[..., :3] = rgb[..., ::-1]
            return made
        flags = (_EXACT, _SMOOTH, _QUICK)[flow]
        if self._video.interlaced and flow < 2:
            native = one_field(native) if flow else deinterlaced(native)
        return self._upright(self._scaled(native, size, "bgra", flags, np.uint8))

    def _scaled(
        self,
        native: av.VideoFrame,
        size: Size | None,
        layout: str,
        flags: int,
        kind: type[Pixel],
    ) -> npt.NDArray[Pixel]:
        target = size or self._video.display
        if self._video.rotation in (90, 270):
            target = Size(target.height, target.width)
        colour = self._video.colour
        full = colour.range == "pc"
        scaler = self._scalers.setdefault(f"{layout} {flags}", VideoReformatter())
        try:
            made = scaler.reformat(
                native,
                width=target.width,
                height=target.height,
                format=layout,
                src_colorspace=_SPACES.get(colour.matrix, Colorspace.DEFAULT),
                dst_colorspace=Colorspace.DEFAULT,
                src_color_range=ColorRange.JPEG if full else ColorRange.MPEG,
                dst_color_range=ColorRange.JPEG,
                interpolation=flags,
                threads=1,
            )
            return made.to_ndarray().astype(kind, copy=False)
        except (av.error.FFmpegError, ValueError) as error:
            raise ToolFailed(
                said(
                    "A picture of the kind {format} cannot be shown: {error}.",
                    format=native.format.name,
                    error=error,
                ),
                hint=said("Convert the film to a usual kind, such as H.264 or ProRes."),
            ) from error

    def _white(self, native: av.VideoFrame) -> int:
        """What libswscale makes of white at 16 bits: it scales by shifts and stops short."""
        if native.format.is_rgb or self._video.colour.range == "tv":
            return 65283
        bits = native.format.components[0].bits
        return ((1 << bits) - 1) << (16 - bits)

    def _upright(self, picture: npt.NDArray[Pixel]) -> npt.NDArray[Pixel]:
        if self._video.mirrored:
            picture = picture[:, ::-1]
        return np.ascontiguousarray(np.rot90(picture, -(self._video.rotation // 90)))


def _has_alpha(native: av.VideoFrame) -> bool:
    return any(part.is_alpha for part in native.format.components)


def _is_plain_rgb(native: av.VideoFrame) -> bool:
    kind = native.format
    return kind.has_palette or (kind.is_rgb and all(part.bits <= 8 for part in kind.components))


def _over_black(rgba: npt.NDArray[Pixel]) -> npt.NDArray[Pixel]:
    """What of straight alpha is seen on black; rounded half up."""
    top = np.iinfo(rgba.dtype).max
    wide = rgba[..., :3].astype(np.uint32) * rgba[..., 3:].astype(np.uint32)
    return ((wide + top // 2) // top).astype(rgba.dtype)


def _stretched(deep: Rgb16, white: int) -> Rgb16:
    """With `white` as 65535."""
    if white == 65535:
        return deep
    wide = (deep.astype(np.uint32) * 65535 + white // 2) // white
    return np.minimum(wide, 65535).astype(np.uint16)


def _to_eight(deep: Rgb16) -> Rgb8:
    return ((deep.astype(np.uint32) * 255 + 32767) // 65535).astype(np.uint8)
