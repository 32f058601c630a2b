"""The picture encoder: what it is told, and how it is opened so that it repeats itself."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import av
from av.codec.context import Flags
from av.video.codeccontext import VideoCodecContext

from studio.burn.form import Form
from studio.burn.preset import VideoPreset
from studio.burn.tags import numbers
from studio.core.errors import ToolFailed
from studio.core.geometry import Size
from studio.core.said import said
from studio.media.film import Film


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
    interlaced: bool

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
    kept = form.view is None and film is not None and film.video.interlaced
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
        kept and form.codec != "libx265",
    )


def _options(form: Form, preset: VideoPreset) -> tuple[tuple[str, str], ...]:
    picture = preset.picture
    if form.codec == "prores_ks":
        return (("profile", picture.profile or "hq"), ("vendor", "apl0"))
    options = [("preset", picture.preset), ("crf", str(picture.crf))]
    if form.codec == "libx264":
        if picture.profile and form.pixel_format == "yuv420p":
            options.append(("profile", picture.profile))
        # Without cpu-independent, x264 rounds otherwise where a processor has other instructions.
        options.append(("x264-params", "cpu-independent=1:open-gop=0"))
    else:
        threads = picture.threads
        # One frame thread: with more, x265's rate control may differ from run to run.
        options.append(
            (
                "x265-params",
                f"pools={threads}:frame-threads=1:open-gop=0:info=0:log-level=none",
            )
        )
    return tuple(options)


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
    if encoding.codec != "prores_ks":
        context.gop_size = encoding.keyframes
    context.flags |= Flags.bitexact | Flags.closed_gop
    if encoding.interlaced:
        context.flags |= Flags.interlaced_dct | Flags.interlaced_me
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
