"""Small films that tests draw: known colours, a frame number that can be read back, clicks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from studio.core.geometry import Size

# ITU-R BT.601, BT.709 and BT.2020: the weights of red and blue in luma.
WEIGHTS = {"bt601": (0.299, 0.114), "bt709": (0.2126, 0.0722), "bt2020": (0.2627, 0.0593)}
# Numbers of ITU-T H.273: matrix, primaries, transfer; and AVColorRange.
TAGS = {"bt601": (6, 6, 6), "bt709": (1, 1, 1), "bt2020": (9, 9, 14)}
BARS = (
    (255, 255, 255),
    (191, 191, 0),
    (0, 191, 191),
    (0, 191, 0),
    (191, 0, 191),
    (191, 0, 0),
    (0, 0, 191),
    (0, 0, 0),
    (128, 128, 128),
    (90, 60, 40),
)
GROUNDS = ((200, 60, 50), (40, 110, 190), (60, 150, 70), (210, 170, 60), (120, 70, 150))
BITS = 12
DEFAULT_SIZE = Size(320, 180)


@dataclass(frozen=True)
class Drawing:
    """How a film is drawn and written; the defaults give 50 frames of H.264 with B-frames in MP4.

    `cuts`: frames that start a new shot. `pts`: one a frame in `time_base`, else even steps.
    `tagged` False leaves the colour tags out; `tags` are matrix, primaries, transfer and range
    themselves. `rotation` is clockwise to upright, after mirroring. `bars_above`: black lines.
    `bars`: colour bars instead of moving shots; `ramp`: grey steps 400 to 655 of ten bits.
    `sound`: an encoder's name, "" for none; it clicks at each full second.
    """

    size: Size = DEFAULT_SIZE
    rate: Fraction = Fraction(25)
    frames: int = 50
    cuts: tuple[int, ...] = ()
    pts: tuple[int, ...] = ()
    time_base: Fraction | None = None
    matrix: str = "bt709"
    full: bool = False
    tagged: bool = True
    transfer: int | None = None
    tags: tuple[int, int, int, int] | None = None
    pixel_format: str = "yuv420p"
    codec: str = "libx264"
    gop: int = 12
    b_frames: int = 2
    rotation: int = 0
    mirrored: bool = False
    sample_aspect: Fraction = Fraction(1)
    bars: bool = False
    ramp: bool = False
    bars_above: int = 0
    interlaced: bool = False
    sound: str = "aac"
    options: dict[str, str] = field(default_factory=dict)
    container: dict[str, str] = field(default_factory=dict)


def draw_film(path: Path, drawing: Drawing | None = None, **changes: object) -> Path:
    """Write the film of `drawing` (or of a `Drawing` with these fields) to `path`."""
    plan = drawing or Drawing(**changes)  # type: ignore[arg-type]
    with av.open(str(path), "w", options=plan.container) as container:
        video = _video(container, plan)
        sound = _sound(container, plan)
        for number in range(plan.frames):
            for packet in video.encode(_frame(plan, number)):
                container.mux(packet)
        for packet in video.encode(None):
            container.mux(packet)
        if sound is not None:
            _click(container, sound, plan)
    return path


def _video(container, plan: Drawing):
    stream = container.add_stream(plan.codec, rate=plan.rate)
    context = stream.codec_context
    context.width, context.height = plan.size.width, plan.size.height
    context.pix_fmt = plan.pixel_format
    context.gop_size = plan.gop
    if plan.time_base is not None:
        context.time_base = stream.time_base = plan.time_base
    if plan.sample_aspect != 1:
        context.sample_aspect_ratio = plan.sample_aspect
    _tag(context, plan)
    if plan.codec == "libx264":
        field_order = {"x264-params": "tff=1"} if plan.interlaced else {}
        context.options = {
            "preset": "ultrafast",
            "crf": "8",
            "bf": str(plan.b_frames),
            "threads": "1",
            **field_order,
            **plan.options,
        }
    else:
        context.options = {"threads": "1", **plan.options}
    if plan.rotation or plan.mirrored:
        # It mirrors after turning; ours is mirrored first, which is turning the other way.
        turn = plan.rotation if plan.mirrored else -plan.rotation
        stream.set_display_rotation(turn, hflip=plan.mirrored)
    return stream


def _tag(target, plan: Drawing) -> None:
    if plan.tags is not None:
        matrix, primaries, transfer, span = plan.tags
        target.colorspace, target.color_primaries = matrix, primaries
        target.color_trc, target.color_range = transfer, span
        return
    if plan.tagged and plan.pixel_format != "rgb24":
        matrix, primaries, transfer = TAGS[plan.matrix]
        target.colorspace, target.color_primaries = matrix, primaries
        target.color_trc = plan.transfer or transfer
        target.color_range = 2 if plan.full else 1


def _frame(plan: Drawing, number: int) -> av.VideoFrame:
    rgb = picture(plan, number)
    if plan.interlaced:
        rgb[1::2] = picture(plan, number, later=0.5)[1::2]
    frame = av.VideoFrame(plan.size.width, plan.size.height, plan.pixel_format)
    planes = planes_of(rgb, plan.matrix, plan.full, plan.pixel_format)
    if plan.ramp:
        planes = ramp_of(planes, 10 if "10" in plan.pixel_format else 8)
    for plane, values in zip(frame.planes, planes, strict=True):
        wide = values.dtype == np.uint16
        rows = np.frombuffer(memoryview(plane), values.dtype)
        step = plane.line_size // (2 if wide else 1)
        rows = rows[: plane.height * step].reshape(plane.height, step)
        rows[:, : values.shape[1]] = values
    frame.time_base = plan.time_base or 1 / plan.rate
    frame.pts = plan.pts[number] if plan.pts else number
    return frame


def picture(plan: Drawing, number: int, later: float = 0.0) -> np.ndarray:
    """What frame `number` of the film shows, as stored: (h, w, 3) uint8."""
    width, height = plan.size.width, plan.size.height
    shot = sum(number >= cut for cut in plan.cuts)
    if plan.bars:
        edges = np.arange(width) * len(BARS) // width
        rgb = np.repeat(np.array(BARS, np.uint8)[edges][None], height, axis=0)
    else:
        rgb = np.empty((height, width, 3), np.uint8)
        rgb[:] = GROUNDS[shot % len(GROUNDS)]
        # Stripes that lean differently in each shot, so that cuts differ in more than colour.
        y, x = np.mgrid[:height, :width]
        rgb[(x * (1 + shot % 3) + y * (shot % 2 + 1)) // 16 % 2 == 0] //= 2
        side = height // 4
        left = int((number + later) * 4) % max(1, width - side)
        rgb[height // 8 : height // 8 + side, left : left + side] = (240, 240, 230)
    _write_number(rgb, number)
    rgb[: plan.bars_above] = 0
    return rgb


def _write_number(rgb: np.ndarray, number: int) -> None:
    height, width = rgb.shape[:2]
    top, cell = height - height // 6, width // BITS
    for bit in range(BITS):
        value = 255 if number >> bit & 1 else 0
        rgb[top:, bit * cell : (bit + 1) * cell] = value


def read_number(rgb: np.ndarray) -> int:
    """The frame number that an upright picture of a drawn film, of any size, shows."""
    height, width = rgb.shape[:2]
    row = rgb[height - height // 12]
    cell = width // BITS * (width / (width // BITS * BITS)) if width < BITS else width // BITS
    return sum(1 << bit for bit in range(BITS) if row[int((bit + 0.5) * cell)].mean() > 127)


def planes_of(rgb: np.ndarray, matrix: str, full: bool, layout: str) -> Sequence[np.ndarray]:
    """The planes of `layout` (yuv 420, 422 or 444 of 8 or 10 bits, or rgb24) that mean `rgb`."""
    if layout == "rgb24":
        return [rgb.reshape(rgb.shape[0], -1)]
    bits = 10 if "10" in layout else 8
    kind = np.uint16 if bits > 8 else np.uint8
    red, blue = WEIGHTS[matrix]
    r, g, b = (rgb[..., n] / 255 for n in range(3))
    y = red * r + (1 - red - blue) * g + blue * b
    chroma = [(b - y) / (2 - 2 * blue), (r - y) / (2 - 2 * red)]
    unit, top = 1 << (bits - 8), (1 << bits) - 1
    scale_y, low, scale_c = (top, 0, top) if full else (219 * unit, 16 * unit, 224 * unit)
    planes = [y * scale_y + low]
    for values in chroma:
        part = values
        if "444" not in layout:
            part = (part[:, 0::2] + part[:, 1::2]) / 2
        if "420" in layout:
            part = (part[0::2] + part[1::2]) / 2
        planes.append(part * scale_c + 128 * unit)
    return [np.clip(np.rint(plane), 0, top).astype(kind) for plane in planes]


def ramp_of(planes: Sequence[np.ndarray], bits: int) -> list[np.ndarray]:
    """Grey from 400 to 655 of ten bits, from left to right in equal steps."""
    height, width = planes[0].shape
    steps = (400 + np.arange(width) * 256 // width) >> (10 - bits)
    grey = np.full(planes[1].shape, 1 << (bits - 1), planes[1].dtype)
    return [np.repeat(steps[None].astype(planes[0].dtype), height, axis=0), grey, grey]


def _sound(container, plan: Drawing):
    if not plan.sound:
        return None
    stream = container.add_stream(plan.sound, rate=48000)
    stream.codec_context.layout = "stereo"
    return stream


def _click(container, stream, plan: Drawing) -> None:
    """1 kHz at half strength for 20 ms from each full second on, silence between."""
    count = int(plan.frames / plan.rate * 48000)
    time = np.arange(count) / 48000
    wave = np.where(time % 1 < 0.02, 0.5 * np.sin(2000 * np.pi * time), 0)
    both = np.stack([wave, wave]).astype(np.float32)
    resampler = av.AudioResampler(
        format=stream.codec_context.format, layout="stereo", rate=48000, frame_size=1024
    )
    frame = av.AudioFrame.from_ndarray(both, format="fltp", layout="stereo")
    frame.sample_rate, frame.pts, frame.time_base = 48000, 0, Fraction(1, 48000)
    for part in (*resampler.resample(frame), *resampler.resample(None)):
        for packet in stream.encode(part):
            container.mux(packet)
    for packet in stream.encode(None):
        container.mux(packet)
