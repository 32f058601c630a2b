"""Colour tags: the numbers that say what a film's pixels mean, for encoders and for MoviePy."""

from __future__ import annotations

from dataclasses import replace

from studio.media.colour import MATRICES, PRIMARIES, RANGES, TRANSFERS
from studio.media.film import Colour

SDR = Colour("bt709", "bt709", "bt709", "tv")
_MATRIX = {name: number for number, name in MATRICES.items()}
_PRIMARIES = {name: number for number, name in PRIMARIES.items()}
_TRANSFER = {name: number for number, name in TRANSFERS.items()}
_RANGE = {name: number for number, name in RANGES.items()}
# FFmpeg's scaler knows these by its own names.
_SCALER = {"bt2020nc": "bt2020", "bt2020c": "bt2020", "bt470bg": "bt601", "smpte170m": "bt601"}


def numbers(colour: Colour) -> tuple[int, int, int, int]:
    """Matrix, primaries, transfer (ITU-T H.273) and range (FFmpeg: 1 tv, 2 pc) of `colour`."""
    return (
        _MATRIX.get(colour.matrix, 2),
        _PRIMARIES.get(colour.primaries, 2),
        _TRANSFER.get(colour.transfer, 2),
        _RANGE.get(colour.range, 1),
    )


def scaler_matrix(colour: Colour) -> str:
    """The matrix as FFmpeg's scale filter spells it."""
    return _SCALER.get(colour.matrix, colour.matrix)


def written_colour(colour: Colour) -> Colour:
    """`colour` as it is written: nothing assumed any more, and Y'CbCr where the film was RGB."""
    if colour.matrix == "rgb":
        return replace(SDR, primaries=colour.primaries)
    return replace(colour, assumed=())


def ffmpeg_params(colour: Colour = SDR) -> list[str]:
    """What `write_videofile(…, ffmpeg_params=…)` needs so that MoviePy's writer gets colour right.

    MoviePy hands RGB to FFmpeg, which converts it by BT.601 and writes no tags, so that HD comes
    out up to 24 levels wrong in players. Only for SDR: what MoviePy gives is SDR.
    """
    shown = written_colour(SDR if colour.hdr else colour)
    return [
        "-vf",
        f"scale=out_color_matrix={scaler_matrix(shown)}:out_range={shown.range}"
        ":flags=bicubic+accurate_rnd+full_chroma_int,format=yuv420p"
        # What comes out of a filter overrides the options below in newer FFmpeg; older ones look
        # at the options only.
        f",setparams=range={shown.range}:color_primaries={shown.primaries}"
        f":color_trc={shown.transfer}:colorspace={shown.matrix}",
        "-colorspace",
        shown.matrix,
        "-color_primaries",
        shown.primaries,
        "-color_trc",
        shown.transfer,
        "-color_range",
        shown.range,
        "-movflags",
        "+faststart",
        "-fflags",
        "+bitexact",
    ]
