"""When a film's pictures are shown: one pass over the packets, without decoding."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from studio.core.errors import BadValue
from studio.core.progress import Progress
from studio.core.said import said
from studio.core.time import FrameRate
from studio.media.packets import packets_of

# Rates that films are made at; tried before what the container says, which is often an average.
_STANDARD = (
    *(Fraction(whole * 1000, 1001) for whole in (15, 24, 30, 48, 60, 120)),
    *map(Fraction, (8, 10, 12, 15, 24, 25, 30, 48, 50, 60, 100, 120, 240)),
)
_REPORT_EVERY = 2000
_MILLISECOND = Fraction(1, 1000)
# Share of the steps that must be one frame long for a film with gaps to keep its frame grid.
_MOSTLY = 0.9


@dataclass(frozen=True, slots=True)
class Timing:
    """PTS of all pictures that are shown, in order and without doubles; `keys` are those of them
    at which reading can begin.

    `last` is the duration of the last one in ticks, 0 where the file does not say; `end` is the
    end of the last packet of any stream in seconds; `doubles`, `untimed` and `damaged` count
    packets that share another's PTS, have none, or are marked as damaged.
    """

    pts: tuple[int, ...]
    last: int
    end: Fraction
    doubles: int = 0
    untimed: int = 0
    damaged: int = 0
    keys: tuple[int, ...] = ()

    def pack(self) -> bytes:
        """For the cache: first PTS and steps, as JSON."""
        steps = [b - a for a, b in pairwise(self.pts)]
        counts = [self.doubles, self.untimed, self.damaged]
        told = [list(self.pts[:1]), steps, self.last, str(self.end), counts, self.keys]
        return json.dumps(told).encode()

    @classmethod
    def unpack(cls, data: bytes) -> Timing:
        """What `pack` made."""
        first, steps, last, end, counts, keys = json.loads(data)
        pts: list[int] = list(first)
        for step in steps:
            pts.append(pts[-1] + step)
        doubles, untimed, damaged = counts
        return cls(tuple(pts), last, Fraction(end), doubles, untimed, damaged, tuple(keys))


def read_timing(
    container: InputContainer, stream: VideoStream, progress: Progress, size: int
) -> Timing:
    """Read all packets of `container`; `size` is the file's, for the progress.

    A packet that cannot be read ends the pass: what came before it counts.
    """
    codec = stream.codec_context.name
    shown: dict[int, tuple[int, bool]] = {}
    ends = _Ends()
    doubles = untimed = damaged = 0
    try:
        for number, packet in enumerate(packets_of(container, *container.streams)):
            if number % _REPORT_EVERY == 0:
                progress.report(min(1.0, (packet.pos or 0) / size), said("Reading times"))
            if packet.size == 0:
                continue
            ends.add(packet)
            if packet.stream_index != stream.index or not _is_shown(codec, packet):
                continue
            damaged += packet.is_corrupt
            stamp = packet.pts if packet.pts is not None else packet.dts
            if stamp is None:
                untimed += 1
            elif stamp in shown:
                doubles += 1
            else:
                shown[stamp] = packet.duration or 0, packet.is_keyframe
    except av.error.FFmpegError:
        damaged += 1
    pts = tuple(sorted(shown))
    keys = tuple(stamp for stamp in pts if shown[stamp][1])
    last, _ = shown.get(pts[-1] if pts else 0, (0, False))
    return Timing(pts, last, ends.last(), doubles, untimed, damaged, keys)


class _Ends:
    """When the packets of each stream end, in its own ticks."""

    def __init__(self) -> None:
        self._last: dict[int, int] = {}
        self._ticks: dict[int, Fraction] = {}

    def add(self, packet: av.Packet) -> None:  # type: ignore[type-arg]  # of any stream
        if packet.pts is None or not packet.time_base:
            return
        stream = packet.stream_index
        end = packet.pts + (packet.duration or 0)
        if end > self._last.get(stream, 0):
            self._last[stream] = end
            self._ticks[stream] = packet.time_base

    def last(self) -> Fraction:
        """Seconds on the film's clock; 0 where nothing has a time."""
        return max((end * self._ticks[one] for one, end in self._last.items()), default=Fraction(0))


def _is_shown(codec: str, packet: av.Packet) -> bool:  # type: ignore[type-arg]  # of any stream
    """False for packets that only other pictures refer to and for those cut by an edit list."""
    if packet.is_discard:
        return False
    if codec in ("vp8", "libvpx"):
        # RFC 6386 9.1: bit 4 of the frame tag is show_frame.
        return bool(memoryview(packet)[0] & 0x10)
    if codec in ("vp9", "libvpx-vp9"):
        return _shows_vp9(memoryview(packet))
    return True


def _shows_vp9(data: memoryview) -> bool:
    """VP9 specification 6.2: marker 2 bits, profile 2, show_existing 1, type 1, show_frame 1."""
    if data[-1] & 0xE0 == 0xC0:
        return True  # a superframe (Annex B) always ends with a picture that is shown
    head = data[0]
    bit = 3 if head & 0x30 != 0x30 else 2  # profile 3 has one reserved bit more
    return bool(head >> bit & 1) or bool(head >> (bit - 2) & 1)


def rate_of(
    pts: Sequence[int], time_base: Fraction, named: Sequence[Fraction]
) -> tuple[FrameRate, bool]:
    """The frame rate, and whether every picture is one frame long (to a tick or a millisecond).

    `named` are the rates that the container names. A film with gaps keeps the rate of its grid;
    where there is none, the rate is the mean.
    """
    usable = [rate for rate in named if 0 < rate <= 1000]
    span = (pts[-1] - pts[0]) * time_base if len(pts) > 1 else Fraction(0)
    if not span:
        return FrameRate(_nearest_standard(usable[0]) if usable else Fraction(25)), True
    mean = (len(pts) - 1) / span
    standard = sorted(_STANDARD, key=lambda rate: abs(rate - mean))
    for rate in (*standard[:3], *usable):
        if _is_even(pts, time_base, rate):
            return FrameRate(rate), True
    grid = _grid(pts, time_base, usable)
    rate = grid or min(Fraction(1000), mean.limit_denominator(1_000_000))
    if rate <= 0:
        raise BadValue(said("The film's times are out of bounds."))
    return FrameRate(rate), False


def _is_even(pts: Sequence[int], time_base: Fraction, rate: Fraction) -> bool:
    """Whether each picture stands on its frame, as near as `_slack` says."""
    step, slack = 1 / rate, _slack(rate, time_base)
    # In whole units of all three: a film of hours has hundreds of thousands of pictures.
    unit = math.lcm(time_base.denominator, step.denominator, slack.denominator)
    tick, frame, most = (int(one * unit) for one in (time_base, step, slack))
    first = pts[0]
    return all(
        abs((stamp - first) * tick - number * frame) <= most for number, stamp in enumerate(pts)
    )


def _nearest_standard(rate: Fraction) -> Fraction:
    best = min(_STANDARD, key=lambda standard: abs(standard - rate))
    return best if abs(best - rate) < rate / 500 else rate


def _slack(rate: Fraction, time_base: Fraction) -> Fraction:
    """How far a picture may stand from its frame: a tick, or a millisecond of a former container.

    Never so far that it could be the next frame's.
    """
    return min(max(time_base, _MILLISECOND), 1 / (4 * rate))


def _grid(pts: Sequence[int], time_base: Fraction, named: Sequence[Fraction]) -> Fraction | None:
    """The rate of which each picture starts on a frame, nearly all of them one frame apart."""
    steps = [b - a for a, b in pairwise(pts)]
    usual = sorted(steps)[len(steps) // 2] * time_base
    near = sorted(_STANDARD, key=lambda rate: abs(1 / rate - usual))[:2]
    for rate in (*near, *named):
        places = [(stamp - pts[0]) * time_base * rate for stamp in pts]
        numbers = [round(place) for place in places]
        slack = _slack(rate, time_base) * rate
        if all(abs(place - n) <= slack for place, n in zip(places, numbers, strict=True)):
            single = sum(b - a == 1 for a, b in pairwise(numbers))
            if single >= _MOSTLY * len(steps):
                return rate
    return None
