"""What the delivered picture is: size, pixel aspect, rotation tag, rate, pixel format, colour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Literal

import av

from studio.burn.asked.preset import FrameSettings, VideoPreset
from studio.burn.picture.planes import LAYOUTS, Layout
from studio.burn.picture.tags import SDR, written_colour
from studio.burn.picture.ycbcr import GRAPHICS_WHITE
from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size, crop_window, fit
from studio.core.said import said
from studio.core.time import FrameRate
from studio.media.active import active_picture
from studio.media.film import Colour, Film, Light, VideoStream
from studio.media.tone import needs_tone

_DEEP = {"libx264": 10, "libx265": 12, "prores_ks": 10}
# The encoders that keep two fields in a picture.
_WEAVES = ("libx264", "prores_ks")
# 1/3 of 600 columns must not lose one to rounding.
_HAIR = 1e-3


@dataclass(frozen=True, slots=True)
class View:
    """A part of the film's upright picture (`window`, whole display pixels) shown at `size`.

    `way` "follow": the window moves within `area` with what the film shows; "pad": all of the
    window stands in the middle of `size`, over a ground made of it.
    """

    window: Rect
    size: Size
    way: Literal["still", "follow", "pad"] = "still"
    area: Rect | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """The delivered picture. `size` is coded; `display` upright with square pixels.

    `view` None means that the film's pixels stay as coded, with `sample_aspect` and `rotation`
    (degrees clockwise) as tags. `rate` None means a variable rate in ticks of `time_base`.
    `fields` is the field that comes first where two stay woven in each picture, "" for whole
    pictures. `white` is the cd/m² of captions' white in HDR, `light` what an HDR film says of its
    mastering. `doubled`: each field of an interlaced film is a picture.
    """

    size: Size
    display: Size
    view: View | None
    sample_aspect: Fraction
    rotation: int
    rate: FrameRate | None
    time_base: Fraction
    layout: Layout
    colour: Colour
    codec: str
    fields: Literal["", "top", "bottom"] = ""
    white: float = GRAPHICS_WHITE
    light: Light | None = None
    doubled: bool = False

    @property
    def pixel_format(self) -> str:
        """As FFmpeg spells it."""
        return self.layout.name


def form_of(film: Film, preset: VideoPreset) -> Form:
    """The form that `preset` gives `film`. Raises BadValue for what cannot be."""
    video = film.video
    fields = _fields(video, preset)
    codec = _codec(video, preset, bool(fields))
    layout = _layout(video, preset, codec)
    toned = turns_sdr(film, preset)
    colour = SDR if toned else written_colour(video.colour)
    rate = _rate(video, preset)
    time_base = video.time_base if rate is None else 1 / rate.value
    view = view_of(film, preset.frame, layout)
    if view is None and video.mirrored:
        # Few players follow a tag that mirrors; the picture itself is turned round instead.
        display = video.display
        view = View(Rect(0, 0, display.width, display.height), _whole(display, layout))
    light = video.light if colour.transfer == "smpte2084" else None
    tail = (colour, codec, fields, preset.caption_nits, light, _doubled(video, preset))
    if view is not None:
        one = Fraction(1)
        return Form(view.size, view.size, view, one, 0, rate, time_base, layout, *tail)
    layout = _sited(video, layout, toned, fields)
    size = _whole(video.coded, layout)
    turned = video.rotation in (90, 270)
    wide = max(1, round(size.width * video.sample_aspect))
    display = Size(size.height, wide) if turned else Size(wide, size.height)
    return Form(
        size, display, None, video.sample_aspect, video.rotation, rate, time_base, layout, *tail
    )


def _fields(video: VideoStream, preset: VideoPreset) -> Literal["", "top", "bottom"]:
    """Which field comes first in a delivery that keeps them; "" for one of whole pictures."""
    kept = preset.frame.mode == "film" and preset.frame.fields == "keep" and not video.mirrored
    if not (video.interlaced and kept) or preset.picture.codec not in _WEAVES:
        return ""
    return video.first_field or "top"


def _doubled(video: VideoStream, preset: VideoPreset) -> bool:
    return video.interlaced and video.constant_rate and preset.frame.fields == "double"


def _sited(video: VideoStream, layout: Layout, toned: bool, fields: str) -> Layout:
    """The layout of pictures that stay as coded: chroma where the film has it, if it keeps it."""
    own = near_layout(video.pixel_format, layout.bits)
    same = (own.across, own.down) == (layout.across, layout.down) and not toned
    rgb = av.VideoFormat(video.pixel_format).is_rgb
    siting = video.siting if same and layout.across > 1 and not rgb else "left"
    return replace(layout, siting=siting, woven=bool(fields))


def turns_sdr(film: Film, preset: VideoPreset) -> bool:
    """Whether the preset asks for SDR and the film is HDR or of a wide gamut."""
    return preset.colour == "sdr" and needs_tone(film.video.colour)


def sdr_form(form: Form) -> Form:
    """`form` for pictures that went through RGB, which are SDR in BT.709 where they were HDR."""
    if not needs_tone(form.colour):
        return form
    return replace(form, colour=SDR, light=None)


def view_of(film: Film, frame: FrameSettings, layout: Layout) -> View | None:
    """The window and size of `fit` and `fill`; None where the film's pixels stay as coded."""
    if frame.mode == "film":
        return None
    display = film.video.display
    everything = Rect(0, 0, display.width, display.height)
    if frame.mode == "fill":
        window = crop_window(display, frame.box.aspect, frame.focus)
        return View(window, frame.box)
    if frame.mode in ("follow", "pad"):
        return _reframed(film, frame)
    box = frame.box
    if (display.width < display.height) != (box.width < box.height):
        # An upright film gets the upright box: 1080p is 1080 × 1920 for it.
        box = Size(box.height, box.width)
    if display.width <= box.width and display.height <= box.height:
        return View(everything, _whole(display, layout))
    return View(everything, _nearest_even(fit(display, box), box))


def _reframed(film: Film, frame: FrameSettings) -> View:
    """The window of `follow` and `pad`, within the film's active picture: nobody wants its bars in
    another shape. It is found where nobody set it."""
    area = _area(film)
    whole = Size(int(area.width), int(area.height))
    cut = crop_window(whole, frame.box.aspect, frame.focus).moved(area.x, area.y)
    if (cut.width, cut.height) == (area.width, area.height):
        return View(cut, frame.box)
    if frame.mode == "pad":
        return View(area, frame.box, "pad", area)
    return View(cut, frame.box, "follow", area)


@lru_cache(maxsize=8)
def _area(film: Film) -> Rect:
    display = film.video.display
    active = film.active or active_picture(film).rect
    shown = active.scaled(display.width, display.height)
    left, top = ceil(shown.x - _HAIR), ceil(shown.y - _HAIR)
    right, bottom = floor(shown.right + _HAIR), floor(shown.bottom + _HAIR)
    return Rect(left, top, max(1, right - left), max(1, bottom - top))


def _nearest_even(size: Size, box: Size) -> Size:
    def even(side: int, most: int) -> int:
        return max(2, min(most, side + side % 2))

    return Size(even(size.width, box.width), even(size.height, box.height))


def _whole(size: Size, layout: Layout) -> Size:
    """`size` without the columns and rows that would leave part of a chroma sample.

    Pictures of two fields need it in each of them.
    """
    down = layout.down * (2 if layout.woven else 1)
    return Size(
        max(layout.across, size.width - size.width % layout.across),
        max(down, size.height - size.height % down),
    )


def _rate(video: VideoStream, preset: VideoPreset) -> FrameRate | None:
    if preset.rate in ("film", "constant") and _doubled(video, preset):
        return FrameRate(video.rate.value * 2)
    if preset.rate == "film":
        return video.rate if video.constant_rate else None
    if preset.rate == "constant":
        return video.rate if video.constant_rate else usual_rate(video.rate)
    return FrameRate.parse(preset.rate)


def usual_rate(rate: FrameRate) -> FrameRate:
    """For a variable rate: the usual rate at or next above the mean, so that little is dropped."""
    usual = [FrameRate.parse(text) for text in ("24", "25", "30000/1001", "30", "50", "60")]
    return next((one for one in usual if one.value >= rate.value), usual[-1])


def _codec(video: VideoStream, preset: VideoPreset, woven: bool) -> str:
    picture = preset.picture
    # x265 knows no pictures of two fields; the usual codec that keeps them goes as deep.
    deep = picture.pixel_format == "keep" and video.bits > 8 and not woven
    return picture.deep_codec if deep and picture.deep_codec else picture.codec


def _layout(video: VideoStream, preset: VideoPreset, codec: str) -> Layout:
    wanted = preset.picture.pixel_format
    if wanted != "keep":
        if wanted not in LAYOUTS:
            raise BadValue(
                said(
                    "The video preset {preset} asks for the pixel format “{wanted}”.",
                    preset=preset.name,
                    wanted=wanted,
                ),
                hint=said("Known: keep, {listed}.", listed=", ".join(LAYOUTS)),
            )
        return LAYOUTS[wanted]
    return near_layout(video.pixel_format, _DEEP[codec])


def near_layout(pixel_format: str, deepest: int) -> Layout:
    """The layout that keeps what `pixel_format` holds, as far as an encoder of `deepest` can.

    RGB becomes 4:2:0, which is what players take.
    """
    kind = av.VideoFormat(pixel_format)
    bits = max(component.bits for component in kind.components)
    depth = 8 if bits <= 8 else min(deepest, 10 if bits <= 10 else 12)
    if kind.is_rgb or len(kind.components) < 3:
        return Layout(depth, 2, 2)
    across = 2 if kind.chroma_width(16) < 16 else 1
    down = 2 if kind.chroma_height(16) < 16 else 1
    if (across, down) == (1, 2):
        return Layout(depth, 2, 2)
    return Layout(depth, across, down)
