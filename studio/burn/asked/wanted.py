"""What a delivery is to be beside its picture: how loud, in how many bytes, with which files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.core.errors import BadValue
from studio.core.said import said

Sidecar = Literal["srt", "vtt", "ttml"]
"""Endings of subtitle files beside a film: SubRip, WebVTT, IMSC."""
MEGABYTE = 1_000_000
"""Of a size limit: decimal, the smaller of the two that are called so."""
PosterFrame = Literal["", "attached", "jpg", "png"]
# Speech at −40 LUFS is lost in the noise of a room; −5 LUFS nobody masters to.
_QUIETEST, _LOUDEST = -40.0, -5.0
_LOWEST_PEAK, _HIGHEST_PEAK = -12.0, 0.0
_FINEST, _COARSEST = 0.1, 5.0
# A commercial and what stands around it: clock, black, the last picture held.
SHORT_FORM = 150
"""Seconds that a film with a limit for its loudest three seconds lasts at most: R 128 s1 is for
commercials, promotions and trailers; how long those are it leaves open."""
# More than this is heard as pumping, whatever the limiter.
_MOST_LIMITING = 6.0


@dataclass(frozen=True, slots=True)
class LoudnessSettings:
    """How loud the sound is to be, by ITU-R BS.1770 and EBU R 128.

    `integrated` is the whole programme's loudness in LUFS (the same as LKFS), right within
    `tolerance` LU; `peak` the highest true peak in dBTP. One gain brings the sound there. Where
    that would lift peaks over `peak`, they are limited by at most `limiting` dB; what is missing
    then stays missing, and is said. `short_term` is the most that three seconds of a film of up to
    SHORT_FORM may have, in LUFS (EBU R 128 s1); it is checked, not mended. `by_market` says that
    the figure is a broadcaster's: a market of a campaign that names its own goes before it.
    `source` is whose rule it is.
    """

    integrated: float
    tolerance: float = 0.5
    peak: float = -1.0
    limiting: float = 0.0
    short_term: float | None = None
    by_market: bool = False
    source: str = ""

    def __post_init__(self) -> None:
        for name, value, least, most in (
            ("integrated", self.integrated, _QUIETEST, _LOUDEST),
            ("tolerance", self.tolerance, _FINEST, _COARSEST),
            ("peak", self.peak, _LOWEST_PEAK, _HIGHEST_PEAK),
            ("limiting", self.limiting, 0.0, _MOST_LIMITING),
            ("short_term", self.short_term, self.integrated, 0.0),
        ):
            if value is not None and not least <= value <= most:
                raise BadValue(
                    said(
                        "must have {name} from {least:g} to {most:g}, has {value:g}",
                        name=name,
                        least=least,
                        most=most,
                        value=value,
                    )
                )
