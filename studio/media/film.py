"""A film as probing found it: streams, size, rate, colour and how far each of these is assumed."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Literal

from studio.core.geometry import Rect, Size
from studio.core.time import FrameRate
from studio.media.overrides import Overrides


@dataclass(frozen=True, slots=True)
class Colour:
    """How the picture's numbers mean colours; names as FFmpeg spells them.

    `matrix` bt709, smpte170m, bt470bg, bt2020nc, rgb …; `range` tv or pc; `assumed` lists which of
    the four the file does not say (then: BT.709 from 720 lines or 1280 columns on, else BT.601).
    """

    matrix: str
    primaries: str
    transfer: str
    range: str
    assumed: tuple[str, ...] = ()

    @property
    def hdr(self) -> bool:
        """Whether the transfer is PQ or HLG."""
        return self.transfer in ("smpte2084", "arib-std-b67")


@dataclass(frozen=True, slots=True)
class Light:
    """What an HDR film says of its mastering display and its light (SMPTE ST 2086, CTA-861.3).

    `points`: x and y of red, green, blue and white as fractions; `darkest` and `brightest` in
    cd/m²; `content` and `average` are MaxCLL and MaxFALL in cd/m². None where it does not say.
    """

    points: tuple[tuple[Fraction, Fraction], ...] | None = None
    darkest: Fraction | None = None
    brightest: Fraction | None = None
    content: int | None = None
    average: int | None = None


@dataclass(frozen=True, slots=True)
class VideoStream:
    """The picture. `rotation` is degrees clockwise (0, 90, 180, 270) that make it upright.

    `mirrored`: left and right change places before that. `frames` counts those that are shown;
    `interlaced` as tagged, or as a person says, `first_field` the earlier one where it is told;
    `tone` "none" where HDR is to be shown as it is stored. `rate` is exact where `constant_rate`,
    else that of the grid on which the pictures stand, or the mean. `siting` is where chroma
    samples stand among luma pixels ("left" where nothing says); `light` and `dynamic` are what HDR
    carries beside: of the whole film, and (their names) scene by scene.
    """

    index: int
    codec: str
    coded: Size
    sample_aspect: Fraction
    rotation: int
    rate: FrameRate
    constant_rate: bool
    time_base: Fraction
    first_pts: int
    frames: int
    pixel_format: str
    bits: int
    colour: Colour
    interlaced: bool = False
    mirrored: bool = False
    tone: str = ""
    first_field: Literal["", "top", "bottom"] = ""
    siting: Literal["left", "center", "topleft", "top", "bottomleft", "bottom"] = "left"
    light: Light | None = None
    dynamic: tuple[str, ...] = ()

    @property
    def display(self) -> Size:
        """Upright, with square pixels; even sides are not forced."""
        width = max(1, round(self.coded.width * self.sample_aspect))
        if self.rotation in (90, 270):
            return Size(self.coded.height, width)
        return Size(width, self.coded.height)


@dataclass(frozen=True, slots=True)
class AudioStream:
    """A sound track; `language` and `title` as tagged, empty where they are not."""

    index: int
    codec: str
    rate: int
    channels: int
    layout: str
    language: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class SubtitleStream:
    """A subtitle track inside the container."""

    index: int
    codec: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named part of the film, in seconds from the first frame; it may have no name."""

    start: Fraction
    end: Fraction
    title: str = ""


@dataclass(frozen=True, slots=True)
class Film:
    """A film file that holds at least one picture stream; the first real one is `video`.

    `duration` is in seconds from the first frame to the end of the last. `read_as` is what
    a person said about it when it was probed; all else follows that already.
    """

    path: Path
    sha256: str
    container: str
    duration: Fraction
    video: VideoStream
    audio: tuple[AudioStream, ...] = ()
    subtitles: tuple[SubtitleStream, ...] = ()
    warnings: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    read_as: Overrides = field(default_factory=Overrides)

    @property
    def active(self) -> Rect | None:
        """The part that posters and stills show, 0 to 1 of the upright picture; None: all of it."""
        return self.read_as.active

    def time_of(self, pts: int) -> Fraction:
        """Seconds from the first frame."""
        return (pts - self.video.first_pts) * self.video.time_base

    def pts_of(self, seconds: Fraction) -> int:
        """The PTS at or before `seconds` from the first frame."""
        tick = self.video.time_base
        # In whole numbers: this is asked for each frame.
        ticks = seconds.numerator * tick.denominator // (seconds.denominator * tick.numerator)
        return self.video.first_pts + ticks

    def index_of(self, pts: int) -> int:
        """The frame number, 0 for the first; for VFR the number at `rate`."""
        return self.video.rate.nearest_frame(self.time_of(pts))
