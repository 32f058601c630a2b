"""The picture encoder: what it is told, and how it is opened so that it repeats itself."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import av
from av.codec.context import Flags
from av.video.codeccontext import VideoCodecContext

from studio.burn.asked.preset import VideoPreset
from studio.burn.picture.form import Form
from studio.burn.picture.tags import numbers
from studio.core.errors import ToolFailed
from studio.core.geometry import Size
from studio.core.said import said
from studio.media.film import Film

# Where chroma stands, by the numbers of ITU-T H.264 table E-3 (chroma_sample_loc_type).
_SITINGS = ("left", "center", "topleft", "top", "bottomleft", "bottom")
# What the encoders call mastering display and light levels.
_LIGHT = {"libx264": ("mastering-display", "cll"), "libx265": ("master-display", "max-cll")}
# AVFieldOrder of two fields woven into each picture, as QuickTime's 9 and 14 mean them.
_ORDERS = {"top": 4, "bottom": 5}

# Pictures that x264 and x265 look ahead over, by their presets, and some more that they hold back.
_AHEAD = {
    "ultrafast": 0,
    "superfast": 0,
    "veryfast": 10,
    "faster": 20,
    "fast": 30,
    "medium": 40,
    "slow": 50,
}
_MOST_AHEAD, _HELD, _REFERRED = 60, 12, 12
# What encoders that work side by side may take together: with all else a film stays below 1 GB.
_SIDE_BY_SIDE = 600_000_000
_MOST_AT_ONCE = 8
# The same for encoders that do not look ahead, in large pictures: below 2.5 GB.
_LARGE_SIDE_BY_SIDE = 1_900_000_000
LARGE = 1920 * 1080
"""Pixels; where there are more, memory is what is scarce."""
FEW = 4
"""Pictures may wait where encoders work side by side."""
# Such encoders hold a picture in each thread, a few in line, and what half a second was made into.
_IN_LINE, _WRITTEN = 2, 4
# The bytes that more of them may take.
_WAITING_BYTES = 120_000_000


@dataclass(frozen=True, slots=True)
class Encoding:
    """All that an encoder is told; the same in every segment of a delivery."""

    codec: str
    size: Size
    pixel_format: str
    time_base: Fraction
    rate: Fraction
    sample_aspect: Fraction
    colour: tuple[int, int, int, int]
    options: tuple[tuple[str, str], ...]
    threads: int
    keyframes: int
    fields: str

    @property
    def segmentable(self) -> bool:
        """Whether pieces are worth keeping: ProRes is quick to make and huge to store."""
        return self.codec in ("libx264", "libx265")

    @property
    def said(self) -> str:
        """Everything in words, with the versions of what encodes: a part of a segment's hash."""
        versions = sorted(av.library_versions.items())
        return f"{self!r} {versions!r}"


def encoding_of(form: Form, preset: VideoPreset, film: Film | None) -> Encoding:
    """What the encoder is told for a form and a preset."""
    rate = form.rate.value if form.rate else (film.video.rate.value if film else Fraction(25))
    return Encoding(
        form.codec,
        form.size,
        form.pixel_format,
        form.time_base,
        rate,
        form.sample_aspect,
        numbers(form.colour),
        _options(form, preset),
        preset.picture.threads,
        max(1, round(preset.picture.keyframe_seconds * rate)),
        form.fields,
    )


def _options(form: Form, preset: VideoPreset) -> tuple[tuple[str, str], ...]:
    picture = preset.picture
    if form.codec == "prores_ks":
        return (("profile", picture.profile or "hq"), ("vendor", "apl0"))
    options = [("preset", picture.preset), ("crf", f"{picture.crf:g}")]
    told = _told(form)
    if form.codec == "libx264":
        if picture.profile and form.pixel_format == "yuv420p":
            options.append(("profile", picture.profile))
        if form.fields:
            # It does not follow what each picture says.
            told.append("tff=1" if form.fields == "top" else "bff=1")
        # Without cpu-independent, x264 rounds otherwise where a processor has other instructions.
        options.append(("x264-params", ":".join(("cpu-independent=1", "open-gop=0", *told))))
    else:
        # One frame thread: with more, x265's rate control may differ from run to run.
        pools = f"pools={picture.threads}"
        own = (pools, "frame-threads=1", "open-gop=0", "info=0", "log-level=none")
        options.append(("x265-params", ":".join((*own, *told))))
    return tuple(options)


def _told(form: Form) -> list[str]:
    """What both encoders are told alike of what their headers say beside colour."""
    told: list[str] = []
    layout = form.layout
    if (layout.across, layout.down) == (2, 2) and layout.siting != "left":
        told.append(f"chromaloc={_SITINGS.index(layout.siting)}")
    light = form.light
    if light is None:
        return told
    mastered, levels = _LIGHT[form.codec]
    if light.points and light.brightest is not None and light.darkest is not None:
        red, green, blue, white = (
            f"({round(x * 50_000)},{round(y * 50_000)})" for x, y in light.points
        )
        span = f"({round(light.brightest * 10_000)},{round(light.darkest * 10_000)})"
        told.append(f"{mastered}=G{green}B{blue}R{red}WP{white}L{span}")
    if light.content is not None:
        told.append(f"{levels}={light.content},{light.average or 0}")
    return told


def at_once(encoding: Encoding) -> int:
    """How many such encoders may work on the same pictures at the same time, by their memory."""
    if not encoding.segmentable:
        room = _SIDE_BY_SIDE if encoding.size.pixels <= LARGE else _LARGE_SIDE_BY_SIDE
        held = encoding.threads + _IN_LINE + _WRITTEN
        return max(1, min(_MOST_AT_ONCE, room // (held * _picture_bytes(encoding))))
    ahead = _ahead(encoding)
    # x264 holds a picture that waits with its halved copies, about 3 times its luma; one that is
    # referred to with three more between its pixels, about 5.5 times.
    deep = 1 if encoding.pixel_format.endswith("p") else 2
    one = encoding.size.pixels * deep * (3 * (ahead + _HELD) + 5.5 * _REFERRED)
    return max(1, min(_MOST_AT_ONCE, int(_SIDE_BY_SIDE / one)))


def waiting_for(encoding: Encoding, deliveries: int = 1) -> int:
    """How many pictures may wait for an encoder; half as many where several deliveries are made,
    whose captions and layouts are kept beside them, and of large ones as few as can be.

    As many as an encoder looks ahead over: one that begins a piece has them at once, where it else
    would wait for the decoder. Few where encoders may work side by side, and keep processors busy.
    """
    if not encoding.segmentable:
        return _IN_LINE
    if at_once(encoding) > 1:
        return FEW
    if deliveries > 1 and encoding.size.pixels > LARGE:
        return _IN_LINE
    deep = 1 if encoding.pixel_format.endswith("p") else 2
    room = _WAITING_BYTES // (encoding.size.pixels * 2 * deep) // (1 if deliveries == 1 else 2)
    return max(_IN_LINE, min(_ahead(encoding), room))


def _picture_bytes(encoding: Encoding) -> int:
    return encoding.size.pixels * av.VideoFormat(encoding.pixel_format).padded_bits_per_pixel // 8


def _ahead(encoding: Encoding) -> int:
    speed = dict(encoding.options).get("preset", "")
    return _AHEAD.get(speed, _MOST_AHEAD) if encoding.segmentable else 0


def set_up(context: VideoCodecContext, encoding: Encoding) -> None:
    """Tell `context` everything; it is not opened yet."""
    context.width, context.height = encoding.size.width, encoding.size.height
    context.pix_fmt = encoding.pixel_format
    context.time_base = encoding.time_base
    context.framerate = encoding.rate
    context.sample_aspect_ratio = encoding.sample_aspect
    matrix, primaries, transfer, span = encoding.colour
    context.colorspace, context.color_primaries = matrix, primaries
    context.color_trc, context.color_range = transfer, span
    context.thread_count = encoding.threads
    if encoding.codec != "libx265":
        # PyAV's own choice is a slice for each thread: larger files, and processors that wait.
        context.thread_type = "FRAME"
    if encoding.codec != "prores_ks":
        context.gop_size = encoding.keyframes
    context.flags |= Flags.bitexact | Flags.closed_gop
    if encoding.fields:
        context.flags |= Flags.interlaced_dct | Flags.interlaced_me
        context.field_order = _ORDERS[encoding.fields]
    context.options = dict(encoding.options)


def open_encoder(encoding: Encoding) -> VideoCodecContext:
    """An encoder of its own, with headers apart from the packets. Raises ToolFailed."""
    try:
        context = av.CodecContext.create(encoding.codec, "w")
        if not isinstance(context, VideoCodecContext):
            raise ToolFailed(said("{codec} is no picture encoder.", codec=encoding.codec))
        set_up(context, encoding)
        context.flags |= Flags.global_header
        context.open()
    except (av.error.FFmpegError, ValueError) as error:
        raise cannot_encode(encoding, error) from error
    return context


def cannot_encode(encoding: Encoding, error: Exception) -> ToolFailed:
    """What a person is told when the encoder refuses."""
    return ToolFailed(
        said(
            "The encoder {codec} refused {size}, {pixel_format}: {error}.",
            codec=encoding.codec,
            size=encoding.size,
            pixel_format=encoding.pixel_format,
            error=error,
        ),
        hint=said("Choose another video preset."),
    )
