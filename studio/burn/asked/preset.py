"""A film delivery as a preset: container, codec, size, rate, colour and sound."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from studio.burn.asked.reel_settings import ReelSettings
from studio.burn.asked.wanted import LoudnessSettings, PosterFrame, Sidecar
from studio.core.errors import BadValue
from studio.core.geometry import Size
from studio.core.provenance import Provenance
from studio.core.said import said
from studio.core.time import FrameRate

CONTAINERS = ("mp4", "mov", "mkv")
MOST_TRACKS = 2
"""Subtitle tracks that one picture takes."""
Speed = Literal[
    "ultrafast",
    "superfast",
    "veryfast",
    "faster",
    "fast",
    "medium",
    "slow",
    "slower",
    "veryslow",
    "placebo",
]
_SMALLEST, _LARGEST = 16, 16384
_MOST_COVERED = 45.0
# White of captions in cd/m²: dimmer nobody reads, brighter than a reference screen is no white.
_DIMMEST, _BRIGHTEST = 48.0, 1000.0


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """How the picture is encoded.

    `deep_codec` is taken instead of `codec` for films of more than 8 bits whose `pixel_format` is
    kept. `crf` is the constant quality of x264 and x265, the finest one where a size limit asks for
    less; ProRes has none and ignores it.
    `threads` is part of the output: encoders give other bytes with another number.
    `keyframe_seconds` is the longest way between key frames; GOPs are always closed.
    `pixel_format` "keep" leaves the film's own.
    """

    codec: Literal["libx264", "libx265", "prores_ks"]
    threads: int
    crf: float = 20.0
    preset: Speed = "medium"
    profile: Literal["", "baseline", "main", "high", "proxy", "lt", "standard", "hq", "4444"] = ""
    pixel_format: str = "keep"
    deep_codec: Literal["", "libx264", "libx265"] = ""
    keyframe_seconds: float = 10.0

    def __post_init__(self) -> None:
        if not 1 <= self.threads <= 64:
            raise BadValue(
                said("must have threads from 1 to 64, has {threads}", threads=self.threads)
            )
        if not 0 <= self.crf <= 51:
            raise BadValue(said("must have a crf from 0 to 51, has {crf:g}", crf=self.crf))
        if not 0.1 <= self.keyframe_seconds <= 60:
            raise BadValue(
                said(
                    "must have keyframe_seconds from 0.1 to 60: {keyframe_seconds}",
                    keyframe_seconds=self.keyframe_seconds,
                )
            )


@dataclass(frozen=True, slots=True)
class FrameSettings:
    """Which size the picture gets.

    `film` keeps the coded size, the pixel aspect and the rotation tag; `fit` makes it upright with
    square pixels, not larger than width × height; `fill` gives width × height exactly, cut out
    around `focus` (0 to 1 of the picture); `follow` the same, cut out where each shot shows its
    faces and what else draws the eye, around `focus` where it shows nothing; `pad` the whole
    picture over a blurred and darkened enlargement of itself. `fields` "keep" leaves interlaced
    films interlaced where the size is the film's, "whole" makes whole pictures of them; other sizes
    always have these. "double" makes a whole picture of each field: 25 a second become 50.
    `covered`: what a platform's own signs cover at the top and at the bottom, in per cent of the
    height; captions keep out of it.
    """

    mode: Literal["film", "fit", "fill", "follow", "pad"] = "film"
    width: int = 0
    height: int = 0
    focus: tuple[float, float] = (0.5, 0.5)
    fields: Literal["keep", "whole", "double"] = "keep"
    covered: tuple[float, float] = (0.0, 0.0)

    def __post_init__(self) -> None:
        if any(not 0 <= part <= _MOST_COVERED for part in self.covered):
            raise BadValue(
                said("must have covered from 0 to {most:g} per cent", most=_MOST_COVERED)
            )
        if self.mode == "film":
            return
        if any(not _SMALLEST <= side <= _LARGEST or side % 2 for side in (self.width, self.height)):
            raise BadValue(
                said(
                    "must have an even width and height from {smallest} to {largest}, has "
                    "{width} × {height}",
                    smallest=_SMALLEST,
                    largest=_LARGEST,
                    width=self.width,
                    height=self.height,
                )
            )
        if any(not 0 <= part <= 1 for part in self.focus):
            raise BadValue(said("must have a focus from 0 to 1"))

    @property
    def box(self) -> Size:
        """Width × height; of all modes but `film`."""
        return Size(self.width, self.height)


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """How the sound is encoded where it cannot be copied.

    `copy` lets sound through untouched where the container allows and nothing is trimmed;
    `all_tracks` keeps every sound track then, else only the first. `bit_rate` is in bits a second
    (AAC only).
    """

    codec: Literal["aac", "pcm_s16le", "pcm_s24le"] = "aac"
    bit_rate: int = 256_000
    copy: bool = True
    all_tracks: bool = False

    def __post_init__(self) -> None:
        if not 32_000 <= self.bit_rate <= 512_000:
            raise BadValue(
                said(
                    "must have a bit_rate from 32000 to 512000, has {bit_rate}",
                    bit_rate=self.bit_rate,
                )
            )

    def bits(self, channels: int) -> int:
        """Bits a second of AAC with so many channels; the preset's figure is for stereo."""
        return self.bit_rate * max(2, channels) // 2


@dataclass(frozen=True, slots=True)
class VideoPreset:
    """A film delivery (presets/video/*.toml).

    `containers` are the file name's suffixes that it may be written with, the usual one first.
    `rate` is "film" (a variable rate stays one), "constant" (the film's mean rate) or a rate.
    `colour` "film" carries the film's colours over, "sdr" brings HDR down to BT.709.
    `caption_nits` is the white of captions in HDR films, in cd/m² (ITU-R BT.2408: 203).
    `loudness` None leaves the sound as loud as it is. `sidecars` are subtitle files that go beside
    the film, one a language and ending. `max_megabytes` (10⁶ bytes, 0: none) is the largest file
    that is taken: the CRF that keeps to it is found. `poster_frame` is a picture of the film inside
    the file (`attached`, where the container has a place for it) or beside it. `exact` says
    whether the same inputs give the same bytes; `reel` what stands around the film.
    """

    schema: int
    name: str
    summary: str
    provenance: Provenance
    containers: tuple[Literal["mp4", "mov", "mkv"], ...]
    picture: PictureSettings
    frame: FrameSettings = FrameSettings()
    sound: SoundSettings = SoundSettings()
    rate: str = "film"
    colour: Literal["film", "sdr"] = "film"
    caption_nits: float = 203.0
    exact: bool = True
    reel: ReelSettings = field(default_factory=ReelSettings)
    loudness: LoudnessSettings | None = None
    sidecars: tuple[Sidecar, ...] = ()
    max_megabytes: float = 0.0
    poster_frame: PosterFrame = ""

    def __post_init__(self) -> None:
        if not self.containers:
            raise BadValue(said("must name at least one container"))
        if self.rate not in ("film", "constant"):
            FrameRate.parse(self.rate)
        if not _DIMMEST <= self.caption_nits <= _BRIGHTEST:
            raise BadValue(
                said(
                    "must have caption_nits from {least:g} to {most:g}: {nits}",
                    least=_DIMMEST,
                    most=_BRIGHTEST,
                    nits=self.caption_nits,
                )
            )
        if self.picture.codec == "prores_ks" and "mp4" in self.containers:
            raise BadValue(said("cannot put ProRes into mp4"))
        self._check_limit()

    def _check_limit(self) -> None:
        if self.max_megabytes < 0:
            raise BadValue(said("must have a max_megabytes of 0 or more"))
        if not self.max_megabytes:
            return
        if self.picture.codec == "prores_ks":
            raise BadValue(said("cannot keep ProRes to max_megabytes"))
        if self.sound.codec != "aac" or (self.sound.copy and self.loudness is None):
            raise BadValue(
                said("must encode its sound as AAC (copy = false) to keep to max_megabytes")
            )

    @property
    def container(self) -> str:
        """The usual container, which is also the suffix of the file."""
        return self.containers[0]

    @property
    def codec(self) -> str:
        """The usual codec."""
        return self.picture.codec
