"""What a picture carries beside its numbers: chroma's places, the first field, the light of HDR."""

from __future__ import annotations

import struct
from fractions import Fraction
from typing import Literal

import av
from av.buffer import Buffer

from studio.media.film import Light
from studio.media.headers import chroma_place

Siting = Literal["left", "center", "topleft", "top", "bottomleft", "bottom"]

# AVMasteringDisplayMetadata: x and y of red, green, blue, white, the darkest and the brightest as
# fractions of two ints each, then whether it has the points and whether the luminances.
_MASTERED = struct.Struct("<20i2i")
_LEVELS = struct.Struct("<2I")
# AVFieldOrder. 4 and 5 come from QuickTime's 9 and 14, which say of woven fields whether the first
# line is the earlier one (Apple TN2162), as Matroska does too, and not what FFmpeg's names say.
_FIRST: dict[int, Literal["top", "bottom"]] = {2: "top", 4: "top", 3: "bottom", 5: "bottom"}
_DYNAMIC = {
    "DYNAMIC_HDR_PLUS": "HDR10+",
    "DYNAMIC_HDR_VIVID": "HDR Vivid",
    "DOVI_METADATA": "Dolby Vision",
    "DOVI_RPU_BUFFER": "Dolby Vision",
}
# chroma_sample_loc_type of ITU-T H.264 and H.265.
_SITINGS: tuple[Siting, ...] = ("left", "center", "topleft", "top", "bottomleft", "bottom")
# Codecs that put chroma elsewhere by their nature; DV: IEC 61834 for 625 lines.
_BY_CODEC: dict[str, Siting] = {"mjpeg": "center", "mpeg1video": "center", "dvvideo": "topleft"}


def first_field(context: av.VideoCodecContext) -> Literal["", "top", "bottom"]:
    """The field of an interlaced film that comes first; "" where nothing says.

    DV's is the lower one, always (IEC 61834-2).
    """
    usual: Literal["", "bottom"] = "bottom" if context.codec.canonical_name == "dvvideo" else ""
    return _FIRST.get(int(context.field_order), usual)


def light_of(frame: av.VideoFrame) -> Light | None:
    """What an HDR picture says of its mastering display and its light, if anything."""
    mastered, levels = (
        _side(frame, "MASTERING_DISPLAY_METADATA"),
        _side(frame, "CONTENT_LIGHT_LEVEL"),
    )
    points = darkest = brightest = content = average = None
    if len(mastered) >= _MASTERED.size:
        *parts, has_points, has_luminance = _MASTERED.unpack_from(mastered)
        told = [_fraction(*parts[n : n + 2]) for n in range(0, 20, 2)]
        if has_points:
            points = tuple((told[n], told[n + 1]) for n in range(0, 8, 2))
        if has_luminance:
            darkest, brightest = told[8], told[9]
    if len(levels) >= _LEVELS.size:
        content, average = _LEVELS.unpack_from(levels)
    light = Light(points, darkest, brightest, content, average)
    return light if light != Light() else None


def dynamic_of(frame: av.VideoFrame) -> tuple[str, ...]:
    """The kinds of HDR metadata that change from scene to scene, by their names."""
    return tuple(dict.fromkeys(name for key, name in _DYNAMIC.items() if _side(frame, key)))


def _side(frame: av.VideoFrame, name: str) -> bytes:
    found = frame.side_data.get(name)
    return bytes(found) if isinstance(found, Buffer) else b""


def _fraction(numerator: int, denominator: int) -> Fraction:
    return Fraction(numerator, denominator) if denominator else Fraction(0)


def siting_of(frame: av.VideoFrame, context: av.VideoCodecContext) -> Siting:
    """Where the chroma samples of a film stand among its luma pixels; "left" where nothing says."""
    kind = frame.format
    if kind.is_rgb or len(kind.components) < 3 or kind.chroma_width(2) != 1:
        return "left"
    codec = context.codec.canonical_name
    told = chroma_place(codec, context.extradata or b"")
    found = _SITINGS[told] if told is not None and told < 6 else _BY_CODEC.get(codec, "left")
    if kind.chroma_height(2) == 1:
        return found
    # Where lines have their own chroma, it cannot lie above or below them.
    return "left" if found in ("left", "topleft", "bottomleft") else "center"
