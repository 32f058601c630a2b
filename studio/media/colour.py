"""How a film's numbers mean colours: its tags read, what it does not say decided."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import av

from studio.core.geometry import Size
from studio.core.said import said
from studio.media.film import Colour
from studio.media.overrides import Overrides

# Names as FFmpeg spells them (`rgb` for its `gbr`), by the numbers of ITU-T H.273.
MATRICES = {
    0: "rgb",
    1: "bt709",
    4: "fcc",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    9: "bt2020nc",
    10: "bt2020c",
}
PRIMARIES = {
    1: "bt709",
    4: "bt470m",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    8: "film",
    9: "bt2020",
    10: "smpte428",
    11: "smpte431",
    12: "smpte432",
    22: "ebu3213",
}
TRANSFERS = {
    1: "bt709",
    4: "gamma22",
    5: "gamma28",
    6: "smpte170m",
    7: "smpte240m",
    8: "linear",
    9: "log100",
    10: "log316",
    11: "iec61966-2-4",
    12: "bt1361e",
    13: "iec61966-2-1",
    14: "bt2020-10",
    15: "bt2020-12",
    16: "smpte2084",
    17: "smpte428",
    18: "arib-std-b67",
}
RANGES = {1: "tv", 2: "pc"}
_UNSPECIFIED = (2, 3)


@dataclass(frozen=True, slots=True)
class Tags:
    """The four colour numbers of ITU-T H.273 as a frame or a container gives them."""

    matrix: int
    primaries: int
    transfer: int
    range: int

    def or_else(self, other: Tags) -> Tags:
        """These, and those of `other` where these are unspecified."""
        return Tags(
            other.matrix if self.matrix in _UNSPECIFIED else self.matrix,
            other.primaries if self.primaries in _UNSPECIFIED else self.primaries,
            other.transfer if self.transfer in _UNSPECIFIED else self.transfer,
            other.range if self.range not in RANGES else self.range,
        )


def tags_of(source: av.VideoFrame | av.VideoCodecContext) -> Tags:
    """The tags of a decoded frame, or of a stream whose decoder has not run yet."""
    return Tags(
        int(source.colorspace),
        int(source.color_primaries),
        int(source.color_trc),
        int(source.color_range),
    )


def read_colour(
    frame: av.VideoFrame, container: Tags, rate: Fraction, overrides: Overrides
) -> tuple[Colour, tuple[str, ...]]:
    """The colour of a film whose first decoded frame is `frame`, and warnings about it.

    The picture's own tags count before the container's (ProRes often has none of its own). What
    neither says is assumed: with the primaries of BT.2020, or PQ or HLG without any, its matrix
    too; else BT.709 from 720 lines or 1280 columns on; below, BT.601, with the primaries of 625
    lines at 576 lines or 25 and 50 frames a second, else of 525 lines. The range is tv, except
    for RGB and the pixel formats of JPEG.
    """
    tags = tags_of(frame).or_else(container)
    if frame.format.is_rgb or frame.format.has_palette:
        return _rgb(tags, overrides), ()
    warnings: list[str] = []
    assumed: list[str] = []

    def read(what: str, number: int, names: dict[int, str], fallback: str) -> str:
        found = names.get(number)
        if found is not None and found != "rgb":
            return found
        if number not in _UNSPECIFIED and number != 0:
            warnings.append(
                said(
                    "The {what} number {number} is not known here; {fallback} is used.",
                    what=said(what),
                    number=number,
                    fallback=fallback,
                )
            )
        assumed.append(what)
        return fallback

    size = Size(frame.width, frame.height)
    usual = "bt2020nc" if _is_wide(tags, overrides) else _matrix(size, rate)
    matrix = overrides.matrix or read("matrix", tags.matrix, MATRICES, usual)
    primaries = overrides.primaries or read(
        "primaries", tags.primaries, PRIMARIES, _primaries(matrix, frame.height, rate)
    )
    transfer = overrides.transfer or read("transfer", tags.transfer, TRANSFERS, _transfer(matrix))
    if overrides.range or frame.format.name.startswith("yuvj"):
        span = overrides.range or "pc"
    else:
        span = read("range", tags.range, RANGES, "tv")
    return Colour(matrix, primaries, transfer, span, tuple(assumed)), tuple(warnings)


def _rgb(tags: Tags, overrides: Overrides) -> Colour:
    primaries = overrides.primaries or PRIMARIES.get(tags.primaries)
    transfer = overrides.transfer or TRANSFERS.get(tags.transfer)
    assumed = [
        what for what, told in (("primaries", primaries), ("transfer", transfer)) if told is None
    ]
    return Colour("rgb", primaries or "bt709", transfer or "bt709", "pc", tuple(assumed))


def _is_wide(tags: Tags, overrides: Overrides) -> bool:
    """Whether what is said beside the matrix means BT.2020 or, as for HDR, BT.2100."""
    primaries = overrides.primaries or PRIMARIES.get(tags.primaries)
    transfer = overrides.transfer or TRANSFERS.get(tags.transfer)
    hdr = transfer in ("smpte2084", "arib-std-b67")
    return primaries == "bt2020" or (hdr and primaries is None)


def _is_625(height: int, rate: Fraction) -> bool:
    return height == 576 or (height not in (480, 486) and rate in (25, 50))


def _matrix(size: Size, rate: Fraction) -> str:
    if size.height >= 720 or size.width >= 1280:
        return "bt709"
    return "bt470bg" if _is_625(size.height, rate) else "smpte170m"


def _primaries(matrix: str, height: int, rate: Fraction) -> str:
    if matrix.startswith("bt2020"):
        return "bt2020"
    if matrix in ("bt470bg", "smpte170m", "fcc"):
        return "bt470bg" if matrix == "bt470bg" or _is_625(height, rate) else "smpte170m"
    return "smpte240m" if matrix == "smpte240m" else "bt709"


def _transfer(matrix: str) -> str:
    if matrix.startswith("bt2020"):
        return "bt2020-10"
    return "smpte170m" if matrix in ("bt470bg", "smpte170m", "fcc") else "bt709"
