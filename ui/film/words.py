"""What is said of a film, in words."""

from __future__ import annotations

from studio.core.geometry import Size
from studio.core.said import said
from studio.core.words import counted, duration_words
from studio.media.film import AudioStream, Colour, Film
from ui.widgets.language import heard, tr

_MATRICES = {
    "bt709": "BT.709",
    "smpte170m": said("BT.601 (525 lines)"),
    "bt470bg": said("BT.601 (625 lines)"),
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
_ASSUMED = {
    "matrix": said("matrix"),
    "primaries": said("primaries"),
    "transfer": said("transfer"),
    "range": said("range"),
}
_CHANNELS = {1: said("mono"), 2: said("stereo"), 6: "5.1", 8: "7.1"}


_OTHERS = {
    "tv": said("Video range, 16 to 235"),
    "pc": said("Full range, 0 to 255"),
    "bt470m": "BT.470 M",
    "film": said("Film, illuminant C"),
    "bt2020": "BT.2020",
    "smpte428": "SMPTE 428",
    "smpte431": "DCI-P3",
    "smpte432": "Display P3",
    "ebu3213": "EBU 3213",
    "gamma22": said("Gamma {value}", value="2.2"),
    "gamma28": said("Gamma {value}", value="2.8"),
    "linear": said("Linear"),
    "log100": "Log 100:1",
    "log316": "Log 316:1",
    "iec61966-2-4": "xvYCC",
    "bt1361e": "BT.1361",
    "iec61966-2-1": "sRGB",
    "bt2020-10": said("BT.2020, 10 bits"),
    "bt2020-12": said("BT.2020, 12 bits"),
    "smpte2084": "PQ",
    "arib-std-b67": "HLG",
}


def name_of_colour(name: str) -> str:
    """A matrix, set of primaries, transfer or range as people call it."""
    return heard(_OTHERS.get(name, _MATRICES.get(name, name)))


def rate_words(film: Film) -> str:
    """`24 fps`, `23.976 fps`; variable rates are said to be about that."""
    value = film.video.rate.value
    figure = f"{float(value):.3f}".rstrip("0").rstrip(".")
    if film.video.constant_rate:
        return tr("{rate} fps", rate=figure)
    return tr("about {rate} fps, variable", rate=figure)


def size_words(size: Size) -> str:
    """`1920 × 1080`."""
    return f"{size.width} × {size.height}"


def colour_words(colour: Colour) -> str:
    """The matrix, the transfer of HDR and the range; what the file does not say is `assumed`."""
    parts = [heard(_MATRICES.get(colour.matrix, colour.matrix))]
    if colour.transfer in _TRANSFERS:
        parts.append(_TRANSFERS[colour.transfer])
    if colour.range == "pc" and colour.matrix != "rgb":
        parts.append(tr("full range"))
    shown = " ".join(parts)
    return tr("{colour}, assumed", colour=shown) if "matrix" in colour.assumed else shown


def sound_words(audio: tuple[AudioStream, ...]) -> str:
    """The first sound track, and how many more there are."""
    if not audio:
        return tr("no sound")
    first = audio[0]
    channels = heard(_CHANNELS.get(first.channels, counted(first.channels, "channel")))
    shown = f"{channels} {first.rate / 1000:g} kHz"
    if len(audio) == 1:
        return shown
    more = heard(counted(len(audio) - 1, "more track"))
    return tr("{sound}, {tracks}", sound=shown, tracks=more)


def _begun(line: str) -> str:
    """As a line begins."""
    return line[:1].upper() + line[1:]


def facts(film: Film) -> tuple[str, ...]:
    """Three lines about a film: rate and size, length and codec, sound."""
    codec = _CODECS.get(film.video.codec, film.video.codec)
    return (
        f"{rate_words(film)} · {size_words(film.video.display)}",
        tr(
            "{length} · {codec} {bits} bit",
            length=duration_words(float(film.duration)),
            codec=codec,
            bits=film.video.bits,
        ),
        _begun(sound_words(film.audio)),
    )


def warnings_of(film: Film) -> tuple[str, ...]:
    """What a person should know before using the film's pictures."""
    shown = []
    if assumed := film.video.colour.assumed:
        named = tr(", ").join(heard(_ASSUMED.get(one, one)) for one in assumed)
        shown.append(tr("The file does not say its {what}. The usual is assumed.", what=named))
    return (*shown, *(heard(one) for one in film.warnings))
