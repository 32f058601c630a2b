"""What is said of a film, in words."""

from __future__ import annotations

from studio.campaign.document import FilmEntry
from studio.core.geometry import Size
from studio.core.words import counted, duration_words
from studio.media.film import AudioStream, Colour, Film

_MATRICES = {
    "bt709": "BT.709",
    "smpte170m": "BT.601 (525 lines)",
    "bt470bg": "BT.601 (625 lines)",
    "smpte240m": "SMPTE 240M",
    "bt2020nc": "BT.2020",
    "bt2020c": "BT.2020",
    "fcc": "FCC",
    "rgb": "RGB",
}
_TRANSFERS = {"smpte2084": "PQ", "arib-std-b67": "HLG"}
_CODECS = {
    "h264": "H.264",
    "hevc": "HEVC",
    "av1": "AV1",
    "libdav1d": "AV1",
    "vp8": "VP8",
    "vp9": "VP9",
    "prores": "ProRes",
    "dnxhd": "DNxHD",
    "mpeg2video": "MPEG-2",
    "mpeg4": "MPEG-4",
    "mjpeg": "Motion JPEG",
    "ffv1": "FFV1",
}
_CHANNELS = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}


def title_of(entry: FilmEntry) -> str:
    """Its title: the English one, else the first there is, else its id."""
    return entry.title.get("en") or next(iter(entry.title.values()), "") or entry.id


def rate_words(film: Film) -> str:
    """`24 fps`, `23.976 fps`; variable rates are said to be about that."""
    value = film.video.rate.value
    figure = f"{float(value):.3f}".rstrip("0").rstrip(".")
    return f"{figure} fps" if film.video.constant_rate else f"about {figure} fps, variable"


def size_words(size: Size) -> str:
    """`1920 × 1080`."""
    return f"{size.width} × {size.height}"


def colour_words(colour: Colour) -> str:
    """The matrix, the transfer of HDR and the range; what the file does not say is `assumed`."""
    parts = [_MATRICES.get(colour.matrix, colour.matrix)]
    if colour.transfer in _TRANSFERS:
        parts.append(_TRANSFERS[colour.transfer])
    if colour.range == "pc" and colour.matrix != "rgb":
        parts.append("full range")
    assumed = ", assumed" if "matrix" in colour.assumed else ""
    return " ".join(parts) + assumed


def sound_words(audio: tuple[AudioStream, ...]) -> str:
    """The first sound track, and how many more there are."""
    if not audio:
        return "no sound"
    first = audio[0]
    channels = _CHANNELS.get(first.channels, counted(first.channels, "channel"))
    more = f", {counted(len(audio) - 1, 'more track')}" if len(audio) > 1 else ""
    return f"{channels} {first.rate / 1000:g} kHz{more}"


def facts(film: Film) -> tuple[str, ...]:
    """Three lines about a film: rate and size, length and codec, sound."""
    codec = _CODECS.get(film.video.codec, film.video.codec)
    return (
        f"{rate_words(film)} · {size_words(film.video.display)}",
        f"{duration_words(float(film.duration))} · {codec} {film.video.bits} bit",
        sound_words(film.audio),
    )


def warnings_of(film: Film) -> tuple[str, ...]:
    """What a person should know before using the film's pictures."""
    colour = film.video.colour
    said = []
    if colour.assumed:
        *most, last = colour.assumed
        named = f"{', '.join(most)} or {last}" if most else last
        said.append(f"The file does not say its {named}. The usual is assumed.")
    return (*said, *film.warnings)
